using Spor.Exchange.Office;
using Spor.Facts;
using Spor.Insight;
using Spor.Kernel;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Leading.CasesAndStaff;

/// <summary>The caseload at a day and over time, narrowed to the teams the viewer may see into.</summary>
public sealed class CaseloadView
{
    public required DateOnly Day { get; init; }
    public required CaseloadAt At { get; init; }

    /// <summary>The teams shown: all, or the viewer's own.</summary>
    public required IReadOnlyList<TeamLoad> Teams { get; init; }
    public required Timeline Timeline { get; init; }
    public required IReadOnlyList<TimelinePoint> Points { get; init; }

    /// <summary>True when the municipality's figures are about children whom the viewer may not all see.</summary>
    public required bool HidesSmall { get; init; }

    /// <summary>The slim columns of a register.</summary>
    internal static readonly Derived<Timeline> Columns = new(s => new(s.Register));

    /// <summary>Every month's last day from the first case to a day, and the day itself.</summary>
    static readonly Derived<DateOnly, IReadOnlyList<TimelinePoint>> Months = new(
        12,
        (s, day) => s.Get(Columns).At(s.Get(Columns).MonthEnds(day))
    );
    static readonly Derived<DateOnly, CaseloadAt> Loads = new(12, (s, day) => Insight.Caseload.At(s.Register, day));

    public static CaseloadView Of(Viewing viewing, DateOnly day)
    {
        var at = day == viewing.Today ? viewing.Overview.Load : viewing.Snapshot.Get(Loads, day);
        return new()
        {
            Day = day,
            At = at,
            Teams = viewing.Viewer.SeesAll ? at.Teams : [.. at.Teams.Where(t => viewing.Viewer.Teams.Contains(t.TeamId))],
            Timeline = viewing.Snapshot.Get(Columns),
            Points = viewing.Snapshot.Get(Months, day),
            HidesSmall = !viewing.Viewer.SeesAll,
        };
    }

    /// <summary>Those with children or caseworker's hours in a team, heaviest load first; null = in no team.</summary>
    public IReadOnlyList<EmployeeLoad> Employees(long? team) =>
        [
            .. At
                .Employees.Where(e => e.TeamId == team && (e.Fte > 0 || e.Children > 0))
                .OrderByDescending(e => PerFte(e) ?? -1)
                .ThenByDescending(e => e.Children)
                .ThenBy(e => e.Name, StringComparer.Create(Danish.Culture, false)),
        ];

    public static double? PerFte(EmployeeLoad e) => e.Fte > 0 ? e.Children / e.Fte : null;

    public int IndexOf(long team) => Timeline.Teams.Select((t, i) => (t.TeamId, i)).First(t => t.TeamId == team).i;

    /// <summary>
    /// The municipality's children at a point, or null when they, or those outside the viewer's team, are so few that they must not be told.
    /// </summary>
    public bool Hides(int children, IEnumerable<int> own)
    {
        if (!HidesSmall)
            return false;
        return children is > 0 and < SmallNumbers.Fewest || own.Any(o => children - o is > 0 and < SmallNumbers.Fewest);
    }

    public bool Hides(TimelinePoint point) => Hides(point.ChildrenWithCase, Teams.Select(t => point.ChildrenByTeam[IndexOf(t.TeamId)]));

    public bool HidesMunicipality => Hides(At.Children, Teams.Select(t => t.Children));

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
                .. Teams.Select(t => (IReadOnlyList<object?>)[t.Name, t.Children, (decimal)t.Fte, Load(t.PerFte), t.Ceiling]),
                [
                    Text.Municipality,
                    Count(At.Children, HidesMunicipality),
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
                                    e.Children,
                                    Load(PerFte(e)),
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
                                Count(p.UnassignedCases, HidesSmall && p.UnassignedCases is > 0 and < SmallNumbers.Fewest),
                                Count(p.ChildrenWithCase, Hides(p)),
                                (decimal)p.Fte,
                                Hides(p) ? Text.Hidden : Load(p.PerFte),
                                .. Teams.SelectMany(t =>
                                    new object?[] { p.ChildrenByTeam[IndexOf(t.TeamId)], Load(p.PerFteOf(IndexOf(t.TeamId))) }
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

    public string Unassigned(int cases) => SmallNumbers.Show(cases, HidesSmall && cases is > 0 and < SmallNumbers.Fewest);
}
