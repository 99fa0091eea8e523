using System.Globalization;
using Spor.Facts;
using Spor.Voices;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Leading.Surveys;

/// <summary>What a survey asks, new or before anybody has links to it.</summary>
static class SaveSurveyForm
{
    public static IResult ShowNew(Viewing viewing, Acting acting) =>
        Page(
            null,
            acting.NewForm(
                (nameof(SaveSurvey.Kind), SurveyKind.Plain.Danish()),
                (nameof(SaveSurvey.Groups), OwnSet.WhoAnswers),
                (nameof(SaveSurvey.Scale), OwnSet.Agreement),
                (nameof(SaveSurvey.WordsFor), WordReaders.Leaders.Danish()),
                (nameof(SaveSurvey.EmployeeId), Me(viewing)),
                (nameof(SaveSurvey.LastDay), Form.Iso(viewing.WorkClock.Today.AddDays(28)))
            ),
            viewing
        );

    /// <summary>Filled with the set that Spor brings.</summary>
    public static IResult ShowCooperation(Viewing viewing, Acting acting) =>
        Page(
            null,
            acting.NewForm(
                (nameof(SaveSurvey.Kind), SurveyKind.Cooperation.Danish()),
                (nameof(SaveSurvey.Title), OwnSet.Title),
                (nameof(SaveSurvey.Licence), OwnSet.Licence),
                (nameof(SaveSurvey.Intro), OwnSet.Intro),
                (nameof(SaveSurvey.Groups), OwnSet.Groups),
                (nameof(SaveSurvey.Questions), OwnSet.Questions),
                (nameof(SaveSurvey.Scale), OwnSet.Scale),
                (nameof(SaveSurvey.OwnWords), OwnSet.OwnWords),
                (nameof(SaveSurvey.WordsFor), WordReaders.Leaders.Danish()),
                (nameof(SaveSurvey.EmployeeId), Me(viewing)),
                (nameof(SaveSurvey.LastDay), Form.Iso(viewing.WorkClock.Today.AddDays(28)))
            ),
            viewing
        );

    public static IResult SaveNew(IFormCollection posted, Viewing viewing, Acting acting)
    {
        var form = FormState.Of(posted);
        var done = acting.Do(Command(null, form), form);
        return done.Saved ? Acting.Saved(SurveyEndpoints.Path(done.New<SurveyFact>()!.Id), "survey-saved") : Page(null, form, viewing);
    }

    public static IResult Show(long id, Viewing viewing, Acting acting) =>
        Found(id, viewing) is not { } s
            ? Results.NotFound()
            : Page(
                s,
                acting.NewForm(
                    (nameof(SaveSurvey.Kind), s.Kind.Danish()),
                    (nameof(SaveSurvey.Title), s.Title),
                    (nameof(SaveSurvey.Licence), s.Licence),
                    (nameof(SaveSurvey.Intro), s.Intro),
                    (nameof(SaveSurvey.Groups), s.Groups),
                    (nameof(SaveSurvey.Questions), s.Questions),
                    (nameof(SaveSurvey.Scale), s.Scale),
                    (nameof(SaveSurvey.OwnWords), s.OwnWords),
                    (nameof(SaveSurvey.WordsFor), s.WordsFor.Danish()),
                    (nameof(SaveSurvey.EmployeeId), s.EmployeeId.ToString(CultureInfo.InvariantCulture)),
                    (nameof(SaveSurvey.LastDay), Form.Iso(s.LastDay))
                ),
                viewing
            );

    public static IResult Save(long id, IFormCollection posted, Viewing viewing, Acting acting)
    {
        if (Found(id, viewing) is not { } survey)
            return Results.NotFound();
        var form = FormState.Of(posted);
        return acting
            .Do<SaveSurvey, SurveyFact>(
                Command(id, form),
                form,
                now =>
                    [
                        (nameof(SaveSurvey.Title), now.Title),
                        (nameof(SaveSurvey.Intro), now.Intro),
                        (nameof(SaveSurvey.Groups), now.Groups),
                        (nameof(SaveSurvey.Questions), now.Questions),
                        (nameof(SaveSurvey.Scale), now.Scale),
                        (nameof(SaveSurvey.OwnWords), now.OwnWords),
                    ]
            )
            .Saved
            ? Acting.Saved(SurveyEndpoints.Path(id), "survey-saved")
            : Page(survey, form, viewing);
    }

    static SurveyFact? Found(long id, Viewing viewing) => viewing.Register.Of<SurveyFact>().FirstOrDefault(s => s.Id == id);

    static string? Me(Viewing viewing) => viewing.Viewer.EmployeeId?.ToString(CultureInfo.InvariantCulture);

    static SaveSurvey Command(long? id, FormState form)
    {
        if (!form.Filled(nameof(SaveSurvey.EmployeeId)))
            form.Refusals.Add(new("choice-missing", nameof(SaveSurvey.EmployeeId)));
        return new(
            id,
            form.NeededCode<SurveyKind>(nameof(SaveSurvey.Kind)),
            form.Text(nameof(SaveSurvey.Title)),
            form.Text(nameof(SaveSurvey.Intro)),
            form.Text(nameof(SaveSurvey.Licence)),
            form.Text(nameof(SaveSurvey.Groups)),
            form.Text(nameof(SaveSurvey.Questions)),
            form.Text(nameof(SaveSurvey.Scale)),
            form.Text(nameof(SaveSurvey.OwnWords)),
            form.NeededCode<WordReaders>(nameof(SaveSurvey.WordsFor)),
            form.Id(nameof(SaveSurvey.EmployeeId)) ?? 0,
            form.NeededDay(nameof(SaveSurvey.LastDay))
        );
    }

    static IResult Page(SurveyFact? survey, FormState form, Viewing viewing) =>
        ForChild.Page<SaveSurveyPage>(
            form,
            new
            {
                Survey = survey,
                Form = form,
                Viewing = viewing,
            }
        );
}
