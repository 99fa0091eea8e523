using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Spor.Cases;
using Spor.Children;
using Spor.Facts;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Web.Case.FileAccess;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Tests;

/// <summary>A request to see the file, from the day it came to the package and the answer.</summary>
public sealed class FileAccessPageTests : IAsyncLifetime
{
    readonly Site site = new();

    public async ValueTask InitializeAsync() => await site.InitializeAsync();

    public async ValueTask DisposeAsync() => await site.DisposeAsync();

    [Fact]
    public async Task The_package_holds_the_whole_record_but_for_what_is_left_out_and_blacked_out_words_are_truly_gone()
    {
        var reader = new ChildReader(site.Database);
        var (state, file, other) = site
            .Overview.Children.Where(c =>
                c.Case is not null
                && c.AssignedTo.Count > 0
                && site.CaseworkerKeys.Contains("medarbejder-" + c.AssignedTo[0])
                && !c.Child.Protected
            )
            .Select(c => (c, File: reader.Read(c.File.Id)!))
            .Select(p =>
                (
                    p.c,
                    p.File,
                    Other: p.File.Of<NetworkPersonFact>()
                        .FirstOrDefault(n =>
                            n.Relation is not (Relation.Mother or Relation.Father) && n.Professional != true && n.HasCustody != true
                        )
                )
            )
            .First(p => p.Other is not null);
        var browser = await site.As("medarbejder-" + state.AssignedTo[0]);
        var child = state.File.Id;
        var (_, form) = await site.Get(browser, FileAccessEndpoints.OfChild(child));
        await site.Post(browser, FileAccessEndpoints.OfChild(child), form, [("AskedBy", "Moren"), ("ReceivedOn", Form.Iso(site.Today))]);
        var request = Assert.Single(reader.Read(child)!.Of<FileAccessFact>());
        var (_, waiting) = await site.Get(browser, "/aktindsigt");
        Assert.NotNull(waiting.QuerySelector($"a[href='{FileAccessEndpoints.One(child, request.Id)}']"));

        var (_, page) = await site.Get(browser, FileAccessEndpoints.One(child, request.Id));
        // Somebody who is neither a parent nor there for their work is suggested.
        Assert.NotNull(page.QuerySelector($"input[name=sloer][value=person-{Form.Invariant(other!.Id)}][checked]"));
        var keys = page.QuerySelectorAll("input[name=med]").Select(i => i.GetAttribute("value")!).ToList();
        Assert.Equal(RecordCount(file), keys.Count);
        var left = keys[^1];
        var bytes = await Package(
            browser,
            page,
            FileAccessEndpoints.One(child, request.Id) + "/pakke",
            [.. keys.SkipLast(1)],
            ["person-" + Form.Invariant(other.Id)],
            ""
        );
        var (register, record) = (Word(bytes, "aktliste.docx"), Word(bytes, "akter.docx"));
        Assert.Contains(Blackout.Bar, record, StringComparison.Ordinal);
        foreach (var word in new[] { other.Name, other.Phone, other.Address, other.Email }.OfType<string>().Where(w => w.Length > 0))
        {
            Assert.DoesNotContain(word, register, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(word, record, StringComparison.OrdinalIgnoreCase);
        }
        Assert.Contains("Nej", register, StringComparison.Ordinal);
        Assert.DoesNotContain($"{keys.Count}. ", record, StringComparison.Ordinal);

        var (_, answered, _) = await site.Post(
            browser,
            FileAccessEndpoints.One(child, request.Id),
            page,
            [("Outcome", "en del af sagen"), ("Reason", "Oplysninger om andre"), ("AnsweredOn", Form.Iso(site.Today))]
        );
        Assert.Contains("en del af sagen", answered.QuerySelector("#anmodninger")!.TextContent, StringComparison.Ordinal);
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Theory]
    [InlineData("Karen Holm ringede. Karens bror, KAREN HOLM, og Karenina.", "█████ ringede. █████ bror, █████, og Karenina.")]
    [InlineData("Ring 22 33 44 55 til mor", "Ring █████ til mor")]
    [InlineData("Karen\n  Holm bor her", "█████ bor her")]
    public void A_word_goes_in_every_form_it_stands_in_and_takes_no_other_with_it(string text, string said) =>
        Assert.Equal(said, new Blackout(["Karen Holm", "Karen", "22 33 44 55", " "]).Of(text));

    static int RecordCount(ChildFile file) =>
        file.All.Count(f =>
            f
                is not (
                    CaseAccessFact
                    or Spor.Access.SampledCaseFact
                    or FileAccessFact
                    or AttachmentContentFact
                    or Spor.Conferences.CoordinationFact
                )
        );

    static async Task<byte[]> Package(HttpClient browser, IDocument page, string url, string[] with, string[] hide, string more)
    {
        var token = page.QuerySelector("form[action$=pakke] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent([
            new("__RequestVerificationToken", token),
            .. with.Select(k => new KeyValuePair<string, string>("med", k)),
            .. hide.Select(k => new KeyValuePair<string, string>("sloer", k)),
            new("ord", more),
        ]);
        using var answer = await browser.PostAsync(new Uri(url, UriKind.Relative), content);
        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.MediaType);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    static string Word(byte[] zip, string name)
    {
        using var outer = new ZipArchive(new MemoryStream(zip));
        using var stream = outer.GetEntry(name)!.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        using var inner = new ZipArchive(copy);
        using var reader = new StreamReader(inner.GetEntry("word/document.xml")!.Open(), Encoding.UTF8);
        return
            System.Net.WebUtility.HtmlDecode(
                Regex.Replace(reader.ReadToEnd(), "</w:p>", "\n").Replace("<", "\u0001", StringComparison.Ordinal)
            )
                is var text
            ? Regex.Replace(text, "\u0001[^>]*>", "")
            : "";
    }
}
