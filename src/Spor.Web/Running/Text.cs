namespace Spor.Web.Running;

static class Text
{
    public const string Title = "Drift";
    public const string Intro =
        "Om Spor kan arbejde lige nu, og hvad nogen bør se til. Et program, der holder øje, kan spørge /sundhed/status om det samme.";
    public const string What = "Hvad";
    public const string State = "Tilstand";
    public const string Says = "Besked";
    public const string Ok = "I orden";
    public const string Stops = "Spor kan ikke arbejde";
    public const string SeeTo = "Se til det";
    public const string Ready = "klar";
    public const string Alive = "lever";
    public const string Started = "Opstart";
    public const string Starting = "starter";
    public const string Database = "Databasen";
    public const string Answers = "svarer og kan skrives";
    public const string Silent = "databasen svarer ikke";
    public const string Gone = "databasens fil er væk";
    public const string Stopping = "Spor er ved at stoppe";
    public const string CannotWrite = "databasen kan ikke skrives";
    public const string Full = "disken er fuld";
    public const string Disk = "Disken med datamappen";
    public const string Clock = "Maskinens ur";
    public const string ClockRight = "går ikke bagud for journalen";
    public const string ClockBehind = "uret er bagud: den seneste indførsel er skrevet senere, end klokken er nu";
    public const string Looks = "Loggen over opslag";
    public const string CanWrite = "kan skrives";
    public const string LooksCannot = "loggen over opslag kan ikke skrives";
    public const string Backup = "Seneste kopi";
    public const string NoBackup = "der er ikke taget en kopi med ./spor backup";
    public const string Mail = "E-mail til medarbejderne";
    public const string NoMail = "der er ikke sendt nogen endnu";
    public const string MailNotKnown = "databasen kunne ikke spørges";
    public const string ToMail = "Medarbejdernes telefon og e-mail";

    public static string MailSent(string when) => "senest sendt " + when;

    public static string MailWaits(int n) =>
        n == 1 ? "1 e-mail kunne ikke sendes. Spor prøver igen" : $"{n} e-mails kunne ikke sendes. Spor prøver igen";

    public const string Replay = "Seneste kontrol af journalen";
    public const string NoReplay = "journalen er ikke kontrolleret med ./spor replay --check";

    public const string Busy = "Spor har for travlt";
    public const string BusyExplained =
        "Der er meget, der skal gemmes på én gang, og dit er ikke gemt. Gå tilbage i browseren, hvor det står, og prøv igen om lidt.";

    public const string BusyShowing =
        "Der er mange, der bruger Spor lige nu. Det, du har gemt, er gemt. Vent et øjeblik, og hent siden igen.";
    public const string OwnUploads =
        "Du er ved at sende andre filer. Intet af det her er gemt. Vent, til de er nået frem, og send så disse.";
    public const string ManyUploads = "Der er mange, der sender filer lige nu. Dine filer er ikke gemt. Prøv igen om lidt.";

    public static string Room(string megabytes) => $"{megabytes} MB ledig";

    public static string Done(string when, bool old) => old ? $"{when}; det er for længe siden" : when;

    public static string Differed(string when) => $"{when}: der var forskelle";
}
