using System.Globalization;
using Spor.Facts;
using Spor.Kernel;

namespace Spor.Import;

/// <summary>The row being read: its place, what is wrong with it, and how its cells become values. One is reused for all rows of a table.</summary>
public sealed class Row(ImportTable table, IReadOnlyDictionary<string, ImportTable> tables, IKnownKeys known, ProblemList problems, SourceHash hash)
{
    readonly HashSet<string> notDelivered = [];

    public int Line { get; set; }
    public bool Bad { get; set; }
    public int Field { get; set; }
    public string Column { get; set; } = "";
    public SourceHash Hash => hash;

    public void Error(string code, string? value, string expected)
    {
        Bad = true;
        problems.Add(new(Severity.Error, table.File, Line, Column, value, code, expected));
    }

    public void Warn(string code, string? value, string expected) =>
        problems.Add(new(Severity.Warning, table.File, Line, Column, value, code, expected));

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
    static readonly string[] TimeForms = ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm", "dd-MM-yyyy HH:mm", "dd-MM-yyyyTHH:mm"];

    public DateOnly? Day(string text)
    {
        if (!QuickDay(text, out var day) && !DateOnly.TryParseExact(text, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
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
        return day;
    }

    static bool QuickDay(string t, out DateOnly day)
    {
        day = default;
        if (t.Length != 10 || t[4] != '-' || t[7] != '-') return false;
        int Two(int i) => (t[i] - '0') is var a && (uint)a < 10 && (t[i + 1] - '0') is var b && (uint)b < 10 ? a * 10 + b : -10000;
        int year = Two(0) * 100 + Two(2), month = Two(5), date = Two(8);
        if (year < 1 || month is < 1 or > 12 || date < 1 || date > DateTime.DaysInMonth(year, month)) return false;
        day = new DateOnly(year, month, date);
        return true;
    }

    public DateTime? Time(string text)
    {
        if (!DateTime.TryParseExact(text, TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
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
        if (!DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
        {
            Error("not-a-month", text, "en måned som 2026-01");
            return null;
        }
        hash.Add(Field, month.DayNumber);
        return month;
    }

    /// <summary>Kroner as øre.</summary>
    public long? Money(string text, bool negativeToo = false)
    {
        var mark = text.IndexOfAny([',', '.']);
        if (!Number(text, out var kroner)) return null;
        var decimals = mark < 0 ? 0 : text.Length - mark - 1;
        if (decimals == 3 && text[mark] == '.')
            Warn("thousands-separator", text, $"et beløb uden tusindtalsprik. Det læses som {Math.Round(kroner, 2, MidpointRounding.AwayFromZero).ToString("0.00", Danish.Culture)} kr.");
        else if (decimals > 2)
        {
            Error("too-many-decimals", text, "et beløb med højst to decimaler");
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
        if (!Number(text, out var value)) return null;
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
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) || value < least || value > most)
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
        if (!both && text.Length <= 18 && decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value))
            return true;
        Error("not-a-number", text, "et tal som 1234,50, uden tusindtalsprik");
        return false;
    }

    public bool? YesNo(string text)
    {
        bool? value = text.Equals("ja", StringComparison.OrdinalIgnoreCase) ? true : text.Equals("nej", StringComparison.OrdinalIgnoreCase) ? false : null;
        if (value is null) Error("not-yes-or-no", text, "ja eller nej");
        else hash.Add(Field, value.Value ? 1 : 2);
        return value;
    }

    public T? Code<T>(string text) where T : struct, Enum
    {
        if (Codes<T>.TryDanish(text, out var value))
        {
            hash.AddPlain(Field, Codes<T>.Name(value));
            return value;
        }
        var near = Near.Of(text, Codes<T>.AllDanish);
        Error("unknown-code", text, (near is null ? "" : $"mon »{near}«? ") + "Kendte koder: " + string.Join(", ", Codes<T>.AllDanish));
        return null;
    }

    public string Text(string text)
    {
        hash.Add(Field, text);
        return text;
    }

    public string Plain(string text, int longest = 80)
    {
        if (text.Length > longest) Error("too-long", text[..longest] + "…", $"højst {longest} tegn");
        hash.AddPlain(Field, text);
        return text;
    }

    /// <summary>A key of another table. Above 0: that row of this extract, counted from 1. Below 0: minus the id of a thing already known.</summary>
    public long? Ref(string target, string text, bool required)
    {
        hash.AddPlain(Field, text);
        var other = tables[target];
        if (other.Find(text) is { } at) return at + 1;
        if (known.IdOf(other.Kind, text) is { } id) return -id;
        if (!other.Delivered && !known.HasAny(other.Kind))
        {
            if (required) Error("file-not-delivered", text, $"at filen {other.File} er med, når {Column} er udfyldt");
            else if (notDelivered.Add(target)) Warn("file-not-delivered", text, $"at filen {other.File} er med. {Column} læses som tom, indtil den er");
            return null;
        }
        var near = problems.MayLookNear ? Near.Of(text, other.Keys) : null;
        Error("unknown-key", text, $"et {Column}, der findes i {other.File}" + (near is null ? "" : $". Mon »{near}«?"));
        return null;
    }
}

/// <summary>Problems as they are found. All are counted; the first hundred thousand are kept.</summary>
public sealed class ProblemList
{
    public const int Kept = 100_000;
    const int NearLimit = 200;
    readonly List<Problem> all = [];

    public IReadOnlyList<Problem> All => all;
    public int Errors { get; private set; }
    public int Warnings { get; private set; }
    /// <summary>Looking for the nearest key costs; a file full of unknown keys gets it for the first ones only.</summary>
    internal bool MayLookNear => Errors < NearLimit;

    public void Add(Problem problem)
    {
        if (problem.Severity == Severity.Error) Errors++; else Warnings++;
        if (all.Count < Kept) all.Add(problem);
    }
}

/// <summary>What a database already knows by the source's keys. <see cref="NothingKnown"/> for an extract read on its own.</summary>
public interface IKnownKeys
{
    long? IdOf(FactKind kind, string key);
    bool HasAny(FactKind kind);
    /// <summary>The child that a known thing belongs to.</summary>
    long ChildOf(FactKind kind, long id);
}

public sealed class NothingKnown : IKnownKeys
{
    public long? IdOf(FactKind kind, string key) => null;
    public bool HasAny(FactKind kind) => false;
    public long ChildOf(FactKind kind, long id) => 0;
}
