using System.Globalization;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Spor.Kernel;

namespace Spor.Conferences;

/// <summary>
/// A conference as a calendar file (RFC 5545): what, when and where, and nothing about whom. The library would make up an id and a time
/// where none is given, so all are: equal conferences at one instant are equal bytes.
/// </summary>
public static class ConferenceCalendar
{
    public const string ContentType = "text/calendar; charset=utf-8";

    /// <param name="made">The instant it is made (UTC).</param>
    /// <returns>Null while no time is agreed.</returns>
    public static string? Of(NetworkConferenceFact c, DateTime made)
    {
        if (c.PlannedAt is not { } at)
            return null;
        var calendar = new Ical.Net.Calendar
        {
            ProductId = "-//Spor//DA",
            Scale = "GREGORIAN",
            Method = CalendarMethods.Publish,
        };
        calendar.Events.Add(
            new()
            {
                Uid = $"raadslagning-{c.Id.ToString(CultureInfo.InvariantCulture)}@spor",
                DtStamp = Instant(made),
                // A later version of the same appointment takes the place of an earlier one. A number in a calendar file has 32 bits.
                Sequence = (int)Math.Min(c.RecordedIn, int.MaxValue),
                DtStart = Instant(DanishCalendar.ToUtc(at)),
                DtEnd = c.EndsAt is { } end ? Instant(DanishCalendar.ToUtc(end)) : null,
                Summary = "Netværksrådslagning",
                Location = c.Place?.ReplaceLineEndings("\n"),
                Status = c.CancelledOn is null ? null : EventStatus.Cancelled,
            }
        );
        return new CalendarSerializer().SerializeToString(calendar);
    }

    static CalDateTime Instant(DateTime utc) => new(DateTime.SpecifyKind(utc, DateTimeKind.Utc));
}
