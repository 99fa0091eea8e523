using Spor.Kernel;

namespace Spor.Conferences;

/// <summary>Whether two people written down in different places are likely the same.</summary>
public static class SamePerson
{
    /// <summary>The same names in the same order, whatever the spaces and capitals.</summary>
    public static bool ByName(string? one, string? other) =>
        one is not null && other is not null && Names(one).SequenceEqual(Names(other), StringComparer.Ordinal) && Names(one).Length > 0;

    /// <summary>Whether somebody called <paramref name="typed"/> may be the one on a list: every word of one name stands in the other. Kaj
    /// may be Kaj Holm.</summary>
    public static bool MayBe(string? typed, string? listed)
    {
        if (typed is null || listed is null)
            return false;
        var (a, b) = (Names(typed), Names(listed));
        return a.Length > 0 && b.Length > 0 && (a.All(b.Contains) || b.All(a.Contains));
    }

    /// <summary>The same eight last digits: <c>+45 20 30 40 50</c> is <c>20304050</c>.</summary>
    public static bool ByPhone(string? one, string? other) => Digits(one) is { } a && Digits(other) is { } b && a == b;

    /// <summary>The same for the same names, whatever the spaces and capitals.</summary>
    public static string Key(string name) => string.Join(' ', Names(name));

    static string[] Names(string name) =>
        name.ToUpper(Danish.Culture)
            .Split([' ', '-', '.', '\u00a0'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    static string? Digits(string? phone)
    {
        var digits = string.Concat((phone ?? "").Where(char.IsAsciiDigit));
        return digits.Length >= 8 ? digits[^8..] : null;
    }
}
