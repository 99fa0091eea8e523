using System.Text.Json.Serialization;
using Spor.Access;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Verbs;
using Spor.Workforce;

namespace Spor.Cases;

/// <summary>A leader or coordinator of the team that is asked says yes or no to a child.</summary>
/// <param name="ToEmployeeId">Another caseworker of the team than the one proposed; null = the one proposed.</param>
/// <param name="Answer">Why not.</param>
/// <param name="NameReason">Why it may be somebody who is called as one of the family is.</param>
public sealed record AnswerHandover(long ChildId, long ProposalId, bool? Yes, long? ToEmployeeId, string? Answer, string? NameReason)
    : IAboutChild,
        ICommand<AnswerHandover>
{
    /// <summary>See <see cref="HandOver.Said"/>.</summary>
    [JsonIgnore]
    public Func<ChildFile, Catalogue, DateOnly, string?> Said { get; init; } = static (_, _, _) => null;

    public static Verb<AnswerHandover> Verb { get; } =
        new(
            "answer-handover",
            new(Capability.Leadership)
            {
                // The child is not theirs yet, and the question is.
                Narrow = static (c, now) =>
                    now.Facts.Find<HandoverProposalFact>(((AnswerHandover)c).ProposalId) is { } p
                    && p.ChildId == ((AnswerHandover)c).ChildId
                    && now.Author.LeadsTeam(p.ToTeamId)
                        ? null
                        : new Refusal("child-not-yours"),
            },
            (c, now) =>
                CaseRules.Answer(
                    c,
                    Proposal(c, now) is { } p ? now.Facts.Opened(p) : null,
                    now.File,
                    now.Facts.All<EmploymentFact>(),
                    now.Author,
                    NamedAlike.In(now.Facts, now.File, now.Staff),
                    file =>
                    {
                        CaseRules.OpenWords(file, now.Facts);
                        return c.Said(file, now.Catalogue, now.Today);
                    },
                    now.Today,
                    now.NewId
                )
        )
        {
            Shown = Proposal,
            OtherName = "decline-handover",
            OtherWhen = (c, _) => c.Yes == false,
            Reason = c => c.NameReason,
        };

    static HandoverProposalFact? Proposal(AnswerHandover c, Now now) =>
        Array.Find(now.File.Of<HandoverProposalFact>(), p => p.Id == c.ProposalId);
}

/// <summary>Those who have the child take the proposal back.</summary>
public sealed record WithdrawHandover(long ChildId, long ProposalId) : IAboutChild, ICommand<WithdrawHandover>
{
    public static Verb<WithdrawHandover> Verb { get; } =
        new(
            "withdraw-handover",
            Capability.Casework,
            (c, now) => CaseRules.TakeBack(Proposal(c, now) is { } p ? now.Facts.Opened(p) : null, now.Author.EmployeeId, now.Today)
        )
        {
            Shown = Proposal,
        };

    static HandoverProposalFact? Proposal(WithdrawHandover c, Now now) =>
        Array.Find(now.File.Of<HandoverProposalFact>(), p => p.Id == c.ProposalId);
}

public static partial class CaseRules
{
    /// <param name="p">With its texts.</param>
    /// <param name="namedAlike">Whether somebody who is employed is called as one of the family is.</param>
    public static Decision Answer(
        AnswerHandover c,
        HandoverProposalFact? p,
        ChildFile file,
        IReadOnlyList<EmploymentFact> employments,
        Author author,
        Func<long, bool> namedAlike,
        Func<ChildFile, string?> openMatters,
        DateOnly today,
        Func<long> id
    )
    {
        if (p is null)
            return new Refusal("thing-not-there");
        if (p.State != HandoverState.Waiting)
            return new Refusal("handover-answered-already");
        if (c.Yes is not { } yes)
            return new Refusal("choice-missing", nameof(c.Yes));
        var answered = Changed(
            p,
            x =>
            {
                x.State = yes ? HandoverState.Accepted : HandoverState.Declined;
                (x.AnsweredOn, x.AnsweredBy, x.Answer) = (today, author.EmployeeId, c.Answer);
            }
        );
        if (!yes)
            return c.Answer is null
                ? new Refusal("handover-no-without-reason", nameof(c.Answer))
                : new Corrected(FactKinds.HandoverProposal, answered);

        var wrong = new List<Refusal>();
        var on = p.On > today ? p.On : today;
        var to = c.ToEmployeeId ?? p.ToEmployeeId;
        if (!Takes(employments, to, on))
            wrong.Add(new("receiver-not-employed", nameof(c.ToEmployeeId)));
        else if (!employments.Any(e => e.EmployeeId == to && e.TeamId == p.ToTeamId && e.RunsOn(on)))
            wrong.Add(new("receiver-not-of-the-team", nameof(c.ToEmployeeId)));
        NameChosen(namedAlike(to), author.Leads, c.NameReason, nameof(c.NameReason), wrong);
        var cases = file.Cases.Where(k => k.ActiveAt(on)).ToList();
        var given = Given(file, cases, p.FromEmployeeId, on);
        if (cases.Count == 0)
            wrong.Add(new("no-open-case"));
        else if (given.Count == 0)
            wrong.Add(new("handover-of-anothers-child"));
        else if (HasAlready(file, cases, to, on))
            wrong.Add(new("receiver-has-it-already", nameof(c.ToEmployeeId)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        return Decision.Of([
            new Corrected(FactKinds.HandoverProposal, answered),
            .. Moved(
                file,
                cases,
                given,
                new()
                {
                    ToEmployeeId = to,
                    On = on,
                    MetFamilyOn = p.MetFamilyOn,
                    NoMeetingReason = p.NoMeetingReason,
                    Promised = p.Promised,
                    OpenMatters = openMatters(file),
                },
                id
            ),
        ]);
    }

    public static Decision TakeBack(HandoverProposalFact? p, long? by, DateOnly today)
    {
        if (p is null)
            return new Refusal("thing-not-there");
        if (p.State != HandoverState.Waiting)
            return new Refusal("handover-answered-already");
        return new Corrected(
            FactKinds.HandoverProposal,
            Changed(p, x => (x.State, x.AnsweredOn, x.AnsweredBy) = (HandoverState.Withdrawn, today, by))
        );
    }

    /// <summary>The proposal that waits for an answer; null if none does.</summary>
    public static HandoverProposalFact? WaitingHandover(ChildFile file) =>
        Array.Find(file.Of<HandoverProposalFact>(), p => p.State == HandoverState.Waiting);
}
