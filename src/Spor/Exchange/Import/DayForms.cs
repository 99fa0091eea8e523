using System.Globalization;
using Spor.Kernel;

namespace Spor.Exchange.Import;

/// <summary>The forms in which a source writes days and times (<c>datoer</c> in a mapping), read into the format's own.</summary>
public sealed class DayForms
{
    const int Remembered = 100_000;
    static readonly string[] Midnights = ["T00:00", " 00:00", "T00:00:00", " 00:00:00", "T00:00:00Z", "T00:00:00.000", "T00:00:00.000Z"];
    static readonly string[] Tokens = ["yyyy", "MM", "M", "dd", "d", "HH", "H", "mm", "ss", "fff", "T", "Z"];
    static readonly DateTime ExcelZero = new(1899, 12, 30);

    readonly IReadOnlyList<string> forms;
    readonly Dictionary<(string, Takes), string> known = [];
    readonly HashSet<string> ambiguous = [];

    DayForms(IReadOnlyList<string> forms) => this.forms = forms;

    /// <summary>The forms as the mapping writes them.</summary>
    public IReadOnlyList<string> Forms => forms;

    /// <exception cref="ExtractException">A form is none; the message says what forms may be.</exception>
    public static DayForms Of(IReadOnlyList<string> forms)
    {
        foreach (var form in forms)
            if (Fault(form) is { } fault)
                throw new ExtractException(fault);
        return new(forms);
    }

    static string? Fault(string form)
    {
        if (form.Equals("excel", StringComparison.OrdinalIgnoreCase))
            return null;
        if (form.Contains("yy", StringComparison.Ordinal) && !form.Contains("yyyy", StringComparison.Ordinal))
            return $"Datoformen »{form}« skal have år med fire cifre (yyyy). Med to cifre kan hundredåret ikke ses.";
        for (var at = 0; at < form.Length; )
        {
            if (form[at] is '-' or '/' or '.' or ':' or ' ')
            {
                at++;
                continue;
            }
            if (Array.Find(Tokens, t => form.AsSpan(at).StartsWith(t, StringComparison.Ordinal)) is not { } token)
                return $"Datoformen »{form}« kendes ikke. En form er som dd/MM/yyyy, d-M-yyyy, yyyyMMdd, yyyy-MM-ddTHH:mm:ssZ eller excel.";
            at += token.Length;
        }
        return form.Contains("yyyy", StringComparison.Ordinal) && form.Contains('M', StringComparison.Ordinal)
            ? null
            : $"Datoformen »{form}« skal have år (yyyy) og måned (MM).";
    }

    /// <summary>True if two of the forms read a text as two different days.</summary>
    public bool IsAmbiguous(string text) => ambiguous.Contains(text);

    /// <summary>The text in the format's own form; as it stands if no form fits, so that it is told as any other.</summary>
    public string Read(string text, Takes takes)
    {
        if (known.TryGetValue((text, takes), out var made))
            return made;
        made = Make(text, takes);
        if (known.Count < Remembered)
            known[(text, takes)] = made;
        return made;
    }

    string Make(string text, Takes takes)
    {
        DateTime? first = null;
        foreach (var form in forms)
        {
            if (Try(text, form, takes) is not { } time)
                continue;
            if (first is not null && first != time)
            {
                ambiguous.Add(text);
                return text;
            }
            first ??= time;
        }
        return first is not { } read
            ? text
            : read.ToString(
                takes switch
                {
                    Takes.Month => "yyyy-MM",
                    Takes.Time => "yyyy-MM-ddTHH:mm",
                    _ => "yyyy-MM-dd",
                },
                CultureInfo.InvariantCulture
            );
    }

    static DateTime? Try(string text, string form, Takes takes)
    {
        if (form.Equals("excel", StringComparison.OrdinalIgnoreCase))
            return
                decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var serial)
                && serial is >= 61 and < 110_000
                && (takes == Takes.Time || decimal.Truncate(serial) == serial)
                ? ExcelZero.AddMinutes((double)Math.Round(serial * 1440))
                : null;
        var hasTime = form.Contains('H', StringComparison.Ordinal);
        if (!hasTime)
            foreach (var midnight in Midnights)
                if (text.Length > midnight.Length && text.EndsWith(midnight, StringComparison.Ordinal))
                {
                    text = text[..^midnight.Length];
                    break;
                }
        if (!form.Contains('d', StringComparison.Ordinal) && takes != Takes.Month)
            return null;
        var pattern = form.Replace("T", "'T'", StringComparison.Ordinal).Replace("Z", "'Z'", StringComparison.Ordinal);
        pattern = pattern.Replace("/", "'/'", StringComparison.Ordinal).Replace(":", "':'", StringComparison.Ordinal);
        if (!DateTime.TryParseExact(text, pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return null;
        // A time in UTC is said as people here read the clock: 23:00Z of New Year's Eve is New Year's Day.
        if (hasTime && form.EndsWith('Z'))
            time = DanishCalendar.Local(DateTime.SpecifyKind(time, DateTimeKind.Utc));
        return takes == Takes.Time ? time : time.Date;
    }
}
