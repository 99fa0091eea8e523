using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Spor.Storage.Tests;

public sealed class AccessLogOnSqlite() : AccessLogTests(Provider.Sqlite);

public sealed class AccessLogOnPostgres() : AccessLogTests(Provider.Postgres);

/// <summary>The log of who looked: written before anybody sees, and true afterwards.</summary>
public abstract class AccessLogTests(Provider provider) : OnADatabase(provider)
{
    Engine.Link Behind(Database database) =>
        Provider == Provider.Sqlite ? new Engine.SqliteLink(AccessLog.FileOf(database), create: false) : database.Open();

    void Silently(Database database, string sql)
    {
        using var link = Behind(database);
        link.Script(sql);
    }

    /// <summary>A log of some looks, closed, so that its head is anchored.</summary>
    async Task<Database> Looked(int looks = 30)
    {
        var database = Open();
        using var log = AccessLog.Open(database);
        for (var i = 1; i <= looks; i++)
            await log.Looked(i % 2 == 0 ? "anna" : "bo", "barn", [i % 5]);
        return database;
    }

    static IReadOnlyList<string> Check(Database database)
    {
        using var log = AccessLog.Open(database);
        return log.Check();
    }

    [Fact]
    public async Task A_look_is_on_disk_when_it_is_said_to_be_and_many_at_once_are_one_group()
    {
        var database = Open();
        using var log = AccessLog.Open(database);
        await log.Looked("anna", "barn", [7]);
        using (var link = Behind(database))
            Assert.Equal(1, link.Number("SELECT count(*) FROM access_log"));
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => log.Looked("bo", "list", [7, 8, i], "distrikt=3")));
        Assert.Equal(201, log.Read()[0].No);
        Assert.Equal([], log.Check());
        Assert.Equal(201, log.OfChild(7).Count);
        Assert.Equal([log.OfPerson("anna")[0].No], log.OfChild(7).Where(l => l.Author == "anna").Select(l => l.No));
        Assert.Equal(["bo", "bo"], log.OfChild(8, take: 2).Select(l => l.Author));
        Assert.Empty(log.OfChild(7, before: log.Read(1, 2)[0].At));
    }

    [Fact]
    public async Task A_look_that_cannot_be_written_is_said_so_and_the_log_says_when_it_can_again()
    {
        var database = Open();
        using var log = AccessLog.Open(database);
        Assert.True(await log.CanWrite());
        Silently(database, "ALTER TABLE access_log RENAME TO elsewhere");
        await Assert.ThrowsAsync<LookNotWrittenException>(() => log.Looked("anna", "barn", [7]));
        Assert.False(await log.CanWrite());
        Silently(database, "ALTER TABLE elsewhere RENAME TO access_log");
        Assert.True(await log.CanWrite());
        Assert.Equal([LookKinds.Again], log.Read().Select(l => l.Kind));
        await log.Looked("anna", "barn", [7]);
        Assert.Equal([], log.Check());
    }

    [Fact]
    public async Task A_row_keeps_the_page_the_reason_and_those_named_beside()
    {
        var database = Open();
        using var log = AccessLog.Open(database);
        await log.Write([
            new("anna", "barn", [7], "plan")
            {
                Also = [9, 8],
                Page = "GET /barn/{child}/plan",
                Why = "eto",
            },
        ]);
        var told = log.Read()[0].Told;
        Assert.Equal([7, 9, 8], told.All);
        Assert.Equal(("plan", "GET /barn/{child}/plan"), (told.Filter, told.Page));
        Assert.Equal(('e', 't', 'o', null), (told.WhyOf(7), told.WhyOf(9), told.WhyOf(8), told.WhyOf(10)));
        Assert.Single(log.OfChild(8));
    }

    [Theory]
    [InlineData("UPDATE access_log SET \"Author\" = 'en anden' WHERE \"No\" = 20", "look 20")]
    [InlineData("UPDATE access_log SET \"At\" = (SELECT \"At\" FROM access_log WHERE \"No\" = 1) WHERE \"No\" = 20", null)]
    [InlineData("DELETE FROM access_log WHERE \"No\" = 12", "look 12 is gone")]
    [InlineData("DELETE FROM access_log WHERE \"No\" BETWEEN 12 AND 14", "looks 12 to 14 are gone")]
    [InlineData("DELETE FROM access_log WHERE \"No\" > 25", "the log ends at look 25, and it once had 30")]
    [InlineData("DELETE FROM access_log", "the log ends at look 0, and it once had 30")]
    [InlineData("DELETE FROM access_log_child WHERE \"Child\" = 3", "the index of children lacks look 3")]
    [InlineData("INSERT INTO access_log_child (\"Child\", \"No\") VALUES (99, 5)", "the index of children differs from look 5")]
    public async Task What_is_changed_behind_the_programs_back_is_found(string change, string? said)
    {
        var database = await Looked();
        Assert.Equal([], Check(database));
        // A moment later, so that the times differ.
        await Task.Delay(3);
        using (var log = AccessLog.Open(database))
            if (said is null)
                await log.Looked("anna", "barn", [1]);
        Silently(database, said is null ? change.Replace("= 20", "= 31", StringComparison.Ordinal) : change);
        Assert.Contains(Check(database), w => w.StartsWith(said ?? "look 31 is not what its hash was made of", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_log_chained_anew_by_somebody_without_the_key_is_found()
    {
        var database = await Looked();
        using (var link = Behind(database))
        {
            link.Execute("DELETE FROM access_log WHERE \"No\" = 30");
            link.Execute("UPDATE access_log SET \"Author\" = 'en anden' WHERE \"No\" = 29");
            var rows = new List<(long No, DateTime At, string Author, string Kind, string Subject)>();
            using (var read = link.Query("SELECT \"No\", \"At\", \"Author\", \"Kind\", \"Subject\" FROM access_log ORDER BY \"No\""))
                while (read.Next())
                    rows.Add((read.Long(0), read.Instant(1), read.Text(2), read.Text(3), read.Text(4)));
            using var chain = new LookChain(null);
            var previous = new byte[32];
            foreach (var row in rows)
            {
                var own = chain.Of(previous, row.No, row.At, row.Author, row.Kind, row.Subject);
                link.Execute("UPDATE access_log SET \"PrevHash\" = $1, \"Hash\" = $2 WHERE \"No\" = $3", previous, own, row.No);
                previous = own;
            }
        }
        // And the anchors with it, as well as somebody without the key can.
        using (var link = database.Open())
            link.Script("DELETE FROM look_anchor");
        Assert.Contains(Check(database), w => w == "the anchor that the log began with is gone");
        Assert.Contains(Check(database), w => w.StartsWith("look 29 is not what its hash was made of", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_anchor_made_without_the_key_is_found()
    {
        var database = await Looked();
        using (var link = database.Open())
            link.Execute("UPDATE look_anchor SET \"No\" = 29 WHERE \"First\" = 0 AND \"No\" = 30");
        Assert.Contains(Check(database), w => w.StartsWith("the anchor at look 29 is not signed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_log_from_before_the_chain_had_a_key_goes_on_and_is_signed_as_it_stood()
    {
        var database = await Looked(0);
        using (var link = database.Open())
            link.Script("DELETE FROM look_anchor");
        KeyFile.Change(Folder, f => f with { LooksBegan = null });
        database = Open();
        using (var link = Behind(database))
        {
            var previous = new byte[32];
            for (var no = 1L; no <= 40; no++)
            {
                var subject = $$"""{"children":[{{no % 5}}],"filter":null}""";
                var at = new DateTime(2026, 1, 1, 8, 0, 0, DateTimeKind.Utc).AddMinutes(no);
                var own = Plain(previous, no, at, "anna", "barn", subject);
                link.Execute("INSERT INTO access_log VALUES ($1, $2, $3, $4, $5, $6, $7)", no, at, "anna", "barn", subject, previous, own);
                previous = own;
            }
        }
        using (var log = AccessLog.Open(database))
        {
            Assert.Equal(8, log.OfChild(3).Count);
            await log.Looked("bo", "barn", [3]);
            Assert.Equal([], log.Check());
            Assert.Equal(41, log.Read()[0].No);
        }
        Silently(database, "UPDATE access_log SET \"Author\" = 'bo' WHERE \"No\" = 7");
        Assert.Contains(Check(database), w => w.StartsWith("look 7 is not what", StringComparison.Ordinal));
    }

    /// <summary>As a version before this one chained.</summary>
    static byte[] Plain(byte[] previous, long no, DateTime at, string author, string kind, string subject)
    {
        using var to = new MemoryStream();
        to.Write(previous);
        to.Write(BitConverter.GetBytes(no));
        to.Write(BitConverter.GetBytes((at.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond));
        foreach (var text in new[] { author, kind, subject })
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            to.Write(BitConverter.GetBytes((long)bytes.Length));
            to.Write(bytes);
        }
        return SHA256.HashData(to.ToArray());
    }

    [Fact]
    public async Task The_head_of_the_log_is_anchored_after_a_thousand_rows_and_at_the_end()
    {
        var database = Open();
        long[] Anchors()
        {
            using var link = database.Open();
            using var rows = link.Query("SELECT \"No\" FROM look_anchor WHERE \"First\" = 0 ORDER BY \"No\"");
            var found = new List<long>();
            while (rows.Next())
                found.Add(rows.Long(0));
            return [.. found];
        }
        using (var log = AccessLog.Open(database))
        {
            await log.Write([.. Enumerable.Range(0, 1000).Select(i => new NewLook("anna", "barn", [i]))]);
            for (var i = 0; i < 200 && Anchors().Length == 0; i++)
                await Task.Delay(25);
            Assert.Equal([1000], Anchors());
            await log.Looked("anna", "barn", [1]);
        }
        Assert.Equal(["1000", "1001"], Anchors().Select(a => a.ToString(CultureInfo.InvariantCulture)));
    }
}
