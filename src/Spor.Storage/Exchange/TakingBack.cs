using System.Text.Json;
using Spor.Exchange.Import;
using Spor.Facts;
using Spor.Storage.Engine;
using Spor.Storage.Facts;
using Spor.Storage.Journal;

namespace Spor.Storage.Exchange;

/// <summary>Something that came after an import and stands on what it told.</summary>
/// <param name="Kind">What was recorded, changed or withdrawn later.</param>
/// <param name="FirstNo">The first entry that did.</param>
public sealed record BuiltOn(FactKind Kind, int Count, long FirstNo);

/// <summary>What taking an import back would do, or what stands in the way.</summary>
/// <param name="New">Rows that the import told for the first time: they are withdrawn.</param>
/// <param name="Changed">Rows that it changed: they become what they were.</param>
/// <param name="Gone">Rows that it withdrew: they are there again.</param>
/// <param name="BuiltOn">Empty if it may be taken back.</param>
public sealed record TakeBack(StoredImport Import, int New, int Changed, int Gone, IReadOnlyList<BuiltOn> BuiltOn, ImportRun? Run);

/// <summary>
/// Takes the latest import back as one act, written as an import is: one entry a child, all in one transaction. Nothing is deleted: what
/// the import told is withdrawn, and what it put aside is there again, as it was. The source has then never spoken of it, so the same
/// extract can be read again when it is mended.
/// </summary>
public static class TakingBack
{
    /// <summary>The name of its entries.</summary>
    public const string Intent = "take-back-import";

    /// <summary>The latest import, if there is one that is not taken back, with all that taking it back would do.</summary>
    public static TakeBack? Of(Database database, string author)
    {
        var head = database.HeadNo;
        if (Imports.Newest(database) is not { TakesBack: null, FirstNo: { } first, LastNo: { } last } import)
            return null;
        using var rented = database.Rent();
        var link = rented.Link;
        var events = new List<(long? Child, FactKind Kind, DomainEvent Event)>();
        int fresh = 0,
            changed = 0,
            gone = 0;
        foreach (var kind in FactKinds.All)
        {
            var before = Before(link, kind, first, last);
            foreach (var (id, child) in Told(link, kind, first, last))
                if (before.Remove(id, out var was))
                {
                    events.Add((ChildOf(kind, was), kind, new Corrected(kind, was)));
                    changed++;
                }
                else
                {
                    events.Add((kind.IsAboutAChild ? child : null, kind, new Withdrawn(kind, id)));
                    fresh++;
                }
            foreach (var was in before.Values)
                events.Add((ChildOf(kind, was), kind, new Recorded(kind, was)));
            gone += before.Count;
        }
        var built = BuiltOnIt(link, first, last);
        return new(import, fresh, changed, gone, built, built.Count > 0 ? null : Run(import, events, author, head));
    }

    /// <exception cref="HeadMovedException">Somebody wrote meanwhile: ask again, for it may stand on it.</exception>
    public static ImportResult Commit(Database database, TakeBack plan, IProgress<ImportProgress>? progress = null) =>
        database.Journal.Import(plan.Run ?? throw new InvalidOperationException("Something stands on it"), progress);

    static long? ChildOf(FactKind kind, Fact fact) =>
        fact is ChildsFact of ? of.ChildId
        : kind.IsTheChild ? fact.Id
        : null;

    static Dictionary<long, Fact> Before(Link link, FactKind kind, long first, long last)
    {
        var before = new Dictionary<long, Fact>();
        using var rows = link.Query($"{Link.Select(kind)} WHERE \"RetractedIn\" BETWEEN $1 AND $2 AND \"RecordedIn\" < $1", first, last);
        while (rows.Next())
        {
            var fact = kind.ReadRow(rows);
            // The text that it points at is kept as it is: sealed, or erased meanwhile.
            before[fact.Id] = fact;
        }
        return before;
    }

    static List<(long Id, long Child)> Told(Link link, FactKind kind, long first, long last)
    {
        var child = kind.ChildColumn is { } column ? Link.Q(column) : "CAST(0 AS bigint)";
        var told = new List<(long, long)>();
        using var rows = link.Query(
            $"SELECT \"Id\", {child} FROM {Link.Q(kind.Table)} WHERE \"RecordedIn\" BETWEEN $1 AND $2 ORDER BY \"Id\"",
            first,
            last
        );
        while (rows.Next())
            told.Add((rows.Long(0), rows.Long(1)));
        return told;
    }

    /// <summary>Rows of the import that were written again later, and rows of later that point at what only the import told of.</summary>
    static List<BuiltOn> BuiltOnIt(Link link, long first, long last)
    {
        var built = new List<BuiltOn>();
        // $1 is the import's last entry, for SQLite numbers what is to be filled in as it comes.
        void Add(FactKind kind, string where)
        {
            using var rows = link.Query(
                $"SELECT count(DISTINCT \"Id\"), min(CASE WHEN \"RetractedIn\" > $1 AND \"RecordedIn\" <= $1 THEN \"RetractedIn\" ELSE \"RecordedIn\" END) "
                    + $"FROM {Link.Q(kind.Table)} WHERE {where}",
                last,
                first
            );
            if (rows.Next() && rows.Long(0) is > 0 and var count)
                built.Add(new(kind, (int)count, rows.Long(1)));
        }
        foreach (var kind in FactKinds.All)
        {
            var table = Link.Q(kind.Table);
            var its = $"SELECT \"Id\" FROM {table} WHERE \"RecordedIn\" BETWEEN $2 AND $1 OR \"RetractedIn\" BETWEEN $2 AND $1";
            Add(kind, $"(\"RecordedIn\" > $1 OR \"RetractedIn\" > $1) AND \"Id\" IN ({its})");
        }
        var pointing = new Dictionary<(FactKind From, string By), List<string>>();
        foreach (var kind in FactKinds.All)
        {
            var thing = Link.Q(kind.Thing);
            var table = Link.Q(kind.Table);
            // A thing with rows from before, such as a team whose ceiling changed, is there without the import too.
            var fresh =
                $"SELECT {thing} FROM {table} WHERE \"RecordedIn\" BETWEEN $2 AND $1 AND {thing} NOT IN (SELECT {thing} FROM {table} WHERE "
                + "\"RecordedIn\" < $2 AND (\"RetractedIn\" IS NULL OR \"RetractedIn\" >= $2))";
            IEnumerable<(FactKind From, string By)> from = FactKinds.ReferencesTo(kind).Select(r => (r.From, r.By.Name));
            if (kind.IsTheChild)
                from = from.Concat(FactKinds.All.Where(k => k.IsAboutAChild && !k.IsTheChild).Select(k => (k, nameof(ChildsFact.ChildId))));
            foreach (var one in from.Distinct())
            {
                if (!pointing.TryGetValue(one, out var targets))
                    pointing[one] = targets = [];
                targets.Add($"{Link.Q(one.By)} IN ({fresh})");
            }
        }
        foreach (var kind in pointing.GroupBy(p => p.Key.From))
            Add(
                kind.Key,
                $"\"RecordedIn\" > $1 AND \"RetractedIn\" IS NULL AND ({string.Join(" OR ", kind.SelectMany(p => p.Value).Distinct())})"
            );
        return [.. built.GroupBy(b => b.Kind).Select(g => new BuiltOn(g.Key, g.Max(b => b.Count), g.Min(b => b.FirstNo)))];
    }

    static ImportRun Run(StoredImport import, List<(long? Child, FactKind Kind, DomainEvent Event)> events, string author, long head)
    {
        var entries = events.GroupBy(e => e.Child).OrderBy(g => g.Key ?? 0).ToList();
        return new()
        {
            Author = author,
            MunicipalityNumber = import.MunicipalityNumber,
            ExtractDay = import.ExtractDay,
            Report = Report(import.Id),
            ExpectedHeadNo = head,
            EntryCount = entries.Count,
            Intent = Intent,
            Entries = entries.Select(g => new ImportEntry(g.Key, [.. g.Select(e => e.Event)])),
        };
    }

    static string Report(long import)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("program", Importing.ProgramVersion);
            json.WriteNumber(StoredImport.TakesBackKey, import);
            json.WriteStartArray("files");
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
