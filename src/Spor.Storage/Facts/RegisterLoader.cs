using Spor.Children;
using Spor.Conferences;
using Spor.Decisions;
using Spor.Economy;
using Spor.Facts;
using Spor.Interventions;
using Spor.Letters;
using Spor.Storage.Engine;
using Spor.Storage.Journal;
using Spor.Workforce;

namespace Spor.Storage.Facts;

/// <summary>
/// Reads everything held true at the head into a <see cref="Register"/>: tables side by side, then sorted to their children by counting. People
/// around a child and texts are left out, but for the children's own names and the employees'.
/// </summary>
public static class RegisterLoader
{
    /// <summary>The source's keys that a page shows or searches for; the others stay in the tables.</summary>
    internal static bool KeepsSource(FactKind kind) => kind == FactKinds.Child || kind == FactKinds.Case || !kind.IsAboutAChild;

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

    /// <summary>As known at an entry. Reading at a number needs no common transaction: rows are only ever added to, or retracted later.</summary>
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
            work.Add((Size(database, kind), () => ReadAll(database, kind, entryNo, list)));
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
        Unseal(database, FactKinds.Child, children, entryNo);
        Unseal(database, FactKinds.Employment, lists[FactKinds.Employment], entryNo);

        Unseal(database, FactKinds.LetterTemplate, lists[FactKinds.LetterTemplate], entryNo);
        Unseal(database, FactKinds.Coordinator, lists[FactKinds.Coordinator], entryNo);

        return With(
            new Register
            {
                Catalogue = Catalogue.Default,
                Children = Files(children, lists),
                EntryNo = entryNo,
                WorkedIn = WorkedIn(database, entryNo),
            },
            lists
        );
    }

    /// <summary>Whether anybody has worked on a child in Spor itself; settings and erasures do not count. A notification may be about several children and names none.</summary>
    internal static bool WorkedIn(Database database, long entryNo)
    {
        using var link = database.Rent();
        return link.Number(
            "SELECT \"No\" FROM journal_entry WHERE \"ImportId\" IS NULL AND (\"ChildId\" IS NOT NULL OR \"Intent\" = 'receive-notification') AND \"No\" <= $1 AND \"Intent\" NOT IN ('erase', 'erase-texts') LIMIT 1",
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

    static void ReadAll(Database database, FactKind kind, long entryNo, List<Fact> into)
    {
        using var link = database.Rent();
        using var rows = link.Query($"{Link.Select(kind, KeepsSource(kind))} WHERE {Link.Known(1)}", entryNo);
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

    /// <summary>A register with other rows of what has no child.</summary>
    static Register With(Register register, Dictionary<FactKind, List<Fact>> lists) =>
        new()
        {
            EntryNo = register.EntryNo,
            Children = register.Children,
            Municipality = (MunicipalityFact?)lists[FactKinds.Municipality].LastOrDefault(),
            Teams = ById<TeamFact>(lists[FactKinds.Team]),
            Districts = ById<DistrictFact>(lists[FactKinds.District]),
            Employments = ById<EmploymentFact>(lists[FactKinds.Employment]),
            Budget = ById<BudgetFact>(lists[FactKinds.Budget]),
            Ledger = ById<LedgerFact>(lists[FactKinds.Ledger]),
            Catalogue = Catalogue.With(ById<CatalogueFact>(lists[FactKinds.Catalogue])),
            Absences = ById<AbsenceFact>(lists[FactKinds.Absence]),
            Specialities = ById<SpecialityFact>(lists[FactKinds.Speciality]),
            AuthorityLimits = ById<AuthorityLimitFact>(lists[FactKinds.AuthorityLimit]),
            LetterTemplates = ById<LetterTemplateFact>(lists[FactKinds.LetterTemplate]),
            Coordinators = ById<CoordinatorFact>(lists[FactKinds.Coordinator]),
            WorkedIn = register.WorkedIn,
        };

    static T[] ById<T>(List<Fact> facts)
        where T : Fact
    {
        var sorted = new T[facts.Count];
        for (var i = 0; i < sorted.Length; i++)
            sorted[i] = (T)facts[i];
        Array.Sort(sorted, (a, b) => a.Id.CompareTo(b.Id));
        return sorted;
    }

    /// <summary>Reads what has no child afresh, and keeps the children.</summary>
    internal static Register WithSmallTables(Database database, Register register, long entryNo)
    {
        var lists = new Dictionary<FactKind, List<Fact>>();
        foreach (var kind in FactKinds.All.Where(k => !k.IsAboutAChild && k.InRegister))
            ReadAll(database, kind, entryNo, lists[kind] = []);
        Unseal(database, FactKinds.Employment, lists[FactKinds.Employment], entryNo);
        Unseal(database, FactKinds.LetterTemplate, lists[FactKinds.LetterTemplate], entryNo);
        Unseal(database, FactKinds.Coordinator, lists[FactKinds.Coordinator], entryNo);
        return With(
            new Register
            {
                Catalogue = register.Catalogue,
                Children = register.Children,
                EntryNo = entryNo,
                WorkedIn = register.WorkedIn,
            },
            lists
        );
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
