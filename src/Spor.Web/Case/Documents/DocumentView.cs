using Spor.Cases;
using Spor.Children;
using Spor.Facts;
using Spor.Kernel;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Documents;

/// <summary>A document of the child's, a file or a letter.</summary>
/// <param name="Way">Came, went, or is the municipality's own.</param>
/// <param name="Earlier">The versions before it, the latest first.</param>
public sealed record DocumentRow(
    string Name,
    string Kind,
    DateOnly? On,
    string Way,
    string Party,
    string About,
    string Href,
    long? AttachmentId,
    IReadOnlyList<AttachmentFact> Earlier
);

/// <summary>The child's documents in one list, and what is looked for in them.</summary>
public sealed class DocumentView
{
    /// <summary>The words of so many bytes are opened for one search at most; the newest first.</summary>
    const long MostOpened = 60 << 20;

    /// <summary>A large file is whole in memory while its words are read, so there is one at a time.</summary>
    static readonly SemaphoreSlim OneLarge = new(1);

    public required IReadOnlyList<DocumentRow> Rows { get; init; }
    public string Term { get; init; } = "";

    /// <summary>Why it is not looked for; null where it is.</summary>
    public string? Problem { get; init; }

    /// <summary>Files whose words nobody can read: pictures, and PDF files that are pictures of pages.</summary>
    public int Unread { get; init; }

    /// <param name="typed">What is looked for; null for nothing.</param>
    public static DocumentView Of(ChildFile file, Viewing viewing, FactReader facts, string? typed)
    {
        var rows = All(file, viewing).ToList();
        if (typed is null)
            return new() { Rows = rows };
        var (term, problem) = SearchTerm.Of(typed);
        var terms = Folded.Terms(term);
        if (problem is not null || terms.Count == 0 || terms.All(t => t.Length < 2))
            return new()
            {
                Rows = rows,
                Term = typed,
                Problem = problem ?? Text.TooShort,
            };
        var (opened, unread) = (0L, 0);
        var found = new List<DocumentRow>();
        foreach (var row in rows)
        {
            var words = $"{row.Name} {row.Kind} {row.Party} {row.About}";
            if (row.AttachmentId is { } id && Array.Find(file.Attachments, a => a.Id == id) is { } a)
            {
                if (!FileText.Reads(a.ContentType) || opened + a.Bytes > MostOpened)
                    unread++;
                else if (WordsOf(a, file.Id, facts) is { } text)
                {
                    opened += a.Bytes;
                    unread += text.Length == 0 ? 1 : 0;
                    words += " " + text;
                }
            }
            else if (row.AttachmentId is null && Array.Find(file.Letters, l => Routes.Letter(file.Id, l.Id) == row.Href) is { } letter)
                words += " " + letter.Body;
            if (Folded.HasAll(Folded.Fold(words), terms))
                found.Add(row);
        }
        return new()
        {
            Rows = found,
            Term = typed,
            Unread = unread,
        };
    }

    /// <summary>Null where the file is gone.</summary>
    static string? WordsOf(AttachmentFact of, long child, FactReader facts)
    {
        if (of.Bytes <= FileContent.Piece)
            return facts.Content(child, of.Id) is { } small ? FileText.Of(of.ContentType, small) : null;
        OneLarge.Wait();
        try
        {
            return facts.Content(child, of.Id) is { } large ? FileText.Of(of.ContentType, large) : null;
        }
        finally
        {
            OneLarge.Release();
        }
    }

    static IEnumerable<DocumentRow> All(ChildFile file, Viewing viewing)
    {
        var files = file
            .Attachments.Where(a => !Array.Exists(file.Attachments, n => n.ReplacesId == a.Id))
            .Select(a => new DocumentRow(
                a.FileName ?? Text.NoName,
                Text.KindOf(a),
                a.On ?? AboutDay(a, file),
                a.Way is { } way ? Text.WayOf(way)
                    : a.AboutKind == FactKinds.Notification.Name ? Text.WayOf(DocumentWay.Received)
                    : "",
                a.Party ?? "",
                Text.AboutOf(a, file),
                $"{Routes.Child(file.Id)}/bilag/{a.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)}",
                a.Id,
                [.. Before(a, file)]
            ));
        var letters = file.Letters.Select(l => new DocumentRow(
            l.Subject ?? Text.Letter,
            Text.Letter,
            l.SentOn ?? l.WrittenOn,
            l.SentOn is null ? Text.Draft : Text.WayOf(DocumentWay.Sent),
            l.Recipient ?? "",
            "",
            Routes.Letter(file.Id, l.Id),
            null,
            []
        ));
        _ = viewing;
        return files.Concat(letters).OrderByDescending(r => r.On ?? DateOnly.MinValue).ThenByDescending(r => r.AttachmentId ?? 0);
    }

    static DateOnly? AboutDay(AttachmentFact a, ChildFile file) =>
        a.AboutKind == FactKinds.Notification.Name ? Array.Find(file.Notifications, n => n.Id == a.AboutId)?.ReceivedOn : null;

    static IEnumerable<AttachmentFact> Before(AttachmentFact of, ChildFile file)
    {
        var at = of.ReplacesId;
        while (at is { } id && Array.Find(file.Attachments, a => a.Id == id) is { } earlier)
        {
            yield return earlier;
            // A row that names itself would go round for ever.
            at = earlier.ReplacesId < earlier.Id ? earlier.ReplacesId : null;
        }
    }
}
