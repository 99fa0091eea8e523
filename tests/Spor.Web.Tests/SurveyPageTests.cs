using System.Globalization;
using System.IO.Compression;
using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Spor.Storage;
using Spor.Voices;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Tests;

/// <summary>A survey over HTTP: from what is asked to what may be shown, answered by people who are nobody.</summary>
public sealed class SurveyPageTests : IAsyncLifetime
{
    // With a leader who is employed: the demo's own are not.
    readonly Site site = new()
    {
        EditExtract = folder =>
            File.AppendAllText(Path.Combine(folder, "medarbejdere.csv"), "m900;Rikke Lindevang;leder;t1;1,0;2020-01-01;\n"),
    };

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    async Task<(HttpStatusCode Status, IDocument Page, Uri Url)> Do(
        string from,
        string to,
        bool mustSucceed,
        params (string, string)[] fields
    )
    {
        var client = await site.As("leder");
        var (_, form) = await site.Get(client, from);
        return await site.Post(client, to, form, fields, mustSucceed: mustSucceed);
    }

    string Anybody => N(site.Register.Employments.First(e => e.RunsOn(site.Today)).EmployeeId);

    static string N(long n) => n.ToString(CultureInfo.InvariantCulture);

    async Task<SurveyFact> Made(string words = "ledelsen", string owner = "")
    {
        await Do(
            "/spoergeskemaer/nyt",
            "/spoergeskemaer/nyt",
            true,
            ("Kind", "spørgeskema"),
            ("Title", "Bliver I hørt?"),
            ("Licence", "Kommunens egne spørgsmål"),
            ("Intro", "Tak, fordi du svarer."),
            ("Groups", "Forældre\nUnge"),
            ("Questions", "Bliver du hørt?\nForstår du brevene?"),
            ("Scale", "Nej\nNoget\nJa"),
            ("OwnWords", "Hvad skal være bedre?"),
            ("WordsFor", words),
            ("EmployeeId", owner.Length > 0 ? owner : Anybody),
            ("LastDay", Form.Iso(site.Today.AddDays(14)))
        );
        return site.Register.Of<SurveyFact>()[0];
    }

    /// <summary>The codes stand in the one answer alone.</summary>
    async Task<List<string>> Links(SurveyFact survey, int group, int count)
    {
        var path = $"/spoergeskemaer/{survey.Id}";
        var (_, page, _) = await Do(path, path + "/links", true, ("GroupNo", N(group)), ("Count", N(count)));
        Assert.Equal(count, page.QuerySelectorAll("ul.codes svg.qr path").Length);
        return [.. page.QuerySelectorAll("ul.codes .code").Select(c => c.TextContent.Replace("-", "", StringComparison.Ordinal))];
    }

    [Fact]
    public async Task A_form_of_links_that_is_sent_twice_gives_them_once()
    {
        var survey = await Made();
        var path = $"/spoergeskemaer/{survey.Id}";
        var client = await site.As("leder");
        var (_, form) = await site.Get(client, path);
        (string, string)[] fields = [("GroupNo", "1"), ("Count", "3")];
        var (_, first, _) = await site.Post(client, path + "/links", form, fields);
        Assert.Equal(3, first.QuerySelectorAll("ul.codes .code").Length);
        var (status, again, _) = await site.Post(client, path + "/links", form, fields, mustSucceed: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Empty(again.QuerySelectorAll("ul.codes .code"));
    }

    async Task<HttpStatusCode> Answer(string code, string first, string? second, string? words = null)
    {
        using var nobody = site.Stranger();
        var (status, sheet) = await site.Get(nobody, "/svar/" + code);
        Assert.Equal(HttpStatusCode.OK, status);
        List<(string, string)> fields = [("kode", code), ("ark", "ja"), ("s0", first)];
        if (second is not null)
            fields.Add(("s1", second));
        if (words is not null)
            fields.Add(("o0", words));
        var answered = await site.Post(nobody, "/svar", sheet, fields, mustSucceed: false);
        if (answered.Status == HttpStatusCode.OK)
            Assert.Equal("/svar/tak", answered.Url.AbsolutePath);
        return answered.Status;
    }

    [Fact]
    public async Task A_survey_is_answered_by_nobody_and_shows_nothing_of_four_and_everything_of_five()
    {
        var leader = await site.As("leder");
        Assert.Contains(
            "Der er ingen spørgeskemaer endnu",
            (await site.Get(leader, "/spoergeskemaer")).Page.Body!.TextContent,
            StringComparison.Ordinal
        );
        // What is wrong is said, and nothing typed is lost.
        var (status, page, _) = await Do(
            "/spoergeskemaer/nyt",
            "/spoergeskemaer/nyt",
            false,
            ("Kind", "spørgeskema"),
            ("Questions", "Bliver du hørt?"),
            ("Scale", "Ja")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("Bliver du hørt?", page.QuerySelector("textarea[name=Questions]")!.TextContent, StringComparison.Ordinal);

        var survey = await Made();
        var path = $"/spoergeskemaer/{survey.Id}";
        var codes = await Links(survey, 1, 7);
        Assert.Equal(7, codes.Distinct().Count());
        // They are kept nowhere: the page does not know them.
        var (_, own) = await site.Get(leader, path);
        Assert.All(
            codes,
            c => Assert.DoesNotContain(c, own.Body!.InnerHtml.Replace("-", "", StringComparison.Ordinal), StringComparison.Ordinal)
        );
        // Nothing can be changed now.
        var (changed, _, _) = await Do(path + "/ret", path + "/ret", false, ("Questions", "Noget andet?"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, changed);

        for (var i = 0; i < 4; i++)
            Assert.Equal(HttpStatusCode.OK, await Answer(codes[i], "0", "2", "Skriv kortere " + N(i)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Do(path, path + "/toem", false)).Status);
        var four = (await site.Get(leader, path)).Page;
        Assert.Equal(
            ["7", "under fem", "under fem"],
            four.QuerySelectorAll("#grupper-tabel tbody tr:first-child td").Select(t => t.TextContent.Trim())
        );
        Assert.DoesNotContain("Skriv kortere", four.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Der er ingen svar at vise", four.QuerySelector("#svar")!.TextContent, StringComparison.Ordinal);
        foreach (var file in new[] { ".csv", ".xlsx", ".docx" })
            Assert.Equal(HttpStatusCode.OK, (await leader.GetAsync(new Uri(path + file, UriKind.Relative))).StatusCode);
        Assert.DoesNotContain("1,0", await leader.GetStringAsync(new Uri(path + ".csv", UriKind.Relative)), StringComparison.Ordinal);

        // The fifth answers one question; a link is good once.
        Assert.Equal(HttpStatusCode.OK, await Answer(codes[4], "2", null));
        using (var again = site.Stranger())
        {
            var (spent, told) = await site.Get(again, "/svar/" + codes[4]);
            Assert.Equal(HttpStatusCode.NotFound, spent);
            Assert.Contains("Koden er brugt", told.Body!.TextContent, StringComparison.Ordinal);
        }
        await Do(path, path + "/toem", true);
        var five = (await site.Get(leader, path)).Page;
        Assert.Equal(
            ["7", "under fem", "5"],
            five.QuerySelectorAll("#grupper-tabel tbody tr:first-child td").Select(t => t.TextContent.Trim())
        );
        var cells = five.QuerySelectorAll("#svar-tabel tbody td").Select(t => t.TextContent.Trim()).ToList();
        // Four said Nej and one Ja; four answered the second question, so it is not shown, and the young did not answer.
        Assert.Equal("1,4 (5 svar)", cells[0]);
        Assert.Equal(["under fem", "1,4", "under fem", "under fem", "under fem"], cells[1..]);
        Assert.Equal(4, five.QuerySelectorAll("#ord li").Length);
        var csv = await leader.GetStringAsync(new Uri(path + ".csv", UriKind.Relative));
        Assert.Contains("Forældre;Bliver du hørt?;5;1,4;4;0;1;", csv, StringComparison.Ordinal);
        Assert.Contains("Forældre;Forstår du brevene?;under fem", csv, StringComparison.Ordinal);
        using (var word = new ZipArchive(new MemoryStream(await leader.GetByteArrayAsync(new Uri(path + ".docx", UriKind.Relative)))))
        using (var text = new StreamReader(word.GetEntry("word/document.xml")!.Open()))
        {
            var written = await text.ReadToEndAsync(TestContext.Current.CancellationToken);
            Assert.Contains("1,4", written, StringComparison.Ordinal);
            Assert.Contains("Skriv kortere 2", written, StringComparison.Ordinal);
        }
        // Before it was emptied nothing was known of it.
        var before = site.Register.EntryNo - 1;
        Assert.Empty(new Municipality(site.Database).At(before, site.Today).Register.Of<SurveyAnswerFact>());

        // Asked again, it stands beside; and a closed one is answered no more.
        var again2 = await Do(path, path + "/igen", true, ("LastDay", Form.Iso(site.Today.AddDays(20))));
        Assert.NotEqual(path, again2.Url.AbsolutePath);
        await Do(path, path + "/luk", true);
        using var late = site.Stranger();
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(late, "/svar/" + codes[5])).Status);
        // A caseworker does not come here.
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(await site.As(site.CaseworkerKeys[0]), path)).Status);
    }

    [Fact]
    public async Task The_page_that_is_answered_has_no_script_no_menu_and_writes_nothing_about_who_came()
    {
        var survey = await Made();
        var codes = await Links(survey, 1, 3);
        var caseworker = await site.As(site.CaseworkerKeys[0]);
        var (head, looks) = (site.Register.EntryNo, LooksNow());
        using var nobody = site.Stranger();
        using var answer = await nobody.GetAsync(new Uri("/svar/" + codes[0], UriKind.Relative));
        var csp = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'", csp, StringComparison.Ordinal);
        Assert.DoesNotContain("script", csp, StringComparison.Ordinal);
        Assert.Contains("no-store", string.Join(' ', answer.Headers.GetValues("Cache-Control")), StringComparison.Ordinal);
        Assert.Equal("no-referrer", string.Join(' ', answer.Headers.GetValues("Referrer-Policy")));
        var (_, sheet) = await site.Get(nobody, "/svar/" + codes[0]);
        Assert.Empty(sheet.QuerySelectorAll("script, nav, a[href^='/']:not(.skip-link)"));
        Assert.Equal(2, sheet.QuerySelectorAll("form.answer fieldset").Length);
        Assert.Contains("kan læses af kommunens ledelse", sheet.Body!.TextContent, StringComparison.Ordinal);

        // Nothing answered, and too many words: it is said, and nothing typed is lost.
        var (empty, _, _) = await site.Post(nobody, "/svar", sheet, [("kode", codes[0]), ("ark", "ja")], mustSucceed: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty);
        var longWords = new string('x', 601);
        var (status, back, url) = await site.Post(
            nobody,
            "/svar",
            sheet,
            [("kode", codes[0]), ("ark", "ja"), ("s1", "2"), ("o0", longWords)],
            mustSucceed: false
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("/svar", url.AbsolutePath);
        Assert.Contains(longWords, back.QuerySelector("textarea[name=o0]")!.TextContent, StringComparison.Ordinal);
        Assert.True(back.QuerySelector("input[name=s1][value='2']")!.HasAttribute("checked"));

        // From paper: the code is typed, with dashes and in small letters, and stands in no address.
        var (_, door) = await site.Get(nobody, "/svar");
        var typed = await site.Post(nobody, "/svar", door, [("kode", SurveyBoxes.Readable(codes[1]).ToLowerInvariant())]);
        Assert.Equal(("/svar", 2), (typed.Url.AbsolutePath, typed.Page.QuerySelectorAll("form.answer fieldset").Length));
        var wrong = await site.Post(nobody, "/svar", door, [("kode", "ABCD-EFGH")], mustSucceed: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);

        // Somebody who is signed in answers as nobody too.
        var (_, theirs) = await site.Get(caseworker, "/svar/" + codes[2]);
        Assert.Empty(theirs.QuerySelectorAll("nav"));
        Assert.Equal(
            HttpStatusCode.OK,
            (await site.Post(caseworker, "/svar", theirs, [("kode", codes[2]), ("ark", "ja"), ("s0", "1")])).Status
        );
        Assert.Equal((head, looks), (site.Database.HeadNo, LooksNow()));
        Assert.Equal(1, SurveyBoxes.Waiting(site.Database, survey.Id)[1]);
    }

    long LooksNow() => site.Services.GetRequiredService<AccessLog>().Read(1).Select(l => l.No).FirstOrDefault();

    [Fact]
    public async Task Words_that_were_promised_to_one_are_shown_to_that_one_alone()
    {
        var owner = site.People.Single(p => p.Name == "Rikke Lindevang");
        var survey = await Made("den ansvarlige", N(owner.EmployeeId!.Value));
        var path = $"/spoergeskemaer/{survey.Id}";
        foreach (var code in await Links(survey, 2, 5))
            await Answer(code, "1", "1", "Hold, hvad I lover");
        await Do(path, path + "/toem", true);
        var leader = await site.As("leder");
        var (_, page) = await site.Get(leader, path);
        Assert.DoesNotContain("Hold, hvad I lover", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("vises kun for den, der er ansvarlig", page.QuerySelector("#ord")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await leader.GetAsync(new Uri(path + ".csv?tabel=ord", UriKind.Relative))).StatusCode);
        using (var word = new ZipArchive(new MemoryStream(await leader.GetByteArrayAsync(new Uri(path + ".docx", UriKind.Relative)))))
        using (var text = new StreamReader(word.GetEntry("word/document.xml")!.Open()))
            Assert.DoesNotContain(
                "hvad I lover",
                await text.ReadToEndAsync(TestContext.Current.CancellationToken),
                StringComparison.Ordinal
            );
        var (status, theirs) = await site.Get(await site.As(owner.Key), path);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(5, theirs.QuerySelectorAll("#ord li").Length);
    }

    [Fact]
    public async Task Groups_answer_about_each_other_and_the_matrix_is_drawn_with_its_numbers_beneath()
    {
        var leader = await site.As("leder");
        var (_, set) = await site.Get(leader, "/spoergeskemaer/nyt-om-samarbejde");
        Assert.Contains("De holder, hvad vi aftaler", set.QuerySelector("textarea[name=Questions]")!.TextContent, StringComparison.Ordinal);
        await Do(
            "/spoergeskemaer/nyt-om-samarbejde",
            "/spoergeskemaer/nyt",
            true,
            ("Kind", "samarbejde mellem grupper"),
            ("Title", "Samarbejdet"),
            ("Licence", "Spors eget sæt"),
            ("Groups", "Skolen\nRådgiverne\nPPR"),
            ("Questions", "Ved vi, hvad de gør?\nHolder de, hvad vi aftaler?"),
            ("Scale", "Nej\nNoget\nJa"),
            ("WordsFor", "ledelsen"),
            ("EmployeeId", Anybody),
            ("LastDay", Form.Iso(site.Today.AddDays(14)))
        );
        var survey = site.Register.Of<SurveyFact>()[0];
        var path = $"/spoergeskemaer/{survey.Id}";
        // Columns: Skolen 0 and 1, Rådgiverne 2 and 3, PPR 4 and 5.
        using (var nobody = site.Stranger())
        {
            var codes = await Links(survey, 1, 5);
            var (_, sheet) = await site.Get(nobody, "/svar/" + codes[0]);
            Assert.Equal(["Om Rådgiverne", "Om PPR"], sheet.QuerySelectorAll("form h2").Select(h => h.TextContent));
            foreach (var (code, i) in codes.Select((c, i) => (c, i)))
            {
                List<(string, string)> fields = [("kode", code), ("ark", "ja"), ("s2", "2"), ("s3", "2")];
                if (i < 4)
                    fields.Add(("s4", "0"));
                await site.Post(nobody, "/svar", sheet, fields);
            }
            foreach (var code in await Links(survey, 2, 5))
                await site.Post(
                    nobody,
                    "/svar",
                    sheet,
                    [("kode", code), ("ark", "ja"), ("s0", "0"), ("s1", "1"), ("s4", "1"), ("s5", "1")]
                );
        }
        await Do(path, path + "/toem", true);
        var (_, page) = await site.Get(leader, path);
        // Four answered about PPR, so nothing is shown of it, in the drawing or beneath.
        string[] matrix = ["–", "3,0", "under fem", "1,5", "–", "2,0", "under fem", "under fem", "–"];
        Assert.Equal(matrix, page.QuerySelectorAll("#matrix-tabel tbody td").Select(t => t.TextContent.Trim()));
        var drawn = page.QuerySelector("figure.picture .only-wide svg")!;
        Assert.Equal(
            matrix.Where(m => m != "–").Select(m => m == "under fem" ? "<5" : m),
            drawn.QuerySelectorAll("text[text-anchor=middle]").Skip(3).Select(t => t.TextContent.Trim())
        );
        Assert.Equal(["3,0", "1,5", "1,5"], page.QuerySelectorAll("#par-tabel tbody td").Select(t => t.TextContent.Trim()));
        Assert.StartsWith("Skolen og Rådgiverne", page.QuerySelector("#par-tabel tbody th")!.TextContent, StringComparison.Ordinal);
        var csv = await leader.GetStringAsync(new Uri(path + ".csv?tabel=matrix", UriKind.Relative));
        Assert.Contains("Skolen;;3;under fem", csv, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await leader.GetAsync(new Uri(path + ".xlsx", UriKind.Relative))).StatusCode);
    }
}
