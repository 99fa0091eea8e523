using System.Collections.Concurrent;

namespace Spor.Figures.Engine;

/// <summary>Where the marks of which track lie: the same for all engines of the same figures and teams.</summary>
sealed class Layout
{
    readonly Dictionary<Track, int> at;
    readonly int[] lanes;
    readonly ConcurrentDictionary<IReadOnlyList<Figure>, Plan> plans = [];

    /// <summary>The first is <see cref="Membership.Track"/>.</summary>
    public Track[] Tracks { get; }

    /// <summary>Of each track, and one past the last.</summary>
    public int[] FirstChannel { get; }
    public long[] Teams { get; }
    public IReadOnlyList<Figure> Figures { get; }

    public Layout(IReadOnlyList<Figure> figures, Facts.Register register)
    {
        Figures = figures;
        Teams = TeamsOf(register);
        Tracks =
        [
            Membership.Track,
            .. figures.SelectMany(f => f.Reading.Needs).SelectMany(c => c.Tracks).Distinct().Where(t => t != Membership.Track),
        ];
        at = Tracks.Select((t, i) => (t, i)).ToDictionary(p => p.t, p => p.i);
        lanes = Array.ConvertAll(Tracks, t => t.Lanes == Engine.Lanes.Teams ? Teams.Length : t.Lanes.In(register).Count);
        FirstChannel = new int[Tracks.Length + 1];
        for (var t = 0; t < Tracks.Length; t++)
            FirstChannel[t + 1] = FirstChannel[t] + lanes[t] * Tracks[t].ChannelsALane;
    }

    public static long[] TeamsOf(Facts.Register register) => [.. register.Teams.Select(t => t.TeamId).Distinct()];

    public int IndexOf(Track track) => at[track];

    public int Lanes(Track track) => lanes[at[track]];

    public int Channels(Track track) => lanes[at[track]] * track.ChannelsALane;

    public Plan PlanOf(IReadOnlyList<Figure> figures) => plans.GetOrAdd(figures, f => new(this, f));
}

/// <summary>What must be counted for some figures, each thing once, and in which rows it stands. The first row is the children of the
/// group.</summary>
sealed class Plan
{
    readonly Dictionary<Count, int> firstRow = [];

    public IReadOnlyList<Figure> Figures { get; }
    public Count[] Counts { get; }
    public int Rows { get; } = 1;

    /// <summary>For each track whether any count reads it.</summary>
    public Plan(Layout layout, IReadOnlyList<Figure> figures)
    {
        Figures = figures;
        Counts = [.. figures.SelectMany(f => f.Reading.Needs).Distinct()];
        foreach (var count in Counts)
        {
            firstRow[count] = Rows;
            Rows += count.Rows(layout);
        }
    }

    public int FirstRow(Count count) => firstRow[count];
}

/// <summary>What a group is chosen by that does not change with the days.</summary>
readonly record struct Who(DateOnly BornOn, long? DistrictId, Children.TargetGroup TargetGroup, Children.Gender? Gender);

/// <summary>The marks of some neighbouring children, made together and made again together.</summary>
sealed record MarkBlock(Who[] Children, Mark[] Marks, int[] MarkStart, MonthSum[] Sums, int[] SumStart);
