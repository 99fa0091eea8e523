using Spor.Cases;
using Spor.Children;
using Spor.Corrections;
using Spor.Decisions;
using Spor.Facts;
using Spor.FollowUps;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Letters;
using Spor.Notifications;
using Spor.Requirements;
using static Spor.Tests.Deciding;
using NextStep = Spor.Cases.NextStep;

namespace Spor.Tests;

/// <summary>The next step is always true, a case closes on nothing owed, and a correction says what it changes.</summary>
public class OwedTests
{
    static ChildFile Decided(string script = Case + Talk, params ChildsFact[] more)
    {
        var file = After(Script.File(script), Propose(A(DecisionKind.Support, "hjem"), Script.File(script), Caseworker));
        return ChildFile.Build(file.Child, [.. file.All.OfType<ChildsFact>(), .. more], alone: true);
    }

    static NetworkPersonFact Mother(long id = 70) =>
        new()
        {
            Id = id,
            ChildId = 1,
            Name = "Anna",
            HasCustody = true,
        };

    static LetterFact Letter(long decision, long? person) =>
        new()
        {
            Id = 80 + (person ?? 0),
            ChildId = 1,
            Template = Templates.Decision,
            AboutKind = FactKinds.DecisionRecord.Name,
            AboutId = decision,
            WrittenOn = Today,
            SentOn = Today,
            PersonId = person,
        };

    static string[] Closing(ChildFile file) =>
        [.. CaseRules.Close(new(1, file.Cases[0].Id, Today, "Færdig", true, EndResult.Reached), file, Today).Refusals.Select(r => r.Code)];

    [Fact]
    public void Each_party_has_the_decision_before_the_case_closes()
    {
        var file = Decided(more: Mother());
        var decision = file.Decisions[0].Id;
        // The mother, and the girl of 14 who is a party herself.
        Assert.Equal([(70L, false), ((long?)null, true)], Owed.Of(file, Today).Select(o => (o.PersonId, o.ToChild)));
        Assert.Contains("decision-letter-owed", Closing(file));
        var mother = Decided(more: [Mother(), Letter(decision, 70)]);
        Assert.Equal([true], Owed.Of(mother, Today).Select(o => o.ToChild));
        Assert.Contains("decision-letter-owed", Closing(mother));
        Assert.DoesNotContain("decision-letter-owed", Closing(Decided(more: [Mother(), Letter(decision, 70), Letter(decision, null)])));
        // A letter to somebody who is in nobody's file is not the girl's own.
        var other = Letter(decision, null);
        other.ToChild = false;
        Assert.Contains("decision-letter-owed", Closing(Decided(more: [Mother(), Letter(decision, 70), other])));
        var own = Letter(decision, null);
        own.ToChild = true;
        Assert.DoesNotContain("decision-letter-owed", Closing(Decided(more: [Mother(), Letter(decision, 70), own])));
        // A child of nine is no party.
        var young = Decided("born 2017-01-01; " + Case + Talk, Mother());
        Assert.Equal([70L], Owed.Of(young, Today).Select(o => o.PersonId!.Value));
    }

    [Fact]
    public void A_party_of_ten_is_among_the_recipients_of_the_decision_and_of_no_other_letter()
    {
        var file = Decided("born 2014-01-01; " + Case + Talk);
        file.Child.FirstName = "Alma";
        Assert.Contains(Recipients.Of(file, file.Decisions[0], Today), r => r.Key == "barnet");
        Assert.Contains(Recipients.Of(file, file.Proposals[0], Today), r => r.Key == "barnet");
        Assert.DoesNotContain(Recipients.Of(file, null, Today), r => r.Key == "barnet");
    }

    [Fact]
    public void The_professional_who_notified_is_answered_and_nothing_written_or_proposed_is_left()
    {
        var notified = new NotificationFact
        {
            Id = 60,
            ChildId = 1,
            Notifier = Notifier.School,
            ReceivedAt = new(2026, 10, 1, 9, 0, 0),
            AssessedAt = new(2026, 10, 1, 12, 0, 0),
        };
        var waiting = new DecisionProposalFact
        {
            Id = 61,
            ChildId = 1,
            ProposedOn = Today,
        };
        var draft = new LetterFact
        {
            Id = 62,
            ChildId = 1,
            WrittenOn = Today,
        };
        var file = ChildFile.Build(Script.File(Case).Child, [.. Script.File(Case).Cases, notified, waiting, draft], alone: true);
        Assert.Equal(["feedback-owed", "proposal-waits", "letter-not-sent"], Closing(file).Where(c => c != "parents-not-informed"));
        // What another system reported was answered there.
        notified.SourceKey = "U-1";
        Assert.DoesNotContain("feedback-owed", Closing(file));
    }

    [Fact]
    public void The_next_step_is_the_one_of_all_that_is_open()
    {
        var file = Decided(more: Mother());
        var requirement = Script.All(file, Today).Where(r => r.State == RequirementState.Upcoming).OrderBy(r => r.Due).First();
        // The letter is owed today, the requirement later.
        Assert.NotNull(NextStep.Of(requirement, file, Catalogue.Default, Today)!.Owed);
        var sent = Decided(more: [Mother(), Letter(file.Decisions[0].Id, 70), Letter(file.Decisions[0].Id, null)]);
        var next = NextStep.Of(null, sent, Catalogue.Default, Today)!;
        Assert.Equal(("make-plan", Today.AddMonths(3)), (next.Duty!.Code, next.Due));
        Assert.Null(NextStep.Of(null, Script.File(Case), Catalogue.Default, Today));
        // With the case what its decisions left is closed too.
        sent.Cases[0].ClosedOn = Today.AddDays(-1);
        Assert.Null(NextStep.Of(null, sent, Catalogue.Default, Today));
        Assert.Empty(OpenMatters.Of(sent, Catalogue.Default, Today).Duties);
        sent.Cases[0].ClosedOn = null;
        Assert.Equal(2 + 1, OpenMatters.Of(file, Catalogue.Default, Today) is var open ? open.Owed.Count + open.Duties.Count : 0);
    }

    [Fact]
    public void Far_ahead_asks_why_and_very_far_asks_the_head()
    {
        string[] Next(DateOnly next, string? why, AuthorityLevel level)
        {
            var wrong = new List<Refusal>();
            FollowUpRules.TooFar(Today, next, why, level, Spor.Law.Bounds.National, wrong);
            return [.. wrong.Select(r => r.Code)];
        }
        Assert.Equal([], Next(Today.AddMonths(6), null, AuthorityLevel.Caseworker));
        Assert.Equal(["next-far-without-reason"], Next(Today.AddMonths(6).AddDays(1), null, AuthorityLevel.Caseworker));
        Assert.Equal([], Next(Today.AddMonths(12), "Ro.", AuthorityLevel.Caseworker));
        Assert.Equal(["next-beyond-a-year"], Next(new(2030, 1, 31), "Ro.", AuthorityLevel.ProfessionalCoordinator));
        Assert.Equal([], Next(new(2030, 1, 31), "Ro.", AuthorityLevel.Leader));

        // And a correction is no way round it.
        var file = Script.File(Case + "measure hjem 2026-02-01 -; followup 2026-05-01 2026-08-01");
        var moved = (FollowUpFact)file.FollowUps[0].Copy();
        moved.NextBy = new(2030, 1, 31);
        Assert.Equal(
            ["next-beyond-a-year"],
            CorrectionRules
                .Correct(file.FollowUps[0], moved, "Fejl", file, Catalogue.Default, (_, _) => true, Caseworker, Today, Ids())
                .Refusals.Select(r => r.Code)
        );
    }

    [Fact]
    public void A_correction_that_takes_requirements_away_says_which_before_it_is_saved()
    {
        var file = Script.File(Case + "measure hjem 2026-02-01 -; followup 2026-04-20 2026-08-01");
        var moved = (InterventionFact)file.Interventions[0].Copy();
        moved.To = new(2026, 4, 25);
        var decision = CorrectionRules.Correct(
            file.Interventions[0],
            moved,
            "Fejl",
            file,
            Catalogue.Default,
            (_, _) => true,
            Head,
            Today,
            Ids()
        );
        var effects = Effects.Of(file, decision.Events, Catalogue.Default, Today);
        Assert.NotEmpty(effects.Gone);
        Assert.All(effects.Gone, r => Assert.Equal(moved.Id, r.SubjectId));
        Assert.Equal((3, 0), effects.Step);
        Assert.Equal(
            "correction-changes-more",
            Assert.Single(CorrectionRules.Seen(decision, false, file, Catalogue.Default, Today).Refusals).Code
        );
        Assert.False(CorrectionRules.Seen(decision, true, file, Catalogue.Default, Today).Refused);
        // What changes nothing else is saved at once.
        var renamed = (InterventionFact)file.Interventions[0].Copy();
        renamed.Provider = "Huset";
        var plain = CorrectionRules.Correct(
            file.Interventions[0],
            renamed,
            "Fejl",
            file,
            Catalogue.Default,
            (_, _) => true,
            Head,
            Today,
            Ids()
        );
        Assert.False(CorrectionRules.Seen(plain, false, file, Catalogue.Default, Today).Refused);
    }
}
