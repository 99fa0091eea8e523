using System.Net;

namespace Spor.Web.Tests;

public sealed class SiteTests(Site site)
{
    [Fact]
    public async Task Nobody_sees_a_page_before_signing_in()
    {
        using var stranger = site.Stranger(follow: false);
        var (status, _) = await site.Get(stranger, "/");
        Assert.Equal(HttpStatusCode.Redirect, status);
    }

    [Fact]
    public async Task A_person_chosen_on_the_sign_in_page_is_named_in_the_menu()
    {
        var key = site.CaseworkerKeys[0];
        var (_, page) = await site.Get(await site.As(key), "/ingen-adgang");
        Assert.Contains(site.Person(key).Name, page.QuerySelector("nav.rail")!.TextContent, StringComparison.Ordinal);
    }
}
