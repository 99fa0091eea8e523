using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Requirements;
using Spor.Storage;
using Spor.Web.Access;

namespace Spor.Web.Frame.Forms;

/// <summary>What every page that does something for a child begins and ends with.</summary>
static class ForChild
{
    /// <summary>The child, if the viewer may see it: otherwise 404, or 403 with the refused look written down.</summary>
    public static IResult Do(long child, Viewing viewing, Func<ChildState, IResult> then)
    {
        if (viewing.Newest.Overview.Find(child) is not { } state)
            return Results.NotFound();
        var opening = viewing.Newest.OpeningOf(state);
        if (opening == Opening.Open)
            return viewing.AsOf is not { } asOf ? then(state)
                : viewing.Find(child) is { } earlier ? then(earlier)
                : new RazorComponentResult<Spor.Web.Case.Child.NotKnownYet>(new { Id = child, AsOf = asOf });
        viewing.WriteRefused(child);
        return new RazorComponentResult<Spor.Web.Case.Child.NotYourChild>(new { Id = child, Opening = opening })
        {
            StatusCode = StatusCodes.Status403Forbidden,
        };
    }

    /// <summary>A form's page: 422 when it holds refusals.</summary>
    public static IResult Page<T>(FormState form, object parameters)
        where T : IComponent =>
        new RazorComponentResult<T>(parameters)
        {
            StatusCode = form.Refusals.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
        };
}
