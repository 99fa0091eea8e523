using Spor.Interventions;
using Spor.Kernel;
using Spor.Workforce;

namespace Spor.Web.Day.MyDay;

static class Text
{
    public const string Title = "Min dag";

    public static string Lede(DateOnly day, int children, string team) =>
        Upper(day.ToString("dddd d. MMMM yyyy", Danish.Culture))
        + " · "
        + (children == 1 ? "1 barn" : Danish.Number(children) + " børn")
        + (team.Length > 0 ? " · " + team : "");

    static string Upper(string text) => char.ToUpper(text[0], Danish.Culture) + text[1..];

    public const string Now = "Det, der skal ske nu";
    public const string NowNote =
        "Alle frister udledes af sagens oplysninger. De udfyldte mærker er lovkrav, omrids er kommunens egne krav.";
    public const string Caption = "Overskredne og kommende frister for mine børn, det mest presserende først";
    public const string DueHeading = "Frist";
    public const string ChildHeading = "Barn";
    public const string StepHeading = "Trin";
    public const string RuleHeading = "Krav";
    public const string FulfilsHeading = "Det opfylder kravet";
    public const string Tasks = "Aftaler i planer";
    public const string NoTasks = "Ingen aftaler venter.";
    public const string TasksCaption = "Aftaler i børnenes planer, der ikke er gjort, den første frist øverst";
    public const string TaskHeading = "Aftale";
    public const string WhoHeading = "Hvem";
    public const string TickHeading = "Kryds af";

    public static string Age(int years) => years + " år";

    public static string NothingNow(int days) => $"Intet er overskredet, og intet forfalder de næste {days} dage.";

    public const string NothingAtAll = "Der er ingen åbne frister for dine børn.";
    public const string NoChildren = "Du har ingen børn med en aktiv sag i dag.";

    public static string ShowLater(int later) =>
        later == 1
            ? "Vis også den ene frist, der ligger længere ude"
            : $"Vis også de {Danish.Number(later)} frister, der ligger længere ude";

    public static string OnlyNear(int days) => $"Vis kun overskredne frister og de næste {days} dage";

    public static string MissedCount(int missed) =>
        missed == 1
            ? "1 krav blev ikke opfyldt og kan ikke opfyldes mere"
            : $"{Danish.Number(missed)} krav blev ikke opfyldt og kan ikke opfyldes mere";

    public const string MissedMeans =
        "Fristen er overskredet, og det, kravet handlede om, er slut: indsatsen er ophørt, sagen er lukket, eller afgørelsen er truffet. "
        + "Der er ikke mere at gøre ved dem, så de står ikke på listen. De tæller med i kommunens tal for, hvor mange krav der "
        + "blev opfyldt, og du kan se dem på barnets side.";

    public const string Caseload = "Min sagsmængde";
    public const string NotEmployed = "Du er ikke ansat som rådgiver i dag.";

    public static string CaseloadNote(EmployeeLoad load) =>
        (load.Children == 1 ? "1 barn" : Danish.Number(load.Children) + " børn")
        + $" på {Fte(load.Fte)} årsværk"
        + (load.Ceiling is { } c ? $" · teamets loft er {Danish.Number(c, c % 1 == 0 ? 0 : 1)} pr. årsværk" : " · teamet har intet loft");

    public static string? OverCeiling(EmployeeLoad load) =>
        load.Ceiling is { } c && load.Fte > 0 && load.Children - c * load.Fte is var over and > 0
            ? $"Du har {Danish.Number(over, over % 1 == 0 ? 0 : 1)} {(over == 1 ? "barn" : "børn")} over loftet."
            : null;

    static string Fte(double fte) =>
        Danish.Number(
            fte,
            fte % 1 == 0 ? 0
                : fte * 10 % 1 == 0 ? 1
                : 2
        );

    public const string Ladder = "Mine børn på trappen";
    public const string Covering = "Du dækker for";
    public const string CoveringNote = "Så længe fraværet varer, ser du kollegaens børn og deres frister.";

    public static string CoveringCount(int children, int overdue) =>
        $"{Danish.Number(children)} {(children == 1 ? "barn" : "børn")}, "
        + $"{(overdue == 0 ? "ingen frister overskredet" : overdue == 1 ? "1 frist overskredet" : Danish.Number(overdue) + " frister overskredet")}";

    public const string NotACaseworker = "Min dag er for rådgivere med egne børn. Du har ingen børn selv, så der er intet at vise her.";
    public const string ToDeadlines = "Se alle frister";
    public const string ToLadder = "Se Indsatstrappen";
}
