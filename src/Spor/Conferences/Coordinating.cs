using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Conferences;

/// <summary>What a coordinator does on a conference of its own.</summary>
public interface ICoordinate
{
    long ConferenceId { get; }
}

/// <summary>
/// The narrow way in for a coordinator, who may not see the child and acts on a conference alone. That the coordinator has the conference
/// is asked at the moment it is written: one who was replaced a second ago is refused.
/// </summary>
static class Coordinating
{
    public static Admission Admission { get; } =
        new(Capability.Coordination) { Narrow = (command, now) => Narrow((ICoordinate)command, now) };

    static Refusal? Narrow(ICoordinate command, Now now) =>
        now.Author.CoordinatorId is { } me
        && now.Facts.Find<CoordinatorFact>(me)?.ActiveAt(now.Today) == true
        && now.Facts.Find<NetworkConferenceFact>(command.ConferenceId) is { } conference
        && now.Load(conference.ChildId)
        && Blind.MaySee(conference, now.File, me)
            ? null
            : new("coordination-ended");
}

/// <summary>The coordinator finds a time and a place and sees to the rest: the caseworker's fields and rule.</summary>
public sealed record PlanAsCoordinator(PlanPractical Plan) : ICoordinate, ICommand<PlanAsCoordinator>
{
    public long ConferenceId => Plan.ConferenceId;

    public static Verb<PlanAsCoordinator> Verb { get; } =
        new(
            "plan-conference-as-coordinator",
            Coordinating.Admission,
            (c, now) => ConferenceRules.Plan(c.Plan, now.Conference(c.ConferenceId), now.InviteesOf(c.ConferenceId), now.Time)
        )
        {
            Shown = (c, now) => now.Conference(c.ConferenceId),
            ChildOf = (_, now) => now.File.Id,
        };
}
