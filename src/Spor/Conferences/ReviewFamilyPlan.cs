using Spor.Access;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Conferences;

/// <summary>The caseworker's answer to the family's plan: yes, or exactly what is not safe or not lawful.</summary>
/// <param name="Wanted">What it takes for the plan to be accepted.</param>
/// <param name="Tried">What has been tried with the family since the plan was refused before.</param>
/// <param name="ReplacedMeasureCode">What would have been granted without the plan, as the caseworker sees it.</param>
/// <param name="ReplacedInterventionId">The running measure that the plan takes the place of, as the caseworker sees it.</param>
public sealed record ReviewFamilyPlan(
    long ConferenceId,
    DateOnly On,
    bool? Accepted,
    string? NotSafe,
    string? NotLawful,
    string? Wanted,
    string? Tried,
    DateOnly? FollowUpPlannedOn,
    string? ReplacedMeasureCode,
    long? ReplacedInterventionId
) : IAboutChild, ICommand<ReviewFamilyPlan>
{
    public long ChildId { get; init; }

    public static Verb<ReviewFamilyPlan> Verb { get; } =
        new(
            "review-family-plan",
            Capability.Casework,
            (c, now) =>
                ConferenceRules.Review(c, now.WithConference(c.ConferenceId), now.Catalogue, now.Author.EmployeeId, now.Today, now.NewId)
        )
        {
            // What is answered is the plan that was read: if it has changed meanwhile, it is read again first.
            Shown = (c, now) => ConferenceKnown.LatestOfPlan(now, c.ConferenceId),
        };
}

public static partial class ConferenceRules
{
    /// <param name="file">With the conference opened.</param>
    public static Decision Review(ReviewFamilyPlan c, ChildFile file, Catalogue catalogue, long? author, DateOnly today, Func<long> id)
    {
        if (Array.Find(file.Conferences, f => f.Id == c.ConferenceId) is not { } conference)
            return new Refusal("thing-not-there");
        var wrong = new List<Refusal>();
        if (conference.FamilyPlan is null)
            wrong.Add(new("review-without-plan"));
        if (conference.PlanApproved == true)
            wrong.Add(new("family-plan-accepted"));
        if (c.Accepted is null)
            wrong.Add(new("choice-missing", nameof(c.Accepted)));
        if (c.On > today)
            wrong.Add(new("day-in-future", nameof(c.On)));
        if (c.On < conference.HeldOn)
            wrong.Add(new("day-before-meeting", nameof(c.On)));
        if (c.Accepted == true)
        {
            if (c.NotSafe is not null || c.NotLawful is not null)
                wrong.Add(new("accepted-with-objection", nameof(c.NotSafe)));
            if (c.FollowUpPlannedOn is null)
                wrong.Add(new("follow-up-not-planned", nameof(c.FollowUpPlannedOn)));
            if (c.FollowUpPlannedOn < c.On)
                wrong.Add(new("follow-up-before-answer", nameof(c.FollowUpPlannedOn)));
            if (c is { ReplacedMeasureCode: not null, ReplacedInterventionId: not null })
                wrong.Add(new("replaced-said-twice", nameof(c.ReplacedMeasureCode)));
            if (c.ReplacedMeasureCode is { } code && catalogue.On(code, c.On) is null)
                wrong.Add(new("thing-not-there", nameof(c.ReplacedMeasureCode)));
            if (c.ReplacedInterventionId is { } measure && !Array.Exists(file.Interventions, m => m.Id == measure))
                wrong.Add(new("thing-not-there", nameof(c.ReplacedInterventionId)));
        }
        else if (c.Accepted == false)
        {
            if (c.NotSafe is null && c.NotLawful is null)
                wrong.Add(new("refused-without-why", nameof(c.NotSafe)));
            // The family is not told no twice about one and the same plan.
            if (conference.PlanApproved == false)
                wrong.Add(new("family-plan-not-revised"));
            if (RefusalsOf(conference, file) > 0)
            {
                if (c.Wanted is null)
                    wrong.Add(new("refused-without-way", nameof(c.Wanted)));
                if (c.Tried is null)
                    wrong.Add(new("refused-without-trying", nameof(c.Tried)));
            }
        }
        if (wrong.Count > 0)
            return Decision.No(wrong);
        var accepted = c.Accepted == true;
        return Decision.Of([
            new Recorded(
                FactKinds.PlanReview,
                new PlanReviewFact
                {
                    Id = id(),
                    ChildId = file.Id,
                    ConferenceId = conference.Id,
                    On = c.On,
                    Accepted = accepted,
                    EmployeeId = author,
                    NotSafe = c.NotSafe,
                    NotLawful = c.NotLawful,
                    Wanted = accepted ? null : c.Wanted,
                    Tried = accepted ? null : c.Tried,
                    PlanThen = conference.FamilyPlan,
                }
            ),
            Amend.Of(
                conference,
                f =>
                {
                    f.PlanApproved = accepted;
                    if (!accepted)
                        return;
                    (f.FollowUpPlannedOn, f.ReplacedMeasureCode, f.ReplacedInterventionId) = (
                        c.FollowUpPlannedOn,
                        c.ReplacedMeasureCode is { } code ? catalogue.Spelled(code) : null,
                        c.ReplacedInterventionId
                    );
                }
            ),
        ]);
    }

    /// <summary>How many times a conference's plan has been refused.</summary>
    public static int RefusalsOf(NetworkConferenceFact conference, ChildFile file) =>
        file.PlanReviews.Count(r => r.ConferenceId == conference.Id && !r.Accepted);
}
