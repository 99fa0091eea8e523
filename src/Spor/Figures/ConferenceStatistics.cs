using Spor.Conferences;
using Spor.Facts;
using Spor.Figures.Engine;
using Spor.Interventions;
using Spor.Workforce;

namespace Spor.Figures;

public enum SliceKind
{
    All,
    Month,
    Team,
    District,
}

/// <summary>The conferences of a period and a group.</summary>
/// <param name="InNewCases">Of those offered: less than 183 days after a case of the child opened that was active at the offer.</param>
/// <param name="HeldInNewCases">Of those held, whenever they were offered.</param>
/// <param name="PrivateTime">Of those held: the family had its own time without professionals.</param>
/// <param name="PrivateTimeUnknown">Of those held: nobody has said whether it had. An extract does not.</param>
/// <param name="Replaced">Of those held: a measure was not granted, or stopped, because of the family's plan.</param>
public sealed record ConferenceCounts(
    int Offered,
    int Accepted,
    int Held,
    int PlansApproved,
    int InNewCases,
    int HeldInNewCases = 0,
    int PrivateTime = 0,
    int Replaced = 0,
    int PrivateTimeUnknown = 0
)
{
    internal static IReadOnlyList<Figure> Asked { get; } =
    [
        ConferenceFigures.Offered,
        ConferenceFigures.Accepted,
        ConferenceFigures.Held,
        ConferenceFigures.PlansApproved,
        ConferenceFigures.InNewCases,
        ConferenceFigures.HeldInNewCases,
        ConferenceFigures.PrivateTime,
        ConferenceFigures.Replaced,
        ConferenceFigures.PrivateTimeUnknown,
    ];

    internal static ConferenceCounts Of(FigureAnswer? answer, int period = 0) =>
        answer is null
            ? new(0, 0, 0, 0, 0)
            : new(
                answer.Count(ConferenceFigures.Offered, period),
                answer.Count(ConferenceFigures.Accepted, period),
                answer.Count(ConferenceFigures.Held, period),
                answer.Count(ConferenceFigures.PlansApproved, period),
                answer.Count(ConferenceFigures.InNewCases, period),
                answer.Count(ConferenceFigures.HeldInNewCases, period),
                answer.Count(ConferenceFigures.PrivateTime, period),
                answer.Count(ConferenceFigures.Replaced, period),
                answer.Count(ConferenceFigures.PrivateTimeUnknown, period)
            );
}

/// <summary>The whole group, or a month, a team or a district of it, and its conferences.</summary>
/// <param name="Id">Of a team or a district; null for a month, and for children of no district.</param>
public sealed record ConferenceSlice(SliceKind Kind, long? Id, string Name, DateOnly From, DateOnly To, ConferenceCounts Figures);

/// <summary>A measure that the families' plans took the place of.</summary>
public sealed record ReplacedMeasure(string Name, int Step, int Count, int Children);

/// <summary>
/// The step (2.3) of children around the first conference they held in a period: a year before, on the day, a year after. They show what
/// happened and not why. Children whose year has not passed are counted apart.
/// </summary>
/// <param name="Before">Children per step a year before; index 0 = no step.</param>
/// <param name="WaitingBefore">The same of those whose year has not passed.</param>
/// <param name="Down">With a step on the day and a year after, and a lower one after.</param>
/// <param name="WithoutStep">No step on the day, or none a year after.</param>
public sealed record StepsAround(
    int[] Before,
    int[] On,
    int[] After,
    int[] WaitingBefore,
    int[] WaitingOn,
    int Down,
    int Same,
    int Up,
    int WithoutStep
)
{
    public int Passed => On.Sum();
    public int Waiting => WaitingOn.Sum();
}

/// <summary>The three questions of an evaluation.</summary>
public enum EvaluationQuestion
{
    Heard,
    Decided,
    Useful,
}

/// <param name="Count">How many have answered.</param>
/// <param name="Average">From 1 to 5; null without an answer.</param>
/// <param name="Children">How many children's conferences the answers are about.</param>
public sealed record EvaluationFigure(EvaluationQuestion Question, EvaluatedBy By, int Count, double? Average, int Children);

/// <summary>
/// Network conferences in a period (2.17), month by month, by team and by district; the measures they took the place of, the children's
/// steps around them, and what those who were there thought. The counts are the engine's; the rest looks at the few children who have had a
/// conference.
/// </summary>
public sealed class ConferenceStatistics
{
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }
    public required Group Filter { get; init; }
    public required ConferenceSlice All { get; init; }

    /// <summary>Calendar months; the first and the last may be a part of one. The group is as on each month's last day, as in all key
    /// figures.</summary>
    public required IReadOnlyList<ConferenceSlice> Months { get; init; }

    /// <summary>A child may count in two teams.</summary>
    public required IReadOnlyList<ConferenceSlice> Teams { get; init; }

    /// <summary>The last, without an id, is children without a district, if there are any conferences of theirs.</summary>
    public required IReadOnlyList<ConferenceSlice> Districts { get; init; }
    public required IReadOnlyList<ReplacedMeasure> Replaced { get; init; }

    /// <summary>Of those held from <see cref="StepsFrom"/> on: the children of the period itself mostly wait for their year to
    /// pass.</summary>
    public required StepsAround Steps { get; init; }

    /// <summary>The day after a year before the day before the period: those held in (A − 1 year, B].</summary>
    public DateOnly StepsFrom => StepsFromOf(From);

    static DateOnly StepsFromOf(DateOnly from) => from.AddDays(-1).AddYears(-1).AddDays(1);

    public required IReadOnlyList<EvaluationFigure> Evaluations { get; init; }

    /// <summary>The children of the group, on the last day, with a conference at any time.</summary>
    public required IReadOnlyList<ChildFile> Children { get; init; }

    /// <param name="today">What lies after it has not happened: a child's year after must end by then.</param>
    /// <exception cref="ArgumentException">The period ends after the engine's last day.</exception>
    public static ConferenceStatistics Of(FigureEngine engine, DateOnly from, DateOnly to, DateOnly today, Group? filter = null)
    {
        filter ??= Group.None;
        var register = engine.Register;
        // A child in thirteen has had one.
        ChildFile[] children = [.. register.Children.Where(c => c.Conferences.Length > 0 && filter.Has(c, register.Staff, to))];
        var months = new List<FigurePeriod>();
        for (var first = new DateOnly(from.Year, from.Month, 1); first <= to; first = first.AddMonths(1))
        {
            var last = first.AddMonths(1).AddDays(-1);
            months.Add(FigurePeriod.Of(first < from ? from : first, last > to ? to : last));
        }
        var whole = FigurePeriod.Of(from, to);
        var answers = engine.AskAll(
            ConferenceCounts.Asked,
            [
                [whole],
                months,
            ],
            filter
        );
        ConferenceSlice Slice(SliceKind kind, long? id, string name, FigureAnswer? answer) =>
            new(kind, id, name, from, to, ConferenceCounts.Of(answer));
        Dictionary<long, FigureAnswer> By(Division division) =>
            engine.Divide(ConferenceCounts.Asked, [whole], division, filter).ToDictionary(d => d.Id ?? NoDistrict, d => d.Answer);
        var (ofTeams, ofDistricts) = (By(Division.Team), By(Division.District));
        var districts = register
            .Districts.GroupBy(d => d.DistrictId)
            .Where(g => filter.DistrictId is null || filter.DistrictId == g.Key)
            .Select(g => Slice(SliceKind.District, g.Key, g.Last().Name, ofDistricts.GetValueOrDefault(g.Key)))
            .ToList();
        if (
            filter.DistrictId is null
            && Slice(SliceKind.District, null, "", ofDistricts.GetValueOrDefault(NoDistrict))
                is { Figures: { Offered: > 0 } or { Held: > 0 } } none
        )
            districts.Add(none);
        return new()
        {
            From = from,
            To = to,
            Filter = filter,
            Children = children,
            All = Slice(SliceKind.All, null, "", answers[0]),
            Months =
            [
                .. months.Select(
                    (m, i) => new ConferenceSlice(SliceKind.Month, null, "", m.From, m.To, ConferenceCounts.Of(answers[1], i))
                ),
            ],
            Teams =
            [
                .. Caseload
                    .TeamsOn(register, to)
                    .Where(t => filter.TeamId is null || filter.TeamId == t.Id)
                    .Select(t => Slice(SliceKind.Team, t.Id, t.Name, ofTeams.GetValueOrDefault(t.Id))),
            ],
            Districts = districts,
            Replaced = ReplacedIn(children, register.Catalogue, from, to),
            Steps = StepsIn(children, register.Catalogue, StepsFromOf(from), to, today),
            Evaluations = EvaluationsIn(children, from, to),
        };
    }

    /// <summary>In place of an id: the children of no district.</summary>
    const long NoDistrict = -1;

    static bool HeldIn(NetworkConferenceFact c, DateOnly a, DateOnly b) => a <= c.HeldOn && c.HeldOn <= b;

    /// <summary>Of conferences held in [a, b]: the measures their plans took the place of, by name, the commonest first.</summary>
    public static IReadOnlyList<ReplacedMeasure> ReplacedIn(IEnumerable<ChildFile> children, Catalogue catalogue, DateOnly a, DateOnly b) =>
        [
            .. children
                .SelectMany(f =>
                    f.Conferences.Where(c => HeldIn(c, a, b) && ConferenceFigures.ReplacedMeasure(c))
                        .Select(c => (Child: f.Id, Row: RowOf(f, c, catalogue)))
                )
                .GroupBy(r => r.Row)
                .Select(g => new ReplacedMeasure(g.Key.Name, g.Key.Step, g.Count(), g.Select(r => r.Child).Distinct().Count()))
                .OrderByDescending(r => r.Count)
                .ThenBy(r => r.Step)
                .ThenBy(r => r.Name, StringComparer.Ordinal),
        ];

    static (string Name, int Step) RowOf(ChildFile file, NetworkConferenceFact c, Catalogue catalogue)
    {
        var code = c.ReplacedMeasureCode ?? Array.Find(file.Interventions, i => i.Id == c.ReplacedInterventionId)?.Code ?? "";
        return catalogue.On(code, c.HeldOn!.Value) is { } row ? (row.Name, row.Step) : (code, 0);
    }

    /// <summary>Of children with a conference held in [a, b]: the first of them.</summary>
    public static StepsAround StepsIn(IEnumerable<ChildFile> children, Catalogue catalogue, DateOnly a, DateOnly b, DateOnly today)
    {
        int[] before = new int[Ladder.Steps],
            on = new int[Ladder.Steps],
            after = new int[Ladder.Steps],
            waitingBefore = new int[Ladder.Steps],
            waitingOn = new int[Ladder.Steps];
        int down = 0,
            same = 0,
            up = 0,
            without = 0;
        foreach (var file in children)
        {
            if (file.Conferences.Where(c => HeldIn(c, a, b)).Min(c => c.HeldOn) is not { } day)
                continue;
            int was = Ladder.StepAt(file, catalogue, day.AddYears(-1)),
                step = Ladder.StepAt(file, catalogue, day);
            if (day.AddYears(1) > today)
            {
                waitingBefore[was]++;
                waitingOn[step]++;
                continue;
            }
            var then = Ladder.StepAt(file, catalogue, day.AddYears(1));
            before[was]++;
            on[step]++;
            after[then]++;
            if (step == 0 || then == 0)
                without++;
            else if (then < step)
                down++;
            else if (then > step)
                up++;
            else
                same++;
        }
        return new(before, on, after, waitingBefore, waitingOn, down, same, up, without);
    }

    /// <summary>What was answered, whenever it was, about conferences held in [a, b].</summary>
    public static IReadOnlyList<EvaluationFigure> EvaluationsIn(IEnumerable<ChildFile> children, DateOnly a, DateOnly b)
    {
        var given = children
            .SelectMany(f => f.Evaluations.Where(e => Array.Exists(f.Conferences, c => c.Id == e.ConferenceId && HeldIn(c, a, b))))
            .ToList();
        return
        [
            .. Enum.GetValues<EvaluationQuestion>()
                .SelectMany(q =>
                    Codes<EvaluatedBy>.All.Select(by =>
                    {
                        var answers = given
                            .Where(e => e.By == by)
                            .Select(e => (e.ChildId, Score: Score(e, q)))
                            .Where(e => e.Score is not null)
                            .ToList();
                        return new EvaluationFigure(
                            q,
                            by,
                            answers.Count,
                            answers.Count == 0 ? null : answers.Average(e => e.Score),
                            answers.Select(e => e.ChildId).Distinct().Count()
                        );
                    })
                ),
        ];
    }

    static int? Score(ConferenceEvaluationFact e, EvaluationQuestion q) =>
        q switch
        {
            EvaluationQuestion.Heard => e.Heard,
            EvaluationQuestion.Decided => e.Decided,
            _ => e.Useful,
        };
}
