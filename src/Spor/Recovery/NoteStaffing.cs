using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Recovery;

/// <summary>Notes that people came, went or got other tasks, from a day.</summary>
public sealed record NoteRecoveryStaffing(
    long ProgrammeId,
    DateOnly On,
    StaffingKind Kind,
    int People,
    RecoveryElement? Element,
    string? Note
) : ICommand<NoteRecoveryStaffing>
{
    public static Verb<NoteRecoveryStaffing> Verb { get; } =
        new(
            "note-recovery-staffing",
            Capability.Leadership,
            (c, now) => ProgrammeRules.Staffing(c, now.Facts.Find<RecoveryProgrammeFact>(c.ProgrammeId), now.NewId)
        );
}

/// <summary>Takes a change of staff that was noted by mistake away again.</summary>
public sealed record WithdrawRecoveryStaffing(long StaffingId) : ICommand<WithdrawRecoveryStaffing>
{
    public static Verb<WithdrawRecoveryStaffing> Verb { get; } =
        new(
            "withdraw-recovery-staffing",
            Capability.Leadership,
            (c, now) =>
                now.Facts.Find<RecoveryStaffingFact>(c.StaffingId) is { } row
                    ? new Withdrawn(FactKinds.RecoveryStaffing, row.Id)
                    : new Refusal("thing-not-there")
        );
}

/// <summary>Types in numbers that were published about the recovery.</summary>
public sealed record NotePublishedNumbers(
    long ProgrammeId,
    DateOnly From,
    DateOnly To,
    int? AtStart,
    int? Closed,
    long? NewAMonthHundredths,
    int? AtEnd,
    long? LoadAtStartHundredths,
    long? LoadAtEndHundredths,
    string? Source
) : ICommand<NotePublishedNumbers>
{
    public static Verb<NotePublishedNumbers> Verb { get; } =
        new(
            "note-published-numbers",
            Capability.Leadership,
            (c, now) => ProgrammeRules.Published(c, now.Facts.Find<RecoveryProgrammeFact>(c.ProgrammeId), now.NewId)
        );
}

/// <summary>Takes published numbers that were typed wrongly away again.</summary>
public sealed record WithdrawPublishedNumbers(long NumbersId) : ICommand<WithdrawPublishedNumbers>
{
    public static Verb<WithdrawPublishedNumbers> Verb { get; } =
        new(
            "withdraw-published-numbers",
            Capability.Leadership,
            (c, now) =>
                now.Facts.Find<PublishedNumbersFact>(c.NumbersId) is { } row
                    ? new Withdrawn(FactKinds.PublishedNumbers, row.Id)
                    : new Refusal("thing-not-there")
        );
}

public static partial class ProgrammeRules
{
    public static Decision Staffing(NoteRecoveryStaffing c, RecoveryProgrammeFact? programme, Func<long> newId)
    {
        if (programme is null)
            return new Refusal("thing-not-there");
        var wrong = new List<Refusal>();
        if (c.People is < 1 or > 99)
            wrong.Add(new("recovery-people", nameof(c.People)));
        if (c.On < programme.From)
            wrong.Add(new("recovery-before-it-began", nameof(c.On)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        return new Recorded(
            FactKinds.RecoveryStaffing,
            new RecoveryStaffingFact
            {
                Id = newId(),
                ProgrammeId = programme.Id,
                On = c.On,
                Kind = c.Kind,
                People = c.People,
                Element = c.Element?.Danish(),
                Note = c.Note,
            }
        );
    }

    public static Decision Published(NotePublishedNumbers c, RecoveryProgrammeFact? programme, Func<long> newId)
    {
        if (programme is null)
            return new Refusal("thing-not-there");
        var wrong = new List<Refusal>();
        if (c.To <= c.From)
            wrong.Add(new("ends-before-it-starts", nameof(c.To)));
        foreach (var (value, field) in new[] { (c.AtStart, nameof(c.AtStart)), (c.Closed, nameof(c.Closed)), (c.AtEnd, nameof(c.AtEnd)) })
            if (value is not (>= 0 and <= 999_999))
                wrong.Add(new("recovery-count-missing", field));
        if (c.NewAMonthHundredths is not (>= 0 and <= 99_999_900))
            wrong.Add(new("recovery-count-missing", nameof(c.NewAMonthHundredths)));
        if (c.LoadAtStartHundredths is < 0 or > 99_999)
            wrong.Add(new("recovery-load-not-possible", nameof(c.LoadAtStartHundredths)));
        if (c.LoadAtEndHundredths is < 0 or > 99_999)
            wrong.Add(new("recovery-load-not-possible", nameof(c.LoadAtEndHundredths)));
        if (string.IsNullOrWhiteSpace(c.Source))
            wrong.Add(new("value-missing", nameof(c.Source)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        return new Recorded(
            FactKinds.PublishedNumbers,
            new PublishedNumbersFact
            {
                Id = newId(),
                ProgrammeId = programme.Id,
                From = c.From,
                To = c.To,
                AtStart = c.AtStart!.Value,
                Closed = c.Closed!.Value,
                NewAMonthHundredths = c.NewAMonthHundredths!.Value,
                AtEnd = c.AtEnd!.Value,
                LoadAtStartHundredths = c.LoadAtStartHundredths,
                LoadAtEndHundredths = c.LoadAtEndHundredths,
                Source = c.Source!.Trim(),
            }
        );
    }
}
