using Spor.Children;
using Spor.Exchange.Import;
using Spor.Facts;
using Spor.Verbs;

namespace Spor.Notifications;

/// <summary>What makes a child that is known already likely to be the one that is sought, the surest first.</summary>
public enum Likeness
{
    [Code("samme CPR-nummer")]
    SameCpr,

    /// <summary>The number was the child's, and has been changed since.</summary>
    [Code("et tidligere CPR-nummer")]
    FormerCpr,

    [Code("samme navn og fødselsdag")]
    SameNameAndBirthday,

    [Code("samme fødselsdag og et navn, der ligner")]
    SameBirthdayAndSimilarName,

    [Code("samme navn")]
    SameName,

    [Code("samme fødselsdag")]
    SameBirthday,

    [Code("søskende i samme familie")]
    Sibling,
}

/// <summary>Who is sought before a child is created.</summary>
/// <param name="CprHash">The keyed hash of a whole CPR number.</param>
public sealed record Sought(long? CprHash, string? Name, DateOnly? BornOn)
{
    /// <summary>The children who once had the number and have another now.</summary>
    public IReadOnlyCollection<long> Held { get; init; } = [];

    public bool Nothing => CprHash is null && string.IsNullOrWhiteSpace(Name) && BornOn is null;
}

/// <param name="Of">The child found; for <see cref="Likeness.Sibling"/> the one it is a sibling of is <paramref name="SiblingOf"/>.</param>
public sealed record Double(ChildFile Of, Likeness Why, long? SiblingOf = null)
{
    /// <summary>So likely that nobody should be created beside it unseen.</summary>
    public bool Strong =>
        Why is Likeness.SameCpr or Likeness.FormerCpr or Likeness.SameNameAndBirthday or Likeness.SameBirthdayAndSimilarName;
}

/// <summary>
/// Children that a notification may be about, looked for before a child is created. Somebody else's child is told of only when the likeness
/// is strong, and a protected one only by its whole number or its whole name and birthday: nobody learns by trying who stands in the
/// register.
/// </summary>
public static class Doubles
{
    /// <summary>At most so many weak likenesses are shown; more is no answer.</summary>
    public const int MostWeak = 20;

    /// <summary>Looked for in the register as whoever does the verb may see it.</summary>
    internal static IReadOnlyList<Double> Of(Sought sought, Now now) =>
        Of(
            now.Register.Children,
            sought.CprHash is { } number ? sought with { Held = now.Facts.OnceHad(number) } : sought,
            file => now.Author.MaySee(file.Id),
            family => now.Register.Children.Where(f => f.Child.FamilyId == family)
        );

    /// <param name="maySee">Whether the one who asks may see the child.</param>
    /// <param name="family">The other children of a family.</param>
    public static IReadOnlyList<Double> Of(
        IEnumerable<ChildFile> children,
        Sought sought,
        Func<ChildFile, bool> maySee,
        Func<long, IEnumerable<ChildFile>> family
    )
    {
        if (sought.Nothing)
            return [];
        var words = Words(sought.Name);
        var found = new List<Double>();
        foreach (var file in children)
        {
            if (Why(file.Child, sought, words) is not { } why)
                continue;
            if (file.Child.Protected && why is not (Likeness.SameCpr or Likeness.FormerCpr or Likeness.SameNameAndBirthday))
                continue;
            var match = new Double(file, why);
            if (match.Strong || maySee(file))
                found.Add(match);
        }
        var ordered = found
            .OrderBy(d => d.Why)
            .ThenBy(d => d.Of.Child.Protected)
            .ThenBy(d => d.Of.Child.Protected ? "" : d.Of.Child.Name, StringComparer.Create(Kernel.Danish.Culture, false))
            .ThenBy(d => d.Of.Id)
            .ToList();
        var strong = ordered.Where(d => d.Strong).ToList();
        // With the child itself found, others of its name or birthday only make noise.
        List<Double> shown =
        [
            .. strong,
            .. strong.Exists(d => d.Why is Likeness.SameCpr or Likeness.FormerCpr or Likeness.SameNameAndBirthday)
                ? []
                : ordered.Where(d => !d.Strong).Take(MostWeak),
        ];
        var ids = shown.Select(d => d.Of.Id).ToHashSet();
        foreach (var match in strong)
        {
            if (match.Of.Child.FamilyId is not { } number || !maySee(match.Of))
                continue;
            foreach (var other in family(number))
                if (maySee(other) && ids.Add(other.Id))
                    shown.Add(new(other, Likeness.Sibling, match.Of.Id));
        }
        return shown;
    }

    static Likeness? Why(ChildFact child, Sought sought, string[] words)
    {
        if (sought.CprHash is { } cpr && child.CprHash == cpr)
            return Likeness.SameCpr;
        if (sought.Held.Contains(child.Id))
            return Likeness.FormerCpr;
        var day = sought.BornOn is { } born && child.BornOn == born;
        if (words.Length == 0)
            return day ? Likeness.SameBirthday : null;
        if (!day && sought.BornOn is not null && sought.CprHash is not null)
            return null;
        if (!day && !child.Name.Contains(words[0], StringComparison.OrdinalIgnoreCase))
            return null;
        var own = Words(child.Name);
        var same = words.All(w => own.Contains(w)) || own.Length > 1 && own.All(w => words.Contains(w));
        if (day)
            return same ? Likeness.SameNameAndBirthday
                : words.Any(w => Array.Exists(own, o => Similar(w, o))) ? Likeness.SameBirthdayAndSimilarName
                : sought.CprHash is null ? Likeness.SameBirthday
                : null;
        return same && words.Length > 1 || words.Length == 1 && own.Contains(words[0]) ? Likeness.SameName : null;
    }

    static string[] Words(string? name) =>
        (name ?? "").ToLowerInvariant().Split([' ', '-', '.'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // Mathias and Matias, Sørensen and Soerensen.
    static bool Similar(string a, string b) => a == b || (a.Length > 2 && b.Length > 2 && Near.Of(Plain(a), [Plain(b)]) is not null);

    static string Plain(string name) =>
        name.Replace("aa", "å", StringComparison.Ordinal)
            .Replace("ae", "æ", StringComparison.Ordinal)
            .Replace("oe", "ø", StringComparison.Ordinal)
            .Replace("th", "t", StringComparison.Ordinal)
            .Replace("ph", "f", StringComparison.Ordinal);
}
