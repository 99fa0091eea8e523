using System.Globalization;

namespace Spor.Web.Frame.Forms;

/// <summary>From what a person typed, in a form or a URL, to values: Danish days and numbers.</summary>
public static class Form
{
    static readonly string[] DayForms = ["yyyy-MM-dd", "dd-MM-yyyy", "d-M-yyyy", "dd.MM.yyyy", "d.M.yyyy", "d/M/yyyy"];

    /// <summary>31-01-2017 or 2017-01-31; null for nothing or nonsense.</summary>
    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is >= 1900 and <= 2199
            ? day
            : null;

    public static long? Number(string? text) =>
        long.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    public static int? Whole(string? text) =>
        int.TryParse(text?.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : null;

    /// <summary>A day as a URL and a date field carry it.</summary>
    public static string Invariant(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>Figures on few children, for those who may not see the children behind them (<c>measures.md</c>, Small groups).</summary>
public static class SmallNumbers
{
    public const int Fewest = Spor.Figures.Disclosure.Suppression.Fewest;

    /// <summary>What is hidden says no more than that: »&lt;5« would say that the others hidden beside it are not.</summary>
    public static string Show(int count, bool hidden) => hidden ? "skjult" : Kernel.Danish.Number(count);
}
