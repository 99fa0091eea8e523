using Spor.Facts;
using Spor.Figures;
using Spor.Interventions;
using Spor.Requirements;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Day.Children;

/// <summary>A list of children as a page or a file shows it: what was asked for, over the children the viewer may see.</summary>
public sealed class ChildListView
{
    public required Viewing Viewing { get; init; }
    public required ChildQuery Query { get; init; }

    /// <summary>What was searched for; null = a filtered list. Never in an address or a log.</summary>
    public string? Term { get; init; }

    /// <summary>Why nothing was searched, or null.</summary>
    public string? TermProblem { get; init; }
    public required IReadOnlyList<ChildState> Visible { get; init; }

    /// <summary>All found, in no order.</summary>
    public required IReadOnlyList<ChildState> Found { get; init; }
    public required IReadOnlyList<ChildState> Rows { get; init; }
    public required int Page { get; init; }

    public bool IsSearch => Term is not null;
    public int Pages => Math.Max(1, (Found.Count + ChildQuery.PageSize - 1) / ChildQuery.PageSize);
    public DateOnly StepDay => Query.Filter.On ?? Query.Filter.B ?? Viewing.Today;

    /// <summary>What somebody who sees every child is shown is the same for all who do: kept with the snapshot.</summary>
    static readonly Derived<(ChildFilter Filter, ChildSort Sort, bool Descending), IReadOnlyList<ChildState>> OfEvery = new(
        8,
        (s, q) =>
            [
                .. ChildList.Sort(
                    s.Overview.Children.Where(ChildList.Matcher(q.Filter, s.Overview, () => s.Get(KeyFigures.Engine))),
                    q.Sort,
                    q.Descending,
                    s.Overview,
                    q.Filter.On ?? q.Filter.B
                ),
            ]
    );

    /// <summary>Puts all children into the list's usual order, so that the first reader need not wait for it.</summary>
    public static void Warm(Snapshot snapshot)
    {
        snapshot.Get(OfEvery, (new(), ChildSort.Due, false));
        snapshot.Get(AroundEvery);
    }

    sealed record Around(HashSet<long> Districts, HashSet<long> Employees)
    {
        public static Around Of(IEnumerable<ChildState> children)
        {
            var around = new Around([], []);
            foreach (var c in children)
            {
                if (c.Child.DistrictId is { } district)
                    around.Districts.Add(district);
                foreach (var employee in c.AssignedTo)
                    around.Employees.Add(employee);
            }
            return around;
        }
    }

    static readonly Derived<Around> AroundEvery = new(s => Around.Of(s.Overview.Children));

    Around Choices => around ??= Viewing.SeesEvery ? Viewing.Snapshot.Get(AroundEvery) : Around.Of(Visible);
    Around? around;

    /// <summary>The districts and the caseworkers of the children whom the viewer may see: what a list can be narrowed to.</summary>
    public IReadOnlySet<long> Districts => Choices.Districts;
    public IReadOnlySet<long> Caseworkers => Choices.Employees;

    public static ChildListView Listed(Viewing viewing, ChildQuery query)
    {
        if (viewing.SeesEvery)
        {
            var sorted = viewing.Snapshot.Get(OfEvery, (query.Filter, query.Sort, query.Descending));
            return Make(viewing, query, viewing.Visible, sorted, null, null, isSorted: true);
        }
        List<ChildState> found = [.. viewing.Visible.Where(ChildList.Matcher(query.Filter, viewing.Overview, () => viewing.Engine))];
        return Make(viewing, query, viewing.Visible, found, null, null);
    }

    /// <summary>A search goes through every child the viewer may see, with or without an active case.</summary>
    public static ChildListView Searched(
        Viewing viewing,
        string? typed,
        int page,
        Func<string, long> cprHash,
        Func<long, IReadOnlySet<long>> onceHad
    )
    {
        var (term, problem) = SearchTerm.Of(typed);
        var visible = viewing.Visible;
        var query = new ChildQuery(new(ActiveOnly: false), false, ChildSort.Name, false, page, []);
        List<ChildState> found = problem is null ? [.. visible.Where(ChildList.Search(term, cprHash, onceHad))] : [];
        return Make(viewing, query, visible, found, term, problem);
    }

    static ChildListView Make(
        Viewing viewing,
        ChildQuery query,
        IReadOnlyList<ChildState> visible,
        IReadOnlyList<ChildState> found,
        string? term,
        string? problem,
        bool isSorted = false
    )
    {
        var page = Math.Clamp(query.Page, 1, Math.Max(1, (found.Count + ChildQuery.PageSize - 1) / ChildQuery.PageSize));
        return new()
        {
            Viewing = viewing,
            Query = query,
            Term = term,
            TermProblem = problem,
            Visible = visible,
            Found = found,
            Page = page,
            isSorted = isSorted,
            Rows = [.. (isSorted ? found : Sorted(viewing, query, found)).Skip((page - 1) * ChildQuery.PageSize).Take(ChildQuery.PageSize)],
        };
    }

    static IEnumerable<ChildState> Sorted(Viewing viewing, ChildQuery query, IEnumerable<ChildState> found) =>
        ChildList.Sort(found, query.Sort, query.Descending, viewing.Overview, query.Filter.On ?? query.Filter.B);

    /// <summary>All found, in the list's order.</summary>
    public IEnumerable<ChildState> All => isSorted ? Found : Sorted(Viewing, Query, Found);

    bool isSorted;

    public int StepOf(ChildState child) =>
        Query.Filter.On is null && Query.Filter.B is null ? child.Step : Ladder.StepAt(child.File, Viewing.Register.Catalogue, StepDay);

    /// <summary>The first deadline of a child, of the requirement the list is about if it is about one.</summary>
    public Requirement? NextOf(ChildState child)
    {
        foreach (var r in child.Open)
            if (Query.Filter.Rule is null || r.Rule == Query.Filter.Rule)
                return r;
        return null;
    }

    public string CaseworkersOf(ChildState child) =>
        child.AssignedTo.Count > 0 ? string.Join(", ", child.AssignedTo.Select(e => Viewing.EmployeeName(e)))
        : child.Case is null ? ""
        : Text.Nobody;

    /// <param name="filter">As the access log keeps it.</param>
    public PageTables ToTables(string filter)
    {
        List<ChildState> all = [.. All];
        return new(
            "boern",
            Text.Title(this),
            Viewing.Today,
            [new("", Text.Title(this), Text.Columns, [.. all.Select(Row)]) { ChildIds = [.. all.Select(c => c.File.Id)] }],
            filter,
            IsSearch ? [] : [Text.Lede(this)]
        );
    }

    IReadOnlyList<object?> Row(ChildState c)
    {
        var next = NextOf(c);
        return
        [
            Viewing.ListName(c.Child),
            Text.Age(c.Child, Viewing.Today),
            Text.StepCell(StepOf(c)),
            Viewing.DistrictName(c.Child.DistrictId),
            c.Child.TargetGroup.Said(),
            CaseworkersOf(c),
            c.Case?.SourceKey,
            c.Case is { } open ? open.OpenedOn : Text.NoCase,
            next?.Due,
            next is { } r ? Law.NationalLaw.Of(r.Rule, r.Trigger).Title : "",
            c.Overdue,
            c.Missed,
        ];
    }
}
