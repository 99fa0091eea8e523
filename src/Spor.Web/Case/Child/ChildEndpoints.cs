using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Facts;
using Spor.Insight;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Case.History;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Child;

static class ChildEndpoints
{
    const int EntriesOnAPage = 20;

    public static void AddChild(this IServiceCollection services) => services.AddScoped<ChildHistory>();

    public static void MapChild(this WebApplication app) => app.MapGet("/barn/{id:long}", Show).RequireAuthorization(Policies.Children);

    /// <param name="som">As known at this entry of the journal; nothing = the newest.</param>
    /// <param name="foer">The history before this entry.</param>
    static IResult Show(long id, string? som, string? foer, Viewing viewing, ChildReader reader, ChildHistory history, AccessLog log)
    {
        if (viewing.Overview.Find(id) is not { } now)
            return Results.NotFound();
        if (!viewing.MaySee(now))
        {
            // A refused look is worth knowing of too.
            log.Looked(viewing.Viewer.Key, "barn-afvist", [id]);
            return new RazorComponentResult<NotYourChild> { StatusCode = StatusCodes.Status403Forbidden };
        }
        var head = viewing.Register.EntryNo;
        var asOf = Form.Number(som) is { } n and > 0 && n < head ? n : head;
        var file = reader.Read(id, asOf);
        log.Looked(
            viewing.Viewer.Key,
            "barn",
            [id],
            asOf == head ? null : "som=" + asOf.ToString(System.Globalization.CultureInfo.InvariantCulture)
        );
        if (file is null)
            return new RazorComponentResult<NotKnownYet>(new { Id = id, AsOf = asOf });

        var requirements = new List<Requirement>();
        Derive.Of(file, viewing.Register.Catalogue, viewing.Today, requirements);
        var (items, next) = history.Page(file, viewing, Form.Number(foer) ?? asOf + 1, EntriesOnAPage);
        return new RazorComponentResult<ChildPage>(
            new
            {
                File = file,
                State = asOf == head ? now : Overview.StateOf(file, viewing.Register, viewing.Today),
                Requirements = requirements,
                Entries = items,
                NextBefore = next,
                Paged = Form.Number(foer) is not null,
                AsOf = asOf == head ? (long?)null : asOf,
                Family = FamilyOf(file, viewing),
            }
        );
    }

    /// <summary>The other children of the family that the viewer may see.</summary>
    static IReadOnlyList<ChildState> FamilyOf(ChildFile file, Viewing viewing) =>
        file.Child.FamilyId is not { } family
            ? []
            : [.. viewing.Overview.Family(family).Where(c => c.File.Id != file.Id && viewing.MaySee(c))];
}
