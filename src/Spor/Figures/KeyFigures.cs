using Spor.Figures.Engine;

namespace Spor.Figures;

/// <summary>The list of figures: a new one is declared in its topic's file and named here.</summary>
public static class KeyFigures
{
    /// <summary>Those of management information, in the order of the page.</summary>
    public static IReadOnlyList<Figure> All { get; } =
    [
        CaseFigures.ActiveCases,
        CaseFigures.ChildrenWithCase,
        CaseFigures.Unassigned,
        WorkforceFigures.CaseloadPerFte,
        WorkforceFigures.Fte,
        WorkforceFigures.Ceiling,
        CaseFigures.CasesOpened,
        CaseFigures.CasesClosed,
        RateFigures.ChildrenWithCase,
        NotificationFigures.Notifications,
        NotificationFigures.NotifiedChildren,
        NotificationFigures.RepeatShare,
        RateFigures.Notifications,
        RequirementFigures.ComplianceLaw,
        RequirementFigures.ComplianceModel,
        RequirementFigures.OverdueLaw,
        RequirementFigures.OverdueModel,
        RequirementFigures.OverdueByTeam,
        RequirementFigures.MissedLaw,
        RequirementFigures.MissedModel,
        RequirementFigures.Backlog,
        LadderFigures.OnLadder,
        LadderFigures.MovedDown,
        LadderFigures.MovedUp,
        LadderFigures.Movements,
        CircumstanceFigures.BySection,
        PlacementFigures.Placed,
        PlacementFigures.FamilyShare,
        PlacementFigures.NewPlacements,
        PlacementFigures.EndedPlacements,
        PlacementFigures.ReturnedHome,
        PlacementFigures.MonthsPlaced,
        PlacementFigures.NotPlacedYearAfter,
        PlacementFigures.FullYear,
        PlacementFigures.FullYearSoFar,
        RateFigures.Placed,
        CircumstanceFigures.ByConsent,
        CircumstanceFigures.ByNearness,
        CircumstanceFigures.SupportPersons,
        ConferenceFigures.Offered,
        ConferenceFigures.Accepted,
        ConferenceFigures.Held,
        ConferenceFigures.PlansApproved,
        ConferenceFigures.InNewCases,
        ConferenceFigures.HeldInNewCases,
        ConferenceFigures.PrivateTime,
        ConferenceFigures.Replaced,
        CircumstanceFigures.NetworkMeetings,
        WorkforceFigures.Turnover,
        SpendingFigures.InMonth,
        SpendingFigures.Unpriced,
    ];

    /// <summary>Those of other pages besides: what is marked of every child.</summary>
    public static IReadOnlyList<Figure> Kept { get; } =
    [
        .. All,
        .. IndicatorFigures.Asked,
        RequirementFigures.DueByRule,
        RequirementFigures.FollowUps,
        RequirementFigures.FollowUpsOfLaw,
        RequirementFigures.FollowUpsOfModel,
        RequirementFigures.OverdueByRule,
        RequirementFigures.MissedByRule,
        WorkforceFigures.ChildrenOfTeams,
        PlacementFigures.FormMoves,
        ConferenceFigures.PrivateTimeUnknown,
        GoalFigures.Down.Goals,
        GoalFigures.Down.Change,
        GoalFigures.Stayed.Goals,
        GoalFigures.Stayed.Change,
        GoalFigures.Up.Goals,
        GoalFigures.Up.Change,
    ];

    public static Figure? Find(string code) => All.FirstOrDefault(f => f.Code == code);

    /// <summary>The engine of a snapshot, which every page asks; made from the one before, of which only blocks with a changed child are
    /// made again.</summary>
    public static Facts.Derived<FigureEngine> Engine { get; } = new((s, before) => EngineOf(s.Register, s.Day, before));

    /// <summary>An engine with every figure's marks.</summary>
    /// <param name="previous">An engine of an earlier register: what has not changed since is taken from it.</param>
    public static FigureEngine EngineOf(Facts.Register register, DateOnly until, FigureEngine? previous = null) =>
        FigureEngine.Of(Kept, register, until, previous);
}
