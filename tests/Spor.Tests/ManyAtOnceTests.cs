using Spor.Cases;
using Spor.Children;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Notifications;
using Spor.Requirements;

namespace Spor.Tests;

/// <summary>What is done for many at once is asked about one by one.</summary>
public class ManyAtOnceTests
{
    static readonly DateOnly Today = new(2026, 10, 30);

    static NotificationFact Received(long id, long child, Notifier by = Notifier.School) =>
        new()
        {
            Id = id,
            ChildId = child,
            ReceivedAt = new(2026, 10, 20, 9, 0, 0),
            Notifier = by,
            AssessedAt = new(2026, 10, 20, 15, 0, 0),
        };

    static Decision Answer(Waits what, long[] ids, long[] children, params NotificationFact[] there) =>
        NotificationRules.Answer(
            new(what, children, ids, Today, NoteKind.Message, "Sendt samlet."),
            id => Array.Find(there, n => n.Id == id),
            3,
            Today,
            () => 900
        );

    [Fact]
    public void Receipts_to_many_are_each_a_receipt_and_one_that_cannot_be_stops_them_all()
    {
        var (one, two, anonymous) = (Received(1, 7), Received(2, 8), Received(3, 9, Notifier.Anonymous));
        var both = Answer(Waits.Acknowledgement, [1, 2, 1], [7, 8], one, two);
        Assert.Equal(
            [(1, (DateOnly?)Today), (2, Today)],
            both.Events.OfType<Corrected>().Select(e => ((NotificationFact)e.Fact)).Select(n => (n.Id, n.AcknowledgedOn))
        );
        Assert.Equal([7, 8], both.Events.OfType<Recorded>().Select(e => ((JournalNoteFact)e.Fact).ChildId));
        Assert.Equal(Today, ((NotificationFact)((Corrected)Answer(Waits.Feedback, [1], [7], one).Events[0]).Fact).FeedbackOn);
        Assert.Equal(["answers-to-nobody"], Answer(Waits.Feedback, [], []).Refusals.Select(r => r.Code));
        Assert.Equal(
            ["anonymous-has-no-acknowledgement"],
            Answer(Waits.Acknowledgement, [1, 3], [7, 9], one, anonymous).Refusals.Select(r => r.Code)
        );
        // A child that was not named was not asked about: nobody reaches it by the notification's number.
        Assert.Equal(["thing-not-there"], Answer(Waits.Acknowledgement, [2], [7], two).Refusals.Select(r => r.Code));
    }

    static ChildFile Owing(params ChildsFact[] more) =>
        ChildFile.Build(
            new ChildFact { Id = 7, BornOn = new(2012, 3, 4) },
            [
                new CaseFact
                {
                    Id = 1,
                    ChildId = 7,
                    OpenedOn = new(2019, 1, 1),
                },
                new NotificationFact
                {
                    Id = 5,
                    ChildId = 7,
                    ReceivedAt = new(2020, 1, 6, 9, 0, 0),
                    Notifier = Notifier.School,
                    AssessedAt = new(2020, 1, 6, 12, 0, 0),
                },
                .. more,
            ],
            alone: true
        );

    static Decision Close(ChildFile file, string? reason, params Leftover[] leftovers) =>
        LeftoverRules.Close(new(leftovers, reason), id => id == 7 ? file : null, Catalogue.Default, 3, Today, () => 50);

    [Fact]
    public void A_leftover_is_closed_with_a_reason_once_and_only_when_it_is_old_and_the_requirement_stands()
    {
        var file = Owing();
        var found = new List<Requirement>();
        Derive.Of(file, Catalogue.Default, Today, found);
        var old = found.First(r => r is { State: RequirementState.Overdue } && LeftoverRules.IsOld(r, Today));
        var line = new Leftover(7, old.Rule.ToString(), old.SubjectId, old.Due);
        Assert.Equal(["no-leftover-chosen", "leftover-without-reason"], Close(file, null).Refusals.Select(r => r.Code));
        Assert.Equal(["leftover-gone"], Close(file, "x", line with { DueOn = old.Due.AddDays(1) }).Refusals.Select(r => r.Code));
        Assert.Equal(["thing-not-there"], Close(file, "x", line with { ChildId = 8 }).Refusals.Select(r => r.Code));
        var closed = (LeftoverFact)((Recorded)Assert.Single(Close(file, "Aldrig kendt her", line).Events)).Fact;
        Assert.Equal(("Aldrig kendt her", Today, (long?)3), (closed.Reason, closed.On, closed.EmployeeId));
        var after = Owing(closed);
        Assert.True(LeftoverRules.IsClosed(old, after));
        Assert.False(LeftoverRules.IsClosed(old with { Rounds = 2 }, after));
        Assert.Equal(["leftover-gone"], Close(after, "x", line).Refusals.Select(r => r.Code));
        // The requirement itself is as it was: figures count it.
        var again = new List<Requirement>();
        Derive.Of(after, Catalogue.Default, Today, again);
        Assert.Equal(found, again);
    }

    [Fact]
    public void What_is_overdue_for_less_than_a_year_is_no_leftover()
    {
        var file = Owing(Received(9, 7));
        var found = new List<Requirement>();
        Derive.Of(file, Catalogue.Default, Today, found);
        var young = found.First(r => r.State is RequirementState.Overdue or RequirementState.Upcoming && !LeftoverRules.IsOld(r, Today));
        Assert.Equal(
            ["leftover-not-old"],
            Close(file, "x", new Leftover(7, young.Rule.ToString(), young.SubjectId, young.Due)).Refusals.Select(r => r.Code)
        );
    }
}
