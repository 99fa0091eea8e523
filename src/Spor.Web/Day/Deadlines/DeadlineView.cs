using System.Globalization;
using Spor.Facts;
using Spor.Figures.Engine;
using Spor.Law;
using Spor.Requirements;
using Spor.Web.Access;
using Spor.Web.Day.Children;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;
using Spor.Workforce;

namespace Spor.Web.Day.Deadlines;

public enum Grouping
{
    [Code("krav")]
    Rule,

    [Code("raadgiver")]
    Caseworker,

    [Code("barn")]
    Child,
}

/// <summary>What the address of the deadlines page says.</summary>
/// <param name="TeamId">Null = every child the viewer may see.</param>
/// <param name="Ahead">Days from today within which an upcoming requirement is shown.</param>
/// <param name="Group">The key of the group that is open; null = the first.</param>
/// <param name="Page">Of the groups, or of the open group's rows if one is named. From 1.</param>
public sealed record DeadlineQuery(long? TeamId, int Ahead, Grouping By, IReadOnlyList<string> Messages, string? Group = null, int Page = 1)
{
    public static DeadlineQuery Read(IQueryCollection query, Viewing viewing)
    {
        var messages = new List<string>();
        string? Given(string key) => query[key].ToString().Trim() is { Length: > 0 } text ? text : null;
        var own = viewing.Viewer.SeesAll ? null : viewing.Viewer.TeamId;
        var team = own;
        if (Given("team") is { } asked)
        {
            if (Form.Number(asked) is not { } id || !viewing.Register.Teams.Any(t => t.TeamId == id))
                messages.Add(Text.NotUnderstood(Text.TeamExpected));
            else if (!viewing.Viewer.SeesAll && !viewing.Viewer.Teams.Contains(id))
                messages.Add(Text.OnlyOwnTeam);
            else
                team = id;
        }
        var ahead = 30;
        if (Given("frem") is { } days)
        {
            if (Form.Whole(days) is { } n && Text.Periods.Contains(n))
                ahead = n;
            else
                messages.Add(Text.NotUnderstood(Text.AheadExpected));
        }
        var by = Grouping.Rule;
        if (Given("efter") is { } grouping && !Codes<Grouping>.TryDanish(grouping, out by))
        {
            by = Grouping.Rule;
            messages.Add(Text.NotUnderstood(Text.GroupExpected));
        }
        return new(team, ahead, by, messages, Given("gruppe"), Paged.Asked(query));
    }

    /// <summary>All but which group and page.</summary>
    public string ToQuery()
    {
        var n = CultureInfo.InvariantCulture;
        return (TeamId is { } team ? string.Create(n, $"?team={team}&") : "?") + string.Create(n, $"efter={By.Danish()}&frem={Ahead}");
    }

    public string Href(string? group, int page = 1) =>
        "/frister"
        + ToQuery()
        + (group is null ? "" : "&gruppe=" + Uri.EscapeDataString(group))
        + (page == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"&{Paged.Key}={page}"))
        + (group is null ? "" : "#" + Uri.EscapeDataString(group));
}

/// <summary>One requirement that waits or is over its day.</summary>
public readonly record struct DeadlineRow(ChildState Child, Requirement Requirement)
{
    public RuleInForce Law => NationalLaw.Of(Requirement.Rule, Requirement.Trigger);
    public bool IsOverdue => Requirement.State == RequirementState.Overdue;
}

/// <summary>The rows of some children, by due day, and what they add up to.</summary>
/// <param name="Children">How many children were looked at.</param>
public sealed record DeadlineRows(IReadOnlyList<DeadlineRow> Rows, int Children, int Missed, int OverdueLaw, int OverdueModel, int Soon)
{
    public const int SoonDays = 7;

    /// <summary>Of every child, to a day.</summary>
    public static Derived<DateOnly, DeadlineRows> OfEvery { get; } = new(4, (s, until) => Of(s.Overview.Children, s.Day, until));

    public static DeadlineRows Of(IReadOnlyList<ChildState> children, DateOnly today, DateOnly until)
    {
        var rows = new List<DeadlineRow>();
        int missed = 0,
            law = 0,
            model = 0,
            soon = 0;
        foreach (var c in children)
        {
            missed += c.Missed;
            foreach (var r in c.Open)
            {
                if (r.Due > until)
                    break;
                var row = new DeadlineRow(c, r);
                rows.Add(row);
                if (!row.IsOverdue)
                    soon += r.Due <= today.AddDays(SoonDays) ? 1 : 0;
                else if (row.Law.IsLaw)
                    law += r.Rounds;
                else
                    model += r.Rounds;
            }
        }
        rows.Sort(
            (a, b) =>
                a.Requirement.Due != b.Requirement.Due ? a.Requirement.Due.CompareTo(b.Requirement.Due)
                : a.Requirement.Rule != b.Requirement.Rule ? a.Requirement.Rule.CompareTo(b.Requirement.Rule)
                : a.Child.File.Id.CompareTo(b.Child.File.Id)
        );
        return new(rows, children.Count, missed, law, model, soon);
    }
}

/// <param name="Key">Unique on the page, for an element's id.</param>
/// <param name="Rows">The most urgent first.</param>
/// <param name="Href">The list of children behind.</param>
public sealed record DeadlineGroup(
    string Key,
    string Title,
    Rule? Rule,
    int Overdue,
    int Upcoming,
    int? Missed,
    (int OnTime, int Due)? Compliance,
    int? Step,
    IReadOnlyList<DeadlineRow> Rows,
    string Href
)
{
    public int Count => Rows.Count;
}

/// <summary>Everything overdue or soon due for the children of a team whom the viewer may see.</summary>
public sealed class DeadlineView
{
    /// <summary>Groups on a page; the rows of the open one stand beside them.</summary>
    public const int GroupsAPage = 50;
    public const int RowsAPage = 50;

    /// <summary>Of the group that nobody asked for only the beginning is shown, so that the others are still in sight.</summary>
    const int FirstRows = 8;

    public required Viewing Viewing { get; init; }
    public required DeadlineQuery Query { get; init; }
    public required DeadlineRows Of { get; init; }
    public int ChildrenSeen => Of.Children;

    /// <summary>By due day.</summary>
    public IReadOnlyList<DeadlineRow> Rows => Of.Rows;
    public int Missed => Of.Missed;
    public required Paged<DeadlineGroup> Groups { get; init; }

    /// <summary>The one whose rows are shown: the one asked for, else the first on the page; null where there is none.</summary>
    public required DeadlineGroup? Open { get; init; }
    public required Paged<DeadlineRow> OpenRows { get; init; }
    public required DateOnly Since { get; init; }

    public int OverdueLaw => Of.OverdueLaw;
    public int OverdueModel => Of.OverdueModel;
    public int Overdue => OverdueLaw + OverdueModel;
    public DateOnly SoonTo => Viewing.Today.AddDays(DeadlineRows.SoonDays);
    public int Soon => Of.Soon;
    public string Place =>
        Query.TeamId is { } team ? Viewing.TeamName(team)
        : Viewing.Viewer.SeesAll ? Text.Whole
        : Viewing.Viewer.Name;

    /// <summary>The children whose name or deadline stands on the page.</summary>
    public IEnumerable<long> ShownIds =>
        OpenRows
            .Rows.Select(r => r.Child)
            .Concat(Query.By == Grouping.Child ? Groups.Rows.Select(g => g.Rows[0].Child) : [])
            .Select(c => c.File.Id)
            .Distinct();

    /// <param name="grouped">False for a file, which has all rows in one list.</param>
    public static DeadlineView Read(Viewing viewing, DeadlineQuery query, bool grouped)
    {
        var until = viewing.Today.AddDays(query.Ahead);
        var since = viewing.Today.AddMonths(-12);
        // Whoever sees every child sees the same as the others who do.
        var whole = query.TeamId is null && viewing.SeesEvery;
        List<ChildState> children = [];
        if (!whole)
        {
            var group = new Group(query.TeamId);
            children = [.. viewing.Visible.Where(c => group.Has(c.File, viewing.Register.Staff, viewing.Today))];
        }
        var of = whole ? viewing.Snapshot.Get(DeadlineRows.OfEvery, until) : DeadlineRows.Of(children, viewing.Today, until);
        List<DeadlineGroup> groups = [];
        if (grouped)
            groups = query.By switch
            {
                Grouping.Rule when whole => viewing.Snapshot.Get(RulesOfEvery, until),
                Grouping.Rule => ByRule(
                    query.TeamId,
                    of.Rows,
                    RuleFigures.Of(
                        viewing.Snapshot,
                        viewing.Viewer.SeesAll && query.TeamId is null ? null : children,
                        new(since, viewing.Today)
                    )
                ),
                Grouping.Caseworker => ByCaseworker(viewing, of.Rows),
                _ => ByChild(of.Rows),
            };
        var asked = query.Group is { } key ? groups.Find(g => g.Key == key) : null;
        // The page of groups on which the open one stands.
        var page = Paged.Of(groups, asked is null ? query.Page : groups.IndexOf(asked) / GroupsAPage + 1, GroupsAPage);
        var open = asked ?? page.Rows.FirstOrDefault(g => g.Count > 0);
        return new()
        {
            Viewing = viewing,
            Query = query,
            Of = of,
            Groups = page,
            Open = open,
            OpenRows = asked is null ? Paged.Of(open?.Rows ?? [], 1, FirstRows) : Paged.Of(asked.Rows, query.Page, RowsAPage),
            Since = since,
        };
    }

    static readonly Derived<DateOnly, List<DeadlineGroup>> RulesOfEvery = new(
        4,
        (s, until) => ByRule(null, s.Get(DeadlineRows.OfEvery, until).Rows, RuleFigures.Of(s, null, new(s.Day.AddMonths(-12), s.Day)))
    );

    static List<DeadlineGroup> ByRule(long? team, IReadOnlyList<DeadlineRow> rows, RuleFigures figures)
    {
        var by = rows.ToLookup(r => r.Requirement.Rule);
        // The title stands with the law in force now; a single row has that of its own trigger's day.
        return
        [
            .. Codes<Rule>
                .All.Where(rule =>
                    by.Contains(rule) || figures.Missed(rule) > 0 || (rule != Rule.CaseCurrent && figures.Compliance(rule).Due > 0)
                )
                .Select(rule =>
                    Group(
                        rule.Danish(),
                        NationalLaw.Of(rule, DateOnly.MaxValue).Title,
                        [.. by[rule]],
                        ChildQuery.Href(new(TeamId: team, Rule: rule, ActiveOnly: false))
                    ) with
                    {
                        Rule = rule,
                        Missed = figures.Missed(rule),
                        Compliance = rule != Rule.CaseCurrent ? figures.Compliance(rule) : null,
                    }
                )
                .OrderByDescending(g => g.Overdue)
                .ThenByDescending(g => g.Upcoming),
        ];
    }

    static List<DeadlineGroup> ByCaseworker(Viewing viewing, IReadOnlyList<DeadlineRow> rows) =>
        [
            .. rows.GroupBy(r => r.Child.AssignedTo.Count > 0 ? r.Child.AssignedTo[0] : (long?)null)
                .Select(g =>
                    Group(
                        "raadgiver-" + (g.Key?.ToString(CultureInfo.InvariantCulture) ?? "ingen"),
                        g.Key is { } e ? viewing.EmployeeName(e) : Text.Nobody,
                        [.. g],
                        ChildQuery.Href(g.Key is { } id ? new(EmployeeId: id) : new(Unassigned: true))
                    ) with
                    {
                        Missed = g.Select(r => r.Child).Distinct().Sum(c => c.Missed),
                    }
                )
                .OrderByDescending(g => g.Overdue)
                .ThenByDescending(g => g.Upcoming)
                .ThenBy(g => g.Title, StringComparer.Create(Kernel.Danish.Culture, false)),
        ];

    static List<DeadlineGroup> ByChild(IReadOnlyList<DeadlineRow> rows) =>
        [
            .. rows.GroupBy(r => r.Child)
                .Select(g =>
                    Group(
                        "barn-" + g.Key.File.Id.ToString(CultureInfo.InvariantCulture),
                        Viewing.ListName(g.Key.Child),
                        [.. g],
                        "/barn/" + g.Key.File.Id.ToString(CultureInfo.InvariantCulture)
                    ) with
                    {
                        Missed = g.Key.Missed,
                        Step = g.Key.Step,
                    }
                )
                .OrderBy(g => g.Rows[0].Requirement.Due)
                .ThenByDescending(g => g.Overdue),
        ];

    static DeadlineGroup Group(string key, string title, List<DeadlineRow> rows, string href) =>
        new(
            key,
            title,
            null,
            rows.Sum(r => r.IsOverdue ? r.Requirement.Rounds : 0),
            rows.Count(r => !r.IsOverdue),
            null,
            null,
            null,
            rows,
            href
        );

    public PageTables ToTables() =>
        new(
            "frister",
            Text.Title,
            Viewing.Today,
            [
                new(
                    "",
                    Text.Title,
                    Text.Columns,
                    [
                        .. Rows.Select(row => (Row: row, row.Law))
                            .Select(r =>
                                (IReadOnlyList<object?>)
                                    [
                                        r.Row.Requirement.Due,
                                        Viewing.ListName(r.Row.Child.Child),
                                        Children.Text.Age(r.Row.Child.Child, Viewing.Today),
                                        Children.Text.StepCell(r.Row.Child.Step),
                                        r.Law.Title,
                                        r.Law.IsLaw ? Text.Law : Text.Model,
                                        r.Law.Section,
                                        Text.State(r.Row.IsOverdue)
                                            + (
                                                r.Row.Requirement.Rounds > 1
                                                    ? ", " + Frame.Layout.ShellText.Rounds(r.Row.Requirement.Rounds)
                                                    : ""
                                            ),
                                        Caseworker(r.Row.Child),
                                        r.Law.Fulfils,
                                    ]
                            ),
                    ]
                )
                {
                    ChildIds = [.. Rows.Select(r => r.Child.File.Id).Distinct()],
                },
            ],
            "frister" + Query.ToQuery()
        );

    public string Caseworker(ChildState child) =>
        child.AssignedTo.Count > 0 ? string.Join(", ", child.AssignedTo.Select(e => Viewing.EmployeeName(e))) : Text.Nobody;
}
