using System.Globalization;
using Spor.Exchange.Office;
using Spor.Facts;
using Spor.Figures;
using Spor.Figures.Disclosure;
using Spor.Figures.Engine;
using Spor.Kernel;
using Spor.Requirements;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;
using Spor.Workforce;

namespace Spor.Web.Leading.CasesAndStaff;

/// <summary>The caseload of one day of a series, asked of the engine.</summary>
public sealed class LoadPoint(FigureAnswer answer, int at)
{
    internal static IReadOnlyList<Figure> Asked { get; } =
    [
        CaseFigures.ActiveCases,
        CaseFigures.ChildrenWithCase,
        CaseFigures.Unassigned,
        WorkforceFigures.CaseloadPerFte,
        WorkforceFigures.Fte,
        WorkforceFigures.Ceiling,
        WorkforceFigures.ChildrenOfTeams,
    ];

    public DateOnly Day => answer.Periods[at].To;
    public int ActiveCases => answer.Count(CaseFigures.ActiveCases, at);
    public int ChildrenWithCase => answer.Count(CaseFigures.ChildrenWithCase, at);
    public int UnassignedCases => answer.Count(CaseFigures.Unassigned, at);
    public double Fte => answer.Of(WorkforceFigures.Fte, at).Value ?? 0;
    public double? PerFte => answer.Of(WorkforceFigures.CaseloadPerFte, at).Value;

    public int ChildrenOf(TeamLoad team) => answer.Count(WorkforceFigures.ChildrenOfTeams, team.Lane, at);

    public double? PerFteOf(TeamLoad team) => answer.Part(WorkforceFigures.CaseloadPerFte, team.Lane, at).Value;

    public double? CeilingOf(TeamLoad team) => answer.Part(WorkforceFigures.Ceiling, team.Lane, at).Value;

    /// <summary>The teams there are: with full-time equivalents, or children, or a row that day.</summary>
    public IEnumerable<TeamLoad> Teams(Register register) =>
        answer
            .Parts(WorkforceFigures.CaseloadPerFte, at)
            .Select(t => new TeamLoad(
                t.Name.At,
                long.Parse(t.Name.Code, CultureInfo.InvariantCulture),
                t.Name.Name,
                answer.Count(WorkforceFigures.ChildrenOfTeams, t.Name.At, at),
                answer.Part(WorkforceFigures.Fte, t.Name.At, at).Value ?? 0,
                t.Answered.Value,
                answer.Part(WorkforceFigures.Ceiling, t.Name.At, at).Value
            ))
            .Where(t =>
                t.Fte > 0
                || t.Children > 0
                || register.Teams.Any(r => r.TeamId == t.TeamId && r.From <= Day && (r.To is null || Day <= r.To))
            );
}

/// <param name="Lane">Its place among the parts of the figures.</param>
/// <param name="PerFte">Children per full-time equivalent of caseworkers; null without any.</param>
/// <param name="Ceiling">The ceiling in force, children per full-time equivalent; null if the team has none.</param>
public sealed record TeamLoad(int Lane, long TeamId, string Name, int Children, double Fte, double? PerFte, double? Ceiling);

/// <summary>The caseload at a day and over time, narrowed to the teams the viewer may see into.</summary>
public sealed class CaseloadView
{
    static readonly Derived<DateOnly, FigureAnswer> Loads = new(
        12,
        (s, day) => s.Get(KeyFigures.Engine).Ask(LoadPoint.Asked, s.Get(KeyFigures.Engine).Months(day))
    );
    static readonly Derived<DateOnly, CaseloadAt> People = new(12, (s, day) => Caseload.At(s.Register, day));
    readonly IReadOnlyList<EmployeeLoad> employees;
    readonly Viewing viewing;
    readonly Dictionary<long, DisclosurePlan> people = [];

    // Null where what is published is of an earlier entry than this page: then the whole municipality is not told here.
    readonly PublicPeriods? published;

    CaseloadView(Viewing viewing, DateOnly day)
    {
        (Day, this.viewing) = (day, viewing);
        FirstCase = viewing.Engine.FirstCase;
        var answer = viewing.Snapshot.Get(Loads, day);
        Points = [.. answer.Periods.Select((_, i) => new LoadPoint(answer, i))];
        var teams = At.Teams(viewing.Register);
        Teams = viewing.Viewer.SeesAll ? [.. teams] : [.. teams.Where(t => viewing.Viewer.Teams.Contains(t.TeamId))];
        HidesSmall = !viewing.Viewer.SeesBehind(Group.None, day);
        published =
            HidesSmall && ReferenceEquals(viewing.Published.Snapshot, viewing.Snapshot)
                ? viewing.Snapshot.Get(PublishedTables.Of).Periods
                : null;
        employees = (day == viewing.Today ? viewing.Overview.Load : viewing.Snapshot.Get(People, day)).Employees;
    }

    public DateOnly Day { get; }

    /// <summary>The day the first case opened; null without any.</summary>
    public DateOnly? FirstCase { get; }

    /// <summary>Every month's last day from the first case to the day, and the day itself.</summary>
    public IReadOnlyList<LoadPoint> Points { get; }

    /// <summary>The day itself.</summary>
    public LoadPoint At => Points[^1];

    /// <summary>The teams shown: all, or the viewer's own.</summary>
    public IReadOnlyList<TeamLoad> Teams { get; }

    /// <summary>True when the municipality's figures are about children whom the viewer may not all see.</summary>
    public bool HidesSmall { get; }

    public static CaseloadView Of(Viewing viewing, DateOnly day) => new(viewing, day);

    /// <summary>Those with children or caseworker's hours in a team, heaviest load first; null = in no team.</summary>
    public IReadOnlyList<EmployeeLoad> Employees(long? team) =>
        [
            .. employees
                .Where(e => e.TeamId == team && (e.Fte > 0 || e.Children > 0))
                .OrderByDescending(e => PerFte(e) ?? -1)
                .ThenByDescending(e => e.Children)
                .ThenBy(e => e.Name, StringComparer.Create(Danish.Culture, false)),
        ];

    public static double? PerFte(EmployeeLoad e) => e.Fte > 0 ? e.Children / e.Fte : null;

    /// <summary>The municipality's children at a point, if they, or those outside the viewer's team, are so few that they must not be
    /// told.</summary>
    public bool Hides(LoadPoint point)
    {
        if (!HidesSmall)
            return false;
        if (published?.NearestDay(point.Day) != point.Day)
            return true;
        // The viewer's own team of today is no secret to the viewer; the others are what is left.
        var plan = new DisclosurePlan();
        plan.Add("all", point.ChildrenWithCase, point.ChildrenWithCase);
        foreach (var team in Teams)
        {
            var others = point.ChildrenWithCase - point.ChildrenOf(team);
            plan.Add("others than " + team.TeamId, others, others, shown: false);
            plan.Tie("all", "others than " + team.TeamId);
        }
        return plan.Settle().Hides("all");
    }

    public bool HidesMunicipality => Hides(At);

    /// <summary>The children of a team at a point, if they are few and some of them may be another team's today.</summary>
    public bool Hides(LoadPoint point, TeamLoad team) => !Sees(team.TeamId, point.Day) && DisclosurePlan.IsSmall(point.ChildrenOf(team));

    /// <summary>An employee's children on the day, for the same reason; and of so many employees that the few cannot be worked
    /// out.</summary>
    public bool Hides(EmployeeLoad employee)
    {
        if (employee.TeamId is not { } team || Sees(team, Day))
            return false;
        if (!people.TryGetValue(team, out var plan))
        {
            plan = new();
            var all = Employees(team);
            var sum = all.Sum(e => e.Children);
            plan.Add("team", sum, sum);
            foreach (var e in all)
                plan.Add(Key(e), e.Children, e.Children);
            plan.Sum("team", all.Select(Key));
            people[team] = plan.Settle();
        }
        return plan.Hides(Key(employee));

        static string Key(EmployeeLoad e) => e.EmployeeId.ToString(CultureInfo.InvariantCulture);
    }

    bool Sees(long team, DateOnly day) => viewing.Viewer.SeesBehind(new Group(team), day);

    /// <summary>Cases that nobody has, if they are too few to be told.</summary>
    public bool HidesUnassigned(LoadPoint point) => HidesSmall && DisclosurePlan.IsSmall(point.UnassignedCases);

    /// <summary>The page's tables as files, with the same figures hidden.</summary>
    public PageTables ToTables(Viewing viewing)
    {
        static object? Load(double? value) => value is { } v ? Math.Round((decimal)v, 1, MidpointRounding.AwayFromZero) : null;
        object Count(int count, bool hides) => hides ? SmallNumbers.Show(count, true) : count;
        var teams = new ExportTable(
            "teams",
            Text.TeamsCaption(Day),
            [
                new(Text.Team, Width: 26),
                new(Text.Children, ColumnKind.Whole),
                new(Text.FteHead, ColumnKind.Decimal),
                new(Text.PerFte, ColumnKind.Decimal),
                new(Text.CeilingHead, ColumnKind.Decimal),
            ],
            [
                .. Teams.Select(t =>
                    (IReadOnlyList<object?>)
                        [t.Name, Count(t.Children, Hides(At, t)), (decimal)t.Fte, Hides(At, t) ? Text.Hidden : Load(t.PerFte), t.Ceiling]
                ),
                [
                    Text.Municipality,
                    Count(At.ChildrenWithCase, HidesMunicipality),
                    (decimal)At.Fte,
                    HidesMunicipality ? Text.Hidden : Load(At.PerFte),
                    null,
                ],
            ],
            [Text.TwoTeams]
        );
        IEnumerable<(long? Id, string Name)> groups =
        [
            .. Teams.Select(t => ((long?)t.TeamId, t.Name)),
            .. HidesSmall ? Array.Empty<(long?, string)>() : [(null, Text.NoTeam)],
        ];
        var employees = new ExportTable(
            "medarbejdere",
            Text.EmployeesTitle,
            [
                new(Text.Team, Width: 26),
                new(Text.Employee, Width: 26),
                new(Text.FteHead, ColumnKind.Decimal),
                new(Text.Children, ColumnKind.Whole),
                new(Text.PerFte, ColumnKind.Decimal),
            ],
            [
                .. groups.SelectMany(g =>
                    Employees(g.Id)
                        .Select(e =>
                            (IReadOnlyList<object?>)
                                [
                                    g.Name,
                                    Text.EmployeeName(e.Name, e.EmployeeId),
                                    e.Fte > 0 ? (decimal)e.Fte : null,
                                    Count(e.Children, Hides(e)),
                                    Hides(e) ? Text.Hidden : Load(PerFte(e)),
                                ]
                        )
                ),
            ]
        );
        var overTime = new ExportTable(
            "over-tid",
            Text.TimeCaption,
            [
                new(Text.Month, ColumnKind.Day),
                new(Text.ActiveCases, ColumnKind.Whole),
                new(Text.UnassignedHead, ColumnKind.Whole),
                new(Text.Children, ColumnKind.Whole),
                new(Text.FteHead, ColumnKind.Decimal),
                new(Text.PerFte, ColumnKind.Decimal),
                .. Teams.SelectMany(t =>
                    new SheetColumn[]
                    {
                        new($"{Text.Children}, {t.Name}", ColumnKind.Whole),
                        new($"{Text.PerFte}, {t.Name}", ColumnKind.Decimal),
                    }
                ),
            ],
            [
                .. Points
                    .Reverse()
                    .Select(p =>
                        (IReadOnlyList<object?>)
                            [
                                p.Day,
                                Count(p.ActiveCases, Hides(p)),
                                Count(p.UnassignedCases, HidesUnassigned(p)),
                                Count(p.ChildrenWithCase, Hides(p)),
                                (decimal)p.Fte,
                                Hides(p) ? Text.Hidden : Load(p.PerFte),
                                .. Teams.SelectMany(t =>
                                    new object?[] { Count(p.ChildrenOf(t), Hides(p, t)), Hides(p, t) ? Text.Hidden : Load(p.PerFteOf(t)) }
                                ),
                            ]
                    ),
            ]
        );
        return new(
            "sager",
            Text.Title,
            Day,
            [teams, employees, overTime],
            About: [.. Text.Rules, .. HidesSmall ? new[] { Text.OwnTeamOnly } : []]
        );
    }

    public string Unassigned(LoadPoint point) => SmallNumbers.Show(point.UnassignedCases, HidesUnassigned(point));
}
