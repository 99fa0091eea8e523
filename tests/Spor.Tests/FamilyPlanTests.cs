using Spor.Children;
using Spor.Conferences;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Requirements;

namespace Spor.Tests;

/// <summary>From the meeting to the evaluation, agreements, and the network meeting, as rules.</summary>
public class FamilyPlanTests
{
    static readonly DateOnly Today = new(2026, 10, 30),
        Held = new(2026, 10, 1);
    const long Conference = 500,
        Grandmother = 601,
        Father = 602,
        Teacher = 603,
        Kaj = 70;

    static Func<long> Ids()
    {
        long id = 90_000;
        return () => ++id;
    }

    static IEnumerable<string> Codes(Decision d) => d.Refusals.Select(r => r.Code);

    static IEnumerable<(string, string?)> Wrong(Decision d) => d.Refusals.Select(r => (r.Code, r.Field));

    /// <summary>A child with a conference that is ready to be held, and three on the list, of whom one may not come.</summary>
    static ChildFile Ready(Action<NetworkConferenceFact>? but = null, bool coordinator = true)
    {
        var conference = new NetworkConferenceFact
        {
            Id = Conference,
            ChildId = 1,
            OfferedOn = new(2026, 9, 1),
            Answer = OfferAnswer.Yes,
            QuestionsApprovedOn = new(2026, 9, 10),
        };
        but?.Invoke(conference);
        var facts = new List<ChildsFact>
        {
            new CaseFact
            {
                Id = 10,
                ChildId = 1,
                OpenedOn = new(2026, 1, 1),
            },
            conference,
            new NetworkPersonFact
            {
                Id = Kaj,
                ChildId = 1,
                Relation = Relation.Grandparent,
                Name = "Karen Holm",
            },
            new InviteeFact
            {
                Id = Grandmother,
                ChildId = 1,
                ConferenceId = Conference,
                PersonId = Kaj,
                Role = InviteeRole.Network,
                MayCome = true,
            },
            new InviteeFact
            {
                Id = Father,
                ChildId = 1,
                ConferenceId = Conference,
                Role = InviteeRole.Network,
                MayCome = false,
                Name = "Kaj Emil Holm",
                Reason = "Vold.",
            },
            new InviteeFact
            {
                Id = Teacher,
                ChildId = 1,
                ConferenceId = Conference,
                Role = InviteeRole.Informant,
                MayCome = true,
                Name = "Åse",
            },
        };
        if (coordinator)
            facts.Add(
                new CoordinationFact
                {
                    Id = 700,
                    ChildId = 1,
                    ConferenceId = Conference,
                    CoordinatorId = 3,
                    From = new(2026, 9, 11),
                }
            );
        return ChildFile.Build(new ChildFact { Id = 1, BornOn = new(2014, 5, 5) }, facts, alone: true);
    }

    static ChildFile After(ChildFile file, Decision decision)
    {
        Assert.Empty(Codes(decision));
        var gone = decision
            .Events.Select(e =>
                e switch
                {
                    Corrected c => c.Fact.Id,
                    Withdrawn w => w.Id,
                    _ => 0,
                }
            )
            .ToHashSet();
        return ChildFile.Build(
            file.Child,
            [
                .. file.All.OfType<ChildsFact>().Where(f => !gone.Contains(f.Id)),
                .. decision
                    .Events.Select(e =>
                        e switch
                        {
                            Recorded r => r.Fact,
                            Corrected c => c.Fact,
                            _ => null,
                        }
                    )
                    .OfType<ChildsFact>(),
            ],
            alone: true
        );
    }

    static HoldConference Hold(
        DateOnly? on = null,
        bool? privateTime = true,
        string? why = null,
        bool? presented = true,
        IReadOnlyList<Arrival>? came = null,
        params Brought[] brought
    ) =>
        new(
            Conference,
            on ?? Held,
            privateTime,
            why,
            presented,
            came ?? [new(Grandmother, true, null), new(Father, false, null), new(Teacher, true, null)],
            brought
        );

    static Decision Do(HoldConference c, ChildFile file) => ConferenceRules.Hold(c, file, Today, Ids());

    static ChildFile HeldFile() => After(Ready(), Do(Hold(), Ready()));

    static Promise Line(
        int row,
        string? what = "Henter onsdag",
        long? person = null,
        string? who = "Morfar",
        DateOnly? due = null,
        long? id = null
    ) => new(row, id, what, person, who, due);

    static Decision Write(ChildFile file, string? words = "Ida sover hos mormor.", DateOnly? on = null, params Promise[] lines) =>
        ConferenceRules.Write(new WriteFamilyPlan(Conference, on ?? Held, words, lines), file, Today, Ids());

    static ChildFile Written(params Promise[] lines) => HeldFile() is var f ? After(f, Write(f, lines: lines)) : f;

    static Decision Answer(
        ChildFile file,
        bool? yes,
        string? unsafeWhy = null,
        string? wanted = null,
        string? tried = null,
        DateOnly? next = null,
        string? code = null,
        long? running = null,
        DateOnly? on = null,
        string? unlawful = null
    ) =>
        ConferenceRules.Review(
            new(Conference, on ?? new(2026, 10, 5), yes, unsafeWhy, unlawful, wanted, tried, next, code, running),
            file,
            Catalogue.Default,
            12,
            Today,
            Ids()
        );

    static NetworkConferenceFact Of(ChildFile file) => ConferencePath.In(file, Conference);

    [Fact]
    public void A_conference_is_held_when_the_family_said_yes_approved_its_questions_and_has_a_coordinator()
    {
        Assert.Equal(
            ["held-without-yes", "held-without-questions", "held-without-coordinator"],
            Codes(Do(Hold(), Ready(c => (c.Answer, c.QuestionsApprovedOn) = (null, null), coordinator: false)))
        );
        Assert.Equal(["held-but-cancelled"], Codes(Do(Hold(), Ready(c => c.CancelledOn = Held))));
        var file = HeldFile();
        Assert.Equal((Held, true, Held), (Of(file).HeldOn, Of(file).PrivateTimeUsed, Of(file).PlanPresentedOn));
        Assert.Equal(
            [true, null, true],
            new[] { Grandmother, Father, Teacher }.Select(i => Array.Find(file.Invitees, v => v.Id == i)!.Came)
        );
        Assert.Equal(ConferenceStep.Plan, ConferencePath.Of(Of(file), file).Single(s => s.State == StepState.Now).Step);
    }

    [Fact]
    public void What_another_system_says_was_held_is_put_right_without_its_preparation() =>
        Assert.Empty(Codes(Do(Hold(), Ready(c => (c.HeldOn, c.QuestionsApprovedOn) = (Held, null), coordinator: false))));

    [Fact]
    public void Every_fault_of_a_meeting_is_told_at_once() =>
        Assert.Equal(
            [
                ("held-before-offer", "HeldOn"),
                ("private-time-without-reason", "PrivateTimeNote"),
                ("choice-missing", "PlanPresented"),
                ("held-nobody-came", "Came"),
            ],
            Wrong(Do(Hold(new(2026, 8, 1), privateTime: false, presented: null, came: []), Ready()))
        );

    [Fact]
    public void A_meeting_of_tomorrow_has_not_been_held() =>
        Assert.Equal([("day-in-future", "HeldOn")], Wrong(Do(Hold(Today.AddDays(1)), Ready())));

    [Fact]
    public void Somebody_who_may_not_come_and_came_is_told_of_with_what_was_done()
    {
        Arrival[] Came(string? handled) => [new(Grandmother, true, null), new(Father, true, handled)];
        Assert.Equal([("came-without-leave", "Handled-602")], Wrong(Do(Hold(came: Came(null)), Ready())));
        var file = After(Ready(), Do(Hold(came: Came("Gik igen med det samme.")), Ready()));
        var father = Array.Find(file.Invitees, i => i.Id == Father)!;
        Assert.Equal((true, "Gik igen med det samme.", "Vold."), (father.Came, father.Handled, father.Reason));
    }

    [Theory]
    [InlineData("Kaj")]
    [InlineData("kaj emil  HOLM")]
    [InlineData("Holm Kaj")]
    public void Somebody_brought_along_who_may_be_the_one_who_may_not_come_asks_what_was_done(string name) =>
        Assert.Equal([("brought-without-leave", "BroughtHandled-0")], Wrong(Do(Hold(brought: new Brought(0, name, "far", null)), Ready())));

    [Fact]
    public void The_one_who_may_not_come_is_told_of_on_the_list_and_somebody_of_the_same_first_name_is_a_person_of_its_own()
    {
        var file = After(Ready(), Do(Hold(brought: new Brought(0, "Kaj Emil Holm", "far", "Mødet blev delt.")), Ready()));
        var father = Array.Find(file.Invitees, i => i.Id == Father)!;
        Assert.Equal((3, true, true, "Mødet blev delt."), (file.Invitees.Length, father.Came, father.BroughtAlong, father.Handled));
        file = After(Ready(), Do(Hold(brought: new Brought(0, "Kaj", "nabo", "Det er en anden Kaj.")), Ready()));
        var neighbour = Assert.Single(file.Invitees, i => i is { BroughtAlong: true, MayCome: true });
        Assert.Equal(
            ("Kaj", "nabo", true, "Det er en anden Kaj."),
            (neighbour.Name, neighbour.Relation, neighbour.Came, neighbour.Handled)
        );
        Assert.Null(Array.Find(file.Invitees, i => i.Id == Father)!.Came);
    }

    [Fact]
    public void Somebody_brought_along_has_a_name() =>
        Assert.Equal([("brought-without-name", "BroughtName-1")], Wrong(Do(Hold(brought: new Brought(1, null, "moster", null)), Ready())));

    [Fact]
    public void The_plan_is_written_in_the_familys_words_with_who_does_what()
    {
        Assert.Equal(
            [
                ("family-plan-before-meeting", null),
                ("family-plan-empty", "FamilyPlan"),
                ("promise-without-what", "What-0"),
                ("promise-without-who", "Who-2"),
            ],
            Wrong(Write(Ready(), null, lines: [Line(0, what: null), Line(2, who: null)]))
        );
        var later = After(Ready(), Do(Hold(presented: false), Ready()));
        Assert.Null(Of(later).PlanPresentedOn);
        Assert.Equal(["day-before-meeting"], Codes(Write(later, on: Held.AddDays(-1))));
        Assert.Equal(
            [("day-missing", "PresentedOn")],
            Wrong(ConferenceRules.Write(new WriteFamilyPlan(Conference, null, "Ord.", []), later, Today, Ids()))
        );
        later = After(later, Write(later, on: Held.AddDays(3)));
        Assert.Equal(Held.AddDays(3), Of(After(later, Write(later, "Nye ord.", on: Today))).PlanPresentedOn);
        var file = Written(Line(0, person: Kaj, who: null, due: Today), Line(1, who: "Ida"));
        Assert.Equal(
            [("Ida", null, (DateOnly?)null), ("Karen Holm (bedsteforælder)", (long?)Kaj, Today)],
            file.Agreements.Select(a => (a.Who, a.PersonId, a.DueOn))
        );
        Assert.Equal(("Ida sover hos mormor.", (bool?)null), (Of(file).FamilyPlan, Of(file).PlanApproved));
    }

    [Fact]
    public void A_line_that_is_emptied_is_gone_and_one_that_is_changed_keeps_its_identity()
    {
        var file = Written(Line(0), Line(1, "Laver mad"));
        var (first, second) = (file.Agreements[0].Id, file.Agreements[1].Id);
        file = After(
            file,
            Write(file, lines: [new Promise(0, first, null, null, null, null), Line(1, "Laver mad om søndagen", id: second)])
        );
        Assert.Equal((second, "Laver mad om søndagen"), (Assert.Single(file.Agreements).Id, file.Agreements[0].What));
        Assert.Equal(["family-plan-not-changed"], Codes(Write(file, lines: Line(1, "Laver mad om søndagen", id: second))));
    }

    [Fact]
    public void A_protected_persons_name_does_not_come_on_the_familys_paper() =>
        Assert.Equal(
            "mor",
            Invited.Label(
                new NetworkPersonFact
                {
                    Relation = Relation.Mother,
                    Name = "Signe Holm",
                    Protected = true,
                }
            )
        );

    [Fact]
    public void A_plan_is_accepted_with_a_day_to_meet_again_and_what_it_took_the_place_of()
    {
        Assert.Equal(
            ["review-without-plan", "choice-missing", "day-before-meeting"],
            Codes(Answer(HeldFile(), null, on: Held.AddDays(-1)))
        );
        var file = Written();
        Assert.Equal(
            [("accepted-with-objection", "NotSafe"), ("follow-up-not-planned", "FollowUpPlannedOn")],
            Wrong(Answer(file, true, "Noget."))
        );
        Assert.Equal(
            ["follow-up-before-answer", "replaced-said-twice", "thing-not-there"],
            Codes(Answer(file, true, next: Held, code: "plejefamilie", running: 3))
        );
        file = After(file, Answer(file, true, next: new(2026, 12, 1), code: "PLEJEFAMILIE"));
        Assert.Equal(
            (true, new DateOnly(2026, 12, 1), "plejefamilie"),
            (Of(file).PlanApproved, Of(file).FollowUpPlannedOn, Of(file).ReplacedMeasureCode)
        );
        Assert.Equal(["family-plan-accepted"], Codes(Write(file, "Noget andet.")));
        Assert.Equal(["family-plan-accepted"], Codes(Answer(file, true, next: Today)));
        Assert.Equal(ConferenceStep.FollowUp, ConferencePath.Of(Of(file), file).Single(s => s.State == StepState.Now).Step);
    }

    [Fact]
    public void A_no_says_why_and_the_family_is_not_told_no_twice_about_the_same_plan()
    {
        var file = Written();
        Assert.Equal([("refused-without-why", "NotSafe")], Wrong(Answer(file, false)));
        file = After(file, Answer(file, false, "Ingen er hjemme om natten."));
        Assert.False(Of(file).PlanApproved);
        // Nobody is asked to keep a plan that was refused, until it is another.
        var promised = Written(Line(0));
        Assert.Single(ConferenceRules.ToKeep(promised));
        promised = After(promised, Answer(promised, false, "Nej."));
        Assert.Empty(ConferenceRules.ToKeep(promised));
        Assert.Single(ConferenceRules.ToKeep(After(promised, Write(promised, "En anden plan."))));
        Assert.Equal(
            ["family-plan-not-revised", "refused-without-way", "refused-without-trying"],
            Codes(Answer(file, false, "Stadig ikke."))
        );
        // The caseworker may think again.
        Assert.Empty(Codes(Answer(file, true, next: Today)));
    }

    [Fact]
    public void A_plan_refused_twice_says_what_was_tried_and_what_it_takes_and_both_answers_stay()
    {
        var file = Written();
        file = After(file, Answer(file, false, "Ingen er hjemme om natten."));
        file = After(file, Write(file, "Morfar sover der."));
        Assert.Null(Of(file).PlanApproved);
        Assert.Equal(
            [("refused-without-way", "Wanted"), ("refused-without-trying", "Tried")],
            Wrong(Answer(file, false, unlawful: "Morfar må ikke."))
        );
        file = After(
            file,
            ConferenceRules.Review(
                new(Conference, new(2026, 10, 9), false, null, "Morfar må ikke.", "En anden voksen.", "Talt med morfar.", null, null, null),
                file,
                Catalogue.Default,
                12,
                Today,
                () => 95_000
            )
        );
        Assert.Equal(
            [("Ida sover hos mormor.", "Ingen er hjemme om natten."), ("Morfar sover der.", null)],
            file.PlanReviews.Select(r => (r.PlanThen, r.NotSafe))
        );
        Assert.Equal(2, ConferenceRules.RefusalsOf(Of(file), file));
        // The family may still change it, and then it may be accepted.
        file = After(file, Write(file, "Moster sover der."));
        Assert.Empty(Codes(Answer(file, true, next: Today)));
    }

    [Fact]
    public void The_follow_up_tells_how_each_agreement_goes()
    {
        var file = Written(Line(0), Line(1, "Laver mad"), Line(2, "Ringer"));
        FollowUpConference At(string? note, params AgreementSeen[] seen) => new(Conference, new(2026, 10, 20), note, seen);
        Assert.Equal(["follow-up-without-answer", "follow-up-empty"], Codes(ConferenceRules.FollowUp(At(null), file, Today)));
        file = After(file, Answer(file, true, next: new(2026, 10, 20)));
        var ids = file.Agreements.Select(a => a.Id).ToList();
        Assert.Equal(
            [("dropped-without-reason", "Note-" + ids[1])],
            Wrong(ConferenceRules.FollowUp(At("Det går.", new AgreementSeen(ids[1], AgreementOutcome.Dropped, null)), file, Today))
        );
        file = After(
            file,
            ConferenceRules.FollowUp(
                At(
                    "Det går.",
                    new(ids[0], AgreementOutcome.Done, null),
                    new(ids[1], AgreementOutcome.Dropped, "Flyttet."),
                    new(ids[2], AgreementOutcome.NotYet, "I morgen.")
                ),
                file,
                Today
            )
        );
        Assert.Equal(new DateOnly(2026, 10, 20), Of(file).FollowedUpOn);
        Assert.Equal(["I morgen."], ConferenceRules.Open(file.Agreements).Select(a => a.Note));
        Assert.Equal(["followed-up-already"], Codes(ConferenceRules.FollowUp(At("Igen."), file, Today)));
        Assert.False(ConferencePath.IsOpen(Of(file)));
    }

    [Fact]
    public void A_plan_that_stays_refused_is_met_about_too()
    {
        var file = Written();
        file = After(file, Answer(file, false, "Ingen er hjemme om natten."));
        Assert.Empty(Codes(ConferenceRules.FollowUp(new(Conference, new(2026, 10, 20), "Vi taler om en ny.", []), file, Today)));
    }

    [Fact]
    public void An_evaluation_has_at_least_one_answer_from_one_to_five_of_a_meeting_that_was_held()
    {
        EvaluateConference E(long? heard = null, DateOnly? on = null) =>
            new(Conference, EvaluatedBy.Child, on ?? Today, true, heard, null, null, null);
        Decision Told(EvaluateConference c, ChildFile file) => ConferenceRules.Evaluate(c, file, Today, 99);
        Assert.Equal([("evaluated-before-meeting", null), ("evaluation-empty", "Heard")], Wrong(Told(E(), Ready())));
        Assert.Equal([("day-before-meeting", "On"), ("choice-unknown", "Heard")], Wrong(Told(E(6, Held.AddDays(-1)), HeldFile())));
        var file = After(HeldFile(), Told(E(5), HeldFile()));
        Assert.Equal((EvaluatedBy.Child, true, (int?)5), (file.Evaluations[0].By, file.Evaluations[0].OnPaper, file.Evaluations[0].Heard));
    }

    [Fact]
    public void An_agreement_is_asked_about_ticked_off_or_dropped_with_a_reason()
    {
        var a = new AgreementFact
        {
            Id = 8,
            ChildId = 1,
            What = "Henter",
            Who = "Mormor",
            DueOn = Held,
        };
        Assert.Equal(["thing-not-there"], Codes(ConferenceRules.Tick(null, Today)));
        Assert.Equal(["asked-without-answer"], Codes(ConferenceRules.Ask(new(Today, null, null), a, Today)));
        Assert.Equal(["day-in-future", "dropped-without-reason"], Codes(ConferenceRules.Drop(new(Today.AddDays(1), null), a, Today)));
        AgreementFact After(Decision d) => (AgreementFact)((Corrected)Assert.Single(d.Events)).Fact;
        var asked = After(ConferenceRules.Ask(new(Today, "Hun er syg.", Today.AddDays(9)), a, Today));
        Assert.Equal((true, "Hun er syg.", Today.AddDays(9), Today), (asked.IsOpen, asked.Note, asked.DueOn, asked.AskedOn));
        var done = After(ConferenceRules.Tick(asked, Today));
        Assert.Equal((false, Today, "Hun er syg."), (done.IsOpen, done.DoneOn, done.Note));
        Assert.Equal(["agreement-done-already"], Codes(ConferenceRules.Tick(done, Today)));
        Assert.Equal(
            ["agreement-dropped-already"],
            Codes(ConferenceRules.Tick(After(ConferenceRules.Drop(new(Today, "Flyttet."), a, Today)), Today))
        );
    }

    [Fact]
    public void The_overdue_agreement_stands_first_and_what_holds_all_the_time_last()
    {
        AgreementFact A(long id, DateOnly? due, DateOnly? done = null) =>
            new()
            {
                Id = id,
                DueOn = due,
                DoneOn = done,
            };
        Assert.Equal([3, 1, 2], ConferenceRules.Open([A(1, Today), A(2, null), A(3, Held), A(4, Held, Today)]).Select(a => a.Id));
    }

    [Fact]
    public void A_network_meeting_is_planned_held_with_the_childs_voice_and_leaves_agreements()
    {
        var file = Ready();
        Decision Plan(string? purpose, long[] people, params Guest[] guests) =>
            ConferenceRules.Plan(new PlanNetworkMeeting(Held, purpose, "Skolen kl. 14", people, guests), file, 12, Ids());
        Assert.Equal(["network-meeting-without-purpose", "network-meeting-without-people"], Codes(Plan(null, [])));
        Assert.Equal([("guest-without-name", "Name-1")], Wrong(Plan("Skolen", [], new Guest(1, null, "nabo", false))));
        file = After(file, Plan("Skolen", [Kaj], new Guest(0, "Åse", "lærer", true)));
        var meeting = file.NetworkMeetings[0];
        var invited = file.Invitees.Where(i => i.MeetingId == meeting.Id).ToList();
        Assert.Equal([InviteeRole.Network, InviteeRole.Informant], invited.Select(i => i.Role));
        Decision Hold(string? voice, string? agreed, DateOnly on, long[] came, params Promise[] lines) =>
            ConferenceRules.Hold(new HoldNetworkMeeting(meeting.Id, on, came, voice, agreed, lines), file, Today, Ids());
        Assert.Equal(
            ["day-in-future", "network-meeting-nobody-came", "network-meeting-without-voice", "network-meeting-without-outcome"],
            Codes(Hold(null, null, Today.AddDays(2), []))
        );
        var held = After(
            file,
            Hold("Jeg vil gå hjem sammen med nogen.", "Åse følger Ida.", Held, [invited[0].Id], Line(0, "Følger Ida", who: "Åse"))
        );
        Assert.True(held.NetworkMeetings[0].Held);
        Assert.Equal([true, false], held.Invitees.Where(i => i.MeetingId == meeting.Id).Select(i => i.Came!.Value));
        Assert.Equal((meeting.Id, null, "Åse"), (held.Agreements[0].MeetingId, held.Agreements[0].ConferenceId, held.Agreements[0].Who));
        Assert.Equal(["network-meeting-held"], Codes(ConferenceRules.Cancel(held.NetworkMeetings[0], Today)));
        file = After(file, ConferenceRules.Cancel(meeting, Today));
        Assert.Equal(["network-meeting-cancelled"], Codes(ConferenceRules.Cancel(file.NetworkMeetings[0], Today)));
        Assert.Equal(["network-meeting-cancelled"], Codes(Hold("Ja", "Ja", Held, [invited[0].Id])));
    }

    [Fact]
    public void A_case_stands_still_no_longer_when_its_conference_is_held_and_the_figures_see_it_and_its_plan()
    {
        DateOnly? Due(ChildFile file) =>
            Script
                .All(file, Today)
                .Where(r => r.Rule == Rule.CaseCurrent && r.State is RequirementState.Upcoming or RequirementState.Overdue)
                .Max(r => (DateOnly?)r.Due);
        var (before, after) = (Ready(), HeldFile());
        Assert.Equal(Held.AddDays(183), Due(after));
        Assert.True(Due(before) < Due(after));
        var accepted = Written() is var w ? After(w, Answer(w, true, next: Today)) : null!;
        Assert.Equal(
            (0, 0),
            (
                Flows.ConferencesIn([before], Held.AddDays(-1), Today).Held,
                Flows.ConferencesIn([before], Held.AddDays(-1), Today).PlansApproved
            )
        );
        Assert.Equal(
            (1, 1),
            (
                Flows.ConferencesIn([accepted], Held.AddDays(-1), Today).Held,
                Flows.ConferencesIn([accepted], Held.AddDays(-1), Today).PlansApproved
            )
        );
    }
}
