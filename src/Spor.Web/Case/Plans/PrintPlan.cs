using Spor.Facts;
using Spor.Plans;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;

namespace Spor.Web.Case.Plans;

/// <summary>What the family gets in its hand: one child's page of the plan.</summary>
/// <param name="NextBy">The earliest next follow-up of the child's running measures.</param>
public sealed record PlanSheet(string Name, ChildFile File, PlanFact Plan, DateOnly? NextBy)
{
    public IReadOnlyList<GoalFact> Goals => [.. File.Goals.Where(g => g.PlanId == Plan.Id && g.EndedOn is null).OrderBy(g => g.Id)];
    public IReadOnlyList<PlanActionFact> Tasks =>
        [.. File.PlanActions.Where(a => a.PlanId == Plan.Id && a.DoneOn is null).OrderBy(a => a.DueOn)];
}

/// <summary>The plan in plain words and large letters, to read with the family and to print. A joint plan has a page for each
/// child.</summary>
static class PrintPlan
{
    /// <param name="alle">ja: the siblings of a joint plan too, a page each.</param>
    public static IResult Show(long child, long plan, string? alle, Viewing viewing, ChildReader reader) =>
        PlanAt.Do(
            child,
            plan,
            viewing,
            reader,
            at =>
            {
                var sheets = new List<PlanSheet> { Sheet(at.File, at.Plan, viewing) };
                var together = alle == "ja" && at.Joint.Count > 0;
                if (together)
                {
                    viewing.Log.Looked(viewing.Viewer.Key, "barn", [.. at.Joint.Select(j => j.Child.File.Id)], "plan");
                    foreach (var (sibling, of) in at.Joint)
                        if (reader.Read(sibling.File.Id) is { } file && Array.Find(file.Plans, p => p.Id == of.Id) is { } own)
                            sheets.Add(Sheet(file, own, viewing));
                }
                return new Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult<PrintPlanPage>(
                    new
                    {
                        At = at,
                        Sheets = (IReadOnlyList<PlanSheet>)sheets,
                        Together = together,
                    }
                );
            }
        );

    static PlanSheet Sheet(ChildFile file, PlanFact plan, Viewing viewing)
    {
        var running = file.Interventions.Where(m => m.RunsOn(viewing.Today)).Select(m => m.Id).ToHashSet();
        var open = new List<Requirements.Requirement>();
        Requirements.Derive.Of(file, viewing.Register.Catalogue, viewing.Today, open);
        var next = open.Where(r =>
                r.State == Requirements.RequirementState.Upcoming
                && running.Contains(r.SubjectId)
                && r.Rule
                    is Requirements.Rule.FirstFollowUp
                        or Requirements.Rule.NextFollowUp
                        or Requirements.Rule.PlacementFollowUp
                        or Requirements.Rule.PreventiveFollowUp
            )
            .Select(r => (DateOnly?)r.Due)
            .Min();
        // The family knows its own child; a protected name stands here as on the child's own page, and the first name is enough.
        return new(file.Child.FirstName ?? file.Child.Name, file, plan, next);
    }
}
