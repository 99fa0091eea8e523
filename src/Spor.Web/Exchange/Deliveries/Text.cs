using Spor.Kernel;
using Spor.Web.Exchange.Import;

namespace Spor.Web.Exchange.Deliveries;

static class Text
{
    public const string Title = "Leverancer";
    public const string Lede =
        "Det, andre systemer har leveret, er læst og sammenlignet med det, Spor ved. Intet er gemt, før du tager det ind.";
    public const string ToList = "Til leverancerne";
    public const string Waiting = "Venter på dig";
    public const string NoneWaits = "Der venter ingen leverancer.";
    public const string HowTo = "Sådan kommer der leverancer";

    public static string HowToText(bool watched) =>
        watched
            ? "Spor holder øje med en mappe. Andre systemer kan også sende filer med en nøgle."
            : "Et system kan sende filer med en nøgle. Den, der driver Spor, kan også lade Spor holde øje med en mappe.";

    public const string KeysLink = "Nøgler til leverancer";
    public const string TheFolder = "Mappen, Spor holder øje med";
    public const string UnknownSender = "En nøgle, der ikke findes mere";

    public static string CameAt(DateTimeOffset at) => "Kom " + At(at, "d. MMMM yyyy 'kl.' HH.mm");

    /// <summary>When it came, which day it describes, and when it was last compared with what Spor knows.</summary>
    public static string AboutIt(Delivery delivery, Upload upload) =>
        CameAt(delivery.At)
        + (upload.Counts?.Day is { } day ? ". Beskriver " + Danish.Long(day) : "")
        + (upload.ReadAt is { } read ? ". Sammenlignet " + At(read, "d. MMMM 'kl.' HH.mm") : "")
        + ".";

    static string At(DateTimeOffset at, string form) => DanishCalendar.Local(at.UtcDateTime).ToString(form, Danish.Culture);

    public static string AtNight(TimeOnly hour) =>
        $"En leverance læses, når den kommer, og igen hver nat kl. {hour.ToString("HH.mm", Danish.Culture)}, så længe den venter.";

    public const string BeingRead = "Den læses lige nu. Hent siden igen om lidt.";

    public static string Holds(IReadOnlyList<string> tables) => tables.Count == 0 ? "" : "Filer: " + string.Join(", ", tables);

    public static string Changes(UploadCounts counts)
    {
        var said = $"{Rows(counts.New, "ny række", "nye rækker")} og {Rows(counts.Changed, "ændret", "ændrede")}";
        return counts.Choices > 0
            ? $"{said}. {Rows(counts.Choices, "række er forsvundet eller ændret begge steder", "rækker er forsvundet eller ændret begge steder")}: "
                + "åbn leverancen, hvis du vil vælge. Ellers står Spors."
            : said + ".";
    }

    static string Rows(int n, string one, string many) => $"{Danish.Number(n)} {(n == 1 ? one : many)}";

    public static string Problems(UploadCounts counts) =>
        counts.Errors == 0
            ? (counts.Warnings == 0 ? "" : Rows(counts.Warnings, "advarsel", "advarsler") + ", som ikke stopper den.")
            : $"{Rows(counts.Errors, "fejl", "fejl")}. Den kan ikke tages ind, som den er.";

    public const string TakeIn = "Tag den ind";
    public const string OpenIt = "Se, hvad der ændres";
    public const string OpenFaults = "Se fejlene";
    public const string TurnAway = "Afvis leverancen";
    public const string TurnAwayNote = "Filerne bliver slettet i Spor. Afsenderen kan sende dem igen.";
    public const string TickDelete = "Slet filerne";
    public const string TickFirst = "Sæt kryds ved, at filerne skal slettes.";
    public const string BeingTaken = "Leverancen er ved at blive taget ind og kan ikke afvises nu.";
    public const string TryAgain = "Prøv igen";

    public static string Named(string what, string sender, DateTimeOffset at) => $"{what}: {sender}, {CameAt(at)}";

    public const string LeftTitle = "Ligger stadig i mappen";
    public const string LeftNote = "Det tages ikke ind, før det kan læses som filer.";
    public const string LeftUnfinished = "Skrives måske stadig, eller er tom. Spor venter.";
    public const string LeftForOthers = "Venter på en anden fil i mappen, som skrives.";
    public const string LeftLink = "Er en genvej til noget andet. Den følges ikke.";
    public const string LeftFolder = "Mappen har andre mapper, genveje eller filer, der ikke kan læses.";
    public const string LeftKind = "Er ikke en .csv, .zip, .xlsx eller .json.";

    public const string Earlier = "Tidligere leverancer";
    public const string NoneEarlier = "Ingen endnu.";
    public const string Came = "Kom";
    public const string From = "Fra";
    public const string Outcome = "Blev";
    public const string By = "Af";
    public const string Entries = "Journal nr.";

    public static string OutcomeOf(Delivery d) =>
        d.State == DeliveryState.TurnedAway ? "Afvist"
        : d.FirstNo is null ? "Intet nyt"
        : "Taget ind";

    public static string Journal(Delivery d) =>
        d is { FirstNo: { } first, LastNo: { } last } ? $"{Danish.Number(first)}–{Danish.Number(last)}" : "–";

    public const string KeysTitle = "Nøgler til leverancer";
    public const string KeysLede =
        "Med en nøgle kan et andet system sende filer til Spor. Nøglen åbner kun for at levere de filer, du vælger, og for intet andet.";
    public const string NewKey = "Ny nøgle";
    public const string Sender = "Hvilket system er den til?";
    public const string SenderHint = "For eksempel Økonomisystemet. Skriv ikke en persons navn.";
    public const string Files = "Hvilke filer må det levere?";
    public const string FromDay = "Gælder fra";
    public const string ToDay = "Til og med";
    public const string MakeKey = "Lav nøglen";
    public const string SecretTitle = "Nøglen er lavet";
    public const string SecretNote =
        "Den vises kun nu og gemmes ikke i Spor. Kopiér den over i det andet system. Går den tabt, så spær den, og lav en ny.";
    public const string SecretLabel = "Nøglen";
    public const string ShownBefore = "Nøglen er lavet i forvejen og er vist én gang. Har du den ikke, så spær den, og lav en ny.";
    public const string HowToSend = "Sådan sender systemet en fil";

    public static string Curl(string address) =>
        $"curl --data-binary @regnskab.csv -H \"Authorization: Bearer NØGLEN\" {address}{DeliveryApi.Path}/regnskab.csv?dag=2026-11-30";

    public const string CurlNote =
        "Én fil ad gangen: .csv, .zip eller .xlsx, højst 1 GB. »dag« er dagen, filen beskriver, og kan udelades. Svaret er et nummer. Med det "
        + "og nøglen kan systemet spørge, hvad der blev af leverancen.";
    public const string Known = "Nøgler";
    public const string NoKeys = "Der er ingen nøgler.";
    public const string MayDeliver = "Må levere";
    public const string State = "Tilstand";
    public const string Revoke = "Spær";

    public static string RevokeNamed(string sender) => $"Spær nøglen til {sender}";

    public static string StateOf(Spor.Exchange.Deliveries.DeliveryKeyFact key, DateOnly today) =>
        key.RevokedOn is { } on ? $"Spærret {Danish.Long(on)}"
        : key.From > today ? $"Gælder fra {Danish.Long(key.From)}"
        : key.To < today ? $"Udløb {Danish.Long(key.To.Value)}"
        : key.To is { } to ? $"Gælder til og med {Danish.Long(to)}"
        : "Gælder";

    // What the sending system is told.
    public const string ApiReceived = "modtaget";
    public const string ApiKey = "Nøglen mangler, kendes ikke, er spærret eller gælder ikke i dag.";
    public const string ApiTries = "Der er prøvet for mange nøgler, der ikke kendes. Vent et minut.";
    public const string ApiKind = "Filen skal hedde noget på .csv, .zip eller .xlsx.";
    public const string ApiDay = "»dag« er ikke en dato. Skriv den som 2026-01-31.";
    public const string ApiEmpty = "Der var ingen fil i forespørgslen.";
    public const string ApiLarge = "Filen er større end 1 GB. Pak den som zip.";
    public const string ApiCut = "Filen kom ikke helt frem. Send den igen.";
    public const string ApiUnknown = "Nøglen har ikke leveret noget med det nummer.";

    public static string ApiFull(int most) => $"Der venter allerede {most} leverancer fra denne nøgle. Send igen, når de er taget ind.";

    public static string StateForSender(Delivery d, Upload? upload) =>
        (d.State, upload?.State) switch
        {
            (DeliveryState.TakenIn, _) when d.FirstNo is null => "intet nyt",
            (DeliveryState.TakenIn, _) => "taget ind",
            (DeliveryState.TurnedAway, _) => "afvist",
            (_, UploadState.Failed) => "kan ikke læses",
            (_, UploadState.Ready) when upload!.Counts is { Ready: false } => "har fejl",
            (_, UploadState.Ready) when upload!.Counts is { ChangesNothing: true, Choices: 0, Errors: 0 } => "intet nyt",
            (_, UploadState.Ready) => "venter på at blive taget ind",
            _ => "læses",
        };
}
