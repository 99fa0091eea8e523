using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Spor.Storage.Engine;

namespace Spor.Storage;

/// <summary>How long somebody stays signed in: without a request, and at all.</summary>
public sealed record SessionLimits(TimeSpan Idle, TimeSpan Absolute);

/// <summary>Somebody who is signed in.</summary>
/// <param name="Way">How they came in: <c>demo</c>, <c>start</c> (the one-time address) or <c>provider</c>.</param>
/// <param name="FreshAt">When they last proved who they are (UTC).</param>
public sealed record Session(string Person, string Way, DateTime StartedAt, DateTime SeenAt, DateTime FreshAt);

/// <summary>
/// The sessions, kept here and not in the cookie, so that signing out ends them everywhere, at the next request, also for a copy of the
/// cookie. A session is read at every request; that it was seen is written once a minute.
/// </summary>
public sealed class Sessions(Database database, TimeProvider time)
{
    static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    // What is not yet written of who was seen when.
    readonly ConcurrentDictionary<string, DateTime> seen = new(StringComparer.Ordinal);

    DateTime Now
    {
        get
        {
            var now = time.GetUtcNow().UtcDateTime;
            return new(now.Ticks - now.Ticks % TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);
        }
    }

    /// <param name="outside">The provider's own number of the session, by which it can be told to end.</param>
    /// <returns>The number that the cookie holds.</returns>
    /// <param name="freshAt">When the person last proved who they are; now, if not said.</param>
    public string Begin(string person, string way, string? outside = null, DateTime? freshAt = null)
    {
        var number = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var now = Now;
        Write(
            """
            INSERT INTO session ("Id", "Person", "Way", "StartedAt", "SeenAt", "FreshAt", "EndedAt", "Outside")
            VALUES ($1, $2, $3, $4, $4, $5, NULL, $6)
            """,
            IdOf(number),
            person,
            way,
            now,
            freshAt ?? now,
            outside is null ? null : IdOf(outside)
        );
        return number;
    }

    /// <summary>The session of a cookie, if it still runs; it counts as seen now.</summary>
    public Session? Find(string number, SessionLimits limits)
    {
        var id = IdOf(number);
        Session found;
        using (var link = database.Rent())
        {
            using var rows = link.Query(
                """
                SELECT "Person", "Way", "StartedAt", "SeenAt", "FreshAt" FROM session WHERE "Id" = $1 AND "EndedAt" IS NULL
                """,
                id
            );
            if (!rows.Next())
                return null;
            found = new(rows.Text(0), rows.Text(1), rows.Instant(2), rows.Instant(3), rows.Instant(4));
        }
        var now = Now;
        var last = seen.TryGetValue(id, out var here) && here > found.SeenAt ? here : found.SeenAt;
        if (now - last > limits.Idle || now - found.StartedAt > limits.Absolute)
            return null;
        seen[id] = now;
        // An import may hold the database for half a minute. That is no reason to let somebody wait for a page.
        if (now - found.SeenAt > SeenEvery)
            _ = Task.Run(() => TryWrite("UPDATE session SET \"SeenAt\" = $1 WHERE \"Id\" = $2 AND \"SeenAt\" < $1", now, id));
        return found with { SeenAt = last };
    }

    /// <summary>Ends one session: its cookie is worth nothing from now on.</summary>
    public void End(string number) =>
        Write("UPDATE session SET \"EndedAt\" = $1 WHERE \"Id\" = $2 AND \"EndedAt\" IS NULL", Now, IdOf(number));

    /// <summary>Ends all of somebody's sessions, on every machine.</summary>
    public void EndAllOf(string person) =>
        Write("UPDATE session SET \"EndedAt\" = $1 WHERE \"Person\" = $2 AND \"EndedAt\" IS NULL", Now, person);

    /// <summary>Ends those that came in one way.</summary>
    public void EndAllThrough(string way) =>
        Write("UPDATE session SET \"EndedAt\" = $1 WHERE \"Way\" = $2 AND \"EndedAt\" IS NULL", Now, way);

    /// <summary>Ends the sessions that a provider knows by its own number.</summary>
    public void EndOutside(string outside) =>
        Write("UPDATE session SET \"EndedAt\" = $1 WHERE \"Outside\" = $2 AND \"EndedAt\" IS NULL", Now, IdOf(outside));

    /// <summary>The sessions that have not been ended, the latest seen first.</summary>
    public IReadOnlyList<Session> Running(SessionLimits limits)
    {
        using var link = database.Rent();
        using var rows = link.Query(
            """
            SELECT "Person", "Way", "StartedAt", "SeenAt", "FreshAt" FROM session
            WHERE "EndedAt" IS NULL AND "SeenAt" > $1 AND "StartedAt" > $2 ORDER BY "SeenAt" DESC
            """,
            Now - limits.Idle,
            Now - limits.Absolute
        );
        var found = new List<Session>();
        while (rows.Next())
            found.Add(new(rows.Text(0), rows.Text(1), rows.Instant(2), rows.Instant(3), rows.Instant(4)));
        return found;
    }

    /// <summary>Forgets the sessions that were over long ago.</summary>
    public void Sweep(TimeSpan after) => Write("DELETE FROM session WHERE \"SeenAt\" < $1", Now - after);

    // Who reads the database cannot make a cookie of it.
    string IdOf(string number) => Convert.ToHexStringLower(database.Keys.Mac(Encoding.UTF8.GetBytes("session|" + number)));

    void TryWrite(string sql, params object?[] args)
    {
        try
        {
            Write(sql, args);
        }
        catch (Exception e)
            when (Faults.Typed(e) is not null || e is SqliteFaultException or Npgsql.NpgsqlException or ObjectDisposedException)
        {
            // Seen again within a minute.
        }
    }

    void Write(string sql, params object?[] args) => database.Write(link => link.Execute(sql, args));
}
