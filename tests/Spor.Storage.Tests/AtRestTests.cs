using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Spor.Exchange.Import;
using Spor.Facts;
using Spor.Storage.Exchange;
using Spor.Storage.Facts;
using Spor.Storage.Journal;

namespace Spor.Storage.Tests;

public sealed class AtRestOnSqlite() : AtRestTests(Provider.Sqlite)
{
    [Fact]
    public void Where_a_database_is_open_the_kernel_writes_no_dump_of_the_process_and_lets_nobody_else_read_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "asked of Linux");
        using (Open())
        {
            Assert.False(Dumps.Possible);
            var limit = File.ReadLines("/proc/self/limits").Single(l => l.StartsWith("Max core file size", StringComparison.Ordinal));
            Assert.Equal(["0", "0"], limit["Max core file size".Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[..2]);
        }
    }

    [Fact]
    public void What_starts_spor_turns_the_runtimes_own_dumps_and_its_door_for_asking_for_one_off()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Spor.slnx")))
            root = Path.GetDirectoryName(root)!;
        // The runtime reads these before the first line of the program, so the program cannot say them.
        foreach (
            var starts in new[] { "spor", "ops/spor.service", "ops/spor-check.service", "ops/spor-backup.service", "ops/Containerfile" }
        )
        {
            var text = File.ReadAllText(Path.Combine(root, starts));
            Assert.Matches("DOTNET_DbgEnableMiniDump=0", text);
            Assert.Matches(@"DOTNET_EnableDiagnostics=(""\$\{DOTNET_EnableDiagnostics:-)?0", text);
            if (starts.EndsWith(".service", StringComparison.Ordinal))
                Assert.Contains("LimitCORE=0", text, StringComparison.Ordinal);
        }
    }

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    [Fact]
    public void Every_file_of_the_data_folder_is_its_owners_alone_also_one_that_was_open()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has access lists");
        const UnixFileMode others =
            UnixFileMode.GroupRead
            | UnixFileMode.GroupWrite
            | UnixFileMode.GroupExecute
            | UnixFileMode.OtherRead
            | UnixFileMode.OtherWrite
            | UnixFileMode.OtherExecute;
        using (var database = Open())
            Sample.Enter(database);
        var cookies = Directory.CreateDirectory(Path.Combine(Folder, "cookies")).FullName;
        File.WriteAllText(Path.Combine(cookies, "key-1.xml"), "");
        foreach (var file in Directory.GetFiles(Folder, "*", SearchOption.AllDirectories))
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        File.SetUnixFileMode(Folder, others | UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        using var again = Open();
        using var log = AccessLog.Open(again);
        new Drafts(again).Save("anna", "/barn/1/notat", new Dictionary<string, string> { ["Body"] = "x" });
        File.WriteAllText(Path.Combine(Folder, "uploads-made-later"), "");
        Backup.To(again, Path.Combine(Folder, "kopi.zip"));
        Assert.Equal(
            [],
            Directory
                .GetFileSystemEntries(Folder, "*", SearchOption.AllDirectories)
                .Append(Folder)
                .Where(f => (File.GetUnixFileMode(f) & others) != 0)
                .Select(Path.GetFileName)
        );
    }
}

public sealed class AtRestOnPostgres() : AtRestTests(Provider.Postgres);

/// <summary>What lies on a disk says nothing to whoever finds it.</summary>
public abstract class AtRestTests(Provider provider) : OnADatabase(provider)
{
    static string Example()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Spor.slnx")))
            at = Path.GetDirectoryName(at)!;
        return Path.Combine(at, "examples", "aakaer");
    }

    /// <summary>Every name, CPR number and free text of the record, in its parts.</summary>
    static HashSet<string> Secrets(Database database)
    {
        var secrets = new HashSet<string>(StringComparer.Ordinal);
        using var link = database.Rent();
        using var rows = link.Query("SELECT \"Id\", \"Body\" FROM text WHERE \"Body\" IS NOT NULL");
        while (rows.Next())
            foreach (
                var part in database
                    .Keys.Unseal(rows.Long(0), rows.Bytes(1))
                    .Split(['\u001f', '\0', '\n', '\t'], StringSplitOptions.TrimEntries)
            )
                // Shorter ones stand in any file by chance.
                if (part.Length >= 7 && part.Any(char.IsLetter) || part.Length >= 10)
                    secrets.Add(part);
        return secrets;
    }

    /// <summary>All that the server holds, as text.</summary>
    internal static byte[] Dump(Database database)
    {
        using var link = database.Rent();
        var tables = new List<string>();
        using (var rows = link.Query("SELECT table_name::text FROM information_schema.tables WHERE table_schema = 'public'"))
            while (rows.Next())
                tables.Add(rows.Text(0));
        var all = new StringBuilder();
        foreach (var table in tables)
            using (var rows = link.Query($"SELECT t::text FROM \"{table}\" AS t"))
                while (rows.Next())
                    all.AppendLine(rows.Text(0));
        return Encoding.UTF8.GetBytes(all.ToString());
    }

    [Fact]
    public async Task No_name_number_or_text_stands_in_the_database_its_log_the_log_of_looks_drafts_or_backups()
    {
        HashSet<string> secrets;
        var places = new Dictionary<string, byte[]>();
        using (var database = Open())
        {
            var prepared = Importing.Prepare(database, new FolderSource(Example()));
            Assert.Null(prepared.Refusal);
            Importing.Commit(database, prepared, "test");
            var id = Sample.Enter(database, "Æblegunde");
            using var log = AccessLog.Open(database);
            await log.Looked("anna", "barn", [id]);
            new Drafts(database).Save(
                "anna",
                $"/barn/{id}/notat",
                new Dictionary<string, string> { ["Body"] = "Kladden om Æblegunde Holm og hendes onkel" }
            );
            secrets = Secrets(database);
            secrets.Add("Kladden om Æblegunde Holm");
            secrets.Add("0405121234");
            Assert.True(secrets.Count > 2000, $"only {secrets.Count} texts to look for");
            Backup.To(database, Path.Combine(Folder, "kopi.spor"), secret: BackupSecret.Passphrase("en lang og venlig sætning"));
            Checkpoint.Take(database).WriteTo(Path.Combine(Folder, "punkt.json"));
            // While it is open SQLite's own log lies there too.
            foreach (var file in Directory.GetFiles(Folder, "*", SearchOption.AllDirectories))
                places[Path.GetFileName(file)] = ReadShared(file);
            if (Provider == Provider.Postgres)
                places["server"] = Dump(database);
        }
        foreach (var file in Directory.GetFiles(Folder, "*", SearchOption.AllDirectories))
            places["closed " + Path.GetFileName(file)] = File.ReadAllBytes(file);
        var found = new List<string>();
        // All at once: one pass over each place. Bytes are compared as signs, so that a file need not be text.
        var written = secrets.ToDictionary(s => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(s)), StringComparer.Ordinal);
        var any = SearchValues.Create([.. written.Keys], StringComparison.Ordinal);
        foreach (var (place, bytes) in places)
        {
            var text = Encoding.Latin1.GetString(bytes);
            for (var at = text.AsSpan().IndexOfAny(any); at >= 0; )
            {
                foreach (var (secret, said) in written)
                    if (text.AsSpan(at).StartsWith(secret, StringComparison.Ordinal) && !IsPartOfANumber(text, at, secret))
                        found.Add($"{place}: {said}");
                var next = text.AsSpan(at + 1).IndexOfAny(any);
                at = next < 0 ? next : at + 1 + next;
            }
        }
        Assert.Equal([], found.Take(20));
    }

    /// <summary>
    /// A number inside a longer one is none: among the many long keyed hashes a CPR number's ten digits come up by chance.
    /// </summary>
    static bool IsPartOfANumber(string text, int at, string secret) =>
        secret.All(char.IsAsciiDigit)
        && (
            (at > 0 && char.IsAsciiDigit(text[at - 1])) || (at + secret.Length < text.Length && char.IsAsciiDigit(text[at + secret.Length]))
        );

    static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var to = new MemoryStream();
        stream.CopyTo(to);
        return to.ToArray();
    }

    [Fact]
    public void A_sealed_backup_opens_with_its_passphrase_and_with_nothing_else()
    {
        var database = Open();
        Sample.Enter(database, "Ida");
        var file = Path.Combine(Folder, "kopi.spor");
        Backup.To(database, file, secret: BackupSecret.Passphrase("en lang og venlig sætning"));
        var elsewhere = Path.Combine(Folder, "elsewhere");
        Assert.Throws<BackupLockedException>(() => Restoring.From(file, elsewhere));
        Assert.Throws<BackupLockedException>(() =>
            Restoring.From(file, elsewhere, secret: BackupSecret.Passphrase("en anden og lang sætning"))
        );
        Assert.Throws<BackupLockedException>(() => Restoring.From(file, elsewhere, secret: BackupSecret.KeyFile(new byte[32])));
        Assert.False(Directory.Exists(elsewhere));
        Assert.Throws<ArgumentException>(() => BackupSecret.Passphrase("kort"));
        var target = Provider == Provider.Sqlite ? null : NewPostgres();
        Restoring.From(file, elsewhere, target, BackupSecret.Passphrase("en lang og venlig sætning"));
        using var restored = Database.Open(target, elsewhere);
        Assert.Equal("Ida Holm", RegisterLoader.Load(restored).Children[0].Child.Name);
        Assert.Equal([], Replay.Check(restored).Differences);
        Assert.Empty(Directory.GetFiles(elsewhere, "restoring*"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData((1 << 20) - 1)]
    [InlineData(1 << 20)]
    [InlineData((1 << 20) + 1)]
    [InlineData(3 << 20)]
    public void A_sealed_file_of_any_length_comes_back_and_one_that_was_changed_or_cut_does_not(int length)
    {
        var plain = RandomNumberGenerator.GetBytes(length);
        var secret = BackupSecret.KeyFile(RandomNumberGenerator.GetBytes(64));
        using var sealedTo = new MemoryStream();
        SealedFile.Seal(new MemoryStream(plain), sealedTo, secret);
        byte[] Opened(byte[] from)
        {
            using var to = new MemoryStream();
            SealedFile.Open(new MemoryStream(from), to, secret);
            return to.ToArray();
        }
        var whole = sealedTo.ToArray();
        Assert.True(plain.AsSpan().SequenceEqual(Opened(whole)));
        foreach (var at in new[] { 9, whole.Length / 2, whole.Length - 1 })
        {
            var changed = whole.ToArray();
            changed[at] ^= 1;
            Assert.Throws<BackupLockedException>(() => Opened(changed));
        }
        Assert.Throws<BackupLockedException>(() => Opened(whole[..^1]));
        if (length > 1 << 20)
            Assert.Throws<BackupLockedException>(() => Opened(whole[..(25 + (1 << 20) + 16)]));
    }

    [Fact]
    public void Keys_are_changed_while_two_processes_work_and_the_record_still_holds_together()
    {
        var database = Open();
        Sample.Import(database, 30);
        var first = Sample.Enter(database, "Ida");
        new Drafts(database).Save("anna", "/barn/1/notat", new Dictionary<string, string> { ["Body"] = "Halvt" });
        // Another process with the same folder.
        using var other = Database.Open(Spec, Folder);
        Assert.Equal(1, other.Keys.Current);
        var done = KeyRotation.Run(database);
        Assert.Equal((2, true), (done.Key, done.Texts > 30));
        Assert.Equal("Ida", new ChildReader(other).Read(first)!.Child.FirstName);
        Assert.Equal("Halvt", new Drafts(other).Find("anna", "/barn/1/notat")!.Value.Fields["Body"]);
        for (var i = 0; i < 100 && other.Keys.Current == 1; i++)
        {
            Thread.Sleep(50);
            Sample.Enter(other, "Bo");
        }
        Assert.Equal(2, other.Keys.Current);
        // What the other sealed with the old key before it had seen the new one is sealed anew by the next run.
        KeyRotation.Run(database);
        using (var link = database.Rent())
        using (var rows = link.Query("SELECT \"Body\" FROM text WHERE \"Body\" IS NOT NULL"))
            while (rows.Next())
                Assert.Equal(3, rows.Bytes(0)[0] & 0x7f);
        database.Keys.Retire(1);
        database.Keys.Retire(2);
        Assert.Throws<InvalidOperationException>(() => database.Keys.Retire(3));
        Assert.Equal([], Replay.Check(database).Differences);
        using var later = Database.Open(Spec, Folder);
        Assert.Equal("Ida", new ChildReader(later).Read(first)!.Child.FirstName);
        // An erasure after it takes text and salt as before.
        later.Journal.EraseTexts(new("erase-texts", "anna", first), [new ChildReader(later).Read(first)!.Child.TextId!.Value]);
        Assert.Equal([], Replay.Check(later).Differences);
    }
}
