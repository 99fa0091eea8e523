using Spor.Cases;
using Spor.Children;
using Spor.Corrections;
using Spor.Requirements;
using Spor.Web.Access;

namespace Spor.Web.Case.Cases;

/// <summary>What stands on Min dag beside the requirements: children handed over to one, and moves that are not done with.</summary>
public static class Todos
{
    public static IEnumerable<(ChildState Child, HandoverFact Handover)> Handovers(Viewing viewing) =>
        viewing.Viewer.EmployeeId is not { } me
            ? []
            : viewing.Mine.SelectMany(c =>
                c.File.Handovers.Where(h => h.ToEmployeeId == me && h.On <= viewing.Today && CaseRules.Waits(h, viewing.Today))
                    .Select(h => (c, h))
            );

    public static IEnumerable<(ChildState Child, MoveFact Move)> Moves(Viewing viewing) =>
        viewing.Mine.SelectMany(c => c.File.Moves.Where(m => MoveSteps.Of(m, c.File, viewing.Today).Count > 0).Select(m => (c, m)));
}
