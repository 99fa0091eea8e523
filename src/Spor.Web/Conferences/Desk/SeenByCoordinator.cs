using System.Globalization;
using System.Text.Json;
using Spor.Conferences;
using Spor.Kernel;
using Spor.Storage;
using Spor.Web.Access;

namespace Spor.Web.Conferences.Desk;

/// <param name="First">Local time.</param>
/// <param name="Last">Local time.</param>
public sealed record SeenThing(string What, DateTime First, DateTime Last, int Times);

/// <summary>What a coordinator has seen of a conference. One place writes the look and reads it back, so that they agree on the
/// form.</summary>
public static class SeenByCoordinator
{
    /// <summary>The kind of look in the log.</summary>
    public const string Kind = "samordner";

    static string Filter(long conferenceId, string what) => $"raadslagning {conferenceId.ToString(CultureInfo.InvariantCulture)}: {what}";

    /// <summary>Writes a look: the child's id and the conference's, never a name.</summary>
    public static void Write(Showing log, string author, long childId, long conferenceId, string what) =>
        log.Looked(author, Kind, [childId], Filter(conferenceId, what));

    /// <summary>What the coordinator of a coordination has opened of its conference, each kind of page once.</summary>
    public static IReadOnlyList<SeenThing> Of(Showing log, CoordinationFact coordination)
    {
        var about = Filter(coordination.ConferenceId, "");
        return
        [
            .. log
                .Log.ReadOf(People.CoordinatorKey(coordination.CoordinatorId), Kind)
                .Select(l => (l.At, What: JsonDocument.Parse(l.Subject).RootElement.GetProperty("filter").GetString() ?? ""))
                .Where(l => l.What.StartsWith(about, StringComparison.Ordinal))
                .GroupBy(l => l.What[about.Length..])
                .Select(g => new SeenThing(
                    g.Key,
                    DanishCalendar.Local(g.Min(l => l.At)),
                    DanishCalendar.Local(g.Max(l => l.At)),
                    g.Count()
                ))
                .OrderBy(s => s.First),
        ];
    }
}
