using Spor.Exchange.Office;
using Spor.Figures.Engine;
using Spor.Kernel;

namespace Spor.Web.Leading.SideBySide;

/// <summary>The Danish of groups beside each other.</summary>
static class Text
{
    public const string Title = "Side om side";
    public const string ByLabel = "Vis efter";
    public const string FormLabel = "Vælg, hvad der står side om side, og perioden";
    public const string FiguresLabel = "Vælg tal";
    public const string Show = "Vis";
    public const string Reset = "Nulstil";
    public const string Withheld = "Tallene her vises kun for den, der må se alle børnene bag. De kan ikke vises med små tal skjult.";
    public const string WithheldButYears =
        "Om børn, du ikke kan slå op, vises indsatser og leverandører for et helt år ad gangen, så to perioder ikke kan trækkes fra hinanden.";
    public const string ChooseYear = "Vis det seneste år, der er offentliggjort";

    public static string RowsLeftOut(int n) =>
        $"{(n == 1 ? "1 række" : Danish.Number(n) + " rækker")} er ikke med: færre end 20 børn står bag, eller en anden række kunne regnes ud.";

    public const string Empty = "Der er intet i perioden.";
    public const string DistrictLink = "Modeldistrikter mod de andre: forskellen i forskellene.";
    public const string NotRanked = "Rækkerne står efter navn. Et højere tal er ikke i sig selv bedre.";

    public static string Name(Beside by) =>
        by switch
        {
            Beside.Team => "team",
            Beside.District => "distrikter",
            Beside.TargetGroup => "målgrupper",
            Beside.Age => "alder",
            Beside.Sex => "køn",
            Beside.Cases => "gamle og nye sager",
            Beside.Measure => "indsatser",
            _ => "leverandører",
        };

    public static string Head(Beside by) =>
        by switch
        {
            Beside.Team => "Team",
            Beside.District => "Distrikt",
            Beside.TargetGroup => "Målgruppe",
            Beside.Age => "Alder",
            Beside.Sex => "Køn",
            Beside.Cases => "Sager",
            Beside.Measure => "Indsats",
            _ => "Leverandør",
        };

    public static string Caption(Beside by) => $"Side om side: {Name(by)}";

    public static string OfNone(Beside by) => by == Beside.District ? "Uden distrikt" : "Uden oplysning";

    public static string Lede(BesideView v) =>
        $"{Danish.Capital(Name(v.By))} side om side. Perioden er {Management.Text.Period(v.Query.Now)}; tilstande er den sidste dag.";

    public static string OldCases(FigurePeriod p) => $"Børn med aktiv sag den {Danish.Long(p.After)}";

    public const string NewCases = "Børn, der er kommet til siden";

    public const string CasesNote =
        "Gamle sager er børn, der havde en aktiv sag dagen før perioden begynder. Nye er børn uden, som har fået en sag åbnet i perioden. "
        + "Et barn er kun i den ene gruppe.";

    public const string MeasureNote =
        "Børn tælles én gang i hver række. Udgiften er regnet ud fra pris og dage i periodens hele måneder, ikke fra regnskabet. "
        + "Målscoren er ændringen fra første til sidste score, mens indsatsen var i gang.";

    public static IReadOnlyList<string> MeasureHeads { get; } =
    [
        "Børn den sidste dag",
        "Børn i perioden",
        "Begyndt",
        "Afsluttet",
        "Beregnet udgift",
        "Pr. måned med pris",
        "Måneder uden pris",
        "Ændring i målscore",
        "Indsatser med mål",
    ];

    public static IReadOnlyList<ColumnKind> MeasureKinds { get; } =
    [
        ColumnKind.Whole,
        ColumnKind.Whole,
        ColumnKind.Whole,
        ColumnKind.Whole,
        ColumnKind.Kroner,
        ColumnKind.Kroner,
        ColumnKind.Whole,
        ColumnKind.Decimal,
        ColumnKind.Whole,
    ];
}
