using System.Net;
using System.Text;
using AngleSharp;
using AngleSharp.Dom;
using Spor.Cases;
using Spor.Facts;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Tests;

/// <summary>Documents on a child's case, over HTTP: put on a note, listed, found by their words within the child, fetched, and in
/// versions.</summary>
public sealed class DocumentPageTests : IAsyncLifetime
{
    readonly Site site = new();

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    static async Task<IDocument> Parse(HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync();
        return await AngleSharp.BrowsingContext.New(AngleSharp.Configuration.Default).OpenAsync(r => r.Content(html));
    }

    static async Task<(HttpStatusCode Status, IDocument Page, Uri Url)> Send(HttpClient browser, string form, string name, string text)
    {
        using var asked = await browser.GetAsync(new Uri(form, UriKind.Relative));
        var page = await Parse(asked);
        using var content = new MultipartFormDataContent();
        foreach (var input in page.QuerySelectorAll("form.form-x input[type=hidden]"))
            content.Add(new StringContent(input.GetAttribute("value") ?? ""), input.GetAttribute("name")!);
        foreach (var (field, value) in new[] { ("On", "2026-10-01"), ("Way", "modtaget"), ("Party", "Skolen") })
            content.Add(new StringContent(value), field);
        content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "Files", name);
        using var answer = await browser.PostAsync(
            new Uri(page.QuerySelector("form.form-x")!.GetAttribute("action")!, UriKind.Relative),
            content
        );
        return (answer.StatusCode, await Parse(answer), answer.RequestMessage!.RequestUri!);
    }

    [Fact]
    public async Task A_file_on_a_note_is_listed_found_by_its_words_fetched_and_kept_in_versions()
    {
        var children = site.Overview.Children.Where(c => c.Case is not null && c.AssignedTo.Count > 0).Take(2).ToList();
        var (child, other) = (children[0].File.Id, children[1].File.Id);
        var browser = await site.As("leder");
        var (_, page) = await site.Get(browser, Routes.WriteNote(child));
        (_, page, _) = await site.Post(
            browser,
            Routes.WriteNote(child),
            page,
            [("On", "2026-10-01"), ("Kind", "møde"), ("Body", "Møde på skolen."), ("Title", "Skolen")]
        );
        var add = page.QuerySelectorAll(".journal-card a").First(a => a.TextContent.Contains("Læg en fil ved", StringComparison.Ordinal));

        // What is no file that may be kept comes back, and nothing is lost.
        var (status, refused, _) = await Send(browser, add.GetAttribute("href")!, "program.exe", "MZ");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("Skolen", refused.QuerySelector("#felt-Party")!.GetAttribute("value"));

        (status, page, var url) = await Send(browser, add.GetAttribute("href")!, "udtalelse.txt", "Ærø læser højt for klassen.");
        Assert.Equal((HttpStatusCode.OK, Routes.Documents(child)), (status, url.AbsolutePath));
        var row = page.QuerySelector("#filer tbody tr")!;
        foreach (var said in new[] { "udtalelse.txt", "Tekst", "1. okt. 2026", "modtaget", "Skolen", "notatet 1. oktober 2026" })
            Assert.Contains(said, row.TextContent, StringComparison.Ordinal);

        // Found by a word in it, folded; not in another child's.
        (_, page, _) = await site.Post(browser, Routes.Documents(child), page, [("soeg", "aeroe laeser")]);
        Assert.Contains("udtalelse.txt", page.QuerySelector("#filer tbody")!.TextContent, StringComparison.Ordinal);
        (_, page, _) = await site.Post(browser, Routes.Documents(child), page, [("soeg", "findes ikke")]);
        Assert.Null(page.QuerySelector("#filer tbody tr"));
        (_, page) = await site.Get(browser, Routes.Documents(other));
        (_, page, _) = await site.Post(browser, Routes.Documents(other), page, [("soeg", "klassen")]);
        Assert.DoesNotContain("udtalelse.txt", page.Body!.TextContent, StringComparison.Ordinal);

        // A new version; the old one can still be fetched, as a download.
        var first = new FactReader(site.Database).OfChild<AttachmentFact>(child).Single(a => a.FileName == "udtalelse.txt");
        (status, page, _) = await Send(browser, Routes.NewVersion(child, first.Id), "udtalelse-2.txt", "Ærø læser.");
        Assert.Equal(HttpStatusCode.OK, status);
        row = page.QuerySelectorAll("#filer tbody tr").Single(r => r.TextContent.Contains("udtalelse-2.txt", StringComparison.Ordinal));
        Assert.Contains("1 tidligere udgave", row.TextContent, StringComparison.Ordinal);
        using var fetched = await browser.GetAsync(new Uri($"{Routes.Child(child)}/bilag/{first.Id}", UriKind.Relative));
        Assert.Equal("attachment", fetched.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("Ærø læser højt for klassen.", await fetched.Content.ReadAsStringAsync());
        // The journal's note leads to the newest.
        (_, page) = await site.Get(browser, Routes.Journal(child));
        Assert.Contains("Fil: udtalelse-2.txt", page.QuerySelector(".journal-card")!.TextContent, StringComparison.Ordinal);
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    /// <summary>A text of a length, made as it is read.</summary>
    sealed class LongText(long length) : Stream
    {
        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - Position);
            for (var i = 0; i < read; i++)
                buffer[offset + i] = (Position + i) % 80 == 79 ? (byte)'\n' : (byte)('a' + (Position + i) % 23);
            Position += read;
            return read;
        }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => length;
        public override long Position { get; set; }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    static async Task<(HttpStatusCode Status, IDocument Page)> SendLong(HttpClient browser, long child, string name, long length)
    {
        using var asked = await browser.GetAsync(new Uri(Routes.Child(child) + "/dokument/ny", UriKind.Relative));
        var page = await Parse(asked);
        using var content = new MultipartFormDataContent();
        foreach (var input in page.QuerySelectorAll("form.form-x input[type=hidden]"))
            content.Add(new StringContent(input.GetAttribute("value") ?? ""), input.GetAttribute("name")!);
        foreach (var (field, value) in new[] { ("On", "2026-10-01"), ("Way", "modtaget"), ("Party", "Skolen på Ærø") })
            content.Add(new StringContent(value), field);
        await using var text = new LongText(length);
        content.Add(new StreamContent(text, 1 << 16), "Files", name);
        using var answer = await browser.PostAsync(
            new Uri(page.QuerySelector("form.form-x")!.GetAttribute("action")!, UriKind.Relative),
            content
        );
        return (answer.StatusCode, await Parse(answer));
    }

    [Fact]
    public async Task Many_large_files_at_once_are_never_held_whole_and_come_back_as_they_were()
    {
        var (files, size) = Heavy.Whole ? (10, 49L << 20) : (4, 12L << 20);
        var people = site
            .People.Where(p => p.Role == ViewerRole.Caseworker)
            .Select(p =>
                (p.Key, Child: site.Overview.Of(p.EmployeeId!.Value).FirstOrDefault(c => c is { Case: not null, Child.Protected: false }))
            )
            .Where(p => p.Child is not null)
            .Take(files)
            .ToList();
        Assert.Equal(files, people.Count);
        var browsers = new List<(HttpClient Browser, long Child)>();
        foreach (var (key, child) in people)
            browsers.Add((await site.As(key), child!.File.Id));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (peak, done) = (0L, false);
        var watching = Task.Run(async () =>
        {
            while (!Volatile.Read(ref done))
            {
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false) - before);
                await Task.Delay(5);
            }
        });
        var answers = await Task.WhenAll(browsers.Select(b => SendLong(b.Browser, b.Child, "stor.txt", size)));
        Volatile.Write(ref done, true);
        await watching;
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.Status));
        TestContext.Current.SendDiagnosticMessage($"{files} files of {size >> 20} MB at once: {peak >> 20} MB more in memory at most");
        Assert.True(peak < 400L << 20, $"{peak >> 20} MB more in memory at most");

        var first = new FactReader(site.Database).OfChild<AttachmentFact>(browsers[0].Child).Single(a => a.FileName == "stor.txt");
        using var fetched = await browsers[0]
            .Browser.GetAsync(
                new Uri($"{Routes.Child(browsers[0].Child)}/bilag/{first.Id}", UriKind.Relative),
                HttpCompletionOption.ResponseHeadersRead
            );
        await using var body = await fetched.Content.ReadAsStreamAsync();
        await using var sent = new LongText(size);
        Assert.Equal(
            await System.Security.Cryptography.SHA256.HashDataAsync(sent),
            await System.Security.Cryptography.SHA256.HashDataAsync(body)
        );
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_said_to_be_with_all_that_was_typed_still_there()
    {
        var child = site.Overview.Children.First(c => c.Case is not null && c.AssignedTo.Count > 0).File.Id;
        var head = site.Database.HeadNo;
        var (status, page) = await SendLong(await site.As("leder"), child, "film.txt", FileKind.Largest + 5);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("større end 50 MB", page.QuerySelector("#fejl")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Skolen på Ærø", page.QuerySelector("#felt-Party")!.GetAttribute("value"));
        Assert.Equal(head, site.Database.HeadNo);
    }
}
