using Spor.Conferences;
using Spor.Facts;
using Spor.Kernel;

namespace Spor.Web.Conferences.Desk;

static class Text
{
    // The municipality's list
    public const string ListTitle = "Samordnere";
    public const string ListLede =
        "Uddannede samordnere, som forbereder og leder netværksrådslagninger. De er ansat uden for afdelingen og kender ikke sagerne.";
    public const string New = "Ny samordner";
    public const string NoCoordinators = "Der er ingen samordnere på listen endnu.";
    public const string NoneSettings = "Skriv den første på listen, så rådgiverne kan vælge.";
    public const string NoneOthers = "Afdelingslederen skriver dem på listen.";
    public const string Active = "Samordnere, der kan vælges";
    public const string Ended = "Ikke på listen mere";
    public const string Coming = "Begynder senere";
    public const string Name = "Navn";
    public const string Load = "Rådslagninger nu";
    public const string Languages = "Sprog ud over dansk";
    public const string Workplace = "Arbejdssted";
    public const string TrainedOn = "Uddannet";
    public const string Contact = "Kontakt";
    public const string Period = "På listen";
    public const string Change = "Ret";

    public static string ChangeLabel(string name) => $"Ret {name}";

    public const string End = "Slut";
    public const string OnlyDanish = "kun dansk";

    public static string LoadOf(int load, int? most) =>
        most is { } m ? $"{Danish.Number(load)} af højst {Danish.Number(m)}" : Danish.Number(load);

    public const string NoRoom = "har ikke plads til flere";

    public static string Since(CoordinatorFact c) =>
        c.To is { } to ? $"{Danish.Long(c.From)} til {Danish.Long(to)}" : $"fra {Danish.Long(c.From)}";

    public const string NoName = "(slettet navn)";

    public static string NameOf(CoordinatorFact? c) => c?.Name ?? NoName;

    // One coordinator
    public const string NewLede = "En samordner er uddannet til det, er ansat uden for afdelingen og kender ikke familierne.";

    public static string ChangeTitle(string name) => $"Ret {name}";

    public const string Phone = "Telefon";
    public const string PhoneHint = "Skriv telefon, e-mail eller begge dele.";
    public const string Email = "E-mail";
    public const string LanguagesHint = "Som man siger dem: arabisk, polsk. Lad feltet stå tomt, hvis det kun er dansk.";
    public const string WorkplaceHint = "Skole, bibliotek, sundhedshus … ikke afdelingen selv.";
    public const string TrainedLabel = "Hvornår blev uddannelsen færdig?";
    public const string FromLabel = "Hvornår kan samordneren begynde?";
    public const string AtMost = "Højst så mange rådslagninger ad gangen";
    public const string AtMostHint = "Det, samordneren selv siger ja til.";
    public const string Outside = "Samordneren er ansat uden for afdelingen";
    public const string Save = "Gem samordneren";
    public const string EndTitle = "Samordneren holder op";
    public const string EndNote = "Samordneren kan ikke vælges efter den dag og kan ikke længere se noget i Spor.";
    public const string LastDay = "Sidste dag";
    public const string EndSave = "Tag af listen";

    // Choosing
    public static string ChooseTitle(string child) => $"Vælg samordner til {Danish.Genitive(child)} rådslagning";

    public static string ReplaceTitle(string child) => $"Skift samordner på {Danish.Genitive(child)} rådslagning";

    public const string ChooseTitleMasked = "Vælg samordner til rådslagningen";
    public const string ReplaceTitleMasked = "Skift samordner på rådslagningen";
    public const string ChooseLede =
        "Samordneren er neutral og kender spørgsmålene, ikke sagen. Spørg familien, hvem den har det bedst med.";
    public const string BackToConference = "Tilbage til rådslagningen";

    public static string InterpreterNeeded(string interpreter) => $"Familien har brug for tolk: {interpreter}";

    public const string Candidates = "Hvem kan blive samordner?";
    public const string CandidatesCaption = "Samordnere på listen, med plads, sprog og arbejdssted";
    public const string NobodyActive = "Der er ingen aktive samordnere på listen.";
    public const string ToList = "Se listen over samordnere";
    public const string HasItNow = "har rådslagningen nu";
    public const string KnowsFamily = "kender familien";
    public const string SpeaksIt = "taler det sprog, der skal tolkes";
    public const string Because = "Hvorfor skifter samordneren?";
    public const string Note = "Note om skiftet";
    public const string NoteHint = "Samordneren ser den ikke.";
    public const string ChooseSave = "Vælg samordneren";
    public const string ReplaceSave = "Skift samordner";
    public const string ReplaceNotice = "Den samordner, der har rådslagningen nu, mister adgangen i samme øjeblik.";

    // On the conference's page
    public const string Section = "Samordner";
    public const string NoneYet = "Der er ikke valgt en samordner endnu.";
    public const string NewNeeded = "Der skal vælges en ny samordner.";

    public static string GaveBack(CoordinationFact c, string name) => $"{name} holdt op {Danish.Long(c.To!.Value)}: {c.Because?.Danish()}.";

    public static string HasSince(DateOnly from) => $"siden {Danish.Long(from)}";

    public const string Choose = "Vælg samordner";
    public const string Replace = "Skift samordner";
    public const string Earlier = "Tidligere samordnere";
    public const string Seen = "Det har samordneren set";
    public const string SeenNote = "Fra loggen over, hvem der har set hvad.";
    public const string SeenNothing = "Samordneren har ikke åbnet noget.";

    public static string SeenBy(string name) => $"Det har {name} set";

    public const string SeenCaption = "Hvad samordneren har set, hvornår og hvor mange gange";
    public const string What = "Hvad";
    public const string First = "Første gang";
    public const string Last = "Sidste gang";
    public const string Times = "Gange";

    public static string Looked(string what) =>
        what switch
        {
            "liste" => "Rådslagningen på sin liste: dag og sted",
            "side" => "Siden med spørgsmål, inviterede og det praktiske",
            "praktisk" => "Det praktiske, for at rette det",
            "kontaktark" => "Kontaktarket til udskrift",
            "kalender" => "Kalenderfilen",
            _ => what,
        };

    // Min dag and the child's page
    public const string Todo = "Mangler en ny samordner";

    public static string TodoLine(CoordinationFact last) =>
        $"Samordneren holdt op {Danish.Long(last.To!.Value)}{(last.Because is { } why ? $": {why.Danish()}" : "")}.";

    // The desk
    public const string DeskTitle = "Mine rådslagninger";
    public const string DeskLede = "Du ser spørgsmålene, de inviterede og det praktiske. Sagen ser du ikke.";
    public const string DeskEmpty = "Du har ingen rådslagninger lige nu. Rådgiveren vælger dig, når en familie har sagt ja.";
    public const string DeskEnded = "Du er ikke længere på listen over samordnere. Ring til afdelingen, hvis det er en fejl.";
    public const string When = "Hvornår";
    public const string Where = "Hvor";
    public const string Whose = "Barnet";
    public const string State = "Hvor langt";
    public const string NoTime = "ikke aftalt";
    public const string NoTimeYet = "Tid ikke aftalt";
    public const string NoPlace = "ikke aftalt";
    public const string ProtectedChild = "Beskyttet navn";
    public const string Cancelled = "Aflyst. Mødet bliver ikke til noget.";

    public static string StateOf(BlindLine l) =>
        l switch
        {
            { Cancelled: true } => Cancelled,
            { HeldOn: not null, FollowUpPlannedOn: { } on } => $"Holdt. Opfølgningsmøde {Danish.Long(on)}",
            { HeldOn: not null } => "Holdt. Opfølgningsmødet er ikke aftalt",
            { PlannedAt: null } => "Find en tid og et sted",
            _ => "Aftalt",
        };

    // One conference, as its coordinator sees it
    public static string OneTitle(string? child) => child is null ? "Rådslagning" : $"{Danish.Genitive(child)} rådslagning";

    public const string OneLede =
        "Alt, hvad du skal bruge for at forberede og lede rådslagningen. Det, der ikke står her, hører til sagen.";
    public const string Questions = "Familiens spørgsmål";
    public const string QuestionsNote = "Familien har skrevet dem og godkendt dem.";
    public const string QuestionsChanging = "Spørgsmålene er ved at blive ændret. De står her igen, når familien har godkendt dem.";
    public const string Invitees = "De inviterede";
    public const string InviteesNote = "Ring til dem, og skriv, hvad de svarer.";
    public const string InviteesHeld = "De, der var inviteret.";
    public const string NoInvitees = "Rådgiveren og familien er ikke færdige med listen.";
    public const string InviteesCaption = "Inviterede med kontakt og svar";
    public const string Role = "Kommer som";
    public const string Answer = "Svar";

    public static string AnswerLabel(string name) => $"Svar fra {name}";

    public const string Comes = "Kommer";
    public const string DoesNotCome = "Kommer ikke";
    public const string NoAnswer = "Intet svar";

    public static string AnswerText(OfferAnswer? answer) =>
        answer switch
        {
            OfferAnswer.Yes => Comes,
            OfferAnswer.No => DoesNotCome,
            _ => NoAnswer,
        };

    public const string SaveAnswers = "Gem svarene";
    public const string ContactHidden = "Beskyttet. Kontakten går gennem rådgiveren.";
    public const string NoContact = "Ingen kontakt skrevet";
    public const string ThroughFamily = "Gennem familien";
    public const string InformantPart = "kun den første del";
    public const string Practical = "Det praktiske";
    public const string Place = "Sted";
    public const string Food = "Mad";
    public const string ChildCare = "Børnepasning";
    public const string Interpreter = "Tolk";
    public const string Notes = "Noter";
    public const string NotSaid = "ikke skrevet endnu";
    public const string ChangePractical = "Ret det praktiske";
    public const string Apart = "Hver for sig";
    public const string ApartNote = "De må ikke være i samme rum.";

    public static string PairOf(BlindPair p) => $"{p.One} og {p.Other}";

    public const string ApartNotArranged = "Det er ikke aftalt endnu, hvordan. Spørg rådgiveren.";
    public const string Door = "Må ikke komme ind";
    public const string DoorNote = "Kommer personen alligevel, så bed venligt personen om at gå igen, og ring til rådgiveren.";
    public const string Caseworker = "Din kontakt i afdelingen";
    public const string NoCaseworker = "Ring til afdelingen.";
    public const string Sheet = "Kontaktark til udskrift";
    public const string Calendar = "Hent til kalenderen (.ics)";

    public static string FollowUp(DateOnly on) => $"Rådslagningen er holdt. Opfølgningsmødet er {Danish.Long(on)}.";

    public const string FollowUpUnknown = "Rådslagningen er holdt. Opfølgningsmødet er ikke aftalt endnu.";
    public const string GiveBack = "Kan du ikke være samordner?";
    public const string GiveBackNote =
        "Det står så på rådgiverens Min dag. Haster det, så ring. Du kan ikke se rådslagningen mere, når du har trykket.";
    public const string IKnowThem = "Jeg kender familien";
    public const string IKnowThemHint = "En, der kender familien, kan ikke være neutral. Du skal ikke skrive hvorfor.";
    public const string ICannot = "Jeg kan ikke alligevel";
    public const string Why = "Hvorfor?";
    public const string GiveBackShow = "Giv rådslagningen tilbage";

    public const string SheetTitle = "Kontaktark";
    public const string SheetHow = "Arket skrives ud fra browseren (Ctrl + P). Pas på arket, og makulér det efter mødet.";
    public const string BackToDesk = "Tilbage til rådslagningen";
    public const string PracticalTitle = "Det praktiske";
    public const string SavePractical = "Gem det praktiske";
    public const string PracticalLede = "Rådgiveren ser det samme og kan også rette det.";

    public const string NotYoursTitle = "Ikke din rådslagning";
    public const string NotYours = "Rådslagningen findes ikke, eller du er ikke samordner på den mere.";
    public const string ToDesk = "Til mine rådslagninger";

    /// <summary>tirsdag den 3. november 2026 kl. 16.30 til 19.00</summary>
    public static string Time(DateTime? from, DateTime? to) =>
        from is not { } at
            ? NoTime
            : $"{at.ToString("dddd", Danish.Culture)} den {Danish.Long(DateOnly.FromDateTime(at))} kl. {Clock(at)}"
                + (to is { } end ? $" til {Clock(end)}" : "");

    public static string Clock(DateTime at) => at.ToString("HH.mm", Danish.Culture);

    public static string Moment(DateTime local) => $"{Danish.Short(DateOnly.FromDateTime(local))} kl. {Clock(local)}";
}
