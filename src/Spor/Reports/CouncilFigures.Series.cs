using System.Globalization;
using Spor.Facts;
using Spor.Figures;
using Spor.Figures.Engine;
using Spor.Interventions;
using Spor.Notifications;
using Spor.Requirements;

namespace Spor.Reports;

/// <summary>What the report counts, and the cells of published figures that each count is told by.</summary>
public sealed partial class CouncilFigures
{
    // These stand in one file and before what is made of them: static fields are set in the order they are written.
    public static readonly IReadOnlyList<(string Key, Notifier[] Notifiers)> NotifierGroups =
    [
        ("school", [Notifier.School, Notifier.DayCare]),
        ("health", [Notifier.HealthVisitor, Notifier.Hospital, Notifier.Doctor]),
        ("authority", [Notifier.Police, Notifier.Municipality]),
        ("family", [Notifier.Parent, Notifier.ChildItself, Notifier.Citizen]),
        ("other", [Notifier.Anonymous, Notifier.Other]),
    ];

    /// <summary>The law's requirements; the model's own are told together.</summary>
    public static readonly IReadOnlyList<Rule> LawRules = RequirementFigures.RulesOf(law: true, all: false);
    static readonly IReadOnlyList<Rule> ModelRules = RequirementFigures.RulesOf(law: false, all: false);

    public static readonly IReadOnlyList<PlacementForm> Forms = [PlacementForm.Foster, PlacementForm.Institution, PlacementForm.Own];

    /// <summary>One kind of children, seen from one day with its period.</summary>
    internal readonly record struct Seen(ChildKind Kind, int Question, int Period)
    {
        public int Adds(Figure figure) => (int)Kind.Adds(figure, Question, Period);

        public int AddsTo(Figure figure, int part) => (int)Kind.AddsTo(figure, part, Question, Period);
    }

    /// <param name="Of">What a child adds.</param>
    /// <param name="Cells">The cells of published figures that it is made of: it is told where all of them are.</param>
    /// <param name="AddsUp">Two periods after each other give its sum.</param>
    internal sealed record Series(
        string Key,
        Func<Seen, int> Of,
        bool IsPeriod,
        IReadOnlyList<(Figure Figure, string? Part)> Cells,
        bool AddsUp = true,
        bool Published = true
    );

    internal static readonly Series[] All = [.. MakeSeries()];

    static IEnumerable<Series> MakeSeries()
    {
        static Func<Seen, int> One(Figure figure) => s => s.Adds(figure);
        static Series Whole(string key, Figure figure, bool isPeriod, bool addsUp = true) =>
            new(key, One(figure), isPeriod, [(figure, null)], addsUp);
        yield return Whole("case", CaseFigures.ChildrenWithCase, false);
        yield return Whole("ladder", LadderFigures.OnLadder, false);
        for (var i = 1; i < Ladder.Steps; i++)
        {
            var step = i;
            yield return new(
                $"step-{step}",
                s => s.AddsTo(LadderFigures.OnLadder, step - 1),
                false,
                [(LadderFigures.OnLadder, step.ToString(CultureInfo.InvariantCulture))]
            );
        }
        yield return Whole("placed", PlacementFigures.Placed, false);
        foreach (var form in Forms)
            yield return new(
                $"form-{form}",
                s => s.AddsTo(PlacementFigures.Placed, (int)form - 1),
                false,
                [(PlacementFigures.Placed, form.Danish())]
            );
        yield return Whole("new-placements", PlacementFigures.NewPlacements, true);
        IReadOnlyList<(Figure, string?)> yearAfter = [(PlacementFigures.NotPlacedYearAfter, null)];
        yield return new("placed-year-before", One(PlacementFigures.PlacedAYearBefore), false, yearAfter);
        yield return new("not-placed-year-after", One(PlacementFigures.NoLongerPlaced), false, yearAfter);
        yield return new(
            "still-placed",
            s => s.Adds(PlacementFigures.PlacedAYearBefore) - s.Adds(PlacementFigures.NoLongerPlaced),
            false,
            yearAfter,
            Published: false
        );
        yield return Whole("notifications", NotificationFigures.Notifications, true);
        yield return Whole("notified", NotificationFigures.NotifiedChildren, true, addsUp: false);
        foreach (var (key, of) in NotifierGroups)
            yield return new(
                $"notifications-{key}",
                s => of.Sum(n => s.AddsTo(NotificationFigures.Notifications, (int)n)),
                true,
                [.. of.Select(n => (NotificationFigures.Notifications, (string?)n.Danish()))]
            );
        foreach (
            var (key, rules, cell) in LawRules
                .Select(r => ($"rule-{r}", (IReadOnlyList<Rule>)[r], (RequirementFigures.ComplianceLaw, (string?)r.Danish())))
                .Concat(
                    TargetRules.Select(r =>
                        ($"rule-{r}", (IReadOnlyList<Rule>)[r], (RequirementFigures.ComplianceModel, (string?)r.Danish()))
                    )
                )
                .Append(("law", LawRules, (RequirementFigures.ComplianceLaw, null)))
                .Append(("model", ModelRules, (RequirementFigures.ComplianceModel, null)))
        )
        {
            int Due(Seen s) => rules.Sum(r => s.AddsTo(RequirementFigures.DueByRule, (int)r));
            int InTime(Seen s) => rules.Sum(r => s.AddsTo(RequirementFigures.OnTimeByRule, (int)r));
            yield return new($"due-{key}", Due, true, [cell]);
            yield return new($"late-{key}", s => Due(s) - InTime(s), true, [cell]);
            yield return new($"in-time-{key}", InTime, true, [cell], Published: false);
        }
        yield return Whole("conferences-offered", ConferenceFigures.Offered, true);
        yield return Whole("conferences-accepted", ConferenceFigures.Accepted, true);
        yield return new(
            "conferences-declined",
            s => s.Adds(ConferenceFigures.Offered) - s.Adds(ConferenceFigures.Accepted),
            true,
            [(ConferenceFigures.Accepted, null)],
            Published: false
        );
        yield return Whole("conferences-held", ConferenceFigures.Held, true);
        yield return Whole("cases-opened", CaseFigures.CasesOpened, true);
        yield return Whole("overdue-law", RequirementFigures.OverdueLaw, false);
    }

    /// <summary>Two counts that a share is made of and leaves out: told with it where neither is small, else it would say how
    /// few.</summary>
    static IEnumerable<(string Whole, string Some, string Others)> SharesOf() =>
        LawRules
            .Concat(TargetRules)
            .Select(r => $"rule-{r}")
            .Append("law")
            .Append("model")
            .Select(key => ($"due-{key}", $"in-time-{key}", $"late-{key}"))
            .Append(("placed-year-before", "not-placed-year-after", "still-placed"));
}
