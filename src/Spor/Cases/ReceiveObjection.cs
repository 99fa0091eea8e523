using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Law;
using Spor.Verbs;

namespace Spor.Cases;

/// <summary>Somebody objects, or asks for something to be put right; the clock begins.</summary>
public sealed record ReceiveObjection(long ChildId, ObjectionKind Kind, DateOnly ReceivedOn, string? AskedBy, string? About)
    : IAboutChild,
        ICommand<ReceiveObjection>
{
    public static Verb<ReceiveObjection> Verb { get; } =
        new("receive-objection", Capability.Casework, (c, now) => ObjectionRules.Receive(c, now.Today, now.NewId()));
}

/// <summary>The person was answered, with reasons.</summary>
public sealed record AnswerObjection(long ChildId, long ObjectionId, DateOnly AnsweredOn, ObjectionOutcome? Outcome, string? Answer)
    : IAboutChild,
        ICommand<AnswerObjection>
{
    public static Verb<AnswerObjection> Verb { get; } =
        new(
            "answer-objection",
            Capability.Casework,
            (c, now) => ObjectionRules.Answer(c, ObjectionRules.Of(c.ChildId, c.ObjectionId, now), now.Today)
        )
        {
            Shown = (c, now) => ObjectionRules.Of(c.ChildId, c.ObjectionId, now),
        };
}

public static class ObjectionRules
{
    public static Decision Receive(ReceiveObjection c, DateOnly today, long id)
    {
        var wrong = new List<Refusal>();
        if (c.ReceivedOn > today)
            wrong.Add(new("day-in-future", nameof(c.ReceivedOn)));
        if (c.AskedBy is null)
            wrong.Add(new("objection-without-person", nameof(c.AskedBy)));
        if (c.About is null)
            wrong.Add(new("objection-without-subject", nameof(c.About)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        return new Recorded(
            FactKinds.Objection,
            new ObjectionFact
            {
                Id = id,
                ChildId = c.ChildId,
                Kind = c.Kind,
                ReceivedOn = c.ReceivedOn,
                AskedBy = c.AskedBy,
                About = c.About,
            }
        );
    }

    /// <summary>The objection, if it is the child's, with its texts opened.</summary>
    internal static ObjectionFact? Of(long child, long id, Now now) =>
        now.Facts.FindOpened<ObjectionFact>(id) is { } found && found.ChildId == child ? found : null;

    /// <param name="objection">With its texts opened; null if it is not the child's.</param>
    public static Decision Answer(AnswerObjection c, ObjectionFact? objection, DateOnly today)
    {
        if (objection is null)
            return new Refusal("thing-not-there");
        if (objection.AnsweredOn is not null)
            return new Refusal("objection-answered");
        var wrong = new List<Refusal>();
        if (c.AnsweredOn > today)
            wrong.Add(new("day-in-future", nameof(c.AnsweredOn)));
        if (c.AnsweredOn < objection.ReceivedOn)
            wrong.Add(new("objection-answer-before", nameof(c.AnsweredOn)));
        if (c.Outcome is null)
            wrong.Add(new("objection-without-outcome", nameof(c.Outcome)));
        if (c.Answer is null)
            wrong.Add(new("objection-without-answer", nameof(c.Answer)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        var row = (ObjectionFact)objection.Copy();
        (row.AnsweredOn, row.Outcome, row.Answer) = (c.AnsweredOn, c.Outcome, c.Answer);
        return new Corrected(FactKinds.Objection, row);
    }

    /// <summary>The last day to answer on (databeskyttelsesforordningen, article 12, 3).</summary>
    public static DateOnly DueOn(DateOnly received) => received.AddMonths(Duties.On(Duties.Objection, received).Months);
}
