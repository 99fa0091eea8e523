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
    /// <summary>With more children than this to read one by one, reading everything is quicker.</summary>
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
        var register = touched.Shared ? RegisterLoader.WithSmallTables(database, before, head) : before;
        return new(
            register.With(
                touched.Children.Count == 0 ? before.Children : Replace(database, Blocks.Of(before.Children), touched.Children, head),
                head,
                before.WorkedIn || RegisterLoader.WorkedIn(database, head)
            ),
            touched.Erased
        );
    }

    /// <summary>The children as they were known at an earlier entry: those touched since are read as they were.</summary>
    public static IReadOnlyList<ChildFile> ChildrenAt(Database database, Register now, long entryNo) =>
        entryNo <= now.EntryNo && now.Children is Blocks<ChildFile> children && Touched(database, entryNo, now.EntryNo) is { } touched
            ? Replace(database, children, touched.Children, entryNo)
            : RegisterLoader.Load(database, entryNo).Children;

    /// <summary>Which children the entries between two have touched, and whether what has no child was; null when it is better to read
    /// everything.</summary>
    static (HashSet<long> Children, bool Shared, bool Erased)? Touched(Database database, long after, long upTo)
    {
        if (upTo - after > ReloadFrom)
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
                if (rows.MaybeLong(0) is { } about)
                    children.Add(about);
                var events = EventJson.Read(rows.Utf8(1));
                if (events.Count == 0)
                    eventless.Add(rows.Instant(2));
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
                if (children.Count > ReloadFrom || moved.Count > 10 * ReloadFrom)
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
