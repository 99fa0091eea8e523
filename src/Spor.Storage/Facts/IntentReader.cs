using System.Globalization;
using Spor.Facts;
using Spor.Storage.Engine;
using Spor.Storage.Journal;

namespace Spor.Storage.Facts;

/// <summary>Entries of one intention, with their reasons opened: the record of something that changes no fact. The journal has no index
/// of intentions, so a snapshot looks through the entries since the one before it.</summary>
public sealed class IntentReader
{
    readonly Database database;
    readonly Derived<string, Known> known;

    public IntentReader(Database database)
    {
        this.database = database;
        known = new(8, (s, intent, before) => new(database, intent, s.EntryNo, before));
    }

    /// <param name="At">UTC.</param>
    /// <param name="Reason">Null if none was given, or if it was erased.</param>
    public sealed record Entry(long No, DateTime At, string Author, string? Reason);

    /// <summary>At most <see cref="Most"/>, the newest first.</summary>
    /// <exception cref="StorageException">The database could not be read.</exception>
    public IReadOnlyList<Entry> Of(Snapshot snapshot, string intent)
    {
        var found = snapshot.Get(known, intent).Found;
        var texts = new Dictionary<long, string>();
        var ids = string.Join(
            ',',
            found.Where(f => f.TextId is not null).Select(f => f.TextId!.Value.ToString(CultureInfo.InvariantCulture))
        );
        if (ids.Length > 0)
        {
            using var link = database.Rent();
            using var rows = link.Query($"SELECT \"Id\", \"Body\" FROM text WHERE \"Body\" IS NOT NULL AND \"Id\" IN ({ids})");
            while (rows.Next())
                texts[rows.Long(0)] = database.Keys.Unseal(rows.Long(0), rows.Bytes(1));
        }
        return [.. found.Select(f => f.TextId is { } id && texts.TryGetValue(id, out var text) ? f.Entry with { Reason = text } : f.Entry)];
    }

    public const int Most = 200;

    sealed class Known
    {
        /// <summary>The newest first, their reasons unopened.</summary>
        public IReadOnlyList<(Entry Entry, long? TextId)> Found { get; }
        readonly long upTo;

        public Known(Database database, string intent, long entryNo, Known? before)
        {
            upTo = entryNo;
            var found = new List<(Entry Entry, long? TextId)>();
            using var link = database.Rent();
            using var rows = link.Query(
                "SELECT \"No\", \"At\", \"Author\", \"ReasonTextId\" FROM journal_entry WHERE \"No\" > $1 AND \"No\" <= $2 "
                    + "AND \"ImportId\" IS NULL AND \"Intent\" = $3 ORDER BY \"No\" DESC LIMIT $4",
                before?.upTo ?? 0,
                entryNo,
                intent,
                Most
            );
            while (rows.Next())
                found.Add((new(rows.Long(0), rows.Instant(1), rows.Text(2), null), rows.MaybeLong(3)));
            Found = [.. found.Concat(before?.Found ?? []).Take(Most)];
        }
    }
}
