using Spor.Exchange.Office;
using Spor.Facts;
using Spor.Figures;
using Spor.Figures.Disclosure;
using Spor.Figures.Engine;
using Spor.Kernel;
using Spor.Recovery;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;
using Spor.Workforce;

namespace Spor.Web.Leading.OldCases;

/// <summary>Which of a programme's old cases are shown.</summary>
public enum CasesShown
{
    [Code("ikke-i-orden")]
    NotInOrder,

    [Code("uden-loefte")]
    WithoutPromise,

    [Code("mine")]
    Mine,

    [Code("i-orden")]
    InOrder,

    [Code("lukket")]
    Closed,

    [Code("ser-afsluttet-ud")]
    LooksFinished,
}

/// <summary>One old case of a programme on the day that is looked at.</summary>
/// <param name="Promise">The one that holds; null if none was made.</param>
public sealed record ProgrammeRow(CourseCase Of, bool Active, int Left, RecoveryPromiseFact? Promise, IReadOnlyList<long> Employees);

/// <summary>
/// A programme as whoever looks may see it: everything on the page is counted over the cases of children they may see, so a caseworker has
/// the course of her own and a leader that of all.
/// </summary>
public sealed class ProgrammeView
{
    readonly Lazy<RecoveryForecast> forecast;
    readonly Lazy<(RecoveryForecast Forecast, RecoveryElement Element, int People)?> withMore;
    readonly Lazy<IReadOnlyList<PastForecast>> earlier;
    readonly Lazy<IReadOnlyList<ProgrammeRow>> old;

    /// <summary>So many more people are asked about.</summary>
    public const int More = 2;

    ProgrammeView(Viewing viewing, RecoveryTally tally, bool all, CasesShown shown, int page)
    {
        (Viewing, Tally, SeesAll, Shown, Page) = (viewing, tally, all, shown, page);
        forecast = new(() => RecoveryForecast.Of(tally));
        withMore = new(() => RecoveryForecast.WithMore(tally, Forecast, More));
        earlier = new(() => RecoveryForecast.Earlier(tally));
        old = new(() => Old());
    }

    public Viewing Viewing { get; }
    public RecoveryTally Tally { get; }

    /// <summary>Every case of the programme is on the page.</summary>
    public bool SeesAll { get; }
    public CasesShown Shown { get; }
    public int Page { get; }
    public RecoveryProgrammeFact Programme => Tally.Course.Programme;
    public DateOnly Day => Tally.Course.Day;
    int Point => Tally.Standings.Count - 1;
    public RecoveryForecast Forecast => forecast.Value;
    public (RecoveryForecast Forecast, RecoveryElement Element, int People)? WithMore => withMore.Value;
    public IReadOnlyList<PastForecast> Earlier => earlier.Value;
    public bool MayLead => Viewing.MayLead && SeesAll && Programme.EndedOn is null;
    public bool MayPlan => Viewing.MayWork && Programme.EndedOn is null;

    /// <summary>Shows children; else counts alone.</summary>
    public bool ShowsChildren { get; private init; } = true;

    /// <summary>What is hidden from whoever sees none of the children behind; null where nothing is.</summary>
    DisclosurePlan? Plan { get; init; }

    /// <summary>Only the published numbers by element are told.</summary>
    public bool PublishedOnly => Plan is not null;

    public static ProgrammeView? Of(Viewing viewing, long id, CasesShown shown = CasesShown.NotInOrder, int page = 1)
    {
        if (!viewing.Viewer.May(Spor.Access.Capability.Children))
            return OfCounts(viewing, id);
        if (viewing.Register.Of<RecoveryProgrammeFact>().All(p => p.Id != id))
            return null;
        var course = viewing.Snapshot.Get(RecoveryCourse.OfProgramme, (id, viewing.Today));
        if (viewing.Viewer.SeesAll)
            return new(viewing, RecoveryTally.Of(course), true, shown, page);
        var seen = course
            .Cases.Select(c => c.File.Id)
            .Distinct()
            .Where(c => viewing.Overview.Find(c) is { } s && viewing.MaySee(s))
            .ToHashSet();
        return new(
            viewing,
            RecoveryTally.Of(course, c => seen.Contains(c.File.Id)),
            course.Cases.All(c => seen.Contains(c.File.Id)),
            shown,
            page
        );
    }

    /// <summary>For somebody who sees no child: all counts to whoever may know those behind; else what is published of a programme over the
    /// whole municipality.</summary>
    static ProgrammeView? OfCounts(Viewing viewing, long id)
    {
        var told = viewing.SeesBehindAll ? viewing.Newest : viewing.Published;
        if (!IsTold(viewing, told.Register.Of<RecoveryProgrammeFact>().FirstOrDefault(p => p.Id == id)))
            return null;
        var tally = RecoveryTally.Of(told.Snapshot.Get(RecoveryCourse.OfProgramme, (id, told.Today)));
        return new(told, tally, true, CasesShown.NotInOrder, 1)
        {
            ShowsChildren = false,
            Plan = viewing.SeesBehindAll ? null : PlanOf(tally),
        };
    }

    /// <summary>Whether whoever looks is told of a programme at all: who sees no child is not told of a team's.</summary>
    public static bool IsTold(Viewing viewing, RecoveryProgrammeFact? programme) =>
        programme is not null && (viewing.Viewer.May(Spor.Access.Capability.Children) || viewing.SeesBehindAll || programme.TeamId is null);

    /// <summary>What is hidden of the numbers by element from whoever sees none of the children behind.</summary>
    public static DisclosurePlan PlanOf(RecoveryTally tally)
    {
        var plan = new DisclosurePlan();
        foreach (var e in tally.Elements)
        {
            void Add(string part, Func<CourseCase, bool> which, int value) =>
                plan.Add(e + part, value, tally.Cases.Where(which).Select(c => c.File.Id).Distinct().Count());
            var (p, day) = (tally.Standings.Count - 1, tally.Course.Day);
            Add("0", c => c.WasLacking(e), tally.Start.Left[(int)e]);
            Add("1", c => c.WasLacking(e) && !c.Case.ActiveAt(day), tally.Now.GoneWithCase[(int)e]);
            Add(
                "2",
                c => c.WasLacking(e) && c.Case.ActiveAt(day) && c.States[p][e] == ElementState.NotRequired,
                tally.Now.NoLongerRequired[(int)e]
            );
            Add("3", c => c.WasLacking(e) && c.States[p][e] == ElementState.InOrder, tally.Now.Done[(int)e]);
            Add("4", c => c.IsLeft(e, p), tally.Now.Left[(int)e]);
            Add("5", c => c.Old && c.IsBacklog(e, p), tally.Now.BacklogOld[(int)e]);
            Add("6", c => !c.Old && c.IsBacklog(e, p), tally.Now.BacklogNew[(int)e]);
            plan.Sum(e + "0", [e + "1", e + "2", e + "3", e + "4"]);
            // What few cases lack tells of those few by itself.
            if (tally.Start.Left[(int)e] is > 0 and < PublishedTables.Many)
                for (var part = 0; part <= 4; part++)
                    plan.Guard(e + part.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
        return plan.Settle();
    }

    public bool Hides(RecoveryElement e, int part) =>
        Plan?.Hides(e + part.ToString(System.Globalization.CultureInfo.InvariantCulture)) == true;

    IReadOnlyList<ProgrammeRow> Old() =>
        [
            .. ProgrammeOrder
                .Sort(Tally.Cases.Where(c => c.Old), Programme.Order, Tally.Elements, Viewing.Register.Catalogue, Day, Point)
                .Select(c => new ProgrammeRow(
                    c,
                    c.Case.ActiveAt(Day),
                    c.Case.ActiveAt(Day) ? Tally.Elements.Count(e => c.IsLeft(e, Point)) : 0,
                    ProgrammeOrder.PromiseOf(c.File, c.Case.Id, Programme.Id, Day),
                    RecoveryScan.WhoHas(Viewing.Register.Staff, c.File, c.Case, Day)
                )),
        ];

    /// <summary>The old cases in the leader's order.</summary>
    public IReadOnlyList<ProgrammeRow> AllOld => old.Value;

    public IReadOnlyList<ProgrammeRow> Of(CasesShown which) =>
        [
            .. AllOld.Where(r =>
                which switch
                {
                    CasesShown.NotInOrder => r.Active && r.Left > 0,
                    CasesShown.WithoutPromise => r.Active && r.Left > 0 && !Holds(r),
                    CasesShown.Mine => r.Active
                        && r.Left > 0
                        && Viewing.Viewer.EmployeeId is { } me
                        && (r.Promise?.EmployeeId == me || r.Employees.Contains(me)),
                    CasesShown.InOrder => r.Active && r.Left == 0,
                    CasesShown.Closed => !r.Active,
                    _ => r.Active && LooksFinished(r),
                }
            ),
        ];

    /// <summary>A promise whose week has passed is none any more.</summary>
    public bool Holds(ProgrammeRow row) => row.Promise is { } p && p.By >= Day;

    bool LooksFinished(ProgrammeRow row) => RecoveryScan.LooksFinished(new(row.Of.File, row.Of.Case, row.Of.States[Point]), Day);

    public Paged<ProgrammeRow> Rows => Paged.Of(Of(Shown), Page);

    public ElementState StateOf(ProgrammeRow row, RecoveryElement e) => row.Of.States[Point][e];

    public bool IsBacklog(ProgrammeRow row, RecoveryElement e) => row.Active && row.Of.IsBacklog(e, Point);

    /// <summary>The closed old cases whose parents had been told before.</summary>
    public int ParentsTold => AllOld.Count(r => !r.Active && r.Of.Case.ParentsInformedOn is not null);

    public string Who(ProgrammeRow row) =>
        row.Promise is { } p ? Text.Employee(Viewing, p.EmployeeId)
        : row.Employees is [var first, ..] ? Text.Employee(Viewing, first)
        : Text.Nobody;

    /// <summary>The changes of staff, with how many elements came in order a week in the four weeks before and after.</summary>
    public IReadOnlyList<(RecoveryStaffingFact Fact, double? Before, double? After)> Staffing =>
        [
            .. Viewing
                .Register.Of<RecoveryStaffingFact>()
                .Where(s => s.ProgrammeId == Programme.Id && s.On <= Day)
                .Select(s => (s, Pace(s, -1), Pace(s, 1))),
        ];

    double? Pace(RecoveryStaffingFact change, int side)
    {
        var element = RecoveryElements.Unpack(change.Element ?? "");
        var weeks = Tally.Weeks.Where(w => w.IsWhole && (side < 0 ? w.To < change.On : w.From >= change.On.AddDays(-1)));
        var four = (side < 0 ? weeks.TakeLast(4) : weeks.Take(4)).ToList();
        return four.Count == 0
            ? null
            : four.Average(w => element is [var one, ..] ? w.Done[(int)one] : Tally.Elements.Sum(e => w.Done[(int)e]));
    }

    public IReadOnlyList<PublishedNumbersFact> Published =>
        [.. Viewing.Register.Of<PublishedNumbersFact>().Where(p => p.ProgrammeId == Programme.Id)];

    /// <summary>Spor's own numbers between the same days, over the programme's cases.</summary>
    public (int AtStart, int ClosedOfThem, int ClosedInAll, int Opened, int AtEnd) OwnBetween(DateOnly from, DateOnly to)
    {
        var register = Viewing.Register;
        int start = 0,
            closed = 0,
            opened = 0,
            closedNew = 0;
        foreach (var file in register.Children)
        foreach (var of in file.Cases)
            if (of.ActiveAt(from))
            {
                start++;
                closed += of.ActiveAt(to) ? 0 : 1;
            }
            else if (from < of.OpenedOn && of.OpenedOn <= to)
            {
                opened++;
                closedNew += of.ActiveAt(to) ? 0 : 1;
            }
        return (start, closed, closed + closedNew, opened, start - closed + opened - closedNew);
    }

    static readonly IReadOnlyList<Figure> Load = [WorkforceFigures.CaseloadPerFte];

    /// <summary>2.2 on a day, by the engine that every page asks.</summary>
    public double? LoadOn(DateOnly day) =>
        Viewing.Engine.Ask(Load, [FigurePeriod.Of(day, day)]).Of(WorkforceFigures.CaseloadPerFte, 0).Value;

    public PageTables ToTables(string key)
    {
        var elements = Tally.Elements;
        List<ExportTable> tables = PublishedOnly
            ? []
            :
            [
                new(
                    "uger",
                    Text.WeeksCaption,
                    [
                        new(Text.WeekHead, ColumnKind.Day),
                        new(Text.NotInOrderHead, ColumnKind.Whole),
                        new(Text.LeftHead, ColumnKind.Whole),
                        .. elements.Select(e => new SheetColumn(RecoveryElements.Name(e), ColumnKind.Whole)),
                        new(Text.DoneHead, ColumnKind.Whole),
                        new(Text.OpenedCasesHead, ColumnKind.Whole),
                        new(Text.ClosedOldHead, ColumnKind.Whole),
                        new(Text.ClosedNewHead, ColumnKind.Whole),
                        new(Text.BacklogHead, ColumnKind.Whole),
                    ],
                    [
                        // The newest first, as on the page.
                        .. Tally
                            .Standings.Select(
                                (s, p) =>
                                    (IReadOnlyList<object?>)
                                        [
                                            s.Day,
                                            s.NotInOrder,
                                            s.LeftInAll,
                                            .. elements.Select(e => (object?)s.Left[(int)e]),
                                            p == 0 ? null : Tally.Weeks[p - 1].Done.Sum(),
                                            p == 0 ? null : Tally.Weeks[p - 1].Opened,
                                            p == 0 ? null : Tally.Weeks[p - 1].ClosedOld,
                                            p == 0 ? null : Tally.Weeks[p - 1].ClosedNew,
                                            s.BacklogOld.Sum() + s.BacklogNew.Sum(),
                                        ]
                            )
                            .Reverse(),
                    ]
                ),
            ];
        tables.Add(
            new(
                "dele",
                Text.PartsCaption,
                [new(Text.ElementHead, Width: 24), .. Text.PartHeads.Select(h => new SheetColumn(h, ColumnKind.Whole))],
                [
                    .. elements.Select(e =>
                        (IReadOnlyList<object?>)
                            [RecoveryElements.Name(e), .. Parts(e).Select((n, i) => Hides(e, i) ? SmallNumbers.Show(n, true) : (object?)n)]
                    ),
                ]
            )
        );
        if (key == "sager" && ShowsChildren)
            tables.Add(Cases());
        return new(
            "genopretning",
            Text.ProgrammeName(Programme),
            Day,
            tables,
            $"genopretning/{Programme.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)}?vis={Shown.Danish()}",
            SeesAll ? [] : [Text.OwnOnly]
        );
    }

    /// <summary>To recover, closed with the case, no longer required, in order, left; new backlog in old cases and in new.</summary>
    public int[] Parts(RecoveryElement e) =>
        [
            Tally.Start.Left[(int)e],
            Tally.Now.GoneWithCase[(int)e],
            Tally.Now.NoLongerRequired[(int)e],
            Tally.Now.Done[(int)e],
            Tally.Now.Left[(int)e],
            Tally.Now.BacklogOld[(int)e],
            Tally.Now.BacklogNew[(int)e],
        ];

    ExportTable Cases()
    {
        var rows = Of(Shown);
        return new(
            "sager",
            Text.CasesTitle,
            [
                new(Text.ChildHead, Width: 28),
                .. Tally.Elements.Select(e => new SheetColumn(Text.Short(e), Width: 18)),
                new(Text.LackingHead, ColumnKind.Whole),
                new(Text.OwnerHead, Width: 26),
                new(Text.PromiseHead, Width: 34),
                new(Text.WorkHead, Width: 16),
            ],
            [
                .. rows.Select(r =>
                    (IReadOnlyList<object?>)
                        [
                            Viewing.ListName(r.Of.File.Child),
                            .. Tally.Elements.Select(e => Text.Cell(this, r, e)),
                            r.Left,
                            Who(r),
                            Text.Promise(r.Promise),
                            Text.Work(this, r),
                        ]
                ),
            ]
        )
        {
            ChildIds = [.. rows.Select(r => r.Of.File.Id).Distinct()],
        };
    }
}
