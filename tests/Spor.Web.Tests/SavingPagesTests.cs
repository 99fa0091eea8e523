using System.IO.Compression;
using Microsoft.Extensions.DependencyInjection;
using Spor.Investing;
using Spor.Kernel;
using Spor.Storage.Journal;
using Spor.Verbs;

namespace Spor.Web.Tests;

/// <summary>No page and no paper shows a saving without the children beside it.</summary>
public sealed class SavingPagesTests : IAsyncLifetime
{
    readonly Site site = new();

    public async ValueTask InitializeAsync()
    {
        await site.InitializeAsync();
        var acts = site.Services.GetRequiredService<Acts>();
        var clock = new Clock(TimeProvider.System, site.Today);
        foreach (var example in Enum.GetValues<InvestmentExample>())
            Assert.True(acts.Do(new TakeInvestmentExample(example), Author.Program("test"), clock).Saved);
        Assert.True(
            acts.Do(
                new SetSocialRate(
                    "Alle",
                    Consequence.Institution,
                    new(2026, 1, 1),
                    1_000_000_00,
                    2026,
                    100_00,
                    0,
                    0,
                    [null, 200],
                    "Regneeksempel"
                ),
                Author.Program("test"),
                clock
            ).Saved
        );
        Assert.True(SpinWait.SpinUntil(() => site.Register.Of<SocialRateFact>().Length == 1, TimeSpan.FromSeconds(20)));
        Assert.True(
            acts.Do(new SignInvestment(site.Register.Of<InvestmentCaseFact>()[0].Id, "Anne Holm"), Author.Program("test"), clock).Saved
        );
        Assert.True(SpinWait.SpinUntil(() => site.Register.Of<InvestmentSignedFact>().Length == 1, TimeSpan.FromSeconds(20)));
    }

    public async ValueTask DisposeAsync() => await site.DisposeAsync();

    [Fact]
    public async Task No_page_and_no_paper_shows_a_saving_without_the_children()
    {
        var cases = site.Register.Of<InvestmentCaseFact>().Select(c => $"/investering/{c.Id}").ToList();
        Assert.Equal(3, cases.Count);
        foreach (var who in new[] { "leder", "controller", "byraad" })
        {
            var browser = await site.As(who);
            List<string> pages =
            [
                "/investering",
                .. cases,
                cases[0] + "/holder-den",
                "/soem?maalgruppe=Alle&deltagere=20&effekt=50&udgift=60.000&aar=2",
                .. who == "leder" ? ["/prognose?fra=institution&til=pleje&pladser=3&maaneder=18"] : Array.Empty<string>(),
            ];
            foreach (var url in pages)
            {
                var (_, page) = await site.Get(browser, url);
                var card = page.GetElementById("boern");
                Assert.True(card is not null, $"{who}: {url} shows a saving without the children");
                if (url.EndsWith("/holder-den", StringComparison.Ordinal))
                    continue;
                var rows = card.QuerySelectorAll("tbody tr").Select(r => r.Children.Select(c => c.TextContent.Trim()).ToArray()).ToList();
                Assert.Equal(7, rows.Count);
                Assert.Contains(
                    rows,
                    r => r[0].StartsWith("Lovens krav", StringComparison.Ordinal) && r[2].Contains(" af ", StringComparison.Ordinal)
                );
                // One who may not see the children meets no number of few.
                if (who != "leder")
                    Assert.DoesNotContain(rows.SelectMany(r => r.Skip(1)), c => c is "1" or "2" or "3" or "4");
            }
            foreach (
                var file in new[] { cases[1] + "/word.docx" }.Concat(
                    who == "leder" ? ["/prognose.docx?fra=institution&til=pleje&pladser=3&maaneder=18"] : Array.Empty<string>()
                )
            )
                Assert.Contains("Og børnene?", await Words(browser, file), StringComparison.Ordinal);
        }
        // Nothing is moved and nothing is reckoned: no saving, and nothing beside it.
        foreach (var url in new[] { "/prognose", "/soem" })
            Assert.Null((await site.Get(await site.As("leder"), url)).Page.GetElementById("boern"));
    }

    static async Task<string> Words(HttpClient browser, string url)
    {
        using var zip = new ZipArchive(new MemoryStream(await browser.GetByteArrayAsync(new Uri(url, UriKind.Relative))));
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
