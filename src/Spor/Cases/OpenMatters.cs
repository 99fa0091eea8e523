using Spor.Conferences;
using Spor.Decisions;
using Spor.Facts;
using Spor.Interventions;
using Spor.Letters;
using Spor.Plans;
using Spor.Requirements;

namespace Spor.Cases;

/// <summary>What is not done in a child's case on a day: what a new caseworker takes over, and what is looked at before a case is
/// closed.</summary>
/// <param name="Requirements">Overdue and upcoming, by due day; rounds as one line.</param>
/// <param name="Actions">Agreed in a plan that still runs, and not done.</param>
/// <param name="Agreements">What somebody took on at a conference or a network meeting, and has not done.</param>
/// <param name="Proposals">Waiting for whoever may grant them.</param>
/// <param name="Letters">Written and not sent.</param>
/// <param name="Moves">A move whose steps are not all taken.</param>
/// <param name="Owed">Letters of decisions and answers to notifiers that nobody has sent.</param>
/// <param name="Duties">What decisions left to be done.</param>
/// <param name="Running">Measures that run on the day or later.</param>
public sealed record OpenMatters(
    IReadOnlyList<Requirement> Requirements,
    IReadOnlyList<PlanActionFact> Actions,
    IReadOnlyList<AgreementFact> Agreements,
    IReadOnlyList<DecisionProposalFact> Proposals,
    IReadOnlyList<LetterFact> Letters,
    IReadOnlyList<MoveFact> Moves,
    IReadOnlyList<Owed> Owed,
    IReadOnlyList<AfterDuty> Duties,
    IReadOnlyList<InterventionFact> Running
)
{
    /// <param name="file">With everything, as a page or a rule reads it.</param>
    public static OpenMatters Of(ChildFile file, Catalogue catalogue, DateOnly day)
    {
        var found = new List<Requirement>();
        Derive.Of(file, catalogue, day, found);
        return new(
            [
                .. Rounds
                    .OnOneLine(found.Where(r => r.State is RequirementState.Overdue or RequirementState.Upcoming))
                    .OrderBy(r => r.Due)
                    .ThenBy(r => r.Rule),
            ],
            [
                .. file.PlanActions.Where(a =>
                    a.DoneOn is null
                    && Array.Find(file.Plans, p => p.Id == a.PlanId) is { } plan
                    && (plan.ClosedOn is null || plan.ClosedOn > day)
                ),
            ],
            [.. ConferenceRules.ToKeep(file)],
            [.. file.Proposals.Where(p => p.State == ProposalState.Waiting)],
            [.. file.Letters.Where(l => l.SentOn is null)],
            [.. file.Moves.Where(m => MoveSteps.Of(m, file, day).Count > 0)],
            [.. Cases.Owed.Of(file, day).Where(o => o.Kind is OwedKind.DecisionLetter or OwedKind.Feedback)],
            [.. DecisionDuties.Open(file, catalogue, day)],
            [.. file.Interventions.Where(m => m.To is null || m.To >= day)]
        );
    }

    public int Count =>
        Requirements.Count + Actions.Count + Agreements.Count + Proposals.Count + Letters.Count + Moves.Count + Owed.Count + Duties.Count;
}
