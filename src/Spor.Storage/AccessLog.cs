using System.Globalization;
using System.Threading.Channels;
using Spor.Storage.Engine;

namespace Spor.Storage;

/// <summary>A look that could not be written down. Nothing is shown then: what nobody can see was looked at, nobody may look at.</summary>
public sealed class LookNotWrittenException(Exception inner) : StorageException("The log of who looked cannot be written.", inner);

/// <summary>
/// The log of who looked: a file of its own (<c>access.db</c>) beside a SQLite database, a table of its own on PostgreSQL, chained by a
/// keyed hash. Whoever shows something waits for <see cref="Write"/>, which answers when the rows are on disk; looks that come at the same
/// time are written in one group. Its head stands outside the log as well (<see cref="LookAnchors"/>), so that its last rows cannot be cut.
/// </summary>
public sealed class AccessLog : IDisposable
{
    /// <summary>Rows between two anchors, at most; and the longest time between them while anybody looks.</summary>
    const int AnchorEvery = 1000;
    static readonly TimeSpan AnchorWithin = TimeSpan.FromMinutes(1);

    readonly record struct Waiting(IReadOnlyList<NewLook> Looks, TaskCompletionSource Done);

    readonly Database database;
    readonly Channel<Waiting> queue = Channel.CreateUnbounded<Waiting>(new() { SingleReader = true });
    readonly Thread writer;
    readonly LookAnchors anchors;
    volatile bool closing;

    AccessLog(Database database)
    {
        this.database = database;
        anchors = new(database);
        using (var link = OpenLink())
        {
            if (link is SqliteLink file)
                MakeTables(file);
            Begin(link);
        }
        writer = new(Run) { IsBackground = true, Name = "access log" };
        writer.Start();
    }

    static void MakeTables(SqliteLink file)
    {
        file.UseWriteAheadLog();
        file.Script(
            """
            CREATE TABLE IF NOT EXISTS "access_log" (
              "No" INTEGER NOT NULL PRIMARY KEY, "At" TEXT NOT NULL, "Author" TEXT NOT NULL, "Kind" TEXT NOT NULL, "Subject" TEXT NOT NULL,
              "PrevHash" BLOB NOT NULL, "Hash" BLOB NOT NULL
            ) STRICT;
            CREATE INDEX IF NOT EXISTS "access_log_author" ON "access_log" ("Author", "Kind", "No");
            CREATE INDEX IF NOT EXISTS "access_log_at" ON "access_log" ("At");
            CREATE TABLE IF NOT EXISTS "access_log_child" ("Child" INTEGER NOT NULL, "No" INTEGER NOT NULL, PRIMARY KEY ("Child", "No"))
              STRICT, WITHOUT ROWID;
            """
        );
    }

    /// <summary>The file of a log that comes from elsewhere, with nothing in it.</summary>
    internal static SqliteLink NewFile(Database database)
    {
        var file = new SqliteLink(FileOf(database), create: true);
        MakeTables(file);
        return file;
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

    /// <summary>Why the last attempt to write failed; null if it did not.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>Answers when the rows are on disk.</summary>
    /// <exception cref="LookNotWrittenException">They are not, and what they tell of must not be shown.</exception>
    public Task Write(IReadOnlyList<NewLook> looks)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!queue.Writer.TryWrite(new(looks, done)))
            done.SetException(new LookNotWrittenException(new ObjectDisposedException(nameof(AccessLog))));
        return done.Task;
    }

    /// <summary>One row: a child's page, or a list with the ids shown on it and the filter that chose them.</summary>
    public Task Looked(string author, string kind, IReadOnlyCollection<long> childIds, string? filter = null) =>
        Write([new(author, kind, childIds, filter)]);

    /// <summary>Waits until what was handed over before is on disk.</summary>
    public Task Flush() => Write([]);

    /// <summary>Whether it can be written: after a fault a row is tried, so that the answer is true now.</summary>
    public async Task<bool> CanWrite()
    {
        if (Fault is null)
            return true;
        try
        {
            await Write([new(Access.People.ProgramKey, LookKinds.Again, [])]);
            return true;
        }
        catch (LookNotWrittenException)
        {
            return false;
        }
    }

    const string Columns = "\"No\", \"At\", \"Author\", \"Kind\", \"Subject\"";

    /// <summary>The newest first.</summary>
    public IReadOnlyList<Look> Read(int take = 100, long? before = null) =>
        List($"SELECT {Columns} FROM access_log WHERE \"No\" < $1 ORDER BY \"No\" DESC LIMIT $2", before ?? long.MaxValue, take);

    /// <summary>What one author has looked at of one kind, the oldest first.</summary>
    public IReadOnlyList<Look> ReadOf(string author, string kind) =>
        List($"SELECT {Columns} FROM access_log WHERE \"Author\" = $1 AND \"Kind\" = $2 ORDER BY \"No\"", author, kind);

    /// <summary>The looks at one child, also where it stood in a list or was named on another's page; the newest first.</summary>
    /// <param name="records">The identities that are the child: several where two records were merged, and each was looked at.</param>
    public IReadOnlyList<Look> OfChild(
        IReadOnlyCollection<long> records,
        DateTime? from = null,
        DateTime? before = null,
        int take = int.MaxValue
    ) =>
        List(
            $"""
            SELECT {Columns} FROM access_log WHERE "No" IN (SELECT "No" FROM access_log_child WHERE "Child" {Facts.MergedRecords.In(
                records
            )})
            AND "At" >= $1 AND "At" < $2 ORDER BY "No" DESC LIMIT $3
            """,
            from ?? DateTime.UnixEpoch,
            before ?? Last,
            (long)take
        );

    public IReadOnlyList<Look> OfChild(long child, DateTime? from = null, DateTime? before = null, int take = int.MaxValue) =>
        OfChild([child], from, before, take);

    /// <summary>What one person has looked at, the newest first.</summary>
    public IReadOnlyList<Look> OfPerson(string author, DateTime? from = null, DateTime? before = null, int take = int.MaxValue) =>
        List(
            $"""
            SELECT {Columns} FROM access_log WHERE "Author" = $1 AND "At" >= $2 AND "At" < $3 ORDER BY "No" DESC LIMIT $4
            """,
            author,
            from ?? DateTime.UnixEpoch,
            before ?? Last,
            (long)take
        );

    /// <summary>Everybody's looks of a period, the newest first.</summary>
    public IReadOnlyList<Look> Between(DateTime from, DateTime before, int take = int.MaxValue) =>
        List($"""SELECT {Columns} FROM access_log WHERE "At" >= $1 AND "At" < $2 ORDER BY "No" DESC LIMIT $3""", from, before, (long)take);

    static readonly DateTime Last = new(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    List<Look> List(string sql, params ReadOnlySpan<object?> args)
    {
        using var link = OpenLink();
        using var rows = link.Query(sql, args);
        var looks = new List<Look>();
        while (rows.Next())
            looks.Add(new(rows.Long(0), rows.Instant(1), rows.Text(2), rows.Text(3), rows.Text(4)));
        return looks;
    }

    /// <summary>What is wrong with the log: rows gone, changed or added by somebody without the key, and a head that once was
    /// further.</summary>
    public IReadOnlyList<string> Check()
    {
        using var link = OpenLink();
        return LookCheck.Of(link, anchors, database.Keys);
    }

    /// <summary>The number of the last row and its hash.</summary>
    public (long No, byte[] Hash) Head()
    {
        using var link = OpenLink();
        return HeadOf(link);
    }

    internal Link OpenLink() => database.Provider == Provider.Sqlite ? new SqliteLink(FileOf(database), create: true) : database.Open();

    /// <summary>The log as it lies there, without opening it for writing; null if nobody has ever looked.</summary>
    internal static Link? LinkOf(Database database) =>
        database.Provider == Provider.Postgres ? database.Open()
        : File.Exists(FileOf(database)) ? new SqliteLink(FileOf(database), create: false)
        : null;

    internal static (long No, byte[] Hash) HeadOf(Link link)
    {
        using var last = link.Query("SELECT \"No\", \"Hash\" FROM access_log ORDER BY \"No\" DESC LIMIT 1");
        return last.Next() ? (last.Long(0), last.Bytes(1)) : (0, new byte[32]);
    }

    /// <summary>What stood in the log before its chain had a key is covered by one signed anchor; whose child a row is about is found by an
    /// index, made here for rows from before it was.</summary>
    void Begin(Link link)
    {
        var (no, hash) = HeadOf(link);
        // It begins once: the key ring remembers it, so that a log made anew without the key is not signed as an old one.
        if (anchors.FirstKeyed() is null && !(database.Keys.LooksBegan < no))
        {
            anchors.Write(no, hash, first: true);
            database.Keys.RememberLooks(no);
        }
        if (link.Number("SELECT \"No\" FROM access_log_child LIMIT 1") is not null || no == 0)
            return;
        link.Begin(write: true);
        long at = 0;
        while (true)
        {
            var some = new List<(long No, string Subject)>();
            using (var rows = link.Query("SELECT \"No\", \"Subject\" FROM access_log WHERE \"No\" > $1 ORDER BY \"No\" LIMIT 1000", at))
                while (rows.Next())
                    some.Add((rows.Long(0), rows.Text(1)));
            if (some.Count == 0)
                break;
            foreach (var (one, subject) in some)
                Index(link, one, LookSubject.Of(subject).All);
            at = some[^1].No;
        }
        link.Commit();
    }

    // Identities are numbers of ours: they need no parameters, and a thousand go in one statement on either database.
    static void Index(Link link, long no, IEnumerable<long> children)
    {
        var number = no.ToString(CultureInfo.InvariantCulture);
        foreach (var some in children.Distinct().Chunk(1000))
            link.Script(
                "INSERT INTO access_log_child (\"Child\", \"No\") VALUES "
                    + string.Join(',', some.Select(c => $"({c.ToString(CultureInfo.InvariantCulture)},{number})"))
            );
    }

    void Run()
    {
        var group = new List<Waiting>();
        Link? link = null;
        var anchored = Environment.TickCount64;
        long since = 0;
        (long No, byte[] Hash)? head = null;
        while (Wait(head is not null, anchored))
        {
            while (group.Count < 1000 && queue.Reader.TryRead(out var one))
                group.Add(one);
            try
            {
                if (group.Exists(g => g.Looks.Count > 0))
                {
                    link ??= OpenLink();
                    head = Append(link, group);
                    since += group.Sum(g => g.Looks.Count);
                    Fault = null;
                }
                foreach (var one in group)
                    one.Done.TrySetResult();
            }
            catch (Exception e) when (Faults.Typed(e) is not null || e is SqliteFaultException or Npgsql.NpgsqlException or IOException)
            {
                Fault = Faults.Typed(e) ?? e;
                link?.Dispose();
                link = null;
                foreach (var one in group)
                    one.Done.TrySetException(new LookNotWrittenException(Fault));
            }
            group.Clear();
            if (head is { } far && (since >= AnchorEvery || Environment.TickCount64 - anchored >= AnchorWithin.TotalMilliseconds))
            {
                Anchor(far);
                (head, since, anchored) = (null, 0, Environment.TickCount64);
            }
        }
        link?.Dispose();
        if (head is { } end)
            Anchor(end);
    }

    /// <summary>Until somebody looks; or, if there is something to anchor, until it is time to.</summary>
    bool Wait(bool toAnchor, long anchored)
    {
        var wait = queue.Reader.WaitToReadAsync().AsTask();
        if (!toAnchor)
            return wait.GetAwaiter().GetResult();
        var left = AnchorWithin - TimeSpan.FromMilliseconds(Environment.TickCount64 - anchored);
        return left <= TimeSpan.Zero || !wait.Wait(left) || wait.Result;
    }

    // An import may hold the database longer than somebody who looks should wait, so it is written on the side.
    void Anchor((long No, byte[] Hash) head)
    {
        void Write()
        {
            try
            {
                anchors.Write(head.No, head.Hash);
                Checkpoint.Keep(database);
            }
            catch (Exception e)
                when (Faults.Typed(e) is not null
                    || e is SqliteFaultException or Npgsql.NpgsqlException or ObjectDisposedException or IOException
                )
            {
                // The next one says as much.
            }
        }
        if (closing)
            Write();
        else
            ThreadPool.QueueUserWorkItem(_ => Write());
    }

    (long No, byte[] Hash) Append(Link link, List<Waiting> group)
    {
        link.Begin(write: true);
        try
        {
            // Another web process appends to the same chain.
            if (database.Provider == Provider.Postgres)
                link.Script("SELECT pg_advisory_xact_lock(5081)");
            var (no, previous) = HeadOf(link);
            var at = database.Now();
            using var chain = new LookChain(database.Keys);
            foreach (var look in group.SelectMany(g => g.Looks))
            {
                var subject = look.Subject();
                var own = chain.Of(previous, ++no, at, look.Author, look.Kind, subject);
                link.Execute(
                    "INSERT INTO access_log (\"No\", \"At\", \"Author\", \"Kind\", \"Subject\", \"PrevHash\", \"Hash\") VALUES "
                        + "($1, $2, $3, $4, $5, $6, $7)",
                    no,
                    at,
                    look.Author,
                    look.Kind,
                    subject,
                    previous,
                    own
                );
                Index(link, no, look.Children.Concat(look.Also));
                previous = own;
            }
            link.Commit();
            return (no, previous);
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
