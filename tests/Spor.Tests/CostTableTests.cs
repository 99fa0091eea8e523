using Spor.Economy;
using Spor.Facts;
using Spor.Interventions;

namespace Spor.Tests;

/// <summary>What all days' books share says the same as walking through the measures of each month anew.</summary>
public sealed class CostTableTests
{
    static readonly DateOnly Today = new(2026, 10, 31);
    static readonly Register Aakaer = FiguresTests.Read("aakaer").ToRegister();
    static readonly SharedBooks Shared = new(Aakaer, 2026, kept: true);

    static IEnumerable<DateOnly> AllMonths => Enumerable.Range(0, 130).Select(m => new DateOnly(2016, 3, 1).AddMonths(m));

    /// <summary>The first definition of the month's sums: a walk through its measure-months, day by day.</summary>
    static void IsSumOf(List<MeasureMonth> all, DateOnly month, MonthCosts sums)
    {
        var priced = all.Where(m => m.Ore is not null).ToList();
        Assert.Equal(all.Count - priced.Count, sums.WithoutPrice);
        Assert.Equal(priced.Count(m => m.Ore != 0), sums.WithAmount);
        Assert.Equal(priced.Sum(m => m.Ore!.Value), sums.TotalOre);
        for (var step = 0; step < Ladder.Steps; step++)
            Assert.Equal(priced.Where(m => m.Step == step).Sum(m => m.Ore!.Value), sums.BySteps[step]);
        Assert.Equal(
            priced.GroupBy(m => m.Account ?? MonthMoney.NoAccount).Select(g => (g.Key, g.Sum(m => m.Ore!.Value))).Order(),
            sums.ByAccounts.Order()
        );
        var days = Enumerable.Range(0, DateTime.DaysInMonth(month.Year, month.Month)).Select(month.AddDays).ToList();
        Volume Of(IEnumerable<MeasureMonth> of)
        {
            var some = of.ToList();
            return new(
                some.GroupBy(m => m.Child.Id).Sum(c => days.Count(d => c.Any(m => m.Measure.RunsOn(d)))),
                some.Sum(m => m.Ore!.Value)
            );
        }
        for (var step = 1; step < Ladder.Steps; step++)
            Assert.Equal(Of(priced.Where(m => m.Step == step)), sums.StepVolumes[step]);
        Assert.Equal(
            priced
                .Where(m => m.Step > 0)
                .GroupBy(m => Aakaer.Catalogue.Spelled(m.Measure.Code))
                .Select(g => (g.Key, Of(g)))
                .OrderBy(v => v.Key),
            sums.CodeVolumes.Select(v => (v.Key, v.Value)).OrderBy(v => v.Key)
        );
        foreach (var form in Books.Forms)
        {
            var placed = 0;
            foreach (var child in priced.Where(m => m.Form != PlacementForm.None).GroupBy(m => m.Child.Id))
            foreach (var day in days)
                placed +=
                    child
                        .Where(m => m.Measure.RunsOn(day))
                        .OrderByDescending(m => Aakaer.Catalogue.On(m.Measure.Code, day)?.Step ?? 0)
                        .ThenBy(m =>
                            m.Form == PlacementForm.Foster ? 0
                            : m.Form == PlacementForm.Own ? 1
                            : 2
                        )
                        .Select(m => (PlacementForm?)m.Form)
                        .FirstOrDefault() == form
                        ? 1
                        : 0;
            Assert.Equal(new(placed, priced.Where(m => m.Form == form).Sum(m => m.Ore!.Value)), sums.Placed(form));
        }
    }

    [Fact]
    public void Every_month_comes_to_what_its_measures_cost_one_by_one()
    {
        var some = 0;
        foreach (var month in AllMonths)
        {
            var all = MeasureMonths.In(Aakaer, [month]);
            some += all.Count;
            IsSumOf(all, month, Shared.Costs.In(month));
            Assert.Equal(all, MeasureMonths.In(Aakaer, [month], costs: Shared.Costs));
        }
        Assert.True(some > 5000);
    }

    [Fact]
    public void The_books_of_any_month_end_are_the_same_shared_or_alone()
    {
        for (var back = 0; back < 40; back += Heavy.Times(40) > 20 ? 1 : 3)
        {
            var day = MeasureMonths.LastOf(new DateOnly(2026, 10, 1).AddMonths(-back));
            Books shared = new(Aakaer, day, day.AddYears(-1), Shared),
                alone = new(Aakaer, day, day.AddYears(-1));
            Assert.Equal(alone.Ahead, shared.Ahead);
            Assert.Equal(YearForecast.Of(alone).Whole, YearForecast.Of(shared).Whole);
            Assert.Equal(Commitments.Of(alone), Commitments.Of(shared));
            // What no line has met is the same found line by line.
            var matching = LedgerMatching.Of(alone, Books.Months(day.Year, 12));
            Assert.Equal((matching?.NoLine.Count ?? 0, matching?.NoLineOre ?? 0), Commitments.Of(shared).NoLine);
            Assert.Equal(Expectation.Of(alone)?.Years, Expectation.Of(shared)?.Years);
            Assert.Equal(UnitPrices.Of(alone).Calculated, UnitPrices.Of(shared).Calculated);
            Assert.Equal(FullYears.Running(alone).Days, FullYears.Running(shared).Days);
        }
    }

    [Fact]
    public void After_an_entry_about_money_the_changed_children_alone_are_counted_anew_and_it_comes_out_the_same()
    {
        var random = new Random(11);
        var register = Aakaer;
        var snapshot = new Snapshot(register, Today);
        _ = (snapshot.Get(SharedBooks.Of).Costs, snapshot.Get(SharedBooks.Of).Placed);
        for (var round = 0; round < 12; round++)
        {
            var children = register.Children.ToList();
            for (var n = random.Next(1, 4); n > 0; n--)
            {
                var at = random.Next(children.Count);
                while (children[at].Interventions.Length == 0)
                    at = random.Next(children.Count);
                children[at] = Changed(children[at], random);
            }
            register = register.With(Kernel.Blocks.Of(children), register.EntryNo + 1, true);
            var before = snapshot.Get(SharedBooks.Of);
            snapshot = snapshot.Next(register, Today);
            var shared = snapshot.Get(SharedBooks.Of);
            Assert.NotSame(before, shared);
            foreach (var month in AllMonths.Where((_, i) => i % 5 == round % 5))
            {
                IsSumOf(MeasureMonths.In(register, [month]), month, shared.Costs.In(month));
                Assert.Equal(MeasureMonths.In(register, [month]), MeasureMonths.In(register, [month], costs: shared.Costs));
            }
            (DateOnly, DateOnly)[] spans = [(new(2025, 1, 1), new(2025, 12, 31)), (new(2026, 1, 1), Today)];
            Assert.Equal(PlacedRuns.Of(register).Days(spans), shared.Placed.Days(spans));
        }
        // A note is not about money: the very same goes on.
        var note = register.With(register.Children, register.EntryNo + 1, true);
        Assert.Same(snapshot.Get(SharedBooks.Of), snapshot.Next(note, Today).Get(SharedBooks.Of));
    }

    /// <summary>Another end, another price, another day of start, or one measure less.</summary>
    static ChildFile Changed(ChildFile file, Random random)
    {
        var of = file.Interventions[random.Next(file.Interventions.Length)];
        var facts = FactKinds.OfAChild.Where(k => !k.IsTheChild).SelectMany(file.Of).Cast<ChildsFact>().ToList();
        facts.Remove(of);
        if (random.Next(5) > 0)
        {
            var now = (InterventionFact)of.Copy();
            now.RecordedIn = of.RecordedIn + 1 + random.Next(1000);
            switch (random.Next(4))
            {
                case 0:
                    now.To = now.To is null ? now.From.AddDays(random.Next(900)) : null;
                    break;
                case 1:
                    now.PriceOre = random.Next(4) == 0 ? null : random.NextInt64(-50_000_00, 90_000_00);
                    now.Unit = now.PriceOre is null ? null : now.Unit ?? PriceUnit.Month;
                    break;
                case 2:
                    now.From = now.From.AddDays(-random.Next(400));
                    break;
                default:
                    now.Code = random.Next(2) == 0 ? "plejefamilie" : "merudgift";
                    break;
            }
            facts.Add(now);
        }
        return ChildFile.Build(file.Child, facts);
    }
}
