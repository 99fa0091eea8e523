using Spor.Facts;

namespace Spor.Figures.Engine;

/// <summary>What a mark is.</summary>
public enum MarkKind
{
    /// <summary>A day is in it or out: counted on one day.</summary>
    Spans,

    /// <summary>Spans that are counted in periods that have any of their days.</summary>
    Touching,

    /// <summary>On its day: counted in periods that have the day.</summary>
    Events,

    /// <summary>The newest of its kind until the next comes: counted in periods that have its day, as long as it is the newest on the
    /// period's last day.</summary>
    Latest,

    /// <summary>A sum of a calendar month.</summary>
    Sums,
}

/// <summary>What the lanes of a track, the parts of a figure, are.</summary>
public enum FigurePart
{
    None,
    Step,
    Team,
    Rule,
    Notifier,
    Form,
    Move,

    /// <summary>What is said of a thing; its code is what it is called.</summary>
    Said,
}

/// <summary>One lane.</summary>
/// <param name="Code">As it stands in addresses and files.</param>
/// <param name="Name">Danish, by the law and the names of a day.</param>
/// <param name="First">From this day on it is there.</param>
public sealed record Lane(string Code, Func<DateOnly, string> Name, DateOnly First);

/// <summary>What a track is divided into.</summary>
public sealed class Lanes
{
    readonly Func<Register, IReadOnlyList<Lane>> of;

    Lanes(FigurePart kind, Func<Register, IReadOnlyList<Lane>> of) => (Kind, this.of) = (kind, of);

    public FigurePart Kind { get; }

    /// <summary>A single lane, without a name.</summary>
    public static Lanes One { get; } = Of(FigurePart.None, [("", "")]);

    /// <summary>Every team there has been, under its latest name.</summary>
    public static Lanes Teams { get; } =
        new(
            FigurePart.Team,
            register =>
                [
                    .. register
                        .Teams.GroupBy(t => t.TeamId)
                        .Select(g =>
                        {
                            var name = g.OrderBy(t => t.From).Last().Name;
                            return new Lane(Code(g.Key), _ => name, g.Min(t => t.From));
                        }),
                ]
        );

    public static Lanes Of(FigurePart kind, IEnumerable<(string Code, string Name)> lanes)
    {
        IReadOnlyList<Lane> all = [.. lanes.Select(l => new Lane(l.Code, _ => l.Name, DateOnly.MinValue))];
        return new(kind, _ => all);
    }

    public static Lanes Of(FigurePart kind, IEnumerable<(string Code, Func<DateOnly, string> Name)> lanes)
    {
        IReadOnlyList<Lane> all = [.. lanes.Select(l => new Lane(l.Code, l.Name, DateOnly.MinValue))];
        return new(kind, _ => all);
    }

    internal IReadOnlyList<Lane> In(Register register) => of(register);

    internal static string Code(long id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>One mark of one child: twelve bytes, sixty or so a child.</summary>
/// <param name="To">Of a span its last day; of an event the day from which it counts, its own unless it was known later; of a newest the
/// last day on which it is that.</param>
readonly record struct Mark(int From, int To, int Channel);

/// <summary>A sum of one child, of one month (year × 12 + month − 1).</summary>
readonly record struct MonthSum(long Amount, short Month, short Channel);

/// <summary>One kind of marks of a child's life, which one figure or several read.</summary>
public sealed class Track
{
    readonly Action<Life, MarkWriter> write;

    /// <param name="write">Writes one child's marks.</param>
    /// <param name="lanes">Null = one lane.</param>
    /// <param name="hits">Each lane is of two kinds of marks, the hits and the others: a share is read from it.</param>
    /// <param name="exclusive">Of spans: a child is in one lane at most on any day.</param>
    public Track(MarkKind kind, Action<Life, MarkWriter> write, Lanes? lanes = null, bool hits = false, bool exclusive = false)
    {
        (Kind, this.write, Lanes, HasHits, IsExclusive) = (kind, write, lanes ?? Lanes.One, hits, exclusive);
        ByLane = new(this);
    }

    public MarkKind Kind { get; }
    public Lanes Lanes { get; }
    public bool HasHits { get; }
    public bool IsExclusive { get; }
    internal int ChannelsALane => HasHits ? 2 : 1;

    /// <summary>The count of its marks that most readings share.</summary>
    internal LaneCount ByLane { get; }

    internal void Write(Life life, MarkWriter marks) => write(life, marks);

    readonly Dictionary<Window, SumCount> sums = [];

    internal SumCount SumsIn(Window window)
    {
        lock (sums)
        {
            if (!sums.TryGetValue(window, out var known))
                sums[window] = known = new(this, window);
            return known;
        }
    }

    /// <summary>How many marks, by lane: spans on the last day, events in the period.</summary>
    /// <param name="lanes">Null = all.</param>
    public Reading Counted(Func<int, bool>? lanes = null) => new CountReading(this, lanes, ofChildren: false);

    /// <summary>How many hits, by lane.</summary>
    public Reading Hits() => new HitCountReading(this);

    /// <summary>How many children have a mark.</summary>
    public Reading Children() => new WholeReading(new CountReading(this, null, ofChildren: true));

    /// <summary>How many children have a mark, also in each lane.</summary>
    public Reading ChildrenByLane() => new CountReading(this, null, ofChildren: true);

    /// <summary>How many marks, by lane, where one lane is of what nobody has said.</summary>
    public Reading Told(int unsaid) => new ToldReading(this, unsaid);

    /// <summary>The same, not reported before the first mark of any child.</summary>
    public Reading SinceFirst() => new SinceFirstReading(this, Counted());

    /// <summary>Hits ÷ all, in percent, by lane.</summary>
    public Reading Share(Func<int, bool>? lanes = null) => new HitReading(this, lanes);

    /// <summary>Hits ÷ all, in percent, of all lanes together.</summary>
    public Reading ShareOfAll() => new WholeReading(new HitReading(this, null));

    /// <summary>One lane ÷ some of them, in percent.</summary>
    public Reading ShareOf(int lane, params int[] among) => new LaneShareReading(this, lane, among);

    /// <summary>How long the spans of some lanes have run on the last day, on average.</summary>
    public Reading MeanAge(double daysAUnit, params int[] lanes) => new MeanAgeReading(this, daysAUnit, lanes);

    /// <summary>The days of a lane's spans inside a window, and the value they give.</summary>
    /// <param name="fromStart">The days of a span that runs in the window, from its own start to its end or the window's.</param>
    public Reading DaysIn(Window window, FigureTime time, Func<Asked, long, int, double?> value, bool fromStart = false) =>
        new DaysReading(new(this, window, fromStart), this, time, value);

    /// <summary>The sums of the months in a window, by lane.</summary>
    public Reading SumOf(Window window, FigureTime time) => new SumReading(this, window, time);

    /// <summary>The lane on an earlier day against the lane on the last. The lanes are exclusive.</summary>
    /// <param name="none">What being in no lane is called.</param>
    public MovesReading Moves(Moment since, string none = "") => new(this, since, none);

    /// <summary>Its marks beside the way the child went in another track.</summary>
    /// <param name="worth">What a lane stands for.</param>
    public MovesSide Beside(Track moved, Moment since, Func<int, int> worth) => new(new(this, worth, moved, since));

    /// <summary>How many marks, and of those each team's.</summary>
    public Reading ByTeam() => new ByTeamReading(this);
}
