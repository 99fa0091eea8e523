using Spor.Economy;
using Spor.Figures;
using Spor.Kernel;
using Spor.Law;
using Spor.Requirements;
using Spor.Workforce;

namespace Spor.Web.Leading.Quality;

/// <summary>What a flaw is called, what it does to the figures, and who can mend it.</summary>
public sealed record FlawText(string Title, string Effect, string Mends);

static class Text
{
    public const string Title = "Datakvalitet";

    public static string Lede(DateOnly day) =>
        $"Hvad der mangler eller strider mod sig selv i de oplysninger, tallene er lavet af, den {Danish.Long(day)}. Ved hver "
        + $"mangel kan du se, hvilket tal den påvirker, og hvem der kan rette den.";

    public const string OwnOnly = "Du ser manglerne hos de børn, du må se.";
    public const string TableTitle = "Manglerne";

    public static string Caption(DateOnly day) => $"Mangler i data den {Danish.Long(day)}, de hyppigste øverst";

    public const string What = "Mangel";
    public const string CountHead = "Antal";
    public const string ChildrenHead = "Børn";
    public const string EffectHead = "Hvad den gør ved tallene";
    public const string MendsHead = "Hvem kan rette";
    public const string NoFlaw = "Ledt efter, og ikke fundet";
    public const string NothingFound = "Spor har ikke fundet nogen mangler hos de børn, du må se.";

    public static string Count(int count, int of) => $"{Danish.Number(count)} af {Danish.Number(of)}";

    public static string SeeLabel(string flaw, int children) => $"{flaw}: se {Children(children)}";

    public static string Children(int count) => count == 1 ? "1 barn" : $"{Danish.Number(count)} børn";

    public const string Child = "Barn";
    public const string Step = "Trin";
    public const string Caseworker = "Rådgiver";
    public const string District = "Distrikt";
    public const string Times = "Antal";
    public const string Nobody = "ingen rådgiver";

    public static string ListCaption(string flaw) => $"Børn: {flaw}";

    public static string Shown(int shown, int of) => $"Her er {Danish.Number(shown)} af {Danish.Number(of)}. Hent listen for at se alle.";

    public const string UnknownFlaw = "Den mangel kender Spor ikke. Vælg en i tabellen.";
    public const string Close = "Luk listen";
    public const string ToPairs = "Sammenlign dem to og to, og læg dem sammen";

    const string Worker = "Rådgiveren, på barnets sag";
    const string Leader = "Teamlederen, ved at fordele sagen";
    const string Economy = "Økonomi, på indsatsens pris";
    const string Catalog = "Den, der holder kataloget over ydelser";

    public const string SetupTitle = "Kommunens egne lister og regnskab";
    public const string SetupNote = "Det, der ikke handler om et barn. Gælder to rækker på samme dag, gælder den, der begynder sidst.";
    public const string SetupWhere = "Hvor";
    public const string SetupFrom = "Første dag";

    /// <summary>So many are named on the page; the file has them all.</summary>
    const int MostPlaces = 10;

    public static string Places(SetupFinding f) =>
        string.Join(", ", f.Where.Take(MostPlaces).Select(w => $"{w.Name} fra {Danish.Long(w.From)}"))
        + (f.Where.Count > MostPlaces ? $" og {Danish.Number(f.Where.Count - MostPlaces)} flere" : "");

    const string Lists = "Den, der holder listen i det system, udtrækket kommer fra";

    public static FlawText Of(SetupFlaw flaw) =>
        flaw switch
        {
            SetupFlaw.Posts => new(
                "Ansættelser, der overlapper",
                "Årsværk og sagstal regnes af den række, der begynder sidst. Er det ikke den rigtige, er begge forkerte.",
                Lists
            ),
            SetupFlaw.OverFullTime => new(
                "Medarbejder med over ét årsværk",
                "Teamets årsværk er for højt, og sagstallet pr. årsværk for lavt.",
                Lists
            ),
            SetupFlaw.Ceilings => new(
                "Lofter, der overlapper",
                "Teamets loft er det, der begynder sidst. Om teamet er over loftet, kan være forkert.",
                Lists
            ),
            SetupFlaw.Districts => new(
                "Distrikter, der overlapper",
                "Distriktets team og model er det, der begynder sidst. Børn kan tælle i et forkert team og i den forkerte del af "
                    + "sammenligningen.",
                Lists
            ),
            SetupFlaw.Catalogue => new(
                "Ydelser i kataloget, der overlapper",
                "Ydelsens trin er det, der begynder sidst. Børn kan stå på et forkert trin, og udgiften på et forkert trin.",
                Catalog
            ),
            SetupFlaw.LedgerUnknown => new(
                "Regnskabslinjer med en ukendt indsats",
                "Linjen tæller i forbruget på kontoen, men hører ikke til nogen indsats, så den kan ikke holdes op imod indsatsens pris.",
                "Den, der laver udtrækket af regnskabet: er indsatsens nummer rigtigt, eller mangler indsatsen?"
            ),
            _ => new("Konti, der overlapper", "Kontoens trin er det, der begynder sidst. Regnskabet kan stå på et forkert trin.", Lists),
        };

    static string Rule(Rule rule, DateOnly day) => $"»{NationalLaw.Of(rule, day).Title}«";

    static string One(double? value) => Danish.Number(value ?? 0, 1);

    static string Whole(double? value) => Danish.Number((long)Math.Round(value ?? 0, MidpointRounding.AwayFromZero));

    static string Kroner(double? ore) => Whole(ore / 100) + " kr.";

    /// <param name="numbers">Figures of the whole municipality may be told.</param>
    public static FlawText Of(DataQuality q, Finding finding, bool numbers)
    {
        var month = q.Month.ToString("MMMM yyyy", Danish.Culture);
        // Of the municipality's facts; for those who see a few of its children the share says nothing.
        string Share(string of) => numbers && finding.Of > 0 ? $" Det gælder {Whole(100.0 * finding.Count / finding.Of)} % {of}." : "";
        var priced =
            "Den beregnede udgift er for lav: indsatsen er ikke med."
            + (
                numbers && q.Spending.Otherwise is { } guess && guess > q.Spending.Now
                    ? $" I {month} er udgiften {Kroner(q.Spending.Now)} uden dem og {Kroner(guess)}, hvis de koster det samme som "
                        + $"andre på deres trin."
                    : ""
            );
        // Of the flaws that are money: the month with them and without.
        string Without(string them) =>
            numbers && q.SpendingWithout(finding.Flaw) is { Now: { } whole, Otherwise: { } less } && whole != less
                ? $" I {month} er den beregnede udgift {Kroner(whole)} med {them} og {Kroner(less)} uden."
                : "";
        var twice =
            numbers && q.OnLadderOnce.Otherwise < q.OnLadderOnce.Now
                ? $" {Whole(q.OnLadderOnce.Now)} børn står på trappen, og {Whole(q.OnLadderOnce.Otherwise)}, hvis hvert barn, der står to "
                    + "gange, tæller én gang."
                : "";
        return finding.Flaw switch
        {
            Flaw.CaseWithoutCaseworker => new(
                "Aktiv sag uden rådgiver",
                "Barnet tæller i kommunens sagstal, men ikke i noget team eller hos nogen rådgiver."
                    + (
                        numbers && q.Caseload is { Now: not null, Otherwise: not null } load
                            ? $" Sagstallet er {One(load.Now)} børn pr. årsværk med dem og {One(load.Otherwise)} uden dem."
                            : ""
                    ),
                Leader
            ),
            Flaw.MeasureWithoutPrice => new($"Indsats uden pris i {month}", priced, Economy),
            Flaw.HoursMissing => new($"Timepris uden timetal i {month}", priced, Economy),
            Flaw.MeasureWithoutStep => new(
                "Indsats, som kataloget ikke kender",
                "Indsatsen har intet trin. Barnet står på et lavere trin, end det skulle, eller slet ikke på trappen, og udgiften "
                    + "hører ikke til noget trin.",
                Catalog
            ),
            Flaw.StepUnlikeDefault => new(
                "Indsats på et andet trin end standardkataloget",
                "Kommunens eget katalog gælder, og det kan være rigtigt. Tallene kan ikke sammenlignes med kommuner, der "
                    + "følger standardkataloget."
                    + (
                        numbers && q.OtherStep.Otherwise > 0
                            ? $" Efter det ville {Whole(q.OtherStep.Otherwise)} af {Whole(q.OtherStep.Now)} børn på trappen "
                                + $"stå på et andet trin."
                            : ""
                    ),
                Catalog
            ),
            Flaw.OverlappingPlacements => new(
                "To anbringelser på samme tid",
                "Barnet tæller én gang blandt de anbragte, på det højeste trin. Begge anbringelsers priser er med i den beregnede udgift."
                    + Without("den ældste af dem"),
                Worker + ": er den første slut, mangler dens slutdato"
            ),
            Flaw.MeasureWithoutDecision => new(
                "Indsats på trin 3 til 6 uden afgørelse",
                $"{Rule(Requirements.Rule.ChildHeard, q.Day)} regnes fra afgørelser: uden en bliver kravet ikke talt for "
                    + $"indsatsen, og overholdelsen ser bedre eller dårligere ud, end den er."
                    + Share("af de løbende indsatser på trin 3 til 6"),
                Worker
            ),
            Flaw.MeasureOnClosedCase => new(
                "Indsats i gang, men barnet har ingen aktiv sag",
                "Barnet står på trappen og koster penge, men tæller ikke i sagstallet, og ingen krav regnes for det."
                    + (
                        numbers && q.OnLadder.Otherwise < q.OnLadder.Now
                            ? $" {Whole(q.OnLadder.Now)} børn står på trappen med dem og {Whole(q.OnLadder.Otherwise)} uden dem."
                            : ""
                    ),
                Worker + ": er indsatsen slut, eller er sagen lukket for tidligt?"
            ),
            Flaw.DecisionOnOpenAssessment => new(
                "Undersøgelse uden slutdato, men med en senere afgørelse",
                $"{Rule(Requirements.Rule.AssessmentCompleted, q.Day)} tæller som overskredet, når fristen er gået, selv om "
                    + $"undersøgelsen ser ud til at være gjort.",
                Worker
            ),
            Flaw.NotificationWithoutOutcome => new(
                "Underretning uden udfald",
                $"Underretningen er over 14 dage gammel. Den tæller i antallet, men ikke i, hvad underretningerne førte til."
                    + Share("af det seneste års underretninger"),
                "Den, der har vurderet underretningen"
            ),
            Flaw.ChildWithoutDistrict => new(
                "Barn på trappen uden distrikt",
                $"Barnet er med i kommunens tal, men ikke i noget distrikts, og ikke i sammenligningen af distrikter."
                    + Share("af børnene på trappen"),
                "Den, der holder barnets stamdata"
            ),
            Flaw.FollowUpOutsideMeasure => new(
                "Opfølgning eller tilsyn uden for indsatsens periode",
                "Den opfylder intet krav og udløser intet nyt. Opfølgninger til tiden ser ringere ud, end de er.",
                Worker + ": er datoen rigtig, eller hører den til en anden indsats?"
            ),
            Flaw.CadenceNotDecided => new(
                "Seneste opfølgning uden dato for den næste",
                $"Efter barnets lov § 95 bestemmes den næste opfølgning for det enkelte barn. Uden en dato er der ingen frist, "
                    + $"og {Rule(Requirements.Rule.NextFollowUp, q.Day)} tælles ikke."
                    + Share("af de indsatser på trin 3 til 6, der er fulgt op"),
                Worker
            ),
            Flaw.BeforeBirth => new(
                "Dato før barnets fødsel",
                "Alder og aldersgrænser (10, 15, 16 og 18 år) bliver forkerte, og barnet kan stå i en forkert aldersgruppe.",
                "Den, der holder barnets stamdata: er fødselsdagen rigtig?"
            ),
            Flaw.TwinMeasure => new(
                "Samme indsats står to gange",
                "Samme ydelse, start og pris hos det samme barn. Barnet tæller én gang på trappen, men begge indsatsers priser er med i den "
                    + "beregnede udgift, og krav om opfølgning tælles for begge."
                    + Without("begge to"),
                Worker + ": er det én indsats, så træk den ene tilbage"
            ),
            Flaw.OverlappingMeasures => new(
                "To løbende indsatser af samme slags",
                "Det kan være rigtigt. Er det ikke, er den beregnede udgift for høj, og krav om opfølgning tælles to gange."
                    + Without("den ældste af dem"),
                Worker + ": er den første slut, mangler dens slutdato"
            ),
            Flaw.SameNumber => new(
                "CPR-nummer, der står på flere børn",
                "Er det ét barn, tæller det to gange i alle tal, og dets sag er delt. Spor lægger dem ikke sammen af sig selv." + twice,
                "En leder, ved at lægge dem sammen. Er det to børn: den, der holder barnets stamdata, ved at rette nummeret"
            ),
            Flaw.TwinChild => new(
                "To børn med samme navn og fødselsdag",
                "Er det ét barn, tæller det to gange i alle tal, og dets sag er delt. Spor lægger dem ikke sammen af sig selv." + twice,
                "En leder, ved at lægge dem sammen"
            ),
            Flaw.NumberUnlikeBirthday => new(
                "CPR-nummer med en anden fødselsdag",
                "Alder og aldersgrænser (10, 15, 16 og 18 år) regnes af fødselsdagen. Er den forkert, er de det også.",
                "Den, der holder barnets stamdata: er det nummeret eller fødselsdagen?"
            ),
            Flaw.DayAhead => new(
                "Noget, der er sket, har en dato i fremtiden",
                "Det tæller ikke med endnu. Tal for i dag er for lave, og det tæller med den dag, datoen kommer, selv om det skete før.",
                Worker + ": er året eller måneden skrevet forkert?"
            ),
            Flaw.DaysOutOfOrder => new(
                "Datoer i en rækkefølge, der ikke kan passe",
                "Frister og sagsbehandlingstid regnes mellem de to datoer. Er den ene forkert, ser noget ud til at være klaret med det samme "
                    + "eller slet ikke.",
                Worker + ": hvilken af de to datoer er forkert?"
            ),
            Flaw.TooOld => new(
                "Åben sag, selv om den unge er over 23 år",
                "Sagen tæller i sagstallet og i de aktive sager."
                    + Share("af de aktive sager")
                    + (
                        numbers && q.CaseloadOfAge is { Now: { } all, Otherwise: { } young } && young < all
                            ? $" Sagstallet er {One(all)} børn pr. årsværk med dem og {One(young)} uden dem."
                            : ""
                    ),
                Worker + ": er sagen slut, mangler dens lukkedato"
            ),
            Flaw.EndIsNextStart => new(
                "Anbringelsens slutdag er dagen, den næste begynder",
                "Slutdagen tæller som den sidste dag i den gamle anbringelse, så flyttedagen tæller og betales to gange. Skriver kilden den dag, "
                    + "barnet flyttede, så skriv »slutdag« i kortlægningen, og læs udtrækket igen."
                    + Share("af flytningerne fra den ene dag til den næste"),
                "Den, der laver udtrækket"
            ),
            Flaw.NegativePrice => new(
                "Indsats med en pris under nul",
                "Den trækkes fra i den beregnede udgift. Det er rigtigt, hvis det er forældrenes betaling." + Without("dem"),
                Economy
            ),
            Flaw.EncodedTwice => new(
                "Navn med forkerte bogstaver",
                "Teksten er kodet to gange på vej ud af kilden (æ, ø og å står som to tegn). Det rører ingen tal. Barnet kan ikke findes på "
                    + "sit navn, breve får et forkert navn, og to registreringer af det samme barn bliver ikke fundet.",
                "Den, der laver udtrækket"
            ),
            _ => new(
                "Udeladt samtale uden begrundelse",
                $"Samtalen tæller ikke: {Rule(Requirements.Rule.ChildHeard, q.Day)} er ikke opfyldt.",
                Worker
            ),
        };
    }
}
