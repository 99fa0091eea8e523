using Spor.Children;
using Spor.Kernel;
using Spor.Workforce;

namespace Spor.Web.Case.History;

static class CaseSayings
{
    public static readonly Saying<CaseFact> Case = new(
        "sag",
        "sager",
        (c, _) => $"Sagen fra {Danish.Long(c.OpenedOn)}",
        (c, _) =>
            (
                c.ContinuesCaseId is null
                    ? $"Sagen blev registreret som åbnet {Danish.Long(c.OpenedOn)}"
                    : $"En sag, som fortsætter en lukket, blev åbnet {Danish.Long(c.OpenedOn)}"
            ) + (c.ClosedOn is { } d ? $" og lukket {Danish.Long(d)}" + (c.ClosingReason is { } r ? $" ({r})" : "") : ""),
        ("åbnet", (c, _) => Danish.Long(c.OpenedOn)),
        ("lukket", (c, _) => Words.Day(c.ClosedOn)),
        ("grunden til at lukke", (c, _) => c.ClosingReason),
        ("brevet til forældrene", (c, _) => Words.Day(c.ParentsInformedOn))
    );

    public static readonly Saying<AssignmentFact> Assignment = new(
        "tildeling",
        "tildelinger",
        (a, w) => $"Tildelingen til {w.Employee(a.EmployeeId)} fra {Danish.Long(a.From)}",
        (a, w) =>
            $"Sagen blev tildelt {w.Employee(a.EmployeeId)} fra {Danish.Long(a.From)}" + (a.To is { } d ? $" til {Danish.Long(d)}" : ""),
        ("rådgiveren", (a, w) => w.Employee(a.EmployeeId)),
        ("fra", (a, _) => Danish.Long(a.From)),
        ("til", (a, _) => Words.Day(a.To))
    );
}
