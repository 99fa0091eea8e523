using Spor.Kernel;
using Spor.Law;

namespace Spor.Tests;

public class CalendarTests
{
    [Theory]
    [InlineData(2000, "2000-04-23")]
    [InlineData(2019, "2019-04-21")]
    [InlineData(2024, "2024-03-31")]
    [InlineData(2025, "2025-04-20")]
    [InlineData(2026, "2026-04-05")]
    [InlineData(2038, "2038-04-25")]
    public void Easter_falls_on_the_day_the_almanac_says(int year, string day) =>
        Assert.Equal(Script.Day(day), DanishCalendar.EasterSunday(year));

    [Theory]
    [InlineData("2026-01-01", false)] // new year
    [InlineData("2026-01-02", true)]
    [InlineData("2026-04-02", false)] // Maundy Thursday
    [InlineData("2026-04-03", false)] // Good Friday
    [InlineData("2026-04-06", false)] // Easter Monday
    [InlineData("2026-05-14", false)] // Ascension Day
    [InlineData("2026-05-15", true)]
    [InlineData("2026-05-25", false)] // Whit Monday
    [InlineData("2026-06-05", true)] // Constitution Day
    [InlineData("2026-12-24", true)]
    [InlineData("2026-12-25", false)]
    [InlineData("2025-12-26", false)]
    [InlineData("2026-12-31", true)]
    [InlineData("2022-05-13", false)] // Great Prayer Day
    [InlineData("2023-05-05", false)] // and for the last time
    [InlineData("2024-04-26", true)]
    [InlineData("2026-10-31", false)] // a Saturday
    [InlineData("2026-11-01", false)]
    public void Working_days_are_those_of_the_calendar(string day, bool works) =>
        Assert.Equal(works, DanishCalendar.IsWorkingDay(Script.Day(day)));

    [Theory]
    [InlineData("2026-10-01", "2026-10-08")] // Saturday counts
    [InlineData("2026-10-03", "2026-10-10")] // from a Saturday to a Saturday
    [InlineData("2026-03-30", "2026-04-09")] // over Easter, whose Saturday is a weekday
    [InlineData("2023-05-01", "2023-05-09")] // over Great Prayer Day
    [InlineData("2024-04-22", "2024-04-29")] // which is no more
    [InlineData("2025-12-22", "2025-12-31")] // over Christmas
    [InlineData("2026-12-18", "2026-12-28")] // 26 December 2026 is a Saturday and a holiday
    public void The_sixth_weekday_does_not_count_the_day_itself(string from, string due) =>
        Assert.Equal(Script.Day(due), Weekdays.After(Script.Day(from), 6));

    [Fact]
    public void Weekdays_are_the_working_days_and_the_saturdays_that_are_no_holiday()
    {
        for (var day = new DateOnly(2020, 1, 1); day.Year < 2030; day = day.AddDays(1))
            Assert.Equal(
                DanishCalendar.IsWorkingDay(day) || (day.DayOfWeek == DayOfWeek.Saturday && !DanishCalendar.IsHoliday(day)),
                Weekdays.Is(day)
            );
        Assert.Contains(Weekdays.All, r => r.Saturday && r.Mark == "I");
    }

    [Theory]
    [InlineData("2026-03-27T10:00", "2026-03-28T10:00")]
    [InlineData("2026-03-28T10:00", "2026-03-29T11:00")] // the day has 23 hours
    [InlineData("2026-03-28T02:30", "2026-03-29T03:30")] // would be a time that was skipped
    [InlineData("2026-03-29T02:30", "2026-03-30T03:30")] // skipped itself: counts as 03:30
    [InlineData("2026-10-24T10:00", "2026-10-25T09:00")] // the day has 25 hours
    [InlineData("2026-10-25T02:30", "2026-10-26T01:30")] // came twice: the first
    [InlineData("2026-10-24T02:30", "2026-10-25T02:30")]
    [InlineData("2024-03-30T12:00", "2024-03-31T13:00")] // the last day of the month
    [InlineData("2026-02-28T23:30", "2026-03-01T23:30")]
    public void Twenty_four_hours_are_elapsed_hours(string from, string due) =>
        Assert.Equal(DateTime.Parse(due, null), DanishCalendar.HoursAfter(DateTime.Parse(from, null), 24));

    [Theory]
    [InlineData("2024-01-31", 1, "2024-02-29")]
    [InlineData("2023-10-31", 4, "2024-02-29")]
    [InlineData("2024-11-30", 3, "2025-02-28")]
    [InlineData("2024-02-29", 12, "2025-02-28")]
    public void A_month_that_lacks_the_day_gives_its_last(string from, int months, string to) =>
        Assert.Equal(Script.Day(to), DanishCalendar.AddMonths(Script.Day(from), months));
}
