using System.Net;
using System.Text;
using AngleSharp.Dom;
using Spor.Conferences;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Workforce;

namespace Spor.Web.Tests;

/// <summary>The figures of network conferences: what the functions say, with the children behind for those who may see them.</summary>
public sealed class ConferenceFiguresPageTests(Site site)
{
    async Task<IDocument> Page(string who, string query = "")
    {
        var (status, page) = await site.Get(await site.As(who), "/raadslagninger" + query);
        Assert.Equal(HttpStatusCode.OK, status);
        return page;
    }

    static string[] Cells(IElement row) => [.. row.QuerySelectorAll("td").Select(c => c.TextContent.Trim())];

    static string[] Shown(ConferenceCounts f) =>
        [
            .. new[] { f.Offered, f.InNewCases, f.Accepted, f.Held, f.HeldInNewCases, f.PrivateTime, f.PlansApproved, f.Replaced }.Select(
                n => Danish.Number(n)
            ),
        ];

    ConferenceStatistics Of(string from, string to, Group? filter = null) =>
        ConferenceStatistics.Of(
            KeyFigures.EngineOf(site.Register, site.Today),
            DateOnly.Parse(from),
            DateOnly.Parse(to),
            site.Today,
            filter
        );

    [Fact]
    public async Task A_municipality_with_very_many_teams_has_a_hundred_on_the_page_and_all_in_the_file()
    {
        await using var many = new Site
        {
            EditExtract = folder =>
                File.AppendAllLines(
                    Path.Combine(folder, "teams.csv"),
                    Enumerable.Range(500, 120).Select(n => $"t{n};Hold {n};25;2020-06-01;")
                ),
        };
        await many.InitializeAsync();
        var leader = await many.As("leder");
        var (_, page) = await many.Get(leader, "/raadslagninger");
        Assert.Equal(100, page.QuerySelectorAll("#team-tabel tbody tr:not(.sum)").Length);
        Assert.Contains("Her står de 100 første af", page.QuerySelector("#team-tal")!.TextContent, StringComparison.Ordinal);
        var file = page.QuerySelectorAll("#team-tal a")
            .Select(a => a.GetAttribute("href")!)
            .First(h => h.Contains(".csv", StringComparison.Ordinal));
        var lines = (await leader.GetStringAsync(new Uri(file, UriKind.Relative))).Split('\n');
        Assert.Equal(120, lines.Count(l => l.StartsWith("Hold ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_page_shows_the_twelve_months_by_month_team_and_district()
    {
        var page = await Page("leder");
        var f = Of("2025-11-01", "2026-10-31");
        Assert.True(f.All.Figures.Held > 20);
        Assert.Equal(
            f.Months.Reverse().Select(m => string.Join(' ', Shown(m.Figures))),
            page.QuerySelectorAll("#maaned-tabel tbody tr").Select(r => string.Join(' ', Cells(r)))
        );
        Assert.Equal("oktober 2026", page.QuerySelector("#maaned-tabel tbody th")!.TextContent);
        Assert.Equal(
            [.. f.Teams.Select(t => string.Join(' ', Shown(t.Figures))), string.Join(' ', Shown(f.All.Figures))],
            page.QuerySelectorAll("#team-tabel tbody tr").Select(r => string.Join(' ', Cells(r)))
        );
        Assert.Equal(
            [.. f.Districts.Select(t => string.Join(' ', Shown(t.Figures))), string.Join(' ', Shown(f.All.Figures))],
            page.QuerySelectorAll("#distrikt-tabel tbody tr").Select(r => string.Join(' ', Cells(r)))
        );
        // What an extract does not tell is not shown as no.
        Assert.Contains("det er ikke skrevet for nogen", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("5 til 10 om måneden", page.QuerySelector("#maaneder")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Målet er Assens Kommunes fra 2015", page.QuerySelector("#maaneder")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ("5", "10"),
            (
                page.QuerySelector("figure[data-band-least]")!.GetAttribute("data-band-least"),
                page.QuerySelector("figure[data-band-least]")!.GetAttribute("data-band-most")
            )
        );
    }

    [Fact]
    public async Task Steps_before_and_after_are_counts_that_claim_no_cause()
    {
        var page = await Page("leder");
        var steps = Of("2025-11-01", "2026-10-31").Steps;
        Assert.True(steps.Passed > 0 && steps.Waiting > 0);
        Assert.Equal(
            Enumerable
                .Range(0, Ladder.Steps)
                .Select(s =>
                    string.Join(' ', new[] { steps.Before[s], steps.On[s], steps.After[s], steps.WaitingBefore[s], steps.WaitingOn[s] })
                ),
            page.QuerySelectorAll("#trin-tabel tbody tr:not(.sum)").Select(r => string.Join(' ', Cells(r)))
        );
        var text = page.QuerySelector("#trin")!.TextContent;
        Assert.Contains("hvad der skete, ikke hvorfor", text, StringComparison.Ordinal);
        Assert.Contains($"For {steps.Passed} børn er der gået et år", text, StringComparison.Ordinal);
        Assert.Contains($"For {steps.Waiting} børn er året ikke gået endnu", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_leads_to_the_children_behind_it()
    {
        var page = await Page("leder");
        var links = page.QuerySelectorAll("#maaned-tabel a, #team-tabel a, #distrikt-tabel a, .kpi[href]")
            .Select(a => a.GetAttribute("href")!)
            .ToList();
        Assert.True(links.Count > 60);
        foreach (var href in links.Where((_, i) => i % 17 == 0))
        {
            var file = Encoding.UTF8.GetString(
                await (await site.As("leder")).GetByteArrayAsync(
                    new Uri(href.Replace("/boern", "/boern.csv", StringComparison.Ordinal), UriKind.Relative)
                )
            );
            var listed = file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length - 1;
            var count = page.QuerySelectorAll("a[href]").First(a => a.GetAttribute("href") == href);
            var shown = int.Parse((count.QuerySelector("b") ?? count).TextContent.Trim(), Danish.Culture);
            // A child may have two conferences in the period.
            Assert.InRange(listed, 1, shown);
        }
    }

    [Fact]
    public async Task A_period_and_a_group_are_chosen_and_nonsense_is_said_and_left_out()
    {
        var page = await Page("leder", "?fra=2026-01-01&til=2026-06-30&distrikt=" + site.Register.Districts[0].DistrictId);
        var f = Of("2026-01-01", "2026-06-30", new(DistrictId: site.Register.Districts[0].DistrictId));
        Assert.Equal(
            f.Months.Reverse().Select(m => string.Join(' ', Shown(m.Figures))),
            page.QuerySelectorAll("#maaned-tabel tbody tr").Select(r => string.Join(' ', Cells(r)))
        );
        // The target is of the whole municipality.
        Assert.Null(page.QuerySelector("figure[data-band-least]"));
        var wrong = await Page("leder", "?fra=i-fjor&til=2099-01-01&team=abc");
        Assert.Equal(3, wrong.QuerySelectorAll(".notice.warn p").Length);
    }

    [Theory]
    [InlineData("", "2024-11-01", "2025-10-31")]
    [InlineData("?mod=periode-foer&fra=01-05-2026", "2025-11-01", "2026-04-30")]
    [InlineData("?sammenlign=31-12-2025&fra=01-08-2026", "2025-10-01", "2025-12-31")]
    public async Task The_counts_stand_beside_another_period(string query, string from, string to)
    {
        var page = await Page("leder", query);
        var rows = page.QuerySelectorAll("#sammenlignet-tabel tbody tr").Select(Cells).ToList();
        var before = Of(from, to).All.Figures;
        Assert.Equal(Shown(before), rows.Select(r => r[1]));
        var now =
            query.Length == 0
                ? Of("2025-11-01", "2026-10-31")
                : Of(query.Contains("05-2026", StringComparison.Ordinal) ? "2026-05-01" : "2026-08-01", "2026-10-31");
        Assert.Equal(Shown(now.All.Figures), rows.Select(r => r[0]));
        var change = now.All.Figures.Offered - before.Offered;
        Assert.Equal(change == 0 ? "±0" : Danish.Signed(change), rows[0][2]);
    }

    [Fact]
    public async Task Other_children_may_be_compared_with_and_no_small_number_of_theirs_is_told()
    {
        var district = site.Register.Districts[0].DistrictId;
        var page = await Page("leder", "?mod=distrikt:" + district);
        var rows = page.QuerySelectorAll("#sammenlignet-tabel tbody tr").Select(Cells).ToList();
        Assert.Equal(Shown(Of("2025-11-01", "2026-10-31", new(DistrictId: district)).All.Figures), rows.Select(r => r[1]));
        foreach (var query in new[] { "", "?mod=distrikt:" + district, "?mod=periode-foer" })
            Assert.All(
                (await Page("controller", query)).QuerySelectorAll("#sammenlignet-tabel td.r"),
                c => Assert.False(int.TryParse(c.TextContent.Trim(), out var n) && n is > 0 and < 5, query + " " + c.TextContent)
            );
    }

    [Fact]
    public async Task Who_may_not_see_the_children_gets_no_small_number_on_the_page_or_in_the_files()
    {
        var page = await Page("controller");
        Assert.Empty(page.QuerySelectorAll("#indhold a[href^='/boern']"));
        foreach (var table in new[] { "#maaned-tabel", "#team-tabel", "#distrikt-tabel", "#trin-tabel", "#maaned-alle", "#maaned-nye" })
            Assert.All(
                page.QuerySelectorAll(table + " td.r"),
                c => Assert.False(int.TryParse(c.TextContent.Trim(), out var n) && n is > 0 and < 5, table + " " + c.TextContent)
            );
        Assert.Contains(page.QuerySelectorAll("#maaned-tabel td"), c => c.TextContent.Trim() == "skjult");
        Assert.Null(page.QuerySelector("#trin figure"));
        foreach (var table in new[] { "maaneder", "team", "distrikter", "trin", "i-stedet-for", "evaluering" })
        {
            var file = Encoding.UTF8.GetString(
                await (await site.As("controller")).GetByteArrayAsync(new Uri("/raadslagninger.csv?tabel=" + table, UriKind.Relative))
            );
            foreach (var line in file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1))
                Assert.All(
                    line.Split(';').Skip(1),
                    c => Assert.False(int.TryParse(c, out var n) && n is > 0 and < 5 && table != "i-stedet-for", table + " " + line)
                );
        }
    }

    [Fact]
    public async Task No_difference_of_what_is_shown_gives_a_small_number_away()
    {
        var page = await Page("controller");
        var f = Of("2025-11-01", "2026-10-31");
        var rows = page.QuerySelectorAll("#distrikt-tabel tbody tr").Select(Cells).ToList();
        for (var column = 0; column < 8; column++)
        {
            var parts = rows[..^1].ConvertAll(r => r[column]);
            var hidden = Enumerable.Range(0, parts.Count).Where(i => !int.TryParse(parts[i], out _)).ToList();
            // One hidden district alone would be the total less the others.
            if (int.TryParse(rows[^1][column], out _))
                Assert.NotEqual(1, hidden.Count);
        }
        // Those who said no are the offered less those who said yes: never both shown where that is few.
        foreach (var (cells, slice) in page.QuerySelectorAll("#maaned-tabel tbody tr").Select(Cells).Zip(f.Months.Reverse()))
            if (int.TryParse(cells[0], out var offered) && int.TryParse(cells[2], out var yes))
                Assert.False(offered - yes is > 0 and < 5, slice.From.ToString("O"));
    }

    [Fact]
    public void With_too_many_kinds_of_children_to_try_every_sum_teams_and_districts_are_hidden_whole()
    {
        // Every child has had conferences in months of its own: no two are alike.
        var children = Enumerable
            .Range(0, 1100)
            .Select(i =>
            {
                var child = new Spor.Children.ChildFact
                {
                    Id = i + 1,
                    BornOn = new(2012, 1, 1),
                    DistrictId = 1 + i % 3,
                };
                return ChildFile.Build(
                    child,
                    [
                        .. Enumerable
                            .Range(0, 11)
                            .Where(bit => (i + 1 >> bit & 1) == 1)
                            .Select(bit => new NetworkConferenceFact
                            {
                                Id = i * 20 + bit,
                                ChildId = i + 1,
                                OfferedOn = new(2026, 1 + bit % 10, 1 + bit),
                                HeldOn = bit > 8 ? new(2026, bit, 1) : null,
                            }),
                    ]
                );
            })
            .ToArray();
        var register = new Register
        {
            Catalogue = Spor.Interventions.Catalogue.Default,
            Children = children,
            Districts =
            [
                .. Enumerable
                    .Range(1, 3)
                    .Select(d => new Workforce.DistrictFact
                    {
                        Id = d,
                        DistrictId = d,
                        TeamId = 1,
                        Name = "D" + d,
                        From = new(2020, 1, 1),
                    }),
            ],
        };
        var engine = KeyFigures.EngineOf(register, new(2026, 10, 31));
        var f = ConferenceStatistics.Of(engine, new(2026, 1, 1), new(2026, 10, 31), new(2026, 10, 31));
        var hides = new Spor.Web.Leading.ConferencesInFigures.ConferenceDisclosure(f, engine, new(2026, 10, 31));
        var offered = Spor.Web.Leading.ConferencesInFigures.Counted.Find(ConferenceFigures.Offered);
        Assert.All(f.Districts, d => Assert.True(hides.Hides(Spor.Web.Leading.ConferencesInFigures.ConferenceDisclosure.Key(d, offered))));
        Assert.All(
            f.Months.Where(m => m.Figures.Offered > 100),
            m => Assert.False(hides.Hides(Spor.Web.Leading.ConferencesInFigures.ConferenceDisclosure.Key(m, offered)))
        );
        Assert.False(hides.Hides(Spor.Web.Leading.ConferencesInFigures.ConferenceDisclosure.Key(f.All, offered)));
    }

    [Fact]
    public async Task The_files_say_what_the_page_says()
    {
        var f = Of("2025-11-01", "2026-10-31");
        var file = Encoding.UTF8.GetString(
            await (await site.As("leder")).GetByteArrayAsync(new Uri("/raadslagninger.csv?tabel=maaneder", UriKind.Relative))
        );
        var lines = file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(
            f.Months.Reverse().Select(m => $"{Danish.Month(m.To)};{string.Join(';', Shown(m.Figures))};{Danish.Numeric(m.To)}"),
            lines.Skip(1)
        );
        var excel = await (await site.As("leder")).GetByteArrayAsync(new Uri("/raadslagninger.xlsx", UriKind.Relative));
        Assert.Equal((byte)'P', excel[0]);
    }

    [Fact]
    public async Task Evaluations_and_replaced_measures_are_shown_to_those_who_may_see_the_children_and_few_answers_to_nobody_else()
    {
        var own = new Site();
        await own.InitializeAsync();
        await using (own)
        {
            var held = own
                .Register.Children.SelectMany(c => c.Conferences)
                .Where(c => c.HeldOn > new DateOnly(2026, 1, 1))
                .Take(3)
                .ToList();
            own.Database.Journal.Act(
                new("evaluate-conference", "test"),
                (facts, ids) =>
                    Decision.Of([
                        .. held.SelectMany(
                            (c, i) =>
                            {
                                var copy = (NetworkConferenceFact)c.Copy();
                                (copy.ReplacedMeasureCode, copy.PrivateTimeUsed) = ("kontaktperson", true);
                                return new DomainEvent[]
                                {
                                    new Corrected(FactKinds.NetworkConference, copy),
                                    new Recorded(
                                        FactKinds.ConferenceEvaluation,
                                        new ConferenceEvaluationFact
                                        {
                                            Id = ids.Next(),
                                            ChildId = c.ChildId,
                                            ConferenceId = c.Id,
                                            On = own.Today,
                                            By = EvaluatedBy.Child,
                                            Heard = 3 + i,
                                            Decided = 2,
                                            Useful = 5,
                                        }
                                    ),
                                };
                            }
                        ),
                    ])
            );
            var (_, page) = await own.Get(await own.As("leder"), "/raadslagninger");
            Assert.Equal(
                ["Fast kontaktperson", "3"],
                [
                    page.QuerySelector("#erstattet-tabel tbody th")!.TextContent,
                    page.QuerySelector("#erstattet-tabel tbody td.r")!.TextContent.Trim(),
                ]
            );
            Assert.Equal("4,0", page.QuerySelector("#evaluering-tabel tbody td b")!.TextContent);
            Assert.Contains("3 svar", page.QuerySelector("#evaluering-tabel tbody td")!.TextContent, StringComparison.Ordinal);
            // What was written since the extract is not published yet: who may not see the child sees neither it nor that it is there.
            var (_, hidden) = await own.Get(await own.As("controller"), "/raadslagninger");
            Assert.Null(hidden.QuerySelector("#erstattet-tabel tbody td.r"));
            Assert.Null(hidden.QuerySelector("#evaluering-tabel tbody td"));
        }
    }
}
