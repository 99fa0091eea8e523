using Spor.Decisions;
using Spor.Facts;
using Spor.Interventions;
using Spor.Requirements;

namespace Spor.Cases;

/// <summary>The one thing to do next in a child's case: a requirement, something a decision left to be done, or something that is owed
/// somebody.</summary>
/// <param name="Due">The day it is due; of what is owed, the day it has been owed from.</param>
public sealed record NextStep(DateOnly Due, Requirement? Requirement = null, AfterDuty? Duty = null, Owed? Owed = null)
{
    /// <summary>The most pressing of all that is open; null if nothing is.</summary>
    /// <param name="requirement">The most urgent requirement, if there is one.</param>
    /// <param name="file">With the letters.</param>
    public static NextStep? Of(Requirement? requirement, ChildFile file, Catalogue catalogue, DateOnly day)
    {
        NextStep?[] all =
        [
            requirement is { } r ? new(r.Due, Requirement: r) : null,
            DecisionDuties.Open(file, catalogue, day).FirstOrDefault() is { } duty ? new(duty.DueOn, Duty: duty) : null,
            Cases.Owed.Of(file, day) is [var first, ..] ? new(first.Since, Owed: first) : null,
        ];
        // What is overdue by law comes first; then what is due first. The order of the array settles a tie.
        return all.OfType<NextStep>()
            .OrderBy(s => s.Requirement is { State: RequirementState.Overdue } ? 0 : 1)
            .ThenBy(s => s.Due)
            .FirstOrDefault();
    }
}
