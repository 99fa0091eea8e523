using System.Globalization;
using Microsoft.Playwright;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Journal;
using static Spor.Browser.Tests.Typing;

namespace Spor.Browser.Tests;

/// <summary>One child from the notification to the closed case, down the ladder from 5 to 3 to 2, by two people in real browsers; and what
/// it does to the figures.</summary>
public sealed class WholeCaseTests : IAsyncLifetime
{
    /// <summary>A municipality of its own: what is written here must not meet those who only read.</summary>
    readonly Stage stage = new();

    public async ValueTask InitializeAsync() => await stage.InitializeAsync();

    public async ValueTask DisposeAsync() => await stage.DisposeAsync();

    const string Name = "Ronja Kjærsgaard";

    int Children(int step) => PlainLadder.At(stage.Register.Children, stage.Register.Catalogue, stage.Today)[step];

    [Fact]
    public async Task A_child_goes_from_the_notification_to_the_closed_case_and_the_figures_follow()
    {
        var me = stage.Caseworker;
        var town = stage
            .Register.Districts.Last(d => d.TeamId == me.TeamId && d.To is null)
            .DistrictId.ToString(CultureInfo.InvariantCulture);
        var cases = PlainCaseload.At(stage.Register, stage.Today).ActiveCases;
        await using var window = await stage.As(me);
        await using var leaders = await stage.As(stage.Head);
        var (page, head) = (window.Page, leaders.Page);

        // Received, after looking whether the child is known, and assessed within the 24 hours.
        await page.GotoAsync("/underretning/ny");
        await Fill(page, ("SoughtName", Name), ("SoughtBornOn", "2012-07-08"));
        await Press(page, "Søg efter barnet");
        if (await page.Locator("[name='FirstName-0']").CountAsync() == 0)
            await Press(page, "Opret");
        await Fill(
            page,
            ("DistrictId-0", town),
            ("ReceivedAt", "2026-10-01"),
            ("ReceivedAtTime", "09.15"),
            ("Notifier", "skole"),
            ("NotifierName", "Hanne Lærer"),
            ("NotifierContact", "Sydskolen"),
            ("Description", "Ronja kommer uden mad.")
        );
        await Save(page);
        var notification = new Uri(page.Url).AbsolutePath;
        var child = long.Parse(notification.Split('/')[2], CultureInfo.InvariantCulture);
        await page.GotoAsync(notification + "/vurder");
        await Fill(
            page,
            ("AssessedAt", "2026-10-01"),
            ("AssessedAtTime", "15.00"),
            ("Danger", "måske i fare"),
            ("Acute", "nej"),
            ("FirstSteps", "Vi taler med Ronja i dag."),
            ("Outcome", "undersøgelse"),
            ("Reason", "Flere bekymringer.")
        );
        await Save(page);

        // The leader gives the case to its caseworker.
        await head.GotoAsync("/fordeling/" + child);
        await Fill(
            head,
            ("EmployeeId", me.EmployeeId!.Value.ToString(CultureInfo.InvariantCulture)),
            ("From", "2026-10-01"),
            ("Reason", "Kender skolen.")
        );
        await Save(head);
        Assert.Equal((1, cases + 1), (stage.Overview.Find(child)!.Step, PlainCaseload.At(stage.Register, stage.Today).ActiveCases));

        await page.GotoAsync($"/barn/{child}/person/ny");
        await Fill(page, ("Name", "Mette Kjærsgaard"), ("Relation", "mor"), ("HasCustody", "ja"), ("Address", "Engvej 4, 9999 Åkær"));
        await Save(page);
        // A letter says where to ring: the caseworker has written the own number once.
        await page.GotoAsync("/min-dag/kontakt");
        await Fill(page, ("Phone", "12 34 56 78"));
        await Save(page);
        await page.GotoAsync($"/barn/{child}/brev/ny?skabelon=acknowledgement&om=notification&id={notification.Split('/')[4]}");
        await Fill(page, ("To", "underretter"), ("Channel", "mail"), ("SentOn", "2026-10-02"));
        await Save(page, "Send");

        // No decision before the child is heard and the assessment is finished.
        const string Placement = "?slags=anbringelse-med-samtykke";
        await page.GotoAsync($"/barn/{child}/afgoerelse/ny{Placement}");
        var mother = (await page.Locator("input[name^='HeardOn-']").First.GetAttributeAsync("name"))!["HeardOn-".Length..];
        (string, string)[] placement =
        [
            ("MeasureCode", "plejefamilie"),
            ("SkipReason", "Hjemmet kan ikke give hende ro nu."),
            ("From", "2026-10-05"),
            ("ExpectedTo", "2027-04-05"),
            ("Provider", "Familien Lund"),
            ("PriceOre", "1.500"),
            ("Unit", "dag"),
            ("ProposedOn", "2026-10-05"),
            ("Purpose", "Ro og faste måltider."),
            ("Reasons", "Undersøgelsen viser, at Ronja har brug for en plejefamilie en tid."),
            ("HeardOn-" + mother, "2026-10-04"),
            ("ChildPartyHeardOn", "2026-10-04"),
            ("ConsentOn-" + mother, "2026-10-04"),
            ("SiblingsConsidered", "ja"),
            ("ComplaintGuidance", "ja"),
        ];
        await page.GotoAsync($"/barn/{child}/afgoerelse/ny{Placement}");
        await Fill(page, placement);
        await Refused(page);
        var missing = await page.Locator("#fejl a").EvaluateAllAsync<string[]>("e => e.map(a => a.getAttribute('href'))");
        Assert.Contains($"/barn/{child}/samtale?om=anbringelse", missing);
        Assert.Equal("Ro og faste måltider.", await page.Locator("#felt-Purpose").InputValueAsync());
        Assert.Equal(1, stage.Overview.Find(child)!.Step);

        await page.GotoAsync($"/barn/{child}/samtale");
        await Fill(
            page,
            ("LeftOut", "nej"),
            ("On", "2026-10-02"),
            ("Purpose", "undersøgelse"),
            ("ChildsWords", "Jeg vil gerne bo hos nogen, der laver mad."),
            ("Place", "Skolen")
        );
        await Save(page);
        var assessment = await Link(page, $"/barn/{child}", @"/undersoegelse/\d+$");
        await page.GotoAsync(await Link(page, assessment, "/del/"));
        await Fill(
            page,
            ("Resources", "Ronja er glad for at løbe."),
            ("Worries", "Hun mangler mad."),
            ("Conclusion", "Hun har brug for faste måltider.")
        );
        await Save(page);
        await page.GotoAsync(assessment + "/afslut");
        await Fill(
            page,
            ("FinishedOn", "2026-10-04"),
            ("Outcome", "støtte"),
            ("Conclusion", "Ronja har brug for en plejefamilie en tid."),
            ("ChildsView", "Hun vil gerne bo et sted med mad."),
            ("ParentsView", "Mor er enig."),
            (
                "SecondCaseworkerId",
                stage
                    .Register.Employments.First(e => e.EmployeeId != me.EmployeeId && e.TeamId == me.TeamId && e.RunsOn(stage.Today))
                    .EmployeeId.ToString(CultureInfo.InvariantCulture)
            ),
            ("UnfinishedReason", "De øvrige dele er uden bekymring.")
        );
        await Save(page);

        // Proposed by the caseworker, granted above its level: the child stands on step 5.
        await page.GotoAsync($"/barn/{child}/afgoerelse/ny{Placement}");
        await Fill(page, placement);
        await Save(page, "Send som forslag");
        Assert.Equal(1, stage.Overview.Find(child)!.Step);
        var five = Children(5);
        await head.GotoAsync(await Link(head, "/afgoerelser", $"/barn/{child}/afgoerelse/"));
        await Fill(head, ("DecidedOn", "2026-10-05"), ("From", "2026-10-05"), ("Answer", "Enig."));
        await Save(head);
        Assert.Equal((5, five + 1), (stage.Overview.Find(child)!.Step, Children(5)));

        await page.GotoAsync($"/barn/{child}/plan/ny");
        await Fill(page, ("Kind", "barnets plan"), ("DecidedOn", "2026-10-06"), ("Summary", "Ro, mad og skole."));
        await Save(page);
        var plan = new Uri(page.Url).AbsolutePath;
        await page.GotoAsync(plan + "/maal/ny");
        await Fill(
            page,
            ("Description", "Ronja kommer i skole hver dag."),
            ("Indicator", "Fraværet falder."),
            ("Theme", "skole og læring"),
            ("StartScore", "3")
        );
        await Save(page);
        await page.GotoAsync(plan + "/faerdig");
        await Fill(page, ("FinishedOn", "2026-10-07"));
        await Save(page);

        // Followed up, and down to step 3 by the caseworker's own decision.
        var followUp = await Link(page, $"/barn/{child}", @"/opfoelgning/\d+$");
        await page.GotoAsync(followUp);
        await Fill(
            page,
            ("On", "2026-10-14"),
            ("ChildsVoice", "Jeg savner mor."),
            ("ParentsVoice", "Mor er klar."),
            ("Note", "Det går godt."),
            ("Outcome", "trin ned"),
            ("NextBy", "2026-12-01"),
            ("CadenceReason", "Hun skal snart hjem.")
        );
        await Save(page);
        await page.GotoAsync($"/barn/{child}/afgoerelse/ny?slags=støttende-indsats");
        await Fill(
            page,
            ("MeasureCode", "hjem"),
            ("From", "2026-10-16"),
            ("ExpectedTo", "2027-01-16"),
            ("Provider", "Familiehuset"),
            ("PriceOre", "400"),
            ("Unit", "time"),
            ("QuantityHundredths", "4"),
            ("ReplacesInterventionId", followUp.Split('/')[^1]),
            ("ReplacedResult", "målene er delvist nået"),
            ("ProposedOn", "2026-10-15"),
            ("Purpose", "Støtte mor i hverdagen."),
            ("Reasons", "Ronja kan komme hjem med støtte."),
            ("HeardOn-" + mother, "2026-10-15"),
            ("ChildPartyHeardOn", "2026-10-15"),
            ("ConsentOn-" + mother, "2026-10-15"),
            ("PlanNeeded", "nej"),
            ("PlanReason", "Planen gælder stadig."),
            ("ComplaintGuidance", "ja")
        );
        await Save(page);
        Assert.Equal((3, five), (stage.Overview.Find(child)!.Step, Children(5)));
        Assert.Equal(0, stage.Overview.Find(child)!.Overdue);

        // And down to step 2.
        var end = await Link(page, $"/barn/{child}", @"/indsats/\d+/afslut$");
        await page.GotoAsync(end);
        await Fill(page, ("To", "2026-10-25"), ("Result", "målene er nået"), ("Next", "en lavere indsats"));
        await page.Locator("form.form-x details summary").First.ClickAsync();
        await Fill(page, ("Code", "konsulent"), ("Provider", "Familiehuset"), ("PriceOre", "0"), ("Unit", "måned"));
        await Save(page);
        Assert.Equal(2, stage.Overview.Find(child)!.Step);

        // Closed when the measure has ended and the mother has her letter, not before.
        await page.GotoAsync($"/barn/{child}/luk");
        await Fill(page, ("On", "2026-10-31"), ("Reason", "Ronja trives."));
        Assert.Contains("forældremyndighed", await Refused(page), StringComparison.Ordinal);
        await page.GotoAsync($"/barn/{child}/brev/ny?skabelon=closing");
        await page.Locator("[name=To][value^='person']").First.CheckAsync(new() { Force = true });
        var letter = page.Locator("#felt-Body");
        await letter.FillAsync(
            (await letter.InputValueAsync())
                .Replace("{lukkes den}", "31. oktober 2026", StringComparison.Ordinal)
                .Replace("{grunden til at lukke}", "Ronja trives.", StringComparison.Ordinal)
        );
        await Fill(page, ("Channel", "Digital Post"), ("SentOn", "2026-10-31"));
        await Save(page, "Send");
        end = await Link(page, $"/barn/{child}", @"/indsats/\d+/afslut$");
        await page.GotoAsync(end);
        await Fill(page, ("To", "2026-10-31"), ("Result", "målene er nået"), ("Next", "ingen indsats"));
        await Save(page);
        // The school has its answer, and each party each decision: before that the case does not close.
        await page.GotoAsync($"/barn/{child}/luk");
        await Fill(page, ("On", "2026-10-31"), ("Reason", "Ronja trives, og målene er nået."));
        Assert.Contains("ikke sendt til alle parter", await Refused(page), StringComparison.Ordinal);
        await page.GotoAsync(notification + "/tilbagemelding");
        await Fill(page, ("On", "2026-10-30"));
        await Save(page);
        foreach (var decision in stage.Overview.Find(child)!.File.Decisions)
        {
            await page.GotoAsync($"/barn/{child}/brev/ny?skabelon=decision&om=decision-record&id={decision.Id}");
            await Fill(page, ("Channel", "Digital Post"), ("SentOn", "2026-10-31"));
            await Save(page, "Send");
        }
        await page.GotoAsync($"/barn/{child}/luk");
        await Fill(page, ("On", "2026-10-31"), ("Reason", "Ronja trives, og målene er nået."));
        await Save(page);

        var file = stage.Overview.Find(child)!.File;
        Assert.Equal(
            [(5, "plejefamilie"), (3, "hjem"), (2, "konsulent")],
            file.Interventions.Select(m => (stage.Register.Catalogue.On(m.Code, m.From)!.Value.Step, m.Code))
        );
        Assert.Equal(new DateOnly(2026, 10, 31), Assert.Single(file.Cases).ClosedOn);
        var owed = new List<Requirement>();
        Derive.Of(file, stage.Register.Catalogue, stage.Today, owed);
        foreach (
            var rule in new[]
            {
                Rule.NotificationAssessed,
                Rule.NotificationAcknowledged,
                Rule.AssessmentCompleted,
                Rule.ChildHeard,
                Rule.ParentsInformed,
            }
        )
            Assert.All(owed.Where(r => r.Rule == rule), r => Assert.Equal(RequirementState.OnTime, r.State));
        Assert.Equal(2, owed.Count(r => r.Rule == Rule.ChildHeard));
        Assert.True(Replay.Check(stage.Database).Agrees);
        // A refusal answers 422, which the browser writes down; nothing else may stand there.
        Assert.Equal([], window.Complaints.Concat(leaders.Complaints).Where(c => !c.Contains("422", StringComparison.Ordinal)));
    }
}
