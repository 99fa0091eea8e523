using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Facts;
using Spor.Kernel;
using Spor.Law;
using Spor.Notifications;
using Spor.Requirements;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;
using Spor.Workforce;

namespace Spor.Web.Case.Notifications;

public sealed record InboxRow(ChildState Child, Waiting Waiting);

/// <summary>One of the lists of the inbox: what waits for one thing, current or old.</summary>
/// <param name="Key">Stands in the address.</param>
public sealed record InboxList(string Key, Waits For, bool Old, int Shown)
{
    /// <summary>Current before old. Shown is what stands on the front page before the rest is asked for; of the old it is only their
    /// number.</summary>
    public static IReadOnlyList<InboxList> All { get; } =
    [
        new("vurder", Waits.Assessment, false, 40),
        new("kvitter", Waits.Acknowledgement, false, 25),
        new("tilbagemeld", Waits.Feedback, false, 10),
        new("aeldre-vurder", Waits.Assessment, true, 0),
        new("aeldre-kvitter", Waits.Acknowledgement, true, 0),
        new("aeldre-tilbagemeld", Waits.Feedback, true, 0),
    ];

    public static InboxList? Find(string? key) => All.FirstOrDefault(l => l.Key == key);

    public static InboxList Of(Waits what, bool old) => All.First(l => l.For == what && l.Old == old);
}

/// <summary>What waits, for whoever looks: their own children's and their team's; leaders all that they may see.</summary>
public sealed class InboxView
{
    /// <summary>The children with a notification that waits for anything, all of them: the old ones are asked for.</summary>
    static readonly Derived<(DateOnly Day, Bounds Bounds), Picked> StillOpenOn = Picked.Of<(DateOnly Day, Bounds Bounds)>(
        2,
        (c, _) => Array.Exists(c.File.Notifications, IsWaiting)
    );

    readonly Dictionary<InboxList, List<InboxRow>> rows = InboxList.All.ToDictionary(l => l, _ => new List<InboxRow>());

    /// <summary>How many there are of those that are only counted.</summary>
    readonly Dictionary<InboxList, int> counted = InboxList.All.ToDictionary(l => l, _ => 0);

    public long? TeamId { get; init; }

    /// <summary>The one list that was asked for; null on the front page, which shows the beginning of each.</summary>
    public InboxList? Only { get; private set; }
    int page = 1;

    /// <summary>Of assessments: how many wait, and how many of those are over their 24 hours.</summary>
    public (int Waiting, int Overdue) Assessments { get; private set; }

    /// <summary>A list's rows on this page.</summary>
    public Paged<InboxRow> Of(InboxList list) =>
        Only == list ? Paged.Of(rows[list], page) : Paged.Of(rows[list], 1, Math.Max(1, list.Shown));

    /// <summary>All of a list, in its order; of one that is only counted, nothing.</summary>
    public IReadOnlyList<InboxRow> All(InboxList list) => rows[list];

    public int Count(InboxList list) => rows[list].Count + counted[list];

    /// <summary>Everything the page shows, as the log of looks keeps it.</summary>
    IEnumerable<InboxRow> Shown => Only is { } one ? Of(one).Rows : InboxList.All.Where(l => l.Shown > 0).SelectMany(l => Of(l).Rows);

    public string Href(InboxList? list, int side = 1) =>
        Routes.Inbox
        + (list is null && TeamId is null ? "" : "?")
        + string.Join(
            '&',
            new[]
            {
                TeamId is { } team ? "team=" + team.ToString(CultureInfo.InvariantCulture) : null,
                list is null ? null : "liste=" + list.Key,
                list is null || side == 1 ? null : $"{Paged.Key}={side.ToString(CultureInfo.InvariantCulture)}",
            }.OfType<string>()
        );

    static bool IsWaiting(NotificationFact n) =>
        n.AssessedAt is null
        || (n.Notifier != Notifier.Anonymous && n.AcknowledgedOn is null)
        || (n.Notifier.IsProfessional() && n.FeedbackOn is null);

    /// <summary>
    /// What is old of each child, by what it waits for, and how much that is of all: an extract brings notifications by the ten thousand
    /// that nobody answered, and of those the front page says the number alone.
    /// </summary>
    sealed class OldWaits
    {
        readonly Overview of;
        readonly DateOnly day;

        /// <summary>In the order of the overview; of a child with anything that is current none, for that one is looked at each
        /// time.</summary>
        readonly Blocks<(int Assessment, int Acknowledgement, int Feedback)> each;

        public (int Assessment, int Acknowledgement, int Feedback) All { get; }

        OldWaits(Overview of, DateOnly day, Blocks<(int, int, int)> each, (int, int, int) all) =>
            (this.of, this.day, this.each, All) = (of, day, each, all);

        public static (int Assessment, int Acknowledgement, int Feedback) Add(
            (int Assessment, int Acknowledgement, int Feedback) a,
            (int Assessment, int Acknowledgement, int Feedback) b
        ) => (a.Assessment + b.Assessment, a.Acknowledgement + b.Acknowledgement, a.Feedback + b.Feedback);

        static (int, int, int) Without((int A, int B, int C) from, (int A, int B, int C) what) =>
            (from.A - what.A, from.B - what.B, from.C - what.C);

        public static OldWaits Of(Overview overview, DateOnly day, Bounds bounds, OldWaits? before)
        {
            if (before is null || before.day != day || Blocks.Unlike(overview.Children, before.of.Children) is not { } changed)
            {
                var each = Blocks.Made(overview.Children.Count, i => Count(overview.Children[i], day, bounds));
                return new(overview, day, each, each.Aggregate(default((int, int, int)), Add));
            }
            var others = changed.Select(i => (At: i, Now: Count(overview.Children[i], day, bounds))).ToList();
            var all = others.Aggregate(before.All, (sum, o) => Add(Without(sum, before.each[o.At]), o.Now));
            return new(overview, day, before.each.With(others), all);
        }

        static (int, int, int) Count(ChildState child, DateOnly day, Bounds bounds)
        {
            if (!Array.Exists(child.File.Notifications, IsWaiting) || HasCurrent(child, day, bounds))
                return default;
            var sum = (0, 0, 0);
            foreach (var n in child.File.Notifications)
                if (IsWaiting(n))
                    foreach (var waiting in Inbox.Of(n, day.ToDateTime(TimeOnly.MaxValue), bounds))
                        sum = Add(
                            sum,
                            waiting.For switch
                            {
                                Waits.Assessment => (1, 0, 0),
                                Waits.Acknowledgement => (0, 1, 0),
                                _ => (0, 0, 1),
                            }
                        );
            return sum;
        }

        /// <summary>Of the children that somebody sees.</summary>
        public (int Assessment, int Acknowledgement, int Feedback) In(IEnumerable<ChildState> seen)
        {
            var sum = (0, 0, 0);
            foreach (var child in seen)
                if (of.PlaceOf(child) is { } at)
                    sum = Add(sum, each[at]);
            return sum;
        }
    }

    static readonly Derived<(DateOnly Day, Bounds Bounds), OldWaits> Old = new(
        2,
        (s, on, before) => OldWaits.Of(s.Overview, on.Day, on.Bounds, before)
    );

    /// <summary>The children with anything on the list of a day, or that something happened to on the day itself or is dated after it, so
    /// that the minute matters.</summary>
    static readonly Derived<(DateOnly Day, Bounds Bounds), Picked> Current = Picked.Of<(DateOnly Day, Bounds Bounds)>(
        2,
        (c, on) => HasCurrent(c, on.Day, on.Bounds)
    );

    static bool HasCurrent(ChildState child, DateOnly day, Bounds bounds)
    {
        foreach (var n in child.File.Notifications)
        {
            if (!IsWaiting(n))
                continue;
            if (n.ReceivedOn >= day || (n.AssessedAt is { } assessed && DateOnly.FromDateTime(assessed) >= day))
                return true;
            foreach (var waiting in Inbox.Of(n, day.ToDateTime(TimeOnly.MaxValue), bounds))
                if (Inbox.IsCurrent(waiting, day))
                    return true;
        }
        return false;
    }

    public static InboxView Read(Viewing viewing, long? team = null, InboxList? only = null, int page = 1)
    {
        var now = viewing.WorkClock.Now;
        var view = new InboxView
        {
            TeamId = team,
            Only = only,
            page = page,
        };
        var group = new Group(team);
        bool Seen(ChildState child) => viewing.IsVisible(child) && group.Has(child.File, viewing.Register.Staff, viewing.Today);
        var on = (viewing.WorkClock.Today, viewing.Register.Bounds);
        // The rows of the old are looked up when they are asked for; else they are counted.
        var counts = only is not { Old: true };
        foreach (var child in viewing.Snapshot.Get(counts ? Current : StillOpenOn, on).Children)
        {
            if (!Seen(child))
                continue;
            foreach (var n in child.File.Notifications)
                if (IsWaiting(n))
                    foreach (var waiting in Inbox.Of(n, now, viewing.Register.Bounds))
                    {
                        var list = InboxList.Of(waiting.For, !Inbox.IsCurrent(waiting, viewing.WorkClock.Today));
                        if (list == only || list.Shown > 0)
                            view.rows[list].Add(new(child, waiting));
                        else
                            view.counted[list]++;
                    }
        }
        if (counts)
        {
            var old = viewing.Snapshot.Get(Old, on);
            var of =
                team is null && viewing.SeesEvery
                    ? old.All
                    : old.In(viewing.Visible.Where(c => group.Has(c.File, viewing.Register.Staff, viewing.Today)));
            view.counted[InboxList.Of(Waits.Assessment, true)] += of.Assessment;
            view.counted[InboxList.Of(Waits.Acknowledgement, true)] += of.Acknowledgement;
            view.counted[InboxList.Of(Waits.Feedback, true)] += of.Feedback;
        }
        var assess = view.rows[InboxList.All[0]];
        view.Assessments = (assess.Count, assess.Count(r => r.Waiting.Overdue));
        // What is only counted need not stand in order.
        foreach (var list in InboxList.All)
            if (list == only || (only is null && list.Shown > 0))
                view.rows[list] = [.. Sorted(view.rows[list])];
        // The feedback that was assessed last is the one still remembered.
        view.rows[InboxList.Of(Waits.Feedback, false)].Reverse();
        return view;
    }

    static IOrderedEnumerable<InboxRow> Sorted(IEnumerable<InboxRow> rows) =>
        rows.OrderBy(r => r.Waiting.For)
            .ThenBy(r => r.Waiting.Left ?? TimeSpan.Zero)
            .ThenBy(r => r.Waiting.DueOn ?? DateOnly.MinValue)
            .ThenBy(r => r.Waiting.For == Waits.Feedback ? r.Waiting.Notification.AssessedAt : null)
            .ThenBy(r => r.Waiting.Notification.ReceivedAt)
            .ThenBy(r => r.Waiting.Notification.Id);

    /// <summary>The children with something that must be assessed or has a receipt due on a day: feedback alone waits for years on what was
    /// imported.</summary>
    static readonly Derived<(DateOnly Day, Bounds Bounds), Picked> Urgent = Picked.Of<(DateOnly Day, Bounds Bounds)>(
        2,
        (c, on) => Array.Exists(c.File.Notifications, n => IsWaiting(n) && IsUrgent(n, on.Day, on.Bounds))
    );

    static bool IsUrgent(NotificationFact n, DateOnly day, Bounds bounds) =>
        Inbox.IsOpen(n, day)
        && Inbox.Of(n, day.ToDateTime(TimeOnly.MaxValue), bounds).Any(w => w.For != Waits.Feedback && Inbox.IsCurrent(w, day));

    public static Picked Warm(Snapshot snapshot, DateOnly today)
    {
        _ = snapshot.Get(Current, (today, snapshot.Register.Bounds));
        _ = snapshot.Get(Old, (today, snapshot.Register.Bounds));
        return snapshot.Get(Urgent, (today, snapshot.Register.Bounds));
    }

    /// <summary>In the menu: what must be assessed, receipts that are due, and what partners sent.</summary>
    public static int? Pressing(Viewing viewing)
    {
        var (now, today, count) = (viewing.WorkClock.Now, viewing.WorkClock.Today, 0);
        foreach (var child in viewing.Snapshot.Get(Urgent, (today, viewing.Register.Bounds)).Children)
        {
            if (!viewing.IsVisible(child))
                continue;
            foreach (var n in child.File.Notifications)
                if (IsWaiting(n) && IsUrgent(n, today, viewing.Register.Bounds))
                    count += Inbox.Of(n, now, viewing.Register.Bounds).Count(w => w.For != Waits.Feedback && Inbox.IsCurrent(w, today));
        }
        return count
            + Spor.Web.Access.CaseAccess.AccessEndpoints.ToSee(viewing).Count()
            + Partners.PartnerEndpoints.ToTakeIn(viewing).Count();
    }

    /// <summary>The worries of what the page shows, opened in one question.</summary>
    public IReadOnlyDictionary<long, string> Worries { get; private set; } = new Dictionary<long, string>();

    public static IResult Show(Viewing viewing, HttpContext context, FactReader reader, string? team, string? liste)
    {
        var of = Form.Number(team) is { } id && viewing.Register.Teams.Any(t => t.TeamId == id) ? id : (long?)null;
        var view = Read(viewing, of, InboxList.Find(liste), Paged.Asked(context.Request.Query));
        viewing.Log.Looked(
            viewing.Viewer.Key,
            "list",
            [.. view.Shown.Select(r => r.Child.File.Id).Distinct()],
            "indbakke" + view.Href(view.Only, view.Only is { } one ? view.Of(one).Page : 1)[Routes.Inbox.Length..]
        );
        view.Worries = reader
            .Opened(view.Shown.Select(r => r.Waiting.Notification).DistinctBy(n => n.Id))
            .Select(n => (n.Id, Said: Text.InShort(n)))
            .Where(w => w.Said is not null)
            .ToDictionary(w => w.Id, w => w.Said!);
        return new RazorComponentResult<InboxPage>(new { View = view });
    }
}
