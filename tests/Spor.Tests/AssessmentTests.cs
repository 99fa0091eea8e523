using Spor.Assessments;
using Spor.Children;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Law;
using Spor.Requirements;

namespace Spor.Tests;

public class AssessmentTests
{
    static readonly DateOnly Today = new(2026, 10, 30);

    static DateOnly D(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");

    static Func<long> Ids(long from = 900) => () => from++;

    static IEnumerable<string> Codes(Decision d) => d.Refusals.Select(r => r.Code);

    static T Fact<T>(Decision d)
        where T : Fact =>
        d
            .Events.Select(e =>
                e switch
                {
                    Recorded r => r.Fact,
                    Corrected c => c.Fact,
                    _ => null,
                }
            )
            .OfType<T>()
            .Single();

    // --- begin ---------------------------------------------------------------------------------------------------------------------------

    static StartAssessment A(
        AssessmentKind kind,
        string known = "2026-10-20",
        long? responsible = 12,
        long? second = null,
        long? notification = null,
        params long[] together
    ) => new(1, kind, D(known), responsible, second, notification, "Uro i skolen", together);

    static Decision Start(StartAssessment c, string script, params string[] siblings) =>
        AssessmentRules.Start(
            c,
            Script.File(script),
            [.. siblings.Select((s, i) => Script.File(s, i + 2))],
            Catalogue.Default,
            Today,
            Ids()
        );

    [Fact]
    public void An_assessment_begins_with_its_clock_and_owes_its_end_in_four_months()
    {
        var decision = Start(A(AssessmentKind.Assessment), "case 2024-01-01 2025-01-01; case 2026-01-01 -");
        var begun = Fact<AssessmentFact>(decision);
        Assert.Equal(
            (AssessmentKind.Assessment, D("2026-10-20"), Today, 12L, "Uro i skolen"),
            (begun.Kind, begun.KnownOn, begun.StartedOn, begun.ResponsibleId, begun.Occasion)
        );
        Assert.Single(decision.Events);
        Assert.Equal(
            "Upcoming 2026-10-20 2027-02-20",
            Owed("case 2024-01-01 2025-01-01; case 2026-01-01 -", begun, Rule.AssessmentCompleted, Today)
        );
        Assert.Equal(D("2027-02-20"), AssessmentRules.DueBy(AssessmentKind.Assessment, begun.KnownOn, Bounds.National));
        Assert.Null(AssessmentRules.DueBy(AssessmentKind.Screening, begun.KnownOn, Bounds.National));
    }

    [Fact]
    public void Without_an_active_case_a_clarification_opens_one_and_a_screening_does_not()
    {
        Assert.Equal(Today, Fact<CaseFact>(Start(A(AssessmentKind.Clarification), "case 2024-01-01 2025-01-01")).OpenedOn);
        Assert.IsType<AssessmentFact>(
            ((Recorded)Assert.Single(Start(A(AssessmentKind.Screening), "case 2024-01-01 2025-01-01").Events)).Fact
        );
    }

    [Fact]
    public void What_is_wrong_with_the_beginning_is_said_all_at_once() =>
        Assert.Equal(
            ["day-in-future", "responsible-missing", "assessment-already-running", "thing-not-there"],
            Codes(
                Start(A(AssessmentKind.Assessment, "2026-10-31", responsible: null, notification: 5), "case 2026-01-01 -; bfu 2026-02-01 -")
            )
        );

    [Theory]
    [InlineData("case 2026-01-01 -; bfu 2026-02-01 -", true)]
    [InlineData("case 2026-01-01 -; bfu 2026-02-01 2026-05-01", false)]
    [InlineData("case 2024-01-01 2024-06-01; case 2026-01-01 -; bfu 2024-02-01 -", false)] // left behind when the case closed
    [InlineData("case 2024-01-01 2024-06-01; case 2024-05-01 -; bfu 2024-02-01 -", true)] // another case ran past it
    [InlineData("bfu 2024-02-01 -", true)]
    [InlineData("case 2026-01-01 -; screening 2026-02-01 -", false)]
    public void One_of_a_kind_runs_at_a_time_and_one_left_behind_runs_no_more(string script, bool runs) =>
        Assert.Equal(runs, AssessmentRules.Running(Script.File(script), AssessmentKind.Assessment, Today) is not null);

    [Theory]
    [InlineData("", "", "2026-10-20", true)]
    [InlineData("case 2026-10-01 -", "", "2026-10-20", true)] // the first case is the one that is open
    [InlineData("case 2026-10-01 -", "case 2026-10-01 -", "2026-10-20", true)] // opened together
    [InlineData("case 2026-10-01 -", "case 2026-09-30 -", "2026-10-20", false)]
    [InlineData("case 2024-01-01 2025-01-01", "", "2026-10-20", false)]
    [InlineData("", "case 2026-09-30 -", "2026-10-20", false)]
    [InlineData("", "", "2023-12-31", false)] // the older act did not ask for it
    public void A_familys_first_case_asks_for_two_caseworkers(string own, string sibling, string known, bool two)
    {
        // The four months run from the beginning, so it begins without the second one, who is named at the end.
        Assert.False(Start(A(AssessmentKind.Assessment, known), own, sibling).Refused);
        var file = Script.File(own, 1);
        Assert.Equal(two, AssessmentRules.NeedsTwo(AssessmentKind.Assessment, D(known), file, [Script.File(sibling, 2)], Today));
        Assert.False(Start(A(AssessmentKind.Assessment, known, second: 13), own, sibling).Refused);
        Assert.False(Start(A(AssessmentKind.Screening, known), own, sibling).Refused);
    }

    [Fact]
    public void The_two_caseworkers_are_two() =>
        Assert.Equal("second-caseworker-same", Assert.Single(Codes(Start(A(AssessmentKind.Assessment, second: 12), ""))));

    [Fact]
    public void A_joint_assessment_begins_for_each_of_the_siblings()
    {
        var decision = Start(A(AssessmentKind.Assessment, second: 13, together: [2]), "case 2026-10-01 -", "", "");
        var begun = decision.Events.OfType<Recorded>().Select(e => e.Fact).OfType<AssessmentFact>().ToList();
        Assert.Equal([1L, 2L], begun.Select(a => a.ChildId));
        Assert.NotNull(begun[0].SharedId);
        Assert.Equal(begun[0].SharedId, begun[1].SharedId);
        Assert.Equal(2, Fact<CaseFact>(decision).ChildId);
        Assert.Equal(3, begun.Select(a => a.Id).Append(begun[0].SharedId!.Value).Distinct().Count());
        // A sibling that is named twice has one assessment.
        Assert.Equal(
            decision.Events.Count,
            Start(A(AssessmentKind.Assessment, second: 13, together: [2, 2]), "case 2026-10-01 -", "", "").Events.Count
        );
        Assert.Equal(
            "sibling-assessment-running",
            Assert.Single(Codes(Start(A(AssessmentKind.Assessment, second: 13, together: [2]), "case 2026-10-01 -", "bfu 2026-10-01 -")))
        );
        Assert.Equal(
            "thing-not-there",
            Assert.Single(Codes(Start(A(AssessmentKind.Assessment, second: 13, together: [7]), "case 2026-10-01 -")))
        );
    }

    [Theory]
    [InlineData("born 2010-10-20; case 2026-01-01 -; measure plejefamilie 2026-02-01 -", "")]
    [InlineData("born 2010-10-21; case 2026-01-01 -; measure plejefamilie 2026-02-01 -", "revisit-too-early")]
    [InlineData("born 2010-10-20; case 2026-01-01 -; measure plejefamilie 2026-02-01 2026-10-19", "revisit-not-placed")]
    [InlineData("born 2010-10-20; case 2026-01-01 -; measure hjem 2026-02-01 -", "revisit-not-placed")]
    [InlineData("born 2009-01-20; case 2026-01-01 -; measure plejefamilie 2026-02-01 -", "")] // late, and still owed
    public void A_placement_is_revisited_from_the_16th_birthday(string script, string said) =>
        Assert.Equal(said, string.Join(' ', Codes(Start(A(AssessmentKind.Revisit), script))));

    // --- dimensions ----------------------------------------------------------------------------------------------------------------------

    [Fact]
    public void The_dimensions_go_by_the_day_the_need_was_known()
    {
        Assert.Equal(10, DimensionSets.On(D("2019-01-01")).All.Count());
        Assert.Equal(
            ["Barnets udvikling", "Forældrekompetencer", "Familie og netværk"],
            DimensionSets.On(Today).Domains.Select(d => d.Title)
        );
        Assert.NotNull(DimensionSets.On(D("2018-12-31")).Find("old-identity"));
        var codes = DimensionSets.All.SelectMany(s => s.All).Select(d => d.Code).ToList();
        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.Equal([], DimensionSets.All.SelectMany(s => s.All).SelectMany(d => d.Continues).Except(codes));
        // Nothing an older assessment concluded is without a place in the newer one.
        Assert.Equal(
            [],
            DimensionSets.On(D("2018-12-31")).All.Select(d => d.Code).Except(DimensionSets.On(Today).All.SelectMany(d => d.Continues))
        );
        Assert.Equal(("Sundhedsforhold", "ukendt"), (DimensionSets.Title("health"), DimensionSets.Title("ukendt")));
    }

    static AssessmentFact Assessment(
        string known = "2026-10-01",
        AssessmentKind kind = AssessmentKind.Assessment,
        string? finished = null,
        long id = 50
    ) =>
        new()
        {
            Id = id,
            ChildId = 1,
            Kind = kind,
            KnownOn = D(known),
            FinishedOn = finished is null ? null : D(finished),
        };

    static AssessmentDimensionFact Row(string code, string? conclusion, long assessment = 50, long id = 60) =>
        new()
        {
            Id = id,
            ChildId = 1,
            AssessmentId = assessment,
            Dimension = code,
            Conclusion = conclusion,
        };

    [Fact]
    public void A_dimension_is_written_and_then_corrected_as_one_row()
    {
        var first = Assert.IsType<Recorded>(
            Assert.Single(AssessmentRules.Write(new(50, "health", "Rask", null, null, null), Assessment(), null, Ids()).Events)
        );
        var row = (AssessmentDimensionFact)first.Fact;
        Assert.Equal((50L, "health", "Rask", 1L), (row.AssessmentId, row.Dimension, row.Resources, row.ChildId));
        var second = Assert.IsType<Corrected>(
            Assert.Single(AssessmentRules.Write(new(50, "health", "Rask", null, "Ingen bekymring", 7), Assessment(), row, Ids()).Events)
        );
        Assert.Equal(
            (row.Id, "Ingen bekymring", 7L),
            (second.Fact.Id, ((AssessmentDimensionFact)second.Fact).Conclusion, ((AssessmentDimensionFact)second.Fact).CarriedFromId)
        );
    }

    [Fact]
    public void What_is_wrong_with_a_dimension_is_said_all_at_once()
    {
        Assert.Equal(
            ["assessment-finished", "dimension-unknown", "dimension-empty"],
            Codes(AssessmentRules.Write(new(50, "old-health", null, null, null, null), Assessment(finished: "2026-10-20"), null, Ids()))
        );
        Assert.Equal(
            "dimension-unknown",
            Assert.Single(Codes(AssessmentRules.Write(new(50, "health", "x", null, null, null), Assessment("2018-06-01"), null, Ids())))
        );
        Assert.Equal(
            "dimension-unknown",
            Assert.Single(
                Codes(
                    AssessmentRules.Write(new(50, "health", "x", null, null, null), Assessment(kind: AssessmentKind.Screening), null, Ids())
                )
            )
        );
        Assert.Equal(
            "thing-not-there",
            Assert.Single(Codes(AssessmentRules.Write(new(50, "health", "x", null, null, null), null, null, Ids())))
        );
    }

    [Fact]
    public void Conclusions_are_carried_forward_to_what_is_empty_and_say_from_where()
    {
        AssessmentDimensionFact[] all =
        [
            Row("health", "Rask", 40, 61),
            Row("learning", "God til matematik", 40, 62),
            Row("leisure", null, 40, 63),
            Row("health", "Nu briller", 50, 64),
            Row("learning", null, 50, 65),
        ];
        var decision = AssessmentRules.Carry(new(50, 40), Assessment(), all, Ids());
        var carried = Assert.IsType<Corrected>(Assert.Single(decision.Events));
        Assert.Equal(
            (65L, "God til matematik", 62L),
            (carried.Fact.Id, ((AssessmentDimensionFact)carried.Fact).Conclusion, ((AssessmentDimensionFact)carried.Fact).CarriedFromId)
        );
        Assert.Null(all[4].Conclusion);
        Assert.Equal("nothing-to-carry", Assert.Single(Codes(AssessmentRules.Carry(new(50, 41), Assessment(), all, Ids()))));
        Assert.Equal(
            "assessment-finished",
            Assert.Single(Codes(AssessmentRules.Carry(new(50, 40), Assessment(finished: "2026-10-20"), all, Ids())))
        );
        Assert.Equal("thing-not-there", Assert.Single(Codes(AssessmentRules.Carry(new(50, 40), null, all, Ids()))));
    }

    [Fact]
    public void An_older_sets_conclusions_are_put_together_with_their_titles()
    {
        AssessmentDimensionFact[] old = [Row("old-basic-care", "Får mad", 40, 61), Row("old-safety", "Bor trygt", 40, 62)];
        var row = (AssessmentDimensionFact)
            ((Recorded)Assert.Single(AssessmentRules.Carry(new(50, 40), Assessment(), old, Ids()).Events)).Fact;
        Assert.Equal(
            ("safe-care", "Grundlæggende omsorg: Får mad\n\nSikkerhed: Bor trygt", 61L),
            (row.Dimension, row.Conclusion, row.CarriedFromId)
        );
    }

    // --- the end -------------------------------------------------------------------------------------------------------------------------

    static readonly AssessmentDimensionFact[] AllWritten =
    [
        .. DimensionSets.On(Today).All.Select((d, i) => Row(d.Code, "Skrevet", 50, 100 + i)),
    ];

    static ConcludeAssessment C(
        AssessmentOutcome outcome = AssessmentOutcome.Support,
        string on = "2026-10-30",
        bool? siblings = null,
        string? note = null,
        string? reason = null
    ) =>
        new(50, D(on), outcome, "Barnet har brug for ro", reason, "Vil bo hjemme", "Vil gerne have hjælp", siblings, note, null)
        {
            SecondCaseworkerId = 13,
        };

    static Decision Conclude(
        ConcludeAssessment c,
        string script,
        AssessmentFact? a = null,
        IReadOnlyList<AssessmentDimensionFact>? rows = null,
        bool family = false
    ) =>
        AssessmentRules.Conclude(
            c,
            a ?? Assessment(),
            Script.File(script),
            rows ?? AllWritten,
            family ? [Script.File("", 2)] : [],
            Bounds.National,
            Today,
            Ids()
        );

    [Fact]
    public void A_finished_assessment_meets_its_deadline()
    {
        const string script = "case 2026-01-01 -; talk 2026-10-05";
        var done = Fact<AssessmentFact>(Conclude(C(), script));
        Assert.Equal((Today, AssessmentOutcome.Support, "Vil bo hjemme"), (done.FinishedOn, done.Outcome, done.ChildsView));
        Assert.Equal("OnTime 2026-10-01 2027-02-01 = 2026-10-30", Owed(script, done, Rule.AssessmentCompleted, Today));
    }

    [Fact]
    public void What_is_missing_at_the_end_is_said_all_at_once() =>
        Assert.Equal(
            [
                "day-in-future",
                "outcome-not-of-kind",
                "conclusion-missing",
                "child-not-heard-in-assessment",
                "childs-view-missing",
                "parents-view-missing",
                "siblings-not-answered",
                "siblings-note-missing",
                "second-caseworker-missing",
                "dimensions-unfinished",
            ],
            Codes(
                Conclude(
                    new(50, D("2026-10-31"), AssessmentOutcome.OpenCase, null, null, null, null, null, null, null),
                    "case 2026-01-01 -",
                    rows: [Row("health", null)],
                    family: true
                )
            )
        );

    [Theory]
    [InlineData("talk 2026-10-05", "")]
    [InlineData("talk 2026-05-01", "")] // 182 days before
    [InlineData("talk 2026-04-30", "child-not-heard-in-assessment")]
    [InlineData("talk 2026-10-05 reason", "")]
    [InlineData("talk 2026-10-05 left", "child-not-heard-in-assessment")] // left out without a reason
    [InlineData("born 2026-11-20", "")] // not born yet
    public void An_assessment_ends_only_when_the_child_is_heard_or_left_out_with_a_reason(string script, string said) =>
        Assert.Equal(said, string.Join(' ', Codes(Conclude(C(), "case 2026-01-01 -; " + script))));

    [Fact]
    public void A_child_left_out_with_a_reason_has_no_view_to_write()
    {
        Assert.False(Conclude(C() with { ChildsView = null }, "case 2026-01-01 -; talk 2026-10-05 reason").Refused);
        Assert.Equal(
            "childs-view-missing",
            Assert.Single(Codes(Conclude(C() with { ChildsView = null }, "case 2026-01-01 -; talk 2026-10-05")))
        );
    }

    [Fact]
    public void Siblings_are_considered_with_what_or_not_with_why()
    {
        const string heard = "case 2026-01-01 -; talk 2026-10-05";
        Assert.Equal(["siblings-not-answered", "siblings-note-missing"], Codes(Conclude(C(), heard, family: true)));
        Assert.Equal("siblings-note-missing", Assert.Single(Codes(Conclude(C(siblings: false), heard, family: true))));
        Assert.False(Conclude(C(siblings: false, note: "Bor hos faren"), heard, family: true).Refused);
        Assert.False(Conclude(C(), heard).Refused);
        // Two hold the key meetings of a family's first case, and at the end both are named.
        Assert.Equal("second-caseworker-missing", Assert.Single(Codes(Conclude(C() with { SecondCaseworkerId = null }, heard))));
        Assert.Equal(13, Fact<AssessmentFact>(Conclude(C(), heard)).SecondCaseworkerId);
    }

    [Fact]
    public void An_unwritten_dimension_may_be_left_with_a_reason_and_only_a_full_assessment_asks()
    {
        const string heard = "case 2026-01-01 -; talk 2026-10-05";
        Assert.Equal("dimensions-unfinished", Assert.Single(Codes(Conclude(C(), heard, rows: AllWritten[1..]))));
        Assert.Equal(
            "Ikke relevant",
            Fact<AssessmentFact>(Conclude(C() with { UnfinishedReason = "Ikke relevant" }, heard, rows: AllWritten[1..])).UnfinishedReason
        );
        Assert.False(
            Conclude(C(AssessmentOutcome.Assessment), "case 2026-01-01 -", Assessment(kind: AssessmentKind.Clarification), []).Refused
        );
    }

    [Fact]
    public void A_screening_that_leads_on_opens_a_case_and_one_that_does_not_says_why()
    {
        var screening = Assessment(kind: AssessmentKind.Screening);
        Assert.Equal(D("2026-10-29"), Fact<CaseFact>(Conclude(C(AssessmentOutcome.OpenCase, "2026-10-29"), "", screening, [])).OpenedOn);
        Assert.Equal(D("2026-10-30"), Fact<CaseFact>(Conclude(C(AssessmentOutcome.Assessment), "", screening, [])).OpenedOn);
        Assert.Equal("no-case-reason-missing", Assert.Single(Codes(Conclude(C(AssessmentOutcome.NoCase), "", screening, []))));
        Assert.Single(Conclude(C(AssessmentOutcome.NoCase, reason: "Skolen hjælper"), "", screening, []).Events);
        Assert.Equal(
            "outcome-not-of-kind",
            Assert.Single(Codes(Conclude(C(AssessmentOutcome.OpenCase), "case 2026-01-01 -", screening, [])))
        );
        Assert.Single(Conclude(C(AssessmentOutcome.Clarification), "case 2026-01-01 -", screening, []).Events);
    }

    [Fact]
    public void No_support_says_why() =>
        Assert.Equal(
            "no-support-reason-missing",
            Assert.Single(Codes(Conclude(C(AssessmentOutcome.NoSupport), "case 2026-01-01 -; talk 2026-10-05")))
        );

    [Fact]
    public void What_is_finished_or_gone_is_not_finished_again_nor_before_it_was_known()
    {
        Assert.Equal("assessment-finished", Assert.Single(Codes(Conclude(C(), "", Assessment(finished: "2026-10-20")))));
        Assert.Equal(
            "thing-not-there",
            Assert.Single(Codes(AssessmentRules.Conclude(C(), null, Script.File(""), [], [], Bounds.National, Today, Ids())))
        );
        Assert.Equal("finished-before-known", Assert.Single(Codes(Conclude(C(on: "2026-09-30"), "case 2026-01-01 -; talk 2026-09-05"))));
    }

    [Fact]
    public void A_finished_revisit_and_target_group_assessment_meet_what_asked_for_them()
    {
        const string placed = "born 2010-06-01; case 2025-01-01 -; measure plejefamilie 2026-02-01 -";
        Assert.Equal(
            "OnTime 2026-06-01 2027-12-01 = 2026-10-30",
            Owed(
                placed,
                Fact<AssessmentFact>(Conclude(C(), placed, Assessment(kind: AssessmentKind.Revisit), [])),
                Rule.PlacementRevisited,
                Today
            )
        );
        const string disabled = "disability; case 2026-08-01 -";
        Assert.Equal(
            "OnTime 2026-08-01 2026-12-01 = 2026-10-30",
            Owed(
                disabled,
                Fact<AssessmentFact>(Conclude(C(), disabled, Assessment(kind: AssessmentKind.TargetGroup), [])),
                Rule.TargetGroupAssessed,
                Today
            )
        );
    }

    // --- the child is heard --------------------------------------------------------------------------------------------------------------

    static readonly ChildFact Child = new() { Id = 1, BornOn = new(2014, 3, 1) };

    static HearChild H(
        bool leftOut = false,
        string? words = "Jeg vil hjem til far",
        string? reason = null,
        bool suspected = false,
        bool? without = null,
        long? by = 12,
        string on = "2026-10-20"
    ) =>
        new(
            1,
            D(on),
            ConversationPurpose.Decision,
            leftOut,
            reason,
            by,
            "Skolen",
            "Klasselæreren",
            without,
            suspected,
            words,
            ConversationMatter.Support
        );

    [Fact]
    public void A_conversation_keeps_the_childs_words_and_serves_decisions_for_182_days()
    {
        var talk = Fact<ConversationFact>(AssessmentRules.Hear(H(), Child, Today, 99));
        Assert.Equal(
            (false, false, "Jeg vil hjem til far", 12L, "Skolen"),
            (talk.LeftOut, talk.HasReason, talk.ChildsWords, talk.EmployeeId, talk.Place)
        );
        Assert.Equal(D("2027-04-20"), Hearing.CoversTo(talk, Bounds.National));
        const string decided = "case 2026-01-01 -; decision 2026-10-25; measure hjem 2026-11-01 - +";
        Assert.Equal("Missed 2026-10-25 2026-10-25", Owed(decided, null, Rule.ChildHeard, Today));
        Assert.Equal("OnTime 2026-10-25 2026-10-25 = 2026-10-20", Owed(decided, talk, Rule.ChildHeard, Today));
    }

    [Fact]
    public void A_conversation_about_a_decision_says_which_and_others_have_none_to_say()
    {
        Assert.Equal(
            "conversation-matter-missing",
            Assert.Single(AssessmentRules.Hear(H() with { Matter = null }, Child, Today, 99).Refusals).Code
        );
        var plan = Fact<ConversationFact>(AssessmentRules.Hear(H() with { Purpose = ConversationPurpose.Plan }, Child, Today, 99));
        Assert.Null(plan.Matter);
    }

    [Fact]
    public void A_conversation_left_out_with_its_reason_is_shown_apart()
    {
        var left = Fact<ConversationFact>(
            AssessmentRules.Hear(H(leftOut: true, words: null, reason: "Barnet er tre uger gammelt"), Child, Today, 99)
        );
        Assert.Equal((true, true, "Barnet er tre uger gammelt", null), (left.LeftOut, left.HasReason, left.Reason, left.Place));
        Assert.Equal(
            "OnTime 2026-10-25 2026-10-25 = 2026-10-20 left out",
            Owed("decision 2026-10-25; measure hjem 2026-11-01 - +", left, Rule.ChildHeard, Today)
        );
    }

    [Fact]
    public void What_is_wrong_with_a_conversation_is_said_all_at_once()
    {
        Assert.Equal(
            ["day-in-future", "conversation-by-missing", "childs-words-missing", "parents-must-not-be-present"],
            Codes(AssessmentRules.Hear(H(words: null, by: null, suspected: true, on: "2026-10-31"), Child, Today, 99))
        );
        Assert.Equal(
            ["leaving-out-reason-missing", "words-though-left-out", "conversation-required-in-suspicion"],
            Codes(AssessmentRules.Hear(H(leftOut: true, suspected: true), Child, Today, 99))
        );
        Assert.Equal("child-not-born", Assert.Single(Codes(AssessmentRules.Hear(H(on: "2014-02-28"), Child, Today, 99))));
        Assert.Equal(
            "child-not-born",
            Assert.Single(
                Codes(
                    AssessmentRules.Hear(
                        H(),
                        new()
                        {
                            Id = 1,
                            BornOn = D("2026-01-01"),
                            Unborn = true,
                        },
                        Today,
                        99
                    )
                )
            )
        );
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void In_suspicion_of_abuse_the_child_is_heard_without_the_parents(bool? without, bool refused) =>
        Assert.Equal(refused, AssessmentRules.Hear(H(suspected: true, without: without), Child, Today, 99).Refused);

    [Fact]
    public void Every_row_of_the_law_of_assessments_is_dated_without_gaps_or_overlaps()
    {
        foreach (var topic in AssessmentLaw.All.GroupBy(r => r.Topic))
        {
            var rows = topic.OrderBy(r => r.From).ToList();
            Assert.Equal(DateOnly.MaxValue, rows[^1].To);
            foreach (var (earlier, later) in rows.Zip(rows.Skip(1)))
                Assert.Equal(later.From, earlier.To.AddDays(1));
            Assert.All(rows, r => Assert.True(r.IsLaw == (r.Section is not null) && r.Text.Length > 0 && r.Source.Length > 0));
        }
        Assert.Equal(Enum.GetValues<AssessmentTopic>().Length, AssessmentLaw.All.Select(r => r.Topic).Distinct().Count());
        Assert.Equal(
            (192, 210),
            (AssessmentLaw.Of(AssessmentTopic.Revisit, Today)!.MonthsFrom, AssessmentLaw.Of(AssessmentTopic.Revisit, Today)!.MonthsTo)
        );
    }

    /// <summary>What a child owes when a fact made by a rule is there too.</summary>
    static string Owed(string script, ChildsFact? fact, Rule rule, DateOnly day)
    {
        var file = Script.File(script);
        var facts = file
            .Cases.Cast<ChildsFact>()
            .Concat(file.Assessments)
            .Concat(file.Conversations)
            .Concat(file.Decisions)
            .Concat(file.Interventions)
            .ToList();
        if (fact is not null)
            facts.Add(fact);
        var found = new List<Requirement>();
        Derive.Of(ChildFile.Build(file.Child, facts), Catalogue.Default, day, found);
        return string.Join(
            "; ",
            found
                .Where(r => r.Rule == rule)
                .Select(r =>
                    $"{r.State} {r.Trigger:yyyy-MM-dd} "
                    + $"{r.Due:yyyy-MM-dd}{(r.Fulfilled is { } f ? $" = {f:yyyy-MM-dd}" : "")}{(r.LeftOut ? " left out" : "")}"
                )
        );
    }
}
