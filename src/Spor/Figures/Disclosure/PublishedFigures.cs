using Spor.Figures.Engine;

namespace Spor.Figures.Disclosure;

/// <summary>Which figures of one period, or of a few side by side, must be hidden from those who may not see the children behind
/// them.</summary>
public sealed class PublishedFigures
{
    readonly DisclosurePlan plan = new();

    public bool Hides(Figure of, string? part) => plan.Hides(Key(of, part));

    static string Key(Figure of, string? part) => part is null ? of.Code : of.Code + ":" + part;

    /// <param name="all">Everything that is told of the period: wholes and parts.</param>
    /// <param name="sameDayNow">For figures as known at an earlier entry: the same as known now, which other pages show. What corrections
    /// moved a figure by tells of the few who were corrected.</param>
    public PublishedFigures(IReadOnlyList<KeyFigure> all, IReadOnlyList<KeyFigure>? sameDayNow = null)
    {
        var now = sameDayNow?.ToDictionary(f => Key(f.Of, f.Part));
        foreach (var f in all)
        {
            var key = Key(f.Of, f.Part);
            plan.Add(key, f.Of.Unit == FigureUnit.Ore ? f.Rests : (long)(f.Value ?? 0), f.Of.AboutChildren ? f.Rests : 0);
            if (f.Of.AboutChildren && (ShareOfFew(f) || (now is not null && MovedByFew(f, now.GetValueOrDefault(key)))))
                plan.Guard(key);
        }
        foreach (var parts in all.Where(f => f.Part is not null && IsSum(f.Of)).GroupBy(f => f.Of))
            if (plan.Has(Key(parts.Key, null)))
                plan.Sum(Key(parts.Key, null), parts.Select(f => Key(f.Of, f.Part)));
        foreach (var whole in all.Where(f => f.Part is null))
        {
            if (whole.Of.SumOf.Count > 0 && whole.Of.SumOf.All(s => plan.Has(Key(s, null))))
                plan.Sum(Key(whole.Of, null), whole.Of.SumOf.Select(s => Key(s, null)));
            var gives = whole.Of.GivesAway.Select(g => Key(g.Figure, g.Part)).Where(plan.Has).ToArray();
            if (gives.Length > 0)
                plan.Tie(Key(whole.Of, null), gives);
        }
        plan.Settle();
    }

    static bool IsSum(Figure of) => of.Unit is FigureUnit.Count or FigureUnit.Ore;

    static bool ShareOfFew(KeyFigure f)
    {
        if (!f.Of.TellsOfFew || f.Value is not { } percent)
            return false;
        var some = (int)Math.Round(percent * f.All / 100);
        return DisclosurePlan.IsSmall(some) || DisclosurePlan.IsSmall((int)f.All - some);
    }

    /// <summary>True if a figure was moved, and by what could be few children.</summary>
    public static bool MovedByFew(KeyFigure then, KeyFigure? now) =>
        then.Value != now?.Value
        && (then.Of.Unit != FigureUnit.Count || Math.Abs((now?.Value ?? 0) - (then.Value ?? 0)) < Suppression.Fewest);

    /// <summary>Months of a count, some hidden already: the months inside a period whose sum is shown get company too.</summary>
    public static bool[] InMonths(
        IReadOnlyList<FigurePeriod> months,
        IReadOnlyList<KeyFigure?> figures,
        bool[] already,
        params ReadOnlySpan<FigurePeriod> shown
    )
    {
        if (figures.All(f => f?.Of is not { Unit: FigureUnit.Count, Time: FigureTime.Period }))
            return already;
        var plan = new DisclosurePlan();
        for (var i = 0; i < months.Count; i++)
            if (figures[i] is { } f)
            {
                plan.Add(Month(i), (long)(f.Value ?? 0), f.Rests);
                if (already[i])
                    plan.Guard(Month(i));
            }
        foreach (var period in shown)
        {
            var inside = Enumerable
                .Range(0, months.Count)
                .Where(i => period.After <= months[i].After && months[i].To <= period.To && figures[i] is not null)
                .ToList();
            // The period's own row is decided apart, and large: it stands for a sum that the reader knows.
            var total = "sum " + period.To.DayNumber;
            plan.Add(total, inside.Sum(i => (long)(figures[i]!.Value ?? 0)), 0);
            plan.Sum(total, inside.Select(Month));
        }
        plan.Settle();
        return [.. months.Select((_, i) => already[i] || plan.Hides(Month(i)))];

        static string Month(int i) => "month " + i;
    }
}
