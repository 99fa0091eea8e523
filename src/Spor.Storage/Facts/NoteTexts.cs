using System.Collections.Concurrent;
using Spor.Cases;
using Spor.Facts;
using Spor.Storage.Engine;
using Spor.Storage.Journal;

namespace Spor.Storage.Facts;

/// <summary>
/// The journal notes' texts, opened once and kept in memory for searching. A note never changes, so what is opened stays true until it is erased, and then it is
/// dropped with the entry that erased it.
/// </summary>
public sealed class NoteTexts(Database database)
{
    readonly ConcurrentDictionary<long, (string? Title, string Body)> opened = new();
    readonly Lock gate = new();
    long upTo;

    /// <summary>A note's title and body; null if it has been erased.</summary>
    public (string? Title, string Body)? Of(JournalNoteFact note) =>
        note.TextId is { } id && opened.TryGetValue(id, out var text) ? text : null;

    /// <summary>Opens the notes written up to an entry that are not opened yet, in one query.</summary>
    public void Refresh(long entryNo)
    {
        if (Volatile.Read(ref upTo) >= entryNo)
            return;
        lock (gate)
        {
            if (upTo >= entryNo)
                return;
            using var link = database.Rent();
            if (upTo > 0)
                ForgetErased(link.Link, entryNo);
            using var rows = link.Query(
                $"""
                SELECT t."Id", t."Body" FROM {Link.Q(FactKinds.JournalNote.Table)} AS n JOIN text AS t ON t."Id" = n."TextId"
                WHERE n."RecordedIn" > $1 AND n."RecordedIn" <= $2 AND n."RetractedIn" IS NULL AND t."Body" IS NOT NULL
                """,
                upTo,
                entryNo
            );
            while (rows.Next())
            {
                var note = new JournalNoteFact();
                FactKinds.JournalNote.UnpackText(note, database.Keys.Unseal(rows.Long(0), rows.Bytes(1)));
                opened[rows.Long(0)] = (note.Title, note.Body ?? "");
            }
            Volatile.Write(ref upTo, entryNo);
        }
    }

    // An erasure does not say which texts it was of.
    void ForgetErased(Link link, long entryNo)
    {
        if (
            link.Number(
                $"SELECT 1 FROM journal_entry WHERE \"No\" > $1 AND \"No\" <= $2 AND \"Intent\" LIKE '{JournalWriter.Erase}%' LIMIT 1",
                upTo,
                entryNo
            )
            is null
        )
            return;
        using var rows = link.Query(
            $"""SELECT t."Id" FROM {Link.Q(FactKinds.JournalNote.Table)} AS n JOIN text AS t ON t."Id" = n."TextId" WHERE t."Body" IS NULL"""
        );
        while (rows.Next())
            opened.TryRemove(rows.Long(0), out _);
    }
}
