using Spor.Facts;
using Spor.Kernel;
using Spor.Plans;

namespace Spor.Web.History;

static class PlanSayings
{
    public static readonly Saying<PlanFact> Plan = new("plan", "planer",
        (p, _) => AssessmentSayings.Capital(Words.Plan(p)),
        (p, _) => $"{AssessmentSayings.Capital(p.Kind.Danish())} blev registreret som besluttet {Danish.Long(p.DecidedOn)}" + (p.FinishedOn is { } d ? $" og færdig {Danish.Long(d)}" : "")
            + (p.ClosedOn is { } c ? $", lukket {Danish.Long(c)}" : ""),
        ("typen", (p, _) => p.Kind.Danish()),
        ("besluttet", (p, _) => Danish.Long(p.DecidedOn)),
        ("færdig", (p, _) => Words.Day(p.FinishedOn)),
        ("lukket", (p, _) => Words.Day(p.ClosedOn)));

    public static readonly Saying<GoalFact> Goal = new("mål", "mål",
        (g, _) => $"Målet {Words.Goal(g)}",
        (g, w) => $"Målet {Words.Goal(g)}{(g is { Description: not null, Theme: { } t } ? $" ({t.Danish()})" : "")} blev skrevet i {w.Plan(g.PlanId)}",
        ("teksten", (g, _) => g.Description),
        ("temaet", (g, _) => g.Theme?.Danish()),
        ("planen", (g, w) => w.Plan(g.PlanId)));

    public static readonly Saying<MeasurementFact> Measurement = new("måling", "målinger",
        (m, w) => $"Målingen {Danish.Long(m.On)} af målet {w.Goal(m.GoalId)}",
        (m, w) => $"Målet {w.Goal(m.GoalId)} blev målt til {m.Score} af 10 {Danish.Long(m.On)}",
        ("dagen", (m, _) => Danish.Long(m.On)),
        ("scoren", (m, _) => Danish.Number(m.Score)),
        ("målet", (m, w) => w.Goal(m.GoalId)));
}
