using System.Text.Json;
using Spor.Storage.Engine;

namespace Spor.Storage;

/// <summary>
/// What somebody was typing: a form's fields, sealed, seen by its author alone. A draft is not part of the record: it is overwritten while
/// one types, and gone when the form is saved.
/// </summary>
public sealed class Drafts(Database database)
{
    /// <summary>Fields of one form together at most this long (characters of JSON).</summary>
    public const int Longest = 400_000;

    /// <summary>Somebody keeps at most this many; the oldest goes first.</summary>
    public const int Most = 100;

    /// <param name="form">The form's address, for example <c>/barn/7/undersoegelse/12</c>; never a name.</param>
    /// <returns>False if it was too long to keep.</returns>
    public bool Save(string author, string form, IReadOnlyDictionary<string, string> fields)
    {
        var json = JsonSerializer.Serialize(fields);
        if (json.Length > Longest)
            return false;
        var body = database.Keys.Seal(Binding(author, form), json);
        Write(
            """
            INSERT INTO draft ("Author", "Form", "At", "Body") VALUES ($1, $2, $3, $4)
            ON CONFLICT ("Author", "Form") DO UPDATE SET "At" = excluded."At", "Body" = excluded."Body"
            """,
            author,
            form,
            database.Now(),
            body
        );
        Write(
            """
            DELETE FROM draft WHERE "Author" = $1 AND "Form" NOT IN (SELECT "Form" FROM draft WHERE "Author" = $1 ORDER BY "At" DESC LIMIT $2)
            """,
            author,
            Most
        );
        return true;
    }

    /// <summary>The draft and when it was saved (UTC); null if there is none.</summary>
    public (DateTime At, IReadOnlyDictionary<string, string> Fields)? Find(string author, string form)
    {
        using var link = database.Rent();
        using var rows = link.Query("SELECT \"At\", \"Body\" FROM draft WHERE \"Author\" = $1 AND \"Form\" = $2", author, form);
        if (!rows.Next())
            return null;
        var json = database.Keys.Unseal(Binding(author, form), rows.Bytes(1));
        return (rows.Instant(0), JsonSerializer.Deserialize<Dictionary<string, string>>(json)!);
    }

    /// <summary>The addresses of the forms that an author has drafts of, the latest first.</summary>
    public IReadOnlyList<(string Form, DateTime At)> Of(string author)
    {
        using var link = database.Rent();
        using var rows = link.Query("SELECT \"Form\", \"At\" FROM draft WHERE \"Author\" = $1 ORDER BY \"At\" DESC", author);
        var found = new List<(string, DateTime)>();
        while (rows.Next())
            found.Add((rows.Text(0), rows.Instant(1)));
        return found;
    }

    /// <summary>How long a form is held that came when its sender was signed out already.</summary>
    public static readonly TimeSpan HeldFor = TimeSpan.FromHours(12);

    /// <summary>So many forms are held for somebody at most.</summary>
    const int MostHeld = 20;

    /// <summary>
    /// Holds a form that came when its sender was signed out already, for that person in that browser alone. Somebody else who signs in
    /// there gets nothing, and neither does the same person elsewhere.
    /// </summary>
    /// <param name="browser">The number that the browser alone has.</param>
    /// <returns>False if it was too long to keep.</returns>
    public bool Hold(string person, string browser, string form, IReadOnlyDictionary<string, string> fields)
    {
        var all = HeldOf(person);
        Write("DELETE FROM draft WHERE \"Author\" LIKE $1 AND \"At\" < $2", HeldMark + "%", database.Now() - HeldFor);
        Write(
            """
            DELETE FROM draft WHERE substr("Author", 1, $2) = $1 AND "At" <= COALESCE(
                (SELECT "At" FROM draft WHERE substr("Author", 1, $2) = $1 ORDER BY "At" DESC LIMIT 1 OFFSET $3), $4)
            """,
            all,
            all.Length,
            MostHeld - 1,
            DateTime.UnixEpoch
        );
        return Save(HeldOf(person, browser), form, fields);
    }

    /// <summary>The forms that are held for somebody in a browser, the latest first.</summary>
    public IReadOnlyList<(string Form, DateTime At, IReadOnlyDictionary<string, string> Fields)> Held(string person, string browser)
    {
        var author = HeldOf(person, browser);
        var since = database.Now() - HeldFor;
        return
        [
            .. Of(author)
                .Where(d => d.At >= since)
                .Select(d => (d.Form, Kept: Find(author, d.Form)))
                .Where(d => d.Kept is not null)
                .Select(d => (d.Form, d.Kept!.Value.At, d.Kept.Value.Fields)),
        ];
    }

    /// <summary>A held form has done its work.</summary>
    public void LetGo(string person, string browser, string form) => Forget(HeldOf(person, browser), form);

    const string HeldMark = "ude|";

    static string HeldOf(string person) => HeldMark + person + "|";

    string HeldOf(string person, string browser) =>
        HeldOf(person) + Convert.ToHexStringLower(database.Keys.Mac(System.Text.Encoding.UTF8.GetBytes("held|" + browser)))[..32];

    public void Forget(string author, string form) => Write("DELETE FROM draft WHERE \"Author\" = $1 AND \"Form\" = $2", author, form);

    /// <summary>After two records of one child were merged: what somebody was typing on the one's pages is found on the other's. Where the
    /// same form is begun there too, both stay where they are.</summary>
    public void Follow(long record, long child)
    {
        var from = Erasures.FormsOf(record);
        var to = Erasures.FormsOf(child).Form;
        using var link = database.Rent();
        var kept = new List<(string Author, string Form, DateTime At, byte[] Body)>();
        using (
            var rows = link.Query(
                "SELECT \"Author\", \"Form\", \"At\", \"Body\" FROM draft WHERE \"Form\" = $1 OR \"Form\" LIKE $2",
                from.Form,
                from.Under
            )
        )
            while (rows.Next())
                kept.Add((rows.Text(0), rows.Text(1), rows.Instant(2), rows.Bytes(3)));
        foreach (var (author, form, at, body) in kept)
        {
            var moved = to + form[from.Form.Length..];
            var json = database.Keys.Unseal(Binding(author, form), body);
            Write(
                """
                INSERT INTO draft ("Author", "Form", "At", "Body") VALUES ($1, $2, $3, $4) ON CONFLICT ("Author", "Form") DO NOTHING
                """,
                author,
                moved,
                at,
                database.Keys.Seal(Binding(author, moved), json)
            );
        }
    }

    // A sealed body opens only for its author and its form.
    internal static long Binding(KeyRing keys, string author, string form) => keys.Hash("draft|" + author + "|" + form);

    long Binding(string author, string form) => Binding(database.Keys, author, form);

    void Write(string sql, params object?[] args) => database.Write(link => link.Execute(sql, args));
}
