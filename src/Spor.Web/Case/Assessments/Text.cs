using Spor.Assessments;
using Spor.Facts;
using Spor.Kernel;
using Spor.Law;
using Spor.Notifications;
using Spor.Requirements;
using Spor.Web.Case.History;

namespace Spor.Web.Case.Assessments;

static class Text
{
    static string Clock(DateTime at) => $"{Danish.Long(DateOnly.FromDateTime(at))} kl. {at.ToString("HH.mm", Danish.Culture)}";

    static string Known(AssessmentFact a) => $"{AssessmentSayings.Kind(a.Kind)} (behovet blev kendt {Danish.Long(a.KnownOn)})";

    public static string Kinded(AssessmentFact a) => Danish.Capital(AssessmentSayings.Kind(a.Kind));

    public static string By(string who, DateTime at) => $"{who}, {Clock(at)}";

    // Begin.
    public const string StartTitle = "Ny undersøgelse";

    public static string StartHeading(string child) => $"Ny undersøgelse af {child}";

    public const string StartLede =
        "Vælg, hvor grundigt barnets situation skal undersøges. Fristen regnes fra den dag, behovet blev kendt.";
    public const string Kind = "Hvad skal begynde?";
    public const string Kinds = "Hvornår bruges hvad?";
    public const string KnownOn = "Hvornår blev behovet kendt?";

    public static string DueHint(DateOnly known, DateOnly due, RuleInForce rule) =>
        $"Blev behovet kendt {Danish.Long(known)}, skal undersøgelsen være færdig senest {Danish.Long(due)} "
        + $"({rule.Months} måneder{(rule.Section is { } section ? ", " + History.Words.Small(section) : "")}).";

    public const string About = "Hvilken underretning svarer den på?";

    public static string Notification(NotificationFact n) =>
        $"Underretning fra {History.Words.From(n.Notifier)}, {Danish.Long(n.ReceivedOn)}";

    public const string Responsible = "Ansvarlig rådgiver";
    public const string Second = "Den anden rådgiver";

    public static string FirstCase(AssessmentLaw? law) =>
        $"Det er familiens første sag. Ved en afdækning og en børnefaglig undersøgelse skal der være to. {law?.Text} {law?.Section}.";

    public const string Occasion = "Hvad skal den finde ud af?";
    public const string OccasionHint = "Anledningen og det, I vil vide.";
    public const string Together = "Undersøges søskende sammen med barnet?";
    public const string TogetherHint = "Så begynder en fælles undersøgelse: en for hvert barn, og de hører sammen.";

    public static string Sibling(string name, int age) => $"{name}, {age} år";

    public const string Start = "Start undersøgelsen";
    public const string Unverified = "Ikke kontrolleret i lovteksten.";

    // The assessment.
    public static string Title(AssessmentFact a) => Kinded(a);

    public static string Heading(AssessmentFact a, string child) => $"{Kinded(a)}: {child}";

    public static string Lede(AssessmentFact a, string responsible, string second) =>
        string.Join(
            " · ",
            new[]
            {
                "Kendt fra " + Danish.Long(a.KnownOn),
                responsible.Length > 0 ? "ansvarlig " + responsible : "",
                second.Length > 0 ? "sammen med " + second : "",
            }.Where(t => t.Length > 0)
        );

    public const string BackToChild = "Barnets side";
    public const string BackToAssessment = "Hele undersøgelsen";

    public static string Finished(AssessmentFact a) =>
        $"Afsluttet {Danish.Long(a.FinishedOn!.Value)}" + (a.Outcome is { } o ? $" med resultatet: {Outcome(o)}." : ".");

    public const string NotFinished = "I gang.";

    public static string DueBy(DateOnly due) => $" Skal være færdig senest {Danish.Long(due)} ";

    public static string DueWas(DateOnly due) => $" Skulle være færdig {Danish.Long(due)}, ";

    public static string Outcome(AssessmentOutcome outcome) =>
        outcome switch
        {
            AssessmentOutcome.NoCase => "ikke videre",
            AssessmentOutcome.Clarification => "der begynder en afdækning",
            AssessmentOutcome.Assessment => "der begynder en børnefaglig undersøgelse",
            AssessmentOutcome.Support => "barnet skal have støtte",
            _ => outcome.Danish(),
        };

    public const string Joint = "Fælles undersøgelse med";
    public const string JointNote = "Hvert barn har sin egen undersøgelse. De hører sammen.";
    public const string Asked = "Det skal den finde ud af";
    public const string Answers = "Svarer på";

    public static string Progress(int done, int all) => $"{Danish.Number(done)} af {Danish.Number(all)} dele har en konklusion.";

    public const string SomeAreEnough = "Skriv de dele, det er relevant at se på.";

    public static string SetTitle(DimensionSet set) => set.Title;

    public const string SetUnverified = "Overskrifterne fra før 2019 er delvis Spors egne ord.";
    public const string Empty = "tom";
    public const string NoConclusion = "mangler konklusion";
    public const string Done = "har konklusion";
    public const string YourDraft = "du har en kladde";
    public const string Write = "Skriv";
    public const string Edit = "Ret";

    public static string Of(string title) => $" {title}";

    public const string Resources = "Ressourcer";
    public const string Worries = "Bekymringer";
    public const string Conclusion = "Konklusion";

    public static string Carried(AssessmentFact from) => $"Konklusionen er ført videre fra {Known(from)}.";

    public const string CarriedUnknown = "Konklusionen er ført videre fra en tidligere undersøgelse.";

    public static string CarryAll(AssessmentFact from) => $"Før konklusionerne videre fra {Known(from)}";

    public const string CarryNote = "De tomme konklusioner fyldes med det, der stod sidst. Du kan rette dem bagefter.";
    public const string BeforeConcluding = "Før den afsluttes";

    public static string Missing(int count) =>
        count == 0 ? "Alle dele har en konklusion."
        : count == 1 ? "1 del mangler en konklusion:"
        : $"{Danish.Number(count)} dele mangler en konklusion:";

    public static string StillMissing(int count) =>
        count == 0 ? Missing(0)
        : count == 1 ? "1 del mangler en konklusion."
        : $"{Danish.Number(count)} dele mangler en konklusion.";

    public const string SiblingsToo = "Søskende skal overvejes.";
    public const string NoSiblings = "Der er ingen søskende i familien.";
    public const string ConcludeAction = "Afslut undersøgelsen";
    public const string Print = "Udskriv";
    public const string Reason = "Begrundelse";
    public const string ChildsView = "Barnets holdning";
    public const string ParentsView = "Forældrenes holdning";
    public const string SiblingsTitle = "Søskende";

    public static string SiblingsAnswer(bool considered) => considered ? "Overvejet." : "Ikke overvejet.";

    public const string UnfinishedTitle = "Dele uden konklusion";
    public const string Correct = "Ret en fejl";

    // One part.
    public static string PartHeading(string part, string child) => $"{part}: {child}";

    public const string PartLede = "Skriv kort og så familien kan læse det. En anden kan skrive en anden del samtidig.";
    public const string ResourcesLabel = "Hvad går godt?";
    public const string ResourcesHint = "Ressourcer hos barnet, familien og netværket";
    public const string WorriesLabel = "Hvad er I bekymrede for?";
    public const string ConclusionLabel = "Konklusion";
    public const string ConclusionHint = "Hvad betyder det for barnet?";
    public const string SavePart = "Gem delen";
    public const string EarlierTitle = "Tidligere konklusioner";

    public static string From(AssessmentFact a, bool whole) => Danish.Capital(Known(a)) + (whole ? ", samlet konklusion" : "");

    public const string CarryHere = "Før videre";

    public static string CarryHereOf(AssessmentFact a) => $" fra {Known(a)}";

    public static string CarriedNow(AssessmentFact? from) =>
        from is null
            ? "Konklusionen er ført videre. Den er ikke gemt endnu."
            : $"Konklusionen er ført videre fra {Known(from)}. Ret den, og gem.";

    public const string ChildSays = "Det siger barnet";
    public const string Scores = "Mål";

    public static string Score(string first, string last) => $"{first} → {last}";

    public const string NoScores = "Der er ingen mål med scorer.";
    public const string PartFinished = "Undersøgelsen er afsluttet. Delen kan ikke rettes her.";
    public const string Newer = "Din kladde er ældre end det, en anden har gemt. Når du gemmer, ser du begge tekster og vælger.";
    public const string Parts = "Delene";

    // Two edits of one text.
    public const string MergeTitle = "To har skrevet det samme";

    public static string MergeLede(string by) =>
        $"{by} Det, du skrev, står her ved siden af. Din tekst står her stadig, men er ikke gemt endnu.";

    public const string Yours = "Din tekst";

    public static string Theirs(string who) => $"{Named(who)} tekst, som er gemt nu";

    static string Named(string who) =>
        who.Length == 0 ? "Den andens"
        : who.EndsWith('s') || who.EndsWith('x') || who.EndsWith('z') ? who + "’"
        : who + "s";

    public const string ChooseOne = "Hvad skal gemmes?";
    public const string KeepMine = "Min tekst";

    public static string KeepTheirs(string who) => $"{Named(who)} tekst";

    public const string KeepBoth = "Den tekst, jeg skriver sammen herunder";
    public const string WrittenTogether = "Skrevet sammen";
    public const string WrittenTogetherHint = "Bruges kun, hvis du vælger den. Den begynder med din tekst.";
    public const string OnlyTheirs = "Kun den anden har ændret det.";
    public const string OnlyMine = "Kun du har ændret det.";
    public const string Added = "tilføjet: ";
    public const string Removed = "fjernet: ";
    public const string NothingHere = "(tomt)";
    public const string MergeKey = "Understreget er tilføjet, og gennemstreget er fjernet, siden du åbnede siden.";
    public const string MergeSave = "Gem det valgte";

    // The end.
    public static string ConcludeHeading(AssessmentFact a, string child) => $"Afslut {AssessmentSayings.Kind(a.Kind)}: {child}";

    public const string ConcludeLede = "Saml det, I er nået frem til. Når den er afsluttet, kan den ikke skrives videre på.";
    public const string FinishedOn = "Hvilken dag er den afsluttet?";
    public const string OutcomeLabel = "Hvad er resultatet?";
    public const string OutcomeWord = "Resultat";
    public const string OpensCase = "Barnet har ingen aktiv sag. Alt andet end »ikke videre« åbner en sag.";
    public const string ReasonLabel = "Begrundelse, hvis der ikke skal ske mere eller ikke gives støtte";
    public const string ConclusionOfAll = "Samlet konklusion";
    public const string Gather = "Hent konklusionerne fra delene";
    public const string ChildsViewLabel = "Hvad mener barnet selv?";
    public const string Words = "Hent barnets ord fra samtalen";
    public const string ParentsViewLabel = "Hvad mener forældrene?";
    public const string SiblingsLabel = "Er søskende overvejet?";
    public const string SiblingsNoteLabel = "Hvad er I nået frem til, eller hvorfor er de ikke overvejet?";
    public const string UnfinishedLabel = "Hvorfor er de tomme dele ikke med?";
    public const string ConcludeSave = "Afslut undersøgelsen";

    public static string NextIs(AssessmentKind kind) =>
        $"Begynd {(kind == AssessmentKind.Clarification ? "afdækningen" : "den børnefaglige undersøgelse")}";

    // On paper.
    public static string PrintTitle(AssessmentFact a) => $"{Kinded(a)}, til udskrift";

    public static string PrintLede(DateOnly today) => $"Udskrevet {Danish.Long(today)}.";

    public const string PrintHint = "Udskriv siden med browserens udskrift (Ctrl + P). Menuen kommer ikke med.";
    public const string NotYetFinished = "Undersøgelsen er ikke afsluttet. Dette er, hvad der er skrevet indtil nu.";
    public const string NotWritten = "Ikke skrevet.";
    public const string Born = "Født";
    public const string KnownFrom = "Behovet kendt fra";
    public const string Heard = "Barnet er hørt";
    public const string HeardNot = "nej";

    public static string HeardOn(ConversationFact c) => c.LeftOut ? $"udeladt {Danish.Long(c.On)}: {c.Reason}" : Danish.Long(c.On);

    // On the child's page.
    public const string Began = "påbegyndt ";
    public const string End = "afsluttet ";

    public static string Steps(AssessmentFact a) =>
        string.Join(
            " · ",
            new[]
            {
                "kendt " + Danish.Short(a.KnownOn),
                a.StartedOn is { } s ? Began + Danish.Short(s) : "",
                a.FinishedOn is { } f ? End + Danish.Short(f) : "i gang",
                a.Outcome is { } o ? "resultat: " + Outcome(o) : "",
            }.Where(t => t.Length > 0)
        );
}
