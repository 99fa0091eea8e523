using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Spor.Storage;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Tests;

/// <summary>A child's journal: one stream, narrowed, searched and printed.</summary>
public sealed class JournalPageTests : IAsyncLifetime
{
    readonly Site site = new();

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    async Task<(HttpClient Browser, long Child)> WithNotes()
    {
        var child = site.Overview.Children.First(c =>
            c.Case is not null
            && c.AssignedTo.Count > 0
            && site.CaseworkerKeys.Contains("medarbejder-" + c.AssignedTo[0])
            && c.File.Notifications.Length > 0
            && c.File.Conversations.Length > 0
        );
        var browser = await site.As("medarbejder-" + child.AssignedTo[0]);
        var url = Routes.WriteNote(child.File.Id);
        foreach (
            var (kind, time, present, body) in new[]
            {
                ("telefonsamtale", "14.30", "", "Far siger, at Åse er træt om morgenen."),
                ("møde", "", "mor og klasselæreren", "Mødet på skolen gik godt. <b>Ikke fed</b>"),
            }
        )
        {
            var (_, form) = await site.Get(browser, url);
            await site.Post(
                browser,
                url,
                form,
                [("On", "2026-10-20"), ("At", time), ("Kind", kind), ("Title", ""), ("Body", body), ("Present", present)]
            );
        }
        return (browser, child.File.Id);
    }

    [Fact]
    public async Task Everything_a_person_would_tell_stands_in_one_stream_and_is_narrowed_by_kind_and_person()
    {
        var (browser, child) = await WithNotes();
        var (status, page) = await site.Get(browser, Routes.Journal(child));
        Assert.Equal(HttpStatusCode.OK, status);
        var all = page.QuerySelectorAll(".journal-x").Length;
        var text = page.QuerySelector(".journal-card")!.TextContent;
        Assert.Contains("kl. 14.30", text, StringComparison.Ordinal);
        Assert.Contains("til stede: mor og klasselæreren", text, StringComparison.Ordinal);
        Assert.Contains("<b>Ikke fed</b>", text, StringComparison.Ordinal);
        Assert.Contains("Underretning fra", text, StringComparison.Ordinal);
        // What a machine has to tell stands in the history alone.
        Assert.DoesNotContain("indlæst fra udtrækket", text, StringComparison.Ordinal);
        var (_, phone) = await site.Get(browser, Routes.Journal(child) + "?slags=telefon");
        Assert.Contains("Åse er træt", Assert.Single(phone.QuerySelectorAll(".journal-x")).TextContent, StringComparison.Ordinal);
        Assert.Equal("page", phone.QuerySelector(".chips a[href$='slags=telefon']")!.GetAttribute("aria-current"));
        var person = page.QuerySelector("#person option[value]:not([value=''])")?.GetAttribute("value");
        if (person is not null)
            Assert.InRange(
                (await site.Get(browser, $"{Routes.Journal(child)}?person={person}")).Page.QuerySelectorAll(".journal-x").Length,
                1,
                all - 1
            );
        // The printed journal has what was chosen, and no buttons.
        var (_, print) = await site.Get(browser, Routes.Journal(child) + "/udskriv?slags=telefon");
        Assert.Single(print.QuerySelectorAll(".journal-x"));
        Assert.Empty(print.QuerySelectorAll(".sheet-x form, .sheet-x .button"));
    }

    [Fact]
    public async Task It_is_searched_by_post_however_the_words_are_written_and_the_words_stand_in_no_log()
    {
        var (browser, child) = await WithNotes();
        var (_, page) = await site.Get(browser, Routes.Journal(child));
        var (_, found, url) = await site.Post(browser, Routes.Journal(child), page, [("soeg", "AASE traet")]);
        Assert.Equal("", url.Query);
        Assert.Equal(["Åse", "træt"], found.QuerySelectorAll("mark").Select(m => m.TextContent));
        Assert.Contains("1 sted", found.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("AASE traet", found.QuerySelector("#soeg")!.GetAttribute("value"));
        Assert.Empty(
            (await site.Post(browser, Routes.Journal(child), page, [("soeg", "\"træt Åse\"")])).Page.QuerySelectorAll(".journal-x")
        );
        var (status, refused, _) = await site.Post(browser, Routes.Journal(child), page, [("soeg", "t")], mustSucceed: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("mindst to tegn", refused.QuerySelector("#soeg-fejl")!.TextContent, StringComparison.Ordinal);
        var log = site.Services.GetRequiredService<AccessLog>();
        await log.Flush();
        Assert.DoesNotContain(log.Read(1000), l => l.Subject.Contains("aase", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(log.Read(1000), l => l.Kind == "journal" && l.Subject.Contains($"[{child}]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_note_that_was_corrected_and_the_one_that_corrects_it_lead_to_each_other()
    {
        var (browser, child) = await WithNotes();
        var (_, page) = await site.Get(browser, Routes.Journal(child) + "?slags=telefon");
        var correct = page.QuerySelector(".journal-x a[href*='retter=']")!.GetAttribute("href")!;
        var (_, form) = await site.Get(browser, correct);
        await site.Post(
            browser,
            correct,
            form,
            [
                ("On", "2026-10-21"),
                ("At", ""),
                ("Kind", "telefonsamtale"),
                ("Title", ""),
                ("Body", "Det var mor, ikke far."),
                ("Present", ""),
            ]
        );
        var (_, after) = await site.Get(browser, Routes.Journal(child) + "?slags=telefon");
        Assert.Equal(2, after.QuerySelectorAll(".journal-x").Length);
        foreach (var link in after.QuerySelectorAll(".journal-x p.small a"))
            Assert.NotNull(after.QuerySelector(link.GetAttribute("href")![link.GetAttribute("href")!.IndexOf('#')..]));
        Assert.Contains("Rettet af et senere notat", after.QuerySelectorAll(".journal-x")[1].TextContent, StringComparison.Ordinal);
    }
}
