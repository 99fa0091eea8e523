using Spor.Children;
using Spor.Exchange.Import;
using Spor.Facts;
using Spor.Figures;
using Spor.Figures.Engine;
using Spor.Workforce;

namespace Spor.Tests;

/// <summary>What a figure says it is made of is asked of the figure itself: without a file's rows it changes, or it does not rest on
/// them.</summary>
public class RestsOnTests
{
    static readonly DateOnly Day = new(2026, 10, 31);

    static IReadOnlyDictionary<string, FactKind> Kinds => Format.Tables().ToDictionary(t => t.Name, t => t.Kind);

    static Register Without(Register register, FactKind kind) =>
        Register.Build(
            [.. FactKinds.OfNoChild.Where(k => k != kind).SelectMany(register.Of)],
            [
                .. register.Children.Select(c =>
                    ChildFile.Build(c.Child, [.. FactKinds.OfAChild.Where(k => k != kind).SelectMany(k => c.Of(k)).Cast<ChildsFact>()])
                ),
            ]
        );

    /// <param name="months">Of the whole, for a series begins with the first case.</param>
    static Dictionary<Figure, string> Values(Register register, IReadOnlyList<FigurePeriod> months)
    {
        var engine = KeyFigures.EngineOf(register, Day);
        return engine
            .Ask(KeyFigures.All, months, Group.None)
            .Figures.Concat(engine.Ask(KeyFigures.All, [new(Day.AddYears(-1), Day)], Group.None).Figures)
            .SelectMany(f => f)
            .GroupBy(f => f.Of)
            .ToDictionary(g => g.Key, g => string.Join(' ', g.Select(f => $"{f.Part}:{f.Value:0.####}")));
    }

    [Fact]
    public void A_figure_that_changes_without_a_files_rows_says_that_it_rests_on_the_file()
    {
        var whole = FiguresTests.Read("aakaer").ToRegister();
        var same = Without(whole, FactKinds.Report);
        var months = KeyFigures.EngineOf(whole, Day).Months(Day);
        var before = Values(same, months);
        Assert.Equal(Values(whole, months), before);
        var untold = new List<string>();
        foreach (var (file, kind) in Kinds.Where(k => k.Key is not ("kommune" or "boern")))
        {
            var without = Values(Without(whole, kind), months);
            untold.AddRange(
                KeyFigures
                    .All.Where(f => without.GetValueOrDefault(f) != before.GetValueOrDefault(f) && !RestsOn.Of(f).Contains(file))
                    .Select(f => $"{f.Code} rests on {file}")
            );
        }
        Assert.Equal([], untold);
    }

    [Fact]
    public void Every_file_that_a_figure_names_is_one_of_the_format_and_a_child_is_missing_in_all_that_count_children()
    {
        var files = Kinds.Keys.ToHashSet();
        Assert.Equal([], KeyFigures.All.SelectMany(RestsOn.Of).Distinct().Where(f => !files.Contains(f)));
        Assert.All(KeyFigures.All.Where(f => f.AboutChildren), f => Assert.Contains("boern", RestsOn.Of(f)));
        Assert.Equal(KeyFigures.All.Where(f => RestsOn.Of(f).Contains("boern")), RestsOn.Touched(["boern"]));
        Assert.Equal([RateFigures.ChildrenWithCase, RateFigures.Notifications, RateFigures.Placed], RestsOn.Touched(["befolkning"]));
        Assert.Empty(RestsOn.Touched(["sammenligning"]));
    }
}
