using Spor.Children;
using Spor.Facts;
using Spor.Kernel;
using Spor.Storage.Engine;
using Spor.Storage.Journal;

namespace Spor.Storage.Facts;

/// <summary>
/// From the register of one entry to that of another, at the price of what lies between: only the children that were touched are read
/// again, into a copy of the array; all others are shared. A register handed out never changes.
/// </summary>
static class RegisterChanges
{
    /// <summary>With more children than this to read one by one, reading the tables is quicker.</summary>
    const int ReloadFrom = 3_000;

    /// <param name="Register">Of the later entry.</param>
    /// <param name="Anew">True if nothing that was worked out before may be gone on from: everything was read again, or texts were erased,
    /// which must not linger.</param>
    public readonly record struct Change(Register Register, bool Anew);

    /// <summary>The register of a later entry.</summary>
    /// <param name="readAll">Called before everything is read, which takes its time.</param>
    public static Change After(Database database, Register before, long head, Action readAll)
    {
        if (Touched(database, before.EntryNo, head) is not { } touched)
        {
            readAll();
            return new(RegisterLoader.Load(database, head), true);
        }
        var children =
            touched.Children.Count == 0 ? before.Children : Replace(database, Blocks.Of(before.Children), touched.Children, head);
        var workedIn = before.WorkedIn || RegisterLoader.WorkedIn(database, head);
        return new(
            touched.Shared
                ? RegisterLoader.WithSmallTables(database, before, head, children, workedIn)
                : before.With(children, head, workedIn),
            touched.Erased
        );
    }

    /// <summary>The children as they were known at an earlier entry: those touched since are read as they were, and all others are shared
    /// with the register of now. What is published is a month old, and a second copy of every child would take as much room as the
    /// first.</summary>
    /// <param name="oneByOne">With more entries or children than this the tables are read.</param>
    public static IReadOnlyList<ChildFile> ChildrenAt(Database database, Register now, long entryNo, int oneByOne = ReloadFrom)
    {
        if (entryNo > now.EntryNo || now.Children is not Blocks<ChildFile> children)
            return RegisterLoader.Load(database, entryNo).Children;
        var touched = Touched(database, entryNo, now.EntryNo, oneByOne)?.Children ?? RegisterLoader.Changed(database, entryNo, now.EntryNo);
        return touched.Count <= oneByOne
            ? Replace(database, children, touched, entryNo)
            : With(
                children,
                touched,
                RegisterLoader.ChildrenAlone(database, entryNo, touched).ToDictionary(c => c.Id, ChildFile? (c) => c)
            );
    }

    /// <summary>Which children the entries between two have touched, and whether what has no child was; null when it is better to read
    /// everything.</summary>
    static (HashSet<long> Children, bool Shared, bool Erased)? Touched(Database database, long after, long upTo, int most = ReloadFrom)
    {
        if (upTo - after > most)
            return null;
        var children = new HashSet<long>();
        var shared = false;
        var eventless = new List<DateTime>();
        var moved = new List<(FactKind Kind, long Id)>();
        using var link = database.Rent();
        using (
            var rows = link.Query(
                "SELECT \"ChildId\", \"Events\", \"At\" FROM journal_entry WHERE \"No\" > $1 AND \"No\" <= $2",
                after,
                upTo
            )
        )
            while (rows.Next())
            {
                var events = EventJson.Read(rows.Utf8(1));
                if (events.Count == 0)
                {
                    eventless.Add(rows.Instant(2));
                    if (rows.MaybeLong(0) is { } about)
                        children.Add(about);
                }
                // Of an erasure, which has no events, the child is named. Otherwise what is not in the register changes nothing
                // there: a letter is no reason to work anything out anew.
                foreach (var happened in events)
                {
                    var fact = happened switch
                    {
                        Recorded r => r.Fact,
                        Corrected c => c.Fact,
                        _ => null,
                    };
                    if (!happened.Kind.IsAboutAChild)
                        shared |= happened.Kind.InRegister;
                    else if (!happened.Kind.InRegister)
                        continue;
                    else if (happened.Kind.IsTheChild)
                        children.Add(fact?.Id ?? ((Withdrawn)happened).Id);
                    else
                    {
                        if (fact is ChildsFact of)
                            children.Add(of.ChildId);
                        // It may have stood with another child before.
                        if (happened is not Recorded)
                            moved.Add((happened.Kind, fact?.Id ?? ((Withdrawn)happened).Id));
                    }
                }
                if (children.Count > most || moved.Count > 10 * most)
                    return null;
            }
        foreach (var (kind, id) in moved)
        {
            using var rows = link.Query($"SELECT DISTINCT \"ChildId\" FROM {Link.Q(kind.Table)} WHERE \"Id\" = $1", id);
            while (rows.Next())
                children.Add(rows.Long(0));
        }
        var erased = false;
        foreach (var at in eventless)
            erased |= AddErased(link.Link, at, children);
        return (children, shared || erased, erased);
    }

    /// <summary>An erasure empties texts and has no events; its instant is the texts'. Adds the children whose own names it took.</summary>
    static bool AddErased(Link link, DateTime at, HashSet<long> children)
    {
        if (link.Number("SELECT 1 FROM text WHERE \"ErasedAt\" = $1 LIMIT 1", at) is null)
            return false;
        using var rows = link.Query(
            $"SELECT DISTINCT c.\"Id\" FROM {Link.Q(FactKinds.Child.Table)} AS c JOIN text AS t ON t.\"Id\" = c.\"TextId\" "
                + $"WHERE t.\"ErasedAt\" = $1",
            at
        );
        while (rows.Next())
            children.Add(rows.Long(0));
        return true;
    }

    static Blocks<ChildFile> Replace(Database database, Blocks<ChildFile> before, HashSet<long> touched, long head)
    {
        var fresh = new Dictionary<long, ChildFile?>(touched.Count);
        using (var link = database.Rent())
            foreach (var id in touched)
                fresh[id] = Read(link.Link, database.Keys, id, head);
        return With(before, touched, fresh);
    }

    /// <summary>The same children, but for the touched: they are as read, or not known where nothing was read.</summary>
    static Blocks<ChildFile> With(Blocks<ChildFile> before, HashSet<long> touched, Dictionary<long, ChildFile?> fresh)
    {
        foreach (var id in touched)
            fresh.TryAdd(id, null);
        var places = fresh.Select(f => (At: IndexOf(before, f.Key), f.Value)).Where(f => f.At >= 0 && f.Value is not null).ToList();
        if (places.Count == fresh.Count)
            return before.With(places.Select(p => (p.At, p.Value!)));
        // Children have come or gone.
        return Blocks.Of(before.Where(c => !fresh.ContainsKey(c.Id)).Concat(fresh.Values.OfType<ChildFile>()).OrderBy(c => c.Id));
    }

    /// <summary>One child as the register holds it: what figures and lists need, and its own name.</summary>
    public static ChildFile? Read(Database database, long child, long entryNo)
    {
        using var link = database.Rent();
        return Read(link.Link, database.Keys, child, entryNo);
    }

    static ChildFile? Read(Link link, KeyRing keys, long child, long entryNo)
    {
        var file = ChildFiles.Read(link, child, entryNo, all: false, withSource: false);
        if (file?.Child.TextId is not { } textId)
            return file;
        using var rows = link.Query("SELECT \"Body\" FROM text WHERE \"Id\" = $1 AND \"Body\" IS NOT NULL", textId);
        if (rows.Next())
            FactKinds.Child.UnpackText(file.Child, keys.Unseal(textId, rows.Bytes(0)));
        return file;
    }

    static int IndexOf(Blocks<ChildFile> files, long id)
    {
        int low = 0,
            high = files.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (files[middle].Id == id)
                return middle;
            if (files[middle].Id < id)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return -1;
    }
}
