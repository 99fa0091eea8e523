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

    public bool Hides(string key) => plan.Hides(key);

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

    public LadderPlan(FigureEngine engine, FigurePeriod period, Group? group = null)
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
    }
}
