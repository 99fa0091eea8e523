using Spor.Economy;
using Spor.Kernel;

namespace Spor.Web.Leading.Economy;

/// <summary>The words of the plan for full-year placements.</summary>
static partial class Text
{
    public const string PlanTitle = "Årets plan for helårsanbringelser",
        PlanLede =
            "Hvor mange helårsanbringelser årets budget er lavet til, form for form. Månedens opfølgning holder årets anbringelser op mod planen og "
            + "deler afvigelsen fra budgettet i antal, sammensætning og pris. Et tomt felt er ikke planlagt.",
        SavePlan = "Gem planen",
        ToPlan = "Skriv årets plan for helårsanbringelser",
        PlannedYears = "Helår i planen",
        RollingTitle = "Helårsanbringelser, løbende",
        RollingPlan = "planen",
        ToComparison = "Sammenlign priserne med landet og andre";

    public static string RollingNote(bool planned) =>
        "De seneste tolv måneder ved hvert månedsskift. Hver form har sin skala."
        + (planned ? " Den vandrette linje er planen." : " Skriv årets plan for at se den som en linje.");

    public static string PlannedAnswer(PlannedPlacements p) =>
        p.Split is not { VolumeOre: { } volume, MixOre: { } mix, PriceOre: { } price } split
            ? "Afvigelsen fra budgettet kan ikke deles: det kræver et budget og en plan for alle tre former."
            : $"Anbringelserne ventes at koste {Exact(split.NowOre)} kr. mod {Exact(split.BeforeOre)} kr. i budgettet. Forskellen på "
                + $"{SignedExact(split.ChangeOre)} kr. er antal {SignedExact(volume)}, sammensætning {SignedExact(mix)} og pris {SignedExact(price)} kr.";

    static string SignedExact(long ore) => (ore > 0 ? "+" : "") + Exact(ore);

    public static string Planned(decimal? years) => years is { } y ? y.ToString("N2", Danish.Culture) : None;
}
