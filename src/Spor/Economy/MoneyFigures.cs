using System.Globalization;
using System.Text.Json.Nodes;
using Spor.Facts;
using Spor.Interventions;

namespace Spor.Economy;

/// <summary>
/// The money figures (<c>measures.md</c> 2.20 to 2.36) as one JSON object with the keys of <c>data/README.md</c>: each as the pages show
/// it.
/// Amounts are whole øre.
/// </summary>
public static class MoneyFigures
{
    public static JsonObject Of(Register register, DateOnly day, DateOnly baseline, IReadOnlyList<Threshold>? thresholds = null)
    {
        var books = new Books(register, day, baseline);
        return new()
        {
            ["at"] = Iso(day),
            ["baseline"] = Iso(baseline),
            ["year"] = new JsonArray(books.Year, books.LastMonth),
            ["year_before"] = books.YearBefore,
            ["actual"] = Each(books.MonthsShown, Name, m => MonthMoney.ActualIn(books, m) is { } actual ? Actual(actual) : null),
            ["granted"] = Each(books.MonthsShown, Name, m => Granted(MonthMoney.GrantedIn(books, m))),
            ["matching"] = new JsonObject
            {
                [$"{books.YearBefore}"] = Matching(LedgerMatching.Of(books, Books.Months(books.YearBefore, 12))),
                [$"{books.Year}"] = Matching(LedgerMatching.Of(books, books.MonthsOfYear)),
            },
            ["forecast"] = Forecast(YearForecast.Of(books)),
            ["commitments"] = Committed(Commitments.Of(books)),
            ["full_year_placements"] = Placed(FullYears.Running(books)),
            ["unit_prices"] = Prices(UnitPrices.Of(books)),
            ["price_volume_mix"] = Split(PriceVolumeMix.BySteps(books)),
            ["refund"] = Refund(books, thresholds ?? ExpensiveCases.ExampleThresholds),
            ["districts"] = DistrictMoney.Of(books) is { } districts ? Districts(districts) : null,
            ["returns"] = Returns(ReturnsHome.Of(books)),
            ["goal_progress"] = Each(
                GoalsOfMeasures.ByCode(books).OrderBy(c => c.Key, StringComparer.Ordinal),
                c => c.Key,
                c => new JsonObject
                {
                    ["measures"] = c.Value.Progress.Count,
                    ["goals"] = c.Value.Goals,
                    ["mean"] = c.Value.Mean,
                }
            ),
            ["goals_beside_movements"] = Moved(GoalsOfMeasures.BesideMovements(books)),
        };
    }

    static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string Name(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    static string StepName(int step) => step == MonthMoney.None ? "none" : step.ToString(CultureInfo.InvariantCulture);

    static JsonObject Each<T>(IEnumerable<T> of, Func<T, string> name, Func<T, JsonNode?> value)
    {
        var json = new JsonObject();
        foreach (var one in of)
            json[name(one)] = value(one);
        return json;
    }

    static IOrderedEnumerable<int> InOrder(IEnumerable<int> steps) => steps.OrderBy(s => s == MonthMoney.None).ThenBy(s => s);

    static IOrderedEnumerable<string> InOrder(IEnumerable<string> accounts) => accounts.Order(StringComparer.Ordinal);

    static JsonObject Actual(MonthMoney m) =>
        new()
        {
            ["total_ore"] = m.TotalOre,
            ["by_step"] = Each(InOrder(m.BySteps.Keys), StepName, s => m.BySteps[s]),
            ["by_account"] = Each(InOrder(m.ByAccounts.Keys), a => a, a => m.ByAccounts[a]),
        };

    static JsonObject Granted(MonthMoney m)
    {
        var json = Actual(m);
        json["without_price"] = m.WithoutPrice;
        return json;
    }

    static JsonObject? Matching(LedgerMatching? m) =>
        m is null
            ? null
            : new()
            {
                ["matched"] = new JsonObject
                {
                    ["pairs"] = m.Matched.Count,
                    ["equal"] = m.Equal,
                    ["granted_ore"] = m.MatchedGrantedOre,
                    ["actual_ore"] = m.MatchedActualOre,
                    ["difference_ore"] = m.MatchedActualOre - m.MatchedGrantedOre,
                },
                ["not_granted"] = new JsonObject
                {
                    ["pairs"] = m.NotGranted.Count,
                    ["without_price"] = m.NotGranted.Count(p => p.WithoutPrice),
                    ["actual_ore"] = m.NotGrantedOre,
                },
                ["no_measure"] = new JsonObject
                {
                    ["lines_without"] = m.Without.Count,
                    ["lines_unknown"] = m.Unknown.Count,
                    ["actual_ore"] = m.NoMeasureOre,
                },
                ["no_line"] = new JsonObject { ["measure_months"] = m.NoLine.Count, ["granted_ore"] = m.NoLineOre },
            };

    static JsonObject Forecast(YearForecast f)
    {
        static JsonArray Three(ForecastLine l) => new(l.ActualOre, l.GrantedOre, (JsonNode?)l.BudgetOre);
        return new()
        {
            ["year"] = f.Year,
            ["delivered"] = new JsonArray([.. f.Delivered.Select(m => (JsonNode)Name(m))]),
            ["actual_ore"] = f.Whole.ActualOre,
            ["granted_ore"] = f.Whole.GrantedOre,
            ["forecast_ore"] = f.Whole.ForecastOre,
            ["budget_ore"] = f.Whole.BudgetOre,
            ["deviation_ore"] = f.Whole.DeviationOre,
            ["without_price"] = f.WithoutPrice,
            ["by_step"] = Each(InOrder(f.BySteps.Keys), StepName, s => Three(f.BySteps[s])),
            ["by_account"] = Each(InOrder(f.ByAccounts.Keys), a => a, a => Three(f.ByAccounts[a])),
        };
    }

    static JsonObject Committed(Commitments c) =>
        new()
        {
            ["no_line"] = new JsonArray(c.NoLine.Count, c.NoLineOre),
            ["rest"] = new JsonArray(c.Rest.Count, c.RestOre),
            ["total_ore"] = c.TotalOre,
        };

    static JsonObject ByForm(Func<PlacementForm, JsonNode?> value, JsonNode? all)
    {
        var json = Each(Books.Forms, f => f.Danish(), value);
        json["all"] = all;
        return json;
    }

    static JsonObject Placed(FullYears y) =>
        new()
        {
            ["year"] = y.Year,
            ["days"] = ByForm(f => y.Days[f], y.AllDays),
            ["full_years"] = ByForm(f => y.Of(f), y.Of(null)),
        };

    static JsonObject Prices(UnitPrices p)
    {
        static JsonObject One(UnitPrice of) =>
            new()
            {
                ["spending_ore"] = of.SpendingOre,
                ["days"] = of.Days,
                ["price_ore"] = of.PriceOre,
            };
        static JsonObject Both(UnitPrice calculated, UnitPrice actual) =>
            new() { ["calculated"] = One(calculated), ["actual"] = One(actual) };
        return ByForm(f => Both(p.Calculated[f], p.Actual[f]), Both(p.AllCalculated, p.AllActual));
    }

    static JsonObject Split(PriceVolumeMix<int> p)
    {
        static JsonObject Sides(IReadOnlyDictionary<int, Volume> of) =>
            Each(InOrder(of.Keys), StepName, s => new JsonArray(of[s].Days, of[s].Ore));
        return new()
        {
            ["before"] = Sides(p.Before),
            ["year"] = Sides(p.Now),
            ["change_ore"] = p.ChangeOre,
            ["volume_ore"] = p.VolumeOre,
            ["mix_ore"] = p.MixOre,
            ["price_ore"] = p.PriceOre,
            ["by_step"] = Each(
                InOrder(p.Parts.Keys),
                StepName,
                s => new JsonObject
                {
                    ["change_ore"] = p.Parts[s].ChangeOre,
                    ["volume_ore"] = p.Parts[s].VolumeOre,
                    ["price_ore"] = p.Parts[s].PriceOre,
                }
            ),
        };
    }

    static JsonObject Refund(Books books, IReadOnlyList<Threshold> thresholds)
    {
        var json = new JsonObject
        {
            ["thresholds"] = new JsonArray([.. thresholds.Select(t => (JsonNode)new JsonArray(t.Percent, t.Kroner))]),
        };
        foreach (var year in new[] { books.YearBefore, books.Year })
        {
            var cases = ExpensiveCases.Of(books, year, thresholds);
            json[year.ToString(CultureInfo.InvariantCulture)] = new JsonObject
            {
                ["months"] = cases.Months.Count,
                ["households"] = new JsonArray([.. cases.HouseholdsAbove.Select(n => (JsonNode)n)]),
                ["cost_ore"] = cases.CostOre,
                ["refund_ore"] = cases.RefundOre,
                ["paid_by_others_ore"] = cases.PaidByOthersOre,
            };
        }
        return json;
    }

    static JsonObject Districts(DistrictMoney d)
    {
        static JsonObject Side(DistrictSide s) =>
            new()
            {
                ["children"] = s.Children,
                ["fte"] = s.Fte,
                ["caseload"] = s.Caseload?.Rounded(1),
                ["placed"] = Each(Books.Forms, f => f.Danish(), f => s.Placed[f]),
                ["new_placements"] = s.NewPlacements,
                ["placement_spending_ore"] = s.PlacementOre,
                ["without_price"] = s.WithoutPrice,
            };
        static JsonObject Day(DistrictDay on) =>
            new()
            {
                ["model"] = Side(on.Model),
                ["others"] = Side(on.Others),
                ["outside_children"] = on.OutsideChildren,
                ["mixed_fte"] = on.MixedFte,
            };
        JsonNode? PerHundred(Func<DistrictSide, long> value) => d.Difference(s => s.PerChild(value(s), 100))?.Rounded(1);
        return new()
        {
            ["baseline"] = Day(d.Before),
            ["at"] = Day(d.After),
            ["difference_in_differences"] = new JsonObject
            {
                ["caseload"] = d.Difference(s => s.Caseload)?.Rounded(1),
                ["spending_per_child_ore"] = d.Difference(s => s.PerChild(s.PlacementOre))?.Rounded(),
                ["placed_per_100"] = ByForm(f => PerHundred(s => s.Placed[f]), PerHundred(s => s.AllPlaced)),
                ["new_placements_per_100"] = PerHundred(s => s.NewPlacements),
            },
        };
    }

    static JsonObject Returns(ReturnsHome r) =>
        new()
        {
            ["home"] = r.Home,
            ["home_by_form"] = Each(Books.Forms, f => f.Danish(), f => r.ByForm[f]),
            ["ended_18_or_older"] = r.EndedGrown,
            ["again_within_a_year"] = new JsonArray(r.Again, r.Followed),
        };

    static JsonObject Moved((GoalsOfMoved Down, GoalsOfMoved Stayed, GoalsOfMoved Up) of)
    {
        static JsonObject One(GoalsOfMoved g) => new() { ["goals"] = g.Goals, ["mean"] = g.Mean };
        return new()
        {
            ["down"] = One(of.Down),
            ["stayed"] = One(of.Stayed),
            ["up"] = One(of.Up),
        };
    }
}
