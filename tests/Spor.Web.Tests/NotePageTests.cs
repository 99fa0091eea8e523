using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Spor.Storage;
using Spor.Storage.Journal;
using Spor.Web.Access;
using Spor.Web.Frame;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Tests;

/// <summary>A note in the journal, as every form that writes works: refused with everything kept, saved once, read in the
/// history.</summary>
public sealed class NotePageTests : IAsyncLifetime
{
    readonly Site site = new();

    public async ValueTask InitializeAsync() => await site.InitializeAsync();

    public async ValueTask DisposeAsync() => await site.DisposeAsync();

    (string Key, long Child) Mine()
    {
        var child = site.Overview.Children.First(c =>
            c.Case is not null && c.AssignedTo.Count > 0 && site.CaseworkerKeys.Contains("medarbejder-" + c.AssignedTo[0])
        );
        return ("medarbejder-" + child.AssignedTo[0], child.File.Id);
    }

    [Fact]
    public async Task A_note_is_saved_once_and_stands_in_the_journal_by_whoever_wrote_it()
    {
        var (key, child) = Mine();
        var browser = await site.As(key);
        var (_, form) = await site.Get(browser, $"/barn/{child}/notat");
        var fields = new[] { ("On", "2026-10-01"), ("Kind", "hjemmebesøg"), ("Title", "Besøg"), ("Body", "Ærø var glad for besøget.") };
        var head = site.Database.HeadNo;
        var (status, page, url) = await site.Post(browser, $"/barn/{child}/notat", form, fields);
        Assert.Equal((HttpStatusCode.OK, $"/barn/{child}/journal"), (status, url.AbsolutePath));
        Assert.Contains("Notatet er gemt", page.QuerySelector(".notice.ok")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ærø var glad", page.QuerySelector(".journal-card")!.TextContent, StringComparison.Ordinal);
        await site.Post(browser, $"/barn/{child}/notat", form, fields);
        Assert.Equal(head + 1, site.Database.HeadNo);
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task What_is_refused_comes_back_with_everything_that_was_typed()
    {
        var (key, child) = Mine();
        var browser = await site.As(key);
        var (_, form) = await site.Get(browser, $"/barn/{child}/notat");
        var head = site.Database.HeadNo;
        var (status, page, _) = await site.Post(
            browser,
            $"/barn/{child}/notat",
            form,
            [("On", "32-13-2026"), ("Kind", "møde"), ("Title", "Æbler & <pærer>"), ("Body", "")],
            mustSucceed: false
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(
            ("32-13-2026", "Æbler & <pærer>"),
            (page.QuerySelector("#felt-On")!.GetAttribute("value"), page.QuerySelector("#felt-Title")!.GetAttribute("value"))
        );
        Assert.NotNull(page.QuerySelector("input[name=Kind][value=møde][checked]"));
        Assert.Contains("Datoen kan ikke læses", page.QuerySelector("#fejl")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(head, site.Database.HeadNo);
    }

    [Fact]
    public async Task A_draft_fills_the_form_again_and_is_gone_when_the_form_is_saved()
    {
        var (key, child) = Mine();
        var browser = await site.As(key);
        var (_, form) = await site.Get(browser, $"/barn/{child}/notat");
        await site.Post(
            browser,
            "/kladde",
            form,
            [("spor-form", $"/barn/{child}/notat"), ("On", "2026-10-02"), ("Kind", "møde"), ("Body", "Halvt skre")]
        );
        var (_, again) = await site.Get(browser, $"/barn/{child}/notat");
        Assert.Equal("Halvt skre", again.QuerySelector("#felt-Body")!.TextContent.Trim());
        await site.Post(browser, $"/barn/{child}/notat", again, [("On", "2026-10-02"), ("Kind", "møde"), ("Body", "Helt skrevet")]);
        var (_, clean) = await site.Get(browser, $"/barn/{child}/notat");
        Assert.Equal("", clean.QuerySelector("#felt-Body")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_note_is_found_by_its_words_by_those_who_may_see_the_child_and_by_nobody_else()
    {
        var (key, child) = Mine();
        var browser = await site.As(key);
        var (_, form) = await site.Get(browser, $"/barn/{child}/notat");
        await site.Post(
            browser,
            $"/barn/{child}/notat",
            form,
            [
                ("On", "2026-10-01"),
                ("Kind", "telefonsamtale"),
                ("Title", "Skolen"),
                ("Body", "Lærer Åse fortæller om blåbærturen.\nAlt er godt."),
            ]
        );
        var (_, search) = await site.Get(browser, "/notater");
        var (_, found, url) = await site.Post(browser, "/notater", search, [("soeg", "BLÅBÆR skolen")]);
        Assert.Equal("", url.Query);
        Assert.Equal(["BLÅBÆR"], found.QuerySelectorAll("mark").Select(m => m.TextContent.ToUpperInvariant()));
        Assert.StartsWith($"/barn/{child}/journal#notat-", found.QuerySelector(".found a")!.GetAttribute("href"));
        Assert.Empty((await site.Post(browser, "/notater", search, [("soeg", "blåbær hekseri")])).Page.QuerySelectorAll(".found li"));
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await site.Post(browser, "/notater", search, [("soeg", "b")], mustSucceed: false)).Status
        );
        var other = await site.As(site.People.First(p => p.Role == ViewerRole.Caseworker && p.TeamId != site.Person(key).TeamId).Key);
        Assert.Empty(
            (await site.Post(other, "/notater", (await site.Get(other, "/notater")).Page, [("soeg", "blåbær")])).Page.QuerySelectorAll(
                ".found li"
            )
        );
    }

    [Fact]
    public void What_is_found_is_marked_wherever_it_stands()
    {
        string Marked(string body, params string[] words) =>
            string.Concat(Spor.Web.Case.Notes.SearchNotes.Snippet(body, words).Select(p => p.Item2 ? "[" + p.Item1 + "]" : p.Item1));
        Assert.Equal("[Ida] sagde, at [ida] er glad", Marked("Ida sagde, at ida er glad", "ida"));
        var far = Marked(new string('x', 300) + " Ida " + new string('y', 300), "ida");
        Assert.StartsWith("… ", far, StringComparison.Ordinal);
        Assert.Contains("[Ida]", far, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_elses_child_is_not_written_about()
    {
        var (key, child) = Mine();
        var other = site.People.First(p => p.Role == ViewerRole.Caseworker && p.TeamId != site.Person(key).TeamId);
        var (status, _) = await site.Get(await site.As(other.Key), $"/barn/{child}/notat");
        Assert.Equal(HttpStatusCode.Forbidden, status);
        // The act itself asks too, whatever page it comes from.
        using var scope = site.Services.CreateScope();
        var http = scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>();
        http.HttpContext = new DefaultHttpContext
        {
            RequestServices = scope.ServiceProvider,
            User = Principal.Of(other.Key, "test", "here"),
        };
        http.HttpContext.SetEndpoint(new(null, new(Spor.Cases.WriteNote.Verb), null));
        var form = FormState.New(0);
        var note = new Spor.Cases.WriteNote(child, site.Today, Spor.Cases.NoteKind.Meeting, null, "Må ikke skrives");
        Assert.False(scope.ServiceProvider.GetRequiredService<Acting>().Do(note, form).Saved);
        Assert.Equal("child-not-yours", Assert.Single(form.Refusals).Code);
    }
}
