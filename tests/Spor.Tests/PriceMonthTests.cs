using Spor.Economy;
using Spor.Facts;
using Spor.Interventions;

namespace Spor.Tests;

/// <summary>A price that is changed changes the months it concerns, and not one øre of any other.</summary>
public sealed class PriceMonthTests
{
    static readonly DateOnly Today = new(2026, 10, 31);
    static readonly Register Aakaer = FiguresTests.Read("aakaer").ToRegister();
    static readonly Books Before = new(Aakaer, Today, Today.AddYears(-1));

    static readonly IReadOnlyList<(ChildFile File, InterventionFact Measure)> Priced =
    [
        .. Aakaer
            .Children.SelectMany(f => f.Interventions.Select(m => (f, m)))
            .Where(m => m.m is { PriceOre: not null, Unit: not (null or PriceUnit.Once) } && (m.m.To is null || m.m.To.Value.Year >= 2025))
            .Where(m => m.m.Unit != PriceUnit.Hour || m.m.QuantityHundredths is not null),
    ];

    [Fact]
    public void A_changed_price_changes_exactly_the_months_it_concerns()
    {
        Assert.True(Priced.Count > 50);
        var changedMonths = 0;
        for (var seed = 0; seed < Heavy.Times(400); seed++)
        {
            var random = new Random(seed);
            var (file, measure) = Priced[random.Next(Priced.Count)];
            var change = new InterventionPriceFact
            {
                Id = 9_000_000,
                ChildId = file.Id,
                InterventionId = measure.Id,
                From = new DateOnly(2025, 1, 1).AddDays(random.Next(730)),
                // A million kroner more: no rounding hides a day of it.
                PriceOre = measure.PriceOre!.Value + random.NextInt64(1_000_000_00, 2_000_000_00),
                Unit = measure.Unit!.Value,
                QuantityHundredths = measure.QuantityHundredths,
            };
            var children = Aakaer.Children.ToList();
            children[children.IndexOf(file)] = ChildFile.Build(
                file.Child,
                [.. FactKinds.OfAChild.Where(k => !k.IsTheChild).SelectMany(file.Of).Cast<ChildsFact>(), change]
            );
            var after = new Books(Aakaer.With(children, Aakaer.EntryNo + 1, true), Today, Today.AddYears(-1));
            // Another row may say the price from a later day on.
            var until = file
                .Prices.Where(p => p.InterventionId == measure.Id && p.From > change.From)
                .Select(p => p.From)
                .Order()
                .FirstOrDefault();
            foreach (var month in Before.MonthsShown)
            {
                long Of(Books books) => MonthMoney.GrantedIn(books, month).TotalOre;
                var difference = Of(after) - Of(Before);
                var from = change.From > measure.From ? change.From : measure.From;
                var concerns =
                    MeasureMonths.LastOf(month) >= from
                    && measure.From <= MeasureMonths.LastOf(month)
                    && !(measure.To < month)
                    && !(measure.To < from)
                    && (until == default || until > month && until > from);
                Assert.True(
                    concerns == (difference != 0),
                    $"seed {seed}: {month} of {measure.From}–{measure.To}, from {change.From} to {until}: {difference}"
                );
                changedMonths += concerns ? 1 : 0;
                // All of it is this measure's, on its own step and account.
                Assert.Equal(difference, Ore(after, month, measure.Id) - Ore(Before, month, measure.Id));
                Assert.Equal(difference, Steps(after, month).Zip(Steps(Before, month), (a, b) => a - b).Sum());
            }
            var split = PriceVolumeMix.BySteps(after);
            Assert.Equal(split.ChangeOre, split.VolumeOre + split.MixOre + split.PriceOre);
        }
        Assert.True(changedMonths > 0);
    }

    static long Ore(Books books, DateOnly month, long measure) =>
        books.Granted[month].Where(m => m.Measure.Id == measure).Sum(m => m.Ore ?? 0);

    static IEnumerable<long> Steps(Books books, DateOnly month) =>
        MonthMoney.GrantedIn(books, month).BySteps.OrderBy(s => s.Key).Select(s => s.Value);
}
