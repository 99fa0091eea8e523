using System.Globalization;
using Spor.Facts;
using Spor.Kernel;

namespace Spor.Exchange.Import;

/// <summary>The row being read: its place, what is wrong with it, and how its cells become values. One is reused for all rows of a
/// table.</summary>
public sealed class Row(
    ImportTable table,
    IReadOnlyDictionary<string, ImportTable> tables,
    IKnownKeys known,
    ProblemList problems,
    SourceHash hash
)
{
    readonly HashSet<string> notDelivered = [];

    public int Line { get; set; }
    public bool Bad { get; set; }
    public int Field { get; set; }

    /// <summary>Of a table in several files, which one and its name.</summary>
    public int FileNo { get; set; }
    public string? FileName { get; set; }
    public string Column { get; set; } = "";
    public SourceHash Hash => hash;

    /// <summary>The cell as it stands in a key: the same day is the same key, however it is written.</summary>
    public string KeyPart { get; set; } = "";

    /// <summary>The table shares its file with others, so that one thing may stand on many rows, all alike.</summary>
    public bool MayRepeat { get; init; }

    /// <summary>The mapping leaves something open, which has been told.</summary>
    public bool HasUndecided { get; init; }

    public void Error(string code, string? value, string expected)
    {
        Bad = true;
        Say(Severity.Error, code, value, expected);
    }

    public void Warn(string code, string? value, string expected) => Say(Severity.Warning, code, value, expected);

    /// <summary>A column as the one who made the file knows it: in the file's own word, with the format's beside it.</summary>
    public string Called(string column) => table.Called(column);

    void Say(Severity severity, string code, string? value, string expected) =>
        problems.Add(
            new(severity, FileName ?? table.File, Line, Column, value, code, expected) { Own = table.Own.GetValueOrDefault(Column) }
        );

    /// <summary>A check on several columns, named by the one to mend.</summary>
    public void ErrorAt(string column, string code, string? value, string expected)
    {
        Column = column;
        Error(code, value, expected);
    }

    public void WarnAt(string column, string code, string? value, string expected)
    {
        Column = column;
        Warn(code, value, expected);
    }

    static readonly string[] DayForms = ["yyyy-MM-dd", "dd-MM-yyyy"];
    static readonly string[] TimeForms =
    [
        "yyyy-MM-ddTHH:mm",
        "yyyy-MM-ddTHH:mm:ss",
        "yyyy-MM-dd HH:mm",
        "dd-MM-yyyy HH:mm",
        "dd-MM-yyyyTHH:mm",
    ];

    // Midnight is how a database writes a day without a time.
    static readonly string[] Midnights = ["T00:00", " 00:00", "T00:00:00", " 00:00:00"];

    static string WithoutMidnight(string text)
    {
        if (text.Length > 10)
            foreach (var midnight in Midnights)
                if (text.Length == 10 + midnight.Length && text.EndsWith(midnight, StringComparison.Ordinal))
                    return text[..10];
        return text;
    }

    public DateOnly? Day(string text)
    {
        text = WithoutMidnight(text);
        if (!TryDay(text, out var day))
        {
            Error("not-a-date", text, "en dato som 2026-01-31 eller 31-01-2026");
            return null;
        }
        if (day.Year is < 1900 or > 2199)
        {
            Error("date-out-of-range", text, "en dato mellem 1900 og 2199");
            return null;
        }
        hash.Add(Field, day.DayNumber);
        KeyPart = text[4] == '-' ? text : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return day;
    }

    /// <summary>A day in one of the format's forms, or null.</summary>
    internal static DateOnly? ReadDay(string text) => TryDay(WithoutMidnight(text), out var day) ? day : null;

    static bool TryDay(string text, out DateOnly day) =>
        QuickDay(text, out day) || DateOnly.TryParseExact(text, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>The day the extract describes, where it is known.</summary>
    public DateOnly? Latest { get; init; }

    /// <summary>A day on which something happened, so it cannot lie after the day the extract describes.</summary>
    public DateOnly? Past(string text) => NotAhead(Day(text), text);

    /// <summary>The day something was closed; null = still open.</summary>
    public DateOnly? PastEnd(string text) => NotAhead(End(text), text);

    /// <summary>A point of time at which something happened.</summary>
    public DateTime? PastTime(string text)
    {
        var time = Time(text);
        if (time is { } t)
            NotAhead(DateOnly.FromDateTime(t), text);
        return time;
    }

    DateOnly? NotAhead(DateOnly? day, string text)
    {
        if (day > Latest)
            Warn("day-ahead", text, $"en dag, der ikke ligger efter udtrækkets dag ({Latest:yyyy-MM-dd})");
        return day;
    }

    static readonly DateOnly NeverEnds = new(2100, 1, 1);
    bool saidNeverEnds;

    /// <summary>The last day of something; null = still running, which systems also write as a day that nobody lives to see.</summary>
    public DateOnly? End(string text)
    {
        if (!TryDay(WithoutMidnight(text), out var day) || day < NeverEnds)
            return Day(text);
        hash.Add(Field, day.DayNumber);
        if (!saidNeverEnds)
            Warn("end-never", text, "en tom slutdato, når det stadig er i gang. Slutdatoer fra 2100 og frem læses sådan i hele filen");
        saidNeverEnds = true;
        return null;
    }

    static bool QuickDay(ReadOnlySpan<char> t, out DateOnly day)
    {
        day = default;
        if (t.Length != 10 || t[4] != '-' || t[7] != '-')
            return false;
        int year = Two(t, 0) * 100 + Two(t, 2),
            month = Two(t, 5),
            date = Two(t, 8);
        if (year < 1 || month is < 1 or > 12 || date < 1 || date > DateTime.DaysInMonth(year, month))
            return false;
        day = new DateOnly(year, month, date);
        return true;
    }

    static int Two(ReadOnlySpan<char> t, int i) =>
        (t[i] - '0') is var a && (uint)a < 10 && (t[i + 1] - '0') is var b && (uint)b < 10 ? a * 10 + b : -10000;

    static bool QuickTime(string t, out DateTime time)
    {
        time = default;
        if (t.Length != 16 || t[10] != 'T' || t[13] != ':' || !QuickDay(t.AsSpan(0, 10), out var day))
            return false;
        int hour = Two(t, 11),
            minute = Two(t, 14);
        if (hour is < 0 or > 23 || minute is < 0 or > 59)
            return false;
        time = day.ToDateTime(new TimeOnly(hour, minute));
        return true;
    }

    public DateTime? Time(string text)
    {
        if (
            !QuickTime(text, out var time)
            && !DateTime.TryParseExact(text, TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out time)
        )
        {
            Error("not-a-time", text, "et tidspunkt som 2026-01-31T14:20");
            return null;
        }
        if (time.Year is < 1900 or > 2199)
        {
            Error("date-out-of-range", text, "et tidspunkt mellem 1900 og 2199");
            return null;
        }
        if (DanishCalendar.WasSkipped(time))
            Warn("time-skipped", text, "et tidspunkt, der findes. Uret blev stillet frem, så det læses som en time senere");
        hash.Add(Field, time.Ticks);
        return time;
    }

    public DateOnly? Month(string text)
    {
        // Excel makes a date of a month; its first day stands for it.
        var first = text.Length == 7 ? text + "-01" : WithoutMidnight(text);
        if (
            !DateOnly.TryParseExact(first, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            || month.Day != 1
            || month.Year is < 1900 or > 2199
        )
        {
            Error("not-a-month", text, "en måned som 2026-01");
            return null;
        }
        hash.Add(Field, month.DayNumber);
        KeyPart = month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        return month;
    }

    /// <summary>Kroner as øre.</summary>
    public long? Money(string text, bool negativeToo = false)
    {
        var mark = text.IndexOfAny([',', '.']);
        if (!Number(text, out var kroner))
            return null;
        var decimals = mark < 0 ? 0 : text.Length - mark - 1;
        if (decimals == 3 && text[mark] == '.' && text.AsSpan(0, mark).TrimStart('-') is { Length: >= 1 and <= 3 } whole && whole[0] != '0')
        {
            Error("thousands-separator", text, "et beløb uden tusindtalsprik: ellers er det tusind gange for lidt");
            return null;
        }
        if (decimals > 2)
        {
            Error("too-many-decimals", text, "et beløb med højst to decimaler");
            return null;
        }
        if (Math.Abs(kroner) >= 1_000_000_000_000)
        {
            Error("out-of-range", text, "et beløb under en billion kroner");
            return null;
        }
        if (kroner < 0 && !negativeToo)
        {
            Error("negative", text, "et beløb på 0 eller mere");
            return null;
        }
        var ore = (long)Math.Round(kroner * 100, MidpointRounding.AwayFromZero);
        hash.Add(Field, ore);
        return ore;
    }

    /// <summary>A decimal number as a whole number of 1/<paramref name="parts"/>.</summary>
    public long? Decimal(string text, int parts, decimal least, decimal most)
    {
        if (!Number(text, out var value))
            return null;
        if (value < least || value > most)
        {
            Error("out-of-range", text, $"et tal fra {least.ToString(Danish.Culture)} til {most.ToString(Danish.Culture)}");
            return null;
        }
        var whole = (long)Math.Round(value * parts, MidpointRounding.AwayFromZero);
        hash.Add(Field, whole);
        return whole;
    }

    public int? Whole(string text, int least, int most)
    {
        if (
            !int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            || value < least
            || value > most
        )
        {
            Error("out-of-range", text, $"et helt tal fra {least} til {most}");
            return null;
        }
        hash.Add(Field, value);
        return value;
    }

    bool Number(string text, out decimal value)
    {
        value = 0;
        var both = text.Contains(',', StringComparison.Ordinal) && text.Contains('.', StringComparison.Ordinal);
        if (
            !both
            && text.Length <= 18
            && decimal.TryParse(
                text.Replace(',', '.'),
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out value
            )
        )
            return true;
        Error("not-a-number", text, "et tal som 1234,50, uden tusindtalsprik");
        return false;
    }

    public bool? YesNo(string text)
    {
        bool? value =
            text.Equals("ja", StringComparison.OrdinalIgnoreCase) ? true
            : text.Equals("nej", StringComparison.OrdinalIgnoreCase) ? false
            : null;
        if (value is null)
            Error("not-yes-or-no", text, "ja eller nej");
        else
            hash.Add(Field, value.Value ? 1 : 2);
        return value;
    }

    public T? Code<T>(string text)
        where T : struct, Enum
    {
        if (Codes<T>.TryDanish(text, out var value))
        {
            hash.AddPlain(Field, Codes<T>.Name(value));
            return value;
        }
        if (HasUndecided && text == Mapping.Unsure)
        {
            Bad = true;
            return null;
        }
        var near = Near.Of(text, Codes<T>.AllDanish);
        Error(
            "unknown-code",
            text,
            (near is null ? "" : $"mente du »{near}«? ") + "Du kan skrive: " + string.Join(", ", Codes<T>.AllDanish)
        );
        return null;
    }

    bool saidTwice;

    public string Text(string text)
    {
        CheckEncoding(text);
        hash.Add(Field, text);
        return text;
    }

    void CheckEncoding(string text)
    {
        if (saidTwice || !EncodedTwice.Is(text))
            return;
        Warn(
            "encoded-twice",
            text,
            "bogstaver som æ, ø og å. Teksten er blevet kodet to gange på vej ud af kilden. Det siges én gang for hver fil"
        );
        saidTwice = true;
    }

    public string Plain(string text, int longest = 80)
    {
        CheckEncoding(text);
        if (text.Length > longest)
            Error("too-long", text[..longest] + "…", $"højst {longest} tegn");
        hash.AddPlain(Field, text);
        return text;
    }

    /// <summary>A key of another table. Above 0: that row of this extract, counted from 1. Below 0: minus the id of a thing already
    /// known.</summary>
    /// <param name="lineStays">A key that nobody knows is a warning, and the row is kept without it.</param>
    public long? Ref(string target, string text, bool required, bool lineStays = false)
    {
        hash.AddPlain(Field, text);
        var other = tables[target];
        if (other.Find(text) is { } at)
            return at + 1;
        if (known.IdOf(other.Kind, text) is { } id)
            return -id;
        if (!other.Delivered && !known.HasAny(other.Kind))
        {
            if (required)
                Error("file-not-delivered", text, $"at filen {other.File} er med, når {Column} er udfyldt");
            else if (notDelivered.Add(target))
                Warn("file-not-delivered", text, $"at filen {other.File} er med. {Column} læses som tom, indtil den er");
            return null;
        }
        var near = problems.MayLookNear ? Near.Of(text, other.Keys) : null;
        var expected = $"et {Column}, der findes i {other.File}" + (near is null ? "" : $". Mente du »{near}«?");
        if (lineStays)
            Warn("unknown-key", text, expected + ". Linjen tælles med, men hører ikke til nogen");
        else
            Error("unknown-key", text, expected);
        return null;
    }
}
