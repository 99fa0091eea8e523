using Spor.Conferences;
using Spor.Facts;
using Spor.Interventions;
using Spor.Workforce;

namespace Spor.Insight;

public enum SliceKind
{
    All,
    Month,
    Team,
    District,
}

/// <summary>The whole group, or a month, a team or a district of it, and its conferences.</summary>
/// <param name="Id">Of a team or a district; null for a month.</param>
/// <param name="Children">The children with a conference at any time, of the group as <see cref="KeyFigures"/> picks it on the last day.</param>
public sealed record ConferenceSlice(
    SliceKind Kind,
    long? Id,
    string Name,
    DateOnly From,
    DateOnly To,
    IReadOnlyList<ChildFile> Children,
    ConferenceFigures Figures
);

/// <summary>A measure that the families' plans took the place of.</summary>
public sealed record ReplacedMeasure(string Name, int Step, int Count, int Children);

/// <summary>
/// The step (2.3) of children around the first conference they held in a period: a year before, on the day, a year after. They show what happened and
/// not why. Children whose year has not passed are counted apart.
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
/// Network conferences in a period (2.17), month by month, by team and by district; the measures they took the place of, the children's steps around them,
/// and what those who were there thought. A pure function of the register: each count is <see cref="Flows.ConferencesIn"/>.
/// </summary>
public sealed class ConferenceStatistics
{
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }
    public required Group Filter { get; init; }
    public required ConferenceSlice All { get; init; }

    /// <summary>Calendar months; the first and the last may be a part of one. The group is as on each month's last day, as in all key figures.</summary>
    public required IReadOnlyList<ConferenceSlice> Months { get; init; }

    /// <summary>A child may count in two teams.</summary>
    public required IReadOnlyList<ConferenceSlice> Teams { get; init; }

    /// <summary>The last, without an id, is children without a district, if there are any conferences of theirs.</summary>
    public required IReadOnlyList<ConferenceSlice> Districts { get; init; }
    public required IReadOnlyList<ReplacedMeasure> Replaced { get; init; }

    /// <summary>Of those held from <see cref="StepsFrom"/> on: the children of the period itself mostly wait for their year to pass.</summary>
    public required StepsAround Steps { get; init; }

    /// <summary>The day after a year before the day before the period: those held in (A − 1 year, B].</summary>
    public DateOnly StepsFrom => StepsFromOf(From);

    static DateOnly StepsFromOf(DateOnly from) => from.AddDays(-1).AddYears(-1).AddDays(1);

    public required IReadOnlyList<EvaluationFigure> Evaluations { get; init; }

    /// <param name="today">What lies after it has not happened: a child's year after must end by then.</param>
    public static ConferenceStatistics Of(Register register, DateOnly from, DateOnly to, DateOnly today, Group? filter = null)
    {
        filter ??= Group.None;
        // A child in thirteen has had one; the others change no count, and there are many groups to find.
        var asked = register.Children.Where(c => c.Conferences.Length > 0).ToArray();
        IReadOnlyList<ChildFile> Of(Group of, DateOnly day)
        {
            if (of.IsNone)
                return asked;
            return [.. asked.Where(c => of.Has(c, register.Staff, day))];
        }
        ConferenceSlice Slice(SliceKind kind, long? id, string name, DateOnly a, DateOnly b, IReadOnlyList<ChildFile> children) =>
            new(kind, id, name, a, b, children, Flows.ConferencesIn(children, a.AddDays(-1), b));
        ConferenceSlice Whole(SliceKind kind, long? id, string name, Group of) => Slice(kind, id, name, from, to, Of(of, to));
        var all = Whole(SliceKind.All, null, "", filter);
        var months = new List<ConferenceSlice>();
        for (var first = new DateOnly(from.Year, from.Month, 1); first <= to; first = first.AddMonths(1))
        {
            DateOnly a = first < from ? from : first,
                last = first.AddMonths(1).AddDays(-1),
                b = last > to ? to : last;
            months.Add(Slice(SliceKind.Month, null, "", a, b, Of(filter, b)));
        }
        var districts = register
            .Districts.GroupBy(d => d.DistrictId)
            .Select(g => (Id: g.Key, g.Last().Name))
            .Where(d => filter.DistrictId is null || filter.DistrictId == d.Id)
            .Select(d => Whole(SliceKind.District, d.Id, d.Name, filter with { DistrictId = d.Id }))
            .ToList();
        var known = districts.Select(d => d.Id).ToHashSet();
        if (
            filter.DistrictId is null
            && Slice(SliceKind.District, null, "", from, to, [.. all.Children.Where(c => !known.Contains(c.Child.DistrictId))])
                is { Figures: { Offered: > 0 } or { Held: > 0 } } none
        )
            districts.Add(none);
        return new()
        {
            From = from,
            To = to,
            Filter = filter,
            All = all,
            Months = months,
            Teams =
            [
                .. KeyFigures
                    .TeamsOn(register, to)
                    .Where(t => filter.TeamId is null || filter.TeamId == t.Id)
                    .Select(t => Whole(SliceKind.Team, t.Id, t.Name, filter with { TeamId = t.Id })),
            ],
            Districts = districts,
            Replaced = ReplacedIn(all.Children, register.Catalogue, from, to),
            Steps = StepsIn(all.Children, register.Catalogue, StepsFromOf(from), to, today),
            Evaluations = EvaluationsIn(all.Children, from, to),
        };
    }

    static bool HeldIn(NetworkConferenceFact c, DateOnly a, DateOnly b) => a <= c.HeldOn && c.HeldOn <= b;

    /// <summary>Of conferences held in [a, b]: the measures their plans took the place of, by name, the commonest first.</summary>
    public static IReadOnlyList<ReplacedMeasure> ReplacedIn(IEnumerable<ChildFile> children, Catalogue catalogue, DateOnly a, DateOnly b) =>
        [
            .. children
                .SelectMany(f =>
                    f.Conferences.Where(c => HeldIn(c, a, b) && Flows.ReplacedMeasure(c))
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
