using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Figures;
using Spor.Kernel;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Case.Notes;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Day.Find;

/// <summary>From the head of every page to a child: by name, CPR number, birthday or case number, or one of the last ten that were
/// opened. What is searched for travels by POST and is not logged.</summary>
static class FindEndpoints
{
    /// <summary>Children and notes on the page, and how many of one's own looks are read for the last ten.</summary>
    const int Most = 10,
        NotesShown = 5,
        LooksRead = 400;

    public static void MapFind(this WebApplication app)
    {
        app.MapGet(Routes.Find, Show).RequireAuthorization(Policies.Children);
        app.MapPost(Routes.Find, Search).RequireAuthorization(Policies.Children);
    }

    static IResult Show(Viewing viewing, Showing log)
    {
        var recent = Recent(viewing);
        log.Looked(viewing.Viewer.Key, "list", [.. recent.Select(c => c.File.Id)], "senest-aabnet");
        return new RazorComponentResult<FindPage>(new { Recent = recent });
    }

    static IResult Search(IFormCollection form, Viewing viewing, Showing log, Database database, NoteTexts notes)
    {
        var (term, problem) = SearchTerm.Of(form["q"]);
        if (problem is not null)
            return new RazorComponentResult<FindPage>(
                new
                {
                    Recent = Recent(viewing),
                    Term = term,
                    Problem = problem,
                }
            )
            {
                StatusCode = StatusCodes.Status422UnprocessableEntity,
            };
        var found = viewing
            .Visible.Where(
                ChildList.Search(
                    term,
                    digits => database.Keys.Hash(Spor.Children.CprNumber.HashedOf(digits)),
                    hash => FormerNumbers.Of(database, hash)
                )
            )
            .ToList();
        var (texts, total) = viewing.Viewer.May(Capability.Casework) ? SearchNotes.Find(viewing, notes, [.. Folded.Terms(term)]) : ([], 0);
        // The one child that is meant opens at once.
        if (found is [var one] && total == 0)
        {
            log.Looked(viewing.Viewer.Key, "search", [one.File.Id]);
            return Results.Redirect(Routes.Child(one.File.Id));
        }
        var mine = viewing.Mine.ToHashSet();
        var recent = Recent(viewing).ToHashSet();
        var terms = Folded.Terms(term);
        // So does the one of one's own or of the last ten who is called so. Searched again from its page, the whole list is meant.
        if (
            Meant([.. found.Where(c => mine.Contains(c) || recent.Contains(c))], terms) is { } near
            && near.File.Id != Form.Number(form["fra"].ToString())
        )
        {
            log.Looked(viewing.Viewer.Key, "search", [near.File.Id]);
            return Results.Redirect(Routes.Child(near.File.Id));
        }
        List<ChildState> shown =
        [
            .. found
                .OrderBy(c =>
                    mine.Contains(c) ? 0
                    : recent.Contains(c) ? 1
                    : 2
                )
                // A surname and an initial are how names begin: who is called so stands before whoever has the letters somewhere.
                .ThenBy(c => Begins(c.SearchText, terms) ? 0 : 1)
                .ThenBy(c => c.Case is null ? 1 : 0)
                .ThenBy(c => viewing.Overview.NamePlace(c))
                .Take(Most),
        ];
        var snippets = texts.Take(NotesShown).ToList();
        log.Looked(viewing.Viewer.Key, "search", [.. shown.Concat(snippets.Select(n => n.Child)).Select(c => c.File.Id).Distinct()]);
        return new RazorComponentResult<FindPage>(
            new
            {
                Term = term,
                Found = (IReadOnlyList<ChildState>?)shown,
                Total = found.Count,
                Notes = (IReadOnlyList<FoundNote>)snippets,
            }
        );
    }

    /// <summary>The only one who is called so; null where two are, for then a person chooses, and after a surname and an initial, which is
    /// how somebody else's child is looked up.</summary>
    static ChildState? Meant(IReadOnlyList<ChildState> near, IReadOnlyList<string> terms) =>
        terms.Count > 1 && terms.Any(t => t.Length == 1) ? null
        : near.Where(c => Begins(c.SearchText, terms)).Take(2).ToList() is [var one] ? one
        : null;

    /// <summary>Whether each of the words is the beginning of one of the name's, no two of the same.</summary>
    static bool Begins(string name, IReadOnlyList<string> terms)
    {
        var left = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        foreach (var term in terms.OrderByDescending(t => t.Length))
        {
            var at = left.FindIndex(w => w.StartsWith(term, StringComparison.Ordinal));
            if (at < 0)
                return false;
            left.RemoveAt(at);
        }
        return true;
    }

    /// <summary>The last children whose own page the viewer opened, the latest first, as the log of looks has them.</summary>
    static IReadOnlyList<ChildState> Recent(Viewing viewing) =>
        [
            .. viewing
                .Log.Log.OfPerson(viewing.Viewer.Key, take: LooksRead)
                .Where(l => l.Kind == LookKinds.Child && l.Told.Children.Count == 1)
                .Select(l => Spor.Children.ChildRecords.Now(viewing.Snapshot, l.Told.Children.First()))
                .Distinct()
                .Select(viewing.Overview.Find)
                .OfType<ChildState>()
                .Where(viewing.MaySee)
                .Take(Most),
        ];
}
