using System.IO.Compression;
using Spor.Cases;
using Spor.Exchange.Import;
using Spor.Exchange.Office;
using Spor.Facts;
using Spor.Kernel;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.FileAccess;

/// <summary>The record as one package: the register of documents, the record itself with what is blacked out gone, and the files that were
/// chosen.</summary>
static class RecordPackage
{
    /// <summary>The fields of the form: what is left out, whom to black out, and further words, a line each.</summary>
    public const string With = "med",
        Hide = "sloer",
        More = "ord";

    public static IResult Fetch(
        long child,
        long id,
        IFormCollection posted,
        Viewing viewing,
        ChildReader reader,
        FactReader facts,
        SporOptions options
    ) =>
        AnswerForm.With(
            child,
            id,
            viewing,
            reader,
            (state, file, request) =>
            {
                var with = posted[With].ToHashSet();
                var hide = posted[Hide].ToHashSet();
                var blackout = new Blackout([
                    .. ThirdParty.Of(file, state, viewing).Where(p => hide.Contains(p.Key)).SelectMany(p => p.Words),
                    .. posted[More].ToString().Split('\n'),
                ]);
                var items = RecordItem.Of(file, viewing);
                viewing.Log.Looked(viewing.Viewer.Key, "aktindsigt-pakke", [child], "anmodning=" + Form.Invariant(id));
                var day = Form.Iso(viewing.WorkClock.Today);
                // Put together on the disk, sealed and without a name: the files of a child may be many and large.
                var made = Scratch
                    .Made(
                        OwnFiles.CreateFolder(Path.Combine(options.Database.DataFolder, "uploads")),
                        to => Zip(to, items, with, blackout, request, viewing, facts, child)
                    )
                    .GetAwaiter()
                    .GetResult();
                return Results.File(made, "application/zip", $"aktindsigt-{Form.Invariant(child)}-{day}.zip");
            }
        );

    /// <param name="with">The keys of what is given.</param>
    static async Task Zip(
        Stream to,
        IReadOnlyList<RecordItem> items,
        IReadOnlySet<string?> with,
        Blackout blackout,
        FileAccessFact request,
        Viewing viewing,
        FactReader facts,
        long child
    )
    {
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        Add(zip, "aktliste.docx", Document.Write(Text.RegisterTitle, Register(items, with, blackout, request, viewing)));
        Add(zip, "akter.docx", Document.Write(Text.RecordTitle, Record(items, with, blackout)));
        foreach (var item in items)
            if (item.FileOf is { } file && with.Contains(item.Key) && facts.HasContent(child, file.Id))
            {
                var name = $"bilag/{item.No:000}-{blackout.Of(FileKind.NameOf(file.FileName ?? "bilag"))}";
                await using var entry = await zip.CreateEntry(name).OpenAsync();
                await facts.CopyContent(child, file.Id, entry);
            }
    }

    static List<Block> Register(
        IReadOnlyList<RecordItem> items,
        IReadOnlySet<string?> with,
        Blackout blackout,
        FileAccessFact request,
        Viewing viewing
    ) =>
        [
            new Heading(1, Text.RegisterTitle),
            new Paragraph(Text.RegisterLede(request, viewing.WorkClock.Today, items.Count, items.Count(i => with.Contains(i.Key)))),
            new Grid(
                Text.RegisterTitle,
                [Text.NoCol, Text.DayCol, Text.KindCol, Text.TitleCol, Text.GivenCol],
                [
                    .. items.Select(i =>
                        (IReadOnlyList<string>)
                            [
                                Danish.Number(i.No),
                                i.On is { } on ? Danish.Long(on) : "",
                                i.Kind,
                                blackout.Of(i.Title),
                                with.Contains(i.Key) ? Text.Given : Text.NotGiven,
                            ]
                    ),
                ]
            ),
        ];

    static List<Block> Record(IReadOnlyList<RecordItem> items, IReadOnlySet<string?> with, Blackout blackout)
    {
        List<Block> blocks = [new Heading(1, Text.RecordTitle), new Paragraph(Text.RecordLede(Blackout.Bar))];
        foreach (var item in items.Where(i => with.Contains(i.Key)))
        {
            blocks.Add(new Heading(2, $"{Danish.Number(item.No)}. {blackout.Of(item.Title)}"));
            if (item.Fields.Count > 0)
                blocks.Add(new Fields([.. item.Fields.Select(f => (f.Label, blackout.Of(f.Value)))]));
            if (item.FileOf is not null)
                blocks.Add(new Paragraph(Text.FileApart, Small: true));
        }
        return blocks;
    }

    static void Add(ZipArchive zip, string name, byte[] bytes)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(bytes);
    }
}
