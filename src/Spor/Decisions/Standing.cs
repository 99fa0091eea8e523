using Spor.Access;
using Spor.Assessments;
using Spor.Cases;
using Spor.Children;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Plans;
using Spor.Verbs;

namespace Spor.Decisions;

/// <summary>
/// What runs goes on standing on what it was decided on, and within what was granted, whatever is done afterwards. Asked of what any verb
/// decided, as <see cref="Protection"/> is, so that no form, correction or later verb is a way round. What was so before may stay so.
/// </summary>
public static class Standing
{
    public static Decision Watch(Decision decision, Now now)
    {
        if (decision.Refused || !decision.Events.Any(Touches))
            return decision;
        foreach (var child in decision.Events.Where(Touches).Select(e => ChildOf(e, now.Facts)).OfType<long>().Distinct())
            if (now.Facts.Child(child) is { } file && Wrong(file, decision.Events, now.Catalogue, now.Today) is { } refused)
                return refused;
        return decision;
    }

    /// <param name="file">As it stands before.</param>
    public static Refusal? Wrong(ChildFile file, IReadOnlyList<DomainEvent> events, Catalogue catalogue, DateOnly today)
    {
        var after = file.After(events);
        if (events.Any(TakesAway))
            foreach (var measure in after.Interventions.Where(m => m.To is null || m.To >= today))
                if (NoLongerStands(measure, file, after, catalogue, today) is { } decision)
                    return new("decision-rests-on-it", null, decision.Kind?.Danish());
        if (events.Any(e => e.Kind == FactKinds.Case) && IsLeft(file, after, today))
            return new("closing-is-its-own", nameof(CaseFact.ClosedOn));
        if (events.Any(e => e.Kind == FactKinds.Intervention) && RunsInNoCase(file, after, today))
            return new("case-not-open");
        if (events.Any(IsMoney))
            foreach (var measure in after.Interventions)
                if (Grants.Beyond(measure, after, catalogue) is not null && !WasBeyond(measure.Id, file, catalogue))
                    return new("price-beyond-grant", nameof(InterventionFact.PriceOre));
        return null;
    }

    /// <summary>The child's last open case would be gone, whatever took it, and something is owed or runs on.</summary>
    static bool IsLeft(ChildFile file, ChildFile after, DateOnly today) =>
        Array.Exists(file.Cases, c => c.ClosedOn is null)
        && !Array.Exists(after.Cases, c => c.ClosedOn is null)
        && (Owed.Of(after, today).Count > 0 || Array.Exists(after.Interventions, m => Runs(m, today)));

    /// <summary>A measure that had ended, or was not there, would run on after the last case was closed.</summary>
    static bool RunsInNoCase(ChildFile file, ChildFile after, DateOnly today) =>
        !Array.Exists(after.Cases, c => c.ClosedOn is null || c.ClosedOn > today)
        && after.Interventions.Any(m => Runs(m, today) && !file.Interventions.Any(b => b.Id == m.Id && Runs(b, today)));

    static bool Runs(InterventionFact m, DateOnly today) => m.To is null || m.To > today;

    // A row that goes over to another record of the child has become no other.
    static bool Touches(DomainEvent e) => e is not Corrected { ByPerson: false } && (TakesAway(e) || IsMoney(e));

    /// <summary>A conversation, an assessment, a plan or a case becomes another or is gone; a new one takes nothing away.</summary>
    static bool TakesAway(DomainEvent e) =>
        e is Corrected or Withdrawn
        && (e.Kind == FactKinds.Conversation || e.Kind == FactKinds.Assessment || e.Kind == FactKinds.Plan || e.Kind == FactKinds.Case);

    static bool IsMoney(DomainEvent e) =>
        e.Kind == FactKinds.Intervention || e.Kind == FactKinds.InterventionPrice || e.Kind == FactKinds.Grant;

    static long? ChildOf(DomainEvent e, KnownFacts facts) =>
        (
            e switch
            {
                Recorded r => r.Fact,
                Corrected c => c.Fact,
                Withdrawn w => facts.Find(w.Kind, w.Id),
                _ => null,
            } as ChildsFact
        )?.ChildId;

    /// <summary>The decision of a running measure that would not have passed its gates on what is left; null where it stands.</summary>
    static DecisionRecordFact? NoLongerStands(
        InterventionFact measure,
        ChildFile file,
        ChildFile after,
        Catalogue catalogue,
        DateOnly today
    )
    {
        if (
            Array.Find(after.Decisions, d => d.Id == measure.DecisionId) is not { ProposalId: { } id } decision
            || Array.Find(after.Proposals, p => p.Id == id) is not { } proposal
        )
            return null;
        var asked = (DecisionProposalFact)proposal.Copy();
        asked.DecidedOn = decision.On;
        // The proposal's texts are closed here, and what lacks for that lacks both times.
        var already = Gates.For(asked, file, catalogue, today).Select(r => r.Code).ToHashSet();
        return Gates.For(asked, after, catalogue, today).Any(r => !already.Contains(r.Code)) ? decision : null;
    }

    static bool WasBeyond(long measure, ChildFile file, Catalogue catalogue) =>
        Array.Find(file.Interventions, m => m.Id == measure) is { } before && Grants.Beyond(before, file, catalogue) is not null;
}
