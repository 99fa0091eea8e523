using Spor.Insight;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Leading.Management;

/// <summary>
/// Which figures of one period must be hidden from those who may not see the children behind them (<c>measures.md</c>, Small groups): what rests on fewer
/// than five children, and as many others as it takes so that no sum or difference on the page gives one of those away.
/// </summary>
public sealed class FigureDisclosure
{
    readonly HashSet<(string Code, string? Part)> hidden = [];
    readonly Dictionary<(string Code, string? Part), KeyFigure> figures;

    public bool Hides(FigureDefinition of, string? part) => hidden.Contains((of.Code, part));

    /// <param name="sameDayNow">For figures as known at an earlier entry: the same as known now, which other pages show. What corrections moved a figure by tells of
    /// the few who were corrected.</param>
    public FigureDisclosure(IReadOnlyList<KeyFigure> all, IReadOnlyList<KeyFigure>? sameDayNow = null)
    {
        figures = all.ToDictionary(f => (f.Of.Code, f.Part));
        foreach (var f in all)
            if (f.Of.AboutChildren && f.Rests is > 0 and < SmallNumbers.Fewest)
                hidden.Add((f.Of.Code, f.Part));
        if (sameDayNow is not null)
        {
            var known = sameDayNow.ToDictionary(f => (f.Of.Code, f.Part));
            foreach (var f in all)
                if (
                    f.Of.AboutChildren
                    && f.Value != known.GetValueOrDefault((f.Of.Code, f.Part))?.Value
                    && (
                        f.Of.Unit != FigureUnit.Count
                        || Math.Abs((known.GetValueOrDefault((f.Of.Code, f.Part))?.Value ?? 0) - (f.Value ?? 0)) < SmallNumbers.Fewest
                    )
                )
                    hidden.Add((f.Of.Code, f.Part));
        }

        var groups = all.Where(f => f.Of is { Unit: FigureUnit.Count or FigureUnit.Ore } && f.Of.Parts != FigurePart.None)
            .GroupBy(f => f.Of)
            .Select(g =>
                (Total: (g.Key.Code, (string?)null), Parts: g.Where(f => f.Part is not null).Select(f => (f.Of.Code, f.Part)).ToArray())
            )
            .ToList();
        groups.Add((Key(KeyFigures.OverdueByTeam), [Key(KeyFigures.OverdueLaw), Key(KeyFigures.OverdueModel)]));
        int before;
        do
        {
            before = hidden.Count;
            foreach (var (total, keys) in groups)
                Company(total, keys);
            Derived();
        } while (hidden.Count > before);
    }

    static (string, string?) Key(FigureDefinition of, string? part = null) => (of.Code, part);

    /// <summary>What is hidden of parts that add up gets company; where all of them are not company enough, the total is hidden too.</summary>
    void Company((string, string?) total, (string, string?)[] keys)
    {
        // What a sum rests on, not its size, says whether it is small: kroner of two children are as secret as the two.
        int[] parts = [.. keys.Select(k => figures[k] is var f && f.Of.Unit == FigureUnit.Ore ? f.Rests : (int)(f.Value ?? 0))];
        bool[] already = [.. keys.Select(hidden.Contains)];
        if (hidden.Contains(total) && !already.Contains(true))
            already = [.. parts.Select(p => p > 0)];
        var hide = SmallNumbers.Hide(parts, already);
        for (var i = 0; i < keys.Length; i++)
            if (hide[i])
                hidden.Add(keys[i]);
        if (!SmallNumbers.Together(parts, hide))
            hidden.Add(total);
    }

    /// <summary>Shares that a reader who knows the whole could turn back into a small number.</summary>
    void Derived()
    {
        if (hidden.Contains(Key(KeyFigures.Placed, "pleje")) || hidden.Contains(Key(KeyFigures.Placed, "institution")))
            hidden.Add(Key(KeyFigures.FamilyShare));
        HideIfFew(KeyFigures.NotPlacedYearAfter, KeyFigures.NotPlacedYearAfter);
        HideIfFew(KeyFigures.RepeatShare, KeyFigures.Notifications);
    }

    void HideIfFew(FigureDefinition share, FigureDefinition whole)
    {
        if (!figures.TryGetValue(Key(share), out var f) || f.Value is not { } percent)
            return;
        var all = share == whole ? f.Rests : figures[Key(whole)].Value ?? 0;
        double some = percent * all / 100,
            others = all - some;
        if (some is > 0.5 and < SmallNumbers.Fewest - 0.5 || others is > 0.5 and < SmallNumbers.Fewest - 0.5)
            hidden.Add(Key(share));
    }

    /// <summary>
    /// Months of a count, some hidden already: the months inside a period whose sum is shown get company too.
    /// </summary>
    public static bool[] InMonths(
        IReadOnlyList<FigurePeriod> months,
        IReadOnlyList<KeyFigure?> figures,
        bool[] already,
        params ReadOnlySpan<FigurePeriod> shown
    )
    {
        var hide = (bool[])already.Clone();
        if (figures.All(f => f?.Of is not { Unit: FigureUnit.Count, Time: FigureTime.Period }))
            return hide;
        foreach (var period in shown)
        {
            int[] inside =
            [
                .. Enumerable
                    .Range(0, months.Count)
                    .Where(i => period.From <= months[i].From && months[i].To <= period.To && figures[i] is not null),
            ];
            var company = SmallNumbers.Hide([.. inside.Select(i => (int)(figures[i]!.Value ?? 0))], [.. inside.Select(i => hide[i])]);
            for (var i = 0; i < inside.Length; i++)
                hide[inside[i]] |= company[i];
        }
        return hide;
    }
}
