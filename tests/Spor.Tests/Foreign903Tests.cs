using Spor.Exchange.Import;
using Spor.Facts;
using Spor.Interventions;

namespace Spor.Tests;

/// <summary>Five yearly returns in a foreign form come in by a mapping alone, with the answers that their authors know.</summary>
public class Foreign903Tests
{
    static string Folder => Path.Combine(FiguresTests.Root, "examples", "mappings", "903");

    static Extract Whole()
    {
        using var source = ExtractSource.At(Folder);
        return Extracts.Read(source, new DateOnly(2022, 3, 31));
    }

    [Fact]
    public void One_folder_of_five_years_gives_the_known_answers()
    {
        var extract = Whole();
        Assert.Equal(
            [],
            extract
                .Problems.All.Where(p => p.Severity == Severity.Error)
                .Select(p => $"{p.File}:{p.Line} {p.Column} {p.Code} {p.Expected}")
                .Take(5)
        );
        Assert.Equal(2827, extract.Table("indsatser").Facts.Count);
        var register = extract.ToRegister();
        // Fostering, residential, supported, other; the authors cut a row of one child whose rows overlap.
        Assert.Equal([163, 35, 14, 31], Placed(register, new(2020, 1, 1)));
        Assert.Equal([55, 12, 9, 10], Placed(register, new(2022, 3, 27)));
        Assert.Equal(24, extract.Problems.All.Count(p => p.Code == "not-told-again"));
        // Counted by another program: reviews on days on which the child is not placed, and those that are tied.
        Assert.Equal(2280, extract.Table("opfoelgninger").Facts.Count);
        Assert.Equal(3151, extract.Problems.All.Count(p => p.Code == "no-measure-that-day"));
        Assert.All(register.Children.Where(c => c.Interventions.Length > 0), c => Assert.Single(c.Cases));
    }

    static int[] Placed(Register register, DateOnly day)
    {
        string[][] kinds =
        [
            ["netværkspleje", "plejefamilie"],
            ["døgninstitution", "opholdssted"],
            ["eget-værelse"],
            ["efterskole"],
        ];
        return [.. kinds.Select(k => register.Children.Count(c => c.Interventions.Any(m => m.RunsOn(day) && k.Contains(m.Code))))];
    }
}
