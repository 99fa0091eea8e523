using Spor.Cases;
using Spor.Facts;
using Spor.Kernel;

namespace Spor.Tests;

/// <summary>One's own tasks and the address of one's calendar, as plain calls.</summary>
public class OwnTaskTests
{
    static readonly DateOnly Today = new(2026, 10, 30);

    static List<string> Codes(Decision decision) => [.. decision.Refusals.Select(r => r.Code)];

    static Fact FactOf(DomainEvent happened) => happened is Recorded r ? r.Fact : ((Corrected)happened).Fact;

    static T Only<T>(Decision decision)
        where T : Fact => (T)FactOf(Assert.Single(decision.Events));

    [Fact]
    public void A_task_has_words_a_day_that_is_not_gone_and_somebody_whose_it_is()
    {
        Assert.Equal(
            ["own-task-without-job", "own-task-empty", "own-task-in-past"],
            Codes(OwnTaskRules.Write(new WriteOwnTask(7, null, Today.AddDays(-1)), null, Today, 1))
        );
        Assert.Equal(["own-task-empty"], Codes(OwnTaskRules.Write(new WriteReminder(null, null), 3, Today, 1)));
        var task = Only<OwnTaskFact>(OwnTaskRules.Write(new WriteOwnTask(7, "Ring til skolen", Today), 3, Today, 1));
        Assert.Equal(
            (7, 3, (DateOnly?)Today, null, "Ring til skolen"),
            (task.ChildId, task.EmployeeId, task.DueOn, task.DoneOn, task.What)
        );
        Assert.Null(Only<OwnReminderFact>(OwnTaskRules.Write(new WriteReminder("Bestil lokale", null), 3, Today, 1)).DueOn);
    }

    [Fact]
    public void A_task_is_done_or_withdrawn_once()
    {
        var task = new OwnTaskFact
        {
            Id = 1,
            ChildId = 7,
            EmployeeId = 3,
            What = "Ring",
        };
        Assert.Equal(Today, Only<OwnTaskFact>(OwnTaskRules.End(new(7, 1, true), task, Today)).DoneOn);
        Assert.IsType<Withdrawn>(Assert.Single(OwnTaskRules.End(new(7, 1, false), task, Today).Events));
        task.DoneOn = Today;
        Assert.Equal(["thing-not-there"], Codes(OwnTaskRules.End(new(7, 1, true), task, Today)));
        Assert.Equal(["thing-not-there"], Codes(OwnTaskRules.End(new(7, 1, false), null, Today)));
    }

    [Fact]
    public void A_reminder_is_its_owners_alone()
    {
        var reminder = new OwnReminderFact { Id = 1, EmployeeId = 3 };
        Assert.Equal(Today, Only<OwnReminderFact>(OwnTaskRules.End(new(1, true), reminder, 3, Today)).DoneOn);
        Assert.Equal(["thing-not-there"], Codes(OwnTaskRules.End(new(1, true), reminder, 4, Today)));
        Assert.Equal(["thing-not-there"], Codes(OwnTaskRules.End(new(1, false), reminder, null, Today)));
    }

    [Fact]
    public void A_new_address_of_a_calendar_closes_the_old_one_and_only_its_owner_closes_it()
    {
        Assert.Equal(["own-task-without-job"], Codes(OwnTaskRules.Open([], null, Today, 9)));
        var old = new CalendarFeedFact
        {
            Id = 5,
            EmployeeId = 3,
            From = Today.AddDays(-9),
        };
        var others = new CalendarFeedFact
        {
            Id = 6,
            EmployeeId = 4,
            From = Today,
        };
        var opened = OwnTaskRules.Open([old, others], 3, Today, 9).Events.Select(e => (CalendarFeedFact)FactOf(e)).ToList();
        Assert.Equal([(5, (DateOnly?)Today), (9, null)], opened.Select(f => (f.Id, f.ClosedOn)));
        Assert.Equal(["thing-not-there"], Codes(OwnTaskRules.Close(old, 4, Today)));
        Assert.Equal(["thing-not-there"], Codes(OwnTaskRules.Close(opened[0], 3, Today)));
        Assert.Equal(Today, Only<CalendarFeedFact>(OwnTaskRules.Close(old, 3, Today)).ClosedOn);
    }
}
