using Spor.Facts;
using Spor.Interventions;
using Spor.Law;

namespace Spor.Plans;

/// <summary>What the law asks at 16: whether a youth plan is needed (BL 108).</summary>
public enum YouthDecision
{
    /// <summary>Too young or too old, decided already, or nothing that calls for it.</summary>
    None,

    /// <summary>The child has a plan or a measure under § 32: decide whether one is needed.</summary>
    Owed,

    /// <summary>The child is placed: there must be one.</summary>
    Mandatory,
}

public static class Youth
{
    const string SupportSection = "32";

    public static YouthDecision DecisionOn(ChildFile file, Catalogue catalogue, DateOnly day)
    {
        if (
            PlanLaw.Of(PlanKind.YouthPlan, day) is not { } law
            || file.Child.BornOn.AddYears(law.FromAge) > day
            || file.Child.BornOn.AddYears(18) <= day
        )
            return YouthDecision.None;
        var placed = Courses.Of(file, catalogue, startedBy: day).InCourseOn(day);
        // One that was decided against is asked for again by a placement, and only by that.
        if (file.Plans.Any(p => p.Kind == PlanKind.YouthPlan && (GoalLines.IsOpen(p, day) || !placed)))
            return YouthDecision.None;
        if (placed)
            return YouthDecision.Mandatory;
        return file.Plans.Any(p => GoalLines.IsOpen(p, day)) || file.Interventions.Any(m => m.RunsOn(day) && IsSupport(m))
            ? YouthDecision.Owed
            : YouthDecision.None;
    }

    static bool IsSupport(InterventionFact m) =>
        m.LegalBasis == SupportSection || m.LegalBasis.StartsWith(SupportSection + ".", StringComparison.Ordinal);
}
