using System.Runtime.InteropServices;
using Spor.Facts;
using Spor.Figures;
using Spor.Figures.Disclosure;
using Spor.Figures.Engine;
using Spor.Interventions;
using Spor.Law;
using Spor.Notifications;
using Spor.Requirements;
using Spor.Workforce;

namespace Spor.Reports;

/// <summary>
/// The figures of the council's report: pure, and the same for the same register, question and earlier reports. What few children are
/// behind is hidden for everybody; so is what could be worked out from the rest of the report, or by subtracting an earlier report of an
/// overlapping period.
/// </summary>
public sealed class CouncilFigures
{
    public static readonly IReadOnlyList<(string Key, Notifier[] Notifiers)> NotifierGroups =
    [
        ("school", [Notifier.School, Notifier.DayCare]),
        ("health", [Notifier.HealthVisitor, Notifier.Hospital, Notifier.Doctor]),
        ("authority", [Notifier.Police, Notifier.Municipality]),
        ("family", [Notifier.Parent, Notifier.ChildItself, Notifier.Citizen]),
        ("other", [Notifier.Anonymous, Notifier.Other]),
    ];

    /// <summary>The law's requirements; the model's own are told together.</summary>
    public static readonly IReadOnlyList<Rule> LawRules = RequirementFigures.RulesOf(law: true, all: false);
    static readonly IReadOnlyList<Rule> ModelRules = RequirementFigures.RulesOf(law: false, all: false);

    public static readonly IReadOnlyList<PlacementForm> Forms = [PlacementForm.Foster, PlacementForm.Institution, PlacementForm.Own];

    /// <summary>What is asked of the engine.</summary>
    static readonly IReadOnlyList<Figure> Asked =
    [
        CaseFigures.ChildrenWithCase,
        WorkforceFigures.CaseloadPerFte,
        WorkforceFigures.Fte,
        LadderFigures.OnLadder,
        LadderFigures.MovedDown,
        LadderFigures.MovedUp,
        PlacementFigures.Placed,
        PlacementFigures.NewPlacements,
        PlacementFigures.MonthsPlaced,
        PlacementFigures.PlacedAYearBefore,
        PlacementFigures.NoLongerPlaced,
        NotificationFigures.Notifications,
        NotificationFigures.NotifiedChildren,
        RequirementFigures.DueByRule,
        RequirementFigures.OnTimeByRule,
        ConferenceFigures.Offered,
        ConferenceFigures.Accepted,
        ConferenceFigures.Held,
    ];

    /// <summary>What is counted of each kind of children.</summary>
    internal static readonly IReadOnlyList<Figure> CountedFigures =
    [
        .. Asked.Where(f => f.Unit == FigureUnit.Count && f != LadderFigures.MovedDown && f != LadderFigures.MovedUp),
    ];

    static readonly IReadOnlyList<Figure> ToldApart = [.. CountedFigures, LadderFigures.MovedDown, LadderFigures.MovedUp];

    /// <summary>One kind of children, seen from one day with its period.</summary>
    internal readonly record struct Seen(ChildKind Kind, int Question, int Period)
    {
        public int Adds(Figure figure) => (int)Kind.Adds(figure, Question, Period);

        public int AddsTo(Figure figure, int part) => (int)Kind.AddsTo(figure, part, Question, Period);
    }

    /// <param name="Of">What a child adds.</param>
    /// <param name="IsPeriod">Of the period, else of its last day.</param>
    internal sealed record Series(string Key, Func<Seen, int> Of, bool IsPeriod, int Rank, bool Published = true);

    internal static readonly Series[] All = [.. MakeSeries()];

    static IEnumerable<Series> MakeSeries()
    {
        static Func<Seen, int> One(Figure figure) => s => s.Adds(figure);
        yield return new("case", One(CaseFigures.ChildrenWithCase), false, 9);
        yield return new("ladder", One(LadderFigures.OnLadder), false, 8);
        for (var i = 1; i < Ladder.Steps; i++)
        {
            var step = i;
            yield return new($"step-{step}", s => s.AddsTo(LadderFigures.OnLadder, step - 1), false, 5);
        }
        yield return new("placed", One(PlacementFigures.Placed), false, 8);
        foreach (var form in Forms)
            yield return new($"form-{form}", s => s.AddsTo(PlacementFigures.Placed, (int)form - 1), false, 4);
        yield return new("new-placements", One(PlacementFigures.NewPlacements), true, 6);
        yield return new("placed-year-before", One(PlacementFigures.PlacedAYearBefore), false, 3);
        yield return new("not-placed-year-after", One(PlacementFigures.NoLongerPlaced), false, 3);
        yield return new(
            "still-placed",
            s => s.Adds(PlacementFigures.PlacedAYearBefore) - s.Adds(PlacementFigures.NoLongerPlaced),
            false,
            3,
            Published: false
        );
        yield return new("notifications", One(NotificationFigures.Notifications), true, 8);
        yield return new("notified", One(NotificationFigures.NotifiedChildren), true, 7);
        foreach (var (key, of) in NotifierGroups)
            yield return new($"notifications-{key}", s => of.Sum(n => s.AddsTo(NotificationFigures.Notifications, (int)n)), true, 0);
        foreach (
            var (key, rules) in LawRules
                .Select(r => ($"rule-{r}", (IReadOnlyList<Rule>)[r]))
                .Append(("law", LawRules))
                .Append(("model", ModelRules))
        )
        {
            var rank = rules.Count == 1 ? 1 : 7;
            int Due(Seen s) => rules.Sum(r => s.AddsTo(RequirementFigures.DueByRule, (int)r));
            int InTime(Seen s) => rules.Sum(r => s.AddsTo(RequirementFigures.OnTimeByRule, (int)r));
            yield return new($"due-{key}", Due, true, rank);
            yield return new($"late-{key}", s => Due(s) - InTime(s), true, rank);
            yield return new($"in-time-{key}", InTime, true, rank, Published: false);
        }
        yield return new("conferences-offered", One(ConferenceFigures.Offered), true, 3);
        yield return new("conferences-accepted", One(ConferenceFigures.Accepted), true, 2);
        yield return new(
            "conferences-declined",
            s => s.Adds(ConferenceFigures.Offered) - s.Adds(ConferenceFigures.Accepted),
            true,
            2,
            Published: false
        );
        yield return new("conferences-held", One(ConferenceFigures.Held), true, 2);
    }

    internal static readonly string[] Sides = ["@før", "@nu"];

    readonly Dictionary<string, CouncilCount> counts;

    CouncilFigures(Dictionary<string, CouncilCount> counts) => this.counts = counts;

    public required CouncilQuestion Question { get; init; }
    public required string Municipality { get; init; }
    public required long EntryNo { get; init; }
    public required IReadOnlyDictionary<string, CouncilLine> Lines { get; init; }

    /// <summary>Shares: of the law's and the model's requirements, of children placed, of offers.</summary>
    public required IReadOnlyDictionary<string, (Tendency Tendency, ChanceTest Test)> Shares { get; init; }

    /// <summary>Of the law's requirements (<c>law</c>) and the model's (<c>model</c>): the later share in time on the earlier
    /// period's mix of
    /// rules, from 0 to 1.</summary>
    public required IReadOnlyDictionary<string, double?> OnEarlierMix { get; init; }

    /// <summary>What an earlier report of the same days told otherwise, by five children or more.</summary>
    public required IReadOnlyList<CorrectedCount> Corrected { get; init; }

    /// <summary>How many counts stand as an earlier report printed them, since a few children have been corrected since.</summary>
    public required int KeptAsPrinted { get; init; }
    public required CouncilMean PerFte { get; init; }
    public required CouncilMean MonthsPlaced { get; init; }

    /// <summary>Full-time equivalents of caseworkers.</summary>
    public required (double Before, double Now) Fte { get; init; }

    /// <summary>The last day of every month, up to three years back, with children per full-time equivalent; months on few children are
    /// left out.</summary>
    public required IReadOnlyList<(DateOnly Day, double? PerFte)> Load { get; init; }
    public required CouncilLine Down { get; init; }
    public required CouncilLine Up { get; init; }

    /// <summary>More went one way than chance gives: a rise means down the ladder.</summary>
    public required Tendency DownAgainstUp { get; init; }

    public CouncilLine this[string key] => Lines[key];

    /// <param name="earlier">Reports printed before this one; see the type.</param>
    public static CouncilFigures Of(Register register, CouncilQuestion question, IReadOnlyList<EarlierReport> earlier) =>
        Of(FigureEngine.Of(Asked, register, earlier.Select(e => e.Question.To).Append(question.To).Max()), question, earlier);

    /// <param name="engine">Of <see cref="KeyFigures.EngineOf"/>, of a day on which all that is asked has happened.</param>
    public static CouncilFigures Of(FigureEngine engine, CouncilQuestion question, IReadOnlyList<EarlierReport> earlier)
    {
        var register = engine.Register;
        var (a, b) = (question.BaselineDay, question.To);
        FigurePeriod before = FigurePeriod.Of(question.FromBefore, a),
            now = FigurePeriod.Of(question.From, b);
        var alike = engine.Kinds(
            ToldApart,
            [
                [before, now],
                [new(a, b)],
            ]
        );

        // One count per series and side, and the two between them.
        var keys = All.SelectMany(s => Sides.Select(side => s.Key + side)).Concat(["down", "up"]).ToArray();
        var kinds = new Dictionary<string, (int[] Weights, int Count)>();
        var values = new int[keys.Length];
        var rests = new int[keys.Length];
        foreach (var kind in alike)
        {
            var weights = new int[keys.Length];
            for (var s = 0; s < All.Length; s++)
            for (var side = 0; side < 2; side++)
                weights[2 * s + side] = All[s].Of(new(kind, 0, side));
            weights[^2] = (int)kind.Adds(LadderFigures.MovedDown, 1);
            weights[^1] = (int)kind.Adds(LadderFigures.MovedUp, 1);
            for (var k = 0; k < weights.Length; k++)
            {
                values[k] += weights[k] * kind.Children;
                if (weights[k] != 0)
                    rests[k] += kind.Children;
            }
            // Alike in all that is told.
            var key = Convert.ToBase64String(MemoryMarshal.AsBytes(weights.AsSpan()));
            kinds[key] = (weights, kind.Children + (kinds.TryGetValue(key, out var known) ? known.Count : 0));
        }
        var atoms = kinds.Values.Select(k => k.Weights).ToArray();
        var cells = keys.Select(
                (key, k) =>
                    new CountCell(
                        key,
                        values[k],
                        rests[k],
                        Array.ConvertAll(atoms, w => (long)w[k]),
                        k >= 2 * All.Length ? 6 : All[k / 2].Rank,
                        k >= 2 * All.Length || All[k / 2].Published
                    )
            )
            .ToArray();
        var (corrected, kept) = AgainstEarlier.Apply(cells, engine, question, earlier);
        Suppression.Apply(cells, [.. Groups()]);

        var counts = cells.ToDictionary(c => c.Key, c => new CouncilCount((int)c.Value, c.Rests, c.Hidden, c.IsSmall));
        CouncilCount Count(string key, int side) => counts[key + Sides[side]];
        var came = new Dictionary<string, (int Came, int Left)>();
        foreach (var series in All.Where(s => !s.IsPeriod))
        {
            int inn = 0,
                outt = 0;
            foreach (var kind in alike)
            {
                var difference = series.Of(new(kind, 0, 1)) - series.Of(new(kind, 0, 0));
                if (difference > 0)
                    inn += kind.Children;
                else if (difference < 0)
                    outt += kind.Children;
            }
            came[series.Key] = (inn, outt);
        }
        var odds = new Dictionary<string, Odds?>();
        foreach (var series in All.Where(x => x.Published))
            odds[series.Key] = TestOf(series) switch
            {
                ChanceTest.CameAndLeft => Chance.OddsOfCameAndLeft(came[series.Key].Came, came[series.Key].Left),
                ChanceTest.TwoPeriods => Chance.OddsOfTwoPeriods(
                    Count(series.Key, 0).Value,
                    question.DaysBefore,
                    Count(series.Key, 1).Value,
                    question.Days
                ),
                _ => null,
            };
        (int, int, int, int) Pairs(string part, string whole) =>
            (Count(part, 0).Value, Count(whole, 0).Value, Count(part, 1).Value, Count(whole, 1).Value);
        Odds? Share((int Before, int OfBefore, int Now, int OfNow) of) => Chance.OddsOfTwoShares(of.Before, of.OfBefore, of.Now, of.OfNow);
        var foster = $"form-{PlacementForm.Foster}";
        int Families(int side) => Count(foster, side).Value + Count($"form-{PlacementForm.Institution}", side).Value;
        odds["share:not-placed-year-after"] = Share(Pairs("not-placed-year-after", "placed-year-before"));
        odds["share:conferences-accepted"] = Share(Pairs("conferences-accepted", "conferences-offered"));
        odds["share:family"] = Share((Count(foster, 0).Value, Families(0), Count(foster, 1).Value, Families(1)));
        foreach (var rule in LawRules)
            odds[$"share:rule-{rule}"] = Share(Pairs($"in-time-rule-{rule}", $"due-rule-{rule}"));
        var mixes = new Dictionary<string, double?>();
        foreach (var (key, rules) in new[] { ("law", LawRules), ("model", ModelRules) })
            (odds["share:" + key], mixes[key]) = Chance.OddsOverRules([.. rules.Select(r => RulePairs(alike, r))]);

        IReadOnlyList<FigurePeriod> months = [.. engine.Months(b).Where(m => m.To >= b.AddYears(-3))];
        var answers = engine.AskAll(
            Asked,
            [
                [before, now],
                months,
            ],
            Group.None
        );
        Answered Of(Figure figure, int side) => answers[0].Of(figure, side);
        Answered loadBefore = Of(WorkforceFigures.CaseloadPerFte, 0),
            load = Of(WorkforceFigures.CaseloadPerFte, 1);
        double fteBefore = Of(WorkforceFigures.Fte, 0).Value ?? 0,
            fte = Of(WorkforceFigures.Fte, 1).Value ?? 0;
        // The children are for the most part the same on both days: those who came against those who left. Where the staff changed so that
        // the load went another way than the children, no test of children says anything of it.
        var direction = Math.Sign((load.Value ?? 0) - (loadBefore.Value ?? 0));
        odds["per-fte"] =
            load.Value is null || loadBefore.Value is null ? null
            : odds["case"] is { } children && (direction == 0 || Math.Sign(children.Difference) == direction)
                ? children with
                {
                    Difference = direction,
                }
            : null;
        var tendencies = TablesOf(odds);
        return new(counts)
        {
            Question = question,
            Municipality = register.Municipality?.Name ?? "",
            EntryNo = register.EntryNo,
            Lines = All.Where(x => x.Published)
                .ToDictionary(x => x.Key, x => new CouncilLine(Count(x.Key, 0), Count(x.Key, 1), tendencies[x.Key], TestOf(x))),
            Shares = tendencies
                .Where(t => t.Key.StartsWith("share:", StringComparison.Ordinal))
                .ToDictionary(t => t.Key[6..], t => (t.Value, ChanceTest.TwoShares)),
            OnEarlierMix = mixes,
            Corrected = corrected,
            KeptAsPrinted = kept,
            Fte = (fteBefore, fte),
            PerFte = new(loadBefore.Value, loadBefore.Rests, load.Value, load.Rests, tendencies["per-fte"], ChanceTest.CameAndLeft),
            MonthsPlaced = new(
                Of(PlacementFigures.MonthsPlaced, 0).Value,
                Of(PlacementFigures.MonthsPlaced, 0).Rests,
                Of(PlacementFigures.MonthsPlaced, 1).Value,
                Of(PlacementFigures.MonthsPlaced, 1).Rests,
                Tendency.Untested,
                ChanceTest.None
            ),
            Load =
            [
                .. months.Select(
                    (m, i) =>
                        answers[1].Of(WorkforceFigures.CaseloadPerFte, i) is var at && at.Rests < Suppression.Fewest
                            ? (m.To, null)
                            : (m.To, at.Value)
                ),
            ],
            Down = new(counts["down"], counts["down"], Tendency.Untested, ChanceTest.None),
            Up = new(counts["up"], counts["up"], Tendency.Untested, ChanceTest.None),
            DownAgainstUp = Chance.CameAndLeft(counts["down"].Value, counts["up"].Value),
        };
    }

    static IEnumerable<CountGroup> Groups()
    {
        foreach (var side in Sides)
        {
            yield return new("ladder" + side, [.. Enumerable.Range(1, Ladder.Steps - 1).Select(s => $"step-{s}{side}")]);
            yield return new("placed" + side, [.. Forms.Select(f => $"form-{f}{side}")]);
            yield return new("notifications" + side, [.. NotifierGroups.Select(g => $"notifications-{g.Key}{side}")]);
        }
    }

    static ChanceTest TestOf(Series series) =>
        series.Key is "placed-year-before" or "not-placed-year-after" ? ChanceTest.None
        : series.IsPeriod ? ChanceTest.TwoPeriods
        : ChanceTest.CameAndLeft;

    /// <summary>Due and in time of one rule, before and now.</summary>
    static (int Before, int OfBefore, int Now, int OfNow) RulePairs(IReadOnlyList<ChildKind> alike, Rule rule)
    {
        int Sum(Figure of, int side) => alike.Sum(k => k.Children * new Seen(k, 0, side).AddsTo(of, (int)rule));
        return (
            Sum(RequirementFigures.OnTimeByRule, 0),
            Sum(RequirementFigures.DueByRule, 0),
            Sum(RequirementFigures.OnTimeByRule, 1),
            Sum(RequirementFigures.DueByRule, 1)
        );
    }

    /// <summary>What is tested beside each other, and so corrected together; what stands in two tables is of the first.</summary>
    static Dictionary<string, Tendency> TablesOf(Dictionary<string, Odds?> odds)
    {
        static int Table(string key) =>
            key.StartsWith("step-", StringComparison.Ordinal) || key == "ladder" ? 1
            : key.StartsWith("notifications-", StringComparison.Ordinal) ? 2
            : key.StartsWith("share:rule-", StringComparison.Ordinal) ? 3
            : key.StartsWith("form-", StringComparison.Ordinal) ? 4
            : key.StartsWith("due-", StringComparison.Ordinal) || key.StartsWith("late-", StringComparison.Ordinal) ? 5
            : 0;
        var told = new Dictionary<string, Tendency>();
        foreach (var table in odds.GroupBy(o => Table(o.Key)))
        {
            var tests = table.ToList();
            var tendencies = Chance.Holm([.. tests.Select(t => t.Value)]);
            for (var i = 0; i < tests.Count; i++)
                told[tests[i].Key] = tendencies[i];
        }
        return told;
    }

    public bool IsHidden(string key) => counts[key].Hidden;

    /// <summary>Every figure, hidden or not, in a fixed order: what <i>recompute</i> compares.</summary>
    public IReadOnlyList<StoredFigure> Stored() =>
        [
            .. counts.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => new StoredFigure(c.Key, c.Value.Value, c.Value.Hidden)),
            new("fte@før", Fte.Before, false),
            new("fte@nu", Fte.Now, false),
            new("per-fte@før", PerFte.Before, PerFte.HiddenBefore),
            new("per-fte@nu", PerFte.Now, PerFte.HiddenNow),
            new("months-placed@før", MonthsPlaced.Before, MonthsPlaced.HiddenBefore),
            new("months-placed@nu", MonthsPlaced.Now, MonthsPlaced.HiddenNow),
        ];

    /// <summary>What today's program makes otherwise; empty if nothing.</summary>
    public static IReadOnlyList<FigureDifference> Differences(IReadOnlyList<StoredFigure> printed, IReadOnlyList<StoredFigure> now)
    {
        var before = printed.ToDictionary(f => f.Key);
        var after = now.ToDictionary(f => f.Key);
        return
        [
            .. before
                .Keys.Union(after.Keys)
                .Order(StringComparer.Ordinal)
                .Select(k => new FigureDifference(k, before.GetValueOrDefault(k), after.GetValueOrDefault(k)))
                .Where(d => d.Printed != d.Now),
        ];
    }
}
