using Spor.Facts;
using Spor.Interventions;

namespace Spor.Interventions;

/// <summary>The form of a child's placement (<c>measures.md</c> 2.6).</summary>
public static class Placements
{
    /// <summary>What a form is called, wherever it is shown; of none nothing.</summary>
    public static string NameOf(PlacementForm form) =>
        form switch
        {
            PlacementForm.Foster => "plejefamilie",
            PlacementForm.Institution => "børne- og ungehjem",
            PlacementForm.Own => "eget værelse, kost- eller efterskole",
            _ => "",
        };

    /// <summary>The form of a child's highest-step running placement, or <see cref="PlacementForm.None"/>. On a tie foster, then own, then
    /// institution.</summary>
    public static PlacementForm FormAt(ChildFile file, Catalogue catalogue, DateOnly day) =>
        LeadingAt(file, catalogue, day) is { } m ? FormOf(m, catalogue) : PlacementForm.None;

    static PlacementForm FormOf(InterventionFact placement, Catalogue catalogue) =>
        catalogue.On(placement.Code, placement.From)?.Form ?? PlacementForm.None;

    /// <summary>The placement that says a child's form on a day: the running one on the highest step; null of a child that is not
    /// placed.</summary>
    public static InterventionFact? LeadingAt(ChildFile file, Catalogue catalogue, DateOnly day)
    {
        InterventionFact? leading = null;
        var form = PlacementForm.None;
        var best = 0;
        foreach (var m in file.Interventions)
        {
            if (!m.RunsOn(day) || catalogue.On(m.Code, m.From) is not { IsPlacement: true } first)
                continue;
            var step = catalogue.On(m.Code, day)?.Step ?? 0;
            if (leading is null || step > best || (step == best && Rank(first.Form) < Rank(form)))
                (leading, form, best) = (m, first.Form, step);
        }
        return leading;
    }

    /// <summary>Maximal runs of days placed in one form, earliest first.</summary>
    public static IReadOnlyList<(DateOnly From, DateOnly To, PlacementForm Form)> FormRuns(ChildFile file, Catalogue catalogue) =>
        Runs(file, catalogue, m => FormOf(m, catalogue));

    /// <summary>Maximal runs of days placed in which the leading placement (<see cref="LeadingAt"/>) says the same, earliest
    /// first.</summary>
    public static IReadOnlyList<(DateOnly From, DateOnly To, T Said)> Runs<T>(
        ChildFile file,
        Catalogue catalogue,
        Func<InterventionFact, T> says
    )
        where T : struct, Enum => Runs(file, catalogue, (m, _) => says(m));

    /// <summary>The same of what is said on a day: by the placement, its form and its step in the catalogue.</summary>
    public static IReadOnlyList<(DateOnly From, DateOnly To, T Said)> Runs<T>(
        ChildFile file,
        Catalogue catalogue,
        Func<InterventionFact, DateOnly, T> says
    )
        where T : struct
    {
        // What leads can only change where a placement starts, the day after one ends, or where the catalogue gives one another step.
        List<DateOnly>? marks = null;
        foreach (var m in file.Interventions)
        {
            if (!Courses.IsPlacement(m, catalogue))
                continue;
            (marks ??= []).Add(m.From);
            if (m.To is { } end && end < DateOnly.MaxValue)
                marks.Add(end.AddDays(1));
            foreach (var row in catalogue.RowsOf(m.Code))
            {
                if (row.From > m.From && !(m.To < row.From))
                    marks.Add(row.From);
                if (row.To < DateOnly.MaxValue && row.To >= m.From && !(m.To <= row.To))
                    marks.Add(row.To.AddDays(1));
            }
        }
        if (marks is null)
            return [];
        marks.Sort();
        var runs = new List<(DateOnly From, DateOnly To, T Said)>();
        for (var i = 0; i < marks.Count; i++)
        {
            if (i + 1 < marks.Count && marks[i + 1] == marks[i])
                continue;
            var to = i + 1 < marks.Count ? marks[i + 1].AddDays(-1) : DateOnly.MaxValue;
            if (LeadingAt(file, catalogue, marks[i]) is not { } leading)
                continue;
            var said = says(leading, marks[i]);
            if (
                runs.Count > 0
                && runs[^1] is var last
                && EqualityComparer<T>.Default.Equals(last.Said, said)
                && last.To.AddDays(1) == marks[i]
            )
                runs[^1] = last with { To = to };
            else
                runs.Add((marks[i], to, said));
        }
        return runs;
    }

    /// <summary>Which of two on one step says the form: the lesser.</summary>
    internal static int Rank(PlacementForm form) =>
        form switch
        {
            PlacementForm.Foster => 0,
            PlacementForm.Own => 1,
            _ => 2,
        };
}
