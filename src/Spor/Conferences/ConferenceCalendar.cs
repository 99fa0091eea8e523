using System.Globalization;
using Spor.Kernel;

namespace Spor.Conferences;

/// <summary>A conference as a calendar file: what, when and where, and nothing about whom.</summary>
public static class ConferenceCalendar
{
    public const string ContentType = CalendarFile.ContentType;

    /// <param name="made">The instant it is made (UTC).</param>
    /// <returns>Null while no time is agreed.</returns>
    public static string? Of(NetworkConferenceFact c, DateTime made) =>
        c.PlannedAt is not { } at
            ? null
            : CalendarFile.Of(
                [
                    new(
                        $"raadslagning-{c.Id.ToString(CultureInfo.InvariantCulture)}@spor",
                        "Netværksrådslagning",
                        at,
                        c.EndsAt,
                        Place: c.Place,
                        Version: c.RecordedIn,
                        Cancelled: c.CancelledOn is not null
                    ),
                ],
                made
            );
}
