using Spor.Facts;
using Spor.Kernel;
using Spor.Plans;

namespace Spor.Web.Case.History;

static class PlanSayings
{
    public static readonly Saying<PlanFact> Plan = new(
        (p, _) => Danish.Capital(Words.Plan(p)),
        (p, _) =>
            p.Needed == false
                ? $"Det blev {Danish.Long(p.DecidedOn)} besluttet, at der ikke er brug for en {p.Kind.Danish()}"
                    + (p.Reason is { } why ? $". Grunden: {Words.Quoted(why)}" : "")
                : $"{Danish.Capital(Words.Definite(p.Kind))} blev besluttet {Danish.Long(p.DecidedOn)}"
                    + (p.FinishedOn is { } d ? $" og var færdig {Danish.Long(d)}" : "")
                    + (p.ClosedOn is { } c ? $", lukket {Danish.Long(c)}" : "")
    );

    public static readonly Saying<GoalFact> Goal = new(
        (g, _) => $"Målet {Words.Goal(g)}",
        (g, w) =>
            $"Målet {Words.Goal(g)}{(g is { Description: not null, Theme: { } t } ? $" ({t.Danish()})" : "")} blev skrevet "
            + $"i {w.InPlan(g.PlanId)}"
    );

    public static readonly Saying<MeasurementFact> Measurement = new(
        (m, w) => $"Målingen {Danish.Long(m.On)} af målet {w.Goal(m.GoalId)}",
        (m, w) => $"Målet {w.Goal(m.GoalId)} blev den {Danish.Long(m.On)} målt til {m.Score} af 10"
    );
}
