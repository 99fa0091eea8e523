using Spor.Children;
using Spor.Facts;
using Spor.Interventions;
using Spor.Storage.Engine;
using Spor.Storage.Journal;

namespace Spor.Storage.Facts;

/// <summary>
/// Reads everything held true at the head into a <see cref="Register"/>: tables side by side, then sorted to their children by counting.
/// People around a child and texts are left out, but for the children's own names and the employees'.
/// </summary>
public static class RegisterLoader
{
    public static Register Load(Database database)
    {
        try
        {
            return Load(database, database.HeadNo);
        }
        catch (Exception e) when (Faults.Typed(e) is { } typed && typed != e)
        {
            throw typed;
        }
    }

    /// <summary>As known at an entry. Reading at a number needs no common transaction: rows are only ever added to, or retracted
    /// later.</summary>
    public static Register Load(Database database, long entryNo)
    {
        var (children, lists) = Read(database, entryNo, FactKinds.All, null);
        return Register.Build(Shared(lists), Files(children, lists), entryNo, WorkedIn(database, entryNo));
    }

    /// <summary>Some of the children as known at an entry.</summary>
    internal static ChildFile[] ChildrenAlone(Database database, long entryNo, HashSet<long> only)
    {
        var (children, lists) = Read(database, entryNo, FactKinds.All.Where(k => k.IsAboutAChild), only);
        return Files(children, lists);
    }

    /// <summary>Which children have something in the register that was told or taken back after one entry, up to another: the tables are
    /// asked, however many entries there are.</summary>
    internal static HashSet<long> Changed(Database database, long after, long upTo)
    {
        var found = new HashSet<long>();
        SideBySide(
            database,
            FactKinds.All.Where(k => k is { InRegister: true, IsAboutAChild: true }),
            kind =>
            {
                using var link = database.Rent();
                using var rows = link.Query(
                    $"SELECT DISTINCT \"{(kind.IsTheChild ? "Id" : "ChildId")}\" FROM {Link.Q(kind.Table)} WHERE {Between}",
                    after,
                    upTo
                );
                while (rows.Next())
                    lock (found)
                        found.Add(rows.Long(0));
            }
        );
        return found;
    }

    const string Between = "(\"RecordedIn\" > $1 AND \"RecordedIn\" <= $2) OR (\"RetractedIn\" > $1 AND \"RetractedIn\" <= $2)";

    static (ChildFact[] Children, Dictionary<FactKind, List<Fact>> Lists) Read(
        Database database,
        long entryNo,
        IEnumerable<FactKind> kinds,
        HashSet<long>? only
    )
    {
        var lists = kinds.Where(k => k.InRegister).ToDictionary(k => k, _ => new List<Fact>());
        SideBySide(database, lists.Keys, kind => ReadAside(database, kind, entryNo, lists[kind], only));
        var children = lists[FactKinds.Child].ConvertAll(c => (ChildFact)c).ToArray();
        Array.Sort(children, (a, b) => a.Id.CompareTo(b.Id));
        foreach (var (kind, list) in lists)
            if (kind.OpenInRegister)
                Unseal(database, kind, list, entryNo);
        return (children, lists);
    }

    static void SideBySide(Database database, IEnumerable<FactKind> kinds, Action<FactKind> each)
    {
        // The largest first, so that no thread is left alone with a large one at the end.
        Parallel.ForEach(
            System.Collections.Concurrent.Partitioner.Create(
                kinds.OrderByDescending(k => Size(database, k)).ToList(),
                System.Collections.Concurrent.EnumerablePartitionerOptions.NoBuffering
            ),
            new ParallelOptions { MaxDegreeOfParallelism = Math.Clamp(Environment.ProcessorCount, 2, 8) },
            each
        );
    }

    /// <summary>Whether anybody has worked on a child in Spor itself; settings, erasures and putting two records together do not count. A
    /// notification may be about several children and names none.</summary>
    internal static bool WorkedIn(Database database, long entryNo)
    {
        using var link = database.Rent();
        return link.Number(
            "SELECT \"No\" FROM journal_entry WHERE \"ImportId\" IS NULL AND (\"ChildId\" IS NOT NULL OR \"Intent\" = "
                + "'receive-notification') AND \"No\" <= $1 AND \"Intent\" NOT LIKE '"
                + JournalWriter.Erase
                + $"%' AND \"Intent\" NOT IN ('{MergeRecords.Verb.Name}', '{PartRecords.Verb.Name}') LIMIT 1",
            entryNo
        )
            is not null;
    }

    static long Size(Database database, FactKind kind)
    {
        if (database.Provider == Provider.Postgres)
        {
            using var link = database.Rent();
            return link.Number("SELECT reltuples::bigint FROM pg_class WHERE oid = to_regclass($1)", Link.Q(kind.Table)) ?? 0;
        }
        // A guess costs nothing and counting does.
        return kind == FactKinds.Measurement ? 9
            : kind == FactKinds.FollowUp ? 8
            : kind == FactKinds.Ledger ? 7
            : kind == FactKinds.Intervention ? 6
            : kind == FactKinds.SupervisionVisit ? 5
            : kind == FactKinds.Conversation ? 4
            : kind == FactKinds.Child ? 3
            : 1;
    }

    static void ReadAside(Database database, FactKind kind, long entryNo, List<Fact> into, HashSet<long>? only)
    {
        try
        {
            ReadAll(database.RentAside, kind, entryNo, into, only);
        }
        catch (Exception e) when (database.IsFollowed && Faults.Typed(e) is not null)
        {
            // A server that follows breaks a long reading off where it must make room, and it may die.
            into.Clear();
            ReadAll(database.Rent, kind, entryNo, into, only);
        }
    }

    static void ReadAll(Func<Database.Rented> rent, FactKind kind, long entryNo, List<Fact> into, HashSet<long>? only = null)
    {
        using var link = rent();
        using var rows = link.Query($"{Link.Select(kind, kind.KeepsSource)} WHERE {Link.Known(1)}", entryNo);
        while (rows.Next())
            if (kind.ReadRow(rows) is var fact && (only is null || only.Contains(fact is ChildsFact of ? of.ChildId : fact.Id)))
                into.Add(fact);
    }

    /// <summary>Sorts facts to their children: count, add up, put in place. No dictionary of lists, no sort over everything.</summary>
    static ChildFile[] Files(ChildFact[] children, Dictionary<FactKind, List<Fact>> lists)
    {
        var index = new Dictionary<long, int>(children.Length);
        for (var i = 0; i < children.Length; i++)
            index[children[i].Id] = i;
        var kinds = ChildFiles.ChildKinds.Where(k => k.InRegister).ToArray();
        var places = new int[kinds.Length][];
        var start = new int[children.Length + 1];
        for (var k = 0; k < kinds.Length; k++)
        {
            var list = lists[kinds[k]];
            var place = places[k] = new int[list.Count];
            for (var i = 0; i < place.Length; i++)
            {
                // A fact whose child was withdrawn belongs to nobody.
                place[i] = index.GetValueOrDefault(((ChildsFact)list[i]).ChildId, -1);
                if (place[i] >= 0)
                    start[place[i] + 1]++;
            }
        }
        for (var i = 0; i < children.Length; i++)
            start[i + 1] += start[i];
        var next = start.AsSpan(0, children.Length).ToArray();
        var all = new ChildsFact[start[^1]];
        for (var k = 0; k < kinds.Length; k++)
        {
            var list = lists[kinds[k]];
            for (var i = 0; i < list.Count; i++)
                if (places[k][i] is >= 0 and var at)
                    all[next[at]++] = (ChildsFact)list[i];
            lists[kinds[k]] = [];
        }
        var files = new ChildFile[children.Length];
        Parallel.For(
            0,
            (children.Length + 1023) / 1024,
            block =>
            {
                var end = Math.Min(children.Length, (block + 1) * 1024);
                for (var i = block * 1024; i < end; i++)
                    files[i] = ChildFile.Build(children[i], new ArraySegment<ChildsFact>(all, start[i], start[i + 1] - start[i]));
            }
        );
        return files;
    }

    static List<Fact> Shared(Dictionary<FactKind, List<Fact>> lists) =>
        [.. lists.Where(l => !l.Key.IsAboutAChild).SelectMany(l => l.Value)];

    /// <summary>What has no child as known at an entry, with children that are yet to be read.</summary>
    /// <param name="now">Rows that are the same are shared with it.</param>
    /// <exception cref="StorageException">The database could not be read.</exception>
    internal static Register At(Database database, Register now, long entryNo, IReadOnlyList<ChildFile> children)
    {
        try
        {
            return WithSmallTables(database, now, entryNo, children, WorkedIn(database, entryNo));
        }
        catch (Exception e) when (Faults.Typed(e) is { } typed && typed != e)
        {
            throw typed;
        }
    }

    /// <summary>What has no child as known at another entry, with other children. A kind of which nothing was told or taken back between
    /// the two is shared: the lines of a ledger are many.</summary>
    internal static Register WithSmallTables(
        Database database,
        Register register,
        long entryNo,
        IReadOnlyList<ChildFile> children,
        bool workedIn
    )
    {
        var fresh = new Dictionary<FactKind, List<Fact>>();
        foreach (var kind in FactKinds.OfNoChild.Where(k => k.InRegister))
        {
            if (!kind.OpenInRegister && Same(database, kind, register.EntryNo, entryNo))
                continue;
            var rows = fresh[kind] = [];
            ReadAll(database.Rent, kind, entryNo, rows);
            if (kind.OpenInRegister)
                Unseal(database, kind, rows, entryNo);
        }
        return register.With(fresh, children, entryNo, workedIn);
    }

    static bool Same(Database database, FactKind kind, long one, long other)
    {
        using var link = database.Rent();
        return link.Number($"SELECT 1 FROM {Link.Q(kind.Table)} WHERE {Between} LIMIT 1", Math.Min(one, other), Math.Max(one, other))
            is null;
    }

    internal static void Unseal(Database database, FactKind kind, IReadOnlyList<Fact> facts, long entryNo)
    {
        if (facts.Count == 0)
            return;
        var byText = new Dictionary<long, Fact>(facts.Count);
        foreach (var fact in facts)
            if (fact.TextId is { } id)
                byText[id] = fact;
        if (byText.Count == 0)
            return;
        using var link = database.Rent();
        using var rows = link.Query(
            $"""
            SELECT t."Id", t."Body" FROM {Link.Q(kind.Table)} AS f JOIN text AS t ON t."Id" = f."TextId"
            WHERE {Link.Known(1, "f.")} AND t."Body" IS NOT NULL
            """,
            entryNo
        );
        while (rows.Next())
            if (byText.TryGetValue(rows.Long(0), out var fact))
                kind.UnpackText(fact, database.Keys.Unseal(rows.Long(0), rows.Bytes(1)));
    }
}
