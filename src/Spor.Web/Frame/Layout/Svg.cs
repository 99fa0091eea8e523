using System.Globalization;

namespace Spor.Web.Frame.Layout;

/// <summary>Numbers and texts for SVG attributes. Widths are estimates for IBM Plex Sans, a little on the wide side, so that text
/// fits.</summary>
static class Svg
{
    /// <summary>A number as SVG reads it, whatever the culture: at most one decimal.</summary>
    public static string N(double value)
    {
        var tenths = Math.Round(Math.Round(value, 1) * 10);
        // A picture has thousands of small numbers, and most of them again and again.
        return tenths is > -Known && tenths < Known ? Small[(int)tenths + Known] ??= Written(value) : Written(value);
    }

    const int Known = 20_000;
    static readonly string?[] Small = new string?[2 * Known];

    static string Written(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    public static double Width(string text, double size)
    {
        var em = 0.0;
        foreach (var c in text)
            em += c switch
            {
                'i' or 'j' or 'l' or 'I' or '.' or ',' or ':' or ';' or '\'' or '|' or ' ' or '!' => 0.29,
                'f' or 't' or 'r' or '(' or ')' or '-' or '/' => 0.38,
                'm' or 'w' or 'M' or 'W' or 'æ' or 'Æ' => 0.88,
                >= 'A' and <= 'Z' or 'Ø' or 'Å' or '–' or '…' or '+' or '−' => 0.66,
                _ => 0.575,
            };
        return em * size;
    }

    /// <summary>The text, or as much of it as the width holds, with an ellipsis. Cuts between words when that loses little.</summary>
    public static string Cut(string text, double width, double size)
    {
        if (Width(text, size) <= width)
            return text;
        var room = width - Width("…", size);
        var end = text.Length;
        while (end > 1 && Width(text[..end], size) > room)
            end--;
        var space = text.LastIndexOf(' ', Math.Min(end, text.Length - 1));
        if (space > 0 && end - space <= 4)
            end = space;
        return text[..end].TrimEnd(' ', ',', '-', '(') + "…";
    }

    /// <summary>The text in lines no wider than the width, broken between words.</summary>
    public static IReadOnlyList<string> Wrap(string text, double width, double size)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : line + " " + word;
            if (line.Length > 0 && Width(longer, size) > width)
            {
                lines.Add(line);
                line = word;
            }
            else
                line = longer;
        }
        if (line.Length > 0)
            lines.Add(line);
        return lines;
    }

    /// <summary>A round step for an axis from 0 that gives about the wanted number of marks: 1, 2, 2.5 or 5 times a power of ten.</summary>
    public static double AxisStep(double top, int marks, bool whole)
    {
        var raw = Math.Max(top, 1e-9) / Math.Max(1, marks);
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        var step = (raw / power) switch
        {
            <= 1 => power,
            <= 2 => 2 * power,
            <= 2.5 when !whole || power >= 10 => 2.5 * power,
            <= 5 => 5 * power,
            _ => 10 * power,
        };
        return whole ? Math.Max(1, Math.Round(step)) : step;
    }
}

/// <summary>A stretch of days laid out along a horizontal axis, with marks at months that suit its length.</summary>
sealed class TimeAxis
{
    public readonly record struct Mark(double X, string Label, bool YearStart);

    readonly double left,
        width;
    readonly int from,
        days;

    public DateOnly From { get; }
    public DateOnly To { get; }
    public double Left => left;
    public double Right => left + width;

    public TimeAxis(DateOnly from, DateOnly to, double left, double right)
    {
        if (to <= from)
            to = from.AddDays(1);
        From = from;
        To = to;
        this.from = from.DayNumber;
        days = to.DayNumber - this.from;
        this.left = left;
        width = right - left;
    }

    /// <summary>Where a day lies; days outside the axis lie at its ends.</summary>
    public double X(DateOnly day) => left + width * Math.Clamp((double)(day.DayNumber - from) / days, 0, 1);

    public bool Holds(DateOnly day) => From <= day && day <= To;

    /// <summary>Marks at the first of a month, no closer than <paramref name="least"/>.</summary>
    public IReadOnlyList<Mark> Marks(double least)
    {
        int[] choices = [1, 3, 6, 12, 24, 60, 120];
        var months = choices.FirstOrDefault(m => m * 30.44 / days * width >= least, 240);
        var marks = new List<Mark>();
        var day = new DateOnly(From.Year, 1, 1);
        if (months > 12)
            day = new DateOnly(From.Year / (months / 12) * (months / 12), 1, 1);
        for (; day <= To; day = day.AddMonths(months))
        {
            if (day < From)
                continue;
            var x = X(day);
            var label =
                months >= 12 ? PictureText.Year(day)
                : day.Month == 1 || marks.Count == 0 ? PictureText.MonthYear(day)
                : PictureText.Month(day);
            if (x + Svg.Width(label, 12) <= Right + 14)
                marks.Add(new(x, label, day.Month == 1));
            else
                marks.Add(new(x, "", day.Month == 1));
        }
        // "okt. 2023" just before "jan. 2024" can be wider than a quarter: the earlier one then says its month only.
        for (var i = 0; i + 1 < marks.Count; i++)
            if (marks[i + 1].Label.Length > 0 && marks[i].X + 4 + Svg.Width(marks[i].Label, 12) + 4 > marks[i + 1].X)
                marks[i] = marks[i] with { Label = marks[i].Label.Split(' ')[0] };
        return marks;
    }
}
