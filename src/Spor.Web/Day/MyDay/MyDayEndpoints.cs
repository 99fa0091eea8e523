using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Interventions;
using Spor.Law;
using Spor.Plans;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Day.MyDay;

/// <summary>One thing somebody must do.</summary>
public sealed record Duty(ChildState Child, Requirement Owed)
{
    public RuleInForce Rule => NationalLaw.Of(Owed.Rule, Owed.Trigger);
}

/// <summary>Something agreed in a plan that is not done yet, its text opened.</summary>
public sealed record Agreed(ChildState Child, PlanActionFact Task);

static class MyDayEndpoints
{
    /// <summary>Rows of duties on a page; what was agreed stands beside them.</summary>
    const int DutiesAPage = 60;

    /// <summary>How far ahead the page looks unless asked for all (days).</summary>
    public const int Ahead = 30;

    /// <summary>What the number in the menu counts beside the overdue (days).</summary>
    const int Soon = 7;

    public static void MapMyDay(this WebApplication app) => app.MapGet("/min-dag", Show).RequireAuthorization(Policies.Children);

    /// <summary>Overdue, and due within a week; null for those who have no children of their own.</summary>
    public static int? Pressing(Viewing viewing) =>
        viewing.Viewer.EmployeeId is null ? null : viewing.Mine.Sum(c => c.Open.Count(r => r.Due <= viewing.Today.AddDays(Soon)));

    static IResult Show(Viewing viewing, Showing log, FactReader facts, HttpContext context, string? alle)
    {
        if (viewing.Viewer.EmployeeId is not { } me)
            return new RazorComponentResult<NotACaseworker>();
        var children = viewing.Mine.ToList();
        var open = children.SelectMany(c => c.Open.Select(r => new Duty(c, r))).MostUrgent().ToList();
        var last = viewing.Today.AddDays(Ahead);
        var near = open.Where(d => d.Owed.Due <= last).ToList();
        var all = alle == "ja";
        var steps = new int[Ladder.Steps];
        foreach (var child in children)
            steps[child.Step]++;
        var shown = Paged.Of(all ? open : near, Paged.Asked(context.Request.Query), DutiesAPage);
        var tasks = Tasks(children, facts, viewing.Today, all ? null : last);
        var promised = Spor.Web.Conferences.Agreements.MyAgreements.Of(children, facts, all ? null : last);
        log.Looked(
            viewing.Viewer.Key,
            "min-dag",
            [
                .. shown
                    .Rows.Select(d => d.Child.File.Id)
                    .Concat(tasks.Select(t => t.Child.File.Id))
                    .Concat(promised.Select(p => p.Child.File.Id))
                    .Concat(Spor.Web.Case.Cases.Todos.Shown(viewing))
                    .Distinct(),
            ],
            all ? "alle kommende" : null
        );
        return new RazorComponentResult<MyDayPage>(
            new
            {
                Children = children,
                Duties = shown,
                All = all,
                Tasks = tasks,
                Promised = promised,
                Later = open.Count - near.Count,
                Missed = children.Sum(c => c.Missed),
                Load = viewing.Overview.Load.Employees.FirstOrDefault(e => e.EmployeeId == me),
                Steps = steps,
            }
        );
    }

    /// <summary>What is agreed in the children's open plans and not done: the overdue, what is due by the day, and what has no
    /// day.</summary>
    static IReadOnlyList<Agreed> Tasks(IReadOnlyList<ChildState> children, FactReader facts, DateOnly today, DateOnly? dueBy)
    {
        var open = children
            .SelectMany(c =>
                c.File.PlanActions.Where(a =>
                    a.DoneOn is null
                    && (dueBy is null || a.DueOn is null || a.DueOn <= dueBy)
                    && Array.Exists(c.File.Plans, p => p.Id == a.PlanId && GoalLines.IsOpen(p, today))
                )
            )
            .ToList();
        var child = children.ToDictionary(c => c.File.Id);
        return
        [
            .. facts.Opened(open).OrderBy(a => a.DueOn ?? DateOnly.MaxValue).ThenBy(a => a.Id).Select(a => new Agreed(child[a.ChildId], a)),
        ];
    }

    static IOrderedEnumerable<Duty> MostUrgent(this IEnumerable<Duty> duties) => Frame.Layout.When.MostUrgentFirst(duties, d => d.Owed);
}
