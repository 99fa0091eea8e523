using Spor.Assessments;
using Spor.Children;
using Spor.Facts;
using Spor.Interventions;
using Spor.Requirements;

namespace Spor.Recovery;

/// <summary>What should be there in an active case (<c>measures.md</c> section 4), in its order.</summary>
public enum RecoveryElement
{
    [Code("assessment")]
    Assessment,

    [Code("conversation")]
    Conversation,

    [Code("plan")]
    Plan,

    [Code("target-group")]
    TargetGroup,

    [Code("follow-up")]
    FollowUp,

    [Code("kept-current")]
    KeptCurrent,
}

public enum ElementState
{
    NotRequired,
    InOrder,

    /// <summary>Not there, and a requirement for it is overdue or was missed.</summary>
    Late,

    /// <summary>Not there, and no requirement asks for it any more, or yet.</summary>
    Missing,
}

/// <summary>
/// The elements of one case on a day, also where no requirement asks any more: a missed gate cannot be made good, but the child can be
/// spoken with now.
/// Pure, and only of facts dated on or before the day.
/// </summary>
public static class RecoveryElements
{
    public static int Count { get; } = Enum.GetValues<RecoveryElement>().Length;

    /// <summary>As it is called on the screen.</summary>
    public static string Name(RecoveryElement element) =>
        element switch
        {
            RecoveryElement.Assessment => "Undersøgelse",
            RecoveryElement.Conversation => "Børnesamtale",
            RecoveryElement.Plan => "Plan",
            RecoveryElement.TargetGroup => "Målgruppevurdering",
            RecoveryElement.FollowUp => "Opfølgning",
            _ => "Ajourført",
        };

    /// <summary>Elements as a fact keeps them: their codes with a space between.</summary>
    public static string Pack(IEnumerable<RecoveryElement> elements) =>
        string.Join(' ', elements.Distinct().Order().Select(e => e.Danish()));

    /// <summary>From what a fact keeps; what is no code is left out.</summary>
    public static IReadOnlyList<RecoveryElement> Unpack(string packed) =>
        [
            .. packed
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(c => Codes<RecoveryElement>.TryDanish(c, out var element) ? element : (RecoveryElement?)null)
                .OfType<RecoveryElement>()
                .Distinct()
                .Order(),
        ];

    /// <summary>From what a fact keeps to what people read.</summary>
    public static string Names(string packed) => string.Join(", ", Unpack(packed).Select(Name));

    /// <summary>The window of a case begins so many months before it opened.</summary>
    const int WindowMonths = 24;

    /// <summary>A conversation is fresh for so many days, before a decision and before today.</summary>
    const int FreshDays = 182;

    static readonly Rule[] FollowUpRules =
    [
        Rule.FirstFollowUp,
        Rule.NextFollowUp,
        Rule.PlacementFollowUp,
        Rule.PreventiveFollowUp,
        Rule.SupervisionVisit,
    ];

    /// <param name="of">Active on the day.</param>
    /// <param name="owed">The child's requirements on the day (<see cref="Derive.Of"/>).</param>
    /// <returns>By <see cref="RecoveryElement"/>.</returns>
    public static ElementState[] Of(ChildFile file, CaseFact of, Catalogue catalogue, DateOnly day, IReadOnlyList<Requirement> owed)
    {
        int StepOf(InterventionFact m) => catalogue.On(m.Code, day)?.Step ?? 0;
        var running = file.Interventions.Where(m => m.RunsOn(day)).ToList();
        var heavy = running.Where(m => StepOf(m) is >= 3 and <= 6).ToList();
        var window = of.OpenedOn.AddMonths(-WindowMonths);
        bool InWindow(DateOnly? on) => window <= on && on <= day;
        bool Unmet(Rule rule, Func<Requirement, bool> which) => owed.Any(r => r.Rule == rule && r.Unmet && which(r));

        var states = new ElementState[Count];
        void Say(RecoveryElement element, bool required, bool inOrder, Func<bool> late) =>
            states[(int)element] =
                !required ? ElementState.NotRequired
                : inOrder ? ElementState.InOrder
                : late() ? ElementState.Late
                : ElementState.Missing;

        var assessments = file.Assessments.Where(a => a.Kind is AssessmentKind.Clarification or AssessmentKind.Assessment).ToList();
        Say(
            RecoveryElement.Assessment,
            heavy.Count > 0 || assessments.Exists(a => InWindow(a.StartedOn ?? a.KnownOn)),
            assessments.Exists(a => InWindow(a.FinishedOn)),
            () => Unmet(Rule.AssessmentCompleted, r => InWindow(r.Trigger))
        );

        var named = file.Decisions.Where(d => d.On <= day && heavy.Exists(m => m.DecisionId == d.Id)).ToList();
        var since = (named.Count > 0 ? named.Max(d => d.On) : day).AddDays(-FreshDays);
        Say(
            RecoveryElement.Conversation,
            heavy.Count > 0,
            file.Conversations.Any(c => ConversationMatters.Fits(c, null) && (!c.LeftOut || c.HasReason) && since <= c.On && c.On <= day),
            () => Unmet(Rule.ChildHeard, r => named.Exists(d => d.Id == r.SubjectId))
        );

        var courses = Courses.Of(file, catalogue, startedBy: day);
        Say(
            RecoveryElement.Plan,
            running.Exists(m => Courses.IsPlacement(m, catalogue)),
            file.Plans.Any(p => p.FinishedOn <= day && !(p.ClosedOn < day)),
            () => Unmet(Rule.PlanInForce, r => courses.Any(c => c.RunsOn(day) && c.FirstInterventionId == r.SubjectId))
        );

        Say(
            RecoveryElement.TargetGroup,
            file.Child.TargetGroup == TargetGroup.Disability,
            file.Assessments.Any(a => a.Kind == AssessmentKind.TargetGroup && of.OpenedOn <= a.FinishedOn && a.FinishedOn <= day),
            () => Unmet(Rule.TargetGroupAssessed, r => r.SubjectId == of.Id)
        );

        // Late or in order, never missing.
        var followed = running.Where(m => StepOf(m) is >= 2 and <= 6).ToList();
        Say(
            RecoveryElement.FollowUp,
            followed.Count > 0,
            !owed.Any(r =>
                r.State == RequirementState.Overdue && FollowUpRules.Contains(r.Rule) && followed.Exists(m => m.Id == r.SubjectId)
            ),
            () => true
        );
        Say(
            RecoveryElement.KeptCurrent,
            true,
            !owed.Any(r => r is { Rule: Rule.CaseCurrent, State: RequirementState.Overdue } && r.SubjectId == of.Id),
            () => true
        );
        return states;
    }
}
