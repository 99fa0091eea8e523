using System.Net;
using System.Text;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Spor.Storage;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Tests;

/// <summary>Whoever is signed out while writing is back in the form with the text when they have signed in again; nobody else
/// is.</summary>
public sealed class KeptFormTests : IAsyncLifetime
{
    const string Words = "Mor ringede, og Ærø græd.\nNæste linje.";
    readonly Site site = new();

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    (string Key, long Child) Mine()
    {
        var child = site.Overview.Children.First(c =>
            c.Case is not null && c.AssignedTo.Count > 0 && site.CaseworkerKeys.Contains("medarbejder-" + c.AssignedTo[0])
        );
        return ("medarbejder-" + child.AssignedTo[0], child.File.Id);
    }

    async Task<(IDocument Page, Uri Url)> SignIn(HttpClient browser, string key)
    {
        var (_, form) = await site.Get(browser, "/log-ind");
        var (_, page, url) = await site.Post(browser, "/log-ind", form, [("person", key)]);
        return (page, url);
    }

    static (string, string)[] Note(string body = Words) =>
        [("On", "2026-10-01"), ("Kind", "telefonsamtale"), ("Body", body), ("Title", "")];

    static List<(string, string)> Held(IDocument page) =>
        [
            .. page.QuerySelectorAll("form[data-back] input[type=hidden]")
                .Where(i => !i.GetAttribute("name")!.StartsWith("__", StringComparison.Ordinal))
                .Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!)),
        ];

    [Fact]
    public async Task Whoever_is_signed_out_while_writing_is_back_in_the_form_with_the_text_and_nothing_is_saved_until_then()
    {
        var (key, child) = Mine();
        using var browser = site.Stranger();
        await SignIn(browser, key);
        var (_, form) = await site.Get(browser, $"/barn/{child}/notat");
        var head = site.Database.HeadNo;
        site.Services.GetRequiredService<Sessions>().EndAllOf(key);

        var (_, asked, url) = await site.Post(browser, $"/barn/{child}/notat", form, Note());
        Assert.Equal("/log-ind?ReturnUrl=%2Flog-ind%2Fskrevet", url.PathAndQuery);
        Assert.Contains("Det, du skrev, er holdt for dig", asked.Body!.TextContent, StringComparison.Ordinal);
        foreach (var file in Directory.GetFiles(site.Database.DataFolder))
            if (!file.EndsWith("-shm", StringComparison.Ordinal))
                Assert.Equal(-1, Bytes(file).AsSpan().IndexOf("Mor ringede"u8));

        var (page, at) = await SignIn(browser, key);
        Assert.Equal(KeptForms.Path, at.PathAndQuery);
        Assert.Contains("Mor ringede", page.QuerySelector("#indhold")!.TextContent, StringComparison.Ordinal);
        var held = Held(page);
        var (status, back, _) = await site.Post(browser, $"/barn/{child}/notat", page, held, mustSucceed: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("Du var logget ud", back.QuerySelector("#fejl")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Words, back.QuerySelector("#felt-Body")!.TextContent.Trim().ReplaceLineEndings("\n"));
        Assert.Equal(head, site.Database.HeadNo);

        (status, back, _) = await site.Post(browser, $"/barn/{child}/notat", back, Note());
        Assert.Equal((HttpStatusCode.OK, head + 1), (status, site.Database.HeadNo));
        // What is saved is held no longer.
        Assert.Equal("/min-dag", (await SignIn(browser, key)).Url.PathAndQuery);
        _ = back;
    }

    [Fact]
    public async Task Somebody_else_who_signs_in_there_gets_nothing_and_one_can_throw_it_away()
    {
        var (key, child) = Mine();
        var other = site.CaseworkerKeys.First(k => k != key);
        using var browser = site.Stranger();
        await SignIn(browser, key);
        var (_, form) = await site.Get(browser, $"/barn/{child}/notat");
        site.Services.GetRequiredService<Sessions>().EndAllOf(key);
        await site.Post(browser, $"/barn/{child}/notat", form, Note());

        var (page, at) = await SignIn(browser, other);
        Assert.Equal("/min-dag", at.PathAndQuery);
        (_, page) = await site.Get(browser, KeptForms.Path);
        Assert.DoesNotContain("Mor ringede", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        // The same person in another browser neither.
        using var elsewhere = site.Stranger();
        Assert.Equal("/min-dag", (await SignIn(elsewhere, key)).Url.PathAndQuery);

        (page, _) = await SignIn(browser, key);
        var target = page.QuerySelector($"form[action='{KeptForms.Forget}'] input[name={KeptForms.FormField}]")!.GetAttribute("value")!;
        (_, _, at) = await site.Post(browser, KeptForms.Forget, page, [(KeptForms.FormField, target)]);
        Assert.Equal("/min-dag", at.PathAndQuery);
    }

    [Fact]
    public async Task A_form_of_an_earlier_session_comes_back_with_its_text_and_one_without_any_token_is_refused()
    {
        var (key, child) = Mine();
        using var browser = site.Stranger();
        await SignIn(browser, key);
        var (_, form) = await site.Get(browser, $"/barn/{child}/notat");
        // Signed in anew in another tab.
        await SignIn(browser, key);
        var head = site.Database.HeadNo;
        var (_, page, url) = await site.Post(browser, $"/barn/{child}/notat", form, Note());
        Assert.Equal(KeptForms.Path, url.PathAndQuery);
        Assert.Contains(("Body", Words), Held(page).Select(h => (h.Item1, h.Item2.ReplaceLineEndings("\n"))));
        Assert.Contains((FormState.BackField, "ja"), Held(page));

        using var bare = new FormUrlEncodedContent(Note().Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        using var refused = await browser.PostAsync(new Uri($"/barn/{child}/notat", UriKind.Relative), bare);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(head, site.Database.HeadNo);
    }

    static byte[] Bytes(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
