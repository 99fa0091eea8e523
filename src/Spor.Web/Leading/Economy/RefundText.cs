using Spor.Kernel;

namespace Spor.Web.Leading.Economy;

static partial class Text
{
    public static string RefundTitle(int year) => $"Statsrefusion for dyre enkeltsager {year}";

    public static string RateMissing(int year) =>
        $"Satsen mangler for {year}. Der regnes ikke noget ud, før kommunen har skrevet årets grænser, deres prisniveau og reguleringen.";

    public static string RefundAnswer(RefundView v) =>
        v.Cases is not { } cases ? RateMissing(v.Year)
        : v.HidesAmount ? "Så få husstande er over den første grænse, at beløbet ikke vises."
        : $"{Danish.Number(cases.HouseholdsAbove[0])} {(cases.HouseholdsAbove[0] == 1 ? "husstand" : "husstande")} er over den første grænse i "
            + $"{Until(v)}. Der kan hjemtages {Exact(cases.RefundOre)} kr. fra staten.";

    static string Until(RefundView v) => v.Cases!.Months.Count == 12 ? $"{v.Year}" : $"{Between(v.Cases.Months)} {v.Year}";

    public static string RefundYearUnknown(int before, int year) => $"Vælg {before} eller {year}. Andre år kan ikke regnes ud endnu.";

    public const string YearsLabel = "År";

    public static string ThresholdsTitle(int year) => $"Grænserne for {year}";

    public static string ThresholdsNote(RefundView v) =>
        $"Prisniveau {v.Rate!.PriceLevel}, reguleret {(v.Rate.RegulationHundredths / 100m).ToString("N2", Danish.Culture)} % til {v.Year} og "
        + $"afrundet til hele kroner. Kilde: {v.Rate.Source}";

    public const string PercentColumn = "Sats, %",
        ThresholdColumn = "Over, kr.",
        HouseholdsColumn = "Husstande over",
        CostTerm = "Udgift i husstande over den første grænse, kr.",
        OthersTerm = "Holdt udenfor, fordi en anden kommune betaler, kr.";

    public static string ClaimTerm(RefundView v) => $"At hjemtage for {Until(v)}, kr.";

    public const string RefundHow =
        "Hver sats gælder den del af udgiften, der ligger over dens grænse og op til den næste. Børn i samme familie er lagt sammen, og støtte til "
        + "unge over 18 år er regnet med. Udgiften er den beregnede, ud fra bevillingerne; indsatser uden pris er ikke med. Moms og administration er "
        + "ikke trukket fra. Om ungestøtte hører med efter barnets lov, er vores læsning og ikke bekræftet.";

    public const string CasesTitle = "Husstande over den første grænse";

    public static string CasesNote(RefundView v) =>
        v.Seen.Count == v.Cases!.Above.Count ? "De dyreste først." : "De dyreste først. Kun dem, du må se, står her.";

    public const string ChildrenColumn = "Børn",
        CostColumn = "Udgift, kr.",
        ClaimColumn = "At hjemtage, kr.";

    public const string RateFormTitle = "Skriv årets satser",
        RateFormNote =
            "Satserne står i loven (barnets lov § 198, før 2024 serviceloven § 176), og grænserne reguleres hvert år. Spor opfinder ingen: skriv dem, som "
            + "de er meldt ud. Findes året i forvejen, rettes det.",
        RegulationHint = "Fra grænsernes prisniveau til året, fx 4,50. Skriv 0, hvis grænserne er årets egne.",
        SourceHint = "Hvor tallene er fra, fx en vejledning og dens dato.",
        SaveRate = "Gem satserne";

    public static string AboveLabel(string label) => label + ", kr.";
}
