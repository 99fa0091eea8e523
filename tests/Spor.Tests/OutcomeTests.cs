using Spor.Economy;
using Spor.Facts;
using Spor.Investing;
using Spor.Workforce;

namespace Spor.Tests;

/// <summary>A signed case beside what happened (measures.md 2.42).</summary>
public class OutcomeTests
{
    static readonly DateOnly End = new(2026, 12, 31);

    static InvestmentCaseFact Case(Alternative alternative, long? baseOre = null, long? growth = null) =>
        new()
        {
            Id = 1,
            FromYear = 2026,
            ToYear = 2027,
            Alternative = alternative,
            BaseOre = baseOre,
            GrowthHundredths = growth,
            Seed = 1,
        };

    /// <summary>The ledger's months from one on, in kroner; null = the month is not delivered.</summary>
    static Register Ledger(string from, params long?[] kroner)
    {
        var first = DateOnly.Parse(from + "-01");
        return new()
        {
            Catalogue = Interventions.Catalogue.Default,
            Children = [],
            Ledger =
            [
                .. kroner
                    .Select((k, i) => (k, i))
                    .Where(m => m.k is not null)
                    .SelectMany(m =>
                        new[] { 1, 2 }.Select(half => new LedgerFact
                        {
                            Id = m.i * 2 + half,
                            Account = "5.28.2" + half,
                            Month = first.AddMonths(m.i),
                            AmountOre = m.k!.Value * 100 / 2,
                        })
                    ),
            ],
        };
    }

    static long?[] Times(int count, long kroner) => [.. Enumerable.Repeat<long?>(kroner, count)];

    [Fact]
    public void The_constant_alternative_is_the_mean_of_the_twelve_months_before()
    {
        // A dearer year further back is not looked at.
        var of = new Without(
            Case(Alternative.Constant),
            Ledger("2024-01", [.. Times(12, 9_000_000), .. Times(6, 5_000_000), .. Times(6, 6_000_000), .. Times(3, 5_200_000)]),
            End
        );
        Assert.Equal([5_500_000_00L, 5_500_000_00, 5_500_000_00], of.Months.Select(m => m.WithoutOre));
        Assert.Equal(900_000_00, of.SavedOre);
        Assert.True(of.Interval!.Value.Low < 900_000_00 && 900_000_00 < of.Interval.Value.High);
    }

    [Fact]
    public void A_trend_is_the_line_through_what_is_there_and_a_perfect_line_leaves_no_doubt()
    {
        // 1.0, 1.1 … 2.1 million, then 2.2 and 2.3 would have come; 2.0 each came.
        var before = Enumerable.Range(0, 12).Select(i => (long?)(1_000_000 + 100_000 * i)).ToArray();
        var of = new Without(Case(Alternative.Trend), Ledger("2025-01", [.. before, 2_000_000, 2_000_000]), End);
        Assert.Equal([2_200_000_00L, 2_300_000_00], of.Months.Select(m => m.WithoutOre));
        Assert.Equal(500_000_00, of.SavedOre);
        Assert.Equal((500_000_00.0, 500_000_00.0), (Math.Round(of.Interval!.Value.Low), Math.Round(of.Interval.Value.High)));
    }

    [Fact]
    public void A_growth_is_of_the_year_before_and_rises_with_each_year()
    {
        var of = new Without(
            Case(Alternative.Own, growth: 1_000),
            Ledger("2025-01", [.. Times(12, 1_000_000), .. Times(13, 1_000_000)]),
            new(2027, 1, 31)
        );
        Assert.Equal(1_100_000_00, of.Months[11].WithoutOre);
        Assert.Equal(1_210_000_00, of.Months[12].WithoutOre);
    }

    [Fact]
    public void A_year_before_that_was_typed_in_holds_and_says_nothing_of_how_sure_it_is()
    {
        var of = new Without(Case(Alternative.Constant, baseOre: 60_000_000_00), Ledger("2026-01", 4_000_000, 6_000_000), End);
        Assert.Equal([5_000_000_00L, 5_000_000_00], of.Months.Select(m => m.WithoutOre));
        Assert.Null(of.Interval);
    }

    [Fact]
    public void What_is_not_delivered_is_not_nothing_and_ends_the_comparison()
    {
        var gap = new Without(Case(Alternative.Constant), Ledger("2025-01", [.. Times(12, 1_000_000), 900_000, null, 900_000]), End);
        Assert.Equal([new(2026, 1, 1)], gap.Months.Select(m => m.Month));
        var short_ = new Without(Case(Alternative.Constant), Ledger("2025-02", [.. Times(11, 1_000_000), 900_000]), End);
        Assert.Equal((false, true, 11, 0), (short_.IsKnown, short_.Reported, short_.Before.Count, short_.Months.Count));
        var early = new Without(Case(Alternative.Constant), Ledger("2025-01", [.. Times(12, 1_000_000), 900_000]), new(2026, 1, 30));
        Assert.False(early.Reported);
    }

    /// <summary>Months drawn at random around one level, and nothing saved: the interval leaves 0 out about one time in twenty.</summary>
    [Fact]
    public void With_nothing_saved_the_interval_seldom_says_otherwise()
    {
        var wrong = 0;
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            long?[] months = [.. Enumerable.Range(0, 24).Select(_ => (long?)(5_000_000 + random.Next(-400_000, 400_000)))];
            var of = Case(Alternative.Constant);
            of.Seed = seed;
            var (low, high) = new Without(of, Ledger("2025-01", months), End).Interval!.Value;
            wrong += low > 0 || high < 0 ? 1 : 0;
        }
        Assert.InRange(wrong, 0, 24);
    }

    static SinceStart Since(params ChildFile[] children) =>
        new(
            new()
            {
                Catalogue = Interventions.Catalogue.Default,
                Children = children,
                Employments =
                [
                    Post(1, 10_000, "2020-01-01", null),
                    Post(2, 8_000, "2024-03-01", null),
                    Post(3, 10_000, "2024-05-01", "2024-12-31"),
                ],
            },
            new(2024, 1, 1),
            new(2025, 12, 31)
        );

    static EmploymentFact Post(long id, long fte, string from, string? to) =>
        new()
        {
            Id = id,
            EmployeeId = id,
            Role = Role.Caseworker,
            FteTenThousandths = fte,
            From = Script.Day(from),
            To = to is null ? null : Script.Day(to),
        };

    [Fact]
    public void The_children_are_told_beside_the_money()
    {
        var of = Since(
            // Home before the start and placed again within the year.
            Script.File("case 2022-01-01 -; measure plejefamilie 2022-02-01 2023-06-30; measure plejefamilie 2024-05-01 -", 1),
            // Home after the start, a year ago and more; placed again within it.
            Script.File("case 2022-01-01 -; measure plejefamilie 2023-02-01 2024-06-30; measure opholdssted 2025-06-30 -", 2),
            // Home less than a year ago: home, and not followed yet.
            Script.File("case 2022-01-01 -; measure plejefamilie 2023-02-01 2025-06-30", 3),
            // A case closed a year ago and more, and notified the year after; another that was left in peace.
            Script.File("case 2023-01-01 2024-03-31 2024-03-01; notified 2025-03-31T10:00 2025-03-31T11:00 2025-04-01", 4),
            Script.File("case 2023-01-01 2024-03-31 2024-03-01; notified 2025-04-01T10:00 2025-04-02T11:00 2025-04-02", 5),
            Script.File("case 2023-01-01 2025-03-31 2025-03-01", 6)
        );
        Assert.Equal((1, new PartOf(1, 1)), (of.Before.Home, of.Before.Again));
        Assert.Equal((2, new PartOf(1, 1)), (of.Since.Home, of.Since.Again));
        Assert.Equal(new PartOf(0, 0), of.Before.Notified);
        Assert.Equal(new PartOf(1, 2), of.Since.Notified);
        Assert.Equal(8_000, of.PostsMoreTenThousandths);
        // Child 1 the whole year, child 3 to 30 June, child 2 from 30 June on. Before: 2 and 3 from February, 1 to 30 June.
        Assert.Equal(365 + 181 + 185, of.FullYearPlacements.Now.AllDays);
        Assert.Equal(181 + 334 + 334, of.FullYearPlacements.Before.AllDays);
    }

    [Fact]
    public void The_laws_requirements_due_in_the_period_are_counted_with_those_met_in_time()
    {
        // Received twice after the start: one assessed within the day, one after two days. Each is acknowledged in time, too.
        var of = Since(
            Script.File(
                "case 2022-01-01 -; notified 2024-02-01T10:00 2024-02-02T09:00 2024-02-02; notified 2024-03-01T10:00 2024-03-03T11:00 2024-03-04; "
                    + "notified 2023-02-01T10:00 2023-02-01T11:00 2023-02-02",
                1
            )
        );
        Assert.Equal(new PartOf(3, 4), of.Since.Kept);
        Assert.Equal(new PartOf(2, 2), of.Before.Kept);
    }
}
