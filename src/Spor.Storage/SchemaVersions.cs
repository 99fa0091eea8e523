using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Spor.Facts;
using Spor.Storage.Engine;

namespace Spor.Storage;

/// <summary>The schema files that a database has run, with the checksum each had: a file that was changed afterwards would leave two kinds
/// of database with one number.</summary>
static partial class SchemaVersions
{
    public static IReadOnlyList<(int Version, string Name, string Sql)> Files(Provider provider)
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

    /// <summary>Of what a file does, however its lines end.</summary>
    public static string ChecksumOf(string sql) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql.ReplaceLineEndings("\n"))));

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
                        m =>
                            m.Groups[1].Value
                            + m.Groups[2].Value switch
                            {
                                "bigint" or "boolean" => "INTEGER",
                                "bytea" => "BLOB",
                                _ => "TEXT",
                            }
                            + m.Groups[3].Value
                    ),
                ") STRICT;"
            );

    [GeneratedRegex("""("\w+" )(bigint|boolean|bytea|text|date|timestamp with(?:out)? time zone)( NULL| NOT NULL)""")]
    private static partial Regex TypeOfColumn();

    [GeneratedRegex(@"^\);", RegexOptions.Multiline)]
    private static partial Regex EndOfTable();

    static int VersionOf(Link link) =>
        link.HasTable("schema_version") ? (int)(link.Number("SELECT max(\"Version\") FROM schema_version") ?? 0) : 0;

    /// <exception cref="StorageException">It is newer or older than this program, or of no version that was released.</exception>
    public static void MustBeThisProgram(Link link, Provider provider)
    {
        var files = Files(provider);
        var found = VersionOf(link);
        if (found == 0)
            throw new NotADatabaseException("it has no journal");
        if (found > files[^1].Version)
            throw new NewerSchemaException(found, files[^1].Version);
        if (found < files[^1].Version)
            throw new OlderSchemaException(found, files[^1].Version);
        MustBeAsTheyRan(link, provider, files);
    }

    /// <summary>The schema is of today and what stands in it is not: the program ended between the two.</summary>
    public static OlderSchemaException NotBroughtOver(Provider provider)
    {
        var known = Files(provider)[^1].Version;
        return new(known - 1, known);
    }

    public static void Upgrade(Link link, Database database)
    {
        var provider = database.Provider;
        if (link is SqliteLink file)
            file.UseWriteAheadLog();
        var files = Files(provider);
        var before = VersionOf(link);
        if (before > files[^1].Version)
            throw new NewerSchemaException(before, files[^1].Version);
        if (before == files[^1].Version && HasColumn(link, provider, "schema_version", "Sha256"))
        {
            MustBeAsTheyRan(link, provider, files);
            return;
        }
        if (before > 0 && provider == Provider.Sqlite)
        {
            var copy = $"{database.File}.before-{files[^1].Version:0000}";
            if (!File.Exists(copy))
                link.Execute("VACUUM INTO $1", copy);
        }
        link.Begin(write: true);
        try
        {
            // Two processes may start on one new database: on PostgreSQL they queue here, on SQLite at BEGIN IMMEDIATE.
            if (provider == Provider.Postgres)
                link.Script("SELECT pg_advisory_xact_lock(5080)");
            var (number, text, at) =
                provider == Provider.Sqlite ? ("INTEGER", "TEXT", "TEXT") : ("bigint", "text", "timestamp with time zone");
            link.Script(
                $"CREATE TABLE IF NOT EXISTS schema_version (\"Version\" {number} NOT NULL PRIMARY KEY, \"Name\" {text} NOT NULL, "
                    + $"\"At\" {at} NOT NULL)"
            );
            // A database from before checksums were kept has none for the files it has run.
            if (!HasColumn(link, provider, "schema_version", "Sha256"))
                link.Script($"ALTER TABLE schema_version ADD COLUMN \"Sha256\" {text} NULL");
            var now = VersionOf(link);
            MustBeAsTheyRan(link, provider, files);
            foreach (var (version, name, sql) in files)
            {
                if (version <= now)
                    continue;
                link.Script(sql);
                link.Execute(
                    "INSERT INTO schema_version (\"Version\", \"Name\", \"At\", \"Sha256\") VALUES ($1, $2, $3, $4)",
                    (long)version,
                    name,
                    database.Now(),
                    ChecksumOf(sql)
                );
            }
            if (before > 0)
                MustHaveWhatIsDescribed(link, provider);
            link.Commit();
        }
        catch
        {
            link.Rollback();
            throw;
        }
    }

    static void MustBeAsTheyRan(Link link, Provider provider, IReadOnlyList<(int Version, string Name, string Sql)> files)
    {
        if (!HasColumn(link, provider, "schema_version", "Sha256"))
            return;
        using var rows = link.Query("SELECT \"Version\", \"Name\", \"Sha256\" FROM schema_version WHERE \"Sha256\" IS NOT NULL");
        while (rows.Next())
            if (files.FirstOrDefault(f => f.Version == rows.Long(0)) is not { Sql: { } sql } || ChecksumOf(sql) != rows.Text(2))
                throw new StrangeSchemaException(rows.Text(1) + " was another file when it ran");
    }

    /// <summary>A database that ran other files under the same numbers is found before it is used, not by the first page that
    /// fails.</summary>
    static void MustHaveWhatIsDescribed(Link link, Provider provider)
    {
        foreach (var kind in FactKinds.All)
        {
            var missing = kind.Shape.Select(c => c.Name).Except(Columns(link, provider, kind.Table)).ToList();
            if (missing.Count > 0)
                throw new StrangeSchemaException($"{kind.Table} has no {string.Join(", ", missing)}");
        }
    }

    static bool HasColumn(Link link, Provider provider, string table, string column) => Columns(link, provider, table).Contains(column);

    static List<string> Columns(Link link, Provider provider, string table)
    {
        using var rows = link.Query(
            provider == Provider.Sqlite
                ? "SELECT name FROM pragma_table_info($1)"
                : "SELECT column_name::text FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = $1",
            table
        );
        var names = new List<string>();
        while (rows.Next())
            names.Add(rows.Text(0));
        return names;
    }
}
