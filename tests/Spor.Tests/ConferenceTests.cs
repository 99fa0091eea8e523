using Spor.Children;
using Spor.Conferences;
using Spor.Facts;
using Spor.Kernel;
using Spor.Law;

namespace Spor.Tests;

/// <summary>A network conference from the offer to the invitations.</summary>
public class ConferenceTests
{
    static readonly DateOnly Today = new(2026, 10, 30);
    static readonly DateTime Now = new(2026, 10, 30, 12, 0, 0);

    static Func<long> Ids()
    {
        long id = 900;
        return () => ++id;
    }

    static IEnumerable<string> Codes(Decision d) => d.Refusals.Select(r => r.Code);

    static T One<T>(Decision d)
        where T : Fact
    {
        Assert.Empty(d.Refusals);
        return Assert.Single(d.Events.Select(e => e is Recorded r ? r.Fact : (e as Corrected)?.Fact).OfType<T>());
    }

    static ChildFact Child(string born = "2015-05-01") =>
        new()
        {
            Id = 7,
            FirstName = "Alma",
            LastName = "Holm",
            BornOn = Script.Day(born),
        };

    static ChildFile File(params ChildsFact[] facts) => ChildFile.Build(Child(), facts, alone: true);

    static NetworkConferenceFact Offered(long id = 50) =>
        new()
        {
            Id = id,
            ChildId = 7,
            OfferedOn = new(2026, 10, 1),
            OfferedTo = "Mor",
        };

    static NetworkConferenceFact Accepted() =>
        new()
        {
            Id = 50,
            ChildId = 7,
            OfferedOn = new(2026, 10, 1),
            Answer = OfferAnswer.Yes,
            AnsweredOn = new(2026, 10, 3),
            OfferedTo = "Mor",
        };

    static NetworkConferenceFact With(NetworkConferenceFact c, Action<NetworkConferenceFact> change)
    {
        change(c);
        return c;
    }

    static InviteeFact On(long id, InviteeRole role = InviteeRole.Network, bool mayCome = true) =>
        new()
        {
            Id = id,
            ChildId = 7,
            ConferenceId = 50,
            Role = role,
            MayCome = mayCome,
            Name = "Person " + id,
        };

    static readonly InviteeFact[] Ready = [On(60), On(61, InviteeRole.SupportPerson)];

    static WriteInvitee Invite(InviteeRole role = InviteeRole.Network, long? id = null, long? person = null) =>
        new(50, id, person, role, true, "Karen Holm", "mormor", null, null, null, null, null, null, null, null);

    static Decision Write(
        WriteInvitee c,
        InviteeFact[]? on = null,
        NetworkPersonFact? person = null,
        NetworkConferenceFact? conference = null
    ) => ConferenceRules.Write(c, conference ?? Accepted(), on ?? [], person, Today, Ids());

    static PlanPractical At(DateTime? at, DateTime? end = null) => new(50, at, end, "Beboerhuset", "Suppe", null, null, null);

    [Fact]
    public void A_conference_is_offered_to_somebody_one_at_a_time()
    {
        var offer = new OfferConference(7, Today, "Mor og far");
        Assert.Equal("Mor og far", One<NetworkConferenceFact>(ConferenceRules.Offer(offer, File(), Today, 50)).OfferedTo);
        Assert.Equal(
            ["day-in-future", "offered-to-missing", "conference-open-already"],
            Codes(ConferenceRules.Offer(new(7, Today.AddDays(1), null), File(Accepted()), Today, 51))
        );
        // One that was held is no hindrance, nor is one that was declined or cancelled.
        foreach (
            var done in new Action<NetworkConferenceFact>[]
            {
                c => c.HeldOn = Today,
                c => c.Answer = OfferAnswer.No,
                c => c.CancelledOn = Today,
            }
        )
            Assert.Empty(Codes(ConferenceRules.Offer(offer, File(With(Accepted(), done)), Today, 51)));
    }

    [Fact]
    public void A_yes_is_the_custody_holders_and_from_15_the_young_persons_too()
    {
        var yes = new AnswerOffer(50, Today, OfferAnswer.Yes, null, null);
        Assert.Equal(
            OfferAnswer.Yes,
            One<NetworkConferenceFact>(ConferenceRules.Answer(yes, Offered(), Child("2011-10-31"), [], Today)).Answer
        );
        Assert.Equal(["young-person-not-asked"], Codes(ConferenceRules.Answer(yes, Offered(), Child("2011-10-30"), [], Today)));
        Assert.Equal(
            ["young-person-says-no"],
            Codes(ConferenceRules.Answer(yes with { ChildAnswer = OfferAnswer.No }, Offered(), Child("2011-10-30"), [], Today))
        );
        Assert.Equal(
            OfferAnswer.No,
            One<NetworkConferenceFact>(
                ConferenceRules.Answer(yes with { ChildAnswer = OfferAnswer.No }, Offered(), Child(), [], Today)
            ).ChildAnswer
        );
        Assert.Equal(15, ConferenceLaw.On(ConferenceLaw.OwnAnswer, Today).Age);
        Assert.All(ConferenceLaw.All, l => Assert.False(l.Verified));
    }

    [Fact]
    public void A_no_says_what_the_family_wishes_instead()
    {
        var no = new AnswerOffer(50, Today, OfferAnswer.No, null, null);
        Assert.Equal(["wished-instead-missing"], Codes(ConferenceRules.Answer(no, Offered(), Child(), [], Today)));
        var said = One<NetworkConferenceFact>(
            ConferenceRules.Answer(no with { WishedInstead = "En kontaktperson" }, Offered(), Child(), [], Today)
        );
        Assert.Equal(("En kontaktperson", "Mor"), (said.WishedInstead, said.OfferedTo));
        Assert.Null(
            One<NetworkConferenceFact>(
                ConferenceRules.Answer(no with { Answer = OfferAnswer.Yes, WishedInstead = "Andet" }, said, Child(), [], Today)
            ).WishedInstead
        );
    }

    [Fact]
    public void An_answer_has_its_day_and_is_not_given_to_what_is_over()
    {
        var yes = new AnswerOffer(50, Today, OfferAnswer.Yes, null, null);
        Assert.Equal(
            ["day-in-future", "choice-missing"],
            Codes(ConferenceRules.Answer(yes with { AnsweredOn = Today.AddDays(1), Answer = null }, Offered(), Child(), [], Today))
        );
        Assert.Equal(
            ["day-before-offer"],
            Codes(ConferenceRules.Answer(yes with { AnsweredOn = new(2026, 9, 30) }, Offered(), Child(), [], Today))
        );
        Assert.Equal(["conference-open-already"], Codes(ConferenceRules.Answer(yes, Offered(), Child(), [Offered(), Offered(51)], Today)));
        Assert.Equal(["thing-not-there"], Codes(ConferenceRules.Answer(yes, null, Child(), [], Today)));
        Assert.Equal(
            ["conference-held-already"],
            Codes(ConferenceRules.Answer(yes, With(Offered(), c => c.HeldOn = Today), Child(), [], Today))
        );
        Assert.Equal(
            ["conference-cancelled-already"],
            Codes(ConferenceRules.Answer(yes, With(Offered(), c => c.CancelledOn = Today), Child(), [], Today))
        );
    }

    [Fact]
    public void Questions_keep_their_ids_when_they_change_and_those_left_empty_go()
    {
        ConferenceQuestionFact[] written =
        [
            new()
            {
                Id = 70,
                ChildId = 7,
                ConferenceId = 50,
                Position = 1,
                Text = "Hvem henter?",
            },
            new()
            {
                Id = 71,
                ChildId = 7,
                ConferenceId = 50,
                Position = 2,
                Text = "Hvor sover jeg?",
            },
        ];
        var d = ConferenceRules.Write(
            new(50, [new(70, null), new(71, "Hvor sover jeg i weekenden?"), new(null, "Hvem hjælper mor?"), new(null, null)], false, null),
            Accepted(),
            written,
            Today,
            Ids()
        );
        Assert.Equal(70, Assert.Single(d.Events.OfType<Withdrawn>()).Id);
        Assert.Equal(
            (71L, 1, "Hvor sover jeg i weekenden?"),
            d.Events.OfType<Corrected>().Select(e => (ConferenceQuestionFact)e.Fact).Select(q => (q.Id, q.Position, q.Text!)).Single()
        );
        Assert.Equal(
            (901L, 2),
            d.Events.OfType<Recorded>().Select(e => (ConferenceQuestionFact)e.Fact).Select(q => (q.Id, q.Position)).Single()
        );
        Assert.Empty(
            ConferenceRules
                .Write(new(50, [new(70, "Hvem henter?"), new(71, "Hvor sover jeg?")], false, null), Accepted(), written, Today, Ids())
                .Events
        );
    }

    [Fact]
    public void The_family_approves_the_words_it_has_seen_and_no_others()
    {
        ConferenceQuestionFact[] written =
        [
            new()
            {
                Id = 70,
                ChildId = 7,
                ConferenceId = 50,
                Position = 1,
                Text = "Hvem henter?",
            },
        ];
        var approved = One<NetworkConferenceFact>(
            ConferenceRules.Write(new(50, [new(70, "Hvem henter?")], true, Today), Accepted(), written, Today, Ids())
        );
        Assert.Equal(Today, approved.QuestionsApprovedOn);
        Assert.Null(
            One<NetworkConferenceFact>(
                ConferenceRules.Write(new(50, [new(70, "Hvem henter mig?")], false, null), approved, written, Today, Ids())
            ).QuestionsApprovedOn
        );
        Assert.Equal(
            ["no-question-to-approve"],
            Codes(ConferenceRules.Write(new(50, [new(70, null)], true, Today), Accepted(), written, Today, Ids()))
        );
        Assert.Equal(["day-missing"], Codes(ConferenceRules.Write(new(50, [new(70, "x")], true, null), Accepted(), written, Today, Ids())));
        Assert.Equal(
            ["day-in-future"],
            Codes(ConferenceRules.Write(new(50, [new(70, "x")], true, Today.AddDays(1)), Accepted(), written, Today, Ids()))
        );
        Assert.Equal(
            ["day-before-offer"],
            Codes(ConferenceRules.Write(new(50, [new(70, "x")], true, new(2026, 9, 30)), Accepted(), written, Today, Ids()))
        );
        Assert.Equal(
            ["offer-not-accepted"],
            Codes(ConferenceRules.Write(new(50, [new(null, "x")], false, null), Offered(), [], Today, Ids()))
        );
    }

    [Fact]
    public void Professionals_are_not_listed_before_the_familys_own_network()
    {
        Assert.Equal(["private-network-first"], Codes(Write(Invite(InviteeRole.Informant))));
        Assert.Empty(Codes(Write(Invite(InviteeRole.Informant), [On(60)])));
        // Nor does the network leave the professionals alone.
        Assert.Equal(
            ["private-network-first"],
            Codes(ConferenceRules.Remove(new(50, 60), Accepted(), [On(60), On(61, InviteeRole.Informant)]))
        );
        Assert.Equal(
            ["private-network-first"],
            Codes(Write(Invite(InviteeRole.Interpreter, id: 60), [On(60), On(61, InviteeRole.Informant)]))
        );
        Assert.Equal(
            (1, 2),
            ConferenceRules.Balance([On(60), On(61, InviteeRole.Informant), On(62, InviteeRole.Informant), On(63, mayCome: false)])
        );
    }

    [Fact]
    public void A_parent_without_custody_comes_when_the_holder_knows_and_agrees_or_with_a_reason()
    {
        NetworkPersonFact Father(bool? custody) =>
            new()
            {
                Id = 80,
                ChildId = 7,
                Relation = Relation.Father,
                HasCustody = custody,
                Name = "Bo Holm",
            };
        Assert.Empty(Codes(Write(Invite(person: 80), person: Father(true))));
        Assert.Equal(["custody-holder-not-asked"], Codes(Write(Invite(person: 80), person: Father(false))));
        Assert.Equal(["custody-holder-not-asked"], Codes(Write(Invite(person: 80), person: Father(null))));
        Assert.True(One<InviteeFact>(Write(Invite(person: 80) with { HolderAgrees = true }, person: Father(false))).HolderAgrees);
        Assert.Equal(["custody-holder-disagrees"], Codes(Write(Invite(person: 80) with { HolderAgrees = false }, person: Father(false))));
        Assert.Empty(Codes(Write(Invite(person: 80) with { HolderAgrees = false, Reason = "Alma beder om det" }, person: Father(false))));
        // Also when he is on no other list, and later when the row is changed.
        Assert.Equal(["custody-holder-not-asked"], Codes(Write(Invite() with { Kind = Relation.Father })));
        var there = On(60);
        there.HolderAgrees = true;
        Assert.Equal(["custody-holder-not-asked"], Codes(Write(Invite(id: 60), [there])));
        Assert.Empty(Codes(Write(Invite() with { Kind = Relation.Grandparent })));
    }

    [Fact]
    public void Who_may_not_come_has_a_reason_and_is_not_invited()
    {
        Assert.Equal(
            ["exclusion-without-reason", "invited-though-excluded"],
            Codes(Write(Invite(id: 60) with { MayCome = false, InvitedOn = Today }, [On(60, mayCome: false), .. Ready[1..]]))
                .Distinct()
                .Take(2)
        );
        Assert.False(One<InviteeFact>(Write(Invite() with { MayCome = false, Reason = "Polititilhold" })).MayCome);
        Assert.Equal(
            ["invited-though-excluded"],
            Codes(ConferenceRules.Mark(new(50, [62], Today), Accepted(), [.. Ready, On(62, mayCome: false)], Today))
        );
    }

    [Fact]
    public void Nobody_is_invited_and_no_time_is_set_while_two_who_may_not_meet_have_no_arrangement()
    {
        var apart = On(62);
        apart.ApartFromId = 60;
        InviteeFact[] all = [.. Ready, apart];
        Assert.Equal(["apart-without-arrangement"], Codes(ConferenceRules.Mark(new(50, [60], Today), Accepted(), all, Today)));
        Assert.Equal(["apart-without-arrangement"], Codes(ConferenceRules.Plan(At(Now.AddDays(7)), Accepted(), all, Now)));
        Assert.Equal(["apart-without-arrangement"], Codes(Write(Invite(id: 60) with { InvitedOn = Today }, all)));
        // The food may be ordered meanwhile.
        Assert.Empty(Codes(ConferenceRules.Plan(At(null), Accepted(), all, Now)));
        Assert.Equal((60L, 62L), ConferenceRules.ApartUnarranged(all).Select(p => (p.One.Id, p.Other.Id)).Single());
        apart.ApartHow = "Far kommer kl. 17, når mor er gået";
        Assert.Empty(ConferenceRules.ApartUnarranged(all));
        Assert.Empty(Codes(ConferenceRules.Mark(new(50, [60], Today), Accepted(), all, Today)));
        // Who does not come needs no arrangement.
        (apart.ApartHow, apart.MayCome) = (null, false);
        Assert.Empty(ConferenceRules.ApartUnarranged(all));
        Assert.Equal(["apart-from-whom"], Codes(Write(Invite() with { ApartHow = "Hver sin stue" })));
        Assert.Equal(["thing-not-there"], Codes(Write(Invite(id: 60) with { ApartFromId = 60 }, all)));
    }

    [Fact]
    public void The_child_has_a_support_person_or_has_said_that_it_wants_none_before_anybody_is_invited()
    {
        Assert.Equal(["child-without-support-person"], Codes(ConferenceRules.Mark(new(50, [60], Today), Accepted(), [On(60)], Today)));
        Assert.Equal(["child-without-support-person"], Codes(ConferenceRules.Plan(At(Now.AddDays(7)), Accepted(), [On(60)], Now)));
        Assert.Equal(
            ["child-without-support-person"],
            Codes(ConferenceRules.Plan(At(Now.AddDays(7)), Accepted(), [On(60), On(61, InviteeRole.SupportPerson, mayCome: false)], Now))
        );
        Assert.Equal(["support-wish-missing"], Codes(ConferenceRules.Choose(new(50, true, null), Accepted())));
        Assert.Equal(["choice-missing"], Codes(ConferenceRules.Choose(new(50, null, null), Accepted())));
        var alone = One<NetworkConferenceFact>(ConferenceRules.Choose(new(50, true, "Jeg har min farmor"), Accepted()));
        Assert.Equal("Mor", alone.OfferedTo);
        Assert.Empty(Codes(ConferenceRules.Mark(new(50, [60], Today), alone, [On(60)], Today)));
        Assert.Null(One<NetworkConferenceFact>(ConferenceRules.Choose(new(50, false, "x"), alone)).WithoutSupportWhy);
    }

    [Fact]
    public void The_contact_of_a_protected_person_is_not_copied_to_the_list()
    {
        var hidden = new NetworkPersonFact
        {
            Id = 80,
            ChildId = 7,
            Relation = Relation.Grandparent,
            Name = "Karen Holm",
            Protected = true,
            Phone = "11 22 33 44",
        };
        Assert.Equal(["protected-contact-not-copied"], Codes(Write(Invite(person: 80) with { Phone = "11 22 33 44" }, person: hidden)));
        Assert.Equal("Address", Write(Invite(person: 80) with { Address = "Åvej 1" }, person: hidden).Refusals[0].Field);
        Assert.Null(One<InviteeFact>(Write(Invite(person: 80), person: hidden)).Phone);
    }

    [Fact]
    public void Somebody_new_comes_in_the_network_too_if_that_is_wished()
    {
        var d = Write(Invite() with { Relation = null, Kind = Relation.Grandparent, IntoNetwork = true, Phone = "12 34 56 78" });
        var (person, invitee) = (One<NetworkPersonFact>(d), One<InviteeFact>(d));
        Assert.Equal((person.Id, "bedsteforælder", "12 34 56 78"), (invitee.PersonId!.Value, invitee.Relation, person.Phone));
        Assert.Null(One<InviteeFact>(Write(Invite() with { Kind = Relation.Friend })).PersonId);
        Assert.Equal(
            ["person-without-name", "choice-missing", "professional-with-custody"],
            Codes(Write(Invite() with { Name = null, IntoNetwork = true, Professional = true, HasCustody = true }))
        );
    }

    [Fact]
    public void Nobody_is_on_the_list_twice_and_an_answer_follows_an_invitation()
    {
        var there = On(60);
        there.PersonId = 80;
        var person = new NetworkPersonFact
        {
            Id = 80,
            ChildId = 7,
            Relation = Relation.Grandparent,
            Name = "Karen Holm",
        };
        Assert.Equal(["on-the-list-already"], Codes(Write(Invite(person: 80), [there], person)));
        Assert.Equal(["on-the-list-already"], Codes(Write(Invite(InviteeRole.Child), [On(60, InviteeRole.Child)])));
        Assert.Equal(["thing-not-there"], Codes(Write(Invite(person: 81))));
        Assert.Equal(["thing-not-there"], Codes(Write(Invite(id: 99))));
        Assert.Equal(["answer-without-invitation"], Codes(Write(Invite() with { Answer = OfferAnswer.Yes })));
        Assert.Equal(["day-in-future"], Codes(Write(Invite(id: 60) with { InvitedOn = Today.AddDays(1) }, Ready)));
        Assert.Equal(["day-before-offer"], Codes(Write(Invite(id: 60) with { InvitedOn = new(2026, 9, 1) }, Ready)));
        Assert.Equal(
            OfferAnswer.Yes,
            One<InviteeFact>(Write(Invite(id: 60) with { InvitedOn = Today, Answer = OfferAnswer.Yes }, Ready)).Answer
        );
    }

    [Fact]
    public void Who_was_invited_stays_on_the_list_and_who_was_not_may_be_taken_off_it()
    {
        var (asked, apart) = (On(60), On(62));
        asked.InvitedOn = Today;
        (apart.ApartFromId, apart.ApartHow, apart.Phone) = (61, "Hver sin stue", "12");
        Assert.Equal(["invited-already"], Codes(ConferenceRules.Remove(new(50, 60), Accepted(), [asked])));
        Assert.Equal(["thing-not-there"], Codes(ConferenceRules.Remove(new(50, 99), Accepted(), [asked])));
        var d = ConferenceRules.Remove(new(50, 61), Accepted(), [asked, On(61), apart]);
        Assert.Equal(61, Assert.Single(d.Events.OfType<Withdrawn>()).Id);
        Assert.Equal((null, null, "12"), (One<InviteeFact>(d).ApartFromId, One<InviteeFact>(d).ApartHow, One<InviteeFact>(d).Phone));
    }

    [Fact]
    public void Invitations_are_marked_with_a_day_for_those_chosen()
    {
        Assert.Equal(["nobody-chosen", "day-missing"], Codes(ConferenceRules.Mark(new(50, [], null), Accepted(), Ready, Today)));
        Assert.Equal(["day-in-future"], Codes(ConferenceRules.Mark(new(50, [60], Today.AddDays(1)), Accepted(), Ready, Today)));
        Assert.Equal(["day-before-offer"], Codes(ConferenceRules.Mark(new(50, [60], new(2026, 9, 1)), Accepted(), Ready, Today)));
        Assert.Equal(
            (60L, Today),
            ((long, DateOnly))(One<InviteeFact>(ConferenceRules.Mark(new(50, [60], Today), Accepted(), Ready, Today)).Id, Today)
        );
    }

    [Fact]
    public void A_time_lies_ahead_and_ends_after_it_begins()
    {
        var next = Now.AddDays(7);
        Assert.Equal(next, One<NetworkConferenceFact>(ConferenceRules.Plan(At(next, next.AddHours(3)), Accepted(), Ready, Now)).PlannedAt);
        Assert.Equal(["planned-in-the-past"], Codes(ConferenceRules.Plan(At(Now.AddMinutes(-1)), Accepted(), Ready, Now)));
        Assert.Equal(["ends-before-it-begins"], Codes(ConferenceRules.Plan(At(next, next), Accepted(), Ready, Now)));
        Assert.Equal(["ends-before-it-begins"], Codes(ConferenceRules.Plan(At(next, next.AddDays(1)), Accepted(), Ready, Now)));
        Assert.Equal(["day-missing"], Codes(ConferenceRules.Plan(At(null, next), Accepted(), Ready, Now)));
        // The food of yesterday's meeting may still be noted.
        Assert.Empty(Codes(ConferenceRules.Plan(At(Now.AddDays(-1)), With(Accepted(), c => c.PlannedAt = Now.AddDays(-1)), [], Now)));
        Assert.Equal(["thing-not-there"], Codes(ConferenceRules.Plan(At(next), null, [], Now)));
        Assert.Equal(
            ["conference-cancelled-already"],
            Codes(ConferenceRules.Plan(At(next), With(Accepted(), c => c.CancelledOn = Today), Ready, Now))
        );
    }

    [Fact]
    public void Another_day_makes_the_invitations_void_another_hour_does_not()
    {
        var asked = On(60);
        (asked.InvitedOn, asked.Answer) = (Today, OfferAnswer.Yes);
        InviteeFact[] all = [asked, Ready[1]];
        var planned = With(Accepted(), c => c.PlannedAt = Now.AddDays(7));
        Assert.DoesNotContain(
            ConferenceRules.Plan(At(Now.AddDays(7).AddHours(1)), planned, all, Now).Events,
            e => e is Corrected { Fact: InviteeFact }
        );
        var moved = One<InviteeFact>(ConferenceRules.Plan(At(Now.AddDays(8)), planned, all, Now));
        Assert.Equal((null, null, "Person 60"), (moved.InvitedOn, moved.Answer, moved.Name));
        Assert.Equal(60, One<InviteeFact>(ConferenceRules.Plan(At(null), planned, all, Now)).Id);
    }

    [Fact]
    public void A_conference_is_cancelled_with_a_reason_also_on_the_day_and_planned_again_with_all_it_had()
    {
        var planned = With(Accepted(), c => (c.PlannedAt, c.QuestionsApprovedOn) = (Now.AddHours(2), Today));
        Assert.Equal(["cancelled-without-reason"], Codes(ConferenceRules.Cancel(new(50, Today, null), planned, Today)));
        Assert.Equal(["day-in-future"], Codes(ConferenceRules.Cancel(new(50, Today.AddDays(1), "x"), planned, Today)));
        Assert.Equal(["day-before-offer"], Codes(ConferenceRules.Cancel(new(50, new(2026, 9, 1), "x"), planned, Today)));
        var off = One<NetworkConferenceFact>(ConferenceRules.Cancel(new(50, Today, "Mormor er syg"), planned, Today));
        Assert.Equal(("Mormor er syg", "Mor"), (off.CancelReason, off.OfferedTo));
        Assert.False(ConferencePath.IsOpen(off));
        Assert.Equal(["conference-cancelled-already"], Codes(ConferenceRules.Cancel(new(50, Today, "x"), off, Today)));
        Assert.Equal(
            ["conference-held-already"],
            Codes(ConferenceRules.Cancel(new(50, Today, "x"), With(Accepted(), c => c.HeldOn = Today), Today))
        );
        Assert.Equal(
            ["offer-not-accepted"],
            Codes(ConferenceRules.Cancel(new(50, Today, "x"), With(Offered(), c => c.Answer = OfferAnswer.No), Today))
        );
        Assert.Equal(["thing-not-there"], Codes(ConferenceRules.Cancel(new(50, Today, "x"), null, Today)));

        var asked = On(60);
        asked.InvitedOn = Today;
        InviteeFact[] all = [asked, Ready[1]];
        var again = ConferenceRules.Replan(At(Now.AddDays(7)), off, all, [off], Now);
        var back = One<NetworkConferenceFact>(again);
        Assert.Equal(
            (null, null, Today, Now.AddDays(7)),
            (back.CancelledOn, back.CancelReason, back.QuestionsApprovedOn!.Value, back.PlannedAt!.Value)
        );
        Assert.Null(One<InviteeFact>(again).InvitedOn);
        Assert.Equal(["planned-in-the-past"], Codes(ConferenceRules.Replan(At(Now.AddHours(-1)), off, all, [off], Now)));
        Assert.Equal(["day-missing"], Codes(ConferenceRules.Replan(At(null), off, all, [off], Now)));
        Assert.Equal(["conference-open-already"], Codes(ConferenceRules.Replan(At(Now.AddDays(7)), off, all, [off, Offered(51)], Now)));
        Assert.Equal(["conference-not-cancelled"], Codes(ConferenceRules.Replan(At(Now.AddDays(7)), planned, all, [], Now)));
        Assert.Equal(["thing-not-there"], Codes(ConferenceRules.Replan(At(Now.AddDays(7)), null, all, [], Now)));
        Assert.Equal(
            ["offer-not-accepted"],
            Codes(ConferenceRules.Replan(At(Now.AddDays(7)), With(Offered(), c => c.CancelledOn = Today), all, [], Now))
        );
    }
}

/// <summary>A conference as a calendar file.</summary>
public class ConferenceCalendarTests
{
    static string[] Lines(NetworkConferenceFact c) =>
        ConferenceCalendar.Of(c, new DateTime(2026, 10, 30, 8, 0, 0, DateTimeKind.Utc))!.Split("\r\n");

    [Fact]
    public void It_says_what_when_and_where_in_universal_time_and_nothing_else()
    {
        var c = new NetworkConferenceFact
        {
            Id = 50,
            ChildId = 7,
            RecordedIn = 12,
            PlannedAt = new(2026, 11, 20, 16, 0, 0),
            EndsAt = new(2026, 11, 20, 19, 30, 0),
            Place = "Stuen; Åvej 1,\r\nÆbelø",
            Practical = "Hemmelig",
        };
        Assert.Equal(
            [
                "BEGIN:VCALENDAR",
                "CALSCALE:GREGORIAN",
                "METHOD:PUBLISH",
                "PRODID:-//Spor//DA",
                "VERSION:2.0",
                "BEGIN:VEVENT",
                "DTEND:20261120T183000Z",
                "DTSTAMP:20261030T080000Z",
                "DTSTART:20261120T150000Z",
                @"LOCATION:Stuen\; Åvej 1\,\nÆbelø",
                "SEQUENCE:12",
                "SUMMARY:Netværksrådslagning",
                "UID:raadslagning-50@spor",
                "END:VEVENT",
                "END:VCALENDAR",
                "",
            ],
            Lines(c)
        );
        Assert.Equal(Lines(c), Lines(c));
        c.CancelledOn = new(2026, 11, 1);
        Assert.Contains("STATUS:CANCELLED", Lines(c));
        c.PlannedAt = null;
        Assert.Null(ConferenceCalendar.Of(c, default));
    }

    [Fact]
    public void A_long_line_is_folded_between_letters_and_reads_the_same_unfolded()
    {
        var place = string.Concat(Enumerable.Repeat("Ærøskøbing å ", 20)).Trim();
        var c = new NetworkConferenceFact
        {
            Id = 50,
            PlannedAt = new(2026, 7, 1, 16, 0, 0),
            Place = place,
        };
        Assert.All(Lines(c), l => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(l), 0, 75));
        Assert.Contains(
            "LOCATION:" + place,
            string.Join("\r\n", Lines(c)).Replace("\r\n ", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.Contains("DTSTART:20260701T140000Z", Lines(c));
    }
}
