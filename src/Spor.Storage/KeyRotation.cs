using Spor.Storage.Engine;

namespace Spor.Storage;

/// <param name="Key">The number of the key that everything is sealed with now.</param>
/// <param name="Texts">How many texts, drafts and boxes of surveys were sealed anew.</param>
public sealed record KeysRotated(byte Key, long Texts);

/// <summary>
/// Seals everything with a new key while others go on working: a short transaction for each handful, and every process opens with both keys
/// meanwhile. The keyed hashes of the texts, and so the journal's chain, are of the text and not of its seal, so they stay.
/// </summary>
public static class KeyRotation
{
    const int AtATime = 500;

    /// <exception cref="StorageException">The database could not be written. What is sealed anew stays so, and running it again goes
    /// on.</exception>
    public static KeysRotated Run(Database database)
    {
        try
        {
            var key = database.Keys.AddKey();
            long sealedAnew = 0;
            // Another process may seal with the old key until it has seen the new one, so the last round is one that found nothing.
            for (var last = -1L; last != 0; )
            {
                if (last > 0)
                    Thread.Sleep(TimeSpan.FromSeconds(1.1));
                sealedAnew += last = Texts(database) + Drafts(database) + SurveyBoxes.Reseal(database);
            }
            return new(key, sealedAnew);
        }
        catch (Exception e) when (Faults.Typed(e) is { } typed && typed != e)
        {
            throw typed;
        }
    }

    static long Texts(Database database)
    {
        using var link = database.Open();
        long at = 0,
            done = 0;
        while (true)
        {
            var some = new List<(long Id, byte[] Body)>();
            using (
                var rows = link.Query(
                    "SELECT \"Id\", \"Body\" FROM text WHERE \"Id\" > $1 AND \"Body\" IS NOT NULL ORDER BY \"Id\" LIMIT $2",
                    at,
                    (long)AtATime
                )
            )
                while (rows.Next())
                    some.Add((rows.Long(0), rows.Bytes(1)));
            if (some.Count == 0)
                return done;
            at = some[^1].Id;
            var changed = some.Select(t => (t.Id, t.Body, Anew: database.Keys.Resealed(t.Id, t.Body)))
                .Where(t => t.Anew is not null)
                .ToList();
            if (changed.Count == 0)
                continue;
            link.Begin(write: true);
            // One that was erased meanwhile stays erased.
            foreach (var (id, body, anew) in changed)
                done += link.Execute("UPDATE text SET \"Body\" = $1 WHERE \"Id\" = $2 AND \"Body\" = $3", anew, id, body);
            link.Commit();
        }
    }

    static long Drafts(Database database)
    {
        using var link = database.Open();
        var all = new List<(string Author, string Form, byte[] Body)>();
        using (var rows = link.Query("SELECT \"Author\", \"Form\", \"Body\" FROM draft"))
            while (rows.Next())
                all.Add((rows.Text(0), rows.Text(1), rows.Bytes(2)));
        long done = 0;
        foreach (var (author, form, body) in all)
            if (database.Keys.Resealed(Storage.Drafts.Binding(database.Keys, author, form), body) is { } anew)
                done += link.Execute(
                    "UPDATE draft SET \"Body\" = $1 WHERE \"Author\" = $2 AND \"Form\" = $3 AND \"Body\" = $4",
                    anew,
                    author,
                    form,
                    body
                );
        return done;
    }
}
