using Spor.Access;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Decisions;

/// <summary>What the one with the authority says to a proposal that waits.</summary>
public enum ProposalAnswer
{
    [Code("bevilg")]
    Grant,

    [Code("send tilbage")]
    SendBack,

    [Code("afvis")]
    Reject,

    [Code("træk tilbage")]
    Withdraw,
}

/// <param name="DecidedOn">The day of the decision; of the committee's, the day of its meeting.</param>
/// <param name="From">A new first day of the measure, when the proposed one has passed while it waited.</param>
/// <param name="Answer">Why it was rejected or sent back, or what is added to it.</param>
public sealed record DecideProposal(long ChildId, long ProposalId, ProposalAnswer What, DateOnly? DecidedOn, DateOnly? From, string? Answer)
    : IAboutChild,
        ICommand<DecideProposal>
{
    public static Verb<DecideProposal> Verb { get; } =
        new(
            "decide-proposal",
            Capability.Casework,
            (c, now) =>
            {
                var proposal = now.Facts.FindOpened<DecisionProposalFact>(c.ProposalId);
                // A measure that is corrected keeps the texts it has.
                if (proposal?.GrantForId is { } granted && Array.Find(now.File.Interventions, m => m.Id == granted) is { } measure)
                    now.Facts.Opened(measure);
                return DecisionRules.Decide(c, proposal, now.File, now.Catalogue, now.Actor, now.Today, now.NewId);
            }
        )
        {
            // Whoever answers has seen what is answered.
            Shown = (c, now) => now.Facts.Find<DecisionProposalFact>(c.ProposalId) is { State: ProposalState.Waiting } waits ? waits : null,
        };
}

/// <summary>Says that something a decision left to be done is done.</summary>
public sealed record FinishDuty(long ChildId, long DutyId, DateOnly DoneOn, string? Note) : IAboutChild, ICommand<FinishDuty>
{
    public static Verb<FinishDuty> Verb { get; } =
        new(
            "finish-duty",
            Capability.Casework,
            (c, now) => DecisionRules.Finish(c, now.Facts.Find<DecisionDutyFact>(c.DutyId), now.File, now.Today)
        );
}

public static partial class DecisionRules
{
    /// <param name="proposal">With its texts; null if there is none.</param>
    public static Decision Decide(
        DecideProposal c,
        DecisionProposalFact? proposal,
        ChildFile file,
        Catalogue catalogue,
        Actor actor,
        DateOnly today,
        Func<long> next
    )
    {
        if (proposal is null || proposal.ChildId != c.ChildId)
            return new Refusal("thing-not-there");
        if (
            c.What == ProposalAnswer.Withdraw
                ? proposal.State is not (ProposalState.Waiting or ProposalState.SentBack)
                : proposal.State != ProposalState.Waiting
        )
            return new Refusal("proposal-not-waiting");
        var wrong = new List<Refusal>();
        var own = proposal.ProposedBy is not null && proposal.ProposedBy == actor.EmployeeId;
        if (c.What == ProposalAnswer.Withdraw)
        {
            if (!own && !Authority.Covers(actor.Level, proposal.NeededLevel))
                wrong.Add(new("not-your-authority"));
        }
        else if (!Authority.Covers(actor.Level, proposal.NeededLevel))
            wrong.Add(new("not-your-authority"));
        if (c.What is ProposalAnswer.Reject or ProposalAnswer.SendBack && c.Answer is null)
            wrong.Add(new("answer-missing", nameof(c.Answer)));

        var measure = Array.Find(file.Interventions, m => m.Id == proposal.GrantForId);
        var after = (DecisionProposalFact)proposal.Copy();
        after.Answer = c.Answer;
        if (c.What == ProposalAnswer.Grant)
        {
            if (c.DecidedOn is null)
                wrong.Add(new("day-missing", nameof(c.DecidedOn)));
            after.DecidedOn = c.DecidedOn;
            after.From = c.From ?? after.From;
            if (c.DecidedOn is not null && after.GrantForId is not null)
                wrong.AddRange(GrantGates(after, measure).Select(r => r.Field == nameof(after.From) ? r : r with { Field = null }));
            else if (c.DecidedOn is not null)
            {
                // The form has no field for what the proposal lacks: it is sent back, or done where the gate points.
                wrong.AddRange(
                    Gates
                        .For(after, file, catalogue, today)
                        .Select(r =>
                            r.Field is nameof(after.ProposedOn) ? r with { Field = nameof(c.DecidedOn) }
                            : r.Field is nameof(after.From) ? r
                            : r with { Field = null }
                        )
                );
                ClosedSince(file, today, wrong);
                Replaces(after, file, wrong);
            }
        }
        if (wrong.Count > 0)
            return Decision.No(wrong);
        var events = new List<DomainEvent>();
        if (c.What == ProposalAnswer.Grant && after.GrantForId is not null)
            events.AddRange(GrantedMore(after, measure!, file, actor, c.DecidedOn!.Value, next));
        else if (c.What == ProposalAnswer.Grant)
            events.AddRange(Granted(after, file, catalogue, actor, c.DecidedOn!.Value, next));
        else
        {
            after.State = c.What switch
            {
                ProposalAnswer.SendBack => ProposalState.SentBack,
                ProposalAnswer.Reject => ProposalState.Rejected,
                _ => ProposalState.Withdrawn,
            };
            after.DecidedOn = c.What == ProposalAnswer.Reject ? today : null;
            after.DecidedBy = actor.EmployeeId;
        }
        events.Insert(0, new Corrected(FactKinds.DecisionProposal, after));
        return Decision.Of(events);
    }

    public static Decision Finish(FinishDuty c, DecisionDutyFact? duty, ChildFile file, DateOnly today)
    {
        if (duty is null || duty.ChildId != c.ChildId)
            return new Refusal("thing-not-there");
        var wrong = new List<Refusal>();
        if (duty.DoneOn is not null)
            wrong.Add(new("duty-done-already"));
        if (c.DoneOn > today)
            wrong.Add(new("day-in-future", nameof(c.DoneOn)));
        else if (Array.Find(file.Decisions, d => d.Id == duty.DecisionId) is { } decision && c.DoneOn < decision.On)
            wrong.Add(new("duty-done-before-decision", nameof(c.DoneOn)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        var after = (DecisionDutyFact)duty.Copy();
        (after.DoneOn, after.Note) = (c.DoneOn, c.Note);
        return new Corrected(FactKinds.DecisionDuty, after);
    }
}
