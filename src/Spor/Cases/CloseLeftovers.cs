using Spor.Access;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Requirements;
using Spor.Verbs;
using Spor.Workforce;

namespace Spor.Cases;

/// <summary>
/// Somebody has looked at a requirement that was overdue for more than a year, and nobody will do anything about it any more. It takes it
/// off the lists of what is to be done; the figures count it as overdue as before.
/// </summary>
public sealed class LeftoverFact : ChildsFact
{
    public static FactKind<LeftoverFact> Described { get; } =
        new(
            "leftover",
            "lukket rest",
            "lukkede rester",
            c =>
                c.BySpor(f => f.Rule, "")
                    .BySpor(f => f.SubjectId, "")
                    .BySpor(f => f.DueOn, "")
                    .BySpor(f => f.Rounds, "")
                    .Happened(f => f.On, "Lukket")
                    .Refers<EmploymentFact>(f => f.EmployeeId, "Medarbejder", bond: Bond.Outlives)
                    .Line(f => f.Reason, "Grund"),
            order: (a, b) => a.On.CompareTo(b.On)
        );

    /// <summary>The name of the <see cref="Requirements.Rule"/>.</summary>
    public string Rule { get; set; } = "";
    public long SubjectId { get; set; }
    public DateOnly DueOn { get; set; }

    /// <summary>How many rounds the line stood for: when another has gone by, it stands on the list again.</summary>
    public int Rounds { get; set; }
    public DateOnly On { get; set; }
    public long? EmployeeId { get; set; }
    public string? Reason { get; set; }

    public bool Closes(Requirement r) => DueOn == r.Due && SubjectId == r.SubjectId && Rounds == r.Rounds && Rule == r.Rule.ToString();
}

/// <summary>One line of what was left over, as a form names it.</summary>
public sealed record Leftover(long ChildId, string Rule, long SubjectId, DateOnly DueOn);

/// <summary>Closes what has been overdue for more than a year, of one child or several, with one reason.</summary>
public sealed record CloseLeftovers(IReadOnlyList<Leftover> Leftovers, string? Reason) : IAboutChildren, ICommand<CloseLeftovers>
{
    IReadOnlyList<long> IAboutChildren.Children => [.. Leftovers.Select(l => l.ChildId).Distinct()];

    public static Verb<CloseLeftovers> Verb { get; } =
        new(
            "close-leftovers",
            Capability.Casework,
            (c, now) => LeftoverRules.Close(c, now.Facts.Child, now.Catalogue, now.Author.EmployeeId, now.Today, now.NewId)
        );
}

public static class LeftoverRules
{
    /// <summary>Overdue for longer than this is a leftover (days).</summary>
    public const int OldAfter = 365;

    public static bool IsOld(Requirement r, DateOnly today) => r.Due < today.AddDays(-OldAfter);

    /// <summary>Whether somebody has closed it; then it stands on no list of what is to be done.</summary>
    public static bool IsClosed(Requirement r, ChildFile file)
    {
        foreach (var l in file.Of<LeftoverFact>())
            if (l.Closes(r))
                return true;
        return false;
    }

    /// <param name="find">A child's file, no text opened; null if there is none.</param>
    public static Decision Close(
        CloseLeftovers c,
        Func<long, ChildFile?> find,
        Catalogue catalogue,
        long? author,
        DateOnly today,
        Func<long> id
    )
    {
        var wrong = new List<Refusal>();
        if (c.Leftovers.Count == 0)
            wrong.Add(new("no-leftover-chosen", nameof(c.Leftovers)));
        if (c.Reason is null)
            wrong.Add(new("leftover-without-reason", nameof(c.Reason)));
        var events = new List<DomainEvent>();
        foreach (var of in c.Leftovers.Distinct().GroupBy(l => l.ChildId))
        {
            if (find(of.Key) is not { } file)
            {
                wrong.Add(new("thing-not-there"));
                continue;
            }
            var found = new List<Requirement>();
            Derive.Of(file, catalogue, today, found);
            var open = Rounds.OnOneLine(found.Where(r => r.State is RequirementState.Overdue or RequirementState.Upcoming));
            foreach (var leftover in of)
            {
                var at = open.FindIndex(r =>
                    r.Rule.ToString() == leftover.Rule && r.SubjectId == leftover.SubjectId && r.Due == leftover.DueOn
                );
                if (at < 0 || IsClosed(open[at], file))
                    Add(new("leftover-gone", nameof(c.Leftovers)));
                else if (!IsOld(open[at], today))
                    Add(new("leftover-not-old", nameof(c.Leftovers)));
                else
                    events.Add(
                        new Recorded(
                            FactKinds.Leftover,
                            new LeftoverFact
                            {
                                Id = id(),
                                ChildId = file.Id,
                                Rule = leftover.Rule,
                                SubjectId = leftover.SubjectId,
                                DueOn = leftover.DueOn,
                                Rounds = open[at].Rounds,
                                On = today,
                                EmployeeId = author,
                                Reason = c.Reason,
                            }
                        )
                    );
            }
        }
        return wrong.Count > 0 ? Decision.No(wrong) : Decision.Of(events);

        void Add(Refusal refusal)
        {
            if (!wrong.Contains(refusal))
                wrong.Add(refusal);
        }
    }
}
