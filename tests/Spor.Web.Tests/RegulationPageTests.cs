using System.Globalization;
using System.Net;
using Spor.Decisions;
using Spor.Facts;
using Spor.Interventions;
using Spor.Storage.Journal;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Tests;

/// <summary>The head writes how much the rates rise, the grants are renewed from the day and listed, and a caseworker raises a price within
/// it.</summary>
public sealed class RegulationPageTests : IAsyncLifetime
{
    readonly Site site = new();

    public async ValueTask InitializeAsync() => await site.InitializeAsync();

    public async ValueTask DisposeAsync() => await site.DisposeAsync();

    string Iso(int days = 0) => site.Today.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_regulation_renews_grants_from_its_day_is_listed_and_needs_nobodys_grant()
    {
        // A placement that costs more than a caseworker may grant, at a price a month.
        var (child, measure) = site
            .Overview.Children.Where(c =>
                c.Case is not null && c.AssignedTo.Count > 0 && site.CaseworkerKeys.Contains("medarbejder-" + c.AssignedTo[0])
            )
            .SelectMany(c => c.File.Interventions.Select(m => (c, m)))
            .First(p =>
                p.m.RunsOn(site.Today)
                && p.m.From < site.Today.AddDays(-40)
                && Courses.IsPlacement(p.m, site.Register.Catalogue)
                && Grants.PriceOn(p.m, p.c.File, site.Today)?.AMonth(site.Today) > 20_000_00
            );
        var price = Grants.PriceOn(measure, child.File, site.Today)!.Value;
        var caseworker = await site.As("medarbejder-" + child.AssignedTo[0]);
        var url = Routes.ChangeIntervention(child.File.Id, measure.Id);
        (string, string)[] Change(long ore)
        {
            (string, string)[] all =
            [
                ("From", Iso()),
                ("PriceOre", (ore / 100m).ToString("0.00", Kernel.Danish.Culture)),
                ("Unit", price.Unit.Danish()),
                ("QuantityHundredths", price.QuantityHundredths is { } q ? (q / 100m).ToString("0.##", Kernel.Danish.Culture) : ""),
                ("ExpectedTo", measure.ExpectedTo is { } to ? Form.Iso(to) : ""),
            ];
            return all;
        }
        async Task<(HttpStatusCode, string)> Raise(long ore)
        {
            var (_, form) = await site.Get(caseworker, url);
            string Typed(string name) => form.QuerySelector($"[name={name}]")?.GetAttribute("value") ?? "";
            var (status, page, _) = await site.Post(
                caseworker,
                url,
                form,
                [.. Change(ore), ("Provider", Typed("Provider")), ("Place", Typed("Place"))],
                mustSucceed: false
            );
            return (status, page.QuerySelector("#fejl")?.TextContent ?? "");
        }
        var within = price.Ore + price.Ore * 2 / 100;
        var (before, why) = await Raise(within);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, before);
        Assert.Contains("Bevillingen dækker ikke", why, StringComparison.Ordinal);

        var head = await site.As("leder");
        var (_, rates) = await site.Get(head, "/takster");
        Assert.Contains("ikke skrevet en regulering", rates.Body!.TextContent, StringComparison.Ordinal);
        var (bad, typed, _) = await site.Post(
            head,
            "/takster",
            rates,
            [("From", Iso(-10)), ("PercentHundredths", "290"), ("MeasureCode", ""), ("Account", "")],
            mustSucceed: false
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bad);
        Assert.Equal("290", typed.QuerySelector("#felt-PercentHundredths")!.GetAttribute("value"));
        var (_, saved, _) = await site.Post(
            head,
            "/takster",
            rates,
            [("From", Iso(-10)), ("PercentHundredths", "2,9"), ("MeasureCode", measure.Code), ("Account", "")]
        );
        var row = saved.QuerySelectorAll("tbody tr").First(r => r.QuerySelector("td a[href^='/takster']") is not null);
        Assert.Contains("2,9 %", row.TextContent, StringComparison.Ordinal);
        // What it has renewed is listed, and so it is with the measure.
        Assert.NotNull(saved.QuerySelector($"a[href='{url}']"));
        var (_, change) = await site.Get(caseworker, url);
        Assert.Contains("Takstregulering", change.Body!.TextContent, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Raise(price.Ore + price.Ore * 3 / 100)).Item1);
        Assert.Equal((HttpStatusCode.OK, ""), await Raise(within));
        Assert.Equal(within, Grants.PriceOn(measure, site.Overview.Find(child.File.Id)!.File, site.Today)!.Value.Ore);
        // It is taken back, and stands on the list as that.
        var (_, again) = await site.Get(head, "/takster");
        var (_, back, _) = await site.Post(
            head,
            "/takster",
            again,
            [("From", Iso(-10)), ("PercentHundredths", "0"), ("MeasureCode", measure.Code), ("Account", "")]
        );
        Assert.Contains("taget tilbage", back.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        // A caseworker does not come here.
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(caseworker, "/takster")).Status);
        Assert.True(Replay.Check(site.Database).Agrees);
    }
}
