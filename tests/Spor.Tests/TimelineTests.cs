using Spor.Insight;

namespace Spor.Tests;

public class TimelineTests
{
    [Theory]
    [InlineData("aakaer", "2026-10-31")]
    [InlineData("lergaard", "2017-01-31")]
    public void A_series_says_the_same_as_each_day_asked_alone(string example, string until)
    {
        var register = FiguresTests.Read(example).ToRegister();
        var timeline = new Timeline(register);
        var days = timeline.MonthEnds(DateOnly.Parse(until));
        var points = timeline.At(days);
        Assert.Equal(days.Count, points.Count);
        for (var i = 0; i < days.Count; i++)
        {
            Assert.Equal(Ladder.At(register.Children, register.Catalogue, days[i]), points[i].Ladder);
            var caseload = Caseload.At(register, days[i]);
            Assert.Equal(
                (caseload.ActiveCases, caseload.Children, caseload.UnassignedCases, caseload.Fte),
                (points[i].ActiveCases, points[i].ChildrenWithCase, points[i].UnassignedCases, points[i].Fte)
            );
            foreach (var team in caseload.Teams)
            {
                var at = timeline.Teams.Select((t, n) => (t, n)).First(t => t.t.TeamId == team.TeamId).n;
                Assert.Equal((team.Children, team.Fte), (points[i].ChildrenByTeam[at], points[i].FteByTeam[at]));
            }
            if (i > 0)
                Assert.Equal(Ladder.Movements(register.Children, register.Catalogue, days[i - 1], days[i]), points[i].Movements);
        }
    }
}
