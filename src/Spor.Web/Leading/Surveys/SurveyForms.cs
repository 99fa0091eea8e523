using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Exchange.Office;
using Spor.Storage;
using Spor.Storage.Journal;
using Spor.Verbs;
using Spor.Voices;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Leading.Surveys;

/// <summary>A survey's own page: links are given out, the boxes are emptied, it is closed, and the same is asked again.</summary>
static class SurveyForms
{
    public const string AsSheet = "ark",
        HowField = "Som";

    public static IResult Show(long id, Viewing viewing, Database database, Acting acting) => Page(id, viewing, database, acting);

    /// <summary>The codes stand in the answer alone: they are kept nowhere, so they are told once.</summary>
    public static IResult Give(
        long id,
        IFormCollection posted,
        Viewing viewing,
        Database database,
        Acting acting,
        Acts acts,
        SporOptions options,
        HttpContext context
    )
    {
        if (SurveyView.Of(id, viewing, database) is not { } view)
            return Results.NotFound();
        var form = FormState.Of(posted);
        if (!form.Filled(nameof(GiveSurveyLinks.GroupNo)))
            form.Refusals.Add(new("choice-missing", nameof(GiveSurveyLinks.GroupNo)));
        var group = (int)Math.Clamp(form.Number(nameof(GiveSurveyLinks.GroupNo)) ?? 0, 0, int.MaxValue);
        var count = form.Number(nameof(GiveSurveyLinks.Count)) is >= 0 and <= int.MaxValue and var n ? (int?)n : null;
        if (form.Refusals.Count > 0)
            return Page(id, viewing, database, acting, give: form);
        var (done, codes) = SurveyBoxes.Give(
            database,
            acts,
            new GiveSurveyLinks(id, group, count),
            viewing.Author,
            viewing.WorkClock,
            new(form.Token, form.Seen)
        );
        viewing.ReadOn();
        form.Refusals.AddRange(done.Refusals);
        if (done.Repeated)
            form.Refusals.Add(new("survey-codes-told-once"));
        if (form.Refusals.Count > 0)
            return Page(id, viewing, database, acting, give: form);
        var to = AddressOf(options, context);
        var links = codes.Select(c => (Code: SurveyBoxes.Readable(c), Address: $"{to}/{c}")).ToList();
        var name = view.Sheet.Groups[group - 1];
        return form.Value(HowField) == AsSheet
            ? TypedResults.File(
                Workbook.Write(
                    Text.LinksTitle,
                    [
                        new(
                            Text.LinksTitle,
                            [new(Text.GroupHead, Width: 30), new(Text.LinkHead, Width: 60), new(Text.CodeHead, Width: 24)],
                            [.. links.Select(l => (IReadOnlyList<object?>)[name, l.Address, l.Code])],
                            [Text.LinksNote]
                        ),
                    ]
                ),
                Workbook.ContentType,
                "links.xlsx"
            )
            : new RazorComponentResult<LinksPage>(
                new
                {
                    view.Survey,
                    Group = name,
                    Where = to,
                    Links = links,
                }
            );
    }

    public static IResult Empty(long id, IFormCollection posted, Viewing viewing, Database database, Acting acting, Acts acts)
    {
        var (form, done) = Emptied(new(id, Close: false), posted, viewing, database, acts);
        return done.Saved
            ? Acting.Saved(SurveyEndpoints.Path(id) + "#svar", "survey-emptied")
            : Page(id, viewing, database, acting, empty: form);
    }

    public static IResult Close(long id, IFormCollection posted, Viewing viewing, Database database, Acting acting, Acts acts)
    {
        var (form, done) = Emptied(new(id, Close: true), posted, viewing, database, acts);
        return done.Saved
            ? Acting.Saved(SurveyEndpoints.Path(id) + "#svar", "survey-closed")
            : Page(id, viewing, database, acting, close: form);
    }

    static (FormState, Done) Emptied(EmptySurvey command, IFormCollection posted, Viewing viewing, Database database, Acts acts)
    {
        var form = FormState.Of(posted);
        var done =
            form.Refusals.Count > 0
                ? Done.No(form.Refusals)
                : SurveyBoxes.Empty(database, acts, command, viewing.Author, viewing.WorkClock, new(form.Token, form.Seen));
        viewing.ReadOn();
        if (!done.Saved && form.Refusals.Count == 0)
            form.Refusals.AddRange(done.Refusals);
        return (form, done);
    }

    public static IResult Repeat(long id, IFormCollection posted, Viewing viewing, Database database, Acting acting)
    {
        var form = FormState.Of(posted);
        var done = acting.Do(new RepeatSurvey(id, form.NeededDay(nameof(RepeatSurvey.LastDay))), form);
        return done.Saved
            ? Acting.Saved(SurveyEndpoints.Path(done.New<SurveyFact>()!.Id), "survey-repeated")
            : Page(id, viewing, database, acting, repeat: form);
    }

    static IResult Page(
        long id,
        Viewing viewing,
        Database database,
        Acting acting,
        FormState? give = null,
        FormState? empty = null,
        FormState? close = null,
        FormState? repeat = null
    ) =>
        SurveyView.Of(id, viewing, database) is not { } view
            ? Results.NotFound()
            : ForChild.Page<SurveyPage>(
                give ?? empty ?? close ?? repeat ?? acting.NewForm(),
                new
                {
                    View = view,
                    Give = give ?? acting.NewForm((nameof(GiveSurveyLinks.Count), "20")),
                    Empty = empty ?? acting.NewForm(),
                    Close = close ?? acting.NewForm(),
                    Repeat = repeat ?? acting.NewForm((nameof(RepeatSurvey.LastDay), Form.Iso(viewing.WorkClock.Today.AddDays(28)))),
                }
            );

    static string AddressOf(SporOptions options, HttpContext context) =>
        (
            options.Settings.Address is { } address
                ? address.AbsoluteUri.TrimEnd('/')
                : string.Create(CultureInfo.InvariantCulture, $"{context.Request.Scheme}://{context.Request.Host}")
        ) + AnswerForm.Path;
}
