using Spor.Access;
using Spor.Cases;
using Spor.Children;
using Spor.Corrections;
using Spor.Decisions;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Verbs;
using Spor.Workforce;

namespace Spor.Tests;

/// <summary>A child goes to another team when that team has said yes, and never to somebody called as one of its family.</summary>
public class HandoverTests
{
    static readonly DateOnly Today = new(2026, 11, 2);

    static EmploymentFact Post(long employee, long team, string name, Role role = Role.Caseworker) =>
        new()
        {
            Id = employee,
            EmployeeId = employee,
            TeamId = team,
            Role = role,
            Name = name,
            From = new(2020, 1, 1),
        };

    // 11 and 13 in team 1, 12 and 15 in team 2; 14 leads team 2.
    static readonly EmploymentFact[] Staff =
    [
        Post(11, 1, "Karen Holm"),
        Post(12, 2, "Bo Dam"),
        Post(13, 1, "Nina Bach"),
        Post(14, 2, "Lis Kvist", Role.Leader),
        Post(15, 2, "Per Skov"),
    ];

    static readonly ChildFact Child = new()
    {
        Id = 7,
        FirstName = "Alma",
        LastName = "Dal",
        BornOn = new(2015, 5, 1),
    };
    static readonly CaseFact Case = new()
    {
        Id = 37,
        ChildId = 7,
        OpenedOn = new(2025, 1, 1),
    };
    static readonly AssignmentFact Had = new()
    {
        Id = 57,
        ChildId = 7,
        CaseId = 37,
        EmployeeId = 11,
        From = new(2025, 1, 1),
    };

    static NetworkPersonFact Person(string name, bool professional = false) =>
        new()
        {
            Id = 70,
            ChildId = 7,
            Name = name,
            Professional = professional,
        };

    static HandOver Over(long to = 12, string? nameReason = null) =>
        new([7], 11, to, Today, "At Bo ringer.", null, "De kender Bo.", nameReason);

    static Author Who(long employee, bool leads = false, params long[] teams) =>
        new("medarbejder-" + employee, employee, leads ? AuthorityLevel.Team : AuthorityLevel.Caseworker, _ => true, _ => true)
        {
            Leads = leads,
            LeadsTeam = teams.Contains,
        };

    static Now Now(Author author, DateOnly? today = null, params Fact[] more) =>
        InMemory.Now(
            new InMemory([Child, Case, .. Staff, .. more.OfType<AssignmentFact>().Any() ? [] : (Fact[])[Had], .. more]),
            today ?? Today,
            author
        );

    static string[] Codes(Decision d) => [.. d.Refusals.Select(r => r.Code)];

    static HandoverProposalFact Proposed(HandoverState state = HandoverState.Waiting) =>
        new()
        {
            Id = 90,
            ChildId = 7,
            CaseId = 37,
            State = state,
            ToTeamId = 2,
            FromEmployeeId = 11,
            ToEmployeeId = 12,
            ProposedOn = Today.AddDays(-3),
            ProposedBy = 11,
            On = Today.AddDays(-1),
            Promised = "At Bo ringer.",
            NoMeetingReason = "De kender Bo.",
        };

    static Decision Answer(
        bool? yes,
        Author? by = null,
        long? to = null,
        string? answer = null,
        string? nameReason = null,
        params Fact[] more
    ) =>
        AnswerHandover.Verb.Decide(
            new(7, 90, yes, to, answer, nameReason),
            Now(by ?? Who(14, true, 2), more: [.. more.OfType<HandoverProposalFact>().Any() ? [] : (Fact[])[Proposed()], .. more])
        );

    [Fact]
    public void A_child_that_would_leave_its_team_is_proposed_and_stays_with_whoever_has_it()
    {
        var decided = HandOver.Verb.Decide(Over(), Now(Who(11)));
        Assert.Equal([], Codes(decided));
        var proposal = (HandoverProposalFact)((Recorded)Assert.Single(decided.Events)).Fact;
        Assert.Equal(
            (HandoverState.Waiting, 2L, 11L, 12L, Today, "At Bo ringer."),
            (proposal.State, proposal.ToTeamId, proposal.FromEmployeeId, proposal.ToEmployeeId, proposal.On, proposal.Promised)
        );
        // Neither team's leader answers for both.
        Assert.Single(HandOver.Verb.Decide(Over(), Now(Who(13, true, 1))).Events);
        Assert.Single(HandOver.Verb.Decide(Over(), Now(Who(14, true, 2))).Events);
    }

    [Fact]
    public void Within_the_team_or_by_a_leader_of_both_the_child_goes_at_once()
    {
        foreach (
            var decided in new[] { HandOver.Verb.Decide(Over(13), Now(Who(11))), HandOver.Verb.Decide(Over(), Now(Who(9, true, 1, 2))) }
        )
        {
            Assert.Equal([], Codes(decided));
            Assert.Single(decided.Events.OfType<Recorded>(), r => r.Fact is HandoverFact);
            Assert.DoesNotContain(decided.Events.OfType<Recorded>(), r => r.Fact is HandoverProposalFact);
        }
    }

    [Fact]
    public void Whoever_has_left_was_of_the_team_that_they_left()
    {
        var left = Post(16, 1, "Ida Lund");
        left.To = Today.AddDays(-40);
        var had = (AssignmentFact)Had.Copy();
        had.EmployeeId = 16;
        var decided = HandOver.Verb.Decide(Over() with { FromEmployeeId = 16 }, Now(Who(11), null, left, had));
        Assert.IsType<HandoverProposalFact>(((Recorded)Assert.Single(decided.Events)).Fact);
    }

    [Fact]
    public void While_one_waits_the_child_is_neither_handed_over_again_nor_closed()
    {
        var now = Now(Who(11), null, Proposed());
        Assert.Equal(["handover-waits-already"], Codes(HandOver.Verb.Decide(Over(13), now)));
        Assert.Contains(Owed.Of(now.Facts.Child(7)!, Today), o => o is { Kind: OwedKind.Handover, AboutId: 90 });
        var closing = new CloseCase(7, 37, Today, "Målene er nået.", false, null);
        Assert.Contains("handover-waits-already", Codes(CaseRules.Close(closing, now.Facts.Child(7)!, Today)));
    }

    [Fact]
    public void A_yes_moves_the_child_from_the_day_of_the_yes_to_whom_the_team_chooses()
    {
        var decided = Answer(true, to: 15);
        Assert.Equal([], Codes(decided));
        var ended = decided.Events.OfType<Corrected>().Select(c => c.Fact).OfType<AssignmentFact>().Single();
        Assert.Equal(Today.AddDays(-1), ended.To);
        var made = decided.Events.OfType<Recorded>().Select(r => r.Fact).ToList();
        Assert.Equal((15L, Today), (made.OfType<AssignmentFact>().Single().EmployeeId, made.OfType<AssignmentFact>().Single().From));
        var handover = made.OfType<HandoverFact>().Single();
        Assert.Equal((11L, 15L, "At Bo ringer."), (handover.FromEmployeeId!.Value, handover.ToEmployeeId, handover.Promised));
        var answered = decided.Events.OfType<Corrected>().Select(c => c.Fact).OfType<HandoverProposalFact>().Single();
        Assert.Equal((HandoverState.Accepted, (DateOnly?)Today, (long?)14), (answered.State, answered.AnsweredOn, answered.AnsweredBy));
    }

    [Fact]
    public void A_no_says_why_and_moves_nothing()
    {
        Assert.Equal(["handover-no-without-reason"], Codes(Answer(false)));
        var answered = (HandoverProposalFact)((Corrected)Assert.Single(Answer(false, answer: "Vi er over loftet.").Events)).Fact;
        Assert.Equal((HandoverState.Declined, "Vi er over loftet.", "At Bo ringer."), (answered.State, answered.Answer, answered.Promised));
    }

    [Fact]
    public void Only_those_who_answer_for_the_team_that_is_asked_answer_and_only_once()
    {
        Assert.Equal(["child-not-yours"], Codes(Answer(true, Who(11))));
        Assert.Equal(["child-not-yours"], Codes(Answer(true, Who(13, true, 1))));
        Assert.Equal(["choice-missing"], Codes(Answer(null)));
        Assert.Equal(["handover-answered-already"], Codes(Answer(true, more: Proposed(HandoverState.Declined))));
        Assert.Equal(["receiver-not-of-the-team"], Codes(Answer(true, to: 13)));
        Assert.Equal(["receiver-not-employed"], Codes(Answer(true, to: 99)));
    }

    [Fact]
    public void What_changed_meanwhile_is_refused_at_the_yes()
    {
        var theirs = (AssignmentFact)Had.Copy();
        theirs.EmployeeId = 13;
        Assert.Equal(["handover-of-anothers-child"], Codes(Answer(true, more: theirs)));
        var both = (AssignmentFact)Had.Copy();
        (both.Id, both.EmployeeId) = (58, 12);
        Assert.Equal(["receiver-has-it-already"], Codes(Answer(true, more: [Had, both])));
        Assert.Equal(["thing-not-there"], Codes(CaseRules.TakeBack(null, 11, Today)));
    }

    [Fact]
    public void Whoever_has_the_child_takes_the_proposal_back_while_it_waits()
    {
        var taken = WithdrawHandover.Verb.Decide(new(7, 90), Now(Who(13), null, Proposed()));
        Assert.Equal(HandoverState.Withdrawn, ((HandoverProposalFact)((Corrected)Assert.Single(taken.Events)).Fact).State);
        Assert.Equal(
            ["handover-answered-already"],
            Codes(WithdrawHandover.Verb.Decide(new(7, 90), Now(Who(13), null, Proposed(HandoverState.Accepted))))
        );
    }

    [Fact]
    public void Nobody_gets_the_child_of_somebody_called_as_they_are_without_a_leaders_written_choice()
    {
        var aunt = Person("nina  BACH");
        Assert.Equal(["receiver-is-named-alike"], Codes(HandOver.Verb.Decide(Over(13, "En anden."), Now(Who(11), null, aunt))));
        Assert.Equal(["named-alike-without-reason"], Codes(HandOver.Verb.Decide(Over(13), Now(Who(14, true, 1), null, aunt))));
        Assert.Equal([], Codes(HandOver.Verb.Decide(Over(13, "Ikke den samme."), Now(Who(14, true, 1), null, aunt))));
        // Somebody who is there by their work is no relative.
        Assert.Equal([], Codes(HandOver.Verb.Decide(Over(13), Now(Who(11), null, Person("Nina Bach", professional: true)))));
        // Another team's coordinator may say yes to a child, and not to this.
        Assert.Equal(["receiver-is-named-alike"], Codes(Answer(true, Who(14, false, 2), more: Person("Bo Dam"))));
        Assert.Equal(["named-alike-without-reason"], Codes(Answer(true, more: Person("Bo Dam"))));
        Assert.Equal([], Codes(Answer(true, nameReason: "Ikke den samme.", more: Person("Bo Dam"))));
    }

    [Fact]
    public void Neither_allocation_nor_reopening_goes_round_it()
    {
        var aunt = Person("Nina Bach");
        var nobodys = (AssignmentFact)Had.Copy();
        nobodys.To = Today.AddDays(-30);
        var allocate = new AllocateCase(7, 13, Today, "Kender familien.");
        Assert.Equal(["receiver-is-named-alike"], Codes(AllocateCase.Verb.Decide(allocate, Now(Who(11, false, 1), null, aunt, nobodys))));
        Assert.Equal(["named-alike-without-reason"], Codes(AllocateCase.Verb.Decide(allocate, Now(Who(14, true, 1), null, aunt, nobodys))));
        Assert.Equal(
            [],
            Codes(AllocateCase.Verb.Decide(allocate with { NameReason = "Ikke den samme." }, Now(Who(14, true, 1), null, aunt, nobodys)))
        );

        var closed = (CaseFact)Case.Copy();
        closed.ClosedOn = Today.AddDays(-5);
        var last = (AssignmentFact)Had.Copy();
        (last.EmployeeId, last.To) = (13, closed.ClosedOn);
        Assert.Equal(
            ["receiver-is-named-alike"],
            Codes(
                ReopenCase.Verb.Decide(
                    new(7, 37, Today, "Ny bekymring.", true),
                    InMemory.Now(new InMemory([Child, closed, .. Staff, last, aunt]), Today, Who(11))
                )
            )
        );
    }

    [Theory]
    [InlineData(null, AuthorityLevel.Leader, new[] { "assignee-by-handover" })]
    [InlineData("T-1", AuthorityLevel.Caseworker, new[] { "assignee-by-handover" })]
    [InlineData("T-1", AuthorityLevel.Leader, new string[0])]
    public void Another_caseworker_is_no_correction_but_of_what_a_source_delivered_wrong(
        string? source,
        AuthorityLevel level,
        string[] codes
    )
    {
        var had = (AssignmentFact)Had.Copy();
        had.SourceKey = source;
        var corrected = (AssignmentFact)had.Copy();
        corrected.EmployeeId = 12;
        var file = ChildFile.Build(Child, [Case, had], alone: true);
        var decided = CorrectionRules.Correct(
            had,
            corrected,
            "Forkert i kilden.",
            file,
            Catalogue.Default,
            (_, _) => true,
            new(11, level),
            Today,
            () => 100
        );
        Assert.Equal(codes, Codes(decided));
    }
}
