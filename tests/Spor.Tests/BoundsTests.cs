using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Law;
using Spor.Notifications;
using Spor.Requirements;

namespace Spor.Tests;

/// <summary>The municipality's own deadlines beside the law's.</summary>
public class BoundsTests
{
    static readonly DateOnly Today = new(2026, 10, 30);

    static ParameterFact Own(string code, string from, int? number, long id = 1) =>
        new()
        {
            Id = id,
            Code = code,
            From = Script.Day(from),
            Number = number,
        };

    static Catalogue With(params ParameterFact[] own) => Catalogue.With([], own);

    static Decision Set(SetParameter c, params ParameterFact[] own)
    {
        long id = 100;
        return ParameterRules.Set(c, own, Today, () => ++id);
    }

    static string[] Refused(SetParameter c, params ParameterFact[] own) => [.. Set(c, own).Refusals.Select(r => r.Code)];

    static DateOnly Due(Rule rule, string script, Catalogue catalogue)
    {
        var found = new List<Requirement>();
        Derive.Of(Script.File(script), catalogue, Script.Day("2026-10-30"), found);
        return Assert.Single(found, r => r.Rule == rule).Due;
    }

    [Fact]
    public void A_deadline_of_the_municipalitys_own_holds_for_what_begins_from_its_day()
    {
        var own = With(Own("assessment-completed", "2026-06-01", 3));
        Assert.Equal(Script.Day("2026-09-30"), Due(Rule.AssessmentCompleted, "case 2020-01-01 -; bfu 2026-05-30 -", own));
        Assert.Equal(Script.Day("2026-09-02"), Due(Rule.AssessmentCompleted, "case 2020-01-01 -; bfu 2026-06-02 -", own));
        Assert.Equal(Script.Day("2026-10-02"), Due(Rule.AssessmentCompleted, "case 2020-01-01 -; bfu 2026-06-02 -", Catalogue.Default));
    }

    [Fact]
    public void The_inbox_and_the_requirement_go_by_the_same_number()
    {
        var own = With(Own("notification-assessed", "2026-01-01", 12));
        var file = Script.File("notified 2026-10-30T06:00 -");
        Assert.Equal(new DateTime(2026, 10, 30, 18, 0, 0), Inbox.DueAt(file.Notifications[0], own.Bounds));
        var found = new List<Requirement>();
        Derive.Of(file, own, Today, found);
        Assert.Equal(new DateTime(2026, 10, 30, 18, 0, 0), found.Single(r => r.Rule == Rule.NotificationAssessed).DueAt);
    }

    [Fact]
    public void The_law_is_never_loosened_and_the_model_is_the_municipalitys_own()
    {
        var bounds = Bounds.With([Own("first-follow-up", "2025-01-01", 9), Own("case-current", "2025-01-01", 300, 2)]).On(Today);
        Assert.Equal(3, bounds.Of(Rule.FirstFollowUp).Months);
        Assert.Equal(300, bounds.Of(Rule.CaseCurrent).Days);
        Assert.Equal(183, bounds.Of(Rule.CaseCurrent).Replaces!.Number);
        Assert.Null(bounds.Of(Rule.FirstFollowUp).Replaces);
    }

    [Fact]
    public void The_row_that_began_last_holds_and_an_empty_one_goes_back()
    {
        var bounds = Bounds.With([
            Own("case-current", "2025-01-01", 100),
            Own("case-current", "2026-01-01", null, 2),
            Own("case-current", "2026-06-01", 120, 3),
        ]);
        int On(string day) => bounds.On(Script.Day(day)).Of(Rule.CaseCurrent).Days;
        Assert.Equal(
            [183, 100, 100, 183, 183, 120],
            new[] { "2024-12-31", "2025-01-01", "2025-12-31", "2026-01-01", "2026-05-31", "2026-06-01" }.Select(On)
        );
    }

    [Fact]
    public void Numbers_that_are_no_requirements_are_asked_the_same_way()
    {
        var bounds = Bounds.With([Own("next-follow-up-reason", "2026-01-01", 4)]);
        Assert.Equal(4, bounds.On(Today).Number(Parameters.NextFollowUpReason));
        Assert.Equal(6, Bounds.National.On(Today).Number(Parameters.NextFollowUpReason));
        Assert.Equal(12, bounds.On(Today).Number(Parameters.AssessmentAge));
    }

    [Fact]
    public void A_number_is_set_from_today_on_and_not_looser_than_the_law()
    {
        Assert.Empty(Refused(new("first-follow-up", Today, 2)));
        Assert.Equal(["thing-not-there"], Refused(new("hest", Today, 2)));
        Assert.Equal(["parameter-from-the-past", "parameter-looser-than-law"], Refused(new("first-follow-up", Today.AddDays(-1), 4)));
        Assert.Equal(["parameter-not-above-nothing"], Refused(new("first-follow-up", Today, 0)));
        Assert.Equal(["parameter-not-fixed"], Refused(new("next-follow-up", Today, 2)));
        Assert.Equal(["parameter-is-the-standard"], Refused(new("case-current", Today, null)));
        Assert.Empty(Refused(new("case-current", Today, 400)));
        Assert.Empty(Refused(new("case-current", Today, null), Own("case-current", "2026-01-01", 100)));
        // The same day again is a correction of that row.
        var again = Assert.IsType<Corrected>(
            Assert.Single(Set(new("case-current", Today, 90), Own("case-current", "2026-10-30", 100, 7)).Events)
        );
        Assert.Equal((7, 90), (again.Fact.Id, ((ParameterFact)again.Fact).Number!.Value));
    }

    [Fact]
    public void What_is_derived_is_derived_anew_when_a_number_changes()
    {
        Assert.True(With(Own("case-current", "2025-01-01", 100)).SameAs(With(Own("case-current", "2025-01-01", 100))));
        Assert.False(With(Own("case-current", "2025-01-01", 100)).SameAs(Catalogue.Default));
        Assert.False(With(Own("case-current", "2025-01-01", 100)).SameAs(With(Own("case-current", "2025-01-01", 100, 2))));
    }
}
