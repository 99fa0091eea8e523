namespace Spor.Voices;

/// <summary>What became of what a panel raised. A point that was withdrawn counts for nothing.</summary>
public sealed record PanelStanding(int Meetings, int Raised, int Done, int NotDone, int Told)
{
    public int Waiting => Raised - Done - NotDone;

    /// <summary>Answered, and the panel does not know yet.</summary>
    public int Untold => Done + NotDone - Told;

    public static PanelStanding Of(IReadOnlyCollection<PanelMeetingFact> meetings, IEnumerable<PanelPointFact> points)
    {
        var ids = meetings.Select(m => m.Id).ToHashSet();
        var counted = points.Where(p => ids.Contains(p.MeetingId) && p.State != PointState.Withdrawn).ToList();
        return new(
            meetings.Count,
            counted.Count,
            counted.Count(p => p.State == PointState.Done),
            counted.Count(p => p.State == PointState.NotDone),
            counted.Count(p => p.ToldOn is not null)
        );
    }
}
