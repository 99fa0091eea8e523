using System.Collections.Concurrent;
using Spor.Figures.Engine;
using Spor.Workforce;

namespace Spor.Figures.Disclosure;

/// <summary>
/// The one plan of what may be told to those who may not see the children behind (<c>measures.md</c> 3): for a month-end and what was known
/// then, of each figure one table, the whole municipality with its parts, each division by one of team, district, target group, age or sex,
/// and the months with their sums. What is small is hidden, and as much beside it as it takes that every hidden count could be four
/// different numbers at least. It is decided once; every page, file and report takes its cells from here.
/// </summary>
/// <remarks>
/// Decided in this order, each with what was decided before as known: the whole municipality's parts and months; the cells of each division
/// and their months; the parts of each cell. So a reader who holds all tables together knows no more than one who holds one of them.
/// </remarks>
public sealed partial class PublishedTables
{
    /// <summary>A figure of the whole municipality that rests on so many stays visible.</summary>
    public const int Many = 20;

    /// <summary>Of a snapshot that is published: its day is the month-end.</summary>
    public static Facts.Derived<PublishedTables> Of { get; } =
        new(
            (s, _) =>
                new(
                    s.Get(KeyFigures.Engine),
                    [.. KeyFigures.All.Where(f => !f.NotPublished)],
                    s.StandsStill ? PublicPeriods.CountedBack(s.Day) : PublicPeriods.Calendar(s.Day)
                )
        );

    readonly FigureEngine engine;
    readonly IReadOnlyList<Figure> figures;
    readonly ConcurrentDictionary<int, Lazy<(Dictionary<FigurePeriod, int> Places, FigureAnswer Answer)>> wholes = new();
    readonly ConcurrentDictionary<(int, Division), Lazy<IReadOnlyList<DividedAnswer>>> divided = new();
    readonly ConcurrentDictionary<(string, FigurePeriod), Lazy<Decided>> decided = new(),
        decidedBySize = new();
    readonly ConcurrentDictionary<(string, FigurePeriod, Division), Lazy<Decided>> decidedCells = new(),
        decidedParts = new();
    readonly ConcurrentDictionary<(string, FigurePeriod, Division?), bool> addUp = new();
    readonly ConcurrentDictionary<(FigurePeriod, Division?), Lazy<(FigureAnswer? Whole, IReadOnlyList<DividedAnswer> Cells)>> elsewhere =
        new();

    /// <param name="engine">Of what was known when the month was published.</param>
    /// <param name="periods">The month-end that is published, and the runs up to it.</param>
    public PublishedTables(FigureEngine engine, IReadOnlyList<Figure> figures, PublicPeriods periods) =>
        (this.engine, this.figures, Periods) = (engine, figures, periods);

    public PublicPeriods Periods { get; }

    /// <summary>What of a table is hidden.</summary>
    sealed class Decided
    {
        public HashSet<(FigurePeriod, string? Part, long? Cell)> Hidden { get; } = [];

        /// <summary>Runs of which nothing is told, 0 neither.</summary>
        public HashSet<FigurePeriod> Runs { get; } = [];

        /// <summary>Nothing of it may be told: so few that no hiding of some would do.</summary>
        public bool Everything { get; set; }

        public bool Hides(FigurePeriod period, string? part, long? cell) =>
            Everything || Runs.Contains(period) || Hidden.Contains((period, part, cell));

        public void Take(Decided other)
        {
            Hidden.UnionWith(other.Hidden);
            Runs.UnionWith(other.Runs);
        }
    }

    /// <summary>The division that a group is a cell of, and which; null of everybody, and of what is no single cell.</summary>
    public static (Division Division, long Cell)? CellOf(Group group) =>
        group == new Group(group.TeamId) && group.TeamId is { } team ? (Division.Team, team)
        : group == new Group(DistrictId: group.DistrictId) && group.DistrictId is { } district ? (Division.District, district)
        : group == new Group(TargetGroup: group.TargetGroup) && group.TargetGroup is { } target ? (Division.TargetGroup, (long)target)
        : group == new Group(Age: group.Age) && group.Age is { } age ? (Division.Age, (long)age)
        : group == new Group(Gender: group.Gender) && group.Gender is { } gender ? (Division.Gender, (long)gender)
        : null;

    /// <summary>True of what is not to be told, and of everything that is not published at all.</summary>
    public bool Hides(Figure figure, string? part, Group group, FigurePeriod period)
    {
        if (!figure.AboutChildren)
            return false;
        if (HidesAlone(figure, part, group, period))
            return true;
        // Of what was hidden one could be worked out from another figure.
        return part is null
            && (
                figure.SumOf.Any(f => HidesAlone(f, null, group, period))
                || figure.HiddenWith().Any(f => HidesAlone(f, null, group, period))
                || figure.GivesAway.Any(g => HidesBySize(g.Figure, g.Part, group, period))
            );
    }

    /// <summary>Hidden for being small, whatever changed since: a figure of the whole municipality on many children stays visible, though
    /// from it an earlier day's part can be guessed at.</summary>
    bool HidesBySize(Figure figure, string? part, Group group, FigurePeriod period) =>
        group.IsNone && figure.Time == FigureTime.Day && TableOf(figure, period) is { } at
            ? decidedBySize
                .GetOrAdd((figure.Code, at), _ => new(() => DecideWhole(figure, at, at, alone: true, changes: false)))
                .Value.Hides(at, part, null)
            : HidesAlone(figure, part, group, period);

    /// <summary>
    /// True of what may be told of the whole municipality and a period of whole months, also one that is not published itself: what is
    /// published, what published periods add up to that are told, and of what counts a child once whatever the period, and so is in no
    /// sum, a whole on many children.
    /// </summary>
    /// <param name="addsUp">The figure counts what happens, and nothing twice: two periods after each other give their sum.</param>
    /// <param name="rests">The children behind it in the period.</param>
    public bool Tells(Figure figure, string? part, FigurePeriod period, bool addsUp, int rests)
    {
        if (!Hides(figure, part, Group.None, period))
            return true;
        var isPublished = figure.Time is not (FigureTime.Period or FigureTime.Between) || Periods.LengthOf(period) is not null;
        return !isPublished && !addsUp && part is null && rests >= Many && !figure.HiddenWith().Any();
    }

    /// <summary>A change is a figure too: of two states with few between them, on not many children, the earlier is not told beside the
    /// later. Of two month-ends the tables say so themselves; this is for those who see the later one of a day of their own.</summary>
    /// <param name="rests">The children behind the later.</param>
    public static bool IsChangeOfFew(Figure figure, int rests, double now, double before) =>
        figure is { AboutChildren: true, Unit: FigureUnit.Count, Time: FigureTime.Day }
        && rests < Many
        && Math.Abs(now - before) is > 0 and < Suppression.Fewest;

    bool HidesAlone(Figure figure, string? part, Group group, FigurePeriod period)
    {
        if (TableOf(figure, period) is not { } at)
            return !IsSumOfTold(figure, part, group, period);
        if (group.IsNone)
            return Whole(figure, at).Hides(at, part, null);
        if (CellOf(group) is not { } cell)
            return true;
        // Parts of cells of months would be a table in three ways, whose numbers pin each other down; they are told of a day or a year.
        if (part is not null && figure.Time is FigureTime.Period or FigureTime.Between && Periods.LengthOf(at) != 12)
            return true;
        return part is null
            ? Cells(figure, at, cell.Division).Hides(at, null, cell.Cell)
            : Parts(figure, at, cell.Division).Hides(at, part, cell.Cell);
    }

    /// <summary>The period as the figure's table has it: a state has days, and no runs of months. Null of what is not published.</summary>
    FigurePeriod? TableOf(Figure figure, FigurePeriod period)
    {
        if (!figures.Contains(figure))
            return null;
        if (figure.Time is FigureTime.Period or FigureTime.Between)
            return Periods.LengthOf(period) is null || !Places(Periods.LengthOf(period)!.Value).ContainsKey(period) ? null : period;
        var day = PublicPeriods.Run(period.To, 1);
        return Places(1).ContainsKey(day) ? day : null;
    }

    /// <summary>The longest run around a period, if its months add up to it; else the period alone. Children told of in two months are one
    /// child in both.</summary>
    FigurePeriod WithRuns(Figure figure, FigurePeriod at, Division? division = null)
    {
        if (figure.Time != FigureTime.Period || division is Division.Team or Division.Age)
            return at;
        var longest = Periods.LongestAround(at);
        return addUp.GetOrAdd((figure.Code, longest, division), _ => AddsUpOverTime(figure, longest, division)) ? longest : at;
    }

    bool AddsUpOverTime(Figure figure, FigurePeriod run, Division? division)
    {
        var shorter = Periods.LengthOf(run) is { } length ? Periods.PartsOf(run, length) : [];
        if (shorter.Count == 0)
            return true;
        if (!Same(Flat(figure, run, division), [.. shorter.Select(s => Flat(figure, s, division))]))
            return false;
        return shorter.All(s => AddsUpOverTime(figure, s, division));

        static bool Same(Dictionary<string, Entry> sum, IReadOnlyList<Dictionary<string, Entry>> parts) =>
            sum
                .Keys.Concat(parts.SelectMany(p => p.Keys))
                .Distinct()
                .All(key =>
                {
                    var values = sum.TryGetValue(key, out var whole) ? whole.Values : null;
                    var all = parts.Select(p => p.TryGetValue(key, out var e) ? e.Values : null).OfType<long[]>().ToList();
                    return Enumerable
                        .Range(0, values?.Length ?? all[0].Length)
                        .All(layer => (values?[layer] ?? 0) == all.Sum(v => v[Math.Min(layer, v.Length - 1)]));
                });
    }

    /// <summary>The whole and its parts, or the cells, of a run; those that are not there are not in it.</summary>
    Dictionary<string, Entry> Flat(Figure figure, FigurePeriod at, Division? division)
    {
        var flat = new Dictionary<string, Entry>();
        if (division is { } by)
            foreach (var (cell, entry) in LineOf(figure, at, by).Cells)
                flat[$"{cell}"] = entry;
        else
        {
            flat["/"] = WholeOf(figure, at);
            foreach (var (code, entry) in PartsOf(figure, at))
                flat[code] = entry;
        }
        return flat;
    }

    Decided Whole(Figure figure, FigurePeriod at)
    {
        if (IsInTurn(figure, null))
            return decided.GetOrAdd((figure.Code, Periods.LongestAround(at)), key => new(() => InTurn(figure, key.Item2, null))).Value;
        var table = WithRuns(figure, at);
        return decided.GetOrAdd((figure.Code, table), _ => new(() => DecideWhole(figure, table, at))).Value;
    }

    Decided Cells(Figure figure, FigurePeriod at, Division division)
    {
        if (IsInTurn(figure, division))
            return decidedCells
                .GetOrAdd((figure.Code, Periods.LongestAround(at), division), key => new(() => InTurn(figure, key.Item2, division)))
                .Value;
        var table = WithRuns(figure, at) == at ? at : WithRuns(figure, at, division);
        return decidedCells.GetOrAdd((figure.Code, table, division), _ => new(() => DecideCells(figure, table, division))).Value;
    }

    Decided Parts(Figure figure, FigurePeriod at, Division division) =>
        decidedParts.GetOrAdd((figure.Code, at, division), _ => new(() => DecideParts(figure, at, division))).Value;

    // --- what was counted: every run of one length in one pass

    List<FigurePeriod> RunsOf(int length)
    {
        var months = engine.Months(Periods.Last);
        return [.. months.Select(m => PublicPeriods.Run(m.To, length)).Where(r => Periods.LengthOf(r) == length)];
    }

    Dictionary<FigurePeriod, int> Places(int length) => Asked(length).Places;

    (Dictionary<FigurePeriod, int> Places, FigureAnswer Answer) Asked(int length) =>
        wholes
            .GetOrAdd(
                length,
                l =>
                    new(() =>
                    {
                        var runs = RunsOf(l);
                        return (runs.Select((r, i) => (r, i)).ToDictionary(r => r.r, r => r.i), engine.Ask(figures, runs));
                    })
            )
            .Value;

    IReadOnlyList<DividedAnswer> AskedOf(int length, Division division) =>
        divided.GetOrAdd((length, division), key => new(() => engine.Divide(figures, RunsOf(key.Item1), key.Item2))).Value;

    int LengthOf(FigurePeriod at) => Periods.LengthOf(at) ?? throw new ArgumentException("not published", nameof(at));

    Entry WholeOf(Figure figure, FigurePeriod at)
    {
        var (places, answer) = Asked(LengthOf(at));
        return places.TryGetValue(at, out var i) ? EntryOf(figure, answer.Of(figure, i), answer, i, whole: true) : Nothing(figure);
    }

    IReadOnlyList<(string Code, Entry Entry)> PartsOf(Figure figure, FigurePeriod at)
    {
        var (places, answer) = Asked(LengthOf(at));
        return places.TryGetValue(at, out var i) ? PartsOf(figure, answer, i) : [];
    }

    /// <summary>The municipality, the cells, and what is in no cell; the cell that nobody may ask for, those of no district, is among them.
    /// Where children are in two cells nothing adds up, and what is left is null.</summary>
    (Entry All, List<(long? Cell, Entry Entry)> Cells, long[]? Left) LineOf(Figure figure, FigurePeriod at, Division division)
    {
        var all = WholeOf(figure, at);
        var length = LengthOf(at);
        if (!Places(length).TryGetValue(at, out var i))
            return (all, [], Left(all, []));
        var cells = AskedOf(length, division)
            .Select(c => (Cell: c.Id, Entry: EntryOf(figure, c.Answer.Of(figure, i), c.Answer, i, whole: true)))
            .ToList();
        return (all, cells, Left(all, cells.Select(c => c.Entry)));
    }

    // --- what a cell is

    /// <summary>One count of a table.</summary>
    /// <param name="Values">What adds up: one number, or of a share those in it and those not.</param>
    readonly record struct Entry(long[] Values, bool Small, int Rests);

    static Entry EntryOf(Figure figure, Answered answered, FigureAnswer of, int at, bool whole = false)
    {
        var value = answered.Value ?? 0;
        long[] values;
        switch (figure.Unit)
        {
            case FigureUnit.Share:
                var some = (long)Math.Round(value * answered.All / 100);
                values = [some, answered.All - some];
                break;
            case FigureUnit.Count when figure.PartOf is { } all && whole:
                values = [(long)value, (long)(of.Of(all, at).Value ?? 0) - (long)value];
                break;
            case FigureUnit.Count or FigureUnit.Ore:
                values = [(long)value];
                break;
            default:
                values = [answered.Rests];
                break;
        }
        var counts = figure.Unit != FigureUnit.Ore;
        var small = DisclosurePlan.IsSmall(answered.Rests) || (counts && Array.Exists(values, v => v is > 0 and < Suppression.Fewest));
        return new(values, small, answered.Rests);
    }

    static Entry Nothing(Figure figure) => new(figure.Unit == FigureUnit.Share || figure.PartOf is not null ? [0, 0] : [0], false, 0);

    static IReadOnlyList<(string Code, Entry Entry)> PartsOf(Figure figure, FigureAnswer answer, int at) =>
        figure.Parts == FigurePart.None || figure.Parts == FigurePart.Move
            ? []
            : [.. answer.Parts(figure, at).Select(p => (p.Name.Code, EntryOf(figure, p.Answered, answer, at)))];

    /// <summary>True if some entries add up to another in all that they count.</summary>
    static bool AddUp(Entry sum, IReadOnlyCollection<Entry> parts)
    {
        for (var layer = 0; layer < sum.Values.Length; layer++)
            if (parts.Any(p => p.Values.Length != sum.Values.Length) || parts.Sum(p => p.Values[layer]) != sum.Values[layer])
                return false;
        return parts.Count > 0;
    }

    /// <summary>What is left of a sum when its parts are taken away; null where they are more than it.</summary>
    static long[]? Left(Entry sum, IEnumerable<Entry> parts)
    {
        var left = (long[])sum.Values.Clone();
        foreach (var part in parts)
            for (var layer = 0; layer < left.Length; layer++)
                left[layer] -= part.Values[Math.Min(layer, part.Values.Length - 1)];
        return Array.Exists(left, l => l < 0) ? null : left;
    }

    /// <summary>
    /// True where a kept whole tells how few are in a share, or left out of it: of many thousand deadlines two were missed. What is told
    /// cannot be kept, so then the wholes that the share is of are counted, and the cells that are small themselves are hidden by that.
    /// </summary>
    bool IsToldAnyway(Figure figure, FigurePeriod at)
    {
        if (figure.Unit != FigureUnit.Share && figure.PartOf is null)
            return false;
        var length = LengthOf(at);
        if (length > 12 && WithRuns(figure, at) == at && figure.Time == FigureTime.Period)
            return Periods.PartsOf(at, length).Any(p => IsToldAnyway(figure, p)) || TellsItself(figure, at);
        return TellsItself(figure, at);
    }

    bool TellsItself(Figure figure, FigurePeriod run) => WholeOf(figure, run) is { Rests: >= Many, Small: true };

    static Entry Fit(Entry entry, bool told) => told && entry.Values.Length > 1 ? entry with { Values = [entry.Values.Sum()] } : entry;

    static bool HasSmall(Entry entry, bool keep) => entry.Small && !(keep && entry.Rests >= Many);
}
