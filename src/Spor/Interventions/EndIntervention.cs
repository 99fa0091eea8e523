using Spor.Access;
using Spor.Decisions;
using Spor.Facts;
using Spor.Kernel;
using Spor.Law;
using Spor.Verbs;

namespace Spor.Interventions;

/// <summary>What comes after a measure.</summary>
public enum NextStep
{
    [Code("ingen indsats")]
    None,

    [Code("en lavere indsats")]
    Lower,

    [Code("en anden indsats")]
    Other,
}

/// <summary>Ends a measure with its result and the next step. The next measure may start in the same entry.</summary>
/// <param name="To">The last day.</param>
/// <param name="Start">The measure that follows, from the day after; null if none starts here.</param>
public sealed record EndIntervention(
    long ChildId,
    long InterventionId,
    DateOnly To,
    EndResult Result,
    NextStep Next,
    string? Note,
    StartIntervention? Start
) : IAboutChild, ICommand<EndIntervention>
{
    public static Verb<EndIntervention> Verb { get; } =
        new(
            "end-intervention",
            Capability.Casework,
            (c, now) =>
            {
                StartIntervention.Open(c.Start?.DecisionId, now);
                return InterventionRules.End(
                    c,
                    now.Facts.FindOpened<InterventionFact>(c.InterventionId),
                    now.File,
                    now.Catalogue,
                    now.Actor,
                    now.Today,
                    now.NewId
                );
            }
        )
        {
            Shown = (c, now) => now.Facts.Find<InterventionFact>(c.InterventionId),
        };
}

public static partial class InterventionRules
{
    /// <param name="measure">With its texts; null if there is none.</param>
    public static Decision End(
        EndIntervention c,
        InterventionFact? measure,
        ChildFile file,
        Catalogue catalogue,
        Actor actor,
        DateOnly today,
        Func<long> next
    )
    {
        if (measure is null || measure.ChildId != c.ChildId)
            return new Refusal("thing-not-there");
        var wrong = new List<Refusal>();
        // The last day of a placement is known ahead when the child goes home in a period; how it went is said when it is over.
        if (measure is { To: not null, Result: not null })
            wrong.Add(new("measure-ended-already"));
        if (c.To > today)
            wrong.Add(new("day-in-future", nameof(c.To)));
        if (c.To < measure.From)
            wrong.Add(new("end-before-start", nameof(c.To)));
        if (
            c.Next != NextStep.Other
            && Courses.IsPlacement(measure, catalogue)
            && file.Child.AgeAt(c.To) < AdultAge
            && !Array.Exists(file.Returns, r => r.InterventionId == measure.Id)
            && !Array.Exists(file.Interventions, m => m.Id != measure.Id && Courses.IsPlacement(m, catalogue) && m.RunsOn(c.To.AddDays(1)))
        )
            wrong.Add(new("return-home-not-decided", nameof(c.Next)));
        Beginning? follows = null;
        if (c.Start is { } start)
        {
            if (c.Next == NextStep.None)
                wrong.Add(new("next-step-says-none", nameof(c.Next)));
            // Seen from the day after, when this one no longer runs.
            var step = Math.Max(1, catalogue.On(measure.Code, c.To)?.Step ?? 1);
            follows = Started(
                start with
                {
                    From = c.To.AddDays(1),
                    FollowsId = measure.Id,
                },
                file,
                catalogue,
                Math.Max(step, Ladder.StepAt(file, catalogue, c.To)),
                actor,
                today,
                wrong,
                next
            );
            if (
                follows is { Measure: var after }
                && c.Next == NextStep.Lower
                && catalogue.On(after.Code, after.From) is { } row
                && row.Step >= step
            )
                wrong.Add(new("next-step-not-lower", nameof(c.Next)));
        }
        if (wrong.Count > 0)
            return Decision.No(wrong);
        var ended = (InterventionFact)measure.Copy();
        (ended.To, ended.Result, ended.NextStep, ended.EndNote) = (c.To, c.Result, c.Next.Danish(), c.Note);
        var events = new List<DomainEvent> { new Corrected(FactKinds.Intervention, ended) };
        if (follows is { } begins)
            events.AddRange([new Recorded(FactKinds.Intervention, begins.Measure), .. begins.Granted()]);
        return Decision.Of(events);
    }

    static int AdultAge => DecisionLaw.Of(DecisionKind.YouthSupport, new(2024, 1, 1)).FromAge;
}
