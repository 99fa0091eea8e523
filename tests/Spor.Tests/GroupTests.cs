using Spor.Children;
using Spor.Facts;
using Spor.Figures;
using Spor.Figures.Engine;
using Spor.Requirements;
using Spor.Workforce;

namespace Spor.Tests;

public class GroupTests
{
    static readonly DateOnly Day = new(2026, 10, 31);

    static Register With(Register r, IReadOnlyList<EmploymentFact> employments) =>
        new()
        {
            Municipality = r.Municipality,
            Teams = r.Teams,
            Districts = r.Districts,
            Employments = employments,
            Catalogue = r.Catalogue,
            Children = r.Children,
        };

    /// <summary>The example with caseworker m16 moved from one team to the other on 2026-03-01.</summary>
    static (Register Register, long Model, long Others) Moved()
    {
        var register = FiguresTests.Read("aakaer").ToRegister();
        var (model, others) = (
            register.Teams.First(t => t.Name == "Modelteamet").TeamId,
            register.Teams.First(t => t.Name != "Modelteamet").TeamId
        );
        var before = register.Employments.Single(e => e.SourceKey == "m16");
        Assert.Equal(others, before.TeamId);
        var first = (EmploymentFact)before.Copy();
        first.To = new(2026, 2, 28);
        var then = (EmploymentFact)before.Copy();
        (then.Id, then.From, then.TeamId) = (int.MaxValue, new(2026, 3, 1), model);
        return (With(register, [.. register.Employments.Where(e => e != before), first, then]), model, others);
    }

    static bool HasCase(ChildFile f, AssignmentFact a, DateOnly day) =>
        a.From <= day && !(a.To < day) && f.Cases.Any(c => c.Id == a.CaseId && c.OpenedOn <= day && !(c.ClosedOn < day));

    // The definition read by hand: somebody of the team has its active case that day; a child that nobody has is its district's team's.
    static IEnumerable<long> ByHand(Register register, long team, DateOnly day)
    {
        var there = register.Employments.Where(e => e.From <= day && !(e.To < day)).ToList();
        foreach (var f in register.Children)
        {
            var have = f
                .Assignments.Where(a => HasCase(f, a, day))
                .Select(a => a.EmployeeId)
                .Where(e => there.Exists(p => p.EmployeeId == e))
                .ToList();
            if (
                have.Count > 0
                    ? have.Exists(e => there.Exists(p => p.EmployeeId == e && p.TeamId == team))
                    : register.Districts.Any(d => d.DistrictId == f.Child.DistrictId && d.TeamId == team)
            )
                yield return f.Id;
        }
    }

    [Theory]
    [InlineData("2025-12-31")]
    [InlineData("2026-02-28")]
    [InlineData("2026-03-01")]
    [InlineData("2026-10-31")]
    public void A_teams_children_are_those_of_the_day_in_the_figures_the_lists_and_the_group_alike(string on)
    {
        var day = DateOnly.Parse(on);
        var (register, model, others) = Moved();
        var overview = Overview.Of(register, Day);
        foreach (var team in new[] { model, others })
        {
            long[] expected = [.. ByHand(register, team, day)];
            Assert.Equal(expected, new Group(team).Of(register, day).Select(c => c.Id));
            Assert.Equal(
                expected,
                overview
                    .Children.Where(
                        ChildList.Matcher(new(TeamId: team, ActiveOnly: false, On: day), overview, () => KeyFigures.EngineOf(register, Day))
                    )
                    .Select(c => c.File.Id)
            );
            var figures = PlainFigures.Of(register, new(day.AddMonths(-12), day), new(team));
            Assert.Equal(expected.Length, figures.Single(f => f.Of == LadderFigures.Movements && f.Part is null).Rests);
        }
    }

    [Fact]
    public void Whoever_moves_to_another_team_takes_the_children_along_from_that_day_and_no_earlier()
    {
        var (register, model, _) = Moved();
        var mover = register.Employments.First(e => e.SourceKey == "m16").EmployeeId;
        var moved = new DateOnly(2026, 3, 1);
        var theirs = register.Children.Where(f => f.Assignments.Any(a => a.EmployeeId == mover && HasCase(f, a, moved))).ToList();
        Assert.NotEmpty(theirs);
        Assert.All(theirs, f => Assert.True(new Group(model).Has(f, register.Staff, moved)));
        Assert.All(
            theirs.Where(f => f.Assignments.Any(a => a.EmployeeId == mover && HasCase(f, a, moved.AddDays(-1)))),
            f => Assert.False(new Group(model).Has(f, register.Staff, moved.AddDays(-1)))
        );
    }

    [Fact]
    public void A_child_whose_caseworker_left_is_nobodys_and_its_districts_teams()
    {
        var register = FiguresTests.Read("aakaer").ToRegister();
        var file = register.Children.First(f => f.Child.DistrictId is not null && register.Staff.WhoHas(f, Day).Length == 1);
        var leaver = register.Staff.WhoHas(file, Day)[0];
        var gone = (EmploymentFact)register.Employments.Single(e => e.EmployeeId == leaver).Copy();
        gone.To = Day.AddDays(-1);
        var after = With(register, [.. register.Employments.Where(e => e.EmployeeId != leaver), gone]);
        var team = register.Districts.First(d => d.DistrictId == file.Child.DistrictId).TeamId;

        Assert.Equal([leaver], after.Staff.WhoHas(file, gone.To.Value));
        Assert.Empty(after.Staff.WhoHas(file, Day));
        Assert.True(new Group(team).Has(file, after.Staff, Day));
        Assert.Equal(team, after.Staff.TeamOf(file, Day));
        Assert.Equal(gone.Name, after.Staff.Name(leaver));

        // Worked out after the register that still had the person: nothing of it may be kept.
        var overview = Overview.Of(after, Day, Overview.Of(register, Day));
        Assert.Empty(overview.Find(file.Id)!.AssignedTo);
        var before = PlainCaseload.At(register, Day);
        var load = PlainCaseload.At(after, Day);
        var had = register.Children.Where(f => register.Staff.WhoHas(f, Day) is [var only] && only == leaver).ToList();
        Assert.Equal(before.UnassignedCases + had.Sum(f => f.Cases.Count(c => c.ActiveAt(Day))), load.UnassignedCases);
        Assert.Equal(before.Children, load.Children);
        var figure = KeyFigures.EngineOf(after, Day).Ask(KeyFigures.All, [new(Day.AddMonths(-12), Day)]).Of(CaseFigures.Unassigned);
        Assert.Equal((load.UnassignedCases, true), ((int)figure.Value!.Value, figure.Rests >= had.Count));
    }

    [Fact]
    public void Of_rows_of_a_district_that_overlap_the_one_that_began_last_holds()
    {
        DistrictFact Row(long team, DateOnly from, DateOnly? to = null) =>
            new()
            {
                DistrictId = 7,
                TeamId = team,
                From = from,
                To = to,
            };
        var staff = new Staff([], [Row(2, new(2024, 1, 1)), Row(1, new(2020, 1, 1)), Row(3, new(2024, 1, 1), new(2024, 6, 30))]);
        Assert.Equal(1, staff.TeamOfDistrict(7, new(2023, 12, 31)));
        Assert.Equal(3, staff.TeamOfDistrict(7, new(2024, 1, 1)));
        Assert.Equal(2, staff.TeamOfDistrict(7, new(2024, 7, 1)));
        Assert.Equal(1, staff.TeamOfDistrict(7, new(2019, 1, 1)));
        Assert.Null(staff.TeamOfDistrict(8, new(2024, 1, 1)));
        Assert.Null(staff.TeamOfDistrict(null, new(2024, 1, 1)));
    }
}
