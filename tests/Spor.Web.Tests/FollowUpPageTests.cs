using System.Net;
using Spor.FollowUps;
using Spor.Plans;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Journal;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Tests;

/// <summary>Following up, over HTTP: prefilled, refused with everything kept, saved once, both clocks shown, the duty gone from the
/// day.</summary>
public sealed class FollowUpPageTests : IAsyncLifetime
{
    readonly Site site = new();

    public async ValueTask InitializeAsync() => await site.InitializeAsync();

    public async ValueTask DisposeAsync() => await site.DisposeAsync();

    /// <summary>A caseworker's child with a measure that is owed its next follow-up by the law, and goals in an open plan.</summary>
    (string Key, ChildState Child, Requirement Owed) Owing(Func<ChildState, Requirement, bool>? also = null) =>
        (
            from child in site.Overview.Children
            where child.Case is not null && child.AssignedTo.Count > 0 && site.CaseworkerKeys.Contains("medarbejder-" + child.AssignedTo[0])
            from owed in child.Open
            where
                owed.Rule == Rule.NextFollowUp
                && owed.State == RequirementState.Overdue
                && owed.Trigger >= new DateOnly(2024, 1, 1)
                && GoalLines.Open(child.File, site.Today).Count > 0
                && (also is null || also(child, owed))
            select ("medarbejder-" + child.AssignedTo[0], child, owed)
        ).First();

    [Fact]
    public async Task A_usual_follow_up_is_saved_from_one_page_and_the_duty_is_gone_from_the_day()
    {
        var (key, child, owed) = Owing();
        var browser = await site.As(key);
        var (_, day) = await site.Get(browser, "/min-dag");
        Assert.NotNull(day.QuerySelector($"a[href='/barn/{child.File.Id}/opfoelgning/{owed.SubjectId}']"));
        var url = Routes.FollowUp(child.File.Id, owed.SubjectId);
        var (_, form) = await site.Get(browser, url);
        // The day, the decision and the next day stand there already.
        Assert.Equal(Form.Iso(site.Today), form.QuerySelector("#felt-On")!.GetAttribute("value"));
        Assert.NotNull(form.QuerySelector("input[name=Outcome][value=fortsæt][checked]"));
        var next = form.QuerySelector("#felt-NextBy")!.GetAttribute("value")!;
        Assert.True(Form.Day(next) > site.Today);
        Assert.Equal(2, form.QuerySelectorAll("main .clock-list > li").Length);

        var goal = GoalLines.Open(child.File, site.Today)[0];
        var fields = new[]
        {
            ("On", Form.Iso(site.Today)),
            ("Outcome", "fortsæt"),
            ("NextBy", next),
            (GoalScore.Field(goal.Id), "7"),
            ("ChildsVoice", "Ærlig talt går det fint."),
            ("SpokeWithChild", "ja"),
            ("ParentsVoice", "Vi er enige."),
            ("Note", "God snak."),
        };
        var head = site.Database.HeadNo;
        var (status, page, at) = await site.Post(browser, url, form, fields);
        Assert.Equal((HttpStatusCode.OK, "/barn/" + child.File.Id), (status, at.AbsolutePath));
        Assert.Contains("Opfølgningen er gemt", page.QuerySelector(".notice.ok")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ærlig talt går det fint", await site.History(browser, child.File.Id), StringComparison.Ordinal);
        await site.Post(browser, url, form, fields);
        Assert.Equal(head + 1, site.Database.HeadNo);

        var now = site.Overview.Find(child.File.Id)!;
        Assert.DoesNotContain(
            now.Open,
            r =>
                r.SubjectId == owed.SubjectId
                && r.State == RequirementState.Overdue
                && r.Rule is Rule.NextFollowUp or Rule.PlacementFollowUp or Rule.PreventiveFollowUp
        );
        Assert.Equal(7, GoalLines.Scores(now.File, goal)[^1].Score);
        Assert.Equal(site.Today, now.File.Conversations[^1].On);
        var (_, later) = await site.Get(browser, "/min-dag");
        Assert.Null(later.QuerySelector($"a[href='{url}']"));
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task A_form_sent_again_with_other_words_says_that_they_are_not_saved_and_keeps_them()
    {
        var (key, child, owed) = Owing();
        var browser = await site.As(key);
        var url = Routes.FollowUp(child.File.Id, owed.SubjectId);
        var (_, form) = await site.Get(browser, url);
        (string, string)[] Fields(string note) =>
            [
                ("On", Form.Iso(site.Today)),
                ("Outcome", "fortsæt"),
                ("NextBy", form.QuerySelector("#felt-NextBy")!.GetAttribute("value")!),
                ("CadenceReason", "Som før."),
                ("SameDay", "ja"),
                ("Note", note),
            ];
        await site.Post(browser, url, form, Fields("Det første."));
        var head = site.Database.HeadNo;
        var (status, page, _) = await site.Post(browser, url, form, Fields("Noget andet."), mustSucceed: false);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, head), (status, site.Database.HeadNo));
        Assert.Contains("er ikke gemt", page.QuerySelector("#fejl")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Noget andet.", page.QuerySelector("#felt-Note")!.TextContent.Trim());

        // Another child's form with the same token drops nothing in silence either.
        var other = site.Overview.Children.First(c =>
            c.File.Id != child.File.Id
            && c.AssignedTo.Count > 0
            && "medarbejder-" + c.AssignedTo[0] == key
            && GoalLines.Open(c.File, site.Today).Count > 0
        );
        (status, page, _) = await site.Post(
            browser,
            "/barn/" + other.File.Id + "/maal",
            form,
            [("On", Form.Iso(site.Today)), (GoalScore.Field(GoalLines.Open(other.File, site.Today)[0].Id), "3")],
            mustSucceed: false
        );
        Assert.Equal((HttpStatusCode.UnprocessableEntity, head), (status, site.Database.HeadNo));
        Assert.Contains("er ikke gemt", page.QuerySelector("#fejl")!.TextContent, StringComparison.Ordinal);

        // Saving once more from the page that said so is a choice, and is saved.
        (_, page, _) = await site.Post(browser, url, form, Fields("Noget andet."), mustSucceed: false);
        (status, _, _) = await site.Post(browser, url, page, Fields("Noget andet."));
        Assert.Equal((HttpStatusCode.OK, head + 1), (status, site.Database.HeadNo));
    }

    [Fact]
    public async Task What_is_refused_keeps_all_and_a_second_of_the_day_is_asked_about()
    {
        var (key, child, owed) = Owing();
        var browser = await site.As(key);
        var url = Routes.FollowUp(child.File.Id, owed.SubjectId);
        var (_, form) = await site.Get(browser, url);
        var goal = GoalLines.Open(child.File, site.Today)[0];
        var head = site.Database.HeadNo;
        var (status, page, _) = await site.Post(
            browser,
            url,
            form,
            [
                ("On", Form.Iso(site.Today)),
                ("Outcome", "justér"),
                ("NextBy", "2039-01-01"),
                (GoalScore.Field(goal.Id), "9"),
                ("ParentsVoice", "Både <ja> & nej"),
                ("Note", ""),
            ],
            mustSucceed: false
        );
        Assert.Equal((HttpStatusCode.UnprocessableEntity, head), (status, site.Database.HeadNo));
        Assert.Contains("Der bliver længere til næste gang", page.QuerySelector("#fejl")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Både <ja> & nej", page.QuerySelector("#felt-ParentsVoice")!.TextContent.Trim());
        Assert.NotNull(page.QuerySelector($"input[name={GoalScore.Field(goal.Id)}][value='9'][checked]"));
        Assert.NotNull(page.QuerySelector("input[name=Outcome][value=justér][checked]"));

        (string, string)[] usual =
        [
            ("On", Form.Iso(site.Today)),
            ("Outcome", "fortsæt"),
            ("NextBy", form.QuerySelector("#felt-NextBy")!.GetAttribute("value")!),
            ("Note", "Først"),
        ];
        await site.Post(browser, url, form, usual);
        var (_, second) = await site.Get(browser, url);
        (status, page, _) = await site.Post(browser, url, second, usual, mustSucceed: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.NotNull(page.QuerySelector("input[name=SameDay]"));
        await site.Post(browser, url, second, [.. usual, ("SameDay", "ja")]);
        Assert.Equal(head + 2, site.Database.HeadNo);
    }

    [Theory]
    [InlineData("justér", "/aendr")]
    [InlineData("afslut", "/afslut")]
    [InlineData("trin ned", "/afslut")]
    [InlineData("trin op", "/afgoerelse/ny")]
    public async Task What_was_decided_leads_on_to_where_it_is_done(string outcome, string path)
    {
        var (key, child, owed) = Owing();
        var browser = await site.As(key);
        var url = Routes.FollowUp(child.File.Id, owed.SubjectId);
        var (_, form) = await site.Get(browser, url);
        var (_, _, at) = await site.Post(
            browser,
            url,
            form,
            [("On", Form.Iso(site.Today)), ("Outcome", outcome), ("NextBy", form.QuerySelector("#felt-NextBy")!.GetAttribute("value")!)],
            mustSucceed: false
        );
        Assert.EndsWith(path, at.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("gemt=follow-up-change", at.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_usual_follow_up_has_six_fields_the_months_set_the_day_and_the_plans_agreements_are_ticked_off()
    {
        var (key, child, owed) = Owing((c, r) => c.File.FollowUps.Any(f => f.InterventionId == r.SubjectId));
        var plan = child.File.Plans.First(p => GoalLines.IsOpen(p, site.Today));
        PlanActionFact task = null!;
        site.Database.Journal.Act(
            new("import", "test"),
            (_, ids) =>
            {
                task = new()
                {
                    Id = ids.Next(),
                    ChildId = child.File.Id,
                    PlanId = plan.Id,
                    What = "Ringer til skolen",
                    DueOn = site.Today,
                };
                return Kernel.Decision.Of([new Facts.Recorded(Facts.FactKinds.PlanAction, task)]);
            }
        );
        var browser = await site.As(key);
        var url = Routes.FollowUp(child.File.Id, owed.SubjectId);
        var (_, form) = await site.Get(browser, url);
        // What is folded, and what there is one of for each goal and each agreement, is not counted.
        Assert.Equal(
            ["ChildsVoice", "SpokeWithChild", "ParentsVoice", "Note", "Outcome", "NextBy"],
            form.QuerySelectorAll("form.form-x input:not([type=hidden]), form.form-x textarea, form.form-x select")
                .Where(e => e.Closest("details") is null && e.Closest("[data-score]") is null)
                .Select(e => e.GetAttribute("name")!)
                .Where(n => n != "Tasks")
                .Distinct()
        );
        Assert.NotNull(form.QuerySelector($"input[type=checkbox][name=Tasks][value='{task.Id}']"));
        var head = site.Database.HeadNo;
        (string, string)[] typed =
        [
            ("On", Form.Iso(site.Today)),
            ("Outcome", "fortsæt"),
            ("Note", "God snak."),
            ("Tasks", task.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ];
        var (status, page, _) = await site.Post(browser, url, form, [.. typed, ("NextBy", ""), ("maaneder", "2")]);
        Assert.Equal((HttpStatusCode.OK, head), (status, site.Database.HeadNo));
        Assert.Equal(Form.Iso(site.Today.AddMonths(2)), page.QuerySelector("#felt-NextBy")!.GetAttribute("value"));
        Assert.Equal("God snak.", page.QuerySelector("#felt-Note")!.TextContent.Trim());
        Assert.NotNull(page.QuerySelector($"input[name=Tasks][value='{task.Id}'][checked]"));

        await site.Post(browser, url, page, [.. typed, ("NextBy", Form.Iso(site.Today.AddMonths(2)))]);
        var now = site.Overview.Find(child.File.Id)!.File;
        Assert.Equal(site.Today, Array.Find(now.PlanActions, a => a.Id == task.Id)!.DoneOn);
        Assert.Equal(site.Today.AddMonths(2), now.FollowUps.Last(f => f.InterventionId == owed.SubjectId).NextBy);
        // Next time the words stand beside their field, and what is done is not asked again.
        (_, page) = await site.Get(browser, url);
        Assert.Contains(
            "God snak.",
            page.QuerySelectorAll(".last-words").Select(w => w.TextContent).Aggregate(string.Concat),
            StringComparison.Ordinal
        );
        Assert.Null(page.QuerySelector($"input[name=Tasks][value='{task.Id}']"));
        var again = site.Database.HeadNo;
        (status, page, _) = await site.Post(
            browser,
            url,
            page,
            [.. typed, ("SameDay", "ja"), ("NextBy", Form.Iso(site.Today.AddMonths(2)))],
            mustSucceed: false
        );
        Assert.Equal((HttpStatusCode.UnprocessableEntity, again), (status, site.Database.HeadNo));
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task One_step_down_ends_one_measure_and_starts_the_other_on_the_page_it_leads_to()
    {
        var (key, child, owed) = Owing();
        var (_, page) = await site.Get(await site.As(key), Routes.EndIntervention(child.File.Id, owed.SubjectId) + "?trin=ned");
        Assert.NotNull(page.QuerySelector("input[name=Next][value='en lavere indsats'][checked]"));
        Assert.NotNull(page.QuerySelector("details[open] [name=Code]"));
    }

    [Fact]
    public async Task Goals_are_scored_without_a_follow_up()
    {
        var (key, child, _) = Owing();
        var browser = await site.As(key);
        var goal = GoalLines.Open(child.File, site.Today)[0];
        var url = Routes.MeasureGoals(child.File.Id);
        var (_, form) = await site.Get(browser, url);
        var (status, page, _) = await site.Post(browser, url, form, [("On", Form.Iso(site.Today))], mustSucceed: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("mindst ét mål", page.QuerySelector("#fejl")!.TextContent, StringComparison.Ordinal);
        await site.Post(browser, url, form, [("On", Form.Iso(site.Today)), (GoalScore.Field(goal.Id), "10")]);
        Assert.Equal(10, GoalLines.Scores(site.Overview.Find(child.File.Id)!.File, goal)[^1].Score);
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task A_measure_of_another_child_is_not_found()
    {
        var (key, child, _) = Owing();
        var (_, other, owed) = Owing((c, _) => c.File.Id != child.File.Id);
        Assert.NotEqual(child.File.Id, other.File.Id);
        var (status, _) = await site.Get(await site.As(key), Routes.FollowUp(child.File.Id, owed.SubjectId));
        Assert.Equal(HttpStatusCode.NotFound, status);
    }
}
