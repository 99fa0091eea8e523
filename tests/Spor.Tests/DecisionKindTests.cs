using Spor.Decisions;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Law;
using static Spor.Tests.Deciding;

namespace Spor.Tests;

/// <summary>Every kind of decision as a dated row: who decides, who is heard, and that the lawful way is open.</summary>
public class DecisionKindTests
{
    /// <summary>A girl of 14 who is placed, with everything that any kind asks for.</summary>
    const string Everything = Case + Talk + Bfu + Deciding.Plan + "; plan youth 2026-05-01 2026-09-01; ";

    public static TheoryData<DecisionKind> Kinds => [.. Enum.GetValues<DecisionKind>()];

    static string? MeasureOf(DecisionKindInForce law) =>
        law.Measures switch
        {
            MeasureGroup.Preventive => "gruppe",
            MeasureGroup.Support => "hjem",
            MeasureGroup.Placement => "plejefamilie",
            MeasureGroup.Disability => "merudgift",
            MeasureGroup.Any => "kontaktperson",
            _ => null,
        };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_lawful_way_is_open_for_every_kind_to_a_running_measure(DecisionKind kind)
    {
        if (kind is DecisionKind.ReturnHome or DecisionKind.YouthSupport)
            return; // Walked by themselves in GateTests: they need a placement, and an age.
        var law = DecisionLaw.Of(kind, Today);
        var file = Script.File(Everything);
        var p = With(
            A(kind, MeasureOf(law)),
            x => (x.From, x.ConsentNote, x.TakesEffectAt) = (x.From is null ? null : Today, "Mor sagde nej.", Today.ToDateTime(new(14, 5)))
        );
        var after = After(file, Propose(p, file, Head));
        Assert.Equal(kind, after.Decisions[0].Kind);
        if (law.MeasureNeeded)
            Assert.True(after.Interventions[0].RunsOn(Today) && after.Interventions[0].DecisionId == after.Decisions[0].Id);
        // The section of the law it rests on is one that there is.
        Assert.NotEmpty(law.Bases);
        Assert.False(string.IsNullOrWhiteSpace(law.Source));
    }

    [Fact]
    public void The_committee_decides_its_matters_and_no_table_takes_them_from_it()
    {
        // domain-more.md 0.2, without the two of another act and the approval of a preliminary decision.
        string[] sections = ["23", "40", "42", "47", "49", "50", "61", "62", "63", "67", "98", "105"];
        var committee = DecisionLaw.All.Where(k => k.Committee && k.To == DateOnly.MaxValue).ToList();
        Assert.Equal(
            sections.Order(StringComparer.Ordinal),
            committee.SelectMany(k => k.Bases).Select(b => b.Code).Order(StringComparer.Ordinal)
        );
        var rows = new[] { new AuthorityRow(AuthorityLevel.Caseworker, null, null, null, DateOnly.MinValue, null, 1, "", "S") };
        foreach (var k in committee)
            Assert.Equal(AuthorityLevel.Committee, Authority.Needed(rows, k.Kind, null, 1, Today));
        Assert.Equal(AuthorityLevel.Chair, Authority.Needed(rows, DecisionKind.Preliminary, "plejefamilie", 1, Today));
        // Support without consent is not theirs.
        Assert.Equal(AuthorityLevel.Caseworker, Authority.Needed(rows, DecisionKind.SupportWithoutConsent, "hjem", 1, Today));
    }

    [Fact]
    public void The_parties_are_the_list_of_section_3()
    {
        string[] listed = ["32", "33", "39", "46", "52", "97", "100", "104", "114", "115", "116", "120", "143"];
        foreach (var law in DecisionLaw.All.Where(k => k.To == DateOnly.MaxValue))
        foreach (var basis in law.Bases.Where(b => law.Kind is not (DecisionKind.Refusal or DecisionKind.PlacementWithoutConsent)))
            Assert.Equal(listed.Contains(basis.Code.Split('.')[0]), law.PartyAge == 10);
    }

    [Fact]
    public void Every_section_that_could_not_be_decided_can_be_now()
    {
        var codes = DecisionLaw.All.SelectMany(k => k.Bases).Select(b => b.Code.Split('.')[0]).ToHashSet();
        string[] wanted =
        [
            "23",
            "33",
            "37",
            "38",
            "39",
            "40",
            "49",
            "50",
            "53",
            "54",
            "61",
            "62",
            "63",
            "67",
            "80",
            "81",
            "82",
            "83",
            "84",
            "85",
            "86",
            "87",
            "88",
            "89",
            "90",
            "97",
            "98",
            "105",
            "143",
        ];
        Assert.Equal([], wanted.Except(codes));
    }

    [Fact]
    public void An_emergency_waits_for_no_plan_and_owes_everything_afterwards_counted_from_the_hour_it_took_effect()
    {
        var file = Script.File(Case);
        DecisionProposalFact Emergency(Action<DecisionProposalFact>? but = null) =>
            With(
                A(DecisionKind.Preliminary, "plejefamilie"),
                p =>
                {
                    (p.ConsentNote, p.TakesEffectAt, p.From) = ("Begge forældre sagde nej.", Today.ToDateTime(new(16, 40)), Today);
                    (p.PartiesHeardOn, p.ChildPartyHeardOn, p.CustodyConsentOn, p.YoungConsentOn) = (null, null, null, null);
                    (p.SkipReason, p.ExpectedTo, p.SiblingsConsidered, p.PlanNeeded) = (null, null, null, null);
                    but?.Invoke(p);
                }
            );
        Assert.Equal([], Codes(Emergency(), file));
        Assert.Equal(["consent-not-sought"], Codes(Emergency(p => p.ConsentNote = null), file));
        Assert.Equal(["effect-time-missing"], Codes(Emergency(p => p.TakesEffectAt = null), file));
        // The other way in is closed: what the committee decides is not made acute.
        Assert.Contains(
            "acute-is-preliminary",
            Codes(With(A(DecisionKind.PlacementWithoutConsent, "plejefamilie"), p => (p.Acute, p.AcuteReason) = (true, "Vold.")), Ready)
        );
        // It waits for the head, who enters it for the chair.
        Assert.Equal(
            AuthorityLevel.Chair,
            ((DecisionProposalFact)((Recorded)Propose(Emergency(), file, Coordinator).Events[0]).Fact).NeededLevel
        );
        var after = After(file, Propose(Emergency(), file, Head));
        Assert.Equal(AuthorityLevel.Chair, after.Decisions[0].Level);
        var owed = DecisionDuties.Of(after, Catalogue.Default, Today).ToDictionary(d => d.Code, d => d.DueOn);
        // Seven days, the day of effect counted; the month.
        Assert.Equal(
            (Today.AddDays(1), Today.AddDays(6), Today.AddMonths(1)),
            (owed["notice-24-hours"], owed["committee-approval"], owed["final-decision"])
        );
        Assert.Contains("hear-child-after", owed.Keys);

        // Nothing final in the month: it lapses, and says so. A final decision is what ends it.
        Assert.Empty(DecisionDuties.Lapsed(after, Catalogue.Default, Today.AddMonths(1)));
        Assert.Single(DecisionDuties.Lapsed(after, Catalogue.Default, Today.AddMonths(1).AddDays(1)));
        var final = new DecisionRecordFact
        {
            Id = 99,
            ChildId = 1,
            On = Today.AddDays(20),
            Kind = DecisionKind.PlacementWithoutConsent,
        };
        var decided = ChildFile.Build(after.Child, [.. after.All.OfType<ChildsFact>(), final], alone: true);
        Assert.Empty(DecisionDuties.Lapsed(decided, Catalogue.Default, Today.AddMonths(2)));
    }

    [Theory]
    [InlineData("", "renew-new", 12)]
    [InlineData("measure plejefamilie 2025-02-01 2026-01-15; ", "renew-placed", 24)]
    public void A_placement_without_consent_is_decided_again_within_one_year_or_two(string placed, string duty, int months)
    {
        var script = "case 2025-01-05 -; " + placed + Talk + Bfu + Deciding.Plan;
        var after = After(Script.File(script), Propose(A(DecisionKind.PlacementWithoutConsent, "plejefamilie"), Script.File(script), Head));
        var owed = Assert.Single(
            DecisionDuties.Of(after, Catalogue.Default, Today),
            d => d.Code.StartsWith("renew", StringComparison.Ordinal)
        );
        Assert.Equal((duty, Today.AddMonths(months)), (owed.Code, owed.DueOn));
    }

    [Theory]
    // 18 on 30 July 2027, so half a year before is 30 January; shown for the year before that.
    [InlineData("", "open")]
    [InlineData("plan youth 2025-10-01 2026-01-29; ", "open")]
    [InlineData("plan youth 2025-10-01 2026-01-30; ", "2026-01-30")]
    [InlineData("plan youth 2025-10-01 2025-12-01 2026-09-01; plan youth 2026-08-20 2026-09-01; ", "2026-09-01")]
    [InlineData("plan child 2026-05-01 2026-09-01; ", "open")]
    public void The_youth_plan_of_one_who_is_placed_says_half_a_year_before_eighteen_what_support_comes_after(string plans, string done)
    {
        const string Young = "born 2009-07-30; case 2025-01-05 -; measure plejefamilie 2025-02-01 ";
        var duty = Assert.Single(
            DecisionDuties.Of(Script.File(Young + "-; " + plans), Catalogue.Default, Today),
            d => d.Code == "youth-plan-support"
        );
        Assert.Equal(
            (Day("2027-01-30"), "Barnets lov § 108", true, done),
            (duty.DueOn, duty.Section, duty.Verified, duty.DoneOn?.ToString("yyyy-MM-dd") ?? "open")
        );
        bool Owed(string script, DateOnly day) =>
            DecisionDuties.Of(Script.File(script), Catalogue.Default, day).Any(d => d.Code == "youth-plan-support");
        Assert.False(Owed(Young + "-; " + plans, Day("2026-01-29")));
        Assert.False(Owed(Young + "-; " + plans, Day("2027-07-30")));
        Assert.False(Owed(Young + "2026-09-01; " + plans, Today));
        Assert.False(Owed("born 2009-07-30; case 2025-01-05 -; measure kontaktperson 2025-02-01 -; " + plans, Today));
    }
}
