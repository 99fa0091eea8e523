using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using Spor.Storage;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Tests;

/// <summary>More than a person types, and what nobody types: refused kindly, and nothing typed is lost.</summary>
public sealed class LimitTests : IAsyncLifetime
{
    readonly Site site = new();

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    (string Key, string Child) Mine()
    {
        var state = site.Overview.Children.First(c =>
            c.Case is not null
            && c.AssignedTo.Count > 0
            && site.CaseworkerKeys.Contains("medarbejder-" + c.AssignedTo[0])
            && !c.Child.Protected
        );
        return ("medarbejder-" + state.AssignedTo[0], Routes.Child(state.File.Id));
    }

    [Theory]
    [InlineData("/find", "q")]
    [InlineData("/boern/soeg", "q")]
    [InlineData("/notater", "soeg")]
    [InlineData("{child}/journal", "soeg")]
    [InlineData("{child}/dokumenter", "soeg")]
    [InlineData("/underretning/ny", "SoughtName")]
    public async Task A_search_for_a_page_of_text_or_for_what_nobody_types_is_refused_and_stands_in_its_field(string address, string field)
    {
        var (key, child) = Mine();
        var browser = await site.As(key);
        var url = address.Replace("{child}", child, StringComparison.Ordinal);
        var (_, form) = await site.Get(browser, url.Replace("/boern/soeg", "/boern", StringComparison.Ordinal));
        var thousand = string.Concat(Enumerable.Range(0, 100).Select(i => $"ord nr. {i:00} "))[..999] + "x";
        foreach (var (typed, stands) in new[] { (thousand, thousand), ("An\0na", "na"), ("An\u0007na", "na") })
        {
            var (status, page, _) = await site.Post(browser, url, form, [(field, typed), (ReceiveSearch, "soeg")], mustSucceed: false);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
            var value = page.QuerySelector($"main input[name={field}]")!.GetAttribute("value")!;
            if (typed == thousand)
                Assert.Equal(stands, value);
            else
                Assert.EndsWith(stands, value, StringComparison.Ordinal);
            Assert.NotNull(page.QuerySelector("main [role=alert], main .empty"));
            Assert.Contains(typed == thousand ? "tegn" : "tegn i", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
    }

    const string ReceiveSearch = "goer";

    [Fact]
    public async Task A_draft_keeps_what_nobody_types_and_one_that_is_too_long_comes_back_whole()
    {
        var (key, child) = Mine();
        var browser = await site.As(key);
        var url = child + "/notat";
        var (_, form) = await site.Get(browser, url);
        // A draft is what stands in the form, also what the form will refuse.
        await site.Post(browser, "/kladde", form, [("spor-form", url), ("Title", "Klip\u0007et"), ("Body", "Halvt\0skrevet")]);
        var (_, again) = await site.Get(browser, url);
        Assert.EndsWith("et", again.QuerySelector("#felt-Title")!.GetAttribute("value")!, StringComparison.Ordinal);
        Assert.Contains("skrevet", again.QuerySelector("#felt-Body")!.TextContent, StringComparison.Ordinal);

        var longest = string.Concat(Enumerable.Repeat("Æbler og pærer. ", Drafts.Longest / 16 + 1));
        var (status, page, _) = await site.Post(browser, "/kladde", form, [("spor-form", url), ("Body", longest)], mustSucceed: false);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.Contains("for lang til at blive gemt som kladde", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(longest, page.QuerySelector("textarea[name=Body]")!.TextContent.TrimStart('\n'));
        Assert.Equal(url, page.QuerySelector("form")!.GetAttribute("action"));
        // The one that was kept stands as it was.
        (_, again) = await site.Get(browser, url);
        Assert.Contains("skrevet", again.QuerySelector("#felt-Body")!.TextContent, StringComparison.Ordinal);
        // A draft of an address that is none of Spor's, or that nobody can type.
        foreach (var astray in new[] { "//onde.example/", "/barn/1\0", "https://onde.example/", "/" + new string('a', 300) })
        {
            (status, _, _) = await site.Post(browser, "/kladde", form, [("spor-form", astray), ("Body", "x")], mustSucceed: false);
            Assert.Equal(HttpStatusCode.BadRequest, status);
        }
    }

    [Fact]
    public async Task A_form_with_too_long_a_text_or_a_character_that_nobody_types_is_refused_with_everything_in_it()
    {
        var (key, child) = Mine();
        var browser = await site.As(key);
        var url = child + "/notat";
        var (_, form) = await site.Get(browser, url);
        var head = site.Database.HeadNo;
        foreach (var body in new[] { new string('a', FormState.LongestText + 1), "Slut\0", "Slut\u001b[31m" })
        {
            var (status, page, _) = await site.Post(
                browser,
                url,
                form,
                [("On", Form.Iso(site.Today)), ("Kind", "møde"), ("Title", "Æbler"), ("Body", body)],
                mustSucceed: false
            );
            Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
            Assert.Equal("Æbler", page.QuerySelector("#felt-Title")!.GetAttribute("value"));
            Assert.StartsWith(body[..4], page.QuerySelector("#felt-Body")!.TextContent.Trim(), StringComparison.Ordinal);
            if (body.Length > 100)
                Assert.Equal(body, page.QuerySelector("#felt-Body")!.TextContent.Trim());
        }
        Assert.Equal(head, site.Database.HeadNo);
        // In an address it is nobody's page.
        foreach (var address in new[] { "/boern?a=%00", "/barn/1%07" })
        {
            using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative));
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("/log-ind", Wire.SignIns)]
    [InlineData("/log-ind/udbyder", Wire.SignIns)]
    [InlineData("/find", Wire.Searches)]
    [InlineData("/boern/soeg", Wire.Searches)]
    [InlineData("/notater", Wire.Searches)]
    [InlineData("/underretning/ny", Wire.Searches)]
    public async Task Whoever_signs_in_or_searches_more_than_a_person_can_waits_a_minute(string path, int most)
    {
        var time = new Standing();
        var slowly = Wire.Slowly(time);
        async Task<int> Ask()
        {
            var context = new DefaultHttpContext();
            (context.Request.Method, context.Request.Path) = ("POST", path);
            context.Connection.RemoteIpAddress = IPAddress.Loopback;
            await slowly(
                context,
                c =>
                {
                    c.Response.StatusCode = StatusCodes.Status204NoContent;
                    return Task.CompletedTask;
                }
            );
            return context.Response.StatusCode;
        }
        for (var i = 0; i < most; i++)
            Assert.Equal(204, await Ask());
        Assert.Equal(429, await Ask());
        time.Now = time.Now.AddMinutes(1);
        Assert.Equal(204, await Ask());
    }

    sealed class Standing : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.Parse("2026-11-30T10:00:00Z", CultureInfo.InvariantCulture);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
