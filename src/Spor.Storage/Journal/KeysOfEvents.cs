using System.Buffers;
using System.Text;
using System.Text.Json;
using Spor.Exchange.Import;
using Spor.Facts;
using Spor.Storage.Engine;

namespace Spor.Storage.Journal;

/// <summary>
/// Writes the events of a journal that has the source's keys in clear with their hashes, and chains them anew. The old chain is followed on
/// the way: where it did not hold, the new one does not hold either, so nothing that somebody changed is signed.
/// </summary>
static class KeysOfEvents
{
    const int AtATime = 500;

    readonly record struct Changed(long No, string Events, byte[] Previous, byte[] Hash, byte[] Before);

    public static void Seal(Link link, KeyRing keys)
    {
        var start = ChainStart.Read(link);
        var rewriting = new Rewriting(keys);
        using var plain = new EntryHash(null);
        using var keyed = new EntryHash(keys);
        byte[] before = new byte[32],
            now = new byte[32];
        for (long at = 0; ; )
        {
            var some = new List<Changed>(AtATime);
            using (
                var rows = link.Query(
                    """
                    SELECT "No", "At", "Author", "Intent", "ChildId", "ImportId", "Token", "ReasonTextId", "Events", "PrevHash", "Hash", "Ties"
                    FROM journal_entry WHERE "No" > $1 ORDER BY "No" LIMIT $2
                    """,
                    at,
                    (long)AtATime
                )
            )
                while (rows.Next())
                {
                    at = rows.Long(0);
                    var hash = at <= (start?.No ?? 0) ? plain : keyed;
                    byte[] previous = rows.Bytes(9),
                        stored = rows.Bytes(10);
                    var events = rows.Utf8(8).ToArray();
                    byte[] Of(byte[] after, ReadOnlySpan<byte> written) =>
                        hash.Of(
                            after,
                            rows.Long(0),
                            rows.Instant(1),
                            rows.Text(2),
                            rows.Text(3),
                            rows.MaybeLong(4),
                            rows.MaybeLong(5),
                            rows.MaybeText(6),
                            rows.MaybeLong(7),
                            written,
                            rows.IsNull(11) ? [] : rows.Bytes(11)
                        );
                    var sound = Of(previous, events).AsSpan().SequenceEqual(stored);
                    var after = previous.AsSpan().SequenceEqual(before) ? now : previous;
                    var written = rewriting.Of(events);
                    (before, now) = (stored, sound ? Of(after, written) : stored);
                    some.Add(new(at, Encoding.UTF8.GetString(written), after, now, stored));
                    if (start?.No == at && start.Hash.AsSpan().SequenceEqual(stored) && start.IsOurs(keys))
                        start = start.With(keys, now);
                }
            if (some.Count == 0)
                break;
            Write(link, some);
        }
        start?.Keep(link);
        link.Execute("UPDATE journal_head SET \"Hash\" = $1 WHERE \"Hash\" = $2", now, before);
    }

    static void Write(Link link, List<Changed> some)
    {
        if (link is PostgresLink)
        {
            link.Execute(
                """
                UPDATE journal_entry SET "Events" = u.events, "PrevHash" = u.previous, "Hash" = u.hash, "HashBefore" = u.before
                FROM unnest($1, $2, $3, $4, $5) AS u(no, events, previous, hash, before) WHERE "No" = u.no
                """,
                some.ConvertAll(c => c.No).ToArray(),
                some.ConvertAll(c => c.Events).ToArray(),
                some.ConvertAll(c => c.Previous).ToArray(),
                some.ConvertAll(c => c.Hash).ToArray(),
                some.ConvertAll(c => c.Before).ToArray()
            );
            return;
        }
        foreach (var c in some)
            link.Execute(
                "UPDATE journal_entry SET \"Events\" = $1, \"PrevHash\" = $2, \"Hash\" = $3, \"HashBefore\" = $4 WHERE \"No\" = $5",
                c.Events,
                c.Previous,
                c.Hash,
                c.Before,
                c.No
            );
    }

    /// <summary>One list of events after the other, byte for byte but for the key and the source's number of each.</summary>
    sealed class Rewriting(KeyRing keys)
    {
        readonly ArrayBufferWriter<byte> made = new(1 << 12);
        readonly SourceHash numbers = keys.SourceHash();

        public ReadOnlySpan<byte> Of(byte[] events)
        {
            made.ResetWrittenCount();
            try
            {
                Rewrite(events);
                return made.WrittenSpan;
            }
            catch (Exception e) when (Replay.CannotBeReplayed(e))
            {
                // Every check tells of it; as it stands it holds no key that the program wrote.
                return events;
            }
        }

        void Rewrite(ReadOnlySpan<byte> events)
        {
            var reader = new Utf8JsonReader(events);
            FactKind? kind = null;
            var from = 0;
            var sealedNow = false;
            while (reader.Read())
            {
                if (reader is { TokenType: JsonTokenType.StartObject, CurrentDepth: 1 })
                    (kind, sealedNow) = (null, false);
                if (reader is not { TokenType: JsonTokenType.PropertyName, CurrentDepth: 2 })
                    continue;
                var isName = reader.ValueTextEquals("event"u8);
                var isKey = reader.ValueTextEquals("SourceKey"u8);
                var isNumber = reader.ValueTextEquals("SourceHash"u8);
                reader.Read();
                if (isName)
                    kind = EventNames.Find(reader.GetString()!).Kind;
                else if (isKey && reader.TokenType == JsonTokenType.String && kind is not null)
                {
                    var key = reader.GetString()!;
                    made.Write(events[from..(int)reader.TokenStartIndex]);
                    made.Write("\""u8);
                    Encoding.UTF8.GetBytes(SourceKeys.HashOf(keys.Sources.Seal(kind, key)), made);
                    made.Write("\""u8);
                    from = (int)reader.BytesConsumed;
                    sealedNow = true;
                }
                else if (isNumber && sealedNow && reader.TokenType == JsonTokenType.Number && reader.GetInt64() is var number and not 0)
                {
                    made.Write(events[from..(int)reader.TokenStartIndex]);
                    Encoding.UTF8.GetBytes(numbers.Keyed(number).ToString(System.Globalization.CultureInfo.InvariantCulture), made);
                    from = (int)reader.BytesConsumed;
                }
            }
            made.Write(events[from..]);
        }
    }
}
