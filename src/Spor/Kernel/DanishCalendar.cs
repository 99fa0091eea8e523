#pragma warning disable RS0030 // The one place that may know the zone.
namespace Spor.Kernel;

/// <summary>
/// Working days (<em>arbejdsdage</em>) and clock hours as <c>measures.md</c> section 1 counts them. A working day is Monday to Friday
/// except the public holidays below. 5 June, 24 and 31 December are working days. Deadlines in <em>hverdage</em> count Saturdays too:
/// <see cref="Law.Weekdays"/>.
/// </summary>
public static class DanishCalendar
{
    // The zone of all wall-clock times in the world. Nobody else has it: ToUtc and Local are the one way there and back.
    static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Copenhagen");

    /// <summary>Great Prayer Day was a holiday for the last time in 2023 (lov 214 of 7 March 2023).</summary>
    public const int LastGreatPrayerDayYear = 2023;

    /// <summary>Easter Sunday of a year in the Gregorian calendar (Meeus/Jones/Butcher).</summary>
    public static DateOnly EasterSunday(int year)
    {
        int a = year % 19,
            b = year / 100,
            c = year % 100,
            d = b / 4,
            e = b % 4,
            f = (b + 8) / 25,
            g = (b - f + 1) / 3;
        int h = (19 * a + b - d - g + 15) % 30,
            i = c / 4,
            k = c % 4,
            l = (32 + 2 * e + 2 * i - h - k) % 7,
            m = (a + 11 * h + 22 * l) / 451;
        int month = (h + l - 7 * m + 114) / 31,
            day = (h + l - 7 * m + 114) % 31 + 1;
        return new DateOnly(year, month, day);
    }

    public static bool IsHoliday(DateOnly day)
    {
        if (day is { Month: 1, Day: 1 } or { Month: 12, Day: 25 } or { Month: 12, Day: 26 })
            return true;
        var sinceEaster = day.DayNumber - EasterSunday(day.Year).DayNumber;
        return sinceEaster is -3 or -2 or 1 or 39 or 50 || (sinceEaster == 26 && day.Year <= LastGreatPrayerDayYear);
    }

    /// <summary>A working day (<em>arbejdsdag</em>), as access to files counts: no Saturday is one.</summary>
    public static bool IsWorkingDay(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(day);

    /// <summary>Adds months; the last day of a shorter month where the day does not exist (<c>measures.md</c>, opening).</summary>
    public static DateOnly AddMonths(DateOnly day, int months) => day.AddMonths(months);

    /// <summary>A wall-clock time as an instant. Of a time that came twice the first counts; one that the clock change skipped counts as an
    /// hour later.</summary>
    public static DateTime ToUtc(DateTime local)
    {
        if (local.Month is not (3 or 10))
            return DateTime.SpecifyKind(local - Zone.GetUtcOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified)), DateTimeKind.Utc);
        var wall = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (Zone.IsInvalidTime(wall))
            wall = wall.AddHours(1);
        var offset = Zone.IsAmbiguousTime(wall) ? Zone.GetAmbiguousTimeOffsets(wall).Max() : Zone.GetUtcOffset(wall);
        return DateTime.SpecifyKind(wall - offset, DateTimeKind.Utc);
    }

    /// <summary>The instant at which a day begins in Denmark.</summary>
    public static DateTime StartOf(DateOnly day) => ToUtc(day.ToDateTime(default));

    /// <summary>An instant of the record as the clock on the wall said it.</summary>
    /// <param name="utc">Whatever its kind says.</param>
    public static DateTime Local(DateTime utc) =>
        DateTime.SpecifyKind(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone), DateTimeKind.Unspecified);

    /// <summary>The wall-clock time so many elapsed hours after another.</summary>
    public static DateTime HoursAfter(DateTime local, int hours)
    {
        // Only around the two clock changes do elapsed hours differ from the hands of the clock.
        if (local.Month is not (3 or 10))
            return local.AddHours(hours);
        return Local(ToUtc(local).AddHours(hours));
    }

    /// <summary>True for a wall-clock time that the change to summer time skipped.</summary>
    public static bool WasSkipped(DateTime local) =>
        local.Month == 3 && Zone.IsInvalidTime(DateTime.SpecifyKind(local, DateTimeKind.Unspecified));
}
