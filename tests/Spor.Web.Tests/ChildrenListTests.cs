using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using Spor.Facts;
using Spor.Interventions;
using Spor.Requirements;
using Spor.Storage;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Tests;

public sealed class ChildrenListTests(Site site)
{
    static readonly DateOnly Before = new(2025, 10, 31);

    static List<long> IdsOn(IParentNode page) =>
        [
            .. page.QuerySelectorAll("#resultat tbody th a")
                .Select(a => long.Parse(a.GetAttribute("href")!["/barn/".Length..], CultureInfo.InvariantCulture)),
        ];

    static async Task<List<long>> Ids(Site site, string who, string url)
    {
        var ids = new List<long>();
        for (string? next = url; next is not null; )
        {
            var (status, page) = await site.Get(await site.As(who), next);
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Null(page.QuerySelector(".notice.warn"));
            ids.AddRange(IdsOn(page));
            next = page.QuerySelector(".pager a[rel=next]")?.GetAttribute("href");
        }
        return ids;
    }

    static async Task<IDocument> Search(Site site, string who, string term)
    {
        var client = await site.As(who);
        var (_, form) = await site.Get(client, "/boern");
        var (status, page, url) = await site.Post(client, "/boern/soeg", form, [("q", term)], mustSucceed: false);
        // With nothing to search for it is refused, and says so.
        Assert.Equal(term.Trim().Length < 2 ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.OK, status);
        Assert.Equal("", url.Query);
        return page;
    }

    static async Task<string[]> CsvOf(Site site, string who, string url)
    {
        var bytes = await (await site.As(who)).GetByteArrayAsync(new Uri(url, UriKind.Relative));
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        return Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }

    bool Active(ChildFile c) => c.Cases.Any(s => s.ActiveAt(site.Today));

    string District(ChildFile c) => site.Register.Districts.First(d => d.DistrictId == c.Child.DistrictId).Name;

    async Task Same(string url, Func<ChildFile, bool> byHand)
    {
        var expected = site.Register.Children.Where(byHand).Select(c => c.Id).Order().ToList();
        Assert.Equal(expected, (await Ids(site, "leder", url)).Order());
        Assert.Equal(
            expected.Count,
            (await CsvOf(site, "leder", url.Replace("/boern", "/boern.csv", StringComparison.Ordinal))).Length - 1
        );
    }

    [Fact]
    public async Task Filters_find_the_children_that_going_through_the_register_by_hand_finds()
    {
        var (register, today) = (site.Register, site.Today);
        var catalogue = register.Catalogue;
        var all = Derive.All(register, today).ToLookup(r => r.ChildId);
        var district = register.Districts.First(d => d.Name == "Vestby").DistrictId;
        await Same("/boern", Active);
        await Same("/boern?lukkede=ja", _ => true);
        await Same("/boern?trin=5&paa=" + Form.Iso(Before), c => Ladder.StepAt(c, catalogue, Before) == 5);
        await Same("/boern?trin=0&paa=" + Form.Iso(today), c => Ladder.StepAt(c, catalogue, today) == 0);
        await Same("/boern?paa=" + Form.Iso(Before), c => Ladder.StepAt(c, catalogue, Before) > 0);
        await Same(
            $"/boern?distrikt={district}&maalgruppe=udsat",
            c => Active(c) && c.Child.DistrictId == district && c.Child.TargetGroup.Danish() == "udsat"
        );
        await Same(
            "/boern?maalgruppe=funktionsnedsættelse&trin=3",
            c => Active(c) && c.Child.TargetGroup.Danish() == "funktionsnedsættelse" && Ladder.StepAt(c, catalogue, today) == 3
        );
        await Same("/boern?overskredet=ja", c => Active(c) && all[c.Id].Any(r => r.State == RequirementState.Overdue));
        await Same(
            "/boern?krav=supervision-visit&overskredet=ja",
            c => Active(c) && all[c.Id].Any(r => r is { State: RequirementState.Overdue, Rule: Rule.SupervisionVisit })
        );
        await Same(
            "/boern?krav=first-follow-up&lukkede=ja",
            c => all[c.Id].Any(r => r is { State: RequirementState.Overdue or RequirementState.Upcoming, Rule: Rule.FirstFollowUp })
        );
        var days = $"a={Form.Iso(Before)}&b={Form.Iso(today)}";
        await Same(
            $"/boern?{days}&retning=ned",
            c => Ladder.StepAt(c, catalogue, Before) is var a and > 0 && Ladder.StepAt(c, catalogue, today) is var b and > 0 && b < a
        );
        await Same($"/boern?{days}&fra=3&til=1", c => Ladder.StepAt(c, catalogue, Before) == 3 && Ladder.StepAt(c, catalogue, today) == 1);
        await Same("/boern?form=pleje&paa=" + Form.Iso(today), c => Placements.FormAt(c, catalogue, today) == PlacementForm.Foster);
        await Same(
            "/boern?uden-raadgiver=ja",
            c =>
                Active(c)
                && !c.Assignments.Any(t =>
                    t.RunsOn(today)
                    && c.Cases.Any(s => s.Id == t.CaseId && s.ActiveAt(today))
                    && site.Register.Employments.Any(e => e.EmployeeId == t.EmployeeId && e.RunsOn(today))
                )
        );
    }

    [Fact]
    public async Task A_caseworkers_own_children_are_those_with_an_active_case_assigned_to_her()
    {
        var who = site.CaseworkerKeys[0];
        var me = site.Person(who).EmployeeId;
        var byHand = site
            .Register.Children.Where(c =>
                c.Assignments.Any(t =>
                    t.EmployeeId == me && t.RunsOn(site.Today) && c.Cases.Any(s => s.Id == t.CaseId && s.ActiveAt(site.Today))
                )
            )
            .Select(c => c.Id)
            .ToList();
        Assert.Equal(byHand.Order(), (await Ids(site, who, "/boern?mine=ja")).Order());
        var (_, page) = await site.Get(await site.As(who), "/boern?mine=ja");
        Assert.Equal(
            byHand.Count.ToString(CultureInfo.InvariantCulture),
            page.QuerySelector("nav.rail a[aria-current=page] .n")!.TextContent
        );
    }

    [Fact]
    public async Task The_page_says_in_words_what_the_list_is()
    {
        var (_, page) = await site.Get(await site.As("leder"), "/boern?trin=5&paa=2026-10-31");
        var count = site.Overview.Children.Count(c => c.Step == 5);
        Assert.Equal($"{count} børn på trin 5 den 31. oktober 2026.", page.QuerySelector(".lede")!.TextContent);
    }

    [Fact]
    public async Task Nonsense_in_the_address_is_said_and_left_out()
    {
        var (status, page) = await site.Get(
            await site.As("leder"),
            "/boern?trin=9&team=x&distrikt=99999&paa=2026-13-40&krav=drop&form=slot&a=2026-01-01&retning=ned&sorter=rang&side=0&overskredet=maaske&mine=ja&raadgiver=-1&maalgruppe=alle&trin=8"
        );
        Assert.Equal(HttpStatusCode.OK, status);
        var said = page.QuerySelector(".notice.warn")!.TextContent;
        // What stood there is said as it was typed; the names of an address' parts are for nobody to read.
        foreach (var value in new[] { "9,8", "x", "99999", "2026-13-40", "drop", "slot", "rang", "0", "maaske", "-1", "alle" })
            Assert.Contains($"»{value}« i linket", said, StringComparison.Ordinal);
        Assert.Contains("to dage", said, StringComparison.Ordinal);
        Assert.StartsWith(
            Kernel.Danish.Number(site.Register.Children.Count(Active)) + " børn med en aktiv sag",
            page.QuerySelector(".lede")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("navn")]
    [InlineData("alder")]
    [InlineData("trin")]
    [InlineData("distrikt")]
    [InlineData("sag")]
    [InlineData("frist")]
    public async Task A_column_orders_the_whole_list_and_says_so(string by)
    {
        var culture = StringComparer.Create(Kernel.Danish.Culture, false);
        async Task<List<ChildState>> List(string turned) =>
            [.. (await Ids(site, "leder", $"/boern?sorter={by}{turned}")).Select(id => site.Overview.Find(id)!)];
        var list = await List("");
        Action ordered = by switch
        {
            "navn" => () => Assert.Equal(list.Select(c => c.Child.Name).Order(culture), list.Select(c => c.Child.Name)),
            "alder" => () => Assert.Equal(list.Select(c => c.Child.BornOn).OrderDescending(), list.Select(c => c.Child.BornOn)),
            "trin" => () => Assert.Equal(list.Select(c => c.Step).Order(), list.Select(c => c.Step)),
            "distrikt" => () => Assert.Equal(list.Select(c => District(c.File)).Order(culture), list.Select(c => District(c.File))),
            "sag" => () => Assert.Equal(list.Select(c => c.Case!.OpenedOn).Order(), list.Select(c => c.Case!.OpenedOn)),
            _ => () => Assert.Equal(list.Select(Due).Order(), list.Select(Due)),
        };
        ordered();
        Assert.Equal(list.Select(c => c.File.Id).Order(), (await List("&omvendt=ja")).Select(c => c.File.Id).Order());
        var (_, page) = await site.Get(await site.As("leder"), $"/boern?sorter={by}&omvendt=ja");
        Assert.Equal("descending", Assert.Single(page.QuerySelectorAll("th[aria-sort]")).GetAttribute("aria-sort"));
        static DateOnly Due(ChildState c) => c.Open.Count > 0 ? c.Open[0].Due : DateOnly.MaxValue;
    }

    [Fact]
    public async Task A_search_finds_by_parts_of_a_name_CPR_birthday_and_the_number_of_a_case()
    {
        // b1 of the example: Nora Grøn, 640613-9834, born 4 June 2013, case s1.
        var nora = site.Register.Children.Single(c => c.Child.SourceKey == "b1").Id;
        foreach (var term in new[] { "nor grø", "GRØN NORA", "640613-9834", "6406139834", "040613", "640613", "s1", "b1" })
            Assert.Contains(nora, IdsOn(await Search(site, "leder", term)));
        Assert.Equal([nora], IdsOn(await Search(site, "leder", "640613-9834")));
        Assert.Empty(IdsOn(await Search(site, "leder", "640613-9835")));
        var none = await Search(site, "leder", "findes slet ikke");
        Assert.Contains("CPR", none.QuerySelector("#resultat .empty")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await Search(site, "leder", " ")).QuerySelector("#resultat .empty"));
    }

    [Fact]
    public async Task A_script_gets_the_results_alone()
    {
        var client = await site.As("leder");
        var (_, form) = await site.Get(client, "/boern");
        var token = form.QuerySelector("form.child-search input[type=hidden]")!;
        using var content = new FormUrlEncodedContent([
            new("q", "640613-9834"),
            new(token.GetAttribute("name")!, token.GetAttribute("value")!),
        ]);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/boern/soeg", UriKind.Relative)) { Content = content };
        request.Headers.Add("X-Spor-Part", "results");
        using var answer = await client.SendAsync(request);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Nora Grøn", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.DoesNotContain("<html", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_without_the_forms_token_is_refused()
    {
        using var content = new FormUrlEncodedContent([new("q", "nora")]);
        using var answer = await (await site.As("leder")).PostAsync(new Uri("/boern/soeg", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_caseworker_never_sees_another_teams_child()
    {
        var who = site.CaseworkerKeys[0];
        var person = site.Person(who);
        var foreign = site
            .Overview.Children.Where(c =>
                !c.AssignedTo.Contains(person.EmployeeId!.Value) && !site.Register.Staff.IsOfTeam(c.File, person.TeamId!.Value, site.Today)
            )
            .ToList();
        Assert.NotEmpty(foreign);
        var hidden = foreign.Select(c => c.File.Id).ToHashSet();
        var listed = await Ids(site, who, "/boern?lukkede=ja");
        Assert.NotEmpty(listed);
        Assert.DoesNotContain(listed, hidden.Contains);
        Assert.Equal(listed.Count, (await CsvOf(site, who, "/boern.csv?lukkede=ja")).Length - 1);
        var other = site.Register.Teams.First(t => t.TeamId != person.TeamId).TeamId;
        Assert.DoesNotContain(await Ids(site, who, "/boern?lukkede=ja&team=" + other), hidden.Contains);
        foreach (var c in foreign.Take(5))
        foreach (var term in new[] { c.Child.Name, c.Child.SourceKey!, c.Child.BornOn.ToString("ddMMyy", CultureInfo.InvariantCulture) })
            Assert.DoesNotContain(c.File.Id, IdsOn(await Search(site, who, term)));
    }

    [Fact]
    public async Task Protected_children_are_masked_and_found_by_number_alone_and_a_formula_is_only_text()
    {
        await using var own = new Site
        {
            EditExtract = folder =>
            {
                var file = Path.Combine(folder, "boern.csv");
                File.WriteAllLines(
                    file,
                    File.ReadAllLines(file)
                        .Select(
                            (line, i) =>
                                i == 0 ? line + ";Beskyttet"
                                : line.StartsWith("b2;", StringComparison.Ordinal)
                                    ? line.Replace(";Liva;Lyng;", ";Xerxes;Hemmelig;", StringComparison.Ordinal) + ";ja"
                                : line.StartsWith("b4;", StringComparison.Ordinal)
                                    ? line.Replace(";Liva;", ";=1+1;", StringComparison.Ordinal) + ";nej"
                                : line + ";nej"
                        )
                );
            },
        };
        await own.InitializeAsync();
        var id = own.Register.Children.Single(c => c.Child.SourceKey == "b2").Id;
        foreach (var term in new[] { "Xerxes", "hemmelig", "beskyttet" })
            Assert.DoesNotContain(id, IdsOn(await Search(own, "leder", term)));
        foreach (var term in new[] { "840215-1600", "s2", "b2" })
        {
            var page = await Search(own, "leder", term);
            Assert.Contains(id, IdsOn(page));
            Assert.DoesNotContain("Xerxes", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
            Assert.Contains("Beskyttet navn", page.QuerySelector("#resultat")!.TextContent, StringComparison.Ordinal);
        }
        var csv = await CsvOf(own, "leder", "/boern.csv?lukkede=ja");
        Assert.DoesNotContain(csv, l => l.Contains("Xerxes", StringComparison.Ordinal));
        Assert.Contains(csv, l => l.StartsWith("Beskyttet navn;", StringComparison.Ordinal));
        Assert.Contains(csv, l => l.StartsWith("'=1+1 ", StringComparison.Ordinal));
        Assert.DoesNotContain(csv, l => l.StartsWith('='));
        var deadlines = await own.As("leder");
        var (_, shown) = await own.Get(deadlines, "/frister?efter=barn&frem=90");
        Assert.DoesNotContain("Xerxes", shown.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain(await CsvOf(own, "leder", "/frister.csv?frem=90"), l => l.Contains("Xerxes", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+45", "'+45")]
    [InlineData("-1", "'-1")]
    [InlineData("@a", "'@a")]
    [InlineData("  =x", "'  =x")]
    [InlineData("\tx", "'\tx")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("Åse", "Åse")]
    [InlineData(null, "")]
    public void A_cell_that_a_spreadsheet_would_run_is_text(string? value, string cell) => Assert.Equal(cell, Csv.Cell(value));

    [Fact]
    public async Task No_link_or_form_carries_a_name()
    {
        foreach (
            var page in new[]
            {
                (await site.Get(await site.As("leder"), "/boern?lukkede=ja&sorter=navn")).Page,
                await Search(site, "leder", "holst"),
            }
        )
        {
            var addresses = page.QuerySelectorAll("[href],[action]")
                .Select(e => Uri.UnescapeDataString(e.GetAttribute("href") ?? e.GetAttribute("action")!))
                .ToList();
            var names = site
                .Register.Children.SelectMany(c => new[] { c.Child.FirstName!, c.Child.LastName! })
                .ToHashSet(StringComparer.OrdinalIgnoreCase);
            Assert.DoesNotContain(
                addresses,
                a => names.Any(n => a.Split('/', '?', '&', '=', '#').Contains(n, StringComparer.OrdinalIgnoreCase))
            );
        }
    }

    [Fact]
    public async Task A_list_a_search_and_an_export_are_one_row_each_in_the_log_of_who_looked()
    {
        var log = (AccessLog)site.Services.GetService(typeof(AccessLog))!;
        var who = site.CaseworkerKeys[^1];
        var client = await site.As(who);
        await log.Flush();
        var before = log.Read(1)[0].No;
        var (_, page) = await site.Get(client, "/boern?trin=1&sorter=navn");
        await site.Get(client, "/boern?trin=1&paa=2026-01-31");
        await site.Post(client, "/boern/soeg", page, [("q", "holst")]);
        await CsvOf(site, who, "/boern.csv?trin=1");
        await log.Flush();
        var mine = log.Read(1000).Where(l => l.No > before && l.Author == who).OrderBy(l => l.No).ToList();
        Assert.Equal(["list", "drill-down", "search", "export"], mine.Select(l => l.Kind));
        Assert.Contains("trin=1", mine[0].Subject, StringComparison.Ordinal);
        foreach (var id in IdsOn(page))
            Assert.Contains(id.ToString(CultureInfo.InvariantCulture), mine[0].Subject, StringComparison.Ordinal);
        Assert.DoesNotContain(mine, l => l.Subject.Contains("holst", StringComparison.OrdinalIgnoreCase));
    }
}
