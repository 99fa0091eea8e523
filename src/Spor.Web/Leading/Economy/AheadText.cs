using Spor.Economy;
using Spor.Kernel;

namespace Spor.Web.Leading.Economy;

/// <summary>The words of the forecast of placements beside the year's money.</summary>
static partial class Text
{
    public const string AheadTitle = "Prognosen for anbringelser",
        AheadNote =
            "Hvad der ventes, når børn kommer, flytter og går som de seneste to år, mod det, der er bevilget. Beløbet er forskellen i helår gange "
            + "prisen for et helt år. Det står ved siden af årets prognose og er ikke med i den.",
        AheadYears = "Helår ventet (95 af 100)",
        AheadPrice = "Pris for et helt år, kr.",
        AheadOre = "Forskel, kr. (95 af 100)",
        AheadLow = "nederst",
        AheadHigh = "øverst",
        ToForecast = "Se prognosen måned for måned, og hvor tæt den var sidste år";

    public static string AheadShown(PlacementMoney m) =>
        $"{Danish.Number(m.Ahead.Middle, 1)} ({Danish.Number(m.Ahead.Low, 1)}–{Danish.Number(m.Ahead.High, 1)})";

    public static string AheadMoney(PlacementMoney m) =>
        m.Ore is { } ore ? $"{SignedExact(ore.Middle)} ({SignedMio(ore.Low)} til {SignedMio(ore.High)} mio.)" : PriceMissing;

    public const string PriceMissing = "prisen mangler";

    public static string AheadAnswer(PlacementMoney all, int year) =>
        $"Der ventes {Danish.Number(all.Ahead.Middle, 1)} helårsanbringelser i {year}, og {FullYears(all.Granted)} er bevilget"
        + (
            all.Ore is { } ore
                ? $": {SignedMio(ore.Middle)} mio. kr., og sandsynligvis mellem {SignedMio(ore.Low)} og {SignedMio(ore.High)} mio. kr."
                : "."
        );
}
