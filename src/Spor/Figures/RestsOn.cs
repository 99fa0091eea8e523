using Spor.Figures.Engine;

namespace Spor.Figures;

/// <summary>
/// Which files of an extract a figure is made of: what was set aside in one of them is missing in it. That a figure is asked of a team or a
/// district rests on those files besides, and a child that is set aside is missing in all. Each figure says so in its declaration, by these
/// names (<see cref="Figure.MadeOf"/>).
/// </summary>
public static class RestsOn
{
    internal const string Children = "boern",
        Cases = "sager",
        Assignments = "tildelinger",
        Employments = "medarbejdere",
        Teams = "teams",
        Districts = "distrikter",
        Measures = "indsatser",
        Catalogue = "ydelser",
        Conferences = "raadslagninger",
        Population = "befolkning";

    internal static readonly string[] Casework =
    [
        Children,
        Cases,
        "underretninger",
        "udredninger",
        "samtaler",
        "planer",
        "maal",
        "maalinger",
        "afgoerelser",
        Measures,
        "opfoelgninger",
        "tilsyn",
        Catalogue,
        Conferences,
        "stoettepersoner",
    ];

    /// <summary>Without extension, as the import format calls them. A figure that says nothing rests on all that is told of
    /// children.</summary>
    public static IReadOnlyList<string> Of(Figure figure) => figure.MadeOf ?? Casework;

    /// <summary>Those of management information that miss something when rows of these files are set aside, in the order of the
    /// page.</summary>
    public static IReadOnlyList<Figure> Touched(IEnumerable<string> files)
    {
        var aside = files.ToHashSet();
        return [.. KeyFigures.All.Where(f => Of(f).Any(aside.Contains))];
    }
}
