using Spor.Facts;
using Spor.Plans;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.FollowUps;

/// <summary>A new score of a child's goals, without following up on a measure.</summary>
static class MeasureGoalsForm
{
    public static IResult Show(long child, Viewing viewing, Acting acting, ChildReader reader) =>
        ForChild.Do(
            child,
            viewing,
            state =>
                reader.Read(child) is { } file
                    ? Page(state, file, viewing, acting.NewForm((nameof(MeasureGoals.On), Form.Iso(viewing.WorkClock.Today))))
                    : Results.NotFound()
        );

    public static IResult Save(long child, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                if (reader.Read(child) is not { } file)
                    return Results.NotFound();
                var form = FormState.Of(posted);
                var command = new MeasureGoals(
                    child,
                    form.NeededDay(nameof(MeasureGoals.On)),
                    RecordFollowUpForm.ScoresOf(form, file, viewing.WorkClock.Today)
                );
                var done = acting.Do(command, form);
                return done.Saved ? Acting.Saved(Routes.PlansAndGoals(child) + "#maal", "scores") : Page(state, file, viewing, form);
            }
        );

    static IResult Page(ChildState state, ChildFile file, Viewing viewing, FormState form) =>
        ForChild.Page<MeasureGoalsPage>(
            form,
            new
            {
                State = state,
                File = file,
                Form = form,
                Goals = GoalLines.Open(file, viewing.WorkClock.Today),
            }
        );
}
