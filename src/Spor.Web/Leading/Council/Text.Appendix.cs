using Spor.Figures;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Reports;
using Spor.Requirements;

namespace Spor.Web.Leading.Council;

/// <summary>What the appendix says, and the names of stored figures.</summary>
static partial class Text
{
    public static string[] ChanceLines(CouncilQuestion q) =>
        [
            "Tal går op og ned af sig selv. Rapporten skriver først, hvor stor en forskel er, og så, om den kan være tilfældig. "
                + "»Næppe tilfældigt« står der kun, når tilfældet alene ville give så stor en forskel i færre end 5 af 100 gange. "
                + "Det siger intet om, hvorfor et tal er ændret.",
            "Børn talt på en dag (aktive sager, trin, anbragte, børn pr. årsværk): Det er for det meste de samme børn begge dage. "
                + "Derfor sammenlignes de børn, der er kommet til, med dem, der er gået fra. Var der ingen retning, ville de være "
                + "omtrent lige mange (McNemars eksakte prøve). Er antallet af årsværk ændret, så belastningen gik en anden vej end "
                + "børnene, prøves den ikke.",
            $"Det, der sker i en periode (underretninger, nye anbringelser, tilbud): Perioden er {Danish.Number(q.Days)} dage, "
                + $"den før {Danish.Number(q.DaysBefore)} dage. Prøven er, om hændelserne fordeler sig, som dagene gør (to "
                + $"Poisson-tal).",
            "Andele (frister, ikke anbragt et år efter, pleje frem for institution, ja til netværksrådslagning): Fishers eksakte "
                + "prøve. Hvor de samme børn tæller med begge gange, er den forsigtig og siger hellere for lidt end for meget.",
            "Alle krav under ét: Andelen regnes også med den fordeling af frister, der var i perioden før, og hvert krav holdes op mod "
                + "sig selv. En ændring kaldes kun en ændring, hvis den også er der dér.",
            "Gennemsnit af måneder prøves ikke. Der står kun, hvad det er, og hvad det var.",
            "Jo flere tal en tabel prøver, jo strengere er prøven for hvert af dem (Holms rettelse).",
        ];

    public static readonly string[] SmallLines =
    [
        "Tal, som færre end 5 børn står bag, vises ikke. De står som »skjult«. Det gælder for alle, der læser rapporten, også inden for "
            + "kommunen. Er et andet tal skjult med dem, er det, fordi et lille tal ellers kunne regnes ud.",
        "Rapporten viser de offentliggjorte tal, også når den er lavet af en, der må se børnene bag. Hvad der er skjult, er afgjort én "
            + "gang for alle sider, filer og rapporter, så det, der er skjult her, også er skjult på Spors sider. Hvad der er rettet "
            + "siden, kommer med næste måned.",
        "Er perioden ikke en af dem, der er offentliggjort, er et tal lagt sammen af de måneder, kvartaler og år, der er. Kan det ikke "
            + "det, er det skjult. Et tal, der tæller et barn én gang, hvor lang perioden end er, vises, hvis det er om hele kommunen og "
            + "hviler på 20 børn eller flere.",
        "Tidligere rapporter er taget med, også kladder, der er slettet: Er tallene for en dag siden rettet med færre end 5 børn, står "
            + "de, som de stod første gang.",
        "Rapporten kan ikke tage højde for tal, der er offentliggjort andre steder end i Spor.",
    ];

    public static IReadOnlyList<(string Name, string Definition)> Definitions { get; } =
    [
        (CaseName, CaseFigures.ChildrenWithCase.Definition),
        (LoadName, WorkforceFigures.CaseloadPerFte.Definition.Replace(WorkforceFigures.OwnOnly, "", StringComparison.Ordinal)),
        (
            "Trin på trappen",
            LadderFigures.OnLadder.Definition
                + " De seks trin er: 1 indsatser i almenområdet, 2 forebyggende indsatser, 3 hjemmebaserede indsatser, 4 "
                + "anbringelse i slægt eller netværk, 5 anbringelse i plejefamilie, 6 anbringelse på børne- og ungehjem."
        ),
        ("Ned og op ad trappen", LadderFigures.MovedDown.Definition),
        (PlacedName, PlacementFigures.Placed.Definition),
        (NewName, PlacementFigures.NewPlacements.Definition),
        (FamilyName, PlacementFigures.FamilyShare.Definition),
        (MonthsName, PlacementFigures.MonthsPlaced.Definition),
        (NotPlacedName, PlacementFigures.NotPlacedYearAfter.Definition),
        (NotificationsName, NotificationFigures.Notifications.Definition),
        (LawName, RequirementFigures.ComplianceLaw.Definition),
        (ModelName, RequirementFigures.ComplianceModel.Definition),
        (OfferedName, ConferenceFigures.Offered.Definition),
        (HeldName, ConferenceFigures.Held.Definition),
        (OpenedName, CaseFigures.CasesOpened.Definition),
        (OverdueName, RequirementFigures.OverdueLaw.Definition),
    ];

    /// <summary>A stored figure's key, for those who compare a report with today's program.</summary>
    public static string KeyName(string key)
    {
        var at = key.IndexOf('@', StringComparison.Ordinal);
        var (series, side) = at < 0 ? (key, "") : (key[..at], key.EndsWith("@nu", StringComparison.Ordinal) ? ", nu" : ", før");
        var name = series switch
        {
            "case" => CaseName,
            "ladder" => LadderName,
            "placed" => PlacedName,
            "new-placements" => NewName,
            "placed-year-before" => "Anbragt et år tidligere",
            "not-placed-year-after" => NotPlacedName,
            "still-placed" => "Stadig anbragt",
            "notifications" => NotificationsName,
            "notified" => NotifiedName,
            "conferences-offered" => OfferedName,
            "conferences-accepted" => AcceptedName,
            "conferences-declined" => "Netværksrådslagninger: nej eller intet svar",
            "conferences-held" => HeldName,
            "cases-opened" => OpenedName,
            "overdue-law" => OverdueName,
            "fte" => "Årsværk",
            "per-fte" => LoadName,
            "months-placed" => MonthsName,
            "down" => "Ned ad trappen",
            "up" => "Op ad trappen",
            _ when series.StartsWith("step-", StringComparison.Ordinal) => "Trin " + series[5..],
            _ when series.StartsWith("form-", StringComparison.Ordinal) && Enum.TryParse<PlacementForm>(series[5..], out var form) =>
                FormName(form),
            _ when series.StartsWith("notifications-", StringComparison.Ordinal) => "Underretninger: " + GroupName(series[14..]),
            _ when Prefixed(series, "due-") is { } of => "Frister: " + of,
            _ when Prefixed(series, "late-") is { } of => "Ikke til tiden: " + of,
            _ when Prefixed(series, "in-time-") is { } of => "Til tiden: " + of,
            _ => series,
        };
        return name + side;
    }

    static string? Prefixed(string series, string prefix) =>
        !series.StartsWith(prefix, StringComparison.Ordinal)
            ? null
            : series[prefix.Length..] switch
            {
                "law" => AllLaw,
                "model" => AllModel,
                var rule when Enum.TryParse<Rule>(rule[5..], out var r) => Law.NationalLaw.Of(r, DateOnly.MaxValue).Title,
                var other => other,
            };
}
