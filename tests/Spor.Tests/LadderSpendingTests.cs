using Spor.Economy;
using Spor.Facts;
using Spor.Interventions;
using Spor.Investing;
using Spor.Kernel;

namespace Spor.Tests;

/// <summary>The ledger's years on the ladder (measures.md 2.93 to 2.95).</summary>
public class LadderSpendingTests
{
    static readonly Lazy<Register> Aakaer = new(() => FiguresTests.Read("aakaer").ToRegister());
    static readonly DateOnly Today = new(2026, 10, 31);

    static LedgerFact Line(int year, int month, long kroner, string account = "5.28.23.002") =>
        new()
        {
            Id = year * 100 + month,
            Account = account,
            Month = new(year, month, 1),
            AmountOre = kroner * 100,
        };

    static IEnumerable<PopulationFact> People(int year, int ofEachAge) =>
        Enumerable
            .Range(0, 23)
            .Select(age => new PopulationFact
            {
                Id = year * 100 + age,
                Year = year,
                Age = age,
                People = ofEachAge,
            });

    static LadderSpending Of(IEnumerable<LedgerFact> lines, IEnumerable<PopulationFact>? people = null) =>
        LadderSpending.Of(
            new(
                new()
                {
                    Catalogue = Catalogue.Default,
                    Children = [],
                    Ledger = [.. lines],
                    Population = [.. people ?? []],
                },
                Today,
                Today.AddYears(-1)
            )
        )!;

    [Fact]
    public void Each_year_is_the_sum_of_its_months_on_each_step_and_the_same_months_are_compared()
    {
        var books = new Books(Aakaer.Value, Today, Today.AddYears(-1));
        var of = LadderSpending.Of(books)!;
        var newest = of.Years[^1];
        Assert.Equal(2026, newest.Year);
        Assert.Equal(of.Months, Books.Months(2026, 12).Where(books.Ledger.Delivered).Select(m => m.Month));
        foreach (var year in of.Years)
        {
            var months = of.Months.Select(m => MonthMoney.ActualIn(books, new(year.Year, m, 1))!).ToList();
            foreach (var (step, ore) in year.Steps)
                Assert.Equal(months.Sum(m => m.BySteps[step]), ore);
            Assert.Equal(months.Sum(m => m.TotalOre), year.TotalOre);
        }
    }

    [Fact]
    public void Extra_spending_is_what_goes_beyond_the_year_and_beyond_its_spending_for_each_inhabitant()
    {
        var of = Of([Line(2024, 1, 1_000), Line(2025, 1, 1_500), Line(2026, 1, 1_200)], [.. People(2024, 100), .. People(2025, 110)]);
        var extra = of.Extra(2024)!;
        Assert.Equal([(2025, 500_00L), (2026, 200_00L)], extra.Select(y => (y.Year, y.Constant[6])));
        // A tenth more live there: a tenth more was to be expected.
        Assert.Equal(400_00, extra[0].PerInhabitant![6]);
        Assert.Null(extra[1].PerInhabitant);
    }

    [Fact]
    public void A_year_without_all_the_months_is_neither_compared_nor_a_baseline_and_of_a_part_of_a_year_nothing_is_told_to_others()
    {
        var of = Of(
            [Line(2024, 1, 1_000), Line(2025, 1, 900), Line(2025, 2, 900), Line(2026, 1, 1_200), Line(2026, 2, 1_200)],
            People(2025, 10)
        );
        Assert.Equal([1, 2], of.Months);
        Assert.Equal([false, true, true], of.Years.Select(y => y.Comparable));
        Assert.Null(of.Extra(2024));
        Assert.Equal([2026], of.Extra(2025)!.Select(y => y.Year));
        Assert.Null(of.Own(ComparedFigure.Spending, 2025));
    }

    [Fact]
    public void Preventions_share_is_of_the_ladder_alone()
    {
        // 500 on step 3 and 1,000 on step 6 are a third; what is not on the ladder has no part in it.
        var of = Of([Line(2026, 1, 1_000), Line(2026, 1, 500, "5.28.21.003"), Line(2026, 1, 9_000, "5.57.72.009")]);
        Assert.Equal((500_00L, 1_500_00L), of.Years[^1].Prevention);
        Assert.Equal(33, of.Years[^1].PreventionPercent);
        Assert.Null(Of([Line(2026, 1, 9_000, "5.57.72.009")]).Years[^1].PreventionPercent);
    }

    [Fact]
    public void A_whole_year_is_told_for_each_inhabitant()
    {
        var months = Enumerable.Range(1, 12).ToList();
        var of = Of(
            [
                .. months.Select(m => Line(2025, m, 1_000)),
                .. months.Select(m => Line(2025, m, 500, "5.28.21.003")),
                // What is not on the ladder is no part of it.
                .. months.Select(m => Line(2025, m, 9_000, "5.57.72.009")),
            ],
            People(2025, 10)
        );
        Assert.Equal(18_000_0000.0 / 230, of.Own(ComparedFigure.Spending, 2025)!.Value, 0.6);
        Assert.Equal(12_000_0000.0 / 230, of.Own(ComparedFigure.Placements, 2025)!.Value, 0.6);
        Assert.Equal(6_000_0000.0 / 230, of.Own(ComparedFigure.Preventive, 2025)!.Value, 0.6);
        // Nobody is placed: there is nothing to divide by, and none of a full year's price.
        Assert.Null(of.Own(ComparedFigure.InstitutionPrice, 2025));
        Assert.Equal(0, of.Own(ComparedFigure.FullYears, 2025));
    }

    [Fact]
    public void No_ledger_is_no_analysis() =>
        Assert.Null(LadderSpending.Of(new(new() { Catalogue = Catalogue.Default, Children = [] }, Today, Today.AddYears(-1))));

    // --- others

    static string[] Codes(Decision decision) => [.. decision.Refusals.Select(r => r.Code)];

    static readonly SetComparison Good = new(2025, "Nabokøbing", ComparedFigure.FosterPrice, 512_000_00, "Nabokøbings regnskab 2025");

    static Decision Set(SetComparison c, params ComparisonFact[] known) => ComparisonRules.Set(c, known, () => 7);

    [Fact]
    public void Anothers_number_is_written_once_for_a_place_a_year_and_a_figure_with_its_source()
    {
        var row = (ComparisonFact)((Recorded)Set(Good).Events[0]).Fact;
        Assert.Equal((2025, "Nabokøbing", 512_000_0000L), (row.Year, row.Municipality, row.ValueTenThousandths));
        Assert.Equal(ComparedFigure.FosterPrice, ComparedFigures.Of(row));
        Assert.IsType<Corrected>(Set(Good with { ValueHundredths = 600_000_00 }, row).Events[0]);
        Assert.IsType<Withdrawn>(Set(Good with { ValueHundredths = null }, row).Events[0]);
        Assert.Equal(["comparison-value-missing"], Codes(Set(Good with { ValueHundredths = null })));
        Assert.Equal(
            ["comparison-year-missing", "comparison-place-missing", "comparison-figure-missing", "comparison-source-missing"],
            Codes(Set(new(25, " ", null, 1_00, null)))
        );
        // 512 is thousands.
        Assert.Equal(["comparison-wrong-unit"], Codes(Set(Good with { ValueHundredths = 512_00 })));
    }

    [Fact]
    public void What_has_been_published_of_the_whole_country_stands_with_its_year_and_source_until_somebody_writes_another()
    {
        var register = new Register { Catalogue = Catalogue.Default, Children = [] };
        var published = ComparedFigures.Others(register, ComparedFigure.InstitutionPrice).Single();
        Assert.Equal((2019, "Hele landet", 1_160_000_0000L), (published.Year, published.Place, published.ValueTenThousandths));
        Assert.All(ComparedFigures.National, n => Assert.NotEmpty(n.Value.Source));
        var typed = (ComparisonFact)
            ((Recorded)Set(new(2019, "Hele landet", ComparedFigure.InstitutionPrice, 1_200_000_00, "VIVE")).Events[0]).Fact;
        var now = new Register
        {
            Catalogue = Catalogue.Default,
            Children = [],
            Comparisons = [typed],
        };
        Assert.Equal(1_200_000_0000L, ComparedFigures.Others(now, ComparedFigure.InstitutionPrice).Single().ValueTenThousandths);
    }
}
