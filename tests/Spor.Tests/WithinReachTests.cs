using Spor.Access;
using Spor.Facts;
using Spor.Workforce;

namespace Spor.Tests;

/// <summary>Whom somebody may see is asked of few children and is the same as asked of all.</summary>
public sealed class WithinReachTests
{
    static readonly ViewerRole[] Reaching =
    [
        ViewerRole.Caseworker,
        ViewerRole.ProfessionalCoordinator,
        ViewerRole.TeamLeader,
        ViewerRole.Head,
        ViewerRole.Intake,
        ViewerRole.Auditor,
        ViewerRole.Council,
    ];

    [Theory]
    [InlineData("aakaer")]
    [InlineData("lergaard")]
    public void No_child_that_somebody_may_see_is_left_out_whatever_roles_they_have(string example)
    {
        var register = FiguresTests.Read(example).ToRegister();
        var day = register.Municipality!.ExtractDay;
        var within = new Snapshot(register, day).Get(WithinReach.Of);
        var employees = register.Employments.Select(e => e.EmployeeId).Distinct().ToArray();
        var teams = register.Teams.Select(t => t.TeamId).Distinct().ToArray();
        var districts = register.Districts.Select(d => d.DistrictId).Distinct().ToArray();
        var random = new Random(11);
        T? Any<T>(T[] of)
            where T : struct => random.Next(3) == 0 ? of[random.Next(of.Length)] : null;
        var fewer = 0;
        for (var i = 0; i < Heavy.Times(2000); i++)
        {
            var grants = Enumerable
                .Range(0, random.Next(4))
                .Select(_ => new Grant(Reaching[random.Next(Reaching.Length)], DateOnly.MinValue, TeamId: Any(teams))
                {
                    DistrictId = random.Next(3) == 0 ? Any(districts) : null,
                    AgeFrom = random.Next(6) == 0 ? 10 : null,
                })
                .ToList();
            var viewer = new Viewer(new("somebody", "Nogen", grants, Any(employees)), register, day, day);
            if (viewer.PlacesIn(within) is not { } places)
                continue;
            fewer++;
            Assert.Equal(places.Distinct().Order(), places);
            var asked = places.Select(p => register.Children[p]).Where(c => viewer.MaySee(c, day)).Select(c => c.Id);
            Assert.Equal(register.Children.Where(c => viewer.MaySee(c, day)).Select(c => c.Id), asked);
        }
        Assert.True(fewer > 0);
    }

    [Fact]
    public void After_an_entry_the_places_are_those_that_all_children_would_give()
    {
        var register = FiguresTests.Read("aakaer").ToRegister();
        var day = register.Municipality!.ExtractDay;
        var before = new Snapshot(register, day);
        _ = before.Get(WithinReach.Of);
        var had = register.Children.First(c => register.Staff.WhoHas(c, day).Length > 0);
        var at = register.Children.ToList().IndexOf(had);
        // Nobody has the child any more.
        var fewer = ChildFile.Build(had.Child, [.. had.Cases, .. had.Notifications]);
        var now = register.With(Spor.Kernel.Blocks.Of(register.Children).With([(at, fewer)]), 1, workedIn: false);
        var next = before.Next(now, day).Get(WithinReach.Of);
        var anew = new Snapshot(now, day).Get(WithinReach.Of);
        foreach (var employee in register.Staff.WhoHas(had, day))
        {
            var viewer = new Viewer(
                new("somebody", "Nogen", [new Grant(ViewerRole.Caseworker, DateOnly.MinValue)], employee),
                now,
                day,
                day
            );
            Assert.Equal(viewer.PlacesIn(anew), viewer.PlacesIn(next));
            Assert.DoesNotContain(at, viewer.PlacesIn(next)!);
        }
    }
}
