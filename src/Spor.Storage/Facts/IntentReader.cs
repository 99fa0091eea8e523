using System.Globalization;
using Spor.Facts;
using Spor.Storage.Engine;
using Spor.Storage.Journal;

namespace Spor.Storage.Facts;

/// <summary>Entries of one intention, with their reasons opened: the record of something that changes no fact.</summary>
public sealed class IntentReader(Database database)
{
    /// <param name="At">UTC.</param>
    /// <param name="Reason">Null if none was given, or if it was erased.</param>
    public sealed record Entry(long No, DateTime At, string Author, string? Reason);

    /// <summary>The newest first.</summary>
    public IReadOnlyList<Entry> Of(string intent, int take = 200)
    {
        using var link = database.Rent();
        var found = new List<(Entry Entry, long? TextId)>();
        using (
            var rows = link.Query(
                "SELECT \"No\", \"At\", \"Author\", \"ReasonTextId\" FROM journal_entry WHERE \"ImportId\" IS NULL AND "
                    + "\"Intent\" = $1 ORDER BY \"No\" DESC LIMIT $2",
                intent,
                take
            )
        )
            while (rows.Next())
                found.Add((new(rows.Long(0), rows.Instant(1), rows.Text(2), null), rows.MaybeLong(3)));
        var texts = new Dictionary<long, string>();
        var ids = string.Join(
            ',',
            found.Where(f => f.TextId is not null).Select(f => f.TextId!.Value.ToString(CultureInfo.InvariantCulture))
        );
        if (ids.Length > 0)
        {
            using var rows = link.Query($"SELECT \"Id\", \"Body\" FROM text WHERE \"Body\" IS NOT NULL AND \"Id\" IN ({ids})");
            while (rows.Next())
                texts[rows.Long(0)] = database.Keys.Unseal(rows.Long(0), rows.Bytes(1));
        }
        return found.ConvertAll(f => f.TextId is { } id && texts.TryGetValue(id, out var text) ? f.Entry with { Reason = text } : f.Entry);
    }
}
