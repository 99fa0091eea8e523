using Spor.Figures.Engine;
using Spor.Workforce;

namespace Spor.Figures.Disclosure;

/// <summary>What lies between what is published: other periods as sums, and what changed from one month-end to another.</summary>
public sealed partial class PublishedTables
{
    /// <summary>
    /// True of months that are published as no run, if their sum is what published runs add up to that are told: whoever can add has
    /// it already. So two periods that overlap tell nothing that their runs do not.
    /// </summary>
    bool IsSumOfTold(Figure figure, string? part, Group group, FigurePeriod period)
    {
        if (
            figure is not { Time: FigureTime.Period, Unit: FigureUnit.Count or FigureUnit.Share }
            || !figures.Contains(figure)
            || Periods.LengthOf(period) is not null
            || Periods.MonthsIn(period) is null
        )
            return false;
        var pieces = new List<FigurePeriod>();
        for (var to = period.To; to > period.After; to = pieces[^1].After)
        {
            var run = Periods
                .EndingOn(to)
                .Reverse()
                .Where(r => r.After >= period.After && Places(LengthOf(r)).ContainsKey(r) && !HidesAlone(figure, part, group, r))
                .Select(r => (FigurePeriod?)r)
                .FirstOrDefault();
            if (run is null)
                return false;
            pieces.Add(run.Value);
        }
        long[] Values(FigureAnswer answer, int i) => EntryOf(figure, Of(answer, i), answer, i, whole: part is null).Values;
        Answered Of(FigureAnswer answer, int i) =>
            part is null
                ? answer.Of(figure, i)
                : answer.Parts(figure, i).Where(p => p.Name.Code == part).Select(p => p.Answered).FirstOrDefault();
        var by = group.IsNone ? ((Division Division, long Cell)?)null : CellOf(group);
        FigureAnswer? In(IReadOnlyList<DividedAnswer> cells) => cells.FirstOrDefault(c => c.Id == by!.Value.Cell)?.Answer;
        var sum = by is { } of ? In(Elsewhere(period, of.Division).Cells) : Elsewhere(period, null).Whole;
        if (sum is null)
            return false;
        var values = Values(sum, 0);
        foreach (var piece in pieces)
        {
            var (places, answer) = Asked(LengthOf(piece));
            var told = by is { } cell ? In(AskedOf(LengthOf(piece), cell.Division)) : answer;
            if (told is null)
                return false;
            var some = Values(told, places[piece]);
            for (var layer = 0; layer < values.Length; layer++)
                values[layer] -= some[layer];
        }
        return Array.TrueForAll(values, v => v == 0);
    }

    /// <summary>Periods that are published as no run and were asked for; let go when there are many.</summary>
    const int MostElsewhere = 48;

    (FigureAnswer? Whole, IReadOnlyList<DividedAnswer> Cells) Elsewhere(FigurePeriod period, Division? by)
    {
        if (elsewhere.Count > MostElsewhere)
            elsewhere.Clear();
        return elsewhere
            .GetOrAdd(
                (period, by),
                key =>
                    new(() =>
                        key.Item2 is { } division ? (null, engine.Divide(figures, [period], division)) : (engine.Ask(figures, [period]), [])
                    )
            )
            .Value;
    }

    /// <summary>
    /// A change is a figure too (<c>measures.md</c> 3.2): of two month-ends with few between them, on not many children, the earlier is
    /// told on no page and in no picture, and what would give it away is hidden with it.
    /// </summary>
    bool DiffersByFew(Figure figure, FigurePeriod at, string? part, Division? by, long? cell, Entry entry)
    {
        if (figure is not { AboutChildren: true, Unit: FigureUnit.Count, Time: FigureTime.Day })
            return false;
        var places = Places(1);
        var day = at.To;
        for (var later = 0; later < MonthsOfChange && day < Periods.Last; later++)
        {
            day = Periods.NearestDay(new DateOnly(day.Year, day.Month, 1).AddMonths(2).AddDays(-1));
            var month = PublicPeriods.Run(day, 1);
            if (!places.TryGetValue(month, out var i))
                continue;
            var answer = by is { } division ? AskedOf(1, division).FirstOrDefault(c => c.Id == cell)?.Answer : Asked(1).Answer;
            if (answer is null)
                return false;
            var answered = part is null
                ? answer.Of(figure, i)
                : answer.Parts(figure, i).Where(p => p.Name.Code == part).Select(p => p.Answered).FirstOrDefault();
            if (
                answered.Rests < Many
                && Math.Abs((answered.Value ?? 0) - entry.Values[0]) is > 0 and < Suppression.Fewest
                && !(
                    by is not { } of ? Whole(figure, month).Hides(month, part, null)
                    : part is null ? Cells(figure, month, of).Hides(month, null, cell)
                    : Parts(figure, month, of).Hides(month, part, cell)
                )
            )
                return true;
        }
        return false;
    }

    /// <summary>How far ahead a month-end is held against those that are told: as many as a page shows beside each other.</summary>
    const int MonthsOfChange = 36;
}
