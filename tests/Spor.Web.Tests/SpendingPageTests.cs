using System.Net;
using AngleSharp.Dom;
using Spor.Economy;
using Spor.Investing;
using Spor.Web.Leading.Economy;

namespace Spor.Web.Tests;

/// <summary>The three analyses of the ladder's model of spending as a page.</summary>
public sealed class SpendingPageTests(Site site)
{
    static string[] Cells(IDocument page, string table, string row) =>
        [
            .. page.QuerySelectorAll($"#{table} tbody tr")
                .First(r => r.Children[0].TextContent.Trim() == row)
                .Children.Skip(1)
                .Select(c => c.TextContent.Trim()),
        ];

    LadderSpending Of => LadderSpending.Of(new(site.Register, site.Today, site.Today.AddYears(-1)))!;

    [Fact]
    public async Task The_years_stand_on_the_ladder_and_the_extra_spending_is_their_difference()
    {
        var (_, page) = await site.Get(await site.As("controller"), "/udgiftsmodel");
        Assert.NotNull(page.GetElementById("udvikling-tabel"));
        (_, page) = await site.Get(await site.As("leder"), "/udgiftsmodel");
        var of = Of;
        Assert.Equal(of.Years.Select(y => new Amount(y.TotalOre).Shown), Cells(page, "udvikling-tabel", "I alt"));
        Assert.Equal(new Amount(of.Years[1].TotalOre - of.Years[0].TotalOre).Signed, Cells(page, "merudgift-tabel", "I alt")[0]);
        foreach (
            var (year, cell) in of
                .Years.Where(y => y.Comparable)
                .Zip(Cells(page, "udvikling-tabel", "Forebyggelse (trin 2 og 3) af trin 2 til 6"))
        )
            Assert.StartsWith($"{year.PreventionPercent} % (", cell, StringComparison.Ordinal);
        // Published of the whole country, with its source, beside the municipality's own.
        var compared = page.GetElementById("sammenligning-tabel")!.TextContent;
        Assert.Contains("1.160.000", compared, StringComparison.Ordinal);
        Assert.Contains("NB-Økonomi", compared, StringComparison.Ordinal);
        Assert.Contains(site.Register.Municipality!.Name, compared, StringComparison.Ordinal);
        (_, page) = await site.Get(await site.As("leder"), "/udgiftsmodel?udgangspunkt=1999");
        Assert.NotNull(page.QuerySelector("[role=alert]"));
    }

    [Fact]
    public async Task Every_sum_on_the_page_is_the_sum_of_its_parts()
    {
        var (_, page) = await site.Get(await site.As("leder"), "/udgiftsmodel");
        foreach (var table in new[] { "udvikling-tabel", "merudgift-tabel" })
        {
            var rows = page.QuerySelectorAll($"#{table} tbody tr")
                .Select(r => r.Children.Select(c => c.TextContent.Trim()).ToArray())
                .ToList();
            var at = rows.FindIndex(r => r[0] == "I alt");
            for (var column = 1; column < rows[at].Length; column++)
                Assert.Equal(Ore(rows[at][column]), rows.Take(at).Sum(r => Ore(r[column])));
        }

        static decimal Ore(string shown) => decimal.Parse(shown, System.Globalization.NumberStyles.Number, Kernel.Danish.Culture);
    }

    [Fact]
    public async Task The_tables_are_files_too()
    {
        var leader = await site.As("leder");
        foreach (
            var file in new[]
            {
                "/udgiftsmodel.xlsx",
                "/udgiftsmodel.csv?tabel=udvikling",
                "/udgiftsmodel.csv?tabel=merudgift",
                "/udgiftsmodel.csv?tabel=sammenligning",
            }
        )
            Assert.True((await leader.GetByteArrayAsync(new Uri(file, UriKind.Relative))).Length > 150, file);
    }

    [Fact]
    public async Task Another_municipalitys_number_is_typed_in_and_a_wrong_one_stays_in_the_form()
    {
        await using var own = new Site();
        await own.InitializeAsync();
        var controller = await own.As("controller");
        async Task<(HttpStatusCode Status, IDocument Page, Uri Url)> Write(string value)
        {
            var (_, form) = await own.Get(controller, "/udgiftsmodel");
            return await own.Post(
                controller,
                "/udgiftsmodel",
                form,
                [
                    ("Figure", "enhedspris, institution"),
                    ("Year", "2025"),
                    ("Municipality", "Nabokøbing"),
                    ("ValueHundredths", value),
                    ("Source", "Nabokøbings regnskab"),
                ],
                mustSucceed: false
            );
        }
        // Thousands of kroner are not kroner.
        var (status, page, _) = await Write("1200");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("1200", page.QuerySelector("[name=ValueHundredths]")!.GetAttribute("value"));
        (status, page, _) = await Write("1.200.000");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Nabokøbing", page.GetElementById("sammenligning-tabel")!.TextContent, StringComparison.Ordinal);
    }
}
