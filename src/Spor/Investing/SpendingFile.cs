using System.Globalization;
using System.Text.Json.Nodes;
using Spor.Economy;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;

namespace Spor.Investing;

/// <summary>The ledger's years on the ladder as JSON (<c>measures.md</c> 2.93 to 2.95).</summary>
public static class SpendingFile
{
    /// <param name="baseline">Its calendar year is what extra spending is held against; the earliest compared year if that has not the
    /// months.</param>
    public static JsonObject Of(Register register, DateOnly day, DateOnly baseline)
    {
        var spending = LadderSpending.Of(new(register, day, baseline));
        var from = spending?.Extra(baseline.Year) is not null ? baseline.Year : spending?.Years.FirstOrDefault(y => y.Comparable)?.Year;
        return new()
        {
            ["at"] = day.ToString("O", CultureInfo.InvariantCulture),
            ["months"] = spending is null ? null : new JsonArray([.. spending.Months.Select(m => (JsonNode)m)]),
            ["years"] = spending is null ? null : Years(spending),
            ["extra"] =
                spending is null || from is not { } first
                    ? null
                    : new JsonObject { ["baseline"] = first, ["years"] = Extra(spending.Extra(first)!) },
            ["comparison"] = new JsonObject(
                Codes<ComparedFigure>.All.Select(f => KeyValuePair.Create(f.Danish(), (JsonNode?)Compared(register, spending, f)))
            ),
        };
    }

    static string Name(int number) => number == MonthMoney.None ? "none" : number.ToString(CultureInfo.InvariantCulture);

    static JsonObject Steps(IReadOnlyDictionary<int, long> of) =>
        new(of.OrderBy(s => s.Key == MonthMoney.None).ThenBy(s => s.Key).Select(s => KeyValuePair.Create(Name(s.Key), (JsonNode?)s.Value)));

    static JsonObject Years(LadderSpending spending) =>
        new(
            spending.Years.Select(y =>
                KeyValuePair.Create(
                    Name(y.Year),
                    (JsonNode?)
                        new JsonObject
                        {
                            ["by_step"] = Steps(y.Steps),
                            ["total_ore"] = y.TotalOre,
                            ["comparable"] = y.Comparable,
                            ["whole_year_ore"] = y.Whole?.Values.Sum(),
                            ["inhabitants"] = y.Inhabitants,
                            ["prevention_ore"] = y.Prevention.Ore,
                            ["prevention_of_ore"] = y.Prevention.OfOre,
                            ["prevention_percent"] = y.PreventionPercent,
                        }
                )
            )
        );

    static JsonObject Extra(IReadOnlyList<ExtraYear> years) =>
        new(
            years.Select(y =>
                KeyValuePair.Create(
                    Name(y.Year),
                    (JsonNode?)
                        new JsonObject
                        {
                            ["by_step"] = Steps(y.Constant),
                            ["total_ore"] = y.Constant.Values.Sum(),
                            ["per_inhabitant_by_step"] = y.PerInhabitant is null ? null : Steps(y.PerInhabitant),
                            ["per_inhabitant_total_ore"] = y.PerInhabitant?.Values.Sum(),
                        }
                )
            )
        );

    static JsonObject Compared(Register register, LadderSpending? spending, ComparedFigure figure) =>
        new()
        {
            ["own"] = new JsonObject(
                (spending?.Years ?? [])
                    .Select(y => (y.Year, Value: spending!.Own(figure, y.Year)))
                    .Where(y => y.Value is not null)
                    .Select(y => KeyValuePair.Create(Name(y.Year), (JsonNode?)(y.Value!.Value / 10_000m)))
            ),
            ["others"] = new JsonArray([
                .. ComparedFigures
                    .Others(register, figure)
                    .Select(o =>
                        (JsonNode)
                            new JsonObject
                            {
                                ["year"] = o.Year,
                                ["place"] = o.Place,
                                ["value"] = o.ValueTenThousandths / 10_000m,
                                ["source"] = o.Source,
                            }
                    ),
            ]),
        };
}
