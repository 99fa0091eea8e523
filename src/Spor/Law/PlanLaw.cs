using Spor.Facts;
using Spor.Plans;

namespace Spor.Law;

/// <summary>A kind of plan as the law has it.</summary>
/// <param name="FromAge">Years.</param>
/// <param name="Months">From the decision (or the start of a placement) until it must be ready.</param>
/// <param name="SupportMonthsBeforeAdult">Of one who is placed: so long before 18 it says what support comes after (months); 0 = it need
/// not.</param>
/// <param name="Mark">S = stated in a source; anything else is unverified.</param>
public sealed record PlanInLaw(
    PlanKind Kind,
    DateOnly From,
    DateOnly To,
    string Section,
    int FromAge,
    int Months,
    int SupportMonthsBeforeAdult,
    string Source,
    string Mark
);

/// <summary>Which plans the law has on a day (<c>Law/plans.json</c>): handleplan to the end of 2023, barnets plan and ungeplan
/// since.</summary>
public static class PlanLaw
{
    public static IReadOnlyList<PlanInLaw> All { get; } = Load();

    /// <summary>The row of a kind in force on a day; null if the law has no such plan then.</summary>
    public static PlanInLaw? Of(PlanKind kind, DateOnly day)
    {
        foreach (var row in All)
            if (row.Kind == kind && row.From <= day && day <= row.To)
                return row;
        return null;
    }

    /// <summary>The child's ordinary plan under the law of the day.</summary>
    public static PlanKind OrdinaryOn(DateOnly day) => Of(PlanKind.ActionPlan, day) is not null ? PlanKind.ActionPlan : PlanKind.ChildsPlan;

    static IReadOnlyList<PlanInLaw> Load() =>
        LawTable.Read(
            "Spor.Law.plans",
            e => new PlanInLaw(
                Codes<PlanKind>.TryDanish(e.GetProperty("kind").GetString()!, out var kind)
                    ? kind
                    : throw new InvalidOperationException("Unknown plan in plans.json"),
                LawTable.From(e),
                LawTable.To(e),
                e.GetProperty("section").GetString()!,
                e.GetProperty("fromAge").GetInt32(),
                e.GetProperty("months").GetInt32(),
                e.TryGetProperty("supportMonthsBeforeAdult", out var before) ? before.GetInt32() : 0,
                e.GetProperty("source").GetString()!,
                e.GetProperty("mark").GetString()!
            )
        );
}
