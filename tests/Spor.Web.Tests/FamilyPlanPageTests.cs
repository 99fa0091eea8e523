using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Spor.Children;
using Spor.Conferences;
using Spor.Facts;
using Spor.Kernel;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Web.Access;
using Spor.Web.Frame;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Tests;

/// <summary>From the meeting to the evaluation over HTTP, the agreements on Min dag, and the network meeting.</summary>
public sealed class FamilyPlanPageTests : IAsyncLifetime
{
    readonly Site site = new();

    public async ValueTask InitializeAsync() => await site.InitializeAsync();

    public async ValueTask DisposeAsync() => await site.DisposeAsync();

    string Day => Form.Iso(site.Today);

    string DaysAgo(int days) => Form.Iso(site.Today.AddDays(-days));

    ChildFile File(long child) => new ChildReader(site.Database).Read(child)!;

    NetworkConferenceFact Of(long child, long id) => ConferencePath.In(File(child), id);

    sealed record Set(HttpClient Browser, string Key, long Child, long Id, long Grandmother, long Father, long Teacher);

    (string Key, ChildState Child) Mine() =>
        site
            .Overview.Children.Where(c =>
                c.Case is not null
                && c.AssignedTo.Count > 0
                && c.File.Conferences.Length == 0
                && site.CaseworkerKeys.Contains("medarbejder-" + c.AssignedTo[0])
            )
            .Select(c => ("medarbejder-" + c.AssignedTo[0], c))
            .First();

    /// <summary>A child with a conference that is ready to be held: the grandmother and a teacher may come, the father may not.</summary>
    async Task<Set> Ready(bool questions = true)
    {
        var (key, state) = Mine();
        var child = state.File.Id;
        long id = 0,
            grandmother = 0,
            father = 0,
            teacher = 0;
        // The coordinator is nobody the example knows.
        site.Database.Journal.Act(
            new Intent("offer-conference", key, child, Guid.NewGuid(), null),
            (_, ids) =>
            {
                (id, grandmother, father, teacher) = (ids.Next(), ids.Next(), ids.Next(), ids.Next());
                return Decision.Of([
                    new Recorded(
                        FactKinds.NetworkConference,
                        new NetworkConferenceFact
                        {
                            Id = id,
                            ChildId = child,
                            OfferedOn = site.Today.AddDays(-40),
                            Answer = OfferAnswer.Yes,
                            AnsweredOn = site.Today.AddDays(-39),
                            QuestionsApprovedOn = questions ? site.Today.AddDays(-30) : null,
                        }
                    ),
                    new Recorded(
                        FactKinds.ConferenceQuestion,
                        new ConferenceQuestionFact
                        {
                            Id = ids.Next(),
                            ChildId = child,
                            ConferenceId = id,
                            Position = 1,
                            Text = "Hvor sover Ida i weekenden?",
                        }
                    ),
                    new Recorded(
                        FactKinds.Coordination,
                        new CoordinationFact
                        {
                            Id = ids.Next(),
                            ChildId = child,
                            ConferenceId = id,
                            CoordinatorId = 1,
                            From = site.Today.AddDays(-30),
                        }
                    ),
                    new Recorded(
                        FactKinds.Invitee,
                        new InviteeFact
                        {
                            Id = grandmother,
                            ChildId = child,
                            ConferenceId = id,
                            Role = InviteeRole.Network,
                            MayCome = true,
                            Name = "Karen Holm",
                            Relation = "mormor",
                        }
                    ),
                    new Recorded(
                        FactKinds.Invitee,
                        new InviteeFact
                        {
                            Id = father,
                            ChildId = child,
                            ConferenceId = id,
                            Role = InviteeRole.Network,
                            MayCome = false,
                            Name = "Emil Holm",
                            Relation = "far",
                            Reason = "Der er tilhold.",
                        }
                    ),
                    new Recorded(
                        FactKinds.Invitee,
                        new InviteeFact
                        {
                            Id = teacher,
                            ChildId = child,
                            ConferenceId = id,
                            Role = InviteeRole.Informant,
                            MayCome = true,
                            Name = "Åse Bøgh",
                        }
                    ),
                ]);
            },
            holdsTogether: false
        );
        return new(await site.As(key), key, child, id, grandmother, father, teacher);
    }

    (string, string)[] Meeting(Set s, params (string, string)[] more) =>
        [
            ("HeldOn", DaysAgo(20)),
            ("Came", $"{s.Grandmother}"),
            ("Informants", $"{s.Teacher}"),
            ("PrivateTimeUsed", "ja"),
            ("PlanPresented", "ja"),
            .. more,
        ];

    async Task<IDocument> Do(HttpClient browser, string url, params (string, string)[] fields)
    {
        var (status, form) = await site.Get(browser, url);
        Assert.Equal(HttpStatusCode.OK, status);
        return (await site.Post(browser, url, form, fields)).Page;
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

    async Task<Set> HeldAndWritten()
    {
        var s = await Ready();
        await Do(s.Browser, Routes.HoldConference(s.Child, s.Id), Meeting(s));
        await Do(
            s.Browser,
            Routes.FamilyPlan(s.Child, s.Id),
            ("FamilyPlan", "Ida sover hos mormor hver fredag."),
            ("PresentedOn", DaysAgo(20)),
            ("What-0", "Henter Ida fredag"),
            ("Who-0", "Mormor Karen"),
            ("DueOn-0", DaysAgo(3)),
            ("What-1", "Ringer til skolen"),
            ("PersonId-1", "rådgiveren"),
            ("Who-1", ""),
            ("DueOn-1", Day)
        );
        return s;
    }

    [Fact]
    public async Task A_conference_is_held_once_and_the_form_leads_on_to_the_plan()
    {
        var s = await Ready();
        var url = Routes.HoldConference(s.Child, s.Id);
        var (_, form) = await site.Get(s.Browser, url);
        Assert.Equal(
            ["Del 1. Information", "Del 2. Familiens egen tid", "Del 3. Planen lægges frem"],
            form.QuerySelectorAll("form h2").Select(h => h.TextContent).Where(t => t.StartsWith("Del", StringComparison.Ordinal))
        );
        var head = site.Database.HeadNo;
        var (_, page, at) = await site.Post(s.Browser, url, form, Meeting(s));
        Assert.Equal(Routes.FamilyPlan(s.Child, s.Id), at.AbsolutePath);
        Assert.Contains("Mødet er gemt", page.QuerySelector(".notice.ok")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Hvor sover Ida", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await site.Post(s.Browser, url, form, Meeting(s));
        Assert.Equal(head + 1, site.Database.HeadNo);
        var (_, conference) = await site.Get(s.Browser, Routes.Conference(s.Child, s.Id));
        Assert.Contains("Karen Holm", conference.QuerySelector("#moedet")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ja, uden fagpersoner", conference.QuerySelector("#moedet")!.TextContent, StringComparison.Ordinal);
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task What_is_not_ready_is_said_before_anything_is_typed_and_refused_with_the_way_there()
    {
        var s = await Ready(questions: false);
        var url = Routes.HoldConference(s.Child, s.Id);
        var (_, form) = await site.Get(s.Browser, url);
        Assert.Contains("ikke godkendt spørgsmålene", form.QuerySelector(".notice.warn")!.TextContent, StringComparison.Ordinal);
        var page = await Refused(
            s.Browser,
            url,
            "ikke godkendt spørgsmålene",
            Meeting(s, ("PrivateTimeNote", "Æblegrød & <b>"), ("BroughtName-0", "Nabo Ib"))
        );
        Assert.Equal(Routes.Conferences(s.Child), page.QuerySelector("#fejl li > a[href^='/']")!.GetAttribute("href"));
        Assert.Equal(
            ("Æblegrød & <b>", "Nabo Ib"),
            (
                page.QuerySelector("#felt-PrivateTimeNote")!.TextContent.Trim(),
                page.QuerySelector("#felt-BroughtName-0")!.GetAttribute("value")
            )
        );
        Assert.NotNull(page.QuerySelector($"input[name=Came][value='{s.Grandmother}'][checked]"));
        Assert.NotNull(page.QuerySelector($"input[name=Informants][value='{s.Teacher}'][checked]"));
    }

    [Fact]
    public async Task Somebody_brought_along_who_may_not_come_is_refused_by_name_until_it_says_what_was_done()
    {
        var s = await Ready();
        var url = Routes.HoldConference(s.Child, s.Id);
        var page = await Refused(
            s.Browser,
            url,
            "ligner en, der ikke må komme",
            Meeting(
                s,
                ("BroughtName-0", "emil holm"),
                ("BroughtRelation-0", "far"),
                ("BroughtName-1", "Ib Lund"),
                ("BroughtRelation-1", "nabo")
            )
        );
        Assert.Contains("Emil Holm står på listen", page.QuerySelector(".notice.error:not(#fejl)")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Der er tilhold", page.QuerySelector(".notice.error:not(#fejl)")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#felt-BroughtHandled-0"));
        Assert.Null(page.QuerySelector("#felt-BroughtHandled-1"));
        await site.Post(
            s.Browser,
            url,
            page,
            Meeting(
                s,
                ("BroughtName-0", "emil holm"),
                ("BroughtHandled-0", "Gik igen, før mødet begyndte."),
                ("BroughtName-1", "Ib Lund"),
                ("BroughtRelation-1", "nabo")
            )
        );
        var father = Array.Find(File(s.Child).Invitees, i => i.Id == s.Father)!;
        Assert.Equal(
            (true, "Gik igen, før mødet begyndte.", "Der er tilhold.", "Emil Holm"),
            (father.Came, father.Handled, father.Reason, father.Name)
        );
        Assert.Equal("Ib Lund", Assert.Single(File(s.Child).Invitees, i => i is { BroughtAlong: true, MayCome: true }).Name);
        var (_, conference) = await site.Get(s.Browser, Routes.Conference(s.Child, s.Id));
        Assert.Contains("Gik igen", conference.QuerySelector("#moedet")!.TextContent, StringComparison.Ordinal);
        // A tick without a word is refused as well.
        await Refused(s.Browser, url, "kom alligevel", Meeting(s, ("Came", $"{s.Father}"), ($"Handled-{s.Father}", "")));
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task The_plan_stands_in_the_familys_words_and_is_printed_without_a_word_about_the_case()
    {
        var s = await Ready();
        var url = Routes.FamilyPlan(s.Child, s.Id);
        await Do(s.Browser, Routes.HoldConference(s.Child, s.Id), Meeting(s));
        await Refused(
            s.Browser,
            url,
            "hvem der gør det",
            ("FamilyPlan", "Plan"),
            ("PresentedOn", Day),
            ("What-0", "Henter"),
            ("Who-0", ""),
            ("DueOn-0", "")
        );
        var kept = await Refused(
            s.Browser,
            url,
            "Datoen kan ikke læses",
            ("FamilyPlan", "Æbler & <pærer>"),
            ("PresentedOn", Day),
            ("What-0", "Henter"),
            ("Who-0", ""),
            ("DueOn-0", "32-13-2026")
        );
        Assert.Equal(
            ("Æbler & <pærer>", "Henter", "32-13-2026"),
            (
                kept.QuerySelector("#felt-FamilyPlan")!.TextContent.Trim(),
                kept.QuerySelector("#felt-What-0")!.TextContent.Trim(),
                kept.QuerySelector("#felt-DueOn-0")!.GetAttribute("value")
            )
        );
        // More lines are had without saving and without losing anything.
        var head = site.Database.HeadNo;
        var (status, more, _) = await site.Post(
            s.Browser,
            url,
            kept,
            [("flere", "ja"), ("FamilyPlan", "Æbler"), ("PresentedOn", Day), ("What-0", "Henter"), ("Who-0", ""), ("DueOn-0", "")]
        );
        Assert.Equal(
            (HttpStatusCode.OK, head, "Æbler"),
            (status, site.Database.HeadNo, more.QuerySelector("#felt-FamilyPlan")!.TextContent.Trim())
        );
        Assert.Equal(4, more.QuerySelectorAll("fieldset.promise-x").Length);
        (string, string)[] fields =
        [
            ("FamilyPlan", "Ida sover hos mormor."),
            ("PresentedOn", Day),
            ("What-0", "Henter Ida"),
            ("PersonId-0", "barnet"),
            ("Who-0", ""),
            ("DueOn-0", Day),
        ];
        var (_, review, at) = await site.Post(s.Browser, url, more, fields);
        Assert.Equal(Routes.ReviewFamilyPlan(s.Child, s.Id), at.AbsolutePath);
        await site.Post(s.Browser, url, more, fields);
        Assert.Equal(head + 1, site.Database.HeadNo);
        Assert.Contains("Ida sover hos mormor.", review.QuerySelector(".plan-words")!.TextContent, StringComparison.Ordinal);

        var (_, print) = await site.Get(s.Browser, Routes.PrintFamilyPlan(s.Child, s.Id));
        var sheet = print.QuerySelector("article.sheet-x")!;
        var name = File(s.Child).Child;
        foreach (
            var word in new[] { "Hvor sover Ida i weekenden?", "Ida sover hos mormor.", "Henter Ida", name.FirstName!, "ikke fået svar" }
        )
            Assert.Contains(word, sheet.TextContent, StringComparison.Ordinal);
        foreach (var word in new[] { name.Cpr ?? "-", "Emil Holm", "tilhold" })
            Assert.DoesNotContain(word, print.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task Two_who_write_one_plan_see_each_others_words_and_lines()
    {
        var s = await HeldAndWritten();
        var url = Routes.FamilyPlan(s.Child, s.Id);
        var leader = await site.As("leder");
        var (_, one) = await site.Get(s.Browser, url);
        var (_, two) = await site.Get(leader, url);
        (string, string)[] Lines(IDocument page, string plan, params (string, string)[] more) =>
            [
                ("FamilyPlan", plan),
                ("PresentedOn", DaysAgo(20)),
                .. page.QuerySelectorAll("textarea[name^=What],select[name^=PersonId],input[name^=Who],input[name^=DueOn]")
                    .Select(e =>
                        (
                            e.GetAttribute("name")!,
                            e is AngleSharp.Html.Dom.IHtmlTextAreaElement t ? t.Value.Trim()
                            : e is AngleSharp.Html.Dom.IHtmlSelectElement select ? select.Value ?? ""
                            : e.GetAttribute("value") ?? ""
                        )
                    )
                    .Where(f => !more.Any(m => m.Item1 == f.Item1)),
                .. more,
            ];
        await site.Post(s.Browser, url, one, Lines(one, "Den førstes ord.", ("What-2", "Ny aftale"), ("Who-2", "Moster")));
        var (status, page, _) = await site.Post(leader, url, two, Lines(two, "Den andens ord."), mustSucceed: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("Den andens ord.", page.QuerySelector("#felt-FamilyPlan")!.TextContent.Trim());
        Assert.Contains("Den førstes ord.", page.QuerySelector("#felt-FamilyPlan-imens")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("textarea[name^=What]"), t => t.TextContent.Trim() == "Ny aftale");
        await site.Post(leader, url, page, Lines(page, "Begges ord."));
        Assert.Equal(("Begges ord.", 3), (Of(s.Child, s.Id).FamilyPlan, File(s.Child).Agreements.Length));
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task A_plan_refused_twice_keeps_both_answers_and_says_plainly_what_to_do_until_it_is_accepted()
    {
        var s = await HeldAndWritten();
        var (plan, review) = (Routes.FamilyPlan(s.Child, s.Id), Routes.ReviewFamilyPlan(s.Child, s.Id));
        await Refused(s.Browser, review, "ikke er trygt", ("Accepted", "nej"), ("On", DaysAgo(18)), ("Wanted", "Noget"));
        await Do(s.Browser, review, ("Accepted", "nej"), ("On", DaysAgo(18)), ("NotSafe", "Ingen voksen er hjemme om natten."));
        var same = await Refused(
            s.Browser,
            review,
            "netop denne plan",
            ("Accepted", "nej"),
            ("On", DaysAgo(17)),
            ("NotSafe", "Igen"),
            ("Wanted", "En voksen"),
            ("Tried", "Talt")
        );
        Assert.Contains("Familien laver planen om", same.QuerySelector("main .notice.warn")!.TextContent, StringComparison.Ordinal);
        var (_, form) = await site.Get(s.Browser, plan);
        Assert.Contains("Ingen voksen er hjemme", form.QuerySelector("main .review-x")!.TextContent, StringComparison.Ordinal);
        async Task Revise(string words)
        {
            var (_, page) = await site.Get(s.Browser, plan);
            await site.Post(s.Browser, plan, page, [("FamilyPlan", words), ("PresentedOn", DaysAgo(15))]);
        }
        await Revise("Morfar sover hos os.");
        await Refused(
            s.Browser,
            review,
            "hvad der skal til",
            ("Accepted", "nej"),
            ("On", DaysAgo(14)),
            ("NotLawful", "Morfar har tilhold.")
        );
        await Do(
            s.Browser,
            review,
            ("Accepted", "nej"),
            ("On", DaysAgo(14)),
            ("NotLawful", "Morfar har tilhold."),
            ("Wanted", "En anden voksen sover der."),
            ("Tried", "Vi har spurgt moster.")
        );
        var (_, conference) = await site.Get(s.Browser, Routes.Conference(s.Child, s.Id));
        foreach (var word in new[] { "Ingen voksen er hjemme", "Morfar har tilhold", "Vi har spurgt moster", "En anden voksen" })
            Assert.Contains(word, conference.QuerySelector("#planen")!.TextContent, StringComparison.Ordinal);
        // What the first no was said about can still be read.
        Assert.Contains(
            "Ida sover hos mormor hver fredag.",
            conference.QuerySelector("#planen .reviews-x")!.TextContent,
            StringComparison.Ordinal
        );
        var (_, twice) = await site.Get(s.Browser, review);
        Assert.Contains("faglige koordinator", twice.QuerySelector("#to-gange")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(twice.QuerySelector($"#to-gange a[href='{Routes.ProposeDecision(s.Child)}']"));
        await Revise("Moster sover hos os.");
        await Refused(s.Browser, review, "hvornår I mødes igen", ("Accepted", "ja"), ("On", DaysAgo(12)));
        await Do(
            s.Browser,
            review,
            ("Accepted", "ja"),
            ("On", DaysAgo(12)),
            ("FollowUpPlannedOn", Day),
            ("ReplacedMeasureCode", "plejefamilie")
        );
        var now = Of(s.Child, s.Id);
        Assert.Equal((true, "plejefamilie", site.Today), (now.PlanApproved, now.ReplacedMeasureCode, now.FollowUpPlannedOn));
        Assert.Equal([false, false, true], File(s.Child).PlanReviews.Select(r => r.Accepted));
        Assert.NotNull((await site.Get(s.Browser, plan)).Page.QuerySelector($"a[href='{Routes.PrintFamilyPlan(s.Child, s.Id)}']"));
        Assert.Equal(1, Flows.ConferencesIn([site.Overview.Find(s.Child)!.File], site.Today.AddDays(-60), site.Today).PlansApproved);
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task A_plan_that_was_changed_meanwhile_is_read_again_before_it_is_answered()
    {
        var s = await HeldAndWritten();
        var (plan, review) = (Routes.FamilyPlan(s.Child, s.Id), Routes.ReviewFamilyPlan(s.Child, s.Id));
        var (_, answer) = await site.Get(s.Browser, review);
        var (_, form) = await site.Get(s.Browser, plan);
        await site.Post(s.Browser, plan, form, [("FamilyPlan", "En anden plan."), ("PresentedOn", DaysAgo(10))]);
        var (status, page, _) = await site.Post(
            s.Browser,
            review,
            answer,
            [("Accepted", "ja"), ("On", Day), ("FollowUpPlannedOn", Day)],
            mustSucceed: false
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("En anden plan.", page.QuerySelector(".plan-words")!.TextContent, StringComparison.Ordinal);
        Assert.Null(Of(s.Child, s.Id).PlanApproved);
    }

    [Fact]
    public async Task The_follow_up_ticks_off_and_drops_and_the_evaluation_is_typed_in_from_paper()
    {
        var s = await HeldAndWritten();
        var (review, follow, evaluate) = (
            Routes.ReviewFamilyPlan(s.Child, s.Id),
            Routes.FollowUpConference(s.Child, s.Id),
            Routes.EvaluateConference(s.Child, s.Id)
        );
        await Refused(s.Browser, follow, "ikke fået svar", ("On", Day), ("FollowUpNote", "Det går godt."));
        await Do(s.Browser, review, ("Accepted", "ja"), ("On", DaysAgo(12)), ("FollowUpPlannedOn", Day));
        var (first, second) = (File(s.Child).Agreements[0].Id, File(s.Child).Agreements[1].Id);
        var kept = await Refused(
            s.Browser,
            follow,
            "hvorfor aftalen falder bort",
            ("On", Day),
            ("FollowUpNote", "Det går godt."),
            ($"Outcome-{first}", "gjort"),
            ($"Outcome-{second}", "falder bort")
        );
        Assert.Equal("Det går godt.", kept.QuerySelector("#felt-FollowUpNote")!.TextContent.Trim());
        Assert.NotNull(kept.QuerySelector($"input[name=Outcome-{first}][value=gjort][checked]"));
        var head = site.Database.HeadNo;
        (string, string)[] fields =
        [
            ("On", Day),
            ("FollowUpNote", "Det går godt."),
            ($"Outcome-{first}", "gjort"),
            ($"Outcome-{second}", "falder bort"),
            ($"Note-{second}", "Skolen ringede selv."),
        ];
        await site.Post(s.Browser, follow, kept, fields);
        await site.Post(s.Browser, follow, kept, fields);
        Assert.Equal(head + 1, site.Database.HeadNo);
        Assert.Equal(
            [(site.Today, (DateOnly?)null, null), ((DateOnly?)null, site.Today, "Skolen ringede selv.")],
            File(s.Child).Agreements.Select(a => (a.DoneOn, a.DroppedOn, a.Note))
        );
        Assert.False(ConferencePath.IsOpen(Of(s.Child, s.Id)));

        var (_, child) = await site.Get(s.Browser, evaluate + "?hvem=barnet");
        Assert.Contains("Lyttede de voksne til dig?", child.QuerySelector("form.form-x")!.TextContent, StringComparison.Ordinal);
        await Refused(s.Browser, evaluate, "mindst ét kryds", ("On", Day), ("By", "barnet"));
        await Do(
            s.Browser,
            evaluate,
            ("On", Day),
            ("By", "barnet"),
            ("Heard", "5"),
            ("Decided", "4"),
            ("Useful", ""),
            ("Comment", "Jeg var glad."),
            ("OnPaper", "ja")
        );
        var given = Assert.Single(File(s.Child).Evaluations);
        Assert.Equal((EvaluatedBy.Child, true, 5, 4, null), (given.By, given.OnPaper, given.Heard, given.Decided, given.Useful));
        var (_, conference) = await site.Get(s.Browser, Routes.Conference(s.Child, s.Id));
        Assert.Contains("Jeg var glad.", conference.QuerySelector("#evaluering")!.TextContent, StringComparison.Ordinal);
        var (_, paper) = await site.Get(s.Browser, Routes.PrintEvaluation(s.Child, s.Id));
        Assert.Equal((3, 45), (paper.QuerySelectorAll("article.sheet-x").Length, paper.QuerySelectorAll(".box-x").Length));
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    /// <summary>The lines of Min dag that are agreements.</summary>
    const string Promised = "#nu .work-x > li:has(a[href*='/aftale/'])";

    [Fact]
    public async Task What_a_grandmother_promised_stands_on_Min_dag_and_the_childs_page_until_it_is_ticked_off()
    {
        var s = await HeldAndWritten();
        var (_, day) = await site.Get(s.Browser, "/min-dag");
        var rows = day.QuerySelectorAll(Promised).ToList();
        // The overdue stands first.
        Assert.Equal(["Henter Ida fredag", "Ringer til skolen"], rows.Select(r => r.QuerySelector(".what a")!.TextContent));
        Assert.Contains("Mormor Karen", rows[0].TextContent, StringComparison.Ordinal);
        Assert.NotNull(rows[0].QuerySelector("time.over"));
        Assert.Equal(2, (await site.Get(s.Browser, Routes.Child(s.Child))).Page.QuerySelectorAll("#krav a[href*='/aftale/']").Length);
        // Min dag names the child, so the log of who looked does.
        var log = site.Services.GetRequiredService<AccessLog>();
        await log.Flush();
        Assert.Contains(s.Child.ToString(CultureInfo.InvariantCulture), log.ReadOf(s.Key, "min-dag")[0].Subject, StringComparison.Ordinal);

        // Asked: it stays, with the answer and the new day.
        var url = rows[0].QuerySelector(".what a")!.GetAttribute("href")!;
        await Refused(s.Browser, url, "hvad svaret var", ("AskedOn", Day), ("DueOn", Day));
        var asked = await Do(
            s.Browser,
            url,
            ("AskedOn", Day),
            ("Note", "Hun er syg i denne uge."),
            ("DueOn", Form.Iso(site.Today.AddDays(4)))
        );
        Assert.Contains("Hun er syg", asked.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        (_, day) = await site.Get(s.Browser, "/min-dag");
        Assert.Contains("spurgt", day.QuerySelector("#nu")!.TextContent, StringComparison.Ordinal);

        // One press.
        var tick = day.QuerySelector(Promised + " form")!.GetAttribute("action")!;
        var (_, after, at) = await site.Post(s.Browser, tick, day, [("fra", "min-dag")]);
        Assert.Equal("/min-dag", at.AbsolutePath);
        Assert.Single(after.QuerySelectorAll(Promised));
        var (status, again, _) = await site.Post(s.Browser, tick, day, [("spor-token", Guid.NewGuid().ToString())], mustSucceed: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("Aftalen er opfyldt", again.QuerySelector("#fejl")!.TextContent, StringComparison.Ordinal);

        // Dropped with a reason.
        var (_, form) = await site.Get(s.Browser, url);
        var (no, page, _) = await site.Post(s.Browser, url + "/bortfald", form, [("DroppedOn", Day), ("Note", "")], mustSucceed: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, no);
        Assert.Contains("hvorfor aftalen falder bort", page.QuerySelector("#fejl")!.TextContent, StringComparison.Ordinal);
        await site.Post(s.Browser, url + "/bortfald", form, [("DroppedOn", Day), ("Note", "Moster gør det.")]);
        Assert.Empty((await site.Get(s.Browser, "/min-dag")).Page.QuerySelectorAll(Promised));
        Assert.Empty((await site.Get(s.Browser, Routes.Child(s.Child))).Page.QuerySelectorAll("#krav a[href*='/aftale/']"));
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task Two_who_ask_about_one_agreement_see_each_others_answer()
    {
        var s = await HeldAndWritten();
        var url = Routes.Agreement(s.Child, File(s.Child).Agreements[0].Id);
        var leader = await site.As("leder");
        var (_, one) = await site.Get(s.Browser, url);
        var (_, two) = await site.Get(leader, url);
        await site.Post(s.Browser, url, one, [("AskedOn", Day), ("Note", "Hun henter i morgen."), ("DueOn", "")]);
        var (status, page, _) = await site.Post(
            leader,
            url,
            two,
            [("AskedOn", Day), ("Note", "Ikke endnu."), ("DueOn", "")],
            mustSucceed: false
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("Hun henter i morgen.", page.QuerySelector("#felt-Note-imens")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_network_meeting_is_planned_and_held_and_printed_and_its_agreements_stand_on_Min_dag()
    {
        var (key, child) = Mine();
        var (browser, id) = (await site.As(key), child.File.Id);
        var url = Routes.NewNetworkMeeting(id);
        Assert.NotNull((await site.Get(browser, Routes.Child(id))).Page.QuerySelector($"#goer a[href='{url}']"));
        var kept = await Refused(
            browser,
            url,
            "hvad mødet skal handle om",
            ("On", DaysAgo(2)),
            ("Name-0", "Åse Bøgh"),
            ("Relation-0", "lærer"),
            ("GuestProfessional-0", "ja")
        );
        Assert.Equal("Åse Bøgh", kept.QuerySelector("#felt-Name-0")!.GetAttribute("value"));
        var (_, page, at) = await site.Post(
            browser,
            url,
            kept,
            [
                ("Purpose", "Vejen til skole"),
                ("Place", "Skolen kl. 14"),
                ("On", DaysAgo(2)),
                ("Name-0", "Åse Bøgh"),
                ("Relation-0", "lærer"),
                ("GuestProfessional-0", "ja"),
            ]
        );
        var meeting = at.AbsolutePath;
        var invited = page.QuerySelector("input[name=Came]")!.GetAttribute("value")!;
        await Refused(browser, meeting, "hvad barnet siger", ("On", DaysAgo(2)), ("Came", invited), ("Agreed", "Åse følger."));
        (string, string)[] fields =
        [
            ("On", DaysAgo(2)),
            ("Came", invited),
            ("ChildsVoice", "Jeg vil følges med nogen."),
            ("Agreed", "Åse følger."),
            ("What-0", "Følger til bussen"),
            ("Who-0", "Åse"),
            ("DueOn-0", Day),
        ];
        var (_, form) = await site.Get(browser, meeting);
        var leader = await site.As("leder");
        var (_, hers) = await site.Get(leader, meeting);
        var head = site.Database.HeadNo;
        await site.Post(browser, meeting, form, fields);
        await site.Post(browser, meeting, form, fields);
        Assert.Equal(head + 1, site.Database.HeadNo);
        Assert.Contains(
            "Følger til bussen",
            (await site.Get(browser, "/min-dag")).Page.QuerySelector("#nu")!.TextContent,
            StringComparison.Ordinal
        );
        var (_, print) = await site.Get(browser, meeting + "/udskriv");
        foreach (var word in new[] { "Jeg vil følges med nogen.", "Åse Bøgh, lærer", "Følger til bussen" })
            Assert.Contains(word, print.QuerySelector("article.sheet-x")!.TextContent, StringComparison.Ordinal);
        // It stands among the child's gatherings, and a second writer sees the first.
        Assert.NotNull((await site.Get(browser, Routes.Conferences(id))).Page.QuerySelector($"a[href='{meeting}']"));
        var (status, meanwhile, _) = await site.Post(
            leader,
            meeting,
            hers,
            [("On", DaysAgo(2)), ("Came", invited), ("ChildsVoice", "Noget andet"), ("Agreed", "Åse følger.")],
            mustSucceed: false
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("Jeg vil følges", meanwhile.QuerySelector("#felt-ChildsVoice-imens")!.TextContent, StringComparison.Ordinal);
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task A_network_meeting_that_is_cancelled_is_not_held()
    {
        var (key, child) = Mine();
        var (browser, id) = (await site.As(key), child.File.Id);
        var (_, form) = await site.Get(browser, Routes.NewNetworkMeeting(id));
        var (_, page, at) = await site.Post(
            browser,
            Routes.NewNetworkMeeting(id),
            form,
            [("Purpose", "Skolen"), ("On", Day), ("Name-0", "Ib")]
        );
        var (_, cancelled, _) = await site.Post(browser, at.AbsolutePath + "/aflys", page, []);
        Assert.Contains("aflyst", cancelled.QuerySelector(".notice.warn")!.TextContent, StringComparison.Ordinal);
        Assert.Null(cancelled.QuerySelector("#holdt"));
        var (status, refused, _) = await site.Post(
            browser,
            at.AbsolutePath + "/aflys",
            cancelled,
            [("spor-token", Guid.NewGuid().ToString())],
            mustSucceed: false
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("Mødet er aflyst", refused.QuerySelector("#fejl")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_elses_child_is_refused_and_the_look_is_written_down()
    {
        var s = await HeldAndWritten();
        var other = await site.As(site.People.First(p => p.Role == ViewerRole.Caseworker && p.TeamId != site.Person(s.Key).TeamId).Key);
        foreach (
            var url in new[]
            {
                Routes.HoldConference(s.Child, s.Id),
                Routes.FamilyPlan(s.Child, s.Id),
                Routes.PrintFamilyPlan(s.Child, s.Id),
                Routes.ReviewFamilyPlan(s.Child, s.Id),
                Routes.FollowUpConference(s.Child, s.Id),
                Routes.EvaluateConference(s.Child, s.Id),
                Routes.PrintEvaluation(s.Child, s.Id),
                Routes.Agreement(s.Child, File(s.Child).Agreements[0].Id),
                Routes.NewNetworkMeeting(s.Child),
            }
        )
            Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(other, url)).Status);
    }
}
