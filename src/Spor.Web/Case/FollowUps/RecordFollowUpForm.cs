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
    public static IResult Show(long child, long measure, Viewing viewing, Acting acting, ChildReader reader) =>
        For(
            child,
            measure,
            viewing,
            reader,
            (state, file, of) =>
            {
                var today = viewing.WorkClock.Today;
                var next = Cadence.Next(file, of, viewing.Register.Catalogue, today);
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
                    form.Checked(nameof(RecordFollowUp.SameDay))
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
                    FollowUpOutcome.StepDown => Acting.Saved(Routes.EndIntervention(child, measure), "follow-up-change"),
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
                Clocks = Cadence.Clocks(file, measure, catalogue, on, Form.Day(form.Value(nameof(RecordFollowUp.NextBy)))),
                On = on,
                Individual = Cadence.IsIndividual(measure, catalogue, on),
                FirstDecision = Cadence.LastDecided(file, measure, viewing.Register.Catalogue, on) is null,
            }
        );
    }
}
