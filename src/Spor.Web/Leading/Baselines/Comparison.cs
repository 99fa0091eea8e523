using Spor.Facts;
using Spor.Figures;
using Spor.Figures.Disclosure;
using Spor.Figures.Engine;
using Spor.Reports;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Leading.Baselines;

/// <param name="Then">As known at the baseline's entry.</param>
/// <param name="Now">The same day as known at the head.</param>
/// <param name="Today">The page's own day, as known at the head.</param>
public sealed record ComparedFigure(Figure Of, string? Part, string? PartName, KeyFigure? Then, KeyFigure? Now, KeyFigure? Today)
{
    public bool Moved => Then?.Value != Now?.Value;
}

/// <summary>A baseline's figures as known then and as known now, and what was corrected between.</summary>
public sealed record Comparison(
    DateOnly From,
    DateOnly Day,
    long EntryNo,
    Register Then,
    Register Now,
    IReadOnlyList<ComparedFigure> Figures,
    IReadOnlyList<Correction> Corrections
)
{
    /// <summary>Period figures are of the twelve months up to the day.</summary>
    public static DateOnly YearBefore(DateOnly day) => day.AddMonths(-12).AddDays(1);

    /// <param name="engine">Of the newest register.</param>
    public static Comparison Of(Register then, FigureEngine engine, DateOnly day, long entryNo, DateOnly today)
    {
        var now = engine.Register;
        var from = YearBefore(day);
        Dictionary<(string, string?), KeyFigure> Of(FigureEngine engine, FigurePeriod period) =>
            engine.Ask(KeyFigures.All, [period]).Figures[0].ToDictionary(Key);
        var period = FigurePeriod.Of(from, day);
        var before = Of(KeyFigures.EngineOf(then, day), period);
        var after = Of(engine, period);
        var current = Of(engine, FigurePeriod.Of(YearBefore(today), today));
        // The table of movements stands on the ladder's page; here it would be 49 rows.
        var keys = after
            .Values.Concat(before.Values)
            .Concat(current.Values)
            .Where(f => f.Of.Parts != FigurePart.Move || f.Part is null)
            .Where(f => f.Of != LadderFigures.Movements)
            .DistinctBy(Key)
            .OrderBy(f => IndexOf(f.Of));
        return new(
            from,
            day,
            entryNo,
            then,
            now,
            [
                .. keys.Select(f => new ComparedFigure(
                    f.Of,
                    f.Part,
                    f.PartName,
                    before.GetValueOrDefault(Key(f)),
                    after.GetValueOrDefault(Key(f)),
                    current.GetValueOrDefault(Key(f))
                )),
            ],
            CorrectedSince.Between(then, now, day)
        );

        static (string, string?) Key(KeyFigure f) => (f.Of.Code, f.Part);
        static int IndexOf(Figure of)
        {
            for (var i = 0; i < KeyFigures.All.Count; i++)
                if (KeyFigures.All[i] == of)
                    return i;
            return int.MaxValue;
        }
    }
}

/// <summary>Comparisons with a snapshot, a few of them: each costs a reading of the record as it was.</summary>
public sealed class Comparisons(Municipality municipality)
{
    readonly Derived<(long EntryNo, DateOnly Day), Comparison> known = new(
        8,
        (now, then) =>
            Comparison.Of(municipality.At(then.EntryNo, then.Day).Register, now.Get(KeyFigures.Engine), then.Day, then.EntryNo, now.Day)
    );

    public Comparison Of(Snapshot now, long entryNo, DateOnly day) => now.Get(known, (entryNo, day));
}

/// <summary>What of a comparison somebody may see who may not see the children behind.</summary>
public sealed class ComparisonDisclosure
{
    readonly PublishedFigures[] columns;
    readonly HashSet<(string, string?)> moves = [];

    public ComparisonDisclosure(Comparison comparison)
    {
        PublishedFigures Column(Func<ComparedFigure, KeyFigure?> at) => new([.. comparison.Figures.Select(at).OfType<KeyFigure>()]);
        columns = [Column(f => f.Then), Column(f => f.Now), Column(f => f.Today)];
        // A figure that corrections have moved by a few tells of the few children who were corrected.
        foreach (var f in comparison.Figures)
            if (f.Of.AboutChildren && (f.Then ?? f.Now) is not null && MovedByFew(f))
                moves.Add((f.Of.Code, f.Part));
    }

    static bool MovedByFew(ComparedFigure f) =>
        f.Moved && (f.Then is { } then ? PublishedFigures.MovedByFew(then, f.Now) : PublishedFigures.MovedByFew(f.Now!, f.Then));

    /// <param name="column">0 = then, 1 = now, 2 = today.</param>
    public bool Hides(ComparedFigure f, int column) =>
        columns[column].Hides(f.Of, f.Part) || (column == 0 && moves.Contains((f.Of.Code, f.Part)));

    public bool HidesMove(ComparedFigure f) => Hides(f, 0) || Hides(f, 1);
}
