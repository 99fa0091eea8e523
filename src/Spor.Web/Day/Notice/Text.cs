using System.Globalization;
using Spor.Kernel;
using Spor.Storage;

namespace Spor.Web.Day.Notice;

static class Text
{
    // --- the e-mail itself: no name, no case, no number
    public const string Subject = "Der er noget nyt til dig i Spor";

    public static string Body(string address) =>
        $"""
            Hej

            Der er noget nyt til dig i Spor. Du kan se det på Min dag:
            {address}{"/min-dag"}

            E-mailen siger ikke, hvad det er. Det kan du kun se, når du er logget ind.

            Vil du ikke have de her e-mails? Så kan du slå dem fra:
            {address}{NoticeEndpoints.Path}

            Du kan ikke svare på e-mailen.
            """.ReplaceLineEndings("\r\n");

    // --- one's own choice
    public const string Title = "Min telefon og e-mail";
    public const string Lede = "Telefonen står i dine breve og planer. Spor kan sende dig en e-mail, når der er noget nyt til dig.";
    public const string What = "Du får en e-mail, når";
    public static readonly IReadOnlyList<string> Whats =
    [
        "et forslag, du har sendt, er besvaret,",
        "du er blevet rådgiver for et barn,",
        "du dækker for en kollega, og en frist skal nås i denne uge,",
        "der kommer en underretning om et af dine børn. Har barnet ingen rådgiver, går beskeden til teamets leder og faglige koordinator.",
    ];

    public static string How(int minutes) =>
        $"E-mailen siger kun, at der er noget nyt. Der står ingen navne, CPR-numre eller sager i den. "
        + $"Du får højst én e-mail hvert {Quarter(minutes)}, og ingen, mens du er fraværende.";

    static string Quarter(int minutes) => minutes == 15 ? "kvarter" : $"{minutes.ToString(CultureInfo.InvariantCulture)}. minut";

    public const string NotSetUp = "Kommunen har ikke sat e-mail op i Spor, så der sendes ingen endnu. Dit valg bliver gemt.";
    public const string NoJob = "Kun medarbejdere har en telefon og en e-mail her. Du står ikke som medarbejder i Spor.";
    public const string Wanted = "Send mig en e-mail, når der er noget nyt til mig";
    public const string Address = "E-mail på arbejdet";
    public const string Phone = "Telefon på arbejdet";
    public const string PhoneShort = "Telefon";
    public const string PhoneHint = "Familier og fagpersoner kan se den.";
    public const string Save = "Gem";
    public const string Back = "Tilbage til Min dag";

    public static string LastSent(DateTime? at) =>
        at is { } utc ? $"Den seneste e-mail blev sendt {When(utc)}." : "Der er ikke sendt nogen e-mail endnu.";

    public static string Waits(string fault) => $"En e-mail til dig venter. {Said(fault)} Spor prøver igen.";

    public static string Said(string fault) =>
        Enum.TryParse<MailFault>(fault, out var known)
            ? known switch
            {
                MailFault.Silent => "Mailserveren svarer ikke.",
                MailFault.SignIn => "Mailserveren lukker ikke Spor ind.",
                MailFault.Encryption => "Forbindelsen til mailserveren kan ikke krypteres.",
                MailFault.Address => "Mailserveren tager ikke imod adressen.",
                _ => "Mailserveren tog ikke imod e-mailen.",
            }
            : "Mailserveren tog ikke imod e-mailen.";

    // --- whoever sets Spor up
    public const string AdminTitle = "Medarbejdernes telefon og e-mail";
    public const string AdminLede =
        "Her står, hvordan medarbejderne kan nås, hvem der får e-mails fra Spor, og hvad der ikke kunne sendes.";
    public const string AdminOff = "Der er ingen »mail« i settings.json, så Spor sender ingen e-mails.";

    public static string Server(string host, int port) => $"Spor sender gennem {host}, port {port.ToString(CultureInfo.InvariantCulture)}.";

    public const string SetTitle = "Skriv en medarbejders telefon og e-mail";
    public const string SetHint =
        "Medarbejderen vælger selv, om Spor må sende e-mails. " + "Det, der står i felterne, erstatter det, der stod før.";
    public const string Employee = "Medarbejder";
    public const string Email = "E-mail";
    public const string SetSave = "Gem";
    public const string ListTitle = "Telefon og e-mail";
    public const string Nobody = "Ingen medarbejdere har en telefon eller e-mail endnu. Skriv den første herover.";
    public const string Wants = "Vil have e-mail";
    public const string Sent = "Senest sendt";
    public const string State = "Tilstand";
    public const string BackToRunning = "Tilbage til Drift";
    public const string On = "ja";
    public const string Off = "slået fra";
    public const string Fine = "i orden";
    public const string Never = "aldrig";

    public static string StateOf(MailRow? row) => row?.Fault is { } fault && row.MailId is not null ? Said(fault) : Fine;

    public static string When(DateTime utc)
    {
        var local = DanishCalendar.Local(utc);
        return $"{Danish.Long(DateOnly.FromDateTime(local))} kl. {local.ToString("HH.mm", CultureInfo.InvariantCulture)}";
    }
}
