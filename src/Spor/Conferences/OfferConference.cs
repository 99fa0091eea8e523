using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Conferences;

/// <summary>The family is offered a network conference.</summary>
/// <param name="OfferedTo">Who was told, in plain words.</param>
public sealed record OfferConference(long ChildId, DateOnly OfferedOn, string? OfferedTo) : IAboutChild, ICommand<OfferConference>
{
    public static Verb<OfferConference> Verb { get; } =
        new("offer-conference", Capability.Casework, (c, now) => ConferenceRules.Offer(c, now.File, now.Today, now.NewId()));
}

public static partial class ConferenceRules
{
    /// <summary>One conference at a time: another may be offered when the one before is held, declined or cancelled.</summary>
    public static Decision Offer(OfferConference c, ChildFile file, DateOnly today, long id)
    {
        var wrong = new List<Refusal>();
        if (c.OfferedOn > today)
            wrong.Add(new("day-in-future", nameof(c.OfferedOn)));
        if (c.OfferedTo is null)
            wrong.Add(new("offered-to-missing", nameof(c.OfferedTo)));
        if (Waiting(file.Conferences) is not null)
            wrong.Add(new("conference-open-already"));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        return new Recorded(
            FactKinds.NetworkConference,
            new NetworkConferenceFact
            {
                Id = id,
                ChildId = c.ChildId,
                OfferedOn = c.OfferedOn,
                OfferedTo = c.OfferedTo,
            }
        );
    }

    /// <summary>The conference that is on its way: open, and not held yet. One that was held and never followed up does not stand in the
    /// way of a new one.</summary>
    /// <param name="but">Not this one.</param>
    public static NetworkConferenceFact? Waiting(IEnumerable<NetworkConferenceFact> conferences, long? but = null) =>
        conferences.LastOrDefault(c => c.Id != but && c.HeldOn is null && ConferencePath.IsOpen(c));
}
