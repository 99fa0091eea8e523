using Spor.Facts;
using Spor.Kernel;
using Spor.Reports;

namespace Spor.Tests;

public class ReportRuleTests
{
    static readonly DateOnly Today = new(2026, 10, 31);
    static readonly BaselineFact Spring = new()
    {
        Id = 4,
        Name = "Foråret 2026",
        Day = new(2026, 3, 31),
        EntryNo = 40,
    };

    static Decision Keep(string? name, DateOnly? day = null, long entry = 90, params (long, long)[] imports) =>
        ReportRules.Keep(new(name, day ?? Today, entry), 7, Today, 100, [Spring], imports);

    static string Said(Decision decision) => string.Join(" ", decision.Refusals.Select(r => r.Code));

    static ReportFact Report(
        string from = "2026-01-01",
        string to = "2026-06-30",
        string baseline = "2025-06-30",
        ReportState state = ReportState.Draft
    ) =>
        new()
        {
            Id = 9,
            From = Script.Day(from),
            To = Script.Day(to),
            BaselineDay = Script.Day(baseline),
            State = state,
            PageHash = "ab",
        };

    static PlanReport Due(
        string? title = "Halvårsrapport",
        string? committee = "Børneudvalget",
        string dueOn = "2026-09-01",
        long days = 21,
        string to = "2026-06-30",
        string baseline = "2025-06-30"
    ) => new(title, committee, Script.Day(dueOn), Script.Day("2026-01-01"), Script.Day(to), Script.Day(baseline), null, days);

    [Fact]
    public void A_baseline_keeps_its_name_day_and_entry()
    {
        var kept = (BaselineFact)Assert.IsType<Recorded>(Assert.Single(Keep(" Før omlægningen ").Events)).Fact;
        Assert.Equal((7, "Før omlægningen", Today, 90), (kept.Id, kept.Name, kept.Day, kept.EntryNo));
    }

    [Fact]
    public void A_baseline_is_refused_without_a_name_of_its_own_a_day_that_has_come_and_an_entry_that_is_whole()
    {
        Assert.Equal("baseline-without-name", Said(Keep("  ")));
        Assert.Equal("baseline-name-too-long", Said(Keep(new string('å', 81))));
        Assert.Equal("baseline-name-taken", Said(Keep("foråret 2026")));
        Assert.Equal("baseline-day-not-reached", Said(Keep("A", Today.AddDays(1))));
        Assert.Equal("baseline-entry-unknown", Said(Keep("A", entry: 101)));
        Assert.Equal("baseline-entry-unknown", Said(Keep("A", entry: 0)));
        Assert.Equal("baseline-entry-inside-import", Said(Keep("A", entry: 89, imports: (80, 90))));
        Assert.Equal("", Said(Keep("A", entry: 90, imports: (80, 90))));
        Assert.Equal("", Said(Keep("A", entry: 79, imports: (80, 90))));
        Assert.Equal("baseline-without-name baseline-day-not-reached baseline-entry-unknown", Said(Keep(null, Today.AddDays(1), 500)));
        Assert.Equal("baseline-not-kept", Said(ReportRules.WithdrawBaseline(null)));
        Assert.Equal(4, Assert.IsType<Withdrawn>(Assert.Single(ReportRules.WithdrawBaseline(Spring).Events)).Id);
    }

    [Fact]
    public void A_report_is_of_a_period_that_is_over_against_a_day_before_its_end()
    {
        Assert.Equal("", Said(ReportRules.Print(Report(), Today)));
        Assert.Equal("report-period-backwards", Said(ReportRules.Print(Report(from: "2026-07-01"), Today)));
        Assert.Equal("report-baseline-not-before", Said(ReportRules.Print(Report(baseline: "2026-06-30"), Today)));
        Assert.Equal("report-period-not-over", Said(ReportRules.Print(Report(to: "2026-11-01"), Today)));
        Assert.Null(ReportRules.NotPublished(Report(), new(2026, 6, 30)));
        Assert.Equal("report-period-not-published", ReportRules.NotPublished(Report(), new(2026, 5, 31))!.Code);
        Assert.Equal("report-not-whole-months", Said(ReportRules.Print(Report(to: "2026-06-29"), Today)));
        Assert.Equal("report-not-whole-months", Said(ReportRules.Print(Report(from: "2026-01-02"), Today)));
        Assert.Equal("report-not-whole-months", Said(ReportRules.Print(Report(baseline: "2025-12-30"), Today)));
    }

    [Fact]
    public void A_row_of_the_wheel_gets_one_report_and_no_more()
    {
        var row = new ReportDueFact { Id = 3 };
        Assert.Equal("", Said(ReportRules.Print(Report(), Today, (row, false))));
        Assert.Equal("report-made-already", Said(ReportRules.Print(Report(), Today, (row, true))));
        Assert.Equal("report-not-in-the-wheel", Said(ReportRules.Print(Report(), Today, (null, false))));
    }

    [Fact]
    public void A_draft_becomes_final_with_the_same_bytes_and_a_final_report_stays()
    {
        var final = (ReportFact)Assert.IsType<Corrected>(Assert.Single(ReportRules.Finish(Report()).Events)).Fact;
        Assert.Equal((ReportState.Final, "ab"), (final.State, final.PageHash));
        Assert.Equal("report-final-already", Said(ReportRules.Finish(Report(state: ReportState.Final))));
        Assert.Equal("report-not-kept", Said(ReportRules.Finish(null)));
        Assert.Equal("report-final-already", Said(ReportRules.Discard(Report(state: ReportState.Final))));
        Assert.Equal("report-not-kept", Said(ReportRules.Discard(null)));
        Assert.IsType<Withdrawn>(Assert.Single(ReportRules.Discard(Report()).Events));
    }

    [Fact]
    public void A_row_of_the_wheel_names_a_report_a_committee_and_days_in_order()
    {
        var planned = (ReportDueFact)Assert.IsType<Recorded>(Assert.Single(ReportRules.Plan(Due(), 5, null).Events)).Fact;
        Assert.Equal(new DateOnly(2026, 8, 11), planned.DraftOn);
        Assert.IsType<Corrected>(Assert.Single(ReportRules.Plan(Due(), 5, planned).Events));
        Assert.Equal("report-without-title", Said(ReportRules.Plan(Due(" "), 5, null)));
        Assert.Equal("report-without-committee", Said(ReportRules.Plan(Due(committee: null), 5, null)));
        Assert.Equal("report-due-before-period-ends", Said(ReportRules.Plan(Due(dueOn: "2026-06-30"), 5, null)));
        Assert.Equal("report-period-backwards", Said(ReportRules.Plan(Due(to: "2025-12-31"), 5, null)));
        Assert.Equal("report-baseline-not-before", Said(ReportRules.Plan(Due(baseline: "2026-06-30"), 5, null)));
        Assert.Equal("draft-days-out-of-range", Said(ReportRules.Plan(Due(days: 181), 5, null)));
        Assert.Equal("draft-days-out-of-range", Said(ReportRules.Plan(Due(days: -1), 5, null)));
        Assert.Equal("report-not-in-the-wheel", Said(ReportRules.WithdrawDue(null)));
        Assert.Equal(5, Assert.IsType<Withdrawn>(Assert.Single(ReportRules.WithdrawDue(planned).Events)).Id);
    }
}
