using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Spor.Economy;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Reports;
using Spor.Storage;
using Spor.Storage.Journal;
using Spor.Web.Leading.Economy;

namespace Spor.Web.Tests;

public sealed class EconomyPageTests(Site site)
{
    Books Books => new(site.Register, site.Today, site.Today.AddYears(-1));

    static string Kr(long ore) => (ore / 100m).ToString("N2", Danish.Culture);

    async Task<IDocument> Page(string who, string url = "/oekonomi", HttpStatusCode expected = HttpStatusCode.OK)
    {
        var (status, page) = await site.Get(await site.As(who), url);
        Assert.Equal(expected, status);
        return page;
    }

    static async Task<(HttpStatusCode, IDocument)> Post(Site at, HttpClient who, string from, string url, params (string, string)[] fields)
    {
        var (_, page) = await at.Get(who, from);
        var (status, answer, _) = await at.Post(who, url, page, fields, mustSucceed: false);
        return (status, answer);
    }

    static decimal? Number(string text) =>
        decimal.TryParse(
            text.Trim().Replace('−', '-').TrimStart('+'),
            NumberStyles.Number,
            CultureInfo.GetCultureInfo("da-DK"),
            out var value
        )
            ? value
            : null;

    [Fact]
    public async Task The_page_shows_what_the_command_line_prints()
    {
        var page = await Page("leder");
        var text = page.QuerySelector("main")!.TextContent;
        var forecast = YearForecast.Of(Books);
        Assert.Contains(Kr(forecast.Whole.ForecastOre), text, StringComparison.Ordinal);
        Assert.Contains(Kr(PriceVolumeMix.BySteps(Books).ChangeOre), text, StringComparison.Ordinal);
        Assert.Contains(Danish.Number(FullYears.Running(Books).AllDays), text, StringComparison.Ordinal);
        Assert.Contains(Kr(Commitments.Of(Books).TotalOre), text, StringComparison.Ordinal);
        Assert.Equal(12, page.QuerySelectorAll(".month-strip li").Length);
    }

    [Theory]
    [InlineData("/oekonomi")]
    [InlineData("/oekonomi?maaned=2026-03")]
    [InlineData("/oekonomi/afstemning")]
    public async Task Every_total_on_the_page_is_the_sum_of_its_column(string url)
    {
        var page = await Page("leder", url);
        var totals = 0;
        foreach (var table in page.QuerySelectorAll("table").Where(t => t.QuerySelector("tr.sum") is not null))
        {
            var sum = table.QuerySelector("tr.sum")!.Children;
            var rows = table.QuerySelectorAll("tbody tr:not(.sum)");
            for (var i = 0; i < sum.Length; i++)
            {
                // Full years and prices of a year do not add up; kroner with øre do.
                if (Number(sum[i].TextContent) is not { } total || !sum[i].TextContent.Trim().Contains(',', StringComparison.Ordinal))
                    continue;
                if (table.QuerySelectorAll("thead th")[i].TextContent.StartsWith("Helår", StringComparison.Ordinal))
                    continue;
                // The sums so far end in the total.
                if (table.QuerySelectorAll("thead th")[i].TextContent.Contains("lagt sammen", StringComparison.Ordinal))
                    Assert.Equal(total, Number(rows[^1].Children[i].TextContent));
                else
                    Assert.Equal(total, rows.Sum(r => Number(r.Children[i].TextContent) ?? 0));
                totals++;
            }
        }
        Assert.True(totals > 1);
    }

    [Fact]
    public async Task Whoever_may_not_see_the_children_meets_no_name_and_no_hidden_number_in_page_or_file()
    {
        foreach (var who in new[] { "controller", "byraad" })
        {
            foreach (var url in new[] { "/oekonomi", "/oekonomi/afstemning", "/oekonomi/statsrefusion" })
                Assert.Empty((await Page(who, url)).QuerySelectorAll("main a[href^='/barn/']"));
            var page = await Page(who);
            var file = Encoding.UTF8.GetString(
                (await (await site.As(who)).GetByteArrayAsync(new Uri("/oekonomi.csv?tabel=trin", UriKind.Relative)))[3..]
            );
            Assert.Equal(
                page.QuerySelectorAll("#trin > .scroll-x tbody tr").Count(r => r.TextContent.Contains("skjult", StringComparison.Ordinal)),
                file.Split("\r\n").Count(l => l.Contains("skjult", StringComparison.Ordinal))
            );
            using var answer = await (await site.As(who)).GetAsync(new Uri("/oekonomi/afstemning.csv?tabel=uden-linje", UriKind.Relative));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
        Assert.NotEmpty((await Page("leder", "/oekonomi/afstemning")).QuerySelectorAll("main a[href^='/barn/']"));
    }

    [Fact]
    public async Task A_month_that_is_none_gets_an_answer_and_the_page()
    {
        foreach (var month in new[] { "2027-01", "1999-01", "sommer", "2026-13" })
        {
            var page = await Page("leder", "/oekonomi?maaned=" + month, HttpStatusCode.UnprocessableEntity);
            Assert.Contains("Vælg en måned", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_childs_money_shows_each_price_with_its_day_and_says_where_a_price_is_missing()
    {
        var books = Books;
        var priced = books.Granted[books.MonthsOfYear[^1]].First(m => m.Ore > 0 && m.Measure.To is null);
        var page = await Page("leder", $"/barn/{priced.Child.Id}/oekonomi");
        var text = page.QuerySelector("main")!.TextContent;
        Assert.Contains(books.Catalogue.NameOf(priced.Measure.Code, priced.Measure.From), text, StringComparison.Ordinal);
        Assert.Contains("fra " + Danish.Short(priced.Measure.From), text, StringComparison.Ordinal);
        var without = books.Granted[books.MonthsOfYear[^1]].First(m => m.Ore is null && m.Measure.PriceOre is null);
        text = (await Page("leder", $"/barn/{without.Child.Id}/oekonomi")).QuerySelector("main")!.TextContent;
        Assert.Contains("Prisen mangler", text, StringComparison.Ordinal);
        await Page("controller", $"/barn/{priced.Child.Id}/oekonomi", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Without_the_years_rates_nothing_is_computed_and_with_them_the_refund_is()
    {
        await using var own = new Site();
        await own.InitializeAsync();
        var leader = await own.As("leder");
        var (_, page) = await own.Get(leader, "/oekonomi/statsrefusion");
        Assert.Contains("Satsen mangler for 2026", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main table"));
        (string, string)[] Rates(string first) =>
            [
                ("Year", "2026"),
                ("PriceLevel", "2022"),
                ("RegulationHundredths", "0"),
                ("FirstPercent", "25"),
                ("FirstAboveOre", first),
                ("SecondPercent", "50"),
                ("SecondAboveOre", "1.680.000"),
                ("ThirdPercent", "75"),
                ("ThirdAboveOre", "2.120.000"),
                ("Source", "Regneeksempel"),
            ];
        var (status, wrong) = await Post(own, leader, "/oekonomi/statsrefusion", "/oekonomi/statsrefusion", Rates("860"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("tusinder", wrong.QuerySelector("#fejl")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Regneeksempel", wrong.QuerySelector("#felt-Source")!.GetAttribute("value"));
        (status, page) = await Post(own, leader, "/oekonomi/statsrefusion", "/oekonomi/statsrefusion", Rates("860.000"));
        Assert.Equal(HttpStatusCode.OK, status);
        var books = new Books(own.Register, own.Today, own.Today.AddYears(-1));
        var cases = ExpensiveCases.Of(books, 2026, ExpensiveCases.ExampleThresholds);
        Assert.Contains(Kr(cases.RefundOre), page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_month_is_a_baseline_and_keeps_the_forecast()
    {
        await using var own = new Site();
        await own.InitializeAsync();
        var controller = await own.As("controller");
        var (status, page) = await Post(own, controller, "/oekonomi", "/oekonomi/luk", ("Month", "2026-09"));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("lukket 31", page.QuerySelector(".month-strip")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("september 2026", page.QuerySelector("#tidligere tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(StoredReports.Baselines(own.Database), b => b.Fact.Name == "Økonomi september 2026");
        (status, page) = await Post(own, controller, "/oekonomi", "/oekonomi/luk", ("Month", "2026-09"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("intet er ændret siden", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        // What is no month is said to be none.
        (status, page) = await Post(own, controller, "/oekonomi", "/oekonomi/luk", ("Month", "hele året"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.NotNull(page.QuerySelector("[role=alert]"));
    }

    [Fact]
    public async Task Each_months_forecast_is_kept_by_Spor_and_stands_unchanged_beside_what_somebody_closed()
    {
        await using var own = new Site();
        await own.InitializeAsync();
        var controller = await own.As("controller");
        var (_, page) = await own.Get(controller, "/oekonomi");
        Assert.NotNull(page.QuerySelector("#tidligere .empty"));

        var acts = own.Services.GetRequiredService<Acts>();
        var clock = new Clock(TimeProvider.System, own.Today);
        var then = YearForecast.Of(Books).Whole.ForecastOre;
        Assert.Equal(Books.LastEnded(own.Today), ForecastWatch.Keep(acts, own.Register, clock));
        Assert.True(SpinWait.SpinUntil(() => own.Register.Of<ForecastKeptFact>().Length == 1, TimeSpan.FromSeconds(20)));
        // However often it looks, the month is kept once.
        var entry = own.Database.HeadNo;
        Assert.Null(ForecastWatch.Keep(acts, own.Register, clock));
        Assert.Equal(entry, own.Database.HeadNo);

        await Post(own, controller, "/oekonomi", "/oekonomi/luk", ("Month", "2026-09"));
        var leader = await own.As("leder");
        async Task<List<string[]>> Earlier() =>
            [
                .. (await own.Get(leader, "/oekonomi"))
                    .Page.QuerySelectorAll("#tidligere tbody tr")
                    .Select(r => r.Children.Select(c => c.TextContent.Trim()).ToArray()),
            ];
        var rows = await Earlier();
        Assert.Equal(["september 2026", "oktober 2026"], rows.Select(r => r[0]));
        Assert.Contains("lukket af en medarbejder", rows[0][2], StringComparison.Ordinal);
        Assert.Equal("af Spor selv", rows[1][2]);
        Assert.Equal((Kr(then), Kr(then), "0,00"), (rows[1][3], rows[1][4], rows[1][5]));
        // The file says the same.
        Assert.Equal([], await SameTables.Differences(leader, (await own.Get(leader, "/oekonomi")).Page));

        // Then a measure turns out dearer: the forecast is another, and what was kept stands as it was.
        var measure = own
            .Register.Children.SelectMany(f => f.Interventions)
            .First(m => m is { PriceOre: > 0, Unit: PriceUnit.Month, To: null } && m.From < own.Today.AddMonths(-2));
        own.Database.Journal.Act(
            new("correct", "anna"),
            (facts, _) =>
            {
                var fact = (InterventionFact)facts.Opened(facts.Find<InterventionFact>(measure.Id)!).Copy();
                fact.PriceOre += 10_000_00;
                return new Corrected(FactKinds.Intervention, fact);
            }
        );
        var now = (await Earlier())[1];
        Assert.Equal(Kr(then), now[3]);
        Assert.NotEqual(Kr(then), now[4]);
        Assert.Equal(Number(now[5]), Number(now[4]) - Number(now[3]));
    }

    [Fact]
    public async Task A_likely_line_is_settled_with_one_press_and_stands_on_the_child()
    {
        // Lines that named their measure name none.
        await using var own = new Site
        {
            EditExtract = folder =>
            {
                var path = Path.Combine(folder, "regnskab.csv");
                var lines = File.ReadAllLines(path).ToList();
                for (int i = lines.Count - 1, left = 20; i > 0 && left > 0; i--)
                    if (lines[i].Contains(";2026-08;", StringComparison.Ordinal) && !lines[i].EndsWith(';'))
                        (lines[i], left) = (lines[i][..lines[i].LastIndexOf(';')] + ";", left - 1);
                File.WriteAllLines(path, lines);
            },
        };
        await own.InitializeAsync();
        var leader = await own.As("leder");
        var (_, page) = await own.Get(leader, "/oekonomi/afstemning");
        var form = page.QuerySelector("#sandsynlige form");
        Assert.NotNull(form);
        string Field(string name) => form.QuerySelector($"input[name={name}]")!.GetAttribute("value")!;
        var (status, after) = await Post(
            own,
            leader,
            "/oekonomi/afstemning",
            "/oekonomi/afstemning",
            ("ChildId", Field("ChildId")),
            ("LedgerId", Field("LedgerId")),
            ("InterventionId", Field("InterventionId"))
        );
        Assert.True(status == HttpStatusCode.OK, after.QuerySelector("[role=alert]")?.TextContent);
        Assert.DoesNotContain(after.QuerySelectorAll("input[name=LedgerId]"), i => i.GetAttribute("value") == Field("LedgerId"));
        var (_, child) = await own.Get(leader, $"/barn/{Field("ChildId")}/historik");
        Assert.Contains("Knyttede en regnskabslinje", child.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_thing_that_is_wrong_in_what_was_delivered_gets_its_sentence_and_nothing_of_it_is_lost()
    {
        await using var own = new Site
        {
            EditExtract = folder =>
            {
                var budget = File.ReadAllLines(Path.Combine(folder, "budget.csv"))
                    .First(l => l.Contains("2026-08", StringComparison.Ordinal));
                File.AppendAllLines(Path.Combine(folder, "budget.csv"), [budget]);
                File.AppendAllLines(
                    Path.Combine(folder, "regnskab.csv"),
                    ["5.28.21.007;2026-08;-1234,50;", "5.28.21.007;2026-08;4321,00;findes-ikke"]
                );
                // The price of a week typed as that of a year.
                var path = Path.Combine(folder, "indsatser.csv");
                var lines = File.ReadAllLines(path);
                var head = lines[0].Split(';').ToList();
                var at = Array.FindIndex(
                    lines,
                    l =>
                        l.Split(';') is var c
                        && c[head.IndexOf("Ydelse")] == "kontaktperson"
                        && c[head.IndexOf("Slut")].Length == 0
                        && c[head.IndexOf("Enhed")] == "uge"
                );
                var cells = lines[at].Split(';');
                cells[head.IndexOf("Enhed")] = "år";
                lines[at] = string.Join(';', cells);
                File.WriteAllLines(path, lines);
            },
        };
        await own.InitializeAsync();
        var (_, page) = await own.Get(await own.As("leder"), "/oekonomi");
        var said = page.QuerySelector("main")!.TextContent;
        Assert.Contains("to linjer for samme konto og måned", said, StringComparison.Ordinal);
        Assert.Contains("i regnskabet er negative", said, StringComparison.Ordinal);
        Assert.Contains("nævner en indsats, Spor ikke kender", said, StringComparison.Ordinal);
        Assert.Contains("Måske er enheden forkert", said, StringComparison.Ordinal);
        // Both lines are in the month's spending, and both budgets in the budget.
        DateOnly august = new(2026, 8, 1);
        Books books = new(own.Register, own.Today, own.Today.AddYears(-1)),
            before = Books;
        Assert.Equal(MonthMoney.ActualIn(before, august)!.TotalOre - 1_234_50 + 4_321_00, MonthMoney.ActualIn(books, august)!.TotalOre);
        Assert.True(YearForecast.Of(books).Whole.BudgetOre > YearForecast.Of(before).Whole.BudgetOre);
        Assert.Single(LedgerMatching.Of(books, [august])!.Unknown, l => l.AmountOre == 4_321_00);
        var (_, matching) = await own.Get(await own.As("leder"), "/oekonomi/afstemning");
        Assert.Contains("nævner en ukendt indsats", matching.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_without_a_budget_has_spending_and_a_forecast_and_no_deviation()
    {
        await using var own = new Site { EditExtract = folder => File.Delete(Path.Combine(folder, "budget.csv")) };
        await own.InitializeAsync();
        var (status, page) = await own.Get(await own.As("leder"), "/oekonomi");
        Assert.Equal(HttpStatusCode.OK, status);
        var said = page.QuerySelector("main")!.TextContent;
        Assert.Contains("ikke noget budget", said, StringComparison.Ordinal);
        Assert.Contains(Kr(YearForecast.Of(Books).Whole.ForecastOre), said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_settled_bill_stays_settled_when_it_comes_again_under_another_id()
    {
        string? kept = null;
        await using var own = new Site
        {
            EditExtract = folder =>
            {
                var path = Path.Combine(folder, "regnskab.csv");
                var lines = File.ReadAllLines(path).ToList();
                for (int i = lines.Count - 1, left = 20; i > 0 && left > 0; i--)
                    if (lines[i].Contains(";2026-08;", StringComparison.Ordinal) && !lines[i].EndsWith(';'))
                        (lines[i], left) = (lines[i][..lines[i].LastIndexOf(';')] + ";", left - 1);
                File.WriteAllLines(path, lines);
                kept = File.ReadAllText(path);
            },
        };
        await own.InitializeAsync();
        var leader = await own.As("leder");
        var (_, page) = await own.Get(leader, "/oekonomi/afstemning");
        var form = page.QuerySelector("#sandsynlige form")!;
        string Field(string name) => form.QuerySelector($"input[name={name}]")!.GetAttribute("value")!;
        var (line, measure) = (Id("LedgerId"), Id("InterventionId"));
        long Id(string name) => long.Parse(Field(name), CultureInfo.InvariantCulture);
        var bill = own.Register.Ledger.Single(l => l.Id == line);
        (string, string)[] fields =
        [
            ("ChildId", Field("ChildId")),
            ("LedgerId", Field("LedgerId")),
            ("InterventionId", Field("InterventionId")),
        ];
        var (settled, _) = await Post(own, leader, "/oekonomi/afstemning", "/oekonomi/afstemning", fields);
        Assert.Equal(HttpStatusCode.OK, settled);

        // One delivery without the bill, and the next with it again.
        var written = string.Create(CultureInfo.InvariantCulture, $"{bill.Account};{bill.Month:yyyy-MM};{bill.AmountOre / 100m:0.00}")
            .Replace('.', ',')
            .Replace(bill.Account.Replace('.', ','), bill.Account, StringComparison.Ordinal);
        Assert.Contains(written, kept, StringComparison.Ordinal);
        foreach (
            var text in new[]
            {
                kept!.Replace(written + ";\n", "", StringComparison.Ordinal).Replace(written + ";\r\n", "", StringComparison.Ordinal),
                kept,
            }
        )
        {
            var folder = Directory.CreateTempSubdirectory("spor-ledger-").FullName;
            File.WriteAllText(Path.Combine(folder, "regnskab.csv"), text);
            var prepared = Spor.Storage.Exchange.Importing.Prepare(own.Database, new Spor.Exchange.Import.FolderSource(folder), own.Today);
            Assert.False(prepared.Plan!.ChangesNothing);
            Spor.Storage.Exchange.Importing.Commit(own.Database, prepared, "test");
            Directory.Delete(folder, recursive: true);
        }
        var register = Spor.Storage.Facts.RegisterLoader.Load(own.Database, own.Database.HeadNo);
        Assert.DoesNotContain(register.Ledger, l => l.Id == line);
        var books = new Books(register, own.Today, own.Today.AddYears(-1));
        Assert.Contains(
            books.Ledger.In(bill.Month),
            l => l.InterventionId is null && l.AmountOre == bill.AmountOre && books.Ledger.MeasureOf(l)?.Id == measure
        );
    }

    [Fact]
    public async Task A_plan_for_full_year_placements_stands_beside_them_and_splits_the_deviation_from_the_budget()
    {
        await using var own = new Site();
        await own.InitializeAsync();
        var controller = await own.As("controller");
        var (wrong, page) = await Post(own, controller, "/oekonomi/plan", "/oekonomi/plan", ("Year", "2026"), ("Foster", "mange"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong);
        Assert.Equal("mange", page.QuerySelector("[name=Foster]")!.GetAttribute("value"));
        var (status, _) = await Post(
            own,
            controller,
            "/oekonomi/plan",
            "/oekonomi/plan",
            ("Year", "2026"),
            ("Foster", "60"),
            ("Institution", "24,5"),
            ("Own", "20")
        );
        Assert.Equal(HttpStatusCode.OK, status);
        await Task.Delay(400, TestContext.Current.CancellationToken);
        (_, page) = await own.Get(await own.As("leder"), "/oekonomi");
        var row = page.QuerySelectorAll("#helaar tbody tr").Select(r => r.Children.Select(c => c.TextContent.Trim()).ToArray()).ToList();
        Assert.Contains("24,50", row[1]);
        Assert.Contains("104,50", row[^1]);
        var numbers = System
            .Text.RegularExpressions.Regex.Matches(page.GetElementById("plan")!.TextContent, @"[+−]?\d[\d.]*,\d\d")
            .Select(m => Number(m.Value)!.Value)
            .ToList();
        // Forecast, budget, change; and the change is its three parts.
        Assert.Equal(6, numbers.Count);
        Assert.Equal(numbers[0] - numbers[1], numbers[2]);
        Assert.Equal(numbers[2], numbers[3] + numbers[4] + numbers[5]);
    }

    [Fact]
    public async Task The_years_cost_by_law_account_provider_family_and_child_is_the_forecast_and_told_to_those_alone_who_may_see_them()
    {
        var forecast = YearForecast.Of(Books).Whole;
        foreach (var by in new[] { "lov", "konto", "leverandoer", "team", "distrikt", "familie", "barn" })
        {
            var page = await Page("leder", "/oekonomi/bevilget?efter=" + by);
            var sum = page.QuerySelector("#bevilget tr.sum")!.Children.Select(c => c.TextContent.Trim()).ToArray();
            Assert.Equal(Kr(forecast.ActualOre), sum[3]);
            Assert.Equal(Kr(forecast.GrantedOre), sum[4]);
            Assert.Equal(Kr(forecast.ForecastOre), sum[5]);
            Assert.Null((await Page("controller", "/oekonomi/bevilget?efter=" + by)).GetElementById("bevilget"));
            var csv = Encoding.UTF8.GetString(
                await (await site.As("controller")).GetByteArrayAsync(new Uri("/oekonomi/bevilget.csv?efter=" + by, UriKind.Relative))
            );
            Assert.Single(csv.Trim().Split('\n'));
        }
    }
}
