using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Decisions;
using Spor.Insight;
using Spor.Web.Access;

namespace Spor.Web.Case.Decisions;

/// <summary>A proposal with its child.</summary>
public sealed record WaitingProposal(ChildState Child, DecisionProposalFact Proposal);

/// <summary>The proposals that wait for the viewer's answer, and the viewer's own.</summary>
static class WaitingList
{
    /// <summary>What was rejected stays on the caseworker's list so long (days).</summary>
    const int RejectedStays = 30;

    static IEnumerable<WaitingProposal> Of(Viewing viewing) =>
        viewing
            .Overview.Children.Where(c => c.File.Proposals.Length > 0 && viewing.MaySee(c))
            .SelectMany(c => c.File.Proposals.Select(p => new WaitingProposal(c, p)));

    static bool IsMine(DecisionProposalFact p, Viewing viewing) => p.ProposedBy is not null && p.ProposedBy == viewing.Viewer.EmployeeId;

    static bool OnMe(DecisionProposalFact p, Viewing viewing) =>
        p.State == ProposalState.Waiting && Authority.Covers(viewing.Viewer.Level, p.NeededLevel);

    static bool BackToMe(DecisionProposalFact p, Viewing viewing) =>
        IsMine(p, viewing)
        && (
            p.State == ProposalState.SentBack || (p.State == ProposalState.Rejected && p.DecidedOn >= viewing.Today.AddDays(-RejectedStays))
        );

    /// <summary>The number in the menu: what waits for the viewer to do something.</summary>
    public static int? Pressing(Viewing viewing) =>
        Of(viewing).Count(w => OnMe(w.Proposal, viewing) || (w.Proposal.State == ProposalState.SentBack && IsMine(w.Proposal, viewing)))
            is > 0
                and var n
            ? n
            : null;

    public static IResult Show(Viewing viewing)
    {
        var all = Of(viewing).OrderBy(w => w.Proposal.ProposedOn).ToList();
        var onMe = all.Where(w => OnMe(w.Proposal, viewing)).ToList();
        var back = all.Where(w => BackToMe(w.Proposal, viewing)).ToList();
        var mine = all.Where(w => w.Proposal.State == ProposalState.Waiting && IsMine(w.Proposal, viewing) && !OnMe(w.Proposal, viewing))
            .ToList();
        viewing.Log.Looked(viewing.Viewer.Key, "afgoerelser", [.. onMe.Concat(back).Concat(mine).Select(w => w.Child.File.Id).Distinct()]);
        return new RazorComponentResult<WaitingPage>(
            new
            {
                OnMe = onMe,
                Back = back,
                Mine = mine,
            }
        );
    }
}
