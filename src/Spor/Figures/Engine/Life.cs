using Spor.Facts;
using Spor.Interventions;
using Spor.Workforce;

namespace Spor.Figures.Engine;

/// <summary>Something that several tracks read of a child's life, worked out once for each child.</summary>
public sealed class Shared<T>(Func<Life, T> make)
    where T : notnull
{
    internal T Make(Life life) => make(life);
}

/// <summary>One child, as the tracks see it: everything known, seen from the last day that may be asked about.</summary>
public sealed class Life
{
    readonly Dictionary<object, object> shared = [];
    readonly Dictionary<long, int> teams;

    internal Life(Register register, DateOnly until, IReadOnlyList<long> teamIds)
    {
        (Register, Until) = (register, until);
        teams = teamIds.Select((t, i) => (t, i)).ToDictionary(p => p.t, p => p.i);
    }

    public Register Register { get; }
    public Catalogue Catalogue => Register.Catalogue;

    /// <summary>The last day that may be asked about: facts dated later are not looked at.</summary>
    public DateOnly Until { get; }
    public ChildFile File { get; private set; } = null!;

    internal void Turn(ChildFile file)
    {
        File = file;
        shared.Clear();
    }

    public T Get<T>(Shared<T> of)
        where T : notnull
    {
        if (shared.TryGetValue(of, out var known))
            return (T)known;
        var made = of.Make(this);
        shared[of] = made;
        return made;
    }

    readonly Dictionary<long, List<(int From, int To, int Team)>> districts = [];

    /// <summary>Which team serves a district from when to when, over all days, by its lane.</summary>
    internal List<(int From, int To, int Team)> DistrictTeams(long district)
    {
        if (districts.TryGetValue(district, out var known))
            return known;
        var turns = new SortedSet<int> { 0 };
        foreach (var d in Register.Districts)
        {
            if (d.DistrictId != district)
                continue;
            turns.Add(d.From.DayNumber);
            if (d.To is { } to && to < DateOnly.MaxValue)
                turns.Add(to.DayNumber + 1);
        }
        var list = new List<(int From, int To, int Team)>();
        int[] at = [.. turns];
        for (var i = 0; i < at.Length; i++)
            if (Register.Staff.TeamOfDistrict(district, DateOnly.FromDayNumber(at[i])) is { } team)
                list.Add((at[i], i + 1 < at.Length ? at[i + 1] - 1 : DateOnly.MaxValue.DayNumber, TeamLane(team)));
        return districts[district] = list;
    }

    /// <summary>The lane of a team in <see cref="Lanes.Teams"/>; −1 for one that is not there.</summary>
    public int TeamLane(long teamId) => teams.GetValueOrDefault(teamId, -1);
}

/// <summary>Spans of days as day numbers, both ends included.</summary>
public static class SpanSet
{
    /// <summary>Overlapping and adjoining spans become one; sorted.</summary>
    public static void Union(List<(int From, int To)> spans)
    {
        if (spans.Count < 2)
            return;
        spans.Sort();
        var kept = 0;
        for (var i = 1; i < spans.Count; i++)
            if (spans[i].From <= (long)spans[kept].To + 1)
                spans[kept] = (spans[kept].From, Math.Max(spans[kept].To, spans[i].To));
            else
                spans[++kept] = spans[i];
        spans.RemoveRange(kept + 1, spans.Count - kept - 1);
    }

    /// <summary>The days of [from, to] that no span has. The spans are sorted and apart.</summary>
    public static IEnumerable<(int From, int To)> Without(int from, int to, IReadOnlyList<(int From, int To)> spans)
    {
        foreach (var span in spans)
        {
            if (span.To < from)
                continue;
            if (span.From > to)
                break;
            if (span.From > from)
                yield return (from, span.From - 1);
            if (span.To == int.MaxValue)
                yield break;
            from = span.To + 1;
        }
        if (from <= to)
            yield return (from, to);
    }
}
