using System.Collections.Concurrent;
using Spor.Cases;
using Spor.Facts;
using Spor.Storage.Engine;

namespace Spor.Storage.Facts;

/// <summary>
/// The journal notes' texts, opened once and kept in memory for searching. A note never changes, so what is opened stays true; a text that was
/// erased is dropped when it is next asked for by a fresh process.
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
}
