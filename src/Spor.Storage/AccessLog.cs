using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Spor.Storage.Engine;

namespace Spor.Storage;

/// <summary>Who looked at what, when.</summary>
/// <param name="Kind">For example <c>child</c>, <c>list</c>, <c>drill-down</c>.</param>
/// <param name="Subject">JSON: the ids shown and the filter.</param>
public sealed record Look(long No, DateTime At, string Author, string Kind, string Subject);

/// <summary>
/// The log of who looked: a file of its own (<c>access.db</c>) beside a SQLite database, a table of its own on PostgreSQL, hash-chained. A
/// look is handed over and written in the background, so that reading never waits; <see cref="Dispose"/> writes what is left.
/// </summary>
public sealed class AccessLog : IDisposable
{
    readonly Database database;
    readonly Channel<(DateTime At, string Author, string Kind, string Subject, TaskCompletionSource? Marker)> queue =
        Channel.CreateUnbounded<(DateTime, string, string, string, TaskCompletionSource?)>(new() { SingleReader = true });
    readonly Thread writer;
    volatile bool closing;

    AccessLog(Database database)
    {
        this.database = database;
        using (var link = OpenLink())
            if (link is SqliteLink file)
            {
                file.UseWriteAheadLog();
                link.Script(
                    """
                    CREATE TABLE IF NOT EXISTS "access_log" (
                      "No" INTEGER NOT NULL PRIMARY KEY, "At" TEXT NOT NULL, "Author" TEXT NOT NULL, "Kind" TEXT NOT NULL, "Subject" TEXT NOT NULL,
                      "PrevHash" BLOB NOT NULL, "Hash" BLOB NOT NULL
                    ) STRICT;
                    CREATE INDEX IF NOT EXISTS "access_log_author" ON "access_log" ("Author", "Kind", "No");
                    """
                );
            }
        writer = new(Run) { IsBackground = true, Name = "access log" };
        writer.Start();
    }

    /// <exception cref="StorageException">The log cannot be opened, so nobody should be let in to look.</exception>
    public static AccessLog Open(Database database)
    {
        try
        {
            return new(database);
        }
        catch (Exception e) when (Faults.Typed(e) is { } typed && typed != e)
        {
            throw typed;
        }
    }

    public static string FileOf(Database database) =>
        Path.Combine(Path.GetDirectoryName(database.File ?? database.DataFolder + "/")!, "access.db");

    /// <summary>Why the last attempt to write failed; null if it did not. What waits is tried again.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>One row per child's page, or per list with the ids shown on it and the filter that chose them.</summary>
    public void Looked(string author, string kind, IReadOnlyCollection<long> childIds, string? filter = null)
    {
        var subject = JsonSerializer.Serialize(new { children = childIds, filter });
        queue.Writer.TryWrite((database.Now(), author, kind, subject, null));
    }

    /// <summary>Waits until what was handed over before is on disk.</summary>
    public Task Flush()
    {
        var marker = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!queue.Writer.TryWrite((default, "", "", "", marker)))
            marker.SetResult();
        return marker.Task;
    }

    /// <summary>The newest first.</summary>
    public IReadOnlyList<Look> Read(int take = 100, long? before = null)
    {
        using var link = OpenLink();
        using var rows = link.Query(
            "SELECT \"No\", \"At\", \"Author\", \"Kind\", \"Subject\" FROM access_log WHERE \"No\" < $1 ORDER BY \"No\" DESC LIMIT $2",
            before ?? long.MaxValue,
            take
        );
        var looks = new List<Look>();
        while (rows.Next())
            looks.Add(new(rows.Long(0), rows.Instant(1), rows.Text(2), rows.Text(3), rows.Text(4)));
        return looks;
    }

    /// <summary>What one author has looked at of one kind, the oldest first.</summary>
    public IReadOnlyList<Look> ReadOf(string author, string kind)
    {
        using var link = OpenLink();
        using var rows = link.Query(
            "SELECT \"No\", \"At\", \"Author\", \"Kind\", \"Subject\" FROM access_log WHERE \"Author\" = $1 AND \"Kind\" "
                + "= $2 ORDER BY \"No\"",
            author,
            kind
        );
        var looks = new List<Look>();
        while (rows.Next())
            looks.Add(new(rows.Long(0), rows.Instant(1), rows.Text(2), rows.Text(3), rows.Text(4)));
        return looks;
    }

    /// <summary>The number of the first row that is missing or was changed; null if the chain holds.</summary>
    public long? FirstBroken()
    {
        using var link = OpenLink();
        using var rows = link.Query(
            "SELECT \"No\", \"At\", \"Author\", \"Kind\", \"Subject\", \"PrevHash\", \"Hash\" FROM access_log ORDER BY \"No\""
        );
        long no = 0;
        var previous = new byte[32];
        while (rows.Next())
        {
            no++;
            var own = HashOf(previous, rows.Long(0), rows.Instant(1), rows.Text(2), rows.Text(3), rows.Text(4));
            if (rows.Long(0) != no || !rows.Bytes(5).AsSpan().SequenceEqual(previous) || !rows.Bytes(6).AsSpan().SequenceEqual(own))
                return no;
            previous = own;
        }
        return null;
    }

    Link OpenLink() => database.Provider == Provider.Sqlite ? new SqliteLink(FileOf(database), create: true) : database.Open();

    static byte[] HashOf(byte[] previous, long no, DateTime at, string author, string kind, string subject)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(previous);
        Span<byte> number = stackalloc byte[8];
        foreach (var value in (ReadOnlySpan<long>)[no, (at.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond])
        {
            BinaryPrimitives.WriteInt64LittleEndian(number, value);
            sha.AppendData(number);
        }
        foreach (var text in (ReadOnlySpan<string>)[author, kind, subject])
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            BinaryPrimitives.WriteInt64LittleEndian(number, bytes.Length);
            sha.AppendData(number);
            sha.AppendData(bytes);
        }
        return sha.GetHashAndReset();
    }

    void Run()
    {
        var waiting = new List<(DateTime At, string Author, string Kind, string Subject, TaskCompletionSource? Marker)>();
        Link? link = null;
        while (true)
        {
            if (waiting.Count == 0 && !queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
                break;
            while (waiting.Count < 1000 && queue.Reader.TryRead(out var one))
                waiting.Add(one);
            try
            {
                link ??= OpenLink();
                Append(link, waiting);
                Fault = null;
                foreach (var one in waiting)
                    one.Marker?.TrySetResult();
                waiting.Clear();
            }
            catch (Exception e) when (Faults.Typed(e) is not null || e is SqliteFaultException or Npgsql.NpgsqlException or IOException)
            {
                Fault = Faults.Typed(e) ?? e;
                link?.Dispose();
                link = null;
                // At the end there is nobody left to wait for a better day.
                if (closing)
                {
                    foreach (var one in waiting)
                        one.Marker?.TrySetException(Fault);
                    break;
                }
                Thread.Sleep(500);
            }
        }
        link?.Dispose();
    }

    void Append(Link link, List<(DateTime At, string Author, string Kind, string Subject, TaskCompletionSource? Marker)> looks)
    {
        if (looks.TrueForAll(l => l.Marker is not null))
            return;
        link.Begin(write: true);
        try
        {
            // Another web process appends to the same chain.
            if (database.Provider == Provider.Postgres)
                link.Script("SELECT pg_advisory_xact_lock(5081)");
            long no = 0;
            var previous = new byte[32];
            using (var last = link.Query("SELECT \"No\", \"Hash\" FROM access_log ORDER BY \"No\" DESC LIMIT 1"))
                if (last.Next())
                    (no, previous) = (last.Long(0), last.Bytes(1));
            foreach (var (at, author, kind, subject, marker) in looks)
            {
                if (marker is not null)
                    continue;
                var own = HashOf(previous, ++no, at, author, kind, subject);
                link.Execute(
                    "INSERT INTO access_log (\"No\", \"At\", \"Author\", \"Kind\", \"Subject\", \"PrevHash\", \"Hash\") VALUES "
                        + "($1, $2, $3, $4, $5, $6, $7)",
                    no,
                    at,
                    author,
                    kind,
                    subject,
                    previous,
                    own
                );
                previous = own;
            }
            link.Commit();
        }
        catch
        {
            try
            {
                link.Rollback();
            }
            catch (Exception e) when (e is SqliteFaultException or Npgsql.NpgsqlException or InvalidOperationException) { }
            throw;
        }
    }

    public void Dispose()
    {
        if (closing)
            return;
        closing = true;
        queue.Writer.TryComplete();
        writer.Join(TimeSpan.FromSeconds(15));
    }
}
