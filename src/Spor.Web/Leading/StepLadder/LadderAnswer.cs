using Spor.Children;
using Spor.Facts;
using Spor.Figures;
using Spor.Figures.Disclosure;
using Spor.Figures.Engine;
using Spor.Interventions;
using Spor.Workforce;

namespace Spor.Web.Leading.StepLadder;

/// <summary>What the page is asked for.</summary>
public sealed record LadderQuestion(DateOnly Day, DateOnly Baseline, long? District = null, long? Team = null, TargetGroup? Group = null)
{
    /// <summary>What the page asks before anything is chosen: the whole municipality, against a year before.</summary>
    public static LadderQuestion Plain(DateOnly day) => new(day, day.AddMonths(-12));

    /// <summary>What is published nearest to the question: month-ends, a run of months between them, one division.</summary>
    public LadderQuestion Nearest(PublicPeriods periods)
    {
        var day = periods.NearestDay(Day);
        var months = Math.Max(1, (day.Year - Baseline.Year) * 12 + day.Month - Baseline.Month);
        return new(
            day,
            PublicPeriods.Run(day, periods.NearestLength(day, months)).After,
            Team is null ? District : null,
            Team,
            Team is null && District is null ? Group : null
        );
    }

    /// <summary>As many days, or whole months, that ended where these begin: what happened then is held against what happened
    /// now.</summary>
    public LadderQuestion PeriodBefore =>
        this with
        {
            Day = Baseline,
            Baseline =
                IsMonthEnd(Day) && IsMonthEnd(Baseline)
                    ? Baseline.AddDays(1).AddMonths(-((Day.Year - Baseline.Year) * 12 + Day.Month - Baseline.Month)).AddDays(-1)
                    : Baseline.AddDays(Baseline.DayNumber - Day.DayNumber),
        };

    static bool IsMonthEnd(DateOnly day) => day.AddDays(1).Day == 1;

    /// <summary>The children counted, as of <see cref="Day"/>, with or without a case.</summary>
    public Workforce.Group Who => new(Team, District, Group);

    public FigurePeriod Period => new(Baseline, Day);
}

/// <summary>Children placed, under the form of their highest-step placement.</summary>
public readonly record struct PlacementMix(int Foster, int Institution, int Own)
{
    /// <summary>2.6: foster ÷ (foster + institution), in whole percent; null without either.</summary>
    public int? FamilySharePercent =>
        Foster + Institution == 0 ? null : (int)Math.Round(100m * Foster / (Foster + Institution), MidpointRounding.AwayFromZero);
    public int Total => Foster + Institution + Own;
}

/// <summary>How the goals of some children went: how many, of how many children, and the mean change of score.</summary>
public readonly record struct Progress(int Goals, int Children, double? Mean);

/// <summary>The figures of the ladder page for one question, each asked of the engine.</summary>
public sealed class LadderAnswer
{
    static readonly IReadOnlyList<Figure> Asked =
    [
        LadderFigures.Movements,
        LadderFigures.MovedDown,
        LadderFigures.MovedUp,
        GoalFigures.Down.Goals,
        GoalFigures.Down.Change,
        GoalFigures.Stayed.Goals,
        GoalFigures.Stayed.Change,
        GoalFigures.Up.Goals,
        GoalFigures.Up.Change,
        PlacementFigures.FormMoves,
        PlacementFigures.NewPlacements,
        PlacementFigures.MonthsPlaced,
        PlacementFigures.PlacedAYearBefore,
        PlacementFigures.NoLongerPlaced,
        PlacementFigures.FullYear,
        RequirementFigures.FollowUps,
        RequirementFigures.FollowUpsOfLaw,
        RequirementFigures.FollowUpsOfModel,
    ];
    static readonly IReadOnlyList<Figure> AskedOfTeam = [WorkforceFigures.CaseloadPerFte, WorkforceFigures.Ceiling];

    /// <summary>The answers that a snapshot keeps.</summary>
    const int Most = 64;
    static readonly Derived<LadderQuestion, LadderAnswer> Answers = new(
        Most,
        (s, q) => new(s.Get(KeyFigures.Engine), q, () => s.Get(PublishedTables.Of))
    );

    public static LadderAnswer Of(Snapshot snapshot, LadderQuestion question) => snapshot.Get(Answers, question);

    readonly FigureAnswer answer,
        load,
        loadBefore;
    readonly Lazy<LadderPlan> disclosure;

    /// <param name="tables">What is published; asked for only where something must be hidden.</param>
    public LadderAnswer(FigureEngine engine, LadderQuestion question, Func<PublishedTables> tables)
    {
        Question = question;
        answer = engine.Ask(Asked, [question.Period], question.Who);
        // The load follows the choice of a team, and no other.
        var team = new Workforce.Group(question.Team);
        load = engine.Ask(AskedOfTeam, [question.Period], team);
        loadBefore = engine.Ask(AskedOfTeam, [new FigurePeriod(question.Baseline, question.Baseline)], team);
        disclosure = new(() => new(engine, question.Period, tables(), question.Who));
        Movements = LadderFigures.MovesOf(answer);
        (Before, Now) = (new int[Ladder.Steps], new int[Ladder.Steps]);
        for (var a = 0; a < Ladder.Steps; a++)
        for (var b = 0; b < Ladder.Steps; b++)
        {
            Before[a] += Movements[a, b];
            Now[b] += Movements[a, b];
        }
        var forms = LadderPlan.PlacedForms.Count + 1;
        int Sum(PlacementForm form, bool now) =>
            Enumerable
                .Range(0, forms)
                .Sum(other => answer.Count(PlacementFigures.FormMoves, now ? other * forms + (int)form : (int)form * forms + other, 0));
        PlacementMix MixAt(bool now) =>
            new(Sum(PlacementForm.Foster, now), Sum(PlacementForm.Institution, now), Sum(PlacementForm.Own, now));
        (Mix, MixBefore) = (MixAt(true), MixAt(false));
    }

    public LadderQuestion Question { get; }

    /// <summary>Children per step; index 0 = no step.</summary>
    public int[] Now { get; }
    public int[] Before { get; }
    public int[,] Movements { get; }

    /// <summary>The goals of the children who went down, stayed and went up.</summary>
    public (Progress Down, Progress Stayed, Progress Up) Goals =>
        (GoalsOf(GoalFigures.Down), GoalsOf(GoalFigures.Stayed), GoalsOf(GoalFigures.Up));

    Progress GoalsOf((Figure Goals, Figure Change) way) =>
        new(answer.Count(way.Goals), answer.Of(way.Goals).Rests, answer.Of(way.Change).Value);

    public PlacementMix Mix { get; }
    public PlacementMix MixBefore { get; }
    public int NewPlacements => answer.Count(PlacementFigures.NewPlacements);
    public double? MonthsPlaced => answer.Of(PlacementFigures.MonthsPlaced).Value;
    public (int NotPlaced, int Before) NotPlacedAYearAfter =>
        (answer.Count(PlacementFigures.NoLongerPlaced), answer.Count(PlacementFigures.PlacedAYearBefore));
    public double FullYearLastYear => answer.Of(PlacementFigures.FullYear).Value ?? 0;
    public int ChildrenPlacedLastYear => answer.Of(PlacementFigures.FullYear).Rests;

    /// <summary>Follow-ups held in time, in percent.</summary>
    public Answered FollowUps => answer.Of(RequirementFigures.FollowUps);
    public Answered ByLaw => answer.Of(RequirementFigures.FollowUpsOfLaw);
    public Answered ByModel => answer.Of(RequirementFigures.FollowUpsOfModel);

    /// <summary>Of the chosen team, or the municipality: children per full-time equivalent.</summary>
    public Answered Load => load.Of(WorkforceFigures.CaseloadPerFte);
    public Answered LoadBefore => loadBefore.Of(WorkforceFigures.CaseloadPerFte);
    public double? Ceiling => load.Of(WorkforceFigures.Ceiling).Value;

    public int Down => answer.Count(LadderFigures.MovedDown);
    public int Up => answer.Count(LadderFigures.MovedUp);
    public int OnLadder => Now[1..].Sum();
    public int OnLadderBefore => Before[1..].Sum();

    /// <summary>What those who may not see the children behind must not see.</summary>
    public LadderPlan Disclosure => disclosure.Value;
}
