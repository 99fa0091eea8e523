using Spor.Conferences;
using Spor.Facts;
using Spor.Requirements;
using Spor.Web.Access;

namespace Spor.Web.Conferences.Desk;

/// <summary>Conferences whose coordinator gave them back, so that somebody else must be chosen before the meeting.</summary>
public static class NewNeeded
{
    public static IEnumerable<(ChildState Child, NetworkConferenceFact Conference, CoordinationFact Last)> In(Viewing viewing) =>
        viewing.Mine.SelectMany(c => Of(c.File).Select(n => (c, n.Conference, n.Last)));

    public static IEnumerable<(NetworkConferenceFact Conference, CoordinationFact Last)> Of(ChildFile file)
    {
        foreach (var conference in file.Conferences)
            if (
                conference.HeldOn is null
                && ConferencePath.IsOpen(conference)
                && ConferencePath.CoordinatorOf(conference.Id, file) is null
                && Array.FindLast(file.Coordinations, c => c.ConferenceId == conference.Id) is { } last
            )
                yield return (conference, last);
    }
}
