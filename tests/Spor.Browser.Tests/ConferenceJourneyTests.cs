using System.Globalization;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Spor.Conferences;
using Spor.Facts;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Web.Access;
using Spor.Web.Frame;
using static Spor.Browser.Tests.Typing;

namespace Spor.Browser.Tests;

/// <summary>
/// A network conference from the offer to the evaluation by a caseworker, a coordinator who never sees the case and the head of department,
/// side by side in three browsers; with a coordinator who knows the family, somebody who may not come, somebody brought along, and a plan
/// refused twice.
/// </summary>
public sealed class ConferenceJourneyTests : IAsyncLifetime
{
    readonly Stage stage = new();

    public async ValueTask InitializeAsync() => await stage.InitializeAsync();

    public async ValueTask DisposeAsync() => await stage.DisposeAsync();

    ChildFile File(long child) => new ChildReader(stage.Database).Read(child)!;

    static string N(long id) => id.ToString(CultureInfo.InvariantCulture);

    string Day(int days) => stage.Today.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static async Task Readable(IPage page)
    {
        var result = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        Assert.Equal(
            [],
            result
                .Violations.Where(v => v.Impact is "serious" or "critical")
                .SelectMany(v => v.Nodes.Take(2).Select(n => $"{new Uri(page.Url).AbsolutePath}: {v.Id}: {n.Html}"))
        );
        await page.SetViewportSizeAsync(390, 800);
        Assert.True(
            await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
            page.Url + " is wider than 390 px"
        );
        await page.SetViewportSizeAsync(1280, 900);
    }

    /// <summary>The number that a row of the first month's table of the figures' page shows.</summary>
    static async Task<int> Figure(IPage page, int card)
    {
        await page.GotoAsync("/raadslagninger");
        return int.Parse(
            (await page.Locator(".kpi b").Nth(card).InnerTextAsync()).Replace(".", "", StringComparison.Ordinal),
            CultureInfo.InvariantCulture
        );
    }

    async Task<DemoPerson> AddCoordinator(IPage head, string name, string languages)
    {
        await head.GotoAsync("/samordnere/ny");
        await Fill(
            head,
            ("Name", name),
            ("Phone", "70 10 20 30"),
            ("Workplace", "Biblioteket"),
            ("Languages", languages),
            ("TrainedOn", "2025-03-01"),
            ("From", "2026-01-01"),
            ("AtMost", "3")
        );
        Assert.Contains("uden for afdelingen", await Refused(head), StringComparison.Ordinal);
        await Fill(head, ("Outside", "ja"));
        await Save(head);
        return stage.People.Single(p => p.Name == name);
    }

    [Fact]
    public async Task A_family_makes_its_plan_with_a_coordinator_who_never_sees_the_case()
    {
        var me = stage.Caseworker;
        var child = stage
            .Overview.Of(me.EmployeeId!.Value)
            .First(c =>
                !c.Child.Protected
                && c.Child.AgeAt(stage.Today) is > 6 and < 14
                && c.Child.LastName is not null
                && c.File.Conferences.All(x => !ConferencePath.IsOpen(x))
            );
        var (id, first) = (child.File.Id, child.Child.FirstName!);
        await using var caseworker = await stage.As(me);
        await using var leader = await stage.As(stage.Head);
        var (page, head) = (caseworker.Page, leader.Page);
        int offered = await Figure(head, 0),
            held = await Figure(head, 2);
        var gerda = await AddCoordinator(head, "Gerda Højbjerg", "tysk");
        var omar = await AddCoordinator(head, "Omar Lindevang", "arabisk, engelsk");
        Assert.Equal((ViewerRole.Coordinator, ViewerRole.Coordinator), (gerda.Role, omar.Role));

        // The people around the child.
        foreach (
            var (name, relation, custody) in new[]
            {
                ("Birthe Solvang", "bedsteforælder", ""),
                ("Poul Solvang", "far", "nej"),
                ("Mette Solvang", "mor", "ja"),
            }
        )
        {
            await page.GotoAsync($"/barn/{id}/person/ny");
            await Fill(page, [("Name", name), ("Relation", relation), .. custody.Length > 0 ? new[] { ("HasCustody", custody) } : []]);
            await Save(page);
        }

        // Offered and accepted; no coordinator before the family has approved its questions.
        await page.GotoAsync($"/barn/{id}/raadslagning/ny");
        await Fill(page, ("OfferedOn", Day(-7)), ("OfferedTo", "Mette Solvang"));
        await Save(page);
        var at = new Uri(page.Url).AbsolutePath;
        var conference = long.Parse(at.Split('/')[^1], CultureInfo.InvariantCulture);
        await Readable(page);
        await page.GotoAsync(at + "/svar");
        await Fill(page, ("AnsweredOn", Day(-6)), ("Answer", "ja"), ("ChildAnswer", "ja"));
        await Save(page);
        await page.GotoAsync(at + "/samordner");
        await Fill(page, ("CoordinatorId", N(gerda.CoordinatorId!.Value)));
        Assert.Contains("spørgsmålene", await Refused(page), StringComparison.Ordinal);
        await page.GotoAsync(at + "/spoergsmaal");
        await Fill(
            page,
            ("Question1", "Hvem kan hente i skolen?"),
            ("Question2", "Hvor sover børnene, når mor er syg?"),
            ("ApprovedOn", Day(-5))
        );
        await Save(page, "godkendelse");

        // The first coordinator knows the family: sees it, says so, and is shut out at once.
        await page.GotoAsync(at + "/samordner");
        await Fill(page, ("CoordinatorId", N(gerda.CoordinatorId!.Value)));
        await Save(page);
        await using (var first1 = await stage.As(gerda))
        {
            var desk = first1.Page;
            await desk.GotoAsync("/samordner/" + N(conference));
            Assert.Contains("Hvem kan hente i skolen?", await desk.Locator("#spoergsmaal").InnerTextAsync(), StringComparison.Ordinal);
            await desk.Locator("#fra summary").ClickAsync();
            await desk.Locator("#fra [name=Because][value='kender familien']").CheckAsync(new() { Force = true });
            await desk.Locator("#fra button.button-primary").ClickAsync();
            await desk.WaitForURLAsync("**/samordner?gemt=*");
            Assert.Equal(404, (await desk.GotoAsync("/samordner/" + N(conference)))!.Status);
        }
        await page.GotoAsync(at);
        Assert.Contains("ny samordner", await page.Locator("main").InnerTextAsync(), StringComparison.OrdinalIgnoreCase);
        await page.GotoAsync(at + "/samordner");
        Assert.Contains("Gerda Højbjerg", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Fill(page, ("CoordinatorId", N(omar.CoordinatorId!.Value)));
        await Save(page);

        // The list: the family's own people first, who may not come, and who may not meet.
        var people = File(id).People;
        long Person(string name) => people.First(p => p.Name == name).Id;
        await page.GotoAsync($"{at}/inviteret/ny?person={N(Person("Birthe Solvang"))}");
        await Fill(page, ("Role", "familie eller netværk"), ("MayCome", "ja"), ("Relation", "mormor"), ("Phone", "70 99 88 77"));
        await Save(page);
        var grandmother = File(id).Invitees.Single(i => i.PersonId == Person("Birthe Solvang")).Id;
        await page.GotoAsync($"{at}/inviteret/ny?person={N(Person("Poul Solvang"))}");
        await Fill(
            page,
            ("Role", "familie eller netværk"),
            ("MayCome", "ja"),
            ("ApartFromId", N(grandmother)),
            ("ApartHow", "Poul kommer til den første del, Birthe til resten.")
        );
        Assert.Contains("forældremyndighed", await Refused(page), StringComparison.Ordinal);
        await Fill(page, ("HolderAgrees", "ja"));
        await Save(page);
        foreach (
            var (name, kind, role, may) in new[]
            {
                ("Rikke Tolstrup", "lærer", "støtteperson for barnet", "ja"),
                ("Kurt Revsbech", "anden", "familie eller netværk", "nej"),
            }
        )
        {
            await page.GotoAsync(at + "/inviteret/ny");
            await Fill(page, ("Name", name), ("Kind", kind), ("Role", role));
            if (may == "nej")
            {
                // What is seldom said stands folded.
                foreach (var folded in await page.Locator("form.form-x details:not([open]) > summary").AllAsync())
                    await folded.ClickAsync();
                await Fill(page, ("MayCome", may), ("Reason", "Han har et tilhold."));
            }
            await Save(page);
        }
        var shut = File(id).Invitees.Single(i => !i.MayCome).Id;

        // The coordinator finds time and place, and hears who comes. The case stays out of sight.
        await using var coordinator = await stage.As(omar);
        var own = coordinator.Page;
        await own.GotoAsync($"/samordner/{N(conference)}/praktisk");
        await Fill(
            own,
            ("PlannedAt", Day(1)),
            ("PlannedAtTime", "16.30"),
            ("EndsAt", "19.30"),
            ("Place", "Beboerhuset, Åvej 2"),
            ("Food", "Suppe og brød"),
            ("Practical", "Nøglen hentes hos viceværten.")
        );
        await Save(own);
        await own.GotoAsync("/samordner/" + N(conference));
        await Readable(own);
        await own.Locator($"[name='Answer-{N(grandmother)}']").SelectOptionAsync("ja");
        await own.Locator("#inviterede button.button-primary").ClickAsync();
        await own.Locator(".notice.ok[role=status]").WaitForAsync();
        var seen = await own.Locator("main").InnerTextAsync();
        foreach (
            var shown in new[] { "Hvor sover børnene", "70 99 88 77", "Nøglen hentes", "Poul kommer til den første del", "Kurt Revsbech" }
        )
            Assert.Contains(shown, seen, StringComparison.Ordinal);
        foreach (var secret in new[] { "tilhold", child.Child.LastName!, child.Child.CprText ?? "-----", "undersøgelse" })
            Assert.DoesNotContain(secret, seen, StringComparison.Ordinal);
        Assert.Equal(
            ["/samordner"],
            await own.Locator("nav.rail details a").EvaluateAllAsync<string[]>("e => e.map(a => a.getAttribute('href'))")
        );
        foreach (var closed in new[] { $"/barn/{id}", at, "/boern", "/trappen", "/raadslagninger" })
            Assert.Equal(403, (await own.GotoAsync(closed))!.Status);

        // Held, with an uncle nobody had invited and somebody who should not have come.
        await page.GotoAsync(at + "/holdt");
        await Fill(
            page,
            ("HeldOn", Day(0)),
            ("PrivateTimeUsed", "ja"),
            ("PlanPresented", "ja"),
            ("BroughtName-0", "Onkel Svend Solvang"),
            ("BroughtRelation-0", "onkel")
        );
        await page.Locator($"form.form-x [name=Came][value='{N(grandmother)}']").CheckAsync(new() { Force = true });
        await page.Locator($"form.form-x [name=Came][value='{N(shut)}']").CheckAsync(new() { Force = true });
        await Refused(page);
        await Fill(page, ($"Handled-{N(shut)}", "Han blev vist ud, før mødet begyndte."));
        await Save(page);
        var invitees = File(id).Invitees;
        Assert.Equal(
            (true, true),
            (invitees.Single(i => i.Name == "Onkel Svend Solvang").BroughtAlong, invitees.Single(i => i.Id == shut).Came)
        );

        // The family's plan: refused twice with reasons, changed each time, accepted.
        async Task Plan(string words)
        {
            await page.GotoAsync(at + "/plan");
            await Fill(
                page,
                ("FamilyPlan", words),
                ("What-0", "Mormor henter mandag og onsdag"),
                ("PersonId-0", N(Person("Birthe Solvang"))),
                ("DueOn-0", Day(20)),
                ("What-1", $"{first} ringer til mormor hver søndag"),
                ("PersonId-1", "barnet"),
                ("DueOn-1", Day(30))
            );
            await Save(page);
        }
        await Plan("Mormor henter. Kurt passer børnene om natten.");
        await page.GotoAsync(at + "/plan/svar");
        await Fill(page, ("Accepted", "nej"), ("On", Day(0)));
        await Refused(page);
        await Fill(page, ("NotSafe", "Kurt må ikke være alene med børnene."));
        await Save(page);
        await Plan("Mormor henter. Kurt kommer kun om dagen.");
        await page.GotoAsync(at + "/plan/svar");
        await Fill(
            page,
            ("Accepted", "nej"),
            ("On", Day(0)),
            ("NotSafe", "Tilholdet gælder også om dagen."),
            ("Tried", "Vi har talt med mor og mormor om andre."),
            ("Wanted", "En anden voksen end Kurt.")
        );
        await Save(page);
        await Plan("Mormor henter. Onkel Svend sover hos os, når mor er syg.");
        await page.GotoAsync(at + "/plan/svar");
        await Fill(page, ("Accepted", "ja"), ("On", Day(0)), ("FollowUpPlannedOn", Day(30)), ("ReplacedMeasureCode", "aflastning"));
        await Save(page);
        await page.GotoAsync(at + "/plan/udskriv");
        Assert.Contains("Onkel Svend sover hos os", await page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
        await page.GotoAsync(at);
        await Readable(page);

        // What the grandmother took on stands on Min dag until the caseworker has asked and ticks it off.
        await page.GotoAsync("/min-dag?alle=ja");
        var promise = page.Locator("#nu .work-x > li", new() { HasText = "Mormor henter mandag og onsdag" });
        Assert.Contains("Birthe Solvang", await promise.InnerTextAsync(), StringComparison.Ordinal);
        await promise.Locator("button").ClickAsync();
        await page.Locator(".notice.ok[role=status]").WaitForAsync();
        Assert.Equal(0, await page.Locator("#nu .work-x > li", new() { HasText = "Mormor henter mandag og onsdag" }).CountAsync());

        // Followed up and evaluated.
        await page.GotoAsync(at + "/opfoelgning");
        await Fill(page, ("On", Day(0)), ("FollowUpNote", "Det går godt. Mormor henter hver gang."));
        await Save(page);
        await page.GotoAsync(at + "/evaluering?hvem=barnet");
        await Fill(page, ("Heard", "5"), ("Decided", "4"), ("Useful", "5"), ("Comment", "Det var rart at mormor var der."), ("On", Day(0)));
        await Save(page);

        // The network shows who came, and the figures follow.
        await page.GotoAsync($"/barn/{id}/netvaerk");
        Assert.Contains("Birthe Solvang", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Readable(page);
        Assert.Equal((offered + 1, held + 1), (await Figure(head, 0), await Figure(head, 2)));
        var now = ConferencePath.In(File(id), conference);
        Assert.Equal(
            (true, true, stage.Today, "aflastning"),
            (now.PlanApproved, now.PrivateTimeUsed, now.FollowedUpOn, now.ReplacedMeasureCode)
        );
        Assert.Equal([false, false, true], File(id).PlanReviews.Select(r => r.Accepted));
        // With the last step done the coordinator has no more to see.
        Assert.Equal(404, (await own.GotoAsync("/samordner/" + N(conference)))!.Status);
        Assert.True(Replay.Check(stage.Database).Agrees);
        Assert.Equal([], caseworker.Complaints.Concat(leader.Complaints).Where(c => !c.Contains("422", StringComparison.Ordinal)));
    }
}
