using System.Globalization;
using Spor.Conferences;
using Spor.Facts;
using Spor.Kernel;
using Spor.Web.Frame.Layout;

namespace Spor.Web.Conferences.Meeting;

static class Text
{
    public static string AllTitle(string child) => $"{child}: netværksrådslagninger og netværksmøder";

    public const string AllLede =
        "I en netværksrådslagning laver familien planen sammen med sit eget netværk. I et inddragende netværksmøde sidder "
        + "netværk og fagpersoner sammen.";
    public const string BackToChild = "Til barnets side",
        BackToAll = "Alle rådslagninger og møder";
    public const string OneAtATime = "Der er én rådslagning ad gangen.",
        ToTheOpen = "Gå til den, der er i gang";
    public const string Offer = "Tilbyd en netværksrådslagning",
        NewMeeting = "Planlæg et netværksmøde";
    public const string None = "Der er ikke tilbudt en netværksrådslagning, og der er ikke holdt netværksmøder.";

    public static string Conference(NetworkConferenceFact c) => $"Netværksrådslagning, tilbudt {Danish.Long(c.OfferedOn)}";

    public static string Meeting(NetworkMeetingFact m) => $"Inddragende netværksmøde {Danish.Long(m.On)}";

    /// <summary>Where a conference stands, in one sentence or two.</summary>
    public static string Where(NetworkConferenceFact c, ChildFile file, DateOnly today)
    {
        if (c.CancelledOn is { } off)
            return $"Aflyst {Danish.Long(off)}. Der er ikke aftalt en ny dag.";
        if (c.Answer == OfferAnswer.No)
            return $"Tilbudt {Danish.Long(c.OfferedOn)}. Svaret var nej.";
        if (c.FollowedUpOn is { } after)
            return $"{(c.HeldOn is { } d ? $"Holdt {Danish.Long(d)}. " : "")}Fulgt op {Danish.Long(after)}.";
        var next = ConferencePath.Of(c, file).Where(s => s.State == StepState.Now).Select(s => NextWords(s.Step)).FirstOrDefault() ?? "";
        if (c.HeldOn is { } held)
            return $"Holdt {Danish.Long(held)}. {next}";
        return (
                c.PlannedAt is { } at
                    ? $"Aftalt til {When.Whole(DateOnly.FromDateTime(at), at)}. "
                    : $"Tilbudt {When.Of(c.OfferedOn, today)}. "
            ) + next;
    }

    static string NextWords(ConferenceStep step) =>
        step switch
        {
            ConferenceStep.Offer => "Familien har ikke svaret endnu.",
            ConferenceStep.Questions => "Nu skal spørgsmålene skrives sammen med familien.",
            ConferenceStep.Coordinator => "Nu skal der vælges en samordner.",
            ConferenceStep.Invitees => "Nu skal familien sige, hvem der skal med.",
            ConferenceStep.Practical => "Nu skal tid og sted aftales.",
            ConferenceStep.Meeting => "Nu mangler selve mødet.",
            ConferenceStep.Plan => "Familiens plan er ikke godkendt endnu.",
            ConferenceStep.FollowUp => "Nu mangler opfølgningen.",
            _ => "Nu mangler evalueringen.",
        };

    public static string Where(NetworkMeetingFact m, DateOnly today) =>
        m.CancelledOn is { } off ? $"Aflyst {Danish.Long(off)}."
        : m.Held ? "Holdt."
        : m.On < today ? "Ikke skrevet ned endnu."
        : $"Aftalt til {When.Of(m.On, today)}.";

    public const string PathLabel = "Rådslagningens ni trin";

    public static string StepName(ConferenceStep step) =>
        step switch
        {
            ConferenceStep.Offer => "Tilbud og svar",
            ConferenceStep.Questions => "Spørgsmål",
            ConferenceStep.Coordinator => "Samordner",
            ConferenceStep.Invitees => "Inviterede",
            ConferenceStep.Practical => "Tid og sted",
            ConferenceStep.Meeting => "Mødet",
            ConferenceStep.Plan => "Familiens plan",
            ConferenceStep.FollowUp => "Opfølgning",
            _ => "Evaluering",
        };

    public static string Numbered(ConferenceStep step) => $"{((int)step + 1).ToString(CultureInfo.InvariantCulture)}. {StepName(step)}";

    public static string StateWord(StepState state) =>
        state switch
        {
            StepState.Done => "gjort",
            StepState.Now => "nu",
            StepState.Later => "senere",
            _ => "ikke taget",
        };

    public static string StepTitle(ConferenceStep step, StepState state) => $"{StepName(step)}: {StateWord(state)}";

    public static string PathClass(StepState state) =>
        state switch
        {
            StepState.Done => "done",
            StepState.Now => "now",
            StepState.Later => "later",
            _ => "not-taken",
        };

    public static string Anchor(ConferenceStep step) =>
        step switch
        {
            ConferenceStep.Offer => "tilbud",
            ConferenceStep.Questions => "spoergsmaal",
            ConferenceStep.Coordinator => "samordner",
            ConferenceStep.Invitees => "inviterede",
            ConferenceStep.Practical => "praktisk",
            ConferenceStep.Meeting => "moedet",
            ConferenceStep.Plan => "planen",
            ConferenceStep.FollowUp => "opfoelgning",
            _ => "evaluering",
        };

    public static string PageTitle(string child) => $"{child}: netværksrådslagning";

    public static string AboutChild(string child, NetworkConferenceFact c) => $"{child} · {Lower(Conference(c))}";

    static string Lower(string text) => char.ToLower(text[0], Danish.Culture) + text[1..];

    // Offer and answer.
    public static string OfferTitle(string child) => $"Tilbyd {child} en netværksrådslagning";

    public const string OfferLede = "Familien bestemmer selv, om den vil. Siger den nej, skriver du, hvad den ønsker i stedet.";
    public const string OfferedOn = "Hvornår blev den tilbudt?",
        OfferedTo = "Hvem har du fortalt om tilbuddet?",
        OfferedToHint = "De, der har forældremyndigheden, står her i forvejen. Skriv barnet på, hvis du også har talt med det.";
    public const string TheYoung = "den unge selv",
        SaveOffer = "Gem tilbuddet";
    public const string AnswerTitle = "Familiens svar på tilbuddet";

    public static string WhoAnswers(IEnumerable<string> holders) =>
        holders.ToList() is { Count: > 0 } names
            ? $"Det er svaret fra den, der har forældremyndigheden, der gælder: {string.Join(" og ", names)}."
            : "Det er svaret fra den, der har forældremyndigheden, der gælder. Spor ved ikke, hvem det er.";

    public const string Unverified = "(ikke kontrolleret i lovteksten)";
    public const string AnsweredOn = "Hvornår svarede familien?",
        HoldersAnswer = "Hvad svarer den, der har forældremyndigheden?",
        YoungAnswer = "Hvad svarer den unge selv?",
        ChildAnswer = "Hvad siger barnet selv?";
    public const string ChildAnswerHint =
        "Barnets ord tæller, også når det er forældrene, der svarer. Lad feltet stå, hvis barnet ikke er spurgt endnu.";
    public const string WishedInstead = "Hvad ønsker familien i stedet?",
        WishedInsteadLabel = "Hvad ønsker familien i stedet? (kun når svaret er nej)",
        SaveAnswer = "Gem svaret";
    public const string Offered = "Tilbudt",
        FamilysAnswer = "Familiens svar",
        YoungsAnswer = "Den unges eget svar",
        ChildsAnswer = "Barnets eget svar",
        Wished = "Ønskede i stedet";

    public static string ToWhom(string to) => $". Fortalt til {to}";

    public static string AnswerOf(NetworkConferenceFact c) =>
        c.Answer is { } a ? a.Danish() + (c.AnsweredOn is { } on ? $", {Danish.Long(on)}" : "") : "intet svar endnu";

    public const string NotAsked = "ikke spurgt";
    public const string ChildSaysNo = "Barnet siger selv nej. Tal med barnet om, hvad der skal til, før I går videre.";
    public const string WriteAnswer = "Skriv svaret",
        ChangeAnswer = "Ret svaret";

    // Questions.
    public const string Erased = "(slettet)",
        NotApproved = "Familien har ikke godkendt spørgsmålene endnu.",
        NoQuestions = "Skriv spørgsmålene sammen med familien, i deres egne ord. Det er dem, rådslagningen skal svare på.";

    public static string ApprovedBy(DateOnly on) => $"Godkendt af familien {Danish.Long(on)}.";

    public const string PreparedElsewhere = "Rådslagningen er holdt. Hvad der blev gjort på dette trin, står ikke i Spor.";

    public static string WhenAccepted(NetworkConferenceFact c) =>
        c.CancelledOn is not null ? "Rådslagningen er aflyst."
        : c.Answer == OfferAnswer.No ? "Familien takkede nej."
        : "Kommer, når familien har sagt ja.";

    public const string WriteQuestionsButton = "Skriv spørgsmålene",
        GoOnQuestions = "Skriv videre, eller skriv familiens godkendelse",
        ChangeQuestions = "Ret spørgsmålene";

    // Coordinator.
    public const string Coordinator = "Samordner",
        Since = "Siden",
        NoName = "(uden navn)",
        NoCoordinator = "Der er ikke valgt en samordner.";
    public const string CoordinatorSees = "Samordneren ser spørgsmålene, de inviterede og det praktiske. Intet andet i sagen.";
    public const string ChooseCoordinator = "Vælg samordner",
        ReplaceCoordinator = "Skift samordner";

    // Invitees.
    public const string InviteesCaption = "De inviterede",
        Name = "Navn",
        Role = "Rolle",
        Contact = "Kontakt",
        Invited = "Inviteret",
        Edit = "Ret",
        MayNotCome = "Må ikke komme";
    public const string NoInvitees = "Listen er tom. Begynd med familiens eget netværk.";

    public static string RoleOf(InviteeRole role) =>
        role switch
        {
            InviteeRole.Child => "Barnet",
            InviteeRole.Network => "Familie eller netværk",
            InviteeRole.SupportPerson => "Barnets støtteperson",
            InviteeRole.Informant => "Fagperson, der fortæller (kun første del)",
            _ => "Tolk",
        };

    /// <summary>What else must be known about somebody on the list.</summary>
    public static IEnumerable<string> About(InviteeFact i, ConferenceView view)
    {
        if (!i.MayCome && i.Reason is { } why)
            yield return why;
        if (i.ApartFromId is { } other)
            yield return $"Må ikke være i rum med {view.Invitee(other)?.Name ?? NoName}. "
                + $"{(i.ApartHow is { } how ? how : "Det er ikke aftalt, hvordan de holdes hver for sig.")}";
        foreach (var by in view.Invitees.Where(x => x.ApartFromId == i.Id && i.ApartFromId != x.Id))
            yield return $"Må ikke være i rum med {by.Name ?? NoName}. Se dér.";
        if (i.MayCome && i.HolderAgrees is { } agrees)
            yield return agrees
                ? "Har ikke forældremyndighed. Den, der har, ved det og er enig."
                : $"Har ikke forældremyndighed. Den, der har, er ikke enig. {i.Reason}";
    }

    public static string ContactOf(InviteeFact i, bool hidden) =>
        hidden ? "Beskyttet. Ring selv."
        : string.Join(", ", new[] { i.Phone, i.Address?.ReplaceLineEndings(", ") }.OfType<string>()) is { Length: > 0 } s ? s
        : "ikke skrevet";

    public static string InvitationOf(InviteeFact i) =>
        !i.MayCome ? ""
        : i.InvitedOn is { } on
            ? $"{Danish.Short(on)}, {(i.Answer is { } a ? a == OfferAnswer.Yes ? "kommer" : "kommer ikke" : "intet svar endnu")}"
        : "ikke endnu";

    public static string ApartOpen(string? one, string? other) =>
        $"{one ?? NoName} og {other ?? NoName} må ikke være i samme rum. Skriv, hvordan de holdes hver for sig, før nogen inviteres.";

    public const string SupportMissing =
        "Barnet har ingen støtteperson. Find en sammen med barnet, eller skriv, at barnet ikke vil have en.";

    public static string Outnumbered(int kin, int guests) =>
        $"Der er {guests} fagpersoner og {kin} fra familiens eget netværk. Det er familiens møde: overvej, om alle "
        + $"fagpersoner behøver komme.";

    public static string SupportLine(NetworkConferenceFact c, IReadOnlyList<InviteeFact> invitees) =>
        c.WithoutSupport == true ? $"Barnet vil ikke have en støtteperson{(c.WithoutSupportWhy is { } w ? $": »{w.TrimEnd('.')}«" : "")}."
        : invitees.FirstOrDefault(i => i is { MayCome: true, Role: InviteeRole.SupportPerson }) is { } s
            ? $"Barnets støtteperson er {s.Name ?? NoName}."
        : "Barnet har ingen støtteperson endnu.";

    public const string AddInvitee = "Sæt nogen på listen",
        Invite = "Invitér",
        SupportWish = "Barnet vil ikke have en støtteperson";

    // Practical.
    public const string Time = "Tid",
        Place = "Sted",
        Food = "Mad",
        ChildCare = "Pasning",
        InterpreterWord = "Tolk",
        Notes = "Andet praktisk";
    public const string NothingPractical = "Tid og sted er ikke aftalt.",
        PlanIt = "Aftal tid og sted",
        ChangePlan = "Ret tid og sted",
        Calendar = "Hent til kalenderen (.ics)",
        CancelIt = "Aflys rådslagningen";

    public static string? TimeOf(NetworkConferenceFact c) =>
        c.PlannedAt is not { } at
            ? null
            : When.Whole(DateOnly.FromDateTime(at), at) + (c.EndsAt is { } end ? " til " + end.ToString("HH.mm", Danish.Culture) : "");

    // Cancelled.
    public static string CancelledTitle(NetworkConferenceFact c) =>
        c.PlannedAt is { } at && DateOnly.FromDateTime(at) == c.CancelledOn
            ? "Rådslagningen blev aflyst på selve dagen"
            : $"Rådslagningen blev aflyst {Danish.Long(c.CancelledOn!.Value)}";

    public const string TellThem = "Disse var inviteret og skal have det at vide:",
        CancelledKeeps = "Spørgsmålene og listen over inviterede er gemt.",
        Replan = "Aftal en ny dag";

    public static string NoPhone(bool hidden) => hidden ? "beskyttet kontakt, ring selv" : "intet telefonnummer";

    // Questions, the form.
    public const string QuestionsTitle = "Spørgsmål til rådslagningen",
        QuestionsHow =
            "Skriv spørgsmålene sammen med familien, med deres ord. Spørg til det, familien selv kan finde svar på: Hvem henter "
            + "på de svære dage? Tomme felter tæller ikke.";

    public static string QuestionNumber(int number) => $"Spørgsmål {number.ToString(CultureInfo.InvariantCulture)}";

    public static string ApprovalGoes(DateOnly on) =>
        $"Familien godkendte spørgsmålene {Danish.Long(on)}. Ændrer du dem, skal familien godkende dem igen.";

    public const string ApprovalTitle = "Når familien har godkendt",
        ApprovedOn = "Hvornår godkendte familien spørgsmålene?",
        ApprovedOnHint = "Bruges kun, når du trykker på »Gem, og skriv familiens godkendelse«.";
    public const string SaveQuestions = "Gem spørgsmålene",
        SaveApproved = "Gem, og skriv familiens godkendelse";

    // Invitees, the forms.
    public const string NewInviteeTitle = "Hvem skal med?",
        BackToConference = "Til rådslagningen",
        FromNetwork = "Fra barnets netværk",
        FromNetworkNote = "Familiens eget netværk først. Fagpersoner er med i den første del og går, når familien får sin egen tid.";
    public const string AllListed = "Alle i barnets netværk står på listen.",
        TheChildItself = "barnet selv",
        PutOn = "Sæt på listen",
        SayMore = "Skriv mere",
        OnTheList = "På listen nu",
        SomebodyNew = "En, der ikke står i netværket";

    public static string PersonLine(Spor.Children.NetworkPersonFact p) =>
        string.Join(
            ", ",
            new[]
            {
                p.Relation.Danish(),
                p.Professional == true ? "fagperson" : null,
                p.HasCustody == true ? "har forældremyndighed"
                : p.Relation is Spor.Children.Relation.Mother or Spor.Children.Relation.Father
                    ? p.HasCustody == false ? "har ikke forældremyndighed"
                        : "forældremyndighed ikke oplyst"
                : null,
                p.Protected ? "beskyttet" : null,
            }.OfType<string>()
        );

    public static string InviteeTitle(string who) => $"{who} på listen";

    public static string HoldersAre(IEnumerable<string> names) => $"Forældremyndigheden har {string.Join(" og ", names)}.";

    public const string KindLabel = "Hvem er det for barnet?",
        RelationLabel = "Med familiens ord",
        RelationHint = "For eksempel mormor, nabo eller klasselærer.",
        CustodyLabel = "Har personen forældremyndighed?";
    public const string ProfessionalLabel = "Er fagperson",
        IntoNetwork = "Skriv også personen i barnets netværk",
        MayComeLabel = "Må personen komme?";
    public const string HolderLabel = "Ved den, der har forældremyndigheden, at personen inviteres, og er den enig?",
        HolderHint = "Skal svares, når det er en forælder uden forældremyndighed.";
    public const string ReasonLabel = "Grund",
        ReasonHint =
            "Kun hvis personen ikke må komme, eller hvis en forælder skal med, selv om den, der har "
            + "forældremyndigheden, ikke er enig. Samordneren ser den ikke.";
    public const string ApartLabel = "Må ikke være i samme rum som",
        ApartHowLabel = "Sådan holdes de hver for sig",
        ApartHowHint = "Samordneren ser hvordan, men ikke hvorfor. Skal skrives, før nogen inviteres.";
    public const string ProtectedNote = "Personen er beskyttet. Telefon og adresse skrives ikke på listen; du kontakter selv personen.",
        Phone = "Telefon",
        Address = "Adresse";
    public const string FoldLabel = "Må ikke komme, skal holdes for sig, eller er forælder uden forældremyndighed";
    public const string InvitationHeading = "Invitationen",
        InvitedOn = "Hvornår blev personen inviteret?",
        InviteeAnswer = "Kommer personen?",
        RemoveInvitee = "Tag personen af listen";

    public static IReadOnlyList<(string Value, string Text)> Roles(bool child) =>
        [.. Codes<InviteeRole>.All.Where(r => child || r != InviteeRole.Child).Select(r => (r.Danish(), RoleOf(r)))];

    public const string SupportTitle = "Barnets støtteperson",
        SupportHow =
            "En støtteperson er en voksen, som barnet selv vælger, og som kun er der for barnet. Sæt personen på listen med "
            + "rollen »Barnets støtteperson«.";
    public const string SupportQuestion = "Hvad siger barnet?",
        SupportWhy = "Barnets egne ord (kun når barnet ikke vil have en)";
    public static IReadOnlyList<(string Value, string Text)> SupportChoices { get; } =
    [("ja", "Barnet vil ikke have en støtteperson"), ("nej", "Barnet vil gerne have en støtteperson")];

    // The practical and cancelling, the forms.
    public const string PracticalTitle = "Tid, sted og det praktiske",
        PlannedOn = "Hvornår mødes I?",
        EndsAt = "Slutter kl.",
        PlaceLabel = "Hvor?",
        PlaceHint = "Et sted, hvor familien er tryg. Gerne et sted, den selv vælger.";
    public const string FoodLabel = "Mad og drikke",
        ChildCareLabel = "Pasning af små børn",
        InterpreterLabel = "Tolk: hvilket sprog, og hvem bestiller?",
        NotesLabel = "Andet praktisk",
        NotesHint = "Samordneren læser og skriver her. Skriv intet om sagen.";
    public const string SavePractical = "Gem det praktiske",
        SaveReplan = "Gem den nye dag",
        ReplanNote = "Spørgsmål og liste over inviterede er som før. Alle skal inviteres igen.",
        MoveNote = "Flytter du til en anden dag, skal alle inviteres igen. Et andet klokkeslæt samme dag ringer du bare om.";
    public const string CancelNote = "Spørgsmål og liste over inviterede bliver gemt, så I kan aftale en ny dag bagefter.",
        CancelledOn = "Hvornår er den aflyst?",
        CancelReason = "Hvorfor?";

    // Invitations.
    public const string InvitationsTitle = "Invitationer",
        InvitationsMiss = "En invitation er først hel, når dette er på plads:",
        MissingQuestions = "Familien skal godkende spørgsmålene",
        MissingTime = "Tid og sted skal aftales";
    public const string SendTitle = "Send",
        SendHow = "Skriv dem som breve, så hver får sit eget, eller udskriv arkene herunder og del dem ud.",
        WriteLetters = "Skriv som breve",
        CalendarNote = "Kun tid og sted. Ingen navne.";
    public const string MarkTitle = "Skriv, hvem der er inviteret",
        MarkWho = "Disse er inviteret",
        MarkDay = "Hvornår?",
        MarkSave = "Gem",
        AllInvited = "Alle, der må komme, er inviteret.";
    public const string SheetsTitle = "Udskriv invitationerne",
        SheetsNote = "Ét ark til hver (Ctrl + P). Ingen andre af de inviterede er nævnt.";

    public static string SheetLabel(InviteeFact to) => $"Invitation til {to.Name ?? NoName}";

    public static string SheetHeading(InviteeFact to) => $"Kære {to.Name ?? NoName}";

    public const string TheChildWord = "barnet",
        WhenWord = "Hvornår",
        WhereWord = "Hvor",
        NotYetAgreed = "aftales nærmere",
        SheetQuestions = "Det skal mødet svare på",
        SheetHow = "Sådan foregår mødet";

    public static string SheetContact(string who) => $"Ring, hvis du er i tvivl om noget, eller hvis du ikke kan komme: {who}.";

    public static string ContactOf(string name, string? phone) => phone is null ? name : $"{name}, tlf. {phone}";

    /// <summary>The day without the hour.</summary>
    public static string? DayOf(NetworkConferenceFact c) =>
        c.PlannedAt is not { } at ? null : When.Whole(DateOnly.FromDateTime(at)) + ". Klokkeslættet aftaler vi med dig.";

    public static string ApartInvited(InviteeFact one, InviteeFact other) =>
        $"{one.Name ?? NoName} og {other.Name ?? NoName} må ikke "
        + $"mødes{(string.Join(" ", new[] { one.ApartFromId == other.Id ? one.ApartHow : null, other.ApartFromId == one.Id ? other.ApartHow : null }.OfType<string>()) is { Length: > 0 } how ? $": {how.TrimEnd('.')}" : "")}. "
        + $"Deres ark har dagen, men ikke klokkeslættet. Ring til dem hver for sig, og skriv klokkeslættet i deres breve hver for sig.";

    // On the child's page.
    public const string NowTitle = "Netværksrådslagning:";
}
