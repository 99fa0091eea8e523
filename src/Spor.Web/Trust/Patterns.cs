using Spor.Facts;
using Spor.Kernel;
using Spor.Storage;

namespace Spor.Web.Trust;

/// <summary>Looks of one person on one day that a rule points at. It is for a person to judge; nothing is counted together and nobody has a
/// score.</summary>
/// <param name="Looks">The oldest first.</param>
/// <param name="Usual">Of <see cref="PatternRule.Many"/>: the person's other days, the middle one.</param>
public sealed record Pattern(
    PatternRule Rule,
    string Author,
    DateOnly On,
    IReadOnlyList<Look> Looks,
    IReadOnlyList<long> Children,
    int Usual = 0
)
{
    public DateTime First => DanishCalendar.Local(Looks[0].At);
    public DateTime Last => DanishCalendar.Local(Looks[^1].At);
}

/// <summary>The rules, as plain calls.</summary>
public static class Patterns
{
    /// <summary>So many children in a day are nothing to explain.</summary>
    public const int ManyFrom = 15;

    /// <summary>So many refusals in a day are a slip.</summary>
    public const int RefusedFrom = 3;
    const int NightFrom = 22,
        NightTo = 6;

    /// <param name="looks">Of a period, in any order.</param>
    /// <param name="child">A child as it is known now; null if it is not.</param>
    /// <param name="surname">A person's; null if nobody knows it.</param>
    /// <returns>The newest first, not the worst.</returns>
    public static IReadOnlyList<Pattern> In(IEnumerable<Look> looks, Func<long, ChildFile?> child, Func<string, string?> surname)
    {
        var found = new List<Pattern>();
        foreach (var of in looks.GroupBy(l => l.Author))
        {
            var days = of.GroupBy(l => DateOnly.FromDateTime(DanishCalendar.Local(l.At)))
                .ToDictionary(g => g.Key, g => g.OrderBy(l => l.No).ToList());
            var opened = days.ToDictionary(d => d.Key, d => d.Value.Where(IsPage).ToList());
            foreach (var (day, all) in days)
            {
                void Add(PatternRule rule, IEnumerable<Look> some, int usual = 0)
                {
                    List<Look> list = [.. some];
                    if (list.Count > 0)
                        found.Add(new(rule, of.Key, day, list, [.. list.SelectMany(l => l.Told.Children).Distinct()], usual));
                }
                var pages = opened[day];
                List<Look> others = [.. pages.Where(l => !IsOwn(l))];
                var usual = Middle(opened.Where(d => d.Key != day).Select(d => Count(d.Value.Where(l => !IsOwn(l)))));
                if (Count(others) >= ManyFrom && Count(others) > 2 * usual)
                    Add(PatternRule.Many, others, usual);
                if (surname(of.Key) is { Length: > 0 } name)
                    Add(PatternRule.OwnName, pages.Where(l => l.Told.Children.Any(c => SameName(child(c), name))));
                Add(PatternRule.Night, pages.Where(l => DanishCalendar.Local(l.At).Hour is >= NightFrom or < NightTo));
                Add(PatternRule.Protected, others.Where(l => l.Told.Children.Any(c => child(c)?.Child.Protected == true)));
                Add(PatternRule.NoReason, pages.Where(l => WhyOf(l) == Access.WhyShown.Other));
                List<Look> refused = [.. all.Where(l => LookKinds.IsRefusal(l.Kind))];
                if (refused.Count >= RefusedFrom)
                    Add(PatternRule.Refused, refused);
            }
        }
        return [.. found.OrderByDescending(p => p.Looks[^1].No).ThenBy(p => p.Rule)];
    }

    /// <summary>A page about one child was opened: not a list it stood in, nor a try that was refused.</summary>
    static bool IsPage(Look look) =>
        look.Told.Children.Count == 1 && !LookKinds.IsRefusal(look.Kind) && look.Kind is not ("search" or "list");

    static bool IsOwn(Look look) =>
        WhyOf(look) is Access.WhyShown.Own or Access.WhyShown.Covered or Access.WhyShown.Coordinator or Access.WhyShown.Partner;

    static char? WhyOf(Look look) => look.Told.Children.Count == 0 ? null : look.Told.WhyOf(look.Told.Children.First());

    static int Count(IEnumerable<Look> pages) => pages.SelectMany(l => l.Told.Children).Distinct().Count();

    static int Middle(IEnumerable<int> days)
    {
        int[] sorted = [.. days.Order()];
        return sorted.Length == 0 ? 0 : sorted[sorted.Length / 2];
    }

    static bool SameName(ChildFile? child, string surname) =>
        child?.Child.LastName is { } last
        && last.Split(' ', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() is { } own
        && string.Equals(own, surname, StringComparison.OrdinalIgnoreCase);
}
