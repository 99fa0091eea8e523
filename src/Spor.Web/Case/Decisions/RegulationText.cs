using Spor.Decisions;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Web.Case.History;

namespace Spor.Web.Case.Decisions;

/// <summary>Words of the page about regulations of rates.</summary>
static class RegulationText
{
    public const string Title = "Takstregulering";
    public const string Lede = "Når taksterne stiger, følger bevillingerne med fra dagen. Der skal hverken bevilges eller høres igen.";
    public const string Heading = "Reguleringer";
    public const string Nothing = "Der er ikke skrevet en regulering endnu.";
    public const string From = "Gælder fra";
    public const string Of = "Gælder for";
    public const string PercentCol = "Stigning";
    public const string TakenBack = "taget tilbage";
    public const string AllMeasures = "Alle indsatser";
    public const string RenewedHeading = "Bevillinger, der er fornyet";
    public const string NothingRenewed = "Ingen bevillinger er fornyet endnu.";
    public const string Child = "Barn";
    public const string Measure = "Indsats";
    public const string Before = "Bevilget før";
    public const string After = "Bevilget nu";
    public const string Costs = "Koster i dag";
    public const string New = "Tilføj en regulering";
    public const string Note =
        "Reguleringen ændrer ingen priser. Den gør, at en pris, der sættes op inden for den, ikke skal bevilges igen. Passer flere reguleringer fra samme dag, gælder den mest præcise.";
    public const string PercentField = "Stigning i procent";
    public const string PercentHint = "For eksempel 2,9. Skriv 0 for at tage en regulering på listen tilbage.";
    public const string MeasureHint = "Vælg ingen, hvis reguleringen gælder alle indsatser eller en konto.";
    public const string AccountField = "Konto, der begynder med";
    public const string AccountHint = "For eksempel 5.28.22. Lad feltet stå tomt, hvis kontoen er ligegyldig.";
    public const string Save = "Gem reguleringen";

    public static string OfAccount(string account) => "Konto " + account;

    public static string RenewedNote(DateOnly from) => $"Fornyet {Danish.Long(from)}, for de børn, du kan se.";

    public static string Rise(long hundredths) => hundredths == 0 ? TakenBack : Percent(hundredths) + " %";

    public static string Percent(long hundredths) => (hundredths / 100m).ToString("0.##", Danish.Culture);

    public static string Price(Price price) =>
        Words.Price(
            new InterventionFact
            {
                PriceOre = price.Ore,
                Unit = price.Unit,
                QuantityHundredths = price.QuantityHundredths,
            }
        ) ?? "";
}
