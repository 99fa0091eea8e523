using Spor.Children;
using Spor.Economy;
using Spor.Facts;
using Spor.Figures.Disclosure;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Reports;

namespace Spor.Tests;

/// <summary>The money: what the pages show, and what a controller does to the books.</summary>
public class EconomyTests
{
    static readonly DateOnly Today = new(2026, 10, 31);
    static readonly Register Aakaer = FiguresTests.Read("aakaer").ToRegister();
    static readonly Books Now = new(Aakaer, Today, Today.AddYears(-1));
    static long next = 1_000_000;

    static long Next() => next++;

    static string[] Codes(Decision decision) => [.. decision.Refusals.Select(r => r.Code)];

    static Register With(Func<ChildFile, Fact, Fact?> change)
    {
        var at = Aakaer.Children.ToList().FindIndex(c => c.Interventions.Length > 0 && c.Notifications.Length > 0);
        var child = Aakaer.Children[at];
        IEnumerable<ChildsFact> facts =
        [
            .. FactKinds.OfAChild.Where(k => !k.IsTheChild).SelectMany(child.Of).Select(f => change(child, f)).OfType<ChildsFact>(),
        ];
        List<ChildFile> children = [.. Aakaer.Children];
        children[at] = ChildFile.Build((ChildFact)change(child, child.Child)!, [.. facts]);
        return Aakaer.With(children, Aakaer.EntryNo + 1, true);
    }

    static Fact Newer(Fact fact)
    {
        var copy = fact.Copy();
        copy.RecordedIn = fact.RecordedIn + 1;
        return copy;
    }

    [Fact]
    public void What_is_written_on_a_child_that_is_not_about_money_leaves_the_books_standing()
    {
        Assert.True(Now.StandFor(Aakaer));
        Assert.True(Now.StandFor(With((_, f) => f)));
        Assert.True(Now.StandFor(With((_, f) => f is Spor.Notifications.NotificationFact ? Newer(f) : f)));
    }

    [Fact]
    public void A_measure_its_name_or_the_ledger_changed_makes_new_books()
    {
        Assert.False(Now.StandFor(With((_, f) => f is InterventionFact ? Newer(f) : f)));
        Assert.False(Now.StandFor(With((c, f) => ReferenceEquals(f, c.Interventions[0]) ? null : f)));
        Assert.False(Now.StandFor(With((_, f) => f is ChildFact ? Newer(f) : f)));
        Assert.False(Now.StandFor(FiguresTests.Read("aakaer").ToRegister()));
    }

    [Fact]
    public void The_forecast_is_the_sum_of_its_steps_and_of_its_accounts()
    {
        var f = YearForecast.Of(Now);
        foreach (var parts in new IEnumerable<ForecastLine>[] { f.BySteps.Values, f.ByAccounts.Values })
            Assert.Equal(
                (f.Whole.ActualOre, f.Whole.GrantedOre, f.Whole.BudgetOre),
                (parts.Sum(p => p.ActualOre), parts.Sum(p => p.GrantedOre), parts.Sum(p => p.BudgetOre))
            );
    }

    [Fact]
    public void What_meets_and_what_does_not_is_the_whole_ledger_and_all_that_is_granted()
    {
        var m = LedgerMatching.Of(Now, Now.MonthsOfYear)!;
        var delivered = Now.MonthsOfYear.Where(Now.Ledger.Delivered).ToList();
        Assert.Equal(delivered.Sum(d => MonthMoney.ActualIn(Now, d)!.TotalOre), m.MatchedActualOre + m.NotGrantedOre + m.NoMeasureOre);
        Assert.Equal(delivered.Sum(d => MonthMoney.GrantedIn(Now, d).TotalOre), m.MatchedGrantedOre + m.NoLineOre);
    }

    [Fact]
    public void Price_volume_and_mix_are_the_whole_change_whatever_the_numbers()
    {
        var dice = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            Dictionary<int, Volume> Side() =>
                Enumerable
                    .Range(1, 6)
                    .ToDictionary(
                        s => s,
                        _ => dice.Next(4) == 0 ? default : new Volume(dice.Next(1, 9000), dice.NextInt64(-5_000_00, 900_000_000_00))
                    );
            var split = PriceVolumeMix.Split(Side(), Side(), 365, 366);
            if (split.VolumeOre is not { } volume)
                continue;
            Assert.Equal(split.ChangeOre, volume + split.MixOre!.Value + split.PriceOre!.Value);
            Assert.All(split.Parts.Values, p => Assert.Equal(p.ChangeOre, p.VolumeOre + p.PriceOre));
            Assert.Equal(split.ChangeOre, split.Parts.Values.Sum(p => p.ChangeOre));
        }
    }

    [Fact]
    public void The_kinds_of_measure_explain_the_same_change_as_the_steps() =>
        Assert.Equal(PriceVolumeMix.BySteps(Now).ChangeOre, PriceVolumeMix.ByCodes(Now).ChangeOre);

    [Fact]
    public void What_is_expected_beyond_what_is_granted_rests_on_earlier_years_and_is_no_part_of_the_forecast()
    {
        var beyond = Expectation.Of(Now)!;
        Assert.InRange(beyond.Years.Count, 2, Expectation.MostYears);
        Assert.True(beyond.LowOre <= beyond.MiddleOre && beyond.MiddleOre <= beyond.HighOre);
        foreach (var year in beyond.Years)
            Assert.Equal(
                year.CameOre,
                new[] { 10, 11, 12 }.Sum(m => MeasureMonths.In(Aakaer, [new DateOnly(year.Year, m, 1)]).Sum(one => one.Ore ?? 0))
            );
        Assert.Equal(6128243551, YearForecast.Of(Now).Whole.ForecastOre);
    }

    // --- matching

    [Fact]
    public void A_likely_match_has_the_same_month_account_and_amount_and_there_is_only_one_of_each()
    {
        var matching = LedgerMatching.Of(Now, Now.MonthsOfYear)!;
        var likely = LikelyMatches.Of(matching);
        Assert.All(
            likely,
            l =>
            {
                Assert.Equal((l.Line.Month, l.Line.Account, l.Line.AmountOre), (l.For.First, l.For.Account, l.For.Ore));
                Assert.Single(matching.NoLine, m => (m.First, m.Account, m.Ore) == (l.For.First, l.For.Account, l.For.Ore));
            }
        );
    }

    [Fact]
    public void A_line_put_to_a_measure_is_matched_and_the_totals_stand()
    {
        var (file, measure) = Aakaer
            .Children.SelectMany(f => f.Interventions.Select(m => (f, m)))
            .First(m => m.m.PriceOre > 0 && m.m.From < new DateOnly(2026, 8, 1) && m.m.To is null);
        var month = new DateOnly(2026, 9, 1);
        var line = Aakaer.Ledger.First(l => l.Month == month && l.InterventionId is null);
        Assert.Equal(["thing-not-there"], Codes(LedgerRules.Settle(null, measure, false, false, Today, Next)));
        Assert.Equal(["ledger-line-settled-already"], Codes(LedgerRules.Settle(line, measure, false, true, Today, Next)));
        var ended = (InterventionFact)measure.Copy();
        ended.To = new(2026, 8, 31);
        Assert.Equal(["measure-not-in-that-month"], Codes(LedgerRules.Settle(line, ended, false, false, Today, Next)));
        var match = (LedgerMatchFact)((Recorded)LedgerRules.Settle(line, measure, false, false, Today, Next).Events[0]).Fact;
        var settled = Aakaer.With(
            [
                .. Aakaer.Children.Select(f =>
                    f.Id != file.Id ? f : ChildFile.Build(f.Child, [.. f.Interventions, .. f.Prices, .. f.Cases, match])
                ),
            ],
            1,
            true
        );
        var books = new Books(settled, Today, Today.AddYears(-1));
        Assert.Equal(measure.Id, books.Ledger.MeasureOf(line)?.Id);
        LedgerMatching before = LedgerMatching.Of(Now, [month])!,
            after = LedgerMatching.Of(books, [month])!;
        Assert.Equal(before.Without.Count - 1, after.Without.Count);
        Assert.Equal(
            before.MatchedActualOre + before.NotGrantedOre + before.NoMeasureOre,
            after.MatchedActualOre + after.NotGrantedOre + after.NoMeasureOre
        );
    }

    static LedgerFact Bill(long id, long ore, string account = "5.28.21.007") =>
        new()
        {
            Id = id,
            Account = account,
            Month = new(2026, 9, 1),
            AmountOre = ore,
        };

    static LedgerMatchFact Settled(long id, LedgerFact bill, long measure) =>
        new()
        {
            Id = id,
            LedgerId = bill.Id,
            InterventionId = measure,
            Month = bill.Month,
            Account = bill.Account,
            AmountOre = bill.AmountOre,
        };

    [Fact]
    public void A_settlement_follows_its_bill_to_another_id_and_stays_off_another_bill_under_the_old_one()
    {
        LedgerFact bill = Bill(1, 100_00),
            alike = Bill(2, 100_00);
        LedgerMatchFact[] both = [Settled(11, bill, 501), Settled(12, alike, 502)];
        Dictionary<long, long> Of(params LedgerFact[] lines) => new(Settlements.Of(both, lines, _ => false));
        Assert.Equal(new() { [1] = 501, [2] = 502 }, Of(bill, alike));
        // The next delivery: the same two bills under new ids, and a dearer one under the first's.
        Assert.Equal(new() { [7] = 501, [8] = 502 }, Of(Bill(1, 300_00), Bill(7, 100_00), Bill(8, 100_00)));
        // One of the two is left: it keeps its own, and no bill is put to two measures.
        Assert.Equal(new() { [2] = 502 }, Of(alike));
        Assert.Equal(new() { [2] = 502, [9] = 501 }, Of(alike, Bill(9, 100_00)));
        // Another month, account or amount is another bill.
        Assert.Empty(Of(Bill(7, 100_01), Bill(8, 100_00, "5.28.21.002")));
        // A bill that names its measure itself waits for nobody.
        Assert.Empty(Settlements.Of(both, [Bill(7, 100_00)], _ => true));
        // What was settled before the bill was kept stands by its id.
        LedgerMatchFact old = new()
        {
            Id = 13,
            LedgerId = 1,
            InterventionId = 503,
            Month = bill.Month,
        };
        Assert.Equal(503, Settlements.Of([old], [Bill(1, 300_00)], _ => false)[1]);
    }

    // --- the plan for full-year placements

    [Fact]
    public void A_plan_is_written_form_by_form_corrected_and_taken_back()
    {
        Decision Set(SetPlacementPlan c, params PlacementPlanFact[] before) => PlacementPlanRules.Set(c, before, Next);
        var made = Set(new(2026, 30_00, 24_50, null)).Events.Cast<Recorded>().Select(e => (PlacementPlanFact)e.Fact).ToArray();
        Assert.Equal(
            [(PlacementForm.Foster, 30_00L), (PlacementForm.Institution, 24_50L)],
            made.Select(p => (p.Form, p.FullYearsHundredths))
        );
        Assert.IsType<Corrected>(Set(new(2026, 31_00, 24_50, null), made).Events.Single());
        Assert.IsType<Withdrawn>(Set(new(2026, 30_00, null, null), made).Events.Single());
        Assert.Equal(["placement-plan-unchanged"], Codes(Set(new(2026, 30_00, 24_50, null), made)));
        Assert.Equal(["placement-plan-year-missing", "placement-plan-out-of-range"], Codes(Set(new(26, 12_000_000_00, null, null))));
    }

    [Fact]
    public void The_deviation_of_placements_from_the_budget_is_volume_mix_and_price_and_no_more()
    {
        var expected = FullYears.Running(Now);
        Assert.Null(PlannedPlacements.Of(Now, expected, PlacementPlanFact.Of(Now.Register, 2026)));
        Dictionary<PlacementForm, decimal> plan = new() { [PlacementForm.Foster] = 60, [PlacementForm.Institution] = 24.5m };
        // Of two forms alone nothing is split.
        Assert.Null(PlannedPlacements.Of(Now, expected, plan)!.Split);
        plan[PlacementForm.Own] = 20;
        var whole = PlannedPlacements.Of(Now, expected, plan)!;
        Assert.Equal(104.5m, whole.All);
        Assert.Equal(whole.Split!.ChangeOre, whole.Split.VolumeOre + whole.Split.MixOre + whole.Split.PriceOre);
        // The same sums as of the steps: all of the forecast that is a placement, against all of the budget that is.
        var split = PriceVolumeMix.Split(
            Books.Forms.ToDictionary(f => f, f => new Volume(365 * 10, 100_000_00)),
            Books.Forms.ToDictionary(f => f, f => new Volume(expected.Days[f], 250_000_00)),
            365,
            365
        );
        Assert.Equal(split.ChangeOre, split.VolumeOre + split.MixOre + split.PriceOre);
        var budget = Now
            .Register.Budget.Where(b => b.Month.Year == 2026 && Now.Ledger.FormOf(b) != PlacementForm.None)
            .Sum(b => b.AmountOre);
        Assert.InRange(budget, 1, Now.Register.Budget.Where(b => b.Month.Year == 2026).Sum(b => b.AmountOre) - 1);
    }

    [Fact]
    public void The_years_cost_by_law_account_provider_family_and_child_is_the_forecast_each_time()
    {
        var forecast = YearForecast.Of(Now).Whole;
        Func<YearOfMeasure, string?>[] keys =
        [
            m => m.Measure.LegalBasis.Split('.')[0],
            m => m.Account,
            m => m.Measure.Code,
            m => $"{m.Child.Child.FamilyId ?? -m.Child.Id}",
            m => $"{m.Child.Id}",
            _ => null,
        ];
        foreach (var key in keys)
        {
            var rows = GrantedBy.Of(YearOfMeasure.Of(Now), key);
            Assert.Equal(forecast.ActualOre, rows.Sum(r => r.ActualOre));
            Assert.Equal(forecast.GrantedOre, rows.Sum(r => r.AheadOre));
            Assert.Equal(
                Books.Months(2026, 12).Where(Now.Ledger.Delivered).Sum(m => MonthMoney.GrantedIn(Now, m).TotalOre),
                rows.Sum(r => r.GrantedOre)
            );
        }
        // One child's, by hand.
        var child = GrantedBy.Of(YearOfMeasure.Of(Now), keys[4]).First(r => r.ActualOre > 0 && r.AheadOre > 0);
        Assert.Equal(
            Books
                .Months(2026, 12)
                .SelectMany(Now.Ledger.In)
                .Where(l => Now.Ledger.MeasureOf(l)?.ChildId == child.Children.Single().Id)
                .Sum(l => l.AmountOre),
            child.ActualOre
        );
    }

    [Fact]
    public void Running_full_years_are_the_child_days_of_the_twelve_months_up_to_each_month_end()
    {
        var rolling = FullYears.Rolling(Now);
        Assert.Equal(Books.Months(2026, 10).Select(MeasureMonths.LastOf), rolling.Select(r => r.End));
        foreach (var (end, years) in rolling)
        foreach (var form in Books.Forms)
        {
            var days = 0;
            foreach (var child in Aakaer.Children)
                for (var day = end.AddDays(1).AddYears(-1); day <= end; day = day.AddDays(1))
                    days += child.Interventions.Length > 0 && Placements.FormAt(child, Aakaer.Catalogue, day) == form ? 1 : 0;
            Assert.Equal(Math.Round(days / 365m, 2, MidpointRounding.AwayFromZero), years[form]);
        }
        // At the end of a year they are the year's.
        var ended = new Books(Aakaer, new(2025, 12, 31), new(2024, 12, 31));
        Assert.All(Books.Forms, f => Assert.Equal(FullYears.OfYear(ended, 2025).Of(f), FullYears.Rolling(ended)[^1].Years[f]));
    }

    // --- closing

    [Fact]
    public void A_month_is_closed_once_and_again_only_when_it_has_changed()
    {
        Decision Close(DateOnly month, params MonthClosedFact[] closed) => ClosingRules.Close(month, Aakaer, Today, 17, closed, [], Next);
        Assert.Equal(["month-not-over"], Codes(Close(new(2026, 11, 1))));
        Assert.Equal(["month-not-delivered"], Codes(Close(new(2026, 10, 1))));
        var facts = Close(new(2026, 9, 1)).Events.Select(e => ((Recorded)e).Fact).ToList();
        var baseline = Assert.IsType<BaselineFact>(facts[0]);
        var closed = Assert.IsType<MonthClosedFact>(facts[1]);
        Assert.Equal((new DateOnly(2026, 9, 30), 17L, "Økonomi september 2026"), (baseline.Day, baseline.EntryNo, baseline.Name));
        var then = YearForecast.Of(new(Aakaer, new(2026, 9, 30), new(2025, 9, 30))).Whole;
        Assert.Equal(
            (baseline.Id, then.ForecastOre, then.BudgetOre, MonthMoney.ActualIn(Now, new(2026, 9, 1))!.TotalOre),
            (closed.BaselineId, closed.ForecastOre, closed.BudgetOre, closed.MonthOre)
        );
        Assert.Equal(["month-closed-already"], Codes(Close(new(2026, 9, 1), closed)));
        var otherwise = (MonthClosedFact)closed.Copy();
        otherwise.MonthOre += 1;
        Assert.Empty(Close(new(2026, 9, 1), otherwise).Refusals);
    }

    [Fact]
    public void The_forecast_is_kept_once_for_each_month_as_it_stood_when_the_month_had_ended()
    {
        Decision Keep(DateOnly month, params ForecastKeptFact[] kept) => KeepForecast.Decide(month, Aakaer, Today, kept, Next);
        // 31 October is the last day of the month, which has ended then.
        var made = (ForecastKeptFact)((Recorded)Keep(new(2026, 10, 1)).Events.Single()).Fact;
        var then = YearForecast.Of(new(Aakaer, Today, Today.AddYears(-1))).Whole;
        Assert.Equal(
            (new DateOnly(2026, 10, 1), Today, then.ActualOre, then.GrantedOre, then.BudgetOre),
            (made.Month, made.On, made.ActualOre, made.GrantedOre, made.BudgetOre)
        );
        Assert.Equal(["forecast-kept-already"], Codes(Keep(new(2026, 10, 1), made)));
        // A month later it is no longer known how it stood; and nobody knows what is to come.
        Assert.Equal(["forecast-too-late"], Codes(Keep(new(2026, 9, 1))));
        Assert.Equal(["month-not-over"], Codes(Keep(new(2026, 11, 1))));
        Assert.Equal(
            ["nothing-to-forecast"],
            Codes(KeepForecast.Decide(new(2026, 10, 1), new() { Children = [], Catalogue = Catalogue.Default }, Today, [], Next))
        );
    }

    // --- the state's refund

    static SetRefundRate Rate(Func<SetRefundRate, SetRefundRate>? but = null)
    {
        var rate = new SetRefundRate(2026, 2022, 0, 25, 860_000_00, 50, 1_680_000_00, 75, 2_120_000_00, "Regneeksempel");
        return but is null ? rate : but(rate);
    }

    [Fact]
    public void Rates_are_filled_in_whole_and_in_the_right_unit()
    {
        string[] Of(Func<SetRefundRate, SetRefundRate> but) => Codes(RefundRules.Set(Rate(but), null, Next));
        Assert.Equal(["rate-year-missing"], Of(r => r with { Year = null }));
        Assert.Equal(["rate-price-level-missing"], Of(r => r with { PriceLevel = 22 }));
        Assert.Equal(["rate-regulation-missing"], Of(r => r with { RegulationHundredths = null }));
        Assert.Equal(["rate-regulation-out-of-range"], Of(r => r with { RegulationHundredths = 20_000 }));
        Assert.Equal(["rate-percent-out-of-range"], Of(r => r with { FirstPercent = 0 }));
        Assert.Equal(["rate-threshold-wrong-unit"], Of(r => r with { FirstAboveOre = 860_00 }));
        Assert.Equal(["rate-thresholds-not-rising"], Of(r => r with { ThirdAboveOre = 1_680_000_00 }));
        Assert.Equal(["rate-percent-out-of-range"], Of(r => r with { ThirdPercent = null }));
        Assert.Equal(["rate-source-missing"], Of(r => r with { Source = " " }));
        Assert.Empty(Of(r => r with { SecondPercent = null, SecondAboveOre = null, ThirdPercent = null, ThirdAboveOre = null }));
    }

    [Fact]
    public void Each_rate_is_of_the_part_above_its_threshold_and_the_thresholds_are_regulated()
    {
        var row = (RefundRateFact)((Recorded)RefundRules.Set(Rate(r => r with { RegulationHundredths = 1000 }), null, Next).Events[0]).Fact;
        Assert.Equal([new(25, 946_000), new(50, 1_848_000), new(75, 2_332_000)], row.Thresholds);
        var cases = new ExpensiveCases(2026, [], ExpensiveCases.ExampleThresholds, [], 0);
        Assert.Equal(0, cases.RefundOf(860_000_00));
        Assert.Equal(25_000_00, cases.RefundOf(960_000_00));
        // 25 % of 820,000, 50 % of 440,000 and 75 % of 80,000.
        Assert.Equal(205_000_00 + 220_000_00 + 60_000_00, cases.RefundOf(2_200_000_00));
        // Of one øre above, a quarter is none; of two, half an øre is one.
        Assert.Equal((0, 1), (cases.RefundOf(860_000_01), cases.RefundOf(860_000_02)));
    }

    // --- small numbers

    [Fact]
    public void A_step_with_a_month_on_few_children_is_hidden_and_so_much_beside_it_that_it_cannot_be_worked_out()
    {
        var plan = new MoneyPlan(Now, null);
        Assert.False(plan.Hides(MoneyPlan.All));
        var hidden = YearForecast
            .Of(Now)
            .BySteps.Keys.Where(s => plan.Behind(MoneyPlan.Step(s)) > 0 && plan.Hides(MoneyPlan.Step(s)))
            .ToList();
        Assert.NotEqual(1, hidden.Count);
        foreach (var step in Enumerable.Range(1, 6).Except(hidden))
        foreach (var month in Now.MonthsShown)
            Assert.False(
                Now.Granted[month].Where(m => m.Ore is not null && m.Step == step).Select(m => m.Child.Id).Distinct().Count() is > 0 and < 5
            );
    }
}
