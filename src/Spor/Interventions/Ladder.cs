using Spor.Facts;
using Spor.Interventions;

namespace Spor.Interventions;

/// <summary>A run of days on one step.</summary>
public readonly record struct StepRun(DateOnly From, DateOnly To, int Step);

/// <summary>Where children stand on the ladder (<c>measures.md</c> 2.3). Step 0 = no step.</summary>
public static class Ladder
{
    public const int Steps = 7;

    /// <summary>2.3: the highest step of the measures running, by the catalogue row in force on the day; 1 with an active case and none on
    /// 2 to 6; else 0.</summary>
    public static int StepAt(ChildFile file, Catalogue catalogue, DateOnly day)
    {
        var step = 0;
        foreach (var m in file.Interventions)
        {
            if (m.From > day)
                break;
            if (m.To is null || m.To >= day)
                step = Math.Max(step, catalogue.On(m.Code, day)?.Step ?? 0);
        }
        if (step >= 2)
            return step;
        foreach (var c in file.Cases)
            if (c.ActiveAt(day))
                return 1;
        return 0;
    }

    /// <summary>The child's step line: maximal runs of days on one step from 1 to 6, earliest first. Days without a step are in no
    /// run.</summary>
    public static IReadOnlyList<StepRun> Runs(ChildFile file, Catalogue catalogue)
    {
        // The step can only change where something starts, or the day after it ends.
        var marks = new List<DateOnly>();
        void Mark(DateOnly from, DateOnly? to)
        {
            marks.Add(from);
            if (to is { } end && end < DateOnly.MaxValue)
                marks.Add(end.AddDays(1));
        }
        foreach (var c in file.Cases)
            Mark(c.OpenedOn, c.ClosedOn);
        foreach (var m in file.Interventions)
        {
            Mark(m.From, m.To);
            foreach (var row in catalogue.RowsOf(m.Code))
            {
                if (row.From > m.From && !(m.To < row.From))
                    marks.Add(row.From);
                // Where it ends an earlier row may go on, or the code has no step.
                if (row.To < DateOnly.MaxValue && row.To >= m.From && !(m.To <= row.To))
                    marks.Add(row.To.AddDays(1));
            }
        }
        marks.Sort();
        var runs = new List<StepRun>();
        for (var i = 0; i < marks.Count; i++)
        {
            if (i + 1 < marks.Count && marks[i + 1] == marks[i])
                continue;
            var to = i + 1 < marks.Count ? marks[i + 1].AddDays(-1) : DateOnly.MaxValue;
            var step = StepAt(file, catalogue, marks[i]);
            if (step == 0)
                continue;
            if (runs.Count > 0 && runs[^1] is var last && last.Step == step && last.To.AddDays(1) == marks[i])
                runs[^1] = last with { To = to };
            else
                runs.Add(new(marks[i], to, step));
        }
        return runs;
    }
}
