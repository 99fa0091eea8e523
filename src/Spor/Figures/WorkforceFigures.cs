using Spor.Facts;
using Spor.Figures.Engine;
using Spor.Workforce;

namespace Spor.Figures;

/// <summary>Caseworkers and their load (<c>measures.md</c> 2.2 and 2.18). They follow the choice of a team, and no other group.</summary>
public static class WorkforceFigures
{
    /// <summary>What the pages where one chooses add to a definition; a report has no choices.</summary>
    public const string OwnOnly = " Den følger valget af team, men ikke distrikt, målgruppe, alder og køn.";

    /// <summary>Children whose active case somebody in a team has.</summary>
    static readonly Track HadInTeam = new(
        MarkKind.Spans,
        (life, marks) => Membership.WriteUnion(life.Get(Membership.Assigned), marks),
        Lanes.Teams
    );

    static readonly Reading OfTeams = HadInTeam.Counted();

    static readonly RegisterShared<Caseworkers> Staff = new(register => new(register));

    public static Figure CaseloadPerFte { get; } =
        new(
            "caseload",
            "Børn pr. årsværk",
            "Børn med aktiv sag på dagen delt med årsværk af rådgivere. For et team: børn, hvis aktive sag en i teamet har, delt "
                + "med teamets årsværk; et barn kan tælle i to team."
                + OwnOnly,
            "2.2",
            FigureUnit.Ratio,
            ByTeam(
                asked => PerFte(CaseFigures.ChildrenWithCase.Reading.Whole(asked).Rests, asked.Of(Staff).Fte(asked.Period.To)),
                (asked, team) => PerFte(Load(asked, team), asked.Of(Staff).Fte(asked.Period.To, team)),
                CaseFigures.ChildrenWithCase.Reading,
                OfTeams
            )
        )
        {
            MadeOf = [RestsOn.Children, RestsOn.Cases, RestsOn.Assignments, RestsOn.Employments, RestsOn.Teams, RestsOn.Districts],
        };
    public static Figure Fte { get; } =
        new(
            "fte",
            "Årsværk af rådgivere",
            "Summen af årsværk for dem, der er ansat som rådgiver på dagen." + OwnOnly,
            "2.2",
            FigureUnit.FullYears,
            ByTeam(
                asked => new(asked.Of(Staff).Fte(asked.Period.To), 0),
                (asked, team) => new(asked.Of(Staff).Fte(asked.Period.To, team), 0),
                OfTeams
            )
        )
        {
            AboutChildren = false,
            MadeOf = [RestsOn.Employments, RestsOn.Teams],
        };
    public static Figure Ceiling { get; } =
        new(
            "caseload-ceiling",
            "Loft for børn pr. årsværk",
            "Teamets loft på dagen. Hele kommunen har ikke ét loft.",
            "2.2",
            FigureUnit.Ratio,
            ByTeam(_ => Answered.Nothing, (asked, team) => new(asked.Of(Staff).Ceiling(asked.Period.To, team), 0))
        )
        {
            AboutChildren = false,
            MadeOf = [RestsOn.Employments, RestsOn.Teams],
        };
    public static Figure Turnover { get; } =
        new(
            "turnover",
            "Rådgivere, der er holdt op",
            "Personer, hvis sidste ansættelse som rådgiver sluttede i perioden, delt med gennemsnittet af antallet dagen før "
                + "perioden og på periodens sidste dag. Et skift til en anden rolle tæller med. Tallet er for hele kommunen.",
            "2.18",
            FigureUnit.Share,
            new OwnReading(
                FigureTime.Period,
                asked =>
                {
                    var (left, before, now) = asked.Of(Staff).Turnover(asked.Period);
                    return new(!asked.Group.IsNone || before + now == 0 ? null : 100.0 * left / ((before + now) / 2.0), now);
                }
            )
        )
        {
            AboutChildren = false,
            MadeOf = [RestsOn.Employments, RestsOn.Teams],
        };

    /// <summary>Children whose active case somebody in a team has, by team.</summary>
    public static Figure ChildrenOfTeams { get; } =
        new(
            "children-of-teams",
            "Børn hos team",
            "Børn, hvis aktive sag en i teamet har på dagen. Et barn kan tælle i to team.",
            "2.2",
            FigureUnit.Count,
            OfTeams
        );

    /// <summary>The whole municipality with all its teams, or a chosen team alone; nothing for any other group.</summary>
    static OwnReading ByTeam(Func<Asked, Answered> whole, Func<Asked, int, Answered> team, params Reading[] from) =>
        new(
            FigureTime.Day,
            asked =>
                asked.Group.IsNone ? whole(asked)
                : asked.Group.IsTeamOnly && asked.TeamLane(asked.Group.TeamId!.Value) is >= 0 and var chosen && IsThere(asked, chosen)
                    ? team(asked, chosen)
                : Answered.Nothing,
            (Reading[])[OfTeams, .. from]
        )
        {
            Divided = (FigurePart.Team, asked => asked.Group.IsNone ? asked.Names(Lanes.Teams) : [], team),
        };

    static int Load(Asked asked, int team) => asked.ChildrenIn(HadInTeam, team);

    static Answered PerFte(int children, double fte) => new(fte > 0 ? children / fte : null, children);

    /// <summary>A team is there on a day if it has a row then, or people, or children.</summary>
    static bool IsThere(Asked asked, int team) =>
        asked.Of(Staff) is var staff
        && (staff.Fte(asked.Period.To, team) > 0 || Load(asked, team) > 0 || staff.HasRow(asked.Period.To, team));

    /// <summary>How many people left, and how many there were at the day before the period and on its last (2.18).</summary>
    public static (int Left, int Before, int Now) TurnoverIn(Register register, FigurePeriod period) =>
        new Caseworkers(register).Turnover(period);

    /// <summary>Caseworkers' posts: full-time equivalents of any day without looking at every post, and who left.</summary>
    sealed class Caseworkers
    {
        readonly Register register;
        readonly long[] teams;

        // Of each team, and then of all: the days on which it changes, and the ten-thousandths from then on.
        readonly (int[] Days, long[] Sums)[] curves;
        readonly EmploymentFact[][] people;

        public Caseworkers(Register register)
        {
            this.register = register;
            teams = Layout.TeamsOf(register);
            var posts = register.Employments.Where(e => e.Role == Role.Caseworker).ToList();
            people = [.. posts.GroupBy(e => e.EmployeeId).Select(g => g.ToArray())];
            var changes = teams.Append(0).Select(_ => new SortedDictionary<int, long>()).ToArray();
            foreach (var (post, from, to) in register.Staff.InForceAlways)
            {
                if (post.Role != Role.Caseworker)
                    continue;
                Add(changes[^1], post.FteTenThousandths, from, to);
                if (post.TeamId is { } id && Array.IndexOf(teams, id) is >= 0 and var team)
                    Add(changes[team], post.FteTenThousandths, from, to);
            }
            curves = Array.ConvertAll(changes, Curve);
        }

        static void Add(SortedDictionary<int, long> changes, long fte, DateOnly from, DateOnly to)
        {
            changes[from.DayNumber] = changes.GetValueOrDefault(from.DayNumber) + fte;
            if (to < DateOnly.MaxValue)
                changes[to.DayNumber + 1] = changes.GetValueOrDefault(to.DayNumber + 1) - fte;
        }

        static (int[], long[]) Curve(SortedDictionary<int, long> changes)
        {
            long sum = 0;
            return ([.. changes.Keys], [.. changes.Values.Select(v => sum += v)]);
        }

        /// <param name="team">A lane; null = all.</param>
        public double Fte(DateOnly day, int? team = null)
        {
            var (days, sums) = curves[team ?? ^1];
            var at = Array.BinarySearch(days, day.DayNumber);
            if (at < 0)
                at = ~at - 1;
            return at < 0 ? 0 : sums[at] / 10000.0;
        }

        public double? Ceiling(DateOnly day, int team) => Caseload.CeilingOn(register, teams[team], day);

        public bool HasRow(DateOnly day, int team) =>
            register.Teams.Any(r => r.TeamId == teams[team] && r.From <= day && (r.To is null || day <= r.To));

        public (int Left, int Before, int Now) Turnover(FigurePeriod period)
        {
            int left = 0,
                before = 0,
                now = 0;
            foreach (var posts in people)
            {
                DateOnly last = DateOnly.MinValue;
                bool then = false,
                    still = false;
                foreach (var e in posts)
                {
                    then |= e.RunsOn(period.After);
                    still |= e.RunsOn(period.To);
                    if (e.From <= period.To && (e.To ?? DateOnly.MaxValue) > last)
                        last = e.To ?? DateOnly.MaxValue;
                }
                (before, now) = (before + (then ? 1 : 0), now + (still ? 1 : 0));
                if (period.After < last && last <= period.To)
                    left++;
            }
            return (left, before, now);
        }
    }
}
