using System.Runtime.InteropServices;
using Spor.Facts;
using Spor.Figures;
using Spor.Figures.Disclosure;
using Spor.Figures.Engine;
using Spor.Insight;
using Spor.Interventions;
using Spor.Law;
using Spor.Notifications;
using Spor.Requirements;
using Spor.Workforce;

namespace Spor.Reports;

/// <summary>What a council's report is asked for: a period, and the day it is compared with.</summary>
/// <param name="To">The period's last day, which figures of a day are of.</param>
public sealed record CouncilQuestion(DateOnly From, DateOnly To, DateOnly BaselineDay)
{
    /// <summary>
    /// The first day of the period before: it ends on the baseline's day and is as long as the report's, in months where the report's is
    /// whole months, else in days.
    /// </summary>
    public DateOnly FromBefore => IsMonths ? BaselineDay.AddDays(1).AddMonths(-Months) : BaselineDay.AddDays(From.DayNumber - To.DayNumber);

    public int Days => To.DayNumber - From.DayNumber + 1;
    public int DaysBefore => BaselineDay.DayNumber - FromBefore.DayNumber + 1;

    int Months => (To.Year - From.Year) * 12 + To.Month - From.Month + 1;
    bool IsMonths => From.Day == 1 && To.AddDays(1).Day == 1 && BaselineDay.AddDays(1).Day == 1;
}

/// <summary>One count of the report. Every count of a day or period comes twice: before and now.</summary>
/// <param name="Hidden">Not shown to anybody in this report.</param>
/// <param name="Small">Hidden because few children are behind it; else to keep another.</param>
public sealed record CouncilCount(int Value, int Rests, bool Hidden, bool Small);

/// <summary>Two counts and whether they differ by more than chance.</summary>
public sealed record CouncilLine(CouncilCount Before, CouncilCount Now, Tendency Tendency, ChanceTest Test)
{
    public bool Hidden => Before.Hidden || Now.Hidden;
}

/// <summary>A ratio or a mean with the children behind it; null where it is not defined.</summary>
public sealed record CouncilMean(double? Before, int RestsBefore, double? Now, int RestsNow, Tendency Tendency, ChanceTest Test)
{
    public bool HiddenBefore => RestsBefore is > 0 and < Suppression.Fewest;
    public bool HiddenNow => RestsNow is > 0 and < Suppression.Fewest;
}

/// <summary>An earlier report: what it was asked, and its figures as stored.</summary>
public sealed record EarlierReport(CouncilQuestion Question, IReadOnlyDictionary<string, StoredFigure> Figures);

/// <summary>One figure of a printed report as it is stored: for comparing when it is computed again, never for showing.</summary>
/// <param name="Key">A series and <c>@nu</c> or <c>@før</c>.</param>
public sealed record StoredFigure(string Key, double? Value, bool Hidden);

/// <summary>A figure that today's program makes otherwise than the program that printed it.</summary>
public sealed record FigureDifference(string Key, StoredFigure? Printed, StoredFigure? Now);

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
    static readonly IReadOnlyList<Figure> CountedFigures =
    [
        .. Asked.Where(f => f.Unit == FigureUnit.Count && f != LadderFigures.MovedDown && f != LadderFigures.MovedUp),
    ];

    static readonly IReadOnlyList<Figure> ToldApart = [.. CountedFigures, LadderFigures.MovedDown, LadderFigures.MovedUp];

    /// <summary>One kind of children, seen from one day with its period.</summary>
    readonly record struct Seen(ChildKind Kind, int Question, int Period)
    {
        public int Adds(Figure figure) => (int)Kind.Adds(figure, Question, Period);

        public int AddsTo(Figure figure, int part) => (int)Kind.AddsTo(figure, part, Question, Period);
    }

    /// <param name="Of">What a child adds.</param>
    /// <param name="IsPeriod">Of the period, else of its last day.</param>
    sealed record Series(string Key, Func<Seen, int> Of, bool IsPeriod, int Rank, bool Published = true);

    static readonly Series[] All = [.. MakeSeries()];

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

    static readonly string[] Sides = ["@før", "@nu"];

    readonly Dictionary<string, CouncilCount> counts;

    CouncilFigures(Dictionary<string, CouncilCount> counts) => this.counts = counts;

    public required CouncilQuestion Question { get; init; }
    public required string Municipality { get; init; }
    public required long EntryNo { get; init; }
    public required IReadOnlyDictionary<string, CouncilLine> Lines { get; init; }

    /// <summary>Shares: of the law's and the model's requirements, of children placed, of offers.</summary>
    public required IReadOnlyDictionary<string, (Tendency Tendency, ChanceTest Test)> Shares { get; init; }
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
        HideAgainstEarlier(cells, engine, question, earlier);
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
        var lines = All.Where(s => s.Published)
            .ToDictionary(
                s => s.Key,
                s =>
                {
                    var (x, y) = (Count(s.Key, 0), Count(s.Key, 1));
                    var test =
                        s.Key is "placed-year-before" or "not-placed-year-after" ? ChanceTest.None
                        : s.IsPeriod ? ChanceTest.TwoPeriods
                        : ChanceTest.CameAndLeft;
                    var tendency = test switch
                    {
                        ChanceTest.CameAndLeft => Chance.CameAndLeft(came[s.Key].Came, came[s.Key].Left),
                        ChanceTest.TwoPeriods => Chance.TwoPeriods(x.Value, question.DaysBefore, y.Value, question.Days),
                        _ => Tendency.Untested,
                    };
                    return new CouncilLine(x, y, tendency, test);
                }
            );
        (Tendency, ChanceTest) Share(string part, string whole) =>
            (
                Chance.TwoShares(Count(part, 0).Value, Count(whole, 0).Value, Count(part, 1).Value, Count(whole, 1).Value),
                ChanceTest.TwoShares
            );
        var shares = new Dictionary<string, (Tendency, ChanceTest)>
        {
            ["not-placed-year-after"] = Share("not-placed-year-after", "placed-year-before"),
            ["conferences-accepted"] = Share("conferences-accepted", "conferences-offered"),
            ["family"] = (Chance.TwoShares(Family(0).Foster, Family(0).Both, Family(1).Foster, Family(1).Both), ChanceTest.TwoShares),
        };
        (int Foster, int Both) Family(int side) =>
            (
                Count($"form-{PlacementForm.Foster}", side).Value,
                Count($"form-{PlacementForm.Foster}", side).Value + Count($"form-{PlacementForm.Institution}", side).Value
            );
        foreach (var key in LawRules.Select(r => $"rule-{r}").Append("law").Append("model"))
            shares[key] = Share($"in-time-{key}", $"due-{key}");

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
        return new(counts)
        {
            Question = question,
            Municipality = register.Municipality?.Name ?? "",
            EntryNo = register.EntryNo,
            Lines = lines,
            Shares = shares,
            Fte = (fteBefore, fte),
            PerFte = new(
                loadBefore.Value,
                loadBefore.Rests,
                load.Value,
                load.Rests,
                Chance.TwoPeriods(loadBefore.Rests, fteBefore, load.Rests, fte),
                ChanceTest.TwoPeriods
            ),
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

    /// <summary>
    /// Against what an earlier report showed: (1) the same count of the same day or period stays hidden if it was, and is hidden if it has
    /// moved by fewer than five since (a correction of few children); (2) a period that begins or ends with an earlier one: what lies
    /// between the two must not be few children.
    /// </summary>
    static void HideAgainstEarlier(CountCell[] cells, FigureEngine engine, CouncilQuestion question, IReadOnlyList<EarlierReport> earlier)
    {
        (DateOnly From, DateOnly To)[] own = [(question.FromBefore, question.BaselineDay), (question.From, question.To)];
        foreach (var (asked, figures) in earlier)
        {
            (DateOnly From, DateOnly To)[] theirs = [(asked.FromBefore, asked.BaselineDay), (asked.From, asked.To)];
            for (var mine = 0; mine < 2; mine++)
            for (var other = 0; other < 2; other++)
            {
                var ((from, to), (f, t)) = (own[mine], theirs[other]);
                IReadOnlyList<ChildKind>? apart = null;
                for (var s = 0; s < All.Length; s++)
                {
                    var (series, cell) = (All[s], cells[2 * s + mine]);
                    if (!figures.TryGetValue(series.Key + Sides[other], out var printed) || printed.Value is not { } value)
                        continue;
                    if (series.IsPeriod ? (from, to) == (f, t) : to == t)
                    {
                        var moved = Math.Abs(cell.Value - value);
                        if (printed.Hidden ? series.Published : moved is > 0 and < Suppression.Fewest)
                            cell.Guarded = true;
                    }
                    else if (series.IsPeriod && (from == f || to == t) && !printed.Hidden)
                    {
                        apart ??= engine.Kinds(
                            CountedFigures,
                            [
                                [FigurePeriod.Of(from, to)],
                                [FigurePeriod.Of(f, t)],
                            ]
                        );
                        var between = apart.Where(k => series.Of(new(k, 0, 0)) != series.Of(new(k, 1, 0))).Sum(k => k.Children);
                        if (between is > 0 and < Suppression.Fewest)
                            cell.Guarded = true;
                    }
                }
            }
            // Down and up are of two days.
            if ((asked.BaselineDay, asked.To) != (question.BaselineDay, question.To))
                continue;
            foreach (var cell in cells[^2..])
                if (
                    figures.TryGetValue(cell.Key, out var printed)
                    && (printed.Hidden || Math.Abs(cell.Value - (printed.Value ?? 0)) is > 0 and < Suppression.Fewest)
                )
                    cell.Guarded = true;
        }
    }

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
