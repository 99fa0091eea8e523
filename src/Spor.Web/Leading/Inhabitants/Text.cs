namespace Spor.Web.Leading.Inhabitants;

/// <summary>The Danish of how many people live where.</summary>
static class Text
{
    public const string Title = "Indbyggere";
    public const string Lede =
        "Hvor mange børn og unge der bor i kommunen, år for år. Tal pr. 1.000 indbyggere regnes af dem. De kan også komme med en import.";
    public const string KnownTitle = "Det, Spor har";
    public const string YearHead = "År";
    public const string PlaceHead = "Sted";
    public const string SumHead = "0–22 år i alt";
    public const string MissingHead = "Mangler";
    public const string FormTitle = "Skriv et års tal";
    public const string FormNote =
        "Skriv, hvor mange der bor der 1. januar, alder for alder. En tom alder er ikke oplyst, og så er tal pr. 1.000 heller ikke. "
        + "Kommunens tal er ikke summen af distrikternes: skriv begge, hvis I vil have begge.";
    public const string Whole = "Hele kommunen";
    public const string Save = "Gem";

    public static string Age(int age) => $"{age} år";

    public static string Missing(IReadOnlyList<int> ages) => ages.Count == 0 ? "intet" : string.Join(", ", ages) + " år";
}
