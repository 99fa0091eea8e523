using Spor.Facts;
using Spor.Kernel;

namespace Spor.Exchange.Research;

/// <summary>
/// How many children share what somebody outside may know of a child: the fewer, the easier it is to find one (k-anonymity). Said, and not
/// hidden: an extract without rare combinations would give other figures.
/// </summary>
public static class RareCombinations
{
    static readonly (string Danish, Func<ChildFile, IEnumerable<object?>> Of)[] Sets =
    [
        ("fødselsmåned og køn", c => [(c.Child.BornOn.Year, c.Child.BornOn.Month, c.Child.Gender)]),
        (
            "fødselsmåned, køn, distrikt og målgruppe",
            c => [(c.Child.BornOn.Year, c.Child.BornOn.Month, c.Child.Gender, c.Child.DistrictId, c.Child.TargetGroup)]
        ),
        ("fødselsår, køn og distrikt", c => [(c.Child.BornOn.Year, c.Child.Gender, c.Child.DistrictId)]),
        (
            "distrikt, underretter og underretningens måned",
            c => c.Notifications.Select(n => (object?)(c.Child.DistrictId, n.Notifier, n.ReceivedAt.Year, n.ReceivedAt.Month)).Distinct()
        ),
        ("fødselsår og indsats", c => c.Interventions.Select(i => (object?)(c.Child.BornOn.Year, i.Code)).Distinct()),
    ];

    /// <summary>For each set: how many children share theirs with fewer than <see cref="ResearchExtract.Rare"/>, themselves
    /// included.</summary>
    public static IReadOnlyList<(string Danish, int Children, int Smallest)> In(IReadOnlyList<ChildFile> children) =>
        [
            .. Sets.Select(set =>
            {
                var sharing = children
                    .SelectMany(c => set.Of(c).Select(key => (Key: key!, c.Id)))
                    .GroupBy(p => p.Key, p => p.Id)
                    .Select(g => g.Distinct().ToList())
                    .ToList();
                return (
                    set.Danish,
                    sharing.Where(ids => ids.Count < ResearchExtract.Rare).SelectMany(ids => ids).Distinct().Count(),
                    sharing.Select(ids => ids.Count).DefaultIfEmpty().Min()
                );
            }),
        ];

    /// <summary>As the extract says it.</summary>
    public static IEnumerable<string> Said(IReadOnlyList<ChildFile> children) =>
        In(children)
            .Select(s =>
                $"- {s.Danish}: {Danish.Number(s.Children)} af {Danish.Number(children.Count)} børn deler deres med færre end "
                + $"{ResearchExtract.Rare}. Den mindste gruppe har {Danish.Number(s.Smallest)}."
            )
            .Prepend("Så sjældne er sammensætningerne i dette udtræk (k-anonymitet):");
}
