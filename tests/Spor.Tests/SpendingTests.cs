using System.Numerics;
using Spor.Children;
using Spor.Economy;
using Spor.Facts;
using Spor.Interventions;

namespace Spor.Tests;

/// <summary>Calculated spending (measures.md 2.12).</summary>
public class SpendingTests
{
    static readonly DateOnly First = new(2024, 2, 1),
        Last = new(2024, 2, 29);

    static InterventionFact Measure(long? ore, PriceUnit? unit, long? quantity = null, string from = "2024-01-01", string? to = null) =>
        new()
        {
            Id = 1,
            ChildId = 1,
            Code = "hjem",
            From = Script.Day(from),
            To = to is null ? null : Script.Day(to),
            PriceOre = ore,
            Unit = unit,
            QuantityHundredths = quantity,
        };

    static InterventionPriceFact Price(string from, long ore, PriceUnit unit, long? quantity = null, long id = 10) =>
        new()
        {
            Id = id,
            ChildId = 1,
            InterventionId = 1,
            From = Script.Day(from),
            PriceOre = ore,
            Unit = unit,
            QuantityHundredths = quantity,
        };

    static long? Ore(InterventionFact m, params InterventionPriceFact[] prices) => Spending.OreIn(m, prices, First, Last);

    [Theory]
    [InlineData(PriceUnit.Day, null, 29_000_00)]
    [InlineData(PriceUnit.Week, null, 4_142_86)] // 1000 · 29 / 7
    [InlineData(PriceUnit.Fortnight, null, 2_071_43)] // 1000 · 29 / 14
    [InlineData(PriceUnit.Month, null, 1_000_00)]
    [InlineData(PriceUnit.Quarter, null, 318_68)] // 1000 · 29 / 91
    [InlineData(PriceUnit.Year, null, 79_23)] // 1000 · 29 / 366
    [InlineData(PriceUnit.Hour, 250L, 10_357_14)] // 1000 · 2.5 · 29 / 7
    [InlineData(PriceUnit.Once, null, 0L)] // begun before
    [InlineData(PriceUnit.Day, 200L, 58_000_00)] // two at that price
    [InlineData(PriceUnit.Month, 50L, 500_00)]
    [InlineData(PriceUnit.Quarter, 300L, 956_04)]
    [InlineData(PriceUnit.Day, 0L, 0L)]
    public void A_price_is_worth_its_days_of_the_month(PriceUnit unit, long? quantity, long ore) =>
        Assert.Equal(ore, Ore(Measure(1_000_00, unit, quantity)));

    [Fact]
    public void A_payment_once_falls_in_the_month_of_the_start_as_many_times_as_it_says()
    {
        Assert.Equal(3_000_00, Ore(Measure(1_000_00, PriceUnit.Once, 300, "2024-02-29")));
        Assert.Equal(0, Ore(Measure(1_000_00, PriceUnit.Once, null, "2024-01-31")));
        // A price from before the start holds from the start; one from a day in the month falls in that month.
        Assert.Equal(500_00, Ore(Measure(null, null, null, "2024-02-10"), Price("2023-01-01", 500_00, PriceUnit.Once)));
        Assert.Equal(500_00, Ore(Measure(1_000_00, PriceUnit.Once), Price("2024-02-10", 500_00, PriceUnit.Once)));
    }

    [Fact]
    public void A_price_below_nothing_is_taken_off_and_rounded_away_from_zero()
    {
        Assert.Equal(-29_000_00, Ore(Measure(-1_000_00, PriceUnit.Day)));
        // 29 / 14 · 0.07 kr. = 14.5 øre
        Assert.Equal(15, Ore(Measure(7, PriceUnit.Fortnight)));
        Assert.Equal(-15, Ore(Measure(-7, PriceUnit.Fortnight)));
    }

    [Fact]
    public void A_row_of_prices_holds_from_its_day_and_of_two_from_one_day_the_last()
    {
        var m = Measure(100_00, PriceUnit.Day);
        Assert.Equal(9 * 100_00 + 20 * 200_00, Ore(m, Price("2024-02-10", 200_00, PriceUnit.Day)));
        Assert.Equal(29 * 200_00, Ore(m, Price("2023-02-10", 200_00, PriceUnit.Day)));
        Assert.Equal(
            9 * 100_00 + 20 * 300_00,
            Ore(m, Price("2024-02-10", 200_00, PriceUnit.Day), Price("2024-02-10", 300_00, PriceUnit.Day, id: 11))
        );
        // A day without a price, or hours without a number of them, makes the month one without.
        Assert.Null(Ore(Measure(null, null), Price("2024-02-02", 200_00, PriceUnit.Day)));
        Assert.Equal(29 * 200_00, Ore(Measure(null, null), Price("2024-02-01", 200_00, PriceUnit.Day)));
        Assert.Null(Ore(m, Price("2024-02-10", 200_00, PriceUnit.Hour)));
    }

    /// <summary>By hand: each day's share as a fraction, one rounding.</summary>
    [Fact]
    public void Any_units_and_days_come_to_what_a_sum_day_by_day_comes_to()
    {
        var random = new Random(3);
        var units = Enum.GetValues<PriceUnit>();
        for (var k = 0; k < 2_000; k++)
        {
            var first = new DateOnly(2023, 1, 1).AddMonths(random.Next(36));
            var last = first.AddMonths(1).AddDays(-1);
            var from = first.AddDays(random.Next(60) - 50);
            var to = random.Next(3) == 0 ? from.AddDays(random.Next(90)) : (DateOnly?)null;
            if (from > last || to < first)
                continue;
            var m = Measure(
                random.Next(-500_00, 5_000_00),
                units[random.Next(units.Length)],
                random.Next(3) == 0 ? null : random.Next(1, 1000)
            );
            (m.From, m.To) = (from, to);
            InterventionPriceFact[] prices =
            [
                .. Enumerable
                    .Range(0, random.Next(4))
                    .Select(i =>
                        Price(
                            "2023-01-01",
                            random.Next(-500_00, 5_000_00),
                            units[random.Next(units.Length)],
                            random.Next(4) == 0 ? null : random.Next(1, 1000),
                            10 + i
                        )
                    )
                    .OrderBy(p => p.Id),
            ];
            foreach (var p in prices)
                p.From = first.AddDays(random.Next(60) - 20);
            prices = [.. prices.OrderBy(p => p.From).ThenBy(p => p.Id)];
            Assert.Equal(ByHand(m, prices, first, last), Spending.OreIn(m, prices, first, last));
        }
    }

    static long? ByHand(InterventionFact m, InterventionPriceFact[] prices, DateOnly first, DateOnly last)
    {
        BigInteger top = 0,
            bottom = 1;
        void Plus(BigInteger n, BigInteger d) => (top, bottom) = (top * d + n * bottom, bottom * d);
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            if (!m.RunsOn(day))
                continue;
            var change = prices.LastOrDefault(p => p.From <= day);
            var (ore, unit, quantity) = change is null
                ? (m.PriceOre, m.Unit, m.QuantityHundredths)
                : (change.PriceOre, change.Unit, change.QuantityHundredths);
            if (ore is null || unit is null || (unit == PriceUnit.Hour && quantity is null))
                return null;
            var begins = change is null || change.From < m.From ? m.From : change.From;
            var quarter = new DateOnly(day.Year, 3 * ((day.Month - 1) / 3) + 1, 1);
            BigInteger of = unit switch
            {
                PriceUnit.Day => 1,
                PriceUnit.Week or PriceUnit.Hour => 7,
                PriceUnit.Fortnight => 14,
                PriceUnit.Month => last.Day,
                PriceUnit.Quarter => quarter.AddMonths(3).DayNumber - quarter.DayNumber,
                PriceUnit.Year => DateTime.IsLeapYear(day.Year) ? 366 : 365,
                _ => 1,
            };
            if (unit != PriceUnit.Once || begins == day)
                Plus((BigInteger)ore.Value * (quantity ?? 100), of * 100);
        }
        // Half away from zero.
        var (sign, size) = (top.Sign, BigInteger.Abs(top));
        return (long)(sign * ((2 * size + bottom) / (2 * bottom)));
    }

    [Fact]
    public void What_is_not_on_the_ladder_costs_and_moves_nobody()
    {
        foreach (var code in new[] { "merudgift", "tabt-arbejdsfortjeneste", "handicap-andet" })
        {
            var m = Measure(100_00, PriceUnit.Day);
            m.Code = code;
            var file = ChildFile.Build(
                new ChildFact { Id = 1, BornOn = new(2015, 1, 1) },
                [
                    m,
                    new CaseFact
                    {
                        Id = 2,
                        ChildId = 1,
                        OpenedOn = new(2024, 1, 1),
                    },
                ]
            );
            Assert.Equal(1, Ladder.StepAt(file, Catalogue.Default, Last));
            Assert.Equal(29 * 100_00, PlainSpending.In([file], Catalogue.Default, First).OreByStep[0]);
            Assert.DoesNotContain(Script.All(file, new(2024, 12, 31)), r => r.SubjectId == 1);
        }
    }

    [Theory]
    [InlineData("unge-kontaktperson", 3, PlacementForm.None)]
    [InlineData("unge-døgn", 4, PlacementForm.Own)]
    [InlineData("unge-udslusning", 3, PlacementForm.None)]
    [InlineData("unge-andet", 3, PlacementForm.None)]
    public void Youth_support_is_in_the_catalogue(string code, int step, PlacementForm form) =>
        Assert.Equal((step, form), (Catalogue.Default.On(code, Last)!.Value.Step, Catalogue.Default.On(code, Last)!.Value.Form));

    [Fact]
    public void Of_catalogue_rows_that_overlap_the_one_that_began_last_holds_then_the_last_in_the_file()
    {
        CatalogueFact Row(int step, string from, string? to = null) =>
            new()
            {
                Code = "hjem",
                Name = "Hjem",
                Step = step,
                From = Script.Day(from),
                To = to is null ? null : Script.Day(to),
            };
        var catalogue = Catalogue.With(
            [Row(3, "2024-01-01"), Row(4, "2024-02-10", "2024-02-19"), Row(5, "2024-02-10", "2024-02-14"), Row(2, "2023-01-01")],
            []
        );
        int On(string day) => catalogue.On("hjem", Script.Day(day))!.Value.Step;
        Assert.Equal([2, 3, 5, 4, 3], new[] { "2023-06-01", "2024-02-09", "2024-02-14", "2024-02-15", "2024-02-20" }.Select(On));
        var file = Script.File("measure hjem 2023-01-01 -");
        Assert.Equal([2, 3, 5, 4, 3], Ladder.Runs(file, catalogue).Select(r => r.Step));
        // A code without a row has no step from that day on.
        var ended = Catalogue.With([Row(3, "2023-01-01", "2024-02-10")], []);
        Assert.Equal([(new DateOnly(2024, 2, 10), 3)], Ladder.Runs(file, ended).Select(r => (r.To, r.Step)));
    }
}
