using Spor.Interventions;
using Spor.Kernel;

namespace Spor.Web.Leading.TwelveIndicators;

static class Text
{
    public const string Title = "De tolv nøgletal";

    public static string Lede(DateOnly day) =>
        $"Indsatstrappens nøgletal pr. {Danish.Long(day)}, sammenlignet med et år før, og to af FLIS' nøgletal.";

    public const string FilterLabel = "Vælg skæringsdato";
    public const string CutOff = "Skæringsdato";
    public const string Show = "Vis";
    public const string Latest = "Seneste";
    public const string Unknown = "Tallene gøres op på skæringsdatoerne på listen. Vælg en af dem.";
    public const string UnknownDay =
        "Vælg en skæringsdato på listen, eller skriv en dag, for eksempel 15-08-2026: fra den første sag til i dag. Den dag, der sammenlignes "
        + "med, skal ligge før.";
    public const string CutOffOrDay = "Skæringsdato eller en anden dag";
    public const string NoData =
        "Der er endnu ingen skæringsdato med sager. Den første kommer, når der har været en åben sag den 31. marts "
        + "eller den 30. september.";
    public const string Ours =
        "Navnene på de tolv nøgletal er Socialstyrelsens (nu Social- og Boligstyrelsen). Derfor står der stadig »foranstaltninger«. Deres nøjagtige definitioner er ikke offentliggjort, så vidt vi har "
        + "kunnet finde. Definitionerne her er Spors egne, og tallene kan ikke lægges ved siden af andre kommuners. De to fra FLIS "
        + "følger de offentliggjorte definitioner.";

    public static string Unverified(IEnumerable<string> days) =>
        $"Skæringsdatoerne {string.Join(" og ", days)} er ikke bekræftet af en kilde. Den 30. september er kildens eksempel, den "
        + $"anden er vores valg.";

    public static string CutOffName(Law.CutOff c) => new DateOnly(2001, c.Month, c.Day).ToString("d. MMMM", Danish.Culture);

    public const string SmallNote =
        "Du ser tal om børn, som ikke er dine eller dit teams. Tal, som færre end 5 børn står bag, er skjult, og andre med dem, hvor "
        + "man ellers kunne regne dem ud.";
    public const string Hidden = "skjult";
    public const string TooFew = "for få";
    public const string None = "–";

    public const string TableTitle = "Nøgletallene";

    public static string Caption(DateOnly day, DateOnly? against) =>
        $"Nøgletal pr. {Danish.Long(day)} og " + (against is { } other ? $"pr. {Danish.Long(other)}" : "et år før");

    public const string No = "Nr.";
    public const string Indicator = "Nøgletal";
    public const string Change = "Ændring";
    public const string Trend = "Siden første sag";
    public const string Definition = "Sådan regnes det";
    public const string How = "Sådan regnes det";
    public const string TwelveHead = "Indsatstrappens tolv nøgletal";
    public const string FlisHead = "FLIS";
    public const string ChildrenTitle = "Børn på trappens trin ved hver skæringsdato";
    public const string MoneyTitle = "Beregnede udgifter i de tolv måneder til hver skæringsdato, mio. kr.";
    public const string AllTitle = "Alle skæringsdatoer";
    public const string AllNote = "De samme tal, den nyeste dato øverst. Tallene i overskrifterne er nøgletallenes numre.";
    public const string AsTable = "Vis alle skæringsdatoer som tabel";

    public static string SeeChildren(string title, string shown) => $"{title}: {shown}. Se børnene.";

    public static string Of(int part, int whole) =>
        whole == 0 ? "ingen" : $"{Danish.Number(part)} af {Danish.Number(whole)} ({Percent(part, whole)})";

    public static string Percent(int part, int whole) =>
        $"{Danish.Number((double)Math.Round(100m * part / whole, MidpointRounding.AwayFromZero), 0)} %";

    public static string Months(double months) => Danish.Number(months, 1) + " måneder";

    public static string Kroner(long ore) => Danish.Number((long)Math.Round(ore / 100m, MidpointRounding.AwayFromZero)) + " kr.";

    public static string Points(double difference) => Plus(difference, 0) + " procentpoint";

    public static string Plus(double value, int decimals) =>
        (Math.Round((decimal)value, decimals, MidpointRounding.AwayFromZero) > 0 ? "+" : "") + Danish.Number(value, decimals);

    // The indicators: name and our definition.
    public const string Step6 = "Institutionsanbringelser";
    public const string HowStep6 =
        "Børn, der står på trin 6 på skæringsdatoen. Et barn står på det højeste trin af de indsatser, der er i gang den "
        + "dag, og tæller kun der.";
    public const string Duration = "Varighed af institutionsanbringelser";
    public const string HowDuration =
        "Gennemsnit over børnene på trin 6: måneder i træk på trin 6 til og med skæringsdatoen (dage delt med 30,4375). Et skift "
        + "mellem to institutioner bryder ikke tiden.";
    public const string Step5 = "Anbringelser i plejefamilier";
    public const string HowStep5 = "Børn, der står på trin 5 på skæringsdatoen.";
    public const string Step4 = "Anbringelser i netværksplejefamilier";
    public const string HowStep4 =
        "Børn, der står på trin 4 på skæringsdatoen og er anbragt i en netværksplejefamilie. Kost- og efterskole og eget værelse på "
        + "samme trin står for sig.";
    public const string Step4Own = "Samme trin: eget værelse, kost- eller efterskole";
    public const string HowStep4Own =
        "Børn, der står på trin 4 på skæringsdatoen og er anbragt på kost- eller efterskole eller i eget værelse.";
    public const string Step3 = "Hjemmebaserede foranstaltninger";
    public const string HowStep3 =
        "Børn, der står på trin 3 på skæringsdatoen. Et anbragt barn med en hjemmebaseret indsats tæller på anbringelsens trin.";
    public const string Step2 = "Forebyggende indsatser";
    public const string HowStep2 = "Børn, der står på trin 2 på skæringsdatoen (Barnets lov § 30, før Serviceloven § 11, stk. 3).";
    public const string Former = "Tidligere institutionsanbragte";
    public const string HowFormer =
        "Af de børn, der stod på trin 6 et år før skæringsdatoen: dem, der ikke står på trin 6 nu, også dem, der har forladt trappen.";
    public const string Up = "Bevægelser fra hjemmebaserede op ad trappen";
    public const string HowUp = "Børn, der stod på trin 3 et år før skæringsdatoen og nu står på trin 4, 5 eller 6.";
    public const string Down = "Bevægelser fra hjemmebaserede ned ad trappen";
    public const string HowDown =
        "Børn, der stod på trin 3 et år før skæringsdatoen og nu står på trin 1 eller 2. Et barn, der har forladt trappen, "
        + "tæller ikke. Ned er ikke godt i sig selv: læs det sammen med børnenes målscore.";
    public const string Development = "Udvikling i forebyggende indsatser";
    public const string HowDevelopment = "Børn på trin 2 på skæringsdatoen minus børn på trin 2 et år før.";
    public const string Prevention = "Udgifter til forebyggende foranstaltninger";
    public const string HowPrevention =
        "Beregnet udgift til indsatser på trin 2 og 3 i de tolv måneder, der slutter med skæringsdatoens måned, regnet ud fra "
        + "pris og dage. Ikke regnskab.";
    public const string PlacementSpending = "Udgifter til anbringelser";
    public const string HowPlacementSpending = "Det samme for trin 4, 5 og 6.";

    public static string WithoutPrice(int measures) =>
        measures == 0 ? ""
        : measures == 1 ? " 1 indsats i de tolv måneder mangler pris og er ikke med."
        : $" {Danish.Number(measures)} indsatser i de tolv måneder mangler pris og er ikke med.";

    public const string FollowUps = "Opfølgninger";
    public const string HowFollowUps =
        "Af lovens opfølgninger med frist i det år, der slutter på skæringsdatoen: dem, der blev holdt til tiden. Første "
        + "opfølgning efter 3 måneder og den næste, som er aftalt (Barnets lov § 95, før Serviceloven § 70).";

    public static string Flis(PlacementForm form) =>
        "Gennemsnitligt antal måneder anbragt"
        + form switch
        {
            PlacementForm.Foster => ", i plejefamilie",
            PlacementForm.Institution => ", på institution",
            PlacementForm.Own => ", " + Placements.NameOf(form),
            _ => "",
        };

    public static string HowFlis(PlacementForm form) =>
        form == PlacementForm.None
            ? "FLIS: summen af varigheden i måneder af de anbringelsesforløb, der er i gang i skæringsdatoens måned, delt med antallet "
                + "af børn. Vi tæller hvert forløb til dets sidste dag, eller månedens. FLIS går efter betalingskommune, som "
                + "ikke står i udtrækket."
            : "Som ovenfor, men kun forløb af denne form: et skift til en anden form bryder forløbet.";

    public const string NotPlaced = "Ikke anbragt et år efter";
    public const string HowNotPlaced = "FLIS: af de børn, der var anbragt et år før skæringsdatoen, dem, der ikke er anbragt på den.";
}
