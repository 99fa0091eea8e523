using Spor.Facts;
using Spor.Workforce;

namespace Spor.Figures.Engine;

/// <summary>What a table of figures is divided by.</summary>
public enum Division
{
    /// <summary>A child may be of two teams.</summary>
    Team,
    District,
    TargetGroup,
    Age,
    Gender,
}

/// <summary>A cell of a division.</summary>
/// <param name="Id">The team, the district, or the number of the target group, age group or sex; null = of none.</param>
public sealed record DividedAnswer(long? Id, FigureAnswer Answer);

/// <summary>Children alike in everything that was counted.</summary>
/// <param name="Children">How many.</param>
/// <param name="Teams">Those they are of on the last day asked about; empty unless asked for.</param>
/// <param name="District">Null unless asked for.</param>
public sealed class ChildKind
{
    readonly Counted[] counted;

    internal ChildKind(Counted[] counted, IReadOnlyList<long> teams, long? district) =>
        (this.counted, Teams, District) = (counted, teams, district);

    public int Children { get; internal set; }
    public IReadOnlyList<long> Teams { get; }
    public long? District { get; }

    /// <summary>What each of them adds to a figure.</summary>
    public long Adds(Figure figure, int question = 0, int period = 0) =>
        (long)(figure.Reading.Whole(new(counted[question], period)).Value ?? 0);

    /// <param name="part">The place of the part.</param>
    public long AddsTo(Figure figure, int part, int question = 0, int period = 0) =>
        (long)(figure.Reading.Part(new(counted[question], period), part).Value ?? 0);
}

public sealed partial class FigureEngine
{
    /// <summary>Figures of each cell of a division of a group, in one pass over the children. Cells that nobody is in are left
    /// out.</summary>
    public IReadOnlyList<DividedAnswer> Divide(
        IReadOnlyList<Figure> figures,
        IReadOnlyList<FigurePeriod> periods,
        Division division,
        Group? group = null
    )
    {
        Check([periods]);
        var of = group ?? Group.None;
        var plan = Layout.PlanOf(figures);
        var days = new Days(periods);
        var cells = new Dictionary<long, Counting>();
        var team = of.TeamId is { } id ? Array.IndexOf(Layout.Teams, id) : -1;
        InBlocks(
            () => new Dictionary<long, Counting>(),
            (b, mine) =>
            {
                var block = blocks[b];
                for (var c = 0; c < block.Children.Length; c++)
                    foreach (var key in KeysOf(block, c, division))
                    {
                        if (!mine.TryGetValue(key, out var counting))
                            mine[key] = counting = new(Layout, plan, days);
                        counting.Add(
                            block,
                            c,
                            Narrowed(of, division, key),
                            division == Division.Team ? (int)key : team,
                            division == Division.Team ? team : -1
                        );
                    }
            },
            mine =>
            {
                foreach (var (key, counting) in mine)
                    if (cells.TryGetValue(key, out var whole))
                        whole.Add(counting);
                    else
                        cells[key] = counting;
            }
        );
        return
        [
            .. cells
                .OrderBy(c => c.Key)
                .Select(c => new DividedAnswer(
                    c.Key == Nothing ? null
                        : division == Division.Team ? Layout.Teams[c.Key]
                        : c.Key,
                    Say(c.Value, Said(of, division, c.Key))
                )),
        ];
    }

    const long Nothing = -1;

    IEnumerable<long> KeysOf(MarkBlock block, int child, Division division)
    {
        var who = block.Children[child];
        switch (division)
        {
            case Division.Team:
                return TeamsOf(block, child);
            case Division.District:
                return [who.DistrictId ?? Nothing];
            case Division.TargetGroup:
                return [(long)who.TargetGroup];
            case Division.Gender:
                return [who.Gender is { } gender ? (long)gender : Nothing];
            default:
                return Codes<AgeGroup>.All.Select(a => (long)a);
        }
    }

    List<long> TeamsOf(MarkBlock block, int child)
    {
        var lanes = new List<long>();
        for (var at = block.MarkStart[child]; at < block.MarkStart[child + 1] && block.Marks[at].Channel < Layout.Teams.Length; at++)
            if (!lanes.Contains(block.Marks[at].Channel))
                lanes.Add(block.Marks[at].Channel);
        return lanes;
    }

    Group Narrowed(Group group, Division division, long key) =>
        division switch
        {
            Division.Team => group with { TeamId = Layout.Teams[key] },
            Division.Age => group with { Age = (AgeGroup)key },
            // What does not change with the days was looked at already.
            _ => group,
        };

    /// <summary>The group as a reading sees it: of no figure that follows only a team.</summary>
    Group Said(Group group, Division division, long key) =>
        division switch
        {
            Division.District => group with { DistrictId = key },
            Division.TargetGroup => group with { TargetGroup = (Children.TargetGroup)key },
            Division.Gender => key == Nothing ? group : group with { Gender = (Children.Gender)key },
            _ => Narrowed(group, division, key),
        };

    /// <summary>The children of a group, those alike in every count of every question together: what a reader could tell apart.</summary>
    /// <param name="questions">Rows of periods.</param>
    /// <param name="byTeam">Children of other teams on the last day of the last period are of another kind.</param>
    public IReadOnlyList<ChildKind> Kinds(
        IReadOnlyList<Figure> figures,
        IReadOnlyList<IReadOnlyList<FigurePeriod>> questions,
        Group? group = null,
        bool byTeam = false,
        bool byDistrict = false
    )
    {
        Check(questions);
        var of = group ?? Group.None;
        var plan = Layout.PlanOf(figures);
        Days[] days = [.. questions.Select(q => new Days(q))];
        var team = of.TeamId is { } id ? Array.IndexOf(Layout.Teams, id) : -1;
        var last = questions[^1][^1].To.DayNumber;
        var kinds = new Dictionary<string, ChildKind>();
        InBlocks(
            () =>
                (
                    Counting: Array.ConvertAll(days, d => new Counting(Layout, plan, d)),
                    Kinds: new Dictionary<string, ChildKind>(),
                    Key: new List<char>()
                ),
            (b, mine) =>
            {
                var known = mine.Kinds.GetAlternateLookup<ReadOnlySpan<char>>();
                var block = blocks[b];
                for (var c = 0; c < block.Children.Length; c++)
                {
                    var any = false;
                    foreach (var counting in mine.Counting)
                        any |= counting.Add(block, c, of, team);
                    if (!any)
                        continue;
                    mine.Key.Clear();
                    foreach (var counting in mine.Counting)
                        counting.Describe(mine.Key);
                    List<long> teams = byTeam ? TeamsOn(block, c, last) : [];
                    var district = byDistrict ? block.Children[c].DistrictId : null;
                    foreach (var t in teams)
                        mine.Key.Add((char)t);
                    if (byDistrict)
                        Write(mine.Key, district ?? Nothing);
                    var key = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(mine.Key);
                    if (!known.TryGetValue(key, out var kind))
                        known[key] = kind = new(
                            Array.ConvertAll(mine.Counting, x => new Counted(this, plan, x.Days, of, (long[])x.Cells.Clone())),
                            [.. teams.Select(t => Layout.Teams[t])],
                            district
                        );
                    kind.Children++;
                    foreach (var counting in mine.Counting)
                        counting.Clear();
                }
            },
            mine =>
            {
                foreach (var (key, kind) in mine.Kinds)
                    if (kinds.TryGetValue(key, out var whole))
                        whole.Children += kind.Children;
                    else
                        kinds[key] = kind;
            }
        );
        // In an order of its own, whichever thread came first.
        return [.. kinds.OrderBy(k => k.Key, StringComparer.Ordinal).Select(k => k.Value)];
    }

    /// <summary>Some children of a group, each alone: one kind for each, with its teams and its district.</summary>
    public IEnumerable<(long Id, ChildKind Child)> OneByOne(
        IReadOnlyList<Figure> figures,
        IReadOnlyList<IReadOnlyList<FigurePeriod>> questions,
        IEnumerable<long> childIds,
        Group? group = null
    )
    {
        Check(questions);
        var of = group ?? Group.None;
        var plan = Layout.PlanOf(figures);
        var countings = questions.Select(q => new Counting(Layout, plan, new Days(q))).ToArray();
        var team = of.TeamId is { } id ? Array.IndexOf(Layout.Teams, id) : -1;
        var last = questions[^1][^1].To.DayNumber;
        var key = new List<char>();
        foreach (var child in childIds)
        {
            if (PlaceOf(child) is not (>= 0 and var at))
                continue;
            var block = blocks[at / BlockSize];
            var any = false;
            foreach (var counting in countings)
                any |= counting.Add(block, at % BlockSize, of, team);
            if (!any)
                continue;
            // From differences to counts; what is written down is not asked for here.
            foreach (var counting in countings)
                counting.Describe(key);
            key.Clear();
            yield return (
                child,
                new(
                    Array.ConvertAll(countings, x => new Counted(this, plan, x.Days, of, (long[])x.Cells.Clone())),
                    [.. TeamsOn(block, at % BlockSize, last).Select(t => Layout.Teams[t])],
                    block.Children[at % BlockSize].DistrictId
                )
                {
                    Children = 1,
                }
            );
            foreach (var counting in countings)
                counting.Clear();
        }
    }

    List<long> TeamsOn(MarkBlock block, int child, int day)
    {
        var lanes = new List<long>();
        for (var at = block.MarkStart[child]; at < block.MarkStart[child + 1] && block.Marks[at].Channel < Layout.Teams.Length; at++)
            if (block.Marks[at].From <= day && day <= block.Marks[at].To)
                lanes.Add(block.Marks[at].Channel);
        lanes.Sort();
        return lanes;
    }

    static void Write(List<char> key, long value)
    {
        for (var shift = 0; shift < 64; shift += 16)
            key.Add((char)(value >> shift));
    }
}
