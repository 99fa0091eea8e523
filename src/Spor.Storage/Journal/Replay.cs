using System.Buffers;
using System.Globalization;
using Spor.Facts;
using Spor.Storage.Engine;

namespace Spor.Storage.Journal;

/// <param name="Where">An entry or a table.</param>
public sealed record Difference(string Where, string What);

/// <param name="Differences">Empty if the journal and the facts agree; at most <see cref="Replay.MostTold"/>.</param>
public sealed record ReplayReport(long Entries, long Rows, IReadOnlyList<Difference> Differences)
{
    public bool Agrees => Differences.Count == 0;
}

/// <summary>Checks the record against itself: numbers without gaps, an unbroken chain of hashes, and facts that are what the journal makes
/// of its events.</summary>
public static class Replay
{
    public const int MostTold = 1000;

    /// <summary>Asks first whether what the journal makes of its events adds up to what stands in the tables (<see cref="ReplaySums"/>).
    /// Only where it does not, or something else is wrong, is the journal replayed into an empty database and compared row by row, which
    /// says where.</summary>
    public static ReplayReport Check(Database database) => ReplaySums.Check(database) ?? RowByRow(database);

    /// <summary>Replays the whole journal into an empty temporary database and compares every fact table, row by row.</summary>
    internal static ReplayReport RowByRow(Database database)
    {
        var folder = OwnFiles.CreateTemporary("spor-replay-");
        var differences = new List<Difference>();
        try
        {
            using var original = database.Open(raw: true);
            CheckFile(original, differences);
            using var replayed = new SqliteLink(Path.Combine(folder, "replay.db"), create: true);
            replayed.Script("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;");
            replayed.ForeignKeys(false);
            foreach (var (_, _, sql) in SchemaVersions.Files(Provider.Sqlite))
                replayed.Script(sql);
            // One moment for both halves, though others go on writing.
            original.Begin(write: false);
            var entries = Run(database.Keys, original, replayed, differences);
            long rows = 0;
            foreach (var kind in FactKinds.All)
                rows += Compare(kind, original, replayed, differences);
            KeysOfRows.Check(original, database.Keys, (where, what) => Tell(differences, where, what));
            StoredReports.Check(original, (where, what) => Tell(differences, where, what));
            original.Rollback();
            CheckBeside(database, differences);
            return new(entries, rows, differences);
        }
        catch (Exception e) when (Faults.Typed(e) is { } typed && typed != e)
        {
            throw typed;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>What is kept beside the database's own tables: the log of looks, checkpoints, and what people were told is
    /// saved.</summary>
    internal static void CheckBeside(Database database, List<Difference> differences)
    {
        CheckLooks(database, differences);
        differences.AddRange(Checkpoint.Kept(database)?.Missing(database) ?? []);
        var told = Acknowledged.In(database.DataFolder);
        if (told > database.HeadNo && !differences.Exists(d => d.Where == "journal"))
            Tell(differences, "journal", $"it ends at entry {N(database.HeadNo)}, and {N(told)} was said to be saved");
    }

    internal static void Tell(List<Difference> to, string where, string what)
    {
        if (to.Count < MostTold)
            to.Add(new(where, what));
    }

    static string N(long n) => n.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether SQLite's file holds together. PostgreSQL has its own checks of its files.</summary>
    internal static void CheckFile(Link original, List<Difference> differences)
    {
        if (original is not SqliteLink)
            return;
        using var rows = original.Query("PRAGMA integrity_check(20)");
        while (rows.Next())
            if (rows.Text(0) is var said && said != "ok")
                Tell(differences, "file", said);
    }

    static void CheckLooks(Database database, List<Difference> differences)
    {
        using var link = AccessLog.LinkOf(database);
        var anchors = new LookAnchors(database);
        if (link is null)
        {
            if (anchors.All().Any(a => a.No > 0))
                Tell(differences, "log", "it is gone");
            return;
        }
        if (anchors.FirstKeyed() is null && AccessLog.HeadOf(link).No == 0)
            return;
        foreach (var wrong in LookCheck.Of(link, anchors, database.Keys))
            Tell(differences, "log", wrong);
    }

    static long Run(KeyRing keys, Link original, SqliteLink replayed, List<Difference> differences)
    {
        var batch = new Batch();
        long no = 0;
        replayed.Begin(write: true);
        replayed.BeginBulk();
        foreach (var entry in Chain.Entries(keys, original, differences))
        {
            no = entry.No;
            try
            {
                foreach (var happened in EventJson.Read(entry.Events))
                {
                    var change = Apply.To(happened, no);
                    batch.Changes.Add((no, change, change.Add?.SourceKey));
                }
                if (batch.Changes.Count < 10_000)
                    continue;
                replayed.Write(batch);
            }
            catch (Exception e) when (CannotBeReplayed(e) || e is SqliteFaultException)
            {
                Tell(differences, "entry " + N(no), "cannot be replayed: " + e.Message);
            }
            batch.Clear();
        }
        try
        {
            replayed.Write(batch);
        }
        catch (Exception e) when (e is InvalidOperationException or SqliteFaultException)
        {
            Tell(differences, "entry " + N(no), "cannot be replayed: " + e.Message);
        }
        replayed.Commit();
        return no;
    }

    /// <summary>What reading an entry's events throws when they are not what Spor writes.</summary>
    internal static bool CannotBeReplayed(Exception e) =>
        e is KeyNotFoundException or System.Text.Json.JsonException or FormatException or InvalidOperationException;

    internal static long Compare(FactKind kind, Link original, Link replayed, List<Difference> differences)
    {
        var sql = Link.Select(kind) + " ORDER BY \"Id\", \"RecordedIn\"";
        using var left = original.Query(sql);
        using var right = replayed.Query(sql);
        var (a, b) = (new RowText(), new RowText());
        long rows = 0;
        bool more = left.Next(),
            moreReplayed = right.Next();
        while (more || moreReplayed)
        {
            var x = more ? kind.ReadRow(left) : null;
            var y = moreReplayed ? kind.ReadRow(right) : null;
            var order =
                x is null ? 1
                : y is null ? -1
                : (x.Id, x.RecordedIn).CompareTo((y.Id, y.RecordedIn));
            if (order < 0)
                Tell(differences, kind.Table, $"{N(x!.Id)} of entry {N(x.RecordedIn)} is in the table, but no event made it");
            else if (order > 0)
                Tell(differences, kind.Table, $"{N(y!.Id)} of entry {N(y.RecordedIn)} is missing");
            else
            {
                rows++;
                kind.WriteRow(x!, a.Start());
                kind.WriteRow(y!, b.Start());
                if (!a.Written.SequenceEqual(b.Written))
                    Tell(differences, kind.Table, $"{N(x!.Id)} of entry {N(x.RecordedIn)} differs: {a} against {b}");
            }
            if (order <= 0)
                more = left.Next();
            if (order >= 0)
                moreReplayed = right.Next();
        }
        return rows;
    }

    /// <summary>A row's values one after the other, for comparing.</summary>
    sealed class RowText : IValueSink
    {
        readonly ArrayBufferWriter<char> text = new(512);

        public RowText Start()
        {
            text.ResetWrittenCount();
            return this;
        }

        public ReadOnlySpan<char> Written => text.WrittenSpan;

        public override string ToString() => new(Written);

        void Add(ReadOnlySpan<char> value)
        {
            text.Write(value);
            text.Write("|");
        }

        void Add(long value)
        {
            Span<char> digits = stackalloc char[20];
            value.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
            Add(digits[..length]);
        }

        public void Null(string column) => Add("null");

        public void Long(string column, long value) => Add(value);

        public void Text(string column, string value) => Add(value);

        public void Key(FactKind of, string value) => Add(SourceKeys.HashOf(value));

        public void Bool(string column, bool value) => Add(value ? "true" : "false");

        public void Day(string column, DateOnly value) => Add(value.DayNumber);

        public void Time(string column, DateTime value) => Add(value.Ticks);
    }
}
