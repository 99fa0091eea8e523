using Spor.Children;
using Spor.Kernel;
using Spor.Workforce;

namespace Spor.Web.Case.History;

static class CaseSayings
{
    public static readonly Saying<CaseFact> Case = new(
        (c, _) => $"Sagen fra {Danish.Long(c.OpenedOn)}",
        (c, _) =>
            (
                c.ContinuesCaseId is null
                    ? $"Sagen blev registreret som åbnet {Danish.Long(c.OpenedOn)}"
                    : $"En sag, som fortsætter en lukket, blev åbnet {Danish.Long(c.OpenedOn)}"
            ) + (c.ClosedOn is { } d ? $" og lukket {Danish.Long(d)}" + (c.ClosingReason is { } r ? $" ({r})" : "") : "")
    );

    public static readonly Saying<AssignmentFact> Assignment = new(
        (a, w) => $"Tildelingen til {w.Employee(a.EmployeeId)} fra {Danish.Long(a.From)}",
        (a, w) =>
            $"Sagen blev tildelt {w.Employee(a.EmployeeId)} fra {Danish.Long(a.From)}" + (a.To is { } d ? $" til {Danish.Long(d)}" : "")
    );
}
