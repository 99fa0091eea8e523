using Spor.Cases;
using Spor.Children;
using Spor.Corrections;
using Spor.Decisions;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Letters;
using Spor.Plans;
using Spor.Requirements;
using Spor.Verbs;
using Spor.Workforce;

namespace Spor.Tests;

/// <summary>A case changes hands, follows a family to another municipality, closes and is taken up again.</summary>
public class CaseTests
{
    static readonly DateOnly Today = new(2026, 10, 30);
    static readonly EmploymentFact[] Staff =
    [
        new()
        {
            Id = 1,
            EmployeeId = 11,
            Role = Role.Caseworker,
            From = new(2020, 1, 1),
            Name = "Gammel",
        },
        new()
        {
            Id = 2,
            EmployeeId = 12,
            Role = Role.Caseworker,
            From = new(2020, 1, 1),
            Name = "Ny",
        },
        new()
        {
            Id = 3,
            EmployeeId = 13,
            Role = Role.Caseworker,
            From = new(2020, 1, 1),
            To = new(2026, 1, 31),
        },
        new()
        {
            Id = 4,
            EmployeeId = 14,
            Role = Role.Administrative,
            From = new(2020, 1, 1),
        },
    ];

    static CaseFact Case(long child = 7, DateOnly? closed = null, DateOnly? informed = null) =>
        new()
        {
            Id = 30 + child,
            ChildId = child,
            OpenedOn = new(2025, 1, 1),
            ClosedOn = closed,
            ParentsInformedOn = informed,
        };

    static AssignmentFact Had(long child = 7, long by = 11, DateOnly? from = null, DateOnly? to = null) =>
        new()
        {
            Id = 50 + child,
            ChildId = child,
            CaseId = 30 + child,
            EmployeeId = by,
            From = from ?? new(2025, 1, 1),
            To = to,
        };

    static ChildFile File(long child, params ChildsFact[] facts) =>
        ChildFile.Build(
            new ChildFact
            {
                Id = child,
                FirstName = "Alma",
                BornOn = new(2015, 5, 1),
            },
            facts,
            alone: true
        );

    static IEnumerable<string> Codes(Decision d) => d.Refusals.Select(r => r.Code);

    static Func<long> Ids()
    {
        long id = 100;
        return () => id++;
    }

    static HandOver Over(params long[] children) => new(children, 11, 12, Today, "At Ny ringer mandag.", Today.AddDays(3), null);

    static Decision Give(HandOver c, params ChildFile[] files) => Give(c, Staff, Karen(), files);

    static Author Karen(bool leads = false, params long[] teams) =>
        new("medarbejder-11", 11, AuthorityLevel.Caseworker, _ => true, _ => true) { Leads = leads, LeadsTeam = teams.Contains };

    static Decision Give(HandOver c, EmploymentFact[] staff, Author author, params ChildFile[] files) =>
        CaseRules.Give(c, files, staff, author, (_, _) => false, f => "- åbent for " + f.Id, Today, Ids());

    [Fact]
    public void The_old_caseworker_has_the_child_until_the_day_before_and_the_new_one_from_the_day()
    {
        var file = File(7, Case(), Had());
        var events = Give(Over(7), file).Events;
        var old = (AssignmentFact)Assert.Single(events.OfType<Corrected>()).Fact;
        var made = events.OfType<Recorded>().Select(r => r.Fact).ToList();
        var now = made.OfType<AssignmentFact>().Single();
        var handover = made.OfType<HandoverFact>().Single();
        Assert.Equal((11L, (DateOnly?)Today.AddDays(-1)), (old.EmployeeId, old.To));
        Assert.Equal((12L, Today, 37L), (now.EmployeeId, now.From, now.CaseId));
        Assert.Equal(
            (11L, 12L, "- åbent for 7", "At Ny ringer mandag."),
            (handover.FromEmployeeId!.Value, handover.ToEmployeeId, handover.OpenMatters, handover.Promised)
        );
        Assert.Equal([12], Overview(File(7, Case(), old, now)).AssignedTo);
    }

    static ChildState Overview(ChildFile file) =>
        Requirements.Overview.StateOf(
            file,
            new()
            {
                Catalogue = Catalogue.Default,
                Children = [file],
                Employments = [.. new long[] { 11, 12 }.Select(e => new EmploymentFact { EmployeeId = e, From = new(2015, 1, 1) })],
            },
            Today
        );

    [Fact]
    public void Several_children_change_hands_in_one_entry()
    {
        var events = Give(Over(7, 8), File(7, Case(), Had()), File(8, Case(8), Had(8))).Events;
        Assert.Equal([7L, 8L], events.OfType<Recorded>().Select(r => r.Fact).OfType<HandoverFact>().Select(h => h.ChildId));
        Assert.Equal(6, events.Count);
    }

    [Fact]
    public void A_child_that_is_named_twice_changes_hands_once()
    {
        var child = new ChildFact { Id = 7, BornOn = new(2012, 1, 1) };
        var facts = new InMemory([child, .. Staff, Case(), Had()]);
        var decided = HandOver.Verb.Decide(Over(7, 7), facts.Now(Today));
        Assert.Equal([], Codes(decided));
        Assert.Single(decided.Events.OfType<Recorded>().Select(r => r.Fact).OfType<HandoverFact>());
        Assert.Single(decided.Events.OfType<Corrected>());
    }

    [Fact]
    public void A_child_that_nobody_has_is_given_to_somebody() =>
        Assert.Equal(2, Give(Over(7) with { FromEmployeeId = null }, File(7, Case())).Events.OfType<Recorded>().Count());

    [Fact]
    public void A_handover_is_refused_with_every_reason_at_once()
    {
        Assert.Equal(
            ["handover-of-nobody", "choice-missing", "handover-without-meeting"],
            Codes(Give(Over() with { ToEmployeeId = null, MetFamilyOn = null }))
        );
        Assert.Equal("thing-not-there", Assert.Single(Codes(Give(Over(7)))));
        var file = File(7, Case(), Had());
        Assert.Equal("receiver-not-employed", Assert.Single(Codes(Give(Over(7) with { ToEmployeeId = 13 }, file))));
        Assert.Equal("receiver-not-employed", Assert.Single(Codes(Give(Over(7) with { ToEmployeeId = 14 }, file))));
        Assert.Equal("handover-meeting-and-reason", Assert.Single(Codes(Give(Over(7) with { NoMeetingReason = "Syg" }, file))));
        Assert.Equal("handover-of-anothers-child", Assert.Single(Codes(Give(Over(7) with { FromEmployeeId = 15 }, file))));
        Assert.Equal("receiver-has-it-already", Assert.Single(Codes(Give(Over(7) with { ToEmployeeId = 11 }, file))));
        Assert.Equal("handover-before-assignment", Assert.Single(Codes(Give(Over(7), File(7, Case(), Had(from: Today))))));
        Assert.Equal("no-open-case", Assert.Single(Codes(Give(Over(7), File(7, Case(closed: Today.AddDays(-1)), Had())))));
    }

    [Fact]
    public void Only_the_new_caseworker_confirms_and_is_reminded_until_the_family_was_met()
    {
        var h = new HandoverFact
        {
            Id = 60,
            ChildId = 7,
            ToEmployeeId = 12,
            On = Today,
            MetFamilyOn = Today.AddDays(3),
        };
        Assert.True(CaseRules.Waits(h, Today));
        Assert.Equal("handover-to-another", Assert.Single(Codes(CaseRules.Receive(new(7, 60, null), h, 11, Today))));
        Assert.Equal("thing-not-there", Assert.Single(Codes(CaseRules.Receive(new(8, 60, null), h, 12, Today))));
        Assert.Equal("day-not-readable", Assert.Single(Codes(CaseRules.Receive(new(7, 60, new(1999, 1, 1)), h, 12, Today))));
        var read = (HandoverFact)((Corrected)CaseRules.Receive(new(7, 60, null), h, 12, Today).Events[0]).Fact;
        Assert.True(CaseRules.Waits(read, Today));
        Assert.False(CaseRules.Waits(read, Today.AddDays(3)));
        Assert.False(
            CaseRules.Waits((HandoverFact)((Corrected)CaseRules.Receive(new(7, 60, Today), read, 12, Today).Events[0]).Fact, Today)
        );
    }

    [Fact]
    public void What_is_open_is_the_requirements_the_agreements_the_proposals_and_the_letters_that_are_not_done()
    {
        var file = File(
            7,
            Case(),
            Had(),
            new InterventionFact
            {
                Id = 70,
                ChildId = 7,
                Code = "hjem",
                From = new(2026, 5, 1),
            },
            new PlanFact
            {
                Id = 71,
                ChildId = 7,
                DecidedOn = new(2026, 5, 1),
            },
            new PlanActionFact
            {
                Id = 72,
                ChildId = 7,
                PlanId = 71,
                What = "Ring",
            },
            new PlanActionFact
            {
                Id = 73,
                ChildId = 7,
                PlanId = 71,
                DoneOn = Today,
            },
            new PlanFact
            {
                Id = 74,
                ChildId = 7,
                DecidedOn = new(2025, 1, 1),
                ClosedOn = new(2026, 1, 1),
            },
            new PlanActionFact
            {
                Id = 75,
                ChildId = 7,
                PlanId = 74,
            },
            new Decisions.DecisionProposalFact { Id = 76, ChildId = 7 },
            new Decisions.DecisionProposalFact
            {
                Id = 77,
                ChildId = 7,
                State = Decisions.ProposalState.Granted,
            },
            new LetterFact { Id = 78, ChildId = 7 },
            new LetterFact
            {
                Id = 79,
                ChildId = 7,
                SentOn = Today,
            },
            new Conferences.AgreementFact
            {
                Id = 80,
                ChildId = 7,
                What = "Henter",
            },
            new Conferences.AgreementFact
            {
                Id = 81,
                ChildId = 7,
                DroppedOn = Today,
            }
        );
        var open = OpenMatters.Of(file, Catalogue.Default, Today);
        Assert.Equal(
            (1, 1, 1, 1, 1, 0),
            (open.Actions.Count, open.Agreements.Count, open.Proposals.Count, open.Letters.Count, open.Running.Count, open.Moves.Count)
        );
        Assert.Contains(open.Requirements, r => r is { Rule: Rule.FirstFollowUp, State: RequirementState.Overdue });
        Assert.Equal(open.Requirements.Count + 4, open.Count);
    }

    static RecordMove Moving(long? id = null) => new(7, id, Today, "751", null, null, null, null, null, null);

    [Fact]
    public void A_move_is_done_with_when_the_new_municipality_was_told_sent_to_and_has_confirmed_and_the_case_is_decided()
    {
        var move = (MoveFact)((Recorded)CaseRules.Move(Moving(), File(7, Case()), null, "992", Today, 80).Events[0]).Fact;
        Assert.Equal(
            [MoveStep.Notify, MoveStep.SendMaterial, MoveStep.Receipt, MoveStep.DecideCase],
            MoveSteps.Of(move, File(7, Case(), move), Today)
        );
        var done = (MoveFact)
            (
                (Corrected)
                    CaseRules
                        .Move(
                            Moving(80) with
                            {
                                NotifiedOn = Today,
                                MaterialSentOn = Today,
                                Summary = "Kort",
                                ConfirmedOn = Today,
                                CaseStays = false,
                            },
                            File(7, Case(), move),
                            move,
                            "992",
                            Today,
                            81
                        )
                        .Events[0]
            ).Fact;
        Assert.Equal([MoveStep.CloseCase], MoveSteps.Of(done, File(7, Case(), done), Today));
        Assert.Empty(MoveSteps.Of(done, File(7, Case(closed: Today.AddDays(-1)), done), Today));
        done.CaseStays = true;
        Assert.Empty(MoveSteps.Of(done, File(7, Case(), done), Today));
        Assert.Equal("Aarhus Kommune", Municipalities.NameOf(done.MunicipalityNumber));
    }

    [Fact]
    public void A_move_is_refused_with_every_reason_at_once()
    {
        Decision Move(RecordMove c, MoveFact? earlier = null, params ChildsFact[] facts) =>
            CaseRules.Move(c, File(7, facts), earlier, "992", Today, 80);
        Assert.Equal(
            ["municipality-number-not-three-digits", "day-in-future", "move-without-summary", "receipt-before-notice"],
            Codes(Move(Moving() with { MunicipalityNumber = "75", MaterialSentOn = Today.AddDays(1), ConfirmedOn = Today }))
        );
        Assert.Equal("move-to-own-municipality", Assert.Single(Codes(Move(Moving() with { MunicipalityNumber = "992" }))));
        Assert.Equal(
            "move-known-already",
            Assert.Single(
                Codes(
                    Move(
                        Moving(),
                        null,
                        new MoveFact
                        {
                            Id = 80,
                            ChildId = 7,
                            MovedOn = Today,
                        }
                    )
                )
            )
        );
        Assert.Equal("thing-not-there", Assert.Single(Codes(Move(Moving(5)))));
    }

    [Fact]
    public void The_letter_to_the_new_municipality_is_its_notice()
    {
        var move = new MoveFact
        {
            Id = 80,
            ChildId = 7,
            MovedOn = Today,
            MunicipalityNumber = "751",
        };
        var letter = new WriteLetter(
            7,
            null,
            Templates.Move,
            "municipal-move",
            80,
            [new("andre", "Aarhus Kommune", null)],
            "Om",
            "Tekst",
            true,
            Today,
            Channel.DigitalPost
        );
        Assert.Equal(
            Today,
            (
                (MoveFact)Assert.Single(LetterRules.Write(letter, File(7, move), null, 11, Today, Ids()).Events.OfType<Corrected>()).Fact
            ).NotifiedOn
        );
    }

    static CloseCase Closing(DateOnly? on = null) => new(7, 37, on ?? Today, "Målene er nået.", false, null);

    [Fact]
    public void Closing_ends_the_assignment_and_the_parents_requirement_is_met_in_time()
    {
        var events = CaseRules
            .Close(Closing(), File(7, Case(informed: Today), Had()), Today)
            .Events.Cast<Corrected>()
            .Select(c => c.Fact)
            .ToList();
        var closed = events.OfType<CaseFact>().Single();
        Assert.Equal(((DateOnly?)Today, "Målene er nået."), (closed.ClosedOn, closed.ClosingReason));
        Assert.Equal(Today, events.OfType<AssignmentFact>().Single().To);
        var found = new List<Requirement>();
        Derive.Of(File(7, closed), Catalogue.Default, Today, found);
        Assert.Equal(RequirementState.OnTime, found.Single(r => r.Rule == Rule.ParentsInformed).State);
    }

    [Fact]
    public void An_assignment_that_was_to_begin_after_the_closing_is_withdrawn() =>
        Assert.Single(
            CaseRules
                .Close(Closing(Today.AddDays(-5)), File(7, Case(informed: Today.AddDays(-5)), Had(from: Today)), Today)
                .Events.OfType<Withdrawn>()
        );

    [Fact]
    public void A_case_does_not_close_before_the_parents_have_their_letter()
    {
        Assert.Equal("parents-not-informed", Assert.Single(Codes(CaseRules.Close(Closing(), File(7, Case()), Today))));
        Assert.Equal(
            "parents-not-informed",
            Assert.Single(Codes(CaseRules.Close(Closing(Today.AddDays(-1)), File(7, Case(informed: Today)), Today)))
        );
    }

    [Fact]
    public void What_runs_is_ended_first_or_on_the_same_day_with_its_result()
    {
        var measure = new InterventionFact
        {
            Id = 70,
            ChildId = 7,
            Code = "hjem",
            From = new(2026, 5, 1),
        };
        var file = File(7, Case(informed: Today), measure);
        Assert.Equal("measures-running", Assert.Single(Codes(CaseRules.Close(Closing(), file, Today))));
        Assert.Equal("measures-without-result", Assert.Single(Codes(CaseRules.Close(Closing() with { EndMeasures = true }, file, Today))));
        var ended = (InterventionFact)
            CaseRules
                .Close(Closing() with { EndMeasures = true, Result = EndResult.Reached }, file, Today)
                .Events.OfType<Corrected>()
                .Single(c => c.Kind == FactKinds.Intervention)
                .Fact;
        Assert.Equal(((DateOnly?)Today, (EndResult?)EndResult.Reached), (ended.To, ended.Result));
        measure.From = Today.AddDays(4);
        Assert.Equal(
            "measure-begins-later",
            Assert.Single(
                Codes(
                    CaseRules.Close(
                        Closing() with
                        {
                            EndMeasures = true,
                            Result = EndResult.Reached,
                        },
                        File(7, Case(informed: Today), measure),
                        Today
                    )
                )
            )
        );
        var other = new CaseFact
        {
            Id = 99,
            ChildId = 7,
            OpenedOn = new(2026, 1, 1),
        };
        Assert.False(CaseRules.Close(Closing(), File(7, Case(informed: Today), other, measure), Today).Refused);
    }

    [Fact]
    public void A_closing_is_refused_with_every_reason_at_once()
    {
        Assert.Equal(
            ["day-in-future", "closing-without-reason", "parents-not-informed"],
            Codes(CaseRules.Close(Closing(Today.AddDays(1)) with { Reason = null }, File(7, Case()), Today))
        );
        Assert.Contains("closing-before-opening", Codes(CaseRules.Close(Closing(new(2024, 1, 1)), File(7, Case()), Today)));
        Assert.Equal("case-closed-already", Assert.Single(Codes(CaseRules.Close(Closing(), File(7, Case(closed: Today)), Today))));
        Assert.Equal("thing-not-there", Assert.Single(Codes(CaseRules.Close(Closing(), File(7), Today))));
    }

    static ReopenCase Again(bool same = true) => new(7, 37, Today, "Ny bekymring.", same);

    [Fact]
    public void A_reopened_case_is_a_new_case_that_continues_the_closed_one_with_the_same_caseworker_or_none()
    {
        var file = File(7, Case(closed: new(2026, 9, 1)), Had(to: new(2026, 9, 1)));
        var made = CaseRules.Reopen(Again(), file, Staff, _ => false, Today, Ids()).Events.Cast<Recorded>().Select(r => r.Fact).ToList();
        var opened = made.OfType<CaseFact>().Single();
        Assert.Equal((37L, Today, (DateOnly?)null), (opened.ContinuesCaseId!.Value, opened.OpenedOn, opened.ClosedOn));
        Assert.Equal((11L, opened.Id), (made.OfType<AssignmentFact>().Single().EmployeeId, made.OfType<AssignmentFact>().Single().CaseId));
        Assert.Single(CaseRules.Reopen(Again(false), file, Staff, _ => false, Today, Ids()).Events);
    }

    [Fact]
    public void A_reopening_is_refused_with_every_reason_at_once()
    {
        var closed = Case(closed: new(2026, 9, 1));
        Assert.Equal(
            ["day-in-future", "reopened-without-reason", "choice-missing"],
            Codes(
                CaseRules.Reopen(
                    Again() with
                    {
                        On = Today.AddDays(1),
                        Reason = null,
                        SameCaseworker = null,
                    },
                    File(7, closed),
                    Staff,
                    _ => false,
                    Today,
                    Ids()
                )
            )
        );
        Assert.Equal(
            "reopened-before-closed",
            Assert.Single(
                Codes(CaseRules.Reopen(Again(false) with { On = new(2026, 9, 1) }, File(7, closed), Staff, _ => false, Today, Ids()))
            )
        );
        Assert.Equal(
            "last-caseworker-gone",
            Assert.Single(
                Codes(CaseRules.Reopen(Again(), File(7, closed, Had(by: 13, to: new(2026, 9, 1))), Staff, _ => false, Today, Ids()))
            )
        );
        Assert.Equal(
            "case-not-closed",
            Assert.Single(Codes(CaseRules.Reopen(Again(false), File(7, Case()), Staff, _ => false, Today, Ids())))
        );
        Assert.Equal("thing-not-there", Assert.Single(Codes(CaseRules.Reopen(Again(false), File(7), Staff, _ => false, Today, Ids()))));
    }
}
