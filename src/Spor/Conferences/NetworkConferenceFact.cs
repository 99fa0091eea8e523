using Spor.Facts;

namespace Spor.Conferences;

public enum OfferAnswer { [Code("ja")] Yes, [Code("nej")] No }

/// <summary>A network conference: the family makes the plan.</summary>
public sealed class NetworkConferenceFact : ChildsFact
{
    public DateOnly OfferedOn { get; set; }
    public OfferAnswer? Answer { get; set; }
    public DateOnly? HeldOn { get; set; }
    public bool? PlanApproved { get; set; }
    public DateOnly? FollowedUpOn { get; set; }
}
