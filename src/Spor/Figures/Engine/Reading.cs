namespace Spor.Figures.Engine;

/// <summary>How a figure is read from what was counted: its whole, its parts and what each rests on.</summary>
public abstract class Reading
{
    public abstract FigureTime Time { get; }

    public virtual FigurePart Parts => FigurePart.None;

    internal abstract IEnumerable<Count> Needs { get; }

    internal abstract Answered Whole(Asked asked);

    /// <summary>The parts that are there in a period, in their order.</summary>
    internal virtual IEnumerable<FigurePartName> PartsIn(Asked asked) => [];

    internal virtual Answered Part(Asked asked, int at) => throw new InvalidOperationException("The figure has no parts.");
}

/// <summary>A reading in its own words, for what the others do not say.</summary>
public sealed class OwnReading(FigureTime time, Func<Asked, Answered> whole, params Reading[] from) : Reading
{
    public override FigureTime Time => time;

    /// <summary>What the parts are, which there are, and each.</summary>
    public (FigurePart Kind, Func<Asked, IEnumerable<FigurePartName>> Which, Func<Asked, int, Answered> Each)? Divided { get; init; }
    public override FigurePart Parts => Divided?.Kind ?? FigurePart.None;
    internal override IEnumerable<Count> Needs => from.SelectMany(f => f.Needs).Distinct();

    internal override Answered Whole(Asked asked) => whole(asked);

    internal override IEnumerable<FigurePartName> PartsIn(Asked asked) => Divided?.Which(asked) ?? [];

    internal override Answered Part(Asked asked, int at) => Divided!.Value.Each(asked, at);
}

/// <summary>How many marks, by lane; on the last day or in the period. It rests on the children who have them.</summary>
/// <param name="lanes">Null = all.</param>
/// <param name="ofChildren">Count the children instead.</param>
sealed class CountReading(Track track, Func<int, bool>? lanes, bool ofChildren) : Reading
{
    readonly AnyCount? any = track.Lanes == Lanes.One || (track.IsExclusive && lanes is null) ? null : new(track, lanes);

    public override FigureTime Time => track.Kind == MarkKind.Spans ? FigureTime.Day : FigureTime.Period;
    public override FigurePart Parts => track.Lanes.Kind;
    internal override IEnumerable<Count> Needs => any is null ? [track.ByLane] : [track.ByLane, any];

    internal override Answered Whole(Asked asked)
    {
        long marks = 0,
            children = 0;
        for (var lane = 0; lane < asked.LaneCount(track); lane++)
            if (lanes is null || lanes(lane))
                (marks, children) = (marks + asked.Marks(track, lane), children + asked.ChildrenIn(track, lane));
        if (any is not null)
            children = asked.Cell(any, 0);
        return new(ofChildren ? children : marks, (int)children);
    }

    internal override IEnumerable<FigurePartName> PartsIn(Asked asked) =>
        Parts == FigurePart.None ? []
        : lanes is null ? asked.Names(track.Lanes)
        : asked.Names(track.Lanes).Where(p => lanes(p.At));

    internal override Answered Part(Asked asked, int at) =>
        new(ofChildren ? asked.ChildrenIn(track, at) : asked.Marks(track, at), asked.ChildrenIn(track, at));
}

/// <summary>How many marks, by lane, where one lane is of what nobody has said: where nothing has been said of any, the other lanes are not
/// reported, which is not 0.</summary>
sealed class ToldReading(Track track, int unsaid) : Reading
{
    readonly Reading count = track.Counted();

    public override FigureTime Time => count.Time;
    public override FigurePart Parts => count.Parts;
    internal override IEnumerable<Count> Needs => count.Needs;

    internal override Answered Whole(Asked asked) => count.Whole(asked);

    internal override IEnumerable<FigurePartName> PartsIn(Asked asked) => count.PartsIn(asked);

    internal override Answered Part(Asked asked, int at) =>
        at != unsaid && asked.Marks(track, unsaid) is > 0 and var none && none == (count.Whole(asked).Value ?? 0)
            ? Answered.Nothing
            : count.Part(asked, at);
}

/// <summary>What a reading says from the day on which the first of all its marks is; before it nothing was reported, which is not
/// 0.</summary>
sealed class SinceFirstReading(Track track, Reading of) : Reading
{
    public override FigureTime Time => of.Time;
    public override FigurePart Parts => of.Parts;
    internal override IEnumerable<Count> Needs => of.Needs;

    internal override Answered Whole(Asked asked) => asked.HasBegun(track) ? of.Whole(asked) : Answered.Nothing;

    internal override IEnumerable<FigurePartName> PartsIn(Asked asked) => of.PartsIn(asked);

    internal override Answered Part(Asked asked, int at) => asked.HasBegun(track) ? of.Part(asked, at) : Answered.Nothing;
}

/// <summary>How many hits, by lane. They rest on the children of all the lane's marks: who has a miss and who a hit is one
/// question.</summary>
sealed class HitCountReading(Track track) : Reading
{
    readonly AnyCount any = new(track);

    public override FigureTime Time => FigureTime.Period;
    public override FigurePart Parts => track.Lanes.Kind;
    internal override IEnumerable<Count> Needs => [track.ByLane, any];

    internal override Answered Whole(Asked asked) =>
        new(Enumerable.Range(0, asked.LaneCount(track)).Sum(l => asked.Channel(track, l, hit: true)), (int)asked.Cell(any, 0));

    internal override IEnumerable<FigurePartName> PartsIn(Asked asked) => asked.Names(track.Lanes);

    internal override Answered Part(Asked asked, int at) => new(asked.Channel(track, at, hit: true), asked.ChildrenIn(track, at));
}

/// <summary>The whole of another reading, and not its parts.</summary>
sealed class WholeReading(Reading of) : Reading
{
    public override FigureTime Time => of.Time;
    internal override IEnumerable<Count> Needs => of.Needs;

    internal override Answered Whole(Asked asked) => of.Whole(asked);
}

/// <summary>Hits ÷ all marks of the lanes, in percent. It rests on the children with any of them.</summary>
sealed class HitReading(Track track, Func<int, bool>? lanes) : Reading
{
    readonly AnyCount? any = track.Lanes == Lanes.One ? null : new(track, lanes);

    public override FigureTime Time => track.Kind == MarkKind.Spans ? FigureTime.Day : FigureTime.Period;
    public override FigurePart Parts => track.Lanes.Kind;
    internal override IEnumerable<Count> Needs => any is null ? [track.ByLane] : [track.ByLane, any];

    internal override Answered Whole(Asked asked)
    {
        long hits = 0,
            all = 0;
        for (var lane = 0; lane < asked.LaneCount(track); lane++)
            if (lanes is null || lanes(lane))
                (hits, all) = (hits + asked.Channel(track, lane, hit: true), all + asked.Marks(track, lane));
        return Answered.Share(hits, all, any is null ? asked.ChildrenIn(track, 0) : (int)asked.Cell(any, 0));
    }

    internal override IEnumerable<FigurePartName> PartsIn(Asked asked) =>
        Parts == FigurePart.None ? []
        : lanes is null ? asked.Names(track.Lanes)
        : asked.Names(track.Lanes).Where(p => lanes(p.At));

    internal override Answered Part(Asked asked, int at) =>
        Answered.Share(asked.Channel(track, at, hit: true), asked.Marks(track, at), asked.ChildrenIn(track, at));
}

/// <summary>Marks of one lane ÷ marks of some, in percent.</summary>
sealed class LaneShareReading(Track track, int lane, int[] among) : Reading
{
    public override FigureTime Time => track.Kind == MarkKind.Spans ? FigureTime.Day : FigureTime.Period;
    internal override IEnumerable<Count> Needs => [track.ByLane];

    internal override Answered Whole(Asked asked)
    {
        var all = among.Sum(l => asked.Marks(track, l));
        return Answered.Share(asked.Marks(track, lane), all, among.Sum(l => asked.ChildrenIn(track, l)));
    }
}

/// <summary>The mean of how long the spans of some lanes have run on the last day, both ends included, ÷ so many days.</summary>
sealed class MeanAgeReading(Track track, double daysAUnit, int[] lanes) : Reading
{
    readonly AgeCount ages = new(track);

    public override FigureTime Time => FigureTime.Day;
    internal override IEnumerable<Count> Needs => [track.ByLane, ages];

    internal override Answered Whole(Asked asked)
    {
        long running = 0,
            children = 0,
            days = 0;
        foreach (var lane in lanes)
        {
            var marks = asked.Marks(track, lane);
            (running, children) = (running + marks, children + asked.ChildrenIn(track, lane));
            days += marks * (asked.Period.To.DayNumber + 1) - asked.Cell(ages, lane);
        }
        return new(running == 0 ? null : days / daysAUnit / running, (int)children);
    }
}

/// <summary>Days of the spans inside a window, by lane; of all lanes together only where there is one.</summary>
/// <param name="value">From days and children to the value.</param>
sealed class DaysReading(DaysCount days, Track track, FigureTime time, Func<Asked, long, int, double?> value) : Reading
{
    public override FigureTime Time => time;
    public override FigurePart Parts => track.Lanes.Kind;
    internal override IEnumerable<Count> Needs => [days];

    internal override Answered Whole(Asked asked) => Parts == FigurePart.None ? Part(asked, 0) : Answered.Nothing;

    internal override IEnumerable<FigurePartName> PartsIn(Asked asked) => Parts == FigurePart.None ? [] : asked.Names(track.Lanes);

    internal override Answered Part(Asked asked, int at)
    {
        var children = (int)asked.Cell(days, asked.LaneCount(track) + at);
        return new(value(asked, asked.Cell(days, at), children), children);
    }
}

/// <summary>Sums of the months inside a window, by lane. They rest on the children who have any.</summary>
sealed class SumReading(Track track, Window window, FigureTime time) : Reading
{
    readonly SumCount sums = track.SumsIn(window);

    public override FigureTime Time => time;
    public override FigurePart Parts => track.Lanes.Kind;
    internal override IEnumerable<Count> Needs => [sums];

    internal override Answered Whole(Asked asked)
    {
        var lanes = asked.LaneCount(track);
        long sum = 0;
        for (var lane = 0; lane < lanes; lane++)
            sum += asked.Cell(sums, lane);
        return new(sum, (int)asked.Cell(sums, 2 * lanes));
    }

    internal override IEnumerable<FigurePartName> PartsIn(Asked asked) => Parts == FigurePart.None ? [] : asked.Names(track.Lanes);

    internal override Answered Part(Asked asked, int at) => new(asked.Cell(sums, at), (int)asked.Cell(sums, asked.LaneCount(track) + at));
}

/// <summary>The table of moves between two days: its parts are the cells, its whole every child of the group.</summary>
/// <param name="since">The earlier day; the later is B.</param>
/// <param name="none">What being in no lane is called.</param>
public sealed class MovesReading(Track track, Moment since, string none) : Reading
{
    internal MovesCount Table { get; } = new(track, since);

    public override FigureTime Time => FigureTime.Between;
    public override FigurePart Parts => FigurePart.Move;
    internal override IEnumerable<Count> Needs => [Table];

    /// <summary>How many went from one lane to another; 0 = in none.</summary>
    public long From(Asked asked, int before, int now)
    {
        var states = asked.LaneCount(track) + 1;
        if ((before | now) != 0)
            return asked.Cell(Table, before * states + now);
        long others = 0;
        for (var cell = 1; cell < states * states; cell++)
            others += asked.Cell(Table, cell);
        return asked.Children - others;
    }

    /// <summary>A figure of how many moved so.</summary>
    public Reading Moved(Func<int, int, bool> counts, FigureTime time = FigureTime.Between) => new MovedReading(this, counts, time);

    /// <summary>A figure of the share of those in any lane on the earlier day who are in none on the last.</summary>
    public Reading Left() => new LeftReading(this);

    /// <summary>How many moved so.</summary>
    public long Sum(Asked asked, Func<int, int, bool> counts)
    {
        var states = asked.LaneCount(track) + 1;
        long sum = 0;
        for (var a = 0; a < states; a++)
        for (var b = 0; b < states; b++)
            if (counts(a, b))
                sum += From(asked, a, b);
        return sum;
    }

    internal override Answered Whole(Asked asked) => Answered.Of(asked.Children);

    internal override IEnumerable<FigurePartName> PartsIn(Asked asked)
    {
        string[] names = [none, .. asked.Names(track.Lanes).Select(n => n.Name)];
        for (var a = 0; a < names.Length; a++)
        for (var b = 0; b < names.Length; b++)
            yield return new(a * names.Length + b, Code(a, b), $"{names[a]} til {names[b]}");
    }

    internal override Answered Part(Asked asked, int at)
    {
        var states = asked.LaneCount(track) + 1;
        return Answered.Of(From(asked, at / states, at % states));
    }

    /// <summary>The code of a cell.</summary>
    public static string Code(int before, int now) => Lanes.Code(before) + "-" + Lanes.Code(now);
}

/// <summary>How many children moved so between two days.</summary>
sealed class MovedReading(MovesReading moves, Func<int, int, bool> counts, FigureTime time) : Reading
{
    public override FigureTime Time => time;
    internal override IEnumerable<Count> Needs => moves.Needs;

    internal override Answered Whole(Asked asked) => Answered.Of(moves.Sum(asked, counts));
}

/// <summary>Of the children in any lane on the earlier day, the share who are in none on the last.</summary>
sealed class LeftReading(MovesReading moves) : Reading
{
    public override FigureTime Time => FigureTime.Day;
    internal override IEnumerable<Count> Needs => moves.Needs;

    internal override Answered Whole(Asked asked)
    {
        var all = moves.Sum(asked, (before, _) => before > 0);
        return Answered.Share(moves.Sum(asked, (before, now) => before > 0 && now == 0), all, (int)all);
    }
}

/// <summary>Marks in all, and divided by the team that the child is of: what nobody's team has is in the whole alone, and two teams may
/// have one.</summary>
sealed class ByTeamReading(Track track) : Reading
{
    readonly Reading whole = track.Counted();
    readonly TeamCount teams = new(track);

    public override FigureTime Time => whole.Time;
    public override FigurePart Parts => FigurePart.Team;
    internal override IEnumerable<Count> Needs => [.. whole.Needs, teams];

    internal override Answered Whole(Asked asked) => whole.Whole(asked);

    internal override IEnumerable<FigurePartName> PartsIn(Asked asked) => asked.Names(Lanes.Teams);

    internal override Answered Part(Asked asked, int at) =>
        new(asked.Cell(teams, at), (int)asked.Cell(teams, asked.LaneCount(Membership.Track) + at));
}

/// <summary>The marks of a track beside the way the children went in another. A way is −1, 0 or 1; those without a lane on both days went
/// none.</summary>
public sealed class MovesSide
{
    readonly BesideMovesCount beside;

    internal MovesSide(BesideMovesCount beside) => this.beside = beside;

    /// <summary>How many marks.</summary>
    public Reading Marks(int way) => new BesideMovesReading(beside, way, mean: false);

    /// <summary>The mean of what they stand for.</summary>
    public Reading Mean(int way) => new BesideMovesReading(beside, way, mean: true);
}

/// <summary>Marks beside the way the children went: down, the same, up.</summary>
/// <param name="way">−1, 0 or 1.</param>
sealed class BesideMovesReading(BesideMovesCount beside, int way, bool mean) : Reading
{
    public override FigureTime Time => FigureTime.Between;
    internal override IEnumerable<Count> Needs => [beside];

    internal override Answered Whole(Asked asked)
    {
        long marks = asked.Cell(beside, way + 1),
            sum = asked.Cell(beside, 4 + way);
        return new(
            !mean ? marks
                : marks == 0 ? null
                : (double)sum / marks,
            (int)asked.Cell(beside, 7 + way)
        );
    }
}
