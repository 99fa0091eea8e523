using Spor.Figures.Disclosure;
using Spor.Figures.Engine;

namespace Spor.Reports;

/// <summary>
/// A report beside those printed before it, also drafts that were thrown away, for somebody may have kept them. What a report has told of a
/// day or a period stays as it was told, until so many children have been corrected that the correction names nobody; then the new figures
/// stand, and the report says what was corrected (<c>measures.md</c> 3.2 and 3.5).
/// </summary>
static class AgainstEarlier
{
    /// <summary>A figure on so many children stays visible whatever else is known: the children behind a change of it are few among
    /// many.</summary>
    const int Many = 20;

    /// <param name="cells">Of each series before and now, and then down and up; the values of those kept are set.</param>
    /// <param name="earlier">The newest first.</param>
    /// <returns>What was corrected, and how many counts were kept as they were printed.</returns>
    public static (IReadOnlyList<CorrectedCount> Corrected, int Kept) Apply(
        CountCell[] cells,
        FigureEngine engine,
        CouncilQuestion question,
        IReadOnlyList<EarlierReport> earlier
    )
    {
        var corrected = new List<CorrectedCount>();
        var kept = 0;
        (DateOnly From, DateOnly To)[] own = [(question.FromBefore, question.BaselineDay), (question.From, question.To)];
        for (var mine = 0; mine < 2; mine++)
            foreach (var isPeriod in new[] { false, true })
            {
                var (from, to) = own[mine];
                bool Same((DateOnly From, DateOnly To) theirs) => isPeriod ? theirs == (from, to) : theirs.To == to;
                var printed = earlier
                    .SelectMany(e => SidesOf(e).Where(s => Same(s.Days)).Select(s => (e.Figures, s.Side)))
                    .FirstOrDefault();
                if (printed.Figures is not null)
                    Compare([
                        .. CouncilFigures
                            .All.Select((s, i) => (Series: s, At: 2 * i + mine))
                            .Where(s => s.Series.IsPeriod == isPeriod)
                            .Select(s => (s.At, printed.Figures.GetValueOrDefault(s.Series.Key + CouncilFigures.Sides[printed.Side]))),
                    ]);
            }
        // Down and up are of two days.
        if (earlier.FirstOrDefault(e => (e.Question.BaselineDay, e.Question.To) == (question.BaselineDay, question.To)) is { } both)
            Compare([.. Enumerable.Range(cells.Length - 2, 2).Select(at => (at, both.Figures.GetValueOrDefault(cells[at].Key)))]);
        foreach (var report in earlier)
            Between(report);
        return (corrected, kept);

        // All counts of one day together: whether the few corrected are in one of them or another, they must still add up.
        void Compare(IReadOnlyList<(int At, StoredFigure? Printed)> day)
        {
            var few = day.Any(d =>
                d.Printed is { Hidden: false, Value: { } was } && Math.Abs(cells[d.At].Value - was) is > 0 and < Suppression.Fewest
            );
            foreach (var (at, printed) in day)
            {
                if (printed?.Value is not { } was)
                    continue;
                var moved = cells[at].Value != (long)was;
                if (few && moved)
                {
                    cells[at] = cells[at] with { Value = (long)was };
                    kept++;
                }
                else if (moved && !printed.Hidden && IsPublished(at))
                    corrected.Add(new(cells[at].Key, (long)was, cells[at].Value));
                if (printed.Hidden && IsPublished(at) && cells[at].Rests < Many)
                    cells[at].Guarded = true;
            }
        }

        // A period that begins or ends with an earlier one: what lies between the two must not be few children.
        void Between(EarlierReport report)
        {
            for (var mine = 0; mine < 2; mine++)
                foreach (var (days, other) in SidesOf(report))
                {
                    var (from, to) = own[mine];
                    if ((from, to) == days || (from != days.From && to != days.To))
                        continue;
                    IReadOnlyList<ChildKind>? apart = null;
                    for (var s = 0; s < CouncilFigures.All.Length; s++)
                    {
                        var (series, cell) = (CouncilFigures.All[s], cells[2 * s + mine]);
                        if (
                            !series.IsPeriod
                            || cell.Rests >= Many
                            || !report.Figures.TryGetValue(series.Key + CouncilFigures.Sides[other], out var printed)
                            || printed is { Value: null } or { Hidden: true }
                        )
                            continue;
                        apart ??= engine.Kinds(
                            CouncilFigures.CountedFigures,
                            [
                                [FigurePeriod.Of(from, to)],
                                [FigurePeriod.Of(days.From, days.To)],
                            ]
                        );
                        var between = apart.Where(k => series.Of(new(k, 0, 0)) != series.Of(new(k, 1, 0))).Sum(k => k.Children);
                        if (between is > 0 and < Suppression.Fewest)
                            cell.Guarded = true;
                    }
                }
        }

        bool IsPublished(int at) => at >= 2 * CouncilFigures.All.Length || CouncilFigures.All[at / 2].Published;
    }

    static IEnumerable<((DateOnly From, DateOnly To) Days, int Side)> SidesOf(EarlierReport report)
    {
        var asked = report.Question;
        yield return ((asked.FromBefore, asked.BaselineDay), 0);
        yield return ((asked.From, asked.To), 1);
    }
}
