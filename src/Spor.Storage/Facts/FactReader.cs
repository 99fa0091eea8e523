using Spor.Cases;
using Spor.Facts;
using Spor.Storage.Engine;

namespace Spor.Storage.Facts;

/// <summary>Single facts for a page, with their texts opened: a letter, a file's content, a note.</summary>
/// <param name="at">The entry to read at, asked for each time; null = the head.</param>
public sealed class FactReader(Database database, Func<long>? at = null)
{
    /// <summary>The row of an identity, or null.</summary>
    public T? Find<T>(long id)
        where T : Fact
    {
        using var link = database.Rent();
        var facts = Facts(link.Link);
        return facts.Find<T>(id) is { } found ? facts.Opened(found) : null;
    }

    /// <summary>All rows of a kind about a child.</summary>
    public IReadOnlyList<T> OfChild<T>(long childId)
        where T : ChildsFact
    {
        using var link = database.Rent();
        var facts = Facts(link.Link);
        return [.. facts.OfChild<T>(childId).Select(facts.Opened)];
    }

    /// <summary>All rows of a kind about any of some children, in one query, their texts closed (<see cref="Opened"/> opens
    /// those that are shown).</summary>
    public IReadOnlyList<T> OfChildren<T>(IReadOnlyCollection<long> children)
        where T : ChildsFact
    {
        using var link = database.Rent();
        return Facts(link.Link).OfChildren<T>(children);
    }

    /// <summary>All rows of a kind that has no child.</summary>
    public IReadOnlyList<T> All<T>()
        where T : Fact
    {
        using var link = database.Rent();
        var facts = Facts(link.Link);
        return [.. facts.All<T>().Select(facts.Opened)];
    }

    /// <summary>Copies of the register's rows with their texts opened, in one query; the rows themselves stay closed.</summary>
    public IReadOnlyList<T> Opened<T>(IEnumerable<T> rows)
        where T : Fact
    {
        var copies = rows.Select(r => (T)r.Copy()).ToList();
        var byText = copies.Where(c => c.TextId is not null).ToDictionary(c => c.TextId!.Value);
        if (byText.Count == 0)
            return copies;
        using var link = database.Rent();
        using var texts = link.Query(
            $"SELECT \"Id\", \"Body\" FROM text WHERE \"Body\" IS NOT NULL AND \"Id\" IN "
                + $"({string.Join(',', byText.Keys.Select(id => id.ToString(System.Globalization.CultureInfo.InvariantCulture)))})"
        );
        while (texts.Next())
            if (byText.TryGetValue(texts.Long(0), out var copy))
                FactKinds.Of(copy).UnpackText(copy, database.Keys.Unseal(texts.Long(0), texts.Bytes(1)));
        return copies;
    }

    /// <summary>The one row of a kind about a child that is meant, and no other, with its texts opened; or null.</summary>
    public T? FindOfChild<T>(long childId, Func<T, bool> meant)
        where T : ChildsFact
    {
        using var link = database.Rent();
        var facts = Facts(link.Link);
        return facts.OfChild<T>(childId).FirstOrDefault(meant) is { } found ? facts.Opened(found) : null;
    }

    /// <summary>Whether a file's content is there: it was kept, and has not been erased.</summary>
    public bool HasContent(long child, long attachment)
    {
        using var link = database.Rent();
        return Pieces(Facts(link.Link), child, attachment) is [{ TextId: { } text }, ..]
            && link.Number("SELECT 1 FROM text WHERE \"Id\" = $1 AND \"Body\" IS NOT NULL", text) is not null;
    }

    /// <summary>Writes a file's content, a piece at a time.</summary>
    public async Task CopyContent(long child, long attachment, Stream to)
    {
        IReadOnlyList<AttachmentContentFact> pieces;
        using (var link = database.Rent())
            pieces = Pieces(Facts(link.Link), child, attachment);
        foreach (var piece in pieces)
            await to.WriteAsync(Opened(piece));
    }

    /// <summary>A file's content, whole; null if it is not there.</summary>
    public byte[]? Content(long child, long attachment)
    {
        if (!HasContent(child, attachment))
            return null;
        using var whole = new MemoryStream();
        CopyContent(child, attachment, whole).GetAwaiter().GetResult();
        return whole.ToArray();
    }

    static IReadOnlyList<AttachmentContentFact> Pieces(OpenFacts facts, long child, long attachment) =>
        [.. facts.OfChild<AttachmentContentFact>(child).Where(c => c.AttachmentId == attachment).OrderBy(c => c.Part ?? 0)];

    byte[] Opened(AttachmentContentFact piece)
    {
        // A link for each: whoever reads slowly holds none.
        using var link = database.Rent();
        var opened = (AttachmentContentFact)piece.Copy();
        return Facts(link.Link).Opened(opened).Base64 is { } text ? Convert.FromBase64String(text) : [];
    }

    /// <summary>Every child that has ever stood in a family with this one, also in one that either has left since.</summary>
    public IReadOnlyList<long> EverInFamilyOf(long childId)
    {
        using var link = database.Rent();
        var entry = At(link.Link);
        var ids = MergedRecords.In(MergedRecords.Of(link.Link, childId, entry));
        using var rows = link.Query(
            $"""
            SELECT DISTINCT "Id" FROM child WHERE "Id" NOT {ids} AND "RecordedIn" <= $1
            AND "FamilyId" IN (SELECT "FamilyId" FROM child WHERE "Id" {ids} AND "RecordedIn" <= $1 AND "FamilyId" IS NOT NULL) ORDER BY "Id"
            """,
            entry
        );
        var found = new List<long>();
        while (rows.Next())
            found.Add(rows.Long(0));
        return found;
    }

    /// <summary>Every row that has ever stood with a record of a child, by kind and identity.</summary>
    public IReadOnlySet<(FactKind Kind, long Id)> OnceOf(long record)
    {
        using var link = database.Rent();
        return Facts(link.Link).OnceOf(record);
    }

    /// <summary>Who wrote an entry, and when (UTC).</summary>
    public (string Author, DateTime At)? Entry(long no)
    {
        using var link = database.Rent();
        using var rows = link.Query("SELECT \"Author\", \"At\" FROM journal_entry WHERE \"No\" = $1", no);
        return rows.Next() ? (rows.Text(0), rows.Instant(1)) : null;
    }

    /// <summary>Who wrote some entries, when (UTC), and whether it was an import.</summary>
    public IReadOnlyDictionary<long, (string Author, DateTime At, bool Imported)> Entries(IEnumerable<long> nos)
    {
        var found = new Dictionary<long, (string, DateTime, bool)>();
        using var link = database.Rent();
        foreach (var part in nos.Distinct().Chunk(500))
        {
            var list = string.Join(',', part.Select(no => no.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            using var rows = link.Query($"SELECT \"No\", \"Author\", \"At\", \"ImportId\" FROM journal_entry WHERE \"No\" IN ({list})");
            while (rows.Next())
                found[rows.Long(0)] = (rows.Text(1), rows.Instant(2), !rows.IsNull(3));
        }
        return found;
    }

    OpenFacts Facts(Link link) => new(link, database.Keys, At(link));

    long At(Link link) => at?.Invoke() ?? link.Number("SELECT \"No\" FROM journal_head") ?? 0;
}
