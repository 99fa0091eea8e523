using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Children;
using Spor.Facts;
using Spor.Figures;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Case.SameChild;

/// <summary>One child that stands twice: the likely pairs, and of one child those like it and those merged into it.</summary>
static class SameChildEndpoints
{
    /// <summary>So many children are found at most.</summary>
    const int MostFound = 20;

    public static string Compare(long child, long record) => $"{Routes.SameChildAs(child)}/{record.ToString(CultureInfo.InvariantCulture)}";

    public static string Part(long child, long id) => $"{Routes.Child(child)}/skil-ad/{id.ToString(CultureInfo.InvariantCulture)}";

    public static void MapSameChild(this WebApplication app)
    {
        app.MapGet(Routes.SameChild, List).RequireAuthorization(Policies.Leadership);
        app.MapGet("/barn/{child:long}/samme-barn", Show).RequireAuthorization(Policies.Leadership);
        app.MapPost("/barn/{child:long}/samme-barn", Search).RequireAuthorization(Policies.Leadership);
        app.MapGet("/barn/{child:long}/samme-barn/{record:long}", MergeForm.Show).RequireAuthorization(Policies.Leadership);
        app.MapPost("/barn/{child:long}/samme-barn/{record:long}", MergeForm.Save).Does<MergeRecords>();
        app.MapGet("/barn/{child:long}/skil-ad/{id:long}", PartForm.Show).RequireAuthorization(Policies.Leadership);
        app.MapPost("/barn/{child:long}/skil-ad/{id:long}", PartForm.Save).Does<PartRecords>();
    }

    static readonly Derived<IReadOnlyList<(int One, int Other, SameBy By)>> Pairs = new(s => LikelySame.Pairs(s.Register.Children));

    /// <summary>The pairs of which the viewer sees both, by name.</summary>
    static IReadOnlyList<LikelyPair> PairsOf(Viewing viewing)
    {
        var all = viewing.Overview.Children;
        return
        [
            .. viewing
                .Snapshot.Get(Pairs)
                .Select(p => new LikelyPair(all[p.One], all[p.Other], p.By))
                .Where(p => viewing.IsVisible(p.One) && viewing.IsVisible(p.Other))
                .OrderBy(p => viewing.Overview.NamePlace(p.One))
                .ThenBy(p => p.Other.File.Id),
        ];
    }

    static IResult List(HttpContext context, Viewing viewing, Showing log)
    {
        var page = Paged.Of(PairsOf(viewing), Paged.Asked(context.Request.Query));
        log.Looked(
            viewing.Viewer.Key,
            "list",
            [.. page.Rows.SelectMany(p => new[] { p.One.File.Id, p.Other.File.Id }).Distinct()],
            "samme-barn"
        );
        return new RazorComponentResult<PairsPage>(new { Pairs = page });
    }

    static IResult Show(long child, Viewing viewing, ChildReader reader) => Of(child, viewing, reader, null, null, null);

    static IResult Search(long child, IFormCollection posted, Viewing viewing, ChildReader reader, Database database)
    {
        var (term, problem) = SearchTerm.Of(posted["q"]);
        IReadOnlyList<ChildState>? found = problem is not null
            ? null
            :
            [
                .. viewing
                    .Visible.Where(
                        ChildList.Search(
                            term,
                            digits => database.Keys.Hash(CprNumber.HashedOf(digits)),
                            hash => FormerNumbers.Of(database, hash)
                        )
                    )
                    .Where(c => c.File.Id != child)
                    .OrderBy(viewing.Overview.NamePlace)
                    .Take(MostFound),
            ];
        return Of(child, viewing, reader, term, problem, found);
    }

    static IResult Of(long child, Viewing viewing, ChildReader reader, string? term, string? problem, IReadOnlyList<ChildState>? found) =>
        ForChild.Do(
            child,
            viewing,
            state =>
                reader.Read(child) is not { } file
                    ? Results.NotFound()
                    : new RazorComponentResult<SameChildPage>(
                        new
                        {
                            State = state,
                            Likely = (IReadOnlyList<LikelyPair>)
                                [
                                    .. PairsOf(viewing)
                                        .Where(p => p.One.File.Id == child || p.Other.File.Id == child)
                                        .Select(p => p.One.File.Id == child ? p : new(p.Other, p.One, p.By)),
                                ],
                            Merged = file.Of<ChildRecordFact>(),
                            Term = term ?? "",
                            Problem = problem,
                            Found = found,
                        }
                    )
                    {
                        StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
                    }
        );
}

/// <summary>Two records that look like one child.</summary>
public sealed record LikelyPair(ChildState One, ChildState Other, SameBy By);
