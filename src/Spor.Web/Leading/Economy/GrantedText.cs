using Spor.Interventions;
using Spor.Kernel;

namespace Spor.Web.Leading.Economy;

/// <summary>The words of the year's cost by law, account, provider, family and child.</summary>
static partial class Text
{
    public const string ByLabel = "Vis efter",
        ShowBy = "Vis",
        ChildrenHead = "Børn",
        GrantedSoFar = "Bevilget, leverede måneder, kr.",
        ActualSoFar = "Bogført, samme måneder, kr.",
        GrantedAhead = "Bevilget resten af året, kr.",
        ExpectedYear = "Bogført og bevilget, kr.",
        UnpricedHead = "Måneder uden pris",
        ToGranted = "Se årets udgift efter lov, konto, leverandør, team, distrikt, familie og barn",
        GrantedWithheld =
            "Tallene vises kun for den, der må se alle børnene bag. Trin, konti og anbringelsesformer står på siden Økonomi, med små tal skjult.",
        GrantedNothing = "Der er ingen indsatser i året.";

    public static string KindName(GrantedKind kind) =>
        kind switch
        {
            GrantedKind.Law => "lov",
            GrantedKind.Account => "konto",
            GrantedKind.Provider => "leverandør",
            GrantedKind.Team => "team",
            GrantedKind.District => "distrikt",
            GrantedKind.Family => "familie",
            _ => "barn",
        };

    public static string KindHead(GrantedKind kind) => kind == GrantedKind.Law ? "Paragraf" : Danish.Capital(KindName(kind));

    public static string GrantedTitle(GrantedKind kind) => "Årets udgift efter " + KindName(kind);

    public static string OfNoneBy(GrantedKind kind) =>
        kind switch
        {
            GrantedKind.Provider => "Uden leverandør, og bogføring uden indsats",
            GrantedKind.Account => "Uden konto, og bogføring uden indsats",
            GrantedKind.Team => "Uden team, og bogføring uden indsats",
            GrantedKind.District => "Uden distrikt, og bogføring uden indsats",
            GrantedKind.Law => "Uden paragraf, og bogføring uden indsats",
            _ => "Bogføring, der ikke hører til en indsats",
        };

    public static string GrantedByNote(GrantedView v) =>
        $"Rækkerne er tilsammen årets prognose for {v.Books.Day.Year}. "
        + (v.Delivered.Count == 0 ? "Regnskabet er ikke leveret for nogen måned. " : $"Regnskabet er leveret for {Between(v.Delivered)}. ")
        + (
            v.Kind is GrantedKind.Team or GrantedKind.District
                ? $"Et barns indsatser står under det {KindName(v.Kind)}, barnet hører til {Danish.Long(v.Books.Day)}. "
                : ""
        )
        + "En indsats uden pris er ikke 0, men mangler.";

    /// <summary>The whole number before the first dot, and the act that held when the measure began.</summary>
    public static string? Section(InterventionFact m)
    {
        var dot = m.LegalBasis.IndexOf('.', StringComparison.Ordinal);
        var number = (dot < 0 ? m.LegalBasis : m.LegalBasis[..dot]).Trim();
        return number.Length == 0 ? null : $"§ {number}, {(m.From.Year < 2024 ? "serviceloven" : "barnets lov")}";
    }
}
