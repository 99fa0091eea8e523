using System.Net;
using AngleSharp.Dom;
using Spor.Web.Leading.Economy;

namespace Spor.Web.Tests;

/// <summary>Social investments as pages: nothing without the municipality's own rates, and what they give; on a site of its own.</summary>
public sealed class SocialPageTests : IAsyncLifetime
{
    readonly Site site = new();

    public async ValueTask InitializeAsync() => await site.InitializeAsync();

    public async ValueTask DisposeAsync() => await site.DisposeAsync();

    const string Asked = "/soem?maalgruppe=6%E2%80%9313+%C3%A5r&deltagere=20&effekt=50&udgift=60.000&aar=2";

    async Task<(HttpStatusCode Status, IDocument Page, Uri Url)> Write(params (string, string)[] but)
    {
        var browser = await site.As("controller");
        var (_, form) = await site.Get(browser, "/soem/satser");
        Dictionary<string, string> fields = new()
        {
            ["TargetGroup"] = "6–13 år",
            ["Consequence"] = "institution",
            ["From"] = "01-01-2026",
            ["PriceOre"] = "1.000.000",
            ["PriceLevel"] = "2026",
            ["MunicipalityHundredths"] = "70",
            ["RegionHundredths"] = "10",
            ["StateHundredths"] = "20",
            ["Source"] = "Et eksempel",
            ["Year1"] = "0,1",
            ["Year2"] = "0,2",
        };
        foreach (var (field, value) in but)
            fields[field] = value;
        return await site.Post(browser, "/soem/satser", form, [.. fields.Select(f => (f.Key, f.Value))], mustSucceed: false);
    }

    [Fact]
    public async Task Without_rates_nothing_is_computed_and_with_one_the_others_prices_are_said_to_be_missing()
    {
        var (_, page) = await site.Get(await site.As("leder"), "/soem");
        Assert.Contains("ingen satser", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.GetElementById("deltagere"));
        var (status, _, _) = await Write();
        Assert.Equal(HttpStatusCode.OK, status);
        (_, page) = await site.Get(await site.As("leder"), Asked);
        Assert.Contains("Prisen mangler for", page.QuerySelector("p.lede")!.TextContent, StringComparison.Ordinal);
        var rows = page.QuerySelectorAll("#aar-tabel tbody tr")
            .Select(r => r.Children.Select(c => c.TextContent.Trim()).ToArray())
            .ToList();
        Assert.Equal(Text.Exact(1_000_000_00), rows[1][2]);
        Assert.Equal(Text.Exact(700_000_00), rows[1][3]);
        // Each column's sum is that of its years.
        for (var column = 1; column <= 6; column++)
            Assert.Equal(rows.Take(11).Sum(r => Kroner(r[column])), Kroner(rows[11][column]));
        Assert.Equal(4, page.QuerySelectorAll("#konsekvens-tabel td[colspan]").Length);
        foreach (var address in new[] { Asked, "/soem/satser" })
            Assert.Equal([], await SameTables.Differences(await site.As("leder"), (await site.Get(await site.As("leder"), address)).Page));
        foreach (var file in new[] { ".xlsx", ".csv" })
            Assert.True(
                (
                    await (await site.As("leder")).GetByteArrayAsync(
                        new Uri(Asked.Replace("/soem", "/soem" + file, StringComparison.Ordinal), UriKind.Relative)
                    )
                ).Length > 200
            );

        static decimal Kroner(string shown) => decimal.Parse(shown, System.Globalization.NumberStyles.Number, Kernel.Danish.Culture);
    }

    [Fact]
    public async Task What_cannot_be_read_is_said_and_stays_as_it_was_typed()
    {
        var (status, page, _) = await Write(("PriceOre", "850"), ("StateHundredths", "30"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        var said = page.QuerySelector("main")!.TextContent;
        Assert.Contains("1.000 til 10.000.000", said, StringComparison.Ordinal);
        Assert.Contains("100 procent tilsammen", said, StringComparison.Ordinal);
        (status, page, _) = await Write(("Year3", "en halv"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("højst tre decimaler", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("en halv", page.QuerySelector("[name=Year3]")!.GetAttribute("value"));
        Assert.Equal("Et eksempel", page.QuerySelector("[name=Source]")!.GetAttribute("value"));
        await Write();
        var (wrong, asked) = await site.Get(
            await site.As("leder"),
            Asked.Replace("deltagere=20", "deltagere=mange", StringComparison.Ordinal)
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong);
        Assert.Equal("mange", asked.GetElementById("deltagere")!.GetAttribute("value"));
        Assert.Null(asked.GetElementById("aar-tabel"));
    }
}
