using Spor.Facts;
using Spor.Kernel;
using Spor.Voices;

namespace Spor.Web.Leading.Surveys;

static class Text
{
    public const string Title = "Spørgeskemaer",
        Lede = "Hvad mener forældre, unge, samarbejdspartnere og medarbejdere? De svarer anonymt gennem et link, der kan bruges én gang.",
        NewLink = "Nyt spørgeskema",
        NewCooperationLink = "Nyt om samarbejdet mellem grupper",
        NewTitle = "Spørgeskema",
        ListTitle = "Alle spørgeskemaer",
        None = "Der er ingen spørgeskemaer endnu. Tryk på Nyt spørgeskema for at lave det første.",
        NameHead = "Navn",
        KindHead = "Slags",
        VersionHead = "Udgave",
        GivenHead = "Links givet ud",
        LastDayHead = "Svares senest",
        StateHead = "Tilstand",
        Drafted = "Kladde",
        Running = "I gang",
        DayPassed = "Dagen er gået",
        Closed = "Lukket",
        Back = "Tilbage til spørgeskemaerne",
        ChangeLink = "Ret spørgeskemaet",
        WordLink = "Resultat som Word",
        SaveButton = "Gem spørgeskemaet",
        KindLabel = "Hvad for et spørgeskema?",
        TitleLabel = "Hvad hedder spørgeskemaet?",
        LicenceLabel = "Hvem har ret til spørgsmålene?",
        LicenceHint =
            "Skriv for eksempel »Kommunens egne spørgsmål« eller navnet på den aftale, der giver kommunen lov til at bruge dem. Det vises kun for ledelsen.",
        IntroLabel = "Indledning til dem, der svarer",
        GroupsLabel = "Hvilke grupper svarer?",
        GroupsHint =
            "Skriv én gruppe på hver linje. Svar fra en gruppe vises først, når mindst fem har svaret. Lav derfor ikke små grupper.",
        QuestionsLabel = "Spørgsmål",
        QuestionsHint =
            "Skriv ét spørgsmål på hver linje. Handler det om samarbejde, svarer hver gruppe på alle spørgsmål om hver anden gruppe.",
        ScaleLabel = "Svarmuligheder",
        ScaleHint = "Skriv én på hver linje, den laveste først. Der kan være fra 2 til 10.",
        OwnWordsLabel = "Spørgsmål, der besvares med egne ord",
        OwnWordsHint = "Skriv ét på hver linje.",
        WordsForLabel = "Hvem må læse det, der skrives med egne ord?",
        WordsForHint = "Det loves dem, der svarer, og kan ikke ændres, når der er givet links ud.",
        OwnerLabel = "Hvem er ansvarlig?",
        LastDayLabel = "Hvornår skal der senest svares?",
        AskedTitle = "Det spørges der om",
        GroupHead = "Gruppe",
        LinksTitle = "Links til spørgeskemaet",
        LinksNote =
            "Hvert link og hver kode kan bruges én gang. Spor gemmer dem ikke, så hent eller udskriv dem nu. Skriv ikke ned, hvem der får hvilket link.",
        LinkHead = "Link",
        CodeHead = "Kode",
        GroupsTitle = "Grupper, links og svar",
        WaitingHead = "I postkassen",
        InRecordHead = "Svar i resultatet",
        FewWaiting = "under fem",
        NoneShown = "under fem",
        UnderFive = "<5",
        GiveTitle = "Giv links ud",
        GiveGroupLabel = "Til hvilken gruppe?",
        CountLabel = "Hvor mange?",
        CountHint = "Højst 300 ad gangen.",
        SheetButton = "Hent links som Excel",
        PrintButton = "Vis links til udskrift",
        Frozen = "Når de første links er givet ud, kan spørgsmålene ikke ændres.",
        BoxTitle = "Postkassen",
        BoxNote =
            "Svarene venter i en forseglet postkasse for hver gruppe. En postkasse kan tømmes, når der er mindst fem svar i den. Svarene blandes, når den tømmes, og kun måneden følger med. Vent gerne, til de fleste har svaret: De svar, der kommer senere, skal også være mindst fem.",
        EmptyButton = "Tøm postkasserne",
        NothingToEmpty = "Ingen postkasse har fem svar endnu.",
        CloseTitle = "Luk spørgeskemaet",
        CloseNote =
            "Postkasser med mindst fem svar tømmes. Svar i postkasser med under fem slettes uden at blive læst. Links, der ikke er brugt, holder op med at virke. Det kan ikke fortrydes.",
        CloseButton = "Luk spørgeskemaet",
        RepeatTitle = "Spørg igen",
        RepeatNote =
            "Der laves en ny runde med de samme spørgsmål. Resultatet sættes ved siden af resultatet af denne runde. Du kan rette spørgsmålene, til der er givet links ud.",
        RepeatButton = "Lav en ny runde",
        ResultTitle = "Resultat",
        ResultNote =
            "Gennemsnit af svarmulighederne, hvor den laveste er 1. Hvert tal bygger på mindst fem svar. »Alle« er kun de grupper, der vises.",
        NothingShown = "Der er ingen svar at vise endnu. Resultatet kommer, når en postkasse med mindst fem svar er tømt.",
        QuestionHead = "Spørgsmål",
        AllHead = "Alle",
        SpreadTitle = "Hvordan svarene fordeler sig",
        AnswersHead = "Svar",
        MeanHead = "Gennemsnit",
        MovedHead = "Siden sidst",
        AboutHead = "Om",
        WordsTitle = "Egne ord",
        WordsNone = "Der er ingen egne ord at vise.",
        WordsHidden = "Egne ord vises kun for den, der er ansvarlig for spørgeskemaet. Det er lovet dem, der svarer.",
        WordsNote = "Ordene er blandet og står ikke ved noget svar.",
        SaidHead = "Ord",
        AllQuestions = "Alle spørgsmål tilsammen",
        EachQuestion = "Hvert spørgsmål for sig",
        WhoHead = "Hvem svarer",
        MatrixHow =
            "Rækken er gruppen, der svarer. Kolonnen er gruppen, der svares om. Jo mørkere, jo bedre går det. <5 er færre end fem svar.",
        PairsTitle = "Hvor ser to grupper forskelligt på samarbejdet?",
        PairsNote = "De par, der er længst fra hinanden, står først. Par, hvor den ene har færre end fem svar, vises ikke.",
        NoPairs = "Der er ikke to grupper, der begge har mindst fem svar om hinanden.",
        PairHead = "De to grupper",
        FirstHead = "Den første om den anden",
        SecondHead = "Den anden om den første",
        ApartHead = "Forskel",
        AnswerTitle = "Svar på spørgsmål",
        LinkSpent = "Koden er brugt, er skrevet forkert, eller der kan ikke svares længere. Der er ikke gemt noget.",
        CodeMissing = "Skriv koden.",
        CodeTitle = "Svar på et spørgeskema",
        CodeLabel = "Skriv koden fra dit papir",
        CodeHintPublic = "16 bogstaver og tal. Store og små bogstaver er lige gode.",
        CodeButton = "Gå til spørgsmålene",
        ThanksTitle = "Tak for dit svar",
        ThanksBody = "Svaret ligger i en forseglet postkasse. Du kan lukke siden.",
        SendButton = "Send svaret",
        SkipAllowed = "Du kan springe over de spørgsmål, du ikke vil eller kan svare på.",
        WordsNoNames = "Skriv ikke navne, og skriv intet, som du eller andre kan kendes på. Højst 600 tegn.",
        CannotSend = "Svaret er ikke sendt",
        PromiseTitle = "Sådan er du anonym",
        PromiseBox =
            "Svaret kommer i en forseglet postkasse. Den kan først tømmes, når der ligger mindst fem svar fra din gruppe, og så blandes de.",
        PromiseNot = "Spor gemmer ikke, hvilket link der gav hvilket svar, hvornår du svarede, eller hvorfra.",
        PromiseFew =
            "Svar, der ikke kan blandes med mindst fire andre fra din gruppe, slettes uden at blive læst, når spørgeskemaet lukkes.";

    public static string Kind(SurveyKind kind) => Danish.Capital(kind.Danish());

    public static string LedeOf(SurveyFact s) =>
        $"{Kind(s.Kind)} · udgave {Danish.Number(s.Version)} · svares senest {Danish.Long(s.LastDay)}"
        + (s.ClosedOn is { } day ? $" · lukket {Danish.Long(day)}" : "");

    public static string WordsTo(SurveyFact s, string owner) =>
        s.WordsFor == WordReaders.Leaders ? "Det, du skriver med egne ord, kan læses af kommunens ledelse på området."
        : owner.Length > 0 ? $"Det, du skriver med egne ord, kan kun læses af {owner}."
        : "Det, du skriver med egne ord, kan kun læses af den, der er ansvarlig for spørgeskemaet.";

    public static string From(string group) => $"Du svarer som en af gruppen »{group}«.";

    public static string About(string group) => $"Om {group}";

    public static string Answers(int n) => n == 1 ? "1 svar" : $"{Danish.Number(n)} svar";

    public static string Mean(double mean) => Danish.Number(mean, 1);

    public static string Change(double by) =>
        Math.Round(by, 1) is var rounded && rounded > 0 ? "+" + Danish.Number(rounded, 1) : Danish.Number(rounded, 1);

    public static string Cell(SurveyCell? cell) => cell is null ? NoneShown : Mean(cell.Mean);

    public static string CellMore(SurveyCell cell, double? moved) =>
        $"({Answers(cell.Answers)}{(moved is { } by ? $", {Change(by)} siden sidst" : "")})";

    public static string MatrixLabel(string title) => $"Hvem svarer, og om hvem: {title}";

    public static string Numbered(int group, string name) => $"{Danish.Number(group + 1)} {name}";

    public static string AboutNumber(int about, string name) => $"Om {Numbered(about, name)}";

    public static string Pair(string first, string second) => $"{first} og {second}";

    public static string Since(double by) => $"({Change(by)} siden sidst)";

    public static string PaperHow(string address) => $"Gå til {address}, og skriv koden. Eller brug kameraet på firkanten.";

    public static string QrOf(string code) => $"QR-kode til linket med koden {code}";
}
