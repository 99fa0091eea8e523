using System.Net;
using AngleSharp.Dom;
using Spor.Plans;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Journal;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Tests;

/// <summary>A plan over HTTP: begun, written, printed for the family, finished, revised, closed; jointly for siblings; its tasks on Min
/// dag.</summary>
public sealed class PlanPageTests : IAsyncLifetime
{
    readonly Site site = new();

    public async ValueTask InitializeAsync() => await site.InitializeAsync();

    public async ValueTask DisposeAsync() => await site.DisposeAsync();

    string Day => Form.Iso(site.Today);

    (string Key, ChildState Child) Mine(Func<ChildState, bool> that) =>
        site
            .Overview.Children.Where(c =>
                c.Case is not null && c.AssignedTo.Count > 0 && site.CaseworkerKeys.Contains("medarbejder-" + c.AssignedTo[0]) && that(c)
            )
            .Select(c => ("medarbejder-" + c.AssignedTo[0], c))
            .First();

    bool NoPlan(ChildState c) => !c.File.Plans.Any(p => p.ClosedOn is null);

    PlanFact Newest(long child) => site.Overview.Find(child)!.File.Plans.MaxBy(p => p.Id)!;

    async Task<IDocument> Do(HttpClient browser, string url, params (string, string)[] fields)
    {
        var (status, form) = await site.Get(browser, url);
        Assert.Equal(HttpStatusCode.OK, status);
        var (_, page, _) = await site.Post(browser, url, form, fields);
        return page;
    }

    async Task<IDocument> Refused(HttpClient browser, string url, string says, params (string, string)[] fields)
    {
        var (_, form) = await site.Get(browser, url);
        var head = site.Database.HeadNo;
        var (status, page, _) = await site.Post(browser, url, form, fields, mustSucceed: false);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, head), (status, site.Database.HeadNo));
        Assert.Contains(says, page.QuerySelector("#fejl")!.TextContent, StringComparison.Ordinal);
        return page;
    }

    [Fact]
    public async Task A_plan_of_a_placed_child_is_begun_written_finished_and_meets_what_was_owed()
    {
        var (key, child) = Mine(c => NoPlan(c) && c.Open.Any(r => r.Rule == Rule.PlanInForce));
        var (browser, id) = (await site.As(key), child.File.Id);
        var (_, form) = await site.Get(browser, Routes.NewPlan(id));
        Assert.Contains("Barnet er anbragt", form.QuerySelector("main .notice.warn")!.TextContent, StringComparison.Ordinal);
        var kept = await Refused(
            browser,
            Routes.NewPlan(id),
            "fandtes ikke i loven",
            ("Kind", "handleplan"),
            ("DecidedOn", Day),
            ("Summary", "Æblegrød & <b>")
        );
        Assert.Equal("Æblegrød & <b>", kept.QuerySelector("#felt-Summary")!.TextContent.Trim());

        var head = site.Database.HeadNo;
        (string, string)[] begin =
        [
            ("Kind", "barnets plan"),
            ("DecidedOn", Day),
            ("Summary", "Om at bo godt."),
            ("FamilySupport", "Mor får samtaler."),
        ];
        var (_, page, at) = await site.Post(browser, Routes.NewPlan(id), form, begin);
        var plan = Newest(id);
        Assert.Equal(Routes.Plan(id, plan.Id), at.AbsolutePath);
        await site.Post(browser, Routes.NewPlan(id), form, begin);
        Assert.Equal(head + 1, site.Database.HeadNo);
        Assert.Contains("fordi barnet er anbragt", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var url = Routes.Plan(id, plan.Id);
        await Refused(browser, url + "/faerdig", "mindst ét mål", ("FinishedOn", Day));
        await Refused(browser, url + "/maal/ny", "tegn på", ("Description", "Jeg sover hele natten"));
        page = await Do(
            browser,
            url + "/maal/ny",
            ("Description", "Jeg sover hele natten"),
            ("Indicator", "Ingen opkald om natten"),
            ("Theme", "sundhed"),
            ("Who", "Plejemor"),
            ("StartScore", "3")
        );
        Assert.Contains("Jeg sover hele natten", page.QuerySelector("#maal")!.TextContent, StringComparison.Ordinal);
        page = await Do(browser, url + "/faerdig", ("FinishedOn", Day));
        Assert.Contains("Planen er færdig", page.QuerySelector(".notice.ok")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(site.Overview.Find(id)!.Open, r => r.Rule == Rule.PlanInForce);

        var (_, print) = await site.Get(browser, Routes.PrintPlan(id, plan.Id));
        var sheet = print.QuerySelector("article.sheet-x")!;
        Assert.Contains("Om at bo godt.", sheet.TextContent, StringComparison.Ordinal);
        Assert.Contains("begyndte på 3", sheet.QuerySelector("svg")!.GetAttribute("aria-label")!, StringComparison.Ordinal);
        Assert.Contains("Plejemor", sheet.TextContent, StringComparison.Ordinal);
        // What is said about others in the case, and numbers, do not go with it.
        Assert.DoesNotContain(child.Child.Cpr ?? "-", print.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.Equal(4, sheet.QuerySelectorAll(".sign-x > div").Length);
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task What_is_agreed_stands_on_Min_dag_until_it_is_ticked_off()
    {
        var (key, child) = Mine(NoPlan);
        var (browser, id) = (await site.As(key), child.File.Id);
        await Do(browser, Routes.NewPlan(id), ("Kind", "barnets plan"), ("DecidedOn", Day));
        var url = Routes.Plan(id, Newest(id).Id);
        await Refused(browser, url + "/aftale/ny", "hvem der gør det", ("What", "Ringe til skolen"), ("DueOn", Day));
        await Do(browser, url + "/aftale/ny", ("What", "Ringe til skolen"), ("Who", "Mor"), ("DueOn", Day));
        var (_, day) = await site.Get(browser, "/min-dag");
        Assert.Contains("Ringe til skolen", day.QuerySelector("#nu")!.TextContent, StringComparison.Ordinal);
        var tick = day.QuerySelector("#nu form[action*='/plan/']")!.GetAttribute("action")!;
        var (_, after, at) = await site.Post(browser, tick, day, [("fra", "min-dag")]);
        Assert.Equal("/min-dag", at.AbsolutePath);
        Assert.DoesNotContain("Ringe til skolen", after.QuerySelector("#nu")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(site.Today, site.Overview.Find(id)!.File.PlanActions[^1].DoneOn);
        // What was said is not lost by the tick, and a second tick is refused where the plan stands.
        var (status, again, _) = await site.Post(browser, tick, day, [("spor-token", Guid.NewGuid().ToString())], mustSucceed: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("Ringe til skolen", again.QuerySelector("#aftaler")!.TextContent, StringComparison.Ordinal);
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task Siblings_share_a_plan_and_a_goal_is_written_to_those_that_are_chosen_in_one_entry()
    {
        var browser = await site.As("leder");
        var family = site
            .Overview.Children.Where(c => c.Child.FamilyId is not null && c.Case is not null && NoPlan(c))
            .GroupBy(c => c.Child.FamilyId)
            .First(g => g.Count() > 1)
            .Take(2)
            .ToList();
        var (one, two) = (family[0].File.Id, family[1].File.Id);
        await Do(browser, Routes.NewPlan(one), ("Kind", "barnets plan"), ("DecidedOn", Day), ("AlsoFor", two.ToString()));
        var (mine, theirs) = (Newest(one), Newest(two));
        Assert.NotNull(mine.SharedId);
        Assert.Equal(mine.SharedId, theirs.SharedId);
        var url = Routes.Plan(one, mine.Id);
        var head = site.Database.HeadNo;
        await Do(
            browser,
            url + "/maal/ny",
            ("Description", "Vi spiser sammen"),
            ("Indicator", "Hver aften"),
            ("StartScore", "2"),
            ("AlsoFor", two.ToString())
        );
        Assert.Equal(head + 1, site.Database.HeadNo);
        var goal = site.Overview.Find(one)!.File.Goals.MaxBy(g => g.Id)!;
        await Do(browser, $"{url}/maal/{goal.Id}", ("Description", "Kun jeg"), ("Indicator", "Hver aften"));
        var (_, other) = await site.Get(browser, Routes.Plan(two, theirs.Id));
        Assert.Contains("Vi spiser sammen", other.QuerySelector("#maal")!.TextContent, StringComparison.Ordinal);
        await Do(
            browser,
            $"{url}/maal/{goal.Id}",
            ("Description", "Os begge igen"),
            ("Indicator", "Hver aften"),
            ("AlsoFor", two.ToString())
        );
        (_, other) = await site.Get(browser, Routes.Plan(two, theirs.Id));
        Assert.Contains("Os begge igen", other.QuerySelector("#maal")!.TextContent, StringComparison.Ordinal);
        Assert.Single(site.Overview.Find(two)!.File.Goals, g => g.PlanId == theirs.Id);
        var (_, print) = await site.Get(browser, Routes.PrintPlan(one, mine.Id) + "?alle=ja");
        Assert.Equal(2, print.QuerySelectorAll("article.sheet-x").Length);
        // In each child's history stands its own part only.
        var history = await site.History(browser, two);
        Assert.Contains("Os begge igen", history, StringComparison.Ordinal);
        Assert.DoesNotContain("Kun jeg", history, StringComparison.Ordinal);
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task Two_who_edit_one_goal_see_each_others_words_and_the_second_chooses()
    {
        var (key, child) = Mine(c => c.File.Goals.Any(g => c.File.Plans.Any(p => p.Id == g.PlanId && p.ClosedOn is null)));
        var id = child.File.Id;
        var goal = GoalLines.Open(child.File, site.Today)[0];
        var url = $"{Routes.Plan(id, goal.PlanId)}/maal/{goal.Id}";
        var (first, second) = (await site.As(key), await site.As("leder"));
        var (_, one) = await site.Get(first, url);
        var (_, two) = await site.Get(second, url);
        await site.Post(first, url, one, [("Description", "Den førstes ord"), ("Indicator", "Tegn")]);
        var (status, page, _) = await site.Post(
            second,
            url,
            two,
            [("Description", "Den andens ord"), ("Indicator", "Tegn")],
            mustSucceed: false
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("Den andens ord", page.QuerySelector("#felt-Description")!.TextContent.Trim());
        Assert.Contains("Den førstes ord", page.QuerySelector("#felt-Description-imens")!.TextContent, StringComparison.Ordinal);
        await site.Post(second, url, page, [("Description", "Begges ord"), ("Indicator", "Tegn")]);
        var (_, plan) = await site.Get(first, Routes.Plan(id, goal.PlanId));
        Assert.Contains("Begges ord", plan.QuerySelector("#maal")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_is_revised_with_its_words_and_goals_and_closed_with_a_reason()
    {
        var (key, child) = Mine(c =>
            c.File.Plans.Any(p =>
                p.Kind != PlanKind.YouthPlan
                && p.ClosedOn is null
                && p.FinishedOn is not null
                && c.File.Goals.Any(g => g.PlanId == p.Id && c.File.Measurements.Any(m => m.GoalId == g.Id))
            )
        );
        var (browser, id) = (await site.As(key), child.File.Id);
        var old = child.File.Plans.Last(p =>
            p.Kind != PlanKind.YouthPlan && p.ClosedOn is null && p.FinishedOn is not null && child.File.Goals.Any(g => g.PlanId == p.Id)
        );
        var url = Routes.Plan(id, old.Id);
        await Do(browser, url + "/ret", ("Summary", "Om hverdagen"), ("FamilySupport", ""));
        await Do(browser, url + "/revider", ("DecidedOn", Day), ("Reason", "Nyt skoleår"));
        var next = Newest(id);
        Assert.Equal(old.Id, next.ReplacesId);
        var (_, page) = await site.Get(browser, Routes.Plan(id, next.Id));
        Assert.Contains("Om hverdagen", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(child.File.Goals.Count(g => g.PlanId == old.Id), page.QuerySelectorAll(".goals > li").Length);
        await Do(browser, Routes.Plan(id, next.Id) + "/faerdig", ("FinishedOn", Day));
        (_, page) = await site.Get(browser, url);
        Assert.Contains("en ny udgave tog over", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await Refused(browser, Routes.Plan(id, next.Id) + "/luk", "hvorfor planen lukkes", ("ClosedOn", Day), ("Reason", ""));
        await Do(browser, Routes.Plan(id, next.Id) + "/luk", ("ClosedOn", Day), ("Reason", "Målene er nået"));
        Assert.Equal(site.Today, Newest(id).ClosedOn);
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task At_16_it_is_decided_whether_a_youth_plan_is_needed()
    {
        var browser = await site.As("leder");
        bool Asked(ChildState c, YouthDecision d) =>
            c.Case is not null && Youth.DecisionOn(c.File, site.Register.Catalogue, site.Today) == d;
        var placed = site.Overview.Children.First(c => Asked(c, YouthDecision.Mandatory)).File.Id;
        await Refused(
            browser,
            Routes.DecideYouthPlan(placed),
            "så skal der være en ungeplan",
            ("DecidedOn", Day),
            ("Needed", "nej"),
            ("Reason", "Går i skole")
        );
        await Do(browser, Routes.DecideYouthPlan(placed), ("DecidedOn", Day), ("Needed", "ja"));
        Assert.Equal((PlanKind.YouthPlan, (DateOnly?)null), (Newest(placed).Kind, Newest(placed).FinishedOn));

        var young = site.Overview.Children.First(c => Asked(c, YouthDecision.Owed)).File.Id;
        var (_, page) = await site.Get(browser, "/barn/" + young);
        Assert.NotNull(page.QuerySelector($"a[href='{Routes.DecideYouthPlan(young)}']"));
        page = await Do(
            browser,
            Routes.DecideYouthPlan(young),
            ("DecidedOn", Day),
            ("Needed", "nej"),
            ("Reason", "Går i gymnasiet og trives")
        );
        Assert.Contains("Går i gymnasiet og trives", await site.History(browser, young), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector($"a[href='{Routes.DecideYouthPlan(young)}']"));
        Assert.True(Replay.Check(site.Database).Agrees);
    }
}
