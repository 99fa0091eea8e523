using Spor.Facts;
using Spor.Kernel;
using Spor.Plans;

namespace Spor.Web.Case.History;

static class PlanSayings
{
    public static readonly Saying<PlanFact> Plan = new(
        "plan",
        "planer",
        (p, _) => AssessmentSayings.Capital(Words.Plan(p)),
        (p, _) =>
            p.Needed == false
                ? $"Det blev {Danish.Long(p.DecidedOn)} besluttet, at der ikke er brug for en {p.Kind.Danish()}"
                    + (p.Reason is { } why ? $", fordi: {Words.Quoted(why)}" : "")
                : $"{AssessmentSayings.Capital(p.Kind.Danish())} blev registreret som besluttet {Danish.Long(p.DecidedOn)}"
                    + (p.FinishedOn is { } d ? $" og færdig {Danish.Long(d)}" : "")
                    + (p.ClosedOn is { } c ? $", lukket {Danish.Long(c)}" : ""),
        ("typen", (p, _) => p.Kind.Danish()),
        ("besluttet", (p, _) => Danish.Long(p.DecidedOn)),
        ("færdig", (p, _) => Words.Day(p.FinishedOn)),
        ("lukket", (p, _) => Words.Day(p.ClosedOn)),
        ("teksten", (p, _) => p.Summary),
        ("støtten til familien", (p, _) => p.FamilySupport),
        ("begrundelsen", (p, _) => p.Reason)
    );

    public static readonly Saying<GoalFact> Goal = new(
        "mål",
        "mål",
        (g, _) => $"Målet {Words.Goal(g)}",
        (g, w) =>
            $"Målet {Words.Goal(g)}{(g is { Description: not null, Theme: { } t } ? $" ({t.Danish()})" : "")} blev skrevet i {w.Plan(g.PlanId)}",
        ("teksten", (g, _) => g.Description),
        ("tegnet", (g, _) => g.Indicator),
        ("hvem der hjælper", (g, _) => g.Who),
        ("sluttet", (g, _) => Words.Day(g.EndedOn)),
        ("temaet", (g, _) => g.Theme?.Danish()),
        ("planen", (g, w) => w.Plan(g.PlanId))
    );

    public static readonly Saying<MeasurementFact> Measurement = new(
        "måling",
        "målinger",
        (m, w) => $"Målingen {Danish.Long(m.On)} af målet {w.Goal(m.GoalId)}",
        (m, w) => $"Målet {w.Goal(m.GoalId)} blev målt til {m.Score} af 10 {Danish.Long(m.On)}",
        ("dagen", (m, _) => Danish.Long(m.On)),
        ("scoren", (m, _) => Danish.Number(m.Score)),
        ("målet", (m, w) => w.Goal(m.GoalId))
    );
}
