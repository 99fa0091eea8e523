using System.Text.RegularExpressions;
using Spor.Kernel;

namespace Spor.Children;

/// <summary>A telephone number as people write it, told from a slip: too few digits reach nobody.</summary>
public static partial class PhoneNumber
{
    /// <summary>One number, or several with a stroke or a comma between, each with a word after it if need be: 12345678
    /// (arbejde).</summary>
    /// <returns>As it is shown: 12 34 56 78. Null if it cannot be a number.</returns>
    public static string? Read(string typed)
    {
        var shown = new List<string>();
        foreach (var part in typed.Split(['/', ',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (One(part) is { } number)
                shown.Add(number);
            else
                return null;
        return shown.Count == 0 ? null : string.Join(" / ", shown);
    }

    static string? One(string part)
    {
        var match = Written().Match(part);
        if (!match.Success)
            return null;
        var digits = string.Concat(match.Groups["digits"].Value.Where(char.IsAsciiDigit));
        var abroad = match.Groups["abroad"].Success;
        if (digits.Length == 10 && digits.StartsWith("45", StringComparison.Ordinal))
            (digits, abroad) = (digits[2..], false);
        // Danish with its own country code, and too short or too long.
        else if (abroad && digits.StartsWith("45", StringComparison.Ordinal))
            return null;
        var note = match.Groups["note"].Value.Trim() is { Length: > 0 } words ? " " + words : "";
        return abroad
            ? digits.Length is >= 7 and <= 15
                ? "+" + digits + note
                : null
            : digits.Length == 8
                ? $"{digits[..2]} {digits[2..4]} {digits[4..6]} {digits[6..]}{note}"
                : null;
    }

    [GeneratedRegex(@"^(?<abroad>\+|00)?(?<digits>\d[\d .\-]*)(?<note>[(\p{L}][^\d]{0,40})?$")]
    private static partial Regex Written();

    /// <summary>Asks about a number that a form holds; one that stood there before is kept as it is.</summary>
    /// <returns>The number as it is kept.</returns>
    internal static string? Asked(string? typed, string? before, string field, List<Refusal> wrong)
    {
        if (typed is null || typed == before)
            return typed;
        if (Read(typed) is { } number)
            return number;
        wrong.Add(new("phone-not-readable", field));
        return typed;
    }

    /// <summary>The same of an address of e-mail.</summary>
    internal static string? AskedEmail(string? typed, string? before, string field, List<Refusal> wrong)
    {
        if (typed is not null && typed != before && !Mail().IsMatch(typed))
            wrong.Add(new("email-not-readable", field));
        return typed;
    }

    [GeneratedRegex(@"^[^\s@,;]+@[^\s@,;]+\.[^\s@,;.]{2,}$")]
    private static partial Regex Mail();
}
