using Spor.Requirements;

namespace Spor.Tests;

public class RequirementTests
{
    const string Open = "case 2020-01-01 -; ";

    [Theory]
    [InlineData("notified 2026-01-05T10:00 2026-01-06T10:00", "2026-02-01", "OnTime 2026-01-05 2026-01-06 = 2026-01-06")]
    [InlineData("notified 2026-01-05T10:00 2026-01-06T10:01", "2026-02-01", "Late 2026-01-05 2026-01-06 = 2026-01-06")]
    [InlineData("notified 2026-01-05T10:00 -", "2026-01-06", "Upcoming 2026-01-05 2026-01-06")]
    [InlineData("notified 2026-01-05T10:00 -", "2026-01-07", "Overdue 2026-01-05 2026-01-06")]
    [InlineData("notified 2026-01-05T10:00 2026-01-07T08:00", "2026-01-06", "Upcoming 2026-01-05 2026-01-06")]
    [InlineData("notified 2026-01-05T10:00 -", "2026-01-04", "")]
    [InlineData("notified 2026-03-28T10:00 2026-03-29T11:00", "2026-04-01", "OnTime 2026-03-28 2026-03-29 = 2026-03-29")]
    [InlineData("notified 2026-03-28T10:00 2026-03-29T11:01", "2026-04-01", "Late 2026-03-28 2026-03-29 = 2026-03-29")]
    [InlineData("notified 2026-10-24T10:00 2026-10-25T09:01", "2026-11-01", "Late 2026-10-24 2026-10-25 = 2026-10-25")]
    [InlineData("case 2026-01-01 2026-01-05; notified 2026-01-05T10:00 -", "2026-02-01", "Overdue 2026-01-05 2026-01-06")]
    [InlineData("born 2008-01-05; notified 2026-01-05T10:00 -", "2026-02-01", "Overdue 2026-01-05 2026-01-06")]
    public void A_notification_is_assessed_within_24_hours_by_the_minute_and_never_lapses(string script, string day, string said) =>
        Assert.Equal(said, Script.At(script, day, Rule.NotificationAssessed));

    [Theory]
    [InlineData("notified 2026-10-01T10:00 - 2026-10-08", "2026-11-01", "OnTime 2026-10-01 2026-10-08 = 2026-10-08")] // Saturday counts
    [InlineData("notified 2026-10-01T10:00 - 2026-10-09", "2026-11-01", "Late 2026-10-01 2026-10-08 = 2026-10-09")]
    [InlineData("notified 2026-10-01T10:00 - -", "2026-10-08", "Upcoming 2026-10-01 2026-10-08")]
    [InlineData("notified 2026-10-01T10:00 - -", "2026-10-09", "Overdue 2026-10-01 2026-10-08")]
    [InlineData("notified 2026-10-01T10:00 - - anonym", "2026-11-01", "")]
    public void A_notifier_with_a_name_is_answered_by_the_sixth_weekday(string script, string day, string said) =>
        Assert.Equal(said, Script.At(script, day, Rule.NotificationAcknowledged));

    [Theory]
    [InlineData(Open + "bfu 2025-10-31 2026-02-28", "2026-06-01", "OnTime 2025-10-31 2026-02-28 = 2026-02-28")]
    [InlineData(Open + "bfu 2025-10-31 2026-03-01", "2026-06-01", "Late 2025-10-31 2026-02-28 = 2026-03-01")]
    [InlineData(Open + "bfu 2025-10-31 2026-03-01", "2026-02-28", "Upcoming 2025-10-31 2026-02-28")]
    [InlineData(Open + "bfu 2025-10-31 -", "2026-03-01", "Overdue 2025-10-31 2026-02-28")]
    [InlineData(Open + "screening 2025-10-31 -", "2026-03-01", "")]
    [InlineData("bfu 2025-10-31 -", "2026-03-01", "Missed 2025-10-31 2026-02-28")] // exists without a case, and cannot be met without one
    [InlineData("case 2025-01-01 2026-02-27; bfu 2025-10-31 -", "2026-03-01", "")] // the case closed before the due day
    [InlineData("case 2025-01-01 2026-02-27; bfu 2025-10-31 2025-12-01", "2026-03-01", "")] // also when it was met
    [InlineData("case 2025-01-01 2026-02-27; bfu 2025-10-31 -", "2026-02-26", "Upcoming 2025-10-31 2026-02-28")] // nobody knows yet
    [InlineData("case 2025-01-01 2026-02-28; bfu 2025-10-31 -", "2026-03-01", "Missed 2025-10-31 2026-02-28")] // on the due day is too late to lapse
    [InlineData("case 2025-01-01 2025-10-30; bfu 2025-10-31 -", "2026-03-01", "Missed 2025-10-31 2026-02-28")] // closed before the trigger
    [InlineData("case 2025-01-01 2025-12-01; case 2025-12-01 -; bfu 2025-10-31 -", "2026-03-01", "Overdue 2025-10-31 2026-02-28")] // another case ran past it
    [InlineData("case 2025-01-01 2025-12-01; case 2025-12-02 -; bfu 2025-10-31 -", "2026-03-01", "")] // a later case does not revive it
    [InlineData("case 2025-01-01 2025-12-01; case 2025-02-01 2025-12-01; bfu 2025-10-31 -", "2026-03-01", "")] // both close
    [InlineData("born 2008-02-27; " + Open + "bfu 2025-10-31 -", "2026-03-01", "")] // 18 before the due day
    [InlineData("born 2008-02-28; " + Open + "bfu 2025-10-31 -", "2026-03-01", "Overdue 2025-10-31 2026-02-28")] // 18 on it
    public void An_assessment_is_done_in_four_months_and_lapses_with_the_case_and_the_18th_birthday(
        string script,
        string day,
        string said
    ) => Assert.Equal(said, Script.At(script, day, Rule.AssessmentCompleted));

    [Theory]
    [InlineData("talk 2025-12-01; decision 2026-01-05; measure hjem 2026-02-01 - +", "OnTime 2026-01-05 2026-01-05 = 2025-12-01")]
    [InlineData("talk 2025-07-07; decision 2026-01-05; measure hjem 2026-02-01 - +", "OnTime 2026-01-05 2026-01-05 = 2025-07-07")]
    [InlineData("talk 2025-07-06; decision 2026-01-05; measure hjem 2026-02-01 - +", "Missed 2026-01-05 2026-01-05")]
    [InlineData("talk 2026-01-06; decision 2026-01-05; measure hjem 2026-02-01 - +", "Missed 2026-01-05 2026-01-05")]
    [InlineData("talk 2026-01-05; decision 2026-01-05; measure hjem 2027-02-01 - +", "OnTime 2026-01-05 2026-01-05 = 2026-01-05")] // whenever the measure starts
    [InlineData("talk 2025-12-01 left; decision 2026-01-05; measure hjem 2026-02-01 - +", "Missed 2026-01-05 2026-01-05")]
    [InlineData(
        "talk 2025-12-01 reason; decision 2026-01-05; measure hjem 2026-02-01 - +",
        "OnTime 2026-01-05 2026-01-05 = 2025-12-01 left out"
    )]
    [InlineData(
        "talk 2025-11-01; talk 2025-12-01 reason; decision 2026-01-05; measure hjem 2026-02-01 - +",
        "OnTime 2026-01-05 2026-01-05 = 2025-11-01"
    )]
    [InlineData(
        "talk 2025-12-01 reason; talk 2025-12-02; decision 2026-01-05; measure hjem 2026-02-01 - +",
        "OnTime 2026-01-05 2026-01-05 = 2025-12-02"
    )]
    [InlineData(
        "talk 2025-12-01 - assessment; decision 2026-01-05; measure hjem 2026-02-01 - +",
        "OnTime 2026-01-05 2026-01-05 = 2025-12-01"
    )]
    [InlineData(
        "talk 2025-12-01 - followup; talk 2025-12-02 - visit; talk 2025-12-03 - notification; decision 2026-01-05; "
            + "measure hjem 2026-02-01 - +",
        "Missed 2026-01-05 2026-01-05"
    )] // talked with, not heard
    [InlineData("decision 2026-01-05; measure konsulent 2026-02-01 - +", "")] // step 2
    [InlineData("decision 2026-01-05; measure hjem 2026-02-01 -", "")] // nothing names it
    [InlineData("born 2008-01-05; decision 2026-01-05; measure hjem 2026-02-01 - +", "Missed 2026-01-05 2026-01-05")] // a gate never lapses
    public void A_child_is_heard_before_a_decision_on_steps_3_to_6(string script, string said) =>
        Assert.Equal(said, Script.At(script, "2026-06-01", Rule.ChildHeard));

    [Fact]
    public void A_gate_may_still_be_met_on_its_own_day() =>
        Assert.Equal(
            "Upcoming 2026-01-05 2026-01-05",
            Script.At("decision 2026-01-05; measure hjem 2026-02-01 - +", "2026-01-05", Rule.ChildHeard)
        );

    [Theory]
    [InlineData(
        Open + "measure plejefamilie 2026-01-31 -; plan child 2026-02-01 2026-04-30 -",
        "2026-06-01",
        "OnTime 2026-01-31 2026-04-30 = 2026-04-30"
    )]
    [InlineData(
        Open + "measure plejefamilie 2026-01-31 -; plan child 2026-02-01 2026-05-01 -",
        "2026-06-01",
        "Late 2026-01-31 2026-04-30 = 2026-05-01"
    )]
    [InlineData(
        Open + "measure plejefamilie 2026-01-31 -; plan child 2025-02-01 2025-05-01 2026-01-31",
        "2026-06-01",
        "OnTime 2026-01-31 2026-04-30 = 2026-01-31"
    )] // in force on the first day
    [InlineData(
        Open + "measure plejefamilie 2026-01-31 -; plan child 2025-02-01 2025-05-01 2026-01-30",
        "2026-06-01",
        "Overdue 2026-01-31 2026-04-30"
    )] // closed the day before
    [InlineData(Open + "measure plejefamilie 2026-01-31 -; plan child 2026-02-01 - -", "2026-04-30", "Upcoming 2026-01-31 2026-04-30")]
    [InlineData(Open + "measure plejefamilie 2026-01-31 2026-04-29", "2026-06-01", "")] // the course ended before the due day
    [InlineData(Open + "measure plejefamilie 2026-01-31 2026-04-30", "2026-06-01", "Missed 2026-01-31 2026-04-30")]
    [InlineData(
        Open + "measure plejefamilie 2026-01-31 2026-05-10; plan child 2026-05-01 2026-05-20 -",
        "2026-06-01",
        "Late 2026-01-31 2026-04-30 = 2026-05-20"
    )] // also after the course's end
    [InlineData(
        Open + "measure plejefamilie 2026-01-31 2026-03-01; measure opholdssted 2026-03-02 -",
        "2026-06-01",
        "Overdue 2026-01-31 2026-04-30"
    )] // adjoining: one course
    [InlineData(
        Open + "measure plejefamilie 2026-01-31 2026-03-01; measure opholdssted 2026-03-03 -",
        "2026-06-01",
        "Upcoming 2026-03-03 2026-06-03"
    )] // a day between: two
    [InlineData(Open + "measure hjem 2026-01-31 -", "2026-06-01", "")]
    [InlineData("case 2026-02-01 -; measure plejefamilie 2026-01-31 -", "2026-06-01", "")] // no case on the trigger day
    [InlineData(Open + "decision 2026-01-10; measure plejefamilie 2026-01-31 - +", "2026-06-01", "Overdue 2026-01-10 2026-04-10")] // counted from the decision
    [InlineData(Open + "decision 2026-02-01; measure plejefamilie 2026-01-31 - +", "2026-06-01", "Overdue 2026-01-31 2026-04-30")] // which came after
    [InlineData(
        Open + "decision 2026-01-10; measure plejefamilie 2026-01-31 - +; decision 2025-12-10; measure opholdssted 2026-01-31 2026-02-10 +",
        "2026-06-01",
        "Overdue 2025-12-10 2026-03-10"
    )] // the earliest of those that start with the course
    [InlineData(
        Open + "decision 2026-01-10; measure plejefamilie 2026-01-31 - +; decision 2026-02-01; measure opholdssted 2026-01-31 2026-02-10 +",
        "2026-06-01",
        "Overdue 2026-01-10 2026-04-10"
    )]
    [InlineData(
        Open + "decision 2025-12-10; measure hjem 2026-01-31 - +; measure plejefamilie 2026-01-31 -",
        "2026-06-01",
        "Overdue 2026-01-31 2026-04-30"
    )] // another measure's decision
    [InlineData(
        Open + "decision 2025-06-10; measure plejefamilie 2026-01-31 2026-02-20 +; decision 2025-05-10; measure opholdssted 2026-02-01 - +",
        "2026-06-01",
        "Overdue 2025-06-10 2025-09-10"
    )] // a later placement of the course says nothing
    [InlineData(Open + "decision 2025-06-10; measure plejefamilie 2026-01-31 - +", "2026-01-30", "")] // it has not begun
    [InlineData(
        Open + "decision 2026-01-10; measure plejefamilie 2026-01-31 - +; plan child 2025-12-01 2025-12-15 2026-01-20",
        "2026-06-01",
        "OnTime 2026-01-10 2026-04-10 = 2026-01-10"
    )] // in force on the day it was decided
    [InlineData("case 2026-01-15 -; decision 2026-01-10; measure plejefamilie 2026-01-31 - +", "2026-06-01", "")]
    public void A_plan_is_in_force_three_months_after_a_placement_course_was_decided(string script, string day, string said) =>
        Assert.Equal(said, Script.At(script, day, Rule.PlanInForce));

    [Theory]
    [InlineData(Open + "measure hjem 2026-01-31 -; followup 2026-04-30", "2026-06-01", "OnTime 2026-01-31 2026-04-30 = 2026-04-30")]
    [InlineData(Open + "measure hjem 2026-01-31 -; followup 2026-01-31", "2026-06-01", "Overdue 2026-01-31 2026-04-30")] // on the first day nothing can be followed up yet
    [InlineData(Open + "measure hjem 2026-01-31 -; followup 2026-05-01", "2026-06-01", "Late 2026-01-31 2026-04-30 = 2026-05-01")]
    [InlineData(Open + "measure hjem 2026-01-31 -; followup 2026-01-30", "2026-06-01", "Overdue 2026-01-31 2026-04-30")] // before it ran
    [InlineData(Open + "measure hjem 2026-01-31 2026-05-10; followup 2026-05-11", "2026-06-01", "Missed 2026-01-31 2026-04-30")] // after it ran
    [InlineData(Open + "measure hjem 2026-01-31 2026-05-10", "2026-05-10", "Overdue 2026-01-31 2026-04-30")] // its last day
    [InlineData(Open + "measure hjem 2026-01-31 2026-04-29; followup 2026-02-01", "2026-06-01", "")]
    [InlineData(Open + "measure konsulent 2026-01-31 -", "2026-06-01", "")] // step 2
    [InlineData("case 2020-01-01 2026-05-15; measure hjem 2026-01-31 -", "2026-06-01", "Missed 2026-01-31 2026-04-30")]
    [InlineData(
        Open + "bfu 2026-01-01 2026-03-15; measure hjem 2026-01-31 -; followup 2026-03-15",
        "2026-06-01",
        "OnTime 2026-01-31 2026-03-15 = 2026-03-15"
    )] // an assessment ran beside it
    [InlineData(
        Open + "bfu 2026-01-01 2026-03-15; measure hjem 2026-01-31 -; followup 2026-03-16",
        "2026-06-01",
        "Late 2026-01-31 2026-03-15 = 2026-03-16"
    )]
    [InlineData(Open + "bfu 2026-01-01 2026-03-15; measure hjem 2026-01-31 -", "2026-03-14", "Upcoming 2026-01-31 2026-04-30")] // nobody knows yet
    [InlineData(Open + "bfu 2026-01-01 2026-03-15; measure hjem 2026-01-31 2026-03-20", "2026-06-01", "Missed 2026-01-31 2026-03-15")]
    [InlineData(
        Open + "clarification 2025-12-01 2026-03-10 2026-01-31; bfu 2026-01-01 2026-03-15; measure hjem 2026-01-31 -",
        "2026-06-01",
        "Overdue 2026-01-31 2026-03-10"
    )]
    [InlineData(
        Open + "clarification 2025-12-01 2026-03-10 2026-02-01; measure hjem 2026-01-31 -",
        "2026-06-01",
        "Overdue 2026-01-31 2026-04-30"
    )] // begun after
    [InlineData(Open + "bfu 2026-01-01 2026-01-31; measure hjem 2026-01-31 -", "2026-06-01", "Overdue 2026-01-31 2026-04-30")] // finished as it started
    [InlineData(Open + "bfu 2026-01-01 2026-05-15; measure hjem 2026-01-31 -", "2026-06-01", "Overdue 2026-01-31 2026-04-30")] // later than three months
    [InlineData(Open + "screening 2026-01-01 2026-03-15; measure hjem 2026-01-31 -", "2026-06-01", "Overdue 2026-01-31 2026-04-30")]
    [InlineData(Open + "bfu 2023-10-01 2023-12-15; measure hjem 2023-10-31 -", "2024-06-01", "Overdue 2023-10-31 2024-01-31")] // Serviceloven
    public void A_measure_on_steps_3_to_6_is_followed_up_after_three_months(string script, string day, string said) =>
        Assert.Equal(said, Script.At(script, day, Rule.FirstFollowUp));

    [Theory]
    [InlineData(Open + "measure hjem 2022-01-01 -; followup 2023-12-31", "2024-06-01", "Upcoming 2023-12-31 2024-06-30")] // Serviceloven: six months
    [InlineData(Open + "measure hjem 2022-01-01 -; followup 2023-12-31 2024-03-01", "2024-06-01", "Upcoming 2023-12-31 2024-06-30")] // whatever was agreed
    [InlineData(
        Open + "measure hjem 2022-01-01 -; followup 2024-01-01 2024-03-01",
        "2024-06-01",
        "Overdue 2024-01-01 2024-03-01; Overdue 2024-03-01 2024-04-30"
    )] // Barnets lov: as decided, and as many days again
    [InlineData(Open + "measure hjem 2022-01-01 -; followup 2024-01-01", "2024-06-01", "")] // cadence not decided
    [InlineData(
        Open + "measure hjem 2022-01-01 -; followup 2023-03-01; followup 2023-03-01; followup 2023-08-01",
        "2023-08-01",
        "OnTime 2023-03-01 2023-09-01 = 2023-08-01; OnTime 2023-03-01 2023-09-01 = 2023-08-01; Upcoming 2023-08-01 2024-02-01"
    )] // two on one day wait for the same later one
    [InlineData(Open + "measure hjem 2022-01-01 2023-06-30; followup 2023-07-01", "2024-06-01", "")] // outside its measure
    [InlineData(Open + "measure hjem 2022-01-01 2023-08-31; followup 2023-03-01", "2024-06-01", "")] // the measure ended first
    [InlineData(Open + "measure hjem 2022-01-01 2023-09-01; followup 2023-03-01", "2024-06-01", "Missed 2023-03-01 2023-09-01")]
    [InlineData(
        Open + "measure hjem 2022-01-01 -; followup 2023-08-31",
        "2024-09-01",
        "Overdue 2023-08-31 2024-02-29; Overdue 2024-02-29 2024-08-29"
    )] // half-years of Serviceloven also after it, from due day to due day
    [InlineData(
        Open + "measure hjem 2022-01-01 -; followup 2024-01-01 2024-01-06; followup 2024-03-10",
        "2024-06-01",
        "Late 2024-01-01 2024-01-06 = 2024-03-10; Late 2024-01-06 2024-02-05 = 2024-03-10; Late 2024-02-05 2024-03-06 = 2024-03-10"
    )] // at least thirty days apart
    [InlineData(
        Open + "measure hjem 2022-01-01 -; followup 2024-02-01 2024-01-01",
        "2024-02-15",
        "Overdue 2024-02-01 2024-01-01; Overdue 2024-01-01 2024-01-31"
    )] // a day that was written wrong
    public void The_next_follow_up_is_due_by_the_law_in_force_on_the_day_of_the_last(string script, string day, string said) =>
        Assert.Equal(said, Script.At(script, day, Rule.NextFollowUp));

    [Theory]
    [InlineData(
        Open + "measure plejefamilie 2026-01-01 -; followup 2026-05-02",
        "2026-06-01",
        "OnTime 2026-01-01 2026-05-02 = 2026-05-02; Upcoming 2026-05-02 2026-08-31"
    )]
    [InlineData(Open + "measure plejefamilie 2026-01-01 -; followup 2026-01-01", "2026-05-03", "Overdue 2026-01-01 2026-05-02")]
    [InlineData(Open + "measure plejefamilie 2026-01-01 2026-05-01", "2026-06-01", "")]
    [InlineData(Open + "measure hjem 2026-01-01 -", "2026-06-01", "")]
    [InlineData(
        Open + "measure plejefamilie 2025-01-01 -",
        "2026-01-01",
        "Overdue 2025-01-01 2025-05-02; Overdue 2025-05-02 2025-08-31; Overdue 2025-08-31 2025-12-30"
    )] // nobody came, three times
    [InlineData(Open + "measure plejefamilie 2025-01-01 -", "2025-12-30", "Overdue 2025-01-01 2025-05-02; Overdue 2025-05-02 2025-08-31")] // the third may still be kept
    [InlineData(
        Open + "measure plejefamilie 2025-01-01 -; followup 2025-09-01",
        "2025-09-02",
        "Late 2025-01-01 2025-05-02 = 2025-09-01; Late 2025-05-02 2025-08-31 = 2025-09-01; Upcoming 2025-09-01 2025-12-31"
    )] // the one that came at last
    [InlineData(
        Open + "measure plejefamilie 2025-01-01 -; followup 2025-08-31",
        "2025-09-02",
        "Late 2025-01-01 2025-05-02 = 2025-08-31; Upcoming 2025-08-31 2025-12-30"
    )] // on its due day a round is no more missed
    [InlineData(Open + "measure plejefamilie 2025-01-01 2025-08-30", "2026-01-01", "Missed 2025-01-01 2025-05-02")] // the second lapses with the measure
    [InlineData(
        Open + "measure plejefamilie 2025-01-01 2025-08-31",
        "2026-01-01",
        "Missed 2025-01-01 2025-05-02; Missed 2025-05-02 2025-08-31"
    )]
    [InlineData("case 2020-01-01 2025-05-01; case 2025-05-03 " + "-; measure plejefamilie 2025-01-01 -", "2026-01-01", "")] // the first lapses, so none follows
    [InlineData(
        "case 2020-01-01 2025-05-02; case 2025-05-03 -; measure plejefamilie 2025-01-01 -",
        "2026-01-01",
        "Overdue 2025-01-01 2025-05-02"
    )] // the second lapses on its first day
    [InlineData(
        "born 2007-08-31; " + Open + "measure plejefamilie 2025-01-01 -",
        "2026-01-01",
        "Overdue 2025-01-01 2025-05-02; Overdue 2025-05-02 2025-08-31"
    )]
    public void A_placement_is_followed_up_three_times_a_year(string script, string day, string said) =>
        Assert.Equal(said, Script.At(script, day, Rule.PlacementFollowUp));

    [Theory]
    [InlineData(
        Open + "measure konsulent 2026-01-01 -; followup 2026-04-03",
        "2026-06-01",
        "Late 2026-01-01 2026-04-02 = 2026-04-03; Upcoming 2026-04-03 2026-07-03"
    )]
    [InlineData(Open + "measure hjem 2026-01-01 -", "2026-06-01", "Overdue 2026-01-01 2026-04-02")]
    [InlineData(Open + "measure plejefamilie 2026-01-01 -", "2026-06-01", "")]
    [InlineData("case 2026-01-02 -; measure hjem 2026-01-01 -; followup 2026-02-01", "2026-06-01", "Overdue 2026-02-01 2026-05-03")] // the start had no case, the follow-up had
    public void Other_measures_are_followed_up_four_times_a_year(string script, string day, string said) =>
        Assert.Equal(said, Script.At(script, day, Rule.PreventiveFollowUp));

    [Theory]
    [InlineData(
        Open + "measure plejefamilie 2026-01-01 -; visit 2026-07-02",
        "2026-08-01",
        "OnTime 2026-01-01 2026-07-02 = 2026-07-02; Upcoming 2026-07-02 2026-12-31"
    )]
    [InlineData(
        Open + "measure plejefamilie 2026-01-01 -; visit 2026-03-01 silent; visit 2026-07-03",
        "2026-08-01",
        "Late 2026-01-01 2026-07-02 = 2026-07-03; Upcoming 2026-07-03 2027-01-01"
    )]
    [InlineData(Open + "measure plejefamilie 2026-01-01 -; visit 2025-12-31", "2026-08-01", "Overdue 2026-01-01 2026-07-02")]
    [InlineData(Open + "measure hjem 2026-01-01 -; visit 2026-07-02", "2026-08-01", "")]
    public void A_placed_child_is_visited_and_spoken_with_twice_a_year(string script, string day, string said) =>
        Assert.Equal(said, Script.At(script, day, Rule.SupervisionVisit));

    [Theory]
    [InlineData("born 2009-03-10; " + Open + "measure plejefamilie 2020-01-01 -", "2025-03-09", "")]
    [InlineData("born 2009-03-10; " + Open + "measure plejefamilie 2020-01-01 -", "2025-03-10", "Upcoming 2025-03-10 2026-09-10")]
    [InlineData("born 2009-03-10; " + Open + "measure plejefamilie 2026-09-10 -", "2026-09-11", "Overdue 2026-09-10 2026-09-10")] // placed on the last of those days
    [InlineData("born 2009-03-10; " + Open + "measure plejefamilie 2026-09-11 -", "2026-09-12", "")]
    [InlineData(
        "born 2009-03-10; " + Open + "measure plejefamilie 2020-01-01 -; revisit 2025-01-01 2025-03-09",
        "2026-09-11",
        "Overdue 2025-03-10 2026-09-10"
    )] // before the birthday
    [InlineData(
        "born 2009-03-10; " + Open + "measure plejefamilie 2020-01-01 -; revisit 2025-01-01 2025-03-10",
        "2026-09-11",
        "OnTime 2025-03-10 2026-09-10 = 2025-03-10"
    )]
    [InlineData("born 2009-03-10; " + Open + "measure plejefamilie 2020-01-01 2026-09-09", "2026-09-11", "")]
    [InlineData("born 2009-03-10; " + Open + "measure plejefamilie 2020-01-01 2026-09-10", "2026-09-11", "Missed 2025-03-10 2026-09-10")]
    public void A_placement_is_visited_anew_between_16_and_17_and_a_half(string script, string day, string said) =>
        Assert.Equal(said, Script.At(script, day, Rule.PlacementRevisited));

    [Theory]
    [InlineData(
        "born 2008-01-01; " + Open + "measure plejefamilie 2020-01-01 -; plan youth 2024-01-05 2024-04-01 -",
        "2024-05-01",
        "OnTime 2024-01-01 2024-04-01 = 2024-04-01"
    )]
    [InlineData("born 2007-12-31; " + Open + "measure plejefamilie 2020-01-01 -", "2024-05-01", "")] // before Barnets lov
    [InlineData("born 2008-01-01; " + Open + "measure plejefamilie 2024-01-02 -", "2024-05-01", "Overdue 2024-01-02 2024-04-02")] // placed the day after
    [InlineData(
        "born 2007-06-01; " + Open + "measure plejefamilie 2023-07-01 2023-12-01; measure opholdssted 2024-02-01 -",
        "2024-06-01",
        "Overdue 2024-02-01 2024-05-01"
    )] // the first from 2024 on
    [InlineData(
        "born 2007-06-01; " + Open + "decision 2023-12-20; measure plejefamilie 2024-02-01 - +",
        "2024-06-01",
        "Overdue 2023-12-20 2024-03-20"
    )] // as it was decided
    [InlineData(
        "born 2008-01-31; " + Open + "decision 2023-12-20; measure plejefamilie 2024-02-01 - +",
        "2024-06-01",
        "Overdue 2024-01-31 2024-04-30"
    )] // not before the birthday
    [InlineData("born 2007-06-01; " + Open + "decision 2023-12-20; measure plejefamilie 2024-02-01 - +", "2024-01-31", "")] // not begun
    [InlineData("born 2006-02-01; " + Open + "measure plejefamilie 2024-02-01 -", "2024-06-01", "")] // placed on the 18th birthday
    [InlineData(
        "born 2008-01-01; " + Open + "measure plejefamilie 2020-01-01 2024-02-01; measure opholdssted 2024-06-01 -",
        "2024-10-01",
        ""
    )] // of the one that ran on the birthday, which lapsed
    [InlineData(
        "born 2008-01-01; " + Open + "measure plejefamilie 2024-01-02 2024-02-01; measure opholdssted 2024-06-01 -",
        "2024-10-01",
        ""
    )] // of the first alone
    [InlineData(
        "born 2008-01-01; " + Open + "measure plejefamilie 2020-01-01 -; plan child 2024-01-05 2024-04-01 -",
        "2024-05-01",
        "Overdue 2024-01-01 2024-04-01"
    )]
    public void A_16_or_17_year_old_who_is_placed_gets_a_youth_plan(string script, string day, string said) =>
        Assert.Equal(said, Script.At(script, day, Rule.YouthPlan));

    [Theory]
    [InlineData("disability; case 2026-01-01 -; target 2026-01-01 2026-05-01", "2026-06-01", "OnTime 2026-01-01 2026-05-01 = 2026-05-01")]
    [InlineData("disability; case 2026-01-01 -; target 2025-01-01 2025-12-31", "2026-06-01", "Overdue 2026-01-01 2026-05-01")]
    [InlineData("disability; case 2026-01-01 2026-05-02", "2026-06-01", "Missed 2026-01-01 2026-05-01")]
    [InlineData("case 2026-01-01 -", "2026-06-01", "")]
    public void A_disabled_childs_target_group_is_assessed_in_four_months(string script, string day, string said) =>
        Assert.Equal(said, Script.At(script, day, Rule.TargetGroupAssessed));

    [Theory]
    [InlineData("case 2026-01-01 2026-05-01 2026-05-01", "2026-06-01", "OnTime 2026-05-01 2026-05-01 = 2026-05-01")]
    [InlineData("case 2026-01-01 2026-05-01 2026-05-02", "2026-06-01", "Missed 2026-05-01 2026-05-01")]
    [InlineData("case 2026-01-01 2026-05-01 -", "2026-06-01", "Missed 2026-05-01 2026-05-01")]
    [InlineData("case 2026-01-01 2026-05-01 -", "2026-04-30", "")]
    public void Parents_are_told_by_the_day_a_case_closes(string script, string day, string said) =>
        Assert.Equal(said, Script.At(script, day, Rule.ParentsInformed));

    [Theory]
    [InlineData(Open + "talk 2026-01-01", "2026-07-03", "Upcoming 2026-01-01 2026-07-03")]
    [InlineData(Open + "talk 2026-01-01", "2026-07-04", "Overdue 2026-01-01 2026-07-03")]
    [InlineData(Open + "talk 2026-01-01; measure hjem 2025-01-01 2026-06-30", "2026-07-04", "Upcoming 2026-06-30 2026-12-30")]
    [InlineData(Open + "talk 2026-01-01; conference 2026-03-01 2026-08-01", "2026-07-04", "Upcoming 2026-03-01 2026-08-31")] // not yet held
    [InlineData("case 2026-02-01 -; talk 2026-01-01", "2026-09-04", "Overdue 2026-02-01 2026-08-03")] // the opening is a fact of its own
    [InlineData("case 2026-02-01 2026-03-01; talk 2026-04-01; case 2026-04-02 -", "2026-04-03", "Upcoming 2026-04-02 2026-10-02")]
    [InlineData("case 2026-02-01 -; plan child 2026-02-02 2026-02-10 2026-03-01", "2026-04-01", "Upcoming 2026-02-10 2026-08-12")] // closing a plan brings no news
    [InlineData("case 2026-02-01 -; measure hjem 2026-03-01 2026-07-01", "2026-04-01", "Upcoming 2026-03-01 2026-08-31")]
    [InlineData(Open, "2026-07-04", "Overdue 2020-01-01 2020-07-02")]
    public void A_case_in_which_nothing_has_happened_for_half_a_year_is_not_current(string script, string day, string said) =>
        Assert.Equal(said, Script.At(script, day, Rule.CaseCurrent));

    [Theory]
    [InlineData("§113.1", "2026-02-01", "Overdue 2026-02-01 2026-05-01")]
    [InlineData("§120", "2026-02-01", "Overdue 2026-02-01 2026-05-01")]
    [InlineData("§76.3.2", "2023-12-31", "Overdue 2023-12-31 2024-03-31")] // Serviceloven's
    [InlineData("§76.3.2", "2024-01-01", "")] // which is no more, whatever the decision said
    [InlineData("§114", "2023-12-31", "")]
    [InlineData("§112", "2026-02-01", "")]
    [InlineData("§121", "2026-02-01", "")]
    [InlineData("§1145", "2026-02-01", "")]
    [InlineData("§32.1.2", "2026-02-01", "")]
    [InlineData("§stk.114", "2026-02-01", "")]
    public void Follow_ups_of_youth_support_go_on_to_the_23rd_birthday(string basis, string from, string said)
    {
        // 18 on a day after the start.
        var born = Script.Day(from).AddDays(10).AddYears(-18);
        var script = $"born {born:yyyy-MM-dd}; {Open}measure unge-kontaktperson {from} - {basis}";
        var day = Script.Day(from).AddMonths(3).AddDays(1).ToString("yyyy-MM-dd", null);
        Assert.Equal(said, Script.At(script, day, Rule.FirstFollowUp));
        // The model's own follow-ups end with the 18th birthday.
        Assert.Equal("", Script.At(script, day, Rule.PreventiveFollowUp));
        if (said.Length == 0)
            return;
        // And across the 23rd nothing of it comes due.
        var grown = $"born {Script.Day(from).AddDays(10).AddYears(-23):yyyy-MM-dd}; {Open}measure unge-kontaktperson {from} - {basis}";
        Assert.Equal("", Script.At(grown, day, Rule.FirstFollowUp));
    }

    [Fact]
    public void The_rounds_of_a_visit_are_one_line_of_a_list_with_their_number()
    {
        const string script = Open + "measure plejefamilie 2024-01-01 -; followup 2025-11-01; measure opholdssted 2025-01-01 -";
        var visits = Script.All(Script.File(script), Script.Day("2026-01-01")).Where(r => r.Rule == Rule.SupervisionVisit).ToList();
        Assert.Equal([1, 2, 3, 4, 1, 2], visits.Select(v => v.Round));
        Assert.All(visits, v => Assert.Equal(1, v.Rounds));
        var lines = Rounds.OnOneLine(visits);
        Assert.Equal([(4, Script.Day("2024-07-01")), (2, Script.Day("2025-07-02"))], lines.Select(l => (l.Rounds, l.Due)));
        Assert.Equal(visits.Count, lines.Sum(l => l.Rounds));
    }

    [Fact]
    public void A_later_round_and_the_plan_of_a_course_decided_earlier_are_there_from_the_day_they_can_be_known()
    {
        var file = Script.File(Open + "decision 2025-06-10; measure plejefamilie 2026-01-31 - +");
        Assert.Equal(
            [Script.Day("2026-01-31")],
            Script.All(file, Script.Day("2026-02-10")).Where(r => r.Rule == Rule.PlanInForce).Select(r => r.Since)
        );
        Assert.Equal(
            [Script.Day("2026-01-31"), Script.Day("2026-10-01")],
            Script.All(file, Script.Day("2026-12-01")).Where(r => r.Rule == Rule.PlacementFollowUp).Select(r => r.Since)
        );
    }

    [Theory]
    [InlineData(Rule.ChildHeard, "2023-12-31", "Serviceloven § 48")]
    [InlineData(Rule.ChildHeard, "2024-01-01", "Barnets lov § 5")]
    [InlineData(Rule.NextFollowUp, "2023-12-31", "Serviceloven § 70")]
    [InlineData(Rule.NextFollowUp, "2024-01-01", "Barnets lov § 95")]
    [InlineData(Rule.YouthPlan, "2024-01-01", "Barnets lov § 108")]
    [InlineData(Rule.CaseCurrent, "2024-01-01", null)]
    public void The_law_in_force_on_the_triggers_day_names_the_section(Rule rule, string day, string? section) =>
        Assert.Equal(section, Law.NationalLaw.Of(rule, Script.Day(day)).Section);
}
