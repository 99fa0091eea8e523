using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
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
public sealed partial class Database : IDisposable
{
    readonly ConcurrentBag<Link> idle = [];
    readonly NpgsqlDataSource? source;
    readonly long? maxPages;
    bool closed;
    long asked;

    Database(string spec, string dataFolder, TimeProvider time, long? maxPages)
    {
        DataFolder = dataFolder;
        Time = time;
        this.maxPages = maxPages;
        if (spec.Contains("Host=", StringComparison.OrdinalIgnoreCase))
        {
            Provider = Provider.Postgres;
            var built = new NpgsqlConnectionStringBuilder(spec)
            {
                MaxAutoPrepare = 200,
                AutoPrepareMinUsages = 2,
                WriteBufferSize = 1 << 17,
                ReadBufferSize = 1 << 16,
            };
            built.ApplicationName ??= "spor";
            ConnectionString = built.ConnectionString;
            source = new NpgsqlDataSourceBuilder(ConnectionString).Build();
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
    internal TimeProvider Time { get; }
    internal NpgsqlDataSource? Source => source;

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
        Database? opened = null;
        try
        {
            OwnFiles.Ours();
            OwnFiles.CreateFolder(dataFolder);
            OwnFiles.Close(dataFolder);
            opened = new Database(
                string.IsNullOrWhiteSpace(spec) ? DefaultFile(dataFolder) : spec,
                dataFolder,
                time ?? TimeProvider.System,
                maxPages
            );
            opened.Upgrade();
            opened.OpenKeys();
            ChainStart.Make(opened);
            opened.Journal = new(opened);
            Erasures.Again(opened);
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
    public static bool Exists(string? spec, string dataFolder)
    {
        spec = string.IsNullOrWhiteSpace(spec) ? DefaultFile(dataFolder) : spec;
        if (!spec.Contains("Host=", StringComparison.OrdinalIgnoreCase))
            return System.IO.File.Exists(spec);
        using var source = NpgsqlDataSource.Create(spec);
        using var link = new PostgresLink(source);
        return link.HasTable("journal_head");
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

    internal Link Open() => Provider == Provider.Sqlite ? new SqliteLink(File!, create: true, maxPages) : new PostgresLink(source!);

    /// <summary>How many queries readers have asked. A page's share must not grow with the rows it shows; a test says so.</summary>
    public long QueriesAsked => Interlocked.Read(ref asked);

    /// <summary>A link for reading, to be given back with <c>using</c>.</summary>
    internal Rented Rent()
    {
        ObjectDisposedException.ThrowIf(closed, this);
        // PostgreSQL's driver keeps its own pool.
        return new(this, Provider == Provider.Sqlite && idle.TryTake(out var kept) ? kept : Open());
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

    /// <summary>What entries are dated with now (UTC).</summary>
    public DateTime RealNow => Now();

    internal static IReadOnlyList<(int Version, string Name, string Sql)> SchemaFiles(Provider provider)
    {
        const string schema = "Spor.Storage.schema.";
        var own = schema + (provider == Provider.Sqlite ? "sqlite." : "postgres.");
        const string both = schema + "both.";
        var assembly = Assembly.GetExecutingAssembly();
        var files = new List<(int Version, string Name, string Sql)>();
        foreach (var resource in assembly.GetManifestResourceNames())
        {
            var prefix =
                resource.StartsWith(own, StringComparison.Ordinal) ? own
                : resource.StartsWith(both, StringComparison.Ordinal) ? both
                : null;
            if (prefix is null)
                continue;
            var name = resource[prefix.Length..];
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            var sql = reader.ReadToEnd();
            files.Add(
                (
                    int.Parse(name.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture),
                    name,
                    prefix == both && provider == Provider.Sqlite ? ForSqlite(sql) : sql
                )
            );
        }
        files.Sort((a, b) => a.Version.CompareTo(b.Version));
        return files;
    }

    /// <summary>
    /// A file that is written once, in PostgreSQL's words, in SQLite's: the types of columns, and <c>STRICT</c> tables. For tables, columns
    /// and indexes; what else a file needs to do is written twice, in the folders of the two.
    /// </summary>
    internal static string ForSqlite(string sql) =>
        EndOfTable()
            .Replace(
                TypeOfColumn()
                    .Replace(
                        sql,
                        m => m.Groups[1].Value + (m.Groups[2].Value is "bigint" or "boolean" ? "INTEGER" : "TEXT") + m.Groups[3].Value
                    ),
                ") STRICT;"
            );

    [GeneratedRegex("""("\w+" )(bigint|boolean|text|date|timestamp with(?:out)? time zone)( NULL| NOT NULL)""")]
    private static partial Regex TypeOfColumn();

    [GeneratedRegex(@"^\);", RegexOptions.Multiline)]
    private static partial Regex EndOfTable();

    /// <returns>The version before.</returns>
    int Upgrade()
    {
        using var link = Open();
        if (link is SqliteLink file)
            file.UseWriteAheadLog();
        var files = SchemaFiles(Provider);
        int Version() => link.HasTable("schema_version") ? (int)(link.Number("SELECT max(\"Version\") FROM schema_version") ?? 0) : 0;
        var before = Version();
        if (before > files[^1].Version)
            throw new NewerSchemaException(before, files[^1].Version);
        if (before == files[^1].Version)
            return before;
        if (before > 0 && Provider == Provider.Sqlite)
        {
            var copy = $"{File}.before-{files[^1].Version:0000}";
            if (!System.IO.File.Exists(copy))
                link.Execute("VACUUM INTO $1", copy);
        }
        link.Begin(write: true);
        try
        {
            // Two processes may start on one new database: on PostgreSQL they queue here, on SQLite at BEGIN IMMEDIATE.
            if (Provider == Provider.Postgres)
                link.Script("SELECT pg_advisory_xact_lock(5080)");
            var at = Provider == Provider.Sqlite ? "TEXT" : "timestamp with time zone";
            link.Script(
                $"CREATE TABLE IF NOT EXISTS schema_version (\"Version\" {(Provider == Provider.Sqlite ? "INTEGER" : "bigint")} "
                    + $"NOT NULL PRIMARY KEY, \"Name\" {(Provider == Provider.Sqlite ? "TEXT" : "text")} NOT NULL, "
                    + $"\"At\" {at} NOT NULL)"
            );
            var now = Version();
            foreach (var (version, name, sql) in files)
            {
                if (version <= now)
                    continue;
                link.Script(sql);
                link.Execute("INSERT INTO schema_version (\"Version\", \"Name\", \"At\") VALUES ($1, $2, $3)", (long)version, name, Now());
            }
            link.Commit();
        }
        catch
        {
            link.Rollback();
            throw;
        }
        return before;
    }

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
        while (idle.TryTake(out var link))
            link.Dispose();
        source?.Dispose();
        Keys?.Dispose();
    }
}
