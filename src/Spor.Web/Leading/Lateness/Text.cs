using Spor.Kernel;
using Spor.Web.Leading.Management;

namespace Spor.Web.Leading.Lateness;

/// <summary>The Danish of days late.</summary>
static class Text
{
    public const string Title = "Dage over fristen";
    public const string ByLabel = "Del op efter";
    public const string FormLabel = "Vælg periode, og hvordan tallene deles op";
    public const string Show = "Vis";
    public const string Reset = "Nulstil";
    public const string RuleHead = "Krav";
    public const string NoTeam = "Intet team";
    public const string Nobody = "Ingen rådgiver";
    public const string Empty = "Der var ingen krav med frist i perioden.";

    public const string Withheld =
        "Hvor mange dage kravene var for sent, vises kun for den, der må se børnene. Hvor mange der blev holdt til tiden, står i "
        + "Ledelsesinformation.";

    public const string Note =
        "Et krav hører til den, der havde sagen den dag, fristen var; havde to den, tæller det hos begge. Medianen er det midterste "
        + "antal dage: lige mange krav var mere og mindre forsinket. Et krav, der skal holdes igen og igen, tæller hver gang.";

    public static string Lede(ManagementQuery q) =>
        $"Krav med frist fra {Management.Text.Period(q.Now)}, og hvor mange dage de blev for sent. Som det er kendt {Danish.Long(q.To)}.";

    public static string Whose(bool all) => all ? "Alle børn." : "Kun de børn, du må se.";

    public static string Name(LateBy by) =>
        by switch
        {
            LateBy.Team => "team",
            LateBy.Caseworker => "rådgiver",
            _ => "krav",
        };

    public static string GroupHead(LateBy by) => by == LateBy.Team ? "Team" : "Rådgiver";

    public static IReadOnlyList<string> Heads { get; } =
    ["Frister", "Til tiden", "Opfyldt for sent", "Dage for sent, median", "Ikke opfyldt", "Dage over fristen, median"];
}
