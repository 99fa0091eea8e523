using System.IO.Compression;
using System.Net;
using Spor.Letters;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Journal;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Tests;

/// <summary>Letters in the browser: from the template to sent, and the municipality's own texts.</summary>
public sealed class LetterPageTests : IAsyncLifetime
{
    readonly Site site = new();

    public async ValueTask InitializeAsync() => await site.InitializeAsync();

    public async ValueTask DisposeAsync() => await site.DisposeAsync();

    (string Key, ChildState Child) Who(Func<ChildState, bool> wanted)
    {
        var child = site.Overview.Children.First(c =>
            c.Case is not null && c.AssignedTo.Count > 0 && site.CaseworkerKeys.Contains("medarbejder-" + c.AssignedTo[0]) && wanted(c)
        );
        return ("medarbejder-" + child.AssignedTo[0], child);
    }

    [Fact]
    public async Task An_acknowledgement_is_filled_from_the_notification_sent_once_and_fulfils_the_requirement()
    {
        var (key, child) = Who(c => c.Open.Any(r => r.Rule == Rule.NotificationAcknowledged));
        var id = child.File.Id;
        var owed = child.Open.First(r => r.Rule == Rule.NotificationAcknowledged);
        var browser = await site.As(key);
        var url = Routes.WriteLetter(id, Templates.Acknowledgement, "notification", owed.SubjectId);
        var (_, form) = await site.Get(browser, url);
        var body = form.QuerySelector("#felt-Body")!.TextContent;
        Assert.Contains("Tak for din underretning, som vi modtog den", body, StringComparison.Ordinal);
        // Where the letter says ring, a number is to stand: of one who has not written it, it is asked for.
        Assert.Contains("{rådgiverens telefon}", form.QuerySelector("main .notice")!.TextContent, StringComparison.Ordinal);
        body = body.Replace("{rådgiverens telefon}", "00 12 34 56", StringComparison.Ordinal);
        Assert.NotNull(form.QuerySelector("input[name=To][value=underretter][checked]"));
        var fields = new[]
        {
            ("To", "underretter"),
            ("Subject", "Tak"),
            ("Body", body.Trim()),
            ("SentOn", Form.Iso(site.Today)),
            ("Channel", "Digital Post"),
        };
        var head = site.Database.HeadNo;
        var (status, page, at) = await site.Post(browser, url, form, fields);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Matches("^/barn/" + id + "/brev/[0-9]+$", at.AbsolutePath);
        Assert.DoesNotContain("{", page.QuerySelector(".paper")!.TextContent, StringComparison.Ordinal);
        await site.Post(browser, url, form, fields);
        Assert.Equal(head + 1, site.Database.HeadNo);
        Assert.DoesNotContain(site.Overview.Find(id)!.Open, r => r.Rule == Rule.NotificationAcknowledged && r.SubjectId == owed.SubjectId);
        var (_, again, _) = await site.Post(
            browser,
            at.AbsolutePath + "/ret",
            form,
            [.. fields, (FormState.TokenField, Guid.NewGuid().ToString()), (FormState.SeenField, "999999")],
            mustSucceed: false
        );
        Assert.Contains("Brevet er sendt og kan ikke ændres", again.QuerySelector("#fejl")!.TextContent, StringComparison.Ordinal);

        using var word = await browser.GetAsync(new Uri(at.AbsolutePath + "/word", UriKind.Relative));
        Assert.Equal(Spor.Exchange.Office.Document.ContentType, word.Content.Headers.ContentType!.MediaType);
        var name = word.Content.Headers.ContentDisposition!.FileNameStar!;
        Assert.StartsWith("Kvittering til den, der underrettede ", name, StringComparison.Ordinal);
        if (!child.Child.Protected)
            Assert.EndsWith($", {child.Child.Name}.docx", name, StringComparison.Ordinal);
        using var zip = new ZipArchive(await word.Content.ReadAsStreamAsync());
        using var text = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        Assert.Contains("Tak for din underretning", await text.ReadToEndAsync(), StringComparison.Ordinal);

        var (_, childPage) = await site.Get(browser, Routes.Documents(id));
        Assert.Contains("Tak", childPage.QuerySelector("#breve")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Sendte et brev", await site.History(browser, id), StringComparison.Ordinal);
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task A_letter_with_an_open_field_comes_back_with_everything_typed_can_be_kept_and_gone_on_with()
    {
        var (key, child) = Who(_ => true);
        var id = child.File.Id;
        var browser = await site.As(key);
        var url = Routes.WriteLetter(id, Templates.Invitation);
        var (_, form) = await site.Get(browser, url);
        var fields = new[]
        {
            ("To", "andre"),
            ("OtherName", "Tante Æble"),
            ("Subject", "Kom <her>"),
            ("Body", "Kære {modtagerens navn}\n\nVi mødes {mødets sted}"),
            ("SentOn", Form.Iso(site.Today)),
            ("Channel", "brev"),
            ("Address", "Åvej 1"),
        };
        var (status, page, _) = await site.Post(browser, url, form, fields, mustSucceed: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("{mødets sted}", page.QuerySelector("#fejl")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ("Kom <her>", "Tante Æble", "Åvej 1"),
            (
                page.QuerySelector("#felt-Subject")!.GetAttribute("value"),
                page.QuerySelector("#felt-OtherName")!.GetAttribute("value"),
                page.QuerySelector("#felt-Address")!.TextContent.Trim()
            )
        );
        Assert.NotNull(page.QuerySelector("input[name=Channel][value=brev][checked]"));
        Assert.NotNull(page.QuerySelector("input[name=To][value=andre][checked]"));

        var (_, kept, at) = await site.Post(browser, url, page, [.. fields, (WriteLettersButton.Name, WriteLettersButton.Keep)]);
        Assert.Contains("Kladde", kept.QuerySelector(".lede")!.TextContent, StringComparison.Ordinal);
        var (_, mine) = await site.Get(browser, at.AbsolutePath + "/ret");
        var (_, hers) = await site.Get(browser, at.AbsolutePath + "/ret");
        Assert.Equal("Tante Æble", mine.QuerySelector("#felt-OtherName")!.GetAttribute("value"));
        await site.Post(
            browser,
            at.AbsolutePath + "/ret",
            mine,
            [.. fields.Where(f => f.Item1 != "Body"), ("Body", "Første"), (WriteLettersButton.Name, WriteLettersButton.Keep)]
        );
        var (conflict, both, _) = await site.Post(
            browser,
            at.AbsolutePath + "/ret",
            hers,
            [.. fields.Where(f => f.Item1 != "Body"), ("Body", "Anden"), (WriteLettersButton.Name, WriteLettersButton.Keep)],
            mustSucceed: false
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, conflict);
        Assert.Contains("Første", both.QuerySelector("#felt-Body-imens")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Anden", both.QuerySelector("#felt-Body")!.TextContent.Trim());
        await site.Post(browser, at.AbsolutePath + "/ret", both, [.. fields.Where(f => f.Item1 != "Body"), ("Body", "Anden")]);
        var (_, sent) = await site.Get(browser, at.AbsolutePath);
        Assert.StartsWith("Sendt", sent.QuerySelector(".lede")!.TextContent, StringComparison.Ordinal);
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    static class WriteLettersButton
    {
        public const string Name = "handling",
            Keep = "kladde",
            Look = "vis";
    }

    /// <summary>Before anything is saved: a letter for each who is chosen, in words to that reader, and everything typed still
    /// there.</summary>
    [Fact]
    public async Task A_letter_is_seen_as_each_gets_it_before_it_is_saved()
    {
        var (key, child) = Who(c => !c.Child.Protected && c.Child.AgeAt(site.Today) >= Recipients.Young);
        var id = child.File.Id;
        var browser = await site.As(key);
        var url = Routes.WriteLetter(id, Templates.Invitation);
        var (_, form) = await site.Get(browser, url);
        Assert.Null(form.QuerySelector("#eksempel"));
        var head = site.Database.HeadNo;
        var (_, page, _) = await site.Post(
            browser,
            url,
            form,
            [
                ("To", Recipients.Child),
                ("To", "andre"),
                ("OtherName", "Bo Nabo"),
                ("Subject", "Møde {om barnet}"),
                ("Body", "Kære {modtagerens navn}\n\nVi mødes og taler {om barnet}."),
                (WriteLettersButton.Name, WriteLettersButton.Look),
            ]
        );
        Assert.Equal(head, site.Database.HeadNo);
        var papers = page.QuerySelectorAll("#eksempel .paper").Select(p => p.TextContent).ToList();
        Assert.Equal(2, papers.Count);
        Assert.Contains("taler om dig.", papers[0], StringComparison.Ordinal);
        Assert.Contains("taler om " + child.Child.Name, papers[1], StringComparison.Ordinal);
        Assert.Contains("Kære Bo Nabo", papers[1], StringComparison.Ordinal);
        Assert.DoesNotContain("Bo Nabo", papers[0], StringComparison.Ordinal);
        Assert.Contains("{om barnet}", page.QuerySelector("#felt-Body")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Bo Nabo", page.QuerySelector("#felt-OtherName")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_head_of_department_writes_the_municipalitys_own_text_and_takes_the_default_back()
    {
        var browser = await site.As("leder");
        const string url = "/brevskabeloner/invitation";
        var (_, form) = await site.Get(browser, url);
        var (status, wrong, _) = await site.Post(
            browser,
            url,
            form,
            [("Subject", "Kom"), ("Body", "Kære {modtagerens navn} {vejret}"), ("From", Form.Iso(site.Today))],
            mustSucceed: false
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("{vejret}", wrong.QuerySelector("#fejl")!.TextContent, StringComparison.Ordinal);
        var (_, shown, _) = await site.Post(
            browser,
            url,
            form,
            [("Subject", "Kom"), ("Body", "Kære {modtagerens navn} {vejret}"), ("From", Form.Iso(site.Today)), ("handling", "vis")]
        );
        Assert.Contains("Kære Karen Eksempel {vejret}", shown.QuerySelector(".paper")!.TextContent, StringComparison.Ordinal);
        await site.Post(
            browser,
            url,
            form,
            [("Subject", "Kom nu"), ("Body", "Kære {modtagerens navn}\n\nVores egen tekst."), ("From", Form.Iso(site.Today))]
        );

        var (key, child) = Who(_ => true);
        var (_, letter) = await site.Get(await site.As(key), Routes.WriteLetter(child.File.Id, Templates.Invitation));
        Assert.Contains("Vores egen tekst.", letter.QuerySelector("#felt-Body")!.TextContent, StringComparison.Ordinal);
        var (_, back) = await site.Get(browser, url);
        await site.Post(browser, url, back, [("From", Form.Iso(site.Today)), ("handling", "standard")]);
        var (_, list) = await site.Get(browser, "/brevskabeloner");
        Assert.DoesNotContain("kommunens egen", list.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.True(Replay.Check(site.Database).Agrees);
        Assert.Equal(
            "/ingen-adgang",
            (await (await site.As(key)).GetAsync(new Uri("/brevskabeloner", UriKind.Relative))).RequestMessage!.RequestUri!.AbsolutePath
        );
    }
}
