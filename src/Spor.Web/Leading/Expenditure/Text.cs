using Spor.Economy;
using Spor.Kernel;

namespace Spor.Web.Leading.Expenditure;

/// <summary>The Danish of the ladder's model of spending.</summary>
static class Text
{
    public const string Title = "Udgiftsmodel";
    public const string Hidden = "skjult",
        Total = "I alt",
        Nothing = "Her kommer regnskabets år på trappen, når et regnskab er læst ind.";

    public static string Lede(SpendingView v)
    {
        if (v.Years.Count == 0)
            return "Regnskabet fordelt på indsatstrappen, år for år.";
        var newest = v.Years[^1];
        return $"Regnskabet for {MonthsOf(v)} fordelt på indsatstrappen, {Span(v)}. "
            + (v.HidesSmall ? "" : $"I {newest.Year} er det {Danish.Number(newest.TotalOre / 1e8, 1)} mio. kr.");
    }

    static string Span(SpendingView v) => v.Years.Count == 1 ? $"{v.Years[0].Year}" : $"{v.Years[0].Year} til {v.Years[^1].Year}";

    public static string MonthsOf(SpendingView v)
    {
        var months = v.Spending!.Months;
        string Name(int month) => new DateOnly(2000, month, 1).ToString("MMMM", Danish.Culture);
        return months.Count == 12 ? "hele året"
            : months.Count == 1 ? Name(months[0])
            : months[^1] - months[0] + 1 == months.Count ? $"{Name(months[0])} til {Name(months[^1])}"
            : string.Join(", ", months.Select(Name));
    }

    public const string TrendTitle = "Udvikling";

    public static string TrendNote(SpendingView v) =>
        $"De samme måneder i hvert år: {MonthsOf(v)}, som er dem, det nyeste år har. Kroner i årets egne priser."
        + (
            v.Spending!.Years.Where(y => !y.Comparable).Select(y => y.Year).ToList() is { Count: > 0 } left
                ? $" {string.Join(", ", left)} mangler nogle af månederne og er ikke med."
                : ""
        );

    public const string Prevention = "Forebyggelse (trin 2 og 3) af trin 2 til 6";

    public static string PreventionOf(int percent, (long Ore, long OfOre) of) =>
        $"{percent} % ({Danish.Number(of.Ore / 1e8, 1)} af {Danish.Number(of.OfOre / 1e8, 1)} mio. kr.)";

    public const string ForEach = "Kr. pr. 0-22-årig";
    public const string NoInhabitants = "Skriv indbyggertal for årene, så kan udgiften regnes pr. 0-22-årig.";
    public const string ToInhabitants = "Indbyggere";

    public static string ExtraTitle(int baseline) => $"Merudgift mod {baseline}";

    public const string ExtraNote =
        "Mere end 0: dyrere end udgangspunktet. Første sum siger, hvad der er brugt ud over udgangspunktets udgift. Den næste siger, hvad der er "
        + "brugt ud over den udgift pr. 0-22-årig, som udgangspunktet havde. Ingen af dem siger hvorfor.";
    public const string WithInhabitants = "I alt, når udgiften følger antallet af 0-22-årige";
    public const string ExtraNone = "Der skal være regnskab for de samme måneder i to år.";
    public const string BaselineLabel = "Udgangspunkt",
        Show = "Vis";

    public static string NotAYear(SpendingView v) =>
        v.Choices.Count == 0
            ? "Der er ikke et tidligere år at holde op imod."
            : $"Vælg et af årene på listen: {string.Join(", ", v.Choices)}.";

    public const string ComparedTitle = "Sammenligning med andre",
        ComparedNote =
            "Hele kalenderår. Andres tal er skrevet ind eller læst ind (sammenligning.csv) med deres kilde; landstallene er dem, der er fundet "
            + "offentliggjort. Kommuner er forskellige: en forskel er et spørgsmål, ikke et svar.",
        OwnSource = "Regnet ud af regnskab, trappe og indbyggertal",
        FigureHead = "Nøgletal",
        StepHead = "Trin",
        YearHead = "År",
        PlaceHead = "Sted",
        ValueHead = "Værdi",
        SourceHead = "Kilde";

    public static string Name(ComparedFigure figure) =>
        figure switch
        {
            ComparedFigure.Spending => "Udgift pr. 0-22-årig (kr.)",
            ComparedFigure.Preventive => "Udgift til forebyggelse pr. 0-22-årig (kr.)",
            ComparedFigure.Placements => "Udgift til anbringelser pr. 0-22-årig (kr.)",
            ComparedFigure.FosterPrice => "Et helt år i plejefamilie (kr.)",
            ComparedFigure.InstitutionPrice => "Et helt år på institution (kr.)",
            ComparedFigure.PlacementPrice => "Et helt års anbringelse (kr.)",
            _ => "Helårsanbringelser pr. 1.000 0-22-årige",
        };

    public static string Value(ComparedRow row) =>
        row.Hidden ? Hidden
        : row.Value is not { } value ? "–"
        : row.Figure == ComparedFigure.FullYears ? Danish.Number(value / 10_000.0, 1)
        : Danish.Number((long)Math.Round(value / 10_000m, MidpointRounding.AwayFromZero));

    public const string FormTitle = "Skriv en anden kommunes tal",
        FormNote = "Et tal, der er skrevet før for samme sted, år og nøgletal, bliver rettet. Et tomt felt tager det tilbage.",
        PlaceHint = "En kommune, eller en gruppe som »hele landet«.",
        ValueHint = "Kroner, eller antal pr. 1.000.",
        SourceHintText = "Hvor tallet er fra.",
        Save = "Gem";
}
