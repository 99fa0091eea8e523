using Spor.Children;
using Spor.Conferences;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Workforce;

namespace Spor.Tests;

/// <summary>Who coordinates a conference: trained, from outside, unknown to the family, and replaced at once when that is not so.</summary>
public class CoordinatorTests
{
    static readonly DateOnly Today = new(2026, 10, 30);
    static readonly CoordinatorFact Amina = new()
    {
        Id = 50,
        Name = "Amina Nørskov",
        Phone = "90 11 20 31",
        Workplace = "Biblioteket",
        TrainedOn = new(2024, 5, 1),
        From = new(2024, 6, 1),
        AtMost = 2,
    };
    static readonly EmploymentFact[] Employed =
    [
        new()
        {
            EmployeeId = 12,
            Name = "Ida  Toft",
            From = new(2020, 1, 1),
        },
        new()
        {
            EmployeeId = 13,
            Name = "Per Lund",
            From = new(2020, 1, 1),
            To = new(2025, 1, 1),
        },
    ];

    static KeepCoordinator A(
        string? name = "Poul Hauge",
        string? phone = "90112032",
        string? email = null,
        string? workplace = "Sundhedshuset",
        DateOnly? trained = null,
        DateOnly? from = null,
        int? most = 2,
        bool outside = true,
        long? id = null
    ) => new(id, name, phone, email, workplace, "polsk", trained ?? new(2025, 1, 10), from ?? new(2025, 2, 1), most, outside);

    static string[] Codes(Decision d) => [.. d.Refusals.Select(r => r.Code)];

    static Decision Keep(KeepCoordinator c) => ConferenceRules.Keep(c, [Amina], Employed, Today, () => 99);

    [Fact]
    public void A_trained_person_from_outside_comes_on_the_list()
    {
        var row = (CoordinatorFact)((Recorded)Keep(A()).Events.Single()).Fact;
        Assert.Equal(
            (99L, "Poul Hauge", "polsk", 2, new DateOnly(2025, 1, 10)),
            (row.Id, row.Name, row.Languages, row.AtMost!.Value, row.TrainedOn)
        );
    }

    [Fact]
    public void What_is_missing_or_wrong_is_said_all_at_once() =>
        Assert.Equal(
            [
                "coordinator-without-name",
                "coordinator-without-contact",
                "coordinator-without-workplace",
                "day-in-future",
                "coordinator-before-training",
                "coordinator-load-not-possible",
                "coordinator-not-outside",
            ],
            Codes(Keep(A(name: null, phone: null, workplace: null, trained: Today.AddDays(1), from: Today, most: 0, outside: false)))
        );

    [Fact]
    public void Somebody_employed_in_the_department_is_no_coordinator_and_somebody_who_has_left_may_be()
    {
        Assert.Equal(["coordinator-is-employee"], Codes(Keep(A(name: "IDA TOFT"))));
        Assert.False(Keep(A(name: "Per Lund")).Refused);
    }

    [Fact]
    public void Nobody_stands_on_the_list_twice_and_a_change_is_not_a_second_one()
    {
        Assert.Equal(["coordinator-known"], Codes(Keep(A(name: "amina nørskov", phone: "+45 90112031"))));
        Assert.False(Keep(A(name: "Amina Nørskov", phone: "90112031", id: 50)).Refused);
        Assert.Equal(["coordinator-not-there"], Codes(Keep(A(id: 51))));
    }

    [Fact]
    public void A_coordinator_with_conferences_does_not_leave_the_list_before_somebody_else_has_them()
    {
        Assert.Equal(["coordinator-has-conferences"], Codes(ConferenceRules.End(new(50, Today), Amina, 1, Today)));
        Assert.Equal(["ends-before-it-starts"], Codes(ConferenceRules.End(new(50, Amina.From.AddDays(-1)), Amina, 0, Today)));
        Assert.Equal(["coordinator-not-there"], Codes(ConferenceRules.End(new(51, Today), null, 0, Today)));
        var ended = (CoordinatorFact)((Corrected)ConferenceRules.End(new(50, Today), Amina, 0, Today).Events.Single()).Fact;
        Assert.Equal((Today, "Amina Nørskov"), (ended.To!.Value, ended.Name));
        Assert.True(ended.ActiveAt(Today));
        Assert.False(ended.ActiveAt(Today.AddDays(1)));
    }

    static NetworkConferenceFact Accepted(long id = 7) =>
        new()
        {
            Id = id,
            ChildId = 1,
            OfferedOn = new(2026, 9, 1),
            Answer = OfferAnswer.Yes,
            AnsweredOn = new(2026, 9, 5),
            QuestionsApprovedOn = new(2026, 9, 20),
        };

    static ChildFile File(NetworkConferenceFact conference, int age = 9, params ChildsFact[] more) =>
        ChildFile.Build(
            new()
            {
                Id = 1,
                BornOn = Today.AddYears(-age),
                FirstName = "Ella",
                LastName = "Holm",
            },
            [conference, .. more],
            alone: true
        );

    static Decision Choose(
        ChildFile file,
        CoordinatorFact? who = null,
        int load = 0,
        ReplacedBecause? because = null,
        long conference = 7,
        bool nobody = false
    ) =>
        ConferenceRules.Choose(
            new(1, conference, (who ?? Amina).Id, because, null),
            file,
            nobody ? null : who ?? Amina,
            load,
            ["Ida Toft"],
            Today,
            99
        );

    [Fact]
    public void A_coordinator_is_chosen_when_the_family_has_said_yes_and_approved_the_questions()
    {
        var row = (CoordinationFact)((Recorded)Choose(File(Accepted())).Events.Single()).Fact;
        Assert.Equal((99L, 7L, 50L, Today), (row.Id, row.ConferenceId, row.CoordinatorId, row.From));
        Assert.Null(row.To);
    }

    [Fact]
    public void Before_the_yes_and_the_questions_nobody_is_chosen_and_the_way_there_is_named()
    {
        var early = Accepted();
        (early.Answer, early.QuestionsApprovedOn) = (null, null);
        var refusals = Choose(File(early)).Refusals;
        Assert.Equal(
            [("coordinator-offer-not-accepted", "7"), ("coordinator-questions-not-approved", "7")],
            refusals.Select(r => (r.Code, r.Named!))
        );
    }

    [Fact]
    public void A_young_person_of_fifteen_says_yes_too()
    {
        Assert.Equal(["coordinator-offer-not-accepted"], Codes(Choose(File(Accepted(), age: 15))));
        Assert.False(Choose(File(Accepted(), age: 14)).Refused);
        var both = Accepted();
        both.ChildAnswer = OfferAnswer.Yes;
        Assert.False(Choose(File(both, age: 15)).Refused);
    }

    [Fact]
    public void Who_is_full_or_not_on_the_list_or_employed_in_the_department_is_not_chosen()
    {
        Assert.Equal(["coordinator-full"], Codes(Choose(File(Accepted()), load: 2)));
        Assert.Equal(["coordinator-not-active"], Codes(Choose(File(Accepted()), nobody: true)));
        Assert.Equal(["coordinator-not-active"], Codes(Choose(File(Accepted()), new() { Id = 51, From = Today.AddDays(1) })));
        Assert.Equal(
            ["coordinator-is-employee"],
            Codes(
                Choose(
                    File(Accepted()),
                    new()
                    {
                        Id = 51,
                        Name = "ida toft",
                        From = Today,
                    }
                )
            )
        );
    }

    [Fact]
    public void Who_stands_in_the_childs_network_by_name_or_telephone_or_on_the_list_of_invitees_knows_the_family()
    {
        Assert.Equal(
            ["coordinator-knows-family"],
            Codes(Choose(File(Accepted(), more: new NetworkPersonFact { Id = 3, Name = "Amina  nørskov" })))
        );
        Assert.Equal(
            ["coordinator-knows-family"],
            Codes(
                Choose(
                    File(
                        Accepted(),
                        more: new NetworkPersonFact
                        {
                            Id = 3,
                            Name = "Moster",
                            Phone = "+4590112031",
                        }
                    )
                )
            )
        );
        Assert.Equal(
            ["coordinator-knows-family"],
            Codes(
                Choose(
                    File(
                        Accepted(),
                        more: new InviteeFact
                        {
                            Id = 3,
                            ConferenceId = 7,
                            Name = "Amina Nørskov",
                        }
                    )
                )
            )
        );
        Assert.False(
            Choose(
                File(
                    Accepted(),
                    more: new NetworkPersonFact
                    {
                        Id = 3,
                        Name = "Amina",
                        Phone = "31",
                    }
                )
            ).Refused
        );
    }

    [Fact]
    public void A_conference_that_is_over_gets_no_coordinator()
    {
        var cancelled = Accepted();
        cancelled.CancelledOn = Today;
        Assert.Equal(["coordinator-conference-over"], Codes(Choose(File(cancelled))));
        Assert.Equal(["thing-not-there"], Codes(Choose(File(Accepted()), conference: 8)));
    }

    static CoordinationFact Running(long coordinator = 60) =>
        new()
        {
            Id = 90,
            ChildId = 1,
            ConferenceId = 7,
            CoordinatorId = coordinator,
            From = new(2026, 10, 1),
        };

    [Fact]
    public void Replacing_ends_the_one_before_with_the_reason_in_the_same_entry()
    {
        Assert.Equal(["coordinator-change-without-reason"], Codes(Choose(File(Accepted(), more: Running()))));
        Assert.Equal(["coordinator-is-the-same"], Codes(Choose(File(Accepted(), more: Running(50)), because: ReplacedBecause.Other)));
        var events = Choose(File(Accepted(), more: Running()), because: ReplacedBecause.KnowsTheFamily).Events;
        var before = (CoordinationFact)((Corrected)events[0]).Fact;
        Assert.Equal((90L, Today, ReplacedBecause.KnowsTheFamily), (before.Id, before.To!.Value, before.Because!.Value));
        Assert.Equal(50, ((CoordinationFact)((Recorded)events[1]).Fact).CoordinatorId);
    }

    [Fact]
    public void Who_once_gave_a_conference_of_the_child_back_for_knowing_the_family_is_never_chosen_for_the_child_again()
    {
        var gaveBack = Running(50);
        (gaveBack.To, gaveBack.Because, gaveBack.ConferenceId) = (Today, ReplacedBecause.KnowsTheFamily, 5);
        Assert.Equal(["coordinator-knows-family"], Codes(Choose(File(Accepted(), more: gaveBack))));
        gaveBack.Because = ReplacedBecause.Prevented;
        Assert.False(Choose(File(Accepted(), more: gaveBack)).Refused);
    }

    [Fact]
    public void Giving_back_ends_the_coordination_today_and_only_once()
    {
        var ended = (CoordinationFact)
            ((Corrected)ConferenceRules.GiveBack(new(7, ReplacedBecause.KnowsTheFamily), Running(), Today).Events.Single()).Fact;
        Assert.Equal((Today, ReplacedBecause.KnowsTheFamily), (ended.To!.Value, ended.Because!.Value));
        Assert.Equal(["coordination-ended"], Codes(ConferenceRules.GiveBack(new(7, ReplacedBecause.KnowsTheFamily), ended, Today)));
        Assert.Equal(["coordination-ended"], Codes(ConferenceRules.GiveBack(new(7, ReplacedBecause.KnowsTheFamily), null, Today)));
        Assert.Equal(["choice-unknown"], Codes(ConferenceRules.GiveBack(new(7, ReplacedBecause.FamilyWishesAnother), Running(), Today)));
    }

    static InviteeFact Invited(long id, bool mayCome = true, InviteeRole role = InviteeRole.Network, OfferAnswer? answer = null) =>
        new()
        {
            Id = id,
            ChildId = 1,
            ConferenceId = 7,
            MayCome = mayCome,
            Role = role,
            Answer = answer,
            Name = "Navn " + id,
        };

    [Fact]
    public void Answers_are_noted_for_those_who_may_come_and_who_answers_has_been_invited()
    {
        InviteeFact[] list =
        [
            Invited(1),
            Invited(2, answer: OfferAnswer.Yes),
            Invited(3, role: InviteeRole.SupportPerson),
            Invited(4, mayCome: false),
        ];
        var changed = ConferenceRules
            .Answers(new(7, [(1, OfferAnswer.No), (2, OfferAnswer.Yes), (3, null)]), Accepted(), list, Today)
            .Events.Select(e => (InviteeFact)((Corrected)e).Fact)
            .ToList();
        Assert.Equal([(1L, OfferAnswer.No, Today)], changed.Select(i => (i.Id, i.Answer!.Value, i.InvitedOn!.Value)));
        Assert.Equal(["answers-as-before"], Codes(ConferenceRules.Answers(new(7, [(2, OfferAnswer.Yes)]), Accepted(), list, Today)));
        Assert.Equal(["invitee-not-there"], Codes(ConferenceRules.Answers(new(7, [(4, OfferAnswer.Yes)]), Accepted(), list, Today)));
        Assert.Equal(
            ["child-without-support-person"],
            Codes(ConferenceRules.Answers(new(7, [(1, OfferAnswer.Yes)]), Accepted(), [list[0]], Today))
        );
        var held = Accepted();
        held.HeldOn = Today;
        Assert.Equal(["answers-too-late"], Codes(ConferenceRules.Answers(new(7, [(1, OfferAnswer.Yes)]), held, list, Today)));
    }

    [Fact]
    public void The_load_counts_running_coordinations_of_conferences_that_are_not_held()
    {
        NetworkConferenceFact[] all = [Accepted(7), Accepted(8), Accepted(9)];
        all[1].HeldOn = Today;
        CoordinationFact[] coordinations =
        [
            new() { ConferenceId = 7, CoordinatorId = 50 },
            new() { ConferenceId = 8, CoordinatorId = 50 },
            new()
            {
                ConferenceId = 9,
                CoordinatorId = 50,
                To = Today,
            },
            new() { ConferenceId = 9, CoordinatorId = 51 },
        ];
        Assert.Equal(1, ConferencePath.LoadOf(50, coordinations, id => Array.Find(all, c => c.Id == id)));
        Assert.Equal(
            1,
            ConferencePath.LoadOf(
                50,
                new Register { Catalogue = Catalogue.Default, Children = [File(all[0], more: [all[1], all[2], .. coordinations])] }
            )
        );
    }
}
