using System.Collections.Concurrent;
using Spor.Facts;
using Spor.Storage.Facts;
using Spor.Storage.Journal;

namespace Spor.Storage.Tests;

public sealed class SchemaOnSqlite() : SchemaTests(Provider.Sqlite);

public sealed class SchemaOnPostgres() : SchemaTests(Provider.Postgres);

public abstract class SchemaTests(Provider provider) : OnADatabase(provider)
{
    [Fact]
    public void The_schema_files_and_the_descriptions_of_the_facts_say_the_same()
    {
        var database = Open();
        using var link = database.Rent();
        foreach (var kind in FactKinds.All)
        {
            var made = new List<(string Name, string Type, bool Nullable)>();
            using (
                var rows = link.Query(
                    database.Provider == Provider.Sqlite
                        ? "SELECT name, type, CASE \"notnull\" WHEN 0 THEN 1 ELSE 0 END FROM pragma_table_info($1) ORDER BY cid"
                        : "SELECT column_name, data_type, is_nullable = 'YES' FROM information_schema.columns WHERE table_schema = "
                            + "current_schema() AND table_name = $1 ORDER BY ordinal_position",
                    kind.Table
                )
            )
                while (rows.Next())
                    made.Add((rows.Text(0), rows.Text(1), rows.Bool(2)));
            // A column that came with a later file stands last in the table.
            Assert.Equal(kind.Shape.Select(c => (c.Name, TypeOf(c.Type), c.Nullable)).Order(), made.Order());
            Assert.Equal(["Id", "RecordedIn"], KeyOf(link.Link, kind.Table));
        }
        // And no table with a life in the record that nobody describes.
        Assert.Equal(FactKinds.All.Select(k => k.Table).Order(), TablesWithALife(link.Link).Order());
    }

    [Fact]
    public void A_schema_file_for_both_databases_is_written_once() =>
        Assert.Equal(
            "CREATE TABLE \"a\" (\n  \"Id\" INTEGER NOT NULL,\n  \"On\" TEXT NULL,\n  \"At\" TEXT NULL,\n  \"Yes\" INTEGER NOT "
                + "NULL,\n  PRIMARY KEY (\"Id\")\n) STRICT;\nALTER TABLE \"b\" ADD COLUMN \"text\" TEXT NULL;\n",
            SchemaVersions.ForSqlite(
                "CREATE TABLE \"a\" (\n  \"Id\" bigint NOT NULL,\n  \"On\" date NULL,\n  \"At\" timestamp without time zone "
                    + "NULL,\n  \"Yes\" boolean NOT NULL,\n  PRIMARY KEY (\"Id\")\n);\nALTER TABLE \"b\" ADD COLUMN "
                    + "\"text\" text NULL;\n"
            )
        );

    List<string> KeyOf(Engine.Link link, string table)
    {
        using var rows = link.Query(
            Provider == Provider.Sqlite
                ? "SELECT name FROM pragma_table_info($1) WHERE pk > 0 ORDER BY pk"
                : "SELECT k.column_name FROM information_schema.key_column_usage k JOIN information_schema.table_constraints c "
                    + "USING (constraint_schema, constraint_name) WHERE c.table_schema = current_schema() AND c.table_name = $1 AND "
                    + "c.constraint_type = 'PRIMARY KEY' ORDER BY k.ordinal_position",
            table
        );
        return Names(rows);
    }

    List<string> TablesWithALife(Engine.Link link)
    {
        using var rows = link.Query(
            Provider == Provider.Sqlite
                ? "SELECT m.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name = 'RetractedIn'"
                : "SELECT table_name FROM information_schema.columns WHERE table_schema = current_schema() AND column_name = 'RetractedIn'"
        );
        return Names(rows);
    }

    static List<string> Names(Engine.Rows rows)
    {
        var names = new List<string>();
        while (rows.Next())
            names.Add(rows.Text(0));
        return names;
    }

    string TypeOf(ColumnType type) =>
        (Provider, type) switch
        {
            (Provider.Sqlite, ColumnType.Long or ColumnType.Bool) => "INTEGER",
            (Provider.Sqlite, _) => "TEXT",
            (_, ColumnType.Long) => "bigint",
            (_, ColumnType.Bool) => "boolean",
            (_, ColumnType.Day) => "date",
            (_, ColumnType.Time) => "timestamp without time zone",
            _ => "text",
        };

    [Fact]
    public void Opening_a_second_time_changes_nothing()
    {
        using (var first = Open())
            Sample.Import(first, 2);
        using var second = Open();
        Assert.Equal(3, second.HeadNo);
        using var link = second.Rent();
        Assert.Equal(SchemaVersions.Files(Provider).Count, link.Number("SELECT count(*) FROM schema_version"));
    }

    [Fact]
    public void Two_that_start_at_once_on_a_new_database_make_it_once()
    {
        var spec = Provider == Provider.Sqlite ? null : NewPostgres();
        // Own threads behind one barrier: a pool would start the third when the first is through, and hide what happens when they meet.
        using var line = new Barrier(4);
        var wrong = new ConcurrentQueue<Exception>();
        var starts = Enumerable
            .Range(0, 4)
            .Select(_ => new Thread(() =>
            {
                line.SignalAndWait();
                try
                {
                    using var database = Database.Open(spec, Folder);
                    Assert.Equal(0, database.HeadNo);
                }
                catch (Exception e)
                {
                    wrong.Enqueue(e);
                }
            }))
            .ToList();
        starts.ForEach(s => s.Start());
        starts.ForEach(s => s.Join());
        Assert.Empty(wrong);
    }

    [Fact]
    public void Indexes_and_foreign_keys_are_back_after_a_large_first_import()
    {
        var database = Open();
        using var link = database.Rent();
        List<string> All()
        {
            using var rows = link.Query(
                database.Provider == Provider.Sqlite
                    ? "SELECT name FROM sqlite_master WHERE type = 'index' ORDER BY 1"
                    : "SELECT indexname::text FROM pg_indexes WHERE schemaname = current_schema() UNION SELECT conname::text FROM "
                        + "pg_constraint ORDER BY 1"
            );
            var names = new List<string>();
            while (rows.Next())
                names.Add(rows.Text(0));
            return names;
        }
        var before = All();
        Sample.Import(database, 300);
        Assert.Equal(before, All());
        Assert.Contains("follow_up_child", before);
    }

    [Fact]
    public void A_database_of_a_newer_program_is_left_alone()
    {
        using (var first = Open())
        {
            using var link = first.Rent();
            link.Execute(
                "INSERT INTO schema_version (\"Version\", \"Name\", \"At\") VALUES ($1, $2, $3)",
                99,
                "0099-later.sql",
                first.Now()
            );
        }
        Assert.Throws<NewerSchemaException>(() => Open());
    }

    [Fact]
    public void A_database_that_ran_another_file_under_a_number_is_not_opened()
    {
        using (var first = Open())
        using (var link = first.Rent())
        {
            Assert.Null(link.Number("SELECT 1 FROM schema_version WHERE \"Sha256\" IS NULL"));
            link.Execute("UPDATE schema_version SET \"Sha256\" = 'another' WHERE \"Version\" = 4");
        }
        Assert.Throws<StrangeSchemaException>(() => Open());
        Assert.Throws<StrangeSchemaException>(() => Database.OpenAsIs(Spec, Folder));
    }

    [Fact]
    public void A_database_that_lacks_a_column_of_a_file_it_says_it_ran_is_told_so_and_left_as_it_was()
    {
        using (var first = Open())
        using (var link = first.Rent())
            link.Link.Script("ALTER TABLE \"agreement\" DROP COLUMN \"DroppedOn\"; ALTER TABLE schema_version DROP COLUMN \"Sha256\"");
        Assert.Throws<StrangeSchemaException>(() => Open());
        // Not even the column of checksums was left behind, so the second start finds what the first found.
        Assert.Throws<StrangeSchemaException>(() => Open());
    }

    [Fact]
    public void Looking_alone_upgrades_and_writes_nothing()
    {
        using (var first = Open())
            Sample.Import(first, 3);
        var before = Contents();
        using (var looked = Database.OpenAsIs(Spec, Folder))
            Assert.Equal([], Replay.Check(looked).Differences);
        Assert.Equal(before, Contents());
        using (var older = Open())
        using (var link = older.Rent())
            link.Execute("DELETE FROM schema_version WHERE \"Version\" > 11");
        before = Contents();
        Assert.Throws<OlderSchemaException>(() => Database.OpenAsIs(Spec, Folder));
        Assert.Equal(before, Contents());

        string Contents() =>
            Provider == Provider.Sqlite
                ? string.Join(
                    '\n',
                    Directory
                        .GetFiles(Folder)
                        .Where(f => !f.EndsWith("-shm", StringComparison.Ordinal) && new FileInfo(f).Length > 0)
                        .Order()
                        .Select(f => f + " " + Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f))))
                )
                : "";
    }

    [Fact]
    public void Released_schema_files_are_never_changed()
    {
        var frozen = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "schema-checksums.txt"))
            .Select(l => l.Split(' '))
            .ToDictionary(p => (p[0], p[1]), p => p[2]);
        foreach (var provider in new[] { Provider.Sqlite, Provider.Postgres })
        {
            var files = SchemaVersions.Files(provider);
            foreach (var ((_, name), checksum) in frozen.Where(f => f.Key.Item1 == provider.ToString()))
                Assert.Equal((name, checksum), (name, SchemaVersions.ChecksumOf(files.Single(f => f.Name == name).Sql)));
            // A new one comes after those.
            var last = frozen.Keys.Max(k => int.Parse(k.Item2[..4], System.Globalization.CultureInfo.InvariantCulture));
            Assert.All(files.Where(f => !frozen.ContainsKey((provider.ToString(), f.Name))), f => Assert.True(f.Version > last, f.Name));
        }
    }

    [Fact]
    public void Keys_without_their_database_stop_the_start()
    {
        if (Provider == Provider.Sqlite)
        {
            using (var first = Open())
                Sample.Enter(first);
            File.Delete(Database.DefaultFile(Folder));
            File.Delete(Database.DefaultFile(Folder) + "-wal");
            Assert.Throws<DatabaseMissingException>(() => Open());
            Assert.False(File.Exists(Database.DefaultFile(Folder)));
            return;
        }
        using (var first = Open())
            Sample.Enter(first);
        // The command that a restore used to end with: the folder's SQLite database, which is not there.
        Assert.Throws<DatabaseMissingException>(() => Database.Open(null, Folder));
        Assert.Throws<DatabaseMissingException>(() => Database.Open(NewPostgres(), Folder));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"seal\":[],\"hash\":\"\"}")]
    public void Keys_that_are_empty_or_damaged_are_said_to_be_so(string keys)
    {
        using (var first = Open())
            Sample.Enter(first);
        File.WriteAllText(Path.Combine(Folder, "keys.json"), keys);
        Assert.Throws<KeysDamagedException>(() => Open());
    }

    [Fact]
    public void A_database_is_not_opened_without_its_own_keys()
    {
        using (var first = Open())
            Sample.Enter(first);
        var keys = Path.Combine(Folder, "keys.json");
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(keys));
        File.Move(keys, keys + ".away");
        Assert.Throws<WrongKeysException>(() => Open());
        Assert.False(File.Exists(keys));
        KeyRing.Open(Folder).Dispose();
        Assert.Throws<WrongKeysException>(() => Open());
    }
}
