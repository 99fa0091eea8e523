using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Spor.Children;
using Spor.Conferences;
using Spor.Facts;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Web.Access;
using Spor.Web.Frame;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Tests;

/// <summary>The caseworker's way from the offer to the invitations, in the browser.</summary>
public sealed class ConferencePageTests : IAsyncLifetime
{
    readonly Site site = new();

    public async ValueTask InitializeAsync() => await site.InitializeAsync();

    public async ValueTask DisposeAsync() => await site.DisposeAsync();

    (string Key, ChildState Child) Who(Func<ChildState, bool> wanted)
    {
        var child = site.Overview.Children.First(c =>
            c.Case is not null && c.AssignedTo.Count > 0 && site.CaseworkerKeys.Contains("medarbejder-" + c.AssignedTo[0]) && wanted(c)
        );
        return ("medarbejder-" + child.AssignedTo[0], child);
    }

    ChildFile File(long child) => new ChildReader(site.Database).Read(child)!;

    static string Day(DateOnly day) => Form.Iso(day);

    static (string, string)[] Fields(params (string, string)[] fields) => fields;

    /// <summary>A child under 15 without a conference on its way, with one offered and accepted through the forms.</summary>
    async Task<(HttpClient Browser, long Child, long Id)> Accepted(Func<ChildState, bool>? wanted = null)
    {
        var (key, child) = Who(c =>
            c.Child.AgeAt(site.Today) < 15 && ConferenceRules.Waiting(c.File.Conferences) is null && (wanted?.Invoke(c) ?? true)
        );
        var browser = await site.As(key);
        var id = child.File.Id;
        await Do(browser, Routes.OfferConference(id), ("OfferedOn", Day(site.Today.AddDays(-7))), ("OfferedTo", "Mor"));
        var conference = File(id).Conferences[^1].Id;
        await Do(browser, Routes.AnswerOffer(id, conference), ("AnsweredOn", Day(site.Today.AddDays(-5))), ("Answer", "ja"));
        return (browser, id, conference);
    }

    async Task<IDocument> Do(HttpClient browser, string url, params (string, string)[] fields)
    {
        var (_, form) = await site.Get(browser, url);
        return (await site.Post(browser, url, form, fields)).Page;
    }

    async Task<IDocument> Refused(HttpClient browser, string url, params (string, string)[] fields)
    {
        var (_, form) = await site.Get(browser, url);
        var (status, page, _) = await site.Post(browser, url, form, fields, mustSucceed: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        return page;
    }

    static string Faults(IDocument page) => page.QuerySelector("#fejl")!.TextContent;

    [Fact]
    public async Task An_offer_is_saved_once_and_a_second_conference_is_refused_with_the_way_to_the_first()
    {
        var (key, child) = Who(c => c.Child.AgeAt(site.Today) < 15 && ConferenceRules.Waiting(c.File.Conferences) is null);
        var (browser, id) = (await site.As(key), child.File.Id);
        var url = Routes.OfferConference(id);
        var (_, form) = await site.Get(browser, url);
        var head = site.Database.HeadNo;
        var fields = Fields(("OfferedOn", Day(site.Today)), ("OfferedTo", "Æbler og <pærer>"));
        var (_, page, at) = await site.Post(browser, url, form, fields);
        Assert.Matches($"^/barn/{id}/raadslagning/[0-9]+$", at.AbsolutePath);
        Assert.Contains("Fortalt til Æbler og <pærer>", page.QuerySelector("#tilbud")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("tilbud", page.QuerySelector(".path-x [aria-current=step] a")!.GetAttribute("href")!.TrimStart('#'));
        await site.Post(browser, url, form, fields);
        Assert.Equal(head + 1, site.Database.HeadNo);

        var refused = await Refused(browser, url, ("OfferedOn", "32-13-2026"), ("OfferedTo", "Far"));
        Assert.Equal(
            ("32-13-2026", "Far"),
            (refused.QuerySelector("#felt-OfferedOn")!.GetAttribute("value"), refused.QuerySelector("#felt-OfferedTo")!.TextContent.Trim())
        );
        var second = await Refused(browser, url, ("OfferedOn", Day(site.Today)), ("OfferedTo", "Far"));
        Assert.Equal(Routes.Conferences(id), second.QuerySelector("#fejl li > a[href^='/']")!.GetAttribute("href"));
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task Every_page_and_form_of_a_conference_is_a_look_that_is_written_down_once()
    {
        var (browser, child, id) = await Accepted();
        var log = site.Services.GetRequiredService<AccessLog>();
        foreach (
            var url in new[]
            {
                Routes.Conference(child, id),
                Routes.WriteQuestions(child, id),
                Routes.NewInvitee(child, id),
                Routes.PlanPractical(child, id),
                Routes.Invitations(child, id),
                Routes.HoldConference(child, id),
                Routes.ChooseCoordinator(child, id),
            }
        )
        {
            await log.Flush();
            var before = log.Read(1).Select(l => l.No).DefaultIfEmpty().Max();
            await site.Get(browser, url);
            await log.Flush();
            var looks = log.Read(10).Where(l => l.No > before).ToList();
            Assert.True(looks.Count == 1, $"{url} wrote {looks.Count} looks");
            Assert.Contains(child.ToString(CultureInfo.InvariantCulture), looks[0].Subject, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task From_15_the_young_persons_own_yes_is_needed_and_a_no_asks_for_the_wish_instead()
    {
        var (key, child) = Who(c => c.Child.AgeAt(site.Today) is 15 or 16 && ConferenceRules.Waiting(c.File.Conferences) is null);
        var (browser, id) = (await site.As(key), child.File.Id);
        await Do(browser, Routes.OfferConference(id), ("OfferedOn", Day(site.Today)), ("OfferedTo", "Mor"));
        var url = Routes.AnswerOffer(id, File(id).Conferences[^1].Id);
        Assert.Contains(
            "Den unge er gammel nok til at svare selv",
            Faults(await Refused(browser, url, ("AnsweredOn", Day(site.Today)), ("Answer", "ja"))),
            StringComparison.Ordinal
        );
        var said = await Refused(
            browser,
            url,
            ("AnsweredOn", Day(site.Today)),
            ("Answer", "ja"),
            ("ChildAnswer", "nej"),
            ("WishedInstead", "At bo hos moster")
        );
        Assert.Contains("Den unge siger nej", Faults(said), StringComparison.Ordinal);
        Assert.Equal("At bo hos moster", said.QuerySelector("#felt-WishedInstead")!.TextContent.Trim());
        Assert.NotNull(said.QuerySelector("input[name=ChildAnswer][value=nej][checked]"));
        var page = await Do(
            browser,
            url,
            ("AnsweredOn", Day(site.Today)),
            ("Answer", "nej"),
            ("ChildAnswer", "nej"),
            ("WishedInstead", "At bo hos moster")
        );
        Assert.Contains("At bo hos moster", page.QuerySelector("#tilbud")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".path-x [aria-current]"));
        // A no leaves room for another offer.
        Assert.NotNull((await site.Get(browser, Routes.Conferences(id))).Page.QuerySelector($"a[href='{Routes.OfferConference(id)}']"));
    }

    [Fact]
    public async Task Two_who_answer_at_once_see_each_others_answer()
    {
        var (browser, child, id) = await Accepted();
        var url = Routes.AnswerOffer(child, id);
        var (_, mine) = await site.Get(browser, url);
        var (_, hers) = await site.Get(browser, url);
        await site.Post(browser, url, mine, [("AnsweredOn", Day(site.Today)), ("Answer", "nej"), ("WishedInstead", "Aflastning")]);
        var (status, both, _) = await site.Post(
            browser,
            url,
            hers,
            [("AnsweredOn", Day(site.Today)), ("Answer", "nej"), ("WishedInstead", "Ro")],
            mustSucceed: false
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("Aflastning", both.QuerySelector("#felt-WishedInstead-imens")!.TextContent, StringComparison.Ordinal);
        await site.Post(browser, url, both, [("AnsweredOn", Day(site.Today)), ("Answer", "nej"), ("WishedInstead", "Aflastning og ro")]);
        Assert.Equal("Aflastning og ro", File(child).Conferences[^1].WishedInstead);
    }

    [Fact]
    public async Task Questions_are_written_approved_and_an_edit_empties_the_approval_and_says_so()
    {
        var (browser, child, id) = await Accepted();
        var url = Routes.WriteQuestions(child, id);
        var (_, form) = await site.Get(browser, url);
        Assert.Equal(6, form.QuerySelectorAll("textarea[name^=Question]").Length);
        Assert.Contains(
            "Der er ingen spørgsmål at godkende",
            Faults(await Refused(browser, url, ("Question1", " "), ("ApprovedOn", Day(site.Today)), ("Approve", "ja"))),
            StringComparison.Ordinal
        );
        await site.Post(browser, url, form, [("Question1", "Hvem henter på de svære dage?"), ("Question3", "Hvor sover jeg?")]);
        var ids = File(child).Questions.Where(q => q.ConferenceId == id).Select(q => (q.Id, q.Text)).ToList();
        Assert.Equal(["Hvem henter på de svære dage?", "Hvor sover jeg?"], ids.Select(q => q.Text));

        (_, form) = await site.Get(browser, url);
        var approved = (
            await site.Post(
                browser,
                url,
                form,
                [("Question1", ids[0].Text!), ("Question2", ids[1].Text!), ("ApprovedOn", Day(site.Today)), ("Approve", "ja")]
            )
        ).Page;
        Assert.Contains("Godkendt af familien", approved.QuerySelector("#spoergsmaal")!.TextContent, StringComparison.Ordinal);
        var (_, mine) = await site.Get(browser, url);
        var (_, hers) = await site.Get(browser, url);
        var edited = (await site.Post(browser, url, mine, [("Question1", "Hvem henter?"), ("Question2", ids[1].Text!)])).Page;
        Assert.Contains("så familien skal godkende dem igen", edited.QuerySelector(".notice.ok")!.TextContent, StringComparison.Ordinal);
        Assert.Null(File(child).Conferences[^1].QuestionsApprovedOn);
        Assert.Equal(ids.Select(q => q.Id), File(child).Questions.Where(q => q.ConferenceId == id).Select(q => q.Id));
        // She saves over what she has not seen: both stand side by side, and saving again changes that question.
        var (status, both, _) = await site.Post(
            browser,
            url,
            hers,
            [("Question1", "Hvem følger?"), ("Question2", ids[1].Text!)],
            mustSucceed: false
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("Hvem henter?", both.QuerySelector("#felt-Question1-imens")!.TextContent, StringComparison.Ordinal);
        await site.Post(browser, url, both, [("Question1", "Hvem henter og følger?"), ("Question2", "")]);
        Assert.Equal(
            (ids[0].Id, "Hvem henter og følger?"),
            File(child).Questions.Where(q => q.ConferenceId == id).Select(q => (q.Id, q.Text!)).Single()
        );
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task Nothing_is_prepared_before_the_family_has_said_yes()
    {
        var (key, child) = Who(c => c.Child.AgeAt(site.Today) < 15 && ConferenceRules.Waiting(c.File.Conferences) is null);
        var (browser, id) = (await site.As(key), child.File.Id);
        await Do(browser, Routes.OfferConference(id), ("OfferedOn", Day(site.Today)), ("OfferedTo", "Mor"));
        var conference = File(id).Conferences[^1].Id;
        var refused = await Refused(browser, Routes.WriteQuestions(id, conference), ("Question1", "Hvem henter?"));
        Assert.Contains("Familien har ikke sagt ja", Faults(refused), StringComparison.Ordinal);
        Assert.Equal("Hvem henter?", refused.QuerySelector("#felt-Question1")!.TextContent.Trim());
        Assert.NotNull(refused.QuerySelector($"#fejl a[href='{Routes.Conferences(id)}']"));
        var (_, page) = await site.Get(browser, Routes.Conference(id, conference));
        Assert.Null(page.QuerySelector($"a[href='{Routes.NewInvitee(id, conference)}']"));
    }

    [Fact]
    public async Task The_network_comes_on_the_list_with_one_press_and_professionals_after_it()
    {
        var (browser, child, id) = await Accepted();
        await Do(browser, Routes.NewPerson(child), ("Name", "Karen Mormor"), ("Relation", "bedsteforælder"), ("Phone", "11 22 33 44"));
        await Do(browser, Routes.NewPerson(child), ("Name", "Lærer Lind"), ("Relation", "lærer"), ("Professional", "ja"));
        var people = File(child).People;
        var (kin, teacher) = (people.First(p => p.Name == "Karen Mormor").Id, people.First(p => p.Name == "Lærer Lind").Id);
        var url = Routes.NewInvitee(child, id);
        var first = await Refused(browser, url, ("PressPerson", $"{teacher}"));
        Assert.NotNull(first.QuerySelector($"#fejl a[href='{Routes.Network(child)}']"));
        Assert.Contains("Familiens eget netværk kommer først", Faults(first), StringComparison.Ordinal);

        var (_, form) = await site.Get(browser, url);
        var head = site.Database.HeadNo;
        await site.Post(browser, url, form, [("PressPerson", $"{kin}")]);
        await site.Post(browser, url, form, [("PressPerson", $"{kin}")]);
        Assert.Equal(head + 1, site.Database.HeadNo);
        await Do(browser, url, ("PressPerson", $"{teacher}"));
        var listed = await Do(browser, url, ("PressPerson", "barnet"));
        Assert.Null(listed.QuerySelector($"button[name=PressPerson][value='{kin}']"));
        Assert.Equal(
            [
                (InviteeRole.Network, "Karen Mormor", "11 22 33 44"),
                (InviteeRole.Informant, "Lærer Lind", null),
                (InviteeRole.Child, File(child).Child.FirstName, null),
            ],
            File(child).Invitees.Where(i => i.ConferenceId == id).Select(i => (i.Role, i.Name, i.Phone))
        );
        var (_, page) = await site.Get(browser, Routes.Conference(child, id));
        Assert.Contains(
            "Barnet har ingen støtteperson",
            page.QuerySelector("#inviterede .notice.warn")!.TextContent,
            StringComparison.Ordinal
        );

        // Somebody new, who comes in the network too; and one professional more than the family's own is told.
        await Do(
            browser,
            url,
            ("Name", "Tante Åse"),
            ("Kind", "slægt"),
            ("Role", "støtteperson for barnet"),
            ("MayCome", "ja"),
            ("IntoNetwork", "ja")
        );
        await Do(browser, url, ("Name", "Læge Holm"), ("Kind", "anden"), ("Professional", "ja"), ("Role", "informant"), ("MayCome", "ja"));
        Assert.Contains(File(child).People, p => p.Name == "Tante Åse");
        Assert.DoesNotContain(File(child).People, p => p.Name == "Læge Holm");
        (_, page) = await site.Get(browser, Routes.Conference(child, id));
        Assert.Contains(
            "Der er 2 fagpersoner og 1 fra familiens eget netværk",
            page.QuerySelector("#inviterede .notice.warn")!.TextContent,
            StringComparison.Ordinal
        );
        var refused = await Refused(
            browser,
            url,
            ("Name", ""),
            ("Role", "tolk"),
            ("MayCome", "ja"),
            ("Phone", "55"),
            ("IntoNetwork", "ja")
        );
        Assert.Equal("55", refused.QuerySelector("#felt-Phone")!.GetAttribute("value"));
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task A_parent_without_custody_is_invited_when_the_holder_knows_and_it_is_shown_plainly()
    {
        var (browser, child, id) = await Accepted();
        await Do(browser, Routes.NewPerson(child), ("Name", "Bo Uden"), ("Relation", "far"), ("HasCustody", "nej"));
        var father = File(child).People.First(p => p.Name == "Bo Uden").Id;
        var url = Routes.NewInvitee(child, id);
        var asked = await Refused(browser, url, ("PressPerson", $"{father}"));
        Assert.Contains("har ikke forældremyndighed", asked.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(asked.QuerySelector("input[name=HolderAgrees]"));
        var no = (
            await site.Post(
                browser,
                url,
                asked,
                [("Role", "familie eller netværk"), ("MayCome", "ja"), ("HolderAgrees", "nej")],
                mustSucceed: false
            )
        ).Page;
        Assert.Contains("Skriv, hvorfor forælderen skal med alligevel", Faults(no), StringComparison.Ordinal);
        await site.Post(browser, url, no, [("Role", "familie eller netværk"), ("MayCome", "ja"), ("HolderAgrees", "ja")]);
        var (_, page) = await site.Get(browser, Routes.Conference(child, id));
        Assert.Contains(
            "Har ikke forældremyndighed. Den, der har, ved det og er enig.",
            page.QuerySelector("#inviterede table")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Two_who_may_not_meet_and_a_child_without_a_support_person_stop_the_time_until_it_is_settled()
    {
        var (browser, child, id) = await Accepted();
        var url = Routes.NewInvitee(child, id);
        await Do(browser, url, ("Name", "Karen"), ("Kind", "bedsteforælder"), ("Role", "familie eller netværk"), ("MayCome", "ja"));
        await Do(browser, url, ("Name", "Egon"), ("Kind", "slægt"), ("Role", "familie eller netværk"), ("MayCome", "ja"));
        var list = File(child).Invitees.Where(i => i.ConferenceId == id).ToList();
        var egon = Routes.Invitee(child, id, list[1].Id);
        await Do(
            browser,
            egon,
            ("Name", "Egon"),
            ("Role", "familie eller netværk"),
            ("MayCome", "ja"),
            ("ApartFromId", $"{list[0].Id}"),
            ("Reason", "Hemmelig grund")
        );
        var at = site.Today.AddDays(14);
        var practical = Fields(
            ("PlannedAt", Day(at)),
            ("PlannedAtTime", "16.00"),
            ("EndsAt", "19.30"),
            ("Place", "Beboerhuset"),
            ("Food", "Suppe")
        );
        var stopped = await Refused(browser, Routes.PlanPractical(child, id), [.. practical]);
        Assert.Contains("To på listen må ikke være i samme rum", Faults(stopped), StringComparison.Ordinal);
        Assert.Contains("Barnet har ingen støtteperson", Faults(stopped), StringComparison.Ordinal);
        Assert.Equal(
            ("16.00", "19.30", "Suppe"),
            (
                stopped.QuerySelector("#felt-PlannedAtTime")!.GetAttribute("value"),
                stopped.QuerySelector("#felt-EndsAt")!.GetAttribute("value"),
                stopped.QuerySelector("#felt-Food")!.TextContent.Trim()
            )
        );
        Assert.NotNull(stopped.QuerySelector($"#fejl a[href='{Routes.Conferences(child)}']"));

        await Do(
            browser,
            egon,
            ("Name", "Egon"),
            ("Role", "familie eller netværk"),
            ("MayCome", "ja"),
            ("ApartFromId", $"{list[0].Id}"),
            ("ApartHow", "Kommer kl. 18"),
            ("Reason", "Hemmelig grund")
        );
        Assert.Contains(
            "Skriv med barnets ord",
            Faults(await Refused(browser, Routes.SupportPerson(child, id), ("WithoutSupport", "ja"))),
            StringComparison.Ordinal
        );
        await Do(browser, Routes.SupportPerson(child, id), ("WithoutSupport", "ja"), ("WithoutSupportWhy", "Jeg har min storebror"));
        await Do(browser, Routes.PlanPractical(child, id), [.. practical]);
        var c = File(child).Conferences[^1];
        Assert.Equal(
            (at.ToDateTime(new(16, 0)), at.ToDateTime(new(19, 30)), "Beboerhuset", "Jeg har min storebror"),
            (c.PlannedAt!.Value, c.EndsAt!.Value, c.Place, c.WithoutSupportWhy)
        );
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task A_conference_cancelled_on_the_day_says_whom_to_ring_and_gets_a_new_day_with_all_it_had()
    {
        var (browser, child, id) = await Accepted();
        await Do(
            browser,
            Routes.WriteQuestions(child, id),
            ("Question1", "Hvem henter?"),
            ("ApprovedOn", Day(site.Today)),
            ("Approve", "ja")
        );
        await Do(
            browser,
            Routes.NewInvitee(child, id),
            ("Name", "Karen Syg"),
            ("Kind", "bedsteforælder"),
            ("Role", "familie eller netværk"),
            ("MayCome", "ja"),
            ("Phone", "11 22 33 44")
        );
        await Do(browser, Routes.SupportPerson(child, id), ("WithoutSupport", "ja"), ("WithoutSupportWhy", "Nej tak"));
        await Do(
            browser,
            Routes.PlanPractical(child, id),
            ("PlannedAt", Day(site.Today)),
            ("PlannedAtTime", "23.59"),
            ("Place", "Beboerhuset")
        );
        var karen = File(child).Invitees.Single(i => i.ConferenceId == id);
        await Do(
            browser,
            Routes.Invitee(child, id, karen.Id),
            ("Name", "Karen Syg"),
            ("Role", "familie eller netværk"),
            ("MayCome", "ja"),
            ("Phone", "11 22 33 44"),
            ("InvitedOn", Day(site.Today)),
            ("Answer", "ja")
        );
        var refused = await Refused(browser, Routes.CancelConference(child, id), ("CancelledOn", Day(site.Today)), ("CancelReason", ""));
        Assert.Contains("Skriv, hvorfor", Faults(refused), StringComparison.Ordinal);
        var off = await Do(
            browser,
            Routes.CancelConference(child, id),
            ("CancelledOn", Day(site.Today)),
            ("CancelReason", "Mormor er syg")
        );
        var notice = off.QuerySelector(".notice.warn")!.TextContent;
        Assert.Contains("på selve dagen", notice, StringComparison.Ordinal);
        Assert.Contains("11 22 33 44", notice, StringComparison.Ordinal);

        var url = Routes.PlanPractical(child, id);
        Assert.Contains("Skriv en dato", Faults(await Refused(browser, url, ("Place", "Biblioteket"))), StringComparison.Ordinal);
        var again = await Do(browser, url, ("PlannedAt", Day(site.Today.AddDays(9))), ("PlannedAtTime", "16.00"), ("Place", "Biblioteket"));
        Assert.Contains("Der er aftalt en ny dag", again.QuerySelector(".notice.ok")!.TextContent, StringComparison.Ordinal);
        var file = File(child);
        Assert.Equal(
            (null, null, site.Today),
            (file.Conferences[^1].CancelledOn, file.Conferences[^1].CancelReason, file.Conferences[^1].QuestionsApprovedOn!.Value)
        );
        Assert.Equal(
            ("Karen Syg", null),
            (file.Invitees.Single(i => i.ConferenceId == id).Name, file.Invitees.Single(i => i.ConferenceId == id).InvitedOn)
        );
        var history = await site.History(browser, child);
        Assert.Contains("Aflyste rådslagningen", history, StringComparison.Ordinal);
        Assert.Contains("Mormor er syg", history, StringComparison.Ordinal);
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task Who_was_put_on_the_list_by_mistake_is_taken_off_and_two_who_change_the_same_row_see_it()
    {
        var (browser, child, id) = await Accepted();
        await Do(
            browser,
            Routes.NewInvitee(child, id),
            ("Name", "Nabo Nielsen"),
            ("Kind", "ven"),
            ("Role", "familie eller netværk"),
            ("MayCome", "ja")
        );
        var row = File(child).Invitees.Single(i => i.ConferenceId == id);
        var url = Routes.Invitee(child, id, row.Id);
        var (_, mine) = await site.Get(browser, url);
        var (_, hers) = await site.Get(browser, url);
        var fields = Fields(("Name", "Nabo Nielsen"), ("Role", "familie eller netværk"), ("MayCome", "ja"));
        await site.Post(browser, url, mine, [.. fields, ("Phone", "11")]);
        var (status, both, _) = await site.Post(browser, url, hers, [.. fields, ("Phone", "22")], mustSucceed: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("11", both.QuerySelector("#felt-Phone-imens")!.TextContent, StringComparison.Ordinal);
        await site.Post(browser, url, both, [.. fields, ("Phone", "22")]);
        await site.Post(browser, url + "/fjern", (await site.Get(browser, url)).Page, []);
        Assert.DoesNotContain(File(child).Invitees, i => i.ConferenceId == id);
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task An_imported_conference_reads_well_and_stands_on_the_list()
    {
        var (key, child) = Who(c => c.File.Conferences.Any(k => k is { HeldOn: not null, FollowedUpOn: not null }));
        var browser = await site.As(key);
        var held = child.File.Conferences.First(k => k is { HeldOn: not null, FollowedUpOn: not null });
        var (status, page) = await site.Get(browser, Routes.Conference(child.File.Id, held.Id));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(9, page.QuerySelectorAll(".path-x li").Length);
        Assert.Equal(8, page.QuerySelectorAll(".path-x li.done").Length);
        Assert.Contains("står ikke i Spor", page.QuerySelector("#spoergsmaal")!.TextContent, StringComparison.Ordinal);
        var (_, list) = await site.Get(browser, Routes.Conferences(child.File.Id));
        Assert.NotNull(list.QuerySelector($"a[href='{Routes.Conference(child.File.Id, held.Id)}']"));
        var (_, own) = await site.Get(browser, Routes.Child(child.File.Id));
        Assert.NotNull(own.QuerySelector($"a[href='{Routes.Conference(child.File.Id, held.Id)}']"));
        var other = site.People.First(p => p.Role == ViewerRole.Caseworker && p.TeamId != site.Person(key).TeamId);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await site.Get(await site.As(other.Key), Routes.Conference(child.File.Id, held.Id))).Status
        );
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(browser, Routes.Conference(child.File.Id, 1))).Status);
    }

    /// <summary>A conference with a time, approved questions and three on the list: the grandmother, an uncle with a protected address, and
    /// one who may not come.</summary>
    async Task<(HttpClient Browser, long Child, long Id)> Planned()
    {
        var (browser, child, id) = await Accepted();
        await Do(
            browser,
            Routes.WriteQuestions(child, id),
            ("Question1", "Hvem henter på de svære dage?"),
            ("ApprovedOn", Day(site.Today)),
            ("Approve", "ja")
        );
        await Do(
            browser,
            Routes.NewPerson(child),
            ("Name", "Onkel Skjult"),
            ("Relation", "slægt"),
            ("Protected", "ja"),
            ("Phone", "99 88 77 66"),
            ("Address", "Hemmelig Vej 9")
        );
        await Do(
            browser,
            Routes.NewInvitee(child, id),
            ("Name", "Karen Mormor"),
            ("Kind", "bedsteforælder"),
            ("Role", "familie eller netværk"),
            ("MayCome", "ja"),
            ("Address", "Åvej 1")
        );
        await Do(browser, Routes.NewInvitee(child, id), ("PressPerson", $"{File(child).People.First(p => p.Name == "Onkel Skjult").Id}"));
        await Do(
            browser,
            Routes.NewInvitee(child, id),
            ("Name", "Egon Ikke"),
            ("Kind", "slægt"),
            ("Role", "familie eller netværk"),
            ("MayCome", "nej"),
            ("Reason", "Tilhold")
        );
        await Do(browser, Routes.SupportPerson(child, id), ("WithoutSupport", "ja"), ("WithoutSupportWhy", "Nej tak"));
        await Do(
            browser,
            Routes.PlanPractical(child, id),
            ("PlannedAt", Day(site.Today.AddDays(14))),
            ("PlannedAtTime", "16.00"),
            ("EndsAt", "19.30"),
            ("Place", "Beboerhuset, Skovvej 3"),
            ("Practical", "Nøglen hentes hos Bo")
        );
        return (browser, child, id);
    }

    [Fact]
    public async Task A_protected_persons_contact_is_neither_copied_to_the_list_nor_let_in_by_hand()
    {
        var (browser, child, id) = await Planned();
        var uncle = File(child).Invitees.Single(i => i.Name == "Onkel Skjult");
        Assert.Equal((null, null), (uncle.Phone, uncle.Address));
        var url = Routes.Invitee(child, id, uncle.Id);
        Assert.Null((await site.Get(browser, url)).Page.QuerySelector("#felt-Phone"));
        Assert.Contains(
            "Personen er beskyttet",
            Faults(await Refused(browser, url, ("Role", "familie eller netværk"), ("MayCome", "ja"), ("Phone", "99 88 77 66"))),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "99 88 77 66",
            (await site.Get(browser, Routes.Conference(child, id))).Page.Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Each_who_may_come_has_an_invitation_to_print_that_names_nobody_else()
    {
        var (browser, child, id) = await Planned();
        var url = Routes.Invitations(child, id);
        var (_, page) = await site.Get(browser, url);
        var sheets = page.QuerySelectorAll("article.sheet-x").Select(s => s.TextContent).ToList();
        Assert.Equal(2, sheets.Count);
        Assert.All(sheets, s => Assert.Contains("Hvem henter på de svære dage?", s, StringComparison.Ordinal));
        Assert.All(sheets, s => Assert.Contains("kl. 16.00 til 19.30", s, StringComparison.Ordinal));
        Assert.All(sheets, s => Assert.Contains("Det er jeres egen tid", s, StringComparison.Ordinal));
        Assert.DoesNotContain(
            "Onkel Skjult",
            sheets.Single(s => s.Contains("Karen Mormor", StringComparison.Ordinal)),
            StringComparison.Ordinal
        );
        // What caseworker and coordinator note to each other, who may not come and why: not on any.
        Assert.All(sheets, s => Assert.DoesNotMatch("Nøglen|Egon|Tilhold|Hemmelig", s));

        // Two who may not meet get no hour on paper; the caseworker is told how they are kept apart.
        var (karen, uncle) = (
            File(child).Invitees.Single(i => i.Name == "Karen Mormor"),
            File(child).Invitees.Single(i => i.Name == "Onkel Skjult")
        );
        await Do(
            browser,
            Routes.Invitee(child, id, uncle.Id),
            ("Role", "familie eller netværk"),
            ("MayCome", "ja"),
            ("ApartFromId", $"{karen.Id}"),
            ("ApartHow", "Kommer kl. 18")
        );
        (_, page) = await site.Get(browser, url);
        Assert.All(page.QuerySelectorAll("article.sheet-x"), s => Assert.DoesNotMatch("16\\.00|Kommer kl\\. 18", s.TextContent));
        Assert.Contains("må ikke mødes: Kommer kl. 18.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        Assert.Contains("Vælg mindst én", Faults(await Refused(browser, url, ("InvitedOn", Day(site.Today)))), StringComparison.Ordinal);
        var (_, form) = await site.Get(browser, url);
        var head = site.Database.HeadNo;
        await site.Post(browser, url, form, [("InviteeIds", $"{karen.Id}"), ("InvitedOn", Day(site.Today))]);
        await site.Post(browser, url, form, [("InviteeIds", $"{karen.Id}"), ("InvitedOn", Day(site.Today))]);
        Assert.Equal(head + 1, site.Database.HeadNo);
        Assert.Equal(
            [("Karen Mormor", (DateOnly?)site.Today), ("Onkel Skjult", null), ("Egon Ikke", null)],
            File(child).Invitees.Where(i => i.ConferenceId == id).Select(i => (i.Name!, i.InvitedOn))
        );
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task Invitations_as_letters_go_to_those_on_the_list_only_and_mark_them_invited()
    {
        var (browser, child, id) = await Planned();
        var url = Routes.WriteLetter(child, Spor.Letters.Templates.ConferenceInvitation, "network-conference", id);
        var (_, form) = await site.Get(browser, url);
        var body = form.QuerySelector("#felt-Body")!.TextContent.Trim();
        Assert.Contains("kl. 16.00 til 19.30.", body, StringComparison.Ordinal);
        Assert.Contains("Sted: Beboerhuset, Skovvej 3", body, StringComparison.Ordinal);
        Assert.Contains("- Hvem henter på de svære dage?", body, StringComparison.Ordinal);
        // What is said in each reader's own words, and the number of one who has not written it.
        const string Phone = "rådgiverens telefon";
        Assert.Equal([Phone], Spor.Letters.LetterText.Open(body).Where(f => !Spor.Letters.LetterFields.IsEachOwn(f)));
        body = body.Replace($"{{{Phone}}}", "00 12 34 56", StringComparison.Ordinal);
        Assert.DoesNotContain("Egon", form.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotMatch("Karen|Skjult|Nøglen|Tilhold", body);
        var chosen = form.QuerySelectorAll("input[name=To][checked]").Select(i => ("To", i.GetAttribute("value")!)).ToList();
        Assert.Equal(2, chosen.Count);
        var fields = Fields(("Subject", "Invitation"), ("Body", body), ("SentOn", Day(site.Today)), ("Channel", "Digital Post"));
        var (status, other, _) = await site.Post(
            browser,
            url,
            form,
            [.. fields, ("To", "andre"), ("OtherName", "Fætter Fremmed")],
            mustSucceed: false
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("Kun dem på listen kan inviteres", Faults(other), StringComparison.Ordinal);
        await site.Post(browser, url, form, [.. fields, .. chosen]);
        var file = File(child);
        Assert.Equal(["Karen Mormor", "Onkel Skjult"], file.Letters.Select(l => l.Recipient!).Order(StringComparer.Ordinal));
        Assert.All(file.Letters, l => Assert.Contains("Du er inviteret til en netværksrådslagning om", l.Body!, StringComparison.Ordinal));
        Assert.All(file.Invitees.Where(i => i is { MayCome: true } && i.ConferenceId == id), i => Assert.Equal(site.Today, i.InvitedOn));
        Assert.Equal("Åvej 1", file.Invitees.Single(i => i.Name == "Karen Mormor").Address);
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task No_invitation_is_recorded_as_sent_while_the_child_has_no_support_person_or_the_conference_is_off()
    {
        var (browser, child, id) = await Planned();
        var letter = Routes.WriteLetter(child, Spor.Letters.Templates.ConferenceInvitation, "network-conference", id);
        var (_, form) = await site.Get(browser, letter);
        var to = form.QuerySelector("input[name=To][checked]")!.GetAttribute("value")!;
        var fields = Fields(
            ("Subject", "Invitation"),
            ("Body", "Kom"),
            ("SentOn", Day(site.Today)),
            ("Channel", "Digital Post"),
            ("To", to)
        );
        await Do(browser, Routes.SupportPerson(child, id), ("WithoutSupport", "nej"));
        Assert.Contains(
            "Barnet har ingen støtteperson",
            Faults((await site.Post(browser, letter, form, fields, mustSucceed: false)).Page),
            StringComparison.Ordinal
        );
        await Do(browser, Routes.CancelConference(child, id), ("CancelledOn", Day(site.Today)), ("CancelReason", "Sygdom"));
        Assert.Contains(
            "Rådslagningen er aflyst",
            Faults((await site.Post(browser, letter, form, fields, mustSucceed: false)).Page),
            StringComparison.Ordinal
        );
        Assert.All(File(child).Invitees, i => Assert.Null(i.InvitedOn));
    }

    [Fact]
    public async Task The_calendar_file_has_time_and_place_and_no_name()
    {
        var (browser, child, id) = await Planned();
        using var answer = await browser.GetAsync(new Uri(Routes.ConferenceCalendar(child, id), UriKind.Relative));
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Contains("SUMMARY:Netværksrådslagning\r\n", text, StringComparison.Ordinal);
        Assert.Contains("LOCATION:Beboerhuset\\, Skovvej 3\r\n", text, StringComparison.Ordinal);
        var name = File(child).Child;
        Assert.DoesNotContain(name.FirstName!, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Karen", text, StringComparison.Ordinal);
        var other = site.People.First(p => p.Role == ViewerRole.Controller);
        Assert.NotEqual(
            "text/calendar",
            (await (await site.As(other.Key)).GetAsync(new Uri(Routes.ConferenceCalendar(child, id), UriKind.Relative)))
                .Content
                .Headers
                .ContentType!
                .MediaType
        );
    }

    [Fact]
    public async Task What_is_offered_and_answered_here_counts_as_what_is_imported_does()
    {
        ConferenceCounts Counted() => Flows.ConferencesIn([.. site.Register.Children], site.Today.AddDays(-10), site.Today);
        var before = Counted();
        var (browser, child, id) = await Accepted();
        Assert.Equal((before.Offered + 1, before.Accepted + 1), (Counted().Offered, Counted().Accepted));
        var (_, page) = await site.Get(browser, Routes.Child(child));
        Assert.Contains(
            "Nu skal spørgsmålene skrives",
            page.QuerySelector($"#spor a[href='{Routes.Conference(child, id)}']")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.NotNull(page.QuerySelector($"a[href='{Routes.Conferences(child)}']"));
    }

    [Fact]
    public async Task Two_who_plan_at_once_see_each_others_place_and_another_day_says_that_all_are_invited_anew()
    {
        var (browser, child, id) = await Planned();
        var url = Routes.PlanPractical(child, id);
        var karen = File(child).Invitees.Single(i => i.Name == "Karen Mormor");
        await Do(browser, Routes.Invitations(child, id), ("InviteeIds", $"{karen.Id}"), ("InvitedOn", Day(site.Today)));
        var (_, mine) = await site.Get(browser, url);
        var (_, hers) = await site.Get(browser, url);
        Assert.Contains("skal alle inviteres igen", mine.QuerySelector("form.form-x")!.TextContent, StringComparison.Ordinal);
        var moved = (
            await site.Post(
                browser,
                url,
                mine,
                [("PlannedAt", Day(site.Today.AddDays(15))), ("PlannedAtTime", "16.00"), ("Place", "Biblioteket")]
            )
        ).Page;
        Assert.Contains("Alle skal inviteres igen", moved.QuerySelector(".notice.ok")!.TextContent, StringComparison.Ordinal);
        Assert.Null(File(child).Invitees.Single(i => i.Name == "Karen Mormor").InvitedOn);
        var (status, both, _) = await site.Post(
            browser,
            url,
            hers,
            [("PlannedAt", Day(site.Today.AddDays(14))), ("PlannedAtTime", "16.00"), ("Place", "Skolen")],
            mustSucceed: false
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("Biblioteket", both.QuerySelector("#felt-Place-imens")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Skolen", both.QuerySelector("#felt-Place")!.TextContent.Trim());
        Assert.True(Replay.Check(site.Database).Agrees);
    }
}
