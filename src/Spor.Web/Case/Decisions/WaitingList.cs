using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Decisions;
using Spor.Facts;
using Spor.Requirements;
using Spor.Web.Access;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Case.Decisions;

/// <summary>A proposal with its child.</summary>
public sealed record WaitingProposal(ChildState Child, DecisionProposalFact Proposal);

/// <summary>The proposals that wait for the viewer's answer, and the viewer's own.</summary>
static class WaitingList
{
    /// <summary>What was rejected stays on the caseworker's list so long (days).</summary>
    const int RejectedStays = 30;

    /// <summary>Rows on the page: at most a hundred in all.</summary>
    const int OnMeAPage = 50,
        OwnShown = 25;

    /// <remarks>The number stands in the menu of every page, so not every child is looked at for it.</remarks>
    static readonly Derived<Picked> WithProposals = Picked.Of(c => c.File.Proposals.Length > 0);

    public static Picked Warm(Snapshot snapshot) => snapshot.Get(WithProposals);

    static IEnumerable<WaitingProposal> Of(Viewing viewing) =>
        viewing
            .Snapshot.Get(WithProposals)
            .Children.Where(viewing.IsVisible)
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

    /// <summary>What waits for the viewer to decide, the oldest first.</summary>
    public static IEnumerable<WaitingProposal> Waiting(Viewing viewing) =>
        Of(viewing).Where(w => OnMe(w.Proposal, viewing)).OrderBy(w => w.Proposal.ProposedOn);

    /// <summary>What came back to the viewer: to be mended, or rejected lately.</summary>
    public static IEnumerable<WaitingProposal> Back(Viewing viewing) =>
        Of(viewing).Where(w => BackToMe(w.Proposal, viewing)).OrderBy(w => w.Proposal.DecidedOn);

    /// <summary>A decision that somebody else made on the viewer's proposal stands on Min dag so long (days).</summary>
    const int GrantedStays = 14;

    /// <summary>What was answered of the viewer's own proposals: what came back first, then what was decided lately.</summary>
    public static IEnumerable<WaitingProposal> Answered(Viewing viewing) =>
        Of(viewing)
            .Where(w =>
                BackToMe(w.Proposal, viewing)
                || (
                    IsMine(w.Proposal, viewing)
                    && w.Proposal.State == ProposalState.Granted
                    && w.Proposal.DecidedBy != viewing.Viewer.EmployeeId
                    && w.Proposal.DecidedOn >= viewing.Today.AddDays(-GrantedStays)
                )
            )
            .OrderBy(w => w.Proposal.State == ProposalState.SentBack ? 0 : 1)
            .ThenByDescending(w => w.Proposal.DecidedOn);

    public static IResult Show(Viewing viewing, HttpContext context)
    {
        var all = Of(viewing).OrderBy(w => w.Proposal.ProposedOn).ToList();
        var onMe = all.Where(w => OnMe(w.Proposal, viewing)).ToList();
        var back = all.Where(w => BackToMe(w.Proposal, viewing)).ToList();
        var mine = all.Where(w => w.Proposal.State == ProposalState.Waiting && IsMine(w.Proposal, viewing) && !OnMe(w.Proposal, viewing))
            .ToList();
        // The viewer's own are few; what waits for a leader may be long.
        var waiting = Paged.Of(onMe, Paged.Asked(context.Request.Query), OnMeAPage);
        back = [.. back.Take(OwnShown)];
        mine = [.. mine.Take(OwnShown)];
        viewing.Log.Looked(
            viewing.Viewer.Key,
            "afgoerelser",
            [.. waiting.Rows.Concat(back).Concat(mine).Select(w => w.Child.File.Id).Distinct()]
        );
        return new RazorComponentResult<WaitingPage>(
            new
            {
                OnMe = waiting,
                Back = back,
                Mine = mine,
            }
        );
    }
}
