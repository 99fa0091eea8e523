using System.Globalization;
using Spor.Conferences;
using Spor.Facts;
using Spor.Kernel;
using Spor.Web.Frame;

namespace Spor.Web.Conferences.FamilyPlans;

static class Text
{
    public const string TheChild = "Barnet",
        NoName = "En uden navn",
        Caseworker = "Rådgiveren";
    public const string BackToConference = "Til rådslagningen";

    public static string ChildItself(string name) => name + " selv";

    // --- the meeting ---
    public const string HoldTitle = "Mødet er holdt";

    public static string HoldLede(string child, NetworkConferenceFact c) =>
        $"{child} · netværksrådslagning tilbudt {Danish.Long(c.OfferedOn)}"
        + (
            c.PlannedAt is { } at
                ? $", aftalt til {Danish.Long(DateOnly.FromDateTime(at))} kl. {at.ToString("HH.mm", CultureInfo.InvariantCulture)}"
                : ""
        );

    public const string NotReady = "Før mødet kan skrives som holdt:";

    public static string Apart(string one, string other) => $"{one} og {other} må ikke være i samme rum.";

    public const string ApartNotSaid = "Der står ikke, hvordan de holdes hver for sig.";

    public static string ShutCame(string name) => $"{name} står på listen over dem, der ikke må komme.";

    public static string ShutBecause(string why) => $"Grunden er: »{why.TrimEnd('.')}«.";

    public const string ShutDo =
        "Skriv ved navnet, hvad I gjorde: gik personen igen, eller blev mødet delt? Er det en anden med samme navn, så skriv det.";
    public const string HeldOn = "Hvornår blev mødet holdt?";
    public const string WhoCame = "Hvem kom?";
    public const string NobodyListed = "Der er ingen på listen. Skriv dem, der kom, herunder.";
    public const string FamilyCame = "Barnet, familien og netværket";
    public const string TickWhoCame = "Sæt kryds ved dem, der kom.";
    public const string ShutTitle = "Må ikke være med";
    public const string ShutHint = "Kom en af dem alligevel, så sæt kryds, og skriv, hvad I gjorde.";

    public static string CameAnyway(string name) => $"{name} kom alligevel";

    public static string HandledFor(string name) => $"Hvad gjorde I, da {name} kom?";

    public const string HandledHint = "For eksempel: gik igen før første del, eller mødet blev delt.";
    public const string BroughtTitle = "Tog familien nogen med, som ikke var inviteret?";
    public const string BroughtHint = "Familien må gerne have andre med. Skriv, hvem de er.";

    public static string BroughtName(int n) => $"Navn {n}";

    public const string BroughtRelation = "Hvem er det for barnet?";
    public const string Handled = "Hvad gjorde I?";
    public const string BroughtHandledHint = "Navnet ligner en, der ikke må komme.";

    public static string Listed(InviteeFact i, string name) =>
        name
        + (
            i.Relation is { } relation ? $", {relation}"
            : i.Role is InviteeRole.Network ? ""
            : $", {i.Role.Danish()}"
        )
        + (i.BroughtAlong ? " (ikke inviteret)" : "");

    public const string Part1 = "Del 1. Information";
    public const string Part1Note = "Fagpersonerne fortæller det, familien har brug for at vide, og svarer på spørgsmål. Så går de.";
    public const string NoInformants = "Ingen fagpersoner er inviteret til første del.";
    public const string InformantsCame = "Fagpersoner, der fortalte";
    public const string Part2 = "Del 2. Familiens egen tid";
    public const string Part2Note =
        "Familien og netværket er alene og laver planen. Rådgiveren, samordneren og fagpersonerne er ude af rummet.";
    public const string PrivateTime = "Havde familien sin egen tid uden fagpersoner?";
    public const string PrivateTimeNote = "Hvorfor ikke?";
    public const string OnlyIfNo = "Kun hvis nej.";
    public const string Part3 = "Del 3. Planen lægges frem";
    public const string Part3Note = "Familien lægger sin plan frem for rådgiveren. Du skriver den på næste side.";
    public const string PlanPresented = "Lagde familien en plan frem på mødet?";
    public const string SaveHeld = "Gem mødet";

    public const string HeldOnWord = "Holdt",
        Part1Word = "1. Information",
        Part2Word = "2. Familiens egen tid",
        Part3Word = "3. Planen",
        Came = "Kom",
        CameAlong = "Kom med uden at være inviteret",
        ShutCameWord = "Kom, selv om personen ikke må være med";

    public static string People(IReadOnlyList<string> names) => names.Count == 0 ? "ingen navne er registreret" : string.Join(", ", names);

    public static string PrivateTimeWas(bool? used) =>
        used switch
        {
            true => "Ja, uden fagpersoner",
            false => "Nej",
            null => "Ikke skrevet",
        };

    public static string Because(string why) => $": {why}";

    public static string PresentedWas(DateOnly on) => $"Lagt frem {Danish.Long(on)}";

    public const string NotPresented = "Ikke lagt frem endnu";

    public static string WhatWasDone(string what) => $": {what}";

    public static string WhenHeld(NetworkConferenceFact c) =>
        c.CancelledOn is null && c.Answer != OfferAnswer.No ? "Kommer, når mødet er holdt." : NotHeld(c);

    public static string NotHeld(NetworkConferenceFact c) =>
        c.CancelledOn is not null ? "Rådslagningen er aflyst."
        : c.Answer == OfferAnswer.No ? "Familien takkede nej."
        : "Mødet er ikke holdt endnu. Det har tre dele: information, familiens egen tid uden fagpersoner, og planen lagt frem.";

    public static string AnswerElsewhere(bool accepted) =>
        accepted ? "Planen er godkendt. Ordene står ikke i Spor." : "Planen er ikke godkendt. Ordene står ikke i Spor.";

    public const string AfterAnswer = "Når familien har fået svar på planen.";
    public const string ToHold = "Registrér mødet",
        ToCorrectHeld = "Ret, hvem der kom, og hvordan det gik";

    // --- the plan ---
    public const string PlanTitle = "Familiens plan";

    public static string PlanLede(string child, NetworkConferenceFact c) =>
        c.HeldOn is { } held ? $"{child} · mødet blev holdt {Danish.Long(held)}" : child;

    public const string NotHeldYet = "Mødet er ikke skrevet som holdt endnu.";
    public const string Questions = "Spørgsmålene, som planen svarer på";
    public const string OwnWords = "Planen med familiens egne ord";
    public const string OwnWordsHint = "Skriv det, som familien sagde det. Ret ikke i det.";
    public const string PresentedOn = "Hvornår lagde familien planen frem?";
    public const string Promises = "Hvem gør hvad";
    public const string PromisesNote =
        "Alle kan tage noget på sig, også børn. Lad datoen stå tom, hvis det gælder hele tiden. Tøm en aftale for at fjerne den.";

    public static string PromiseNumber(int n) => $"Aftale {n}";

    public const string What = "Hvad?",
        Who = "Hvem?",
        WhoElse = "Eller skriv hvem",
        By = "Senest";
    public const string MoreRows = "Flere linjer";
    public const string SavePlan = "Gem planen";

    public static string Accepted(DateOnly? on) => on is { } d ? $"Planen er godkendt {Danish.Long(d)}." : "Planen er godkendt.";

    public const string AcceptedNote = "Den står, som familien skrev den. Aftalerne følger du på Min dag og på barnets side.";

    public static string ReviseThis(DateOnly on) => $"Planen blev ikke godkendt {Danish.Long(on)}. Familien kan lave den om.";

    public const string NoPlanYet = "Planen er ikke skrevet endnu.";
    public const string ToPlan = "Skriv planen",
        ToChange = "Familien laver planen om",
        ToAnswer = "Svar på planen",
        ToPrint = "Vis og udskriv til familien";

    // --- the printed plan ---
    public const string PrintTitle = "Familiens plan til udskrift";
    public const string PrintHow = "Tryk Ctrl + P for at udskrive. Her står kun det, familien selv har besluttet, og intet om sagen.";
    public const string AsLetter = "Skriv planen som brev";

    public static string SheetTitle(string name) => $"Vores plan for {name}";

    public static string SheetMade(DateOnly on) => $"Lavet af familien og netværket {Danish.Long(on)}";

    public const string SheetNotAccepted = "Planen har ikke fået svar fra kommunen endnu.";
    public const string SheetQuestions = "Det spurgte vi os selv om";
    public const string SheetPlan = "Det har vi besluttet";
    public const string SheetNoPlan = "Planen er ikke skrevet endnu.";
    public const string SheetPromises = "Det gør vi hver især";
    public const string WhoHeading = "Hvem",
        WhatHeading = "Hvad",
        ByHeading = "Senest",
        AllTheTime = "Hele tiden";
    public const string SheetNext = "Vi mødes igen";

    public static string SheetNextOn(DateOnly? on) =>
        on is { } day ? $"Vi mødes igen {Danish.Long(day)} og ser, hvordan det går." : "Vi aftaler, hvornår vi mødes igen.";

    public static string SheetCaseworker(string name) => $"Er der noget før, så ring til {name}.";

    public static string SheetPrinted(DateOnly on) => $"Udskrevet {Danish.Long(on)}";

    // --- the answer ---
    public const string ReviewTitle = "Svar på familiens plan";

    public static string ReviewLede(string child) =>
        $"{child} · Du siger ja, medmindre noget ikke er trygt eller ikke er lovligt. Om du selv ville have gjort det "
        + $"anderledes, tæller ikke.";

    public const string ThePlan = "Planen",
        EarlierAnswers = "Svar, familien har fået",
        TheAnswers = "Svar på planen",
        YourAnswer = "Dit svar",
        Answered = "Planen er godkendt";
    public const string AcceptedQuestion = "Kan du godkende planen?";
    public const string AcceptedHint = "Siger du nej, skal familien vide præcis hvorfor.";
    public static IReadOnlyList<(string, string)> YesOrNo { get; } =
    [("ja", "Ja, planen er tryg og lovlig"), ("nej", "Nej, ikke som den er nu")];
    public const string AnsweredOn = "Hvornår fik familien svaret?";
    public const string IfYes = "Hvis ja";
    public const string FollowUpPlanned = "Hvornår mødes I igen og følger op?";
    public const string FollowUpPlannedHint = "Aftal dagen med familien.";
    public const string ReplacedNote =
        "Mener du, at planen træder i stedet for en indsats, så skriv hvilken. Det er din vurdering og siger ikke noget om årsag.";
    public const string ReplacedMeasure = "Indsats, der ellers var blevet bevilget",
        ReplacedRunning = "Indsats, som planen afløser";

    public static string MeasureOnStep(string name, int step) => $"{name} (trin {step})";

    public static string RunningSince(string name, DateOnly from) => $"{name}, fra {Danish.Short(from)}";

    public const string IfNo = "Hvis nej";
    public const string IfNoNote = "Skriv det, så familien kan forstå det. De læser dine ord.";
    public const string NotSafe = "Det er ikke trygt nok",
        NotLawful = "Det er ikke lovligt",
        Tried = "Det har vi prøvet",
        Wanted = "Det skal der til";
    public const string NotSafeHint = "Sig præcis hvad, og for hvem.";
    public const string TriedHint = "Hvad har I gjort siden sidst for at nå hinanden?";
    public const string WantedHint = "Hvad skal planen sige, for at du kan godkende den?";
    public const string SaveAnswer = "Gem svaret";

    public static string Answer(PlanReviewFact r) => r.Accepted ? "Godkendt" : "Ikke godkendt";

    public static string AnswerBy(PlanReviewFact r, string name) => Danish.Long(r.On) + (name.Length > 0 ? $", {name}" : "");

    public const string PlanThen = "Planen, som svaret blev givet til";
    public const string WaitsForFamily = "Familien laver planen om.";
    public const string WaitsForFamilyNote =
        "Du har svaret nej til planen, som den står nu. Du kan ikke sige nej til den samme plan igen, men du kan stadig godkende den.";
    public const string TwiceTitle = "Planen har fået nej to gange. Tal med den faglige koordinator, før du svarer igen.";
    public const string TwiceTalk = "Tal med den faglige koordinator, før du svarer igen. Vis begge svar og familiens ord.";
    public const string TwiceRevise = "Familien må stadig lave planen om. Tilbyd hjælp til netop det, der mangler.";
    public const string TwiceNew = "Eller tilbyd en ny rådslagning med andre spørgsmål eller flere fra netværket.";
    public const string TwiceToNew = "Tilbyd en ny rådslagning";
    public const string TwiceDecide =
        "Er barnet ikke trygt imens, så træf en afgørelse. Familien skal have begrundelsen og vejledning om at klage.";
    public const string TwiceToDecide = "Ny afgørelse";

    // --- follow-up ---
    public const string FollowUpTitle = "Opfølgningsmøde";

    public static string FollowUpLede(string child, NetworkConferenceFact c) =>
        $"{child} · " + (c.FollowUpPlannedOn is { } on ? $"opfølgning aftalt til {Danish.Long(on)}" : "opfølgning på rådslagningen");

    public const string FollowUpOn = "Hvornår mødtes I?";
    public const string HowGoes = "Hvordan går det med aftalerne?";
    public const string HowGoesNote = "Spørg ved hver aftale. Nåede I den ikke, så lad den stå. Det, der ikke er gjort, bliver på Min dag.";
    public const string NothingOpen = "Ingen aftaler er åbne.";

    public static string ByDay(DateOnly? due) => due is { } day ? "senest " + Danish.Long(day) : "gælder hele tiden";

    public const string OutcomeOf = "Sådan går det";
    public const string OutcomeNote = "Det blev sagt",
        OutcomeNoteHint = "Skriv hvorfor, hvis aftalen falder bort.";
    public const string Said = "Hvad blev der talt om?";
    public const string FollowUpNote = "Fra mødet",
        FollowUpNoteHint = "Virker planen? Hvad siger barnet? Hvad skal laves om?";
    public const string SaveFollowUp = "Gem opfølgningen";

    public static string FollowedUp(DateOnly on) => $"Fulgt op {Danish.Long(on)}";

    public static string FollowUpPlannedWas(DateOnly? on) =>
        on is { } day ? $"Aftalt til {Danish.Long(day)}." : "Der er ikke aftalt en dag.";

    public const string ToFollowUp = "Skriv opfølgningen";

    // --- evaluation ---
    public const string EvaluateTitle = "Evaluér rådslagningen";

    public static string EvaluateLede(string child, NetworkConferenceFact c) =>
        child + (c.HeldOn is { } held ? $" · mødet blev holdt {Danish.Long(held)}" : "");

    public const string WhoAnswers = "Hvem svarer?";

    public static string Answers(EvaluatedBy by) =>
        by switch
        {
            EvaluatedBy.Child => "Barnet",
            EvaluatedBy.Family => "Familien og netværket",
            _ => "En fagperson",
        };

    public static string Asks(EvaluatedBy by, string name) =>
        by == EvaluatedBy.Child ? $"Tre spørgsmål til {name}"
        : by == EvaluatedBy.Family ? "Tre spørgsmål til familien"
        : "Tre spørgsmål til en fagperson";

    public static string HeardQuestion(EvaluatedBy by) =>
        by switch
        {
            EvaluatedBy.Child => "Lyttede de voksne til dig?",
            EvaluatedBy.Family => "Blev I hørt?",
            _ => "Blev det, du vidste, brugt?",
        };

    public static string DecidedQuestion(EvaluatedBy by) =>
        by switch
        {
            EvaluatedBy.Child => "Var det din familie, der bestemte?",
            EvaluatedBy.Family => "Bestemte I selv?",
            _ => "Var det familien, der bestemte?",
        };

    public static string UsefulQuestion(EvaluatedBy by) =>
        by switch
        {
            EvaluatedBy.Child => "Tror du, planen hjælper?",
            _ => "Kan planen bruges?",
        };

    public static string CommentQuestion(EvaluatedBy by) => by == EvaluatedBy.Child ? "Er der noget, du vil sige?" : "Er der andet?";

    static readonly string[] ToChild = ["Nej, slet ikke", "Kun lidt", "Midt imellem", "Ja, meget", "Ja, helt sikkert"],
        ToAdult = ["Slet ikke", "Kun lidt", "Noget", "Meget", "Helt"];

    /// <param name="n">From 1 to 5.</param>
    public static string AnswerWords(EvaluatedBy by, int n) => (by == EvaluatedBy.Child ? ToChild : ToAdult)[n - 1];

    public const string NoAnswer = "Intet svar";
    public const string EvaluatedOn = "Hvornår svarede de?";
    public const string OnPaper = "De svarede på papir";
    public const string SaveEvaluation = "Gem svarene";
    public const string Given = "Svar indtil nu";
    public const string GivenCaption = "Svar fra 1 (slet ikke) til 5 (helt)";
    public const string NoEvaluations = "Ingen har svaret endnu.";
    public const string By1 = "Hvem",
        Heard = "Hørt",
        Decided = "Bestemte selv",
        Useful = "Kan bruges",
        Comment = "Ord",
        Paper = ", på papir";

    public static string Score(int? score) => score is { } s ? $"{s} af 5" : "–";

    public const string ToPaper = "Papir til at udfylde",
        ToEvaluate = "Skriv svarene";
    public const string PaperTitle = "Papir til evaluering",
        PaperHow = "Tryk Ctrl + P. Der er én side til hver: barnet, familien og fagpersonen. Skriv svarene ind bagefter.",
        BackToEvaluation = "Til svarene";

    public static string PaperFor(EvaluatedBy by) =>
        by switch
        {
            EvaluatedBy.Child => "Til dig",
            EvaluatedBy.Family => "Til familien og netværket",
            _ => "Til fagpersonen",
        };

    public static string PaperMeeting(DateOnly? held) => held is { } on ? $"Om mødet {Danish.Long(on)}." : "Om mødet.";

    public static string PaperDo(EvaluatedBy by) =>
        by == EvaluatedBy.Child ? "Sæt kryds i den kasse, der passer. Du må gerne lade være." : "Sæt et kryds ved hvert spørgsmål.";

    public static string PaperThanks(EvaluatedBy by) => by == EvaluatedBy.Child ? "Tak, fordi du svarede." : "Tak for svaret.";
}
