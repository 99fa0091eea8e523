using Spor.Cases;
using Spor.Economy;
using Spor.Facts;
using Spor.Figures;
using Spor.Interventions;
using Spor.Notifications;
using Spor.Requirements;
using Spor.Workforce;

namespace Spor.Investing;

/// <summary>So many of so many.</summary>
public readonly record struct PartOf(int Part, int Of);

/// <summary>How the children fared in a period (<c>measures.md</c> 2.42).</summary>
/// <param name="Home">Returns home (2.33).</param>
/// <param name="Again">Of those who have been home for a year: placed again within it (2.34).</param>
/// <param name="Notified">Of cases that closed at least a year ago: whose child was notified again within a year.</param>
/// <param name="Kept">The law's requirements due in the period: met in time, and all.</param>
public sealed record ChildrenInPeriod(int Home, PartOf Again, PartOf Notified, PartOf Kept);

/// <summary>
/// What happened since a day, beside the year before it: the part of a signed investment that is not its own money. Of two days alone, so
/// that it is worked out once for all cases that begin together.
/// </summary>
public sealed class SinceStart
{
    public static Derived<(DateOnly First, DateOnly Day), SinceStart> On { get; } = new(6, (s, of) => new(s.Register, of.First, of.Day));

    readonly Lazy<PriceVolumeMix<int>> split;
    readonly Lazy<(FullYears Before, FullYears Now)> fullYears;
    readonly Lazy<(GoalsOfMoved, GoalsOfMoved, GoalsOfMoved)> goals;
    readonly Lazy<ChildrenInPeriod> before,
        since;

    /// <param name="first">The first day of the investment.</param>
    /// <param name="day">The last day of a month, after <paramref name="first"/>.</param>
    public SinceStart(Register register, DateOnly first, DateOnly day)
    {
        (First, Day) = (first, day);
        var books = new Books(register, day, first.AddDays(-1));
        split = new(() => PriceVolumeMix.BySteps(books));
        goals = new(() => GoalsOfMeasures.BesideMovements(books));
        fullYears = new(() =>
            (
                FullYears.Between(books, new(books.YearBefore, 1, 1), MeasureMonths.LastOf(books.MonthsBefore[^1])),
                FullYears.Between(books, new(books.Year, 1, 1), MeasureMonths.LastOf(books.MonthsOfYear[^1]))
            )
        );
        since = new(() => In(register, first.AddDays(-1), day, day));
        before = new(() => In(register, first.AddYears(-1).AddDays(-1), first.AddDays(-1), day));
        Books = books;
        Staff = new(register.Employments, register.Districts);
    }

    public DateOnly First { get; }
    public DateOnly Day { get; }
    public Books Books { get; }
    Staff Staff { get; }

    /// <summary>Granted spending of the year against the same months of the year before the first day, in volume, mix and price.</summary>
    public PriceVolumeMix<int> Split => split.Value;

    /// <summary>Full-year placements in the year's months so far, and in the same months of the year before the first day.</summary>
    public (FullYears Before, FullYears Now) FullYearPlacements => fullYears.Value;

    /// <summary>Goals of the children who went down, stayed and went up since the day before the first.</summary>
    public (GoalsOfMoved Down, GoalsOfMoved Stayed, GoalsOfMoved Up) Goals => goals.Value;

    /// <summary>In the year before the first day.</summary>
    public ChildrenInPeriod Before => before.Value;

    /// <summary>From the first day on.</summary>
    public ChildrenInPeriod Since => since.Value;

    /// <summary>Full-time equivalents of caseworkers and leaders more than on the day before the first, in ten-thousandths.</summary>
    public long PostsMoreTenThousandths => Posts(Day) - Posts(First.AddDays(-1));

    long Posts(DateOnly on) => Staff.On(on).Where(p => p.Of.Role is Role.Caseworker or Role.Leader).Sum(p => p.Of.FteTenThousandths);

    /// <param name="known">The day that everything is seen on: what has not been a year by then is not counted as gone well.</param>
    static ChildrenInPeriod In(Register register, DateOnly after, DateOnly to, DateOnly known)
    {
        var home = ReturnsHome.Of(new(register, to, after)).Home;
        // 2.34 goes by returns a year before its own two days.
        var year = to.AddMonths(12) < known ? to.AddMonths(12) : known;
        var again = after.AddMonths(12) < year ? ReturnsHome.Of(new(register, year, after.AddMonths(12))) : null;
        int notified = 0,
            closed = 0;
        foreach (var file in register.Children)
        foreach (var of in file.Cases)
        {
            if (of.ClosedOn is not { } on || on <= after || on > to || on.AddMonths(12) > known)
                continue;
            closed++;
            if (Array.Exists(file.Notifications, n => n.ReceivedOn is var day && on < day && day <= on.AddMonths(12)))
                notified++;
        }
        int kept = 0,
            due = 0;
        var law = RequirementFigures.RulesOf(law: true, all: false).ToHashSet();
        foreach (var r in Derive.Each(register.Children, register.Catalogue, to))
        {
            if (r.Due <= after || r.Due > to || !law.Contains(r.Rule))
                continue;
            due++;
            kept += r.State == RequirementState.OnTime ? 1 : 0;
        }
        return new(home, new(again?.Again ?? 0, again?.Followed ?? 0), new(notified, closed), new(kept, due));
    }
}
