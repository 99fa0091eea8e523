using System.Globalization;
using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;
using Spor.Workforce;

namespace Spor.Conferences;

/// <summary>Gives a conference its coordinator; with one already, replaces it.</summary>
/// <param name="Because">Why the one before is replaced; null when there is none before.</param>
public sealed record ChooseCoordinator(long ChildId, long ConferenceId, long CoordinatorId, ReplacedBecause? Because, string? Note)
    : IAboutChild,
        ICommand<ChooseCoordinator>
{
    public static Verb<ChooseCoordinator> Verb { get; } =
        new(
            "choose-coordinator",
            Capability.Casework,
            (c, now) =>
            {
                foreach (var person in now.File.People)
                    now.Facts.Opened(person);
                foreach (var invitee in now.File.Invitees)
                    now.Facts.Opened(invitee);
                return ConferenceRules.Choose(
                    c,
                    now.File,
                    now.Facts.FindOpened<CoordinatorFact>(c.CoordinatorId),
                    ConferencePath.LoadOf(c.CoordinatorId, now.Facts.All<CoordinationFact>(), now.Facts.Find<NetworkConferenceFact>),
                    [.. now.Facts.All<EmploymentFact>().Where(e => e.RunsOn(now.Today)).Select(e => now.Facts.Opened(e).Name)],
                    now.Today,
                    now.NewId()
                );
            }
        )
        {
            // Another caseworker's choice a moment ago is seen before it is undone.
            Shown = (c, now) => ConferencePath.CoordinatorOf(c.ConferenceId, now.File),
            OtherName = "replace-coordinator",
            OtherWhen = (c, now) => ConferencePath.CoordinatorOf(c.ConferenceId, now.File) is not null,
        };
}

/// <summary>The coordinator gives a conference back: it knows the family, or it is prevented.</summary>
public sealed record GiveBackConference(long ConferenceId, ReplacedBecause Because) : ICoordinate, ICommand<GiveBackConference>
{
    public static Verb<GiveBackConference> Verb { get; } =
        new(
            "give-back-conference",
            Coordinating.Admission,
            (c, now) =>
                ConferenceRules.GiveBack(
                    c,
                    ConferencePath.CoordinatorOf(c.ConferenceId, now.File) is { } running ? now.Facts.Opened(running) : null,
                    now.Today
                )
        )
        {
            ChildOf = (_, now) => now.File.Id,
        };
}

public static partial class ConferenceRules
{
    /// <param name="file">The child's file, with the texts of people and invitees opened.</param>
    /// <param name="coordinator">Whom the choice names, texts opened; null if nobody.</param>
    /// <param name="load">The conferences it has now (<see cref="ConferencePath.LoadOf(long, Register)"/>).</param>
    /// <param name="employees">The names of those employed in the department today.</param>
    public static Decision Choose(
        ChooseCoordinator c,
        ChildFile file,
        CoordinatorFact? coordinator,
        int load,
        IReadOnlyCollection<string?> employees,
        DateOnly today,
        long newId
    )
    {
        if (Array.Find(file.Conferences, f => f.Id == c.ConferenceId) is not { } conference)
            return new Refusal("thing-not-there");
        if (!ConferencePath.IsOpen(conference))
            return new Refusal("coordinator-conference-over");
        var wrong = new List<Refusal>();
        var named = c.ConferenceId.ToString(CultureInfo.InvariantCulture);
        if (conference.HeldOn is null && !OfferAccepted(conference, file, today))
            wrong.Add(new("coordinator-offer-not-accepted", Named: named));
        if (conference.HeldOn is null && conference.QuestionsApprovedOn is null)
            wrong.Add(new("coordinator-questions-not-approved", Named: named));
        var running = ConferencePath.CoordinatorOf(c.ConferenceId, file);
        if (coordinator is null || !coordinator.ActiveAt(today))
            wrong.Add(new("coordinator-not-active", nameof(c.CoordinatorId)));
        else if (running?.CoordinatorId == coordinator.Id)
            wrong.Add(new("coordinator-is-the-same", nameof(c.CoordinatorId)));
        else
        {
            if (employees.Any(e => SamePerson.ByName(e, coordinator.Name)))
                wrong.Add(new("coordinator-is-employee", nameof(c.CoordinatorId)));
            if (KnowsFamily(coordinator, file))
                wrong.Add(new("coordinator-knows-family", nameof(c.CoordinatorId)));
            if (coordinator.AtMost is { } most && load >= most)
                wrong.Add(new("coordinator-full", nameof(c.CoordinatorId)));
        }
        if (running is not null && c.Because is null)
            wrong.Add(new("coordinator-change-without-reason", nameof(c.Because)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        var next = new Recorded(
            FactKinds.Coordination,
            new CoordinationFact
            {
                Id = newId,
                ChildId = file.Id,
                ConferenceId = c.ConferenceId,
                CoordinatorId = c.CoordinatorId,
                From = today,
            }
        );
        return running is null ? next : Decision.Of([Ended(running, today, c.Because!.Value, c.Note), next]);
    }

    /// <summary>The family has said yes, and so has a young person whose own answer it takes.</summary>
    static bool OfferAccepted(NetworkConferenceFact conference, ChildFile file, DateOnly today) =>
        conference.Answer == OfferAnswer.Yes && (conference.ChildAnswer == OfferAnswer.Yes || !AnswersItself(file.Child, today));

    /// <summary>
    /// Stands among the child's people or a conference's invitees by name or telephone, or has once given a conference of the child back
    /// for knowing the family. Who knows the family is not neutral.
    /// </summary>
    public static bool KnowsFamily(CoordinatorFact coordinator, ChildFile file) =>
        Array.Exists(file.Coordinations, k => k.CoordinatorId == coordinator.Id && k.Because == ReplacedBecause.KnowsTheFamily)
        || Array.Exists(file.People, p => SamePerson.ByName(p.Name, coordinator.Name) || SamePerson.ByPhone(p.Phone, coordinator.Phone))
        || Array.Exists(file.Invitees, i => SamePerson.ByName(i.Name, coordinator.Name) || SamePerson.ByPhone(i.Phone, coordinator.Phone));

    /// <summary>Access ends in the same entry.</summary>
    /// <param name="running">The coordination of whoever gives back, its texts opened; null if it has ended meanwhile.</param>
    public static Decision GiveBack(GiveBackConference c, CoordinationFact? running, DateOnly today) =>
        running switch
        {
            null or { To: not null } => new Refusal("coordination-ended"),
            _ when c.Because is not (ReplacedBecause.KnowsTheFamily or ReplacedBecause.Prevented) => new Refusal(
                "choice-unknown",
                nameof(c.Because)
            ),
            _ => Ended(running, today, c.Because, running.Note),
        };

    static Corrected Ended(CoordinationFact running, DateOnly today, ReplacedBecause because, string? note) =>
        Amend.Of(
            running,
            c =>
            {
                c.TextId = null;
                (c.To, c.Because, c.Note) = (today, because, note);
            }
        );
}
