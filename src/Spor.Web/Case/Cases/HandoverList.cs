using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Cases;
using Spor.Facts;
using Spor.Kernel;
using Spor.Requirements;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Layout;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Case.Cases;

/// <summary>A proposed handover with its child.</summary>
public sealed record ProposedHandover(ChildState Child, HandoverProposalFact Proposal);

/// <summary>The children that other teams want to hand over to the viewer's, and those of the viewer's that wait for
/// another team.</summary>
static class HandoverList
{
    public const string Path = "/overdragelser";

    /// <summary>What was answered stays on the list so long (days).</summary>
    const int AnsweredStays = 14;
    const int Most = 50;

    /// <remarks>The number stands in the menu of every page, so not every child is looked at for it.</remarks>
    static readonly Derived<Picked> Proposed = Picked.Of(c => c.File.Of<HandoverProposalFact>().Length > 0);

    public static Picked Warm(Snapshot snapshot) => snapshot.Get(Proposed);

    static IEnumerable<ProposedHandover> All(Viewing viewing) =>
        viewing.Snapshot.Get(Proposed).Children.SelectMany(c => c.File.Of<HandoverProposalFact>().Select(p => new ProposedHandover(c, p)));

    /// <summary>Whether the viewer is one of those who answer for the team that is asked.</summary>
    public static bool Answers(HandoverProposalFact p, Viewing viewing) => viewing.Viewer.LeadsTeam(p.ToTeamId);

    /// <summary>What waits for the viewer's word, the oldest first.</summary>
    public static IEnumerable<ProposedHandover> OnMe(Viewing viewing) =>
        All(viewing)
            .Where(h => h.Proposal.State == HandoverState.Waiting && Answers(h.Proposal, viewing))
            .OrderBy(h => h.Proposal.ProposedOn)
            .ThenBy(h => h.Proposal.Id);

    public static int? Pressing(Viewing viewing) => OnMe(viewing).Count();

    /// <summary>As lines of a day's work. The child's own page is not theirs to open before they have said yes, so no name leads
    /// there.</summary>
    public static IEnumerable<WorkLine> Lines(Viewing viewing) =>
        OnMe(viewing)
            .Select(h => new WorkLine(
                HandoverText.AnswerLine(Viewing.ListName(h.Child.Child)),
                "Svar",
                CaseEndpoints.Proposed(h.Child.File.Id, h.Proposal.Id)
            )
            {
                Pressing = true,
                Since = "siden " + Danish.Short(h.Proposal.ProposedOn),
                Quiet = HandoverText.FromTo(h.Proposal, viewing).TrimEnd('.'),
            });

    public static IResult Show(Viewing viewing, HttpContext context, FactReader reader)
    {
        var onMe = Paged.Of([.. OnMe(viewing)], Paged.Asked(context.Request.Query), Most);
        var given = All(viewing).Where(h => viewing.IsVisible(h.Child) && !Answers(h.Proposal, viewing)).ToList();
        var mine = given.Where(h => h.Proposal.State == HandoverState.Waiting).Take(Most).ToList();
        var answered = All(viewing)
            .Where(h => h.Proposal.AnsweredOn >= viewing.Today.AddDays(-AnsweredStays) && IsOfMine(h, viewing))
            .OrderByDescending(h => h.Proposal.AnsweredOn)
            .Take(Most)
            .ToList();
        viewing.Log.Looked(
            viewing.Viewer.Key,
            "overdragelser",
            [.. onMe.Rows.Concat(mine).Concat(answered).Select(h => h.Child.File.Id).Distinct()]
        );
        return new RazorComponentResult<HandoverListPage>(
            new
            {
                OnMe = onMe,
                Mine = mine,
                Answered = answered
                    .Select(h => h with { Proposal = reader.Find<HandoverProposalFact>(h.Proposal.Id) ?? h.Proposal })
                    .ToList(),
            }
        );
    }

    // Both sides see what became of it: who had the child may not see it any more.
    static bool IsOfMine(ProposedHandover h, Viewing viewing) =>
        viewing.IsVisible(h.Child)
        || Answers(h.Proposal, viewing)
        || (h.Proposal.ProposedBy is { } by && by == viewing.Viewer.EmployeeId)
        || viewing.Register.Staff.TeamsOf(h.Proposal.FromEmployeeId, viewing.Today).Any(viewing.Viewer.LeadsTeam);
}
