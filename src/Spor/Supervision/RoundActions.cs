using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Recovery;
using Spor.Verbs;
using Spor.Workforce;

namespace Spor.Supervision;

/// <summary>Gives a round another name or a later last day.</summary>
public sealed record ChangeReadingRound(long RoundId, string? Name, DateOnly Until) : ICommand<ChangeReadingRound>
{
    public static Verb<ChangeReadingRound> Verb { get; } =
        new(
            "change-reading-round",
            Capability.Leadership,
            (c, now) => RoundRules.Change(c, now.Facts.FindOpened<ReadingRoundFact>(c.RoundId), now.Today)
        )
        {
            Shown = (c, now) => now.Facts.Find<ReadingRoundFact>(c.RoundId),
        };
}

/// <summary>Ends a round: what is not read is not read any more.</summary>
public sealed record EndReadingRound(long RoundId) : ICommand<EndReadingRound>
{
    public static Verb<EndReadingRound> Verb { get; } =
        new(
            "end-reading-round",
            Capability.Leadership,
            (c, now) => RoundRules.End(now.Facts.FindOpened<ReadingRoundFact>(c.RoundId), now.Today)
        );
}

/// <summary>Puts an action after a round.</summary>
public sealed record AddReadingAction(long RoundId, ReadingStep? Step, string? What, long EmployeeId, DateOnly DueOn, DateOnly FollowUpOn)
    : ICommand<AddReadingAction>
{
    public static Verb<AddReadingAction> Verb { get; } =
        new(
            "add-reading-action",
            Capability.Leadership,
            (c, now) => RoundRules.Add(c, now.Facts.Find<ReadingRoundFact>(c.RoundId), now.Staff, now.Today, now.NewId)
        );
}

/// <summary>Says how far an action is, and what came of it.</summary>
public sealed record ChangeReadingAction(
    long ActionId,
    ActionState State,
    string? What,
    long EmployeeId,
    DateOnly DueOn,
    DateOnly FollowUpOn,
    string? Effect
) : ICommand<ChangeReadingAction>
{
    public static Verb<ChangeReadingAction> Verb { get; } =
        new(
            "change-reading-action",
            Capability.Leadership,
            (c, now) => RoundRules.Change(c, now.Facts.FindOpened<ReadingActionFact>(c.ActionId), now.Staff, now.Today)
        )
        {
            Shown = (c, now) => now.Facts.Find<ReadingActionFact>(c.ActionId),
        };
}

public static partial class RoundRules
{
    public static Decision Change(ChangeReadingRound c, ReadingRoundFact? round, DateOnly today)
    {
        if (round is null)
            return new Refusal("thing-not-there");
        if (round.EndedOn is not null)
            return new Refusal("reading-round-over");
        // An audit ends with the role it was drawn for.
        if (round.IsFromOutside && c.Until != round.Until)
            return new Refusal("reading-audit-until", nameof(c.Until));
        var wrong = Wrong(c.Name, c.Until == round.Until ? today : c.Until, today);
        if (wrong.Count > 0)
            return Decision.No(wrong);
        var changed = (ReadingRoundFact)round.Copy();
        (changed.Name, changed.Until) = (c.Name!.Trim(), c.Until);
        return new Corrected(FactKinds.ReadingRound, changed);
    }

    public static Decision End(ReadingRoundFact? round, DateOnly today)
    {
        if (round is null)
            return new Refusal("thing-not-there");
        if (round.EndedOn is not null)
            return new Refusal("reading-round-over");
        var ended = (ReadingRoundFact)round.Copy();
        ended.EndedOn = today;
        return new Corrected(FactKinds.ReadingRound, ended);
    }

    public static Decision Add(AddReadingAction c, ReadingRoundFact? round, Staff staff, DateOnly today, Func<long> newId)
    {
        if (round is null)
            return new Refusal("thing-not-there");
        var wrong = WrongAction(c.What, c.EmployeeId, c.DueOn, c.FollowUpOn, staff, today);
        if (c.DueOn < today)
            wrong.Add(new("reading-action-past", nameof(c.DueOn)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        return new Recorded(
            FactKinds.ReadingAction,
            new ReadingActionFact
            {
                Id = newId(),
                RoundId = round.Id,
                Step = c.Step,
                EmployeeId = c.EmployeeId,
                DueOn = c.DueOn,
                FollowUpOn = c.FollowUpOn,
                What = c.What!.Trim(),
            }
        );
    }

    public static Decision Change(ChangeReadingAction c, ReadingActionFact? action, Staff staff, DateOnly today)
    {
        if (action is null)
            return new Refusal("thing-not-there");
        var wrong = WrongAction(
            c.What,
            c.EmployeeId,
            c.DueOn,
            c.FollowUpOn,
            staff,
            // Who had it and has left may stay on what is done.
            c.EmployeeId == action.EmployeeId
                ? null
                : today
        );
        if (c.DueOn != action.DueOn && c.DueOn < today)
            wrong.Add(new("reading-action-past", nameof(c.DueOn)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        var changed = (ReadingActionFact)action.Copy();
        (changed.State, changed.What, changed.EmployeeId) = (c.State, c.What!.Trim(), c.EmployeeId);
        (changed.DueOn, changed.FollowUpOn, changed.Effect) = (c.DueOn, c.FollowUpOn, c.Effect);
        changed.DoneOn = c.State == ActionState.Done ? action.DoneOn ?? today : null;
        return new Corrected(FactKinds.ReadingAction, changed);
    }

    static List<Refusal> WrongAction(string? what, long employee, DateOnly due, DateOnly followUp, Staff staff, DateOnly? employedOn)
    {
        var wrong = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(what))
            wrong.Add(new("value-missing", nameof(AddReadingAction.What)));
        if (employedOn is { } day && !staff.IsEmployed(employee, day))
            wrong.Add(new("caseworker-not-employed", nameof(AddReadingAction.EmployeeId)));
        if (followUp < due)
            wrong.Add(new("reading-follow-up-before", nameof(AddReadingAction.FollowUpOn)));
        return wrong;
    }
}
