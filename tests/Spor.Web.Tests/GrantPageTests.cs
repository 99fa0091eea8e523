using System.Net;
using Spor.Decisions;
using Spor.Facts;
using Spor.Requirements;
using Spor.Storage.Journal;

namespace Spor.Web.Tests;

/// <summary>From a decision to a measure, and what it may cost: what is refused leads to the right form, filled in.</summary>
public sealed class GrantPageTests : IAsyncLifetime
{
    readonly Site site = new();

    public async ValueTask InitializeAsync() => await site.InitializeAsync();

    public async ValueTask DisposeAsync() => await site.DisposeAsync();

    string Iso(int days = 0) => site.Today.AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    ChildFile File(long child) => site.Overview.Find(child)!.File;

    (string Key, ChildState Child) Mine()
    {
        var child = site.Overview.Children.First(c =>
            c.Case is not null
            && c.Step == 1
            && c.Child.AgeAt(site.Today) is >= 3 and <= 9
            && c.AssignedTo.Count > 0
            && site.CaseworkerKeys.Contains("medarbejder-" + c.AssignedTo[0])
        );
        return ("medarbejder-" + child.AssignedTo[0], child);
    }

    [Fact]
    public async Task Without_a_decision_or_the_authority_one_is_led_to_the_form_with_what_was_typed()
    {
        var (key, child) = Mine();
        var id = child.File.Id;
        var browser = await site.As(key);
        var url = $"/barn/{id}/indsats/ny";
        var (_, form) = await site.Get(browser, url);
        (string, string)[] dear = [("From", Iso()), ("PriceOre", "50.000"), ("Unit", "måned"), ("SkipReason", "Haster.")];
        async Task<string> Refused(string code, string form2)
        {
            var (status, page, _) = await site.Post(browser, url, form, [("Code", code), .. dear], mustSucceed: false);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
            return page.QuerySelector($"#fejl a[href*='slags={form2}']")!.GetAttribute("href")!;
        }
        var (_, decision) = await site.Get(browser, await Refused("hjem", "støttende-indsats"));
        Assert.Equal(
            ("hjem", "50.000", Iso()),
            (
                decision.QuerySelector("#felt-MeasureCode option[selected]")!.GetAttribute("value"),
                decision.QuerySelector("#felt-PriceOre")!.GetAttribute("value"),
                decision.QuerySelector("#felt-From")!.GetAttribute("value")
            )
        );
        // Preventive help at a price beyond the caseworker's own waits for whoever may grant it.
        var preventive = await Refused("gruppe", "forebyggende-indsats");
        var (_, proposal) = await site.Get(browser, preventive);
        var (_, waits, _) = await site.Post(
            browser,
            preventive,
            proposal,
            [
                ("Kind", "forebyggende indsats"),
                ("ProposedOn", Iso()),
                ("MeasureCode", "gruppe"),
                ("From", Iso()),
                ("ExpectedTo", Iso(90)),
                ("PriceOre", "50.000"),
                ("Unit", "måned"),
                ("Reasons", "Stor gruppe."),
                .. Parties.Heard(proposal, Iso()),
                ("ComplaintGuidance", "ja"),
            ]
        );
        Assert.Contains("venter nu", waits.QuerySelector(".notice.ok")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dearer_price_is_asked_for_granted_by_the_head_and_holds_from_its_day()
    {
        var (key, child) = Mine();
        var id = child.File.Id;
        var browser = await site.As(key);
        var (_, form) = await site.Get(browser, $"/barn/{id}/indsats/ny");
        await site.Post(
            browser,
            $"/barn/{id}/indsats/ny",
            form,
            [("Code", "gruppe"), ("From", Iso(-10)), ("Provider", "Gruppen"), ("PriceOre", "700"), ("Unit", "uge")]
        );
        var measure = File(id).Interventions[^1];
        Assert.Equal(GrantCause.Start, Assert.Single(File(id).Of<GrantFact>()).Cause);

        var change = $"/barn/{id}/indsats/{measure.Id}/aendr";
        var (_, changing) = await site.Get(browser, change);
        var (status, page, _) = await site.Post(
            browser,
            change,
            changing,
            [("PriceOre", "95.000"), ("Unit", "måned"), ("From", Iso(-1)), ("Provider", "Gruppen")],
            mustSucceed: false
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        var ask = page.QuerySelector("#fejl a[href*='/bevilling']")!.GetAttribute("href")!;
        var (_, asking) = await site.Get(browser, ask);
        Assert.Equal(
            ("95.000", Iso(-1)),
            (asking.QuerySelector("#felt-PriceOre")!.GetAttribute("value"), asking.QuerySelector("#felt-From")!.GetAttribute("value"))
        );
        (string, string)[] wanted = [("PriceOre", "95.000"), ("Unit", "måned"), ("From", Iso(-1)), ("Reasons", "To grupper <mere>.")];
        var (_, waiting, at) = await site.Post(browser, ask, asking, wanted);
        Assert.Contains("venter nu", waiting.QuerySelector(".notice.ok")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("ny bevilling", waiting.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);

        var head = await site.As("leder");
        var (_, list) = await site.Get(head, "/afgoerelser");
        Assert.Contains("ny bevilling", list.QuerySelector($"a[href='{at.AbsolutePath}']")!.TextContent, StringComparison.Ordinal);
        var (_, answer) = await site.Get(head, at.AbsolutePath);
        await site.Post(head, at.AbsolutePath, answer, [("What", "send tilbage"), ("DecidedOn", Iso()), ("Answer", "Hvorfor to?")]);
        var again = ask[..ask.IndexOf('?', StringComparison.Ordinal)] + "?igen=" + at.AbsolutePath.Split('/')[^1];
        var (_, back) = await site.Get(browser, again);
        Assert.Contains("Hvorfor to?", back.Body!.TextContent, StringComparison.Ordinal);
        await site.Post(browser, again, back, [.. wanted, ("ProposalId", at.AbsolutePath.Split('/')[^1])]);
        var (_, fresh) = await site.Get(head, at.AbsolutePath);
        await site.Post(head, at.AbsolutePath, fresh, [("What", "bevilg"), ("DecidedOn", Iso()), ("From", Iso(-1))]);

        var after = File(id);
        Assert.Equal(95_000_00, Assert.Single(after.Prices).PriceOre);
        Assert.Equal(2, after.Of<GrantFact>().Length);
        Assert.Equal(
            "Gruppen",
            new Storage.Facts.ChildReader(site.Database).Read(id)!.Interventions.Single(m => m.Id == measure.Id).Provider
        );
        var (_, shown) = await site.Get(browser, change);
        Assert.Contains("Ny bevilling", shown.Body!.TextContent, StringComparison.Ordinal);
        Assert.True(Replay.Check(site.Database).Agrees);
    }
}
