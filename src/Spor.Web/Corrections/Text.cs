using Spor.Facts;
using Spor.Kernel;

namespace Spor.Web.Corrections;

static class Text
{
    public const string ListTitle = "Ret en fejl";
    public const string ListLede = "Find det, der er forkert. Alt, hvad Spor ved om barnet, kan rettes eller trækkes tilbage med en begrundelse. Det, der stod før, bliver i historikken.";
    public const string Correct = "Ret";
    public const string Title = "Ret eller træk tilbage";
    public const string StandsNow = "Sådan står det nu";
    public const string Reason = "Hvorfor rettes det?";
    public const string ReasonHint = "Begrundelsen står i historikken.";
    public const string Save = "Gem rettelsen";
    public const string WithdrawTitle = "Træk oplysningen tilbage";
    public const string WithdrawNote = "Brug det, når det slet ikke var sådan. Oplysningen tæller ikke med mere, men kan stadig ses i historikken.";
    public const string WhyWithdraw = "Hvorfor trækkes det tilbage?";
    public const string Withdraw = "Træk tilbage";
    public const string WithDependents = "Træk også det tilbage, der hænger på";
    public const string HangsOnIt = "Dette hænger på oplysningen:";
    public const string NoteWay = "Et notat ændres ikke. Skriv et nyt notat, der retter det.";
    public const string WriteCorrecting = "Skriv et notat, der retter det";
    public const string OwnWay = "Det kan ikke rettes her. Et sendt brev ændres ikke, og en indstilling afgøres af den, der har kompetencen.";
    public const string None = "(ingen)";
    public const string Time = "klokkeslæt";

    /// <summary>The heading of a kind of fact, in the plural.</summary>
    public static string Kind(FactKind kind) => Kinds.TryGetValue(kind.Name, out var text) ? text : kind.Name;

    static readonly Dictionary<string, string> Kinds = new()
    {
        ["child"] = "Barnet",
        ["network-person"] = "Personer omkring barnet",
        ["case"] = "Sager",
        ["assignment"] = "Tildelinger af rådgiver",
        ["notification"] = "Underretninger",
        ["assessment"] = "Undersøgelser og vurderinger",
        ["assessment-dimension"] = "Dele af undersøgelser",
        ["conversation"] = "Samtaler med barnet",
        ["plan"] = "Planer",
        ["goal"] = "Mål",
        ["measurement"] = "Målinger",
        ["plan-action"] = "Aftaler i planer",
        ["decision-record"] = "Afgørelser",
        ["intervention"] = "Indsatser",
        ["intervention-price"] = "Prisændringer",
        ["follow-up"] = "Opfølgninger",
        ["supervision-visit"] = "Tilsyn",
        ["return-home"] = "Hjemgivelser",
        ["network-conference"] = "Netværksrådslagninger",
        ["handover"] = "Overdragelser",
        ["municipal-move"] = "Flytninger",
        ["attachment"] = "Bilag",
    };

    /// <summary>The label of a value; a test asks for one of every value that can be corrected.</summary>
    public static string Label(string kind, string property) => Labels.TryGetValue(kind + "." + property, out var own) ? own : Labels.TryGetValue(property, out var common) ? common : property;
    public static bool HasLabel(string kind, string property) => Labels.ContainsKey(kind + "." + property) || Labels.ContainsKey(property);

    static readonly Dictionary<string, string> Labels = new()
    {
        ["BornOn"] = "Født (eller ventet)",
        ["Gender"] = "Køn",
        ["DistrictId"] = "Distrikt",
        ["TargetGroup"] = "Målgruppe",
        ["Protected"] = "Navne- og adressebeskyttet",
        ["Unborn"] = "Ufødt",
        ["FirstName"] = "Fornavn",
        ["LastName"] = "Efternavn",
        ["Cpr"] = "CPR-nummer",
        ["School"] = "Skole eller dagtilbud",
        ["Relation"] = "Relation",
        ["HasCustody"] = "Har forældremyndighed",
        ["Professional"] = "Fagperson",
        ["Name"] = "Navn",
        ["Phone"] = "Telefon",
        ["Address"] = "Adresse",
        ["OpenedOn"] = "Åbnet",
        ["ClosedOn"] = "Lukket",
        ["ParentsInformedOn"] = "Forældrene orienteret",
        ["ContinuesCaseId"] = "Fortsætter sagen",
        ["ClosingReason"] = "Grund til lukning",
        ["CaseId"] = "Sag",
        ["EmployeeId"] = "Medarbejder",
        ["From"] = "Fra",
        ["To"] = "Til og med",
        ["ReceivedAt"] = "Modtaget",
        ["Notifier"] = "Underretter",
        ["AssessedAt"] = "Vurderet",
        ["AcknowledgedOn"] = "Kvitteret",
        ["FeedbackOn"] = "Tilbagemeldt",
        ["Outcome"] = "Udfald",
        ["Causes"] = "Årsager",
        ["AssessedBy"] = "Vurderet af",
        ["SecondReader"] = "Anden vurderer",
        ["Acute"] = "Akut",
        ["Danger"] = "Fare",
        ["Description"] = "Beskrivelse",
        ["NotifierName"] = "Underretterens navn",
        ["NotifierContact"] = "Underretterens kontakt",
        ["FirstSteps"] = "Første skridt",
        ["AssessmentReason"] = "Begrundelse for vurderingen",
        ["Kind"] = "Type",
        ["KnownOn"] = "Kendt",
        ["StartedOn"] = "Påbegyndt",
        ["FinishedOn"] = "Færdig",
        ["SiblingsConsidered"] = "Søskende overvejet",
        ["ResponsibleId"] = "Ansvarlig",
        ["SecondCaseworkerId"] = "Anden rådgiver",
        ["NotificationId"] = "Underretning",
        ["Reason"] = "Begrundelse",
        ["Conclusion"] = "Konklusion",
        ["ChildsView"] = "Barnets syn",
        ["ParentsView"] = "Forældrenes syn",
        ["SiblingsNote"] = "Om søskende",
        ["AssessmentId"] = "Undersøgelse",
        ["Dimension"] = "Del",
        ["CarriedFromId"] = "Ført videre fra",
        ["Resources"] = "Ressourcer",
        ["Worries"] = "Bekymringer",
        ["On"] = "Dag",
        ["Purpose"] = "Formål",
        ["LeftOut"] = "Udeladt",
        ["WithoutParents"] = "Uden forældre",
        ["Place"] = "Sted",
        ["ChildsWords"] = "Barnets ord",
        ["Present"] = "Til stede",
        ["DecidedOn"] = "Besluttet",
        ["DecisionId"] = "Afgørelse",
        ["Summary"] = "Resumé",
        ["FamilySupport"] = "Støtte til familien",
        ["PlanId"] = "Plan",
        ["Theme"] = "Tema",
        ["EndedOn"] = "Afsluttet",
        ["Indicator"] = "Tegn på fremgang",
        ["Who"] = "Hvem",
        ["GoalId"] = "Mål",
        ["Score"] = "Score (1-10)",
        ["DueOn"] = "Senest",
        ["DoneOn"] = "Gjort",
        ["What"] = "Hvad",
        ["LegalBasis"] = "Lovgrundlag",
        ["Level"] = "Besluttet af",
        ["PartiesHeard"] = "Parterne hørt",
        ["ComplaintGuidanceGiven"] = "Klagevejledning givet",
        ["Code"] = "Indsats (kode)",
        ["ExpectedTo"] = "Forventet til",
        ["PriceOre"] = "Pris",
        ["Unit"] = "Prisen er pr.",
        ["QuantityHundredths"] = "Antal pr. uge",
        ["Provider"] = "Leverandør",
        ["Result"] = "Resultat",
        ["FollowsId"] = "Efterfølger indsatsen",
        ["SkipReason"] = "Grund til at springe trin over",
        ["EndNote"] = "Om afslutningen",
        ["NextStep"] = "Næste skridt",
        ["InterventionId"] = "Indsats",
        ["NextBy"] = "Næste gang senest",
        ["Note"] = "Notat",
        ["ChildsVoice"] = "Barnets stemme",
        ["ParentsVoice"] = "Forældrenes stemme",
        ["CadenceReason"] = "Begrundelse for hyppigheden",
        ["SpokeWithChild"] = "Samtale med barnet",
        ["StatementOn"] = "Udtalelse fra anbringelsesstedet",
        ["PlanRevisedOn"] = "Plan revideret",
        ["Support"] = "Støtte",
        ["OfferedOn"] = "Tilbudt",
        ["Answer"] = "Svar",
        ["HeldOn"] = "Holdt",
        ["PlanApproved"] = "Plan godkendt",
        ["FollowedUpOn"] = "Fulgt op",
        ["FromEmployeeId"] = "Fra rådgiver",
        ["ToEmployeeId"] = "Til rådgiver",
        ["MetFamilyOn"] = "Møde med familien",
        ["OpenMatters"] = "Det åbne",
        ["Promised"] = "Det lovede",
        ["MovedOn"] = "Flyttet",
        ["MunicipalityNumber"] = "Kommunenummer",
        ["NotifiedOn"] = "Underrettet",
        ["MaterialSentOn"] = "Materialet sendt",
        ["ConfirmedOn"] = "Bekræftet",
        ["Contact"] = "Kontakt",
        ["FileName"] = "Filens navn",
        ["ReplacesId"] = "Afløser planen",
        ["Needed"] = "Der er brug for en plan",
        ["ContinuesId"] = "Fortsætter målet",
        ["ParentsSuspected"] = "Mistanke mod forældrene",
        ["ReadOn"] = "Læst",
        ["NoMeetingReason"] = "Hvorfor intet møde",
        ["CaseStays"] = "Sagen bliver her",
        ["Occasion"] = "Anledning",
        ["UnfinishedReason"] = "Begrundelse for det, der ikke er skrevet",
    };

    public static string Caption(FactKind kind) => Kind(kind);
    public static string DayText(DateOnly day) => Danish.Long(day);
}
