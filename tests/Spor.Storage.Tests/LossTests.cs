using Spor.Storage.Engine;
using Spor.Storage.Facts;
using Spor.Storage.Journal;

namespace Spor.Storage.Tests;

/// <summary>What becomes of a file behind the program's back: it is found, and nothing is begun anew in its place.</summary>
public sealed class LossTests() : OnADatabase(Provider.Sqlite)
{
    string File_ => Database.DefaultFile(Folder);

    [Fact]
    public void A_file_that_is_deleted_while_it_is_open_is_said_to_be_gone_and_what_was_saved_is_rescued()
    {
        if (OperatingSystem.IsWindows())
            return;
        var database = Open();
        Sample.Enter(database, "Ida");
        Sample.Enter(database, "Bo");
        foreach (var end in new[] { "", "-wal", "-shm" })
            File.Delete(File_ + end);
        var gone = Assert.Throws<DatabaseGoneException>(() => Sample.Enter(database, "Tabt"));
        Assert.Throws<DatabaseGoneException>(() => database.HeadNo);
        Assert.Throws<DatabaseGoneException>(() => Sample.Enter(database, "Tabt igen"));
        Assert.False(File.Exists(File_));
        File.Move(gone.Rescued!, File_);
        using var again = Database.Open(null, Folder);
        Assert.Equal(2, again.HeadNo);
        Assert.Equal([], Replay.Check(again).Differences);
    }

    [Fact]
    public void Another_file_put_in_its_place_is_not_written_to_as_if_it_were_the_same()
    {
        if (OperatingSystem.IsWindows())
            return;
        var database = Open();
        Sample.Enter(database);
        using (var link = database.Rent())
            link.Execute("VACUUM INTO $1", File_ + ".copy");
        Sample.Enter(database);
        File.Move(File_ + ".copy", File_, overwrite: true);
        Assert.Throws<DatabaseGoneException>(() => Sample.Enter(database));
        Assert.Throws<DatabaseGoneException>(() => database.HeadNo);
    }

    [Fact]
    public void A_log_that_was_cut_is_found_though_what_is_left_agrees_with_itself()
    {
        var copy = Directory.CreateDirectory(Path.Combine(Folder, "killed")).FullName;
        using (var database = Open())
        {
            for (var i = 0; i < 6; i++)
                Sample.Enter(database);
            // As a killed process leaves it: the last entries stand in the log alone.
            foreach (var name in new[] { "spor.db", "spor.db-wal", "keys.json", "acknowledged" })
                File.Copy(Path.Combine(Folder, name), Path.Combine(copy, name));
        }
        using (var whole = Database.OpenAsIs(null, copy))
            Assert.Equal([], Replay.Check(whole).Differences);
        using (var log = File.OpenWrite(Path.Combine(copy, "spor.db-wal")))
            log.SetLength(log.Length - 4 * (4096 + 24));
        using var cut = Database.OpenAsIs(null, copy);
        Assert.InRange(cut.HeadNo, 0, 5);
        Assert.Contains(Replay.Check(cut).Differences, d => d.Where == "journal");
    }

    [Fact]
    public async Task Pages_that_were_overwritten_are_found()
    {
        using (var database = Open())
        {
            Sample.Import(database, 12);
            using (var log = AccessLog.Open(database))
                await log.Looked("anna", "child", [1, 2, 3]);
            new Drafts(database).Save("anna", "/barn/1/notat", new Dictionary<string, string> { ["Body"] = "Kladde" });
        }
        using (var link = new SqliteLink(File_, create: false))
            link.Script("PRAGMA wal_checkpoint(TRUNCATE)");
        var whole = File.ReadAllBytes(File_);
        var pages = whole.Length / 4096;
        var unseen = new List<string>();
        var random = new Random(5);
        var last = Enumerable.Range(pages - 12, 12);
        foreach (var page in last.Concat(Enumerable.Range(0, Heavy.Times(600)).Select(_ => random.Next(pages))))
        foreach (var how in new[] { "zero", "noise" })
        {
            var bytes = (byte[])whole.Clone();
            var span = bytes.AsSpan(page * 4096, 4096);
            if (how == "zero")
                span.Clear();
            else
                random.NextBytes(span);
            if (bytes.AsSpan().SequenceEqual(whole))
                continue;
            File.WriteAllBytes(File_, bytes);
            if (!Found())
                unseen.Add($"{page} {how}");
        }
        Assert.Empty(unseen);

        bool Found()
        {
            try
            {
                using var damaged = Database.OpenAsIs(null, Folder);
                return !Replay.Check(damaged).Agrees;
            }
            catch (StorageException)
            {
                return true;
            }
        }
    }
}
