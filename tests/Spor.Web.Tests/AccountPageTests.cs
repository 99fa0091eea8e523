using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Spor.Economy;
using Spor.Exchange.Import;
using Spor.Kernel;
using Spor.Storage;
using Spor.Storage.Exchange;

namespace Spor.Web.Tests;

/// <summary>Which step each account belongs to, on a page: written, changed from a day, ended and taken back.</summary>
public sealed class AccountPageTests : IAsyncLifetime
{
    const string Path = "/oekonomi/konti";
    readonly Site site = new();

    public async ValueTask InitializeAsync() => await site.InitializeAsync();

    public async ValueTask DisposeAsync() => await site.DisposeAsync();

    async Task<(HttpStatusCode Status, IDocument Page)> Post(string who, string from, string url, params (string, string)[] fields)
    {
        var browser = await site.As(who);
        var (_, page) = await site.Get(browser, from);
        var (status, answer, _) = await site.Post(browser, url, page, fields, mustSucceed: false);
        return (status, answer);
    }

    static string Text(IDocument page) => page.QuerySelector("main")!.TextContent;

    static string[][] Rows(IDocument page) =>
        [.. page.QuerySelectorAll("#konti tbody tr").Select(r => r.Children.Select(c => c.TextContent.Trim()).ToArray())];

    long Id(string account) => site.Register.Accounts.Last(a => a.Account == account).Id;

    static readonly (string, string)[] Foster =
    [
        ("Account", "5.28.22.002"),
        ("Name", "Plejefamilier"),
        ("Step", "4"),
        ("From", "01-01-2020"),
        ("To", ""),
    ];

    async Task<long> OnStep(int step)
    {
        var (_, page) = await site.Get(await site.As("leder"), "/oekonomi");
        var name = page.QuerySelectorAll("#trin > .scroll-x tbody tr")
            .FirstOrDefault(r => r.QuerySelector(".step")?.TextContent.Contains($"{step}", StringComparison.Ordinal) == true);
        return name is null ? 0 : (long)(decimal.Parse(name.Children[2].TextContent.Trim(), NumberStyles.Number, Danish.Culture) * 100);
    }

    [Fact]
    public async Task An_account_is_written_changed_from_a_day_ended_and_taken_back_and_the_figures_follow()
    {
        var (_, empty) = await site.Get(await site.As("controller"), Path);
        Assert.Contains("5.28.22.002", empty.GetElementById("uden")!.TextContent, StringComparison.Ordinal);
        var before = (Four: await OnStep(4), Five: await OnStep(5));
        var (status, page) = await Post("controller", Path, Path, Foster);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Kontoen er gemt.", page.Body!.TextContent, StringComparison.Ordinal);
        var row = Assert.Single(Rows(page));
        Assert.Equal(("Plejefamilier", "1. januar 2020", "–", "Gælder nu"), (row[1], row[3], row[4], row[5]));
        Assert.Contains(site.Person("controller").Name, row[6], StringComparison.Ordinal);
        Assert.DoesNotContain("5.28.22.002", page.GetElementById("uden")?.TextContent ?? "", StringComparison.Ordinal);
        // What was on the account goes to step 4, and nothing is lost.
        var all = (Four: await OnStep(4), Five: await OnStep(5));
        var year = site.Register.Ledger.Where(l => l.Account == "5.28.22.002" && l.Month.Year == 2026 && l.Month.Month <= 9).ToList();
        Assert.Equal(before.Four + year.Sum(l => l.AmountOre), all.Four);
        Assert.Equal(before.Four + before.Five, all.Four + all.Five);

        var of = $"{Path}/{Id("5.28.22.002")}";
        (status, page) = await Post("controller", of, of + "/ret", ("From", "15-04-2026"), ("Name", "Plejefamilier"), ("Step", "5"));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["14. april 2026", "–"], Rows(page).Select(r => r[4]));
        Assert.Equal(before.Four + year.Where(l => l.Month.Month < 4).Sum(l => l.AmountOre), await OnStep(4));

        of = $"{Path}/{Id("5.28.22.002")}";
        (status, page) = await Post("leder", of, of + "/afslut", ("To", "31-05-2026"));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("Sluttet 31. maj 2026", Rows(page)[1][5]);
        (status, page) = await Post("leder", of, of + "/traek-tilbage", ("Reason", "Skrevet i det forkerte år"));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Single(Rows(page));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(await site.As("leder"), of)).Status);
        of = $"{Path}/{Id("5.28.22.002")}";
        (_, page) = await Post("leder", of, of + "/afslut", ("To", ""));
        Assert.Equal("–", Assert.Single(Rows(page))[4]);
    }

    [Fact]
    public async Task What_was_told_before_an_account_was_changed_prints_unchanged_afterwards()
    {
        var leader = await site.As("leder");
        var (_, from) = await site.Get(leader, "/raadet");
        var (status, _, report) = await site.Post(
            leader,
            "/raadet",
            from,
            [("fra", "01-11-2025"), ("til", "31-10-2026"), ("basisdag", "31-10-2025"), ("seddel", Guid.NewGuid().ToString())]
        );
        Assert.Equal(HttpStatusCode.OK, status);
        (status, _) = await Post("controller", "/oekonomi", "/oekonomi/luk", ("Month", "2026-09"));
        Assert.Equal(HttpStatusCode.OK, status);
        var entry = site.Database.HeadNo;
        var municipality = site.Services.GetRequiredService<Municipality>();
        string Money(long at)
        {
            var then = municipality.At(at, site.Today);
            return MoneyFigures.Of(then.Register, site.Today, site.Today.AddYears(-1)).ToJsonString();
        }
        async Task<byte[][]> Printed() =>
            [
                .. await Task.WhenAll(
                    new[] { "side", "word", "excel" }.Select(f =>
                        leader.GetByteArrayAsync(new Uri($"{report.AbsolutePath}/{f}", UriKind.Relative))
                    )
                ),
            ];
        var (money, printed, four) = (Money(entry), await Printed(), await OnStep(4));

        // Foster care is said to be step 4 from 2020 on: it moves what the pages show, and nothing of what was told.
        (status, _) = await Post("controller", Path, Path, Foster);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.NotEqual(four, await OnStep(4));
        Assert.NotEqual(money, Money(site.Database.HeadNo));
        Assert.Equal(money, Money(entry));
        Assert.Equal(printed, await Printed());
        var (_, again) = await site.Get(leader, report.AbsolutePath + "/efterregn");
        Assert.Equal("Alle tal er de samme.", again.QuerySelector("#efterregn .notice")!.TextContent);
    }

    [Fact]
    public async Task What_cannot_be_is_said_at_its_field_and_what_was_typed_stays()
    {
        await Post("controller", Path, Path, Foster);
        var of = $"{Path}/{Id("5.28.22.002")}";
        foreach (
            var (url, fields, field, says) in new (string, (string, string)[], string, string)[]
            {
                (
                    Path,
                    [("Account", "5.28.22.002"), ("Name", "Pleje"), ("Step", "5"), ("From", "01-06-2026")],
                    "From",
                    "en anden række i de dage"
                ),
                (Path, [("Account", ""), ("Name", "Pleje"), ("From", "01-06-2026")], "Account", "som den står i regnskabet"),
                (Path, [("Account", "5"), ("Name", "Pleje"), ("Step", "9"), ("From", "01-06-2026")], "Step", "fra 0 til 6"),
                (Path, [("Account", "5"), ("Name", "Pleje"), ("From", "31-02-2026")], "From", "31-01-2026"),
                (Path, [("Account", "5"), ("Name", "Pleje"), ("From", "01-06-2026"), ("To", "01-05-2026")], "To", "før den første dag"),
                (of + "/ret", [("From", "01-01-2019"), ("Name", "Pleje"), ("Step", "5")], "From", "gælder ikke den dag"),
                (of + "/ret", [("From", ""), ("Name", "Plejefamilier"), ("Step", "5")], "From", "hvilken dag"),
                (of + "/ret", [("From", "01-01-2026"), ("Name", "Plejefamilier"), ("Step", "4")], "Step", "det samme som før"),
                (of + "/afslut", [("To", "31-12-2019")], "To", "før den første dag"),
                (of + "/traek-tilbage", [("Reason", " ")], "Reason", "hvorfor rækken var en fejl"),
            }
        )
        {
            var (status, page) = await Post("controller", url == Path ? Path : of, url, fields);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
            var error = page.QuerySelectorAll("[aria-invalid=true]").Select(e => e.GetAttribute("name")).ToList();
            Assert.Contains(field, error);
            Assert.Contains(says, page.QuerySelector("#fejl")!.TextContent, StringComparison.Ordinal);
            foreach (var (name, typed) in fields.Where(f => f.Item1 is "Account" or "Name" && f.Item2.Length > 0))
                Assert.Contains(
                    page.QuerySelectorAll($"#fejl ~ * [name={name}], form [name={name}]"),
                    i => i.GetAttribute("value") == typed
                );
        }
        // Another has changed the row since the form was read.
        var browser = await site.As("controller");
        var (_, form) = await site.Get(browser, of);
        await Post("leder", of, of + "/ret", ("From", "01-01-2020"), ("Name", "Familiepleje"), ("Step", "4"));
        var (late, shown, _) = await site.Post(
            browser,
            of + "/ret",
            form,
            [("From", "01-01-2020"), ("Name", "Slægtspleje"), ("Step", "4")],
            mustSucceed: false
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late);
        Assert.Contains("Familiepleje", Text(shown), StringComparison.Ordinal);
        Assert.Contains(shown.QuerySelectorAll("[name=Name]"), i => i.GetAttribute("value") == "Slægtspleje");
    }

    [Fact]
    public async Task The_tables_file_can_be_read_in_again_and_whoever_keeps_no_books_reads_alone()
    {
        await Post("controller", Path, Path, Foster);
        await Post(
            "controller",
            Path,
            Path,
            ("Account", "5.28.23.002"),
            ("Name", "Døgninstitutioner"),
            ("Step", ""),
            ("From", "01-07-2026")
        );
        var council = await site.As("byraad");
        var (status, page) = await site.Get(council, Path);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(2, Rows(page).Length);
        Assert.Empty(page.QuerySelectorAll("main form"));
        var (refused, _) = await Post("byraad", "/oekonomi", Path, Foster);
        Assert.Equal(HttpStatusCode.Forbidden, refused);
        var csv = await council.GetByteArrayAsync(new Uri(Path + ".csv", UriKind.Relative));
        Assert.StartsWith("Konto;Navn;Trin;Fra;Til", Encoding.UTF8.GetString(csv[3..]), StringComparison.Ordinal);
        var folder = Directory.CreateTempSubdirectory("spor-konti-").FullName;
        await File.WriteAllBytesAsync(System.IO.Path.Combine(folder, "konti.csv"), csv, TestContext.Current.CancellationToken);
        var prepared = Importing.Prepare(site.Database, new FolderSource(folder), site.Today);
        Assert.Null(prepared.Refusal);
        Assert.Equal(0, prepared.Extract.Problems.Errors);
        Assert.True(prepared.Plan!.ChangesNothing);
        Assert.Empty(prepared.Plan.Conflicts);
        Directory.Delete(folder, recursive: true);
    }
}
