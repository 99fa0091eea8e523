using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Insight;

namespace Spor.Web.AllocationPages;

/// <summary>The children whose active case has no caseworker.</summary>
static class WaitingForCaseworker
{
    public static IEnumerable<ChildState> In(Viewing viewing) => viewing.Visible.Where(c => c.Case is not null && c.AssignedTo.Count == 0);

    public static IResult Show(Viewing viewing)
    {
        var waiting = In(viewing).OrderBy(c => c.Case!.OpenedOn).ToList();
        viewing.Log.Looked(viewing.Viewer.Key, "fordeling", [.. waiting.Select(c => c.File.Id)]);
        return new RazorComponentResult<WaitingPage>(new { Waiting = waiting });
    }
}
