using Spor.Economy;
using Spor.Exchange.Office;
using Spor.Figures.Disclosure;
using Spor.Kernel;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Leading.Economy;

/// <summary>The monthly follow-up as files: the cells that the page shows.</summary>
static class EconomyTables
{
    static SheetColumn Money(string heading) => new(heading, ColumnKind.Kroner, 18);

    public static PageTables Of(EconomyView v) =>
        new(
            "oekonomi",
            Text.Title(v.Month),
            v.Books.Day,
            [
                Months(v),
                Forecast(v, "trin", v.Steps),
                Forecast(v, "konti", v.Accounts),
                Split(v),
                Movements(v),
                Forms(v),
                .. v.PlacementsAhead.Count > 0 ? [Ahead(v)] : Array.Empty<ExportTable>(),
                .. v.Earlier.Count > 0 ? [Earlier(v)] : Array.Empty<ExportTable>(),
            ],
            About: [.. v.HidesSmall ? [Text.HiddenNote] : Array.Empty<string>(), Text.RefundNotIn, .. v.Warnings]
        );

    static ExportTable Months(EconomyView v) =>
        new(
            "maaneder",
            Text.ByMonth,
            [
                new(Text.MonthColumn, Width: 18),
                new(Text.KindColumn),
                Money(Text.OreColumn),
                Money(Text.BudgetColumn),
                Money(Text.AccumulatedColumn),
                Money(Text.CalculatedColumn),
                new(Text.StateColumn, Width: 22),
            ],
            [
                .. v.Months.Select(m =>
                    (IReadOnlyList<object?>)
                        [
                            Danish.Month(m.Month),
                            m.IsActual ? Text.ActualWord : Text.GrantedWord,
                            m.Ore.Cell,
                            m.Budget.Cell,
                            m.Accumulated.Cell,
                            m.Calculated.Cell,
                            Text.State(m, v.Books.Day),
                        ]
                ),
                [Text.Total, "", v.Total.Forecast.Cell, v.Total.Budget.Cell, v.Total.Deviation.Cell, null, ""],
            ]
        );

    static ExportTable Forecast(EconomyView v, string key, IReadOnlyList<ForecastRow> rows) =>
        new(
            key,
            key == "trin" ? Text.StepsTitle(v.Forecast.Year) : Text.AccountsTitle,
            [
                new(key == "trin" ? Text.StepColumn : Text.AccountColumn, Width: 36),
                Money(Text.BudgetColumn),
                Money(Text.ActualColumn),
                Money(Text.GrantedColumn),
                Money(Text.ForecastColumn),
                Money(Text.DeviationColumn),
            ],
            [
                .. rows.Append(v.Total)
                    .Select(r =>
                        (IReadOnlyList<object?>)
                            [
                                key == "trin" && r.Step > 0 ? $"{r.Step} {r.Name}" : r.Name,
                                r.Budget.Cell,
                                r.Actual.Cell,
                                r.Granted.Cell,
                                r.Forecast.Cell,
                                r.Deviation.Cell,
                            ]
                    ),
            ]
        );

    static ExportTable Split(EconomyView v)
    {
        var all = v.Hides(MoneyPlan.All);
        var (before, now) = (v.Books.YearBefore, v.Books.Year);
        static object? Years(long? days, int year) => days is { } d ? new Fraction(d, Books.DaysIn(year)).Rounded(2) : Text.Hidden;
        static object? Price(Amount ore, long? days, int year) =>
            days is not { } d ? Text.Hidden
            : d == 0 ? null
            : Amount.WholeKroner(new UnitPrice(ore.Ore ?? 0, d, year).PriceOre!.Value);
        return new(
            "antal-og-pris",
            Text.SplitTitle,
            [
                new(Text.StepColumn, Width: 36),
                new(Text.YearsIn(before), ColumnKind.Decimal),
                new(Text.YearsIn(now), ColumnKind.Decimal),
                Money(Text.PriceIn(before)),
                Money(Text.PriceIn(now)),
                Money(Text.ChangeColumn),
                Money(Text.VolumeColumn),
                Money(Text.PriceColumn),
                // What they are worked out from.
                new(Text.DaysColumn(before), ColumnKind.Whole),
                new(Text.DaysColumn(now), ColumnKind.Whole),
                Money(Text.SpendingIn(before)),
                Money(Text.SpendingIn(now)),
            ],
            [
                .. v.Split.Select(r =>
                    (IReadOnlyList<object?>)
                        [
                            $"{r.Step} {Text.StepName(r.Step)}",
                            Years(r.DaysBefore, before),
                            Years(r.DaysNow, now),
                            Price(r.Before, r.DaysBefore, before),
                            Price(r.Now, r.DaysNow, now),
                            r.Change.Cell,
                            r.Volume.Cell,
                            r.Price.Cell,
                            r.DaysBefore is { } then ? then : Text.Hidden,
                            r.DaysNow is { } days ? days : Text.Hidden,
                            r.Before.Cell,
                            r.Now.Cell,
                        ]
                ),
                [
                    Text.Total,
                    null,
                    null,
                    null,
                    null,
                    new Amount(v.Of.BySteps.ChangeOre, all).Cell,
                    new Amount(v.Of.BySteps.Parts.Values.Sum(p => p.VolumeOre), all).Cell,
                    new Amount(v.Of.BySteps.Parts.Values.Sum(p => p.PriceOre), all).Cell,
                    all ? Text.Hidden : v.Of.BySteps.Before.Values.Sum(b => b.Days),
                    all ? Text.Hidden : v.Of.BySteps.Now.Values.Sum(b => b.Days),
                    new Amount(v.Of.BySteps.BeforeOre, all).Cell,
                    new Amount(v.Of.BySteps.NowOre, all).Cell,
                ],
            ],
            all ? [] : [Text.SplitAnswer(v.Of.BySteps)]
        );
    }

    static ExportTable Movements(EconomyView v) =>
        new(
            "forklaring",
            Text.MovementsTitle,
            [
                new(Text.StepColumn, ColumnKind.Whole, 7),
                new(Text.MovementColumn, Width: 60),
                new(Text.KindOfColumn),
                Money(Text.ChangeColumn),
            ],
            [
                .. v.Movements.Select(m =>
                    (IReadOnlyList<object?>)
                        [
                            m.Step,
                            m.Words,
                            m.IsPrice switch
                            {
                                true => Text.Price,
                                false => Text.Volume,
                                null => Text.Both,
                            },
                            m.Of.Cell,
                        ]
                ),
                [null, Text.Total, "", new Amount(v.Of.ByCodes.ChangeOre, v.Hides(MoneyPlan.All)).Cell],
            ]
        );

    static ExportTable Forms(EconomyView v)
    {
        static object? Number(decimal? value) => value is { } n ? n : Text.Hidden;
        static object? Price(UnitPrice? price) =>
            price is not { } p ? Text.Hidden
            : p.PriceOre is { } ore ? Amount.WholeKroner(ore)
            : null;
        return new(
            "helaar",
            Text.FormsTitle,
            [
                new(Text.FormColumn, Width: 32),
                new(Text.DaysSoFar, ColumnKind.Whole),
                new(Text.YearsSoFar, ColumnKind.Decimal),
                new(Text.ExpectedYears, ColumnKind.Decimal),
                new(Text.YearsWhole(v.Books.Day.Year - 1), ColumnKind.Decimal),
                new(Text.PlannedYears, ColumnKind.Decimal),
                Money(Text.CalculatedPrice),
                Money(Text.ActualPrice),
            ],
            [
                .. v.Forms.Select(r =>
                    (IReadOnlyList<object?>)
                        [
                            Text.FormName(r.Form),
                            r.Days is { } days ? days : Text.Hidden,
                            Number(r.Running),
                            Number(r.Expected),
                            Number(r.YearBefore),
                            v.PlannedYears(r.Form),
                            Price(r.Price),
                            Price(v.ActualPrice(r.Form)),
                        ]
                ),
            ]
        );
    }

    static ExportTable Earlier(EconomyView v) =>
        new(
            "tidligere",
            Text.EarlierTitle,
            [
                new(Text.MonthColumn, Width: 18),
                new(Text.KeptColumn, ColumnKind.Day),
                new(Text.KeptByColumn, Width: 34),
                Money(Text.ThenColumn),
                Money(Text.NowColumn),
                Money(Text.OffColumn),
            ],
            [
                .. v.Earlier.Select(e =>
                    (IReadOnlyList<object?>)[Danish.Month(e.Month), e.On, Text.KeptBy(e), e.Then.Cell, e.Now.Cell, e.Off.Cell]
                ),
            ]
        );

    static ExportTable Ahead(EconomyView v)
    {
        static object? Whole(long? ore) => ore is { } o ? Amount.WholeKroner(o) : null;
        static object? Tenth(double value) => Math.Round((decimal)value, 1, MidpointRounding.AwayFromZero);
        return new(
            "prognose",
            Text.AheadTitle,
            [
                new(Text.FormColumn, Width: 32),
                new(Text.ExpectedYears, ColumnKind.Decimal),
                new(Text.AheadYears, ColumnKind.Decimal),
                new(Text.AheadLow, ColumnKind.Decimal),
                new(Text.AheadHigh, ColumnKind.Decimal),
                Money(Text.AheadPrice),
                Money(Text.AheadOre),
                Money(Text.AheadLow),
                Money(Text.AheadHigh),
            ],
            [
                .. v.PlacementsAhead.Select(m =>
                    (IReadOnlyList<object?>)
                        [
                            Text.FormName(m.Form),
                            m.Granted,
                            Tenth(m.Ahead.Middle),
                            Tenth(m.Ahead.Low),
                            Tenth(m.Ahead.High),
                            Whole(m.PriceOre),
                            m.Ore is { } ore ? ore.Middle : Text.PriceMissing,
                            Whole(m.Ore?.Low),
                            Whole(m.Ore?.High),
                        ]
                ),
            ]
        );
    }
}
