using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Interventions;

/// <summary>A supervision visit at the place of placement (BL 156), with a conversation with the child.</summary>
public sealed record RecordVisit(long ChildId, long InterventionId, DateOnly On, bool? SpokeWithChild, string? Present, string? Note)
    : IAboutChild,
        ICommand<RecordVisit>
{
    public static Verb<RecordVisit> Verb { get; } =
        new(
            "record-visit",
            Capability.Casework,
            (c, now) =>
                InterventionRules.Visit(
                    c,
                    now.Facts.Find<InterventionFact>(c.InterventionId),
                    now.Catalogue,
                    now.Author.EmployeeId,
                    now.Today,
                    now.NewId
                )
        );
}

public static partial class InterventionRules
{
    public static Decision Visit(
        RecordVisit c,
        InterventionFact? measure,
        Catalogue catalogue,
        long? employee,
        DateOnly today,
        Func<long> next
    )
    {
        if (measure is null || measure.ChildId != c.ChildId)
            return new Refusal("thing-not-there");
        var wrong = new List<Refusal>();
        if (!Courses.IsPlacement(measure, catalogue))
            wrong.Add(new("not-a-placement"));
        if (c.On > today)
            wrong.Add(new("day-in-future", nameof(c.On)));
        else if (!measure.RunsOn(c.On))
            wrong.Add(new("measure-not-running-then", nameof(c.On)));
        if (c.SpokeWithChild is null)
            wrong.Add(new("choice-missing", nameof(c.SpokeWithChild)));
        if (c.Note is null)
            wrong.Add(new(c.SpokeWithChild == false ? "visit-without-conversation-needs-why" : "visit-note-missing", nameof(c.Note)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        return new Recorded(
            FactKinds.SupervisionVisit,
            new SupervisionVisitFact
            {
                Id = next(),
                ChildId = c.ChildId,
                InterventionId = measure.Id,
                On = c.On,
                SpokeWithChild = c.SpokeWithChild!.Value,
                EmployeeId = employee,
                Present = c.Present,
                Note = c.Note,
            }
        );
    }
}
