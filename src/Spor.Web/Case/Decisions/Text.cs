using Spor.Decisions;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Law;

namespace Spor.Web.Case.Decisions;

static class Text
{
    public const string ChooseTitle = "Ny afgørelse";

    public static string ChooseLede(string child) => $"Hvad skal der træffes afgørelse om for {child}?";

    public static string Title(DecisionKind kind) => "Afgørelse: " + kind.Said();

    public static string Lede(string child) => $"Afgørelse om {child}. Det, der mangler, står til højre. Du kan gemme en kladde undervejs.";

    public static string About(DecisionKind kind) =>
        kind switch
        {
            DecisionKind.Preventive => "Konsulent, gruppe eller anden tidlig hjælp på trin 2.",
            DecisionKind.Support => "Støtte i hjemmet, kontaktperson, familiebehandling og andre indsatser på trin 3.",
            DecisionKind.Placement => "Netværk, plejefamilie, eget værelse eller børne- og ungehjem, med forældrenes samtykke.",
            DecisionKind.PlacementWithoutConsent => "Børne- og ungeudvalget træffer afgørelsen. Planen skal være færdig først.",
            DecisionKind.YouthSupport => "Støtte fra 18 år. Afgørelsen træffes, senest når den unge er 17½.",
            DecisionKind.ReturnHome => "Et anbragt barn skal hjem, med en periode på højst seks måneder.",
            DecisionKind.Preliminary => "Formanden for børne- og ungeudvalget afgør, når det ikke kan vente. Resten skyldes bagefter.",
            DecisionKind.Disability => "Merudgifter, tabt arbejdsfortjeneste og anden hjælp. Står ikke på trappen.",
            DecisionKind.SupportWithoutConsent => "Støtte, som forældrene ikke siger ja til. Udvalget afgør den ikke.",
            DecisionKind.DrugTreatment => "Behandling for misbrug.",
            DecisionKind.EconomicSupport => "Støtte til familien. Sagen er forældrenes, så barnet er ikke part.",
            DecisionKind.OrderToParents => "Forældrenes sag, så barnet er ikke part.",
            DecisionKind.OrderToYoung => "Den unge er selv part fra 10 år.",
            DecisionKind.SupportPerson => "Støtteperson eller venskabsfamilie til barnet, eller støtteperson til forældrene.",
            DecisionKind.ChoiceOfPlace => "Hvilket sted barnet skal være.",
            DecisionKind.TreatmentInPlacement => "Behandling eller undervisning, mens barnet er anbragt.",
            DecisionKind.Contact => "Samvær og kontakt, som kommunen bestemmer over.",
            DecisionKind.AssessmentWithoutConsent
            or DecisionKind.MedicalTreatment
            or DecisionKind.PrivateCare
            or DecisionKind.KeepPlacement
            or DecisionKind.ClosedPlacement
            or DecisionKind.ContinuedPlacement
            or DecisionKind.OtherPlace
            or DecisionKind.ContactBroken => "Børne- og ungeudvalget træffer afgørelsen.",
            DecisionKind.Refusal => "Barnet eller familien får ikke den hjælp, de har bedt om.",
            _ => "Det, der ikke har sin egen slags.",
        };

    public static string HomeFrom(string measure) => $"Hjemgivelse fra {measure}";

    public const string What = "Hvad";
    public const string On = "Afgørelsens dag";
    public const string OnHint = "Spor bruger den lov, der gjaldt den dag.";
    public const string OnCommittee = "Udvalgets dag, når lederen skriver afgørelsen ind.";

    public static string OnSays(DecisionKindInForce law) =>
        law.Committee ? OnCommittee
        : law.Chair ? OnChair
        : OnHint;

    public const string OnChair = "Dagen, hvor formanden traf den.";
    public const string TakesEffect = "Sættes i værk";
    public const string TakesEffectHint = "Dag og klokkeslæt. Fristerne regnes herfra.";
    public const string OldAssessment = "Undersøgelsen er over et år gammel. Hvorfor bærer den stadig afgørelsen?";
    public const string ConsentSought = "Hvordan er der søgt samtykke?";
    public const string ChairDecides =
        "Formanden for børne- og ungeudvalget afgør, eller næstformanden, når formanden ikke kan. Lederen skriver den ind.";

    public static string OwedAfter(string title) => $"Skyldes bagefter: {title}";

    public const string GroupHelp = "Hjælp",
        GroupPlacement = "Anbringelse",
        GroupDuring = "Mens barnet er anbragt",
        GroupCommittee = "Uden samtykke",
        GroupOther = "Andet";
    public const string Measure = "Indsats";
    public const string MeasureHint = "Trinnet står i kommunens katalog for den dag.";

    public static string MeasureOption(CatalogueRow row) => $"{(row.Step == 0 ? "Uden trin" : "Trin " + row.Step)} · {row.Name}";

    public const string Basis = "Lovgrundlag";
    public const string BasisHint = "Lad feltet stå tomt, så bruger Spor den paragraf, der hører til indsatsen.";

    public static string BasisOption(LegalBasis basis, string section) => $"{section} · {basis.Text}";

    public const string Provider = "Leverandør eller sted";
    public const string Price = "Pris i kroner";
    public const string PriceHint = "For eksempel 1.250,00. Gratis er 0.";
    public const string Unit = "Pr.";
    public const string Quantity = "Timer om ugen";
    public const string QuantityHint = "Kun når prisen er pr. time.";
    public const string From = "Begynder";
    public const string ExpectedTo = "Forventet slut";
    public const string PeriodFrom = "Perioden begynder";
    public const string HoldsTo = "Forventes at gælde til og med";
    public const string PeriodTo = "Periodens sidste dag";
    public const string NoPeriod = "Hvorfor er der ingen periode?";
    public const string NoPeriodHint = "Kun i særlige tilfælde. Så er barnet hjemme fra den første dag, og den sidste dag kan stå tom.";

    public static string PeriodHint(int months) =>
        $"Højst {months} måneder. Perioden fortsætter anbringelsen, så anbringelsen slutter denne dag.";

    public const string Replaces = "Afløser en indsats";
    public const string ReplacesHint = "Den gamle indsats slutter dagen før.";
    public const string ReplacedResult = "Hvordan gik det med den, der afløses?";
    public const string Overlap = "Ja, barnet skal være anbragt to steder på samme tid";

    public const string Why = "Hvorfor";
    public const string Purpose = "Formålet med indsatsen";
    public const string Reasons = "Begrundelse";
    public const string ReasonsHint = "Det, afgørelsen bygger på, så barnet og forældrene kan forstå den.";
    public const string FetchPurpose = "Hent planens mål",
        FetchReasons = "Hent undersøgelsens konklusion";
    public const string Skip = "Hvorfor springes trin over?";

    public static string SkipLabel(int to) => $"{Skip} (kun når indsatsen er over trin {to})";

    public static string SkipHint(int step) => $"Barnet er på trin {step}.";

    public const string Support = "Støtten til familien i perioden";

    public const string Acute = "Akut";
    public const string AcuteCheck = "Anbringelsen er akut";
    public const string AcuteHint =
        "Så kan afgørelsen træffes, selv om undersøgelsen ikke er færdig. Det, der mangler, bliver til opgaver med en frist.";
    public const string AcuteReason = "Hvorfor er det akut?";

    public static string AcuteDuty(DutyRule rule, DateOnly due) => $"{rule.Title}, senest {Danish.Long(due)}";

    public const string Parties = "Barnet og forældrene";
    public const string PartiesHeard = "Parterne er hørt den";
    public const string ChildParty = "Barnet er hørt som part den";

    public static string ChildPartyHint(int age) => $"Barnet er selv part, når det er fyldt {age} år, og skal have besked om afgørelsen.";

    public const string HearingAnswer = "Hvad svarede de?";
    public const string HearingSkip = "Er partshøring ikke nødvendig, så skriv hvorfor";
    public const string Custody = "Samtykke fra den, der har forældremyndigheden";

    public const string CustodyHint = "Alle, der har forældremyndighed, skal have sagt ja.";
    public const string NoHolders =
        "Der står ingen med forældremyndighed i netværket, så der svares for alle under ét. Skriv dem ind, så høres de hver for sig.";
    public const string ToNetwork = "Til netværket";
    public const string Recommendation = "Indstilling til udvalget";
    public const string RecommendationNote =
        "Sat sammen af undersøgelsen, planen, høringerne, barnets egne ord og stedet. Det, der mangler, står øverst i filen. "
        + "Udvalgets afgørelse skrives ind her, når den er truffet.";
    public const string AsWord = "Hent indstillingen som Word";
    public const string Gone = "En, der ikke længere står i netværket";
    public const string HeardOn = "Hørt den";
    public const string ConsentOn = "Samtykke den";
    public const string Said = "Svar, eller hvorfor der ikke er hørt";
    public const string ConsentHow = "Hvordan er samtykket givet, eller hvorfor er det ikke nødvendigt?";

    /// <summary>Anna Holm (mor)</summary>
    public static string Holder(Spor.Children.NetworkPersonFact p) =>
        p.Name is { } name ? $"{name} ({p.Relation.Danish()}, forældremyndighed)" : $"{p.Relation.Danish()} med forældremyndighed";

    /// <summary>Hørt den 3. maj 2026: Er enig. Samtykke 4. maj 2026, skriftligt.</summary>
    public static string Party(DecisionPartyFact r)
    {
        var heard =
            r.HeardOn is { } on ? $"Hørt {Danish.Long(on)}{(r.Said is { } said ? ": " + said : "")}"
            : r.HearingLeftOut ? $"Ikke hørt: {r.Said}"
            : "Ikke hørt";
        var consent =
            r.ConsentOn is { } yes ? $"Samtykke {Danish.Long(yes)}{(r.ConsentNote is { } how ? ", " + how : "")}"
            : r.ConsentNotNeeded ? $"Samtykke ikke nødvendigt: {r.ConsentNote}"
            : null;
        return string.Join(". ", new[] { heard, consent }.OfType<string>().Select(t => t.TrimEnd('.'))) + ".";
    }

    public const string Young = "Den unges eget samtykke den";

    public static string YoungHint(int age) => $"Fra {age} år siger den unge selv ja.";

    public const string ConsentNote = "Bemærkning om samtykket";

    public const string PlanHeading = "Plan og søskende";
    public const string PlanOnly = "Plan";
    public const string PlanNeeded = "Er der behov for en plan?";
    public const string PlanReason = "Hvorfor, eller hvorfor ikke?";
    public const string Siblings = "Søskende er overvejet";
    public const string SiblingsHint = "Har søskende brug for hjælp, eller skal de også undersøges?";
    public const string SiblingsNote = "Hvad er vurderet om søskende?";
    public const string Statement = "Anbringelsesstedets udtalelse kom den";
    public const string PlanRevised = "Planen er revideret den";
    public const string YouthPlanRevised = "Ungeplanen er revideret den";

    public const string Guidance = "Klagevejledningen er med i afgørelsen";

    public static string GuidanceHint(int weeks) => $"Klagefristen er {weeks} uger, fra afgørelsen er modtaget.";

    public const string Save = "Træf afgørelsen";
    public const string SendProposal = "Send som forslag";
    public const string SaveAgain = "Foreslå igen";
    public const string SentBackNote = "Forslaget blev sendt tilbage:";

    public const string InPlace = "Er det på plads?";

    public static string InPlaceNote(DateOnly on) => $"Som det står i sagen {Danish.Long(on)}.";

    public const string Ready = "På plads";
    public const string NotReady = "Mangler";

    public static string Heard(DateOnly? on, bool leftOut) =>
        on is not { } d ? "Barnet er ikke hørt det seneste halve år"
        : leftOut ? $"Samtalen er udeladt med begrundelse {Danish.Long(d)}"
        : $"Barnet er hørt {Danish.Long(d)}";

    public const string ToConversation = "Skriv samtalen med barnet";

    public static string HasAssessment(bool has) =>
        has ? "Den børnefaglige undersøgelse er færdig" : "Den børnefaglige undersøgelse er ikke færdig";

    public const string ToAssessments = "Se undersøgelserne";

    public static string HasPlan(bool has, bool youth) =>
        (youth ? "Ungeplanen" : "Barnets plan") + (has ? " er færdig" : " er ikke færdig");

    public const string ToPlan = "Skriv planen";

    public static string CaseOpen(bool open) => open ? "Sagen er åben" : "Der er ingen åben sag";

    public const string ToCase = "Åbn en sag";

    public const string YourLevel = "Hvem bestemmer?";

    public static string YourLevelIs(AuthorityLevel level) => $"Du kan afgøre som {level.Said()}.";

    public static string UpTo(AuthorityRow row) =>
        row.MostOreAMonth is { } most ? $"op til {Danish.Kroner(most)} om måneden" : "uden grænse";

    public const string AboveWaits = "Koster det mere, end du må bevilge, venter forslaget på den, der må.";
    public const string Committee = "Børne- og ungeudvalget træffer afgørelsen. Lederen skriver den ind med udvalgets dag.";
    public const string Unverified = "Ikke godkendt af kommunen.";

    // --- a proposal
    public static string ProposalTitle(DecisionProposalFact p) =>
        p.GrantForId is not null
            ? p.State == ProposalState.Granted
                ? "Bevilling"
                : "Forslag: ny bevilling"
            : p.State == ProposalState.Granted
                ? Title(p.Kind)
                : "Forslag: " + p.Kind.Said();

    public static string ProposalLede(string child, DecisionProposalFact p, string by) =>
        $"Om {child}. Foreslået {Danish.Long(p.ProposedOn)}{(by.Length > 0 ? " af " + by : "")}.";

    public static string State(DecisionProposalFact p) =>
        p.State switch
        {
            ProposalState.Waiting => $"Venter på {Level(p.NeededLevel)}",
            ProposalState.Granted => p.DecidedOn is { } d ? $"Truffet {Danish.Long(d)}" : "Truffet",
            ProposalState.SentBack => "Sendt tilbage til rådgiveren",
            ProposalState.Rejected => "Afvist",
            _ => "Trukket tilbage",
        };

    public static string Level(AuthorityLevel level) => level.Said();

    public const string Proposal = "Forslaget";
    public const string Decision = "Afgørelsen";
    public const string GrantWord = "Bevillingen";
    public const string Answering = "Dit svar";
    public const string AnsweringNote = "Spor ser efter en gang til, om alt er på plads. En samtale kan være blevet for gammel imens.";
    public const string Answer = "Svar til rådgiveren";
    public const string AnswerHint = "Skal skrives, når du sender tilbage eller afviser.";
    public const string DecidedOn = "Afgørelsens dag";
    public const string DecidedOnCommittee = "Udvalgets eller formandens dag";
    public const string StartsOn = "Indsatsen begynder";
    public const string Grant = "Træf afgørelsen";
    public const string GrantMoney = "Bevilg";
    public const string SendBack = "Send tilbage";
    public const string Reject = "Afvis";
    public const string Withdraw = "Træk forslaget tilbage";
    public const string Edit = "Ret forslaget og foreslå igen";

    public static string WaitsFor(AuthorityLevel level) =>
        $"Forslaget venter på {Level(level)}. Svaret kommer til at stå under Afgørelser.";

    public const string Month = "Om måneden";
    public const string NextSteps = "Det næste";
    public const string WriteLetter = "Skriv afgørelsesbrevet";
    public const string WriteLetterChild = "Barnet er selv part og skal have besked om afgørelsen.";

    public static string Complaint(int weeks) => $"Klagefristen er {weeks} uger, fra brevet er modtaget.";

    public const string ToChild = "Til barnets side";
    public const string OldRuns = "Indsatsen, den afløste, er afsluttet dagen før.";

    public static string YesNo(bool? v) =>
        v switch
        {
            true => "ja",
            false => "nej",
            _ => "ikke oplyst",
        };

    public const string AnswerWas = "Svaret";
    public const string Duties = "Det skal gøres bagefter";

    // --- a grant
    public static string GrantTitle(string measure) => "Bevilling: " + measure;

    public static string GrantLede(string child) =>
        $"Ny pris eller længere periode for den hjælp, der er truffet afgørelse om for {child}. Der skal ikke høres igen.";

    public const string GrantFrom = "Den nye bevilling gælder fra";
    public const string GrantReasons = "Hvorfor er prisen eller perioden en anden?";
    public const string AskForGrant = "Send som forslag";
    public const string GrantsHeading = "Bevilget indtil nu";

    public static string GrantNote(AuthorityLevel level) =>
        $"Du kan afgøre som {level.Said()}. Er det mere, end du må bevilge, venter forslaget på den, der må.";

    public static string GrantAsImported(string? price) =>
        price is null ? "Der er ingen pris endnu, så intet er bevilget." : $"{price}, som indsatsen begyndte med.";

    public static string GrantPeriod(GrantFact g) =>
        $"fra {Danish.Long(g.From)}" + (g.To is { } to ? $", forventet til {Danish.Long(to)}" : "");

    public static string GrantBy(GrantFact g, string by) =>
        $"{char.ToUpper(g.Cause.Danish()[0], Danish.Culture)}{g.Cause.Danish()[1..]}, {Danish.Long(g.GrantedOn)}"
        + (g.Level is { } level ? $", {Level(level)}" : "")
        + (by.Length > 0 ? $" ({by})" : "");

    public const string NewGrant = "Ny bevilling";
    public const string ThisGrantIsFor = "Se indsatsen på barnets side";

    public static string Started(string measure, DateOnly from) => $"Har sat i gang: {measure}, fra {Danish.Long(from)}.";

    public const string NothingStarted = "Afgørelsen har ikke sat en indsats i gang endnu.";

    // --- the list
    public const string WaitingTitle = "Afgørelser";
    public const string WaitingLede = "Forslag, der venter på dig, og dine egne.";
    public const string OnYou = "Venter på dig";
    public const string NoneOnYou = "Intet forslag venter på dig.";
    public const string ToYou = "Sendt tilbage eller afvist";
    public const string NoneToYou = "Ingen af dine forslag er sendt tilbage eller afvist den seneste måned.";
    public const string Yours = "Dine forslag, der venter på andre";
    public const string NoneYours = "Du har ingen forslag, der venter.";
    public const string Child = "Barn";
    public const string WhatCol = "Forslag";
    public const string AMonth = "Om måneden";
    public const string Needs = "Afgøres af";
    public const string By = "Foreslået";

    public static string ProposedBy(DateOnly on, string by) => by.Length == 0 ? Danish.Short(on) : $"{Danish.Short(on)} af {by}";

    public const string NoPrice = "ingen pris";

    // --- authority
    public const string AuthorityTitle = "Hvem må afgøre hvad";
    public const string AuthorityLede = "Her står, hvem der må træffe hvilke afgørelser. Passer flere regler, gælder den mest præcise.";
    public const string Limits = "Grænserne i dag";
    public const string LimitsNote =
        "En regel for en indsats går forud for en regel for en slags afgørelse. Passer ingen, bestemmer afdelingslederen.";
    public const string WhatCol2 = "Afgørelse";
    public const string LevelCol = "Niveau";
    public const string MostCol = "Højst om måneden";
    public const string OriginCol = "Kommer fra";
    public const string ChangeCol = "Ændr";
    public const string AnyKind = "Alle afgørelser";
    public const string NoLimit = "uden grænse";
    public const string ByLaw = "Loven";
    public const string DefaultRow = "Spors forslag, ikke kommunens";

    public static string OwnFrom(DateOnly from, DateOnly? to) =>
        $"Kommunen, fra {Danish.Long(from)}" + (to is { } t ? $" til {Danish.Long(t)}" : "");

    public const string ComingRows = "Gælder senere";

    public static string ComingRow(AuthorityLimitFact o) =>
        $"{o.Kind?.Said() ?? AnyKind}, {Level(o.Level)}: "
        + $"{(o.MostOreAMonth is { } most ? "op til " + Danish.Kroner(most) : NoLimit)}, fra {Danish.Long(o.From)}";

    public const string NewLimit = "Tilføj en grænse";
    public const string KindField = "Slags afgørelse";
    public const string KindFieldHint = "Vælg ingen, hvis grænsen gælder alle afgørelser.";
    public const string MostField = "Højst kroner om måneden";
    public const string MostHint = "Lad feltet stå tomt, hvis der ikke er en grænse.";
    public const string LimitFrom = "Gælder fra";
    public const string LimitTo = "Til og med";
    public const string SaveLimit = "Gem grænsen";

    // --- on the child's page
    public static string WaitingHere(DecisionProposalFact p, string what) =>
        $"{(what.Length > 0 ? what : p.Kind.Said())}{(p.GrantForId is null ? "" : ", ny bevilling")}: {State(p).ToLower(Danish.Culture)}";

    public const string ReadReasons = "Se afgørelsen";
    public const string DutiesHeading = "Efter en afgørelse";

    public static string DutyDue(DateOnly due) => $"senest {Danish.Long(due)}";

    public static string DutyDone(DateOnly on) => $"gjort {Danish.Long(on)}";

    public const string DutyLate = "over fristen";
    public const string DutyUnverified = "ikke kontrolleret i lovteksten";
    public const string MarkDone = "Meld gjort";
    public const string DutiesNote = "Opgaver, der følger af afgørelser, og som mangler.";
    public const string DoneTitle = "Meld opgaven gjort";
    public const string DoneOn = "Hvornår blev det gjort?";
    public const string DoneNote = "Bemærkning";
}
