using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Insight;
using Spor.Notifications;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Notifications;

public sealed record InboxRow(ChildState Child, Waiting Waiting);

/// <summary>What waits, for whoever looks: their own children's and their team's; leaders all that they may see.</summary>
public sealed class InboxView
{
    /// <summary>The notifications of an overview that wait for anything, so that the number in the menu costs nothing per page.</summary>
    static readonly ConditionalWeakTable<Overview, IReadOnlyList<(ChildState Child, NotificationFact Notification)>> Kept = [];

    public required IReadOnlyList<InboxRow> Current { get; init; }
    public required IReadOnlyList<InboxRow> Old { get; init; }
    public long? TeamId { get; init; }

    public IEnumerable<InboxRow> Of(Waits what) => Current.Where(r => r.Waiting.For == what);

    static IReadOnlyList<(ChildState Child, NotificationFact Notification)> Open(Overview overview) =>
        Kept.GetValue(
            overview,
            static o =>
                [
                    .. from child in o.Children
                    from n in child.File.Notifications
                    where
                        n.AssessedAt is null
                        || (n.Notifier != Notifier.Anonymous && n.AcknowledgedOn is null)
                        || (n.Notifier.IsProfessional() && n.FeedbackOn is null)
                    select (child, n),
                ]
        );

    public static InboxView Read(Viewing viewing, long? team = null)
    {
        var now = viewing.WorkClock.Now;
        List<InboxRow> current = [],
            old = [];
        foreach (var (child, n) in Open(viewing.Overview))
        {
            if (!viewing.MaySee(child) || (team is { } t && !ChildList.IsOfTeam(child, t, viewing.Register, viewing.TeamsOfEmployees)))
                continue;
            foreach (var waiting in Inbox.Of(n, now))
                (Inbox.IsCurrent(waiting, viewing.WorkClock.Today) ? current : old).Add(new(child, waiting));
        }
        return new()
        {
            TeamId = team,
            Current = [.. Sorted(current)],
            Old = [.. Sorted(old)],
        };
    }

    static IOrderedEnumerable<InboxRow> Sorted(IEnumerable<InboxRow> rows) =>
        rows.OrderBy(r => r.Waiting.For)
            .ThenBy(r => r.Waiting.Left ?? TimeSpan.Zero)
            .ThenBy(r => r.Waiting.DueOn ?? DateOnly.MinValue)
            .ThenBy(r => r.Waiting.For == Waits.Feedback ? r.Waiting.Notification.AssessedAt : null)
            .ThenBy(r => r.Waiting.Notification.ReceivedAt)
            .ThenBy(r => r.Waiting.Notification.Id);

    /// <summary>Of those, what must be assessed or has a receipt due on a day: feedback alone waits for years on what was imported.</summary>
    static readonly ConditionalWeakTable<
        Overview,
        ConcurrentDictionary<DateOnly, IReadOnlyList<(ChildState Child, NotificationFact Notification)>>
    > Urgent = [];

    static IReadOnlyList<(ChildState Child, NotificationFact Notification)> OpenOn(Overview overview, DateOnly today) =>
        Urgent
            .GetValue(overview, static _ => [])
            .GetOrAdd(
                today,
                static (day, o) =>
                    [
                        .. Open(o)
                            .Where(n =>
                                Inbox.IsOpen(n.Notification, day)
                                && Inbox
                                    .Of(n.Notification, day.ToDateTime(TimeOnly.MaxValue))
                                    .Any(w => w.For != Waits.Feedback && Inbox.IsCurrent(w, day))
                            ),
                    ],
                overview
            );

    /// <summary>In the menu: what must be assessed, and receipts that are due.</summary>
    public static int? Pressing(Viewing viewing)
    {
        var (now, today, count) = (viewing.WorkClock.Now, viewing.WorkClock.Today, 0);
        foreach (var (child, n) in OpenOn(viewing.Overview, today))
        {
            if (!viewing.MaySee(child))
                continue;
            foreach (var w in Inbox.Of(n, now))
                if (w.For != Waits.Feedback && Inbox.IsCurrent(w, today))
                    count++;
        }
        return count;
    }

    public static IResult Show(Viewing viewing, string? team)
    {
        var of = Form.Number(team) is { } id && viewing.Register.Teams.Any(t => t.TeamId == id) ? id : (long?)null;
        var view = Read(viewing, of);
        viewing.Log.Looked(
            viewing.Viewer.Key,
            "list",
            [.. view.Current.Concat(view.Old).Select(r => r.Child.File.Id).Distinct()],
            of is null ? "indbakke" : "indbakke team=" + of.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)
        );
        return new RazorComponentResult<InboxPage>(new { View = view });
    }
}
