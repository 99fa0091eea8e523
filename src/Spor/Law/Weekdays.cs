using Spor.Kernel;

namespace Spor.Law;

/// <summary>Whether Saturday is a weekday in a period.</summary>
/// <param name="Mark">S = stated in a source; anything else is unverified, and shown so to administrators.</param>
public sealed record WeekdayRule(DateOnly From, DateOnly To, bool Saturday, string Source, string Mark);

/// <summary>
/// Weekdays (<em>hverdage</em>) as <c>measures.md</c> section 1 counts them: Monday to Saturday but for the public holidays. That Saturday
/// counts is a dated parameter (<c>Law/weekdays.json</c>). Without Saturdays, as access to files counts, they are <see
/// cref="DanishCalendar.IsWorkingDay"/>.
/// </summary>
public static class Weekdays
{
    public static IReadOnlyList<WeekdayRule> All { get; } = Load();

    public static bool Is(DateOnly day)
    {
        if (day.DayOfWeek != DayOfWeek.Saturday)
            return DanishCalendar.IsWorkingDay(day);
        foreach (var rule in All)
            if (rule.From <= day && day <= rule.To)
                return rule.Saturday && !DanishCalendar.IsHoliday(day);
        return false;
    }

    /// <summary>The n-th weekday after a day; the day itself is not counted.</summary>
    public static DateOnly After(DateOnly day, int count)
    {
        while (count > 0)
        {
            day = day.AddDays(1);
            if (Is(day))
                count--;
        }
        return day;
    }

    static IReadOnlyList<WeekdayRule> Load() =>
        LawTable.Read(
            "Spor.Law.weekdays",
            e => new WeekdayRule(
                LawTable.From(e),
                LawTable.To(e),
                e.GetProperty("saturday").GetBoolean(),
                e.GetProperty("source").GetString()!,
                e.GetProperty("mark").GetString()!
            )
        );
}
