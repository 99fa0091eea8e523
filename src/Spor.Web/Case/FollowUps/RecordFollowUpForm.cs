using Spor.Facts;
using Spor.FollowUps;
using Spor.Interventions;
using Spor.Plans;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.FollowUps;

/// <summary>Following up on a measure: the commonest task of all, so everything that can be known beforehand is filled in.</summary>
static class RecordFollowUpForm
{
    /// <summary>The button's field: so many months until the next time.</summary>
    public const string Months = "maaneder";

    public static IResult Show(long child, long measure, Viewing viewing, Acting acting, ChildReader reader) =>
        For(
            child,
            measure,
            viewing,
            reader,
            (state, file, of) =>
            {
                var today = viewing.WorkClock.Today;
                var next = Cadence.Proposed(file, of, viewing.Register.Catalogue, today);
                return Page(
                    state,
                    file,
                    of,
                    viewing,
                    acting.NewForm(
                        (nameof(RecordFollowUp.On), Form.Iso(today)),
                        (nameof(RecordFollowUp.Outcome), FollowUpOutcome.Continue.Danish()),
                        (nameof(RecordFollowUp.NextBy), next is { } day ? Form.Iso(day) : null)
                    )
                );
            }
        );

    public static IResult Save(long child, long measure, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) =>
        For(
            child,
            measure,
            viewing,
            reader,
            (state, file, of) =>
            {
                var form = FormState.Of(posted);
                // The buttons beside the day set it and save nothing.
                if (form.Number(Months) is { } months and > 0 and <= 12)
                {
                    form.Set(Months, null);
                    var from = Form.Day(form.Value(nameof(RecordFollowUp.On))) ?? viewing.WorkClock.Today;
                    form.Set(nameof(RecordFollowUp.NextBy), Form.Iso(from.AddMonths((int)months)));
                    return Page(state, file, of, viewing, form);
                }
                var command = new RecordFollowUp(
                    child,
                    measure,
                    form.NeededDay(nameof(RecordFollowUp.On)),
                    form.NeededCode<FollowUpOutcome>(nameof(RecordFollowUp.Outcome)),
                    form.Day(nameof(RecordFollowUp.NextBy)),
                    form.Text(nameof(RecordFollowUp.CadenceReason)),
                    ScoresOf(form, file, viewing.WorkClock.Today),
                    form.Text(nameof(RecordFollowUp.ChildsVoice)),
                    form.Checked(nameof(RecordFollowUp.SpokeWithChild)),
                    form.Text(nameof(RecordFollowUp.ParentsVoice)),
                    form.Text(nameof(RecordFollowUp.Note)),
                    form.Checked(nameof(RecordFollowUp.SameDay)),
                    [.. form.Values(nameof(RecordFollowUp.Tasks)).Select(Form.Number).OfType<long>()]
                );
                var done = acting.Do(command, form);
                if (!done.Saved)
                    return Page(state, file, of, viewing, form);
                return command.Outcome switch
                {
                    FollowUpOutcome.Continue => Acting.Saved(Routes.Child(child) + "#krav", "follow-up"),
                    FollowUpOutcome.Adjust => Acting.Saved(Routes.ChangeIntervention(child, measure), "follow-up-change"),
                    FollowUpOutcome.End => Acting.Saved(Routes.EndIntervention(child, measure), "follow-up-change"),
                    // One rule for what follows: end and go on, or a decision that takes over.
                    FollowUpOutcome.StepDown => Acting.Saved(Routes.EndIntervention(child, measure) + "?trin=ned", "follow-up-change"),
                    _ => Acting.Saved($"{Routes.ProposeDecision(child)}?afloeser={measure}", "follow-up-change"),
                };
            }
        );

    /// <summary>The scores that were given, goal by goal.</summary>
    internal static IReadOnlyList<GoalScore> ScoresOf(FormState form, ChildFile file, DateOnly day) =>
        [
            .. GoalLines
                .Open(file, day)
                .Select(g => (g.Id, Score: form.Number(GoalScore.Field(g.Id))))
                .Where(s => s.Score is not null)
                .Select(s => new GoalScore(s.Id, s.Score!.Value)),
        ];

    static IResult For(
        long child,
        long measure,
        Viewing viewing,
        ChildReader reader,
        Func<ChildState, ChildFile, InterventionFact, IResult> then
    ) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                if (reader.Read(child) is not { } file || Array.Find(file.Interventions, m => m.Id == measure) is not { } of)
                    return Results.NotFound();
                viewing.Log.Looked(viewing.Viewer.Key, "barn", [child], "opfoelgning");
                return then(state, file, of);
            }
        );

    static IResult Page(ChildState state, ChildFile file, InterventionFact measure, Viewing viewing, FormState form)
    {
        var (today, catalogue) = (viewing.WorkClock.Today, viewing.Register.Catalogue);
        var on = Form.Day(form.Value(nameof(RecordFollowUp.On))) is { } day && day <= today ? day : today;
        return ForChild.Page<RecordFollowUpPage>(
            form,
            new
            {
                State = state,
                File = file,
                Form = form,
                Measure = measure,
                Goals = GoalLines.Open(file, today),
                Tasks = (IReadOnlyList<PlanActionFact>)[.. file.PlanActions.Where(a => Child.CaseWork.Waits(a, file, today))],
                Clocks = Cadence.Clocks(file, measure, catalogue, on, Form.Day(form.Value(nameof(RecordFollowUp.NextBy)))),
                On = on,
                Individual = Cadence.IsIndividual(measure, catalogue, on),
                FirstDecision = Cadence.LastDecided(file, measure, viewing.Register.Catalogue, on) is null,
            }
        );
    }
}
