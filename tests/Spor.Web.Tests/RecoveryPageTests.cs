using System.Net;
using System.Text;
using AngleSharp.Dom;
using Spor.Facts;
using Spor.Kernel;
using Spor.Recovery;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Tests;

/// <summary>The scan page: who sees the children and who the counts, and that they are the figures of the command line.</summary>
public sealed class RecoveryScanPageTests(Site site)
{
    async Task<IDocument> Page(string who, string query = "")
    {
        var (status, page) = await site.Get(await site.As(who), Routes.Recovery + query);
        Assert.Equal(HttpStatusCode.OK, status);
        return page;
    }

    [Fact]
    public async Task The_page_says_what_the_command_line_says()
    {
        var expected = RecoveryFigures.Of(site.Register, site.Today, site.Today).AtDay;
        var page = await Page("leder");
        foreach (var e in Codes<RecoveryElement>.All)
        {
            var c = expected.Elements[(int)e];
            Assert.Equal(
                [Danish.Number(c.Missing), Danish.Number(c.Late), Danish.Number(c.InOrder), Danish.Number(expected.Cases - c.Required)],
                page.QuerySelectorAll($"#dele-tabel tr[data-element='{e.Danish()}'] td").Select(t => t.TextContent.Trim())
            );
        }
        Assert.Equal(Math.Min(100, expected.Cases), page.QuerySelectorAll("#matrix tbody tr").Length);
        Assert.NotNull(page.QuerySelector("#dele svg"));
    }

    [Theory]
    [InlineData("teamleder-1")]
    [InlineData("")]
    public async Task Who_sees_some_children_is_shown_those_and_counts_of_those_alone(string who)
    {
        who = who.Length > 0 ? who : site.CaseworkerKeys[0];
        var person = site.Person(who);
        var page = await Page(who);
        var all = RecoveryScan.Of(site.Register, site.Today).Cases;
        var shown = page.QuerySelectorAll("#matrix tbody th a")
            .Select(a => long.Parse(a.GetAttribute("href")!["/barn/".Length..]))
            .ToList();
        Assert.NotEmpty(shown);
        var team = person.TeamId!.Value;
        Assert.All(shown, id => Assert.True(site.Register.Staff.IsOfTeam(site.Overview.Find(id)!.File, team, site.Today)));
        var rows = Encoding
            .UTF8.GetString(await (await site.As(who)).GetByteArrayAsync(new Uri(Routes.Recovery + ".csv?tabel=sager", UriKind.Relative)))
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Select(r => r.Split(';'))
            .ToList();
        Assert.True(rows.Count < all.Count);
        Assert.Equal(
            Danish.Number(rows.Count(r => r[2] == "mangler")),
            page.QuerySelector("#dele-tabel tr[data-element=assessment] td")!.TextContent.Trim()
        );
    }

    [Theory]
    [InlineData("controller")]
    [InlineData("byraad")]
    public async Task Who_sees_no_child_is_told_counts_and_nothing_small(string who)
    {
        if (site.People.All(p => p.Key != who))
            return;
        var page = await Page(who);
        Assert.Null(page.QuerySelector("#matrix"));
        Assert.Empty(page.QuerySelectorAll("main a[href^='/barn/']"));
        foreach (var cell in page.QuerySelectorAll("#dele-tabel td"))
            Assert.DoesNotContain(cell.TextContent.Trim(), new[] { "1", "2", "3", "4" });
        var (_, _) = await site.Get(await site.As(who), Routes.Recovery + ".csv?tabel=dele");
        var (status, _) = await site.Get(await site.As(who), Routes.Recovery + ".csv?tabel=sager");
        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    [Fact]
    public async Task The_filter_narrows_and_a_bad_one_is_said_without_losing_the_page()
    {
        var page = await Page("leder", "?del=plan&tilstand=over-fristen");
        var expected = RecoveryScan.Of(site.Register, site.Today).Cases.Count(c => c.States[RecoveryElement.Plan] == ElementState.Late);
        Assert.Equal(Math.Min(100, expected), page.QuerySelectorAll("#matrix tbody tr").Length);
        Assert.NotNull(page.QuerySelector("select[name=del] option[value=plan][selected]"));
        var (status, bad) = await site.Get(await site.As("leder"), Routes.Recovery + "?dag=31-02-2026&del=vrøvl");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(2, bad.QuerySelectorAll(".notice.error p").Length);
        Assert.NotNull(bad.QuerySelector("#matrix"));
    }

    [Fact]
    public async Task An_earlier_day_shows_what_was_so_then()
    {
        var day = site.Today.AddYears(-1);
        var expected = RecoveryFigures.Of(site.Register, day, day).AtDay;
        var page = await Page("leder", "?dag=" + Form.Iso(day));
        Assert.Equal(
            Danish.Number(expected.Elements[(int)RecoveryElement.FollowUp].Late),
            page.QuerySelectorAll("#dele-tabel tr[data-element=follow-up] td")[1].TextContent.Trim()
        );
        Assert.Contains(Danish.Long(day), page.QuerySelector(".answer")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_files_have_the_rows_of_the_page()
    {
        var leader = await site.As("leder");
        var csv = Encoding.UTF8.GetString(
            await leader.GetByteArrayAsync(new Uri(Routes.Recovery + ".csv?tabel=sager&del=plan", UriKind.Relative))
        );
        var lacking = RecoveryScan.Of(site.Register, site.Today).Cases.Count(c => c.States.Lacks(RecoveryElement.Plan));
        Assert.Equal(lacking + 1, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        foreach (var table in new[] { "dele", "team", "raadgivere" })
            Assert.NotEmpty(await leader.GetByteArrayAsync(new Uri(Routes.Recovery + ".xlsx?tabel=" + table, UriKind.Relative)));
    }
}

/// <summary>A programme from its start to its end, over HTTP.</summary>
public sealed class RecoveryProgrammePageTests : IAsyncLifetime
{
    readonly Site site = new();

    public async ValueTask InitializeAsync() => await site.InitializeAsync();

    public async ValueTask DisposeAsync() => await site.DisposeAsync();

    async Task<Uri> Start(string who, string name, DateOnly from, params (string, string)[] more)
    {
        var client = await site.As(who);
        var (_, form) = await site.Get(client, "/genopretning/ny");
        var (_, _, url) = await site.Post(
            client,
            "/genopretning/ny",
            form,
            [
                ("Name", name),
                ("From", Form.Iso(from)),
                ("TargetOn", Form.Iso(site.Today.AddMonths(5))),
                ("Elements", "assessment"),
                ("Elements", "plan"),
                ("Elements", "follow-up"),
                ("Order", "anbragte først"),
                ("Standard", "Godkendt af den faglige koordinator"),
                .. more,
            ]
        );
        return url;
    }

    [Fact]
    public async Task A_leader_starts_a_programme_plans_many_cases_at_once_and_reads_where_it_stands()
    {
        var from = site.Today.AddMonths(-5);
        var url = await Start("leder", "Efteråret", from);
        Assert.StartsWith("/genopretning/", url.AbsolutePath, StringComparison.Ordinal);
        var leader = await site.As("leder");
        var (_, page) = await site.Get(leader, url.AbsolutePath);
        var tally = RecoveryTally.Of(RecoveryCourse.Of(site.Register, site.Register.Of<RecoveryProgrammeFact>().Single(), site.Today));
        Assert.Equal(
            [
                Danish.Number(tally.Start.Old),
                Danish.Number(tally.Now.OldClosed),
                Danish.Number(tally.Now.InOrder),
                Danish.Number(tally.Now.NotInOrder),
                Danish.Number(tally.Now.BacklogOld.Sum() + tally.Now.BacklogNew.Sum()),
            ],
            page.QuerySelectorAll(".kpi b").Select(b => b.TextContent)
        );
        Assert.True(page.QuerySelectorAll("main svg").Length >= 3);

        // Everything that has no promise is planned, five a week.
        var plan = url.AbsolutePath + "/planlaeg?vis=uden-loefte";
        var (_, form) = await site.Get(leader, plan);
        var (_, _, after) = await site.Post(
            leader,
            plan,
            form,
            [
                ("alle", "ja"),
                ("Week", Form.Iso(site.Today)),
                ("EachWeek", "5"),
                ("Work", "planlagt"),
                ("EmployeeId", site.Person(site.CaseworkerKeys[0]).EmployeeId!.Value.ToString()),
            ],
            mustSucceed: true
        );
        Assert.Equal(url.AbsolutePath, after.AbsolutePath);
        var promises = site.Register.Children.SelectMany(c => c.Of<RecoveryPromiseFact>()).ToList();
        Assert.NotEmpty(promises);
        Assert.All(promises.GroupBy(p => p.Week), g => Assert.True(g.Count() <= 5));
        var (_, again) = await site.Get(leader, url.AbsolutePath);
        Assert.DoesNotContain("ikke planlagt", again.QuerySelector("#matrix")!.TextContent, StringComparison.Ordinal);

        // A second one over the same cases is refused with a link to the first, and nothing typed is lost.
        var (_, second) = await site.Get(leader, "/genopretning/ny");
        var (status, refused, _) = await site.Post(
            leader,
            "/genopretning/ny",
            second,
            [
                ("Name", "En til"),
                ("From", Form.Iso(site.Today)),
                ("TargetOn", Form.Iso(site.Today.AddMonths(2))),
                ("Elements", "plan"),
                ("Order", "anbragte først"),
            ],
            mustSucceed: false
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.NotNull(refused.QuerySelector($"#fejl a[href='{url.AbsolutePath}']"));
        Assert.Equal("En til", refused.QuerySelector("#felt-Name")!.GetAttribute("value"));

        // Over no case: a day before the first case.
        var (_, third) = await site.Get(leader, "/genopretning/ny");
        (status, refused, _) = await site.Post(
            leader,
            "/genopretning/ny",
            third,
            [
                ("Name", "Tom"),
                ("From", "1950-01-01"),
                ("TargetOn", Form.Iso(site.Today.AddMonths(2))),
                ("Elements", "plan"),
                ("Order", "anbragte først"),
            ],
            mustSucceed: false
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("intet at genoprette", refused.QuerySelector("#fejl")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_is_closed_from_the_programme_by_the_rule_of_every_closing()
    {
        var url = await Start("leder", "Efteråret", site.Today.AddMonths(-5));
        var leader = await site.As("leder");
        var (_, page) = await site.Get(leader, url.AbsolutePath + "?vis=ser-afsluttet-ud");
        var links = page.QuerySelectorAll("#matrix td a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.NotEmpty(links);
        // Without the parents' letter there is no way to close from here but the letter; with it, the child's own page of closing.
        var programme = site.Register.Of<RecoveryProgrammeFact>().Single();
        var informed = site
            .Register.Children.SelectMany(c => c.Cases)
            .Where(c => c.ParentsInformedOn is not null)
            .Select(c => c.ChildId)
            .ToHashSet();
        foreach (var link in links)
        {
            var child = long.Parse(link.Split('/')[2].Split('?')[0]);
            Assert.Equal(
                informed.Contains(child) ? Routes.CloseCase(child) : Routes.Child(child) + "/brev",
                link.Split('?')[0].Replace("/ny", "", StringComparison.Ordinal)
            );
        }
        Assert.DoesNotContain(
            Spor.Verbs.Verb.All,
            v => v.Name.Contains("recovery", StringComparison.Ordinal) && v.Name.Contains("clos", StringComparison.Ordinal)
        );
        Assert.NotNull(programme);
    }

    [Fact]
    public async Task Published_numbers_stand_beside_Spors_own_with_whether_they_add_up()
    {
        var url = await Start("leder", "Efteråret", site.Today.AddMonths(-5));
        var leader = await site.As("leder");
        var (_, form) = await site.Get(leader, url.AbsolutePath + "/offentliggjort");
        await site.Post(
            leader,
            url.AbsolutePath + "/offentliggjort",
            form,
            [
                ("Source", "Referat af 7. februar"),
                ("From", "2016-06-07"),
                ("To", "2017-01-31"),
                ("AtStart", "687"),
                ("Closed", "140"),
                ("NewAMonthHundredths", "25"),
                ("AtEnd", "602"),
                ("LoadAtStartHundredths", "43,4"),
                ("LoadAtEndHundredths", "35,4"),
            ]
        );
        var (_, page) = await site.Get(leader, url.AbsolutePath);
        var text = page.QuerySelector("#offentliggjort .notice.warn")!.TextContent;
        Assert.Contains("går ikke op", text, StringComparison.Ordinal);
        Assert.Contains("ca. 742", text, StringComparison.Ordinal);
        Assert.Contains("Forskellen er 140 sager", text, StringComparison.Ordinal);
        // And a change of staff is noted and removed again.
        var (_, staff) = await site.Get(leader, url.AbsolutePath + "/bemanding");
        await site.Post(
            leader,
            url.AbsolutePath + "/bemanding",
            staff,
            [
                ("Kind", "ændrede opgaver"),
                ("On", Form.Iso(site.Today.AddMonths(-2))),
                ("People", "5"),
                ("Element", "assessment"),
                ("Note", ""),
            ]
        );
        (_, page) = await site.Get(leader, url.AbsolutePath);
        Assert.Contains("5: ændrede opgaver, undersøgelse", page.QuerySelector("#bemanding")!.TextContent, StringComparison.Ordinal);
        var remove = page.QuerySelector("#bemanding form")!;
        await site.Post(leader, remove.GetAttribute("action")!, page, [("spor-token", Guid.NewGuid().ToString())]);
        Assert.Empty(site.Register.Of<RecoveryStaffingFact>());
    }

    [Fact]
    public async Task A_caseworker_sees_her_own_of_it_promises_for_herself_and_leads_nothing()
    {
        var url = await Start("leder", "Efteråret", site.Today.AddMonths(-5));
        // Whoever has old cases that are not in order.
        foreach (var who in site.CaseworkerKeys)
        {
            var client = await site.As(who);
            var (status, page) = await site.Get(client, url.AbsolutePath);
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Contains("de sager, du må se", page.QuerySelector("main")!.TextContent, StringComparison.OrdinalIgnoreCase);
            Assert.Null(page.QuerySelector($"a[href='{url.AbsolutePath}/ret']"));
            var (_, plan) = await site.Get(client, url.AbsolutePath + "/planlaeg?vis=mine");
            if (plan.QuerySelector("input[name=CaseIds]") is not { } box)
                continue;
            Assert.Null(plan.QuerySelector("select[name=EmployeeId]"));
            await site.Post(
                client,
                url.AbsolutePath + "/planlaeg?vis=mine",
                plan,
                [("CaseIds", box.GetAttribute("value")!), ("Week", Form.Iso(site.Today.AddDays(7))), ("Work", "i gang"), ("Element", "")]
            );
            var promise = Assert.Single(site.Register.Children.SelectMany(c => c.Of<RecoveryPromiseFact>()));
            Assert.Equal(box.GetAttribute("value"), promise.CaseId.ToString());
            Assert.Equal(site.Person(who).EmployeeId, promise.EmployeeId);
            return;
        }
        Assert.Fail("nobody had an old case to plan");
    }

    [Fact]
    public async Task The_board_has_promises_figures_decisions_and_minutes_and_the_status_names_nobody()
    {
        var url = await Start("leder", "Efteråret", site.Today.AddMonths(-5));
        var leader = await site.As("leder");
        var plan = url.AbsolutePath + "/planlaeg?vis=uden-loefte";
        var (_, form) = await site.Get(leader, plan);
        var worker = site.Person(site.CaseworkerKeys[0]);
        await site.Post(
            leader,
            plan,
            form,
            [("alle", "ja"), ("Week", Form.Iso(site.Today)), ("Work", "planlagt"), ("EmployeeId", worker.EmployeeId!.Value.ToString())]
        );
        var (_, themes) = await site.Get(leader, url.AbsolutePath + "/temaer");
        await site.Post(
            leader,
            url.AbsolutePath + "/temaer",
            themes,
            [
                ("Theme", "information til samarbejdspartnere"),
                ("What", "Brev til skoler og dagtilbud"),
                ("EmployeeId", worker.EmployeeId!.Value.ToString()),
                ("DueOn", Form.Iso(site.Today.AddDays(14))),
            ]
        );
        var action = Assert.Single(site.Register.Of<RecoveryActionFact>());
        var (_, one) = await site.Get(leader, $"{url.AbsolutePath}/temaer/{action.Id}");
        await site.Post(
            leader,
            $"{url.AbsolutePath}/temaer/{action.Id}",
            one,
            [
                ("What", "Brev til skoler og dagtilbud"),
                ("State", "gjort"),
                ("EmployeeId", worker.EmployeeId!.Value.ToString()),
                ("DueOn", Form.Iso(action.DueOn)),
            ]
        );
        Assert.Equal(site.Today, Assert.Single(site.Register.Of<RecoveryActionFact>()).DoneOn);

        var (_, board) = await site.Get(leader, url.AbsolutePath + "/tavle");
        Assert.Contains(worker.Name, board.QuerySelector("#tavle")!.TextContent, StringComparison.Ordinal);
        await site.Post(
            leader,
            url.AbsolutePath + "/tavle",
            board,
            [("HeldOn", Form.Iso(site.Today)), ("Present", "Birgit Strandby"), ("Decisions", "Der ansættes to vikarer.")]
        );
        var minutes = Word(await leader.GetByteArrayAsync(new Uri(url.AbsolutePath + "/tavle.docx", UriKind.Relative)));
        Assert.Contains("Der ansættes to vikarer.", minutes, StringComparison.Ordinal);
        Assert.Contains("Ugens tal", minutes, StringComparison.Ordinal);

        var status = Word(await leader.GetByteArrayAsync(new Uri(url.AbsolutePath + "/status.docx", UriKind.Relative)));
        Assert.Contains("Brev til skoler og dagtilbud", status, StringComparison.Ordinal);
        var old = RecoveryTally
            .Of(RecoveryCourse.Of(site.Register, site.Register.Of<RecoveryProgrammeFact>().Single(), site.Today))
            .Start.Old;
        Assert.Contains($"var der {Danish.Number(old)} aktive sager", status, StringComparison.Ordinal);
        Assert.DoesNotContain(worker.Name, status, StringComparison.Ordinal);
        foreach (var child in site.Register.Children.Take(200))
            Assert.DoesNotContain(child.Child.Name, status, StringComparison.Ordinal);
        // Word tells of the week and of the whole in tables of its own; who promises what is a link on the page.
        foreach (var page in new[] { url.AbsolutePath, url.AbsolutePath + "/tavle" })
            Assert.Equal(
                [],
                await SameTables.Differences(
                    leader,
                    (await site.Get(leader, page)).Page,
                    but: f => f.Contains(".docx", StringComparison.Ordinal) || f.Contains("tabel=sager", StringComparison.Ordinal)
                )
            );
        // Nobody without a team's page gets either.
        foreach (var who in new[] { "controller", "byraad" })
        foreach (var file in new[] { "/tavle.docx", "/status.docx" })
        {
            using var answer = await (await site.As(who)).GetAsync(new Uri(url.AbsolutePath + file, UriKind.Relative));
            Assert.NotEqual(Spor.Exchange.Office.Document.ContentType, answer.Content.Headers.ContentType?.MediaType);
        }
        // And they are told the counts of the programme, and no child.
        foreach (var who in new[] { "controller", "byraad", "controller-navne" })
        {
            var (code, told) = await site.Get(await site.As(who), url.AbsolutePath);
            Assert.Equal(who == "controller-navne" ? HttpStatusCode.OK : code, code);
            if (code != HttpStatusCode.OK)
                continue;
            Assert.Empty(told.QuerySelectorAll("main a[href^='/barn/']"));
            Assert.Null(told.QuerySelector("#matrix"));
            if (who != "controller-navne")
                Assert.DoesNotContain(told.QuerySelectorAll("#dele-tabel td"), c => c.TextContent.Trim() is "1" or "2" or "3" or "4");
        }
    }

    static string Word(byte[] bytes)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(bytes));
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        return System.Net.WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(reader.ReadToEnd(), "<[^>]+>", " "));
    }
}
