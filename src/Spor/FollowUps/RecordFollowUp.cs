using Spor.Access;
using Spor.Assessments;
using Spor.Decisions;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Law;
using Spor.Plans;
using Spor.Verbs;

namespace Spor.FollowUps;

/// <summary>Follows up on a measure (SEL 70, BL 95): what was decided, when the next is, the scores and the voices, in one entry.</summary>
/// <param name="SpokeWithChild">The caseworker spoke with the child: what the child said is then also a conversation (BL 5), without being
/// typed twice.</param>
/// <param name="Tasks">What was agreed in a plan and is found done: ids. Null for none.</param>
/// <param name="SameDay">Saved although there is one of that day already.</param>
public sealed record RecordFollowUp(
    long ChildId,
    long InterventionId,
    DateOnly On,
    FollowUpOutcome Outcome,
    DateOnly? NextBy,
    string? CadenceReason,
    IReadOnlyList<GoalScore> Scores,
    string? ChildsVoice,
    bool SpokeWithChild,
    string? ParentsVoice,
    string? Note,
    bool SameDay = false,
    IReadOnlyList<long>? Tasks = null
) : IAboutChild, ICommand<RecordFollowUp>
{
    public static Verb<RecordFollowUp> Verb { get; } =
        new(
            "record-follow-up",
            Capability.Casework,
            (c, now) => FollowUpRules.Record(c, now.File, now.Catalogue, now.Author.EmployeeId, now.Author.Level, now.Today, now.NewId)
        );
}

public static class FollowUpRules
{
    public static Decision Record(
        RecordFollowUp c,
        ChildFile file,
        Catalogue catalogue,
        long? author,
        AuthorityLevel level,
        DateOnly today,
        Func<long> id
    )
    {
        if (Array.Find(file.Interventions, m => m.Id == c.InterventionId) is not { } measure)
            return new Refusal("thing-not-there");
        var wrong = new List<Refusal>();
        if (c.On > today)
            wrong.Add(new("day-in-future", nameof(c.On)));
        else if (!measure.RunsOn(c.On))
            wrong.Add(new("follow-up-outside-measure", nameof(c.On)));
        else if (!c.SameDay && Array.Exists(file.FollowUps, f => f.InterventionId == measure.Id && f.On == c.On))
            wrong.Add(new("follow-up-same-day", nameof(c.SameDay)));
        CheckCadence(c, file, measure, catalogue, wrong);
        if (!wrong.Exists(r => r.Field is nameof(c.NextBy) or nameof(c.CadenceReason)))
            TooFar(c.On, c.NextBy, c.CadenceReason, level, catalogue.Bounds, wrong);
        if (c.SpokeWithChild && c.ChildsVoice is null)
            wrong.Add(new("childs-voice-missing", nameof(c.ChildsVoice)));
        PlanRules.CheckScores(c.Scores, file, c.On, wrong);
        var ticked = PlanRules.Ticked(c.Tasks ?? [], file, c.On, nameof(c.Tasks), wrong);
        if (wrong.Count > 0)
            return Decision.No(wrong);

        var events = new List<DomainEvent>
        {
            new Recorded(
                FactKinds.FollowUp,
                new FollowUpFact
                {
                    Id = id(),
                    ChildId = file.Id,
                    InterventionId = measure.Id,
                    On = c.On,
                    Outcome = c.Outcome,
                    NextBy = c.NextBy,
                    EmployeeId = author,
                    CadenceReason = c.CadenceReason,
                    ChildsVoice = c.ChildsVoice,
                    ParentsVoice = c.ParentsVoice,
                    Note = c.Note,
                }
            ),
        };
        events.AddRange(ticked);
        events.AddRange(PlanRules.Scored(c.Scores, file, c.On, id));
        if (c.SpokeWithChild)
            events.Add(
                new Recorded(
                    FactKinds.Conversation,
                    new ConversationFact
                    {
                        Id = id(),
                        ChildId = file.Id,
                        On = c.On,
                        Purpose = ConversationPurpose.FollowUp,
                        EmployeeId = author,
                        ChildsWords = c.ChildsVoice,
                    }
                )
            );
        return Decision.Of(events);
    }

    /// <summary>However the cadence was before: far ahead asks why, and very far is for the leader to say.</summary>
    public static void TooFar(DateOnly on, DateOnly? next, string? reason, AuthorityLevel level, Bounds bounds, List<Refusal> wrong)
    {
        if (next > on.AddMonths(bounds.On(on).Number(Parameters.NextFollowUpLeader)!.Value) && level < AuthorityLevel.Leader)
            wrong.Add(new("next-beyond-a-year", nameof(FollowUpFact.NextBy)));
        else if (next > on.AddMonths(bounds.On(on).Number(Parameters.NextFollowUpReason)!.Value) && reason is null)
            wrong.Add(new("next-far-without-reason", nameof(FollowUpFact.CadenceReason)));
    }

    static void CheckCadence(RecordFollowUp c, ChildFile file, InterventionFact measure, Catalogue catalogue, List<Refusal> wrong)
    {
        if (c.NextBy <= c.On)
            wrong.Add(new("next-not-after", nameof(c.NextBy)));
        if (!Cadence.LawApplies(measure, catalogue, c.On))
            return;
        if (Cadence.FixedMonths(c.On, catalogue.Bounds) is > 0 and var months)
        {
            if (c.NextBy > c.On.AddMonths(months))
                wrong.Add(new("next-later-than-law", nameof(c.NextBy)));
            return;
        }
        // What ends has no next time.
        if (c.Outcome == FollowUpOutcome.End)
            return;
        if (c.NextBy is null)
            wrong.Add(new("cadence-not-decided", nameof(c.NextBy)));
        if (c.CadenceReason is not null)
            return;
        if (Cadence.LastDecided(file, measure, catalogue, c.On) is null)
            wrong.Add(new("cadence-without-reason", nameof(c.CadenceReason)));
        else if (c.NextBy > Cadence.Next(file, measure, catalogue, c.On))
            wrong.Add(new("cadence-longer-without-reason", nameof(c.CadenceReason)));
    }
}
