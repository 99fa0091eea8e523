using Spor.Storage.Engine;

namespace Spor.Storage;

/// <summary>What an employee was told by e-mail, and what is on its way.</summary>
/// <param name="Told">What stood when the last e-mail went (keyed hashes).</param>
/// <param name="Sending">What the e-mail that is on its way tells of; null if none is.</param>
/// <param name="MailId">Its number, the same each time it is tried.</param>
/// <param name="Fault">Why it could not be sent the last time it was tried; null if it could.</param>
public sealed record MailRow(
    long Employee,
    IReadOnlySet<string> Told,
    IReadOnlySet<string>? Sending,
    string? MailId,
    DateTime? SentAt,
    DateTime? TriedAt,
    long Tries,
    string? Fault
);

/// <summary>
/// What has been sent by e-mail to whom. It is written down that one is on its way before it is sent, and that it went when the server has
/// taken it: a process that is killed between the two sends it once more with the same number. Of several processes one gets to send it. It
/// is no part of the record, and holds no name, no address and no number of a child.
/// </summary>
public sealed class SentMail(Database database)
{
    const string Columns = "\"Employee\", \"Told\", \"Sending\", \"MailId\", \"SentAt\", \"TriedAt\", \"Tries\", \"Fault\"";

    public IReadOnlyList<MailRow> All()
    {
        using var link = database.Rent();
        using var rows = link.Query($"SELECT {Columns} FROM mail_sent ORDER BY \"Employee\"");
        var found = new List<MailRow>();
        while (rows.Next())
            found.Add(
                new(
                    rows.Long(0),
                    Set(rows.Text(1)),
                    rows.MaybeText(2) is { } sending ? Set(sending) : null,
                    rows.MaybeText(3),
                    rows.IsNull(4) ? null : rows.Instant(4),
                    rows.IsNull(5) ? null : rows.Instant(5),
                    rows.Long(6),
                    rows.MaybeText(7)
                )
            );
        return found;
    }

    /// <summary>A thing as it is kept: nobody can tell what it was.</summary>
    public string KeyOf(string what) =>
        database.Keys.Hash("mail|" + what).ToString("x16", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Takes it upon oneself to send an e-mail.</summary>
    /// <param name="standing">What it tells of. One that is on its way already tells of what it did.</param>
    /// <param name="sentBefore">The last one went no later than this.</param>
    /// <param name="triedBefore">The one on its way was tried no later than this.</param>
    /// <returns>Its number; null if it is not time, or another process has taken it.</returns>
    public string? Claim(long employee, IEnumerable<string> standing, DateTime now, DateTime sentBefore, DateTime triedBefore)
    {
        string? taken = null;
        database.Write(link =>
        {
            using var rows = link.Query(
                """
                INSERT INTO mail_sent ("Employee", "Told", "Sending", "MailId", "SentAt", "TriedAt", "Tries", "Fault")
                VALUES ($1, '', $2, $3, NULL, $4, 1, NULL)
                ON CONFLICT ("Employee") DO UPDATE SET
                    "Sending" = COALESCE(mail_sent."Sending", excluded."Sending"),
                    "MailId" = COALESCE(mail_sent."MailId", excluded."MailId"),
                    "TriedAt" = excluded."TriedAt",
                    "Tries" = mail_sent."Tries" + 1
                WHERE (mail_sent."MailId" IS NULL AND (mail_sent."SentAt" IS NULL OR mail_sent."SentAt" <= $5))
                    OR (mail_sent."MailId" IS NOT NULL AND mail_sent."TriedAt" <= $6)
                RETURNING "MailId"
                """,
                employee,
                string.Join(' ', standing.Order(StringComparer.Ordinal)),
                Guid.NewGuid().ToString("N"),
                now,
                sentBefore,
                triedBefore
            );
            taken = rows.Next() ? rows.Text(0) : null;
        });
        return taken;
    }

    /// <summary>The server has taken it.</summary>
    public void Went(long employee, string mail, DateTime now) =>
        database.Write(link =>
            link.Execute(
                """
                UPDATE mail_sent SET "Told" = COALESCE("Sending", "Told"), "Sending" = NULL, "MailId" = NULL, "SentAt" = $1, "Tries" = 0,
                "Fault" = NULL WHERE "Employee" = $2 AND "MailId" = $3
                """,
                now,
                employee,
                mail
            )
        );

    /// <summary>It could not be sent; it is tried again.</summary>
    public void Failed(long employee, string mail, string fault) =>
        database.Write(link =>
            link.Execute("UPDATE mail_sent SET \"Fault\" = $1 WHERE \"Employee\" = $2 AND \"MailId\" = $3", fault, employee, mail)
        );

    /// <summary>What it would have told of is done: it is not sent any more.</summary>
    public void Drop(long employee) =>
        database.Write(link =>
            link.Execute(
                "UPDATE mail_sent SET \"Sending\" = NULL, \"MailId\" = NULL, \"Tries\" = 0, \"Fault\" = NULL WHERE \"Employee\" = $1",
                employee
            )
        );

    static HashSet<string> Set(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
