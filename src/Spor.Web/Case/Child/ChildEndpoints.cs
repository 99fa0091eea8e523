using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Facts;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Case.History;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Case.Child;

static class ChildEndpoints
{
    const int EntriesOnAPage = 20;

    public static void AddChild(this IServiceCollection services) => services.AddScoped<ChildHistory>();

    public static void MapChild(this WebApplication app)
    {
        app.MapGet("/barn/{id:long}", Show).RequireAuthorization(Policies.Children).AsKnown();
        app.MapGet("/barn/{id:long}/historik", ShowHistory).RequireAuthorization(Policies.Children).AsKnown();
        app.MapGet("/barn/{id:long}/krav", ShowRequirements).RequireAuthorization(Policies.Children).AsKnown();
        app.MapGet(
                "/barn/{id:long}/plan-og-maal",
                (long id, Viewing viewing, ChildReader reader, Showing log) =>
                    Tab(id, "plan-og-maal", viewing, reader, log, (state, file) => Page<PlansPage>(new { State = state, File = file }))
            )
            .RequireAuthorization(Policies.Children)
            .AsKnown();
    }

    static IResult Page<T>(object parameters)
        where T : Microsoft.AspNetCore.Components.IComponent => new RazorComponentResult<T>(parameters);

    /// <summary>A page about one child: read once, and one look written.</summary>
    /// <param name="tab">Which page it is; null = the first.</param>
    static IResult Tab(long id, string? tab, Viewing viewing, ChildReader reader, Showing log, Func<ChildState, ChildFile, IResult> then) =>
        ForChild.Do(
            id,
            viewing,
            state =>
            {
                var filter = new[]
                {
                    tab is null ? null : "fane=" + tab,
                    viewing.AsOf is { } asOf ? "som=" + asOf.ToString(System.Globalization.CultureInfo.InvariantCulture) : null,
                };
                log.Looked(
                    viewing.Viewer.Key,
                    "barn",
                    [id],
                    string.Join('&', filter.OfType<string>()) is { Length: > 0 } said ? said : null
                );
                return reader.Read(id) is { } file ? then(state, file) : Results.NotFound();
            }
        );

    /// <param name="foer">Old addresses of the history, which stood on this page.</param>
    static IResult Show(long id, string? foer, Viewing viewing, ChildReader reader, Showing log, HttpContext context) =>
        foer is not null
            ? Results.Redirect(Routes.History(id) + context.Request.QueryString)
            : Tab(
                id,
                null,
                viewing,
                reader,
                log,
                (state, file) =>
                    Page<ChildPage>(
                        new
                        {
                            File = file,
                            State = state,
                            AsOf = viewing.AsOf,
                            Family = FamilyOf(file, viewing),
                        }
                    )
            );

    /// <param name="foer">The history before this entry.</param>
    /// <param name="linje">Of the first entry shown, the line to begin with.</param>
    static IResult ShowHistory(
        long id,
        string? foer,
        string? linje,
        Viewing viewing,
        ChildReader reader,
        ChildHistory history,
        Showing log
    ) =>
        Tab(
            id,
            "historik",
            viewing,
            reader,
            log,
            (state, file) =>
            {
                var (items, next) = history.Page(file, viewing, Form.Number(foer), EntriesOnAPage);
                return Page<HistoryPage>(
                    new
                    {
                        File = file,
                        State = state,
                        Entries = items,
                        FirstLine = Form.Whole(linje) ?? 1,
                        NextBefore = next,
                        Paged = Form.Number(foer) is not null,
                        AsOf = viewing.AsOf,
                    }
                );
            }
        );

    static IResult ShowRequirements(long id, HttpContext context, Viewing viewing, ChildReader reader, Showing log) =>
        Tab(
            id,
            "krav",
            viewing,
            reader,
            log,
            (state, file) =>
            {
                var requirements = new List<Requirement>();
                Derive.Of(file, viewing.Register.Catalogue, viewing.Today, requirements);
                return Page<RequirementsPage>(
                    new
                    {
                        File = file,
                        State = state,
                        Requirements = requirements,
                        Sides = Sides.Asked(context.Request.Query),
                    }
                );
            }
        );

    /// <summary>The other children of the family that the viewer may see.</summary>
    static IReadOnlyList<ChildState> FamilyOf(ChildFile file, Viewing viewing) =>
        file.Child.FamilyId is not { } family ? [] : [.. viewing.Family(family).Where(c => c.File.Id != file.Id && viewing.MaySee(c))];
}
