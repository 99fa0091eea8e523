using Spor.Assessments;
using Spor.Children;
using Spor.Decisions;
using Spor.Facts;
using Spor.FollowUps;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Law;
using Spor.Workforce;

namespace Spor.Corrections;

/// <summary>
/// A corrected value is judged by the rule that would have judged it when it was entered. What a source delivered wrong is put right, but
/// what
/// it may cost is asked for all: a correction raises no price that somebody else must grant.
/// </summary>
static class Judged
{
    /// <summary>Says what is wrong, and returns what must be recorded with the correction.</summary>
    /// <param name="row">As it is, texts opened.</param>
    public static GrantFact? By(
        Fact row,
        Fact corrected,
        ChildFile file,
        Catalogue catalogue,
        Actor actor,
        DateOnly today,
        List<Refusal> wrong
    ) =>
        (row, corrected) switch
        {
            (InterventionFact was, InterventionFact now) => Measure(was, now, file, catalogue, actor, today, wrong),
            (InterventionPriceFact, InterventionPriceFact now) => Price(now, file, catalogue, actor, today, wrong),
            (DecisionRecordFact was, DecisionRecordFact now) => Decision(was, now, file, catalogue, actor, today, wrong),
            (AssignmentFact was, AssignmentFact now) => Assignment(was, now, actor, wrong),
            (ConversationFact was, ConversationFact now) => Conversation(was, now, wrong),
            (CaseFact was, CaseFact now) => Case(was, now, wrong),
            (FollowUpFact was, FollowUpFact now) => FollowUp(was, now, actor, catalogue.Bounds, wrong),
            _ => null,
        };

    /// <summary>Another caseworker is a handover; only what a source delivered wrong is put right here, by whoever leads both
    /// teams.</summary>
    static GrantFact? Assignment(AssignmentFact was, AssignmentFact now, Actor actor, List<Refusal> wrong)
    {
        if (now.EmployeeId != was.EmployeeId && !(was.SourceKey is not null && actor.Level >= AuthorityLevel.Leader))
            wrong.Add(new("assignee-by-handover", nameof(now.EmployeeId)));
        return null;
    }

    /// <summary>Closing has its gate: what is owed, what runs, who was told. Another last day of a case that is closed is a
    /// correction.</summary>
    static GrantFact? Case(CaseFact was, CaseFact now, List<Refusal> wrong)
    {
        if (was.ClosedOn is null && now.ClosedOn is not null)
            wrong.Add(new("closing-is-its-own", nameof(now.ClosedOn)));
        return null;
    }

    /// <summary>One about a decision says which. Only what a source or an older Spor did not say may stay unsaid.</summary>
    static GrantFact? Conversation(ConversationFact was, ConversationFact now, List<Refusal> wrong)
    {
        if (
            now is { Purpose: ConversationPurpose.Decision, Matter: null }
            && (was.Purpose != ConversationPurpose.Decision || was.Matter is not null)
        )
            wrong.Add(new("conversation-matter-missing", nameof(now.Matter)));
        return null;
    }

    static GrantFact? FollowUp(FollowUpFact was, FollowUpFact now, Actor actor, Bounds bounds, List<Refusal> wrong)
    {
        if (now.NextBy != was.NextBy)
            FollowUpRules.TooFar(now.On, now.NextBy, now.CadenceReason, actor.Level, bounds, wrong);
        return null;
    }

    static GrantFact? Measure(
        InterventionFact was,
        InterventionFact now,
        ChildFile file,
        Catalogue catalogue,
        Actor actor,
        DateOnly today,
        List<Refusal> wrong
    )
    {
        if (InACase(file, was.From) && !InACase(file, now.From))
            wrong.Add(new("case-not-open", nameof(now.From)));
        var found = new List<Refusal>();
        var grant = Covered.Ask(
            new(
                now.Code,
                now.From,
                now.ExpectedTo,
                now.DecisionId,
                now.From,
                now is { PriceOre: { } ore, Unit: { } unit } ? new Price(ore, unit, now.QuantityHundredths) : null,
                now.Provider,
                now.Place,
                was
            ),
            file,
            catalogue,
            actor,
            today,
            found
        );
        foreach (var refusal in found)
            if (
                refusal.Code switch
                {
                    // Spelled wrong: whoever may decide on the place may say so.
                    "place-is-a-decision" => was.SourceKey is null && !MayDecide(now, file, catalogue, actor, today),
                    "grant-does-not-cover" => true,
                    _ => was.SourceKey is null || file.Decisions.Any(d => d.Id == now.DecisionId && d.ProposalId is not null),
                }
            )
                wrong.Add(refusal);
        if (grant is not null)
            grant.InterventionId = was.Id;
        return grant;
    }

    static bool MayDecide(InterventionFact m, ChildFile file, Catalogue catalogue, Actor actor, DateOnly today) =>
        catalogue.On(m.Code, m.From) is { } row
        && Authority.Covers(
            actor.Level,
            Authority.Needed(
                Authority.On(actor.Limits, today),
                Covered.KindFor(row, Array.Find(file.Decisions, d => d.Id == m.DecisionId)),
                m.Code,
                Authority.OreAMonth(m.PriceOre, m.Unit, m.QuantityHundredths, m.From),
                today
            )
        );

    static GrantFact? Price(
        InterventionPriceFact now,
        ChildFile file,
        Catalogue catalogue,
        Actor actor,
        DateOnly today,
        List<Refusal> wrong
    )
    {
        if (Array.Find(file.Interventions, m => m.Id == now.InterventionId) is not { } measure)
            return null;
        if (!measure.RunsOn(now.From))
            wrong.Add(new("measure-not-running-then", nameof(now.From)));
        var grant = Covered.Ask(
            new(
                measure.Code,
                measure.From,
                measure.ExpectedTo,
                measure.DecisionId,
                now.From,
                new Price(now.PriceOre, now.Unit, now.QuantityHundredths),
                measure.Provider,
                measure.Place,
                measure
            ),
            file,
            catalogue,
            actor,
            today,
            wrong
        );
        if (grant is not null)
            grant.InterventionId = measure.Id;
        return grant;
    }

    /// <summary>A decision made in Spor stands on its gates; on another day or section it would have had to pass them too.</summary>
    static GrantFact? Decision(
        DecisionRecordFact was,
        DecisionRecordFact now,
        ChildFile file,
        Catalogue catalogue,
        Actor actor,
        DateOnly today,
        List<Refusal> wrong
    )
    {
        if (Array.Find(file.Proposals, p => p.Id == was.ProposalId) is not { } proposal)
            return null;
        if (now.Kind != was.Kind)
            wrong.Add(new("decision-kind-is-its-own", nameof(now.Kind)));
        if (now.Level != was.Level && !(now.Level is { } level && Authority.Covers(actor.Level, level)))
            wrong.Add(new("not-your-authority", nameof(now.Level)));
        if ((now.On, now.LegalBasis) == (was.On, was.LegalBasis))
            return null;
        var asked = (DecisionProposalFact)proposal.Copy();
        (asked.DecidedOn, asked.LegalBasis) = (now.On, now.LegalBasis);
        var before = (DecisionProposalFact)proposal.Copy();
        before.DecidedOn = was.On;
        var already = Gates.For(before, file, catalogue, today).Select(r => r.Code).ToHashSet();
        // What was wrong before is not made worse.
        foreach (var refusal in Gates.For(asked, file, catalogue, today).Where(r => !already.Contains(r.Code)))
            wrong.Add(refusal with { Field = refusal.Field == nameof(asked.LegalBasis) ? nameof(now.LegalBasis) : nameof(now.On) });
        if (Array.Find(file.Interventions, m => m.DecisionId == was.Id && m.From < now.On) is not null && !proposal.Acute)
            if (!wrong.Exists(r => r.Code == "start-before-decision"))
                wrong.Add(new("start-before-decision", nameof(now.On)));
        return null;
    }

    static bool InACase(ChildFile file, DateOnly day) => Array.Exists(file.Cases, c => c.ActiveAt(day));
}
