using System.Net;
using Spor.Decisions;
using Spor.Facts;
using Spor.Interventions;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Journal;

namespace Spor.Web.Tests;

/// <summary>A decision from the caseworker's form to the leader's answer, and what it starts.</summary>
public sealed class DecisionPageTests : IAsyncLifetime
{
    readonly Site site = new();

    public async ValueTask InitializeAsync() => await site.InitializeAsync();

    public async ValueTask DisposeAsync() => await site.DisposeAsync();

    string Iso(int days = 0) => site.Today.AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A caseworker's child of 3 to 9 years on step 1 whose case has been open a while: too young to be a party.</summary>
    (string Key, ChildState Child) Mine(Func<ChildState, bool>? also = null)
    {
        var child = site.Overview.Children.First(c =>
            c.Case is not null
            && c.Step == 1
            && c.Child.AgeAt(site.Today) is >= 3 and <= 9
            && c.AssignedTo.Count > 0
            && site.CaseworkerKeys.Contains("medarbejder-" + c.AssignedTo[0])
            && (also?.Invoke(c) ?? true)
        );
        return ("medarbejder-" + child.AssignedTo[0], child);
    }

    /// <summary>Writes that the child was heard, as the conversation's page does.</summary>
    void Heard(long child) =>
        site.Database.Journal.Act(
            new("hear-child", "test", child),
            (_, ids) =>
                new Recorded(
                    FactKinds.Conversation,
                    new Assessments.ConversationFact
                    {
                        Id = ids.Next(),
                        ChildId = child,
                        On = site.Today.AddDays(-3),
                        Purpose = Assessments.ConversationPurpose.Decision,
                        ChildsWords = "Jeg vil gerne have hjælp.",
                    }
                )
        );

    (string, string)[] Support(string price) =>
        [
            ("Kind", "støttende indsats"),
            ("ProposedOn", Iso()),
            ("MeasureCode", "hjem"),
            ("From", Iso(7)),
            ("ExpectedTo", Iso(180)),
            ("Provider", "Familiehuset Ærø"),
            ("PriceOre", price),
            ("Unit", "uge"),
            ("Purpose", "Ro i hverdagen."),
            ("Reasons", "Begrundelse med <tegn> & æøå."),
            ("PlanNeeded", "ja"),
            ("PlanReason", "Flere mål."),
            ("SkipReason", "Hjælpen haster."),
            ("ComplaintGuidance", "ja"),
        ];

    ChildFile File(long child) => site.Overview.Find(child)!.File;

    [Fact]
    public async Task A_gate_says_what_is_missing_and_leads_there_and_nothing_typed_is_lost()
    {
        var (key, child) = Mine(c => Assessments.Hearing.For(c.File, Spor.Law.Bounds.National, site.Today) is null);
        var browser = await site.As(key);
        var url = $"/barn/{child.File.Id}/afgoerelse/ny?slags=støttende-indsats";
        var (_, form) = await site.Get(browser, url);
        var head = site.Database.HeadNo;
        var (status, page, _) = await site.Post(browser, url, form, Support("1.250,50"), mustSucceed: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        var refusal = page.QuerySelector("#fejl")!;
        Assert.Contains("Barnet er ikke hørt", refusal.TextContent, StringComparison.Ordinal);
        Assert.NotNull(refusal.QuerySelector($"a[href^='/barn/{child.File.Id}/samtale?om=']"));
        Assert.Equal(
            ("1.250,50", "Familiehuset Ærø", "Begrundelse med <tegn> & æøå."),
            (
                page.QuerySelector("#felt-PriceOre")!.GetAttribute("value"),
                page.QuerySelector("#felt-Provider")!.GetAttribute("value"),
                page.QuerySelector("#felt-Reasons")!.TextContent.Trim()
            )
        );
        Assert.Equal("hjem", page.QuerySelector("#felt-MeasureCode option[selected]")!.GetAttribute("value"));
        Assert.Equal(head, site.Database.HeadNo);
        // Kept as a draft, and there again after the gate is met elsewhere.
        await site.Post(browser, "/kladde", page, [("spor-form", $"/barn/{child.File.Id}/afgoerelse/ny"), .. Support("1.250,50")]);
        var (_, again) = await site.Get(browser, $"/barn/{child.File.Id}/afgoerelse/ny");
        Assert.Equal("Begrundelse med <tegn> & æøå.", again.QuerySelector("#felt-Reasons")!.TextContent.Trim());
    }

    [Fact]
    public async Task What_the_plan_and_the_assessment_say_is_fetched_and_not_typed_again()
    {
        var (key, child) = Mine();
        var id = child.File.Id;
        long plan = 0;
        void Known(FactKind kind, Func<long, Fact> fact) =>
            site.Database.Journal.Act(new("hear-child", "test", id), (_, ids) => new Recorded(kind, fact(ids.Next())));
        Known(
            FactKinds.Plan,
            next => new Plans.PlanFact
            {
                Id = plan = next,
                ChildId = id,
                Kind = Plans.PlanKind.ChildsPlan,
                DecidedOn = site.Today.AddDays(-2),
            }
        );
        Known(
            FactKinds.Goal,
            next => new Plans.GoalFact
            {
                Id = next,
                ChildId = id,
                PlanId = plan,
                Description = "Sover hele natten.",
            }
        );
        Known(
            FactKinds.Assessment,
            next => new Assessments.AssessmentFact
            {
                Id = next,
                ChildId = id,
                Kind = Assessments.AssessmentKind.Assessment,
                KnownOn = site.Today.AddDays(-90),
                FinishedOn = site.Today.AddDays(-1),
                Conclusion = "Natten er urolig derhjemme.",
            }
        );
        var browser = await site.As(key);
        var url = $"/barn/{id}/afgoerelse/ny?slags=støttende-indsats";
        var (_, form) = await site.Get(browser, url);
        var head = site.Database.HeadNo;
        var (_, page, _) = await site.Post(browser, url, form, [("Kind", "støttende indsats"), ("Provider", "Huset"), ("hent", "Purpose")]);
        Assert.Equal("Sover hele natten.", page.QuerySelector("#felt-Purpose")!.TextContent.Trim());
        (_, page, _) = await site.Post(
            browser,
            url,
            page,
            [("Kind", "støttende indsats"), ("Provider", "Huset"), ("Reasons", "Mor siger:"), ("hent", "Reasons")]
        );
        Assert.Equal("Mor siger:\n\nNatten er urolig derhjemme.", page.QuerySelector("#felt-Reasons")!.TextContent.Trim());
        Assert.Equal("Huset", page.QuerySelector("#felt-Provider")!.GetAttribute("value"));
        Assert.Equal(head, site.Database.HeadNo);
    }

    [Fact]
    public async Task Within_ones_authority_it_is_granted_at_once_the_measure_starts_and_a_second_press_changes_nothing()
    {
        var (key, child) = Mine();
        Heard(child.File.Id);
        var browser = await site.As(key);
        var url = $"/barn/{child.File.Id}/afgoerelse/ny?slags=støttende-indsats";
        var (_, form) = await site.Get(browser, url);
        var before = child.File.Decisions.Length;
        var head = site.Database.HeadNo;
        var (_, page, at) = await site.Post(browser, url, form, [.. Support("1.000"), .. Parties.Heard(form, Iso(-2))]);
        Assert.StartsWith($"/barn/{child.File.Id}/afgoerelse/", at.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("Afgørelsen er truffet", page.QuerySelector(".notice.ok")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"a[href*='/barn/{child.File.Id}/brev/ny']"));
        await site.Post(browser, url, form, [.. Support("1.000"), .. Parties.Heard(form, Iso(-2))]);
        Assert.Equal(head + 1, site.Database.HeadNo);

        var after = File(child.File.Id);
        Assert.Equal(before + 1, after.Decisions.Length);
        var measure = after.Interventions[^1];
        Assert.Equal((after.Decisions[^1].Id, "32.1.2"), (measure.DecisionId!.Value, measure.LegalBasis));
        Assert.Equal(3, Ladder.StepAt(after, site.Register.Catalogue, site.Today.AddDays(7)));
        var (_, childPage) = await site.Get(browser, $"/barn/{child.File.Id}");
        Assert.Contains("Familiehuset Ærø", childPage.QuerySelector(".measures-x")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "Gør planen til den støttende indsats færdig",
            childPage.QuerySelector("#krav")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("Foreslog en afgørelse", await site.History(browser, child.File.Id), StringComparison.Ordinal);
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task Above_ones_authority_it_waits_is_sent_back_proposed_again_and_granted_by_one_who_may()
    {
        var (key, child) = Mine();
        var id = child.File.Id;
        Heard(id);
        var browser = await site.As(key);
        var url = $"/barn/{id}/afgoerelse/ny?slags=støttende-indsats";
        var (_, form) = await site.Get(browser, url);
        var (_, waiting, at) = await site.Post(browser, url, form, [.. Support("20.000"), .. Parties.Heard(form, Iso(-2))]);
        Assert.Contains("venter nu", waiting.QuerySelector(".notice.ok")!.TextContent, StringComparison.Ordinal);
        var proposal = at.AbsolutePath;
        // The caseworker sees it, but has no button to grant it; and the act itself says no.
        Assert.Null(waiting.QuerySelector("button[value=bevilg], #felt-DecidedOn"));
        var (refused, no, _) = await site.Post(browser, proposal, waiting, [("What", "bevilg"), ("DecidedOn", Iso())], mustSucceed: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused);
        Assert.Contains("Du kan ikke træffe denne afgørelse", no.QuerySelector("#fejl")!.TextContent, StringComparison.Ordinal);

        var head = await site.As("leder");
        var (_, list) = await site.Get(head, "/afgoerelser");
        Assert.NotNull(list.QuerySelector($"a[href='{proposal}']"));
        var (_, answer) = await site.Get(head, proposal);
        Assert.Contains("Begrundelse med <tegn>", answer.Body!.TextContent, StringComparison.Ordinal);
        var (empty, _, _) = await site.Post(head, proposal, answer, [("What", "send tilbage"), ("DecidedOn", Iso())], mustSucceed: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty);
        await site.Post(head, proposal, answer, [("What", "send tilbage"), ("DecidedOn", Iso()), ("Answer", "Skriv mere om formålet.")]);

        var (_, mine) = await site.Get(browser, "/afgoerelser");
        Assert.NotNull(mine.QuerySelector($"a[href='{proposal}']"));
        var number = proposal[(proposal.LastIndexOf('/') + 1)..];
        var (_, again) = await site.Get(browser, $"/barn/{id}/afgoerelse/ny?igen={number}");
        Assert.Contains("Skriv mere om formålet.", again.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Familiehuset Ærø", again.QuerySelector("#felt-Provider")!.GetAttribute("value"));
        await site.Post(
            browser,
            $"/barn/{id}/afgoerelse/ny?igen={number}",
            again,
            [.. Support("20.000"), .. Parties.Heard(again, Iso(-2)), ("ProposalId", number)]
        );

        // Who opened the page before it was changed does not answer what was not seen.
        var (late, seen, _) = await site.Post(
            head,
            proposal,
            answer,
            [("What", "bevilg"), ("DecidedOn", Iso()), ("From", Iso(7)), ("spor-token", Guid.NewGuid().ToString())],
            mustSucceed: false
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late);
        Assert.Contains("En anden har gemt", seen.QuerySelector("#fejl")!.TextContent, StringComparison.Ordinal);
        var (_, fresh) = await site.Get(head, proposal);
        await site.Post(head, proposal, fresh, [("What", "bevilg"), ("DecidedOn", Iso()), ("From", Iso(7))]);
        var after = File(id);
        Assert.Equal(ProposalState.Granted, after.Proposals[^1].State);
        Assert.Equal(AuthorityLevel.Leader, after.Decisions[^1].Level);
        Assert.Equal("hjem", after.Interventions[^1].Code);
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task A_measure_starts_changes_is_visited_and_ends_from_the_childs_page()
    {
        var (key, child) = Mine();
        var id = child.File.Id;
        var browser = await site.As(key);
        var (_, form) = await site.Get(browser, $"/barn/{id}/indsats/ny");
        await site.Post(
            browser,
            $"/barn/{id}/indsats/ny",
            form,
            [("Code", "gruppe"), ("From", Iso(-10)), ("Provider", "Gruppen"), ("PriceOre", "700"), ("Unit", "uge")]
        );
        var measure = File(id).Interventions[^1];
        Assert.Equal(2, site.Overview.Find(id)!.Step);

        var change = $"/barn/{id}/indsats/{measure.Id}/aendr";
        var (_, changing) = await site.Get(browser, change);
        Assert.Equal("700", changing.QuerySelector("#felt-PriceOre")!.GetAttribute("value"));
        (string, string)[] dearer = [("PriceOre", "1.400"), ("Unit", "uge"), ("From", Iso(-3)), ("Provider", "Gruppen i Nord")];
        await site.Post(browser, change, changing, dearer);
        Assert.Equal(1_400_00, Assert.Single(File(id).Prices).PriceOre);
        // A second form that was open meanwhile sees the first one's provider.
        var (conflict, both, _) = await site.Post(
            browser,
            change,
            changing,
            [.. dearer[..3], ("Provider", "Gruppen i Syd"), ("spor-token", Guid.NewGuid().ToString())],
            mustSucceed: false
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, conflict);
        Assert.Contains("Gruppen i Nord", both.QuerySelector("#felt-Provider-imens")!.TextContent, StringComparison.Ordinal);

        var end = $"/barn/{id}/indsats/{measure.Id}/afslut";
        var (_, ending) = await site.Get(browser, end);
        var (missing, kept, _) = await site.Post(browser, end, ending, [("To", Iso()), ("Note", "Det gik godt.")], mustSucceed: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, missing);
        Assert.Equal("Det gik godt.", kept.QuerySelector("#felt-Note")!.TextContent.Trim());
        await site.Post(
            browser,
            end,
            kept,
            [("To", Iso()), ("Result", "målene er nået"), ("Next", "ingen indsats"), ("Note", "Det gik godt.")]
        );
        var ended = File(id).Interventions.Single(m => m.Id == measure.Id);
        Assert.Equal((site.Today, Interventions.EndResult.Reached), (ended.To!.Value, ended.Result!.Value));
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task A_placed_child_is_visited_and_its_going_home_is_decided()
    {
        var placed = site.Overview.Children.First(c =>
            c.Case is not null
            && c.Child.AgeAt(site.Today) < 10
            && c.File.Interventions.Any(m => m.RunsOn(site.Today) && Interventions.Courses.IsPlacement(m, site.Register.Catalogue))
            && Gates.HasPlan(c.File, site.Today)
        );
        var (id, measure) = (
            placed.File.Id,
            placed.File.Interventions.First(m => m.RunsOn(site.Today) && Interventions.Courses.IsPlacement(m, site.Register.Catalogue))
        );
        var browser = await site.As("leder");
        var visit = $"/barn/{id}/indsats/{measure.Id}/tilsyn";
        var (_, visiting) = await site.Get(browser, visit);
        await site.Post(browser, visit, visiting, [("On", Iso(-1)), ("SpokeWithChild", "ja"), ("Note", "Hun viste sit værelse.")]);
        Assert.Equal(site.Today.AddDays(-1), File(id).Visits[^1].On);

        Heard(id);
        var home = $"/barn/{id}/indsats/{measure.Id}/hjemgivelse";
        var (_, going) = await site.Get(browser, home);
        (string, string)[] fields =
        [
            ("ProposedOn", Iso()),
            ("From", Iso()),
            ("ExpectedTo", Iso(120)),
            ("Reasons", "Forældrene er klar."),
            .. Parties.Heard(going, Iso(-1)),
            ("ComplaintGuidance", "ja"),
            ("PlanRevisedOn", Iso(-1)),
        ];
        var (refused, page, _) = await site.Post(browser, home, going, fields, mustSucceed: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused);
        Assert.Contains("udtalelse", page.QuerySelector("#fejl")!.TextContent, StringComparison.Ordinal);
        await site.Post(browser, home, page, [.. fields, ("StatementOn", Iso(-1))]);
        var after = File(id);
        Assert.Equal(site.Today.AddDays(120), after.Returns[^1].To);
        Assert.Equal(site.Today.AddDays(120), after.Interventions.Single(m => m.Id == measure.Id).To);
        Assert.Equal(DecisionKind.ReturnHome, after.Decisions[^1].Kind);
        Assert.True(Replay.Check(site.Database).Agrees);
    }
}
