using System.Collections.Concurrent;
using Spor.Cases;
using Spor.Facts;
using Spor.Storage.Engine;

namespace Spor.Storage.Facts;

/// <summary>The journal notes' texts, opened for searching. A note never changes, so a snapshot opens those written since the one before
/// it; after an erasure all are opened anew.</summary>
public sealed class NoteTexts
{
    readonly Derived<Opened> derived;

    public NoteTexts(Database database) => derived = new((s, before) => new(database, s.EntryNo, before));

    /// <summary>What can be asked for the notes of a snapshot.</summary>
    /// <exception cref="StorageException">The database could not be read.</exception>
    public Opened Of(Snapshot snapshot) => snapshot.Get(derived);

    /// <summary>The texts of the notes known at an entry.</summary>
    public sealed class Opened
    {
        // Shared with the one before: a note is asked for by somebody who knows of it.
        readonly ConcurrentDictionary<long, (string? Title, string Body)> texts;
        readonly long upTo;

        internal Opened(Database database, long entryNo, Opened? before)
        {
            (texts, upTo) = (before?.texts ?? new(), entryNo);
            using var link = database.Rent();
            using var rows = link.Query(
                $"""
                SELECT t."Id", t."Body" FROM {Link.Q(FactKinds.JournalNote.Table)} AS n JOIN text AS t ON t."Id" = n."TextId"
                WHERE n."RecordedIn" > $1 AND n."RecordedIn" <= $2 AND t."Body" IS NOT NULL
                """,
                before?.upTo ?? 0,
                entryNo
            );
            while (rows.Next())
            {
                var note = new JournalNoteFact();
                FactKinds.JournalNote.UnpackText(note, database.Keys.Unseal(rows.Long(0), rows.Bytes(1)));
                texts[rows.Long(0)] = (note.Title, note.Body ?? "");
            }
        }

        /// <summary>A note's title and body; null if it has been erased.</summary>
        public (string? Title, string Body)? Of(JournalNoteFact note) =>
            note.TextId is { } id && texts.TryGetValue(id, out var text) ? text : null;
    }
}
