using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Workforce;

/// <summary>Gives a child's active case to a caseworker.</summary>
/// <param name="Reason">Asked for when it is not the one proposed.</param>
/// <param name="NameReason">Why it may be somebody who is called as one of the family is: a leader's to say.</param>
public sealed record AllocateCase(long ChildId, long EmployeeId, DateOnly From, string? Reason, string? NameReason = null)
    : IAboutChild,
        ICommand<AllocateCase>
{
    public static Verb<AllocateCase> Verb { get; } =
        new(
            "allocate-case",
            Capability.Leadership,
            (c, now) =>
                WorkforceRules.Allocate(
                    c,
                    now.File,
                    Allocation
                        .For(now.File, now.Register, now.Today)
                        .FirstOrDefault(c => c.TeamId is not { } team || now.Author.LeadsTeam(team))
                        ?.EmployeeId,
                    now.Facts.All<EmploymentFact>(),
                    now.Author.Leads,
                    now.Author.LeadsTeam,
                    NamedAlike.In(now.Facts, now.File, now.Staff),
                    now.Today,
                    now.NewId
                )
        )
        {
            Reason = c => string.Join('\n', new[] { c.Reason, c.NameReason }.OfType<string>()) is { Length: > 0 } both ? both : null,
        };
}

public static partial class WorkforceRules
{
    /// <param name="proposed">Who stood first on the proposal, of those whom the allocator answers for; null if nobody could.</param>
    /// <param name="leads">A leader allocates, not the coordinator.</param>
    /// <param name="leadsTeam">Whether the allocator answers for a team. A team gets a child by its own leader or coordinator, or by one
    /// who leads them all: what needs a yes when somebody has the child needs no less when nobody has.</param>
    /// <param name="namedAlike">Whether somebody who is employed is called as one around the child is.</param>
    public static Decision Allocate(
        AllocateCase c,
        ChildFile file,
        long? proposed,
        IReadOnlyList<EmploymentFact> employments,
        bool leads,
        Func<long, bool> leadsTeam,
        Func<long, bool> namedAlike,
        DateOnly today,
        Func<long> newId
    )
    {
        var day = c.From > today ? c.From : today;
        var staff = new Staff(employments, []);
        bool Reaches(AssignmentFact a) => a.To is null || a.To >= c.From;
        // Whoever has left has nothing: the case waits, though the row says nothing of an end.
        bool IsThere(AssignmentFact a) => Reaches(a) && staff.IsEmployed(a.EmployeeId, a.From > day ? a.From : day);
        var waiting = file.Cases.Where(k => k.ActiveAt(day) && !file.Assignments.Any(a => a.CaseId == k.Id && IsThere(a))).ToList();
        var wrong = new List<Refusal>();
        if (!file.Cases.Any(k => k.ActiveAt(day)))
            wrong.Add(new("no-active-case"));
        else if (waiting.Count == 0)
            wrong.Add(new("already-allocated"));
        else if (waiting.Any(k => c.From < k.OpenedOn))
            wrong.Add(new("before-the-case-opened", nameof(c.From)));
        if (!employments.Any(e => e.EmployeeId == c.EmployeeId && e.Role == Role.Caseworker && e.RunsOn(day)))
            wrong.Add(new("caseworker-not-employed", nameof(c.EmployeeId)));
        else if (BeyondReach(c.EmployeeId, day, employments, leadsTeam))
            wrong.Add(new("allocation-beyond-team", nameof(c.EmployeeId)));
        else if (c.EmployeeId != proposed && c.Reason is null)
            wrong.Add(new("choice-without-reason", nameof(c.Reason)));
        Cases.CaseRules.NameChosen(namedAlike(c.EmployeeId), leads, c.NameReason, nameof(c.NameReason), wrong);
        if (wrong.Count > 0)
            return Decision.No(wrong);
        return Decision.Of([
            .. file.Assignments.Where(a => Reaches(a) && waiting.Exists(k => k.Id == a.CaseId)).Select(a => Ended(a, c.From.AddDays(-1))),
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

    static bool BeyondReach(long employee, DateOnly day, IReadOnlyList<EmploymentFact> employments, Func<long, bool> leadsTeam)
    {
        long[] teams = [.. employments.Where(e => e.EmployeeId == employee && e.RunsOn(day)).Select(e => e.TeamId).OfType<long>()];
        return teams.Length > 0 && !Array.Exists(teams, t => leadsTeam(t));
    }

    static Corrected Ended(AssignmentFact assignment, DateOnly lastDay)
    {
        var now = (AssignmentFact)assignment.Copy();
        now.To = lastDay < assignment.From ? assignment.From : lastDay;
        return new Corrected(FactKinds.Assignment, now);
    }
}
