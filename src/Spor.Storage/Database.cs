using System.Collections.Concurrent;
using System.Diagnostics;
using Npgsql;
using Spor.Storage.Engine;
using Spor.Storage.Journal;

namespace Spor.Storage;

public enum Provider
{
    Sqlite,
    Postgres,
}

/// <summary>One municipality's database, SQLite or PostgreSQL, with its key ring. Open one per process and database.</summary>
public sealed class Database : IDisposable
{
    /// <summary>How long a reader waits for a server that follows.</summary>
    static readonly TimeSpan BehindAtMost = TimeSpan.FromSeconds(2);
    readonly ConcurrentBag<Link> idle = [];
    readonly NpgsqlDataSource? source,
        follower;
    readonly long? maxPages;
    readonly bool asIs;
    string? rescued;
    bool closed,
        made;
    long asked;

    Database(string spec, string dataFolder, TimeProvider time, long? maxPages, bool asIs = false)
    {
        DataFolder = dataFolder;
        Time = time;
        this.maxPages = maxPages;
        this.asIs = asIs;
        Acknowledged = new(dataFolder);
        if (ServerSpec.IsServer(spec))
        {
            Provider = Provider.Postgres;
            var built = ServerSpec.Read(spec);
            (built.MaxAutoPrepare, built.AutoPrepareMinUsages, built.WriteBufferSize, built.ReadBufferSize) = (200, 2, 1 << 17, 1 << 16);
            built.ApplicationName ??= "spor";
            ConnectionString = built.ConnectionString;
            source = ServerSpec.SourceOf(built);
            follower = ServerSpec.FollowerOf(built);
            Name = built.Database ?? "";
        }
        else
        {
            Provider = Provider.Sqlite;
            File = Path.GetFullPath(spec);
            Name = Path.GetFileName(File);
        }
    }

    public Provider Provider { get; }
    public string DataFolder { get; }

    /// <summary>For people: the file's or the database's name.</summary>
    public string Name { get; }

    /// <summary>The SQLite file; null on PostgreSQL.</summary>
    public string? File { get; }

    /// <summary>To the PostgreSQL server; null on SQLite.</summary>
    public string? ConnectionString { get; }
    public KeyRing Keys { get; private set; } = null!;

    /// <summary>The one place that writes.</summary>
    public JournalWriter Journal { get; private set; } = null!;
    internal Acknowledged Acknowledged { get; }
    internal TimeProvider Time { get; }
    internal NpgsqlDataSource? Source => source;

    /// <summary>Whether there may be a server that follows the one that is written to.</summary>
    internal bool IsFollowed => follower is not null;

    /// <summary>Where the database is when nobody says otherwise.</summary>
    public static string DefaultFile(string dataFolder) => Path.Combine(dataFolder, "spor.db");

    /// <summary>Opens, and brings the schema up to date.</summary>
    /// <param name="spec">A SQLite file, a PostgreSQL connection string (it contains <c>Host=</c>), or null for <c>spor.db</c> in the data
    /// folder.</param>
    /// <param name="dataFolder">Holds the key ring, and the default database file.</param>
    /// <param name="maxPages">SQLite only: the database may not grow beyond so many pages, which imitates a full disk.</param>
    /// <exception cref="StorageException">See its kinds.</exception>
    public static Database Open(string? spec, string dataFolder, TimeProvider? time = null, long? maxPages = null)
    {
        spec = string.IsNullOrWhiteSpace(spec) ? DefaultFile(dataFolder) : spec;
        return Opening(
            () => new Database(spec, dataFolder, time ?? TimeProvider.System, maxPages),
            opened =>
            {
                OwnFiles.Ours();
                OwnFiles.CreateFolder(dataFolder);
                OwnFiles.Close(dataFolder);
                if (Restoring.BrokenOff(dataFolder))
                    throw new RestoreUnfinishedException(dataFolder);
                // Keys are made after the database, so keys without one mean that it is gone. They are asked for first: another process
                // may be making both.
                if (KeyRing.Exists(dataFolder) && !Exists(spec, dataFolder))
                    throw new DatabaseMissingException(opened.File ?? opened.Name);
                opened.Upgrade();
                opened.OpenKeys();
                opened.made = true;
                ChainStart.Make(opened);
                KeySealing.Make(opened);
                Copies.Seal(opened);
                opened.Journal = new(opened);
                Erasures.Again(opened);
            }
        );
    }

    /// <summary>Opens for looking alone: nothing is upgraded, made or written, not even SQLite's log is folded into the file.</summary>
    /// <exception cref="OlderSchemaException">It is of an older program, whose tables this one cannot compare.</exception>
    public static Database OpenAsIs(string? spec, string dataFolder)
    {
        spec = string.IsNullOrWhiteSpace(spec) ? DefaultFile(dataFolder) : spec;
        return Opening(
            () => new Database(spec, dataFolder, TimeProvider.System, null, asIs: true),
            opened =>
            {
                opened.made = true;
                using (var link = opened.Open())
                    SchemaVersions.MustBeThisProgram(link, opened.Provider);
                opened.OpenKeys();
                using (var link = opened.Open())
                    if (KeySealing.IsDue(link))
                        throw SchemaVersions.NotBroughtOver(opened.Provider);
                opened.Journal = new(opened);
            }
        );
    }

    /// <summary>A new database for a record that comes from elsewhere, with that one's keys and nothing in it.</summary>
    internal static Database OpenNew(string? spec, string dataFolder, string keys)
    {
        spec = string.IsNullOrWhiteSpace(spec) ? DefaultFile(dataFolder) : spec;
        return Opening(
            () => new Database(spec, dataFolder, TimeProvider.System, null),
            opened =>
            {
                opened.Upgrade();
                using (var read = new FileStream(keys, FileMode.Open, FileAccess.Read, FileShare.ReadWrite))
                using (var written = OwnFiles.Create(KeyFile.In(dataFolder)))
                {
                    read.CopyTo(written);
                    written.Flush(flushToDisk: true);
                }
                opened.OpenKeys();
                opened.made = true;
                opened.Journal = new(opened);
            }
        );
    }

    static Database Opening(Func<Database> make, Action<Database> open)
    {
        Database? opened = null;
        try
        {
            opened = make();
            open(opened);
            return opened;
        }
        catch (Exception e)
        {
            opened?.Dispose();
            if (Faults.Typed(e) is { } typed && typed != e)
                throw typed;
            throw;
        }
    }

    /// <summary>True if there is a database with a journal at the spec, without making one.</summary>
    /// <exception cref="StorageException">The server could not be asked.</exception>
    public static bool Exists(string? spec, string dataFolder)
    {
        spec = string.IsNullOrWhiteSpace(spec) ? DefaultFile(dataFolder) : spec;
        if (!ServerSpec.IsServer(spec))
            return System.IO.File.Exists(spec);
        try
        {
            using var source = ServerSpec.SourceOf(ServerSpec.Read(spec));
            using var link = new PostgresLink(source);
            return link.HasTable("journal_head");
        }
        catch (Exception e) when (Faults.Typed(e) is { } typed && typed != e)
        {
            throw typed;
        }
    }

    void Upgrade()
    {
        using var link = Open();
        SchemaVersions.Upgrade(link, this);
    }

    void OpenKeys()
    {
        using var link = Rent();
        string? print;
        using (var rows = link.Query("SELECT \"KeyPrint\" FROM journal_head"))
            print = rows.Next() ? rows.MaybeText(0) : null;
        // A new ring beside an old database would seal new texts and lose the old ones without a word.
        if (print is not null && !KeyRing.Exists(DataFolder))
            throw new WrongKeysException("The database has a key ring, and keys.json is not in " + DataFolder);
        Keys = KeyRing.Open(DataFolder);
        if (print is null)
            link.Execute("UPDATE journal_head SET \"KeyPrint\" = $1 WHERE \"KeyPrint\" IS NULL", Keys.Print);
        else if (print != Keys.Print)
            throw new WrongKeysException("keys.json in " + DataFolder + " is not the ring this database was made with.");
    }

    /// <summary>A link of one's own. The file is made by the first one alone: one that is gone later is not begun anew.</summary>
    /// <param name="raw">The source's keys are read as they stand, unopened.</param>
    internal Link Open(bool raw = false)
    {
        var opens = raw ? null : Keys?.Sources;
        if (Provider == Provider.Postgres)
            return new PostgresLink(source!) { Keys = opens };
        if (made && !System.IO.File.Exists(File))
            throw Gone(null);
        return new SqliteLink(File!, create: !made, maxPages, readOnly: asIs) { Keys = opens };
    }

    /// <exception cref="DatabaseGoneException">The link's file was moved or deleted, or another put in its place.</exception>
    internal void StillThere(Link link)
    {
        if (link is SqliteLink { Moved: true } file)
            throw Gone(file);
    }

    /// <summary>A link that is still open to the deleted file is all that is left of it: what it holds is written to a file of its own,
    /// once.</summary>
    DatabaseGoneException Gone(SqliteLink? last)
    {
        lock (idle)
            if (rescued is null && last is not null)
                try
                {
                    var to = $"{File}.rescued-{Now():yyyyMMdd-HHmmss}";
                    last.Rollback();
                    last.Execute("VACUUM INTO $1", to);
                    rescued = to;
                }
                catch (Exception e) when (e is SqliteFaultException or IOException)
                {
                    // Its log may be gone with it.
                }
        return new(rescued);
    }

    /// <summary>How many queries readers have asked. A page's share must not grow with the rows it shows; a test says so.</summary>
    public long QueriesAsked => Interlocked.Read(ref asked);

    /// <summary>A link for reading, to be given back with <c>using</c>.</summary>
    internal Rented Rent()
    {
        ObjectDisposedException.ThrowIf(closed, this);
        // PostgreSQL's driver keeps its own pool.
        if (Provider == Provider.Postgres || !idle.TryTake(out var kept))
            return new(this, Open());
        if (((SqliteLink)kept).Moved)
        {
            // It is kept open: it may be all that is left.
            idle.Add(kept);
            throw Gone((SqliteLink)kept);
        }
        // It may have been opened before there were keys.
        kept.Keys = Keys?.Sources;
        return new(this, kept);
    }

    /// <summary>
    /// A link for what reads much at once: the whole register, also as known earlier. On a server that follows, once it has all that the
    /// primary has; on the primary where none follows or it is behind.
    /// </summary>
    internal Rented RentAside()
    {
        if (follower is null)
            return Rent();
        PostgresLink? link = null;
        try
        {
            var head = HeadNo;
            link = new PostgresLink(follower) { Keys = Keys?.Sources };
            for (var asked = Stopwatch.StartNew(); asked.Elapsed < BehindAtMost; Thread.Sleep(10))
                if (link.Number("SELECT \"No\" FROM journal_head") >= head)
                    return new(this, link);
        }
        catch (Exception e) when (Faults.Typed(e) is not null)
        {
            // It died, or follows no more: the primary has it all.
        }
        link?.Dispose();
        return Rent();
    }

    internal readonly struct Rented(Database database, Link link) : IDisposable
    {
        public Link Link => link;

        public Rows Query(string sql, params ReadOnlySpan<object?> args) => link.Query(sql, args);

        public long? Number(string sql, params ReadOnlySpan<object?> args) => link.Number(sql, args);

        public int Execute(string sql, params ReadOnlySpan<object?> args) => link.Execute(sql, args);

        public void Dispose()
        {
            Interlocked.Add(ref database.asked, link.TakeAsked());
            if (database.Provider == Provider.Sqlite && !database.closed)
                database.idle.Add(link);
            else
                link.Dispose();
        }
    }

    /// <summary>Writes beside the journal, all of it or nothing: what is no part of the record, such as drafts and sessions.</summary>
    /// <exception cref="StorageException">It could not be written.</exception>
    internal void Write(Action<Link> work)
    {
        using var link = Rent();
        try
        {
            link.Link.Begin(write: true);
            work(link.Link);
            link.Link.Commit();
        }
        catch (Exception e)
        {
            link.Link.Rollback();
            if (Faults.Typed(e) is { } typed && typed != e)
                throw typed;
            throw;
        }
    }

    /// <summary>The number of the last entry.</summary>
    public long HeadNo
    {
        get
        {
            using var link = Rent();
            return link.Number("SELECT \"No\" FROM journal_head") ?? 0;
        }
    }

    /// <summary>When the last entry was written (UTC), as its clock said; null in an empty journal.</summary>
    public DateTime? LastEntryAt
    {
        get
        {
            using var link = Rent();
            using var rows = link.Query("SELECT \"At\" FROM journal_entry ORDER BY \"No\" DESC LIMIT 1");
            return rows.Next() ? rows.Instant(0) : null;
        }
    }

    /// <summary>
    /// What keeps the journal from being written now; null if nothing does. After a write that failed it is tried whether there is room
    /// again: a row is written and taken back.
    /// </summary>
    /// <exception cref="StorageException">The database does not answer at all.</exception>
    public StorageException? WriteFault()
    {
        if (Journal.Fault is null)
            return null;
        try
        {
            using var link = Rent();
            link.Link.Begin(write: true);
            try
            {
                link.Execute(
                    "INSERT INTO draft (\"Author\", \"Form\", \"At\", \"Body\") VALUES ($1, $2, $3, $4)",
                    "",
                    "room",
                    Now(),
                    new byte[1 << 18]
                );
            }
            finally
            {
                link.Link.Rollback();
            }
            Journal.Fault = null;
            return null;
        }
        catch (Exception e) when (Faults.Typed(e) is { } typed)
        {
            return typed;
        }
    }

    /// <summary>What entries are dated with now (UTC).</summary>
    public DateTime RealNow => Now();

    /// <summary>The real instant, UTC, in whole milliseconds.</summary>
    internal DateTime Now()
    {
        var now = Time.GetUtcNow().UtcDateTime;
        return new(now.Ticks - now.Ticks % TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);
    }

    void KeepCheckpoint()
    {
        try
        {
            Checkpoint.Keep(this);
        }
        catch (Exception e) when (Faults.Typed(e) is not null || e is SqliteFaultException or NpgsqlException or IOException)
        {
            // It is only the last of many; the database is closed whatever becomes of it.
        }
    }

    public void Dispose()
    {
        if (closed)
            return;
        if (Journal?.LastNo > 0)
            KeepCheckpoint();
        closed = true;
        Journal?.Dispose();
        Acknowledged.Dispose();
        while (idle.TryTake(out var link))
            link.Dispose();
        source?.Dispose();
        follower?.Dispose();
        Keys?.Dispose();
    }
}
