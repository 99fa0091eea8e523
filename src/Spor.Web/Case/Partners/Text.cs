using Spor.Access;
using Spor.Cases;
using Spor.Facts;
using Spor.Kernel;
using Spor.Notifications;
using Spor.Web.Access;

namespace Spor.Web.Case.Partners;

static class Text
{
    public const string DeskTitle = "Dine underretninger og spørgsmål";
    public const string DeskLede =
        "Her står det, du selv har sendt, og det, afdelingen har spurgt dig om. Intet andet om børnene vises her.";
    public const string QuestionsTitle = "Spørgsmål til dig";
    public const string NoQuestions = "Der er ingen spørgsmål til dig.";
    public const string KeptNote = "Et svar kan læses her i 30 dage. Derefter står det kun i barnets sag.";
    public const string SentTitle = "Underretninger, du har sendt";
    public const string NothingSent = "Du har ikke sendt nogen underretninger her.";
    public const string AboutChild = "Barn";
    public const string DueOn = "Svar senest";
    public const string State = "Hvor langt";
    public const string SentAt = "Sendt";
    public const string Received = "Modtaget af kommunen";
    public const string Assessed = "Vurderet";
    public const string Receipt = "Kvittering";
    public const string Feedback = "Tilbagemelding";
    public const string NotYet = "ikke givet endnu";
    public const string Erased = "Teksten er slettet.";
    public const string ProtectedChild = "Et barn med beskyttet navn";

    public const string SendTitle = "Skriv en underretning";
    public const string SendLede = "Skriv én underretning for hvert barn. Er barnet i fare nu, så ring til kommunen eller 112.";
    public const string SendIt = "Send underretningen";
    public const string WhereFrom = "Du skriver fra";
    public const string ChildName = "Barnets navn";
    public const string ChildNameHint = "Er barnet ikke født endnu, så skriv morens navn.";
    public const string Cpr = "CPR-nummer";
    public const string BornOn = "Fødselsdag";
    public const string BornOnHint = "Af et ufødt barn: den dag, det ventes.";
    public const string Worry = "Bekymringen";
    public const string WorryHint = "Hvad har du set og hørt, hvornår, og hvad siger barnet selv?";
    public const string Contact = "Din telefon eller mail";
    public const string WrittenFrom = "Skrevet fra",
        SendersContact = "Afsenderens telefon eller mail";
    public const string ContactHint = "Så afdelingen kan nå dig, hvis noget haster.";
    public const string NoFiles = "Filer kan ikke sendes her. Send dem, som I plejer, og skriv her, at de kommer.";

    public const string OwnTitle = "Underretning, du har sendt";
    public const string OwnLede = "Sådan skrev du den, og så langt er den. Den kan ikke ændres: ved du mere, så skriv en ny.";
    public const string ToDesk = "Dine underretninger og spørgsmål";
    public const string HowFar = "Hvor langt er den?";
    public const string WhatIsTold =
        "Du får at vide, at underretningen er modtaget, og om den er vurderet. Hvad vurderingen siger, og hvad der sker, må kun afdelingen fortælle.";
    public const string YouWrote = "Det, du skrev";

    public const string QuestionTitle = "Spørgsmål til dig";
    public const string QuestionLede =
        "Skriv kun det, der er spurgt om. Svaret bliver en del af barnets sag, og forældrene kan bede om at se den.";
    public const string AskedBy = "Spurgt af";
    public const string TheDepartment = "afdelingen";
    public const string Basis = "Grundlag";
    public const string WhatIsAsked = "Det, afdelingen vil vide";
    public const string Answer = "Svar";
    public const string YourAnswer = "Dit svar";
    public const string AnswerHint = "Skriv, hvad du selv har set, og hvornår. Skriv det for sig, hvad du mener om det.";
    public const string SendAnswer = "Send svaret";
    public const string AnswerStands = "Et svar kan ikke ændres. Er noget forkert, så ring til den, der har spurgt.";

    public const string WaitingTitle = "Underretning fra en samarbejdspartner";
    public const string WaitingLede = "Find barnet, og registrér den. Uret løber fra det øjeblik, den blev sendt.";
    public const string ToInbox = "Til indbakken";
    public const string TakeIn = "Find barnet og registrér";
    public const string AsideTitle = "Den skal ikke registreres her";
    public const string AsideNote = "Kun når den er sendt to gange, eller når den er sendt videre til den kommune, barnet bor i.";
    public const string AsideIt = "Læg til side";
    public const string AsideWhy = "Hvorfor?";
    public const string AsideReason = "Begrundelse";
    public const string AsideReasonHint = "Hvornår kom den første, eller hvem har fået den, og hvornår?";
    public const string ToTakeIn = "Sendt af samarbejdspartnere";
    public const string ToTakeInNote = "De er modtaget og ikke registreret på et barn endnu. Uret løber.";
    public const string SentByWhom = "Af";
    public const string AssessBy = "Skal være vurderet";

    /// <summary>Without a name: a title stands in the browser's history.</summary>
    public const string AskPageTitle = "Spørg en samarbejdspartner";
    public const string AskLede =
        "Spørgsmålet vises for den, du vælger, når vedkommende logger ind. Spor sender ingen besked ud: ring eller skriv, at det ligger der.";
    public const string ToChild = "Til barnets side";
    public const string AskedTitle = "Spurgt";
    public const string NewQuestion = "Nyt spørgsmål";
    public const string NoPartners =
        "Ingen samarbejdspartner kan logge ind endnu. Under »Roller« bliver de oprettet som brugere og får rollen.";
    public const string ToWhom = "Til hvem?";
    public const string WhatToAsk = "Hvad vil du vide?";
    public const string WithoutWhy = "Hvorfor uden samtykke?";
    public const string WithoutWhyHint = "Paragraffen, og hvorfor det er nødvendigt. Kun når der ikke er samtykke.";
    public const string Ask = "Stil spørgsmålet";
    public const string TakeBack = "Træk spørgsmålet tilbage";

    public static string AskTitle(string name) => $"Spørg en samarbejdspartner om {name}";

    public static string QuestionHint(bool isProtected) =>
        isProtected
            ? "Barnets navn vises ikke, fordi barnet er beskyttet. Sig i telefonen, hvem det handler om, og skriv intet navn her."
            : "Modtageren ser barnets navn og det, du skriver. Spørg kun om det, der er brug for.";

    public static string StateOf(PartnerQuestion q) => q.AnsweredOn is { } on ? $"Besvaret {Danish.Long(on)}" : "Venter på dit svar";

    public static string AnsweredOn(DateOnly on) => $"Besvaret {Danish.Long(on)}";

    public static string Minute(DateTime at) => $"{Danish.Long(DateOnly.FromDateTime(at))} kl. {at:HH.mm}";

    public static string DayOr(DateOnly? on) => on is { } day ? "givet " + Danish.Long(day) : NotYet;

    public static string AssessedOf(SentState s) =>
        s.Sent.SetAside is { } why ? $"nej, {why.Danish()}"
        : s.Assessed ? "ja"
        : "ikke endnu";

    public static string From(Person? person) =>
        person is null ? "en, der ikke er på listen længere"
        : person.Place.Length > 0 ? $"{person.Name}, {person.Place}"
        : person.Name;

    static DateTime DueAt(SentNotificationFact s, Viewing viewing) =>
        Inbox.DueAt(new NotificationFact { ReceivedAt = s.SentAt }, viewing.Register.Bounds);

    public static string DueOf(SentNotificationFact s, Viewing viewing) =>
        DueAt(s, viewing) is var due && due < viewing.WorkClock.Now ? $"Fristen var {Minute(due)}" : $"Senest {Minute(due)}";

    public static string WaitingState(SentNotificationFact s, Viewing viewing) =>
        s.TakenOn is { } taken ? $"Sendt {Minute(s.SentAt)}. Registreret {Danish.Long(taken)}."
        : s is { SetAside: { } why, SetAsideOn: { } on } ? $"Sendt {Minute(s.SentAt)}. Lagt til side {Danish.Long(on)}: {why.Danish()}."
        : $"Sendt {Minute(s.SentAt)}. "
            + (
                DueAt(s, viewing) is var due && due < viewing.WorkClock.Now
                    ? "Den skulle være vurderet senest "
                    : "Den skal være vurderet senest "
            )
            + $"{Minute(due)}.";

    public static string RegisteredOn(string name) => $"Underretningen om {name}";

    public static string Line(PartnerRequestFact r, Viewing viewing) =>
        $"Spurgt {Danish.Long(r.On)} af {(viewing.EmployeeName(r.AskedBy) is { Length: > 0 } who ? who : TheDepartment)}, {r.Basis.Danish()}. "
        + $"Svar senest {Danish.Long(r.DueOn)}.";
}
