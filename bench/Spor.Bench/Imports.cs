using Npgsql;
using Spor.Exchange.Import;
using Spor.Storage;
using Spor.Storage.Exchange;
using Spor.Storage.Facts;
using Spor.Storage.Journal;

namespace Spor.Bench;

static class Imports
{
    public static int First(string dir, string[] args)
    {
        Header(dir);
        var runs = new List<Dictionary<string, double>>();
        for (var i = 0; i < Measured.RunsOf(args); i++)
        {
            using var target = new Target(args);
            runs.Add(Measured.InOwnProcess(["import", dir, .. target.Arguments]));
        }
        Measured.Table(runs);
        return 0;
    }

    public static int Newer(string dir, string changed, string[] args)
    {
        Header(dir);
        Console.WriteLine("then: " + changed);
        var runs = new List<Dictionary<string, double>>();
        for (var i = 0; i < Measured.RunsOf(args); i++)
        {
            using var target = new Target(args);
            Measured.InOwnProcess(["import", dir, .. target.Arguments]);
            runs.Add(Measured.InOwnProcess(["import", changed, .. target.Arguments]));
        }
        Measured.Table(runs);
        return 0;
    }

    static void Header(string dir)
    {
        Measured.Machine();
        var files = Directory.GetFiles(dir, "*.csv");
        Console.WriteLine($"extract: {dir}, {files.Length} files, {files.Sum(f => new FileInfo(f).Length) / 1048576.0:0} MB");
    }

    /// <summary>One import, as <see cref="Importing"/> does it, with its parts timed.</summary>
    public static Dictionary<string, double> Once(string dir, string data, string? postgres)
    {
        Dictionary<string, double> figures = [];
        using var database = Database.Open(postgres, data);
        PreparedImport prepared = null!;
        using (var source = ExtractSource.At(dir))
            figures["prepare s"] = Measured.Seconds(() => prepared = Importing.Prepare(database, source));
        if (prepared.Plan is not { } plan)
            throw new InvalidOperationException(prepared.Refusal?.Danish ?? $"{prepared.Extract.Problems.Errors} errors");
        figures["peak then MB"] = Measured.PeakMb();
        ImportRun run = null!;
        figures["sort s"] = Measured.Seconds(() => run = Importing.Run(plan, "bench", prepared.HeadNo));
        figures["rows"] = prepared.Extract.Rows;
        figures["entries"] = run.EntryCount;
        // As the commands do: what is not needed for writing is let go.
        (prepared, plan) = (null!, null!);
        figures["lane s"] = Measured.Seconds(() => database.Journal.Import(run));
        figures["peak MB"] = Measured.PeakMb();
        figures["database MB"] = Size(database) / 1048576.0;
        return figures;
    }

    static long Size(Database database)
    {
        if (database.File is { } file)
            return new FileInfo(file).Length;
        using var connection = new NpgsqlConnection(database.ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand("SELECT pg_database_size(current_database())", connection);
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>An empty data folder, and on PostgreSQL an empty database, gone afterwards.</summary>
    sealed class Target : IDisposable
    {
        readonly string data = Directory.CreateTempSubdirectory("spor-bench").FullName;
        readonly string? server,
            name;

        public Target(string[] args)
        {
            server = Measured.Option(args, "--postgres");
            if (server is null)
                return;
            name = "spor_bench_" + Guid.NewGuid().ToString("N")[..8];
            OnServer($"CREATE DATABASE {name}");
        }

        public string[] Arguments =>
            server is null ? [data] : [data, "--postgres", new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString];

        void OnServer(string sql)
        {
            using var connection = new NpgsqlConnection(server);
            connection.Open();
#pragma warning disable CA2100 // The name is our own.
            using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }

        public void Dispose()
        {
            Directory.Delete(data, recursive: true);
            if (name is null)
                return;
            NpgsqlConnection.ClearAllPools();
            OnServer($"DROP DATABASE {name} WITH (FORCE)");
        }
    }
}
