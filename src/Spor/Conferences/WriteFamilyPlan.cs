using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Conferences;

/// <summary>The family's plan, in the family's own words, and who does what by when.</summary>
/// <param name="PresentedOn">When the family presented it, if that was not at the meeting; a plan that is written anew keeps the first
/// day.</param>
public sealed record WriteFamilyPlan(long ConferenceId, DateOnly? PresentedOn, string? FamilyPlan, IReadOnlyList<Promise> Promises)
    : IAboutChild,
        ICommand<WriteFamilyPlan>
{
    public long ChildId { get; init; }

    public static Verb<WriteFamilyPlan> Verb { get; } =
        new(
            "write-family-plan",
            Capability.Casework,
            (c, now) => ConferenceRules.Write(c, now.WithConference(c.ConferenceId), now.Today, now.NewId)
        )
        {
            Shown = (c, now) => ConferenceKnown.LatestOfPlan(now, c.ConferenceId),
        };
}

public static partial class ConferenceRules
{
    /// <param name="file">With the conference, its agreements and the people opened.</param>
    public static Decision Write(WriteFamilyPlan c, ChildFile file, DateOnly today, Func<long> id)
    {
        if (Array.Find(file.Conferences, f => f.Id == c.ConferenceId) is not { } conference)
            return new Refusal("thing-not-there");
        var wrong = new List<Refusal>();
        if (conference.CancelledOn is not null)
            wrong.Add(new("held-but-cancelled"));
        else if (conference.HeldOn is null)
            wrong.Add(new("family-plan-before-meeting"));
        if (conference.PlanApproved == true)
            wrong.Add(new("family-plan-accepted"));
        var presented = conference.PlanPresentedOn ?? c.PresentedOn;
        if (presented is null)
            wrong.Add(new("day-missing", nameof(c.PresentedOn)));
        if (presented > today)
            wrong.Add(new("day-in-future", nameof(c.PresentedOn)));
        if (presented < conference.HeldOn)
            wrong.Add(new("day-before-meeting", nameof(c.PresentedOn)));
        if (c.FamilyPlan is null)
            wrong.Add(new("family-plan-empty", nameof(c.FamilyPlan)));
        var events = Promises.Of(
            c.Promises,
            [.. file.Agreements.Where(a => a.ConferenceId == conference.Id)],
            file,
            conference.Id,
            null,
            id,
            wrong
        );
        if (wrong.Count > 0)
            return Decision.No([.. wrong.DistinctBy(w => (w.Code, w.Field))]);
        var revised = c.FamilyPlan != conference.FamilyPlan || events.Count > 0;
        // A plan that is written anew waits for an answer; the answer to the old one stays.
        if (revised || conference.PlanPresentedOn != presented)
            events.Insert(
                0,
                Amend.Of(
                    conference,
                    f => (f.FamilyPlan, f.PlanPresentedOn, f.PlanApproved) = (c.FamilyPlan, presented, revised ? null : f.PlanApproved)
                )
            );
        return events.Count == 0 ? new Refusal("family-plan-not-changed") : Decision.Of(events);
    }
}
