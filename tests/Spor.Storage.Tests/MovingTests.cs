using Npgsql;
using Spor.Facts;
using Spor.Kernel;
using Spor.Reports;
using Spor.Storage.Engine;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Verbs;

namespace Spor.Storage.Tests;

public sealed class MovingFromSqlite() : MovingTests(Provider.Sqlite);

public sealed class MovingFromPostgres() : MovingTests(Provider.Postgres);

/// <summary>A municipality that is moved to the other kind of database is the same one there, or it is not moved.</summary>
public abstract class MovingTests(Provider provider) : OnADatabase(provider)
{
    string NewFolder => Path.Combine(Folder, "moved");
    string Old => Path.Combine(Folder, "old");

    /// <summary>The other kind: a server's database, or a file in the new folder.</summary>
    string? Other()
    {
        if (Provider == Provider.Postgres)
            return null;
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("SPOR_TEST_POSTGRES")))
            Assert.Skip("SPOR_TEST_POSTGRES names no server");
        return NewPostgres();
    }

    Database Again(string? spec) => Database.Open(spec, NewFolder);

    /// <summary>Of everything that lies outside replay something: an import with every kind of fact, a name that was corrected twice and
    /// erased, a report with its files, a draft, looks, settings.</summary>
    (long Child, long Erased) Fill()
    {
        using var database = Database.Open(Spec, Old);
        Sample.Import(database, 4);
        var child = Sample.Enter(database, "Ida");
        var erased = Sample.Enter(database, "Bo");
        for (var i = 0; i < 3; i++)
            database.Journal.ActAsIs(
                new("correct-child", "anna", child, Reason: "slåfejl"),
                (_, _) => new Corrected(FactKinds.Child, Sample.Child(child, "Ida" + i))
            );
        var files = new[] { StoredReports.Page, StoredReports.Word, StoredReports.Excel, StoredReports.Figures }
            .Select(n => new ReportFile(n, "text/plain", System.Text.Encoding.UTF8.GetBytes(n + "æøå")))
            .ToList();
        var stored = StoredReports.Store(
            new(new(database)),
            new MakeReport(new(2026, 1, 1), new(2026, 6, 30), new(2025, 6, 30), null, null)
            {
                Printed = StoredReports.Of(database.HeadNo, files),
            },
            files,
            Author.Program("anna"),
            new Clock(TimeProvider.System, new(2026, 10, 31)),
            Press.None
        );
        Assert.Empty(stored.Refusals);
        var text = new ChildReader(database).Read(erased)!.Child.TextId!.Value;
        database.Journal.EraseTexts(new("erase-texts", "anna", erased, Reason: "anmodning"), [text]);
        new Drafts(database).Save("anna", "/barn/7/notat", new Dictionary<string, string> { ["text"] = "Halvt færdigt" });
        new Drafts(database).Save("Åse", "/barn/7/notat", new Dictionary<string, string> { ["text"] = "Også" });
        using (var log = AccessLog.Open(database))
            log.Looked("anna", "child", [child, erased]).GetAwaiter().GetResult();
        File.WriteAllText(Path.Combine(Old, "settings.json"), "{}");
        Directory.CreateDirectory(Path.Combine(Old, "deliveries", "1"));
        File.WriteAllText(Path.Combine(Old, "deliveries", "1", "barn.csv"), "venter");
        return (child, erased);
    }

    [Fact]
    public async Task What_is_moved_is_the_same_and_replay_and_the_log_of_looks_are_sound_there()
    {
        var (child, erased) = Fill();
        var other = Other();
        var moved = Moving.To(Spec, Old, NewFolder, other);
        Assert.True(moved.Erased >= 1);
        Assert.Equal((4, 2, 1), (moved.Reports, moved.Drafts, moved.Looks));
        using var there = Again(other);
        Assert.Equal(other is null ? Provider.Sqlite : Provider.Postgres, there.Provider);
        Assert.Equal(moved.Entries, there.HeadNo);
        Assert.Empty(Replay.Check(there).Differences);
        Assert.Equal("Ida2", new ChildReader(there).Read(child)!.Child.FirstName);
        Assert.Equal("", new ChildReader(there).Read(erased)!.Child.FirstName ?? "");
        Assert.Equal("Halvt færdigt", new Drafts(there).Find("anna", "/barn/7/notat")!.Value.Fields["text"]);
        Assert.Equal("{}", File.ReadAllText(Path.Combine(NewFolder, "settings.json")));
        Assert.Equal("venter", File.ReadAllText(Path.Combine(NewFolder, "deliveries", "1", "barn.csv")));
        var report = StoredReports.List(there)[0].Fact;
        Assert.Equal("pageæøå", System.Text.Encoding.UTF8.GetString(StoredReports.Read(there, report.Id, StoredReports.Page)!.Bytes));
        using (var log = AccessLog.Open(there))
        {
            Assert.Empty(log.Check());
            await log.Looked("bo", "child", [child]);
            Assert.Equal(2, log.OfChild(child).Count);
            Assert.Empty(log.Check());
        }
        // And it goes on where it was.
        Sample.Enter(there, "Eva");
        Assert.Equal(moved.Entries + 1, there.HeadNo);
        Assert.Empty(Replay.Check(there).Differences);
    }

    [Fact]
    public void Moved_there_and_back_again_ends_with_the_same_hash()
    {
        Fill();
        var other = Other();
        Moving.To(Spec, Old, NewFolder, other);
        var back = Path.Combine(Folder, "back");
        var home = Provider == Provider.Sqlite ? null : NewPostgres();
        var again = Moving.To(other, NewFolder, back, home);
        using var first = Database.OpenAsIs(Spec, Old);
        using var last = Database.OpenAsIs(home, back);
        Assert.Equal(first.HeadNo, again.Entries);
        Assert.Equal(Checkpoint.Take(first).Hash, Checkpoint.Take(last).Hash);
        Assert.Equal(Checkpoint.Take(first).LooksHash, Checkpoint.Take(last).LooksHash);
    }

    [Fact]
    public void A_place_that_is_not_empty_is_refused_and_is_as_it_was()
    {
        Fill();
        var other = Other();
        Directory.CreateDirectory(NewFolder);
        File.WriteAllText(Path.Combine(NewFolder, "noget.txt"), "mit");
        Assert.False(Assert.Throws<PlaceNotEmptyException>(() => Moving.To(Spec, Old, NewFolder, other)).Server);
        Assert.Equal("mit", File.ReadAllText(Assert.Single(Directory.GetFileSystemEntries(NewFolder))));
        if (other is null)
            return;
        using (var source = NpgsqlDataSource.Create(other))
        using (var command = source.CreateCommand("CREATE TABLE somebodys (a int)"))
            command.ExecuteNonQuery();
        var elsewhere = Path.Combine(Folder, "elsewhere");
        Assert.True(Assert.Throws<PlaceNotEmptyException>(() => Moving.To(Spec, Old, elsewhere, other)).Server);
        Assert.False(Directory.Exists(elsewhere));
    }

    [Fact]
    public void A_record_that_does_not_agree_with_itself_is_not_moved_and_leaves_nothing()
    {
        Fill();
        using (var database = Database.Open(Spec, Old))
        using (var link = database.Rent())
            link.Execute("UPDATE \"child\" SET \"BornOn\" = $1", new DateOnly(2001, 1, 1));
        var other = Other();
        var told = Assert.Throws<MoveNotSoundException>(() => Moving.To(Spec, Old, NewFolder, other));
        Assert.Contains(told.Differences, d => d.Where == "child");
        Assert.False(Directory.Exists(NewFolder));
        Assert.True(other is null || Restoring.ServerIsEmpty(other));
    }

    [Fact]
    public void A_text_that_was_changed_behind_the_journal_is_not_moved()
    {
        Fill();
        using (var database = Database.Open(Spec, Old))
        using (var link = database.Rent())
            link.Execute("UPDATE text SET \"ErasedIn\" = NULL WHERE \"ErasedIn\" IS NOT NULL");
        var other = Other();
        Assert.Throws<MoveNotSoundException>(() => Moving.To(Spec, Old, NewFolder, other));
        Assert.False(Directory.Exists(NewFolder));
        Assert.True(other is null || Restoring.ServerIsEmpty(other));
    }

    [Fact]
    public void What_a_killed_move_leaves_does_not_start_and_the_next_one_goes_on()
    {
        Fill();
        var other = Other();
        // As it lies when the process is killed before the rows are on disk: a work folder, and on a server tables with nothing in them.
        var work = Directory.CreateDirectory(Path.Combine(NewFolder, "restoring-12345678")).FullName;
        using (Database.OpenNew(other, work, Path.Combine(Old, "keys.json"))) { }
        Assert.Throws<RestoreUnfinishedException>(() => Database.Open(other, NewFolder));
        Moving.To(Spec, Old, NewFolder, other);
        using var there = Again(other);
        Assert.Empty(Replay.Check(there).Differences);
    }

    [Fact]
    public void Every_table_of_the_schema_is_a_kind_of_fact_or_is_copied_or_is_named_as_begun_anew()
    {
        using var database = Open();
        using (AccessLog.Open(database)) { }
        var tables = new List<string>();
        foreach (var link in new[] { database.Open(), AccessLog.LinkOf(database)! })
            using (link)
            {
                using var rows = link.Query(
                    Provider == Provider.Sqlite
                        ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
                        : "SELECT table_name::text FROM information_schema.tables WHERE table_schema = current_schema()"
                );
                while (rows.Next())
                    tables.Add(rows.Text(0));
            }
        var known = FactKinds.All.Select(k => k.Table).Concat(OtherTables.All).Order(StringComparer.Ordinal);
        Assert.Equal(tables.Distinct().Order(StringComparer.Ordinal), known);
        using var record = database.Open();
        foreach (var table in OtherTables.OfTheRecord)
            Assert.Equal(ColumnsOf(record, table.Name), table.Columns.Select(c => c.Name).Order(StringComparer.Ordinal));
    }

    List<string> ColumnsOf(Link link, string table)
    {
        var names = new List<string>();
        using var rows = link.Query(
            Provider == Provider.Sqlite
                ? "SELECT name FROM pragma_table_info($1)"
                : "SELECT column_name::text FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = $1",
            table
        );
        while (rows.Next())
            names.Add(rows.Text(0));
        names.Sort(StringComparer.Ordinal);
        return names;
    }
}
