using Spor.Conferences;
using Spor.Facts;
using Spor.Figures;
using Spor.Figures.Disclosure;
using Spor.Figures.Engine;
using Spor.Interventions;
using Spor.Requirements;
using Spor.Workforce;

namespace Spor.Reports;

/// <summary>
/// The figures of the council's report: pure, and the same for the same register, question and earlier reports. They are those that are
/// published, and the one plan of small numbers (<see cref="PublishedTables"/>) says what is hidden, for everybody: so the report hides
/// what the pages hide, and neither gives away what the other keeps.
/// </summary>
public sealed partial class CouncilFigures
{
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
        CaseFigures.CasesOpened,
        RequirementFigures.OverdueLaw,
    ];

    /// <summary>Asked of the whole municipality alone: what is held against a target, and the goals.</summary>
    static readonly IReadOnlyList<Figure> AskedAlone =
    [
        WorkforceFigures.Ceiling,
        ConferenceFigures.HeldInNewCases,
        .. Ways.SelectMany(w => new[] { w.Of.Goals, w.Of.Change }),
    ];

    /// <summary>What is counted of each kind of children.</summary>
    static readonly IReadOnlyList<Figure> ToldApart = [.. Asked.Where(f => f.Unit == FigureUnit.Count)];

    internal static readonly string[] Sides = ["@før", "@nu"];

    readonly Dictionary<string, CouncilCount> counts;

    readonly HashSet<string> toldShares;

    CouncilFigures(Dictionary<string, CouncilCount> counts, HashSet<string> toldShares) =>
        (this.counts, this.toldShares) = (counts, toldShares);

    /// <summary>The month-end that was published when it was printed.</summary>
    public required DateOnly PublishedOn { get; init; }

    /// <summary>True where a share is told as the pages tell it, though what it is made of may be hidden.</summary>
    /// <param name="whole">The series of the whole, for example <c>due-law</c>.</param>
    public bool TellsShare(string whole, bool now) => toldShares.Contains(whole + Sides[now ? 1 : 0]);

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

    /// <summary>Of what is published.</summary>
    /// <param name="published">Its day is the month-end that is published.</param>
    /// <param name="earlier">Reports printed before this one, the newest first.</param>
    public static CouncilFigures Of(Snapshot published, CouncilQuestion question, IReadOnlyList<EarlierReport> earlier) =>
        Of(
            FigureEngine.Of([.. Asked, .. AskedAlone], published.Register, published.Day),
            published.Get(PublishedTables.Of),
            question,
            earlier
        );

    /// <param name="engine">Of the day that is published.</param>
    static CouncilFigures Of(FigureEngine engine, PublishedTables tables, CouncilQuestion question, IReadOnlyList<EarlierReport> earlier)
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
        var values = new int[keys.Length];
        var rests = new int[keys.Length];
        foreach (var kind in alike)
        {
            void Add(int k, int weight)
            {
                values[k] += weight * kind.Children;
                if (weight != 0)
                    rests[k] += kind.Children;
            }
            for (var s = 0; s < All.Length; s++)
            for (var side = 0; side < 2; side++)
                Add(2 * s + side, All[s].Of(new(kind, 0, side)));
            Add(keys.Length - 2, (int)kind.Adds(LadderFigures.MovedDown, 1));
            Add(keys.Length - 1, (int)kind.Adds(LadderFigures.MovedUp, 1));
        }
        bool Tells(Series series, FigurePeriod period, int rests) =>
            series.Cells.All(c => tables.Tells(c.Figure, c.Part, period, series.AddsUp, rests));
        var hidden = new bool[keys.Length];
        for (var s = 0; s < All.Length; s++)
        {
            hidden[2 * s] = !Tells(All[s], before, rests[2 * s]);
            hidden[2 * s + 1] = !Tells(All[s], now, rests[2 * s + 1]);
            hidden[2 * s] |=
                !hidden[2 * s + 1]
                && PublishedTables.IsChangeOfFew(All[s].Cells[0].Figure, rests[2 * s + 1], values[2 * s + 1], values[2 * s]);
        }
        hidden[^2] = !tables.Tells(LadderFigures.MovedDown, null, new(a, b), addsUp: false, rests[^2]);
        hidden[^1] = !tables.Tells(LadderFigures.MovedUp, null, new(a, b), addsUp: false, rests[^1]);
        var told = new HashSet<string>();
        foreach (var (all, some, rest) in SharesOf())
            for (var side = 0; side < 2; side++)
            {
                int At(string key) => Array.IndexOf(keys, key + Sides[side]);
                if (!hidden[At(all)])
                    told.Add(all + Sides[side]);
                if (new[] { some, rest }.Any(k => IsFew(values[At(k)]) || IsFew(rests[At(k)])))
                    hidden[At(all)] = hidden[At(some)] = hidden[At(rest)] = true;
            }
        static bool IsFew(int n) => DisclosurePlan.IsSmall(n);
        var (corrected, kept) = AgainstEarlier.Apply(keys, values, hidden, question, earlier);

        var counts = keys.Select((key, k) => (key, Count: new CouncilCount(values[k], rests[k], hidden[k])))
            .ToDictionary(c => c.key, c => c.Count);
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
        foreach (var rule in LawRules.Concat(TargetRules))
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
        // The children are for the most part the same on both days: those who came against those who left.
        odds["per-fte"] = Chance.OddsOfLoad(odds["case"], loadBefore.Value, load.Value);
        var tendencies = TablesOf(odds);
        var against = AgainstTargets(engine, tables, before, now);
        bool HidesMean(Figure figure, FigurePeriod period) => tables.Hides(figure, null, Group.None, PublicPeriods.Run(period.To, 1));
        CouncilMean MeanOf(Figure figure, Tendency tendency, ChanceTest test) =>
            new(Of(figure, 0).Value, HidesMean(figure, before), Of(figure, 1).Value, HidesMean(figure, now), tendency, test);
        return new(counts, told)
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
            PublishedOn = tables.Periods.Last,
            ConferenceMonths = against.Months,
            HasConferences = register.Children.Any(c => c.Of<NetworkConferenceFact>().Any(n => n.OfferedOn <= b)),
            Teams = against.Teams,
            Goals = against.Goals,
            PerFte = MeanOf(WorkforceFigures.CaseloadPerFte, tendencies["per-fte"], ChanceTest.CameAndLeft),
            MonthsPlaced = MeanOf(PlacementFigures.MonthsPlaced, Tendency.Untested, ChanceTest.None),
            Load =
            [
                .. months.Select(
                    (m, i) =>
                        (
                            m.To,
                            HidesMean(WorkforceFigures.CaseloadPerFte, m) ? null : answers[1].Of(WorkforceFigures.CaseloadPerFte, i).Value
                        )
                ),
            ],
            Down = new(counts["down"], counts["down"], Tendency.Untested, ChanceTest.None),
            Up = new(counts["up"], counts["up"], Tendency.Untested, ChanceTest.None),
            DownAgainstUp = Chance.CameAndLeft(counts["down"].Value, counts["up"].Value),
        };
    }

    public bool IsHidden(string key) => counts[key].Hidden;

    /// <summary>Among the stored figures: the month-end that was published, as a day number. The plan of what is hidden is of that
    /// day.</summary>
    public const string PublishedKey = "published";

    /// <summary>Every figure, hidden or not, in a fixed order: what <i>recompute</i> compares.</summary>
    public IReadOnlyList<StoredFigure> Stored() =>
        [
            .. counts.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => new StoredFigure(c.Key, c.Value.Value, c.Value.Hidden)),
            new(PublishedKey, PublishedOn.DayNumber, false),
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
                // What earlier versions did not count is no difference in the reports that they printed.
                .Where(k => k != PublishedKey && (before.ContainsKey(k) || !IsSinceTargets(k)))
                .Order(StringComparer.Ordinal)
                .Select(k => new FigureDifference(k, before.GetValueOrDefault(k), after.GetValueOrDefault(k)))
                .Where(d => d.Printed != d.Now),
        ];
    }
}
