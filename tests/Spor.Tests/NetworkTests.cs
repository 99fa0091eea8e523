using Spor.Cases;
using Spor.Children;
using Spor.Conferences;
using Spor.Corrections;
using Spor.Facts;

namespace Spor.Tests;

/// <summary>The child's network on any day, what changed between two, and what may be changed in it.</summary>
public sealed class NetworkTests
{
    static readonly DateOnly Today = new(2026, 10, 31),
        Opened = new(2025, 3, 1);
    const long Mother = 10,
        Grandmother = 11,
        Teacher = 12,
        Friend = 13;

    static NetworkPersonFact Person(long id, Relation relation, DateOnly? since = null, DateOnly? until = null) =>
        new()
        {
            Id = id,
            ChildId = 1,
            Relation = relation,
            Since = since,
            Until = until,
            Name = "Person " + id,
        };

    static NetworkTieFact Tie(long id, long person, DateOnly on, Closeness closeness) =>
        new()
        {
            Id = id,
            ChildId = 1,
            PersonId = person,
            On = on,
            Closeness = closeness,
        };

    static ChildFile File(params ChildsFact[] facts) =>
        ChildFile.Build(new ChildFact { Id = 1, BornOn = new(2014, 1, 1) }, facts, alone: true);

    static readonly ChildsFact[] Family =
    [
        new CaseFact
        {
            Id = 2,
            ChildId = 1,
            OpenedOn = Opened,
        },
        Person(Mother, Relation.Mother),
        Person(Grandmother, Relation.Grandparent, since: new(2026, 2, 1)),
        Person(Teacher, Relation.Teacher, until: new(2026, 6, 30)),
        Person(Friend, Relation.Friend),
        Tie(20, Mother, Opened, Closeness.Near),
        Tie(21, Friend, Opened, Closeness.Far),
        Tie(22, Friend, new(2026, 1, 10), Closeness.Between),
        Tie(23, Friend, new(2026, 8, 1), Closeness.Near),
        Tie(24, Grandmother, new(2026, 2, 1), Closeness.Between),
    ];

    static Func<long> Ids(long first = 100) => () => first++;

    [Fact]
    public void The_network_on_a_day_is_those_around_the_child_the_nearest_first()
    {
        var file = File(Family);
        Assert.Equal(
            [(Mother, Closeness.Near), (Friend, Closeness.Near), (Grandmother, (Closeness?)Closeness.Between)],
            ChildNetwork.At(file, Today).Select(p => (p.Person.Id, p.Closeness))
        );
        // The teacher was there then, and nobody has said how close; the grandmother had not come yet.
        Assert.Equal(
            [(Mother, Closeness.Near), (Friend, Closeness.Far), (Teacher, (Closeness?)null)],
            ChildNetwork.At(file, Opened).Select(p => (p.Person.Id, p.Closeness))
        );
        Assert.Equal([false, false, true], ChildNetwork.At(file, Opened).Select(p => p.Professional));
        // The last day is a day around the child.
        Assert.Contains(ChildNetwork.At(file, new(2026, 6, 30)), p => p.Person.Id == Teacher);
        Assert.DoesNotContain(ChildNetwork.At(file, new(2026, 7, 1)), p => p.Person.Id == Teacher);
    }

    [Fact]
    public void Between_two_days_somebody_came_left_or_moved_and_being_placed_first_is_no_move()
    {
        var file = File([.. Family, Person(14, Relation.Kin), Tie(30, 14, new(2026, 5, 5), Closeness.Far)]);
        Assert.Equal(
            [
                (NetworkMove.Arrived, Grandmother, new DateOnly(2026, 2, 1)),
                (NetworkMove.Left, Teacher, new(2026, 6, 30)),
                (NetworkMove.Nearer, Friend, new(2026, 8, 1)),
            ],
            ChildNetwork.Between(file, Opened, Today).Select(c => (c.Move, c.Person.Id, c.On))
        );
        var nearer = ChildNetwork.Between(file, Opened, Today).Single(c => c.Move == NetworkMove.Nearer);
        Assert.Equal((Closeness.Far, Closeness.Near), (nearer.Before!.Value, nearer.Now!.Value));
        Assert.Equal(
            [(NetworkMove.Further, Friend)],
            ChildNetwork
                .Between(File([.. Family, Tie(31, Friend, new(2026, 10, 1), Closeness.Far)]), new(2026, 9, 1), Today)
                .Select(c => (c.Move, c.Person.Id))
        );
        Assert.Empty(ChildNetwork.Between(file, new(2026, 9, 1), Today));
    }

    [Fact]
    public void The_day_compared_with_is_when_the_open_case_began()
    {
        CaseFact first = new()
        {
            Id = 3,
            ChildId = 1,
            OpenedOn = new(2020, 1, 1),
            ClosedOn = new(2021, 1, 1),
        };
        Assert.Equal(Opened, ChildNetwork.CaseBegan(File([.. Family, first]), Today));
        Assert.Equal(first.OpenedOn, ChildNetwork.CaseBegan(File(first), Today));
        Assert.Null(ChildNetwork.CaseBegan(File(), Today));
    }

    [Fact]
    public void The_marks_are_of_the_latest_conference_or_meeting_that_is_not_cancelled()
    {
        NetworkConferenceFact conference =
                new()
                {
                    Id = 40,
                    ChildId = 1,
                    OfferedOn = new(2026, 4, 1),
                    HeldOn = new(2026, 5, 1),
                },
            cancelled =
                new()
                {
                    Id = 41,
                    ChildId = 1,
                    OfferedOn = new(2026, 8, 1),
                    PlannedAt = new(2026, 9, 1, 16, 0, 0),
                    CancelledOn = new(2026, 8, 30),
                };
        NetworkMeetingFact meeting = new()
        {
            Id = 42,
            ChildId = 1,
            On = new(2026, 11, 5),
        };
        InviteeFact Invited(long id, long person, bool? came = null, bool may = true, long? to = 40) =>
            new()
            {
                Id = id,
                ChildId = 1,
                ConferenceId = to,
                PersonId = person,
                Role = InviteeRole.Network,
                MayCome = may,
                Came = came,
            };
        ChildsFact[] facts =
        [
            .. Family,
            conference,
            cancelled,
            Invited(50, Mother, true),
            Invited(51, Friend, false),
            Invited(52, Grandmother, null, false),
            Invited(53, Mother, null, to: 41),
        ];
        var file = File(facts);
        Assert.Equal(new Gathering(40, true, new(2026, 5, 1), true), ChildNetwork.LatestGathering(file));
        Assert.Equal(
            [(Mother, Attendance.Came), (Friend, Attendance.StayedAway), (Grandmother, Attendance.MayNotCome)],
            ChildNetwork.At(file, Today).Select(p => (p.Person.Id, p.Attendance))
        );
        var planned = File([
            .. facts,
            meeting,
            new InviteeFact
            {
                Id = 54,
                ChildId = 1,
                MeetingId = 42,
                PersonId = Friend,
                MayCome = true,
            },
        ]);
        Assert.Equal(new Gathering(42, false, meeting.On, false), ChildNetwork.LatestGathering(planned));
        Assert.Equal(
            [(Mother, Attendance.NotInvited), (Friend, Attendance.Invited), (Grandmother, Attendance.NotInvited)],
            ChildNetwork.At(planned, Today).Select(p => (p.Person.Id, p.Attendance))
        );
    }

    [Fact]
    public void Somebody_is_placed_from_a_day_on_and_what_held_before_stays()
    {
        var file = File(Family);
        var placed = Assert.IsType<Recorded>(
            Assert.Single(NetworkRules.Place(new(1, Friend, Closeness.Far, Today), file, Today, Ids()).Events)
        );
        var tie = Assert.IsType<NetworkTieFact>(placed.Fact);
        Assert.Equal((100L, Friend, Today, Closeness.Far), (tie.Id, tie.PersonId, tie.On, tie.Closeness));
        var after = File([.. Family, tie]);
        Assert.Equal(
            (Closeness.Near, Closeness.Far),
            (ChildNetwork.TieAt(after, Friend, Today.AddDays(-1))!.Closeness, ChildNetwork.TieAt(after, Friend, Today)!.Closeness)
        );
        // A second answer on the same day replaces the first.
        var again = Assert.IsType<Corrected>(
            Assert.Single(NetworkRules.Place(new(1, Friend, Closeness.Between, Today), after, Today, Ids()).Events)
        );
        Assert.Equal((100L, Closeness.Between), (again.Fact.Id, ((NetworkTieFact)again.Fact).Closeness));
    }

    [Fact]
    public void Nobody_is_placed_where_they_stand_in_the_future_or_on_a_day_they_were_not_around()
    {
        IEnumerable<string> Codes(long person, Closeness closeness, DateOnly on) =>
            NetworkRules.Place(new(1, person, closeness, on), File(Family), Today, Ids()).Refusals.Select(r => r.Code);
        Assert.Equal(["already-placed-there"], Codes(Friend, Closeness.Near, Today));
        Assert.Equal(["day-in-future"], Codes(Friend, Closeness.Far, Today.AddDays(1)));
        Assert.Equal(["person-not-around"], Codes(Teacher, Closeness.Near, Today));
        Assert.Equal(["day-in-future", "person-not-around"], Codes(Teacher, Closeness.Near, Today.AddDays(1)));
        Assert.Equal(["thing-not-there"], Codes(999, Closeness.Near, Today));
    }

    static ChangePerson Same(NetworkPersonFact p) =>
        new(
            1,
            p.Id,
            p.Relation,
            p.Name,
            p.HasCustody,
            ChildNetwork.IsProfessional(p),
            p.Protected,
            p.Phone,
            p.Address,
            p.Since,
            p.Until,
            null,
            null
        );

    [Fact]
    public void A_changed_person_keeps_what_was_not_changed_and_moves_in_the_same_entry()
    {
        var file = File(Family);
        var friend = file.People.Single(p => p.Id == Friend);
        var events = NetworkRules
            .Change(
                Same(friend) with
                {
                    Phone = "11223344",
                    Closeness = Closeness.Far,
                    ClosenessOn = new(2026, 9, 1),
                },
                file,
                friend,
                Today,
                Ids()
            )
            .Events;
        var changed = Assert.IsType<NetworkPersonFact>(Assert.IsType<Corrected>(events[0]).Fact);
        Assert.Equal((Friend, "Person 13", "11 22 33 44", null), (changed.Id, changed.Name, changed.Phone, changed.Professional));
        Assert.Equal(
            (new DateOnly(2026, 9, 1), Closeness.Far),
            (((NetworkTieFact)((Recorded)events[1]).Fact).On, ((NetworkTieFact)((Recorded)events[1]).Fact).Closeness)
        );
        // Only the distance: the person's own row stays as it is.
        Assert.IsType<Recorded>(
            Assert.Single(NetworkRules.Change(Same(friend) with { Closeness = Closeness.Far }, file, friend, Today, Ids()).Events)
        );
        // Somebody who is a teacher no more is not a professional by the old relation.
        var teacher = file.People.Single(p => p.Id == Teacher);
        Assert.False(
            (
                (NetworkPersonFact)
                    (
                        (Corrected)NetworkRules.Change(Same(teacher) with { Professional = false }, file, teacher, Today, Ids()).Events[0]
                    ).Fact
            ).Professional
        );
        Assert.True(
            (
                (NetworkPersonFact)
                    (
                        (Corrected)
                            NetworkRules.Change(Same(teacher) with { Relation = Relation.Other }, file, teacher, Today, Ids()).Events[0]
                    ).Fact
            ).Professional
        );
    }

    [Fact]
    public void A_change_is_refused_with_everything_that_is_wrong_with_it()
    {
        var file = File(Family);
        var friend = file.People.Single(p => p.Id == Friend);
        IEnumerable<string> Codes(ChangePerson c) => NetworkRules.Change(c, file, friend, Today, Ids()).Refusals.Select(r => r.Code);
        Assert.Equal(["nothing-changed"], Codes(Same(friend)));
        Assert.Equal(["nothing-changed"], Codes(Same(friend) with { Closeness = Closeness.Near, ClosenessOn = Today }));
        Assert.Equal(
            ["person-without-name", "professional-with-custody", "day-in-future", "day-in-future"],
            Codes(
                Same(friend) with
                {
                    Name = null,
                    Professional = true,
                    HasCustody = true,
                    Since = Today.AddDays(1),
                    Until = Today.AddDays(2),
                }
            )
        );
        Assert.Equal(["ends-before-it-starts"], Codes(Same(friend) with { Since = new(2026, 5, 1), Until = new(2026, 4, 1) }));
        Assert.Equal(
            ["person-not-around"],
            Codes(Same(friend) with { Until = new(2026, 4, 1), Closeness = Closeness.Far, ClosenessOn = new(2026, 9, 1) })
        );
        Assert.Equal("thing-not-there", Assert.Single(NetworkRules.Change(Same(friend), file, null, Today, Ids()).Refusals).Code);
    }

    [Fact]
    public void A_new_person_may_be_placed_at_once()
    {
        var events = NetworkRules
            .Add(new(1, Relation.Kin, "Moster Ane", false, false, false, null, null, new(2026, 1, 1), Closeness.Near), Today, Ids())
            .Events;
        Assert.Equal(
            (100L, new DateOnly(2026, 1, 1)),
            (((NetworkPersonFact)((Recorded)events[0]).Fact).Id, ((NetworkPersonFact)((Recorded)events[0]).Fact).Since!.Value)
        );
        var tie = (NetworkTieFact)((Recorded)events[1]).Fact;
        Assert.Equal((101L, 100L, Today, Closeness.Near), (tie.Id, tie.PersonId, tie.On, tie.Closeness));
        Assert.Equal(
            "day-in-future",
            Assert
                .Single(
                    NetworkRules.Add(new(1, Relation.Kin, "Ane", false, false, false, null, null, Today.AddDays(1)), Today, Ids()).Refusals
                )
                .Code
        );
    }

    [Fact]
    public void Somebody_from_a_conference_is_taken_into_the_network_once()
    {
        InviteeFact invitee = new()
        {
            Id = 60,
            ChildId = 1,
            ConferenceId = 40,
            Role = InviteeRole.Network,
            MayCome = true,
            Name = "Inga Holm",
            Relation = "mormor",
            Phone = "12345678",
            Reason = "skal blive",
        };
        Assert.Equal(
            [60L],
            ChildNetwork
                .NotInNetwork(
                    File(
                        invitee,
                        new InviteeFact
                        {
                            Id = 61,
                            ChildId = 1,
                            Role = InviteeRole.Child,
                        },
                        new InviteeFact
                        {
                            Id = 62,
                            ChildId = 1,
                            PersonId = 9,
                        }
                    )
                )
                .Select(i => i.Id)
        );
        var events = NetworkRules.TakeIn(new(1, 60), invitee, 100).Events;
        var person = (NetworkPersonFact)((Recorded)events[0]).Fact;
        Assert.Equal(
            (100L, "Inga Holm", Relation.Grandparent, "12345678", false),
            (person.Id, person.Name, person.Relation, person.Phone, person.Professional!.Value)
        );
        var linked = (InviteeFact)((Corrected)events[1]).Fact;
        Assert.Equal((60L, 100L, "skal blive"), (linked.Id, linked.PersonId!.Value, linked.Reason));
        Assert.Equal("invitee-in-network", Assert.Single(NetworkRules.TakeIn(new(1, 60), linked, 101).Refusals).Code);
        Assert.Equal("thing-not-there", Assert.Single(NetworkRules.TakeIn(new(2, 60), invitee, 101).Refusals).Code);
        Assert.Equal(
            "person-without-name",
            Assert.Single(NetworkRules.TakeIn(new(1, 63), new InviteeFact { Id = 63, ChildId = 1 }, 101).Refusals).Code
        );
    }

    [Theory]
    [InlineData("mormor", Relation.Grandparent)]
    [InlineData("Klasselærer", Relation.Teacher)]
    [InlineData("nabo", Relation.Neighbour)]
    [InlineData("mors veninde", Relation.Friend)]
    [InlineData("far eller morfar", Relation.Other)]
    [InlineData(null, Relation.Other)]
    public void Plain_words_name_a_relation_when_they_name_one(string? words, Relation relation) =>
        Assert.Equal(relation, NetworkRules.RelationOf(words));
}
