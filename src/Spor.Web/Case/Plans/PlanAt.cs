using Spor.Facts;
using Spor.Kernel;
using Spor.Plans;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Plans;

/// <summary>A child's plan as its pages show it, with the texts opened.</summary>
/// <param name="Joint">The siblings' plans of a joint plan that the viewer may see.</param>
public sealed record PlanAt(ChildState State, ChildFile File, PlanFact Plan, IReadOnlyList<(ChildState Child, PlanFact Plan)> Joint)
{
    /// <summary>Where the form says which siblings it is done for too.</summary>
    public const string AlsoFor = nameof(AlsoFor);

    public long ChildId => File.Id;
    public string Url => Routes.Plan(File.Id, Plan.Id);
    public IReadOnlyList<GoalFact> Goals =>
        [.. File.Goals.Where(g => g.PlanId == Plan.Id).OrderBy(g => g.EndedOn is null ? 0 : 1).ThenBy(g => g.Id)];
    public IReadOnlyList<PlanActionFact> Tasks =>
        [.. File.PlanActions.Where(a => a.PlanId == Plan.Id).OrderBy(a => a.DoneOn is null ? 0 : 1).ThenBy(a => a.DueOn)];

    public static IResult Do(long child, long plan, Viewing viewing, ChildReader reader, Func<PlanAt, IResult> then) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                if (reader.Read(child) is not { } file || Array.Find(file.Plans, p => p.Id == plan) is not { } of)
                    return Results.NotFound();
                viewing.Log.Looked(viewing.Viewer.Key, "barn", [child], "plan");
                return then(new(state, file, of, JointOf(state, of, viewing)));
            }
        );

    static IReadOnlyList<(ChildState, PlanFact)> JointOf(ChildState state, PlanFact plan, Viewing viewing) =>
        plan.SharedId is not { } shared
            ? []
            :
            [
                .. Siblings(state, viewing)
                    .Select(s => (s, Array.Find(s.File.Plans, p => p.SharedId == shared)!))
                    .Where(s => s.Item2 is not null),
            ];

    /// <summary>The other children of the family that the viewer may see.</summary>
    public static IEnumerable<ChildState> Siblings(ChildState state, Viewing viewing) =>
        state.Child.FamilyId is not { } family ? [] : viewing.Family(family).Where(c => c.File.Id != state.File.Id && viewing.MaySee(c));

    /// <summary>The siblings that were chosen, of those that may be.</summary>
    public IReadOnlyList<long> Chosen(FormState form) =>
        [.. Joint.Where(j => form.Has(AlsoFor, Number(j.Child.File.Id))).Select(j => j.Child.File.Id)];

    public static string Number(long id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public IReadOnlyList<(string Value, string Text)> JointOptions =>
        [.. Joint.Where(j => j.Plan.ClosedOn is null).Select(j => (Number(j.Child.File.Id), Viewing.ListName(j.Child.Child)))];

    /// <summary>When the plan must be ready: three months after a placement began, otherwise after the decision.</summary>
    public (DateOnly Day, bool Placement, string Section)? ReadyBy(Viewing viewing)
    {
        if (Plan.FinishedOn is not null || Law.PlanLaw.Of(Plan.Kind, Plan.DecidedOn) is not { } law)
            return null;
        var rule = Plan.Kind == PlanKind.YouthPlan ? Requirements.Rule.YouthPlan : Requirements.Rule.PlanInForce;
        var owed = State.Open.Where(r => r.Rule == rule).ToList();
        return owed.Count > 0 ? (owed[0].Due, true, law.Section) : (Plan.DecidedOn.AddMonths(law.Months), false, law.Section);
    }
}
