using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Spor.Access;
using Spor.Children;
using Spor.Facts;
using Spor.Kernel;
using Spor.Requirements;
using Spor.Storage.Journal;
using Spor.Web.Access.CaseAccess;

namespace Spor.Web.Tests;

/// <summary>A page that does not open says why and what to do; what is taken is told to the leader and stands on the child's
/// page.</summary>
public sealed class NeedToKnowPageTests : IAsyncLifetime
{
    readonly Site site = new();

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    static string Of(long id) => "/barn/" + id.ToString(CultureInfo.InvariantCulture);

    async Task<IDocument> Post(string who, string url, string from, params (string, string)[] fields)
    {
        var browser = await site.As(who);
        var (_, page) = await site.Get(browser, from);
        var (_, after, _) = await site.Post(browser, url, page, [.. fields, ("spor-token", Guid.NewGuid().ToString())], mustSucceed: false);
        return after;
    }

    [Fact]
    public async Task A_shut_case_opens_for_a_reason_and_the_leader_is_told()
    {
        var shut = site.Overview.Children.First(c => Viewer.IsShut(c.File, site.Today) && !c.Child.Protected).File.Id;
        foreach (var url in new[] { Of(shut), Of(shut) + "/notat", Of(shut) + "/netvaerk" })
        {
            var (status, page) = await site.Get(await site.As("leder"), url);
            Assert.Equal(HttpStatusCode.Forbidden, status);
            Assert.Contains("ingen åben sag", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
        var asked = await Post("leder", AccessEndpoints.Path(shut) + "/aabn", AccessEndpoints.Path(shut), ("Reason", "kort"));
        Assert.Contains("mindst 10 tegn", asked.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("kort", asked.QuerySelector("textarea")!.TextContent.Trim());
        var opened = await Post(
            "leder",
            AccessEndpoints.Path(shut) + "/aabn",
            AccessEndpoints.Path(shut),
            ("Reason", "Familien har søgt aktindsigt.")
        );
        Assert.Contains("Sagen er åben for dig", opened.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Familien har søgt aktindsigt.", opened.QuerySelector("#adgange")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await site.Get(await site.As("leder"), Of(shut))).Status);
    }

    [Fact]
    public async Task An_hour_is_taken_for_a_reason_and_stands_in_the_leaders_inbox_until_it_is_seen()
    {
        var worker = site.People.First(p => p.Role == ViewerRole.Caseworker);
        var child = site
            .Overview.Children.First(c =>
                c.Case is not null
                && !c.Child.Protected
                && c.AssignedTo.Count == 1
                && !site.Register.Staff.IsOfTeam(c.File, worker.TeamId!.Value, site.Today)
                && !Viewer.IsShut(c.File, site.Today)
            )
            .File.Id;
        var (status, page) = await site.Get(await site.As(worker.Key), Of(child));
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Equal(AccessEndpoints.Path(child), page.QuerySelector("main a.button")!.GetAttribute("href"));
        // Not by a form that the page did not show either.
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(await site.As(worker.Key), Of(child) + "/notat")).Status);
        await Post(
            worker.Key,
            AccessEndpoints.Path(child) + "/saerlig",
            AccessEndpoints.Path(child),
            ("Reason", "Barnet ringer fra en telefon.")
        );
        (status, page) = await site.Get(await site.As(worker.Key), Of(child));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains(worker.Name + " fik særlig adgang", page.QuerySelector("#adgange")!.TextContent, StringComparison.Ordinal);

        var (_, inbox) = await site.Get(await site.As("leder"), "/indbakke");
        Assert.Contains("Barnet ringer fra en telefon.", inbox.QuerySelector("#adgange")!.TextContent, StringComparison.Ordinal);
        var see = inbox.QuerySelector("#adgange form")!.GetAttribute("action")!;
        var own = await Post(worker.Key, see, "/min-dag");
        Assert.Contains("Det har du selv gjort", own.Body!.TextContent, StringComparison.Ordinal);
        inbox = await Post("leder", see, "/indbakke");
        Assert.Null(inbox.QuerySelector("#adgange"));
    }

    [Fact]
    public async Task A_protected_child_is_opened_by_whom_the_leader_names()
    {
        var one = site.Overview.Children.First(c => c.Case is not null && c.AssignedTo.Count == 1);
        var hidden = (ChildFact)one.Child.Copy();
        hidden.Protected = true;
        Assert.False(site.Database.Journal.Act(new("import", "test"), (_, _) => new Corrected(FactKinds.Child, hidden)).Refused);
        var child = site.Overview.Find(one.File.Id)!;
        Assert.True(child.Child.Protected);
        var path = AccessEndpoints.Path(child.File.Id);
        var mate = site.People.First(p =>
            p.Role == ViewerRole.Caseworker
            && !child.AssignedTo.Contains(p.EmployeeId!.Value)
            && site.Register.Staff.IsOfTeam(child.File, p.TeamId!.Value, site.Today)
        );
        var (status, page) = await site.Get(await site.As(mate.Key), Of(child.File.Id));
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Contains("beskyttet navn", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(child.Child.FirstName!, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var named = await Post("leder", path + "/navngiv", path, ("Person", mate.Key), ("Reason", "Kender familien fra før."));
        Assert.Contains(mate.Name, named.QuerySelector("#navngivne")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await site.Get(await site.As(mate.Key), Of(child.File.Id))).Status);
        await Post("leder", named.QuerySelector("#navngivne form")!.GetAttribute("action")!, path);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(await site.As(mate.Key), Of(child.File.Id))).Status);
    }
}
