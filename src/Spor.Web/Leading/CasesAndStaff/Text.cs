using Spor.Kernel;
using Spor.Workforce;

namespace Spor.Web.Leading.CasesAndStaff;

static class Text
{
    public const string Title = "Børn pr. rådgiver";

    public static string Lede(DateOnly day) => $"Hvor mange børn har hver rådgiver den {Danish.Long(day)}, og er der plads under loftet?";

    public const string FilterLabel = "Vælg dag";
    public const string Day = "Dag";
    public const string Show = "Vis";
    public const string Reset = "Nulstil";

    public static string NotADay(string typed) => $"»{typed}« er ikke en dato. Skriv den som 31-10-2026.";

    public static string AfterToday(DateOnly today) => $"Vælg senest den {Danish.Long(today)}. Spor ved ikke, hvad der sker efter den dag.";

    public const string OwnTeamOnly =
        "Du ser dit eget team. For hele kommunen, og for tidligere dage, er små tal skjult, og dage, der ikke er offentliggjort.";
    public const string Hidden = "skjult";
    public const string None = "–";

    public const string PerFteLabel = "børn pr. årsværk, hele kommunen";

    public static string PerFteNote(string children, double fte) => $"{children} børn med aktiv sag på {Fte(fte)} årsværk";

    public const string ActiveLabel = "aktive sager, hele kommunen";
    public const string ActiveNote = "et barn kan have flere sager";
    public const string UnassignedLabel = "aktive sager uden rådgiver";
    public const string UnassignedNote = "ingen har sagen den dag";
    public const string UnassignedList = "Se børnene uden rådgiver";

    public static string TeamLabel(string team) => "børn pr. årsværk, " + team;

    public static string TeamNote(string children, double fte, double? ceiling) =>
        $"{children} børn på {Fte(fte)} årsværk" + (ceiling is { } c ? $" · loft {Ceiling(c)}" : " · intet loft");

    public const string TeamsTitle = "Teamene";
    public const string Team = "Team";
    public const string Children = "Børn";
    public const string FteHead = "Årsværk";
    public const string PerFte = "Børn pr. årsværk";
    public const string CeilingHead = "Loft";
    public const string Room = "Plads under loftet";
    public const string Municipality = "Hele kommunen";

    public static string TeamsCaption(DateOnly day) => $"Børn med aktiv sag pr. årsværk den {Danish.Long(day)}";

    public const string TwoTeams = "Et barn, som rådgivere fra to team har, tæller i begge team, men kun én gang i hele kommunen.";

    public const string NoTeam = "Uden team";

    public static string EmployeesCaption(string team) => $"{team}: børn pr. medarbejder, størst belastning øverst";

    public const string EmployeesTitle = "Børn pr. medarbejder";
    public const string Employee = "Medarbejder";
    public const string Load = "Børn pr. årsværk";
    public const string NoEmployees = "Ingen i teamet har børn eller årsværk den dag.";

    public static string EmployeeName(string? name, long id) =>
        name ?? "Medarbejder " + id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static string RoleNote(Role role) =>
        role switch
        {
            Role.ProfessionalCoordinator => "faglig koordinator, tæller ikke i årsværk",
            Role.Leader => "leder, tæller ikke i årsværk",
            _ => "tæller ikke i årsværk",
        };

    public static string Fte(double fte) => Danish.Number(fte, 2).TrimEnd('0').TrimEnd(',');

    public static string Ceiling(double ceiling) => Danish.Number(ceiling, ceiling % 1 == 0 ? 0 : 1);

    public static string RoomFor(double room) =>
        room >= 0 ? $"{Danish.Number(Math.Floor(room), 0)} børn" : $"{Danish.Number(Math.Ceiling(-room), 0)} børn over";

    public static string ChildrenOf(string name, int children) =>
        $"{name} har {Danish.Number(children)} {(children == 1 ? "barn" : "børn")}. Se dem.";

    public const string TimeTitle = "Børn pr. årsværk over tid";

    public static string TimeNote(DateOnly first) =>
        $"Børn med aktiv sag pr. årsværk ved hver måneds udgang, siden den første sag i {first.ToString("MMMM yyyy", Danish.Culture)}.";

    public static string TimeOf(string place) => $"Børn pr. årsværk, {place}";

    public const string Ceilings = "loft";
    public const string AsTable = "Vis de samme tal som tabel, nyeste øverst";
    public const string TimeCaption = "Aktive sager, børn og årsværk ved hver måneds udgang";
    public const string Month = "Dag";
    public const string ActiveCases = "Aktive sager";
    public const string UnassignedHead = "Uden rådgiver";

    public const string How = "Sådan regnes det";
    public static readonly string[] Rules =
    [
        "Sagstallet er antallet af børn med en aktiv sag på dagen, delt med summen af årsværk for dem, der er ansat som rådgiver "
            + "den dag. Et barn med flere sager tæller én gang. En sag er aktiv fra den dag, den åbnes, til og med den dag, den lukkes.",
        "For et team: børn med en aktiv sag, der på dagen er tildelt en, som er ansat i teamet, uanset rolle, delt med teamets "
            + "årsværk af rådgivere. Et barn kan tælle i to team. Har teamet ingen rådgivere den dag, regnes tallet ikke ud.",
        "For en medarbejder: børn med en aktiv sag, der er tildelt medarbejderen på dagen. En medarbejders loft er teamets loft "
            + "gange medarbejderens årsværk.",
        "Uden rådgiver er aktive sager, som ingen har på dagen. Børnene tæller med i hele kommunens tal, men ikke i noget team.",
    ];
}
