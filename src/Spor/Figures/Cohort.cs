using Spor.Facts;
using Spor.Figures.Engine;

namespace Spor.Figures;

/// <summary>
/// The children who had an active case on a day against those who came since (<c>measures.md</c> 2.63): each with an engine of its own, so
/// that every figure can be asked of both.
/// </summary>
public sealed class Cohort
{
    /// <summary>Of the days after one up to another.</summary>
    public static Derived<FigurePeriod, Cohort> Of { get; } = new(2, (s, period) => new(s, period));

    Cohort(Snapshot snapshot, FigurePeriod period)
    {
        var register = snapshot.Register;
        FigureEngine Of(Func<ChildFile, bool> which) =>
            KeyFigures.EngineOf(register.With([.. register.Children.Where(which)], register.EntryNo, register.WorkedIn), snapshot.Day);
        bool WasThere(ChildFile file) => Array.Exists(file.Cases, c => c.ActiveAt(period.After));
        Old = Of(WasThere);
        Since = Of(f => !WasThere(f) && Array.Exists(f.Cases, c => c.OpenedOn > period.After && c.OpenedOn <= period.To));
    }

    /// <summary>Children with an active case on the day before the period.</summary>
    public FigureEngine Old { get; }

    /// <summary>Children without one, of whom a case opened in the period.</summary>
    public FigureEngine Since { get; }
}
