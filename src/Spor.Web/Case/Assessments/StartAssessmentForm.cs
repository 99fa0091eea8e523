using System.Globalization;
using Spor.Assessments;
using Spor.Facts;
using Spor.Interventions;
using Spor.Law;
using Spor.Requirements;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Assessments;

/// <summary>Begins a screening, a clarification, an assessment, a target group assessment or a revisit.</summary>
static class StartAssessmentForm
{
    /// <param name="slags">The kind's Danish code, from the page that leads here.</param>
    /// <param name="kendt">The day the need was known.</param>
    /// <param name="underretning">The notification it answers.</param>
    public static IResult Show(long child, string? slags, string? kendt, string? underretning, Viewing viewing, Acting acting) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                var kind =
                    Codes<AssessmentKind>.TryDanish(slags ?? "", out var named) ? named
                    : state.Case is null ? AssessmentKind.Screening
                    : AssessmentKind.Assessment;
                var about = Form.Number(underretning) is { } n ? Array.Find(state.File.Notifications, x => x.Id == n) : null;
                return Page(
                    state,
                    viewing,
                    acting.NewForm(
                        (nameof(StartAssessment.Kind), kind.Danish()),
                        (nameof(StartAssessment.KnownOn), Form.Iso(Form.Day(kendt) ?? about?.ReceivedOn ?? viewing.WorkClock.Today)),
                        (
                            nameof(StartAssessment.ResponsibleId),
                            (viewing.Viewer.EmployeeId ?? state.AssignedTo.Cast<long?>().FirstOrDefault())?.ToString(
                                CultureInfo.InvariantCulture
                            )
                        ),
                        (nameof(StartAssessment.NotificationId), about?.Id.ToString(CultureInfo.InvariantCulture))
                    )
                );
            }
        );

    public static IResult Save(long child, IFormCollection posted, Viewing viewing, Acting acting) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                var form = FormState.Of(posted);
                var together = form.Values(nameof(StartAssessment.Together)).Select(Form.Number).OfType<long>().Distinct().ToList();
                var start = new StartAssessment(
                    child,
                    form.NeededCode<AssessmentKind>(nameof(StartAssessment.Kind)),
                    form.NeededDay(nameof(StartAssessment.KnownOn)),
                    form.Id(nameof(StartAssessment.ResponsibleId)),
                    form.Id(nameof(StartAssessment.SecondCaseworkerId)),
                    form.Id(nameof(StartAssessment.NotificationId)),
                    form.Text(nameof(StartAssessment.Occasion)),
                    together
                );
                var done = acting.Do(start, form);
                if (!done.Saved)
                    return Page(state, viewing, form);
                return Acting.Saved(
                    Routes.Assessment(child, done.AllNew<AssessmentFact>().First(a => a.ChildId == child).Id),
                    "assessment-started"
                );
            }
        );

    static List<ChildState> Family(ChildState state, Viewing viewing) =>
        state.Child.FamilyId is { } family ? [.. viewing.Family(family).Where(c => c.File.Id != state.File.Id)] : [];

    static IResult Page(ChildState state, Viewing viewing, FormState form)
    {
        var family = Family(state, viewing);
        var today = viewing.WorkClock.Today;
        var files = family.ConvertAll(s => s.File);
        var revisit = AssessmentLaw.Of(AssessmentTopic.Revisit, today);
        return ForChild.Page<StartAssessmentPage>(
            form,
            new
            {
                State = state,
                Form = form,
                Siblings = family.Where(viewing.MaySee).ToList(),
                FirstCase = AssessmentRules.NeedsTwo(AssessmentKind.Assessment, today, state.File, files, today),
                MayRevisit = form.Value(nameof(StartAssessment.Kind)) == AssessmentKind.Revisit.Danish()
                    || (
                        revisit is not null
                        && state.Child.BornOn.AddMonths(revisit.MonthsFrom) <= today
                        && Courses.Of(state.File, viewing.Register.Catalogue).InCourseOn(today)
                    ),
            }
        );
    }
}
