using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Facts;
using Spor.Requirements;
using Spor.Web.Access;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Staff.Allocating;

/// <summary>The children whose active case has no caseworker and gets none on a later day.</summary>
static class WaitingForCaseworker
{
    /// <remarks>The number stands in the menu of every page, so not every child is looked at for it.</remarks>
    static readonly Derived<Picked> Waiting = Picked.Of(c => c.WaitsForCaseworker);

    public static Picked Warm(Snapshot snapshot) => snapshot.Get(Waiting);

    public static IEnumerable<ChildState> In(Viewing viewing) => viewing.Snapshot.Get(Waiting).Children.Where(viewing.IsVisible);

    public static IResult Show(Viewing viewing, HttpContext context)
    {
        var waiting = Paged.Of(In(viewing).OrderBy(c => c.Case!.OpenedOn).ToList(), Paged.Asked(context.Request.Query));
        viewing.Log.Looked(
            viewing.Viewer.Key,
            "fordeling",
            [.. waiting.Rows.Select(c => c.File.Id)],
            waiting.Page == 1 ? null : string.Create(CultureInfo.InvariantCulture, $"{Paged.Key}={waiting.Page}")
        );
        return new RazorComponentResult<WaitingPage>(new { Waiting = waiting });
    }
}
