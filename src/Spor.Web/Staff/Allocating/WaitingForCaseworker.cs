using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Facts;
using Spor.Insight;
using Spor.Web.Access;

namespace Spor.Web.Staff.Allocating;

/// <summary>The children whose active case has no caseworker.</summary>
static class WaitingForCaseworker
{
    /// <remarks>The number stands in the menu of every page, so not every child is looked at for it.</remarks>
    static readonly Derived<Picked> Waiting = Picked.Of(c => c.AssignedTo.Count == 0 && c.Case is not null);

    public static Picked Warm(Snapshot snapshot) => snapshot.Get(Waiting);

    public static IEnumerable<ChildState> In(Viewing viewing) => viewing.Snapshot.Get(Waiting).Children.Where(viewing.MaySee);

    public static IResult Show(Viewing viewing)
    {
        var waiting = In(viewing).OrderBy(c => c.Case!.OpenedOn).ToList();
        viewing.Log.Looked(viewing.Viewer.Key, "fordeling", [.. waiting.Select(c => c.File.Id)]);
        return new RazorComponentResult<WaitingPage>(new { Waiting = waiting });
    }
}
