using Spor.Access;
using Spor.Children;
using Spor.Facts;
using Spor.Law;
using Spor.Notifications;

namespace Spor.Tests;

/// <summary>How long what is kept, by dated rows; nothing is let go while a case is open.</summary>
public class RetentionTests
{
    static readonly DateOnly Day = new(2026, 11, 30);

    static ChildFile Child(params (DateOnly Opened, DateOnly? Closed)[] cases) =>
        ChildFile.Build(
            new ChildFact { Id = 1, BornOn = new(2000, 1, 1) },
            [
                .. cases.Select(
                    (c, i) =>
                        new CaseFact
                        {
                            Id = 2 + i,
                            ChildId = 1,
                            OpenedOn = c.Opened,
                            ClosedOn = c.Closed,
                        }
                ),
            ]
        );

    [Fact]
    public void A_record_is_let_go_when_the_years_of_the_rule_have_passed_since_the_last_case_was_closed()
    {
        var years = Retention.On(Retention.ChildRecord, Day).Years;
        Assert.Equal(
            new DateOnly(2015, 6, 1).AddYears(years),
            Retention.RecordFrom(Child((new(2010, 1, 1), new(2012, 1, 1)), (new(2013, 1, 1), new(2015, 6, 1))), Day)
        );
        Assert.Null(Retention.RecordFrom(Child((new(2010, 1, 1), new(2012, 1, 1)), (new(2013, 1, 1), null)), Day));
        Assert.Null(Retention.RecordFrom(Child((new(2013, 1, 1), Day.AddDays(1))), Day));
        Assert.Null(Retention.RecordFrom(Child(), Day));
    }

    [Fact]
    public void A_notification_that_nobody_has_answered_keeps_the_record()
    {
        var file = Child((new(2010, 1, 1), new(2012, 1, 1)));
        NotificationFact Received(NotificationOutcome? outcome) =>
            new()
            {
                Id = 9,
                ChildId = 1,
                ReceivedAt = new(2013, 1, 1, 9, 0, 0),
                Outcome = outcome,
            };
        Assert.Null(Retention.RecordFrom(ChildFile.Build(file.Child, [.. file.Cases, Received(null)]), Day));
        Assert.NotNull(Retention.RecordFrom(ChildFile.Build(file.Child, [.. file.Cases, Received(NotificationOutcome.NoCase)]), Day));
    }

    [Fact]
    public void Every_row_says_where_it_stands_and_the_number_of_years_is_not_verified()
    {
        Assert.All(Retention.All, r => Assert.False(r.Title.Length == 0 || r.Says.Length == 0 || r.Section.Length == 0, r.Rule));
        Assert.All(Retention.All.Where(r => r.Years > 0), r => Assert.False(r.Verified));
    }

    [Fact]
    public void The_data_protection_officer_may_erase_and_sees_no_child()
    {
        var officer = Roles.Of(ViewerRole.DataProtectionOfficer);
        Assert.Contains(Capability.Erasure, officer.May);
        Assert.DoesNotContain(Capability.Children, officer.May);
        Assert.Equal(Reach.Nobody, officer.Reach);
    }
}
