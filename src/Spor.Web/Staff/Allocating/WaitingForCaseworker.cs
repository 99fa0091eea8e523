using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Insight;
using Spor.Web.Access;

namespace Spor.Web.Staff.Allocating;

/// <summary>The children whose active case has no caseworker.</summary>
static class WaitingForCaseworker
{
    /// <remarks>The number stands in the menu of every page, so what is quick to see is looked at before who may see it.</remarks>
    public static IEnumerable<ChildState> In(Viewing viewing) =>
        viewing.Overview.Children.Where(c => c.AssignedTo.Count == 0 && c.Case is not null && viewing.MaySee(c));

    public static IResult Show(Viewing viewing)
    {
        var waiting = In(viewing).OrderBy(c => c.Case!.OpenedOn).ToList();
        viewing.Log.Looked(viewing.Viewer.Key, "fordeling", [.. waiting.Select(c => c.File.Id)]);
        return new RazorComponentResult<WaitingPage>(new { Waiting = waiting });
    }
}
