namespace Spor.Interventions;

/// <summary>
/// The end of a measure is its last day. Where a child's next placement begins within a day of the end of one, and it is the same day at
/// more than every third such move, the source most likely writes the day of leaving.
/// </summary>
public sealed class LastDays
{
    const int Fewest = 3;

    /// <summary>Moves that begin on the day the one before ends.</summary>
    public int Same { get; private set; }

    /// <summary>Moves within a day.</summary>
    public int All { get; private set; }
    public bool AreDaysOfLeaving => All >= Fewest && Same * 3 > All;

    /// <summary>One child's placements, by the day they begin.</summary>
    /// <returns>Those that end on the day the next begins.</returns>
    public IReadOnlyList<InterventionFact> See(IEnumerable<InterventionFact> placements)
    {
        List<InterventionFact> told = [];
        InterventionFact? before = null;
        foreach (var m in placements)
        {
            if (before?.To is { } end && m.From > before.From && (m.From == end || m.From == end.AddDays(1)))
            {
                All++;
                if (m.From == end)
                {
                    Same++;
                    told.Add(before);
                }
            }
            before = m;
        }
        return told;
    }
}
