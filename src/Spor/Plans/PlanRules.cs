using Spor.Access;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Law;
using Spor.Verbs;

namespace Spor.Plans;

/// <summary>One child's plan; of a joint plan there is one for each sibling that an act is done for.</summary>
public sealed record PlanOf(ChildFile File, PlanFact Plan);

/// <summary>Something that is done with a child's plan, and with those of chosen siblings when it is a joint one.</summary>
public interface IPlanStep : IAboutChild
{
    long PlanId { get; }

    /// <summary>The siblings that it is done for too.</summary>
    IReadOnlyList<long> AlsoFor { get; }
    IReadOnlyList<long> IAboutChild.Others => AlsoFor;
}

/// <summary>Ticks off what was agreed.</summary>
public sealed record TickTask(long ChildId, long PlanId, long TaskId) : IAboutChild, ICommand<TickTask>
{
    public static Verb<TickTask> Verb { get; } =
        new(
            "tick-task",
            Capability.Casework,
            (c, now) => PlanRules.Tick(Array.Find(now.File.PlanActions, a => a.Id == c.TaskId && a.PlanId == c.PlanId), now.Today)
        );
}

/// <summary>Begins a plan: barnets plan (BL 91), ungeplan (BL 108), handleplan (SEL 140).</summary>
public sealed record StartPlan(PlanKind Kind, DateOnly DecidedOn, long? DecisionId, string? Summary, string? FamilySupport)
    : IAboutChild,
        ICommand<StartPlan>
{
    public long ChildId { get; init; }

    /// <summary>The siblings that share it (BL 91).</summary>
    public IReadOnlyList<long> Siblings { get; init; } = [];
    IReadOnlyList<long> IAboutChild.Others => Siblings;

    public static Verb<StartPlan> Verb { get; } =
        new(
            "start-plan",
            Capability.Casework,
            (c, now) =>
                c.DecisionId is { } decision && !Array.Exists(now.File.Decisions, d => d.Id == decision)
                    ? new Refusal("thing-not-there", nameof(c.DecisionId))
                : c.Siblings.Except([c.ChildId]).Except(now.Siblings().Select(s => s.Id)).Any()
                    ? new Refusal("thing-not-there", nameof(c.Siblings))
                : PlanRules.Start(c, [now.File, .. now.Siblings().Where(s => c.Siblings.Contains(s.Id))], now.Today, now.NewId)
        )
        {
            ChildOf = (c, _) => c.Siblings.Count > 0 ? null : c.ChildId,
        };
}

/// <summary>Says the plan's own words: what it is about, and the support of the family.</summary>
public sealed record EditPlan(string? Summary, string? FamilySupport) : IPlanStep, ICommand<EditPlan>
{
    public long ChildId { get; init; }
    public long PlanId { get; init; }
    public IReadOnlyList<long> AlsoFor { get; init; } = [];

    public static Verb<EditPlan> Verb { get; } =
        new("edit-plan", Capability.Casework, (c, now) => PlanRules.Edit(c, PlanRules.Targets(c, now, texts: true)))
        {
            Shown = (c, now) => Array.Find(now.File.Plans, p => p.Id == c.PlanId),
            ChildOf = PlanRules.EntryOf,
        };
}

/// <summary>Writes a goal, or changes one.</summary>
/// <param name="GoalId">Null for a new one.</param>
/// <param name="StartScore">Where the child stands, 1 to 10; only with a new goal.</param>
public sealed record WriteGoal(
    long? GoalId,
    string? Description,
    string? Indicator,
    Theme? Theme,
    string? Who,
    long? StartScore,
    DateOnly? EndedOn
) : IPlanStep, ICommand<WriteGoal>
{
    public long ChildId { get; init; }
    public long PlanId { get; init; }
    public IReadOnlyList<long> AlsoFor { get; init; } = [];

    public static Verb<WriteGoal> Verb { get; } =
        new("write-goal", Capability.Casework, (c, now) => PlanRules.Write(c, PlanRules.Targets(c, now), now.Today, now.NewId))
        {
            Shown = (c, now) => c.GoalId is { } goal ? now.Facts.Find<GoalFact>(goal) : null,
            ChildOf = PlanRules.EntryOf,
        };
}

/// <summary>Who does what by when.</summary>
/// <param name="TaskId">Null for a new one.</param>
public sealed record WriteTask(long? TaskId, long? GoalId, string? What, string? Who, DateOnly DueOn, DateOnly? DoneOn)
    : IAboutChild,
        ICommand<WriteTask>
{
    public long ChildId { get; init; }
    public long PlanId { get; init; }

    public static Verb<WriteTask> Verb { get; } =
        new(
            "write-task",
            Capability.Casework,
            (c, now) =>
                PlanRules.Target(now.File, c.PlanId) is { } target
                    ? PlanRules.Write(c, target, now.Today, now.NewId)
                    : new Refusal("thing-not-there")
        )
        {
            Shown = (c, now) => c.TaskId is { } task ? now.Facts.Find<PlanActionFact>(task) : null,
        };
}

/// <summary>The plan is ready; the version before it ends that day.</summary>
public sealed record FinishPlan(DateOnly FinishedOn) : IPlanStep, ICommand<FinishPlan>
{
    public long ChildId { get; init; }
    public long PlanId { get; init; }
    public IReadOnlyList<long> AlsoFor { get; init; } = [];

    public static Verb<FinishPlan> Verb { get; } =
        new("finish-plan", Capability.Casework, (c, now) => PlanRules.Finish(c, PlanRules.Targets(c, now), now.Today))
        {
            ChildOf = PlanRules.EntryOf,
        };
}

public sealed record ClosePlan(DateOnly ClosedOn, string? Reason) : IPlanStep, ICommand<ClosePlan>
{
    public long ChildId { get; init; }
    public long PlanId { get; init; }
    public IReadOnlyList<long> AlsoFor { get; init; } = [];

    public static Verb<ClosePlan> Verb { get; } =
        new("close-plan", Capability.Casework, (c, now) => PlanRules.Close(c, PlanRules.Targets(c, now, texts: true), now.Today))
        {
            ChildOf = PlanRules.EntryOf,
        };
}

/// <summary>Begins the next version. The one in force stays so until the next is finished.</summary>
public sealed record RevisePlan(DateOnly DecidedOn, string? Reason) : IPlanStep, ICommand<RevisePlan>
{
    public long ChildId { get; init; }
    public long PlanId { get; init; }
    public IReadOnlyList<long> AlsoFor { get; init; } = [];

    public static Verb<RevisePlan> Verb { get; } =
        new(
            "revise-plan",
            Capability.Casework,
            (c, now) => PlanRules.Revise(c, PlanRules.Targets(c, now, texts: true), now.Today, now.NewId)
        )
        {
            ChildOf = PlanRules.EntryOf,
        };
}

/// <summary>Whether a young person needs a youth plan (BL 108).</summary>
public sealed record DecideYouthPlan(DateOnly DecidedOn, bool? Needed, string? Reason) : IAboutChild, ICommand<DecideYouthPlan>
{
    public long ChildId { get; init; }

    public static Verb<DecideYouthPlan> Verb { get; } =
        new("decide-youth-plan", Capability.Casework, (c, now) => PlanRules.Decide(c, now.File, now.Catalogue, now.Today, now.NewId()));
}

public static partial class PlanRules
{
    /// <summary>An entry about several children is nobody's alone.</summary>
    internal static long? EntryOf(IPlanStep c, Now now) => c.AlsoFor.Count > 0 ? null : c.ChildId;

    internal static PlanOf? Target(ChildFile file, long plan) => Array.Find(file.Plans, p => p.Id == plan) is { } of ? new(file, of) : null;

    /// <summary>The plan and those of the chosen siblings; the child's own first. Empty if the child has no such plan.</summary>
    /// <param name="texts">Opens the texts of the plans and their goals, for a rule that copies or changes a part of them.</param>
    internal static IReadOnlyList<PlanOf> Targets(IPlanStep c, Now now, bool texts = false)
    {
        if (Target(now.File, c.PlanId) is not { } main)
            return [];
        var targets = new List<PlanOf> { main };
        foreach (var sibling in main.Plan.SharedId is null ? [] : c.AlsoFor.Except([c.ChildId]))
            if (now.Facts.Child(sibling) is { } file && Array.Find(file.Plans, p => p.SharedId == main.Plan.SharedId) is { } plan)
                targets.Add(new(file, plan));
        if (texts)
            foreach (var (file, plan) in targets)
            {
                now.Facts.Opened(plan);
                foreach (var goal in file.Goals.Where(g => g.PlanId == plan.Id))
                    now.Facts.Opened(goal);
            }
        return targets;
    }

    /// <param name="files">The child, and the siblings that share the plan.</param>
    public static Decision Start(StartPlan c, IReadOnlyList<ChildFile> files, DateOnly today, Func<long> id)
    {
        var wrong = new List<Refusal>();
        if (c.DecidedOn > today)
            wrong.Add(new("day-in-future", nameof(c.DecidedOn)));
        if (PlanLaw.Of(c.Kind, c.DecidedOn) is not { } law)
            wrong.Add(new("plan-not-in-law", nameof(c.Kind)));
        else if (files.Any(f => f.Child.BornOn.AddYears(law.FromAge) > c.DecidedOn))
            wrong.Add(new("youth-plan-too-young", nameof(c.Kind)));
        // A handleplan and a barnets plan are the same plan under two laws.
        if (
            files.Any(f =>
                f.Plans.Any(p => (p.Kind == PlanKind.YouthPlan) == (c.Kind == PlanKind.YouthPlan) && GoalLines.IsOpen(p, c.DecidedOn))
            )
        )
            wrong.Add(new("plan-open-already"));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        long? shared = files.Count > 1 ? id() : null;
        return Decision.Of([
            .. files.Select(
                (f, i) =>
                    new Recorded(
                        FactKinds.Plan,
                        new PlanFact
                        {
                            Id = id(),
                            ChildId = f.Id,
                            Kind = c.Kind,
                            DecidedOn = c.DecidedOn,
                            SharedId = shared,
                            DecisionId = i == 0 ? c.DecisionId : null,
                            Summary = c.Summary,
                            FamilySupport = c.FamilySupport,
                        }
                    )
            ),
        ]);
    }

    /// <param name="plans">With their texts opened.</param>
    public static Decision Edit(EditPlan c, IReadOnlyList<PlanOf> plans) =>
        Open(plans) is { } no
            ? no
            : Decision.Of([
                .. plans.Select(p =>
                    Changed(
                        p.Plan,
                        f =>
                        {
                            f.TextId = null;
                            (f.Summary, f.FamilySupport) = (c.Summary, c.FamilySupport);
                        }
                    )
                ),
            ]);

    public static Decision Write(WriteGoal c, IReadOnlyList<PlanOf> plans, DateOnly today, Func<long> id)
    {
        if (Open(plans) is { } no)
            return no;
        var main = plans[0];
        var before = c.GoalId is { } goalId ? Array.Find(main.File.Goals, g => g.Id == goalId && g.PlanId == main.Plan.Id) : null;
        if (c.GoalId is not null && before is null)
            return new Refusal("thing-not-there");
        var wrong = new List<Refusal>();
        if (c.Description is null)
            wrong.Add(new("goal-without-description", nameof(c.Description)));
        if (c.Indicator is null)
            wrong.Add(new("goal-without-indicator", nameof(c.Indicator)));
        if (c.StartScore is < GoalScore.Least or > GoalScore.Most)
            wrong.Add(new("score-out-of-range", nameof(c.StartScore)));
        if (c.EndedOn > today)
            wrong.Add(new("day-in-future", nameof(c.EndedOn)));
        if (c.EndedOn < main.Plan.DecidedOn)
            wrong.Add(new("day-before-plan", nameof(c.EndedOn)));
        if (wrong.Count > 0)
            return Decision.No(wrong);

        var shared = before?.SharedId ?? (plans.Count > 1 ? id() : null);
        var events = new List<DomainEvent>();
        foreach (var (file, plan) in plans)
        {
            var mine =
                ReferenceEquals(plan, main.Plan) ? before
                : shared is null ? null
                : Array.Find(file.Goals, g => g.PlanId == plan.Id && g.SharedId == shared);
            void Say(GoalFact f)
            {
                f.TextId = null;
                (f.Description, f.Indicator, f.Theme, f.Who, f.EndedOn, f.SharedId) = (
                    c.Description,
                    c.Indicator,
                    c.Theme,
                    c.Who,
                    c.EndedOn,
                    shared
                );
            }
            if (mine is not null)
            {
                events.Add(Changed(mine, Say));
                continue;
            }
            var goal = new GoalFact
            {
                Id = id(),
                ChildId = file.Id,
                PlanId = plan.Id,
            };
            Say(goal);
            events.Add(new Recorded(FactKinds.Goal, goal));
            if (c.StartScore is { } score)
                events.Add(
                    new Recorded(
                        FactKinds.Measurement,
                        new MeasurementFact
                        {
                            Id = id(),
                            ChildId = file.Id,
                            GoalId = goal.Id,
                            On = today,
                            Score = (int)score,
                        }
                    )
                );
        }
        return Decision.Of(events);
    }

    public static Decision Write(WriteTask c, PlanOf of, DateOnly today, Func<long> id)
    {
        if (Open([of]) is { } no)
            return no;
        var before = c.TaskId is { } taskId ? Array.Find(of.File.PlanActions, a => a.Id == taskId && a.PlanId == of.Plan.Id) : null;
        if (c.TaskId is not null && before is null)
            return new Refusal("thing-not-there");
        var wrong = new List<Refusal>();
        if (c.What is null)
            wrong.Add(new("task-without-what", nameof(c.What)));
        if (c.Who is null)
            wrong.Add(new("task-without-who", nameof(c.Who)));
        if (c.DoneOn > today)
            wrong.Add(new("day-in-future", nameof(c.DoneOn)));
        if (c.GoalId is { } goal && !Array.Exists(of.File.Goals, g => g.Id == goal && g.PlanId == of.Plan.Id))
            wrong.Add(new("thing-not-there", nameof(c.GoalId)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        void Say(PlanActionFact f)
        {
            f.TextId = null;
            (f.What, f.Who, f.GoalId, f.DueOn, f.DoneOn) = (c.What, c.Who, c.GoalId, c.DueOn, c.DoneOn);
        }
        if (before is not null)
            return Changed(before, Say);
        var task = new PlanActionFact
        {
            Id = id(),
            ChildId = of.File.Id,
            PlanId = of.Plan.Id,
        };
        Say(task);
        return new Recorded(FactKinds.PlanAction, task);
    }

    /// <summary>Done today.</summary>
    public static Decision Tick(PlanActionFact? task, DateOnly today) =>
        task is null ? new Refusal("thing-not-there")
        : task.DoneOn is not null ? new Refusal("task-done-already")
        : Changed(task, f => f.DoneOn = today);

    /// <summary>Several that were found done on a day.</summary>
    /// <param name="tasks">Ids of what was agreed in the child's plans.</param>
    /// <param name="field">The form's field that named them.</param>
    public static IEnumerable<DomainEvent> Ticked(IReadOnlyList<long> tasks, ChildFile file, DateOnly on, string field, List<Refusal> wrong)
    {
        var events = new List<DomainEvent>();
        foreach (var id in tasks.Distinct())
            if (Array.Find(file.PlanActions, a => a.Id == id) is not { } task)
                wrong.Add(new("thing-not-there", field));
            else if (task.DoneOn is not null)
                wrong.Add(new("task-done-already", field));
            else
                events.Add(Changed(task, f => f.DoneOn = on));
        return events;
    }

    public static Decision Finish(FinishPlan c, IReadOnlyList<PlanOf> plans, DateOnly today)
    {
        if (Open(plans) is { } no)
            return no;
        var wrong = new List<Refusal>();
        CheckDay(c.FinishedOn, nameof(c.FinishedOn), plans, today, wrong);
        if (plans.Any(p => p.Plan.FinishedOn is not null))
            wrong.Add(new("plan-finished-already"));
        if (plans.Any(p => !p.File.Goals.Any(g => g.PlanId == p.Plan.Id)))
            wrong.Add(new("plan-without-goals"));
        else if (
            plans.Any(p => p.Plan.Kind == PlanKind.YouthPlan && !p.File.Goals.Any(g => g.PlanId == p.Plan.Id && g.Theme == Theme.School))
        )
            wrong.Add(new("youth-plan-without-education"));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        var events = new List<DomainEvent>();
        foreach (var (file, plan) in plans)
        {
            events.Add(Changed(plan, f => f.FinishedOn = c.FinishedOn));
            if (plan.ReplacesId is not { } earlier || Array.Find(file.Plans, p => p.Id == earlier) is not { ClosedOn: null } old)
                continue;
            events.Add(Changed(old, f => f.ClosedOn = c.FinishedOn));
            // What is still to be done goes on in the new version.
            foreach (var task in file.PlanActions.Where(a => a.PlanId == old.Id && a.DoneOn is null))
                events.Add(
                    Changed(
                        task,
                        f =>
                        {
                            f.PlanId = plan.Id;
                            f.GoalId = Array.Find(file.Goals, g => g.Id == task.GoalId) is { } was
                                ? Array.Find(file.Goals, g => g.PlanId == plan.Id && GoalLines.Root(g) == GoalLines.Root(was))?.Id
                                : null;
                        }
                    )
                );
        }
        return Decision.Of(events);
    }

    /// <param name="plans">With their texts opened.</param>
    public static Decision Close(ClosePlan c, IReadOnlyList<PlanOf> plans, DateOnly today)
    {
        if (Open(plans) is { } no)
            return no;
        var wrong = new List<Refusal>();
        CheckDay(c.ClosedOn, nameof(c.ClosedOn), plans, today, wrong);
        if (c.Reason is null)
            wrong.Add(new("plan-closed-without-reason", nameof(c.Reason)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        return Decision.Of([.. plans.Select(p => Changed(p.Plan, f => (f.ClosedOn, f.Reason) = (c.ClosedOn, c.Reason)))]);
    }

    /// <param name="plans">With the texts of the plans and their goals opened.</param>
    public static Decision Revise(RevisePlan c, IReadOnlyList<PlanOf> plans, DateOnly today, Func<long> id)
    {
        if (Open(plans) is { } no)
            return no;
        var wrong = new List<Refusal>();
        CheckDay(c.DecidedOn, nameof(c.DecidedOn), plans, today, wrong);
        if (plans.Any(p => p.Plan.FinishedOn is null))
            wrong.Add(new("plan-not-finished"));
        if (plans.Any(p => p.File.Plans.Any(n => n.ReplacesId == p.Plan.Id && n.ClosedOn is null)))
            wrong.Add(new("plan-revision-begun"));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        long? shared = plans.Count > 1 ? id() : null;
        var events = new List<DomainEvent>();
        foreach (var (file, plan) in plans)
        {
            var next = new PlanFact
            {
                Id = id(),
                ChildId = file.Id,
                Kind = plan.Kind == PlanKind.YouthPlan ? plan.Kind : PlanLaw.OrdinaryOn(c.DecidedOn),
                DecidedOn = c.DecidedOn,
                SharedId = shared,
                DecisionId = plan.DecisionId,
                ReplacesId = plan.Id,
                Summary = plan.Summary,
                FamilySupport = plan.FamilySupport,
                Reason = c.Reason,
            };
            events.Add(new Recorded(FactKinds.Plan, next));
            foreach (var goal in file.Goals.Where(g => g.PlanId == plan.Id && g.EndedOn is null))
                events.Add(
                    new Recorded(
                        FactKinds.Goal,
                        new GoalFact
                        {
                            Id = id(),
                            ChildId = file.Id,
                            PlanId = next.Id,
                            Theme = goal.Theme,
                            Description = goal.Description,
                            Indicator = goal.Indicator,
                            Who = goal.Who,
                            ContinuesId = GoalLines.Root(goal),
                            SharedId = shared is null ? null : goal.SharedId,
                        }
                    )
                );
        }
        return Decision.Of(events);
    }

    public static Decision Decide(DecideYouthPlan c, ChildFile file, Catalogue catalogue, DateOnly today, long id)
    {
        var wrong = new List<Refusal>();
        if (c.DecidedOn > today)
            wrong.Add(new("day-in-future", nameof(c.DecidedOn)));
        if (c.Needed is null)
            wrong.Add(new("choice-missing", nameof(c.Needed)));
        if (PlanLaw.Of(PlanKind.YouthPlan, c.DecidedOn) is not { } law)
            wrong.Add(new("plan-not-in-law", nameof(c.DecidedOn)));
        else if (file.Child.BornOn.AddYears(law.FromAge) > c.DecidedOn)
            wrong.Add(new("youth-plan-too-young", nameof(c.DecidedOn)));
        if (file.Plans.Any(p => p.Kind == PlanKind.YouthPlan && GoalLines.IsOpen(p, c.DecidedOn)))
            wrong.Add(new("plan-open-already"));
        if (c.Needed == false && Courses.Of(file, catalogue).InCourseOn(c.DecidedOn))
            wrong.Add(new("youth-plan-mandatory", nameof(c.Needed)));
        if (c.Needed == false && c.Reason is null)
            wrong.Add(new("youth-plan-without-reason", nameof(c.Reason)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        return new Recorded(
            FactKinds.Plan,
            new PlanFact
            {
                Id = id,
                ChildId = file.Id,
                Kind = PlanKind.YouthPlan,
                DecidedOn = c.DecidedOn,
                Needed = c.Needed,
                ClosedOn = c.Needed == false ? c.DecidedOn : null,
                Reason = c.Reason,
            }
        );
    }

    static Decision? Open(IReadOnlyList<PlanOf> plans) =>
        plans.Count == 0 ? Decision.No(new Refusal("thing-not-there"))
        : plans.Any(p => p.Plan.ClosedOn is not null) ? Decision.No(new Refusal("plan-closed-already"))
        : null;

    static void CheckDay(DateOnly on, string field, IReadOnlyList<PlanOf> plans, DateOnly today, List<Refusal> wrong)
    {
        if (on > today)
            wrong.Add(new("day-in-future", field));
        if (plans.Any(p => on < p.Plan.DecidedOn))
            wrong.Add(new("day-before-plan", field));
    }

    static Corrected Changed<T>(T before, Action<T> change)
        where T : Fact
    {
        var copy = (T)before.Copy();
        change(copy);
        return new(FactKinds.Of(typeof(T)), copy);
    }
}
