using Spor.Facts;

namespace Spor.Plans;

/// <summary>The goals a child works on, and their scores through all versions of the plan.</summary>
public static class GoalLines
{
    /// <summary>The goal that scores are kept on: the first of the line.</summary>
    public static long Root(GoalFact goal) => goal.ContinuesId ?? goal.Id;

    /// <summary>Neither closed before the day nor decided against. A plan that is still being written is open too.</summary>
    public static bool IsOpen(PlanFact plan, DateOnly on) =>
        plan.Needed != false && plan.DecidedOn <= on && (plan.ClosedOn is null || plan.ClosedOn >= on);

    /// <summary>The goals of the child's open plans on a day. Of a plan and its next version only one row of each goal: that of the
    /// finished one, else the newest.</summary>
    public static IReadOnlyList<GoalFact> Open(ChildFile file, DateOnly on) =>
        [
            .. from goal in file.Goals
            where goal.EndedOn is null || goal.EndedOn >= @on
            let plan = Array.Find(file.Plans, p => p.Id == goal.PlanId)
            where plan is not null && IsOpen(plan, @on)
            group (goal, plan) by Root(goal) into line
            let best = line.OrderBy(g => g.plan.FinishedOn <= @on ? 0 : 1)
                .ThenByDescending(g => g.plan.DecidedOn)
                .ThenByDescending(g => g.goal.Id)
                .First()
            orderby best.plan.DecidedOn, best.plan.Id, line.Key
            select best.goal,
        ];

    /// <summary>By day.</summary>
    public static IReadOnlyList<MeasurementFact> Scores(ChildFile file, GoalFact goal) =>
        [.. file.Measurements.Where(m => m.GoalId == Root(goal)).OrderBy(m => m.On)];
}
