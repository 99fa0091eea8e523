using Spor.Assessments;
using Spor.Corrections;
using Spor.Decisions;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Law;
using Spor.Requirements;
using static Spor.Tests.Deciding;

namespace Spor.Tests;

/// <summary>A child is heard on what is decided, and on nothing else (BL 5).</summary>
public class ConversationMatterTests
{
    static ConversationFact Talk(ConversationMatter? matter, ConversationPurpose purpose = ConversationPurpose.Decision) =>
        new()
        {
            Id = 80,
            ChildId = 1,
            On = new(2026, 10, 1),
            Purpose = purpose,
            Matter = matter,
        };

    static string[] Heard(DecisionKind kind, ConversationFact talk, string? measure = null)
    {
        var file = Script.File(Case + Bfu + Deciding.Plan);
        file = ChildFile.Build(file.Child, [.. file.All.OfType<ChildsFact>(), talk], alone: true);
        return
        [
            .. Gates.For(A(kind, measure), file, Catalogue.Default, Today).Where(r => r.Code == "child-not-heard").Select(r => r.Named!),
        ];
    }

    [Fact]
    public void A_talk_about_seeing_the_father_is_no_hearing_on_a_placement()
    {
        Assert.Equal(["anbringelse"], Heard(DecisionKind.Placement, Talk(ConversationMatter.Contact), "plejefamilie"));
        Assert.Equal([], Heard(DecisionKind.Placement, Talk(ConversationMatter.Placement), "plejefamilie"));
        Assert.Equal(["samvær og kontakt"], Heard(DecisionKind.Contact, Talk(ConversationMatter.Placement)));
        Assert.Equal([], Heard(DecisionKind.Contact, Talk(ConversationMatter.Contact)));
    }

    [Fact]
    public void Whether_and_where_may_be_one_talk_and_where_alone_is_not_whether()
    {
        Assert.Equal([], Heard(DecisionKind.ChoiceOfPlace, Talk(ConversationMatter.Placement)));
        Assert.Equal([], Heard(DecisionKind.ChoiceOfPlace, Talk(ConversationMatter.Place)));
        Assert.Equal(["anbringelse"], Heard(DecisionKind.PlacementWithoutConsent, Talk(ConversationMatter.Place), "plejefamilie"));
    }

    [Fact]
    public void What_was_said_in_an_assessment_carries_what_an_assessment_leads_to()
    {
        var talk = Talk(null, ConversationPurpose.Assessment);
        Assert.Equal([], Heard(DecisionKind.Support, talk, "hjem"));
        Assert.Equal([], Heard(DecisionKind.Refusal, talk));
        Assert.Equal(["hjemgivelse"], Heard(DecisionKind.ReturnHome, talk));
        Assert.Equal(["samvær og kontakt"], Heard(DecisionKind.ContactBroken, talk));
    }

    [Theory]
    [InlineData(ConversationPurpose.FollowUp)]
    [InlineData(ConversationPurpose.Visit)]
    [InlineData(ConversationPurpose.Plan)]
    [InlineData(ConversationPurpose.Other)]
    [InlineData(ConversationPurpose.Notification)]
    public void Talks_about_other_things_are_talks(ConversationPurpose purpose) =>
        Assert.Equal(["støtte"], Heard(DecisionKind.Support, Talk(null, purpose), "hjem"));

    [Fact]
    public void One_that_does_not_say_which_decision_counts_as_it_always_did()
    {
        foreach (var kind in Enum.GetValues<DecisionKind>())
            Assert.True(ConversationMatters.Fits(Talk(null), kind), kind.ToString());
        Assert.True(ConversationMatters.Fits(Talk(null), null));
        // What another system decided, without its kind, is some help; a talk about contact is none about that.
        Assert.True(ConversationMatters.Fits(Talk(ConversationMatter.Placement), null));
        Assert.False(ConversationMatters.Fits(Talk(ConversationMatter.Contact), null));
    }

    [Fact]
    public void Every_kind_of_decision_on_which_a_child_is_heard_has_a_matter_that_the_form_offers()
    {
        foreach (var law in DecisionLaw.All.Where(k => k.ChildHeard))
        {
            var usual = ConversationMatters.Of(law.Kind)[0];
            Assert.Equal([], Heard(law.Kind, Talk(usual)));
        }
    }

    [Fact]
    public void The_requirement_asks_as_the_gate_does()
    {
        const string placed = "case 2026-01-01 -; decision 2026-10-25; measure plejefamilie 2026-11-01 - +";
        RequirementState State(ConversationMatter matter)
        {
            var file = Script.File(placed);
            file.Decisions[0].Kind = DecisionKind.Placement;
            file = ChildFile.Build(file.Child, [.. file.All.OfType<ChildsFact>(), Talk(matter)], alone: true);
            var found = new List<Requirement>();
            Derive.Of(file, Catalogue.Default, Today, found);
            return found.Single(r => r.Rule == Rule.ChildHeard).State;
        }
        Assert.Equal(RequirementState.OnTime, State(ConversationMatter.Placement));
        Assert.Equal(RequirementState.Missed, State(ConversationMatter.Contact));
    }

    [Fact]
    public void A_correction_takes_the_matter_from_nothing_that_had_one()
    {
        string[] Corrected(ConversationFact was, ConversationMatter? matter, ConversationPurpose purpose = ConversationPurpose.Decision)
        {
            var now = (ConversationFact)was.Copy();
            (now.Matter, now.Purpose) = (matter, purpose);
            var file = Script.File(Case);
            return
            [
                .. CorrectionRules
                    .Correct(
                        was,
                        now,
                        "Skrevet forkert.",
                        file,
                        Catalogue.Default,
                        (_, _) => true,
                        new(12, AuthorityLevel.Leader),
                        Today,
                        () => 1
                    )
                    .Refusals.Select(r => r.Code),
            ];
        }
        Assert.Equal(["conversation-matter-missing"], Corrected(Talk(ConversationMatter.Contact), null));
        Assert.Equal(["conversation-matter-missing"], Corrected(Talk(null, ConversationPurpose.Visit), null));
        Assert.Equal([], Corrected(Talk(ConversationMatter.Contact), ConversationMatter.Placement));
        Assert.Equal([], Corrected(Talk(null), ConversationMatter.Placement));
    }
}
