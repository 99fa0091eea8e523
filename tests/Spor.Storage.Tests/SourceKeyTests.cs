using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Spor.Cases;
using Spor.Children;
using Spor.Exchange.Import;
using Spor.Facts;
using Spor.Kernel;
using Spor.Storage.Exchange;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Verbs;

namespace Spor.Storage.Tests;

public sealed class SourceKeysOnSqlite() : SourceKeyTests(Provider.Sqlite)
{
    [Fact]
    public void A_copy_from_before_the_keys_were_sealed_is_sealed_whole_and_opens_with_the_ring_and_an_erasure_reaches_it()
    {
        foreach (var name in new[] { "spor.db", "keys.json" })
            File.Copy(Path.Combine(Fixture(), name), Path.Combine(Folder, name));
        // The upgrade makes one; it is not there in clear when the database is.
        using (var opened = Open())
        {
            var copy = Assert.Single(Directory.GetFiles(Folder, "spor.db.before-*"));
            Assert.EndsWith(".sealed", copy, StringComparison.Ordinal);
            Assert.Equal(-1, File.ReadAllBytes(copy).AsSpan().IndexOf("SQLite format"u8));
            // One of a database whose keys are sealed is left as it is.
            using var link = opened.Rent();
            link.Execute("VACUUM INTO $1", Database.DefaultFile(Folder) + ".before-9999");
        }
        var again = Open();
        Assert.True(File.Exists(Database.DefaultFile(Folder) + ".before-9999"));
        var sealedCopy = Assert.Single(Directory.GetFiles(Folder, "*.sealed"));
        const long child = 50;
        again.Journal.ActAsIs(
            new("close-case", "anna", child),
            (facts, _) =>
            {
                var open = (CaseFact)facts.OfChild<CaseFact>(child).Single().Copy();
                open.ClosedOn = new(2026, 11, 1);
                return new Corrected(FactKinds.Case, open);
            }
        );
        ErasureTests.Erase(again, child);
        var there = Path.Combine(Folder, "opened.db");
        Copies.Open(sealedCopy, again.Keys, there);
        using (var link = new Engine.SqliteLink(there, create: false))
        {
            Assert.Equal(0, link.Number("SELECT count(*) FROM text WHERE \"Body\" IS NOT NULL AND \"ChildId\" = $1", child));
            Assert.Equal(0, link.Number("SELECT count(*) FROM child WHERE \"Id\" = $1 AND \"SourceKey\" IS NOT NULL", child));
            Assert.NotEqual(0, link.Number("SELECT count(*) FROM child WHERE \"SourceKey\" IS NOT NULL"));
        }
        using var other = KeyRing.Open(Path.Combine(Folder, "other"));
        Assert.Throws<BackupLockedException>(() => Copies.Open(sealedCopy, other, Path.Combine(Folder, "not.db")));
        Assert.False(File.Exists(Path.Combine(Folder, "not.db")));
    }
}

public sealed class SourceKeysOnPostgres() : SourceKeyTests(Provider.Postgres);

/// <summary>The source's own keys, which may be CPR numbers, are nowhere in clear, and do all that they did.</summary>
public abstract class SourceKeyTests(Provider provider) : OnADatabase(provider)
{
    protected const string Cpr = "7108121234";

    /// <summary>A small extract whose keys are long enough to look for: two of its three children have a CPR number as key.</summary>
    protected static string Extract => Path.Combine(Fixture(), "udtraek");

    static readonly Lock Unpacking = new();
    static string? unpacked;

    /// <summary>What the program of schema 33 wrote of that extract: a backup, then the erasure of the child with the CPR number as
    /// key.</summary>
    internal static string Fixture()
    {
        lock (Unpacking)
        {
            if (unpacked is null)
            {
                unpacked = Directory.CreateTempSubdirectory("spor-0033-").FullName;
                var folder = unpacked;
                AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
                ZipFile.ExtractToDirectory(Path.Combine(AppContext.BaseDirectory, "old-databases", "schema-0033.zip"), unpacked);
            }
            return unpacked;
        }
    }

    static Plan Import(Database database, string folder)
    {
        var prepared = Importing.Prepare(database, new FolderSource(folder));
        Assert.Null(prepared.Refusal);
        Importing.Commit(database, prepared, "test");
        return prepared.Plan!;
    }

    protected Database Imported()
    {
        var database = Open();
        Import(database, Extract);
        return database;
    }

    /// <summary>Every key that the extract has, as it stands in its files.</summary>
    static string[] Keys =>
        [
            .. Directory
                .GetFiles(Extract, "*.csv")
                .SelectMany(File.ReadAllLines)
                .SelectMany(l => l.Split(';'))
                .Where(v => v == Cpr || v == "6511052468" || v == "barn-nummer-to" || v.Contains("-noegle-", StringComparison.Ordinal))
                .Distinct(),
        ];

    static byte[] Shared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var to = new MemoryStream();
        stream.CopyTo(to);
        return to.ToArray();
    }

    /// <summary>Where any of the keys is found: files, what is in open backups, and all that the server holds.</summary>
    static List<string> Found(Database database, params IEnumerable<string> files)
    {
        var places = new Dictionary<string, byte[]>();
        foreach (var file in files)
        {
            places[file] = Shared(file);
            if (!file.EndsWith(".zip", StringComparison.Ordinal))
                continue;
            using var zip = ZipFile.OpenRead(file);
            foreach (var entry in zip.Entries)
            {
                using var from = entry.Open();
                using var to = new MemoryStream();
                from.CopyTo(to);
                places[file + "!" + entry.Name] = to.ToArray();
            }
        }
        if (database.Provider == Provider.Postgres)
            places["server"] = AtRestTests.Dump(database);
        return
        [
            .. from place in places
            from key in Keys
            where place.Value.AsSpan().IndexOf(Encoding.UTF8.GetBytes(key)) >= 0
            select Path.GetFileName(place.Key) + ": " + key,
        ];
    }

    IEnumerable<string> Files => Directory.GetFiles(Folder, "*", SearchOption.AllDirectories);

    [Fact]
    public void No_key_of_the_source_stands_in_the_database_its_log_or_a_backup()
    {
        Assert.True(Keys.Length > 20, $"only {Keys.Length} keys");
        using (var database = Imported())
        {
            // A correction carries the key on.
            var child = RegisterLoader.Load(database).Children.First(c => c.Child.SourceKey == Cpr).Child;
            database.Journal.Act(
                new("correct-child", "anna", child.Id),
                (facts, _) =>
                {
                    var now = facts.Opened((ChildFact)facts.Find(FactKinds.Child, child.Id)!.Copy());
                    now.School = "Nordskolen";
                    return new Corrected(FactKinds.Child, now);
                }
            );
            Backup.To(database, Path.Combine(Folder, "kopi.zip"));
            // While it is open SQLite's own log lies there too.
            Assert.Equal([], Found(database, Files));
        }
        using var again = Open();
        Assert.Equal([], Found(again, Files));
        // Nor can a number of ten digits be tried until it fits: what the rows keep of it is keyed.
        using var link = again.Open(raw: true);
        using var rows = link.Query("SELECT \"SourceKey\" FROM child");
        using var other = KeyRing.Open(Path.Combine(Folder, "other"));
        while (rows.Next())
            Assert.NotEqual(SourceKeys.HashOf(rows.Text(0)), SourceKeys.HashOf(other.Sources.Seal(FactKinds.Child, Cpr)));
    }

    [Fact]
    public void Keys_read_as_they_were_and_the_same_extract_changes_nothing()
    {
        var database = Imported();
        var register = RegisterLoader.Load(database);
        Assert.Equal(["6511052468", Cpr, "barn-nummer-to"], register.Children.Select(c => c.Child.SourceKey).Order(StringComparer.Ordinal));
        Assert.Contains(register.Employments, e => e.SourceKey == "medarbejder-noegle-m1");
        Assert.Contains(register.Children, c => c.Cases.Any(k => k.SourceKey == "sags-noegle-s1"));
        var known = new KnownKeys(database);
        foreach (var kind in FactKinds.All)
            Assert.Equal(
                known.Of(kind).Where(r => !r.Withdrawn).Select(r => (r.Id, r.Key)).Order(),
                known.Open(kind).Where(f => f.SourceKey is not null).Select(f => (f.Id, f.SourceKey!)).Order()
            );
        var again = Import(database, Extract);
        Assert.True(again.ChangesNothing);
        Assert.Equal((0, 0, 0), (again.Files.Sum(f => f.New), again.Files.Sum(f => f.Changed), again.Files.Sum(f => f.Vanished)));
        Assert.Equal([], Replay.Check(database).Differences);
    }

    [Fact]
    public void The_journal_holds_the_hash_alone_and_the_same_key_of_another_kind_another_one()
    {
        var database = Imported();
        using var link = database.Open(raw: true);
        using var rows = link.Query("SELECT \"Events\" FROM journal_entry");
        var keys = new List<string>();
        while (rows.Next())
            foreach (var happened in EventJson.Read(rows.Utf8(0)))
                if (happened is Recorded { Fact.SourceKey: { } key })
                    keys.Add(key);
        Assert.NotEmpty(keys);
        Assert.All(keys, k => Assert.Equal(SourceKeys.HashLength, k.Length));
        var sources = database.Keys.Sources;
        Assert.Equal(sources.Seal(FactKinds.Child, "B1"), sources.Seal(FactKinds.Child, "B1"));
        Assert.NotEqual(SourceKeys.HashOf(sources.Seal(FactKinds.Child, "B1")), SourceKeys.HashOf(sources.Seal(FactKinds.Case, "B1")));
        Assert.Throws<CryptographicException>(() => sources.Open(FactKinds.Case, sources.Seal(FactKinds.Child, "B1")));
        foreach (var key in new[] { "", "x", "Æ|2026-01|ø", new string('å', 5000), "🐟", "[slettet] B1" })
        {
            Assert.Equal(key, sources.Open(FactKinds.Child, sources.Seal(FactKinds.Child, key)));
            Assert.NotEqual(SourceKeys.HashLength, sources.Seal(FactKinds.Child, key).Length);
        }
    }

    static void Raw(Database database, string sql, params object?[] args)
    {
        using var link = database.Open(raw: true);
        Assert.NotEqual(0, link.Execute(sql, args));
    }

    static string Token(Database database, string key) => database.Keys.Sources.Seal(FactKinds.Child, key);

    [Fact]
    public void Whichever_character_of_a_sealed_key_is_changed_it_does_not_open()
    {
        using var keys = new SourceKeys(new byte[32]);
        foreach (var length in Enumerable.Range(1, 12))
        {
            var token = keys.Seal(FactKinds.Child, new string('7', length));
            foreach (var at in Enumerable.Range(0, token.Length))
            foreach (var other in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".Where(c => c != token[at]))
                Assert.False(keys.Opens(FactKinds.Child, token[..at] + other + token[(at + 1)..]), $"{length}, {at}");
            Assert.True(keys.Opens(FactKinds.Child, token));
        }
    }

    [Fact]
    public void A_key_that_was_changed_swapped_cut_or_written_in_clear_is_found()
    {
        var database = Imported();
        var own = Token(database, Cpr);
        void Put(string now, string what)
        {
            Raw(database, "UPDATE child SET \"SourceKey\" = $1 WHERE \"SourceKey\" = $2", now, own);
            Assert.Contains(Replay.Check(database).Differences, d => d.Where == "child" && d.What.Contains(what, StringComparison.Ordinal));
            Raw(database, "UPDATE child SET \"SourceKey\" = $1 WHERE \"SourceKey\" = $2", own, now);
            Assert.Equal([], Replay.Check(database).Differences);
        }
        // What is sealed, with the hash left as it was.
        Put(own[..^2] + (own[^2] == 'A' ? "B" : "A") + own[^1], "does not open");
        Put(SourceKeys.HashOf(own) + Token(database, "barn-nummer-to")[SourceKeys.HashLength..], "does not open");
        // Another key, sealed as the program seals it.
        Put(Token(database, "en-anden"), "differs");
        Put(database.Keys.Sources.Seal(FactKinds.Case, Cpr), "does not open");
        Put(SourceKeys.HashOf(own), "is erased, and no entry erased it");
        Put("i klartekst", "does not open");
    }

    [Fact]
    public void With_a_child_its_keys_go_and_are_still_matched()
    {
        var database = Imported();
        var child = RegisterLoader.Load(database).Children.First(c => c.Child.SourceKey == Cpr).Child.Id;
        Assert.True(Erasures.Of(database, child).Keys > 3);
        ErasureTests.Erase(database, child);
        Assert.Equal(0, Erasures.Of(database, child).Keys);
        Assert.Equal([], Replay.Check(database).Differences);
        var file = RegisterLoader.Load(database).Children.First(c => c.Child.Id == child);
        Assert.StartsWith("[slettet] ", file.Child.SourceKey, StringComparison.Ordinal);
        Assert.All(file.Cases, c => Assert.StartsWith("[slettet] ", c.SourceKey, StringComparison.Ordinal));
        using (var link = database.Open(raw: true))
            foreach (var kind in FactKinds.All.Where(k => k.IsAboutAChild))
                Assert.Equal(
                    0,
                    link.Number(
                        $"SELECT count(*) FROM {Engine.Link.Q(kind.Table)} WHERE {Engine.Link.Q(kind.ChildColumn!)} = $1 "
                            + $"AND length(\"SourceKey\") > {SourceKeys.HashLength}",
                        child
                    )
                );
        // What is corrected since carries on what is left of the key.
        database.Journal.Act(
            new("correct-child", "anna", child),
            (facts, _) =>
            {
                var now = (ChildFact)facts.Find(FactKinds.Child, child)!.Copy();
                now.Protected = !now.Protected;
                return new Corrected(FactKinds.Child, now);
            }
        );
        Assert.Equal([], Replay.Check(database).Differences);
        Assert.Equal(0, Erasures.Of(database, child).Keys);
        // The source still tells of the child: it is the same one, and nothing of it comes back.
        var same = Import(database, Extract);
        Assert.True(same.ChangesNothing);
        Assert.Equal(3, RegisterLoader.Load(database).Children.Count);
        // Nor is it missed where the source no longer tells of it.
        var without = Directory.CreateDirectory(Path.Combine(Folder, "uden")).FullName;
        foreach (var csv in Directory.GetFiles(Extract, "*.csv"))
            File.WriteAllLines(
                Path.Combine(without, Path.GetFileName(csv)),
                File.ReadLines(csv)
                    .Where(l => !l.Contains(Cpr, StringComparison.Ordinal) && !l.StartsWith("sags-noegle-s1;m", StringComparison.Ordinal))
            );
        var plan = Importing.Prepare(database, new FolderSource(without)).Plan!;
        Assert.DoesNotContain(plan.Vanished, v => v.Table == "boern");
        // What somebody puts back is found.
        Raw(database, "UPDATE child SET \"SourceKey\" = $1 WHERE \"Id\" = $2", Token(database, Cpr), child);
        Assert.Contains(
            Replay.Check(database).Differences,
            d => d.What.Contains("was erased by an entry, and is there", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_key_that_came_back_with_an_older_backup_is_erased_again_before_anybody_reads()
    {
        var database = Imported();
        var backup = Path.Combine(Folder, "kopi.zip");
        Backup.To(database, backup);
        var child = RegisterLoader.Load(database).Children.First(c => c.Child.SourceKey == Cpr).Child.Id;
        ErasureTests.Erase(database, child);
        var elsewhere = Directory.CreateDirectory(Path.Combine(Folder, "elsewhere")).FullName;
        File.Copy(Erasures.FileOf(Folder), Erasures.FileOf(elsewhere));
        var target = Provider == Provider.Sqlite ? null : NewPostgres();
        Restoring.From(backup, elsewhere, target);
        using (var restored = Database.Open(target, elsewhere))
        {
            var register = RegisterLoader.Load(restored);
            Assert.StartsWith("[slettet] ", register.Children.First(c => c.Child.Id == child).Child.SourceKey, StringComparison.Ordinal);
            Assert.Equal([], Replay.Check(restored).Differences);
        }
        using var again = Database.Open(target, elsewhere);
        Assert.Equal([], Replay.Check(again).Differences);
    }

    sealed class ByHand : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }

    /// <summary>Makes of a database what a program from before the sealing would have left: keys in clear in tables and events.</summary>
    static void InClear(Database database)
    {
        using var link = database.Open(raw: true);
        var clear = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var kind in FactKinds.All)
        {
            var some = new List<(long Id, long No, string Key)>();
            using (
                var rows = link.Query(
                    $"SELECT \"Id\", \"RecordedIn\", \"SourceKey\" FROM {Engine.Link.Q(kind.Table)} WHERE \"SourceKey\" IS NOT NULL"
                )
            )
                while (rows.Next())
                    some.Add((rows.Long(0), rows.Long(1), rows.Text(2)));
            foreach (var (id, no, token) in some)
            {
                var key = clear[SourceKeys.HashOf(token)] = database.Keys.Sources.Open(kind, token);
                link.Execute(
                    $"UPDATE {Engine.Link.Q(kind.Table)} SET \"SourceKey\" = $1 WHERE \"Id\" = $2 AND \"RecordedIn\" = $3",
                    key,
                    id,
                    no
                );
            }
        }
        using var hash = new EntryHash(database.Keys);
        var previous = new byte[32];
        for (var no = 1L; no <= link.Number("SELECT \"No\" FROM journal_head"); no++)
        {
            byte[] own;
            string events;
            using (
                var rows = link.Query(
                    "SELECT \"At\", \"Author\", \"Intent\", \"ChildId\", \"ImportId\", \"Token\", \"ReasonTextId\", \"Events\", \"Ties\" FROM "
                        + "journal_entry WHERE \"No\" = $1",
                    no
                )
            )
            {
                rows.Next();
                events = rows.Text(7);
                foreach (var (hashed, key) in clear)
                    events = events.Replace($"\"SourceKey\":\"{hashed}\"", $"\"SourceKey\":\"{key}\"", StringComparison.Ordinal);
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
                    Encoding.UTF8.GetBytes(events),
                    rows.Bytes(8)
                );
            }
            link.Execute(
                "UPDATE journal_entry SET \"Events\" = $1, \"PrevHash\" = $2, \"Hash\" = $3 WHERE \"No\" = $4",
                events,
                previous,
                own,
                no
            );
            previous = own;
        }
        link.Execute("UPDATE journal_head SET \"Hash\" = $1", previous);
        link.Script("DELETE FROM keys_sealed; INSERT INTO keys_sealed (\"Row\", \"No\") VALUES (0, 0)");
    }

    [Fact]
    public void An_older_database_is_brought_over_when_it_is_opened_and_what_was_kept_of_it_elsewhere_still_holds()
    {
        var elsewhere = Path.Combine(Directory.CreateTempSubdirectory("spor-point-").FullName, "punkt.json");
        using (var database = Imported())
        {
            InClear(database);
            Checkpoint.Take(database).WriteTo(elsewhere);
        }
        File.Delete(Path.Combine(Folder, "checkpoint.json"));
        using (var old = Database.Open(Spec, Folder))
        {
            Assert.Equal([], Found(old, Files));
            Assert.Equal([], Replay.Check(old).Differences);
            Assert.Empty(Checkpoint.Read(old, elsewhere).Missing(old));
            Assert.Equal(
                ["6511052468", Cpr, "barn-nummer-to"],
                RegisterLoader.Load(old).Children.Select(c => c.Child.SourceKey).Order(StringComparer.Ordinal)
            );
            Sample.Enter(old);
            Assert.Equal([], Replay.Check(old).Differences);
            // Somebody who changes an entry finds no help in what was brought over.
            Raw(old, "UPDATE journal_entry SET \"Author\" = 'bo' WHERE \"No\" = 2");
            Assert.Contains(Replay.Check(old).Differences, d => d.Where == "entry 2");
            Raw(old, "UPDATE journal_entry SET \"HashBefore\" = \"PrevHash\" WHERE \"No\" = 3");
            Assert.Contains(Replay.Check(old).Differences, d => d.Where == "keys");
            Raw(old, "DELETE FROM keys_sealed");
            Assert.Contains(Replay.Check(old).Differences, d => d is { Where: "keys", What: "where they were sealed is gone" });
        }
        Directory.Delete(Path.GetDirectoryName(elsewhere)!, recursive: true);
    }

    [Fact]
    public void A_record_that_was_brought_over_or_erased_since_is_cut_at_an_earlier_time_and_still_holds_together()
    {
        var time = new ByHand { Now = new(2026, 11, 30, 8, 0, 0, TimeSpan.Zero) };
        long child;
        using (var database = Database.Open(Spec, Folder, time))
        {
            Import(database, Extract);
            child = RegisterLoader.Load(database).Children.First(c => c.Child.SourceKey == Cpr).Child.Id;
            time.Now += TimeSpan.FromHours(1);
            Sample.Enter(database);
            InClear(database);
        }
        File.Delete(Path.Combine(Folder, "checkpoint.json"));
        var backup = Path.Combine(Folder, "kopi.zip");
        using (var database = Database.Open(Spec, Folder, time))
        {
            time.Now += TimeSpan.FromHours(1);
            ErasureTests.Erase(database, child);
            Assert.Equal([], Replay.Check(database).Differences);
            Backup.To(database, backup);
        }
        var target = Provider == Provider.Sqlite ? null : NewPostgres();
        var elsewhere = Path.Combine(Folder, "elsewhere");
        Assert.True(Restoring.From(backup, elsewhere, target, to: new(2026, 11, 30, 8, 30, 0, DateTimeKind.Utc)).Checked);
        using var restored = Database.Open(target, elsewhere, time);
        Assert.Equal([], Replay.Check(restored).Differences);
        Assert.StartsWith(
            "[slettet] ",
            RegisterLoader.Load(restored).Children.First(c => c.Child.Id == child).Child.SourceKey,
            StringComparison.Ordinal
        );
        Assert.Equal(3, RegisterLoader.Load(restored).Children.Count);
    }

    [Theory]
    [InlineData("UPDATE journal_entry SET \"Author\" = 'bo' WHERE \"No\" = 3", "entry 3", "is not what its hash was made of")]
    [InlineData("UPDATE journal_entry SET \"Hash\" = \"PrevHash\" WHERE \"No\" = 3", "entry 4", "does not hold the hash")]
    [InlineData("UPDATE journal_head SET \"Hash\" = (SELECT \"PrevHash\" FROM journal_entry WHERE \"No\" = 3)", "head", "does not hold")]
    [InlineData("UPDATE child SET \"BornOn\" = '2000-01-01'", "child", "differs")]
    [InlineData("UPDATE child SET \"SourceKey\" = 'et-andet-barn' WHERE \"SourceKey\" = 'barn-nummer-to'", "child", "differs")]
    [InlineData("UPDATE text SET \"Body\" = NULL", "text", "is empty, and no entry erased it")]
    public void What_somebody_changed_in_an_older_database_is_not_signed_when_it_is_brought_over(string sql, string where, string what)
    {
        using (var database = Imported())
        {
            InClear(database);
            using var link = database.Open(raw: true);
            link.Script(sql);
        }
        using var old = Database.Open(Spec, Folder);
        Assert.Contains(
            Replay.Check(old).Differences,
            d => d.Where.StartsWith(where, StringComparison.Ordinal) && d.What.Contains(what, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void What_the_program_before_wrote_is_brought_over_matched_moved_and_stays_erased()
    {
        var folder = Path.Combine(Folder, "gammel");
        Directory.CreateDirectory(folder);
        foreach (var name in new[] { "spor.db", "keys.json", "checkpoint.json", "erased.jsonl", "acknowledged" })
            File.Copy(Path.Combine(Fixture(), name), Path.Combine(folder, name));
        Assert.Throws<OlderSchemaException>(() => Database.OpenAsIs(null, folder));
        using (var old = Database.Open(null, folder))
        {
            Assert.Equal([], Found(old, Directory.GetFiles(folder)));
            Assert.Equal([], Replay.Check(old).Differences);
            Assert.Empty(Checkpoint.Read(old, Path.Combine(Fixture(), "punkt.json")).Missing(old));
            // The child that was erased is still known to the source, and its key is not readable any more.
            Assert.Equal(
                ["6511052468", "[", "barn-nummer-to"],
                RegisterLoader
                    .Load(old)
                    .Children.Select(c => c.Child.SourceKey!.StartsWith("[slettet]", StringComparison.Ordinal) ? "[" : c.Child.SourceKey)
                    .Order(StringComparer.Ordinal)
            );
        }
        // As it is after a move to the database that is tested.
        var to = Path.Combine(Folder, "ny");
        var target = Provider == Provider.Sqlite ? null : NewPostgres();
        Moving.To(null, folder, to, target);
        using var moved = Database.Open(target, to);
        Assert.Equal([], Replay.Check(moved).Differences);
        Assert.Empty(Checkpoint.Read(moved, Path.Combine(Fixture(), "punkt.json")).Missing(moved));
        Assert.Equal([], Found(moved, Directory.GetFiles(to)));
        var same = Import(moved, Extract);
        Assert.Equal([], same.Files.Where(f => f.New + f.Changed + f.Vanished + f.Conflicts > 0).Select(f => f.File));
        Assert.True(same.ChangesNothing);
        using (var link = moved.Rent())
            Assert.Equal(
                0,
                link.Number(
                    "SELECT count(*) FROM text WHERE \"Body\" IS NOT NULL AND \"Id\" IN (SELECT \"TextId\" FROM child WHERE \"Id\" = 49)"
                )
            );
    }
}

/// <summary>A backup that the program before took, restored by this one.</summary>
public sealed class OldBackupTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("spor-old-backup-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void An_older_backup_is_brought_over_when_it_is_opened_and_erased_again_by_a_list_of_that_time()
    {
        var backup = Path.Combine(SourceKeyTests.Fixture(), "kopi.zip");
        File.Copy(Path.Combine(SourceKeyTests.Fixture(), "erased.jsonl"), Erasures.FileOf(folder));
        Assert.True(Restoring.From(backup, folder).Checked);
        using var restored = Database.Open(null, folder);
        Assert.Equal([], Replay.Check(restored).Differences);
        using var link = restored.Rent();
        Assert.Equal(0, link.Number("SELECT count(*) FROM text WHERE \"Body\" IS NOT NULL AND \"ChildId\" = 49"));
        Assert.NotEqual(0, link.Number("SELECT count(*) FROM text WHERE \"Body\" IS NOT NULL AND \"ChildId\" = 50"));
        Assert.Equal(-1, File.ReadAllBytes(Database.DefaultFile(folder)).AsSpan().IndexOf("barn-nummer-to"u8));
    }

    [Fact]
    public void An_older_backup_is_cut_where_it_is_asked_to_end()
    {
        var backup = Path.Combine(SourceKeyTests.Fixture(), "kopi.zip");
        Assert.Throws<NothingBeforeException>(() => Restoring.From(backup, folder, to: new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc)));
        Assert.True(Restoring.From(backup, folder, to: new(2026, 12, 1, 0, 0, 0, DateTimeKind.Utc)).Checked);
        using var restored = Database.Open(null, folder);
        Assert.Equal(9, restored.HeadNo);
        Assert.Equal([], Replay.Check(restored).Differences);
    }
}
