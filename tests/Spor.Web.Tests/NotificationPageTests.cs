using System.Net;
using System.Text;
using AngleSharp;
using AngleSharp.Dom;
using Spor.Children;
using Spor.Facts;
using Spor.Notifications;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Journal;
using Spor.Web.Access;
using Spor.Web.Frame;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Tests;

/// <summary>A notification from the call to the feedback, over HTTP.</summary>
public sealed class NotificationPageTests : IAsyncLifetime
{
    readonly Site site = new();

    public async ValueTask InitializeAsync() => await site.InitializeAsync();

    public async ValueTask DisposeAsync() => await site.DisposeAsync();

    static readonly DateTime Received = new(2026, 10, 30, 9, 0, 0);

    (string Key, ChildState Child) Mine(Func<ChildState, bool>? also = null)
    {
        var child = site.Overview.Children.First(c =>
            c.Case is not null
            && c.AssignedTo.Count > 0
            && site.CaseworkerKeys.Contains("medarbejder-" + c.AssignedTo[0])
            && (also is null || also(c))
        );
        return ("medarbejder-" + child.AssignedTo[0], child);
    }

    NotificationFact Newest(long child) => site.Overview.Find(child)!.File.Notifications.MaxBy(n => n.Id)!;

    static List<(string, string)> Told(params (string, string)[] more)
    {
        List<(string, string)> fields =
        [
            ("ReceivedAt", "2026-10-30"),
            ("ReceivedAtTime", "9.00"),
            ("Notifier", "skole"),
            ("Description", "Ærø Skole er bekymret"),
            ("Causes", "psykisk mistrivsel"),
        ];
        fields.RemoveAll(f => more.Any(m => m.Item1 == f.Item1));
        return [.. fields, .. more];
    }

    /// <summary>Searches, and comes back with the whole form.</summary>
    async Task<IDocument> Search(HttpClient browser, params (string, string)[] sought)
    {
        var (_, empty) = await site.Get(browser, "/underretning/ny");
        var (status, page, _) = await site.Post(browser, "/underretning/ny", empty, [.. sought, ("goer", "soeg")], mustSucceed: false);
        Assert.Equal(HttpStatusCode.OK, status);
        return page;
    }

    async Task<(long Child, long Id, HttpClient Browser)> Receive(string key, ChildState child, params (string, string)[] more)
    {
        var browser = await site.As(key);
        var form = await Search(browser, ("SoughtCpr", child.Child.CprText!));
        await site.Post(
            browser,
            "/underretning/ny",
            form,
            Told([("Known", child.File.Id.ToString()), ("SoughtCpr", child.Child.CprText!), .. more])
        );
        return (child.File.Id, Newest(child.File.Id).Id, browser);
    }

    [Fact]
    public async Task A_child_is_found_by_its_number_and_the_notification_is_saved_once()
    {
        var (key, child) = Mine(c => !c.Child.Protected);
        var browser = await site.As(key);
        var (_, first) = await site.Get(browser, "/underretning/ny");
        // Before anything is sought there is nothing to save.
        Assert.Null(first.QuerySelector("#felt-Description"));
        Assert.DoesNotContain("Gem underretningen", first.QuerySelector("form.form-x")!.TextContent, StringComparison.Ordinal);
        var form = await Search(browser, ("SoughtCpr", child.Child.CprText!));
        Assert.Equal("2026-10-31", form.QuerySelector("#felt-ReceivedAt")!.GetAttribute("value"));
        var found = form.QuerySelector(".found-x")!;
        Assert.Contains(child.Child.Name, found.TextContent, StringComparison.Ordinal);
        Assert.Contains("samme CPR-nummer", found.TextContent, StringComparison.Ordinal);
        var head = site.Database.HeadNo;
        var fields = Told(("Known", child.File.Id.ToString()), ("SoughtCpr", child.Child.CprText!));
        var (_, page, url) = await site.Post(browser, "/underretning/ny", form, fields);
        var n = Newest(child.File.Id);
        Assert.Equal($"/barn/{child.File.Id}/underretning/{n.Id}", url.AbsolutePath);
        Assert.Equal((Received, Notifier.School), (n.ReceivedAt, n.Notifier));
        Assert.Contains("Ærø Skole er bekymret", page.QuerySelector("#underretningen")!.TextContent, StringComparison.Ordinal);
        await site.Post(browser, "/underretning/ny", form, fields);
        Assert.Equal(head + 1, site.Database.HeadNo);
        // The clock is a requirement like an imported one's, and stands in the inbox.
        Assert.Contains(
            site.Overview.Find(child.File.Id)!.Open,
            r => r.Rule == Rule.NotificationAssessed && r.SubjectId == n.Id && r.DueAt == Received.AddDays(1)
        );
        var (_, inbox) = await site.Get(browser, "/indbakke");
        Assert.NotNull(inbox.QuerySelector($"#vurder a[href='/barn/{child.File.Id}/underretning/{n.Id}/vurder']"));
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task What_is_refused_keeps_everything_and_asks_for_the_files_again()
    {
        var (key, child) = Mine();
        var browser = await site.As(key);
        var form = await Search(browser, ("SoughtCpr", child.Child.CprText!));
        var head = site.Database.HeadNo;
        var (status, page) = await Send(
            browser,
            "/underretning/ny",
            form,
            Told(("ReceivedAtTime", "kl. ni"), ("NotifierName", "Æbler & <pærer>"), ("SoughtCpr", child.Child.CprText!)),
            ("brev.txt", "Hej"u8.ToArray())
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(
            ("kl. ni", "Æbler & <pærer>", "Ærø Skole er bekymret"),
            (
                page.QuerySelector("#felt-ReceivedAtTime")!.GetAttribute("value"),
                page.QuerySelector("#felt-NotifierName")!.GetAttribute("value"),
                page.QuerySelector("#felt-Description")!.TextContent.Trim()
            )
        );
        Assert.NotNull(page.QuerySelector("input[name=Causes][value='psykisk mistrivsel'][checked]"));
        Says(page, "choose-files-again");
        // One press tells what could not be read, the next what the rule says.
        Says((await site.Post(browser, "/underretning/ny", form, Told(), mustSucceed: false)).Page, "no-child-chosen");
        Assert.Equal(head, site.Database.HeadNo);
    }

    static void Says(IDocument page, string code) =>
        Assert.Contains(RefusalText.Of(code).Da, page.QuerySelector("#fejl")!.TextContent, StringComparison.Ordinal);

    [Fact]
    public async Task A_search_for_nothing_or_for_nonsense_says_so()
    {
        var (key, _) = Mine();
        var browser = await site.As(key);
        var (_, empty) = await site.Get(browser, "/underretning/ny");
        Says((await site.Post(browser, "/underretning/ny", empty, [("goer", "soeg")], mustSucceed: false)).Page, "search-empty");
        Says(
            (await site.Post(browser, "/underretning/ny", empty, [("goer", "soeg"), ("SoughtCpr", "12345")], mustSucceed: false)).Page,
            "cpr-number-not-readable"
        );
    }

    [Fact]
    public async Task A_new_child_is_made_of_what_was_sought_and_its_districts_team_sees_it()
    {
        var (key, _) = Mine();
        var team = site.Person(key).TeamId!.Value;
        var district = site.Register.Districts.First(d => d.TeamId == team && d.To is null).DistrictId.ToString();
        var browser = await site.As(key);
        var form = await Search(browser, ("SoughtName", "Ørnulf Opdigtet Ask"), ("SoughtCpr", "710219-5555"));
        Assert.Contains("Ingen fundet", form.QuerySelector(".found-x")!.TextContent, StringComparison.Ordinal);
        var (_, with, _) = await site.Post(
            browser,
            "/underretning/ny",
            form,
            [("SoughtName", "Ørnulf Opdigtet Ask"), ("SoughtCpr", "710219-5555"), ("goer", "nyt-barn")]
        );
        Assert.Equal(
            ("Ørnulf Opdigtet", "Ask", "710219-5555"),
            (
                with.QuerySelector("#felt-FirstName-0")!.GetAttribute("value"),
                with.QuerySelector("#felt-LastName-0")!.GetAttribute("value"),
                with.QuerySelector("#felt-Cpr-0")!.GetAttribute("value")
            )
        );
        var (_, _, url) = await site.Post(
            browser,
            "/underretning/ny",
            with,
            Told(("FirstName-0", "Ørnulf Opdigtet"), ("LastName-0", "Ask"), ("Cpr-0", "710219-5555"), ("DistrictId-0", district))
        );
        var child = site.Overview.Children.Single(c => c.Child.LastName == "Ask" && c.Child.FirstName == "Ørnulf Opdigtet");
        Assert.StartsWith($"/barn/{child.File.Id}/underretning/", url.AbsolutePath);
        Assert.Equal(new DateOnly(2019, 2, 11), child.Child.BornOn);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (
                await site.Get(
                    await site.As(site.People.First(p => p.Role == ViewerRole.Caseworker && p.TeamId != team).Key),
                    $"/barn/{child.File.Id}"
                )
            ).Status
        );
        // The number is known now, and nobody is made of it twice.
        Says(
            (
                await site.Post(
                    browser,
                    "/underretning/ny",
                    with,
                    Told(
                        ("FirstName-0", "En"),
                        ("LastName-0", "Anden"),
                        ("Cpr-0", "710219-5555"),
                        ("spor-token", Guid.NewGuid().ToString())
                    ),
                    mustSucceed: false
                )
            ).Page,
            "cpr-known-already"
        );
        // The same name and birthday is a likely double, until it was looked at.
        (string, string)[] again =
        [
            ("NewCount", "1"),
            ("FirstName-0", "Ørnulf Opdigtet"),
            ("LastName-0", "Ask"),
            ("BornOn-0", "2019-02-11"),
            ("DistrictId-0", district),
            ("spor-token", Guid.NewGuid().ToString()),
        ];
        var (_, warned, _) = await site.Post(browser, "/underretning/ny", with, Told(again), mustSucceed: false);
        Says(warned, "likely-double");
        Assert.NotNull(warned.QuerySelector($".found-x input[value='{child.File.Id}']"));
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task A_new_child_without_district_is_seen_by_everybody_who_works_until_a_team_has_it()
    {
        var (key, _) = Mine();
        var browser = await site.As(key);
        var (_, empty) = await site.Get(browser, "/underretning/ny");
        var (_, form, _) = await site.Post(browser, "/underretning/ny", empty, [("goer", "ufoedt")]);
        await site.Post(
            browser,
            "/underretning/ny",
            form,
            Told(("LastName-0", "Ufødtsen"), ("Unborn-0", "ja"), ("BornOn-0", "2027-01-15"))
        );
        var child = site.Overview.Children.Single(c => c.Child.LastName == "Ufødtsen");
        Assert.True(child.Child.Unborn);
        var n = child.File.Notifications[0];
        var other = site.People.First(p => p.Role == ViewerRole.Caseworker && p.TeamId != site.Person(key).TeamId);
        Assert.Equal(HttpStatusCode.OK, (await site.Get(await site.As(other.Key), $"/barn/{child.File.Id}/underretning/{n.Id}")).Status);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await site.Get(await site.As("controller"), $"/barn/{child.File.Id}/underretning/{n.Id}")).Status
        );
        // Whoever assesses it must say whose it is.
        var url = $"/barn/{child.File.Id}/underretning/{n.Id}/vurder";
        var (_, assess) = await site.Get(browser, url);
        var fields = Assessed(key, ("Outcome", "screening"));
        Says((await site.Post(browser, url, assess, fields, mustSucceed: false)).Page, "district-missing");
        var district = site.Register.Districts.First(d => d.TeamId == other.TeamId && d.To is null).DistrictId.ToString();
        var (_, after, at) = await site.Post(browser, url, assess, [.. fields, ("DistrictId", district)]);
        Assert.Equal("/indbakke", at.AbsolutePath);
        Assert.Contains("hos dem, der har barnet", after.QuerySelector(".notice.ok")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(browser, $"/barn/{child.File.Id}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await site.Get(await site.As(other.Key), $"/barn/{child.File.Id}")).Status);
    }

    static List<(string, string)> Assessed(string key, params (string, string)[] more)
    {
        List<(string, string)> fields =
        [
            ("AssessedAt", "2026-10-30"),
            ("AssessedAtTime", "12.00"),
            ("AssessedBy", key["medarbejder-".Length..]),
            ("Danger", "måske i fare"),
            ("Acute", "nej"),
        ];
        fields.RemoveAll(f => more.Any(m => m.Item1 == f.Item1));
        return [.. fields, .. more];
    }

    [Fact]
    public async Task Somebody_elses_child_is_masked_and_the_notification_can_still_be_given_to_it()
    {
        var (key, _) = Mine();
        var team = site.Person(key).TeamId;
        var hidden = site.Overview.Children.First(c =>
            c.AssignedTo.Count > 0
            && !c.Child.Protected
            && !site.Register.Staff.IsOfTeam(c.File, team!.Value, site.Today)
            && !c.AssignedTo.Contains(site.Person(key).EmployeeId!.Value)
        );
        var browser = await site.As(key);
        var form = await Search(browser, ("SoughtCpr", hidden.Child.CprText!));
        var found = form.QuerySelector(".found-x")!.TextContent;
        Assert.DoesNotContain(hidden.Child.Name, form.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Et barn, som en anden rådgiver har", found, StringComparison.Ordinal);
        Assert.Contains("hos ", found, StringComparison.Ordinal);
        var before = hidden.File.Notifications.Length;
        // Chosen without having been found, it is refused: an id is no likeness.
        Says(
            (await site.Post(browser, "/underretning/ny", form, Told(("Known", hidden.File.Id.ToString())), mustSucceed: false)).Page,
            "child-not-offered"
        );
        var (_, page, url) = await site.Post(
            browser,
            "/underretning/ny",
            form,
            Told(("Known", hidden.File.Id.ToString()), ("SoughtCpr", hidden.Child.CprText!))
        );
        Assert.Equal("/indbakke", url.AbsolutePath);
        Assert.Contains("hos dem, der har barnet", page.QuerySelector(".notice.ok")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before + 1, site.Overview.Find(hidden.File.Id)!.File.Notifications.Length);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await site.Get(browser, $"/barn/{hidden.File.Id}/underretning/{Newest(hidden.File.Id).Id}")).Status
        );
    }

    [Fact]
    public async Task A_file_is_kept_sealed_and_fetched_as_a_download_by_who_may_see_the_child()
    {
        var (key, child) = Mine();
        var (id, n, browser) = await Receive(key, child);
        var (_, form) = await site.Get(browser, $"/barn/{id}/underretning/{n}/bilag");
        var url = $"/barn/{id}/underretning/{n}/bilag";
        Says((await Send(browser, url, form, [])).Page, "no-file-chosen");
        Says((await Send(browser, url, form, [], ("brev.pdf", "MZ"u8.ToArray()))).Page, "file-kind-not-allowed");
        Says((await Send(browser, url, form, [], ("tom.txt", []))).Page, "file-empty");
        Says((await Send(browser, url, form, [], ("stor.txt", new byte[(50 << 20) + 1]))).Page, "file-too-large");
        Says(
            (await Send(browser, url, form, [], [.. Enumerable.Range(0, 6).Select(i => ($"{i}.txt", "x"u8.ToArray()))])).Page,
            "too-many-files"
        );
        var (status, page) = await Send(browser, url, form, [], ("Brev fra skolen.txt", "Kære kommune"u8.ToArray()));
        Assert.Equal(HttpStatusCode.OK, status);
        var href = page.QuerySelector("#underretningen a[download]")!.GetAttribute("href")!;
        using var answer = await browser.GetAsync(new Uri(href, UriKind.Relative));
        Assert.Equal("Kære kommune", await answer.Content.ReadAsStringAsync());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        var other = site.People.First(p => p.Role == ViewerRole.Caseworker && p.TeamId != site.Person(key).TeamId);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(await site.As(other.Key), href)).Status);
        // Another child's address does not lead to it either.
        var (_, second) = Mine(c => c.File.Id != id && "medarbejder-" + c.AssignedTo[0] == key);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await site.Get(browser, href.Replace($"/barn/{id}/", $"/barn/{second.File.Id}/", StringComparison.Ordinal))).Status
        );
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task An_assessment_is_saved_starts_its_clock_and_shows_in_the_figures_of_the_rules()
    {
        var (key, child) = Mine(c =>
            !Involved.MustHaveOutsider(c.File, site.Register.Catalogue, site.Today)
            && !c.File.Assessments.Any(a => a.Kind == Assessments.AssessmentKind.Assessment && a.FinishedOn is null)
        );
        var (id, n, browser) = await Receive(key, child);
        var url = $"/barn/{id}/underretning/{n}/vurder";
        var (_, form) = await site.Get(browser, url);
        var head = site.Database.HeadNo;
        var (status, refused, _) = await site.Post(
            browser,
            url,
            form,
            Assessed(key, ("AssessedAtTime", "8.00"), ("Reason", "Æh")),
            mustSucceed: false
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Says(refused, "assessed-before-received");
        Says(refused, "outcome-missing");
        Assert.Equal("Æh", refused.QuerySelector("#felt-Reason")!.TextContent.Trim());
        var (_, page, at) = await site.Post(browser, url, form, Assessed(key, ("Outcome", "undersøgelse")));
        Assert.Equal($"/barn/{id}/underretning/{n}", at.AbsolutePath);
        Assert.Contains("inden for de 24 timer", page.QuerySelector("#ur")!.TextContent, StringComparison.Ordinal);
        await site.Post(browser, url, form, Assessed(key, ("Outcome", "undersøgelse")));
        Assert.Equal(head + 1, site.Database.HeadNo);
        var state = site.Overview.Find(id)!;
        Assert.Contains(
            state.Open,
            r => r.Rule == Rule.AssessmentCompleted && r.Trigger == new DateOnly(2026, 10, 30) && r.Due == new DateOnly(2027, 2, 28)
        );
        Assert.DoesNotContain(state.Open, r => r.Rule == Rule.NotificationAssessed && r.SubjectId == n);
        Assert.Contains("Vurderede en underretning", await site.History(browser, id), StringComparison.Ordinal);
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task Of_two_who_assess_the_same_the_second_sees_the_first_and_chooses()
    {
        var (key, child) = Mine(c => !Involved.MustHaveOutsider(c.File, site.Register.Catalogue, site.Today));
        var (id, n, browser) = await Receive(key, child);
        var url = $"/barn/{id}/underretning/{n}/vurder";
        var (_, mine) = await site.Get(browser, url);
        var (_, theirs) = await site.Get(await site.As("leder"), url);
        await site.Post(await site.As("leder"), url, theirs, Assessed(key, ("Outcome", "eksisterende sag"), ("Reason", "Lederens ord")));
        var (status, page, _) = await site.Post(
            browser,
            url,
            mine,
            Assessed(key, ("Outcome", "screening"), ("Reason", "Mine ord")),
            mustSucceed: false
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("Mine ord", page.QuerySelector("#felt-Reason")!.TextContent.Trim());
        Assert.Contains("Lederens ord", page.QuerySelector("#felt-Reason-imens")!.TextContent, StringComparison.Ordinal);
        await site.Post(browser, url, page, Assessed(key, ("Outcome", "screening"), ("Reason", "Mine ord")));
        Assert.Equal(NotificationOutcome.Screening, Newest(id).Outcome);
    }

    [Fact]
    public async Task On_a_child_with_an_active_measure_the_involved_are_not_offered_as_second_reader_and_are_refused()
    {
        var (key, child) = Mine(c => Involved.MustHaveOutsider(c.File, site.Register.Catalogue, site.Today));
        var (id, n, browser) = await Receive(key, child);
        var url = $"/barn/{id}/underretning/{n}/vurder";
        var (_, form) = await site.Get(browser, url);
        var me = key["medarbejder-".Length..];
        Assert.Null(form.QuerySelector($"#felt-SecondReader option[value='{me}']"));
        Assert.Contains(
            site.Register.Employments.First(e => e.EmployeeId.ToString() == me).Name!,
            form.QuerySelector("#inddraget")!.TextContent,
            StringComparison.Ordinal
        );
        Says(
            (await site.Post(browser, url, form, Assessed(key, ("Outcome", "eksisterende sag")), mustSucceed: false)).Page,
            "second-reader-missing"
        );
        var second = form.QuerySelectorAll("#felt-SecondReader option")
            .Select(o => o.GetAttribute("value"))
            .First(v => !string.IsNullOrEmpty(v))!;
        await site.Post(browser, url, form, Assessed(key, ("Outcome", "eksisterende sag"), ("SecondReader", second)));
        Assert.Equal(second, Newest(id).SecondReader.ToString());
    }

    [Fact]
    public async Task The_receipt_and_the_feedback_are_written_down_and_leave_the_inbox()
    {
        var (key, child) = Mine(c => !Involved.MustHaveOutsider(c.File, site.Register.Catalogue, site.Today));
        var (id, n, browser) = await Receive(key, child);
        var at = $"/barn/{id}/underretning/{n}";
        var (_, form) = await site.Get(browser, at + "/kvittering");
        Says(
            (
                await site.Post(browser, at + "/kvittering", form, [("On", "2026-10-29"), ("Way", "telefonsamtale")], mustSucceed: false)
            ).Page,
            "answered-before-received"
        );
        await site.Post(
            browser,
            at + "/kvittering",
            form,
            [("On", "2026-10-30"), ("Way", "telefonsamtale"), ("Note", "Ringede til skolen")]
        );
        Assert.DoesNotContain(site.Overview.Find(id)!.Open, r => r.Rule == Rule.NotificationAcknowledged && r.SubjectId == n);
        (_, form) = await site.Get(browser, at + "/tilbagemelding");
        Says(
            (await site.Post(browser, at + "/tilbagemelding", form, [("On", "2026-10-30"), ("Way", "møde")], mustSucceed: false)).Page,
            "feedback-before-assessed"
        );
        var (_, assess) = await site.Get(browser, at + "/vurder");
        await site.Post(browser, at + "/vurder", assess, Assessed(key, ("Outcome", "eksisterende sag")));
        Assert.NotNull((await site.Get(browser, "/indbakke")).Page.QuerySelector($"#tilbagemeld a[href='{at}']"));
        (_, form) = await site.Get(browser, at + "/tilbagemelding");
        var (_, page, _) = await site.Post(browser, at + "/tilbagemelding", form, [("On", "2026-10-31"), ("Way", "møde")]);
        Assert.Contains("31. oktober 2026", page.QuerySelector("#svar")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await site.Get(browser, "/indbakke")).Page.QuerySelector($"#tilbagemeld a[href='{at}']"));
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task Notifications_on_siblings_stand_beside_it_also_after_one_has_left_the_family()
    {
        var family = site
            .Overview.Children.Where(c => c.Child.FamilyId is not null && c.File.Notifications.Length > 0)
            .GroupBy(c => c.Child.FamilyId)
            .First(g => g.Count() > 1)
            .ToList();
        var (child, sibling) = (family[0], family[1]);
        var browser = await site.As("leder");
        var url = $"/barn/{child.File.Id}/underretning/{child.File.Notifications[^1].Id}";
        Assert.NotNull((await site.Get(browser, url)).Page.QuerySelector($"#tidligere a[href='/barn/{sibling.File.Id}']"));
        site.Database.Journal.Act(
            new("test", "test", sibling.File.Id),
            (facts, _) =>
            {
                var moved = (ChildFact)facts.Opened(facts.Find<ChildFact>(sibling.File.Id)!).Copy();
                moved.FamilyId = 1;
                return new Corrected(FactKinds.Child, moved);
            }
        );
        var after = (await site.Get(browser, url)).Page.QuerySelector("#tidligere")!;
        Assert.NotNull(after.QuerySelector($"a[href='/barn/{sibling.File.Id}']"));
        Assert.Contains("var i samme familie før", after.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Posts a form with files, as a browser does.</summary>
    async Task<(HttpStatusCode Status, IDocument Page)> Send(
        HttpClient browser,
        string url,
        IDocument from,
        IEnumerable<(string Name, string Value)> fields,
        params (string Name, byte[] Bytes)[] files
    )
    {
        using var form = new MultipartFormDataContent();
        var given = fields.ToList();
        foreach (
            var hidden in from.QuerySelectorAll("form.form-x input[type=hidden]")
                .Select(i => (Name: i.GetAttribute("name")!, Value: i.GetAttribute("value") ?? ""))
        )
            if (!given.Exists(g => g.Name == hidden.Name))
                given.Add(hidden);
        foreach (var (name, value) in given)
            form.Add(new StringContent(value, Encoding.UTF8), name);
        foreach (var (name, bytes) in files)
            form.Add(new ByteArrayContent(bytes), "Files", name);
        using var answer = await browser.PostAsync(new Uri(url, UriKind.Relative), form);
        var html = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, await BrowsingContext.New(Configuration.Default).OpenAsync(r => r.Content(html)));
    }

    [Theory]
    [InlineData("leder")]
    [InlineData("teamleder-1")]
    public async Task The_inbox_has_at_most_a_hundred_rows_and_each_of_its_lists_can_be_gone_through(string who)
    {
        var client = await site.As(who);
        var (_, front) = await site.Get(client, "/indbakke");
        Assert.InRange(front.QuerySelectorAll("main tbody tr").Length, 1, 100);
        Assert.Empty(front.QuerySelectorAll("main details tr"));
        foreach (var old in front.QuerySelectorAll("#aeldre a"))
        {
            var said = int.Parse(
                string.Concat(old.TextContent.TakeWhile(c => char.IsDigit(c) || c == '.').Where(char.IsDigit)),
                System.Globalization.CultureInfo.InvariantCulture
            );
            var seen = new HashSet<string>();
            var (_, page) = await site.Get(client, old.GetAttribute("href")!);
            while (true)
            {
                var rows = page.QuerySelectorAll("main tbody tr th a").Select(a => a.GetAttribute("href")!).ToList();
                Assert.InRange(rows.Count, 1, 100);
                Assert.All(rows, r => Assert.True(seen.Add(r)));
                if (page.QuerySelector("a[rel=next]")?.GetAttribute("href") is not { } next)
                    break;
                (_, page) = await site.Get(client, next);
            }
            Assert.Equal(said, seen.Count);
        }
    }

    /// <summary>A row says what is done and what is missing as the record has it, what the worry is, and what the law asks for
    /// especially.</summary>
    [Fact]
    public async Task A_row_of_the_list_has_its_four_fields_its_worry_and_the_time_that_is_gone()
    {
        var browser = await site.As("leder");
        var (_, page) = await site.Get(browser, Routes.Inbox);
        var all = site.Overview.Children.SelectMany(c => c.File.Notifications).ToDictionary(n => n.Id);
        var texts = new Storage.Facts.FactReader(site.Database);
        var (rows, worries, bars) = (0, 0, 0);
        foreach (var row in page.QuerySelectorAll("table.inbox tbody tr"))
        {
            rows++;
            var n = all[
                long.Parse(
                    row.QuerySelector("th a")!.GetAttribute("href")!.Split('/')[^1],
                    System.Globalization.CultureInfo.InvariantCulture
                )
            ];
            Assert.Equal(
                [
                    "done",
                    n.AssessedAt is null ? "missing" : "done",
                    n.AcknowledgedOn is not null ? "done"
                    : n.Notifier == Notifier.Anonymous ? "none"
                    : "missing",
                    n.FeedbackOn is not null ? "done"
                    : n.Notifier.IsProfessional() ? "missing"
                    : "none",
                ],
                row.QuerySelectorAll(".fields-x i").Select(i => i.ClassName)
            );
            bars += row.QuerySelector(".clock-bar") is null ? 0 : 1;
            if (texts.Find<NotificationFact>(n.Id)!.Causes is not { Length: > 0 and <= 90 } causes)
                continue;
            worries++;
            Assert.Contains(causes.Replace(",", ", ", StringComparison.Ordinal), row.TextContent, StringComparison.Ordinal);
        }
        Assert.True(rows > 5 && worries > 0 && bars > 0, $"{rows} rows, {worries} worries, {bars} bars");
    }
}
