using Spor.Children;
using Spor.Conferences;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Law;
using Spor.Plans;
using Spor.Requirements;
using Spor.Web.Frame.Forms;
using Spor.Workforce;

namespace Spor.Web.Case.Child;

static class Text
{
    // The name stands in the heading; a browser's history and tabs have no need of it.
    public const string Contact = "Kontakt",
        ContactPhone = "Telefon",
        ContactEmail = "E-mail",
        ContactAddress = "Adresse",
        ContactTime = "Bedste tidspunkt",
        ContactInterpreter = "Tolk",
        ChangeContact = "Ret kontaktkortet";

    public static string Merged(DateOnly on) => $"To registreringer af barnet blev lagt sammen {Danish.Long(on)}. Noget kan stå to gange.";

    public const string MergedMore = "Se, hvilke";
    public const string CorrectIt = "Ret";
    public const string CorrectNumber = "Ret CPR-nummer og fødselsdag";
    public const string CorrectSchool = "Ret skole eller dagtilbud";

    public const string PageTitle = "Barnet";
    public const string NoAccessTitle = "Ingen adgang";
    public const string NoAccess =
        "Du har ikke adgang til dette barn. Du kan se de børn, du selv har, og dem, dit team har. Spørg din leder, hvis du skal "
        + "have adgang. Forsøget er skrevet i loggen.";
    public const string Back = "Til forsiden";
    public const string NotKnownTitle = "Barnet var ikke kendt endnu";

    public static string NotKnown(long entry) => $"Ved registrering nr. {Danish.Number(entry)} var der endnu intet om dette barn.";

    public const string ToNewest = "Se barnet, som det er kendt nu";

    public static string Age(int years) => years + " år";

    public static string NoCase(CaseFact? last) =>
        last is null ? "Barnet har ingen sag."
        : last.ClosedOn is { } on
            ? $"Barnet har ingen aktiv sag. Den seneste blev lukket {Danish.Long(on)}{(last.ClosingReason is { } why ? $" ({why})" : "")}."
        : "Barnet har ingen aktiv sag.";

    public const string Protected = "Beskyttet navn og adresse.";
    public const string ProtectedNote =
        "Navnet står kun her på barnets egen side. Sig det ikke videre, og skriv det ikke i lister og mails.";

    public const string NoLaterThan = ", senest";
    public const string DeadlineWas = ". Fristen var";
    public const string Work = "Krav og aftaler";

    public static string OpenCount(int count) => count == 1 ? "1 åben" : Danish.Number(count) + " åbne";

    public const string NothingOpen = "Der er ingen åbne krav eller aftaler.";

    public static string MoreLines(int count) => count == 1 ? "Vis 1 mere" : $"Vis {Danish.Number(count)} flere";

    public const string AllRequirements = "Alle krav i sagen, også de opfyldte";
    public const string OlderInHistory = "De nyeste 100 af hver slags vises her. De ældre står i historikken.";
    public const string ToOverview = "Til overblikket";
    public const string GoalsNow = "Mål i planen";
    public const string AllGoals = "Alle mål, planer og undersøgelser";
    public const string Lately = "Siden sidst";
    public const string NothingLately = "Der er ikke skrevet noget i journalen endnu.";
    public const string WholeJournal = "Hele journalen";

    public static string WholeNetwork(int people) => people == 0 ? "Til netværket" : $"Hele netværket ({Danish.Number(people)})";

    /// <summary>The first words of a text.</summary>
    public static string Short(string text)
    {
        const int Most = 120;
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= Most ? line : line[..(line.LastIndexOf(' ', Most) is > 0 and var at ? at : Most)] + " …";
    }

    public const string AboutFold = "Om barnet: fødselsdag, CPR-nummer, skole, søskende, sager og rådgivere";
    public const string Elsewhere = "Mere om sagen";

    /// <summary>What once stood further down on the one page, each at the anchor it had then.</summary>
    public static IEnumerable<(string Id, string Title, string Href)> Places(ChildFile file)
    {
        string Journal(string slug) => $"{Routes.Journal(file.Id)}?slags={slug}";
        yield return ("samtaler", Count(Conversations, file.Conversations.Length), Journal("samtaler"));
        yield return ("afgoerelser", Count(Decisions, file.Decisions.Length), Journal("afgoerelser"));
        yield return ("underretninger", Count(Notifications, file.Notifications.Length), Journal("underretninger"));
        yield return (
            "undersoegelser",
            Count("Undersøgelser og planer", file.Assessments.Length + file.Plans.Length),
            Routes.PlansAndGoals(file.Id) + "#undersoegelser"
        );
        yield return ("breve", Count("Breve", file.Letters.Length), Routes.Documents(file.Id));
        yield return ("historik", History, Routes.History(file.Id));
    }

    public static string Track(ChildFact child) =>
        child.FirstName is { Length: > 0 } name
            ? (name.EndsWith('s') || name.EndsWith('x') || name.EndsWith('z') ? name + "’ spor" : name + "s spor")
            : "Barnets spor";

    public const string TrackNote = "Indsatser over tid og det højeste aktive trin. Det stiplede er ikke sket endnu.";
    public const string TrackAsTable = "Det samme som tabel: indsatser, opfølgninger, tilsyn og rådslagninger";
    public const string Measures = "Indsatser";
    public const string NoMeasures = "Der er ingen indsatser endnu.";
    public const string Measure = "Indsats";
    public const string StepWord = "Trin";
    public const string FromDay = "Fra";
    public const string ToDay = "Til";
    public const string Provider = "Leverandør";
    public const string Price = "Pris";

    public static string End(InterventionFact m) =>
        m.To is { } to ? Danish.Short(to)
        : m.ExpectedTo is { } expected ? $"i gang, forventet til {Danish.Short(expected)}"
        : "i gang";

    public const string FollowUps = "Opfølgninger";
    public const string NoFollowUps = "Der er ingen opfølgninger.";

    public static string NextBy(DateOnly day) => "næste gang senest " + Danish.Short(day);

    public const string Visits = "Tilsyn";
    public const string NoVisits = "Der er ingen tilsyn.";
    public const string Spoke = "talte med barnet";
    public const string DidNotSpeak = "talte ikke med barnet";
    public const string Conferences = "Netværksrådslagninger";
    public const string NoConferences = "Der er ingen netværksrådslagninger.";

    public static string Conference(NetworkConferenceFact c) =>
        $"Tilbudt {Danish.Short(c.OfferedOn)}"
        + (c.Answer is { } a ? $", familien svarede {a.Danish()}" : ", intet svar endnu")
        + (c.HeldOn is { } held ? $", holdt {Danish.Short(held)}" : "")
        + (
            c.PlanApproved is { } ok
                ? ok
                    ? ", planen godkendt"
                    : ", planen ikke godkendt"
                : ""
        )
        + (c.FollowedUpOn is { } after ? $", fulgt op {Danish.Short(after)}" : "");

    public const string Requirements = "Frister i sagen";
    public const string OpenNow = "Overskredet";
    public const string Upcoming = "Kommende";
    public const string Before = "Tidligere";
    public const string Met = "Opfyldte krav";
    public const string MissedTitle = "Kan ikke længere opfyldes";
    public const string NothingOverdue = "Intet er overskredet.";
    public const string NothingUpcoming = "Der er ingen kommende frister.";
    public const string NothingBefore = "Der er ingen tidligere krav.";

    public static string Count(string what, int count) => count == 0 ? what : $"{what} ({Danish.Number(count)})";

    public static string MetCount(int onTime, int late) =>
        $"Opfyldt til tiden: {Danish.Number(onTime)}. Opfyldt for sent: {Danish.Number(late)}";

    public static string MissedCount(int count) => $"Kan ikke længere opfyldes: {Danish.Number(count)}";

    public const string Requirement = "Krav";
    public const string Section = "Regel";
    public const string Trigger = "Udløst";
    public const string Due = "Frist";
    public const string Fulfils = "Sådan opfylder du det";
    public const string Fulfilled = "Opfyldt";

    public static string Outcome(Requirement r) =>
        r.State switch
        {
            RequirementState.OnTime => (r.LeftOut ? "udeladt med en begrundelse, " : "til tiden, ") + Danish.Short(r.Fulfilled!.Value),
            RequirementState.Late => $"{Late(r)}, {Danish.Short(r.Fulfilled!.Value)}",
            _ => "ikke opfyldt",
        };

    static string Late(Requirement r) =>
        (r.Fulfilled!.Value.DayNumber - r.Due.DayNumber) switch
        {
            0 => "for sent samme dag",
            1 => "1 dag for sent",
            var days => $"{Danish.Number(days)} dage for sent",
        };

    public const string Goals = "Mål";
    public const string NoGoals = "Der er ingen mål i en plan.";

    public static string PlanHeading(PlanFact plan) =>
        char.ToUpper(plan.Kind.Danish()[0], Danish.Culture)
        + plan.Kind.Danish()[1..]
        + ", "
        + (plan.ClosedOn is { } on ? "lukket " + Danish.Long(on) : "besluttet " + Danish.Long(plan.DecidedOn));

    public static string GoalsOf(PlanFact plan) => $"Mål i {plan.Kind.Danish()} fra {Danish.Long(plan.DecidedOn)}";

    public const string Goal = "Mål";
    public const string FirstToLast = "Start → nu";
    public const string Course = "Forløb";
    public const string NoDescription = "Uden beskrivelse";

    public static string FromTo(IReadOnlyList<MeasurementFact> scores) =>
        scores.Count switch
        {
            0 => "ikke målt",
            1 => scores[0].Score.ToString(Danish.Culture),
            _ => $"{scores[0].Score} → {scores[^1].Score}",
        };

    public static string Scores(IReadOnlyList<MeasurementFact> scores) =>
        "Målt " + string.Join(", ", scores.Select(s => $"{Danish.Short(s.On)}: {s.Score}"));

    public const string Network = "Netværk";
    public const string NoPeople = "Der er ingen personer i netværket.";
    public const string PeopleCaption = "Personer i barnets netværk";
    public const string Name = "Navn";
    public const string Relation = "Relation";
    public const string Remark = "Bemærk";
    public const string NoName = "navn ukendt";

    public static string Remarks(NetworkPersonFact p) =>
        string.Join(
            ", ",
            new[]
            {
                p.HasCustody == true ? "har forældremyndighed" : "",
                p.Professional == true ? "fagperson" : "",
                p.Protected ? "beskyttet navn og adresse" : "",
            }.Where(t => t.Length > 0)
        );

    public const string Decisions = "Afgørelser";
    public const string NoDecisions = "Der er ingen afgørelser.";
    public const string Day = "Dag";
    public const string Law = "Lovgrundlag";
    public const string Level = "Truffet af";
    public const string Heard = "Parterne hørt";
    public const string Guidance = "Klagevejledning givet";

    public static string Grants(IEnumerable<InterventionFact> measures, Catalogue catalogue) =>
        string.Join(", ", measures.Select(m => catalogue.NameOf(m.Code, m.From)).Distinct());

    public const string Conversations = "Samtaler med barnet";
    public const string NoConversations = "Der er ingen samtaler.";

    public static string LeftOut(string? reason, bool hasReason) =>
        " – udeladt"
        + (
            reason is not null ? $". Grunden: {reason}"
            : hasReason ? " med en begrundelse"
            : " uden begrundelse"
        );

    public const string Notifications = "Underretninger";
    public const string NoNotifications = "Der er ingen underretninger.";
    public const string Received = "Modtaget";
    public const string From = "Fra";
    public const string Assessed = "Vurderet";
    public const string NotificationOutcome = "Resultat";
    public const string NotYet = "ikke endnu";

    public static string Minute(DateTime at) => $"{Danish.Short(DateOnly.FromDateTime(at))} kl. {at.ToString("HH.mm", Danish.Culture)}";

    public const string Assessments = "Undersøgelser";
    public const string NoAssessments = "Der er ingen undersøgelser endnu.";
    public const string NewAssessment = "Begynd en undersøgelse";
    public const string Plans = "Planer";
    public const string NoPlans = "Der er ingen planer endnu.";
    public const string Agreed = "Aftaler i planen";
    public const string Score = "Giv målene en score";
    public const string Known = "kendt";
    public const string Started = "påbegyndt";
    public const string FinishedWord = "afsluttet";
    public const string Decided = "besluttet";
    public const string Ready = "færdig";
    public const string ClosedWord = "lukket";
    public const string NotNeeded = "der var ikke brug for den";

    public static string Steps(params (string Word, DateOnly? On)[] steps) =>
        string.Join(", ", steps.Where(s => s.On is not null).Select(s => $"{s.Word} {Danish.Short(s.On!.Value)}"));

    public const string About = "Om barnet";
    public const string Born = "Født";
    public const string Cpr = "CPR-nummer";
    public const string Gender = "Køn";
    public const string TargetGroup = "Målgruppe";
    public const string School = "Skole";
    public const string District = "Distrikt";
    public const string Team = "Team";

    public static string Expected(DateOnly day) => "ikke født endnu, ventes " + Danish.Long(day);

    public const string Family = "Søskende i Spor";
    public const string NoFamily = "ingen, som du har adgang til";
    public const string Cases = "Sager";
    public const string Caseworkers = "Rådgivere";
    public const string Unknown = "ikke oplyst";

    public static string CaseLine(CaseFact c) =>
        $"åbnet {Danish.Long(c.OpenedOn)}"
        + (c.ClosedOn is { } on ? $", lukket {Danish.Long(on)}" + (c.ClosingReason is { } why ? $" ({why})" : "") : "");

    public static string AssignmentLine(string name, AssignmentFact a) =>
        $"{(name.Length > 0 ? name : "medarbejder uden navn")}, fra {Danish.Long(a.From)}"
        + (a.To is { } to ? $" til {Danish.Long(to)}" : "");

    public const string History = "Historik";
    public const string HistoryNote =
        "Alt, hvad Spor har fået at vide om barnet, det nyeste først. Hver linje siger, hvem der skrev det, og hvornår.";
}
