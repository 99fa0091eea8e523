using Spor.Access;
using Spor.Children;
using Spor.Corrections;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Verbs;
using Spor.Workforce;

namespace Spor.Cases;

/// <summary>Closes a case. The last case of a child closes only when the parents were written to and nothing runs any more.</summary>
/// <param name="On">The last day of the case.</param>
/// <param name="EndMeasures">Ends what still runs on the same day, with <paramref name="Result"/>.</param>
public sealed record CloseCase(long ChildId, long? CaseId, DateOnly On, string? Reason, bool EndMeasures, EndResult? Result)
    : IAboutChild,
        ICommand<CloseCase>
{
    public static Verb<CloseCase> Verb { get; } =
        new("close-case", Capability.Casework, (c, now) => CaseRules.Close(c, now.File, now.Today));
}

/// <summary>Takes a closed case up again: a new case that continues it.</summary>
/// <param name="CaseId">The closed case.</param>
/// <param name="SameCaseworker">Goes to whoever had it last; false: it waits to be allocated.</param>
public sealed record ReopenCase(long ChildId, long? CaseId, DateOnly On, string? Reason, bool? SameCaseworker)
    : IAboutChild,
        ICommand<ReopenCase>
{
    public static Verb<ReopenCase> Verb { get; } =
        new(
            "reopen-case",
            Capability.Casework,
            (c, now) =>
                CaseRules.Reopen(
                    c,
                    now.File,
                    now.Facts.All<EmploymentFact>(),
                    NamedAlike.In(now.Facts, now.File, now.Staff),
                    now.Today,
                    now.NewId
                )
        )
        {
            Reason = c => c.Reason,
        };
}

public static partial class CaseRules
{
    public static Decision Close(CloseCase c, ChildFile file, DateOnly today)
    {
        var wrong = new List<Refusal>();
        if (Array.Find(file.Cases, k => k.Id == c.CaseId) is not { } closing)
            return new Refusal("thing-not-there");
        if (closing.ClosedOn is not null)
            return new Refusal("case-closed-already");
        if (c.On > today)
            wrong.Add(new("day-in-future", nameof(c.On)));
        if (c.On < closing.OpenedOn)
            wrong.Add(new("closing-before-opening", nameof(c.On)));
        if (c.Reason is null)
            wrong.Add(new("closing-without-reason", nameof(c.Reason)));
        if (closing.ParentsInformedOn is not { } informed || informed > c.On)
            wrong.Add(new("parents-not-informed"));

        var events = new List<DomainEvent>
        {
            new Corrected(FactKinds.Case, Changed(closing, k => (k.ClosedOn, k.ClosingReason) = (c.On, c.Reason))),
        };
        // Another case of the child may carry the measures on.
        var running = file.Cases.Any(k => k.Id != closing.Id && (k.ClosedOn is null || k.ClosedOn > c.On))
            ? []
            : file.Interventions.Where(m => m.To is null || m.To > c.On).ToList();
        if (running.Count > 0 && !c.EndMeasures)
            wrong.Add(new("measures-running", nameof(c.EndMeasures)));
        if (running.Count > 0 && c.EndMeasures)
        {
            if (c.Result is null)
                wrong.Add(new("measures-without-result", nameof(c.Result)));
            if (running.Exists(m => m.From > c.On))
                wrong.Add(new("measure-begins-later", nameof(c.On)));
            events.AddRange(
                running.Select(m => new Corrected(FactKinds.Intervention, Changed(m, x => (x.To, x.Result) = (c.On, c.Result))))
            );
        }
        // What is owed between people stands in the way while no other case carries it on.
        if (!file.Cases.Any(k => k.Id != closing.Id && (k.ClosedOn is null || k.ClosedOn > c.On)))
            foreach (var owed in Owed.Of(file, today).DistinctBy(o => (o.Kind, o.AboutId)))
                wrong.Add(
                    new(
                        owed.Kind switch
                        {
                            OwedKind.DecisionLetter => "decision-letter-owed",
                            OwedKind.Feedback => "feedback-owed",
                            OwedKind.Answer => "proposal-waits",
                            OwedKind.Handover => "handover-waits-already",
                            _ => "letter-not-sent",
                        },
                        null,
                        owed.AboutId.ToString(System.Globalization.CultureInfo.InvariantCulture)
                    )
                );
        if (wrong.Count > 0)
            return Decision.No(wrong);
        foreach (var a in file.Assignments.Where(a => a.CaseId == closing.Id && (a.To is null || a.To > c.On)))
            events.Add(
                a.From > c.On
                    ? new Withdrawn(FactKinds.Assignment, a.Id)
                    : new Corrected(FactKinds.Assignment, Changed(a, x => x.To = c.On))
            );
        return Decision.Of(events);
    }

    /// <summary>Who had a case last; null if nobody had.</summary>
    public static long? LastCaseworker(ChildFile file, long caseId) =>
        file.Assignments.Where(a => a.CaseId == caseId).MaxBy(a => (a.To ?? DateOnly.MaxValue, a.From))?.EmployeeId;

    /// <param name="namedAlike">Whether somebody who is employed is called as one around the child is.</param>
    public static Decision Reopen(
        ReopenCase c,
        ChildFile file,
        IEnumerable<EmploymentFact> employments,
        Func<long, bool> namedAlike,
        DateOnly today,
        Func<long> id
    )
    {
        var wrong = new List<Refusal>();
        if (Array.Find(file.Cases, k => k.Id == c.CaseId) is not { } before)
            return new Refusal("thing-not-there");
        if (before.ClosedOn is not { } closed || file.Cases.Any(k => k.ClosedOn is null))
            wrong.Add(new("case-not-closed"));
        else if (c.On <= closed)
            wrong.Add(new("reopened-before-closed", nameof(c.On)));
        if (c.On > today)
            wrong.Add(new("day-in-future", nameof(c.On)));
        if (c.Reason is null)
            wrong.Add(new("reopened-without-reason", nameof(c.Reason)));
        var caseworker = LastCaseworker(file, before.Id);
        if (c.SameCaseworker is null)
            wrong.Add(new("choice-missing", nameof(c.SameCaseworker)));
        if (c.SameCaseworker == true && (caseworker is null || !Takes(employments, caseworker.Value, c.On)))
            wrong.Add(new("last-caseworker-gone", nameof(c.SameCaseworker)));
        else if (c.SameCaseworker == true && namedAlike(caseworker!.Value))
            wrong.Add(new("receiver-is-named-alike", nameof(c.SameCaseworker)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        var opened = new CaseFact
        {
            Id = id(),
            ChildId = c.ChildId,
            OpenedOn = c.On,
            ContinuesCaseId = before.Id,
        };
        var events = new List<DomainEvent> { new Recorded(FactKinds.Case, opened) };
        if (c.SameCaseworker == true)
            events.Add(
                new Recorded(
                    FactKinds.Assignment,
                    new AssignmentFact
                    {
                        Id = id(),
                        ChildId = c.ChildId,
                        CaseId = opened.Id,
                        EmployeeId = caseworker!.Value,
                        From = c.On,
                    }
                )
            );
        return Decision.Of(events);
    }
}
