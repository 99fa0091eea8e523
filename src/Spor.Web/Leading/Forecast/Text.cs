using Spor.Economy;
using Spor.Interventions;
using Spor.Kernel;

namespace Spor.Web.Leading.Forecast;

static class Text
{
    public const string Title = "Prognose for anbringelser";
    public const string Group =
        "Prognosen er for grupper og siger intet om et enkelt barn. Den regner med, at børn kommer, flytter og går, som de gjorde i de seneste to år.";
    public const string TooLittle = "Her kommer en prognose, når der har været anbragte børn i mindst 12 måneder.";
    public const string Few = "Prognosen er skjult, fordi få børn er anbragt.";
    public const string Together = "Tallene er for alle anbragte børn under ét og bygger på det, der er offentliggjort.";
    public const string NotMove =
        "Skriv, hvor mange pladser der skal flyttes, fra en slags anbringelse til en anden, og over hvor mange måneder (højst 60). Brug hele tal over 0.";
    public const string NobodyThere = "Ingen børn har været anbragt dér i de seneste to år, så det kan ikke regnes ud.";

    public static string Lede(ForecastView v)
    {
        var of = v.Of!;
        var then = v.At(12, null);
        return $"{Danish.Number(v.Now(null))} børn er anbragt {Danish.Long(of.From)}. Om et år ventes {Round(then.Middle)}. "
            + $"95 af 100 forsøg ligger mellem {Round(then.Low)} og {Round(then.High)}.";
    }

    static string Round(double value) => Danish.Number(value, 0);

    public static string Shown(Expected e) => $"{Round(e.Middle)} ({Round(e.Low)}–{Round(e.High)})";

    public static string ShownYears(Expected e) => $"{Danish.Number(e.Middle, 1)} ({Danish.Number(e.Low, 1)}–{Danish.Number(e.High, 1)})";

    public static string Form(PlacementForm? form) => form is { } one ? Danish.Capital(Placements.NameOf(one)) : "Alle anbragte børn";

    public const string Was = "anbragt",
        Middle = "ventet",
        Low = "nederst",
        High = "øverst",
        Moved = "med pladser flyttet";

    public const string PictureTitle = "Måned for måned",
        TableTitle = "Ventet antal anbragte børn",
        TableNote = "Midten af forsøgene. I parentes det, som 95 af 100 forsøg holder sig inden for.",
        MovedTitle = "Med pladser flyttet",
        EveryMonth = "Hver måned i fem år",
        FormHead = "Anbragt i",
        DayHead = "Dag";

    public static string YearTitle(int year) => $"Helårsanbringelser i {year.ToString(Danish.Culture)}";

    public const string YearNote = "Dagene til nu og de måneder, der mangler.";
    public const string TestTitle = "Hvor tæt var den for et år siden?";

    public static string TestNote(DateOnly madeOn) =>
        $"Den prognose, der ville være lavet {Danish.Long(madeOn)}, holdt op mod det, der kom: hvor mange børn den tog fejl af i snit ved de 12 "
        + "månedsskift. Ved siden af står to gæt, som alle kan lave.";

    public const string ForecastHead = "Prognosen",
        LevelHead = "Intet ændrer sig",
        TrendHead = "Året går som det forrige",
        NearestHead = "Tættest på";

    public static string Nearest(PlacementError e) =>
        e.Holds ? "prognosen"
        : e.Level <= e.Trend ? "»intet ændrer sig«"
        : "»året går som det forrige«";

    public const string MoveTitle = "Hvad nu hvis pladser flyttes?",
        FromLabel = "Fra",
        ToLabel = "Til",
        PlacesLabel = "Pladser",
        MonthsLabel = "Over måneder",
        Show = "Regn ud",
        Reset = "Ryd",
        MoveNote = "Pladserne flyttes jævnt over månederne. Hvem der kommer og går, er som uden flytningen.";

    public const string MovedMoneyTitle = "Hvad flytningen ændrer i kroner",
        MovedMoneyNote =
            "Helårsanbringelser med flytningen minus uden, gange årets pris for et helt år (regnskabets, ellers bevillingernes). Priserne er som i "
            + "år, og hvad en plads koster at oprette eller nedlægge, er ikke med.",
        AsWord = "Hent prognosen som Word";

    public static IReadOnlyList<string> MovedHeads { get; } = ["År", .. Books.Forms.Select(f => Form(f) + ", helår"), "Kroner"];

    public static IReadOnlyList<string> MovedCells(MovedMoney m) =>
        [
            m.Year.ToString(Danish.Culture),
            .. Books.Forms.Select(f => Signed(m.Years[f])),
            m.Ore is { } ore
                ? (ore > 0 ? "+" : "") + Danish.Number((long)Math.Round(ore / 100m, MidpointRounding.AwayFromZero))
                : "prisen mangler",
        ];

    static string Signed(double value) => (value > 0.05 ? "+" : "") + Danish.Number(Math.Abs(value) < 0.05 ? 0 : value, 1);

    public static string MovedWords(MoveAsked asked) =>
        $"{asked.Places} pladser flyttes fra {asked.From} til {asked.To} over {asked.Months} måneder.";
}
