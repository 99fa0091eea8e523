using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Spor.Access;
using Spor.Web.Access;
using Spor.Web.Access.RoleList;

namespace Spor.Web.Tests;

/// <summary>The page where roles are given, confirmed, ended and looked through, and that each counts at the next request.</summary>
public sealed class RolesPageTests : IAsyncLifetime
{
    readonly Site site = new();

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    string Day(int days = 0) => site.Today.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    async Task<IDocument> Post(string who, string url, string from, params (string, string)[] fields)
    {
        var browser = await site.As(who);
        var (status, page) = await site.Get(browser, from);
        Assert.Equal(HttpStatusCode.OK, status);
        var (_, after, _) = await site.Post(browser, url, page, [.. fields, ("spor-token", Guid.NewGuid().ToString())], mustSucceed: false);
        return after;
    }

    Task<IDocument> Give(string who, string person, string role, params (string, string)[] more) =>
        Post(who, RoleEndpoints.New, RoleEndpoints.New, [("Person", person), ("Role", role), ("From", Day()), .. more]);

    RoleGrantFact Newest => site.Register.Of<RoleGrantFact>()[^1];

    async Task<HttpStatusCode> Status(string who, string url) => (await site.Get(await site.As(who), url)).Status;

    [Fact]
    public async Task A_role_is_given_counts_at_the_next_click_and_ends_at_the_next()
    {
        var employee = site.People.First(p => p.Role == ViewerRole.Caseworker);
        Assert.Equal(HttpStatusCode.Forbidden, await Status(employee.Key, "/fordeling"));
        var page = await Give("administrator", employee.Key, "teamleder");
        Assert.Contains("Vælg, hvilken del af kommunen", page.Body!.TextContent, StringComparison.Ordinal);
        var team = site.Register.Teams[0].TeamId.ToString(CultureInfo.InvariantCulture);
        page = await Give("administrator", employee.Key, "teamleder", ("TeamId", team));
        Assert.Contains("Rollen er givet.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(employee.Name, page.QuerySelector("#givet")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await Status(employee.Key, "/fordeling"));
        await Post("administrator", $"/roller/{Newest.Id}/slut", "/roller", ("LastDay", Day(-1)));
        Assert.Equal(HttpStatusCode.Forbidden, await Status(employee.Key, "/fordeling"));
    }

    [Fact]
    public async Task The_widest_role_opens_nothing_until_a_second_person_has_confirmed_it()
    {
        var page = await Post(
            "administrator",
            RoleEndpoints.NewUser,
            RoleEndpoints.NewUser,
            ("Name", "Tove Rask"),
            ("Workplace", "it"),
            ("From", Day())
        );
        Assert.Contains("Tove Rask", page.QuerySelector("#brugere")!.TextContent, StringComparison.Ordinal);
        var key = People.UserKey(site.Register.Of<UserFact>()[^1].Id);
        page = await Give("administrator", key, "administrator");
        Assert.Contains("når en anden har bekræftet den", page.Body!.TextContent, StringComparison.Ordinal);
        // The giver has no button, and pressing without one does not help.
        Assert.Null(page.QuerySelector("#venter button"));
        page = await Post("administrator", $"/roller/{Newest.Id}/bekraeft", "/roller");
        Assert.Contains("Du har selv givet rollen", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(site.People, p => p.Key == key);
        page = await Post("leder", $"/roller/{Newest.Id}/bekraeft", "/roller");
        Assert.Contains("Rollen er bekræftet", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await Status(key, "/roller"));
        // Set-up, and never a child.
        foreach (var url in new[] { "/boern", "/barn/" + site.Overview.Children[0].File.Id, "/trappen", "/import", "/notater" })
            Assert.Equal(HttpStatusCode.Forbidden, await Status(key, url));
        // Nor does the new administrator give themselves more.
        page = await Give(key, key, "afdelingsleder");
        Assert.Contains("Ingen giver sig selv en rolle", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_auditor_reads_what_was_drawn_by_lot_and_nothing_else()
    {
        DemoRoles.Seed(site.Database);
        var auditor = site.People.First(p => p.Role == ViewerRole.Auditor).Key;
        var drawn = site.Overview.Children.Where(c => c.File.Of<SampledCaseFact>().Length > 0).Select(c => c.File.Id).ToHashSet();
        Assert.Equal(12, drawn.Count);
        Assert.Equal(HttpStatusCode.OK, await Status(auditor, "/barn/" + drawn.First()));
        Assert.Equal(HttpStatusCode.Forbidden, await Status(auditor, "/barn/" + drawn.First() + "/notat"));
        var other = site.Overview.Children.First(c => !drawn.Contains(c.File.Id)).File.Id;
        Assert.Equal(HttpStatusCode.Forbidden, await Status(auditor, "/barn/" + other));
        var (_, front) = await site.Get(await site.As(auditor), "/");
        var links = front.QuerySelectorAll("main a[href^='/barn/']").Select(a => long.Parse(a.GetAttribute("href")![6..])).ToHashSet();
        Assert.True(links.IsSubsetOf(drawn) && links.Count > 0);
        // The leader draws more; the auditor cannot.
        var grant = site.Register.Of<RoleGrantFact>().Single(g => g.Role == ViewerRole.Auditor).Id;
        Assert.Equal(HttpStatusCode.Forbidden, await Status(auditor, $"/roller/{grant}/stikproeve"));
        var page = await Post("leder", $"/roller/{grant}/stikproeve", $"/roller/{grant}/stikproeve", ("Count", "3"));
        Assert.Contains("15 sager er udtaget", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_looked_through_and_says_by_whom()
    {
        var (_, page) = await site.Get(await site.As("dpo"), "/");
        Assert.Equal("Roller", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("ikke set igennem endnu", page.QuerySelector("#gennemgang")!.TextContent, StringComparison.Ordinal);
        // Who watches does not give.
        Assert.Null(page.QuerySelector("a[href='/roller/ny']"));
        page = await Post("dpo", "/roller/gennemgaaet", "/roller");
        Assert.Contains("Signe Holtegård", page.QuerySelector("#gennemgang")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await Status("dpo", "/boern"));
        Assert.Equal(HttpStatusCode.Forbidden, await Status("byraad", "/roller"));
        Assert.Equal(HttpStatusCode.OK, await Status("byraad", "/ledelse"));
    }
}
