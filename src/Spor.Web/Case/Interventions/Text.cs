using Spor.Interventions;
using Spor.Kernel;

namespace Spor.Web.Case.Interventions;

static class Text
{
    public const string StartTitle = "Start en indsats på trin 2";

    public static string StartLede(string child, int step) =>
        $"{child} står på trin {step}. Indsatser på trin 2 kan begynde uden en afgørelse.";

    public const string NeedsDecision = "Skal det være en indsats på trin 3 eller højere, så begynd med en afgørelse.";
    public const string ToDecision = "Ny afgørelse";
    public const string Measure = "Indsats";

    public static string MeasureOption(CatalogueRow row) => $"{(row.Step == 0 ? "Uden trin" : "Trin " + row.Step)} · {row.Name}";

    public const string Decision = "Afgørelsen, den bygger på";
    public const string DecisionHint = "Skal vælges fra trin 3.";
    public const string From = "Begynder";
    public const string ExpectedTo = "Forventet slut";
    public const string Provider = "Leverandør";
    public const string Place = "Sted";
    public const string Price = "Pris i kroner";
    public const string PriceHint = "For eksempel 1.250,00. Gratis er 0.";
    public const string Unit = "Pr.";
    public const string Quantity = "Timer om ugen";
    public const string QuantityHint = "Kun når prisen er pr. time.";

    public static string Skip(int over) => $"Hvorfor springes trin over? (kun når indsatsen er mere end {over} trin højere end nu)";

    public const string Overlap = "Ja, barnet skal være anbragt to steder på samme tid";
    public const string SaveStart = "Start indsatsen";

    public static string ChangeTitle(string measure) => "Ændr: " + measure;

    public static string ChangeLede(string child, InterventionFact m) =>
        $"{child}, fra {Danish.Long(m.From)}. Skifter barnet sted eller indsats, så afslut denne, og start en ny.";

    public const string PriceFrom = "Den nye pris gælder fra";
    public const string PriceFromHint = "Før den dag regnes der med den gamle pris.";
    public const string Granted = "Bevilget";
    public const string NewGrant = "Bed om en ny bevilling";
    public const string SaveChange = "Gem ændringen";
    public const string Prices = "Prisen over tid";
    public const string Day = "Fra";
    public const string NoPrice = "ingen pris";

    public static string EndTitle(string measure) => "Afslut: " + measure;

    public static string EndLede(string child, InterventionFact m) =>
        $"{child}, fra {Danish.Long(m.From)}" + (m.ExpectedTo is { } d ? $", forventet til {Danish.Long(d)}." : ".");

    public const string LastDay = "Sidste dag";
    public const string Result = "Hvordan gik det?";
    public const string NextStep = "Hvad er det næste?";
    public const string EndNote = "Bemærkning til afslutningen";
    public const string Following = "Den næste indsats";
    public const string FollowingNote =
        "Begynder dagen efter og gemmes sammen med afslutningen. Kræver den en afgørelse, så begynd med afgørelsen; den "
        + "afslutter selv den gamle.";
    public const string SaveEnd = "Afslut indsatsen";
    public const string Home = "Skal barnet hjem, så begynd med afgørelsen om hjemgivelse. Perioden fortsætter anbringelsen.";
    public const string ToHome = "Beslut hjemgivelse";

    public static string HomeIs(ReturnHomeFact r) =>
        $"Hjemgivelsen er besluttet {Danish.Long(r.DecidedOn)}, med en periode fra {Danish.Long(r.From)} til {Danish.Long(r.To)}.";

    public static string VisitTitle(string measure) => "Tilsyn: " + measure;

    public static string VisitLede(string child, string? provider) =>
        provider is null ? $"Tilsyn med {child}." : $"Tilsyn med {child} hos {provider}.";

    public const string VisitOn = "Hvornår?";
    public const string Spoke = "Talte du med barnet, helst uden personale?";
    public const string Present = "Hvem var til stede?";
    public const string VisitNote = "Hvad så I, og hvad sagde barnet?";
    public const string VisitHint = "Er der bekymring for stedet, skal socialtilsynet have besked.";
    public const string SaveVisit = "Gem tilsynet";
    public const string Earlier = "Tidligere tilsyn";
    public const string NoVisits = "Der er ingen tilsyn endnu.";

    public static string VisitLine(SupervisionVisitFact v) => v.SpokeWithChild ? "med samtale" : "uden samtale";

    public static string Lapsed(DateOnly on) =>
        $"Den foreløbige afgørelse bortfaldt {Danish.Long(on)}, for der er ingen endelig afgørelse. Anbringelsen har intet grundlag.";

    public const string Running = "Indsatser i gang";
    public const string NoneRunning = "Ingen indsats er i gang.";
    public const string FollowUp = "Følg op";
    public const string Change = "Ændr";
    public const string End = "Afslut";
    public const string EndResult = "Skriv resultatet";
    public const string Visit = "Registrér tilsyn";

    public static string Period(InterventionFact m) =>
        $"fra {Danish.Short(m.From)}"
        + (
            m.To is { } to ? $" til {Danish.Short(to)}"
            : m.ExpectedTo is { } e ? $", forventet til {Danish.Short(e)}"
            : ""
        );

    public const string PastExpected = "over forventet slut";
    public const string TwoPlacements = "To anbringelser er i gang på samme tid.";

    public static string HomePeriod(ReturnHomeFact r) => $"hjemgivelsesperiode {Danish.Short(r.From)} til {Danish.Short(r.To)}";
}
