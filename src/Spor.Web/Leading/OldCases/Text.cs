using System.Globalization;
using Spor.Facts;
using Spor.Kernel;
using Spor.Recovery;
using Spor.Web.Access;

namespace Spor.Web.Leading.OldCases;

/// <summary>The words of the scan; those of a programme are in the other half.</summary>
static partial class Text
{
    public const string ScanTitle = "Hvad mangler i sagerne?";

    public static string State(ElementState state) =>
        state switch
        {
            ElementState.InOrder => "i orden",
            ElementState.Late => "over fristen",
            ElementState.Missing => "mangler",
            _ => "kræves ikke",
        };

    /// <summary>As the head of a narrow column.</summary>
    public static string Short(RecoveryElement e) =>
        e switch
        {
            RecoveryElement.Conversation => "Samtale",
            RecoveryElement.TargetGroup => "Målgruppe",
            _ => RecoveryElements.Name(e),
        };

    public static IReadOnlyList<(ElementState State, string Words)> StateHeads { get; } =
    [
        (ElementState.Missing, "Mangler"),
        (ElementState.Late, "Over fristen"),
        (ElementState.InOrder, "I orden"),
        (ElementState.NotRequired, "Kræves ikke"),
    ];

    public static IReadOnlyList<(string Value, string Words)> Sorts { get; } =
    [
        (ScanSort.Most.Danish(), "flest mangler først"),
        (ScanSort.Fewest.Danish(), "tættest på i orden"),
        (ScanSort.Opened.Danish(), "ældste sager først"),
        (ScanSort.Child.Danish(), "barnets navn"),
    ];

    public static string Cases(int count) => count == 1 ? "1 sag" : $"{Danish.Number(count)} sager";

    static string Parts(int count) => count == 1 ? "1 ting" : $"{Danish.Number(count)} ting";

    public static string Answer(ScanView view)
    {
        if (!view.ShowsChildren)
            return view.HidesCases ? "Der er for få sager til at vise tal." : $"{Cases(view.Sums.Cases)} er aktive.";
        if (view.Rows.Count == 0)
            return view.All.Count == 0 ? "Du ser ingen aktive sager den dag." : "Ingen sager passer til det valgte.";
        if (view.CasesLacking == 0)
            return $"Alt, hvad der kræves, er på plads i {Cases(view.Rows.Count)}.";
        return $"{Cases(view.CasesLacking)} af {Danish.Number(view.Rows.Count)} mangler noget: i alt {Parts(view.LackingInAll)}.";
    }

    /// <summary>What the page rests on: whose cases, which day, known when.</summary>
    public static string Basis(ScanView view) =>
        (
            !view.ShowsChildren ? (view.SeesAll ? "Hele kommunen" : "Hele kommunen, som det er offentliggjort; små tal er skjult")
            : view.SeesAll ? "Alle aktive sager"
            : "De aktive sager, du må se"
        )
        + $" den {Danish.Long(view.Day)}"
        + (
            view.Query.Day is null ? "."
            : view.Query.KnownNow ? ", som det er kendt nu."
            : $", som det var kendt dengang (registrering nr. {Danish.Number(view.Viewing.Register.EntryNo)})."
        );

    public static string NotUnderstood(string what) => $"Spor kan ikke læse {what} i adressen, og den er ikke brugt.";

    public static string AfterToday(DateOnly today) => $"Vælg senest den {Danish.Long(today)}. Spor ved ikke, hvad der sker efter den dag.";

    public static string Employee(Viewing viewing, long id) =>
        viewing.EmployeeName(id) is { Length: > 0 } name ? name : "Medarbejder " + id.ToString(CultureInfo.InvariantCulture);

    public static string AgeAndCase(ScannedCase of, DateOnly day) =>
        $"{Years(of.File.Child.AgeAt(day))}, sag fra {Danish.Short(of.Case.OpenedOn)}";

    static string Years(int age) => age < 0 ? "ikke født" : $"{age.ToString(CultureInfo.InvariantCulture)} år";

    public const string FilterLabel = "Vælg sager",
        DayLabel = "Dag",
        KnownNow = "En tidligere dag med det, der er kendt nu",
        SortLabel = "Sortér",
        Show = "Vis",
        Reset = "Nulstil";
    public const string AllTeams = "Alle team",
        AllWorkers = "Alle rådgivere",
        AllElements = "Alle dele",
        AnyState = "Alle tilstande";
    public const string ElementHead = "Del",
        StateHead = "Tilstand",
        TeamHead = "Team",
        WorkerHead = "Rådgiver",
        ChildHead = "Barn",
        OpenedHead = "Sag åbnet",
        CasesHead = "Sager",
        LackingHead = "Mangler i alt",
        Lack = "mangler",
        NoTeam = "Uden team",
        Nobody = "Ingen rådgiver";
    public const string ElementsTitle = "Del for del",
        ElementsNote = "Hver bjælke er alle de aktive sager. Tallet for enden er dem, hvor delen kræves og ikke er på plads.",
        MatrixTitle = "Sag for sag",
        TeamsTitle = "Team for team",
        WorkersTitle = "Rådgiver for rådgiver",
        TwoTeams = "En sag, som rådgivere fra to team har, står i begge.",
        TeamsCaption = "Det, der kræves og ikke er på plads, efter team",
        WorkersCaption = "Det, der kræves og ikke er på plads, efter rådgiver",
        NoCases = "Her ville de aktive sager stå, som du må se. Der er ingen.",
        NoneFound = "Ingen sager passer til det valgte.";

    public static string ElementsCaption(DateOnly day) => $"Aktive sager den {Danish.Long(day)} efter, hvad der er på plads";

    public static string MatrixCaption(DateOnly day) => $"Aktive sager og det, der skal være på plads, den {Danish.Long(day)}";

    public static string ShownOf(int shown, int of) =>
        $"Her er {Danish.Number(shown)} af {Danish.Number(of)}. Hent tabellen for at se alle.";

    public const string How = "Sådan regnes det";
    public static readonly string[] Rules =
    [
        "Undersøgelse kræves, når en indsats på trin 3 til 6 er i gang, eller en undersøgelse er begyndt. Den er i orden, når en afdækning "
            + "eller børnefaglig undersøgelse er færdig og højst to år ældre end sagen.",
        "Samtale med barnet kræves, når en indsats på trin 3 til 6 er i gang. Den er i orden, når der er talt med barnet om sagen inden for et halvt "
            + "år før den seneste afgørelse, eller det seneste halve år.",
        "Plan kræves, når barnet er anbragt. Målgruppevurdering kræves, når målgruppen er funktionsnedsættelse.",
        "Opfølgning kræves, når en indsats på trin 2 til 6 er i gang, og er i orden, når ingen opfølgning eller tilsyn er over fristen. Sagen er "
            + "ajourført, når der er skrevet noget om barnet det seneste halve år.",
        "Over fristen betyder, at delen ikke er der, og at dens frist er passeret. Mangler betyder, at den ikke er der, uden at en frist "
            + "er passeret.",
        "På en tidligere dag ser Spor kun på det, der var sket til og med den dag, og kun på det, der var skrevet i Spor den dag. Før Spor "
            + "blev taget i brug, er det, hvad det første udtræk fortalte.",
    ];

    public const string ProgrammesTitle = "Genopretninger",
        NoProgramme = "Ingen genopretning er sat i gang. Her ville den stå med, hvor langt I er.",
        StartLink = "Sæt en genopretning i gang";

    public static string ProgrammeName(RecoveryProgrammeFact p) => p.Name ?? "Genopretning";

    public static string ProgrammeLine(RecoveryProgrammeFact p, string team) =>
        $"siden {Danish.Long(p.From)}, i orden senest {Danish.Long(p.TargetOn)}"
        + (team.Length > 0 ? $", {team}" : "")
        + (p.EndedOn is { } ended ? $", afsluttet {Danish.Long(ended)}" : "");
}
