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

    /// <summary>For those who may not see the children: the baseline's month-end as it is published, which no correction since has
    /// moved.</summary>
    public static Comparison Published(Snapshot published, DateOnly day) =>
        Of(
            published.Get(KeyFigures.Engine),
            null,
            published.Get(PublishedTables.Of).Periods.NearestDay(day),
            published.EntryNo,
            published.Day
        );

    /// <param name="engine">Of the newest register.</param>
    public static Comparison Of(Register then, FigureEngine engine, DateOnly day, long entryNo, DateOnly today) =>
        Of(engine, then, day, entryNo, today);

    static Comparison Of(FigureEngine engine, Register? then, DateOnly day, long entryNo, DateOnly today)
    {
        var now = engine.Register;
        var from = YearBefore(day);
        Dictionary<(string, string?), KeyFigure> Ask(FigureEngine engine, FigurePeriod period) =>
            engine.Ask(KeyFigures.All, [period]).Figures[0].ToDictionary(Key);
        var period = FigurePeriod.Of(from, day);
        var after = Ask(engine, period);
        var before = then is null ? after : Ask(KeyFigures.EngineOf(then, day), period);
        var current = Ask(engine, FigurePeriod.Of(YearBefore(today), today));
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
            then ?? now,
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
            then is null ? [] : CorrectedSince.Between(then, now, day)
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

    readonly Derived<DateOnly, Comparison> published = new(8, (s, day) => Comparison.Published(s, day));

    public Comparison Of(Snapshot now, long entryNo, DateOnly day) => now.Get(known, (entryNo, day));

    public Comparison Published(Snapshot snapshot, DateOnly day) => snapshot.Get(published, day);
}

/// <summary>What of a comparison somebody may see who may not see the children behind: what the one plan shows of its two days.</summary>
public sealed class ComparisonDisclosure(PublishedTables tables, Comparison comparison)
{
    /// <param name="column">0 = then, 1 = now, 2 = today.</param>
    public bool Hides(ComparedFigure f, int column) =>
        tables.Hides(f.Of, f.Part, Workforce.Group.None, PublicPeriods.Run(column == 2 ? tables.Periods.Last : comparison.Day, 12));

    public bool HidesMove(ComparedFigure f) => Hides(f, 0) || Hides(f, 1);

    /// <summary>What the viewer is shown of a baseline: everything to those who see every child, else what is published of its
    /// day.</summary>
    public static (Comparison Comparison, ComparisonDisclosure? Disclosure) Of(
        Spor.Web.Access.Viewing viewing,
        Comparisons comparisons,
        Spor.Reports.BaselineFact baseline
    )
    {
        if (viewing.SeesBehindAll)
            return (comparisons.Of(viewing.Snapshot, baseline.EntryNo, baseline.Day), null);
        var published = viewing.Published.Snapshot;
        var comparison = comparisons.Published(published, baseline.Day);
        return (comparison, new(published.Get(PublishedTables.Of), comparison));
    }
}
