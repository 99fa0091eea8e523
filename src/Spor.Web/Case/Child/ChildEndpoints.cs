using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Facts;
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

    public static void MapChild(this WebApplication app) =>
        app.MapGet("/barn/{id:long}", Show).RequireAuthorization(Policies.Children).AsKnown();

    /// <param name="foer">The history before this entry.</param>
    static IResult Show(long id, string? foer, Viewing viewing, ChildReader reader, ChildHistory history, Showing log) =>
        ForChild.Do(
            id,
            viewing,
            state =>
            {
                log.Looked(
                    viewing.Viewer.Key,
                    "barn",
                    [id],
                    viewing.AsOf is { } asOf ? "som=" + asOf.ToString(System.Globalization.CultureInfo.InvariantCulture) : null
                );
                var file = reader.Read(id)!;
                var requirements = new List<Requirement>();
                Derive.Of(file, viewing.Register.Catalogue, viewing.Today, requirements);
                var (items, next) = history.Page(file, viewing, Form.Number(foer), EntriesOnAPage);
                return new RazorComponentResult<ChildPage>(
                    new
                    {
                        File = file,
                        State = state,
                        Requirements = requirements,
                        Entries = items,
                        NextBefore = next,
                        Paged = Form.Number(foer) is not null,
                        AsOf = viewing.AsOf,
                        Family = FamilyOf(file, viewing),
                    }
                );
            }
        );

    /// <summary>The other children of the family that the viewer may see.</summary>
    static IReadOnlyList<ChildState> FamilyOf(ChildFile file, Viewing viewing) =>
        file.Child.FamilyId is not { } family ? [] : [.. viewing.Family(family).Where(c => c.File.Id != file.Id && viewing.MaySee(c))];
}
