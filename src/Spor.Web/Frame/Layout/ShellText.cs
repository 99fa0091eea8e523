using Spor.Kernel;
using Spor.Web.Access;

namespace Spor.Web.Frame.Layout;

/// <summary>The words around every page.</summary>
static class ShellText
{
    public const string Skip = "Gå til indholdet";
    public const string MainMenu = "Hovedmenu";
    public const string Menu = "Menu";
    public const string Find = "Søg barn";
    public const string FindButton = "Søg";
    public const string Recent = "Senest åbnede børn";
    public const string MinutePassed = " (overskredet)";
    public const string SignOut = "Skift person";
    public const string SignOutOf = "Log ud";

    /// <summary>Follow-ups and visits come round again while nobody holds them.</summary>
    public static string Rounds(int rounds) => $"ikke holdt {Danish.Number(rounds)} gange";

    public static string DemoClock(DateOnly day) => $"Demo med opdigtede mennesker. Uret står på {Danish.Long(day)}";

    public static string DataDay(DateOnly day) => $"Udtrækket beskriver {Danish.Long(day)}, og siderne viser den dag";

    public static string Today(DateOnly day) => $"I dag er det {Danish.Long(day)}";

    /// <summary>12 år; an unborn child has none.</summary>
    public static string Age(Spor.Children.ChildFact child, DateOnly day) =>
        child.Unborn ? $"ufødt, ventes {Danish.Long(child.BornOn)}"
        : child.AgeAt(day) is > 0 and var years ? years + " år"
        : Months(child.BornOn, day);

    /// <summary>8 måneder, 12 dage: of a child in its first year.</summary>
    static string Months(DateOnly born, DateOnly day)
    {
        var months = (day.Year - born.Year) * 12 + day.Month - born.Month - (day.Day < born.Day ? 1 : 0);
        var days = Math.Max(0, day.DayNumber - born.DayNumber);
        return months switch
        {
            > 1 => months + " måneder",
            1 => "1 måned",
            _ => days == 1 ? "1 dag" : days + " dage",
        };
    }

    public static string Entry(long no) => $"registrering nr. {Danish.Number(no)}";

    public static string AsKnown(long entry) => $"Sådan var barnet kendt ved registrering nr. {Danish.Number(entry)}.";

    public const string AsKnownNote = "Det, der er rettet eller skrevet senere, er ikke med. Frister regnes på i dag.";
    public const string ToNewest = "Se barnet, som det er kendt nu";

    public const string AsideHere = "Noget er lagt til side ved importen.";

    public static string AsideFiles(string files) => $"Rækker: {files}.";

    public const string AsideMissing = "De mangler i tallene her. Det, Spor vidste om dem før, står.";
    public const string AsideMissingInThis = "De mangler i dette tal. Det, Spor vidste om dem før, står.";

    public static string AsideFigures(int n) => n == 1 ? "Se, hvilket tal de mangler i" : $"Se, hvilke {Danish.Number(n)} tal de mangler i";

    /// <summary>In a file, which has no page beside it.</summary>
    public static string AsideInFile(string files) =>
        $"Ved importen er rækker lagt til side ({files}). Det, der er lavet af de filer, mangler dem.";

    public static string Arrived(int n) => n == 1 ? "Der er kommet en leverance." : $"Der er kommet {Danish.Number(n)} leverancer.";

    /// <summary>What they would change, or that something is wrong with one.</summary>
    public static string ArrivedRows(IReadOnlyList<Spor.Web.Access.WaitingDelivery> waiting) =>
        waiting.Count(a => a.Errors > 0) is > 0 and var wrong
            ? (wrong == 1 ? "En af dem har fejl." : $"{Danish.Number(wrong)} af dem har fejl.")
        : waiting.Sum(a => a.Rows) is var rows && rows == 1 ? "Den ændrer 1 række, når den tages ind."
        : $"{(waiting.Count == 1 ? "Den" : "De")} ændrer {Danish.Number(waiting.Sum(a => a.Rows))} rækker, når {(waiting.Count == 1 ? "den" : "de")} tages ind.";

    public const string ArrivedLink = "Se, og tag ind";

    public static string SetAside(int rows) =>
        rows == 1
            ? "1 række er lagt til side. Det, Spor vidste før, står"
            : $"{Danish.Number(rows)} rækker er lagt til side. Det, Spor vidste før, står";
}
