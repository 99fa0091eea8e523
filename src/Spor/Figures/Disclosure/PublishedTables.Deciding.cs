using Spor.Figures.Engine;

namespace Spor.Figures.Disclosure;

public sealed partial class PublishedTables
{
    const long Unknown = long.MinValue;

    /// <summary>The whole municipality: its parts, and of what happens the months with their sums. A figure of a year or a day that rests
    /// on many is kept.</summary>
    /// <param name="changes">What differs by few from a later month-end is hidden too.</param>
    Decided DecideWhole(Figure figure, FigurePeriod table, FigurePeriod asked, bool alone = false, bool changes = true)
    {
        var runs = !alone && (table != asked || LengthOf(table) == Periods.Runs[^1] && figure.Time == FigureTime.Period);
        return TryWhole(figure, table, runs, null, changes)
            ?? (runs ? YearsAlone(table, year => DecideWhole(figure, year, year, alone: true)) : new() { Everything = true });
    }

    /// <summary>Null where nothing is left to hide and something can still be worked out.</summary>
    Decided? TryWhole(Figure figure, FigurePeriod table, bool runs, Turn? turn, bool changes = true)
    {
        var decided = new Decided();
        var isPartOf = figure.PartOf is not null;
        var net = new Circulation();
        var arcs = new List<(int Arc, FigurePeriod At, string? Part)>();
        var outside = net.Node();
        var told = turn is null ? IsToldAnyway(figure, table) : IsToldAnyway(figure, table, turn.On);
        var adds = !isPartOf && (turn is null ? AllAdd(table) : RunsSoFar(table, turn.On).All(Adds));
        Grow(table, outside, []);
        if (!net.Settle(all: turn is not { IsLenient: true }))
            return null;
        foreach (var (arc, at, part) in arcs)
            if (net.Hides(arc))
                decided.Hidden.Add((at, part, null));
        return decided;

        IReadOnlyList<FigurePeriod> Shorter(FigurePeriod run) => runs ? ShorterSoFar(run, turn) : [];

        bool Adds(FigurePeriod run) => PartsOf(figure, run) is var parts && AddUp(WholeOf(figure, run), [.. parts.Select(p => p.Entry)]);

        bool AllAdd(FigurePeriod run) => Adds(run) && Shorter(run).All(AllAdd);

        Entry WholeSoFar(FigurePeriod run) =>
            IsOver(run, turn) ? WholeOf(figure, run) : Sum([.. Shorter(run).Select(WholeSoFar)], Nothing(figure));

        IReadOnlyList<(string Code, Entry Entry)> PartsSoFar(FigurePeriod run) =>
            IsOver(run, turn)
                ? PartsOf(figure, run)
                :
                [
                    .. Shorter(run)
                        .SelectMany(PartsSoFar)
                        .GroupBy(p => p.Code)
                        .Select(g => (g.Key, Sum([.. g.Select(p => p.Entry)], Nothing(figure)))),
                ];

        // From its whole a run's flow goes into its shorter runs and at last its months, out of them into the parts, and through the parts
        // of
        // the runs back.
        void Grow(FigurePeriod run, int above, Dictionary<string, int> partsAbove)
        {
            var whole = Fit(WholeSoFar(run), told);
            var parts = PartsSoFar(run).Select(p => (p.Code, Entry: Fit(p.Entry, told))).ToList();
            var length = MonthsOf(run);
            var keep = whole.Rests >= Many && (figure.Time != FigureTime.Period || length == 12) && turn is not { Keeps: false };
            var node = net.Node();
            var small = HasSmall(whole, keep) || (changes && !keep && DiffersByFew(figure, run, null, null, null, whole));
            Put(above, node, null, whole, small, keep, length + 30);
            var mine = new Dictionary<string, int>();
            foreach (var (code, entry) in parts)
            {
                var few = entry.Small || (changes && DiffersByFew(figure, run, code, null, null, entry));
                if (adds)
                    Put(mine[code] = net.Node(), partsAbove.GetValueOrDefault(code, outside), code, entry, few, false, length);
                else if (few && IsOver(run, turn) && turn?.IsOld(run) != true)
                    decided.Hidden.Add((run, code, null));
            }
            var shorter = Shorter(run);
            foreach (var part in shorter)
                Grow(part, node, mine);
            if (shorter.Count > 0)
                return;
            if (adds)
                foreach (var (code, entry) in parts)
                    net.AddUnshown(node, mine[code], entry.Values);
            else
                net.AddUnshown(node, outside, whole.Values);

            void Put(int from, int to, string? part, Entry entry, bool hidden, bool keep, int rank)
            {
                if (PutEarlier(net, turn, run, part, null, from, to, entry))
                    return;
                hidden |= turn?.Start.Hides(run, part, null) == true;
                arcs.Add((net.Add(from, to, entry.Values, hidden, keep, rank), run, part));
            }
        }
    }

    /// <summary>The cells of a division against the whole municipality, which is known; with their months where children stay in their
    /// cells.</summary>
    Decided DecideCells(Figure figure, FigurePeriod table, Division division, bool alone = false)
    {
        var runs =
            !alone && WithRuns(figure, table, division) == table && figure.Time == FigureTime.Period && LengthOf(table) == Periods.Runs[^1];
        return TryCells(figure, table, division, runs, null)
            ?? (runs ? YearsAlone(table, year => DecideCells(figure, year, division, alone: true)) : new() { Everything = true });
    }

    /// <summary>Null where nothing is left to hide and something can still be worked out.</summary>
    Decided? TryCells(Figure figure, FigurePeriod table, Division division, bool runs, Turn? turn)
    {
        var decided = new Decided();
        var net = new Circulation();
        var outside = net.Node();
        var arcs = new List<(int Arc, FigurePeriod At, long? Cell)>();
        var told = turn is null ? IsToldAnyway(figure, table) : IsToldAnyway(figure, table, turn.On);
        Grow(table, outside, []);
        if (!net.Settle(all: turn is not { IsLenient: true }))
            return null;
        foreach (var (arc, at, cell) in arcs)
            if (net.Hides(arc))
                decided.Hidden.Add((at, null, cell));
        return decided;

        IReadOnlyList<FigurePeriod> Shorter(FigurePeriod run) => runs ? ShorterSoFar(run, turn) : [];

        (Entry All, List<(long? Cell, Entry Entry)> Cells, long[]? Left) LineSoFar(FigurePeriod run)
        {
            if (IsOver(run, turn))
                return LineOf(figure, run, division);
            var lines = Shorter(run).Select(LineSoFar).ToList();
            return (
                Sum([.. lines.Select(l => l.All)], Nothing(figure)),
                [
                    .. lines
                        .SelectMany(l => l.Cells)
                        .GroupBy(c => c.Cell ?? Unknown)
                        .Select(g => (g.First().Cell, Sum([.. g.Select(c => c.Entry)], Nothing(figure)))),
                ],
                null
            );
        }

        void Grow(FigurePeriod run, int above, Dictionary<long, int> cellsAbove)
        {
            var (all, cells, left) = LineSoFar(run);
            (all, cells, left) = (
                Fit(all, told),
                cells.ConvertAll(c => (c.Cell, Fit(c.Entry, told))),
                told && left is not null ? [left.Sum()] : left
            );
            var length = MonthsOf(run);
            var node = net.Node();
            // Of what is hidden all that it is made of is, 0 too: else it would tell what it can be no less than.
            var hidden = IsOver(run, turn) ? Whole(figure, run).Hides(run, null, null) : turn is not { IsAhead: true };
            net.Add(above, node, all.Values, hidden, keep: true, guarded: IsOver(run, turn));
            var mine = new Dictionary<long, int>();
            foreach (var (cell, entry) in cells)
            {
                int from = mine[cell ?? Unknown] = net.Node(),
                    to = cellsAbove.GetValueOrDefault(cell ?? Unknown, outside);
                if (cell is null)
                    net.AddUnshown(from, to, entry.Values, entry.Small && IsOver(run, turn));
                else if (!PutEarlier(net, turn, run, null, cell, from, to, entry, hidden))
                {
                    // Where some are in two cells nothing is known of the sum, and a cell stands alone.
                    var few =
                        entry.Small || turn?.Start.Hides(run, null, cell) == true || DiffersByFew(figure, run, null, division, cell, entry);
                    arcs.Add((net.Add(from, to, entry.Values, few, rank: length, canBeNothing: hidden), run, cell));
                }
            }
            var shorter = Shorter(run);
            foreach (var part in shorter)
                Grow(part, node, mine);
            if (shorter.Count > 0)
                return;
            foreach (var (cell, entry) in cells)
                net.AddUnshown(left is null ? outside : node, mine[cell ?? Unknown], entry.Values);
            if (left is null)
                net.AddUnshown(node, outside, all.Values);
            else if (Array.Exists(left, l => l > 0))
                net.AddUnshown(
                    node,
                    outside,
                    left,
                    guarded: left.Length == 1 && DisclosurePlan.IsSmall((int)Math.Min(left[0], int.MaxValue))
                );
        }
    }

    /// <summary>Where months cannot be told without giving each other away, the years are told alone.</summary>
    Decided YearsAlone(FigurePeriod table, Func<FigurePeriod, Decided> decide)
    {
        var decided = new Decided();
        Go(table);
        return decided;

        void Go(FigurePeriod run)
        {
            var length = LengthOf(run);
            var shorter = Periods.PartsOf(run, length);
            foreach (var part in shorter)
                Go(part);
            if (length == 12)
                decided.Take(decide(run) is { Everything: false } year ? year : new() { Runs = { run } });
            else if (length < 12 || shorter.Any(decided.Runs.Contains))
                decided.Runs.Add(run);
            else
                // Two years together are told where both are.
                foreach (var (_, part, cell) in decided.Hidden.Where(h => shorter.Contains(h.Item1)).ToList())
                    decided.Hidden.Add((run, part, cell));
        }
    }

    /// <summary>The parts of each cell of a division: a two-way table whose totals are decided already.</summary>
    Decided DecideParts(Figure figure, FigurePeriod at, Division division)
    {
        var decided = new Decided();
        var whole = Whole(figure, at);
        var line = Cells(figure, at, division);
        var told = IsToldAnyway(figure, at);
        var parts = PartsOf(figure, at).Select(p => (p.Code, Entry: Fit(p.Entry, told))).ToList();
        // Where one part is the whole, its cells are the cells.
        var there = parts.Where(p => Array.Exists(p.Entry.Values, v => v > 0)).ToList();
        if (there.Count == 1)
        {
            foreach (var cell in AskedOf(LengthOf(at), division).Where(c => line.Hides(at, null, c.Id)))
                decided.Hidden.Add((at, there[0].Code, cell.Id));
            return decided;
        }
        var all = Fit(WholeOf(figure, at), told);
        var i = Places(LengthOf(at))[at];
        var net = new Circulation();
        int source = net.Node(),
            sink = net.Node();
        var rows = parts.ToDictionary(p => p.Code, _ => net.Node());
        var arcs = new List<(int Arc, string Part, long? Cell)>();
        var inRows = parts.ToDictionary(p => p.Code, _ => new List<Entry>());
        foreach (var cell in AskedOf(LengthOf(at), division))
        {
            var column = net.Node();
            var sum = Fit(EntryOf(figure, cell.Answer.Of(figure, i), cell.Answer, i, whole: true), told);
            var mine = PartsOf(figure, cell.Answer, i)
                .Where(p => rows.ContainsKey(p.Code))
                .Select(p =>
                    (
                        p.Code,
                        Entry: Fit(p.Entry, told) with
                        {
                            Small = p.Entry.Small || (cell.Id is { } id && DiffersByFew(figure, at, p.Code, division, id, p.Entry)),
                        }
                    )
                )
                .ToList();
            net.Add(column, sink, sum.Values, line.Hides(at, null, cell.Id) || cell.Id is null, keep: true);
            Rest(sum, [.. mine.Select(p => p.Entry)], source, column);
            foreach (var (code, entry) in mine)
            {
                inRows[code].Add(entry);
                if (cell.Id is null)
                    net.AddUnshown(rows[code], column, entry.Values, entry.Small);
                else
                    arcs.Add(
                        (
                            net.Add(
                                rows[code],
                                column,
                                entry.Values,
                                entry.Small,
                                canBeNothing: line.Hides(at, null, cell.Id) || whole.Hides(at, code, null)
                            ),
                            code,
                            cell.Id
                        )
                    );
            }
        }
        foreach (var (code, entry) in parts)
        {
            net.Add(source, rows[code], entry.Values, whole.Hides(at, code, null), keep: true);
            Rest(entry, inRows[code], rows[code], sink);
        }
        if (AddUp(all, [.. parts.Select(p => p.Entry)]))
            net.Add(sink, source, all.Values, whole.Hides(at, null, null), keep: true);
        else
            net.AddUnshown(sink, source, all.Values);
        decided.Everything = !net.Settle();
        foreach (var (arc, part, cell) in arcs)
            if (net.Hides(arc))
                decided.Hidden.Add((at, part, cell));
        return decided;

        // What does not add up leaves something that nobody is told, more than enough to hide in.
        void Rest(Entry sum, IReadOnlyList<Entry> of, int from, int to)
        {
            if (Left(sum, of) is not { } rest)
                net.AddUnshown(from, to, [.. sum.Values.Select(v => v + 1000)]);
            else if (Array.Exists(rest, r => r > 0))
                net.AddUnshown(from, to, rest);
        }
    }
}
