using System.Globalization;
using Spor.Assessments;
using Spor.Children;
using Spor.Facts;
using Spor.Kernel;
using Spor.Law;
using Spor.Notifications;
using Spor.Requirements;
using Spor.Web.Access;
using Spor.Web.Case.History;

namespace Spor.Web.Case.Notifications;

static class Text
{
    // --- receiving
    public const string ReceiveTitle = "Registrér en underretning";
    public const string ReceiveLede = "Find barnet først. Uret løber fra det øjeblik, underretningen kom frem.";
    public const string WhichChild = "Hvem handler det om?";
    public const string SearchFirst =
        "Søg, før du opretter et barn, så det ikke står i registret to gange. Et helt CPR-nummer er sikrest; ellers navn og fødselsdag.";
    public const string Cpr = "CPR-nummer";
    public const string CprGivesBirthday = "Fødselsdagen læses af nummeret.";
    public const string Name = "Navn";
    public const string FirstName = "Fornavn";
    public const string LastName = "Efternavn";
    public const string BornOn = "Fødselsdag";
    public const string ExpectedOn = "Forventet fødselsdag";
    public const string Gender = "Køn";
    public const string District = "Distrikt";
    public const string DistrictHint = "Distriktets team får underretningen. Uden distrikt ser alle rådgivere den.";
    public const string SearchButton = "Søg efter barnet";
    public const string SearchAgain = "Søg igen";
    public const string AddUnborn = "Det handler om et ufødt barn";
    public const string AddChild = "Opret et nyt barn";
    public const string AddAnother = "Opret et barn til";
    public const string RemoveChild = "Fjern barnet fra formularen";
    public const string DoublesSeen = "Jeg har set på listen. Det nye barn er ikke et af dem.";
    public const string Siblings = "Børnene er søskende";
    public const string SiblingOf = "Det nye barn er søskende til";

    public static string Found(int count) =>
        count switch
        {
            0 => "Fundet i registret",
            1 => "Fundet i registret: 1 barn. Sæt kryds, hvis det er det",
            _ => $"Fundet i registret: {Danish.Number(count)} børn. Sæt kryds ved dem, det handler om",
        };

    public const string FoundNobody = "Ingen fundet. Prøv med en anden stavemåde, eller opret et nyt barn.";

    public static string NewChild(int at, int of, bool unborn) =>
        (unborn ? "Ufødt barn" : "Nyt barn") + (of > 1 ? $" {at + 1} af {of}" : "");

    public static string CandidateName(Candidate c, Viewing viewing) =>
        c.Visible ? $"{Viewing.ListName(c.State.Child)}, {Age(c.State.Child, viewing.Today)}"
        : c.State.Child.Protected ? "Et barn med navne- og adressebeskyttelse"
        : "Et barn, som en anden rådgiver har";

    public static string CandidateNote(Candidate c, Viewing viewing)
    {
        var why = c.Why is { } w ? w.Danish() : "valgt";
        if (!c.Visible)
            return $"{why} · {(c.State.Child.Protected ? "" : Elsewhere(c.State, viewing) + " · ")}du kan ikke se barnet, men "
                + $"underretningen kan knyttes til det. Den lander hos dem, der har barnet.";
        return string.Join(
            " · ",
            new[]
            {
                why,
                c.State.Child.Protected ? null : "født " + Danish.Long(c.State.Child.BornOn),
                c.State.Case is null ? "ingen aktiv sag" : "aktiv sag",
                WhoHas(c.State, viewing),
            }.Where(t => !string.IsNullOrEmpty(t))
        );
    }

    public static IReadOnlyList<(string, string)> Districts(Viewing viewing) =>
        [
            .. viewing
                .Register.Districts.Where(d => d.From <= viewing.Today && (d.To is null || viewing.Today <= d.To))
                .GroupBy(d => d.DistrictId)
                .Select(g => g.Last())
                .OrderBy(d => d.Name, StringComparer.Create(Danish.Culture, false))
                .Select(d =>
                    (
                        d.DistrictId.ToString(CultureInfo.InvariantCulture),
                        viewing.TeamName(d.TeamId) is { Length: > 0 } team ? $"{d.Name} ({team})" : d.Name
                    )
                ),
        ];

    public const string WhatWasTold = "Det, der blev fortalt";
    public const string ReceivedAt = "Hvornår kom den frem til kommunen?";
    public const string ReceivedAtHint = "Også om natten og i weekenden: uret starter, når den er kommet frem.";
    public const string Notifier = "Hvem underretter?";
    public const string NotifierHint = "Vælg anonym, når underretteren ikke vil sige sit navn. Så må navnet heller ikke skrives.";
    public const string NotifierName = "Navn og stilling";
    public const string NotifierContact = "Telefon eller adresse";
    public const string NotifierContactHint = "Hertil sendes kvitteringen.";
    public const string Description = "Bekymringen";
    public const string DescriptionHint = "Skriv det, der blev sagt eller skrevet, så tæt på ordene som muligt.";
    public const string Causes = "Årsager";

    public static string? CausesHint(bool unverified) =>
        unverified ? "Listen er ikke bekræftet: Danmarks Statistiks egen liste kendes ikke endnu. Det valgte gemmes som ord." : null;

    public const string OtherCauses = "Andre årsager, adskilt af komma";
    public const string Files = "Bilag";
    public const string FilesHint =
        "Alle slags filer, men ikke programmer og websider. Højst 5, hver på højst 50 MB og tilsammen på højst 100 MB.";
    public const string SaveNotification = "Gem underretningen";

    // --- inbox
    public const string InboxTitle = "Underretninger";

    /// <param name="sent">Sent by partners, and on no child yet.</param>
    public static string InboxLede(int waiting, int overdue, int sent) =>
        waiting == 0
            ? sent == 0
                ? "Alle underretninger er vurderet."
                : "Alle underretninger, der er registreret på et barn, er vurderet. "
                    + (sent == 1 ? "1 fra en samarbejdspartner" : $"{Danish.Number(sent)} fra samarbejdspartnere")
                    + " er ikke registreret endnu."
            : (waiting == 1 ? "1 underretning venter på vurdering" : $"{Danish.Number(waiting)} underretninger venter på vurdering")
                + (
                    overdue == 0 ? ", alle inden for fristen."
                    : overdue == 1 ? ". 1 er over fristen."
                    : $". {Danish.Number(overdue)} er over fristen."
                );

    public const string Team = "Team";
    public const string AllTeams = "Alle team";
    public const string Show = "Vis";
    public const string ToAssess = "Skal vurderes";
    public const string ToAssessNote =
        "Den, der har mindst tid tilbage, står øverst. Timerne løber også om natten, i weekender og på helligdage.";
    public const string ToAcknowledge = "Skal have en kvittering inden 6 hverdage";
    public const string ToAcknowledgeNote = "Underretteren skal vide, at underretningen er modtaget. Anonyme underrettere står her ikke.";

    public static string ManyTitle(Waits what) =>
        what == Waits.Feedback ? "Registrér flere tilbagemeldinger" : "Registrér flere kvitteringer";

    public static string ManyLede(Waits what) =>
        what == Waits.Feedback
            ? "Sæt kryds ved de fagpersoner, der har fået en tilbagemelding. Spor sender ikke noget."
            : "Sæt kryds ved de underrettere, der har fået en kvittering. Spor sender ikke noget.";

    public static string ManySave(Waits what) => what == Waits.Feedback ? "Gem tilbagemeldingerne" : "Gem kvitteringerne";

    public static string ManyLink(Waits what) => ManyTitle(what) + " på én gang";

    public const string ManyWhich = "Hvem har fået svar?";
    public const string ManyNoteHint = "Står i hvert barns journal. Skriv ikke om andre børn.";

    public static string ManyFirst(int shown, int all) => $"De første {Danish.Number(shown)} af {Danish.Number(all)}.";

    /// <summary>Ida Holm, 12 år · lærer · modtaget 3. maj 2026 kl. 09.42</summary>
    public static string ManyLine(InboxRow row, Viewing viewing) =>
        $"{Viewing.ListName(row.Child.Child)}, {Age(row.Child.Child, viewing.Today)} · {row.Waiting.Notification.Notifier.Said()} · modtaget {Minute(row.Waiting.Notification.ReceivedAt)}";

    public const string NextWaiting = "Det næste på listen:";

    public const string ToFeedBack = "Fagpersoner, der venter på en tilbagemelding";
    public const string ToFeedBackNote =
        "De må få at vide, om der er sat en undersøgelse eller en indsats i gang. Loven sætter ingen dato.";
    public const string OldTitle = "Ældre";
    public const string OldNote =
        "Længe over tiden. Ofte kommer de fra et udtræk, hvor vurderingen, kvitteringen eller tilbagemeldingen aldrig blev skrevet ned.";

    public static string OldCount(Waits what, int count) =>
        what switch
        {
            Waits.Assessment => count == 1 ? "1 ældre uden vurdering" : $"{Danish.Number(count)} ældre uden vurdering",
            Waits.Acknowledgement => count == 1 ? "1 ældre uden kvittering" : $"{Danish.Number(count)} ældre uden kvittering",
            _ => count == 1 ? "1 ældre uden tilbagemelding" : $"{Danish.Number(count)} ældre uden tilbagemelding",
        };

    public static string AllOf(int count) => $"Vis alle {Danish.Number(count)}";

    public const string WholeInbox = "Tilbage til hele listen";

    public static string NothingWaits(Waits what) =>
        what switch
        {
            Waits.Assessment => "Ingen underretninger venter på vurdering.",
            Waits.Acknowledgement => "Alle har fået en kvittering.",
            _ => "Ingen fagpersoner venter på en tilbagemelding.",
        };

    public static string LeftHeading(Waits what) =>
        what switch
        {
            Waits.Assessment => "Tid tilbage",
            Waits.Acknowledgement => "Hverdage tilbage",
            _ => "Vurderet",
        };

    public const string Child = "Barn";
    public const string Step = "Trin";
    public const string Received = "Modtaget";
    public const string Worry = "Bekymring";
    public const string HowFar = "Hvor langt";
    public const string From = "Underretter";
    public const string ToDo = "Det næste";

    /// <summary>Causes, or the first words of what was told.</summary>
    public static string? InShort(NotificationFact n)
    {
        var told = n.Causes is { } causes ? string.Join(", ", causes.Split(',', StringSplitOptions.TrimEntries)) : n.Description;
        if (told?.Split('\n')[0].Trim() is not { Length: > 0 } said)
            return null;
        return said.Length > 90 ? said[..said.LastIndexOf(' ', 88)] + " …" : said;
    }

    /// <summary>What stands small beside the worry: when it came, what the law asks for especially, and how it was assessed.</summary>
    public static string Beside(InboxRow row, string? worry, DateOnly today)
    {
        var n = row.Waiting.Notification;
        var parts = new List<string>
        {
            $"Modtaget {Danish.Short(n.ReceivedOn)} kl. {n.ReceivedAt.ToString("HH.mm", CultureInfo.InvariantCulture)}",
        };
        if (n.AssessedAt is { } at)
            parts.Add($"vurderet {Danish.Short(DateOnly.FromDateTime(at))}" + (n.Outcome is { } o ? ": " + o.Said() : ""));
        else
        {
            if (worry?.Contains("vold", StringComparison.OrdinalIgnoreCase) == true)
                parts.Add("mulig vold: tal med barnet uden forældrene");
            if (Array.Exists(row.Child.File.Interventions, m => m.RunsOn(today)))
                parts.Add("barnet har en indsats i gang: to skal vurdere");
        }
        return string.Join(" · ", parts);
    }

    /// <summary>Received, assessed, acknowledged, told: done, missing, or not asked for.</summary>
    public static IReadOnlyList<(string What, string State)> Fields(NotificationFact n) =>
        [
            ("modtaget", "done"),
            ("vurdering", n.AssessedAt is null ? "missing" : "done"),
            (
                "kvittering",
                n.AcknowledgedOn is not null ? "done"
                : n.Notifier == Spor.Notifications.Notifier.Anonymous ? "none"
                : "missing"
            ),
            (
                "tilbagemelding",
                n.FeedbackOn is not null ? "done"
                : n.Notifier.IsProfessional() ? "missing"
                : "none"
            ),
        ];

    public static string FieldsSaid(NotificationFact n) =>
        string.Join(
            ", ",
            Fields(n)
                .Skip(1)
                .Select(f =>
                    f.State switch
                    {
                        "done" => f.What + " givet",
                        "missing" => f.What + " mangler",
                        _ => f.What + " kræves ikke",
                    }
                )
        );

    public static string StateWord(NotificationFact n) =>
        n.AssessedAt is null ? "Ny"
        : Fields(n)[2].State == "missing" ? "Vurderet"
        : Fields(n)[3].State == "missing" ? "Kvitteret"
        : "Færdig";

    public const string FieldsNote =
        "De fire felter er modtaget, vurderet, kvitteret og meldt tilbage. Et fyldt er gjort, et tomt mangler, og et stiplet kræves ikke.";

    public static string Do(Waits what) =>
        what switch
        {
            Waits.Assessment => "Vurdér",
            Waits.Acknowledgement => "Kvittér",
            _ => "Meld tilbage",
        };

    public static string DoFor(Waits what, string child) =>
        what switch
        {
            Waits.Assessment => $"Vurdér underretningen om {child}",
            Waits.Acknowledgement => $"Kvittér for underretningen om {child}",
            _ => $"Meld tilbage om {child}",
        };

    public static string WhoHas(ChildState child, Viewing viewing)
    {
        var people = child.AssignedTo.Select(e => viewing.EmployeeName(e)).Where(n => n.Length > 0).ToList();
        return people.Count > 0 ? string.Join(", ", people)
            : viewing.TeamName(viewing.Register.Staff.TeamOf(child.File, viewing.Today)) is { Length: > 0 } team ? team
            : "ingen endnu";
    }

    /// <summary>The team that has somebody else's child.</summary>
    static string Elsewhere(ChildState child, Viewing viewing)
    {
        var team = viewing.Register.Staff.TeamOf(child.File, viewing.Today);
        return viewing.TeamName(team) is { Length: > 0 } name ? "hos " + name : "hos et andet team";
    }

    /// <summary>3 timer 12 min. tilbage; overskredet med 2 dage og 5 timer.</summary>
    public static string Left(TimeSpan left)
    {
        var over = left < TimeSpan.Zero;
        var time = left.Duration();
        var (days, hours, minutes) = ((int)time.TotalDays, time.Hours, time.Minutes);
        var words =
            days > 0 && (over || days > 1) ? Unit(days, "dag", "dage") + (hours > 0 ? " og " + Unit(hours, "time", "timer") : "")
            : (int)time.TotalHours > 0 ? Unit((int)time.TotalHours, "time", "timer") + (minutes > 0 ? $" {minutes} min." : "")
            : $"{minutes} min.";
        return over ? "overskredet med " + words : words + " tilbage";
    }

    static string Unit(int n, string one, string many) => n == 1 ? "1 " + one : $"{Danish.Number(n)} {many}";

    public static string Weekdays(int left) =>
        left switch
        {
            0 => "i dag",
            1 => "1 hverdag tilbage",
            > 1 => $"{left} hverdage tilbage",
            -1 => "overskredet med 1 hverdag",
            _ => $"overskredet med {Danish.Number(-left)} hverdage",
        };

    public static string AssessedAgo(DateTime at) => Danish.Short(DateOnly.FromDateTime(at));

    // --- one notification
    public static string PageTitle(string child) => $"Underretning om {child}";

    public static string AssessTitle(string child) => $"Vurdér underretningen om {child}";

    public static string About(NotificationView view, Viewing viewing) =>
        $"{Viewing.ListName(view.State.Child)}, {Age(view.State.Child, viewing.Today)} · modtaget "
        + $"{Minute(view.Notification.ReceivedAt)} fra {Words.From(view.Notification.Notifier)}";

    public static string ToChild(string name) => $"Til {name}s side";

    public static string ClockEnds(DateTime due, bool over) =>
        over ? $"Den skulle have været vurderet {Minute(due)}. Vurdér den nu." : $"Den skal være vurderet {Minute(due)}.";

    public const string AssessNow = "Vurdér underretningen";

    public static string AssessedLine(NotificationFact n, Bounds bounds) =>
        n.AssessedAt is not { } at ? ""
        : Inbox.InTime(n, bounds) == true ? $"Vurderet {Minute(at)}, inden for de {Hours(n, bounds)} timer."
        : $"Vurderet {Minute(at)}. Det var {Late(n, at, bounds)} efter de {Hours(n, bounds)} timer.";

    static string Hours(NotificationFact n, Bounds bounds) =>
        Danish.Number(bounds.On(n.ReceivedOn).Of(Spor.Requirements.Rule.NotificationAssessed).Hours);

    static string Late(NotificationFact n, DateTime at, Bounds bounds)
    {
        var late = -Inbox.Left(n, at, bounds);
        return late.TotalDays >= 1 ? Unit((int)late.TotalDays, "dag", "dage")
            : late.TotalHours >= 1 ? Unit((int)late.TotalHours, "time", "timer")
            : Unit(Math.Max(1, (int)late.TotalMinutes), "minut", "minutter");
    }

    public const string NextStep = "Næste skridt:";
    public const string NextAcute = "Resultatet er akut. Træf den akutte afgørelse nu.";
    public const string NextAcuteButton = "Til afgørelsen";

    public static string NextAssessment(AssessmentKind kind, bool assigned) =>
        $"{Kind(kind)} er sat i gang, og fristen løber fra den dag, underretningen kom."
        + (assigned ? "" : " Sagen har ingen rådgiver endnu og venter på fordeling.");

    public static string NextAssessmentButton(AssessmentKind kind) =>
        kind switch
        {
            AssessmentKind.Screening => "Til screeningen",
            AssessmentKind.Clarification => "Til afdækningen",
            _ => "Til undersøgelsen",
        };

    static string Kind(AssessmentKind kind) =>
        kind switch
        {
            AssessmentKind.Screening => "En screening",
            AssessmentKind.Clarification => "En afdækning",
            _ => "En børnefaglig undersøgelse",
        };

    public const string NotSaid = "ikke oplyst";

    public static string Size(long bytes) =>
        bytes < 1024 * 1024 ? $"({Danish.Number(Math.Max(1, bytes / 1024))} KB)" : $"({Danish.Number(bytes / 1048576.0, 1)} MB)";

    public const string Earlier = "Tidligere underretninger";

    public static string OnTheChild(int count) => count == 0 ? "På barnet" : $"På barnet ({Danish.Number(count)})";

    public const string NoEarlier = "Ingen andre underretninger på barnet.";

    public static string AllEarlier(int count) => $"Se alle {Danish.Number(count)} på barnets side";

    public const string OnSiblings = "På søskende";
    public const string NoSiblings = "Der er ingen kendte søskende.";

    public static string SiblingElsewhere(ChildState child, Viewing viewing) =>
        child.Child.Protected
            ? "Søskende med navne- og adressebeskyttelse. Spørg din leder"
            : $"Søskende {Elsewhere(child, viewing)}. Spørg teamet";

    public const string SiblingBefore = " (var i samme familie før)";

    public static string CountOfNotifications(NotificationFact[] all) =>
        all.Length switch
        {
            0 => "ingen underretninger",
            1 => $"1 underretning, {Danish.Long(all[0].ReceivedOn)}",
            _ => $"{Danish.Number(all.Length)} underretninger, den seneste {Danish.Long(all[^1].ReceivedOn)}",
        };

    public static string OutcomeOf(NotificationOutcome outcome) => $", resultat: {outcome.Said()}";

    public const string ActiveMeasures = "Indsatser nu";
    public const string NoMeasures = "Ingen indsats i gang.";

    public static string Since(DateOnly day) => "siden " + Danish.Long(day);

    public const string OutsiderNeeded =
        "Barnet har en indsats i gang. En, der ikke har været inde over sagen før, skal være med i vurderingen.";
    public const string InvolvedTitle = "Hvem har været inde over sagen";
    public const string NobodyInvolved = "Ingen er skrevet ned.";

    public static string HowInvolved(IEnumerable<Involvement> how) =>
        string.Join("; ", how.Select(i => $"{i.How.Danish()}, senest {Danish.Long(i.On)}"));

    public static string Employee(long id, Viewing viewing) =>
        viewing.EmployeeName(id) is { Length: > 0 } name ? name : "En medarbejder uden navn";

    public static string By(string name) => " af " + name;

    // --- assessing
    public const string Assessment = "Vurderingen";
    public const string AssessedAt = "Vurderet";
    public const string AssessedBy = "Vurderet af";
    public const string Danger = "Er barnets sundhed eller udvikling i fare?";
    public const string Acute = "Er der brug for at gøre noget akut?";
    public const string FirstSteps = "De første skridt";
    public const string FirstStepsLabel = "De første skridt (når barnet er i fare, eller det er akut)";
    public const string FirstStepsHint = "Hvad er gjort, og hvad gøres nu?";
    public const string SecondReader = "Hvem uden kendskab til sagen er med i vurderingen?";
    public const string SecondReaderShort = "Med i vurderingen";

    public static string SecondReaderHint(bool outsiderMe) =>
        outsiderMe
            ? "Du har ikke været inde over sagen før, så det er nok, at du vurderer den. Listen viser kun dem, der heller ikke har."
            : "Barnet har en indsats i gang (Barnets lov § 137). Listen viser kun dem, der ikke har været inde over sagen.";

    public const string Outcome = "Hvad sker der nu?";
    public const string OutcomeShort = "Resultat";
    public const string Reason = "Begrundelse";
    public const string ReasonLabel = "Begrundelse (kun når der ikke bliver en sag)";
    public const string DistrictOnAssess = "Barnet har intet distrikt. Vælg, hvis team der skal have det.";
    public const string SaveAssessment = "Gem vurderingen";
    public const string ChangeAssessment = "Ret vurderingen";

    public static string OutcomeChoice(NotificationOutcome outcome, bool running) =>
        outcome switch
        {
            NotificationOutcome.NoCase => "Ingen sag",
            NotificationOutcome.ExistingCase => "Går ind i den sag, der er i gang",
            NotificationOutcome.Screening => "Screening (§ 18)",
            NotificationOutcome.Clarification => running ? "Afdækning (§ 19)" : "Afdækning (§ 19). Der åbnes en sag",
            NotificationOutcome.Assessment => running
                ? "Børnefaglig undersøgelse (§ 20)"
                : "Børnefaglig undersøgelse (§ 20). Der åbnes en sag",
            _ => running ? "Akut: til afgørelsen med det samme" : "Akut: til afgørelsen med det samme. Der åbnes en sag",
        };

    // --- answering
    public const string Answer = "Svar til underretteren";
    public const string AnonymousAnswer = "Underretteren er anonym og skal hverken have kvittering eller tilbagemelding.";
    public const string Acknowledgement = "Kvittering";

    public static string AcknowledgedLine(DateOnly on, bool inTime) =>
        inTime ? $"Kvitteret {Danish.Long(on)}, inden for fristen." : $"Kvitteret {Danish.Long(on)}. Det var efter fristen.";

    public static string AcknowledgeBy(DateOnly by, DateOnly today, int days) =>
        by < today
            ? $"Fristen var {Danish.Long(by)} ({days} hverdage). Kvittér nu."
            : $"Skal gives senest {Danish.Long(by)} ({days} hverdage).";

    public const string WriteAcknowledgement = "Skriv kvitteringsbrev";
    public const string AcknowledgedOtherwise = "Registrér en kvittering givet på anden måde";
    public const string FeedbackHeading = "Tilbagemelding";

    public static string FeedbackLine(DateOnly on) => $"Givet {Danish.Long(on)}.";

    public const string FeedbackLater = "Gives, når underretningen er vurderet.";
    public const string MayBeTold = "Det må fortælles:";
    public const string WriteFeedback = "Skriv tilbagemelding";
    public const string ToldOtherwise = "Registrér en tilbagemelding givet på anden måde";

    public static string NoFeedbackFor(Notifier notifier) =>
        notifier == Spor.Notifications.Notifier.Other
            ? "Kun fagpersoner får en tilbagemelding. Er underretteren en fagperson, så ret, hvem der underrettede."
            : "Kun fagpersoner får en tilbagemelding ud over kvitteringen.";

    public const string AcknowledgeTitle = "Kvitteret på anden måde";
    public const string FeedbackTitle = "Tilbagemelding givet på anden måde";
    public const string AcknowledgedOn = "Hvornår fik underretteren kvitteringen?";
    public const string ToldOn = "Hvornår fik fagpersonen tilbagemeldingen?";
    public const string Way = "Hvordan?";
    public const string Note = "Hvad blev sagt?";
    public const string NoteHint = "Gemmes som et notat i journalen.";
    public const string AttachTitle = "Tilføj bilag";
    public const string SaveFiles = "Gem bilag";

    public static string Minute(DateTime at) =>
        $"{Danish.Long(DateOnly.FromDateTime(at))} kl. {at.ToString("HH.mm", CultureInfo.InvariantCulture)}";

    public static string Age(ChildFact child, DateOnly today) => child.Unborn ? "ufødt" : child.AgeAt(today) + " år";
}

/// <summary>What may be told the one who notified, on the notification's page.</summary>
public static class FeedbackText
{
    public static string Of(MayTell tell) =>
        !tell.Receipt
            ? "Underretteren er anonym, så der er ingen at svare."
            : Spor.Letters.Telling.ToNotifier(tell) ?? "Vi har modtaget underretningen.";
}
