using System.Globalization;
using System.Text.Json;
using Spor.Facts;
using Spor.Figures.Engine;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Notifications;
using Spor.Requirements;
using Spor.Workforce;

namespace Spor.Figures;

/// <summary>The key figures of a municipality at a day against a baseline, as <c>spor figures</c> writes them: every one is asked of the
/// engine.</summary>
public sealed class FiguresFile
{
    static readonly IReadOnlyList<Figure> Asked =
    [
        CaseFigures.ActiveCases,
        CaseFigures.ChildrenWithCase,
        CaseFigures.Unassigned,
        WorkforceFigures.CaseloadPerFte,
        WorkforceFigures.Fte,
        WorkforceFigures.Ceiling,
        NotificationFigures.Notifications,
        NotificationFigures.NotifiedChildren,
        RequirementFigures.DueByRule,
        RequirementFigures.OnTimeByRule,
        RequirementFigures.OverdueByRule,
        RequirementFigures.MissedByRule,
        LadderFigures.OnLadder,
        LadderFigures.MovedDown,
        LadderFigures.MovedUp,
        LadderFigures.Movements,
        PlacementFigures.Placed,
        PlacementFigures.FamilyShare,
        PlacementFigures.NewPlacements,
        PlacementFigures.MonthsPlaced,
        PlacementFigures.PlacedAYearBefore,
        PlacementFigures.NoLongerPlaced,
        PlacementFigures.FullYear,
        ConferenceFigures.Offered,
        ConferenceFigures.Accepted,
        ConferenceFigures.Held,
        ConferenceFigures.InNewCases,
        ConferenceFigures.HeldInNewCases,
        ConferenceFigures.PlansApproved,
        ConferenceFigures.PrivateTime,
        ConferenceFigures.Replaced,
        SpendingFigures.InMonth,
        SpendingFigures.Unpriced,
    ];

    readonly FigureAnswer now,
        before,
        month;

    FiguresFile(Register register, DateOnly day, DateOnly baseline)
    {
        (Register, Day, Baseline) = (register, day, baseline);
        var engine = FigureEngine.Of(Asked, register, day);
        // The month before the day's, whether the day is its month's last or not.
        var lastMonth = new DateOnly(day.Year, day.Month, 1).AddDays(-1);
        SpendingMonth = SpendingFigures.MonthOf(lastMonth);
        var answers = engine.AskAll(
            Asked,
            [
                [new(baseline, day)],
                [new(baseline, baseline)],
                [new(lastMonth, lastMonth)],
            ],
            Group.None
        );
        (now, before, month) = (answers[0], answers[1], answers[2]);
        Turnover = WorkforceFigures.TurnoverIn(register, new(baseline, day));
    }

    public Register Register { get; }

    /// <summary>The first day of the month that the spending is of.</summary>
    public DateOnly SpendingMonth { get; }
    public DateOnly Day { get; }
    public DateOnly Baseline { get; }

    /// <summary>Who left, and the heads at the baseline and on the day.</summary>
    public (int Left, int Before, int Now) Turnover { get; }

    /// <param name="baseline">On or before the day.</param>
    public static FiguresFile Of(Register register, DateOnly day, DateOnly baseline) => new(register, day, baseline);

    public double? this[Figure figure] => now.Of(figure).Value;

    public double? AtBaseline(Figure figure) => before.Of(figure).Value;

    public int Count(Figure figure) => now.Count(figure);

    public int CountAtBaseline(Figure figure) => before.Count(figure);

    /// <summary>Children on a step from 1 to 6.</summary>
    public int OnStep(int step) => now.Count(LadderFigures.OnLadder, step - 1, 0);

    public int OnStepAtBaseline(int step) => before.Count(LadderFigures.OnLadder, step - 1, 0);

    public int Moved(int from, int to) => now.Count(LadderFigures.Movements, from * Ladder.Steps + to, 0);

    public int Placed(PlacementForm form) => now.Count(PlacementFigures.Placed, (int)form - 1, 0);

    /// <summary>Øre in the month before, by step from 0.</summary>
    public long OreOnStep(int step) => (long)(month.Part(SpendingFigures.InMonth, step).Value ?? 0);

    public int Unpriced => month.Count(SpendingFigures.Unpriced);

    public (int OnTime, int Due) Kept(Rule rule) =>
        (now.Count(RequirementFigures.OnTimeByRule, (int)rule, 0), now.Count(RequirementFigures.DueByRule, (int)rule, 0));

    public int Unmet(Rule rule) =>
        now.Count(RequirementFigures.OverdueByRule, (int)rule, 0) + now.Count(RequirementFigures.MissedByRule, (int)rule, 0);

    public int ReceivedFrom(Notifier notifier) => now.Count(NotificationFigures.Notifications, (int)notifier, 0);

    /// <summary>Teams with a load: their number and name, children per full-time equivalent, and the ceiling.</summary>
    public IEnumerable<(string Id, string Name, double? PerFte, double? Ceiling)> Teams =>
        now.Parts(WorkforceFigures.CaseloadPerFte)
            .Where(t => t.Answered.Value is not null)
            .Select(t => (t.Name.Code, t.Name.Name, t.Answered.Value, now.Part(WorkforceFigures.Ceiling, t.Name.At).Value));

    static decimal? Rounded(double? value, int digits) =>
        value is { } v ? Math.Round((decimal)v, digits, MidpointRounding.AwayFromZero) : null;

    /// <summary>One JSON object with the keys that <c>data/README.md</c> describes.</summary>
    public void WriteJson(Utf8JsonWriter json)
    {
        void Number(string name, decimal? value)
        {
            if (value is { } v)
                json.WriteNumber(name, v);
            else
                json.WriteNull(name);
        }
        void Steps(string name, int from, Func<int, long> count)
        {
            json.WriteStartObject(name);
            for (var step = from; step < Ladder.Steps; step++)
                json.WriteNumber(step.ToString(CultureInfo.InvariantCulture), count(step));
            json.WriteEndObject();
        }
        void Array(string name, params ReadOnlySpan<int> values)
        {
            json.WriteStartArray(name);
            foreach (var v in values)
                json.WriteNumberValue(v);
            json.WriteEndArray();
        }
        var teamKeys = Register
            .Teams.GroupBy(t => t.TeamId)
            .ToDictionary(g => g.Key.ToString(CultureInfo.InvariantCulture), g => g.First().SourceKey ?? g.First().Name);
        var rules = RequirementFigures.WithCompliance.OrderBy(r => r.Danish(), StringComparer.Ordinal).ToList();

        json.WriteStartObject();
        json.WriteNumber("active_cases", Count(CaseFigures.ActiveCases));
        json.WriteNumber("fte", this[WorkforceFigures.Fte]!.Value);
        Number("caseload", Rounded(this[WorkforceFigures.CaseloadPerFte], 1));
        json.WriteNumber("active_cases_baseline", CountAtBaseline(CaseFigures.ActiveCases));
        json.WriteNumber("fte_baseline", AtBaseline(WorkforceFigures.Fte)!.Value);
        Number("caseload_baseline", Rounded(AtBaseline(WorkforceFigures.CaseloadPerFte), 1));
        json.WriteStartObject("caseload_by_team");
        foreach (var team in Teams)
            Number(teamKeys[team.Id], Rounded(team.PerFte, 1));
        json.WriteEndObject();
        json.WriteNumber("unassigned_cases", Count(CaseFigures.Unassigned));
        Steps("ladder", 1, s => OnStep(s));
        Steps("ladder_baseline", 1, s => OnStepAtBaseline(s));
        json.WriteStartArray("movements");
        for (var a = 0; a < Ladder.Steps; a++)
        {
            json.WriteStartArray();
            for (var b = 0; b < Ladder.Steps; b++)
                json.WriteNumberValue(Moved(a, b));
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteNumber("down", Count(LadderFigures.MovedDown));
        json.WriteNumber("up", Count(LadderFigures.MovedUp));
        json.WriteStartObject("placement_mix");
        json.WriteNumber("pleje", Placed(PlacementForm.Foster));
        json.WriteNumber("institution", Placed(PlacementForm.Institution));
        json.WriteNumber("egen", Placed(PlacementForm.Own));
        json.WriteEndObject();
        Number("family_share_percent", Rounded(this[PlacementFigures.FamilyShare], 0));
        json.WriteNumber("new_placements", Count(PlacementFigures.NewPlacements));
        Number("months_placed_mean", Rounded(this[PlacementFigures.MonthsPlaced], 1));
        Array("not_placed_a_year_after", Count(PlacementFigures.NoLongerPlaced), Count(PlacementFigures.PlacedAYearBefore));
        Number("full_year_placements_last_year", Rounded(this[PlacementFigures.FullYear], 2));
        Steps("cost_previous_month_ore", 2, OreOnStep);
        json.WriteNumber("measures_without_price", Unpriced);
        json.WriteStartObject("compliance");
        foreach (var rule in rules)
            Array(rule.Danish(), Kept(rule).OnTime, Kept(rule).Due);
        json.WriteEndObject();
        json.WriteStartObject("overdue");
        foreach (var rule in rules)
            json.WriteNumber(rule.Danish(), Unmet(rule));
        json.WriteEndObject();
        json.WriteNumber("notifications", Count(NotificationFigures.Notifications));
        json.WriteNumber("notified_children", Count(NotificationFigures.NotifiedChildren));
        json.WriteStartObject("notifiers");
        foreach (var notifier in Codes<Notifier>.All.Where(n => ReceivedFrom(n) > 0).OrderByDescending(ReceivedFrom).ThenBy(n => n))
            json.WriteNumber(notifier.Danish(), ReceivedFrom(notifier));
        json.WriteEndObject();
        json.WriteStartObject("conferences");
        json.WriteNumber("offered", Count(ConferenceFigures.Offered));
        json.WriteNumber("accepted", Count(ConferenceFigures.Accepted));
        json.WriteNumber("held", Count(ConferenceFigures.Held));
        json.WriteEndObject();
        json.WriteStartObject("turnover");
        json.WriteNumber("left", Turnover.Left);
        Array("heads", Turnover.Before, Turnover.Now);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
