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
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>Figures on few children, for those who may not see the children behind them (<c>measures.md</c>, Small groups).</summary>
public static class SmallNumbers
{
    public const int Fewest = 5;

    /// <summary>
    /// Which of some counts that add up must be hidden: those from 1 to 4, and as many of the next smallest as it takes so that no subtraction
    /// gives one away.
    /// </summary>
    public static bool[] Hide(IReadOnlyList<int> parts) => Hide(parts, new bool[parts.Count]);

    /// <param name="already">Hidden for another reason.</param>
    public static bool[] Hide(IReadOnlyList<int> parts, bool[] already)
    {
        var hide = parts.Select((p, i) => already[i] || p is > 0 and < Fewest).ToArray();
        if (!hide.Contains(true))
            return hide;
        foreach (var next in Enumerable.Range(0, parts.Count).Where(i => !hide[i] && parts[i] > 0).OrderBy(i => parts[i]).ToList())
        {
            if (Together(parts, hide))
                break;
            hide[next] = true;
        }
        return hide;
    }

    /// <summary>
    /// True if what is hidden stays so for a reader who knows its sum, and of each part whether it is 1 to 4 or at least 5: there are at least two,
    /// on 5 children or more, and more than one way to share the sum between them.
    /// </summary>
    public static bool Together(IReadOnlyList<int> parts, bool[] hidden)
    {
        int count = 0,
            sum = 0,
            least = 0,
            most = 0;
        for (var i = 0; i < parts.Count; i++)
        {
            if (!hidden[i])
                continue;
            count++;
            sum += parts[i];
            least += parts[i] < Fewest ? 1 : Fewest;
            most += parts[i] < Fewest ? Fewest - 1 : 1_000_000;
        }
        return count == 0 || (count > 1 && sum >= Fewest && least < sum && sum < most);
    }

    public static string Show(int count, bool hidden) => hidden ? (count < Fewest ? "<5" : "skjult") : Kernel.Danish.Number(count);
}
