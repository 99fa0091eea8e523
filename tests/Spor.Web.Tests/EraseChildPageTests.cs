using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Spor.Cases;
using Spor.Facts;
using Spor.Notifications;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Web.Frame.Forms;
using Spor.Web.Trust;

namespace Spor.Web.Tests;

/// <summary>Erasing a child on the screen, and a clock that jumps.</summary>
public sealed class EraseChildPageTests : IAsyncLifetime
{
    readonly Site site = new();

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_closed_childs_names_go_by_a_dated_rule_and_what_remains_is_told_first()
    {
        var child = site.Overview.Children.First(c => c.Case is null && c.File.Cases.Length > 0 && !c.File.Child.Protected).File;
        var name = child.Child.Name;
        var url = Routes.Child(child.Id) + "/slet";
        var head = await site.As("leder");
        // A closed case opens on a stated reason.
        var shut = Routes.Child(child.Id) + "/adgang";
        var (_, why) = await site.Get(head, shut);
        await site.Post(head, shut + "/aabn", why, [("Reason", "Sagen skal slettes efter kassationsplanen.")]);
        var (status, page) = await site.Get(head, Routes.Child(child.Id));
        Assert.NotNull(page.QuerySelector($"a[href='{url}']"));
        (status, page) = await site.Get(head, url);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("tekst", page.QuerySelector("#slettes")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("numre fra fagsystemet", page.QuerySelector("#slettes")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll("#bliver tbody tr"));
        // Without a ground nothing goes, and what was typed stays.
        var before = site.Database.HeadNo;
        (status, var refused, _) = await site.Post(head, url, page, [("Rule", "Kassationsplan punkt 4")], mustSucceed: false);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, before), (status, site.Database.HeadNo));
        Assert.Equal("Kassationsplan punkt 4", refused.QuerySelector("#felt-Rule")!.GetAttribute("value"));
        (string, string)[] fields =
        [
            ("Ground", EraseGround.Discarded.Danish()),
            ("On", Form.Iso(site.Today)),
            ("Rule", "Kassationsplan punkt 4"),
            ("Sure", "ja"),
        ];
        (status, page, _) = await site.Post(head, url, page, fields);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.DoesNotContain(name, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Slettede alle navne", await site.History(head, child.Id), StringComparison.Ordinal);
        Assert.Equal([], Replay.Check(site.Database).Differences);
        // Nor is the child found by its name.
        var (_, list) = await site.Get(head, "/boern");
        (_, list, _) = await site.Post(head, "/boern/soeg", list, [("q", name)]);
        Assert.DoesNotContain(list.QuerySelectorAll("main a"), a => a.GetAttribute("href") == Routes.Child(child.Id));
        // A caseworker cannot.
        var worker = await site.As(site.CaseworkerKeys[0]);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(worker, url)).Status);
    }

    [Fact]
    public async Task The_data_protection_officer_erases_by_number_what_need_not_be_kept_and_sees_no_name()
    {
        await using var own = new Site
        {
            EditExtract = dir =>
            {
                // One whose only case was closed long ago, and one whose was closed last year.
                var cases = Path.Combine(dir, "sager.csv");
                var children = Path.Combine(dir, "boern.csv");
                var head = File.ReadAllLines(children)[0].Split(';');
                string Row(string id, string name) =>
                    string.Join(
                        ';',
                        head.Select(h =>
                            h switch
                            {
                                "BarnId" => id,
                                "Fornavn" => name,
                                "Efternavn" => "Gemtlund",
                                "Fødselsdato" => "1999-05-01",
                                "Målgruppe" => "udsat",
                                _ => "",
                            }
                        )
                    );
                File.AppendAllLines(children, [Row("gammel", "Gammelina"), Row("ny", "Nynne")]);
                var of = File.ReadAllLines(cases)[0].Split(';');
                string Case(string id, string child, string closed) =>
                    string.Join(
                        ';',
                        of.Select(h =>
                            h switch
                            {
                                "SagId" => id,
                                "BarnId" => child,
                                "Åbnet" => "2010-01-01",
                                "Lukket" => closed,
                                _ => "",
                            }
                        )
                    );
                File.AppendAllLines(cases, [Case("g1", "gammel", "2012-01-01"), Case("n1", "ny", "2025-12-01")]);
            },
        };
        await own.InitializeAsync();
        long Id(string name) => own.Register.Children.Single(c => c.Child.FirstName == name).Id;
        var (old, late) = (Id("Gammelina"), Id("Nynne"));
        var officer = await own.As(own.People.First(p => p.Role == ViewerRole.DataProtectionOfficer).Key);
        var (status, list) = await own.Get(officer, "/sletning");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.NotNull(list.QuerySelector($"a[href='/sletning/{old}']"));
        Assert.Null(list.QuerySelector($"a[href='/sletning/{late}']"));
        Assert.DoesNotContain("Gemtlund", list.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("ikke bekræftet", list.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await own.Get(officer, $"/sletning/{late}")).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await own.Get(officer, Routes.Child(old))).Status);

        var (_, page) = await own.Get(officer, $"/sletning/{old}");
        Assert.DoesNotContain("Gammelina", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll("#bliver tbody tr"));
        (string, string)[] fields =
        [
            ("Ground", EraseGround.Discarded.Danish()),
            ("On", Form.Iso(own.Today)),
            ("Rule", "Kassationsplan punkt 4"),
            ("Sure", "ja"),
        ];
        // Not one whose time is not over, by whatever address.
        var head = own.Database.HeadNo;
        (status, _, _) = await own.Post(officer, $"/sletning/{late}", page, fields, mustSucceed: false);
        Assert.NotEqual(HttpStatusCode.OK, status);
        Assert.Equal(head, own.Database.HeadNo);
        (status, page, _) = await own.Post(officer, $"/sletning/{old}", page, fields);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Null(page.QuerySelector($"a[href='/sletning/{old}']"));
        Assert.Equal("(slettet navn)", own.Register.Children.Single(c => c.Id == old).Child.Name);
        Assert.Equal([], Replay.Check(own.Database).Differences);
        // Looking at the list is a look like any other.
        Assert.Contains(own.Services.GetRequiredService<AccessLog>().OfChild(old), l => l.Kind == "sletning");
        Assert.Equal(HttpStatusCode.Forbidden, (await own.Get(await own.As(own.CaseworkerKeys[0]), "/sletning")).Status);
    }

    [Fact]
    public async Task The_data_protection_officer_erases_what_partners_sent_and_was_set_aside_and_sees_neither_name_nor_words()
    {
        var acts = new Acts(new Municipality(site.Database));
        SentNotificationFact Aside(string name, int yearsAgo)
        {
            var then = new Kernel.Clock(TimeProvider.System, site.Today.AddYears(-yearsAgo));
            var sent = acts.Do(
                    new SendNotification(Notifier.School, name, null, null, "Blåt øje", "Kontoret"),
                    Verbs.Author.Program("bruger-1"),
                    then
                )
                .New<SentNotificationFact>()!;
            Assert.Equal(
                [],
                acts.Do(new SetSentAside(sent.Id, SetAsideBecause.SentTwice, "To gange"), Verbs.Author.Program("leder"), then).Refusals
            );
            return sent;
        }
        var (old, late) = (Aside("Gammelina Gemtlund", 3), Aside("Nynne Gemtlund", 0));
        var officer = await site.As(site.People.First(p => p.Role == ViewerRole.DataProtectionOfficer).Key);
        var (_, list) = await site.Get(officer, "/sletning");
        var card = list.QuerySelector("#sendte")!;
        Assert.NotNull(card.QuerySelector($"a[href='/sletning/sendt/{old.Id}']"));
        Assert.Null(card.QuerySelector($"a[href='/sletning/sendt/{late.Id}']"));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(officer, $"/sletning/sendt/{late.Id}")).Status);
        var (_, page) = await site.Get(officer, $"/sletning/sendt/{old.Id}");
        foreach (var html in new[] { list.DocumentElement.OuterHtml, page.DocumentElement.OuterHtml })
        foreach (var word in new[] { "Gemtlund", "Blåt øje", "To gange" })
            Assert.DoesNotContain(word, html, StringComparison.Ordinal);
        var (status, again, _) = await site.Post(officer, $"/sletning/sendt/{old.Id}", page, [("Rule", "Punkt 3")], mustSucceed: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("Punkt 3", again.QuerySelector("#felt-Rule")!.GetAttribute("value"));
        (_, page, var at) = await site.Post(officer, $"/sletning/sendt/{old.Id}", page, [("Rule", "Punkt 3"), ("Sure", "ja")]);
        Assert.Equal("/sletning", at.AbsolutePath);
        Assert.Contains("er slettet", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#sendte a"));
        Assert.Null(new FactReader(site.Database).Find<SentNotificationFact>(old.Id)!.ChildName);
        Assert.Equal("Nynne Gemtlund", new FactReader(site.Database).Find<SentNotificationFact>(late.Id)!.ChildName);
        Assert.Equal([], Replay.Check(site.Database).Differences);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(await site.As(site.CaseworkerKeys[0]), $"/sletning/sendt/{old.Id}")).Status);
    }

    [Fact]
    public async Task A_clock_that_jumped_is_an_entry_and_is_told_to_whoever_administers()
    {
        var (_, page) = await site.Get(await site.As("leder"), "/hvem-har-set");
        Assert.Null(page.QuerySelector("#ur"));
        site.Database.Journal.Act(
            new(ClockWatch.Intention, "spor", Reason: "Uret sprang 3 timer tilbage."),
            (_, _) => Kernel.Decision.Of([])
        );
        (_, page) = await site.Get(await site.As("leder"), "/hvem-har-set");
        Assert.Contains("Uret sprang 3 timer tilbage.", page.QuerySelector("#ur")!.TextContent, StringComparison.Ordinal);
        Assert.Equal([], Replay.Check(site.Database).Differences);
    }

    [Theory]
    [InlineData(30, 30, null)]
    [InlineData(30, 31, null)]
    [InlineData(-3600, 30, -3630)]
    [InlineData(7200, 30, 7170)]
    [InlineData(3600, 3600, null)]
    public void A_jump_is_what_the_clock_moved_beyond_what_passed(int moved, int passed, int? jump)
    {
        var at = new DateTime(2026, 10, 25, 1, 0, 0, DateTimeKind.Utc);
        Assert.Equal(
            jump is { } s ? TimeSpan.FromSeconds(s) : null,
            ClockWatch.Jump(at, at.AddSeconds(moved), TimeSpan.FromSeconds(passed))
        );
    }

    [Theory]
    [InlineData("2026-10-01", "2026-10-02", false)]
    [InlineData("2026-10-01", "2026-09-30", true)]
    [InlineData("2026-10-01", "2027-09-30", false)]
    [InlineData("2026-10-01", "2028-01-01", true)]
    public void A_start_before_the_last_entry_or_far_after_it_is_noticed(string last, string now, bool noticed)
    {
        DateTime Day(string day) => DateTime.Parse(day, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
        Assert.Equal(noticed, ClockWatch.AtStart(Day(last), Day(now)) is not null);
    }

    [Fact]
    public async Task A_database_whose_last_entry_lies_ahead_says_so_at_the_start()
    {
        // A row written by a clock that stood ahead. The chain is not asked here.
        await using var own = await OwnSite.Open(before: folder =>
        {
            using var database = Database.Open(null, folder, new Ahead());
            database.Journal.Act(new("take-research-extract", "anna"), (_, _) => Kernel.Decision.Of([]));
        });
        for (var i = 0; i < 200 && own.Database.HeadNo < 2; i++)
            await Task.Delay(25);
        var said = Assert.Single(
            own.Services.GetRequiredService<IntentReader>()
                .Of(own.Services.GetRequiredService<Municipality>().Current, ClockWatch.Intention)
        );
        Assert.StartsWith("Uret stod ", said.Reason, StringComparison.Ordinal);
        Assert.Contains("før den sidste indførsel", said.Reason, StringComparison.Ordinal);
    }

    sealed class Ahead : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddDays(20);
    }
}
