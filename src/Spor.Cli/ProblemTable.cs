using Spor.Exchange.Import;
using Spor.Kernel;

namespace Spor.Cli;

/// <summary>The problem list on a terminal.</summary>
static class ProblemTable
{
    public static void Write(Spor.Exchange.Import.Extract extract, TextWriter to)
    {
        foreach (var alike in Problems.Grouped(extract.Problems.All))
        {
            foreach (var p in alike.Shown)
            {
                var where = p.Line > 0 ? $"{p.File} linje {p.Line}" : p.File;
                var what = p.Place is { Length: > 0 } ? $", {p.Place}" : "";
                var value = p.Value is { Length: > 0 } ? $": »{p.Value}«" : "";
                to.WriteLine($"{(p.Severity == Severity.Error ? "Fejl   " : "Advarsel")} {where}{what}{value}. Forventet: {p.Expected}.");
            }
            if (alike.Hidden > 0)
                to.WriteLine(
                    $"         … og {Danish.Number(alike.Hidden)} som dem i {alike.First.File}. "
                        + "Hele listen: spor import … --problems fejl.csv."
                );
        }
        if (extract.Problems.Errors + extract.Problems.Warnings > extract.Problems.All.Count)
            to.WriteLine($"… og flere. Listen viser de første {Danish.Number(extract.Problems.All.Count)}.");
        foreach (var ignored in extract.Ignored)
            to.WriteLine("Bemærk   " + ignored);
        to.WriteLine(
            $"{Danish.Number(extract.Problems.Errors)} fejl, {Danish.Number(extract.Problems.Warnings)} advarsler, "
                + $"{Danish.Number(extract.Rows)} rækker."
        );
    }
}
