using Spor.Children;
using Spor.Facts;
using Spor.Requirements;
using Spor.Workforce;

namespace Spor.Tests;

public class OverviewTests
{
    [Fact]
    public void A_child_that_somebody_gets_on_a_later_day_waits_for_nobody_and_nobody_has_it_yet()
    {
        var day = new DateOnly(2026, 10, 31);
        var register = FiguresTests.Read("aakaer").ToRegister();
        var had = Overview.Of(register, day).Children.First(c => c.AssignedTo.Count > 0);
        ChildState With(DateOnly from, long employee) =>
            Overview.StateOf(
                ChildFile.Build(
                    had.Child,
                    [
                        .. had.File.Cases,
                        new AssignmentFact
                        {
                            Id = -1,
                            ChildId = had.Child.Id,
                            CaseId = had.Case!.Id,
                            EmployeeId = employee,
                            From = from,
                        },
                    ]
                ),
                register,
                day
            );
        var later = With(day.AddDays(10), had.AssignedTo[0]);
        Assert.Equal((0, true, false), (later.AssignedTo.Count, later.IsGivenAhead, later.WaitsForCaseworker));
        // Somebody who is not employed gets nobody.
        var left = With(day.AddDays(10), had.AssignedTo[0] + 1_000_000);
        Assert.Equal((0, false, true), (left.AssignedTo.Count, left.IsGivenAhead, left.WaitsForCaseworker));
        Assert.False(With(day, had.AssignedTo[0]).WaitsForCaseworker);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_overview_made_from_the_one_before_says_the_same_as_one_made_afresh(bool anotherCaseworker)
    {
        var day = new DateOnly(2026, 10, 31);
        var register = FiguresTests.Read("aakaer").ToRegister();
        var before = Overview.Of(register, day);
        var at = before.Children.Select((c, i) => (c, i)).First(p => p.c.AssignedTo.Count > 0).i;
        var old = before.Children[at].AssignedTo[0];
        _ = before.Of(old).Count();

        var files = register.Children.ToArray();
        List<ChildsFact> facts = [.. files[at].Cases, .. files[at].Interventions];
        facts.AddRange(
            anotherCaseworker
                ? files[at]
                    .Cases.Select(
                        (c, i) =>
                            new AssignmentFact
                            {
                                Id = -1 - i,
                                ChildId = c.ChildId,
                                CaseId = c.Id,
                                EmployeeId = old + 1_000_000,
                                From = c.OpenedOn,
                            }
                    )
                : files[at].Assignments
        );
        files[at] = ChildFile.Build((ChildFact)files[at].Child.Copy(), facts);
        var after = new Register
        {
            EntryNo = register.EntryNo + 1,
            Municipality = register.Municipality,
            Teams = register.Teams,
            Districts = register.Districts,
            Employments = register.Employments,
            Catalogue = register.Catalogue,
            Children = files,
        };

        var quick = Overview.Of(after, day, before);
        var afresh = Overview.Of(after, day);
        Assert.Same(before.Children[at == 0 ? 1 : 0], quick.Children[at == 0 ? 1 : 0]);
        Assert.Equal(anotherCaseworker, !quick.Of(old).Any(c => c.File.Id == files[at].Id));
        foreach (var (a, b) in quick.Children.Zip(afresh.Children))
        {
            Assert.Same(a.File, b.File);
            Assert.Equal((a.Step, a.Case, a.Missed, a.SearchText), (b.Step, b.Case, b.Missed, b.SearchText));
            Assert.Equal(b.AssignedTo, a.AssignedTo);
            Assert.Equal(b.Open, a.Open);
            Assert.Same(a, quick.Find(a.File.Id));
        }
        foreach (var employee in afresh.Children.SelectMany(c => c.AssignedTo).Append(old).Distinct())
            Assert.Equal(afresh.Of(employee).Select(c => c.File.Id), quick.Of(employee).Select(c => c.File.Id));
    }
}
