using Spor.Facts;
using Spor.Figures.Engine;
using Spor.Interventions;
using Spor.Workforce;

namespace Spor.Figures.Disclosure;

/// <summary>What must be hidden of the ladder at two days: of the steps, the movements and the placements, on whichever page they
/// stand.</summary>
public sealed class LadderPlan
{
    public static IReadOnlyList<PlacementForm> PlacedForms { get; } = [PlacementForm.Foster, PlacementForm.Institution, PlacementForm.Own];

    static readonly IReadOnlyList<Figure> ToldApart =
    [
        LadderFigures.Movements,
        PlacementFigures.FormMoves,
        PlacementFigures.NewPlacements,
        PlacementFigures.PlacedAYearBefore,
        PlacementFigures.NoLongerPlaced,
    ];

    readonly DisclosurePlan plan = new();

    // What the one plan says of what other pages show too; and the movements that are hidden for the sake of their rows and columns.
    readonly Dictionary<string, bool> decided = [];

    public bool Hides(string key) => decided.TryGetValue(key, out var hides) ? hides : plan.Hides(key);

    public bool[] Steps(string prefix) => [.. Enumerable.Range(0, Ladder.Steps).Select(s => Hides(prefix + s))];

    public bool[,] Moves()
    {
        var hidden = new bool[Ladder.Steps, Ladder.Steps];
        for (var a = 0; a < Ladder.Steps; a++)
        for (var b = 0; b < Ladder.Steps; b++)
            hidden[a, b] = Hides(Move(a, b));
        return hidden;
    }

    public static string Move(int a, int b) => $"{a}>{b}";

    /// <param name="tables">What is published: a step is hidden here where it is hidden on every other page, and nowhere else.</param>
    public LadderPlan(FigureEngine engine, FigurePeriod period, PublishedTables tables, Group? group = null)
    {
        var kinds = engine.Kinds(
            ToldApart,
            [
                [period],
            ],
            group
        );
        int[] steps = [.. Enumerable.Range(0, Ladder.Steps)];
        var forms = PlacedForms.Count + 1;

        // Rank: what is given up first when something must be.
        void Add(string key, int rank, Func<ChildKind, long> adds, bool shown = true)
        {
            var weights = new long[kinds.Count];
            long value = 0,
                rests = 0;
            for (var i = 0; i < weights.Length; i++)
            {
                weights[i] = adds(kinds[i]);
                value += weights[i] * kinds[i].Children;
                rests += weights[i] == 0 ? 0 : kinds[i].Children;
            }
            plan.Add(key, value, (int)rests, rank, shown, weights);
        }
        long Moved(ChildKind k, int from, int to) => k.AddsTo(LadderFigures.Movements, from * Ladder.Steps + to);
        long Was(ChildKind k, int step) => steps.Sum(to => Moved(k, step, to));
        long Is(ChildKind k, int step) => steps.Sum(from => Moved(k, from, step));
        long FormWas(ChildKind k, int form) =>
            Enumerable.Range(0, forms).Sum(to => k.AddsTo(PlacementFigures.FormMoves, form * forms + to));
        long FormIs(ChildKind k, int form) =>
            Enumerable.Range(0, forms).Sum(from => k.AddsTo(PlacementFigures.FormMoves, from * forms + form));

        foreach (var from in steps)
        foreach (var to in steps)
            Add(Move(from, to), 0, k => Moved(k, from, to));
        foreach (var s in steps)
        {
            Add("før" + s, 3, k => Was(k, s));
            Add("nu" + s, 4, k => Is(k, s));
            plan.Sum("før" + s, steps.Select(t => Move(s, t)));
            plan.Sum("nu" + s, steps.Select(t => Move(t, s)));
        }
        plan.Sum("alle", steps.Select(s => "før" + s));
        plan.Sum("på-trappen-før", steps.Skip(1).Select(s => "før" + s));
        plan.Sum("alle", steps.Select(s => "nu" + s));
        plan.Sum("på-trappen", steps.Skip(1).Select(s => "nu" + s));
        foreach (var form in PlacedForms)
        {
            Add("form-før-" + form, 2, k => FormWas(k, (int)form));
            Add("form-nu-" + form, 2, k => FormIs(k, (int)form));
        }
        plan.Sum("anbragt-før", PlacedForms.Select(f => "form-før-" + f));
        plan.Sum("anbragt-nu", PlacedForms.Select(f => "form-nu-" + f));
        Add("anbragt-før", 2, k => 1 - FormWas(k, 0));
        Add("anbragt-nu", 2, k => 1 - FormIs(k, 0));
        Add("nye", 1, k => k.Adds(PlacementFigures.NewPlacements));
        Add("placeret-et-år-før", 1, k => k.Adds(PlacementFigures.PlacedAYearBefore));
        Add("ikke-anbragt", 1, k => k.Adds(PlacementFigures.NoLongerPlaced));
        Add("stadig-anbragt", 1, k => k.Adds(PlacementFigures.PlacedAYearBefore) - k.Adds(PlacementFigures.NoLongerPlaced), shown: false);
        plan.Sum("placeret-et-år-før", ["ikke-anbragt", "stadig-anbragt"]);
        Add("ned", 5, k => steps.Skip(1).Sum(from => steps.Where(to => to > 0 && to < from).Sum(to => Moved(k, from, to))));
        Add("op", 5, k => steps.Skip(1).Sum(from => steps.Where(to => to > from).Sum(to => Moved(k, from, to))));
        Add("alle", 6, _ => 1);
        Add("på-trappen", 6, k => 1 - Is(k, 0));
        Add("på-trappen-før", 6, k => 1 - Was(k, 0));
        plan.Settle();
        TakeFrom(tables, period, group ?? Group.None);
        HideBetween();
    }

    void TakeFrom(PublishedTables tables, FigurePeriod period, Group group)
    {
        FigurePeriod before = new(period.After, period.After),
            now = new(period.To, period.To);
        for (var s = 1; s < Ladder.Steps; s++)
        {
            var step = s.ToString(System.Globalization.CultureInfo.InvariantCulture);
            decided["før" + s] = tables.Hides(LadderFigures.OnLadder, step, group, before);
            decided["nu" + s] = tables.Hides(LadderFigures.OnLadder, step, group, now);
        }
        decided["på-trappen-før"] = tables.Hides(LadderFigures.OnLadder, null, group, before);
        decided["på-trappen"] = tables.Hides(LadderFigures.OnLadder, null, group, now);
        foreach (var form in PlacedForms)
        {
            decided["form-før-" + form] = tables.Hides(PlacementFigures.Placed, form.Danish(), group, before);
            decided["form-nu-" + form] = tables.Hides(PlacementFigures.Placed, form.Danish(), group, now);
        }
        decided["anbragt-før"] = tables.Hides(PlacementFigures.Placed, null, group, before);
        decided["anbragt-nu"] = tables.Hides(PlacementFigures.Placed, null, group, now);
        var left = tables.Hides(PlacementFigures.NotPlacedYearAfter, null, group, now);
        decided["ikke-anbragt"] = decided["stadig-anbragt"] = decided["placeret-et-år-før"] = left;
        // Of a period that no other page tells of, what stands here is decided here.
        if (tables.Periods.LengthOf(period) is null)
            return;
        decided["nye"] = tables.Hides(PlacementFigures.NewPlacements, null, group, period);
        decided["ned"] = tables.Hides(LadderFigures.MovedDown, null, group, period);
        decided["op"] = tables.Hides(LadderFigures.MovedUp, null, group, period);
    }

    /// <summary>From its row and its column a movement could be one number alone; then another beside it is hidden too.</summary>
    void HideBetween()
    {
        var net = new Circulation();
        int source = net.Node(),
            sink = net.Node();
        int[] rows = new int[Ladder.Steps],
            columns = new int[Ladder.Steps];
        for (var s = 0; s < Ladder.Steps; s++)
        {
            net.Add(source, rows[s] = net.Node(), [plan.Value("før" + s)], Hides("før" + s), keep: true);
            net.Add(columns[s] = net.Node(), sink, [plan.Value("nu" + s)], Hides("nu" + s), keep: true);
        }
        net.Add(sink, source, [plan.Value("alle")], Hides("alle"), keep: true);
        var arcs = new int[Ladder.Steps, Ladder.Steps];
        for (var a = 0; a < Ladder.Steps; a++)
        for (var b = 0; b < Ladder.Steps; b++)
            arcs[a, b] = net.Add(rows[a], columns[b], [plan.Value(Move(a, b))], Hides(Move(a, b)));
        var told = net.Settle();
        for (var a = 0; a < Ladder.Steps; a++)
        for (var b = 0; b < Ladder.Steps; b++)
            decided[Move(a, b)] = !told || net.Hides(arcs[a, b]);
    }
}
