using System.Globalization;
using Spor.Facts;
using Spor.Interventions;

namespace Spor.Economy;

/// <summary>Where a placed child is: form and step of its highest-step placement (<c>measures.md</c> 2.6).</summary>
public readonly record struct PlacedAt(PlacementForm Form, int Step);

/// <summary>Places moved from one form to another, evenly over so many months, and kept there.</summary>
/// <param name="Places">At least 1.</param>
/// <param name="Months">At least 1.</param>
public sealed record PlacementMove(PlacementForm From, PlacementForm To, int Places, int Months)
{
    /// <summary>Reads <c>institution:pleje:20:18</c>: from, to, places, months.</summary>
    public static bool TryRead(string typed, out PlacementMove move)
    {
        move = new(PlacementForm.None, PlacementForm.None, 0, 0);
        if (
            typed.Split(':') is not [var f, var t, var p, var m]
            || !Codes<PlacementForm>.TryDanish(f, out var from)
            || !Codes<PlacementForm>.TryDanish(t, out var to)
            || !int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var places)
            || !int.TryParse(m, NumberStyles.None, CultureInfo.InvariantCulture, out var months)
            || from == to
            || from == PlacementForm.None
            || to == PlacementForm.None
            || places < 1
            || months is < 1 or > PlacementForecast.Horizon
        )
            return false;
        move = new(from, to, places, months);
        return true;
    }

    /// <summary>How many are to be moved by a month's end.</summary>
    public int DueBy(int month) => Math.Min(Places, (int)((long)Places * month / Months));
}

/// <summary>A number of children that is not certain: the mean of the draws, and the 2.5th and 97.5th percentile.</summary>
public readonly record struct Expected(double Middle, double Low, double High);

/// <summary>
/// How many children are expected to be placed, month by month (<c>measures.md</c> 2.60). Moves between forms and steps, out and in, are
/// those that the register had in the months before; nothing is said of any one child, and nothing of a child is looked at but age, form
/// and step. The same register and seed give the same forecast.
/// </summary>
public sealed class PlacementForecast
{
    public const int Window = 24;

    /// <summary>With fewer months to learn from there is no forecast.</summary>
    public const int LeastMonths = 12;
    public const int Horizon = 60;
    public const ulong Seed = 1;

    readonly PlacementFit fit;

    // By draw, month and state.
    readonly int[][][] drawn;

    PlacementForecast(PlacementFit fit, int months, int[][][] drawn) => (this.fit, Months, this.drawn) = (fit, months, drawn);

    /// <summary>The month-end that it is made on: the last that is on or before the day.</summary>
    public DateOnly From => fit.On;

    /// <summary>How many months ahead.</summary>
    public int Months { get; }
    public int Draws => drawn.Length;

    /// <summary>The months that it learned from.</summary>
    public int LearnedFrom => fit.Months;
    public IReadOnlyList<PlacedAt> States => fit.States;

    public DateOnly EndOf(int month) => PlacementFit.MonthEnd(fit.On, month);

    /// <summary>Null with fewer than <see cref="LeastMonths"/> months with anybody placed before the day.</summary>
    /// <param name="months">How many months ahead, at least 1.</param>
    public static PlacementForecast? Of(Register register, DateOnly day, int months = Horizon, ulong seed = Seed) =>
        Of(PlacedRuns.Of(register), day, months, seed);

    /// <param name="months">How many months ahead, at least 1; the first months come out the same however many are drawn.</param>
    public static PlacementForecast? Of(PlacedRuns placed, DateOnly day, int months = Horizon, ulong seed = Seed)
    {
        var fit = PlacementFit.Of(placed, day);
        if (fit.Months < LeastMonths)
            return null;
        // Many children need fewer draws: what is by chance evens out among them.
        var draws = new int[fit.Placed.Count > 2000 ? 200 : 1000][][];
        Parallel.For(0, draws.Length, d => draws[d] = new PlacementDraw(fit, seed * 1_000_003 + (ulong)d).Run(months));
        return new(fit, months, draws);
    }

    /// <summary>
    /// The same with places moved: in each draw the form given up has so many fewer, as far as anybody is there, and the other so many
    /// more. Who comes and goes is as without. Null where nobody has been placed in the other form in the months learned from.
    /// </summary>
    public PlacementForecast? With(PlacementMove move)
    {
        var into = -1;
        for (var s = 0; s < fit.States.Count; s++)
            if (fit.States[s].Form == move.To && (into < 0 || fit.Now[s] > fit.Now[into]))
                into = s;
        if (into < 0)
            return null;
        return new(fit, Months, Array.ConvertAll(drawn, d => (int[][])[.. d.Select((counts, m) => Moved(counts, move, m + 1, into))]));
    }

    int[] Moved(int[] counts, PlacementMove move, int month, int into)
    {
        int[] moved = [.. counts];
        var due = move.DueBy(month);
        for (var s = 0; s < moved.Length; s++)
            if (fit.States[s].Form == move.From && Math.Min(due, moved[s]) is > 0 and var n)
                (moved[s], moved[into], due) = (moved[s] - n, moved[into] + n, due - n);
        return moved;
    }

    /// <summary>Children placed at the end of a month, 1 to <see cref="Months"/>.</summary>
    /// <param name="form">Null = all forms together.</param>
    public Expected At(int month, PlacementForm? form = null) => Over(d => Count(d, month, s => form is null || s.Form == form));

    public Expected AtStep(int month, int step) => Over(d => Count(d, month, s => s.Step == step));

    /// <summary>Full-year placements of a calendar year: the child-days there were, and each month ahead the mean of its two ends times its
    /// days.</summary>
    /// <param name="daysSoFar">Of the form in the year, to <see cref="From"/>.</param>
    public Expected FullYears(int year, long daysSoFar, PlacementForm? form) => Over(d => YearsOf(d, year, daysSoFar, form));

    double YearsOf(int[][] draw, int year, long daysSoFar, PlacementForm? form)
    {
        double days = daysSoFar;
        for (var m = 1; m <= Months; m++)
            if (EndOf(m) is var end && end.Year == year)
                days += (Count(draw, m - 1, Of) + Count(draw, m, Of)) / 2.0 * end.Day;
        return days / Books.DaysIn(year);
        bool Of(PlacedAt s) => form is null || s.Form == form;
    }

    /// <summary>What is worked out of a calendar year's full-year placements by form, draw by draw.</summary>
    /// <param name="daysSoFar">By form, of the year, to <see cref="From"/>.</param>
    public Expected OfYear(
        int year,
        IReadOnlyDictionary<PlacementForm, long> daysSoFar,
        Func<IReadOnlyDictionary<PlacementForm, double>, double> value
    ) => Over(d => value(Books.Forms.ToDictionary(f => f, f => YearsOf(d, year, daysSoFar[f], f))));

    int Count(int[][] of, int month, Func<PlacedAt, bool> which)
    {
        var sum = 0;
        for (var s = 0; s < fit.States.Count; s++)
            if (which(fit.States[s]))
                sum += month == 0 ? fit.Now[s] : of[month - 1][s];
        return sum;
    }

    Expected Over(Func<int[][], double> value)
    {
        var values = Array.ConvertAll(drawn, d => value(d));
        Array.Sort(values);
        return new(values.Average(), values[(int)(values.Length * .025)], values[(int)(values.Length * .975)]);
    }
}
