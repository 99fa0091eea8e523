using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Spor.Kernel;

/// <summary>One appointment of a calendar file.</summary>
/// <param name="Uid">The same for the same appointment each time the file is made.</param>
/// <param name="Start">Local; of a whole day its midnight.</param>
/// <param name="WholeDay">It has a day and no time.</param>
/// <param name="Version">A later version of the same appointment takes the place of an earlier one.</param>
public sealed record CalendarEntry(
    string Uid,
    string Summary,
    DateTime Start,
    DateTime? End = null,
    bool WholeDay = false,
    string? Place = null,
    long Version = 0,
    bool Cancelled = false
);

/// <summary>
/// A calendar file (RFC 5545). The library would make up an id and a time where none is given, so all are: equal appointments at one
/// instant are equal bytes.
/// </summary>
public static class CalendarFile
{
    public const string ContentType = "text/calendar; charset=utf-8";

    /// <param name="made">The instant it is made (UTC).</param>
    public static string Of(IEnumerable<CalendarEntry> entries, DateTime made)
    {
        var calendar = new Calendar
        {
            ProductId = "-//Spor//DA",
            Scale = "GREGORIAN",
            Method = CalendarMethods.Publish,
        };
        foreach (var e in entries)
            calendar.Events.Add(
                new()
                {
                    Uid = e.Uid,
                    DtStamp = Instant(made),
                    // A number in a calendar file has 32 bits.
                    Sequence = (int)Math.Min(e.Version, int.MaxValue),
                    DtStart = e.WholeDay ? new CalDateTime(DateOnly.FromDateTime(e.Start)) : Instant(DanishCalendar.ToUtc(e.Start)),
                    DtEnd = e.End is { } end ? Instant(DanishCalendar.ToUtc(end)) : null,
                    Summary = e.Summary,
                    Location = e.Place?.ReplaceLineEndings("\n"),
                    Status = e.Cancelled ? EventStatus.Cancelled : null,
                }
            );
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    static CalDateTime Instant(DateTime utc) => new(DateTime.SpecifyKind(utc, DateTimeKind.Utc));
}
