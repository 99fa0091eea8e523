using Spor.Facts;
using Spor.Workforce;

namespace Spor.Figures.Engine;

/// <summary>How a figure is shown: a whole number, one decimal, whole percent (the value is 0 to 100), months with one decimal, full years
/// with two, øre.</summary>
public enum FigureUnit
{
    Count,
    Ratio,
    Share,
    Months,
    FullYears,
    Ore,
}

/// <summary>What of a period a figure looks at.</summary>
public enum FigureTime
{
    /// <summary>The period's last day.</summary>
    Day,

    /// <summary>The days after the first up to the last: <c>(A, B]</c>.</summary>
    Period,

    /// <summary>The day A against the day B, and nothing of the time between.</summary>
    Between,

    /// <summary>The last whole month that has ended by the period's last day.</summary>
    Month,

    /// <summary>The calendar year before the year of the period's last day.</summary>
    YearBefore,
}

/// <summary>Which way is wanted; only where the law or the model itself says so, else neither.</summary>
public enum Wanted
{
    Neither,
    Up,
    Down,
}

/// <summary>Where a figure stands on the page of management information.</summary>
public enum FigureTopic
{
    Cases,
    Notifications,
    Requirements,
    Ladder,
    Placements,
    Conferences,
    Money,
}

/// <summary>A figure's one declaration.</summary>
/// <param name="code">Kebab-case; stands in addresses and stored views, so it never changes.</param>
/// <param name="name">Danish.</param>
/// <param name="definition">Danish, one or two sentences.</param>
/// <param name="measure">Its number in <c>measures.md</c>.</param>
/// <param name="reading">What it reads of the marks of the children's lives, and how.</param>
public sealed class Figure(string code, string name, string definition, string measure, FigureUnit unit, Reading reading)
{
    public string Code => code;
    public string Name => name;
    public string Definition => definition;
    public string Measure => measure;
    public FigureUnit Unit => unit;
    public FigureTime Time => reading.Time;

    /// <summary>What its parts are, for example steps.</summary>
    public FigurePart Parts => reading.Parts;

    /// <summary>Under which topic it is listed with its parts, after those that the page itself puts in their places; null = by the page
    /// alone.</summary>
    public FigureTopic? Topic { get; init; }

    /// <summary>True when the parts add up to the whole and no child is in two of them.</summary>
    public bool AddsUp { get; init; }
    public Wanted Wanted { get; init; }

    /// <summary>False: it rests on people employed, who are no secret.</summary>
    public bool AboutChildren { get; init; } = true;

    /// <summary>Of compliance and what is overdue: the law's requirements (true) or the model's own (false); null of other
    /// figures.</summary>
    public bool? IsLaw { get; init; }

    /// <summary>Figures that add up to this one, though they are no parts of it.</summary>
    public IReadOnlyList<Figure> SumOf { get; init; } = [];

    /// <summary>Parts of other figures that a reader who knows the rest could work out from this one: where one of them is hidden, so is
    /// this.</summary>
    public IReadOnlyList<(Figure Figure, string Part)> GivesAway { get; init; } = [];

    /// <summary>The count that this one is a part of: from both together a reader has those who are in the one and not in the
    /// other.</summary>
    public Figure? PartOf { get; init; }

    /// <summary>Figures that are hidden together with this one, for each is the other with something known taken away. Told as a function,
    /// so that two may name each other.</summary>
    public Func<IEnumerable<Figure>> HiddenWith { get; init; } = () => [];

    /// <summary>Of a share: a reader knows the whole, so a share of few or of all but few is as small as they are.</summary>
    public bool TellsOfFew { get; init; }

    /// <summary>Told to those alone who may see the children: from other figures beside it, or from itself a month before, a few could be
    /// told.</summary>
    public bool NotPublished { get; init; }

    /// <summary>What nobody has delivered or written is not reported, and says so instead of 0 or a dash.</summary>
    public bool MustBeTold { get; init; }

    /// <summary>The files of an extract that it is made of; null = all that are told of children's cases.</summary>
    public IReadOnlyList<string>? MadeOf { get; init; }

    internal Reading Reading => reading;

    public override string ToString() => code;
}

/// <summary>One value of a figure.</summary>
/// <param name="Part">The code of a step (<c>5</c>), rule (<c>child-heard</c>), team (its number), notifier, form or move (<c>2-3</c>);
/// null for the whole.</param>
/// <param name="PartName">Danish; null for the whole.</param>
/// <param name="Value">Not rounded. Null = not defined that day, for example without full-time equivalents.</param>
/// <param name="Rests">How many children are behind it (people, where the figure is not about children): the length of the list that a
/// drill-down shows. Small ones are suppressed.</param>
public sealed record KeyFigure(Figure Of, string? Part, string? PartName, double? Value, int Rests)
{
    /// <summary>Of a share: the whole that it is a share of.</summary>
    public long All { get; init; }
}

/// <summary>What a reading says: a value and what it rests on.</summary>
/// <param name="All">Of a share: the whole that it is a share of.</param>
public readonly record struct Answered(double? Value, int Rests, long All = 0)
{
    public static Answered Nothing { get; } = new(null, 0);

    public static Answered Of(long count) => new(count, (int)count);

    /// <summary>In percent; not defined of nothing.</summary>
    public static Answered Share(long some, long all, int rests) => new(all == 0 ? null : 100.0 * some / all, rests, all);
}

/// <summary>A part of a figure.</summary>
public readonly record struct FigurePartName(int At, string Code, string Name);

/// <summary>One period of a question, counted: what a reading reads.</summary>
public readonly struct Asked
{
    readonly Counted counted;
    readonly int at;

    internal Asked(Counted counted, int at) => (this.counted, this.at) = (counted, at);

    public Register Register => counted.Engine.Register;
    public FigurePeriod Period => counted.Days.Periods[at];
    public Group Group => counted.Group;

    /// <summary>How many children are of the group.</summary>
    public int Children => (int)counted.Cells[at];

    internal long Cell(Count count, int row) => counted.Cells[(counted.Plan.FirstRow(count) + row) * counted.Days.Width + at];

    internal long Channel(Track track, int lane, bool hit = false) => Cell(track.ByLane, lane * track.ChannelsALane + (hit ? 1 : 0));

    /// <summary>Marks of a lane, hits and others.</summary>
    public long Marks(Track track, int lane) =>
        track.HasHits ? Channel(track, lane) + Channel(track, lane, hit: true) : Channel(track, lane);

    /// <summary>Children with a mark in a lane.</summary>
    public int ChildrenIn(Track track, int lane) => (int)Cell(track.ByLane, counted.Engine.Layout.Channels(track) + lane);

    /// <summary>True from the first day on which any child of the municipality has a mark.</summary>
    public bool HasBegun(Track track) => counted.Engine.FirstOf(track) <= Period.To.DayNumber;

    public int LaneCount(Track track) => counted.Engine.Layout.Lanes(track);

    /// <summary>Something of the register that no child's life tells, made once.</summary>
    public T Of<T>(RegisterShared<T> what)
        where T : notnull => counted.Engine.Shared(what);

    /// <summary>The lanes that are there on the period's last day.</summary>
    public IEnumerable<FigurePartName> Names(Lanes lanes)
    {
        var all = counted.Engine.LanesOf(lanes);
        var to = Period.To;
        for (var i = 0; i < all.Count; i++)
            if (all[i].First <= to)
                yield return new(i, all[i].Code, all[i].Name(to));
    }

    /// <summary>The lane of a team; −1 for one that is not there.</summary>
    public int TeamLane(long teamId) => Array.IndexOf(counted.Engine.Layout.Teams, teamId);
}

/// <summary>Something of the register that no child's life tells, made once for each.</summary>
public sealed class RegisterShared<T>(Func<Register, T> make)
    where T : notnull
{
    internal T Make(Register register) => make(register);
}
