using Spor.Facts;
using Spor.Insight;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Leading.Baselines;

/// <param name="Then">As known at the baseline's entry.</param>
/// <param name="Now">The same day as known at the head.</param>
/// <param name="Today">The page's own day, as known at the head.</param>
public sealed record ComparedFigure(FigureDefinition Of, string? Part, string? PartName, KeyFigure? Then, KeyFigure? Now, KeyFigure? Today)
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

    public static Comparison Of(Register then, Register now, DateOnly day, long entryNo, DateOnly today)
    {
        var from = YearBefore(day);
        var before = KeyFigures.Of(then, from, day).ToDictionary(Key);
        var after = KeyFigures.Of(now, from, day).ToDictionary(Key);
        var current = KeyFigures.Of(now, YearBefore(today), today).ToDictionary(Key);
        // The table of movements stands on the ladder's page; here it would be 49 rows.
        var keys = after
            .Values.Concat(before.Values)
            .Concat(current.Values)
            .Where(f => f.Of.Parts != FigurePart.Move || f.Part is null)
            .Where(f => f.Of != KeyFigures.Movements)
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
            Insight.Corrections.Between(then, now, day)
        );

        static (string, string?) Key(KeyFigure f) => (f.Of.Code, f.Part);
        static int IndexOf(FigureDefinition of)
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
        (now, then) => Comparison.Of(municipality.At(then.EntryNo, then.Day).Register, now.Register, then.Day, then.EntryNo, now.Day)
    );

    public Comparison Of(Snapshot now, long entryNo, DateOnly day) => now.Get(known, (entryNo, day));
}

/// <summary>What of a comparison somebody may see who may not see the children behind.</summary>
public sealed class ComparisonDisclosure
{
    readonly HashSet<(string, string?, int)> hidden = [];
    readonly HashSet<(string, string?)> moves = [];

    public ComparisonDisclosure(Comparison comparison)
    {
        for (var column = 0; column < 3; column++)
            foreach (var figure in comparison.Figures.GroupBy(f => f.Of))
            {
                KeyFigure? At(ComparedFigure f) =>
                    column switch
                    {
                        0 => f.Then,
                        1 => f.Now,
                        _ => f.Today,
                    };
                var parts = figure.Where(f => f.Part is not null).ToList();
                var small = parts.Select(p => figure.Key.AboutChildren && At(p)?.Rests is > 0 and < SmallNumbers.Fewest).ToArray();
                if (figure.Key.AddsUp && figure.Key.Unit == FigureUnit.Count)
                    small = SmallNumbers.Hide([.. parts.Select(p => (int)(At(p)?.Value ?? 0))], small);
                // What adds up in kroner cannot be weighed as counts are: with one small part, two are hidden.
                else if (
                    figure.Key.AddsUp
                    && small.Count(s => s) == 1
                    && parts.FindIndex(p => At(p)?.Rests >= SmallNumbers.Fewest) is >= 0 and var company
                )
                    small[company] = true;
                for (var i = 0; i < parts.Count; i++)
                    if (small[i])
                        hidden.Add((figure.Key.Code, parts[i].Part, column));
                if (
                    figure.FirstOrDefault(f => f.Part is null) is { } total
                    && figure.Key.AboutChildren
                    && At(total)?.Rests is > 0 and < SmallNumbers.Fewest
                )
                    hidden.Add((figure.Key.Code, null, column));
            }
        // A figure that corrections have moved by a few tells of the few children who were corrected.
        foreach (var f in comparison.Figures)
            if (
                f.Of.AboutChildren
                && f.Moved
                && (f.Of.Unit != FigureUnit.Count || Math.Abs((f.Now?.Value ?? 0) - (f.Then?.Value ?? 0)) < SmallNumbers.Fewest)
            )
                moves.Add((f.Of.Code, f.Part));
    }

    /// <param name="column">0 = then, 1 = now, 2 = today.</param>
    public bool Hides(ComparedFigure f, int column) =>
        hidden.Contains((f.Of.Code, f.Part, column)) || (column == 0 && moves.Contains((f.Of.Code, f.Part)));

    public bool HidesMove(ComparedFigure f) => Hides(f, 0) || Hides(f, 1);
}
