using Spor.Conferences;
using Spor.Kernel;
using Spor.Letters;
using Spor.Notifications;
using Spor.Requirements;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Case.Decisions;
using Spor.Web.Case.Notifications;

namespace Spor.Web.Day.MyDay;

/// <summary>A meeting of today.</summary>
/// <param name="At">Null where only the day is known.</param>
public sealed record MeetingToday(ChildState Child, TimeOnly? At, string What, string? Place, string Href);

/// <summary>What stands on top of Min dag: the team's notifications with the clock that runs, today's meetings, letters that are not sent,
/// and what came back.</summary>
public sealed record DayBand(
    IReadOnlyList<InboxRow> Notifications,
    int AllNotifications,
    IReadOnlyList<MeetingToday> Meetings,
    IReadOnlyList<(ChildState Child, LetterFact Letter)> Letters,
    IReadOnlyList<(ChildState Child, Spor.Decisions.DecisionProposalFact Proposal)> Back
)
{
    /// <summary>Of each, as many as stand there; the rest is a link away.</summary>
    const int Most = 4;

    public static DayBand Of(Viewing viewing, FactReader facts)
    {
        var mine = viewing.Mine.ToList();
        var child = mine.ToDictionary(c => c.File.Id);
        var waiting = InboxView.Read(viewing).Of(InboxList.Of(Waits.Assessment, old: false));
        var letters = facts
            .OfChildren<LetterFact>([.. child.Keys])
            .Where(l => l.SentOn is null)
            .OrderBy(l => l.WrittenOn)
            .Take(Most)
            .ToList();
        var back = WaitingList.Answered(viewing).Take(Most).ToList();
        var answers = facts.Opened(back.Select(b => b.Proposal)).ToDictionary(p => p.Id);
        return new(
            [.. waiting.Rows.Take(Most)],
            waiting.Count,
            MeetingsOf(mine, facts, viewing.Today),
            [.. facts.Opened(letters).Select(l => (child[l.ChildId], l))],
            [.. back.Select(b => (b.Child, answers[b.Proposal.Id]))]
        );
    }

    static IReadOnlyList<MeetingToday> MeetingsOf(IReadOnlyList<ChildState> mine, FactReader facts, DateOnly today)
    {
        var child = mine.ToDictionary(c => c.File.Id);
        var conferences = facts.Opened(
            mine.SelectMany(c =>
                c.File.Conferences.Where(x =>
                    x is { PlannedAt: { } at, CancelledOn: null, HeldOn: null } && DateOnly.FromDateTime(at) == today
                )
            )
        );
        var meetings = facts.Opened(
            mine.SelectMany(c => c.File.NetworkMeetings.Where(m => m.On == today && m is { Held: false, CancelledOn: null }))
        );
        return
        [
            .. conferences
                .Select(c => new MeetingToday(
                    child[c.ChildId],
                    TimeOnly.FromDateTime(c.PlannedAt!.Value),
                    "Netværksrådslagning",
                    c.Place,
                    Frame.Forms.Routes.Conference(c.ChildId, c.Id)
                ))
                .Concat(
                    meetings.Select(m => new MeetingToday(
                        child[m.ChildId],
                        null,
                        "Netværksmøde",
                        m.Place,
                        Frame.Forms.Routes.NetworkMeeting(m.ChildId, m.Id)
                    ))
                )
                .OrderBy(m => m.At ?? TimeOnly.MaxValue),
        ];
    }

    public IEnumerable<long> Children =>
        Notifications
            .Select(n => n.Child)
            .Concat(Meetings.Select(m => m.Child))
            .Concat(Letters.Select(l => l.Child))
            .Concat(Back.Select(b => b.Child))
            .Select(c => c.File.Id);
}
