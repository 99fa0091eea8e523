using System.Text.Json;
using Spor.Facts;
using Spor.Kernel;
using Spor.Notifications;
using Spor.Requirements;

namespace Spor.Insight;

/// <summary>The key figures of a municipality at a day against a baseline, each by its one definition in <c>measures.md</c>.</summary>
public sealed class Figures
{
    public required Register Register { get; init; }
    public required DateOnly Day { get; init; }
    public required DateOnly Baseline { get; init; }
    public required CaseloadAt Caseload { get; init; }
    public required CaseloadAt CaseloadBaseline { get; init; }

    /// <summary>Children per step; index 0 = no step.</summary>
    public required int[] LadderNow { get; init; }
    public required int[] LadderBaseline { get; init; }
    public required int[,] Movements { get; init; }
    public required PlacementMix Mix { get; init; }
    public required int NewPlacements { get; init; }
    public required double? MonthsPlaced { get; init; }
    public required (int NotPlaced, int Before) NotPlacedAYearAfter { get; init; }
    public required double FullYearLastYear { get; init; }
    public required MonthSpending PreviousMonth { get; init; }
    public required (int OnTime, int Due)[] Compliance { get; init; }
    public required int[] Unmet { get; init; }
    public required NotificationFigures Notifications { get; init; }
    public required ConferenceFigures Conferences { get; init; }
    public required TurnoverFigures Turnover { get; init; }

    public static Figures Of(Register register, DateOnly day, DateOnly baseline)
    {
        var (children, catalogue) = (register.Children, register.Catalogue);
        var requirements = Derive.All(register, day);
        return new()
        {
            Register = register,
            Day = day,
            Baseline = baseline,
            Caseload = Insight.Caseload.At(register, day),
            CaseloadBaseline = Insight.Caseload.At(register, baseline),
            LadderNow = Ladder.At(children, catalogue, day),
            LadderBaseline = Ladder.At(children, catalogue, baseline),
            Movements = Ladder.Movements(children, catalogue, baseline, day),
            Mix = Placements.MixAt(children, catalogue, day),
            NewPlacements = Placements.StartedIn(children, catalogue, baseline, day),
            MonthsPlaced = Placements.MonthsPlacedAt(children, catalogue, day),
            NotPlacedAYearAfter = Placements.NotPlacedAYearAfter(children, catalogue, day),
            FullYearLastYear = Placements.FullYearIn(children, catalogue, day.Year - 1),
            PreviousMonth = Spending.In(children, catalogue, new DateOnly(day.Year, day.Month, 1).AddDays(-1)),
            Compliance = Flows.ComplianceIn(requirements, baseline, day),
            Unmet = Flows.UnmetByRule(requirements),
            Notifications = Flows.NotificationsIn(children, baseline, day),
            Conferences = Flows.ConferencesIn(children, baseline, day),
            Turnover = Flows.TurnoverIn(register.Employments, baseline, day),
        };
    }

    static double? Tenth(double? value) => value is { } v ? (double)Math.Round((decimal)v, 1, MidpointRounding.AwayFromZero) : null;

    /// <summary>The rules that stand in a figures file: all but <see cref="Rule.CaseCurrent"/>.</summary>
    /// <summary>The rules with a compliance. A case that is brought up to date owes a new update from that day, so it has none.</summary>
    public static IEnumerable<Rule> Listed => Codes<Rule>.All.Where(r => r != Rule.CaseCurrent);

    /// <summary>One JSON object with the keys that <c>data/README.md</c> describes.</summary>
    public void WriteJson(Utf8JsonWriter json)
    {
        void Number(string name, double? value)
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
                json.WriteNumber(step.ToString(System.Globalization.CultureInfo.InvariantCulture), count(step));
            json.WriteEndObject();
        }
        void Array(string name, params ReadOnlySpan<int> values)
        {
            json.WriteStartArray(name);
            foreach (var v in values)
                json.WriteNumberValue(v);
            json.WriteEndArray();
        }
        var teamKeys = Register.Teams.GroupBy(t => t.TeamId).ToDictionary(g => g.Key, g => g.First().SourceKey ?? g.First().Name);

        json.WriteStartObject();
        json.WriteNumber("active_cases", Caseload.ActiveCases);
        json.WriteNumber("fte", Caseload.Fte);
        Number("caseload", Tenth(Caseload.PerFte));
        json.WriteNumber("active_cases_baseline", CaseloadBaseline.ActiveCases);
        json.WriteNumber("fte_baseline", CaseloadBaseline.Fte);
        Number("caseload_baseline", Tenth(CaseloadBaseline.PerFte));
        json.WriteStartObject("caseload_by_team");
        foreach (var team in Caseload.Teams.Where(t => t.PerFte is not null))
            Number(teamKeys[team.TeamId], Tenth(team.PerFte));
        json.WriteEndObject();
        json.WriteNumber("unassigned_cases", Caseload.UnassignedCases);
        Steps("ladder", 1, s => LadderNow[s]);
        Steps("ladder_baseline", 1, s => LadderBaseline[s]);
        json.WriteStartArray("movements");
        for (var a = 0; a < Ladder.Steps; a++)
        {
            json.WriteStartArray();
            for (var b = 0; b < Ladder.Steps; b++)
                json.WriteNumberValue(Movements[a, b]);
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteNumber("down", Ladder.Down(Movements));
        json.WriteNumber("up", Ladder.Up(Movements));
        json.WriteStartObject("placement_mix");
        json.WriteNumber("pleje", Mix.Foster);
        json.WriteNumber("institution", Mix.Institution);
        json.WriteNumber("egen", Mix.Own);
        json.WriteEndObject();
        Number("family_share_percent", Mix.FamilySharePercent);
        json.WriteNumber("new_placements", NewPlacements);
        Number("months_placed_mean", Tenth(MonthsPlaced));
        Array("not_placed_a_year_after", NotPlacedAYearAfter.NotPlaced, NotPlacedAYearAfter.Before);
        json.WriteNumber("full_year_placements_last_year", Math.Round((decimal)FullYearLastYear, 2, MidpointRounding.AwayFromZero));
        Steps("cost_previous_month_ore", 2, s => PreviousMonth.OreByStep[s]);
        json.WriteNumber("measures_without_price", PreviousMonth.WithoutPrice.Count);
        json.WriteStartObject("compliance");
        foreach (var rule in Listed.OrderBy(r => r.Danish(), StringComparer.Ordinal))
            Array(rule.Danish(), Compliance[(int)rule].OnTime, Compliance[(int)rule].Due);
        json.WriteEndObject();
        json.WriteStartObject("overdue");
        foreach (var rule in Listed.OrderBy(r => r.Danish(), StringComparer.Ordinal))
            json.WriteNumber(rule.Danish(), Unmet[(int)rule]);
        json.WriteEndObject();
        json.WriteNumber("notifications", Notifications.Count);
        json.WriteNumber("notified_children", Notifications.Children);
        json.WriteStartObject("notifiers");
        foreach (var (notifier, count) in Notifications.ByNotifier.OrderByDescending(n => n.Value).ThenBy(n => n.Key))
            json.WriteNumber(notifier.Danish(), count);
        json.WriteEndObject();
        json.WriteStartObject("conferences");
        json.WriteNumber("offered", Conferences.Offered);
        json.WriteNumber("accepted", Conferences.Accepted);
        json.WriteNumber("held", Conferences.Held);
        json.WriteEndObject();
        json.WriteStartObject("turnover");
        json.WriteNumber("left", Turnover.Left);
        Array("heads", Turnover.HeadsAtStart, Turnover.HeadsAtEnd);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
