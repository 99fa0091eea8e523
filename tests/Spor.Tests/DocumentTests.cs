using System.IO.Compression;
using System.Text;
using Spor.Cases;
using Spor.Children;
using Spor.Facts;
using Spor.Kernel;
using Spor.Notifications;

namespace Spor.Tests;

/// <summary>Documents on a case: what they may be about, their versions, and the words in them.</summary>
public class DocumentTests
{
    static readonly DateOnly Today = new(2026, 10, 30);
    static readonly ReceivedFile Letter = new("brev.txt", "text/plain; charset=utf-8", new("Kære Bo"u8.ToArray()));

    static ChildFile File(params ChildsFact[] more) =>
        ChildFile.Build(
            new ChildFact { Id = 7 },
            [new CaseFact { Id = 1, ChildId = 7 }, new JournalNoteFact { Id = 2, ChildId = 7 }, .. more],
            alone: true
        );

    static AddDocuments On(string kind, long id, long? replaces = null, params ReceivedFile[] files) =>
        new(7, kind, id, files, Today, DocumentWay.Received, "Skolen", replaces);

    static List<string> Codes(Decision decision) => [.. decision.Refusals.Select(r => r.Code)];

    static Decision Add(AddDocuments c, ChildFile file)
    {
        var id = 100L;
        return DocumentRules.Add(c, file, Today, () => id++);
    }

    [Fact]
    public void A_document_is_about_something_of_the_childs_own()
    {
        var file = File();
        var added = Add(On("journal-note", 2, null, Letter, Letter), file).Events.Cast<Recorded>().Select(e => e.Fact).ToList();
        Assert.Equal(
            [("journal-note", 2L, "brev.txt", "Skolen")],
            added.OfType<AttachmentFact>().Select(a => (a.AboutKind, a.AboutId, a.FileName!, a.Party!)).Distinct()
        );
        Assert.Equal([100, 102], added.OfType<AttachmentContentFact>().Select(c => c.AttachmentId));
        Assert.Equal(["thing-not-there"], Codes(Add(On("journal-note", 9, null, Letter), file)));
        Assert.Equal(["thing-not-there"], Codes(Add(On("child", 7, null, Letter), file)));
        Assert.Equal(["no-file-chosen", "day-in-future"], Codes(Add(On("case", 1) with { On = Today.AddDays(1) }, file)));
    }

    [Fact]
    public void A_large_file_is_kept_in_pieces_that_are_read_when_they_are_asked_for()
    {
        var bytes = new byte[2 * FileContent.Piece + 17];
        new Random(4).NextBytes(bytes);
        var content = new FileContent(bytes);
        var pieces = Add(On("case", 1, null, Letter with { Content = content }), File())
            .Events.Cast<Recorded>()
            .Select(e => e.Fact)
            .OfType<AttachmentContentFact>()
            .ToList();
        Assert.Equal([0L, 1, 2], pieces.Select(p => p.Part!.Value));
        Assert.Equal(bytes, pieces.SelectMany(p => Convert.FromBase64String(((AttachmentContentFact)p.Copy()).Base64!)));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), content.Sha256);
        // A file of one piece is kept as files always were.
        Assert.Null(
            Add(On("case", 1, null, Letter), File())
                .Events.Cast<Recorded>()
                .Select(e => e.Fact)
                .OfType<AttachmentContentFact>()
                .Single()
                .Part
        );
    }

    [Fact]
    public void A_new_version_stands_beside_the_old_one_which_never_changes()
    {
        var first = new AttachmentFact
        {
            Id = 5,
            ChildId = 7,
            AboutKind = "case",
            AboutId = 1,
        };
        var second = new AttachmentFact
        {
            Id = 6,
            ChildId = 7,
            AboutKind = "case",
            AboutId = 1,
            ReplacesId = 5,
        };
        var added = Add(On("case", 1, 5, Letter), File(first));
        Assert.Equal(5, ((AttachmentFact)((Recorded)added.Events[0]).Fact).ReplacesId);
        Assert.All(added.Events, e => Assert.IsType<Recorded>(e));
        Assert.Equal(["newer-version-there"], Codes(Add(On("case", 1, 5, Letter), File(first, second))));
        Assert.Equal(["one-file-for-a-version"], Codes(Add(On("case", 1, 6, Letter, Letter), File(first, second))));
        Assert.Equal(["thing-not-there"], Codes(Add(On("case", 1, 9, Letter), File(first))));
    }

    [Fact]
    public void The_words_of_a_PDF_file_are_read_and_a_broken_one_has_none()
    {
        // A page as a program writes it: the words stand in the file, in the order of the page, with the letters of the country.
        var page = "BT /F1 12 Tf 72 720 Td (Ida bor hos sin moster p\\345 \\306r\\370.) Tj ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {page.Length} >>\nstream\n{page}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        ];
        var file = new StringBuilder("%PDF-1.4\n");
        var at = new List<int>();
        for (var i = 0; i < objects.Length; i++)
        {
            at.Add(file.Length);
            file.Append(System.Globalization.CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        var xref = file.Length;
        file.Append("xref\n0 6\n0000000000 65535 f \n");
        foreach (var one in at)
            file.Append(System.Globalization.CultureInfo.InvariantCulture, $"{one:D10} 00000 n \n");
        file.Append(System.Globalization.CultureInfo.InvariantCulture, $"trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n{xref}\n%%EOF");
        var content = Encoding.Latin1.GetBytes(file.ToString());
        Assert.True(FileText.Reads("application/pdf"));
        Assert.Contains("Ida bor hos sin moster på Ærø.", FileText.Of("application/pdf", content), StringComparison.Ordinal);
        Assert.Equal("", FileText.Of("application/pdf", content[..200]));
        Assert.Equal("", FileText.Of("application/pdf", [.. "%PDF-1.7\n"u8, .. new byte[5000]]));
    }

    [Fact]
    public void The_words_of_a_Word_file_and_of_a_text_are_read_and_nothing_else_is()
    {
        const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        byte[] Zip(string xml)
        {
            using var memory = new MemoryStream();
            using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
            using (var writer = new StreamWriter(zip.CreateEntry("word/document.xml").Open(), new UTF8Encoding(false)))
                writer.Write(xml);
            return memory.ToArray();
        }
        const string W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
        Assert.Equal(
            "Ærø er glad. Næste",
            FileText
                .Of(
                    Docx,
                    Zip(
                        $"<w:document {W}><w:p><w:r><w:t>Ærø er</w:t></w:r><w:r><w:t xml:space=\"preserve\"> glad.</w:t></w:r></w:p><w:p><w:r><w:t>Næste</w:t></w:r></w:p></w:document>"
                    )
                )
                .Trim()
        );
        Assert.Equal("Kære Bo", FileText.Of("text/plain; charset=utf-8", "Kære Bo"u8.ToArray()));
        Assert.Equal("", FileText.Of("application/pdf", "%PDF-1.4 Kære"u8.ToArray()));
        Assert.Equal("", FileText.Of(Docx, [1, 2, 3]));
        Assert.Equal("", FileText.Of(Docx, Zip("<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>")));
    }
}
