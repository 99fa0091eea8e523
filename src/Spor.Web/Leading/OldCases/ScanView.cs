using Spor.Exchange.Office;
using Spor.Facts;
using Spor.Figures.Disclosure;
using Spor.Kernel;
using Spor.Recovery;
using Spor.Requirements;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Leading.OldCases;

/// <summary>One case of the scan with who has it.</summary>
public sealed record ScanRow(ScannedCase Of, Whose Whose, int Lacking);

/// <summary>What is lacking in one group of cases.</summary>
/// <param name="Key">Of a team or an employee; null = of none.</param>
public sealed record LackingGroup(string Name, long? Key, int Cases, IReadOnlyList<int> Lacking)
{
    public int All => Lacking.Sum();
}

/// <summary>
/// The scan as whoever looks may see it. Who sees children is shown the cases of those alone, so every number is of children they may see;
/// who sees none is shown the municipality's published numbers, the small ones hidden.
/// </summary>
public sealed class ScanView
{
    readonly Picked picked;

    ScanView(Viewing viewing, ScanQuery query, Picked picked) => (Viewing, Query, this.picked) = (viewing, query, picked);

    public Viewing Viewing { get; }
    public ScanQuery Query { get; }
    public RecoveryScan Scan => picked.Scan;
    public DateOnly Day => Scan.Day;

    /// <summary>Shows children; else counts alone.</summary>
    public bool ShowsChildren { get; private init; }
    public bool SeesAll { get; private init; }

    /// <summary>Every case that the viewer may see.</summary>
    public IReadOnlyList<ScanRow> All => picked.All;

    /// <summary>Those that the filter picks out, sorted.</summary>
    public IReadOnlyList<ScanRow> Rows => picked.Rows;
    public ElementsOf Sums => picked.Sums;
    public Paged<ScanRow> Shown => Paged.Of(Rows, Query.Page);
    DisclosurePlan? Plan { get; init; }

    public static ScanView Of(Viewing viewing, ScanQuery query)
    {
        var children = viewing.Viewer.May(Spor.Access.Capability.Children);
        if (!children)
        {
            var told = viewing.SeesBehindAll ? viewing.Newest : viewing.Published;
            var counted = told.Snapshot.Get(RecoveryScan.OnDay, told.Today);
            List<ScanRow> every = [.. counted.Cases.Select(c => new ScanRow(c, default, 0))];
            return new(told, query with { Day = null }, new(counted, every, every))
            {
                SeesAll = viewing.SeesBehindAll,
                Plan = viewing.SeesBehindAll ? null : PlanOf(counted),
            };
        }
        if (query.Day is null && viewing.SeesEvery)
        {
            var now = viewing.Newest;
            var kept = now.Snapshot.Get(EveryToday, query with { Page = 1, Faults = [] });
            return new(now, query, kept) { ShowsChildren = true, SeesAll = true };
        }
        var at =
            query.Day is not { } day ? viewing.Newest
            : query.KnownNow ? viewing.SeenOn(day)
            : viewing.KnownOn(day);
        var scan = at.Snapshot.Get(RecoveryScan.OnDay, query.Day ?? at.Today);
        var seesAll = viewing.Viewer.SeesAll;
        var picked = Picked.Of(scan, query, viewing.Newest.Overview, id => seesAll || SeesToday(viewing, id));
        return new(at, query, picked) { ShowsChildren = true, SeesAll = seesAll };
    }

    /// <summary>The cases picked out, and what is told of them; each is counted once, however often it is shown.</summary>
    sealed class Picked(RecoveryScan scan, IReadOnlyList<ScanRow> all, IReadOnlyList<ScanRow> rows)
    {
        readonly Lazy<ElementsOf> sums = new(() => RecoveryScan.Sum([.. rows.Select(r => r.Of)]));
        readonly Lazy<IReadOnlyList<Lacked>> teams = new(() => Group(rows.SelectMany(r => r.Whose.Teams.Select(t => (t.Id, r)))));
        readonly Lazy<IReadOnlyList<Lacked>> workers = new(() =>
            Group(rows.SelectMany(r => r.Whose.Employees.Select(e => (long?)e).DefaultIfEmpty().Select(e => (e, r))))
        );
        readonly Lazy<IReadOnlyList<long>> teamIds = new(() =>
            [.. all.SelectMany(r => r.Whose.Teams).Select(t => t.Id).OfType<long>().Distinct()]
        );
        readonly Lazy<IReadOnlyList<long>> workerIds = new(() => [.. all.SelectMany(r => r.Whose.Employees).Distinct()]);

        public RecoveryScan Scan => scan;
        public IReadOnlyList<ScanRow> All => all;
        public IReadOnlyList<ScanRow> Rows => rows;
        public ElementsOf Sums => sums.Value;
        public IReadOnlyList<Lacked> Teams => teams.Value;
        public IReadOnlyList<Lacked> Workers => workers.Value;
        public IReadOnlyList<long> TeamIds => teamIds.Value;
        public IReadOnlyList<long> WorkerIds => workerIds.Value;

        static List<Lacked> Group(IEnumerable<(long? Key, ScanRow Row)> pairs)
        {
            // No key of a dictionary is null: who has none stands by itself.
            var found = new Dictionary<long, Lacked>();
            Lacked? none = null;
            foreach (var (key, row) in pairs)
            {
                var group =
                    key is not { } id ? none ??= new(null)
                    : found.TryGetValue(id, out var known) ? known
                    : found[id] = new(id);
                group.Add(row);
            }
            return [.. found.Values, .. none is null ? [] : new[] { none }];
        }

        public static Picked Of(RecoveryScan scan, ScanQuery query, Overview names, Func<long, bool> sees)
        {
            var all = new List<ScanRow>();
            for (var i = 0; i < scan.Cases.Count; i++)
                if (sees(scan.Cases[i].File.Id))
                    all.Add(new(scan.Cases[i], scan.WhoHave[i], scan.Cases[i].States.Lacking(Codes<RecoveryElement>.All)));
            var rows = all.Where(r => Picks(query, r));
            var sorted = query.Sort switch
            {
                ScanSort.Fewest => rows.OrderBy(r => r.Lacking == 0 ? int.MaxValue : r.Lacking),
                ScanSort.Opened => rows.OrderBy(r => r.Of.Case.OpenedOn),
                ScanSort.Child => rows.OrderBy(r => names.Find(r.Of.File.Id) is { } state ? names.NamePlace(state) : int.MaxValue),
                _ => rows.OrderByDescending(r => r.Lacking),
            };
            return new(scan, all, [.. sorted.ThenBy(r => r.Of.Case.Id)]);
        }
    }

    /// <summary>Today's scan for whoever sees every child: the same for all who do, so it is kept with the snapshot.</summary>
    static readonly Derived<ScanQuery, Picked> EveryToday = new(
        8,
        (s, q) => Picked.Of(s.Get(RecoveryScan.OnDay, s.Day), q, s.Overview, _ => true)
    );

    /// <summary>What is lacking in the cases of one team, or of one employee; key null = of none.</summary>
    sealed class Lacked(long? key)
    {
        static readonly RecoveryElement[] Elements = [.. Codes<RecoveryElement>.All];
        readonly int[] lacking = new int[Elements.Length];

        public long? Key => key;
        public int Cases { get; private set; }
        public IReadOnlyList<int> Lacking => lacking;

        public void Add(ScanRow row)
        {
            Cases++;
            for (var i = 0; i < Elements.Length; i++)
                if (row.Of.States.Lacks(Elements[i]))
                    lacking[i]++;
        }
    }

    static bool SeesToday(Viewing viewing, long child) => viewing.Newest.Overview.Find(child) is { } now && viewing.Newest.MaySee(now);

    static bool Picks(ScanQuery q, ScanRow row) =>
        (q.TeamId is not { } team || row.Whose.Teams.Any(t => t.Id == team))
        && (q.EmployeeId is not { } employee || row.Whose.Employees.Contains(employee))
        && (!q.NobodysCases || row.Whose.Employees.Count == 0)
        && (
            (q.Element, q.State) switch
            {
                ({ } e, { } s) => row.Of.States[e] == s,
                ({ } e, null) => row.Of.States.Lacks(e),
                (null, { } s) => Codes<RecoveryElement>.All.Any(e => row.Of.States[e] == s),
                _ => true,
            }
        );

    /// <summary>Each state of each element adds up to all active cases. An element that few cases need tells of those few by itself, so
    /// the whole of it is hidden.</summary>
    static DisclosurePlan PlanOf(RecoveryScan scan)
    {
        var plan = new DisclosurePlan();
        plan.Add("alle", scan.Cases.Count, Children(scan.Cases, _ => true), rank: 9);
        foreach (var e in Codes<RecoveryElement>.All)
        {
            List<string> parts = [];
            foreach (var s in Enum.GetValues<ElementState>())
            {
                var key = Key(e, s);
                parts.Add(key);
                plan.Add(key, scan.Cases.Count(c => c.States[e] == s), Children(scan.Cases, c => c.States[e] == s));
            }
            plan.Sum("alle", parts);
            var needing = scan.Cases.Count(c => c.States[e] != ElementState.NotRequired);
            if (needing is > 0 and < PublishedTables.Many)
                foreach (var part in parts)
                    plan.Guard(part);
        }
        return plan.Settle();
    }

    static int Children(IEnumerable<ScannedCase> cases, Func<ScannedCase, bool> which) =>
        cases.Where(which).Select(c => c.File.Id).Distinct().Count();

    static string Key(RecoveryElement e, ElementState s) => e + "/" + s;

    public bool Hides(RecoveryElement e, ElementState s) => Plan?.Hides(Key(e, s)) == true;

    /// <summary>What can be told of an element without adding up to what is hidden.</summary>
    public bool HidesLacking(RecoveryElement e) => Hides(e, ElementState.Missing) || Hides(e, ElementState.Late);

    public bool HidesCases => Plan?.Hides("alle") == true;

    public int Count(RecoveryElement e, ElementState s) =>
        s switch
        {
            ElementState.InOrder => Sums.Elements[(int)e].InOrder,
            ElementState.Late => Sums.Elements[(int)e].Late,
            ElementState.Missing => Sums.Elements[(int)e].Missing,
            _ => Sums.Cases - Sums.Elements[(int)e].Required,
        };

    public string Told(RecoveryElement e, ElementState s) => SmallNumbers.Show(Count(e, s), Hides(e, s));

    public int CasesLacking => Rows.Count(r => r.Lacking > 0);
    public int LackingInAll => Sums.Elements.Sum(e => e.Late + e.Missing);

    /// <summary>By team, most lacking first. A case may stand in two.</summary>
    public IReadOnlyList<LackingGroup> Teams => Named(picked.Teams, id => id is null ? Text.NoTeam : Viewing.TeamName(id));

    /// <summary>By who has the case.</summary>
    public IReadOnlyList<LackingGroup> Workers => Named(picked.Workers, id => id is null ? Text.Nobody : Text.Employee(Viewing, id.Value));

    /// <summary>The teams and the employees that a case which the viewer may see is of.</summary>
    public IReadOnlyList<long> TeamIds => picked.TeamIds;
    public IReadOnlyList<long> WorkerIds => picked.WorkerIds;

    static IReadOnlyList<LackingGroup> Named(IEnumerable<Lacked> groups, Func<long?, string> name) =>
        [
            .. groups
                .Select(g => new LackingGroup(name(g.Key), g.Key, g.Cases, g.Lacking))
                .OrderByDescending(g => g.All)
                .ThenBy(g => g.Name, StringComparer.Create(Danish.Culture, false)),
        ];

    /// <param name="key">The list of cases is got by its name alone, never with the rest.</param>
    public PageTables ToTables(string key)
    {
        object Cell(RecoveryElement e, ElementState s) => Hides(e, s) ? SmallNumbers.Show(0, true) : Count(e, s);
        List<ExportTable> tables =
        [
            new(
                "dele",
                Text.ElementsCaption(Day),
                [new(Text.ElementHead, Width: 24), .. Text.StateHeads.Select(h => new SheetColumn(h.Words, ColumnKind.Whole))],
                [
                    .. Codes<RecoveryElement>.All.Select(e =>
                        (IReadOnlyList<object?>)[RecoveryElements.Name(e), .. Text.StateHeads.Select(h => Cell(e, h.State))]
                    ),
                ]
            ),
        ];
        if (ShowsChildren)
        {
            tables.Add(GroupTable("team", Text.TeamsCaption, Text.TeamHead, Teams));
            tables.Add(GroupTable("raadgivere", Text.WorkersCaption, Text.WorkerHead, Workers));
        }
        if (ShowsChildren && key == "sager")
            tables.Add(
                new(
                    "sager",
                    Text.MatrixCaption(Day),
                    [
                        new(Text.ChildHead, Width: 28),
                        new(Text.OpenedHead, ColumnKind.Day),
                        .. Codes<RecoveryElement>.All.Select(e => new SheetColumn(Text.Short(e), Width: 18)),
                        new(Text.LackingHead, ColumnKind.Whole),
                        new(Text.TeamHead, Width: 20),
                        new(Text.WorkerHead, Width: 28),
                    ],
                    [
                        .. Rows.Select(r =>
                            (IReadOnlyList<object?>)
                                [
                                    Viewing.ListName(r.Of.File.Child),
                                    r.Of.Case.OpenedOn,
                                    .. Codes<RecoveryElement>.All.Select(e => Text.State(r.Of.States[e])),
                                    r.Lacking,
                                    TeamsOf(r),
                                    WorkersOf(r),
                                ]
                        ),
                    ]
                )
                {
                    ChildIds = [.. Rows.Select(r => r.Of.File.Id).Distinct()],
                }
            );
        return new("genopretning", Text.ScanTitle, Day, tables, "genopretning?" + Query.ToQuery(), [Text.Basis(this)]);
    }

    static ExportTable GroupTable(string key, string title, string head, IReadOnlyList<LackingGroup> groups) =>
        new(
            key,
            title,
            [
                new(head, Width: 28),
                new(Text.CasesHead, ColumnKind.Whole),
                .. Codes<RecoveryElement>.All.Select(e => new SheetColumn(RecoveryElements.Name(e), ColumnKind.Whole)),
                new(Text.LackingHead, ColumnKind.Whole),
            ],
            [.. groups.Select(g => (IReadOnlyList<object?>)[g.Name, g.Cases, .. g.Lacking.Select(n => (object?)n), g.All])]
        );

    public string TeamsOf(ScanRow row) =>
        string.Join(", ", row.Whose.Teams.Select(t => t.Id is null ? Text.NoTeam : Viewing.TeamName(t.Id)));

    public string WorkersOf(ScanRow row) =>
        row.Whose.Employees.Count == 0 ? Text.Nobody : string.Join(", ", row.Whose.Employees.Select(e => Text.Employee(Viewing, e)));
}
