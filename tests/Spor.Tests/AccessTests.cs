using Spor.Access;
using Spor.Facts;
using Spor.Notifications;
using Spor.Workforce;

namespace Spor.Tests;

public class AccessTests
{
    static readonly DateOnly Day = new(2026, 10, 31);
    static readonly Register Register = FiguresTests.Read("aakaer").ToRegister();
    static readonly long[] Teams = [.. Register.Teams.Select(t => t.TeamId).Distinct()];

    static Viewer View(Register register, DateOnly day, params Grant[] grants) => new(new("x", "X", grants), register, day, Day);

    static Grant Leads(long team, DateOnly? to = null) => new(ViewerRole.TeamLeader, new(2020, 1, 1), to, team);

    [Fact]
    public void A_role_holds_from_its_first_to_its_last_day()
    {
        var grant = new Grant(ViewerRole.Head, new(2026, 1, 1), new(2026, 6, 30));
        Assert.False(View(Register, new(2025, 12, 31), grant).IsSomebody);
        Assert.True(View(Register, new(2026, 1, 1), grant).SeesAll);
        Assert.True(View(Register, new(2026, 6, 30), grant).SeesAll);
        var after = View(Register, new(2026, 7, 1), grant);
        Assert.False(after.IsSomebody || after.SeesAll || Enum.GetValues<Capability>().Any(after.May));
        Assert.DoesNotContain(Register.Children, c => after.MaySee(c, Day));
    }

    [Fact]
    public void Somebody_with_two_posts_sees_both_teams_and_goes_as_far_as_the_widest()
    {
        var both = View(Register, Day, Leads(Teams[0]), new Grant(ViewerRole.Caseworker, new(2020, 1, 1), null, Teams[1]));
        Assert.Equal(Teams, both.Teams);
        Assert.True(both.MayLead);
        foreach (var team in Teams)
            Assert.All(new Group(team).Of(Register, Day), c => Assert.True(both.MaySee(c, Day)));
        var one = View(Register, Day, Leads(Teams[0]), new Grant(ViewerRole.Caseworker, new(2020, 1, 1), Day.AddDays(-1), Teams[1]));
        Assert.Equal([Teams[0]], one.Teams);
    }

    [Fact]
    public void Who_sees_behind_a_group_may_see_every_child_of_it_and_of_a_team_on_its_own_day_alone()
    {
        var leader = View(Register, Day, Leads(Teams[0]));
        var group = new Group(Teams[0]);
        Assert.True(leader.SeesBehind(group, Day));
        Assert.All(group.Of(Register, Day), c => Assert.True(leader.MaySee(c, Day)));
        Assert.True(leader.SeesBehind(group with { Age = AgeGroup.UpTo5 }, Day));
        Assert.False(leader.SeesBehind(group, Day.AddDays(-1)));
        Assert.False(leader.SeesBehind(new(Teams[1]), Day));
        Assert.False(leader.SeesBehind(Group.None, Day));
        Assert.True(View(Register, Day, new Grant(ViewerRole.Head, default)).SeesBehind(Group.None, Day.AddYears(-1)));
        Assert.False(View(Register, Day, new Grant(ViewerRole.Controller, default)).SeesBehind(Group.None, Day));
    }

    [Theory]
    [InlineData(ViewerRole.Controller)]
    [InlineData(ViewerRole.Coordinator)]
    public void Those_who_reach_nobody_see_no_child(ViewerRole role) =>
        Assert.DoesNotContain(Register.Children, c => View(Register, Day, new Grant(role, default)).MaySee(c, Day));

    [Fact]
    public void A_leavers_child_without_a_district_is_seen_by_leaders_and_by_everybody_once_somebody_must_act()
    {
        ChildFile Child(params ChildsFact[] more) =>
            ChildFile.Build(
                new() { Id = 1, BornOn = new(2015, 1, 1) },
                [
                    new Children.CaseFact
                    {
                        Id = 2,
                        ChildId = 1,
                        OpenedOn = new(2024, 1, 1),
                    },
                    new AssignmentFact
                    {
                        Id = 3,
                        ChildId = 1,
                        CaseId = 2,
                        EmployeeId = 9,
                        From = new(2024, 1, 1),
                    },
                    .. more,
                ]
            );
        Register With(ChildFile child) =>
            new()
            {
                Catalogue = Interventions.Catalogue.Default,
                Children = [child],
                Employments =
                [
                    new()
                    {
                        EmployeeId = 9,
                        TeamId = 1,
                        Role = Role.Caseworker,
                        From = new(2020, 1, 1),
                        To = Day.AddDays(-1),
                        Name = "Gået Bort",
                    },
                ],
            };
        var quiet = Child();
        var told = Child(
            new NotificationFact
            {
                Id = 4,
                ChildId = 1,
                ReceivedAt = Day.ToDateTime(new(9, 0)),
            }
        );
        foreach (var (child, open) in new[] { (quiet, false), (told, true) })
        {
            var register = With(child);
            Assert.True(View(register, Day, Leads(7)).MaySee(child, Day));
            Assert.Equal(open, View(register, Day, new Grant(ViewerRole.Caseworker, default, null, 7)).MaySee(child, Day));
            // While the person was there, it was the team's own.
            Assert.False(View(register, Day, Leads(7)).MaySee(child, Day.AddDays(-1)));
            Assert.True(View(register, Day, Leads(1)).MaySee(child, Day.AddDays(-1)));
        }
    }

    [Fact]
    public void A_key_stands_for_one_person_whose_name_outlives_the_post()
    {
        var people = new People(People.Employees, People.Coordinators);
        var gone = Register.Employments.First(e => e.Role == Role.Caseworker);
        var key = People.EmployeeKey(gone.EmployeeId);
        Assert.Equal(gone.Name, people.Name(key, Register));
        Assert.Equal(gone.EmployeeId, people.Find(key, Register)!.EmployeeId);
        Assert.Null(people.Find("medarbejder-999999", Register));
        Assert.Null(people.Find("medarbejder-x", Register));
        Assert.Equal("ukendt", people.Name("ukendt", Register));
        Assert.Equal("Spor selv", people.Name(People.ProgramKey, Register));
        Assert.All(people.On(Register, Day), p => Assert.True(new Viewer(p, Register, Day, Day).IsSomebody));
    }
}
