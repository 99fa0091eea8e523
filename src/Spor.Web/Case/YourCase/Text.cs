using Spor.Decisions;
using Spor.Facts;
using Spor.Kernel;
using Spor.Plans;
using Spor.Requirements;
using Spor.Web.Case.History;

namespace Spor.Web.Case.YourCase;

static class Text
{
    /// <summary>Without a name: a title stands in the browser's history.</summary>
    public const string PageTitle = "Dit barns sag";

    public static string Title(string first) => $"{first}s sag";

    public static string Lede(DateOnly today) => $"Sådan ser sagen ud {Danish.Long(today)}.";

    public const string PrintHint = "Siden er til at give familien. Læs den igennem, og skriv den ud fra din browser.";
    public const string ToChild = "Til barnets side";
    public const string Who = "Hvem kan I tale med?";

    public static string Caseworkers(IReadOnlyList<string> names) =>
        names.Where(n => n.Length > 0).ToList() switch
        {
            [] => "Sagen har ingen rådgiver lige nu. Ring til kommunen, hvis I vil tale med nogen.",
            [var one] => $"Jeres rådgiver er {one}.",
            var all => $"Jeres rådgivere er {string.Join(", ", all.SkipLast(1))} og {all[^1]}.",
        };

    public static string CaseFrom(DateOnly? opened) =>
        opened is { } on ? $"Vi har haft en sag sammen siden {Danish.Long(on)}." : "Sagen er lukket.";

    public const string Help = "Hjælp, I får nu";
    public const string NoHelp = "Der er ingen hjælp i gang lige nu.";

    public static string Measure(string name, DateOnly from, DateOnly? to) =>
        $"{name}, siden {Danish.Long(from)}." + (to is { } expected ? $" Vi regner med, at den varer til {Danish.Long(expected)}." : "");

    public const string Goals = "Det, vi arbejder på";
    public const string NoGoals = "Der er ikke aftalt mål endnu.";

    public static string Scores(IReadOnlyList<MeasurementFact> scores) =>
        scores switch
        {
            [] => "Vi har ikke målt, hvordan det går, endnu.",
            [var one] => $"Vi gav det {one.Score} ud af 10 {Danish.Long(one.On)}.",
            _ => $"Vi begyndte på {scores[0].Score} ud af 10. Sidst, {Danish.Long(scores[^1].On)}, var det {scores[^1].Score}.",
        };

    public const string Agreed = "Det har vi aftalt";

    public static string Action(PlanActionFact a) =>
        $"{a.What ?? "En aftale"}"
        + (a.Who is { } who ? $" ({who})" : "")
        + (a.DueOn is { } due ? $", senest {Danish.Long(due)}" : "")
        + ".";

    public const string Decided = "Det, kommunen har besluttet";
    public const string DecidedNote = "I skal have et brev om hver beslutning. I brevet står hvorfor, og hvordan I klager.";
    public const string NothingDecided = "Der er ingen beslutninger.";

    public static string Decision(DecisionRecordFact d) =>
        (d.Kind is { } kind ? Danish.Capital(kind.Said()) : "Beslutning") + $", {Danish.Long(d.On)} ({Words.Section(d.LegalBasis, d.On)}).";

    public const string Next = "Det sker der nu";

    public static bool ForTheFamily(Rule rule) =>
        rule
            is Rule.AssessmentCompleted
                or Rule.PlanInForce
                or Rule.FirstFollowUp
                or Rule.NextFollowUp
                or Rule.PlacementFollowUp
                or Rule.PreventiveFollowUp
                or Rule.SupervisionVisit
                or Rule.YouthPlan;

    public static string Coming(Requirement r) =>
        (
            r.Rule switch
            {
                Rule.AssessmentCompleted => "Undersøgelsen er færdig",
                Rule.PlanInForce => "Planen er klar",
                Rule.YouthPlan => "Ungeplanen er klar",
                Rule.SupervisionVisit => "Vi besøger barnet og taler med det",
                _ => "Vi mødes og ser på, om hjælpen virker",
            }
        ) + $" senest {Danish.Long(r.Due)}.";

    public const string MaySee = "I kan altid bede om at se, hvad der står i sagen.";
    public const string MayHelp = "I kan tage en bisidder med, når vi mødes.";
}
