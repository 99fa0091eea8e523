using System.Globalization;
using System.Text;
using Spor.Children;
using Spor.Facts;
using Spor.Figures;
using Spor.Figures.Disclosure;
using Spor.Figures.Engine;
using Spor.Reports;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Workforce;

namespace Spor.Web.Leading.Management;

/// <summary>How long a period is, ended on the chosen day.</summary>
public enum Span
{
    [Code("maaned")]
    Month,

    [Code("kvartal")]
    Quarter,

    [Code("halvaar")]
    HalfYear,

    [Code("aar")]
    Year,

    [Code("to-aar")]
    TwoYears,

    [Code("aar-til-dato")]
    ToDate,
}

/// <summary>
/// What the address of a page with figures says. It names teams, districts and figures, never people. What cannot be understood is said on
/// the page and left out, so that an old link never ends in an error.
/// </summary>
/// <param name="CompareDay">Typed or chosen; null = a year before, or the baseline's day.</param>
/// <param name="Baseline">What is compared with is as known at its entry. The address carries its id alone.</param>
/// <param name="Pins">The figures of an own view: a code, or a code and a part with a colon between.</param>
public sealed record ManagementQuery(
    DateOnly To,
    Span Span,
    DateOnly? CompareDay,
    BaselineFact? Baseline,
    Group Filter,
    IReadOnlyList<string> Pins,
    DateOnly Today,
    IReadOnlyList<string> Messages
)
{
    /// <summary>Of what is published alone: its periods are those that everybody is told of.</summary>
    public PublicPeriods? Published { get; init; }

    /// <summary>The first day of a period of one's own; null = as long as <see cref="Span"/> says.</summary>
    public DateOnly? FromDay { get; init; }

    /// <summary>Held against the period that ends where this one begins.</summary>
    public bool PeriodBefore { get; init; }

    /// <summary>Held against other children in the same period; null = against another time.</summary>
    public Group? Other { get; init; }

    /// <summary>What the other children are called.</summary>
    public string OtherName { get; init; } = "";

    public const int MostPins = 40;

    /// <summary>The last day of what is compared with.</summary>
    public DateOnly Compare => Other is not null ? To : Baseline?.Day ?? CompareDay ?? (PeriodBefore ? Now.After : YearBefore(To));
    public FigurePeriod Now => FromDay is { } from ? FigurePeriod.Of(from, To) : Ended(To);
    public FigurePeriod Before => Other is not null ? Now : Ended(Compare);
    public FigureQuestion Question => new(Filter, To, Now, Before);

    /// <summary>The same day a year before; of a month's last day the month's last day.</summary>
    static DateOnly YearBefore(DateOnly day) => IsMonthEnd(day) ? day.AddDays(1).AddMonths(-12).AddDays(-1) : day.AddMonths(-12);

    static bool IsMonthEnd(DateOnly day) => day.AddDays(1).Day == 1;

    /// <summary>What the page asks when nothing is chosen.</summary>
    public static ManagementQuery Plain(DateOnly today) => new(today, Span.Year, null, null, Group.None, [], today, []);

    /// <summary>A period of the chosen length. Whole months if it ends with one; movements are counted from the day before it
    /// begins.</summary>
    public FigurePeriod Ended(DateOnly to)
    {
        if (Published is null && FromDay is { } own && !(own.Day == 1 && IsMonthEnd(To) && IsMonthEnd(to)))
            return new(to.AddDays(own.DayNumber - To.DayNumber - 1), to);
        var months = Months(to);
        if (Published is not null)
            return PublicPeriods.Run(to, months);
        var whole = IsMonthEnd(to) || Span == Span.ToDate;
        var from = whole ? new DateOnly(to.Year, to.Month, 1).AddMonths(1 - months) : to.AddMonths(-months).AddDays(1);
        return FigurePeriod.Of(from, to);
    }

    int Months(DateOnly to) =>
        FromDay is { } own
            ? (To.Year - own.Year) * 12 + To.Month - own.Month + 1
            : Span switch
            {
                Span.Month => 1,
                Span.Quarter => 3,
                Span.HalfYear => 6,
                Span.Year => 12,
                Span.TwoYears => 24,
                _ => to.Month,
            };

    /// <summary>
    /// What is published nearest to the question, with a word on each thing that was asked finer: month-ends as days, whole months as
    /// periods, one division at a time, and a baseline as its day. A period of one's own is told as the sum of what is published.
    /// </summary>
    public ManagementQuery Nearest(PublicPeriods periods)
    {
        var messages = new List<string>(Messages);
        var to = periods.NearestDay(To);
        if (to != To)
            messages.Add(Text.NearestDay(To, to));
        var first = FromDay is { } own ? new DateOnly(own.Year, own.Month, 1) : (DateOnly?)null;
        if (first > to)
            first = new(to.Year, to.Month, 1);
        var asked = first is { } f ? (to.Year - f.Year) * 12 + to.Month - f.Month + 1 : Months(to);
        var isOwn = first is not null || Span == Span.ToDate || periods.IsCalendar;
        var length = isOwn ? asked : periods.NearestLength(to, asked);
        var span = length switch
        {
            _ when isOwn => Span,
            1 => Span.Month,
            3 => Span.Quarter,
            6 => Span.HalfYear,
            12 => Span.Year,
            _ => Span.TwoYears,
        };
        var now = PublicPeriods.Run(to, length);
        if (FromDay is { } from && (from, To) != (now.From, to))
            messages.Add(Text.NearestMonths(FigurePeriod.Of(from, To), now));
        else if (length != asked)
            messages.Add(Text.NearestSpan(Text.SpanName(Span), span, to));
        if (isOwn && periods.LengthOf(now) is null)
            messages.Add(Text.SumOfPublished(periods.IsCalendar));
        var filter =
            Filter.TeamId is not null ? new Group(Filter.TeamId)
            : Filter.DistrictId is not null ? new Group(DistrictId: Filter.DistrictId)
            : Filter.TargetGroup is not null ? new Group(TargetGroup: Filter.TargetGroup)
            : Filter.Age is not null ? new Group(Age: Filter.Age)
            : new Group(Gender: Filter.Gender);
        if (filter != Filter with { Ages = null })
            messages.Add(Text.OneDivision);
        if (Filter.Ages is not null || Other?.Ages is not null)
            messages.Add(Text.OwnAgesNotPublished);
        if (Baseline is not null)
            messages.Add(Text.BaselineAsPublished);
        var wanted = PeriodBefore ? now.After : Compare;
        var compare = periods.NearestDay(wanted);
        while (compare > wanted.AddYears(-2) && (compare >= to || !IsTold(compare)))
            compare = periods.NearestDay(compare.AddDays(-1));
        if (Other is null && compare != wanted && (CompareDay is not null || Baseline is not null))
            messages.Add(Text.NearestDay(wanted, compare));
        return this with
        {
            To = to,
            Span = span,
            FromDay = first,
            Other = Other?.Ages is null ? Other : null,
            CompareDay = Other is not null || PeriodBefore || compare == YearBefore(to) ? null : compare,
            Baseline = null,
            Filter = filter,
            Messages = messages,
            Published = periods,
        };

        bool IsTold(DateOnly day) =>
            PublicPeriods.Run(day, length) is var run && (isOwn ? periods.MonthsIn(run) : periods.LengthOf(run)) is not null;
    }

    public static ManagementQuery Read(IQueryCollection query, Viewing viewing, IReadOnlyList<BaselineFact> kept)
    {
        var messages = new List<string>();
        T? Value<T>(string key, Func<string, T?> read, string expected)
            where T : struct
        {
            if (query[key].ToString().Trim() is not { Length: > 0 } text)
                return null;
            var value = read(text);
            if (value is null)
                messages.Add(Text.NotUnderstood(text, expected));
            return value;
        }
        var register = viewing.Register;
        var to =
            Value("til", t => Form.Day(t) is { } d && d <= viewing.Today ? d : (DateOnly?)null, Text.DayExpected(viewing.Today))
            ?? viewing.Today;
        var span =
            Value("periode", t => Codes<Span>.TryDanish(t, out var s) ? s : (Span?)null, Text.OneOf(Codes<Span>.AllDanish)) ?? Span.Year;
        var from = Value("fra", t => Form.Day(t) is { } d && d <= to ? d : (DateOnly?)null, Text.FromExpected(to));
        var compare = Value("sammenlign", t => Form.Day(t) is { } d && d < to ? d : (DateOnly?)null, Text.CompareExpected);
        BaselineFact? baseline = null;
        if (query["basislinje"].ToString().Trim() is { Length: > 0 } chosen)
        {
            baseline = Form.Number(chosen) is { } id ? kept.FirstOrDefault(b => b.Id == id) : null;
            if (baseline is null)
                messages.Add(Text.NotUnderstood(chosen, Text.BaselineExpected));
            else if (baseline.Day > to)
            {
                messages.Add(Text.BaselineAfter(baseline, to));
                baseline = null;
            }
            else if (compare is not null)
            {
                messages.Add(Text.BaselineNotDay(baseline, compare.Value));
                compare = null;
            }
        }
        var ages = AgeSpan.Read(query["alder"].ToString().Trim(), viewing.Newest.Register.Bounds, to);
        var filter = new Group(
            Value("team", t => Form.Number(t) is { } id && register.Teams.Any(x => x.TeamId == id) ? id : (long?)null, Text.TeamExpected),
            Value(
                "distrikt",
                t => Form.Number(t) is { } id && register.Districts.Any(x => x.DistrictId == id) ? id : (long?)null,
                Text.DistrictExpected
            ),
            Value(
                "maalgruppe",
                t => Codes<TargetGroup>.TryDanish(t, out var g) ? g : (TargetGroup?)null,
                Text.OneOf(Codes<TargetGroup>.AllDanish)
            ),
            ages is null
                ? Value("alder", t => Codes<AgeGroup>.TryDanish(t, out var g) ? g : (AgeGroup?)null, Text.OneOf(Codes<AgeGroup>.AllDanish))
                : null,
            Value("koen", t => Codes<Gender>.TryDanish(t, out var g) ? g : (Gender?)null, Text.OneOf(Codes<Gender>.AllDanish))
        )
        {
            Ages = ages,
        };
        var pins = new List<string>();
        foreach (var pin in query["tal"])
        {
            if (pin is null || pins.Contains(pin) || pins.Count == MostPins)
                continue;
            if (KeyFigures.Find(pin.Split(':')[0]) is null)
                messages.Add(Text.NotUnderstood(pin, Text.FigureExpected));
            else
                pins.Add(pin);
        }
        var against = Against.Read(query["mod"].ToString().Trim(), viewing);
        if (against is { IsWrong: true })
            messages.Add(Text.NotUnderstood(against.Code, Text.AgainstExpected));
        else if (against is not null && (compare is not null || baseline is not null))
        {
            messages.Add(Text.AgainstNotDay(against));
            against = null;
        }
        else if (against?.Other == filter)
        {
            messages.Add(Text.AgainstItself(against!));
            against = null;
        }
        return new(to, span, compare, baseline, filter, pins, viewing.Today, messages)
        {
            FromDay = from,
            PeriodBefore = against is { PeriodBefore: true },
            Other = against?.Other,
            OtherName = against?.Name ?? "",
        };
    }

    /// <summary>The whole question, for a link; a day is left out where it is today, so that a saved view follows the time.</summary>
    public string ToQuery(bool withPins = true)
    {
        var text = new StringBuilder();
        foreach (var (key, value) in Pairs(withPins))
            text.Append(text.Length == 0 ? '?' : '&').Append(key).Append('=').Append(Uri.EscapeDataString(value));
        return text.ToString();
    }

    public IEnumerable<(string Key, string Value)> Pairs(bool withPins)
    {
        static string N(long n) => n.ToString(CultureInfo.InvariantCulture);
        if (withPins)
            foreach (var pin in Pins)
                yield return ("tal", pin);
        if (To != Today)
            yield return ("til", Form.Iso(To));
        if (FromDay is { } from)
            yield return ("fra", Form.Iso(from));
        else if (Span != Span.Year)
            yield return ("periode", Span.Danish());
        if (Baseline is { } baseline)
            yield return ("basislinje", N(baseline.Id));
        else if (CompareDay is { } compare)
            yield return ("sammenlign", Form.Iso(compare));
        if (Against.CodeOf(this) is { } against)
            yield return ("mod", against);
        if (Filter.TeamId is { } team)
            yield return ("team", N(team));
        if (Filter.DistrictId is { } district)
            yield return ("distrikt", N(district));
        if (Filter.TargetGroup is { } group)
            yield return ("maalgruppe", group.Danish());
        if (Filter.Age is { } age)
            yield return ("alder", age.Danish());
        else if (Filter.Ages is { } ages)
            yield return ("alder", ages.Code);
        if (Filter.Gender is { } gender)
            yield return ("koen", gender.Danish());
    }
}
