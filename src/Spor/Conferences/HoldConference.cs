using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Conferences;

/// <summary>Whether somebody on the list came.</summary>
/// <param name="Handled">What was done, when it is somebody who may not come.</param>
public sealed record Arrival(long InviteeId, bool Came, string? Handled);

/// <summary>Somebody whom the family brought along without an invitation.</summary>
/// <param name="Row">Of the form, from 0.</param>
/// <param name="Handled">What was done, when it may be somebody on the list of those who may not come.</param>
public sealed record Brought(int Row, string? Name, string? Relation, string? Handled);

/// <summary>The conference has been held, in its three parts: information, the family's private time, the plan presented. Held already: it
/// is told again, put right.</summary>
/// <param name="PlanPresented">Whether the family presented a plan in the third part.</param>
public sealed record HoldConference(
    long ConferenceId,
    DateOnly HeldOn,
    bool? PrivateTimeUsed,
    string? PrivateTimeNote,
    bool? PlanPresented,
    IReadOnlyList<Arrival> Arrivals,
    IReadOnlyList<Brought> Brought
) : IAboutChild, ICommand<HoldConference>
{
    public long ChildId { get; init; }

    public static Verb<HoldConference> Verb { get; } =
        new(
            "hold-conference",
            Capability.Casework,
            (c, now) => ConferenceRules.Hold(c, now.WithConference(c.ConferenceId), now.Today, now.NewId)
        )
        {
            // The conference, or who is on the list.
            Shown = (c, now) => ConferenceKnown.Latest([.. now.InviteesOf(c.ConferenceId), now.Conference(c.ConferenceId)]),
        };
}

public static partial class ConferenceRules
{
    /// <param name="file">With the conference, the invitees and the people opened.</param>
    public static Decision Hold(HoldConference c, ChildFile file, DateOnly today, Func<long> id)
    {
        if (Array.Find(file.Conferences, f => f.Id == c.ConferenceId) is not { } conference)
            return new Refusal("thing-not-there");
        var wrong = NotReadyToHold(conference, file);
        if (c.HeldOn > today)
            wrong.Add(new("day-in-future", nameof(c.HeldOn)));
        if (c.HeldOn < conference.OfferedOn)
            wrong.Add(new("held-before-offer", nameof(c.HeldOn)));
        if (c.PrivateTimeUsed is null)
            wrong.Add(new("choice-missing", nameof(c.PrivateTimeUsed)));
        if (c is { PrivateTimeUsed: false, PrivateTimeNote: null })
            wrong.Add(new("private-time-without-reason", nameof(c.PrivateTimeNote)));
        if (c.PlanPresented is null)
            wrong.Add(new("choice-missing", nameof(c.PlanPresented)));

        var listed = file.Invitees.Where(i => i.ConferenceId == conference.Id).ToList();
        var events = new List<DomainEvent>();
        var told = new HashSet<long>();
        foreach (var a in c.Arrivals.DistinctBy(a => a.InviteeId))
        {
            if (listed.Find(i => i.Id == a.InviteeId) is not { } invitee)
            {
                wrong.Add(new("thing-not-there"));
                continue;
            }
            if (a.Came && !invitee.MayCome && a.Handled is null)
                wrong.Add(new("came-without-leave", Field(nameof(a.Handled), a.InviteeId)));
            told.Add(a.InviteeId);
            // Nobody expects those who may not come, so their staying away is nothing to write down.
            bool? came = a.Came || invitee.MayCome ? a.Came : null;
            if (came != invitee.Came || (!invitee.MayCome && a.Handled != invitee.Handled))
                events.Add(
                    Amend.Of(
                        invitee,
                        f =>
                            (f.Came, f.Handled) = (
                                came,
                                f.MayCome ? f.Handled
                                : a.Came ? a.Handled
                                : null
                            )
                    )
                );
        }
        foreach (var b in c.Brought)
        {
            if (b.Name is null)
                wrong.Add(new("brought-without-name", $"{nameof(Brought)}{nameof(b.Name)}-{b.Row}"));
            var shut = listed.Find(i => !i.MayCome && SamePerson.MayBe(b.Name, Invited.NameOf(i, file)));
            if (shut is not null && b.Handled is null)
                wrong.Add(new("brought-without-leave", $"{nameof(Brought)}{nameof(b.Handled)}-{b.Row}"));
            // The very one on the list is told of there; somebody of the same first name is a person of its own.
            if (
                shut is not null
                && SamePerson.ByName(b.Name, Invited.NameOf(shut, file))
                && !c.Arrivals.Any(a => a.InviteeId == shut.Id && a.Came)
            )
            {
                events.RemoveAll(e => e is Corrected { Fact: InviteeFact f } && f.Id == shut.Id);
                events.Add(Amend.Of(shut, f => (f.Came, f.BroughtAlong, f.Handled) = (true, true, b.Handled)));
            }
            else
                events.Add(
                    new Recorded(
                        FactKinds.Invitee,
                        new InviteeFact
                        {
                            Id = id(),
                            ChildId = file.Id,
                            ConferenceId = conference.Id,
                            Role = InviteeRole.Network,
                            MayCome = true,
                            Came = true,
                            BroughtAlong = true,
                            Name = b.Name,
                            Relation = b.Relation,
                            Handled = b.Handled,
                        }
                    )
                );
        }
        if (listed.Count > 0 && c.Brought.Count == 0 && !c.Arrivals.Any(a => a.Came))
            wrong.Add(new("held-nobody-came", nameof(Arrival.Came)));
        if (wrong.Count > 0)
            return Decision.No([.. wrong.DistinctBy(w => (w.Code, w.Field))]);
        return Decision.Of([
            Amend.Of(
                conference,
                f =>
                {
                    f.HeldOn = c.HeldOn;
                    (f.PrivateTimeUsed, f.PrivateTimeNote) = (c.PrivateTimeUsed, c.PrivateTimeUsed == true ? null : c.PrivateTimeNote);
                    // A plan that was written later was presented later.
                    f.PlanPresentedOn =
                        c.PlanPresented == true ? c.HeldOn
                        : f.FamilyPlan is null || f.PlanPresentedOn == conference.HeldOn ? null
                        : f.PlanPresentedOn;
                }
            ),
            .. events,
        ]);
    }

    /// <summary>What must be in order before a conference is told as held; empty when it may be.</summary>
    public static List<Refusal> NotReadyToHold(NetworkConferenceFact conference, ChildFile file)
    {
        var wrong = new List<Refusal>();
        if (conference.CancelledOn is not null)
            wrong.Add(new("held-but-cancelled"));
        // What another system says was held had its preparation there.
        if (conference.HeldOn is not null)
            return wrong;
        if (conference.Answer != OfferAnswer.Yes)
            wrong.Add(new("held-without-yes"));
        if (conference.QuestionsApprovedOn is null)
            wrong.Add(new("held-without-questions"));
        if (ConferencePath.CoordinatorOf(conference.Id, file) is null)
            wrong.Add(new("held-without-coordinator"));
        return wrong;
    }

    /// <summary>The name of a form's field that stands once for each thing.</summary>
    public static string Field(string name, long of) => $"{name}-{of.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
}
