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
        var lists = new Dictionary<FactKind, List<Fact>>();
        // The largest first, so that no thread is left alone with a large one at the end.
        var work = new List<(long Size, Action Run)>();
        foreach (var kind in FactKinds.All)
        {
            if (!kind.InRegister)
                continue;
            var list = lists[kind] = [];
            work.Add((Size(database, kind), () => ReadAside(database, kind, entryNo, list)));
        }
        Parallel.ForEach(
            System.Collections.Concurrent.Partitioner.Create(
                work.OrderByDescending(w => w.Size).Select(w => w.Run),
                System.Collections.Concurrent.EnumerablePartitionerOptions.NoBuffering
            ),
            new ParallelOptions { MaxDegreeOfParallelism = Math.Clamp(Environment.ProcessorCount, 2, 8) },
            run => run()
        );

        var children = new ChildFact[lists[FactKinds.Child].Count];
        for (var i = 0; i < children.Length; i++)
            children[i] = (ChildFact)lists[FactKinds.Child][i];
        Array.Sort(children, (a, b) => a.Id.CompareTo(b.Id));
        foreach (var (kind, list) in lists)
            if (kind.OpenInRegister)
                Unseal(database, kind, list, entryNo);
        return Register.Build(Shared(lists), Files(children, lists), entryNo, WorkedIn(database, entryNo));
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

    static void ReadAside(Database database, FactKind kind, long entryNo, List<Fact> into)
    {
        try
        {
            ReadAll(database.RentAside, kind, entryNo, into);
        }
        catch (Exception e) when (database.IsFollowed && Faults.Typed(e) is not null)
        {
            // A server that follows breaks a long reading off where it must make room, and it may die.
            into.Clear();
            ReadAll(database.Rent, kind, entryNo, into);
        }
    }

    static void ReadAll(Func<Database.Rented> rent, FactKind kind, long entryNo, List<Fact> into)
    {
        using var link = rent();
        using var rows = link.Query($"{Link.Select(kind, kind.KeepsSource)} WHERE {Link.Known(1)}", entryNo);
        while (rows.Next())
            into.Add(kind.ReadRow(rows));
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
    /// <exception cref="StorageException">The database could not be read.</exception>
    internal static Register At(Database database, long entryNo, IReadOnlyList<ChildFile> children)
    {
        try
        {
            return WithSmallTables(
                database,
                new Register
                {
                    Catalogue = Catalogue.Default,
                    Children = children,
                    WorkedIn = WorkedIn(database, entryNo),
                },
                entryNo
            );
        }
        catch (Exception e) when (Faults.Typed(e) is { } typed && typed != e)
        {
            throw typed;
        }
    }

    /// <summary>Reads what has no child afresh, and keeps the children.</summary>
    internal static Register WithSmallTables(Database database, Register register, long entryNo)
    {
        var shared = new List<Fact>();
        foreach (var kind in FactKinds.All.Where(k => !k.IsAboutAChild && k.InRegister))
        {
            var rows = new List<Fact>();
            ReadAll(database.Rent, kind, entryNo, rows);
            if (kind.OpenInRegister)
                Unseal(database, kind, rows, entryNo);
            shared.AddRange(rows);
        }
        return Register.Build(shared, register.Children, entryNo, register.WorkedIn);
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
