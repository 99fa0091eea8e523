using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Spor.Facts;
using Spor.Storage.Facts;

namespace Spor.Storage.Tests;

public sealed class SchemaOnSqlite() : SchemaTests(Provider.Sqlite);

public sealed class SchemaOnPostgres() : SchemaTests(Provider.Postgres);

public abstract class SchemaTests(Provider provider) : OnADatabase(provider)
{
    [Fact]
    public void The_schema_files_the_kinds_of_fact_and_the_query_model_say_the_same()
    {
        var database = Open();
        using var context = new FactsContext(database);
        using var link = database.Rent();
        foreach (var kind in FactKinds.All)
        {
            var made = new List<(string Name, string Type, bool Nullable)>();
            using (
                var rows = link.Query(
                    database.Provider == Provider.Sqlite
                        ? "SELECT name, type, CASE \"notnull\" WHEN 0 THEN 1 ELSE 0 END FROM pragma_table_info($1) ORDER BY cid"
                        : "SELECT column_name, data_type, is_nullable = 'YES' FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = $1 ORDER BY ordinal_position",
                    kind.Table
                )
            )
                while (rows.Next())
                    made.Add((rows.Text(0), rows.Text(1), rows.Bool(2)));
            // A column that came with a later file stands last in the table.
            Assert.Equal(kind.Shape.Select(c => (c.Name, TypeOf(c.Type), c.Nullable)).Order(), made.Order());

            var model = context.Model.FindEntityType(kind.Row)!;
            var table = StoreObjectIdentifier.Table(kind.Table);
            Assert.Equal(
                kind.Shape.Select(c => (c.Name, TypeOf(c.Type), c.Nullable)).Order(),
                model.GetProperties().Select(p => (p.GetColumnName(table)!, p.GetColumnType(), p.IsColumnNullable(table))).Order()
            );
            Assert.Equal(["Id", "RecordedIn"], model.FindPrimaryKey()!.Properties.Select(p => p.Name));
            Assert.Empty(model.GetNavigations());
        }
        Assert.Equal(FactKinds.All.Count, context.Model.GetEntityTypes().Count());
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
        Assert.Equal(Database.SchemaFiles(Provider).Count, link.Number("SELECT count(*) FROM schema_version"));
    }

    [Fact]
    public void Two_that_start_at_once_on_a_new_database_make_it_once()
    {
        _ = Spec;
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
                    using var database = Database.Open(Spec, Folder);
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
                    : "SELECT indexname::text FROM pg_indexes WHERE schemaname = current_schema() UNION SELECT conname::text FROM pg_constraint ORDER BY 1"
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
