using System.Net;
using AngleSharp.Dom;
using Spor.Economy;
using Spor.Interventions;
using Spor.Kernel;

namespace Spor.Web.Tests;

/// <summary>The forecast of placements as a page: the numbers of <see cref="PlacementForecast"/>, and what may be told to whom.</summary>
public sealed class ForecastPageTests(Site site)
{
    async Task<IDocument> Page(string who, string url = "/prognose", HttpStatusCode expected = HttpStatusCode.OK)
    {
        var (status, page) = await site.Get(await site.As(who), url);
        Assert.Equal(expected, status);
        return page;
    }

    static string[] Cells(IDocument page, string table, string name) =>
        [
            .. page.QuerySelectorAll($"#{table} tbody tr")
                .First(r => r.Children[0].TextContent.Trim() == name)
                .Children.Skip(1)
                .Select(c => c.TextContent.Trim()),
        ];

    [Fact]
    public async Task A_leader_sees_each_form_as_the_forecast_has_it_and_how_near_it_was()
    {
        var of = PlacementForecast.Of(site.Register, site.Today)!;
        var page = await Page("leder");
        var inSixMonths = of.At(6, PlacementForm.Foster);
        Assert.Equal(
            $"{Danish.Number(inSixMonths.Middle, 0)} ({Danish.Number(inSixMonths.Low, 0)}–{Danish.Number(inSixMonths.High, 0)})",
            Cells(page, "ventet-tabel", "Plejefamilie")[1]
        );
        var test = PlacementBackTest.Of(site.Register, PlacementFit.MonthEnd(of.From, -12))!;
        Assert.Equal(
            Danish.Number((double)test.Errors.Single(e => e.Form is null).Forecast, 1),
            Cells(page, "traef", "Alle anbragte børn")[0]
        );
        Assert.Equal(4, page.QuerySelectorAll("figure.picture.lines").Length);
    }

    [Fact]
    public async Task Places_moved_stand_beside_and_what_cannot_be_read_stays_in_the_form()
    {
        var moved = PlacementForecast.Of(site.Register, site.Today)!.With(new(PlacementForm.Institution, PlacementForm.Foster, 10, 12))!;
        var page = await Page("leder", "/prognose?fra=institution&til=pleje&pladser=10&maaneder=12");
        Assert.StartsWith(Danish.Number(moved.At(12, PlacementForm.Foster).Middle, 0), Cells(page, "flyttet-tabel", "Plejefamilie")[2]);
        var wrong = await Page(
            "leder",
            "/prognose?fra=institution&til=pleje&pladser=mange&maaneder=12",
            HttpStatusCode.UnprocessableEntity
        );
        Assert.NotNull(wrong.QuerySelector("[role=alert]"));
        Assert.Equal("mange", wrong.GetElementById("pladser")!.GetAttribute("value"));
        Assert.Null(wrong.GetElementById("flyttet-tabel"));
    }

    [Fact]
    public async Task Whoever_may_not_see_the_children_gets_all_forms_together_and_moves_nothing()
    {
        var page = await Page("byraad", "/prognose?fra=institution&til=pleje&pladser=10&maaneder=12");
        Assert.Single(page.QuerySelectorAll("#ventet-tabel tbody tr"));
        Assert.Single(page.QuerySelectorAll("figure.picture.lines"));
        Assert.Null(page.GetElementById("flyt"));
        Assert.Null(page.GetElementById("flyttet-tabel"));
    }

    [Fact]
    public async Task The_tables_are_files_too()
    {
        var leader = await site.As("leder");
        foreach (
            var file in new[]
            {
                "/prognose.xlsx",
                "/prognose.csv?tabel=maaneder",
                "/prognose.csv?tabel=traef",
                "/prognose.csv?tabel=flytning&fra=institution&til=pleje&pladser=10&maaneder=12",
                "/prognose.docx",
                "/prognose.docx?fra=institution&til=pleje&pladser=10&maaneder=12",
            }
        )
            Assert.True((await leader.GetByteArrayAsync(new Uri(file, UriKind.Relative))).Length > 200, file);
    }

    [Fact]
    public async Task Places_moved_are_told_in_kroner_and_the_monthly_follow_up_says_what_the_forecast_would_change()
    {
        var books = new Books(site.Register, site.Today, site.Today.AddYears(-1));
        var prices = UnitPrices.Of(books);
        var of = PlacementForecast.Of(site.Register, site.Today)!;
        var moved = MovedMoney.Of(of, of.With(new(PlacementForm.Institution, PlacementForm.Foster, 10, 12))!, prices);
        var page = await Page("leder", "/prognose?fra=institution&til=pleje&pladser=10&maaneder=12");
        var whole = moved[1];
        // Ten places for a whole year, as many as there were to move, from the one price to the other.
        Assert.Equal(0, whole.Years.Values.Sum(), 1e-6);
        var expected =
            (decimal)whole.Years[PlacementForm.Foster]
            * (
                PlacementMoney.PriceOf(prices, PlacementForm.Foster)!.Value
                - PlacementMoney.PriceOf(prices, PlacementForm.Institution)!.Value
            );
        Assert.Equal((double)expected, whole.Ore!.Value, 1_000.0);
        Assert.Equal(
            Danish.Number((long)Math.Round(whole.Ore.Value / 100m, MidpointRounding.AwayFromZero)),
            Cells(page, "flyttet-kroner", whole.Year.ToString(Danish.Culture))[^1].TrimStart('+')
        );

        var economy = await Page("leder", "/oekonomi");
        var rows = economy.QuerySelectorAll("#prognose-tabel tbody tr").Select(r => r.Children.Select(c => c.TextContent.Trim()).ToArray());
        Assert.Equal(4, rows.Count());
        Assert.Contains(
            Danish.Number(of.FullYears(site.Today.Year, FullYears.Running(books).AllDays, null).Middle, 1),
            rows.Last()[2],
            StringComparison.Ordinal
        );
        // Whoever may not see the children is told of all together.
        Assert.Single((await Page("byraad", "/oekonomi")).QuerySelectorAll("#prognose-tabel tbody tr"));
    }
}
