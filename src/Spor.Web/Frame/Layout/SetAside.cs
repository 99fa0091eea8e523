using Spor.Figures;
using Spor.Figures.Engine;
using Spor.Kernel;

namespace Spor.Web.Frame.Layout;

/// <summary>What an import left out by choice, said of the figures that miss it: on their pages and in their files.</summary>
static class SetAside
{
    /// <summary>Pages of figures, by what the menu calls them, and the files that their figures are made of; null = those of management
    /// information.</summary>
    static readonly Dictionary<string, string[]?> Pages = new(StringComparer.Ordinal)
    {
        ["ledelse"] = null,
        ["ledelse-min"] = null,
        ["side-om-side"] = null,
        ["basislinjer"] = null,
        ["raadet"] = null,
        ["trappen"] = ["boern", "sager", "indsatser", "ydelser"],
        ["noegletal"] = null,
        ["oekonomi"] = ["boern", "indsatser", "priser", "ydelser", "budget", "regnskab", "konti"],
        ["distrikter"] = ["boern", "sager", "indsatser", "priser", "ydelser", "distrikter", "befolkning"],
        ["raadslagninger"] = ["boern", "sager", "raadslagninger", "netvaerksmoeder"],
        ["sager"] = ["boern", "sager", "tildelinger", "medarbejdere", "teams", "distrikter"],
        ["frister"] = null,
        ["genopretning"] = null,
        ["datakvalitet"] = null,
    };

    /// <summary>The files with rows set aside that the figures of a page are made of; empty where it has none, or is no page of
    /// figures.</summary>
    public static IReadOnlyList<KeyValuePair<string, int>> On(string? page, IReadOnlyDictionary<string, int> aside, Figure? one = null)
    {
        if (aside.Count == 0 || page is null || !Pages.TryGetValue(page, out var files))
            return [];
        var rest = one is not null ? RestsOn.Of(one) : files ?? KeyFigures.All.SelectMany(RestsOn.Of).Distinct();
        return [.. aside.Where(a => rest.Contains(a.Key)).OrderBy(a => a.Key, StringComparer.Ordinal)];
    }

    /// <summary>sager 3, indsatser 2</summary>
    public static string Said(IEnumerable<KeyValuePair<string, int>> files) =>
        string.Join(", ", files.Select(f => $"{f.Key} {Danish.Number(f.Value)}"));

    /// <summary>The names of the figures that miss something, where they are listed by themselves.</summary>
    public static IReadOnlyList<string> Names(string? page, IEnumerable<KeyValuePair<string, int>> files) =>
        page is "ledelse" or "ledelse-min" ? [.. RestsOn.Touched(files.Select(f => f.Key)).Select(f => f.Name)] : [];
}
