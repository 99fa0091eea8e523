using System.IO.Compression;
using System.Text;
using Spor.Children;
using Spor.Facts;
using Spor.Storage.Facts;
using Spor.Storage.Journal;

namespace Spor.Storage.Tests;

public sealed class RestoreOnSqlite() : RestoreTests(Provider.Sqlite)
{
    [Fact]
    public void A_full_disk_leaves_no_folder_that_Spor_would_start_on()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var backup = Made(out _);
        // A folder that may not be written stands for a disk that is full: what is unpacked cannot be given its name.
        var target = Path.Combine(Folder, "full");
        Directory.CreateDirectory(Path.Combine(target, "spor.db.unfinished"));
        Assert.ThrowsAny<Exception>(() => Restoring.From(backup, target));
        Assert.False(File.Exists(Path.Combine(target, "keys.json")));
        Assert.False(File.Exists(Path.Combine(target, "spor.db")));
        Assert.Empty(Directory.GetDirectories(target, "restoring-*"));
    }

    [Fact]
    public void A_file_beside_the_data_folder_is_restored_to_where_it_is_asked_for()
    {
        var backup = Made(out _);
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(Folder, "disk")).FullName, "other.db");
        var target = Path.Combine(Folder, "elsewhere");
        Assert.True(Restoring.From(backup, target, file).Checked);
        using var restored = Database.Open(file, target);
        Assert.Equal(4, restored.HeadNo);
    }

    [Fact]
    public void A_backup_of_an_old_program_without_checksums_is_still_restored_and_replayed()
    {
        var backup = Made(out _);
        var old = Path.Combine(Folder, "old.zip");
        using (var from = ZipFile.OpenRead(backup))
        using (var to = ZipFile.Open(old, ZipArchiveMode.Create))
            foreach (var entry in from.Entries)
            {
                using var source = entry.Open();
                using var into = to.CreateEntry(entry.FullName).Open();
                if (entry.FullName == "backup.json")
                    into.Write(
                        "{\"Format\":1,\"Provider\":\"Sqlite\",\"Program\":\"0.1.0\",\"At\":\"2026-11-01T00:00:00Z\",\"HeadNo\":4,\"Keys\":true}"u8
                    );
                else
                    source.CopyTo(into);
            }
        Assert.True(Restoring.From(old, Path.Combine(Folder, "elsewhere")).Checked);
    }
}

public sealed class RestoreOnPostgres() : RestoreTests(Provider.Postgres);

/// <summary>A backup comes back whole and checked, or not at all.</summary>
public abstract class RestoreTests(Provider provider) : OnADatabase(provider)
{
    string? NewTarget() => Provider == Provider.Sqlite ? null : NewPostgres();

    /// <summary>Four entries and one look; the backup is open, so that each bit of it is one of its own.</summary>
    protected string Made(out Database database)
    {
        database = Open();
        for (var i = 0; i < 4; i++)
            Sample.Enter(database, "Ida" + i);
        using (var log = AccessLog.Open(database))
            log.Looked("anna", "child", [1]).GetAwaiter().GetResult();
        var file = Path.Combine(Folder, "backup.zip");
        Backup.To(database, file);
        return file;
    }

    [Fact]
    public void One_bit_flipped_anywhere_is_refused_and_leaves_nothing()
    {
        var whole = File.ReadAllBytes(Made(out _));
        var damaged = Path.Combine(Folder, "damaged.zip");
        var elsewhere = Path.Combine(Folder, "elsewhere");
        var target = NewTarget();
        var random = new Random(17);
        // The ends byte by byte, where a zip says what it is, and some between.
        var places = Enumerable
            .Range(0, 8)
            .Concat(Enumerable.Range(0, 30).Select(_ => whole.Length - 1 - random.Next(140)))
            .Concat(Enumerable.Range(0, Heavy.Times(400)).Select(_ => random.Next(whole.Length)));
        foreach (var place in places)
        {
            var bytes = (byte[])whole.Clone();
            bytes[place] ^= (byte)(1 << random.Next(8));
            File.WriteAllBytes(damaged, bytes);
            var refused = Assert.ThrowsAny<StorageException>(() => Restoring.From(damaged, elsewhere, target));
            Assert.True(refused is BackupDamagedException or NotABackupException, $"{place}: {refused}");
            Assert.False(Directory.Exists(elsewhere));
        }
        Assert.True(Restoring.From(Path.Combine(Folder, "backup.zip"), elsewhere, target).Checked);
    }

    [Fact]
    public void One_that_was_made_whole_of_a_record_that_is_not_sound_is_refused_and_leaves_nothing()
    {
        Made(out var database);
        using (var link = database.Rent())
            link.Execute("UPDATE \"child\" SET \"BornOn\" = $1", new DateOnly(2001, 1, 1));
        var file = Path.Combine(Folder, "unsound.zip");
        Backup.To(database, file);
        var elsewhere = Path.Combine(Folder, "elsewhere");
        var target = NewTarget();
        Assert.Throws<RestoredNotSoundException>(() => Restoring.From(file, elsewhere, target));
        Assert.False(Directory.Exists(elsewhere));
        // And the server's database is empty again.
        Assert.True(Restoring.From(Path.Combine(Folder, "backup.zip"), elsewhere, target).Checked);
    }

    [Fact]
    public void What_a_killed_restore_leaves_does_not_start_and_the_next_restore_goes_on()
    {
        var backup = Made(out _);
        var elsewhere = Path.Combine(Folder, "elsewhere");
        var target = NewTarget();
        Restoring.From(backup, elsewhere, target);
        // As it lies when the process is killed between the last name and the end: the folder is still there, with its plan.
        var left = Directory.CreateDirectory(Path.Combine(elsewhere, "restoring-12345678")).FullName;
        var keys = Path.Combine(elsewhere, "keys.json");
        File.WriteAllText(
            Path.Combine(left, "plan.json"),
            $"[{{\"To\":{System.Text.Json.JsonSerializer.Serialize(keys)},\"Sha256\":\"{Backup.PartOf(keys).Sha256}\"}}]"
        );
        Assert.Throws<RestoreUnfinishedException>(() => Database.Open(target, elsewhere));
        if (Provider == Provider.Sqlite)
            File.Delete(Path.Combine(elsewhere, "spor.db"));
        Assert.Throws<RestoreUnfinishedException>(() => Database.Open(target, elsewhere));
        File.Delete(Path.Combine(elsewhere, "access.db"));
        File.Delete(Path.Combine(elsewhere, "erased.jsonl"));
        var again = Provider == Provider.Sqlite ? null : NewPostgres();
        Assert.True(Restoring.From(backup, elsewhere, again).Checked);
        using var restored = Database.Open(again, elsewhere);
        Assert.Equal(4, restored.HeadNo);
        Assert.Empty(Directory.GetDirectories(elsewhere));
    }

    [Fact]
    public void A_backup_of_the_other_kind_of_database_is_told_as_such()
    {
        var backup = Made(out _);
        var other = Provider == Provider.Sqlite ? "Host=127.0.0.1;Port=1;Database=x" : null;
        var told = Assert.Throws<OtherKindException>(() => Restoring.From(backup, Path.Combine(Folder, "elsewhere"), other));
        Assert.Equal(Provider, told.Holds);
    }

    [Fact]
    public void To_a_time_is_the_last_entry_at_or_before_it_and_what_was_erased_later_stays_erased()
    {
        var database = Open();
        var first = Sample.Enter(database, "Ida");
        var second = Sample.Enter(database, "Bo");
        Thread.Sleep(20);
        var time = database.Now();
        Thread.Sleep(20);
        database.Journal.Act(
            new("correct", "anna"),
            (facts, _) =>
            {
                var child = (ChildFact)facts.Find(FactKinds.Child, first)!;
                facts.Opened(child);
                child.BornOn = new(2013, 1, 1);
                return new Corrected(FactKinds.Child, child);
            }
        );
        Sample.Enter(database, "Efter");
        database.Journal.EraseTexts(new("erase-texts", "anna", second), [new ChildReader(database).Read(second)!.Child.TextId!.Value]);
        var backup = Path.Combine(Folder, "backup.zip");
        Backup.To(database, backup);
        var elsewhere = Path.Combine(Folder, "then");
        var target = NewTarget();
        Assert.Throws<NothingBeforeException>(() => Restoring.From(backup, elsewhere, target, to: time.AddYears(-1)));
        Assert.False(Directory.Exists(elsewhere));
        target = NewTarget();
        var restored = Restoring.From(backup, elsewhere, target, to: time);
        Assert.True(restored.Checked);
        using var then = Database.Open(target, elsewhere);
        Assert.Equal([], Replay.Check(then).Differences);
        var children = RegisterLoader.Load(then).Children;
        Assert.Equal([first, second], children.Select(c => c.Id).Order());
        Assert.Equal(new DateOnly(2012, 5, 4), children.Single(c => c.Id == first).Child.BornOn);
        Assert.Equal("Ida Holm", children.Single(c => c.Id == first).Child.Name);
        Assert.Null(children.Single(c => c.Id == second).Child.FirstName);
        // The two entries before, and the one that says that a text stays erased.
        Assert.Equal(3, restored.HeadNo);
        Sample.Enter(then, "Ny");
        Assert.Equal([], Replay.Check(then).Differences);
    }

    [Fact]
    public void A_sealed_backup_that_was_changed_or_cut_is_refused_and_leaves_nothing()
    {
        Made(out var database);
        var file = Path.Combine(Folder, "sealed");
        var secret = BackupSecret.Passphrase("en lang sætning");
        Backup.To(database, file, secret: secret);
        var whole = File.ReadAllBytes(file);
        var elsewhere = Path.Combine(Folder, "elsewhere");
        foreach (var place in new[] { 0, 8, 20, 60, whole.Length / 2, whole.Length - 1 })
        {
            var bytes = (byte[])whole.Clone();
            bytes[place] ^= 1;
            File.WriteAllBytes(file, bytes);
            Assert.ThrowsAny<StorageException>(() => Restoring.From(file, elsewhere, NewTarget(), secret));
            Assert.False(Directory.Exists(elsewhere));
        }
    }
}
