using Spor.Kernel;
using Spor.Notifications;
using Spor.Requirements;
using Spor.Web.Access;
using Spor.Web.Case.Decisions;
using Spor.Web.Case.Notifications;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Layout;
using Spor.Web.Staff.Allocating;
using Spor.Workforce;

namespace Spor.Web.Day.MyDay;

/// <summary>A leader's own day: what waits for their word, children without a caseworker, clocks that run, and who has too many.</summary>
public sealed record LeaderDay(
    IReadOnlyList<WorkLine> Approvals,
    IReadOnlyList<InboxRow> Clocks,
    int AllClocks,
    IReadOnlyList<WorkLine> Unallocated,
    int AllUnallocated,
    IReadOnlyList<EmployeeLoad> OverCeiling
)
{
    const int Most = 20;

    public static LeaderDay Of(Viewing viewing)
    {
        var clocks = InboxView.Read(viewing).Of(InboxList.Of(Waits.Assessment, old: false));
        var unallocated = WaitingForCaseworker.In(viewing).OrderBy(c => c.Case!.OpenedOn).ToList();
        return new(
            [
                .. Spor.Web.Case.Cases.HandoverList.Lines(viewing).Take(Most),
                .. WaitingList.Waiting(viewing).Take(Most).Select(w => Approval(w, viewing)),
            ],
            [.. clocks.Rows.Take(Most)],
            clocks.Count,
            [.. unallocated.Take(Most).Select(c => Allocation(c, viewing.Today))],
            unallocated.Count,
            [
                .. viewing
                    .Overview.Load.Employees.Where(e =>
                        (viewing.Viewer.SeesAll || e.TeamId == viewing.Viewer.TeamId)
                        && e.Ceiling is { } ceiling
                        && e.Fte > 0
                        && e.Children > ceiling * e.Fte
                    )
                    .OrderByDescending(e => e.Children / e.Fte),
            ]
        );
    }

    /// <summary>What waits for the leader to do something; null for those who lead nobody.</summary>
    public static int? Pressing(Viewing viewing) =>
        !viewing.MayLead
            ? null
            : WaitingList.Waiting(viewing).Count()
                + WaitingForCaseworker.In(viewing).Count()
                + Spor.Web.Case.Cases.HandoverList.OnMe(viewing).Count();

    static WorkLine Approval(WaitingProposal w, Viewing viewing) =>
        new(Text.ProposalOf(w.Proposal), "Tag stilling", Routes.Proposal(w.Child.File.Id, w.Proposal.Id))
        {
            Since = "siden " + Danish.Short(w.Proposal.ProposedOn),
            Child = w.Child,
            Quiet = viewing.EmployeeName(w.Proposal.ProposedBy) is { Length: > 0 } name ? "foreslået af " + name : "",
        };

    static WorkLine Allocation(ChildState child, DateOnly today) =>
        new(Text.GiveCaseworker, "Fordel", $"{Routes.Allocation}/{child.File.Id}")
        {
            Since = "siden " + Danish.Short(child.Case!.OpenedOn),
            Child = child,
            Quiet = child.Overdue switch
            {
                0 => "",
                1 => "1 frist overskredet",
                var n => $"{Danish.Number(n)} frister overskredet",
            },
        };

    public IEnumerable<long> Children =>
        Approvals.Concat(Unallocated).Select(l => l.Child?.File.Id).OfType<long>().Concat(Clocks.Select(c => c.Child.File.Id));
}
