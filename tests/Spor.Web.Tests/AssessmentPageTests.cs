using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Spor.Assessments;
using Spor.Facts;
using Spor.Law;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Journal;
using Spor.Web.Access;
using Spor.Web.Frame;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Tests;

/// <summary>Screening, assessing and hearing a child, as caseworkers do it: through the forms, two at a time, with the gates where the law
/// has them.</summary>
public sealed class AssessmentPageTests : IAsyncLifetime
{
    readonly Site site = new();

    public async ValueTask InitializeAsync() => await site.InitializeAsync();

    public async ValueTask DisposeAsync() => await site.DisposeAsync();

    static string N(long id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>A caseworker's child that has no assessment under way, and a colleague of the same team.</summary>
    (string Key, string Colleague, ChildState Child) Mine(Func<ChildState, bool>? which = null)
    {
        var child = site.Overview.Children.First(c =>
            c.Case is not null
            && c.AssignedTo.Count > 0
            && site.CaseworkerKeys.Contains("medarbejder-" + c.AssignedTo[0])
            && AssessmentRules.Running(c.File, AssessmentKind.Assessment, site.Today) is null
            && c.Child.AgeAt(site.Today) is > 4 and < 17
            && (which?.Invoke(c) ?? true)
        );
        var key = "medarbejder-" + child.AssignedTo[0];
        var colleague = site.People.First(p => p.Role == ViewerRole.Caseworker && p.TeamId == site.Person(key).TeamId && p.Key != key).Key;
        return (key, colleague, child);
    }

    ChildFile File(long child) => site.Register.Children.First(c => c.Id == child);

    /// <summary>Posts a form and follows to the page after it.</summary>
    async Task<(HttpStatusCode Status, IDocument Page, string Path)> Save(HttpClient browser, string url, params (string, string)[] fields)
    {
        var (_, form) = await site.Get(browser, url);
        var (status, page, after) = await site.Post(browser, url, form, fields, mustSucceed: false);
        return (status, page, after.AbsolutePath);
    }

    async Task<string> Begin(
        HttpClient browser,
        string key,
        string colleague,
        ChildState child,
        string kind = "bfu",
        string known = "2026-10-01"
    ) =>
        (
            await Save(
                browser,
                $"/barn/{child.File.Id}/undersoegelse/ny",
                ("Kind", kind),
                ("KnownOn", known),
                ("ResponsibleId", key[12..]),
                ("SecondCaseworkerId", colleague[12..]),
                ("Occasion", "Uro i skolen")
            )
        ).Path;

    [Fact]
    public async Task A_child_is_screened_assessed_and_heard_and_the_deadline_is_met()
    {
        var (key, colleague, child) = Mine(c => Hearing.For(c.File, Spor.Law.Bounds.National, site.Today) is null);
        var browser = await site.As(key);
        var id = child.File.Id;
        var at = await Begin(browser, key, colleague, child);
        Assert.Matches($@"^/barn/{id}/undersoegelse/\d+$", at);
        var (_, page) = await site.Get(browser, at);
        Assert.Contains("1. februar 2027", page.QuerySelector("#status")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(10, page.QuerySelectorAll(".parts-x > li").Length);

        var (_, _, after) = await Save(
            browser,
            at + "/del/health",
            ("Resources", "Spiser godt"),
            ("Worries", "Sover lidt"),
            ("Conclusion", "Sund & rask")
        );
        Assert.Equal(at, after);
        (_, page) = await site.Get(browser, at);
        var written = page.QuerySelector("#del-health")!.TextContent;
        Assert.Contains("Sund & rask", written, StringComparison.Ordinal);
        Assert.Contains(site.Person(key).Name, written, StringComparison.Ordinal);

        // The gate: the child is not heard, and parts are empty. Everything typed stands there still.
        var (status, refused, _) = await Save(
            browser,
            at + "/afslut",
            ("FinishedOn", "2026-10-31"),
            ("Outcome", "støtte"),
            ("Conclusion", "Har brug for ro"),
            ("ParentsView", "Vil gerne")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(
            $"/barn/{id}/samtale?om=undersøgelse",
            Uri.UnescapeDataString(refused.QuerySelector("#fejl a[href^='/barn/']")!.GetAttribute("href")!)
        );
        Assert.Equal("Har brug for ro", refused.QuerySelector("#felt-Conclusion")!.TextContent.Trim());
        Assert.Contains("dele uden konklusion", refused.QuerySelector("#fejl")!.TextContent, StringComparison.Ordinal);

        (_, page, after) = await Save(
            browser,
            $"/barn/{id}/samtale",
            ("LeftOut", "nej"),
            ("On", "2026-10-20"),
            ("Purpose", "undersøgelse"),
            ("EmployeeId", key[12..]),
            ("Place", "Skolen"),
            ("ChildsWords", "Jeg vil hjem til far.")
        );
        Assert.Equal($"/barn/{id}/journal", after);
        Assert.Contains("Jeg vil hjem til far.", page.QuerySelector(".journal-card .words-x")!.TextContent, StringComparison.Ordinal);
        (_, page) = await site.Get(browser, $"/barn/{id}");
        Assert.Contains("dækker afgørelser til og med 20. april 2027", page.QuerySelector("#hoert")!.TextContent, StringComparison.Ordinal);

        // What stands elsewhere is fetched, not typed again.
        var (_, form) = await site.Get(browser, at + "/afslut");
        var (_, filled, _) = await site.Post(
            browser,
            at + "/afslut",
            form,
            [("FinishedOn", "2026-10-31"), ("Conclusion", "Kort sagt:"), ("Gather", "ja")]
        );
        Assert.Equal("Kort sagt:\n\nSundhedsforhold: Sund & rask", filled.QuerySelector("#felt-Conclusion")!.TextContent.Trim());
        (_, filled, _) = await site.Post(browser, at + "/afslut", form, [("FinishedOn", "2026-10-31"), ("Words", "ja")]);
        Assert.Equal("Jeg vil hjem til far.", filled.QuerySelector("#felt-ChildsView")!.TextContent.Trim());

        var head = site.Database.HeadNo;
        (string, string)[] end =
        [
            ("FinishedOn", "2026-10-31"),
            ("Outcome", "støtte"),
            ("Conclusion", "Har brug for ro"),
            ("ChildsView", "Vil hjem"),
            ("ParentsView", "Vil gerne"),
            ("SiblingsConsidered", "ja"),
            ("SiblingsNote", "De trives"),
            ("UnfinishedReason", "Ikke relevant nu"),
        ];
        var (okStatus, done, url) = await site.Post(browser, at + "/afslut", form, end);
        Assert.Equal((HttpStatusCode.OK, at), (okStatus, url.AbsolutePath));
        Assert.Contains("Arbejdet er afsluttet", done.QuerySelector(".notice.ok")!.TextContent, StringComparison.Ordinal);
        await site.Post(browser, at + "/afslut", form, end);
        Assert.Equal(head + 1, site.Database.HeadNo);

        var owed = new List<Requirement>();
        Derive.Of(File(id), site.Register.Catalogue, site.Today, owed);
        var assessment = long.Parse(at.Split('/')[^1], CultureInfo.InvariantCulture);
        Assert.Equal(RequirementState.OnTime, owed.Single(r => r.Rule == Rule.AssessmentCompleted && r.SubjectId == assessment).State);
        (status, page, _) = await Save(browser, at + "/del/health", ("Resources", "For sent"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);

        var (_, paper) = await site.Get(browser, at + "/udskriv");
        Assert.Contains("Har brug for ro", paper.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Afsluttede en undersøgelse", await site.History(browser, id), StringComparison.Ordinal);
        var (_, page2) = await site.Get(browser, Routes.PlansAndGoals(id));
        Assert.Contains("resultat: barnet skal have støtte", page2.QuerySelector("#undersoegelser")!.TextContent, StringComparison.Ordinal);
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task Two_edits_of_one_text_meet_in_a_page_that_shows_both()
    {
        var (key, colleague, child) = Mine();
        HttpClient mine = await site.As(key),
            theirs = await site.As(colleague);
        var part = await Begin(mine, key, colleague, child) + "/del/learning";
        await Save(mine, part, ("Resources", "Kan lide at læse"), ("Worries", "Kommer for sent"), ("Conclusion", "Har brug for hjælp"));
        var (_, myForm) = await site.Get(mine, part);
        var (_, theirForm) = await site.Get(theirs, part);
        await site.Post(
            theirs,
            part,
            theirForm,
            [("Resources", "Kan lide at læse højt"), ("Worries", "Kommer for sent"), ("Conclusion", "Har brug for megen hjælp")]
        );
        var head = site.Database.HeadNo;

        var (status, meet, _) = await site.Post(
            mine,
            part,
            myForm,
            [("Resources", "Kan lide at læse"), ("Worries", "Kommer ofte for sent"), ("Conclusion", "Har brug for hjælp i skolen")],
            mustSucceed: false
        );
        Assert.Equal((HttpStatusCode.UnprocessableEntity, head), (status, site.Database.HeadNo));
        Assert.Contains(site.Person(colleague).Name, meet.QuerySelector(".lede")!.TextContent, StringComparison.Ordinal);
        // Word by word, each against what both began from, and with a word for those who cannot see the lines.
        Assert.Equal(
            ["tilføjet: megen "],
            meet.QuerySelectorAll("section[aria-labelledby=flet-Conclusion] .merge-sides > div:nth-child(2) ins").Select(i => i.TextContent)
        );
        Assert.Equal(
            "fjernet: hjælp",
            meet.QuerySelector("section[aria-labelledby=flet-Conclusion] .merge-sides > div:nth-child(1) del")!.TextContent
        );
        // What only one of the two changed is chosen already; the clash is not.
        Assert.Equal("theirs", meet.QuerySelector("input[name=ChooseResources][checked]")!.GetAttribute("value"));
        Assert.Equal("mine", meet.QuerySelector("input[name=ChooseWorries][checked]")!.GetAttribute("value"));
        Assert.Null(meet.QuerySelector("input[name=ChooseConclusion][checked]"));

        (string, string)[] typed =
        [
            ("ChooseResources", "theirs"),
            ("Resources", "Kan lide at læse"),
            ("ChooseWorries", "mine"),
            ("Worries", "Kommer ofte for sent"),
            ("Conclusion", "Har brug for megen hjælp i skolen"),
        ];
        (status, var again, _) = await site.Post(mine, part, meet, typed, mustSucceed: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("Har brug for megen hjælp i skolen", again.QuerySelector("#felt-Conclusion")!.TextContent.Trim());
        Assert.Equal(
            ["tilføjet: megen "],
            again
                .QuerySelectorAll("section[aria-labelledby=flet-Conclusion] .merge-sides > div:nth-child(2) ins")
                .Select(i => i.TextContent)
        );

        await site.Post(mine, part, again, [.. typed, ("ChooseConclusion", "both")]);
        Assert.Equal(head + 1, site.Database.HeadNo);
        var (_, saved) = await site.Get(theirs, part);
        Assert.Equal(
            ("Kan lide at læse højt", "Kommer ofte for sent", "Har brug for megen hjælp i skolen"),
            (
                saved.QuerySelector("#felt-Resources")!.TextContent.Trim(),
                saved.QuerySelector("#felt-Worries")!.TextContent.Trim(),
                saved.QuerySelector("#felt-Conclusion")!.TextContent.Trim()
            )
        );
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task Two_caseworkers_write_different_parts_at_once_and_a_third_edit_is_met_too()
    {
        var (key, colleague, child) = Mine();
        HttpClient mine = await site.As(key),
            theirs = await site.As(colleague);
        var at = await Begin(mine, key, colleague, child);
        var (_, myForm) = await site.Get(mine, at + "/del/network");
        var (_, theirForm) = await site.Get(theirs, at + "/del/family");
        await site.Post(theirs, at + "/del/family", theirForm, [("Conclusion", "Stor familie")]);
        await site.Post(mine, at + "/del/network", myForm, [("Conclusion", "Gode naboer")]);
        var (_, page) = await site.Get(mine, at);
        Assert.Contains("2 af 10 dele", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        // Both open the same empty part; while the second chooses, the first saves once more.
        (_, myForm) = await site.Get(mine, at + "/del/living");
        (_, theirForm) = await site.Get(theirs, at + "/del/living");
        await site.Post(theirs, at + "/del/living", theirForm, [("Conclusion", "Bor godt")]);
        var (_, meet, _) = await site.Post(mine, at + "/del/living", myForm, [("Conclusion", "Bor trangt")], mustSucceed: false);
        await Save(theirs, at + "/del/living", ("Conclusion", "Bor godt nu"));
        var (status, third, _) = await site.Post(
            mine,
            at + "/del/living",
            meet,
            [("ChooseConclusion", "mine"), ("Conclusion", "Bor trangt")],
            mustSucceed: false
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("Bor godt nu", third.QuerySelector(".merge-sides")!.TextContent, StringComparison.Ordinal);
        await site.Post(mine, at + "/del/living", third, [("ChooseConclusion", "theirs"), ("Conclusion", "Bor trangt")]);
        (_, page) = await site.Get(mine, at);
        Assert.Contains("Bor godt nu", page.QuerySelector("#del-living")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_that_somebody_has_saved_past_is_not_saved_over_it()
    {
        var (key, colleague, child) = Mine();
        HttpClient mine = await site.As(key),
            theirs = await site.As(colleague);
        var part = await Begin(mine, key, colleague, child) + "/del/leisure";
        await Save(mine, part, ("Conclusion", "Spiller fodbold"));
        var (_, form) = await site.Get(mine, part);
        await site.Post(mine, "/kladde", form, [("spor-form", part), ("Conclusion", "Spiller fodbold og")]);
        await Task.Delay(5); // times are kept in milliseconds
        await Save(theirs, part, ("Conclusion", "Spiller håndbold"));
        var (_, again) = await site.Get(mine, part);
        Assert.Contains("ældre end det, en anden har gemt", again.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var (status, meet, _) = await site.Post(mine, part, again, [("Conclusion", "Spiller fodbold og skak")], mustSucceed: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("håndbold", meet.QuerySelector(".merge-sides")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Conclusions_are_carried_forward_and_say_from_where()
    {
        var (key, colleague, child) = Mine();
        var browser = await site.As(key);
        var first = await Begin(browser, key, colleague, child, "afdækning", "2026-09-01");
        await Save(browser, first + "/del/health", ("Conclusion", "Rask"));
        await Save(browser, first + "/del/learning", ("Conclusion", "Glad for skolen"));
        await Save(
            browser,
            first + "/afslut",
            ("FinishedOn", "2026-10-01"),
            ("Outcome", "børnefaglig undersøgelse"),
            ("Conclusion", "Der skal ses nærmere")
        );
        // Entered today and finished a month ago: it did not end before it began.
        Assert.All(site.Overview.Find(child.File.Id)!.File.Assessments, a => Assert.False(a.FinishedOn < a.StartedOn));
        var (_, ended) = await site.Get(browser, first);
        Assert.Contains(
            "kendt=2026-09-01",
            ended.QuerySelector("#status a[href*='slags=bfu']")!.GetAttribute("href"),
            StringComparison.Ordinal
        );

        var at = await Begin(browser, key, colleague, child);
        var (_, form) = await site.Get(browser, at + "/del/health");
        var carry = form.QuerySelector("button[name=Carry]")!.GetAttribute("value")!;
        // One press puts it in the form, after what is typed; nothing is saved before one says so.
        var head = site.Database.HeadNo;
        var (_, filled, _) = await site.Post(
            browser,
            at + "/del/health",
            form,
            [("Resources", "Spiser"), ("Conclusion", "Stadig:"), ("Carry", carry)]
        );
        Assert.Equal(
            ("Stadig:\n\nRask", "Spiser", head),
            (
                filled.QuerySelector("#felt-Conclusion")!.TextContent.Trim(),
                filled.QuerySelector("#felt-Resources")!.TextContent.Trim(),
                site.Database.HeadNo
            )
        );
        await site.Post(browser, at + "/del/health", filled, [("Resources", "Spiser"), ("Conclusion", "Stadig rask")]);
        var (_, page) = await site.Get(browser, at);
        Assert.Contains(
            "ført videre fra afdækning (behovet blev kendt 1. september 2026)",
            page.QuerySelector("#del-health")!.TextContent,
            StringComparison.Ordinal
        );

        // And all the empty ones at once.
        var (_, all, url) = await site.Post(
            browser,
            at + "/videre",
            page,
            [
                ("FromAssessmentId", first.Split('/')[^1]),
                ("spor-token", page.QuerySelector("input[name=spor-token]")!.GetAttribute("value")!),
            ]
        );
        Assert.Equal(at, url.AbsolutePath);
        Assert.Contains("Glad for skolen", all.QuerySelector("#del-learning")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Stadig rask", all.QuerySelector("#del-health")!.TextContent, StringComparison.Ordinal);
        Assert.Null(all.QuerySelector("button[name=FromAssessmentId]"));
        Assert.Equal(
            "nothing-to-carry",
            Assert.Single(AssessmentRules.Carry(new(1, 2), new() { Id = 1, KnownOn = site.Today }, [], () => 1).Refusals).Code
        );
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task A_screening_of_a_child_without_a_case_opens_one_in_the_same_entry()
    {
        var child = site.Overview.Children.First(c => c.Case is null && c.File.Cases.Length > 0 && c.Child.AgeAt(site.Today) < 17);
        var browser = await site.As("leder");
        var worker = site.CaseworkerKeys[0];
        // A closed case is opened for a reason first.
        var shut = $"/barn/{child.File.Id}/adgang";
        var (_, why) = await site.Get(browser, shut);
        await site.Post(browser, shut + "/aabn", why, [("Reason", "Skolen har ringet igen.")]);
        var (_, page, at) = await Save(
            browser,
            $"/barn/{child.File.Id}/undersoegelse/ny",
            ("Kind", "screening"),
            ("KnownOn", "2026-10-30"),
            ("ResponsibleId", worker[12..])
        );
        Assert.Empty(page.QuerySelectorAll(".parts-x"));
        var (status, refused, _) = await Save(
            browser,
            at + "/afslut",
            ("FinishedOn", "2026-10-31"),
            ("Outcome", "ingen sag"),
            ("Conclusion", "Skolen har set det")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("hvorfor der ikke skal gøres mere", refused.QuerySelector("#fejl")!.TextContent, StringComparison.Ordinal);
        var head = site.Database.HeadNo;
        await Save(browser, at + "/afslut", ("FinishedOn", "2026-10-31"), ("Outcome", "sag åbnes"), ("Conclusion", "Der skal hjælp til"));
        Assert.Equal(head + 1, site.Database.HeadNo);
        Assert.Equal(site.Today, File(child.File.Id).Cases[^1].OpenedOn);
        Assert.NotNull(site.Overview.Find(child.File.Id)!.Case);
    }

    [Fact]
    public async Task One_of_a_kind_runs_at_a_time_and_the_refusal_leads_to_it()
    {
        var (key, colleague, child) = Mine();
        var browser = await site.As(key);
        await Begin(browser, key, colleague, child);
        var (status, page, _) = await Save(
            browser,
            $"/barn/{child.File.Id}/undersoegelse/ny",
            ("Kind", "bfu"),
            ("KnownOn", "2026-10-02"),
            ("ResponsibleId", key[12..]),
            ("Occasion", "Æblegrød")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(
            $"/barn/{child.File.Id}/plan-og-maal#undersoegelser",
            page.QuerySelector("#fejl a[href^='/barn/']")!.GetAttribute("href")
        );
        Assert.Equal("Æblegrød", page.QuerySelector("#felt-Occasion")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_joint_assessment_stands_with_each_sibling()
    {
        var child = site.Overview.Children.First(c =>
            c.Case is not null
            && c.Child.FamilyId is { } f
            && site.Overview.Family(f).Count() > 1
            && site.Overview.Family(f).All(s => AssessmentRules.Running(s.File, AssessmentKind.Assessment, site.Today) is null)
        );
        var sibling = site.Overview.Family(child.Child.FamilyId!.Value).First(s => s.File.Id != child.File.Id);
        var browser = await site.As("leder");
        var (_, page, _) = await Save(
            browser,
            $"/barn/{child.File.Id}/undersoegelse/ny",
            ("Kind", "bfu"),
            ("KnownOn", "2026-10-02"),
            ("ResponsibleId", site.CaseworkerKeys[0][12..]),
            ("SecondCaseworkerId", site.CaseworkerKeys[1][12..]),
            ("Together", N(sibling.File.Id))
        );
        var link = page.QuerySelector($"main a[href^='/barn/{sibling.File.Id}/undersoegelse/']")!;
        var (_, other) = await site.Get(browser, link.GetAttribute("href")!);
        Assert.NotNull(other.QuerySelector($"main a[href^='/barn/{child.File.Id}/undersoegelse/']"));
        // A sibling that is not one of the family is not taken in by a made-up form.
        var stranger = site.Overview.Children.First(c => c.Child.FamilyId != child.Child.FamilyId);
        var (status, _, _) = await Save(
            browser,
            $"/barn/{child.File.Id}/undersoegelse/ny",
            ("Kind", "afdækning"),
            ("KnownOn", "2026-10-02"),
            ("ResponsibleId", site.CaseworkerKeys[0][12..]),
            ("Together", N(stranger.File.Id))
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
    }

    [Fact]
    public async Task A_conversation_is_left_out_only_with_a_reason_and_never_in_suspicion()
    {
        var (key, _, child) = Mine(c => Hearing.For(c.File, Spor.Law.Bounds.National, site.Today) is null);
        var browser = await site.As(key);
        var url = $"/barn/{child.File.Id}/samtale";
        var (_, law) = await site.Get(browser, url);
        Assert.Contains("helt særlige tilfælde", law.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var (status, page, _) = await Save(
            browser,
            url,
            ("LeftOut", "ja"),
            ("On", "2026-10-20"),
            ("Purpose", "underretning"),
            ("EmployeeId", key[12..]),
            ("ParentsSuspected", "ja"),
            ("Place", "Ærø")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("Ærø", page.QuerySelector("#felt-Place")!.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector("#felt-ParentsSuspected[checked]"));
        Assert.Contains("hvorfor samtalen udelades", page.QuerySelector("#felt-Reason-fejl")!.TextContent, StringComparison.Ordinal);
        (_, page, var after) = await Save(
            browser,
            url,
            ("LeftOut", "ja"),
            ("On", "2026-10-20"),
            ("Purpose", "afgørelse: støtte"),
            ("EmployeeId", key[12..]),
            ("Reason", "Barnet ligger i kuvøse")
        );
        Assert.Equal(Routes.Journal(child.File.Id), after);
        Assert.Contains("Barnet ligger i kuvøse", page.QuerySelector(".journal-card")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 10, 20), Hearing.For(File(child.File.Id), Spor.Law.Bounds.National, site.Today)!.On);
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task An_older_assessment_is_written_in_the_older_dimensions()
    {
        var (key, colleague, child) = Mine(c => c.Child.BornOn.Year < 2016);
        var browser = await site.As(key);
        var at = await Begin(browser, key, colleague, child, "bfu", "2018-05-01");
        var (_, page) = await site.Get(browser, at);
        Assert.Contains("Identitet", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(browser, at + "/del/health")).Status);
        Assert.Equal(HttpStatusCode.OK, (await site.Get(browser, at + "/del/old-identity")).Status);
    }

    [Fact]
    public async Task Somebody_elses_childs_assessment_is_not_opened()
    {
        var (key, colleague, child) = Mine();
        var at = await Begin(await site.As(key), key, colleague, child);
        var other = site.People.First(p => p.Role == ViewerRole.Caseworker && p.TeamId != site.Person(key).TeamId);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(await site.As(other.Key), at)).Status);
        // Nor through the address of a child that one may see.
        var theirs = site.Overview.Children.First(c => c.AssignedTo.Contains(other.EmployeeId!.Value));
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await site.Get(await site.As(other.Key), $"/barn/{theirs.File.Id}/undersoegelse/{at.Split('/')[^1]}")).Status
        );
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("a b c", "a b c", "=a b c")]
    [InlineData("a b c", "a x c", "=a |-b |+x |=c")]
    [InlineData("", "ny tekst", "+ny tekst")]
    [InlineData("væk", "", "-væk")]
    [InlineData("en to tre fire", "to tre fire fem", "-en |=to tre |-fire|+fire fem")]
    public void A_difference_is_word_by_word_and_loses_nothing(string before, string after, string said)
    {
        var changes = Spor.Web.Case.Assessments.WordDifference.Between(before, after);
        Assert.Equal(
            said,
            string.Join(
                '|',
                changes.Select(c =>
                    (
                        c.Change == Spor.Web.Case.Assessments.Change.Same ? "="
                        : c.Change == Spor.Web.Case.Assessments.Change.Added ? "+"
                        : "-"
                    ) + c.Text
                )
            )
        );
        Assert.Equal(after, string.Concat(changes.Where(c => c.Change != Spor.Web.Case.Assessments.Change.Removed).Select(c => c.Text)));
        Assert.Equal(before, string.Concat(changes.Where(c => c.Change != Spor.Web.Case.Assessments.Change.Added).Select(c => c.Text)));
    }
}
