using System.Diagnostics;
using Spor.Children;
using Spor.Facts;
using Spor.Kernel;
using Spor.Requirements;
using Spor.Storage.Engine;
using Spor.Storage.Facts;

namespace Spor.Storage;

/// <summary>
/// One municipality: its database, the snapshot of what is known of it now, and the log of who looked. A process that serves several has
/// one of these for each.
/// </summary>
/// <param name="standsAtExtract">The clock stands at the extract's day whatever has been done since, as in the demo.</param>
public sealed class Municipality(Database database, AccessLog? looks = null, TimeProvider? time = null, bool standsAtExtract = false)
{
    /// <summary>How often the head is looked at for what another process has written.</summary>
    static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250);

    /// <summary>How many earlier snapshots are kept; each is as large as what has changed since.</summary>
    const int MostEarlier = 3;
    readonly Lock gate = new(),
        earlierGate = new();

    // The least lately used first.
    readonly List<Snapshot> earlier = [];
    volatile Snapshot? current;
    volatile bool reloading;
    long lookedAt;

    public Database Database => database;

    /// <summary>Where it is written down who looked. Nobody is shown anything without it.</summary>
    public AccessLog Looks => looks ?? throw new InvalidOperationException("Opened without a log of looks, so nobody may look");

    /// <summary>
    /// What is known now: at once what this process wrote, within 250 ms what another wrote. After an entry only the children it touched
    /// are read again; after a large import everything is, and until that is done this is the snapshot before it.
    /// </summary>
    /// <exception cref="StorageException">The database could not be read.</exception>
    public Snapshot Current
    {
        get
        {
            if (current is { } held)
            {
                var behind = database.Journal.LastNo > held.EntryNo;
                if (!behind && Stopwatch.GetElapsedTime(Volatile.Read(ref lookedAt)) < LookEvery && DayOf(held.Register) == held.Day)
                    return held;
                if (reloading)
                    return held;
            }
            lock (gate)
            {
                var head = database.HeadNo;
                Volatile.Write(ref lookedAt, Stopwatch.GetTimestamp());
                if (current is not { } before)
                    return current = Afresh(RegisterLoader.Load(database, head));
                if (before.EntryNo < head)
                    return current = Refreshed(before, head);
                var day = DayOf(before.Register);
                return day == before.Day ? before : current = before.Next(before.Register, day);
            }
        }
    }

    /// <summary>The snapshot that is held, without a look at the database; null before the first <see cref="Current"/>.</summary>
    public Snapshot? Held => current;

    Snapshot Afresh(Register register) => new(register, DayOf(register)) { StandsStill = standsAtExtract };

    Snapshot Refreshed(Snapshot before, long head)
    {
        try
        {
            var change = RegisterChanges.After(database, before.Register, head, () => reloading = true);
            if (!change.Anew)
                return before.Next(change.Register, DayOf(change.Register));
            // What was erased stands in the earlier ones.
            lock (earlierGate)
                earlier.Clear();
            return Afresh(change.Register);
        }
        finally
        {
            reloading = false;
        }
    }

    /// <summary>
    /// An earlier entry seen on a day: with the names, teams, families, catalogue and templates of that entry. The few that were last asked
    /// for are kept. The children are read when somebody first needs all of them.
    /// </summary>
    /// <exception cref="StorageException">The database could not be read.</exception>
    public Snapshot At(long entryNo, DateOnly day)
    {
        var now = Current;
        if (now.EntryNo == entryNo && now.Day == day)
            return now;
        lock (earlierGate)
        {
            var at = earlier.FindIndex(s => s.EntryNo == entryNo && s.Day == day);
            Snapshot found;
            if (at >= 0)
            {
                found = earlier[at];
                earlier.RemoveAt(at);
            }
            else
            {
                var register =
                    now.EntryNo == entryNo ? now.Register
                    : earlier.Find(s => s.EntryNo == entryNo) is { } same ? same.Register
                    : RegisterLoader.At(
                        database,
                        now.Register,
                        entryNo,
                        new LateChildren(() => RegisterChanges.ChildrenAt(database, Current.Register, entryNo))
                    );
                found = new(register, day) { StandsStill = standsAtExtract };
                if (earlier.Count == MostEarlier)
                    earlier.RemoveAt(0);
            }
            earlier.Add(found);
            return found;
        }
    }

    /// <summary>One child's state as a snapshot knew it; null if it was not known then. Of an earlier entry that child alone is
    /// read.</summary>
    /// <exception cref="StorageException">The database could not be read.</exception>
    public ChildState? Child(Snapshot snapshot, long child) =>
        ReferenceEquals(snapshot, current) ? snapshot.Overview.Find(child)
        : RegisterChanges.Read(database, child, snapshot.EntryNo) is { } file ? Overview.StateOf(file, snapshot.Register, snapshot.Day)
        : null;

    /// <summary>The children of one family as a snapshot knew it, by id.</summary>
    /// <exception cref="StorageException">The database could not be read.</exception>
    public IReadOnlyList<ChildState> Family(Snapshot snapshot, long family)
    {
        if (ReferenceEquals(snapshot, current))
            return [.. snapshot.Overview.Family(family)];
        var ids = new List<long>();
        using (var link = database.Rent())
        using (
            var rows = link.Query(
                $"SELECT \"Id\" FROM {Link.Q(FactKinds.Child.Table)} WHERE {Link.Known(1)} AND \"FamilyId\" = $2 ORDER BY \"Id\"",
                snapshot.EntryNo,
                family
            )
        )
            while (rows.Next())
                ids.Add(rows.Long(0));
        return [.. ids.Select(id => Child(snapshot, id)).OfType<ChildState>()];
    }

    DateOnly DayOf(Register register) => ClockOf(register).Today;

    /// <summary>
    /// The day pages stand at. While Spor only reads extracts, it is the day the latest one describes: a later today would show as overdue
    /// what was only not delivered yet. From the first work on a child in Spor it is today. The demo always stands at the extract's day.
    /// </summary>
    public Clock ClockOf(Register register)
    {
        var real = time ?? TimeProvider.System;
        if (standsAtExtract || !register.WorkedIn)
            return new(real, register.Municipality?.ExtractDay);
        var today = new Clock(real);
        return register.Municipality?.ExtractDay > today.Today ? new(real, register.Municipality.ExtractDay) : today;
    }
}

/// <summary>The children of an earlier entry, read when the first of them is needed: a page about one child reads that one alone.</summary>
sealed class LateChildren(Func<IReadOnlyList<ChildFile>> read) : IReadOnlyList<ChildFile>
{
    readonly Lock gate = new();
    volatile IReadOnlyList<ChildFile>? children;

    IReadOnlyList<ChildFile> All
    {
        get
        {
            if (children is { } known)
                return known;
            lock (gate)
                return children ??= read();
        }
    }

    public int Count => All.Count;
    public ChildFile this[int index] => All[index];

    public IEnumerator<ChildFile> GetEnumerator() => All.GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => All.GetEnumerator();
}
