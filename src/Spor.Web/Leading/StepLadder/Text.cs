using Spor.Children;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Layout;

namespace Spor.Web.Leading.StepLadder;

static class Text
{
    public const string Title = "Indsatstrappen";

    public static string Lede(string count, DateOnly day, DateOnly baseline) =>
        $"{count} {(count == "1" ? "barn eller ung" : "børn og unge")} med indsats eller aktiv sag den {Danish.Long(day)} · "
        + $"sammenlignet med {Danish.Long(baseline)}";

    // The filter form
    public const string FilterLabel = "Vælg dag og hvilke børn tallene er om";
    public const string District = "Distrikt";
    public const string AllDistricts = "Alle distrikter";
    public const string Team = "Team";
    public const string AllTeams = "Alle team";
    public const string Group = "Målgruppe";
    public const string AllGroups = "Alle målgrupper";
    public const string Show = "Vis";
    public const string Reset = "Nulstil";
    public const string WrongTitle = "Ret felterne, så kan tallene vises";

    public static string NotADay(string typed) => $"»{typed}« er ikke en dato. Skriv den som 31-10-2026.";

    public static string AfterToday(DateOnly today) => $"Vælg senest den {Danish.Long(today)}. Spor ved ikke, hvad der sker efter den dag.";

    public const string BaselineNotBefore = "Den dag, der sammenlignes med, skal ligge før den dag, tallene vises for.";
    public const string FromAfterDay = "Perioden begynder efter den dag, den slutter.";

    public const string FromOrDay = "Vælg enten den første dag i perioden, en basislinje eller en dag at sammenligne med.";

    public static string InPeriodBefore(string shown, LadderQuestion q) =>
        $" {Danish.Numeric(q.Baseline.AddDays(1))} – {Danish.Numeric(q.Day)}: {shown}.";

    public const string UnknownDistrict = "Det distrikt findes ikke. Vælg et på listen.";
    public const string UnknownTeam = "Det team findes ikke. Vælg et på listen.";
    public const string UnknownGroup = "Den målgruppe findes ikke. Vælg en på listen.";

    public static string GroupName(TargetGroup group) =>
        group switch
        {
            TargetGroup.Vulnerable => "Udsatte børn og unge",
            TargetGroup.Disability => "Funktionsnedsættelse",
            TargetGroup.Integration => "Integration",
            _ => "Kriminalitet",
        };

    public const string UnknownOther = "De børn kan tallene ikke holdes op mod her. Vælg på listen.";
    public const string OtherLabel = "Ved siden af";
    public const string NoOther = "ingen andre";
    public const string BesideTitle = "Ved siden af andre børn";
    public const string BesideHead = "Børn";
    public const string BesideNote =
        "Andelen er af børnene på trappen i hver gruppe, for grupperne er ikke lige store. En forskel siger intet om, hvorfor den er der.";
    public const string DownRow = "Gået ned ad trappen";
    public const string UpRow = "Gået op ad trappen";

    public static string ShareOf(string name) => name + ", andel";

    public static string BesideCaption(string here, string there, DateOnly day) => $"{here} og {there} den {Danish.Long(day)}";

    /// <summary>Of others who are told of another day than the page's own.</summary>
    public static string OtherDays(LadderQuestion q) => $" ({Danish.Numeric(q.Baseline)} – {Danish.Numeric(q.Day)})";

    public const string ModelLink = "Modeldistrikter mod de andre distrikter, med forskellen i forskellene.";

    public const string Nearest =
        "Om børn, du ikke kan slå op, vises tal for månedernes sidste dag, perioder, der ligger helt i hinanden, og én opdeling ad gangen. "
        + "Her står det nærmeste, der kan vises.";
    public const string SmallNote =
        "Du ser tal om børn, som ikke er dine eller dit teams. Tal, som færre end 5 børn står bag, er skjult, og andre med dem, hvor "
        + "man ellers kunne regne dem ud.";
    public const string OwnTeam = "Se dit eget team med alle tal.";
    public const string NoData = "Der er ingen børn i udvalget. Vælg et andet distrikt, team eller målgruppe, eller nulstil.";
    public const string Hidden = "skjult";

    // The cards
    public static string LoadLabel(string? team) => team is null ? "børn pr. årsværk, hele kommunen" : $"børn pr. årsværk, {team}";

    public static string LoadNote(string? before, DateOnly baseline, double? ceiling) =>
        (before is not null ? $"{before} den {Danish.Short(baseline)}" : $"kan ikke regnes ud den {Danish.Short(baseline)}")
        + (ceiling is { } c ? $" · loft {Danish.Number(c, c % 1 == 0 ? 0 : 1)}" : "");

    public const string ShareLabel = "i plejefamilie, procent";

    public static string ShareNote(string? counts, string? before, DateOnly baseline) =>
        (counts is null ? "" : counts + " i plejefamilie · ")
        + "mål 75 / 25"
        + (before is null ? "" : $" · {before} den {Danish.Short(baseline)}");

    public const string NoPlacements = "ingen";
    public const string MovesLabel = "ned ad trappen / op ad trappen";
    public const string MovesNote = "Ned er ikke godt i sig selv. Læs det sammen med målene for de samme børn, nedenfor.";
    public const string GoalsTitle = "Målene hos de børn, der gik ned, blev og gik op";

    public static string GoalsCaption(DateOnly day, DateOnly baseline) =>
        $"Mål, der er givet score fra {Danish.Long(baseline)} til {Danish.Long(day)}: sidste score minus første, på skalaen fra 1 til 10";

    public const string GoalsHead = "Barnets trin";
    public const string GoalsMeasured = "Mål";
    public const string GoalsChange = "Ændring i gennemsnit";
    public const string WentDown = "gik ned";
    public const string Stayed = "blev på samme trin";
    public const string WentUp = "gik op";

    public static string GoalChange(double? change) => change is not { } c ? None : (c > 0 ? "+" : "") + Danish.Number(c, 1);

    public const string KeptLabel = "opfølgninger holdt inden fristen";

    public static string KeptNote(string law, string model) => $"lovens frister {law}, kommunens model {model}";

    public static string Percent(int? percent) => percent is { } p ? $"{p} %" : "–";

    public const string None = "–";
    public const string TooFew = "for få";

    // The picture and the table
    public const string PictureTitle = "Hvor er børnene, og hvilken vej bevæger de sig?";

    public static string PictureNote(DateOnly day, DateOnly baseline) =>
        $"Tal over trinet: børn, hvis højeste indsats den {Danish.Long(day)} ligger på trinet. Lille tal og buer: hvad der er "
        + $"sket siden {Danish.Long(baseline)}.";

    public const string TableTitle = "Samme tal som tabel";
    public const string Step = "Trin";
    public const string Change = "Ændring";
    public const string Total = "I alt på trappen";

    public static string Caption(DateOnly day, DateOnly baseline) =>
        $"Børn på hvert trin den {Danish.Long(baseline)} og den {Danish.Long(day)}";

    public const string MovesTitle = "Fra trin til trin";

    public static string MovesCaption(DateOnly day, DateOnly baseline) =>
        $"Række: trinet den {Danish.Long(baseline)}. Kolonne: trinet den {Danish.Long(day)}. Hvert barn står ét sted.";

    public const string MovesHead = "Fra";
    public const string RowTotal = "I alt";

    public static string From(int step) => step == 0 ? PictureText.StepTitle(0) : "Trin " + step;

    public static string DownLink(string down) => $"{down} ned ad trappen";

    public static string UpLink(string up) => $"{up} op ad trappen";

    public static string CellLabel(int from, int to, string shown) =>
        $"{shown} {(shown == "1" ? "barn" : "børn")} fra {From(from).ToLowerInvariant()} til {From(to).ToLowerInvariant()}";

    public static string CountLabel(int step, string shown, DateOnly day) =>
        $"{shown} {(shown == "1" ? "barn" : "børn")} på {PictureText.StepTitle(step)} den {Danish.Long(day)}";

    // Placements
    public const string PlacedTitle = "Anbringelser";
    public const string Form = "Anbragt i";

    public static string FormName(PlacementForm form) =>
        form switch
        {
            PlacementForm.Foster => "Plejefamilie, netværk eller slægt",
            PlacementForm.Institution => "Børne- og ungehjem eller institution",
            _ => Danish.Capital(Placements.NameOf(form)),
        };

    public const string PlacedTotal = "Anbragte børn i alt";

    public static string MixCaption(DateOnly day, DateOnly baseline) =>
        $"Anbragte børn den {Danish.Long(baseline)} og den {Danish.Long(day)}, efter anbringelsens form";

    public const string FlowTitle = "Anbringelser over tid";

    public static string NewPlacements(DateOnly a, DateOnly b) => $"Nye anbringelser fra {Danish.Long(a)} til {Danish.Long(b)}";

    public static string MonthsPlaced(DateOnly b) => $"Så længe havde børnene været anbragt den {Danish.Long(b)} (gennemsnit)";

    public static string Months(double months) => $"{Danish.Number(months, 1)} måneder";

    public static string NotPlaced(DateOnly b) => $"Ikke længere anbragt et år efter ({Danish.Long(b)})";

    public static string NotPlacedOf(int not, int before) =>
        $"{Danish.Number(not)} af {Danish.Number(before)} børn "
        + $"({Danish.Number((double)Math.Round(100m * not / before, MidpointRounding.AwayFromZero), 0)} %)";

    public static string NobodyBefore(DateOnly b) => $"Ingen var anbragt den {Danish.Long(b.AddMonths(-12))}";

    public static string FullYear(int year) => $"Helårsanbringelser i {year}";

    public const string NobodyPlaced = "Ingen er anbragt den dag";

    // How it is counted (measures.md)
    public const string How = "Sådan regnes det";
    public static readonly string[] HowCounted =
    [
        "Distrikt og målgruppe er barnets, som de står i dag. Et team er de børn, hvis aktive sag en i teamet har i dag, og de "
            + "børn uden rådgiver, hvis distrikt teamet har i dag; det gælder også, når du ser en tidligere dag.",
    ];
    public static readonly string[] HowLoad =
    [
        "Børn med en aktiv sag på dagen, delt med summen af årsværk for dem, der er ansat som rådgiver den dag. Et barn med "
            + "flere sager tæller én gang.",
        "For et team: børn med en aktiv sag, der er tildelt en, som er ansat i teamet den dag, delt med teamets årsværk af "
            + "rådgivere. Et barn kan tælle i to team.",
        "Kortet følger valget af team, men ikke distrikt og målgruppe: rådgiverne er ikke delt på dem.",
    ];
    public static readonly string[] HowShare =
    [
        "Børn i plejefamilie delt med børn i plejefamilie og på børne- og ungehjem, i hele procent. Eget værelse, kost- eller efterskole er ikke "
            + "med. Målet er 75 / 25.",
    ];
    public static readonly string[] HowMoves =
    [
        "Barnets trin på en dag er det højeste trin af de indsatser, der er i gang den dag. Kataloget den dag siger, hvilket trin en "
            + "indsats ligger på. Har barnet ingen indsats på trin 2 til 6, men en aktiv sag, står det på trin 1. "
            + "Ellers har det intet trin.",
        "Ned: barnet har et trin begge dage, og det sidste er lavere. Op: det sidste er højere. Bevægelser ind på trappen og ud "
            + "af den tæller ikke med i de to tal.",
    ];
    public static readonly string[] HowGoals =
    [
        "Hvert mål tæller med sin sidste score minus sin første, når det har mindst to. Her er de mål med, hvis sidste score "
            + "er givet i perioden.",
        "Børnene er delt som i tabellen ovenfor: et trin begge dage, og det sidste lavere, det samme eller højere. Tallene "
            + "viser, hvad der skete for de samme børn. De viser ikke hvorfor.",
    ];
    public static readonly string[] HowKept =
    [
        "Krav om opfølgning, der havde frist fra den ene dag til den anden, begge med. Andelen er dem, der blev holdt senest på fristen.",
        "Lovens frister: første opfølgning efter 3 måneder og den næste, som er aftalt. Kommunens egne krav: 3 om året ved "
            + "anbringelse og 4 om året ved forebyggende indsats.",
        "Et krav, der er faldet bort, fordi indsatsen eller sagen sluttede før fristen, tæller ikke med.",
    ];
    public static readonly string[] HowMix =
    [
        "Børn med en anbringelse, der er i gang den dag. Har barnet flere, tæller den på det højeste trin. Er flere på samme "
            + "trin, tæller plejefamilie først, så eget værelse, så børne- og ungehjem.",
    ];
    public static readonly string[] HowNew =
    [
        "Et anbringelsesforløb er dage i træk, hvor barnet er anbragt, også når stedet skifter. Her tælles forløb, der begynder "
            + "i perioden, begge dage med.",
    ];
    public static readonly string[] HowMonths =
    [
        "Gennemsnit over de forløb, der er i gang den dag: dage fra forløbets første dag til dagen, begge med, delt med 30,4375.",
    ];
    public static readonly string[] HowNotPlaced =
    [
        "Af de børn, der var i et forløb et år før dagen: hvor mange der ikke er i et på dagen.",
    ];
    public static readonly string[] HowFullYear =
    [
        "Dage, hvor et barn var anbragt i kalenderåret, lagt sammen for alle børn og delt med årets dage. Et barn tæller "
            + "højst én gang pr. dag.",
    ];
}
