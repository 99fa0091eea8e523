using Spor.Facts;
using Spor.Kernel;

namespace Spor.Workforce;

/// <summary>Gives a child's active case to a caseworker.</summary>
/// <param name="Reason">Asked for when it is not the one proposed.</param>
public sealed record AllocateCase(long ChildId, long EmployeeId, DateOnly From, string? Reason);

public static partial class WorkforceRules
{
    /// <param name="proposed">Who stood first on the proposal; null if nobody could.</param>
    public static Decision Allocate(
        AllocateCase c,
        ChildFile file,
        long? proposed,
        IReadOnlyList<EmploymentFact> employments,
        DateOnly today,
        Func<long> newId
    )
    {
        var day = c.From > today ? c.From : today;
        var staff = new Staff(employments);
        // Somebody has it who is employed on some day from then on: what a leaver still stands on counts for nobody.
        var waiting = file
            .Cases.Where(k =>
                k.ActiveAt(day)
                && !file.Assignments.Any(a =>
                    a.CaseId == k.Id && !(a.To < c.From) && staff.EmploysBetween(a.EmployeeId, c.From > a.From ? c.From : a.From, a.To)
                )
            )
            .ToList();
        var wrong = new List<Refusal>();
        if (!file.Cases.Any(k => k.ActiveAt(day)))
            wrong.Add(new("no-active-case"));
        else if (waiting.Count == 0)
            wrong.Add(new("already-allocated"));
        else if (waiting.Any(k => c.From < k.OpenedOn))
            wrong.Add(new("before-the-case-opened", nameof(c.From)));
        if (!employments.Any(e => e.EmployeeId == c.EmployeeId && e.Role == Role.Caseworker && e.RunsOn(day)))
            wrong.Add(new("caseworker-not-employed", nameof(c.EmployeeId)));
        else if (c.EmployeeId != proposed && c.Reason is null)
            wrong.Add(new("choice-without-reason", nameof(c.Reason)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        // The leaver's own ends, so that it is not shared again should the leaver come back.
        var left = file.Assignments.Where(a => a.From < c.From && !(a.To < c.From) && waiting.Exists(k => k.Id == a.CaseId));
        return Decision.Of([
            .. left.Select(a =>
            {
                var ended = (AssignmentFact)a.Copy();
                ended.To = c.From.AddDays(-1);
                return new Corrected(FactKinds.Assignment, ended);
            }),
            .. waiting.Select(k =>
                (DomainEvent)
                    new Recorded(
                        FactKinds.Assignment,
                        new AssignmentFact
                        {
                            Id = newId(),
                            ChildId = c.ChildId,
                            CaseId = k.Id,
                            EmployeeId = c.EmployeeId,
                            From = c.From,
                        }
                    )
            ),
        ]);
    }
}
