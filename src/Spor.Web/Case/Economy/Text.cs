using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;

namespace Spor.Web.Case.Economy;

static class Text
{
    public const string PageTitle = "Barnets økonomi";

    public const string Title = "Økonomi";

    public static string Note(ChildMoneyView v) =>
        $"Hvad der er bevilget, hvad det har kostet, og hvad der ventes i resten af {v.Books.Day.Year}. Beregnet ud fra pris og dage til og med den "
        + "seneste måned, der er slut; regnskabet står for sig.";

    public const string Nothing = "Her står det, når der er en indsats, der er i gang eller har kostet noget i år eller sidste år.";
    public const string Measure = "Indsats",
        Period = "Fra og til",
        Prices = "Pris",
        Expected = "Ventet resten af året, kr.",
        Total = "I alt",
        NoPrice = "Prisen mangler. Indsatsen er ikke regnet med.",
        NoLine = "nævnes ikke";

    public static string InYear(int year) => $"Beregnet {year}, kr.";

    public static string BothYears(ChildMoneyView v) => $"Beregnet {v.Books.YearBefore}–{v.Books.Year}, kr.";

    public static string Actual(ChildMoneyView v) => $"Regnskab {v.Books.YearBefore}–{v.Books.Year}, kr.";

    public const string How =
        "En ændret pris gælder fra sin dag. Regnskabet er de linjer, der nævner indsatsen, eller som er knyttet til den; det kan mangle måneder, der ikke "
        + "er leveret.";

    public static string Kr(long ore) => (ore / 100m).ToString("N2", Danish.Culture);

    public static string Days(InterventionFact m) =>
        $"{Danish.Short(m.From)} – {(m.To is { } to ? Danish.Short(to) : m.ExpectedTo is { } expected ? "ventet " + Danish.Short(expected) : "i gang")}";

    public static string Price(long ore, PriceUnit unit, long? quantity) =>
        $"{Kr(ore)} kr. pr. {unit.Danish()}"
        + (quantity is { } q ? $" × {(q / 100m).ToString("0.##", Danish.Culture)}{(unit == PriceUnit.Hour ? " pr. uge" : "")}" : "");

    public static string Since(DateOnly from) => "fra " + Danish.Short(from);

    public static string Unpriced(int months) => months == 1 ? "1 måned uden pris" : $"{months} måneder uden pris";
}
