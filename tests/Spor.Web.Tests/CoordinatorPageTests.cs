using System.Net;
using AngleSharp.Dom;
using Spor.Conferences;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Web.Access;
using Spor.Web.Frame;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Tests;

/// <summary>The list of coordinators, choosing one, and the coordinator's own desk, as they are used.</summary>
public sealed class CoordinatorPageTests : IAsyncLifetime
{
    readonly Site site = new();
    IReadOnlyList<DemoPerson> coordinators = [];

    public async ValueTask InitializeAsync()
    {
        await site.InitializeAsync();
        coordinators = CoordinatorStage.Seed(site);
    }

    public async ValueTask DisposeAsync() => await site.DisposeAsync();

    static (string, string)[] Fields(string name, string outside = "ja") =>
        [
            ("Name", name),
            ("Phone", "70 20 30 41"),
            ("Workplace", "Museet"),
            ("Languages", "tysk"),
            ("TrainedOn", "2024-01-10"),
            ("From", "2024-02-01"),
            ("AtMost", "2"),
            ("Outside", outside),
        ];

    static string Refusals(IDocument page) => page.QuerySelector("#fejl")?.TextContent ?? "";

    [Fact]
    public void The_demo_gets_its_coordinators_once()
    {
        var head = site.Database.HeadNo;
        DemoCoordinators.Seed(site.Database);
        Assert.Equal((5, head), (coordinators.Count, site.Database.HeadNo));
    }

    [Fact]
    public async Task The_head_of_department_keeps_the_list_and_others_read_it()
    {
        var head = await site.As("leder");
        var (_, form) = await site.Get(head, Routes.NewCoordinator);
        var (refused, again, _) = await site.Post(head, Routes.NewCoordinator, form, Fields("Karla Fjord", "nej"), mustSucceed: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused);
        Assert.Contains("en ansat i afdelingen", Refusals(again), StringComparison.Ordinal);
        Assert.Contains("uden for afdelingen", Refusals(again), StringComparison.Ordinal);
        Assert.Equal(
            ("Karla Fjord", "2024-01-10", "tysk"),
            (
                again.QuerySelector("#felt-Name")!.GetAttribute("value"),
                again.QuerySelector("#felt-TrainedOn")!.GetAttribute("value"),
                again.QuerySelector("#felt-Languages")!.GetAttribute("value")
            )
        );
        var before = site.Database.HeadNo;
        var (_, list, url) = await site.Post(head, Routes.NewCoordinator, form, Fields("Signe Ådalsen"));
        Assert.Equal(Routes.Coordinators, url.AbsolutePath);
        Assert.Contains("Signe Ådalsen", list.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await site.Post(head, Routes.NewCoordinator, form, Fields("Signe Ådalsen"));
        Assert.Equal(before + 1, site.Database.HeadNo);

        var (_, seen) = await site.Get(await site.As(site.CaseworkerKeys[0]), Routes.Coordinators);
        Assert.Contains("Signe Ådalsen", seen.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(seen.QuerySelectorAll($"a[href^='{Routes.Coordinators}/']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(await site.As(site.CaseworkerKeys[0]), Routes.NewCoordinator)).Status);
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task Two_who_change_the_same_coordinator_see_each_other_and_an_ended_one_cannot_sign_in()
    {
        var head = await site.As("leder");
        var url = Routes.ChangeCoordinator(coordinators[0].CoordinatorId!.Value);
        var (_, first) = await site.Get(head, url);
        var (_, second) = await site.Get(head, url);
        await site.Post(head, url, first, Fields("Amina Nørskov"));
        var (status, conflict, _) = await site.Post(
            head,
            url,
            second,
            [.. Fields("Amina Nørskov").Where(f => f.Item1 != "Languages"), ("Languages", "farsi")],
            mustSucceed: false
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("Gemt imens: tysk", conflict.QuerySelector("main")!.TextContent.ReplaceLineEndings(" "), StringComparison.Ordinal);
        await site.Post(head, url, conflict, [.. Fields("Amina Nørskov").Where(f => f.Item1 != "Languages"), ("Languages", "farsi")]);
        Assert.Equal("farsi", site.Register.Coordinators.First(c => c.Id == coordinators[0].CoordinatorId).Languages);

        var end = Routes.EndCoordinator(coordinators[0].CoordinatorId!.Value);
        var (child, conference) = (CoordinatorStage.Children(site)[0].Child.File.Id, 0L);
        conference = CoordinatorStage.Conference(site, child).Conference;
        CoordinatorStage.Give(site, child, conference, coordinators[0]);
        var (_, page) = await site.Get(head, url);
        Assert.Contains(
            "først vælge en anden",
            Refusals((await site.Post(head, end, page, [("LastDay", Form.Iso(site.Today))], mustSucceed: false)).Page),
            StringComparison.Ordinal
        );
        var (_, own) = await site.Get(await site.As(coordinators[1].Key), Routes.CoordinatorDesk);
        var (_, page2) = await site.Get(head, Routes.ChangeCoordinator(coordinators[1].CoordinatorId!.Value));
        await site.Post(
            head,
            Routes.EndCoordinator(coordinators[1].CoordinatorId!.Value),
            page2,
            [("LastDay", Form.Iso(site.Today.AddDays(-1)))]
        );
        Assert.DoesNotContain(site.People, p => p.Key == coordinators[1].Key);
        var (_, after) = await site.Get(await site.As(coordinators[1].Key), Routes.CoordinatorDesk);
        Assert.Contains("ikke længere står på listen", after.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("ikke længere står på listen", own.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task Before_the_yes_and_the_questions_the_gate_says_where_they_are_written()
    {
        var (key, state) = CoordinatorStage.Children(site)[0];
        var child = state.File.Id;
        var id = CoordinatorStage.Write(
            site,
            child,
            ids => new NetworkConferenceFact
            {
                Id = ids.Next(),
                ChildId = child,
                OfferedOn = site.Today.AddDays(-3),
            }
        );
        var browser = await site.As(key);
        var (_, form) = await site.Get(browser, Routes.ChooseCoordinator(child, id));
        var (status, page, _) = await site.Post(
            browser,
            Routes.ChooseCoordinator(child, id),
            form,
            [("CoordinatorId", coordinators[2].CoordinatorId!.Value.ToString())],
            mustSucceed: false
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(
            [Routes.AnswerOffer(child, id), Routes.WriteQuestions(child, id)],
            page.QuerySelectorAll("#fejl a").Select(a => a.GetAttribute("href")!)
        );
        Assert.NotNull(page.QuerySelector($"input[name=CoordinatorId][value='{coordinators[2].CoordinatorId}'][checked]"));
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await site.Post(browser, Routes.ChooseCoordinator(child, id), form, [], mustSucceed: false)).Status
        );
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(browser, Routes.ChooseCoordinator(child, id + 1000))).Status);
    }

    [Fact]
    public async Task A_coordinator_who_knows_the_family_presses_the_button_and_is_out_at_once_and_what_was_seen_is_told()
    {
        var (key, state) = CoordinatorStage.Children(site)[0];
        var child = state.File.Id;
        var (id, grandmother, _) = CoordinatorStage.Conference(site, child);
        var caseworker = await site.As(key);
        var choose = Routes.ChooseCoordinator(child, id);
        var (_, form) = await site.Get(caseworker, choose);
        // Who speaks the language that is interpreted stands first.
        Assert.Contains("Magda Vinther", form.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        var magda = coordinators.First(c => c.Name == "Magda Vinther");
        var before = site.Database.HeadNo;
        var (_, chosen, _) = await site.Post(caseworker, choose, form, [("CoordinatorId", magda.CoordinatorId!.Value.ToString())]);
        Assert.Contains("Samordneren er valgt", chosen.QuerySelector(".notice.ok")!.TextContent, StringComparison.Ordinal);
        await site.Post(caseworker, choose, form, [("CoordinatorId", magda.CoordinatorId!.Value.ToString())]);
        Assert.Equal(before + 1, site.Database.HeadNo);

        var coordinator = await site.As(magda.Key);
        var (_, desk) = await site.Get(coordinator, "/");
        Assert.Contains("Beboerhuset", desk.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(state.Child.FirstName!, desk.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var (_, page) = await site.Get(coordinator, Routes.CoordinatorConference(id));
        Assert.Contains("Hvem kan hente", page.QuerySelector("#spoergsmaal")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Hver sit rum", page.QuerySelector("#hver-for-sig")!.TextContent, StringComparison.Ordinal);
        await site.Get(coordinator, Routes.CoordinatorSheet(id));
        var (_, practical) = await site.Get(coordinator, Routes.CoordinatorPractical(id));

        var give = Routes.GiveBackConference(id);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await site.Post(coordinator, give, page, [], mustSucceed: false)).Status);
        var (_, empty, url) = await site.Post(coordinator, give, page, [("Because", "kender familien")]);
        Assert.Equal(Routes.CoordinatorDesk, url.AbsolutePath);
        Assert.DoesNotContain("Beboerhuset", empty.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        foreach (var gone in new[] { Routes.CoordinatorConference(id), Routes.CoordinatorSheet(id), Routes.CoordinatorPractical(id) })
            Assert.Equal(HttpStatusCode.NotFound, (await site.Get(coordinator, gone)).Status);
        var entries = site.Database.HeadNo;
        // What was still open in the browser is refused too.
        foreach (
            var (to, fields) in new (string, (string, string)[])[]
            {
                (Routes.CoordinatorAnswers(id), [($"Answer-{grandmother}", "ja")]),
                (Routes.CoordinatorPractical(id), [("Place", "Et andet sted")]),
                (give, [("Because", "kan ikke"), ("spor-token", Guid.NewGuid().ToString())]),
            }
        )
            Assert.Equal(
                HttpStatusCode.NotFound,
                (
                    await site.Post(coordinator, to, practical, [.. fields, ("spor-token", Guid.NewGuid().ToString())], mustSucceed: false)
                ).Status
            );
        Assert.Equal(entries, site.Database.HeadNo);

        var (_, day) = await site.Get(caseworker, "/min-dag");
        Assert.NotNull(day.QuerySelector($"#nu a[href='{choose}']"));
        Assert.Contains(
            "ny samordner",
            (await site.Get(caseworker, Routes.Child(child))).Page.QuerySelector(".notice.warn")!.TextContent,
            StringComparison.Ordinal
        );
        await CoordinatorStage.Log(site).Flush();
        var (_, conference) = await site.Get(caseworker, Routes.Conference(child, id));
        var seen = conference.QuerySelector("#set")!.TextContent;
        Assert.All(
            new[] { "Siden med spørgsmål", "Kontaktarket", "på sin liste", "Det praktiske" },
            what => Assert.Contains(what, seen, StringComparison.Ordinal)
        );
        Assert.Contains("ny samordner", conference.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var (_, again) = await site.Get(caseworker, choose);
        Assert.Null(again.QuerySelector($"input[name=CoordinatorId][value='{magda.CoordinatorId}']"));
        var (status, refused, _) = await site.Post(
            caseworker,
            choose,
            again,
            [("CoordinatorId", magda.CoordinatorId!.Value.ToString())],
            mustSucceed: false
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("kender familien", Refusals(refused), StringComparison.Ordinal);
        await site.Post(
            caseworker,
            choose,
            refused,
            [("CoordinatorId", coordinators.First(c => c.Name == "Poul Erik Hauge").CoordinatorId!.Value.ToString())]
        );
        Assert.Null((await site.Get(caseworker, "/min-dag")).Page.QuerySelector($"#nu a[href='{choose}']"));
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task The_caseworker_replaces_a_coordinator_with_a_reason_and_two_who_choose_at_once_see_each_other()
    {
        var (key, state) = CoordinatorStage.Children(site)[0];
        var child = state.File.Id;
        var id = CoordinatorStage.Conference(site, child).Conference;
        CoordinatorStage.Give(site, child, id, coordinators[0]);
        var caseworker = await site.As(key);
        var choose = Routes.ChooseCoordinator(child, id);
        var (_, first) = await site.Get(caseworker, choose);
        var (_, second) = await site.Get(caseworker, choose);
        var (a, b) = (coordinators[2].CoordinatorId!.Value.ToString(), coordinators[4].CoordinatorId!.Value.ToString());
        Assert.Contains(
            "hvorfor samordneren skiftes",
            Refusals((await site.Post(caseworker, choose, first, [("CoordinatorId", a)], mustSucceed: false)).Page),
            StringComparison.Ordinal
        );
        await site.Post(
            caseworker,
            choose,
            first,
            [("CoordinatorId", a), ("Because", "familien ønsker en anden"), ("Note", "Familien vil hellere have en kvinde.")]
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await site.Get(await site.As(coordinators[0].Key), Routes.CoordinatorConference(id))).Status
        );
        Assert.Equal(HttpStatusCode.OK, (await site.Get(await site.As(coordinators[2].Key), Routes.CoordinatorConference(id))).Status);
        var (status, conflict, _) = await site.Post(
            caseworker,
            choose,
            second,
            [("CoordinatorId", b), ("Because", "andet")],
            mustSucceed: false
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains(coordinators[2].Name, conflict.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await site.Post(caseworker, choose, conflict, [("CoordinatorId", b), ("Because", "andet")]);
        Assert.Equal(coordinators[4].CoordinatorId, ConferencePath.CoordinatorOf(id, site.Overview.Find(child)!.File)!.CoordinatorId);
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task The_coordinator_sees_to_the_practical_and_writes_what_people_answer()
    {
        var (key, state) = CoordinatorStage.Children(site)[0];
        var child = state.File.Id;
        var (id, grandmother, support) = CoordinatorStage.Conference(site, child);
        CoordinatorStage.Give(site, child, id, coordinators[0]);
        var coordinator = await site.As(coordinators[0].Key);
        var url = Routes.CoordinatorPractical(id);
        var (_, form) = await site.Get(coordinator, url);
        var day = Form.Iso(site.Today.AddDays(10));
        var (status, refused, _) = await site.Post(
            coordinator,
            url,
            form,
            [("PlannedAt", day), ("PlannedAtTime", "17.00"), ("EndsAt", "16.00"), ("Place", "Skolens køkken & sal")],
            mustSucceed: false
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("Skolens køkken & sal", refused.QuerySelector("#felt-Place")!.TextContent, StringComparison.Ordinal);
        var before = site.Database.HeadNo;
        (string, string)[] good =
        [
            ("PlannedAt", day),
            ("PlannedAtTime", "17.00"),
            ("EndsAt", "19.30"),
            ("Place", "Skolens køkken"),
            ("Food", "Lasagne"),
            ("Practical", "Nøglen hos pedellen"),
        ];
        var (_, saved, _) = await site.Post(coordinator, url, form, good);
        await site.Post(coordinator, url, form, good);
        Assert.Equal(before + 1, site.Database.HeadNo);
        Assert.Contains("Nøglen hos pedellen", saved.QuerySelector("#praktisk")!.TextContent, StringComparison.Ordinal);
        // The texts that the coordinator never sees are as they were.
        Assert.Equal("SECRET-plan", new FactReader(site.Database).Find<NetworkConferenceFact>(id)!.FamilyPlan);

        var answers = Routes.CoordinatorAnswers(id);
        (string, string)[] Of(string grandmothers, string supports) =>
            [($"Answer-{grandmother}", grandmothers), ($"Answer-{support}", supports)];
        var (_, page) = await site.Get(coordinator, Routes.CoordinatorConference(id));
        var (_, other) = await site.Get(coordinator, Routes.CoordinatorConference(id));
        Assert.Contains(
            "ingen nye svar",
            Refusals((await site.Post(coordinator, answers, page, Of("", ""), mustSucceed: false)).Page),
            StringComparison.Ordinal
        );
        await site.Post(coordinator, answers, page, Of("ja", ""));
        var row = new FactReader(site.Database).Find<InviteeFact>(grandmother)!;
        Assert.Equal((OfferAnswer.Yes, site.Today, "SECRET-reason"), (row.Answer!.Value, row.InvitedOn!.Value, row.Reason));
        var (conflictStatus, conflict, _) = await site.Post(coordinator, answers, other, Of("nej", "ja"), mustSucceed: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, conflictStatus);
        Assert.Contains(
            "Gemt imens: Kommer",
            conflict.QuerySelector("#inviterede")!.TextContent.ReplaceLineEndings(" "),
            StringComparison.Ordinal
        );
        await site.Post(coordinator, answers, conflict, Of("nej", "ja"));
        Assert.Equal(OfferAnswer.No, new FactReader(site.Database).Find<InviteeFact>(grandmother)!.Answer);

        // Moving the day makes the answers void, and the caseworker's page says the same as the coordinator's.
        var (_, anew) = await site.Get(coordinator, url);
        var (_, moved, _) = await site.Post(coordinator, url, anew, [("PlannedAt", Form.Iso(site.Today.AddDays(11))), .. good.Skip(1)]);
        Assert.Contains("alle skal svare igen", moved.QuerySelector(".notice.ok")!.TextContent, StringComparison.Ordinal);
        Assert.Null(new FactReader(site.Database).Find<InviteeFact>(grandmother)!.Answer);
        Assert.Contains(
            "Skolens køkken",
            (await site.Get(await site.As(key), Routes.Conference(child, id))).Page.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(coordinators[0].Name + ", samordner", await site.History(await site.As(key), child), StringComparison.Ordinal);
        Assert.True(Replay.Check(site.Database).Agrees);
    }
}
