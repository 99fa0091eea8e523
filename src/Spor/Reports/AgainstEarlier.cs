using Spor.Figures.Disclosure;

namespace Spor.Reports;

/// <summary>
/// A report beside those printed before it, also drafts that were thrown away, for somebody may have kept them. What a report has told of a
/// day or a period stays as it was told, until so many children have been corrected that the correction names nobody; then the new figures
/// stand, and the report says what was corrected (<c>measures.md</c> 3.2 and 3.5).
/// </summary>
static class AgainstEarlier
{
    /// <param name="keys">Of each series before and now, and then down and up.</param>
    /// <param name="values">Those of what is kept are set.</param>
    /// <param name="earlier">The newest first.</param>
    /// <returns>What was corrected, and how many counts were kept as they were printed.</returns>
    public static (IReadOnlyList<CorrectedCount> Corrected, int Kept) Apply(
        string[] keys,
        int[] values,
        bool[] hidden,
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
            Compare([.. Enumerable.Range(keys.Length - 2, 2).Select(at => (at, both.Figures.GetValueOrDefault(keys[at])))]);
        return (corrected, kept);

        // All counts of one day together: whether the few corrected are in one of them or another, they must still add up.
        void Compare(IReadOnlyList<(int At, StoredFigure? Printed)> day)
        {
            var few = day.Any(d =>
                d.Printed is { Hidden: false, Value: { } was } && Math.Abs(values[d.At] - was) is > 0 and < Suppression.Fewest
            );
            foreach (var (at, printed) in day)
            {
                if (printed?.Value is not { } was || values[at] == (int)was)
                    continue;
                if (few)
                {
                    values[at] = (int)was;
                    kept++;
                }
                else if (!printed.Hidden && !hidden[at] && IsPublished(at))
                    corrected.Add(new(keys[at], (long)was, values[at]));
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
