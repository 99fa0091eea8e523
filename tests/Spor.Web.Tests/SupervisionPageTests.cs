using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Spor.Access;
using Spor.Facts;
using Spor.Storage.Facts;
using Spor.Supervision;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Tests;

/// <summary>Management supervision over HTTP, from a template to what a caseworker learns of it.</summary>
public sealed class SupervisionPageTests : IAsyncLifetime
{
    readonly Site site = new();

    public async ValueTask InitializeAsync()
    {
        await site.InitializeAsync();
        DemoRoles.Seed(site.Database);
    }

    public async ValueTask DisposeAsync() => await site.DisposeAsync();

    async Task<Uri> Do(string who, string path, params (string, string)[] fields)
    {
        var client = await site.As(who);
        var (status, form) = await site.Get(client, path);
        Assert.Equal(HttpStatusCode.OK, status);
        // With what stands in the form already, as a browser sends it.
        var given = fields.Select(f => f.Item1).ToHashSet();
        var standing = form.QuerySelectorAll("form.form-x :is(input:not([type=hidden]), textarea, select)")
            .Select(e =>
                (
                    Name: e.GetAttribute("name")!,
                    Value: e switch
                    {
                        IHtmlTextAreaElement area => area.TextContent.Trim(),
                        IHtmlSelectElement select => select.Value,
                        IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } => null,
                        IHtmlInputElement input => input.Value,
                        _ => null,
                    }
                )
            )
            .Where(f => f.Value is not null && !given.Contains(f.Name))
            .Select(f => (f.Name, f.Value!));
        var (_, page, url) = await site.Post(client, path, form, [.. fields, .. standing]);
        Assert.Equal("", page.QuerySelector(".notice.error")?.TextContent ?? "");
        return url;
    }

    async Task<string> Template()
    {
        var (_, form) = await site.Get(await site.As("leder"), "/ledelsestilsyn/skabelon");
        Assert.Contains("ikke en officiel skabelon", form.Body!.TextContent, StringComparison.Ordinal);
        await Do(
            "leder",
            "/ledelsestilsyn/skabelon",
            ("Name", "Vores skabelon"),
            ("QuestionsPlan", "Er målene konkrete?\nHar barnet været med?")
        );
        return site.Register.Of<ReadingTemplateFact>().Single().Id.ToString(CultureInfo.InvariantCulture);
    }

    List<DrawnCaseFact> Drawn() => [.. site.Register.Children.SelectMany(c => c.Of<DrawnCaseFact>())];

    async Task<(HttpStatusCode, IDocument)> Read(string who, DrawnCaseFact drawn, string answer, string? learning = null)
    {
        var path = $"/ledelsestilsyn/laes/{drawn.ChildId}/{drawn.Id}";
        var client = await site.As(who);
        var (status, form) = await site.Get(client, path);
        if (status != HttpStatusCode.OK)
            return (status, form);
        var asked = form.QuerySelectorAll("input[type=radio]").Select(i => i.GetAttribute("name")!).Distinct().ToList();
        var (saved, page, _) = await site.Post(
            client,
            path,
            form,
            [.. asked.Select(a => (a, answer)), .. learning is null ? Array.Empty<(string, string)>() : [("Learning", learning)]]
        );
        return (saved, page);
    }

    [Fact]
    public async Task A_round_is_drawn_read_counted_and_learnt_from()
    {
        var template = await Template();
        var worker = site.CaseworkerKeys[0];
        // The reader is of another team than some of the cases: the draw opens those, and nothing else.
        var url = await Do(
            "leder",
            "/ledelsestilsyn/ny",
            ("Name", "Fjerde kvartal"),
            ("TemplateId", template),
            ("Until", Form.Iso(site.Today.AddDays(20))),
            ("TeamId", ""),
            ("Readers", worker),
            ("Readers", "leder"),
            ("TwoReaders", "2")
        );
        var round = site.Register.Of<ReadingRoundFact>().Single();
        Assert.Equal($"/ledelsestilsyn/{round.Id}", url.AbsolutePath);
        var drawn = Drawn();
        Assert.Equal(2, drawn.Count(d => d.Second));
        Assert.Equal(drawn.Count(d => !d.Second), drawn.Where(d => !d.Second).Select(d => d.CaseworkerId).Distinct().Count());
        var me = site.Person(worker).EmployeeId;
        Assert.DoesNotContain(drawn, d => d.Reader == worker && d.CaseworkerId == me);
        Assert.Contains(
            "Ingen af de",
            (await site.Get(await site.As("leder"), url.AbsolutePath)).Item2.QuerySelector(".answer")!.TextContent,
            StringComparison.Ordinal
        );

        // Saved again while the round runs: the round stays on its version.
        await Do("leder", "/ledelsestilsyn/skabelon/" + template, ("QuestionsPlan", "Et helt andet spørgsmål?"));
        Assert.Equal(2, site.Register.Of<ReadingTemplateFact>().Length);
        var reader = await site.As(worker);
        var (_, list) = await site.Get(reader, "/ledelsestilsyn/laes");
        Assert.Equal(drawn.Count(d => d.Reader == worker), list.QuerySelectorAll("main .list-x > li").Length);
        Assert.Contains(list.QuerySelectorAll("nav a"), a => a.GetAttribute("href") == "/ledelsestilsyn/laes");
        // Of another team than the reader's. A child around whom somebody is called as a colleague opens for named people alone; the
        // case is then given to another reader.
        DrawnCaseFact? foreign = null;
        IDocument form = list;
        List<string> why = [];
        foreach (
            var d in drawn.Where(d =>
                d.Reader == worker
                && site.Register.Staff.TeamOf(site.Overview.Find(d.ChildId)!.File, site.Today) != site.Person(worker).TeamId
            )
        )
        {
            var (opened, page) = await site.Get(reader, $"/ledelsestilsyn/laes/{d.ChildId}/{d.Id}");
            (foreign, form) = foreign is null && opened == HttpStatusCode.OK ? (d, page) : (foreign, form);
            why.Add(page.QuerySelector("main")!.TextContent);
        }
        Assert.True(foreign is not null, string.Join('\n', why));
        Assert.Contains("Er målene konkrete?", form.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Et helt andet spørgsmål?", form.Body!.TextContent, StringComparison.Ordinal);

        // An unanswered question is said, and nothing typed is lost.
        var (unanswered, again, _) = await site.Post(
            reader,
            $"/ledelsestilsyn/laes/{foreign.ChildId}/{foreign.Id}",
            form,
            [("Answers0", "ja"), ("Learning", "Skriv målene, så de kan ses")],
            mustSucceed: false
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unanswered);
        Assert.Contains(
            "Skriv målene, så de kan ses",
            again.QuerySelector("textarea[name=Learning]")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.NotNull(again.QuerySelector("input[name=Answers0][value=ja][checked]"));
        Assert.Equal(HttpStatusCode.OK, (await Read(worker, foreign, "delvist", "Skriv målene, så de kan ses\nSpørg barnet")).Item1);

        // What was drawn for somebody else is not there; a child outside the draw is not opened.
        var others = drawn.First(d =>
            d.Reader == "leder"
            && drawn.All(o => o.ChildId != d.ChildId || o.Reader != worker)
            && !site.Register.Staff.IsOfTeam(site.Overview.Find(d.ChildId)!.File, site.Person(worker).TeamId!.Value, site.Today)
        );
        Assert.Equal(HttpStatusCode.Forbidden, (await Read(worker, others, "ja")).Item1);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(reader, "/barn/" + others.ChildId)).Item1);
        Assert.Equal(HttpStatusCode.OK, (await site.Get(reader, "/barn/" + foreign.ChildId)).Item1);

        foreach (var d in drawn.Where(d => d.Reader == "leder"))
            Assert.Equal(HttpStatusCode.OK, (await Read("leder", d, "ja")).Item1);
        var leader = await site.As("leder");
        var (_, shown) = await site.Get(leader, url.AbsolutePath);
        var result = RoundResult.Of(site.Register, round, site.Register.Children);
        var plan = shown.QuerySelector("#trin-tabel tr[data-step=plan]")!;
        Assert.Equal($"{result.Steps[0].InOrder.Yes} af {result.Steps[0].InOrder.Of}", plan.QuerySelectorAll("td")[0].TextContent);
        Assert.Contains("læst af to", shown.QuerySelector("#enighed")?.TextContent ?? "læst af to", StringComparison.Ordinal);
        Assert.Equal(drawn.Count, shown.QuerySelectorAll("#sager-tabel tbody tr").Length);

        // The caseworker meets the points on Min dag and says that they are seen.
        var whose = People.EmployeeKey(foreign.CaseworkerId!.Value);
        var (_, day) = await site.Get(await site.As(whose), "/min-dag");
        Assert.Equal(["Skriv målene, så de kan ses", "Spørg barnet"], day.QuerySelectorAll("#laering ul ul li").Select(l => l.TextContent));
        var button = day.QuerySelector("#laering form")!;
        await site.Post(await site.As(whose), button.GetAttribute("action")!, day, []);
        Assert.Null((await site.Get(await site.As(whose), "/min-dag")).Item2.QuerySelector("#laering"));
        Assert.Contains(
            "set ",
            (await site.Get(await site.As(whose), "/ledelsestilsyn/laering")).Item2.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Null((await site.Get(reader, "/ledelsestilsyn/laering")).Item2.QuerySelector("main .list-x li"));

        // A case that is not read is given to another, and an action is added and followed up.
        await Do(
            "leder",
            url.AbsolutePath,
            ("What", "Oplæg om mål"),
            ("EmployeeId", me.ToString()!),
            ("DueOn", Form.Iso(site.Today)),
            ("FollowUpOn", Form.Iso(site.Today.AddDays(60)))
        );
        var action = site.Register.Of<ReadingActionFact>().Single();
        await Do("leder", $"{url.AbsolutePath}/handling/{action.Id}", ("State", "gjort"), ("Effect", "Målene er blevet konkrete"));
        Assert.Contains(
            "Målene er blevet konkrete",
            (await site.Get(leader, url.AbsolutePath)).Item2.QuerySelector("#handlinger")!.TextContent,
            StringComparison.Ordinal
        );
        var unread = drawn.First(d => d.Reader == worker && d.Id != foreign.Id && !d.Second);
        var other = site.CaseworkerKeys.First(k => k != worker && site.Person(k).EmployeeId != unread.CaseworkerId);
        await Do("leder", $"{url.AbsolutePath}/sag/{unread.ChildId}/{unread.Id}", ("Reader", other));
        Assert.Equal(other, Drawn().Single(d => d.Id == unread.Id).Reader);

        // As files, without a name of anybody.
        var word = await leader.GetByteArrayAsync(new Uri(url.AbsolutePath + ".docx", UriKind.Relative));
        Assert.True(word.Length > 2000);
        var csv = Encoding.UTF8.GetString(
            await leader.GetByteArrayAsync(new Uri(url.AbsolutePath + "/tal.csv?tabel=trin", UriKind.Relative))
        );
        Assert.Contains("Plan;", csv, StringComparison.Ordinal);
        Assert.NotEmpty(await leader.GetByteArrayAsync(new Uri(url.AbsolutePath + "/tal.xlsx", UriKind.Relative)));
        Assert.NotEmpty(await leader.GetByteArrayAsync(new Uri("/ledelsestilsyn.csv", UriKind.Relative)));
        foreach (var address in new[] { "/ledelsestilsyn", url.AbsolutePath })
            Assert.Equal(
                [],
                await SameTables.Differences(
                    leader,
                    (await site.Get(leader, address)).Page,
                    but: f => f.Contains(".docx", StringComparison.Ordinal)
                )
            );

        // Ended: nothing is read any more, and the draw opens nothing.
        await Do("leder", url.AbsolutePath + "/ret", ("Name", "Fjerde kvartal 2026"));
        var (_, change) = await site.Get(leader, url.AbsolutePath + "/ret");
        await site.Post(leader, url.AbsolutePath + "/afslut", change, []);
        Assert.Equal(site.Today, site.Register.Of<ReadingRoundFact>().Single().EndedOn);
    }

    [Fact]
    public async Task An_auditor_reads_the_drawn_cases_and_the_second_audit_is_compared_with_the_first()
    {
        var template = await Template();
        var grant = site.Register.Of<RoleGrantFact>().Single(g => g.Role == ViewerRole.Auditor);
        var url = await Do(
            "leder",
            "/ledelsestilsyn/ekstern",
            ("Name", "Første gennemgang"),
            ("TemplateId", template),
            ("GrantId", grant.Id.ToString(CultureInfo.InvariantCulture)),
            ("Count", "6")
        );
        var first = site.Register.Of<ReadingRoundFact>().Single();
        Assert.Equal(grant.To, first.Until);
        var auditor = await site.As(grant.Person);
        var (_, list) = await site.Get(auditor, "/ledelsestilsyn/laes");
        Assert.Equal(6, list.QuerySelectorAll("main .list-x > li").Length);
        foreach (var d in Drawn())
        {
            var (status, read) = await Read(grant.Person, d, "nej");
            Assert.True(status == HttpStatusCode.OK, read.QuerySelector("main")?.TextContent ?? "");
        }
        // Nothing else is the auditor's: neither the rounds nor a case that was not drawn.
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(auditor, "/ledelsestilsyn")).Item1);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(auditor, url.AbsolutePath)).Item1);
        var ids = Drawn()
            .Select(d => d.ChildId)
            .Concat(site.Register.Children.Where(c => c.Of<SampledCaseFact>().Length > 0).Select(c => c.Id))
            .ToHashSet();
        var outside = site.Register.Children.First(c => !ids.Contains(c.Id) && c.Cases.Any(k => k.ActiveAt(site.Today)));
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(auditor, "/barn/" + outside.Id)).Item1);

        var (_, change) = await site.Get(await site.As("leder"), url.AbsolutePath + "/ret");
        await site.Post(await site.As("leder"), url.AbsolutePath + "/afslut", change, []);
        Assert.Equal(HttpStatusCode.Forbidden, (await Read(grant.Person, Drawn().First(d => d.RoundId == first.Id), "ja")).Item1);
        var second = await Do(
            "leder",
            "/ledelsestilsyn/ekstern",
            ("Name", "Anden gennemgang"),
            ("TemplateId", template),
            ("GrantId", grant.Id.ToString(CultureInfo.InvariantCulture)),
            ("Count", "6"),
            ("ComparedId", first.Id.ToString(CultureInfo.InvariantCulture))
        );
        foreach (var d in Drawn().Where(d => d.RoundId != first.Id))
            Assert.Equal(HttpStatusCode.OK, (await Read(grant.Person, d, "ja")).Item1);
        var (_, page) = await site.Get(await site.As("leder"), second.AbsolutePath);
        var row = page.QuerySelectorAll("#trin-tabel tr[data-step=plan] td").Select(t => t.TextContent.Trim()).ToList();
        Assert.Equal(("6 af 6", "0 af 6"), (row[0], row[3]));
        Assert.StartsWith("+100 procentpoint", row[4], StringComparison.Ordinal);
    }
}
