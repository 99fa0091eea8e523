using Spor.Children;
using Spor.Facts;
using Spor.Insight;
using Spor.Workforce;

namespace Spor.Tests;

public class FigureColumnsTests
{
    static string Differences(IReadOnlyList<KeyFigure> plain, IReadOnlyList<KeyFigure> quick)
    {
        Assert.Equal(plain.Select(f => (f.Of.Code, f.Part, f.PartName)), quick.Select(f => (f.Of.Code, f.Part, f.PartName)));
        return string.Join(
            "\n",
            plain
                .Zip(quick)
                .Where(p =>
                    p.First.Rests != p.Second.Rests
                    || p.First.Value is null != p.Second.Value is null
                    || Math.Abs((p.First.Value ?? 0) - (p.Second.Value ?? 0)) > 1e-9
                )
                .Select(p =>
                    $"{p.First.Of.Code} {p.First.Part}: plain {p.First.Value} on {p.First.Rests}, quick {p.Second.Value} on {p.Second.Rests}"
                )
        );
    }

    static List<Group> Filters(Register register) =>
        [
            Group.None,
            .. register.Teams.Select(t => t.TeamId).Distinct().Select(t => new Group(TeamId: t)),
            new(DistrictId: register.Districts[0].DistrictId),
            .. Codes<AgeGroup>.All.Select(a => new Group(Age: a)),
            new(Gender: Gender.Girl),
            new(TargetGroup: TargetGroup.Disability),
            new(TeamId: register.Teams[0].TeamId, Age: AgeGroup.From14To17, Gender: Gender.Boy),
        ];

    [Fact]
    public void A_municipality_without_a_child_has_its_figures_too()
    {
        var empty = new Register { Catalogue = Spor.Interventions.Catalogue.Default, Children = [] };
        var day = new DateOnly(2026, 10, 31);
        Assert.Equal("", Differences(KeyFigures.Of(empty, day.AddYears(-1), day), FigureColumns.Of(empty, day).Of(day.AddYears(-1), day)));
    }

    [Theory]
    [InlineData("aakaer", "2026-10-31")]
    [InlineData("lergaard", "2017-01-31")]
    public void The_quick_series_is_what_the_plain_definition_says_month_by_month_and_group_by_group(string example, string until)
    {
        var register = FiguresTests.Read(example).ToRegister();
        var columns = FigureColumns.Of(register, DateOnly.Parse(until));
        var months = columns.Months(columns.Until);
        var random = new Random(11);
        foreach (var filter in Filters(register))
        {
            var quick = columns.At(months, filter);
            foreach (var i in Enumerable.Range(0, 6).Select(_ => random.Next(months.Count)).Append(0).Append(months.Count - 1).Distinct())
            {
                var (from, to) = months[i];
                var plain = KeyFigures.Of(register, from, to, filter);
                Assert.True(Differences(plain, quick[i]) is "", $"{filter} {to:yyyy-MM-dd}\n{Differences(plain, quick[i])}");
            }
        }
    }

    [Theory]
    [InlineData("aakaer", "2026-10-31")]
    [InlineData("lergaard", "2017-01-31")]
    public void One_period_of_any_length_is_what_the_plain_definition_says(string example, string until)
    {
        var register = FiguresTests.Read(example).ToRegister();
        var columns = FigureColumns.Of(register, DateOnly.Parse(until));
        var random = new Random(5);
        foreach (var filter in Filters(register))
            for (var k = 0; k < 4; k++)
            {
                var to = columns.Until.AddDays(-random.Next(800));
                var from = to.AddDays(-random.Next(500));
                var (plain, quick) = (KeyFigures.Of(register, from, to, filter), columns.Of(from, to, filter));
                Assert.True(Differences(plain, quick) is "", $"{filter} {from:yyyy-MM-dd} to {to:yyyy-MM-dd}\n{Differences(plain, quick)}");
            }
    }

    [Fact]
    public void After_a_correction_the_columns_made_from_those_before_say_the_same_as_columns_made_afresh()
    {
        var until = new DateOnly(2026, 10, 31);
        var register = FiguresTests.Read("aakaer").ToRegister();
        var before = FigureColumns.Of(register, until);
        var files = register.Children.ToArray();
        var at = Array.FindIndex(files, f => f.Notifications.Length > 0 && f.Interventions.Length > 0);
        var old = files[at];
        files[at] = ChildFile.Build(old.Child, [.. old.Cases, .. old.Assignments, .. old.Interventions, .. old.Notifications.Skip(1)]);
        var after = new Register
        {
            EntryNo = register.EntryNo + 1,
            Municipality = register.Municipality,
            Teams = [.. register.Teams],
            Districts = register.Districts,
            Employments = register.Employments,
            Catalogue = register.Catalogue,
            Children = files,
        };
        var columns = FigureColumns.Of(after, until, before);
        var quick = columns.Of(until.AddYears(-9), until);
        Assert.Equal("", Differences(FigureColumns.Of(after, until).Of(until.AddYears(-9), until), quick));

        // Answers given before are counted on, out with what was and in with what is.
        Assert.True(register.Children.Count > 1024);
        var fresh = FigureColumns.Of(after, until);
        IReadOnlyList<FigurePeriod>[] questions =
        [
            before.Months(until),
            [new(until.AddYears(-1), until)],
            [new(until.AddYears(-2), until.AddMonths(-7))],
        ];
        foreach (var filter in new Group[] { Group.None, new(Age: AgeGroup.From6To13), new(TeamId: register.Teams[0].TeamId) })
        {
            var answers = before.Ask(questions, filter);
            for (var q = 0; q < questions.Length; q++)
            {
                // Several questions in one pass are each what they are alone.
                var alone = before.At(questions[q], filter);
                Assert.All(alone.Zip(answers[q].Figures), p => Assert.Equal("", Differences(p.First, p.Second)));
                var renewed = answers[q].After(columns);
                Assert.NotNull(renewed);
                Assert.All(fresh.At(questions[q], filter).Zip(renewed.Figures), p => Assert.Equal("", Differences(p.First, p.Second)));
                // And back again, from an answer that was itself counted on.
                Assert.All(alone.Zip(renewed.After(before)!.Figures), p => Assert.Equal("", Differences(p.First, p.Second)));
                Assert.Null(answers[q].After(fresh));
            }
        }
        Assert.NotEqual("", Differences(before.Of(until.AddYears(-9), until), quick));
    }

    [Fact]
    public void Nothing_is_asked_about_days_that_are_not_known_or_periods_that_overlap()
    {
        var until = new DateOnly(2017, 1, 31);
        var columns = FigureColumns.Of(FiguresTests.Read("lergaard").ToRegister(), until);
        Assert.Throws<ArgumentException>(() => columns.Of(until, until.AddDays(1)));
        Assert.Throws<ArgumentException>(() =>
            columns.At([new(until.AddDays(-9), until.AddDays(-3)), new(until.AddDays(-3), until)], Group.None)
        );
    }
}
