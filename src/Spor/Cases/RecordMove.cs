using Spor.Access;
using Spor.Children;
using Spor.Corrections;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;
using Spor.Workforce;

namespace Spor.Cases;

/// <summary>A family that moves to another municipality (BL 132), and how far one has come with telling and sending.</summary>
/// <param name="MoveId">The move it goes on with; null for a new one.</param>
/// <param name="CaseStays">True if the case stays here, for a placement that is paid on; false if it closes; null = not decided.</param>
public sealed record RecordMove(
    long ChildId,
    long? MoveId,
    DateOnly MovedOn,
    string? MunicipalityNumber,
    string? Contact,
    DateOnly? NotifiedOn,
    DateOnly? MaterialSentOn,
    string? Summary,
    DateOnly? ConfirmedOn,
    bool? CaseStays
) : IAboutChild, ICommand<RecordMove>
{
    public static Verb<RecordMove> Verb { get; } =
        new(
            "record-move",
            Capability.Casework,
            (c, now) =>
                CaseRules.Move(
                    c,
                    now.File,
                    Earlier(c, now),
                    now.Facts.All<MunicipalityFact>() is [.., var own] ? own.Number : null,
                    now.Today,
                    now.NewId()
                )
        )
        {
            Shown = Earlier,
        };

    static MoveFact? Earlier(RecordMove c, Now now) => c.MoveId is { } id ? now.Facts.Find<MoveFact>(id) : null;
}

public static partial class CaseRules
{
    /// <param name="earlier">The move it goes on with.</param>
    /// <param name="own">This municipality's number.</param>
    public static Decision Move(RecordMove c, ChildFile file, MoveFact? earlier, string? own, DateOnly today, long id)
    {
        var wrong = new List<Refusal>();
        if (c.MoveId is not null && (earlier is null || earlier.ChildId != c.ChildId))
            return new Refusal("thing-not-there");
        if (c.MoveId is null && file.Moves.Any(m => m.MovedOn == c.MovedOn))
            wrong.Add(new("move-known-already", nameof(c.MovedOn)));
        if (c.MunicipalityNumber is not { Length: 3 } number || !number.All(char.IsAsciiDigit))
            wrong.Add(new("municipality-number-not-three-digits", nameof(c.MunicipalityNumber)));
        else if (number == own)
            wrong.Add(new("move-to-own-municipality", nameof(c.MunicipalityNumber)));
        foreach (
            var (day, field) in new[]
            {
                (c.NotifiedOn, nameof(c.NotifiedOn)),
                (c.MaterialSentOn, nameof(c.MaterialSentOn)),
                (c.ConfirmedOn, nameof(c.ConfirmedOn)),
            }
        )
            if (day > today)
                wrong.Add(new("day-in-future", field));
        if (c.MaterialSentOn is not null && c.Summary is null)
            wrong.Add(new("move-without-summary", nameof(c.Summary)));
        if (c.ConfirmedOn is { } confirmed && (c.NotifiedOn is null || confirmed < c.NotifiedOn))
            wrong.Add(new("receipt-before-notice", nameof(c.ConfirmedOn)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        var move = earlier is null ? new MoveFact { Id = id, ChildId = c.ChildId } : (MoveFact)earlier.Copy();
        (
            move.MovedOn,
            move.MunicipalityNumber,
            move.Contact,
            move.NotifiedOn,
            move.MaterialSentOn,
            move.Summary,
            move.ConfirmedOn,
            move.CaseStays
        ) = (c.MovedOn, c.MunicipalityNumber!, c.Contact, c.NotifiedOn, c.MaterialSentOn, c.Summary, c.ConfirmedOn, c.CaseStays);
        // Without any text left the row would keep the sealed one it had.
        if (earlier is not null && c.Summary is null && c.Contact is null)
            move.TextId = null;
        return earlier is null ? new Recorded(FactKinds.Move, move) : new Corrected(FactKinds.Move, move);
    }
}
