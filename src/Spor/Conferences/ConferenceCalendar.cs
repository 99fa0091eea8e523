using System.Globalization;
using System.Text;
using Spor.Kernel;

namespace Spor.Conferences;

/// <summary>A conference as a calendar file (RFC 5545): what, when and where, and nothing about whom. It is one appointment, so it is written here rather than with a library.</summary>
public static class ConferenceCalendar
{
    public const string ContentType = "text/calendar; charset=utf-8";

    /// <summary>A line is at most this long, its line break not counted (octets).</summary>
    const int Longest = 75;

    /// <param name="made">The instant it is made (UTC).</param>
    /// <returns>Null while no time is agreed.</returns>
    public static string? Of(NetworkConferenceFact c, DateTime made)
    {
        if (c.PlannedAt is not { } at)
            return null;
        var lines = new List<string>
        {
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Spor//DA",
            "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH",
            "BEGIN:VEVENT",
            $"UID:raadslagning-{c.Id.ToString(CultureInfo.InvariantCulture)}@spor",
            "DTSTAMP:" + Instant(made),
            // A later version of the same appointment takes the place of an earlier one.
            "SEQUENCE:" + c.RecordedIn.ToString(CultureInfo.InvariantCulture),
            "DTSTART:" + Instant(DanishCalendar.ToUtc(at)),
        };
        if (c.EndsAt is { } end)
            lines.Add("DTEND:" + Instant(DanishCalendar.ToUtc(end)));
        lines.Add("SUMMARY:Netværksrådslagning");
        if (c.Place is { } place)
            lines.Add("LOCATION:" + Escaped(place));
        if (c.CancelledOn is not null)
            lines.Add("STATUS:CANCELLED");
        lines.AddRange(["END:VEVENT", "END:VCALENDAR"]);
        return string.Concat(lines.Select(l => Folded(l) + "\r\n"));
    }

    static string Instant(DateTime utc) => utc.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    static string Escaped(string text) =>
        text.ReplaceLineEndings("\n")
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace(";", "\\;", StringComparison.Ordinal)
            .Replace(",", "\\,", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>A long line goes on in the next after a space; never in the middle of a letter.</summary>
    static string Folded(string line)
    {
        var folded = new StringBuilder();
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > Longest)
            {
                folded.Append("\r\n ");
                octets = 1;
            }
            folded.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        return folded.ToString();
    }
}
