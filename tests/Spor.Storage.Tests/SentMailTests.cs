namespace Spor.Storage.Tests;

public sealed class SentMailOnSqlite() : SentMailTests(Provider.Sqlite);

public sealed class SentMailOnPostgres() : SentMailTests(Provider.Postgres);

public abstract class SentMailTests(Provider provider) : OnADatabase(provider)
{
    static readonly DateTime Now = new(2026, 11, 2, 8, 0, 0, DateTimeKind.Utc);
    static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15),
        Soon = TimeSpan.FromMinutes(2);

    static string? Claim(SentMail sent, DateTime at, params string[] standing) => sent.Claim(3, standing, at, at - Quarter, at - Soon);

    [Fact]
    public void One_of_several_gets_to_send_and_one_that_was_not_ended_is_sent_again_with_its_own_number()
    {
        var database = Open();
        var sent = new SentMail(database);
        var ids = new string?[8];
        Parallel.For(0, ids.Length, i => ids[i] = Claim(new SentMail(database), Now, "a", "b"));
        var id = Assert.Single(ids, i => i is not null)!;
        Assert.Equal(["a", "b"], sent.All().Single().Sending!.Order());
        // Whoever took it was killed: it waits a little, and then it is the same mail, also where more has come up.
        Assert.Null(Claim(sent, Now.AddMinutes(1), "a", "b", "c"));
        Assert.Equal(id, Claim(sent, Now.AddMinutes(3), "a", "b", "c"));
        sent.Failed(3, id, "Silent");
        Assert.Equal(("Silent", 2), (sent.All().Single().Fault, sent.All().Single().Tries));
        sent.Went(3, id, Now.AddMinutes(4));
        var row = sent.All().Single();
        Assert.Equal((null, null, null, 0), (row.MailId, row.Sending, row.Fault, row.Tries));
        Assert.Equal(["a", "b"], row.Told.Order());
        Assert.Equal(Now.AddMinutes(4), row.SentAt);
        // The next goes when the time between two has passed.
        Assert.Null(Claim(sent, Now.AddMinutes(18), "c"));
        var next = Claim(sent, Now.AddMinutes(19), "c");
        Assert.NotNull(next);
        Assert.NotEqual(id, next);
        // What an earlier one came to says nothing of this one.
        sent.Went(3, id, Now.AddMinutes(20));
        Assert.Equal(next, sent.All().Single().MailId);
        sent.Drop(3);
        Assert.Null(sent.All().Single().MailId);
        Assert.Equal(0, database.HeadNo);
    }
}
