using System.Security.Cryptography;
using System.Text;
using Spor.Facts;
using Spor.Reports;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Verbs;

namespace Spor.Storage.Tests;

public sealed class TamperOnSqlite() : TamperTests(Provider.Sqlite)
{
    [Fact]
    public void A_damaged_file_is_found()
    {
        using (var database = Open())
            Sample.Import(database, 30);
        using (var link = new Engine.SqliteLink(Database.DefaultFile(Folder), create: false))
            link.Script("PRAGMA wal_checkpoint(TRUNCATE)");
        // An index that no longer says what its table says.
        using (var link = new Engine.SqliteLink(Database.DefaultFile(Folder), create: false))
            link.Script(
                "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql = replace(sql, '\"FamilyId\"', '\"BornOn\"') WHERE "
                    + "name = 'child_family'; "
                    + "PRAGMA writable_schema=OFF;"
            );
        using var again = Open();
        Assert.Contains(Replay.Check(again).Differences, d => d.Where == "file");
    }
}

public sealed class TamperOnPostgres() : TamperTests(Provider.Postgres);

/// <summary>What somebody changes behind the program's back, with the database in hand and without the keys: each is found.</summary>
public abstract class TamperTests(Provider provider) : OnADatabase(provider)
{
    static readonly DateOnly Today = new(2026, 10, 31);

    /// <summary>Children, a note's text erased, a printed report and a log of looks.</summary>
    async Task<Database> Made()
    {
        var database = Open();
        var ids = Enumerable.Range(0, 4).Select(i => Sample.Enter(database, "Ida" + i)).ToList();
        database.Journal.EraseTexts(new("erase-texts", "anna", ids[3], Reason: "Efter reglerne"), [TextOf(database, ids[3])]);
        List<ReportFile> files =
        [
            .. new[] { StoredReports.Page, StoredReports.Word, StoredReports.Excel, StoredReports.Figures }.Select(n => new ReportFile(
                n,
                "text/plain",
                Encoding.UTF8.GetBytes(n)
            )),
        ];
        var report = new MakeReport(new(2026, 1, 1), new(2026, 6, 30), new(2025, 6, 30), null)
        {
            Printed = StoredReports.Of(1, files) with { Program = "0" },
        };
        Assert.True(
            StoredReports
                .Store(new(new(database)), report, files, Author.Program("anna"), new(TimeProvider.System, Today), Press.None)
                .Saved
        );
        using var log = AccessLog.Open(database);
        for (var i = 0; i < 10; i++)
            await log.Looked("anna", "barn", [i]);
        return database;
    }

    static IReadOnlyList<long> Ids(Database database) => [.. RegisterLoader.Load(database).Children.Select(c => c.Id).Order()];

    static long TextOf(Database database, long child) => new ChildReader(database).Read(child)!.Child.TextId!.Value;

    static void Silently(Database database, params string[] sql)
    {
        using var link = database.Open();
        if (link is Engine.SqliteLink file)
            file.ForeignKeys(false);
        foreach (var one in sql)
            link.Script(one);
    }

    void InTheLog(Database database, string sql)
    {
        using Engine.Link link =
            Provider == Provider.Sqlite ? new Engine.SqliteLink(AccessLog.FileOf(database), create: false) : database.Open();
        link.Script(sql);
    }

    static void Found(Database database, string where, string what) =>
        Assert.Contains(Replay.Check(database).Differences, d => d.Where == where && d.What.Contains(what, StringComparison.Ordinal));

    [Fact]
    public async Task What_nobody_touched_has_no_differences()
    {
        using (var database = await Made())
            Assert.Equal([], Replay.Check(database).Differences);
        using var again = Open();
        Assert.Equal([], Replay.Check(again).Differences);
    }

    [Fact]
    public async Task Texts_that_were_emptied_are_found()
    {
        var database = await Made();
        var text = TextOf(database, Ids(database)[0]);
        Silently(database, $"UPDATE text SET \"Body\" = NULL WHERE \"Id\" = {text}");
        Found(database, "text " + text, "is empty, and no entry erased it");
    }

    [Fact]
    public async Task A_text_that_was_emptied_and_marked_as_erased_is_found()
    {
        var database = await Made();
        var text = TextOf(database, Ids(database)[0]);
        // As if the erasure that there was had taken it too.
        Silently(
            database,
            "UPDATE text SET \"Body\" = NULL, \"ErasedAt\" = (SELECT max(\"ErasedAt\") FROM text), \"ErasedIn\" = (SELECT "
                + "max(\"ErasedIn\") FROM text) "
                + $"WHERE \"Id\" = {text}"
        );
        Found(database, "entry 5", "is tied to other texts than are there");
    }

    [Fact]
    public async Task A_text_that_was_put_in_the_place_of_another_or_taken_away_is_found()
    {
        var database = await Made();
        var ids = Ids(database);
        long first = TextOf(database, ids[0]),
            second = TextOf(database, ids[1]),
            third = TextOf(database, ids[2]);
        Silently(
            database,
            $"UPDATE text SET \"Body\" = (SELECT \"Body\" FROM text WHERE \"Id\" = {second}) WHERE \"Id\" = {first}",
            $"DELETE FROM text WHERE \"Id\" = {third}"
        );
        Found(database, "text " + first, "does not open");
        Found(database, "entry 3", "is tied to other texts than are there");
    }

    [Fact]
    public async Task An_older_text_of_the_same_row_put_back_is_found()
    {
        var database = await Made();
        var id = TextOf(database, Ids(database)[0]);
        // Sealed with the right key, as somebody who could make the program do it would.
        var sealedAnew = database.Keys.SealText(id, 1, "En anden", out var mac);
        using (var link = database.Open())
            link.Execute("UPDATE text SET \"Body\" = $1, \"Mac\" = $2 WHERE \"Id\" = $3", sealedAnew, mac, id);
        Found(database, "entry 1", "is tied to other texts than are there");
    }

    [Fact]
    public async Task A_report_that_was_replaced_is_found()
    {
        var database = await Made();
        var bytes = Encoding.UTF8.GetBytes("andre tal");
        using (var link = database.Open())
            link.Execute(
                "UPDATE report_file SET \"Bytes\" = $1, \"Sha256\" = $2 WHERE \"Name\" = 'page'",
                bytes,
                Convert.ToHexStringLower(SHA256.HashData(bytes))
            );
        Assert.Contains(Replay.Check(database).Differences, d => d.What == "its page is not the one that was printed");
        Silently(database, "DELETE FROM report_file WHERE \"Name\" = 'word'");
        Assert.Contains(Replay.Check(database).Differences, d => d.What == "its word is gone");
    }

    [Fact]
    public async Task The_last_entries_cut_off_are_found_by_what_lies_outside_the_database()
    {
        using (var database = await Made())
            Assert.Equal(6, database.HeadNo);
        using (var database = Open())
            Silently(
                database,
                "DELETE FROM report WHERE \"RecordedIn\" > 4",
                "DELETE FROM report_file",
                "UPDATE text SET \"ErasedIn\" = NULL, \"ErasedAt\" = NULL WHERE \"ErasedIn\" > 4",
                "DELETE FROM text WHERE \"EntryNo\" >= 4",
                "DELETE FROM child WHERE \"RecordedIn\" >= 4",
                "UPDATE journal_head SET \"No\" = 3, \"Hash\" = (SELECT \"Hash\" FROM journal_entry WHERE \"No\" = 3)",
                "DELETE FROM journal_entry WHERE \"No\" >= 4"
            );
        using var cut = Open();
        var difference = Assert.Single(Replay.Check(cut).Differences);
        Assert.Equal("journal", difference.Where);
        Assert.StartsWith("number 6 stood there", difference.What, StringComparison.Ordinal);
        // And it is not forgotten when the journal goes on.
        Sample.Enter(cut);
        cut.Dispose();
        using var later = Open();
        Found(later, "journal", "number 6 stood there");
    }

    [Fact]
    public async Task An_author_swapped_and_the_chain_made_anew_is_found()
    {
        var database = await Made();
        using (var link = database.Open())
        {
            link.Script("UPDATE journal_entry SET \"Author\" = 'bo' WHERE \"No\" = 2");
            Rechain(link);
            // As if the chain had never had a key.
            link.Script("UPDATE journal_entry SET \"Ties\" = NULL; DELETE FROM chain_start");
        }
        Found(database, "entry 2", "is not what its hash was made of");
        Found(database, "chain", "where it got its key is gone");
        database.Dispose();
        // Nor does the program sign it when it starts the next time.
        using var again = Open();
        Found(again, "chain", "where it got its key is gone");
    }

    static void Rechain(Engine.Link link, KeyRing? keys = null, Dictionary<long, byte[]>? ties = null)
    {
        using var hash = new EntryHash(keys);
        var previous = new byte[32];
        for (var no = 1L; no <= link.Number("SELECT \"No\" FROM journal_head"); no++)
        {
            byte[] own;
            using (
                var rows = link.Query(
                    "SELECT \"At\", \"Author\", \"Intent\", \"ChildId\", \"ImportId\", \"Token\", \"ReasonTextId\", "
                        + "\"Events\" FROM journal_entry "
                        + "WHERE \"No\" = $1",
                    no
                )
            )
            {
                rows.Next();
                own = hash.Of(
                    previous,
                    no,
                    rows.Instant(0),
                    rows.Text(1),
                    rows.Text(2),
                    rows.MaybeLong(3),
                    rows.MaybeLong(4),
                    rows.MaybeText(5),
                    rows.MaybeLong(6),
                    rows.Utf8(7).Span,
                    ties?[no] ?? []
                );
            }
            if (ties is not null)
                link.Execute("UPDATE journal_entry SET \"Ties\" = $1 WHERE \"No\" = $2", ties[no], no);
            link.Execute("UPDATE journal_entry SET \"PrevHash\" = $1, \"Hash\" = $2 WHERE \"No\" = $3", previous, own, no);
            previous = own;
        }
        link.Execute("UPDATE journal_head SET \"Hash\" = $1", previous);
    }

    [Fact]
    public async Task A_fact_row_that_was_changed_is_found()
    {
        var database = await Made();
        Silently(database, "UPDATE child SET \"BornOn\" = '2000-01-01' WHERE \"RecordedIn\" = 2");
        Assert.Contains(Replay.Check(database).Differences, d => d.Where == "child");
    }

    [Theory]
    [InlineData("UPDATE import SET \"Report\" = '{\"files\":[]}'", "is not the row that its first entry was written with")]
    [InlineData("UPDATE import SET \"ExtractDay\" = '2026-01-01'", "is not the row that its first entry was written with")]
    [InlineData("UPDATE import SET \"Author\" = 'bo'", "is not as its entries say")]
    [InlineData("UPDATE import SET \"LastNo\" = \"LastNo\" - 1", "is not as its entries say")]
    [InlineData("UPDATE import SET \"FirstNo\" = NULL", "has no entries")]
    [InlineData("DELETE FROM import", "is gone")]
    [InlineData(
        "INSERT INTO import (\"Id\", \"At\", \"Author\", \"MunicipalityNumber\", \"ExtractDay\", \"FirstNo\", \"LastNo\", \"Report\") SELECT 999999, \"At\", \"Author\", "
            + "\"MunicipalityNumber\", \"ExtractDay\", \"FirstNo\", \"LastNo\", \"Report\" FROM import",
        "is not as its entries say"
    )]
    public void An_import_whose_row_was_changed_taken_away_or_added_is_found(string sql, string what)
    {
        var database = Open();
        Sample.Import(database, 3);
        Assert.Equal([], Replay.Check(database).Differences);
        Silently(database, sql);
        Assert.Contains(
            Replay.Check(database).Differences,
            d => d.Where.StartsWith("import ", StringComparison.Ordinal) && d.What.Contains(what, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void An_import_from_before_its_row_was_tied_is_held_up_to_its_entries()
    {
        var database = Open();
        Sample.Import(database, 3);
        using (var link = database.Open())
        {
            // As a version before this one would have written it: each entry tied to its texts alone.
            var rows = new List<(long No, byte[] Ties)>();
            using var tie = new Ties();
            for (var no = 1L; no <= database.HeadNo; no++)
            {
                using (var texts = link.Query("SELECT \"Id\", \"Mac\" FROM text WHERE \"EntryNo\" = $1 ORDER BY \"Id\"", no))
                    while (texts.Next())
                        tie.Wrote(texts.Long(0), texts.Bytes(1));
                rows.Add((no, tie.Take()));
            }
            Rechain(link, database.Keys, rows.ToDictionary(r => r.No, r => r.Ties));
        }
        Assert.Equal([], Replay.Check(database).Differences);
        Silently(database, "UPDATE import SET \"Author\" = 'bo'");
        Assert.Contains(Replay.Check(database).Differences, d => d.What == "is not as its entries say");
    }

    [Fact]
    public async Task A_look_that_was_removed_is_found()
    {
        var database = await Made();
        InTheLog(database, "DELETE FROM access_log WHERE \"No\" = 4");
        Found(database, "log", "look 4 is gone");
    }

    [Fact]
    public async Task The_last_looks_cut_off_are_found()
    {
        var database = await Made();
        InTheLog(database, "DELETE FROM access_log_child WHERE \"No\" > 7");
        InTheLog(database, "DELETE FROM access_log WHERE \"No\" > 7");
        Found(database, "log", "the log ends at look 7, and it once had 10");
    }

    [Fact]
    public async Task A_checkpoint_kept_elsewhere_tells_what_was_made_anew_and_cannot_be_made_without_the_key()
    {
        var elsewhere = Path.Combine(Folder, "elsewhere.json");
        var database = await Made();
        Checkpoint.Take(database).WriteTo(elsewhere);
        Sample.Enter(database);
        Assert.Empty(Checkpoint.Read(database, elsewhere).Missing(database));
        // Somebody with everything in hand: the keys too.
        Silently(database, "UPDATE journal_entry SET \"Hash\" = \"PrevHash\" WHERE \"No\" = 6");
        Assert.Contains(Checkpoint.Read(database, elsewhere).Missing(database), d => d.Where == "journal");
        File.WriteAllText(elsewhere, File.ReadAllText(elsewhere).Replace("\"No\":6", "\"No\":5", StringComparison.Ordinal));
        Assert.Throws<NotACheckpointException>(() => Checkpoint.Read(database, elsewhere));
    }

    [Fact]
    public void An_erasure_takes_text_and_salt_and_the_record_still_holds_together()
    {
        var database = Open();
        var child = Sample.Enter(database);
        var text = TextOf(database, child);
        Assert.Equal(1, database.Journal.EraseTexts(new("erase-texts", "anna", child), [text, text, 999]));
        Assert.Equal([], Replay.Check(database).Differences);
        using var link = database.Rent();
        Assert.Equal(1, link.Number("SELECT count(*) FROM text WHERE \"Body\" IS NULL AND \"Mac\" IS NOT NULL AND \"ErasedIn\" = 2"));
    }

    [Fact]
    public void A_database_from_before_the_chain_had_a_key_is_signed_as_it_stands_and_goes_on()
    {
        using (var database = Open())
        {
            for (var i = 0; i < 3; i++)
                Sample.Enter(database, "Ida" + i);
            database.Journal.EraseTexts(new("erase-texts", "anna"), [TextOf(database, Ids(database)[2])]);
            Before(database);
        }
        using (var database = Open())
        {
            Assert.Equal([], Replay.Check(database).Differences);
            Assert.Equal("Ida0 Holm", RegisterLoader.Load(database).Children[0].Child.Name);
            Sample.Enter(database, "Else");
            // What was written before can still be erased.
            database.Journal.EraseTexts(new("erase-texts", "anna"), [TextOf(database, Ids(database)[0])]);
            Assert.Equal([], Replay.Check(database).Differences);
            var second = TextOf(database, Ids(database)[1]);
            var swapped = database.Keys.SealText(second, 2, "En anden", out var mac);
            using (var link = database.Open())
                link.Execute("UPDATE text SET \"Body\" = $1, \"Mac\" = $2 WHERE \"Id\" = $3", swapped, mac, second);
            Found(database, "texts", "are not the ones that were signed");
        }
    }

    /// <summary>Makes of a database what a version before this one would have left.</summary>
    void Before(Database database)
    {
        using (var link = database.Open())
        {
            var texts = new List<(long Id, string Text)>();
            using (var rows = link.Query("SELECT \"Id\", \"Body\" FROM text WHERE \"Body\" IS NOT NULL"))
                while (rows.Next())
                    texts.Add((rows.Long(0), database.Keys.Unseal(rows.Long(0), rows.Bytes(1))));
            foreach (var (id, text) in texts)
                link.Execute("UPDATE text SET \"Body\" = $1 WHERE \"Id\" = $2", database.Keys.Seal(id, text), id);
            Rechain(link);
            link.Script(
                "UPDATE journal_entry SET \"Ties\" = NULL; UPDATE text SET \"Mac\" = NULL, \"ErasedIn\" = NULL; DELETE FROM chain_start"
            );
        }
        KeyFile.Change(Folder, f => f with { Began = null });
        File.Delete(Path.Combine(Folder, "checkpoint.json"));
        database.Dispose();
        File.Delete(Path.Combine(Folder, "checkpoint.json"));
    }
}
