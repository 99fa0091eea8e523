using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Spor.Assessments;
using Spor.Children;
using Spor.Decisions;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Law;
using Spor.Plans;
using Spor.Storage.Facts;
using Spor.Web.Case.Decisions;
using Spor.Web.Frame.Forms;
using Spor.Workforce;

namespace Spor.Web.Tests;

/// <summary>
/// A lawful way is never closed: each kind of decision on each of its sections, from the caseworker's own form with the least that the law
/// asks, through whoever must decide, to a measure that runs or a decision that is made. Nothing is posted that the page has no field for.
/// </summary>
public sealed class LawfulWaysTests : IAsyncLifetime
{
    readonly Site site = new();

    public async ValueTask InitializeAsync() => await site.InitializeAsync();

    public async ValueTask DisposeAsync() => await site.DisposeAsync();

    DateOnly Today => site.Today;

    string Iso(int days = 0) => Today.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    string Caseworker => site.CaseworkerKeys[0];

    /// <summary>A child with what the law wants to be there beforehand for a decision of a kind, and nothing more.</summary>
    /// <returns>The child, and its placement where it has one.</returns>
    (long Child, long? Placement) Child(DecisionKindInForce law)
    {
        long made = 0;
        long? placement = null;
        site.Database.Journal.Act(
            new("begin", "test"),
            (_, ids) =>
            {
                var facts = new List<Fact>();
                T Add<T>(T fact)
                    where T : Fact
                {
                    fact.Id = ids.Next();
                    if (fact is ChildsFact of)
                        of.ChildId = made;
                    facts.Add(fact);
                    return fact;
                }
                var born = law.Kind == DecisionKind.YouthSupport ? Today.AddYears(-18) : Today.AddYears(-12).AddDays(-5);
                made = Add(
                    new ChildFact
                    {
                        BornOn = born,
                        FirstName = "Vejviser",
                        LastName = "Prøvesen",
                    }
                ).Id;
                var of = Add(new CaseFact { OpenedOn = Today.AddMonths(-6) });
                Add(
                    new AssignmentFact
                    {
                        CaseId = of.Id,
                        EmployeeId = long.Parse(Caseworker["medarbejder-".Length..], CultureInfo.InvariantCulture),
                        From = Today.AddMonths(-6),
                    }
                );
                Add(
                    new NetworkPersonFact
                    {
                        Relation = Relation.Mother,
                        HasCustody = law.Kind != DecisionKind.YouthSupport,
                        Name = "Mor Prøvesen",
                    }
                );
                if (law.ChildHeard)
                    Add(
                        new ConversationFact
                        {
                            On = Today.AddDays(-10),
                            Purpose = ConversationPurpose.Decision,
                            Matter = ConversationMatters.Of(law.Kind)[0],
                            ChildsWords = "Det vil jeg gerne.",
                        }
                    );
                if (law.Assessment)
                    Add(
                        new AssessmentFact
                        {
                            Kind = AssessmentKind.Assessment,
                            KnownOn = Today.AddMonths(-5),
                            FinishedOn = Today.AddMonths(-2),
                            Outcome = AssessmentOutcome.Support,
                        }
                    );
                if (law.PlanBefore || law.PlanRevised || law.YouthPlan)
                    Add(
                        new PlanFact
                        {
                            Kind = law.YouthPlan ? PlanKind.YouthPlan : PlanKind.ChildsPlan,
                            DecidedOn = Today.AddMonths(-2),
                            FinishedOn = Today.AddMonths(-1),
                        }
                    );
                if (law.Kind == DecisionKind.ReturnHome)
                    placement = Add(
                        new InterventionFact
                        {
                            Code = "plejefamilie",
                            LegalBasis = "46",
                            From = Today.AddMonths(-4),
                        }
                    ).Id;
                return Decision.Of([.. facts.Select(f => new Recorded(FactKinds.Of(f), f))]);
            }
        );
        return (made, placement);
    }

    static string? Measure(DecisionKindInForce law, LegalBasis basis) =>
        basis.Measures.Count > 0
            ? basis.Measures[0]
            : law.Measures switch
            {
                MeasureGroup.Preventive => "gruppe",
                MeasureGroup.Support => "hjem",
                MeasureGroup.Placement => "døgninstitution",
                MeasureGroup.Disability => "handicap-andet",
                MeasureGroup.Any => "unge-kontaktperson",
                _ => null,
            };

    /// <summary>The least that the law asks of the one who writes it.</summary>
    List<(string Name, string Value)> Least(DecisionKindInForce law, LegalBasis basis, IDocument form)
    {
        var all = new List<(string, string)> { ("ProposedOn", Iso()), ("Reasons", "Fordi det hjælper."), ("ComplaintGuidance", "ja") };
        void When(bool asked, params (string, string)[] fields)
        {
            if (asked)
                all.AddRange(fields);
        }
        var measure = Measure(law, basis);
        When(law.Bases.Count > 1, ("LegalBasis", basis.Code));
        When(measure is not null, ("MeasureCode", measure!), ("From", Iso()), ("PriceOre", "1.000"), ("Unit", "måned"));
        When(law.Measures == MeasureGroup.Placement, ("Provider", "Et godt sted"));
        When(law.Duration, ("ExpectedTo", Iso(90)));
        When(law.Kind == DecisionKind.ReturnHome, ("From", Iso()), ("StatementOn", Iso(-3)));
        When(law.Purpose, ("Purpose", "Ro."));
        When(law.PlanNeed, ("PlanNeeded", "nej"), ("PlanReason", "Et mål."));
        When(law.PlanRevised || law.YouthPlan, ("PlanRevisedOn", Iso(-2)));
        When(law.Siblings, ("SiblingsConsidered", "ja"));
        When(law.ConsentSought, ("ConsentNote", "Mor sagde nej i telefonen."));
        When(law.Chair, ("TakesEffectAt", Iso()), ("TakesEffectAtTime", "00:01"));
        // From nothing to step 3 or higher is more than one step.
        When(
            !law.Chair && measure is not null && law.Measures is not (MeasureGroup.Preventive or MeasureGroup.Disability),
            ("SkipReason", "Det haster.")
        );
        When(law.PartyAge is not null, ("ChildPartyHeardOn", Iso(-2)));
        When(law.YoungConsentAge is not null && law.Kind == DecisionKind.YouthSupport, ("YoungConsentOn", Iso(-2)));
        if (!law.Chair)
            all.AddRange(Parties.Heard(form, Iso(-2)));
        return all;
    }

    [Fact]
    public async Task Each_kind_of_decision_is_open_on_each_of_its_sections_with_the_least_that_the_law_asks()
    {
        var browser = await site.As(Caseworker);
        var head = await site.As("leder");
        var wrong = new List<string>();
        foreach (var law in DecisionLaw.All.Where(k => k.From <= Today && Today <= k.To))
        foreach (var basis in law.Bases)
        {
            var (child, placement) = Child(law);
            var url = placement is { } m
                ? Routes.ReturnHome(child, m)
                : $"/barn/{child}/afgoerelse/ny?slags={ProposeDecisionForm.Slug(law.Kind)}";
            var (status, form) = await site.Get(browser, url);
            Assert.Equal(HttpStatusCode.OK, status);
            var least = Least(law, basis, form);
            foreach (var (name, _) in least)
                if (form.QuerySelector($"[name='{name}']") is null)
                    wrong.Add($"{law.Kind} § {basis.Code}: the page has no field for {name}");
            var (saved, page, at) = await site.Post(browser, url, form, least, mustSucceed: false);
            if (saved != HttpStatusCode.OK)
            {
                wrong.Add($"{law.Kind} § {basis.Code}: {page.QuerySelector("#fejl")?.TextContent.Trim()}");
                continue;
            }
            var file = new ChildReader(site.Database).Read(child)!;
            if (file.Proposals.Single() is { State: ProposalState.Waiting } waits)
            {
                Assert.True(waits.NeededLevel > AuthorityLevel.Caseworker, $"{law.Kind} waits for nobody");
                var (_, answer) = await site.Get(head, at.AbsolutePath);
                var (granted, no, _) = await site.Post(
                    head,
                    at.AbsolutePath,
                    answer,
                    [
                        ("What", "bevilg"),
                        ("DecidedOn", Iso()),
                        .. waits.From is not null ? [("From", Iso())] : Array.Empty<(string, string)>(),
                    ],
                    mustSucceed: false
                );
                if (granted != HttpStatusCode.OK)
                {
                    wrong.Add($"{law.Kind} § {basis.Code}, granted: {no.QuerySelector("#fejl")?.TextContent.Trim()}");
                    continue;
                }
                file = new ChildReader(site.Database).Read(child)!;
            }
            var decision = file.Decisions.Single();
            if ((decision.Kind, decision.LegalBasis) != (law.Kind, basis.Code))
                wrong.Add($"{law.Kind} § {basis.Code}: decided as {decision.Kind} § {decision.LegalBasis}");
            if (law.Kind == DecisionKind.ReturnHome)
                Assert.Equal(Today.AddDays(90), file.Interventions.Single().To);
            else if (Measure(law, basis) is { } code)
            {
                var runs = file.Interventions.SingleOrDefault(i => i.DecisionId == decision.Id);
                if (runs is null || !runs.RunsOn(Today) || runs.Code != code || file.Of<GrantFact>().All(g => g.InterventionId != runs.Id))
                    wrong.Add($"{law.Kind} § {basis.Code}: {code} does not run");
            }
        }
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }
}
