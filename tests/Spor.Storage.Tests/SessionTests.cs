namespace Spor.Storage.Tests;

public sealed class SessionsOnSqlite() : SessionTests(Provider.Sqlite);

public sealed class SessionsOnPostgres() : SessionTests(Provider.Postgres);

public abstract class SessionTests(Provider provider) : OnADatabase(provider)
{
    static readonly SessionLimits Limits = new(TimeSpan.FromHours(1), TimeSpan.FromHours(10));
    readonly ByHand time = new();

    [Fact]
    public void A_session_runs_until_it_is_left_alone_too_long_or_has_lasted_long_enough()
    {
        var sessions = new Sessions(Open(), time);
        var left = sessions.Begin("anna", "demo");
        Assert.Equal("anna", sessions.Find(left, Limits)!.Person);
        time.Advance(TimeSpan.FromMinutes(61));
        Assert.Null(sessions.Find(left, Limits));
        // Not even a later click wakes it.
        Assert.Null(sessions.Find(left, Limits));

        var used = sessions.Begin("anna", "demo");
        for (var i = 0; i < 20; i++)
        {
            time.Advance(TimeSpan.FromMinutes(30));
            Assert.NotNull(sessions.Find(used, Limits));
        }
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(sessions.Find(used, Limits));
    }

    [Fact]
    public void A_session_that_is_ended_is_ended_everywhere_and_its_number_stands_nowhere()
    {
        var database = Open();
        var sessions = new Sessions(database, time);
        var elsewhere = new Sessions(database, time);
        string one = sessions.Begin("anna", "demo"),
            two = sessions.Begin("anna", "provider", "sid-1"),
            others = sessions.Begin("bo", "start");
        Assert.Equal(3, elsewhere.Running(Limits).Count);
        sessions.End(one);
        Assert.Null(elsewhere.Find(one, Limits));
        Assert.NotNull(elsewhere.Find(two, Limits));
        sessions.EndOutside("sid-1");
        Assert.Null(elsewhere.Find(two, Limits));
        two = sessions.Begin("anna", "demo");
        sessions.EndAllOf("anna");
        Assert.Null(elsewhere.Find(two, Limits));
        Assert.NotNull(elsewhere.Find(others, Limits));
        sessions.EndAllThrough("start");
        Assert.Null(elsewhere.Find(others, Limits));
        Assert.Null(sessions.Find("", Limits));
        using var link = database.Rent();
        using var rows = link.Query("SELECT \"Id\" FROM session");
        while (rows.Next())
            Assert.DoesNotContain(rows.Text(0), new[] { one, two, others });
    }

    sealed class ByHand : TimeProvider
    {
        DateTimeOffset now = new(2026, 11, 2, 8, 0, 0, TimeSpan.Zero);

        public void Advance(TimeSpan by) => now += by;

        public override DateTimeOffset GetUtcNow() => now;
    }
}
