using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;
using Spor.Workforce;

namespace Spor.Recovery;

/// <summary>Puts an action under one of the six themes.</summary>
public sealed record AddRecoveryAction(long ProgrammeId, RecoveryTheme Theme, string? What, long EmployeeId, DateOnly DueOn)
    : ICommand<AddRecoveryAction>
{
    public static Verb<AddRecoveryAction> Verb { get; } =
        new(
            "add-recovery-action",
            Capability.Leadership,
            (c, now) => BoardRules.Add(c, now.Facts.Find<RecoveryProgrammeFact>(c.ProgrammeId), now.Staff, now.Today, now.NewId)
        );
}

/// <summary>Says how far an action is, who has it now, and by when.</summary>
public sealed record ChangeRecoveryAction(long ActionId, ActionState State, string? What, long EmployeeId, DateOnly DueOn)
    : ICommand<ChangeRecoveryAction>
{
    public static Verb<ChangeRecoveryAction> Verb { get; } =
        new(
            "change-recovery-action",
            Capability.Leadership,
            (c, now) => BoardRules.Change(c, now.Facts.FindOpened<RecoveryActionFact>(c.ActionId), now.Staff, now.Today)
        )
        {
            Shown = (c, now) => now.Facts.Find<RecoveryActionFact>(c.ActionId),
        };
}

/// <summary>Writes down what the leadership team decided at the board. The same week again changes what stands.</summary>
public sealed record HoldRecoveryBoard(long ProgrammeId, DateOnly HeldOn, string? Present, string? Decisions) : ICommand<HoldRecoveryBoard>
{
    public static Verb<HoldRecoveryBoard> Verb { get; } =
        new(
            "hold-recovery-board",
            Capability.Leadership,
            (c, now) =>
                BoardRules.Hold(
                    c,
                    now.Facts.Find<RecoveryProgrammeFact>(c.ProgrammeId),
                    now.Facts.All<RecoveryBoardFact>(),
                    now.Today,
                    now.NewId
                )
        )
        {
            Shown = (c, now) => BoardRules.OfWeek(now.Facts.All<RecoveryBoardFact>(), c.ProgrammeId, c.HeldOn),
        };
}

/// <summary>The six themes and the weekly board.</summary>
public static class BoardRules
{
    public static RecoveryBoardFact? OfWeek(IEnumerable<RecoveryBoardFact> known, long programme, DateOnly day) =>
        known.FirstOrDefault(b => b.ProgrammeId == programme && b.Week == ProgrammeRules.Monday(day));

    public static Decision Add(AddRecoveryAction c, RecoveryProgrammeFact? programme, Staff staff, DateOnly today, Func<long> newId)
    {
        if (programme is null)
            return new Refusal("thing-not-there");
        if (programme.EndedOn is not null)
            return new Refusal("recovery-ended");
        var wrong = Wrong(c.What, c.EmployeeId, staff, today);
        if (c.DueOn < today)
            wrong.Add(new("recovery-action-due-past", nameof(c.DueOn)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        return new Recorded(
            FactKinds.RecoveryAction,
            new RecoveryActionFact
            {
                Id = newId(),
                ProgrammeId = programme.Id,
                Theme = c.Theme,
                EmployeeId = c.EmployeeId,
                DueOn = c.DueOn,
                What = c.What!.Trim(),
            }
        );
    }

    public static Decision Change(ChangeRecoveryAction c, RecoveryActionFact? action, Staff staff, DateOnly today)
    {
        if (action is null)
            return new Refusal("thing-not-there");
        // Whoever had it and has left may stay on what is done.
        var wrong = Wrong(c.What, c.EmployeeId, staff, c.EmployeeId == action.EmployeeId ? null : today);
        if (c.DueOn != action.DueOn && c.DueOn < today)
            wrong.Add(new("recovery-action-due-past", nameof(c.DueOn)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        var changed = (RecoveryActionFact)action.Copy();
        (changed.State, changed.What, changed.EmployeeId, changed.DueOn) = (c.State, c.What!.Trim(), c.EmployeeId, c.DueOn);
        changed.DoneOn = c.State == ActionState.Done ? action.DoneOn ?? today : null;
        return new Corrected(FactKinds.RecoveryAction, changed);
    }

    public static Decision Hold(
        HoldRecoveryBoard c,
        RecoveryProgrammeFact? programme,
        IEnumerable<RecoveryBoardFact> known,
        DateOnly today,
        Func<long> newId
    )
    {
        if (programme is null)
            return new Refusal("thing-not-there");
        var wrong = new List<Refusal>();
        if (c.HeldOn > today)
            wrong.Add(new("day-in-future", nameof(c.HeldOn)));
        if (c.HeldOn < programme.From)
            wrong.Add(new("recovery-before-it-began", nameof(c.HeldOn)));
        if (string.IsNullOrWhiteSpace(c.Decisions))
            wrong.Add(new("recovery-board-without-decisions", nameof(c.Decisions)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        var same = OfWeek(known, programme.Id, c.HeldOn);
        var board = new RecoveryBoardFact
        {
            Id = same?.Id ?? newId(),
            ProgrammeId = programme.Id,
            Week = ProgrammeRules.Monday(c.HeldOn),
            HeldOn = c.HeldOn,
            Present = c.Present,
            Decisions = c.Decisions,
        };
        return same is null ? new Recorded(FactKinds.RecoveryBoard, board) : new Corrected(FactKinds.RecoveryBoard, board);
    }

    static List<Refusal> Wrong(string? what, long employee, Staff staff, DateOnly? employedOn)
    {
        var wrong = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(what))
            wrong.Add(new("value-missing", nameof(AddRecoveryAction.What)));
        if (employedOn is { } day && !staff.IsEmployed(employee, day))
            wrong.Add(new("caseworker-not-employed", nameof(AddRecoveryAction.EmployeeId)));
        return wrong;
    }
}
