using System.Globalization;

namespace Spor.Children;

/// <summary>
/// A CPR number as people type it, and the birthday in it. The control digit (modulus 11) is not asked for: numbers without it have been
/// handed out since 2007. Invented people have the day of birth + 60.
/// </summary>
/// <param name="Digits">Ten characters. A replacement number, for a child who has no CPR number yet, may have letters among the last
/// four.</param>
public readonly record struct CprNumber(string Digits, DateOnly BornOn)
{
    /// <summary>Years back in which somebody in a child's case can have been born; invented numbers do not follow the rule about
    /// centuries.</summary>
    const int Oldest = 23;

    /// <summary>What is hashed with the key, so that a number is found whole: one way for import, form, correction and search.</summary>
    public string Hashed => HashedOf(Digits);

    /// <param name="digits">As <see cref="Cleaned"/> gives them.</param>
    public static string HashedOf(string digits) => "cpr " + digits;

    /// <summary>Null for what is no CPR number.</summary>
    public static CprNumber? Read(string? typed, DateOnly today)
    {
        var digits = Cleaned(typed);
        if (digits.Length != 10 || digits.AsSpan(0, 6).ContainsAnyExceptInRange('0', '9') || !digits.All(char.IsAsciiLetterOrDigit))
            return null;
        int day = Number(digits, 0),
            month = Number(digits, 2),
            year = Number(digits, 4);
        var invented = day > 60;
        if (invented)
            day -= 60;
        var full = char.IsAsciiDigit(digits[6]) && !invented ? Century(digits[6] - '0', year) + year : 2000 + year;
        // An invented number says only the two digits of the year.
        if (invented && full > today.Year + 1)
            full -= 100;
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(full, month))
            return null;
        return new(digits, new(full, month, day));
    }

    /// <summary>The ten characters without hyphen and spaces, letters as capitals.</summary>
    public static string Cleaned(string? typed) =>
        (typed ?? "").Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();

    /// <summary>Too old to be notified about as a child.</summary>
    public static bool TooOld(DateOnly bornOn, DateOnly today) => bornOn.AddYears(Oldest) <= today;

    static int Number(string digits, int at) => int.Parse(digits.AsSpan(at, 2), CultureInfo.InvariantCulture);

    // The seventh digit says the century (CPR-kontoret, "Personnummeret i CPR").
    static int Century(int seventh, int year) =>
        seventh switch
        {
            <= 3 => 1900,
            4 or 9 => year <= 36 ? 2000 : 1900,
            _ => year <= 57 ? 2000 : 1800,
        };
}
