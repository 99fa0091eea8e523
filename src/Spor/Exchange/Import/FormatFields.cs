using Spor.Children;
using Spor.Facts;
using Spor.Kernel;

namespace Spor.Exchange.Import;

/// <summary>How the columns of the format become values, and what is asked of one row.</summary>
public static partial class Format
{
    // A parent's payment is a price below nothing; more often it is a slip.
    static long? Price(Row row, string text)
    {
        var ore = row.Money(text, negativeToo: true);
        if (ore < 0)
            row.Warn("negative-price", text, "en pris på 0 eller mere, eller at det er en betaling fra forældrene. Den trækkes fra");
        return ore;
    }

    static void Ordered(Row row, string column, DateOnly from, DateOnly? to, string after)
    {
        if (to < from)
            row.ErrorAt(
                column,
                "end-before-start",
                to.Value.ToString("yyyy-MM-dd", null),
                $"en dato, der ikke ligger før {row.Called(after)}: {from:yyyy-MM-dd}"
            );
    }

    static void Odd(Row row, string column, DateOnly from, DateOnly? to, string after)
    {
        if (to < from)
            row.WarnAt(
                column,
                "odd-order",
                to.Value.ToString("yyyy-MM-dd", null),
                $"en dato, der ikke ligger før {row.Called(after)}: {from:yyyy-MM-dd}"
            );
    }

    static void ReadCpr(Row row, string text, ChildFact child)
    {
        var digits = CprNumber.Cleaned(text);
        if (digits.Length == 9 && digits.All(char.IsAsciiDigit) && text.IndexOf('-', StringComparison.Ordinal) is (-1 or 5))
        {
            row.Warn("cpr-nine-digits", null, "ti cifre. Nummeret har ni og læses med et 0 foran, som regneark fjerner");
            digits = "0" + digits;
        }
        // A replacement number, for a child who has no CPR number yet, may have letters among the last four.
        if (digits.Length != 10 || digits.AsSpan(0, 6).ContainsAnyExceptInRange('0', '9') || !digits.All(char.IsAsciiLetterOrDigit))
        {
            row.Error("not-a-cpr", text, "ti cifre som 310117-1234");
            return;
        }
        child.Cpr = digits;
        child.CprHash = row.Hash.OfText(CprNumber.HashedOf(digits));
        row.Hash.Add(row.Field, child.CprHash.Value);
    }

    // Births are told up to ten months ahead: a child that is expected.
    static void CheckBirth(Row row, ChildFact child)
    {
        if (child.BornOn == default)
            return;
        if (row.Latest is { } latest && child.BornOn > latest.AddMonths(10))
            row.WarnAt(
                "Fødselsdato",
                "day-ahead",
                child.BornOn.ToString("yyyy-MM-dd", null),
                $"en fødselsdag højst ti måneder efter udtrækkets dag ({latest:yyyy-MM-dd})"
            );
        if (child.Cpr is not { Length: 10 } cpr || !int.TryParse(cpr.AsSpan(0, 6), out var number))
            return;
        // A number that is given for the time being has 60 added to the day.
        var day = number / 10_000 is > 60 and var later ? later - 60 : number / 10_000;
        if (day != child.BornOn.Day || number / 100 % 100 != child.BornOn.Month || number % 100 != child.BornOn.Year % 100)
            row.WarnAt("CPR", "cpr-other-birthday", null, $"et CPR-nummer, der begynder med fødselsdagen {child.BornOn:yyyy-MM-dd}");
    }

    /// <summary>A municipality's number, in three digits however it is written.</summary>
    static Field<T> MunicipalityNumber<T>(string heading, Action<T, string> set) =>
        new(
            heading,
            false,
            (r, t, f) =>
            {
                var digits = t.TrimStart('0');
                if (digits.Length != 3 || !digits.All(char.IsAsciiDigit))
                {
                    r.Error("not-a-municipality", t, "et kommunenummer med tre cifre som 420");
                    return;
                }
                r.Hash.AddPlain(r.Field, digits);
                set(f, digits);
            }
        );

    static Field<T> Key<T>(string heading, Action<T, string>? set = null) =>
        new(
            heading,
            true,
            (r, t, f) =>
            {
                var key = r.Plain(t);
                set?.Invoke(f, key);
            },
            InKey: true,
            Takes: Takes.Key
        );

    static Field<T> Child<T>()
        where T : ChildsFact => Ref<T>("BarnId", true, "boern", f => f.ChildId, (f, v) => f.ChildId = v ?? 0);

    static Field<T> Text<T>(string heading, bool required, Action<T, string> set) =>
        new(heading, required, (r, t, f) => set(f, r.Text(t)), Takes: Takes.Text);

    static Field<T> Plain<T>(string heading, bool required, Action<T, string> set) =>
        new(heading, required, (r, t, f) => set(f, r.Plain(t)), Takes: Takes.Plain);

    static Field<T> Day<T>(string heading, bool required, Action<T, DateOnly?> set) =>
        new(heading, required, (r, t, f) => set(f, r.Day(t)), Takes: Takes.Day);

    static Field<T> End<T>(string heading, Action<T, DateOnly?> set) =>
        new(heading, false, (r, t, f) => set(f, r.End(t)), Takes: Takes.End);

    static Field<T> Past<T>(string heading, bool required, Action<T, DateOnly?> set) =>
        new(heading, required, (r, t, f) => set(f, r.Past(t)), Takes: Takes.Day);

    static Field<T> PastEnd<T>(string heading, Action<T, DateOnly?> set) =>
        new(heading, false, (r, t, f) => set(f, r.PastEnd(t)), Takes: Takes.End);

    static Field<T> PastTime<T>(string heading, bool required, Action<T, DateTime?> set) =>
        new(heading, required, (r, t, f) => set(f, r.PastTime(t)), Takes: Takes.Time);

    static Field<T> YesNo<T>(string heading, bool required, Action<T, bool?> set) =>
        new(heading, required, (r, t, f) => set(f, r.YesNo(t)), Takes: Takes.YesNo, Codes: ["ja", "nej"]);

    static Field<T> Whole<T>(string heading, bool required, int least, int most, Action<T, int> set) =>
        new(
            heading,
            required,
            (r, t, f) =>
            {
                if (r.Whole(t, least, most) is { } v)
                    set(f, v);
            },
            Takes: Takes.Whole
        );

    static Field<T> Decimal<T>(string heading, bool required, int parts, decimal least, decimal most, Action<T, long?> set) =>
        new(heading, required, (r, t, f) => set(f, r.Decimal(t, parts, least, most)), Takes: Takes.Number);

    static Field<T> Code<T, TCode>(string heading, bool required, Action<T, TCode> set)
        where TCode : struct, Enum =>
        new(
            heading,
            required,
            (r, t, f) =>
            {
                if (r.Code<TCode>(t) is { } v)
                    set(f, v);
            },
            Takes: Takes.Code,
            Codes: Codes<TCode>.AllDanish
        );

    static Field<T> Ref<T>(string heading, bool required, string target, Func<T, long?> get, Action<T, long?> set) =>
        new(
            heading,
            required,
            (r, t, f) => set(f, r.Ref(target, t, required)),
            Target: target,
            GetRef: f => get(f) is { } v && v != 0 ? v : null,
            SetRef: set,
            Takes: Takes.Reference
        );
}
