using Spor.Cases;
using Spor.Children;
using Spor.Conferences;
using Spor.Facts;
using Spor.FollowUps;
using Spor.Interventions;
using Spor.Reports;
using Spor.Web.Leading.Council;
using Spor.Workforce;

namespace Spor.Web.Tests;

/// <summary>The rows of the council's report that hold a figure against its target: met, not met, hidden, and of what nobody has
/// told.</summary>
public sealed class CouncilTargetTests
{
    static readonly CouncilQuestion Year = new(new(2025, 11, 1), new(2026, 10, 31), new(2025, 10, 31));

    const string Family = "Andel i plejefamilie",
        FollowUps = "Opfølgning på anbringelser",
        Preventive = "Opfølgning på forebyggende indsatser",
        Conferences = "Netværksrådslagninger i nye sager",
        Ceiling = "Team inden for deres loft for børn pr. rådgiver";

    /// <param name="monthly">Conferences held each month, each of a child whose case opened that month.</param>
    /// <param name="days">Between the follow-ups of each measure.</param>
    static Dictionary<string, string[]> Rows(int foster, int institution, int home, int monthly, int days, long? ceiling)
    {
        var children = new List<ChildFile>();
        void Child(DateOnly from, string? code, DateOnly? held)
        {
            long id = children.Count + 1;
            var facts = new List<ChildsFact>
            {
                new CaseFact { Id = id * 100, OpenedOn = from },
                new AssignmentFact
                {
                    Id = id * 100 + 1,
                    CaseId = id * 100,
                    EmployeeId = 1,
                    From = from,
                },
            };
            if (held is { } day)
                facts.Add(
                    new NetworkConferenceFact
                    {
                        Id = id * 100 + 2,
                        OfferedOn = from,
                        HeldOn = day,
                        Answer = OfferAnswer.Yes,
                    }
                );
            if (code is not null)
            {
                facts.Add(
                    new InterventionFact
                    {
                        Id = id * 100 + 3,
                        Code = code,
                        From = from,
                    }
                );
                var next = id * 100 + 4;
                for (var on = from.AddDays(days); on <= Year.To; on = on.AddDays(days))
                    facts.Add(
                        new FollowUpFact
                        {
                            Id = next++,
                            InterventionId = id * 100 + 3,
                            On = on,
                        }
                    );
            }
            foreach (var fact in facts)
                fact.ChildId = id;
            children.Add(ChildFile.Build(new ChildFact { Id = id, BornOn = new(2012, 6, 15) }, facts));
        }
        for (var i = 0; i < foster; i++)
            Child(new(2024, 3, 1), "plejefamilie", null);
        for (var i = 0; i < institution; i++)
            Child(new(2024, 3, 1), "døgninstitution", null);
        for (var i = 0; i < home; i++)
            Child(new(2024, 3, 1), "kontaktperson", null);
        for (var month = Year.From; month < Year.To; month = month.AddMonths(1))
        for (var i = 0; i < monthly; i++)
            Child(month, null, month.AddDays(20));
        var register = new Register
        {
            Catalogue = Catalogue.Default,
            Children = children,
            Teams =
            [
                new()
                {
                    Id = 1,
                    TeamId = 1,
                    Name = "Team Nord",
                    From = new(2020, 1, 1),
                    CeilingHundredths = ceiling,
                },
            ],
            Employments =
            [
                new()
                {
                    Id = 1,
                    EmployeeId = 1,
                    TeamId = 1,
                    Role = Role.Caseworker,
                    From = new(2020, 1, 1),
                    FteTenThousandths = 10000,
                },
            ],
        };
        var figures = CouncilFigures.Of(new Snapshot(register, Year.To) { StandsStill = true }, Year, []);
        return Paper
            .Of(figures, "0", new Dictionary<string, int>())
            .Targets.Rows.ToDictionary(r => r[0].Shown, r => r.Skip(1).Select(c => c.Shown.Replace('\u00a0', ' ')).ToArray());
    }

    [Fact]
    public void A_target_that_is_met_says_so_with_its_counts()
    {
        var rows = Rows(foster: 40, institution: 10, home: 12, monthly: 6, days: 60, ceiling: 1000_00);
        Assert.Equal(["mindst 75 %", "80 % (40 af 50)", "nået"], rows[Family]);
        Assert.Equal(["5–10 om måneden", "12 af 12 måneder inden for målet", "nået"], rows[Conferences]);
        Assert.Equal("3 om året", rows[FollowUps][0]);
        Assert.Matches(@"^100 % \((\d+) af \1\) til tiden$", rows[FollowUps][1]);
        Assert.Equal("nået", rows[FollowUps][2]);
        Assert.Equal("4 om året", rows[Preventive][0]);
        Assert.Matches(@"^100 % \((\d+) af \1\) til tiden$", rows[Preventive][1]);
        Assert.Equal("nået", rows[Preventive][2]);
        Assert.Equal(["alle", "1 af 1 team", "nået"], rows[Ceiling]);
    }

    [Fact]
    public void A_target_that_is_not_met_says_so_with_its_counts()
    {
        var rows = Rows(foster: 20, institution: 20, home: 12, monthly: 12, days: 200, ceiling: 5_00);
        Assert.Equal(["mindst 75 %", "50 % (20 af 40)", "ikke nået"], rows[Family]);
        Assert.Equal(["5–10 om måneden", "0 af 12 måneder inden for målet", "ikke nået"], rows[Conferences]);
        foreach (var name in new[] { FollowUps, Preventive })
        {
            Assert.Matches(@"^\d+ % \(\d+ af \d+\) til tiden$", rows[name][1]);
            Assert.Equal("ikke nået", rows[name][2]);
        }
        Assert.Equal(["alle", "0 af 1 team", "ikke nået"], rows[Ceiling]);
    }

    [Fact]
    public void Of_what_there_is_none_or_nobody_has_told_the_target_is_neither_met_nor_hidden()
    {
        var rows = Rows(foster: 0, institution: 0, home: 12, monthly: 0, days: 60, ceiling: null);
        Assert.Equal(["mindst 75 %", "ingen anbragt i familie eller på institution", "–"], rows[Family]);
        Assert.Equal(["5–10 om måneden", "ikke oplyst", "–"], rows[Conferences]);
        Assert.Equal(["3 om året", "ingen havde frist", "–"], rows[FollowUps]);
        Assert.Equal(["alle", "intet team har et loft", "–"], rows[Ceiling]);
    }

    [Fact]
    public void What_rests_on_few_is_hidden_and_so_is_whether_its_target_is_met()
    {
        var rows = Rows(foster: 20, institution: 3, home: 12, monthly: 2, days: 60, ceiling: 1000_00);
        Assert.Equal(["mindst 75 %", "skjult", "vises ikke"], rows[Family]);
        Assert.Equal(["5–10 om måneden", "skjult", "vises ikke"], rows[Conferences]);
    }
}
