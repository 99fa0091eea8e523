using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Conferences;

/// <summary>The caseworker has asked how an agreement goes; it stays open.</summary>
/// <param name="Note">What was answered.</param>
/// <param name="DueOn">By when now; null = it holds all the time.</param>
public sealed record AskAgreement(DateOnly AskedOn, string? Note, DateOnly? DueOn) : IAboutChild, ICommand<AskAgreement>
{
    public long ChildId { get; init; }
    public long AgreementId { get; init; }

    public static Verb<AskAgreement> Verb { get; } =
        new("ask-agreement", Capability.Casework, (c, now) => ConferenceRules.Ask(c, now.Agreement(c.AgreementId), now.Today))
        {
            Shown = (c, now) => now.Agreement(c.AgreementId),
        };
}

/// <summary>An agreement is dropped, with the reason.</summary>
public sealed record DropAgreement(DateOnly DroppedOn, string? Note) : IAboutChild, ICommand<DropAgreement>
{
    public long ChildId { get; init; }
    public long AgreementId { get; init; }

    public static Verb<DropAgreement> Verb { get; } =
        new("drop-agreement", Capability.Casework, (c, now) => ConferenceRules.Drop(c, now.Agreement(c.AgreementId), now.Today))
        {
            Shown = (c, now) => now.Agreement(c.AgreementId),
        };
}

/// <summary>An agreement is kept.</summary>
public sealed record TickAgreement(long ChildId, long AgreementId) : IAboutChild, ICommand<TickAgreement>
{
    public static Verb<TickAgreement> Verb { get; } =
        new("tick-agreement", Capability.Casework, (c, now) => ConferenceRules.Tick(now.Agreement(c.AgreementId), now.Today));
}

public static partial class ConferenceRules
{
    /// <summary>Done today.</summary>
    public static Decision Tick(AgreementFact? agreement, DateOnly today) =>
        Over(agreement) is { } no ? no : Amend.Of(agreement!, f => f.DoneOn = today);

    /// <param name="agreement">Opened.</param>
    public static Decision Ask(AskAgreement c, AgreementFact? agreement, DateOnly today)
    {
        if (Over(agreement) is { } no)
            return no;
        var wrong = new List<Refusal>();
        if (c.AskedOn > today)
            wrong.Add(new("day-in-future", nameof(c.AskedOn)));
        if (c.Note is null)
            wrong.Add(new("asked-without-answer", nameof(c.Note)));
        return wrong.Count > 0
            ? Decision.No(wrong)
            : Amend.Of(agreement!, f => (f.AskedOn, f.Note, f.DueOn) = (c.AskedOn, c.Note, c.DueOn));
    }

    /// <param name="agreement">Opened.</param>
    public static Decision Drop(DropAgreement c, AgreementFact? agreement, DateOnly today)
    {
        if (Over(agreement) is { } no)
            return no;
        var wrong = new List<Refusal>();
        if (c.DroppedOn > today)
            wrong.Add(new("day-in-future", nameof(c.DroppedOn)));
        if (c.Note is null)
            wrong.Add(new("dropped-without-reason", nameof(c.Note)));
        return wrong.Count > 0 ? Decision.No(wrong) : Amend.Of(agreement!, f => (f.DroppedOn, f.Note) = (c.DroppedOn, c.Note));
    }

    /// <summary>The agreements somebody must still keep: the overdue first, then by due day, then those that hold all the time.</summary>
    public static IEnumerable<AgreementFact> Open(IEnumerable<AgreementFact> agreements) =>
        agreements.Where(a => a.IsOpen).OrderBy(a => a.DueOn ?? DateOnly.MaxValue).ThenBy(a => a.Id);

    /// <summary>The open agreements of a child that somebody is to be asked about: what stands in a plan that has been refused waits until
    /// the family has changed it.</summary>
    public static IEnumerable<AgreementFact> ToKeep(ChildFile file) =>
        Open(file.Agreements.Where(a => !Array.Exists(file.Conferences, c => c.Id == a.ConferenceId && c.PlanApproved == false)));

    static Refusal? Over(AgreementFact? agreement) =>
        agreement switch
        {
            null => new("thing-not-there"),
            { DoneOn: not null } => new("agreement-done-already"),
            { DroppedOn: not null } => new("agreement-dropped-already"),
            _ => null,
        };
}
