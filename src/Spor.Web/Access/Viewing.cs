using Spor.Facts;
using Spor.Figures;
using Spor.Figures.Engine;
using Spor.Kernel;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Layout;

namespace Spor.Web.Access;

/// <summary>
/// Said by an endpoint whose page may be shown as known at an earlier entry (<c>?som=</c>): the pages about one child. Not those with
/// figures: two entries that differ in one child would tell of it to somebody who may not see it.
/// </summary>
sealed class TakesAsKnown;

static class AsKnownEndpoints
{
    /// <summary>The page may be shown as known at an earlier entry.</summary>
    public static T AsKnown<T>(this T endpoint)
        where T : IEndpointConventionBuilder => endpoint.WithMetadata(new TakesAsKnown());
}

/// <summary>
/// One page view: who looks, at which snapshot. Chosen once, so that everything on a page is of one entry and one day, also what is read
/// from the database while the page is made.
/// </summary>
public sealed partial class Viewing
{
    /// <summary>The address's word for the entry that a page is shown as known at.</summary>
    public const string AsKnownAt = "som";
    readonly Municipality municipality;

    readonly Publications publications;
    readonly Arrivals arrivals;
    readonly ImportCounts imports;

    public Viewing(
        IHttpContextAccessor http,
        Municipality municipality,
        SporOptions options,
        TimeProvider time,
        People people,
        Showing showing,
        Publications publications,
        Arrivals arrivals,
        ImportCounts imports
    )
    {
        var context = http.HttpContext!;
        (this.people, Log, this.publications, this.arrivals, this.imports) = (people, showing, publications, arrivals, imports);
        var now = municipality.Current;
        this.municipality = municipality;
        Snapshot = Asked(context) is { } entry && entry < now.EntryNo ? municipality.At(entry, now.Day) : now;
        Clock = municipality.ClockOf(now.Register);
        WorkClock = WorkClockOf(municipality, now, options, time);
        DemoMode = options.DemoMode;
        Viewer = WhoLooks(context, people, now, WorkClock);
        ReadsAt = Snapshot.EntryNo;
        Newest = ReferenceEquals(Snapshot, now) ? this : new(this, now);
    }

    /// <summary>The same viewer at another snapshot.</summary>
    Viewing(Viewing view, Snapshot snapshot, Viewing? newest = null)
    {
        (municipality, Snapshot, people, Log) = (view.municipality, snapshot, view.people, view.Log);
        (publications, arrivals, imports) = (view.publications, view.arrivals, view.imports);
        Newest = newest ?? this;
        (Clock, WorkClock, DemoMode, Viewer) = (view.Clock, view.WorkClock, view.DemoMode, view.Viewer);
        ReadsAt = snapshot.EntryNo;
    }

    internal static Clock WorkClockOf(Municipality municipality, Snapshot now, SporOptions options, TimeProvider time) =>
        options.DemoMode ? municipality.ClockOf(now.Register) : new(time);

    static long? Asked(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method)
        && context.GetEndpoint()?.Metadata.GetMetadata<TakesAsKnown>() is not null
        && Form.Number(context.Request.Query[AsKnownAt]) is { } entry and > 0
            ? entry
            : null;

    /// <summary>What the page is of.</summary>
    public Snapshot Snapshot { get; }

    /// <summary>The same viewer with what is known now: who may see what, and the menu, are always of that.</summary>
    public Viewing Newest { get; }

    /// <summary>The earlier entry the page is shown as known at; null = the newest.</summary>
    public long? AsOf => ReferenceEquals(this, Newest) ? null : Snapshot.EntryNo;

    /// <summary>The entry at which the database is read for this page.</summary>
    public long ReadsAt { get; private set; }

    /// <summary>
    /// After a form has been tried, what is read is read at the head: what was written, or what somebody else had saved that it was refused
    /// for.
    /// </summary>
    internal void ReadOn() => ReadsAt = municipality.Database.HeadNo;

    /// <summary>May the viewer open every child there is, of any group and any day?</summary>
    public bool SeesBehindAll => Viewer.SeesBehind(Workforce.Group.None, DateOnly.MinValue);

    /// <summary>
    /// The same viewer at what is published, for figures about children whom the viewer may not see: the month-end and what was known of it
    /// when it was published.
    /// </summary>
    public Viewing Published => new(this, publications.Of(Newest.Snapshot), Newest);

    /// <summary>
    /// The same viewer at a day that has passed, as it was known then: at the last entry of that day, and before Spor was there as the
    /// first extract told. For pages that show nothing but children whom the viewer sees today.
    /// </summary>
    public Viewing KnownOn(DateOnly day)
    {
        var now = Newest.Snapshot;
        if (day >= now.Day)
            return Newest;
        var entry = JournalDays.LastNoOf(municipality.Database, day);
        if (entry == 0)
            entry = Imports
                .List(municipality.Database)
                .Where(i => i.LastNo is not null && i.LastNo <= now.EntryNo)
                .Select(i => i.LastNo!.Value)
                .DefaultIfEmpty(now.EntryNo)
                .Min();
        return new(this, municipality.At(Math.Min(entry, now.EntryNo), day), Newest);
    }

    /// <summary>A day as it was known at an entry, for figures that a baseline keeps.</summary>
    /// <exception cref="StorageException">The database could not be read.</exception>
    public Snapshot Known(long entryNo, DateOnly day) => municipality.At(entryNo, day);

    /// <summary>The same viewer at a day that has passed, as it is known now.</summary>
    public Viewing SeenOn(DateOnly day) =>
        day >= Newest.Snapshot.Day ? Newest : new(this, municipality.At(Newest.Snapshot.EntryNo, day), Newest);

    public Overview Overview => Snapshot.Overview;
    public Register Register => Snapshot.Register;
    public DateOnly Today => Snapshot.Day;

    /// <summary>What counts children for every page.</summary>
    public FigureEngine Engine => Snapshot.Get(KeyFigures.Engine);
    public Clock Clock { get; }

    /// <summary>The day and time that work in Spor is done on: today, or in the demo the day its clock stands at. Rules get this
    /// one.</summary>
    public Clock WorkClock { get; }
    public bool DemoMode { get; }

    /// <summary>Rows that the imports left out by choice, by file: what is made of those files misses them.</summary>
    public IReadOnlyDictionary<string, int> SetAside => imports.SetAside(Newest.Snapshot);

    /// <summary>What was delivered, waits, and is the viewer's to take in.</summary>
    public IReadOnlyList<WaitingDelivery> Arrivals => arrivals.For(Viewer);

    /// <summary>What the answer shows of children; it is written down before it leaves.</summary>
    public Showing Log { get; }

    /// <summary>A child as the page's entry knew it; null if it was not known then. Of an earlier entry that child alone is read.</summary>
    public ChildState? Find(long child) => AsOf is null ? Overview.Find(child) : municipality.Child(Snapshot, child);

    /// <summary>The children of one family as the page's entry knew it.</summary>
    public IEnumerable<ChildState> Family(long family) => AsOf is null ? Overview.Family(family) : municipality.Family(Snapshot, family);
}
