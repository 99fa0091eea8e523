using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Spor.Economy;
using Spor.Investing;
using Spor.Kernel;
using Spor.Storage.Journal;
using Spor.Verbs;

namespace Spor.Web.Tests;

/// <summary>
/// On every page about money and in every file of it, of any municipality: what is called a total is the sum of what stands above
/// it, to the øre, as printed.
/// </summary>
public sealed partial class MoneyTotalsTests(ITestOutputHelper output)
{
    /// <summary>What stands in a table, whether it is a page's or a file's.</summary>
    /// <param name="Where">For a message.</param>
    /// <param name="Total">The row that is called a total.</param>
    sealed record Printed(string Where, string[] Heads, List<string[]> Rows, string[]? Total);

    readonly Dictionary<string, int> checkedSums = [];

    [Fact]
    public async Task On_any_extract_every_total_is_the_sum_of_its_parts_as_printed()
    {
        for (var seed = 0; seed < Heavy.Times(20); seed++)
            await Look(seed);
        foreach (var (where, sums) in checkedSums.OrderBy(c => c.Key, StringComparer.Ordinal))
            output.WriteLine($"{sums, 6} {where}");
        // A page whose totals were not found would prove nothing.
        string[] must =
        [
            "/oekonomi",
            "/oekonomi/afstemning",
            "/oekonomi/statsrefusion",
            "/oekonomi/bevilget",
            "/udgiftsmodel",
            "/soem",
            "/investering/0",
            "/investering/0/holder-den",
            "/barn/0/oekonomi",
            "/oekonomi.csv",
            "/oekonomi/afstemning.csv",
            "/oekonomi/statsrefusion.csv",
            "/oekonomi/bevilget.csv",
            "/udgiftsmodel.csv",
            "/soem.csv",
            "/investering/0/tal.csv",
            "/oekonomi.xlsx",
            "/oekonomi/afstemning.xlsx",
            "/oekonomi/statsrefusion.xlsx",
            "/oekonomi/bevilget.xlsx",
            "/udgiftsmodel.xlsx",
            "/soem.xlsx",
            "/investering/0/tal.xlsx",
        ];
        Assert.Equal([], must.Where(m => checkedSums.GetValueOrDefault(m) == 0));
    }

    async Task Look(int seed)
    {
        await using var site = new Site { EditExtract = folder => RandomExtract.Write(folder, seed) };
        await site.InitializeAsync();
        var random = new Random(seed);
        Prepare(site, random);
        var leader = await site.As("leder");
        var investing = site.Register.Of<InvestmentCaseFact>().Select(c => $"/investering/{c.Id}").ToList();
        var months = Enumerable.Range(0, 3).Select(_ => $"/oekonomi?maaned={random.Next(2024, 2027)}-{random.Next(1, 10):00}");
        List<string> pages =
        [
            "/oekonomi",
            .. months,
            "/oekonomi/afstemning",
            "/oekonomi/statsrefusion",
            "/oekonomi/statsrefusion?aar=2025",
            .. new[] { "lov", "konto", "leverandoer", "team", "distrikt", "familie", "barn" }.Select(by =>
                "/oekonomi/bevilget?efter=" + by
            ),
            "/udgiftsmodel",
            "/udgiftsmodel?udgangspunkt=2024",
            "/distrikter",
            "/hvad-virker",
            "/prognose?fra=institution&til=pleje&pladser=3&maaneder=18",
            "/soem?maalgruppe=Alle&deltagere=37&effekt=33&udgift=12.345,67&aar=3",
            .. investing,
            .. investing.Take(1).Select(i => i + "/holder-den"),
            .. site
                .Overview.Children.Where(c => c.Case is not null && c.File.Interventions.Length > 0)
                .OrderByDescending(c => c.File.Interventions.Length)
                .Take(10)
                .Select(c => $"/barn/{c.File.Id}/oekonomi"),
        ];
        foreach (var url in pages)
            await LookAt(site, leader, url, $"seed {seed} ");
        await Whole(site, leader);
    }

    /// <summary>What the pages need beside an extract: rates, a plan, a case that was signed, and what was spent on it.</summary>
    static void Prepare(Site site, Random random)
    {
        var acts = site.Services.GetRequiredService<Acts>();
        var clock = new Clock(TimeProvider.System, site.Today);
        Done Do<C>(C command)
            where C : class, ICommand<C>
        {
            var done = acts.Do(command, Author.Program("test"), clock);
            Assert.True(done.Saved, string.Join(", ", done.Refusals.Select(r => r.Code)));
            return done;
        }
        foreach (var year in new[] { 2025, 2026 })
            Do(new SetRefundRate(year, 2024, random.Next(0, 500), 25, 300_000_37, 50, 600_000_01, 75, 900_000_99, "Regneeksempel"));
        Do(new SetPlacementPlan(2026, random.Next(1, 9_999), random.Next(1, 9_999), random.Next(1, 999)));
        foreach (var consequence in Enum.GetValues<Consequence>())
            Do(
                new SetSocialRate(
                    "Alle",
                    consequence,
                    new(2026, 1, 1),
                    random.NextInt64(10_000_00, 900_000_00),
                    2026,
                    33_33,
                    33_33,
                    33_34,
                    [.. Enumerable.Range(0, SocialRateFact.Years).Select(_ => (long?)random.Next(-50, 300))],
                    "Regneeksempel"
                )
            );
        var alternative = Enum.GetValues<Alternative>()[random.Next(2)];
        var made = Do(new WriteInvestment(null, "En sag", 2026, 2028, alternative, null, null, random.Next(0, 14), null, null, null))
            .New<InvestmentCaseFact>()!;
        foreach (
            var kind in new[] { InvestmentKind.Posts, InvestmentKind.Training, InvestmentKind.FewerPlacements, InvestmentKind.OtherSaving }
        )
            Do(
                new WriteInvestmentLine(
                    made.Id,
                    null,
                    kind,
                    "Linje",
                    2026,
                    2028,
                    random.Next(1, 12),
                    random.Next(1, 777),
                    random.NextInt64(450_000_01, 700_000_99),
                    random.Next(0, 999),
                    null,
                    null,
                    kind == InvestmentKind.FewerPlacements ? Interventions.PlacementForm.Institution : null,
                    null,
                    false,
                    "Regneeksempel"
                )
            );
        Do(new SignInvestment(made.Id, "Anne Holm"));
        foreach (var month in Enumerable.Range(1, 4))
            Do(new NoteInvestmentSpent(made.Id, new(2026, month, 1), random.NextInt64(1, 500_000_00), "Løn"));
        Do(new TakeInvestmentExample(InvestmentExample.Bronderslev));
        // The pages' snapshot is up to a quarter of a second old.
        Assert.True(SpinWait.SpinUntil(() => site.Register.Of<InvestmentCaseFact>().Length == 2, TimeSpan.FromSeconds(20)));
    }

    async Task LookAt(Site site, HttpClient who, string url, string seed)
    {
        var (status, page) = await site.Get(who, url);
        Assert.True(status == System.Net.HttpStatusCode.OK, $"{seed}{url} answered {status}");
        var files = page.QuerySelectorAll(".export-links a")
            .Select(a => a.GetAttribute("href")!)
            .Where(h => h.Contains(".csv", StringComparison.Ordinal) || h.Contains(".xlsx", StringComparison.Ordinal))
            .Distinct()
            .ToList();
        var tables = page.QuerySelectorAll("table").Select(t => Read(t, seed + url)).ToList();
        // A long table goes on over several pages, and its total is that of all of them.
        if (Last(page) is > 1 and var last)
            for (var side = 2; side <= last; side++)
            {
                var (_, next) = await site.Get(who, $"{url}&side={side}");
                tables[0].Rows.AddRange(Read(next.QuerySelector("table")!, url).Rows);
            }
        foreach (var table in tables)
            Sum(table, url);
        Special(page, url, seed);
        foreach (var file in files)
        {
            var bytes = await who.GetByteArrayAsync(new Uri(file, UriKind.Relative));
            var excel = file.Contains(".xlsx", StringComparison.Ordinal) ? SameTables.Excel(bytes, file) : null;
            var rows = excel is null ? Read(Encoding.UTF8.GetString(bytes), seed + file) : Read([excel.Heads, .. excel.Rows], seed + file);
            // An Excel file has the cells of the CSV beside it.
            if (excel is not null)
                Assert.Equal(
                    [],
                    SameTables.Unlike(
                        SameTables.Csv(
                            await who.GetByteArrayAsync(new Uri(file.Replace(".xlsx", ".csv", StringComparison.Ordinal), UriKind.Relative)),
                            file
                        ),
                        excel
                    )
                );
            // A file without a total of its own holds the parts of its page's.
            if (rows.Total is null && tables.Find(t => t.Total is not null && t.Heads[0] == rows.Heads[0]) is { Total: { } total } of)
                rows = rows with { Total = [.. rows.Heads.Select(h => Array.IndexOf(of.Heads, h) is >= 0 and var at ? total[at] : "")] };
            Sum(rows, file);
        }
    }

    static int Last(IDocument page) =>
        page.QuerySelectorAll("a[href*='side=']")
            .Select(a => int.Parse(Side().Match(a.GetAttribute("href")!).Groups[1].Value, CultureInfo.InvariantCulture))
            .DefaultIfEmpty(1)
            .Max();

    static Printed Read(IElement table, string where)
    {
        string[] Of(IElement row) => [.. row.Children.Select(c => c.TextContent.Trim())];
        return new(
            $"{where} »{table.QuerySelector("caption")?.TextContent}«",
            [.. table.QuerySelectorAll("thead tr:last-child > *").Select(h => h.TextContent.Trim())],
            // What stands below the total is no part of it.
            [.. table.QuerySelectorAll("tbody tr").TakeWhile(r => r.ClassName != "sum").Select(Of)],
            table.QuerySelector("tbody tr.sum") is { } sum ? Of(sum) : null
        );
    }

    static Printed Read(string csv, string where) =>
        Read([.. csv.TrimStart('\ufeff').Split("\r\n").TakeWhile(l => l.Length > 0).Select(Cells)], where);

    static Printed Read(List<string[]> rows, string where)
    {
        var total = rows.FindIndex(r => r.Take(2).Any(c => c is "I alt" or "Alle anbringelser"));
        return new(where, rows[0], [.. rows.Skip(1).TakeWhile((_, i) => i + 1 != total)], total < 0 ? null : rows[total]);
    }

    static string[] Cells(string line) => [.. Cell().Matches(";" + line).Select(m => m.Groups[1].Value.Trim('"'))];

    void Sum(Printed table, string url)
    {
        if (table.Total is not { } total || table.Rows.Count == 0)
            return;
        for (var i = 0; i < Math.Min(total.Length, table.Heads.Length); i++)
        {
            // What a year costs, and how many years somebody was placed, do not add up when they are rounded.
            if (table.Heads[i].StartsWith("Helår", StringComparison.Ordinal) || table.Heads[i].Contains("ris ", StringComparison.Ordinal))
                continue;
            // Neither do the ends of ranges.
            if (table.Heads[i] is "nederst" or "øverst")
                continue;
            if (Number(total[i]) is not { } sum)
                continue;
            var parts = table.Rows.Where(r => r.Length > i).Select(r => Number(r[i])).ToList();
            if (
                table.Heads[i].Contains("lagt sammen", StringComparison.Ordinal)
                || table.Heads[i].Contains("indtil", StringComparison.Ordinal)
            )
                Assert.True(parts[^1] == sum, $"{table.Where}, {table.Heads[i]}: the last is {parts[^1]} and the total {sum}");
            else
                Assert.True(parts.Sum() == sum, $"{table.Where}, {table.Heads[i]}: the parts are {parts.Sum()} and the total {sum}");
            var name = Digits().Replace(url.Split('?')[0], "/0");
            checkedSums[name] = checkedSums.GetValueOrDefault(name) + 1;
        }
    }

    /// <summary>1.234,56, with a sign perhaps and with a range after it perhaps; anything else is no amount.</summary>
    static decimal? Number(string text) =>
        Amount().Match(text.Replace('−', '-')) is { Success: true } m
            ? decimal.Parse(m.Groups[1].Value.TrimStart('+'), NumberStyles.Number, Danish.Culture)
            : null;

    [GeneratedRegex(@"^([+-]?[\d.]+,\d\d)( \(.*\))?$")]
    private static partial Regex Amount();

    [GeneratedRegex(@"[+-]?[\d.]+,\d\d")]
    private static partial Regex Amounts();

    /// <summary>A cell of a line: what stands in quotation marks may hold a semicolon.</summary>
    [GeneratedRegex(";(\"(?:[^\"]|\"\")*\"|[^;]*)")]
    private static partial Regex Cell();

    [GeneratedRegex(@"side=(\d+)")]
    private static partial Regex Side();

    [GeneratedRegex(@"/\d+")]
    private static partial Regex Digits();

    static List<decimal> In(string text) =>
        [
            .. Amounts()
                .Matches(text.Replace('−', '-'))
                .Select(m => decimal.Parse(m.Value.TrimStart('+'), NumberStyles.Number, Danish.Culture)),
        ];

    /// <summary>What adds up on a page without a row that is called a total.</summary>
    static void Special(IDocument page, string url, string seed)
    {
        List<decimal?[]> Table(string selector) =>
            [
                .. page.QuerySelectorAll(selector + " tbody tr:not(.sum)")
                    .Select(r => r.Children.Select(c => Number(c.TextContent.Trim())).ToArray()),
            ];
        void Equal(decimal? expected, decimal? actual, string what) =>
            Assert.True(expected == actual, $"{seed}{url}: {what}: {expected} and {actual}");

        if (page.GetElementById("pris-og-antal") is { } split)
        {
            var answer = In(split.QuerySelector("p:not(.note)")!.TextContent);
            if (answer.Count == 4)
                Equal(answer[0], answer[1] + answer[2] + answer[3], "volume, mix and price");
            foreach (var row in Table("#pris-og-antal"))
                Equal(row[5], row[6] + row[7], "volume and price of a step");
        }
        if (page.GetElementById("plan") is { } plan && In(plan.TextContent) is { Count: 6 } n)
        {
            Equal(n[2], n[0] - n[1], "the deviation from the plan");
            Equal(n[2], n[3] + n[4] + n[5], "volume, mix and price of the plan");
        }
        if (page.GetElementById("trin") is { } steps)
            foreach (
                var row in steps.QuerySelectorAll("tbody tr").Select(r => r.Children.Select(c => Number(c.TextContent.Trim())).ToArray())
            )
            {
                Equal(row[4], row[2] + row[3], "actual and granted");
                if (row[1] is { } budget)
                    Equal(row[5], row[4] - budget, "forecast and budget");
            }
        foreach (var row in Table("#bevilget"))
            Equal(row[5], row[3] + row[4], "actual and granted ahead");
        foreach (var row in Table("#aar-tabel"))
        {
            Equal(row[2], row[3] + row[4] + row[5], "municipality, region and state");
            Equal(row[6], row[2] - row[1], "spared and cost");
        }
        if (Table("#konsekvens-tabel") is { Count: > 0 } help)
        {
            foreach (var row in help)
                Equal(row[^1], row[1..^1].Sum(), "the years of a consequence");
            var years = Table("#aar-tabel");
            for (var year = 0; year < years.Count; year++)
                Equal(years[year][2], help.Sum(h => h[year + 1]), "the consequences of a year");
        }
        decimal soFar = 0;
        foreach (var row in Table("#aar"))
        {
            Equal(row[3], row[2] - row[1], "out and in");
            Equal(row[4], soFar += row[3]!.Value, "net so far");
        }
        soFar = 0;
        foreach (var row in Table("#maaneder"))
        {
            Equal(row[3], row[1] - row[2], "without and actual");
            Equal(row[4], soFar += row[3]!.Value, "saved so far");
        }
        if (Table("#udvikling-tabel") is { Count: > 0 } trend && Table("#merudgift-tabel") is { Count: > 0 } extra)
        {
            var heads = page.QuerySelectorAll("#udvikling-tabel thead th").Select(h => h.TextContent.Trim()).ToList();
            var from = heads.IndexOf(page.QuerySelector("#udgangspunkt option[selected]")!.TextContent.Trim());
            var to = page.QuerySelectorAll("#merudgift-tabel thead th").Select(h => heads.IndexOf(h.TextContent.Trim())).ToList();
            // The last rows are of inhabitants, and of prevention's share.
            foreach (var (then, more) in trend.SkipLast(2).Zip(extra))
                for (var i = 1; i < more.Length; i++)
                    Equal(more[i], then[to[i]] - then[from], "extra spending");
        }
    }

    /// <summary>Tables that tell of the same money have the same total.</summary>
    static async Task Whole(Site site, HttpClient leader)
    {
        var (_, page) = await site.Get(leader, "/oekonomi");
        decimal?[] Total(IDocument of, string selector) =>
            [.. of.QuerySelector(selector + " tr.sum")!.Children.Select(c => Number(c.TextContent.Trim()))];
        var steps = Total(page, "#trin > .scroll-x");
        Assert.Equal(steps, Total(page, "#trin details"));
        var year = YearForecast.Of(new Books(site.Register, site.Today, site.Today.AddYears(-1))).Whole;
        Assert.Equal(year.ForecastOre / 100m, steps[4]);
        foreach (var by in new[] { "lov", "konto", "leverandoer", "team", "distrikt", "familie", "barn" })
        {
            var (_, granted) = await site.Get(leader, "/oekonomi/bevilget?efter=" + by);
            Assert.Equal(steps[2..5], Total(granted, "#bevilget")[3..6]);
        }
        Assert.Equal(steps[2], Total((await site.Get(leader, "/oekonomi/afstemning")).Page, "main")[3]);
    }
}
