using Spor.Cases;
using Spor.Facts;
using Spor.Kernel;

namespace Spor.Web.Case.FileAccess;

static class Text
{
    public const string WaitingTitle = "Aktindsigt, der venter";
    public const string WaitingLede = "Anmodninger om at se en sag. Den, der skal besvares først, står øverst.";
    public const string NothingWaits = "Der er ingen anmodninger, der venter.";
    public const string Child = "Barn";
    public const string Received = "Modtaget";
    public const string ReceivedHint = "Den dag kommunen fik anmodningen.";
    public const string Due = "Svar senest";
    public const string Expected = "Forventes klar";

    /// <summary>Without a name: a title stands in the browser's history.</summary>
    public const string PageTitle = "Aktindsigt";

    public static string ChildTitle(string name) => $"Aktindsigt: {name}";

    public const string ChildLede = "En part kan få at se, hvad der står i sagen. Svaret skal gives inden syv arbejdsdage.";
    public const string ToChild = "Til barnets side";
    public const string Requests = "Anmodninger";
    public const string AllRequests = "Alle anmodninger om barnet";
    public const string NewRequest = "Ny anmodning";
    public const string SaveRequest = "Gem anmodningen";
    public const string AskedBy = "Hvem har bedt om det?";
    public const string AskedByHint = "Navnet, og om det er en forælder, den unge selv eller en partsrepræsentant.";

    public static string RequestOf(FileAccessFact r) => $"{r.AskedBy ?? "En uden navn"} bad om aktindsigt {Danish.Long(r.ReceivedOn)}";

    public static string DueOn(FileAccessFact r, DateOnly today) =>
        Danish.Long(FileAccessRules.DueOn(r.ReceivedOn))
        + (r.AnsweredOn is null && today > FileAccessRules.DueOn(r.ReceivedOn) ? " (overskredet)" : "");

    public static string State(FileAccessFact r, DateOnly today) =>
        r.AnsweredOn is { } on
            ? $"Besvaret {Danish.Long(on)}: {r.Outcome?.Danish()}"
                + (on > FileAccessRules.DueOn(r.ReceivedOn) ? ". Det var efter fristen." : ".")
            : $"Svar senest {DueOn(r, today)}" + (r.ExpectedOn is { } expected ? $". Forventes klar {Danish.Long(expected)}." : ".");

    public const string WhoElse = "Hvem skal sløres?";
    public const string WhoElseNote =
        "Spor foreslår dem, der hverken er forældre eller fagpersoner. Du bestemmer. Navn, telefon, adresse og e-mail bliver fjernet alle steder i akterne.";
    public const string MoreWords = "Andre ord, der skal sløres";
    public const string MoreWordsHint = "Et ord eller en sætning på hver linje. Skriv det, som det står i sagen.";
    public const string Record = "Akterne";

    public static string RecordNote(int count) =>
        $"{Unit(count)} i den rækkefølge, de handler om. Fjern hakket ved det, der ikke gives. Filer er ikke valgt: de kan ikke sløres her, så læs dem først.";

    static string Unit(int count) => count == 1 ? "1 akt" : $"{Danish.Number(count)} akter";

    public static string ItemLine(RecordItem item) => item.On is { } on ? $"{item.Title} ({Danish.Long(on)})" : item.Title;

    public const string ShowItem = "Vis indholdet";
    public const string FetchPackage = "Hent pakken (zip)";
    public const string FetchNote =
        "Pakken har en aktliste, akterne og de valgte filer. Det slørede står der ikke. Spor gemmer ikke pakken. Læs den igennem, før du sender den.";

    public const string AnswerTitle = "Svaret";
    public const string SaveAnswer = "Gem svaret";
    public const string Outcome = "Hvad fik personen?";
    public const string Reason = "Hvad er udeladt, og hvorfor?";
    public const string ReasonHint = "Skal udfyldes, når noget er udeladt eller afslået.";
    public const string AnsweredOn = "Besvaret";
    public const string DelayTitle = "Hvis det tager længere tid";
    public const string DelayNote = "Når fristen ikke kan holdes, skal personen have at vide hvorfor, og hvornår svaret kommer.";
    public const string ExpectedOn = "Forventes klar";
    public const string DelayReason = "Hvorfor tager det længere tid?";
    public const string SaveDelay = "Gem, at det tager længere tid";

    public const string RegisterTitle = "Aktliste";
    public const string RecordTitle = "Akter";
    public const string NoCol = "Nr.";
    public const string DayCol = "Dag";
    public const string KindCol = "Slags";
    public const string TitleCol = "Akt";
    public const string GivenCol = "Med i pakken";
    public const string Given = "Ja";
    public const string NotGiven = "Nej";

    public static string RegisterLede(FileAccessFact r, DateOnly today, int all, int given) =>
        $"Anmodning modtaget {Danish.Long(r.ReceivedOn)}. Listen er lavet {Danish.Long(today)}. {Danish.Number(given)} af {Unit(all)} er med i pakken.";

    public static string RecordLede(string bar) => $"Det, der er sløret, er fjernet og erstattet af {bar}.";

    public const string FileApart = "Filen ligger for sig i mappen bilag.";
}
