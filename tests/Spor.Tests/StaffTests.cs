using Spor.Children;
using Spor.Facts;
using Spor.Figures;
using Spor.Interventions;
using Spor.Requirements;
using Spor.Workforce;

namespace Spor.Tests;

/// <summary>Who is employed when, and who has a case on a day (measures.md, rows that overlap, and 2.2).</summary>
public class StaffTests
{
    static readonly DateOnly Day = new(2026, 3, 31);

    static EmploymentFact Row(
        long id,
        string from,
        string? to = null,
        long employee = 1,
        long? team = 1,
        Role role = Role.Caseworker,
        int fte = 10_000
    ) =>
        new()
        {
            Id = id,
            EmployeeId = employee,
            Role = role,
            TeamId = team,
            FteTenThousandths = fte,
            From = DateOnly.Parse(from),
            To = to is null ? null : DateOnly.Parse(to),
        };

    static string Posts(params EmploymentFact[] rows) =>
        string.Join(
            ", ",
            new Staff(rows, []).InForceAlways.Select(p =>
                $"{p.Of.Id}: {p.From:yyyy-MM-dd} {(p.To == DateOnly.MaxValue ? "-" : p.To.ToString("yyyy-MM-dd", null))}"
            )
        );

    [Fact]
    public void Of_rows_that_overlap_the_one_that_began_last_holds_while_it_runs()
    {
        Assert.Equal(
            "1: 2025-01-01 2025-04-30, 2: 2025-05-01 2025-06-30, 1: 2025-07-01 2025-12-31",
            Posts(Row(1, "2025-01-01", "2025-12-31"), Row(2, "2025-05-01", "2025-06-30"))
        );
        // Of those that began on one day, the last in the file; when it ends the first goes on.
        Assert.Equal("2: 2025-01-01 2025-03-31, 1: 2025-04-01 -", Posts(Row(1, "2025-01-01"), Row(2, "2025-01-01", "2025-03-31")));
        Assert.Equal("1: 2025-01-01 2025-01-31, 2: 2025-02-01 -", Posts(Row(1, "2025-01-01"), Row(2, "2025-02-01")));
        // A third within the second does not bring the first back.
        Assert.Equal(
            "1: 2025-01-01 2025-01-31, 2: 2025-02-01 2025-02-28, 3: 2025-03-01 2025-03-31, 2: 2025-04-01 2025-04-30, 1: 2025-05-01 -",
            Posts(Row(1, "2025-01-01"), Row(2, "2025-02-01", "2025-04-30"), Row(3, "2025-03-01", "2025-03-31"))
        );
    }

    [Fact]
    public void Rows_with_another_role_or_team_are_posts_beside_each_other()
    {
        var staff = new Staff(
            [Row(1, "2025-01-01", fte: 5_000), Row(2, "2025-02-01", team: 2, fte: 3_000), Row(3, "2025-02-01", role: Role.Leader)],
            []
        );
        Assert.Equal([1L, 2L, 3L], staff.On(Day).Select(p => p.Of.Id).Order());
        Assert.Equal([1L, 2L], staff.TeamsOf(1, Day).Distinct().Order());
    }

    static readonly CaseFact Open = new()
    {
        Id = 20,
        ChildId = 7,
        OpenedOn = new(2025, 1, 1),
    };

    static ChildFile Child(long? district = 5) =>
        ChildFile.Build(
            new()
            {
                Id = 7,
                BornOn = new(2015, 1, 1),
                DistrictId = district,
            },
            [
                Open,
                new AssignmentFact
                {
                    Id = 21,
                    ChildId = 7,
                    CaseId = 20,
                    EmployeeId = 1,
                    From = new(2025, 1, 1),
                },
            ]
        );

    /// <summary>The caseworker of team 2 leaves on the last day of February and the assignment stays open; team 1 serves the
    /// district.</summary>
    static Register Left(ChildFile child, string? left = "2026-02-28") =>
        new()
        {
            Catalogue = Catalogue.Default,
            Children = [child],
            Employments = [Row(1, "2024-01-01", left, team: 2), Row(2, "2024-01-01", employee: 2, team: 1)],
            Teams =
            [
                new()
                {
                    Id = 1,
                    TeamId = 1,
                    Name = "Øst",
                    From = new(2020, 1, 1),
                },
                new()
                {
                    Id = 2,
                    TeamId = 2,
                    Name = "Vest",
                    From = new(2020, 1, 1),
                },
            ],
            Districts =
            [
                new()
                {
                    Id = 5,
                    DistrictId = 5,
                    Name = "By",
                    TeamId = 1,
                    From = new(2020, 1, 1),
                },
            ],
        };

    [Fact]
    public void A_case_that_stands_with_a_leaver_stands_with_nobody()
    {
        var child = Child();
        var register = Left(child);
        DateOnly last = new(2026, 2, 28),
            after = new(2026, 3, 1);
        Assert.Equal((0, 1), (PlainCaseload.At(register, last).UnassignedCases, PlainCaseload.At(register, after).UnassignedCases));
        Assert.Equal([1L], Overview.StateOf(child, register, last).AssignedTo);
        Assert.Empty(Overview.StateOf(child, register, after).AssignedTo);
        Assert.Equal(0, Count(register, Flaw.CaseWithoutCaseworker, last));
        Assert.Equal(1, Count(register, Flaw.CaseWithoutCaseworker, after));
        Assert.True(Is(CaseFigures.Unassigned, null, after));
        Assert.False(Is(CaseFigures.Unassigned, null, last));
        Assert.True(Is(WorkforceFigures.CaseloadPerFte, "2", last));
        Assert.False(Is(WorkforceFigures.CaseloadPerFte, "2", after));

        static int Count(Register register, Flaw flaw, DateOnly day) =>
            DataQuality.Of(register, day).Findings.Single(f => f.Flaw == flaw).Count;
        bool Is(Figure figure, string? part, DateOnly day) =>
            KeyFigures.EngineOf(register, day).Behind(figure, part, FigurePeriod.Of(day, day)).Contains(child.Id);
    }

    [Fact]
    public void A_leavers_child_is_of_the_team_that_serves_its_district()
    {
        var child = Child();
        var register = Left(child);
        bool Of(long team, DateOnly day) => new Group(team).Of(register, day).Count == 1;
        Assert.Equal((false, true), (Of(1, new(2026, 2, 28)), Of(2, new(2026, 2, 28))));
        Assert.Equal((true, false), (Of(1, Day), Of(2, Day)));
    }

    [Fact]
    public void The_quick_figures_say_the_same_of_leavers_and_of_rows_that_overlap()
    {
        var register = Left(Child());
        var overlapping = new Register
        {
            Catalogue = register.Catalogue,
            Children = register.Children,
            Teams =
            [
                .. register.Teams,
                new()
                {
                    Id = 3,
                    TeamId = 2,
                    Name = "Vest",
                    CeilingHundredths = 2000,
                    From = new(2025, 6, 1),
                    To = new(2026, 1, 31),
                },
            ],
            Districts =
            [
                .. register.Districts,
                new()
                {
                    Id = 6,
                    DistrictId = 5,
                    Name = "By",
                    TeamId = 2,
                    From = new(2026, 3, 10),
                    To = new(2026, 3, 20),
                },
            ],
            Employments =
            [
                .. register.Employments,
                Row(3, "2025-03-01", "2025-03-31", fte: 2_500, team: 2),
                Row(4, "2025-05-01", employee: 2),
            ],
        };
        foreach (var of in new[] { register, overlapping })
        {
            var engine = KeyFigures.EngineOf(of, new(2026, 12, 31));
            for (var month = new DateOnly(2024, 12, 1); month.Year < 2026 || month.Month < 6; month = month.AddMonths(1))
                foreach (var to in new[] { month.AddDays(14), month.AddMonths(1).AddDays(-1) })
                foreach (var filter in new Group[] { new(), new(TeamId: 1), new(TeamId: 2) })
                {
                    var period = FigurePeriod.Of(month, to);
                    Assert.Equal(
                        PlainFigures.Of(of, period, filter).Select(f => (f.Of, f.Part, f.Value, f.Rests)),
                        engine.Ask(KeyFigures.All, [period], filter).Figures[0].Select(f => (f.Of, f.Part, f.Value, f.Rests))
                    );
                }
        }
        Assert.Equal(0.25 + 1, PlainCaseload.At(overlapping, new(2025, 3, 31)).Fte);
        Assert.Equal(2, PlainCaseload.At(overlapping, new(2025, 5, 31)).Fte);
        Assert.Equal(20, Caseload.CeilingOn(overlapping, 2, new(2025, 12, 31)));
        Assert.Null(Caseload.CeilingOn(overlapping, 2, new(2026, 2, 1)));
        Assert.Equal(2, overlapping.Staff.TeamOfDistrict(5, new(2026, 3, 15)));
        Assert.Equal(1, overlapping.Staff.TeamOfDistrict(5, new(2026, 3, 21)));
    }

    [Fact]
    public void A_leavers_case_can_be_given_to_somebody_and_the_leavers_own_assignment_ends()
    {
        var register = Left(Child());
        var id = 500L;
        var events = WorkforceRules
            .Allocate(new(7, 2, Day, null), register.Children[0], 2, register.Employments, true, _ => true, _ => false, Day, () => id++)
            .Events;
        var ended = (AssignmentFact)Assert.Single(events.OfType<Corrected>()).Fact;
        Assert.Equal((21L, (DateOnly?)Day.AddDays(-1)), (ended.Id, ended.To));
        Assert.Equal(2, ((AssignmentFact)Assert.Single(events.OfType<Recorded>()).Fact).EmployeeId);
        // While the caseworker is employed it is somebody's, also from a day on before the last.
        register = Left(register.Children[0], "2026-12-31");
        Assert.Equal(
            "already-allocated",
            Assert
                .Single(
                    WorkforceRules
                        .Allocate(
                            new(7, 2, Day, null),
                            register.Children[0],
                            2,
                            register.Employments,
                            true,
                            _ => true,
                            _ => false,
                            Day,
                            () => id++
                        )
                        .Refusals
                )
                .Code
        );
    }

    [Fact]
    public void Somebody_who_comes_back_after_the_period_has_left_in_it()
    {
        // Rows that begin after B are not looked at: on B nobody knew.
        EmploymentFact[] rows = [Row(1, "2024-01-01", "2026-01-31"), Row(2, "2026-04-01")];
        var register = new Register
        {
            Employments = rows,
            Catalogue = Catalogue.Default,
            Children = [],
        };
        Assert.Equal((1, 1, 0), Turnover(new(2025, 12, 31), new(2026, 2, 28)));
        Assert.Equal((0, 1, 1), Turnover(new(2025, 12, 31), new(2026, 4, 1)));
        // Who left on A left before the period; who left on B in it.
        Assert.Equal(0, Turnover(new(2026, 1, 31), new(2026, 2, 28)).Left);
        Assert.Equal(1, Turnover(new(2026, 1, 30), new(2026, 1, 31)).Left);

        (int Left, int Before, int Now) Turnover(DateOnly after, DateOnly to) => WorkforceFigures.TurnoverIn(register, new(after, to));
    }
}
