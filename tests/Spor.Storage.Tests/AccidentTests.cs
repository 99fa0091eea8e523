using System.Diagnostics;
using System.Globalization;
using Spor.Exchange.Import;
using Spor.Facts;
using Spor.Storage.Facts;
using Spor.Storage.Journal;

namespace Spor.Storage.Tests;

public sealed class AccidentsOnSqlite() : AccidentTests(Provider.Sqlite)
{
    [Fact]
    public void A_full_disk_while_importing_leaves_the_database_as_it_was()
    {
        long pages;
        using (var database = Open())
        {
            Sample.Import(database, 3);
            using var link = database.Rent();
            pages = link.Number("PRAGMA page_count")!.Value;
        }
        using (var full = Open(maxPages: pages + 40))
        {
            Assert.Throws<StorageFullException>(() => Sample.Import(full, 500, seed: 2));
            Assert.Equal(4, full.HeadNo);
            Assert.Equal([], Replay.Check(full).Differences);
            // Whoever watches is told, and told again when a smaller entry has room.
            Assert.IsType<StorageFullException>(full.WriteFault());
            Sample.Enter(full);
            Assert.Equal(5, full.HeadNo);
            Assert.Null(full.WriteFault());
        }
        using var roomy = Open();
        Sample.Import(roomy, 500, seed: 2);
        Assert.Equal([], Replay.Check(roomy).Differences);
    }

    [Fact]
    public void What_is_no_database_is_said_to_be_none()
    {
        File.WriteAllText(Database.DefaultFile(Folder), string.Concat(Enumerable.Repeat("dette er ikke en database ", 300)));
        Assert.Throws<NotADatabaseException>(() => Open());
    }

    [Fact]
    public void A_folder_that_may_not_be_written_is_said_to_be_so()
    {
        var file = Path.Combine(Folder, "a-file");
        File.WriteAllText(file, "");
        Assert.ThrowsAny<Exception>(() => Database.Open(null, Path.Combine(file, "data")));
        Assert.Throws<NoPermissionException>(() => Database.Open(Path.Combine(Folder, "no", "such", "folder", "spor.db"), Folder));
    }

    [Fact]
    public void A_schema_change_keeps_a_copy_of_the_database_before_it()
    {
        using (var database = Open())
            Sample.Enter(database);
        using (var link = new Engine.SqliteLink(Database.DefaultFile(Folder), create: false))
            link.Script("DELETE FROM schema_version WHERE \"Version\" > 1; UPDATE schema_version SET \"Version\" = 0");
        // The first file cannot run twice, which stands for a schema change that goes wrong.
        Assert.ThrowsAny<Exception>(() => Open());
        using var before = new Engine.SqliteLink(Database.DefaultFile(Folder), create: false);
        Assert.Equal(1, before.Number("SELECT \"No\" FROM journal_head"));
    }
}

public sealed class AccidentsOnPostgres() : AccidentTests(Provider.Postgres)
{
    [Fact]
    public void The_applications_role_can_write_the_journal_and_change_none_of_it()
    {
        using (var owner = Open())
        {
            Sample.Import(owner, 2);
            using var link = owner.Open();
            if (link.Number("SELECT 1 FROM pg_roles WHERE rolname = 'spor_app'") is null)
                link.Script("CREATE ROLE spor_app");
            link.Script("ALTER ROLE spor_app LOGIN PASSWORD 'spor-test'");
            var at = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(at, "Spor.slnx")))
                at = Path.GetDirectoryName(at)!;
            link.Script(File.ReadAllText(Path.Combine(at, "src/Spor.Storage/schema/postgres/roles.sql")));
        }
        var spec = new Npgsql.NpgsqlConnectionStringBuilder(Spec!) { Username = "spor_app", Password = "spor-test" }.ConnectionString;
        using var database = Database.Open(spec, Folder);
        Sample.Enter(database);
        Sample.Import(database, 300, seed: 2);
        var id = Sample.Enter(database);
        database.Journal.EraseTexts(new("erase-texts", "anna", id), [new ChildReader(database).Read(id)!.Child.TextId!.Value]);
        long keyed = 0;
        database.Journal.Act(
            new("enter-child", "anna"),
            (_, ids) =>
            {
                var child = Sample.Child(keyed = ids.Next(), "Bo");
                (child.SourceKey, child.SourceHash) = ("B1", 7);
                return new Recorded(FactKinds.Child, child);
            }
        );
        Assert.Equal(1, Erasures.Of(database, keyed).Keys);
        ErasureTests.Erase(database, keyed);
        Assert.Equal(0, Erasures.Of(database, keyed).Keys);
        Assert.Equal([], Replay.Check(database).Differences);
        using var app = database.Rent();
        foreach (
            var forbidden in (string[])
                [
                    "UPDATE journal_entry SET \"Author\" = 'x'",
                    "DELETE FROM journal_entry",
                    "TRUNCATE import",
                    "UPDATE child SET \"BornOn\" = '2000-01-01'",
                    "UPDATE child SET \"SourceHash\" = 1",
                    "DELETE FROM \"case\"",
                ]
        )
            Assert.IsType<NoPermissionException>(Faults.Typed(Assert.ThrowsAny<Exception>(() => app.Execute(forbidden))));
    }
}

public abstract class AccidentTests(Provider provider) : OnADatabase(provider)
{
    internal const string ChildVariable = "SPOR_TEST_WRITE_UNTIL_KILLED";

    /// <summary>The process that is to be killed: this program again, which writes instead of testing.</summary>
    internal static void WriteUntilKilled(string how)
    {
        var parts = how.Split('\n');
        using var database = Database.Open(parts[1].Length == 0 ? null : parts[1], parts[0]);
        for (var i = 0; i < 40; i++)
        {
            Sample.Enter(database);
            Console.WriteLine(database.HeadNo.ToString(CultureInfo.InvariantCulture));
        }
        var entries = Sample.Municipality(database, 2000);
        database.Journal.Import(Sample.Run(database, Slowly(entries), entries.Count));
        Console.WriteLine("too late");
    }

    static IEnumerable<ImportEntry> Slowly(List<ImportEntry> entries)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            if (i == 1500)
            {
                Console.WriteLine("importing");
                Thread.Sleep(TimeSpan.FromSeconds(20));
            }
            yield return entries[i];
        }
    }

    [Fact]
    public void A_process_killed_while_importing_loses_nothing_acknowledged_and_keeps_nothing_of_the_import()
    {
        Open().Dispose();
        for (var killed = 1; killed <= Heavy.Times(10); killed++)
        {
            var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Spor.Storage.Tests"))
            {
                RedirectStandardOutput = true,
            };
            start.Environment[ChildVariable] = Folder + "\n" + Spec;
            using var process = Process.Start(start)!;
            long acknowledged = 0;
            while (process.StandardOutput.ReadLine() is { } line && line != "importing")
                acknowledged = long.Parse(line, CultureInfo.InvariantCulture);
            // What was read by the writer so far is being written; then the end comes.
            Thread.Sleep(300 / killed);
            process.Kill();
            process.WaitForExit();
            Assert.Equal(40 * killed, acknowledged);

            using var database = Open();
            Assert.Equal(acknowledged, database.HeadNo);
            Assert.Equal([], Replay.Check(database).Differences);
            Assert.Empty(Imports.List(database));
            Assert.Equal(40 * killed, RegisterLoader.Load(database).Children.Count);
        }
        using var last = Open();
        Sample.Import(last, 3);
        Assert.Equal([], Replay.Check(last).Differences);
    }

    [Fact]
    public async Task A_backup_restored_elsewhere_is_the_same_record()
    {
        var database = Open();
        Sample.Import(database, 20);
        using (var log = AccessLog.Open(database))
            await log.Looked("anna", "child", [1]);
        var file = Path.Combine(Folder, "backup.zip");
        var made = Backup.To(database, file);
        Assert.Equal((21, true), (made.HeadNo, made.IncludesKeys));
        Sample.Enter(database);

        var elsewhere = Path.Combine(Folder, "elsewhere");
        var target = Provider == Provider.Sqlite ? null : NewPostgres();
        Restoring.From(file, elsewhere, target);
        using (var restored = Database.Open(target, elsewhere))
        {
            Assert.Equal(21, restored.HeadNo);
            Assert.Equal([], Replay.Check(restored).Differences);
            Assert.Equal(
                RegisterLoader.Load(database, 21).Children.Select(c => Sample.Text(c.Child)),
                RegisterLoader.Load(restored).Children.Select(c => Sample.Text(c.Child))
            );
            using var log = AccessLog.Open(restored);
            Assert.Single(log.Read());
            Assert.Equal([], log.Check());
            Sample.Enter(restored);
        }
        Assert.Throws<AlreadyThereException>(() => Restoring.From(file, elsewhere, target));
        Assert.Throws<AlreadyThereException>(() => Restoring.From(file, Folder, Spec));
    }

    [Fact]
    public void A_backup_without_keys_opens_only_with_the_keys_kept_apart()
    {
        var database = Open();
        Sample.Enter(database);
        var file = Path.Combine(Folder, "backup.zip");
        Assert.False(Backup.To(database, file, includeKeys: false).IncludesKeys);
        var elsewhere = Path.Combine(Folder, "elsewhere");
        var target = Provider == Provider.Sqlite ? null : NewPostgres();
        Restoring.From(file, elsewhere, target);
        Assert.Throws<WrongKeysException>(() => Database.Open(target, elsewhere));
        File.Copy(database.Keys.File, Path.Combine(elsewhere, "keys.json"));
        using var restored = Database.Open(target, elsewhere);
        Assert.Equal("Ida Holm", RegisterLoader.Load(restored).Children[0].Child.Name);
    }

    [Fact]
    public void What_is_no_backup_is_said_to_be_none()
    {
        var file = Path.Combine(Folder, "x.zip");
        File.WriteAllText(file, "ikke en zip");
        Assert.Throws<NotABackupException>(() => Restoring.From(file, Path.Combine(Folder, "elsewhere")));
    }
}
