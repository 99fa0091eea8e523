using Spor.Children;
using Spor.Facts;
using Spor.Insight;
using Spor.Interventions;
using Spor.Law;
using Spor.Requirements;

namespace Spor.Web.Leading.StepLadder;

/// <summary>What the page is asked for.</summary>
public sealed record LadderQuestion(DateOnly Day, DateOnly Baseline, long? District = null, long? Team = null, TargetGroup? Group = null)
{
    /// <summary>What the page asks before anything is chosen: the whole municipality, against a year before.</summary>
    public static LadderQuestion Plain(DateOnly day) => new(day, day.AddMonths(-12));

    /// <summary>The children counted, as of <see cref="Day"/>, with or without a case.</summary>
    public Workforce.Group Who => new(Team, District, Group);
}

/// <summary>Requirements due in the period and met on time, and the children they are about.</summary>
public readonly record struct Kept(int OnTime, int Due, int Children)
{
    public int? Percent => Due == 0 ? null : (int)Math.Round(100m * OnTime / Due, MidpointRounding.AwayFromZero);
}

/// <summary>The figures of the ladder page for one question, each by its one function in <c>Insight</c>.</summary>
public sealed class LadderFigures
{
    readonly Lazy<Disclosure> disclosure;

    public required LadderQuestion Question { get; init; }

    /// <summary>Children per step; index 0 = no step.</summary>
    public required int[] Now { get; init; }
    public required int[] Before { get; init; }
    public required int[,] Movements { get; init; }

    /// <summary>The goals of the children who went down, stayed and went up.</summary>
    public required (Progress Down, Progress Stayed, Progress Up) Goals { get; init; }
    public required PlacementMix Mix { get; init; }
    public required PlacementMix MixBefore { get; init; }
    public required int NewPlacements { get; init; }
    public required double? MonthsPlaced { get; init; }
    public required (int NotPlaced, int Before) NotPlacedAYearAfter { get; init; }
    public required double FullYearLastYear { get; init; }
    public required int ChildrenPlacedLastYear { get; init; }
    public required Kept FollowUps { get; init; }
    public required Kept ByLaw { get; init; }
    public required Kept ByModel { get; init; }

    /// <summary>Of the chosen team, or the municipality.</summary>
    public required (int Children, double? PerFte, double? Ceiling) Load { get; init; }
    public required (int Children, double? PerFte) LoadBefore { get; init; }

    public int Down => Ladder.Down(Movements);
    public int Up => Ladder.Up(Movements);
    public int OnLadder => Now[1..].Sum();
    public int OnLadderBefore => Before[1..].Sum();

    /// <summary>What those who may not see the children behind must not see.</summary>
    public Disclosure Disclosure => disclosure.Value;

    LadderFigures(Func<Disclosure> disclosure) => this.disclosure = new(disclosure);

    static readonly Rule[] FollowUpRules = [Rule.FirstFollowUp, Rule.NextFollowUp, Rule.PlacementFollowUp, Rule.PreventiveFollowUp];

    /// <summary>The answers that a snapshot keeps.</summary>
    const int Most = 64;
    static readonly Derived<LadderQuestion, LadderFigures> Answers = new(Most, (s, q) => Of(s.Overview, q));

    public static LadderFigures Of(Snapshot snapshot, LadderQuestion question) => snapshot.Get(Answers, question);

    public static LadderFigures Of(Overview overview, LadderQuestion question)
    {
        var (register, catalogue, a, b) = (overview.Register, overview.Register.Catalogue, question.Baseline, question.Day);
        var children = question.Who.Of(register, b);
        var requirements = Derive
            .Each(children, catalogue, b)
            .Where(r => FollowUpRules.Contains(r.Rule) && a < r.Due && r.Due <= b)
            .ToList();
        Kept KeptOf(Func<Rule, bool> which)
        {
            var rules = FollowUpRules.Where(which).ToArray();
            var kept = Flows.ComplianceIn(requirements, a, b);
            return new(
                rules.Sum(r => kept[(int)r].OnTime),
                rules.Sum(r => kept[(int)r].Due),
                requirements.Where(r => rules.Contains(r.Rule)).Select(r => r.ChildId).Distinct().Count()
            );
        }
        CaseloadAt now = Caseload.At(register, b),
            before = Caseload.At(register, a);
        TeamLoad? Team(CaseloadAt at) => at.Teams.FirstOrDefault(t => t.TeamId == question.Team);
        return new(() => new(children, catalogue, a, b))
        {
            Question = question,
            Now = Ladder.At(children, catalogue, b),
            Before = Ladder.At(children, catalogue, a),
            Movements = Ladder.Movements(children, catalogue, a, b),
            Goals = GoalProgress.ByMovement(children, catalogue, a, b),
            Mix = Placements.MixAt(children, catalogue, b),
            MixBefore = Placements.MixAt(children, catalogue, a),
            NewPlacements = Placements.StartedIn(children, catalogue, a, b),
            MonthsPlaced = Placements.MonthsPlacedAt(children, catalogue, b),
            NotPlacedAYearAfter = Placements.NotPlacedAYearAfter(children, catalogue, b),
            FullYearLastYear = Placements.FullYearIn(children, catalogue, b.Year - 1),
            ChildrenPlacedLastYear = children.Count(c =>
                Courses.Of(c, catalogue).Any(x => x.From.Year < b.Year && x.To.Year >= b.Year - 1)
            ),
            FollowUps = KeptOf(_ => true),
            ByLaw = KeptOf(r => NationalLaw.Of(r, b).IsLaw),
            ByModel = KeptOf(r => !NationalLaw.Of(r, b).IsLaw),
            Load = question.Team is null
                ? (now.Children, now.PerFte, null)
                : (Team(now)?.Children ?? 0, Team(now)?.PerFte, Team(now)?.Ceiling),
            LoadBefore = question.Team is null ? (before.Children, before.PerFte) : (Team(before)?.Children ?? 0, Team(before)?.PerFte),
        };
    }
}
