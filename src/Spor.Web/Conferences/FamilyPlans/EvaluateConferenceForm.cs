using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Conferences;
using Spor.Facts;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Conferences.FamilyPlans;

/// <summary>Three short questions to the child, the family or a professional; also on paper.</summary>
static class EvaluateConferenceForm
{
    /// <param name="hvem">Who answers, by the code: the words of the questions follow.</param>
    public static IResult Show(long child, long id, string? hvem, Viewing viewing, Acting acting, ChildReader reader) =>
        ConferenceAt.Do(
            child,
            id,
            viewing,
            reader,
            at => Page(at, By(hvem), acting.NewForm((nameof(EvaluateConference.On), Form.Iso(viewing.WorkClock.Today))))
        );

    public static IResult Save(long child, long id, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) =>
        ConferenceAt.Do(
            child,
            id,
            viewing,
            reader,
            at =>
            {
                var form = FormState.Of(posted);
                var by = form.NeededCode<EvaluatedBy>(nameof(EvaluateConference.By));
                var command = new EvaluateConference(
                    id,
                    by,
                    form.NeededDay(nameof(EvaluateConference.On)),
                    form.Checked(nameof(EvaluateConference.OnPaper)),
                    form.Number(nameof(EvaluateConference.Heard)),
                    form.Number(nameof(EvaluateConference.Decided)),
                    form.Number(nameof(EvaluateConference.Useful)),
                    form.Text(nameof(EvaluateConference.Comment))
                )
                {
                    ChildId = child,
                };
                return acting.Do(command, form).Saved
                    ? Acting.Saved(Routes.EvaluateConference(child, id), "conference-evaluated")
                    : Page(at, by, form);
            }
        );

    /// <summary>One A4 each for the child, the family and a professional.</summary>
    public static IResult Print(long child, long id, Viewing viewing, ChildReader reader) =>
        ConferenceAt.Do(child, id, viewing, reader, at => new RazorComponentResult<PrintEvaluationPage>(new { At = at }));

    public static EvaluatedBy By(string? code) => Codes<EvaluatedBy>.TryDanish(code ?? "", out var by) ? by : EvaluatedBy.Child;

    /// <summary>The five answers as that person would say them, and none.</summary>
    public static IReadOnlyList<(string Value, string Text)> Answers(EvaluatedBy by) =>
        [
            .. Enumerable
                .Range(ConferenceRules.LeastAnswer, ConferenceRules.MostAnswer)
                .Select(n => (n.ToString(CultureInfo.InvariantCulture), Text.AnswerWords(by, n))),
            ("", Text.NoAnswer),
        ];

    static IResult Page(ConferenceAt at, EvaluatedBy by, FormState form) =>
        ForChild.Page<EvaluateConferencePage>(
            form,
            new
            {
                At = at,
                By = by,
                Form = form,
            }
        );
}
