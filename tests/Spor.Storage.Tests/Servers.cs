using Npgsql;
using Spor.Facts;

namespace Spor.Storage.Tests;

/// <summary>
/// Every storage test is written once and runs on both databases: a class of tests is abstract, and has one heir per database. Each test
/// gets an empty database of its own. PostgreSQL is the server that SPOR_TEST_POSTGRES names (a connection string that may create
/// databases).
/// </summary>
public abstract class OnADatabase : IDisposable
{
    readonly Provider provider;
    readonly string? server;
    readonly List<Database> opened = [];
    string? spec;

    protected OnADatabase(Provider provider)
    {
        this.provider = provider;
        server = Environment.GetEnvironmentVariable("SPOR_TEST_POSTGRES");
        if (provider == Provider.Postgres)
        {
            if (string.IsNullOrEmpty(server) && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")))
                Assert.Skip("SPOR_TEST_POSTGRES names no server");
            if (string.IsNullOrEmpty(server))
                Assert.Fail("SPOR_TEST_POSTGRES must name a PostgreSQL server: these tests may not be left out here");
        }
        Folder = Directory.CreateTempSubdirectory("spor-test-").FullName;
    }

    protected string Folder { get; }
    protected Provider Provider => provider;

    /// <summary>The test's own database, null for the default file.</summary>
    protected string? Spec => spec ??= provider == Provider.Sqlite ? null : NewPostgres(like: WithTables(server!));

    protected Database Open(string? folder = null, long? maxPages = null)
    {
        var database = Database.Open(Spec, folder ?? Folder, maxPages: maxPages);
        opened.Add(database);
        return database;
    }

    static readonly Lock Making = new();
    static string? withTables;

    /// <summary>A database with all tables and nothing in it, made once: the server copies it in a fraction of the time that thirty schema
    /// files take.</summary>
    static string WithTables(string server)
    {
        lock (Making)
        {
            if (withTables is not null)
                return withTables;
            var name = "spor_tables_" + Guid.NewGuid().ToString("N");
            var folder = Directory.CreateTempSubdirectory("spor-tables-").FullName;
            using var admin = NpgsqlDataSource.Create(server);
            using (var command = admin.CreateCommand($"CREATE DATABASE {name}"))
                command.ExecuteNonQuery();
            var spec = new NpgsqlConnectionStringBuilder(server) { Database = name, Pooling = false }.ConnectionString;
            Database.Open(spec, folder).Dispose();
            // Without the keys of this folder: each test makes its own.
            using (var made = NpgsqlDataSource.Create(spec))
            using (
                var command = made.CreateCommand(
                    """UPDATE journal_head SET "KeyPrint" = NULL; DELETE FROM chain_start; UPDATE keys_sealed SET "Row" = 0"""
                )
            )
                command.ExecuteNonQuery();
            Directory.Delete(folder, recursive: true);
            AppDomain.CurrentDomain.ProcessExit += (_, _) =>
            {
                using var last = NpgsqlDataSource.Create(server);
                using var drop = last.CreateCommand($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
                drop.ExecuteNonQuery();
            };
            return withTables = name;
        }
    }

    /// <summary>An empty database, or a copy of another.</summary>
    protected string NewPostgres(string? like = null)
    {
        var name = "spor_test_" + Guid.NewGuid().ToString("N");
        using var admin = NpgsqlDataSource.Create(server!);
        using var command = admin.CreateCommand($"CREATE DATABASE {name}" + (like is null ? "" : $" TEMPLATE {like}"));
        command.ExecuteNonQuery();
        made.Add(name);
        return new NpgsqlConnectionStringBuilder(server!) { Database = name, MaxPoolSize = 20 }.ConnectionString;
    }

    /// <summary>Every row of a kind that was known at an entry.</summary>
    protected static IReadOnlyList<T> Known<T>(Database database, long asOf)
        where T : Fact => [.. Rows(database, FactKinds.Of(typeof(T)), Engine.Link.Known(1), asOf).Cast<T>()];

    /// <summary>Every row of a kind that was ever known.</summary>
    protected static IReadOnlyList<T> Stored<T>(Database database)
        where T : Fact => [.. Rows(database, FactKinds.Of(typeof(T)), "\"RecordedIn\" > $1", 0L).Cast<T>()];

    protected static IReadOnlyList<Fact> Rows(Database database, FactKind kind, string where, long value)
    {
        using var link = database.Rent();
        using var rows = link.Query($"{Engine.Link.Select(kind)} WHERE {where}", value);
        var found = new List<Fact>();
        while (rows.Next())
            found.Add(kind.ReadRow(rows));
        return found;
    }

    readonly List<string> made = [];

    public void Dispose()
    {
        foreach (var database in opened)
            database.Dispose();
        foreach (var name in made)
        {
            using var admin = NpgsqlDataSource.Create(server!);
            using var command = admin.CreateCommand($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
            command.ExecuteNonQuery();
        }
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
