using System.IO.Compression;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Spor.Exchange.Import;
using Spor.Storage;
using Spor.Storage.Exchange;
using Spor.Storage.Facts;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Tests;

public sealed class ResearchPageTests
{
    [Fact]
    public async Task An_extract_is_taken_with_a_reason_and_who_took_it_stands_on_the_page()
    {
        await using var site = new Site();
        await site.InitializeAsync();
        var head = await site.As("leder");
        var (_, page) = await site.Get(head, "/forskningsudtraek");
        Assert.Contains("Ingen har hentet", page.QuerySelector("#hentet")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Datoer for underretninger", page.QuerySelector("#skjult")!.TextContent, StringComparison.Ordinal);

        // Without saying for whom and for what there is no extract, and what was typed stays.
        var before = site.Database.HeadNo;
        var fields = page.QuerySelectorAll("main form input[type=hidden]")
            .Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value")!))
            .ToList();
        async Task<HttpResponseMessage> Send(string recipient, string purpose)
        {
            using var form = new FormUrlEncodedContent([
                .. fields,
                KeyValuePair.Create("Recipient", recipient),
                KeyValuePair.Create("Purpose", purpose),
            ]);
            return await head.PostAsync(new Uri("/forskningsudtraek", UriKind.Relative), form);
        }
        using (var refused = await Send("Institut for Prøver", " "))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            var html = await refused.Content.ReadAsStringAsync();
            Assert.Contains(RefusalText.Of("research-purpose-missing").Da, html, StringComparison.Ordinal);
            Assert.Contains("Institut for Prøver", html, StringComparison.Ordinal);
            Assert.Equal(before, site.Database.HeadNo);
        }

        using var answer = await Send("Institut for Prøver", "Evaluering af modellen");
        Assert.Equal("application/zip", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal($"forskningsudtraek-{Form.Iso(site.Today)}.zip", answer.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal(before + 1, site.Database.HeadNo);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        using (var zip = new ZipArchive(new MemoryStream(bytes)))
            Assert.Contains("laes-mig.txt", zip.Entries.Select(e => e.FullName));

        (_, page) = await site.Get(head, "/forskningsudtraek");
        var row = Assert.Single(page.QuerySelectorAll("#udtraek tbody tr")).TextContent;
        Assert.Contains("Evaluering af modellen (til Institut for Prøver)", row, StringComparison.Ordinal);
        Assert.Contains(site.Person("leder").Name, row, StringComparison.Ordinal);

        // It is an extract like any other: a new database takes it without a word.
        var folder = Directory.CreateTempSubdirectory("spor-research-").FullName;
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "udtraek.zip"), bytes);
            using var other = Database.Open(null, Path.Combine(folder, "data"));
            using var source = ExtractSource.At(Path.Combine(folder, "udtraek.zip"));
            var prepared = Importing.Prepare(other, source);
            Assert.DoesNotContain(prepared.Extract.Problems.All, p => p.Severity == Severity.Error);
            Importing.Commit(other, prepared, "test");
            Assert.Equal(site.Register.Children.Count(c => !c.Child.Protected), RegisterLoader.Load(other).Children.Count);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task The_same_press_twice_is_one_entry()
    {
        await using var site = new Site();
        await site.InitializeAsync();
        var head = await site.As("leder");
        var (_, page) = await site.Get(head, "/forskningsudtraek");
        var fields = page.QuerySelectorAll("main form input[type=hidden]")
            .Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value")!))
            .ToList();
        for (var i = 0; i < 2; i++)
        {
            using var form = new FormUrlEncodedContent([
                .. fields,
                KeyValuePair.Create("Recipient", "VIVE"),
                KeyValuePair.Create("Purpose", "evaluering"),
            ]);
            using var answer = await head.PostAsync(new Uri("/forskningsudtraek", UriKind.Relative), form);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
        Assert.Single(
            new IntentReader(site.Database).Of(site.Services.GetRequiredService<Municipality>().Current, "take-research-extract")
        );
    }

    [Fact]
    public async Task Others_than_the_head_are_refused()
    {
        await using var site = new Site();
        await site.InitializeAsync();
        foreach (var who in new[] { "teamleder-1", site.CaseworkerKeys[0] })
            Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(await site.As(who), "/forskningsudtraek")).Status);
    }
}
