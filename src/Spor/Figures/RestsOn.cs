using Spor.Figures.Engine;

namespace Spor.Figures;

/// <summary>
/// Which files of an extract a figure is made of: what was set aside in one of them is missing in it. That a figure is asked of a team or a
/// district rests on those files besides, and a child that is set aside is missing in all.
/// </summary>
public static class RestsOn
{
    const string Children = "boern",
        Cases = "sager",
        Assignments = "tildelinger",
        Employments = "medarbejdere",
        Teams = "teams",
        Districts = "distrikter",
        Measures = "indsatser",
        Catalogue = "ydelser",
        Conferences = "raadslagninger",
        Population = "befolkning";

    static readonly string[] Casework =
    [
        Children,
        Cases,
        "underretninger",
        "udredninger",
        "samtaler",
        "planer",
        "maal",
        "maalinger",
        "afgoerelser",
        Measures,
        "opfoelgninger",
        "tilsyn",
        Catalogue,
        Conferences,
        "stoettepersoner",
    ];

    static readonly Dictionary<Figure, string[]> Files = new()
    {
        [CaseFigures.ActiveCases] = [Children, Cases],
        [CaseFigures.ChildrenWithCase] = [Children, Cases],
        [CaseFigures.Unassigned] = [Children, Cases, Assignments, Employments],
        [WorkforceFigures.CaseloadPerFte] = [Children, Cases, Assignments, Employments, Teams, Districts],
        [WorkforceFigures.Fte] = [Employments, Teams],
        [WorkforceFigures.Ceiling] = [Employments, Teams],
        [CaseFigures.CasesOpened] = [Children, Cases],
        [CaseFigures.CasesClosed] = [Children, Cases],
        [NotificationFigures.Notifications] = [Children, "underretninger"],
        [NotificationFigures.NotifiedChildren] = [Children, "underretninger"],
        [NotificationFigures.RepeatShare] = [Children, "underretninger"],
        [RequirementFigures.ComplianceLaw] = Casework,
        [RequirementFigures.ComplianceModel] = Casework,
        [RequirementFigures.OverdueLaw] = Casework,
        [RequirementFigures.OverdueModel] = Casework,
        [RequirementFigures.OverdueByTeam] = [.. Casework, Assignments, Employments, Teams, Districts],
        [RequirementFigures.MissedLaw] = Casework,
        [RequirementFigures.MissedModel] = Casework,
        [LadderFigures.OnLadder] = [Children, Cases, Measures, Catalogue],
        [LadderFigures.MovedDown] = [Children, Cases, Measures, Catalogue],
        [LadderFigures.MovedUp] = [Children, Cases, Measures, Catalogue],
        [LadderFigures.Movements] = [Children, Cases, Measures, Catalogue],
        [PlacementFigures.Placed] = [Children, Measures, Catalogue],
        [PlacementFigures.FamilyShare] = [Children, Measures, Catalogue],
        [PlacementFigures.NewPlacements] = [Children, Measures, Catalogue],
        [PlacementFigures.MonthsPlaced] = [Children, Measures, Catalogue],
        [PlacementFigures.NotPlacedYearAfter] = [Children, Measures, Catalogue],
        [PlacementFigures.FullYear] = [Children, Measures, Catalogue],
        [ConferenceFigures.Offered] = [Children, Conferences],
        [ConferenceFigures.Accepted] = [Children, Conferences],
        [ConferenceFigures.Held] = [Children, Conferences],
        [ConferenceFigures.PlansApproved] = [Children, Conferences],
        [ConferenceFigures.InNewCases] = [Children, Cases, Conferences],
        [ConferenceFigures.HeldInNewCases] = [Children, Cases, Conferences],
        [ConferenceFigures.PrivateTime] = [Children, Conferences],
        [ConferenceFigures.Replaced] = [Children, Conferences],
        [PlacementFigures.ReturnedHome] = [Children, Measures, Catalogue],
        [PlacementFigures.FullYearSoFar] = [Children, Measures, Catalogue],
        [CircumstanceFigures.ByConsent] = [Children, Measures, Catalogue, "afgoerelser"],
        [CircumstanceFigures.ByNearness] = [Children, Measures, Catalogue],
        [CircumstanceFigures.BySection] = [Children, Measures, Catalogue],
        [CircumstanceFigures.SupportPersons] = [Children, "stoettepersoner"],
        [CircumstanceFigures.NetworkMeetings] = [Children, "netvaerksmoeder"],
        [RateFigures.ChildrenWithCase] = [Children, Cases, Population],
        [RateFigures.Notifications] = [Children, "underretninger", Population],
        [RateFigures.Placed] = [Children, Measures, Catalogue, Population],
        [WorkforceFigures.Turnover] = [Employments, Teams],
        [SpendingFigures.InMonth] = [Children, Measures, "priser", Catalogue],
        [SpendingFigures.Unpriced] = [Children, Measures, "priser", Catalogue],
    };

    /// <summary>Without extension, as the import format calls them. A figure that says nothing rests on all that is told of
    /// children.</summary>
    public static IReadOnlyList<string> Of(Figure figure) => Files.GetValueOrDefault(figure) ?? Casework;

    /// <summary>Those of management information that miss something when rows of these files are set aside, in the order of the
    /// page.</summary>
    public static IReadOnlyList<Figure> Touched(IEnumerable<string> files)
    {
        var aside = files.ToHashSet();
        return [.. KeyFigures.All.Where(f => Of(f).Any(aside.Contains))];
    }
}
