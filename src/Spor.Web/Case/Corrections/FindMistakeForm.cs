using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Corrections;
using Spor.Facts;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Case.History;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Case.Corrections;

/// <summary>Everything known about the child as sentences, each with the way to correct it.</summary>
static class FindMistakeForm
{
    /// <summary>A kind with more than this many is folded: it shows its number, and a link that opens it.</summary>
    const int Few = 8;

    /// <summary>The name of the kind that is open, in an address.</summary>
    public const string Kind = "slags";

    public static IResult Show(long child, Viewing viewing, ChildReader reader, HttpRequest request) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                if (reader.Read(child) is not { } file)
                    return Results.NotFound();
                viewing.Log.Looked(viewing.Viewer.Key, "barn-ret", [child]);
                var words = Saying.WordsOf(file, viewing);
                var open = request.Query[Kind].ToString();
                var groups = FactKinds
                    .All.Where(k => k.IsCorrectable)
                    .Select(kind => (Kind: kind, Facts: file.Of(kind).ToList()))
                    .Where(g => g.Facts.Count > 0)
                    .Select(g =>
                    {
                        // What is folded is not told.
                        var told = g.Facts.Count <= Few || g.Kind.Name == open ? g.Facts : [];
                        var page = Paged.Of(told, g.Kind.Name == open ? Paged.Asked(request.Query) : 1);
                        return new MistakeGroup(
                            g.Kind,
                            g.Facts.Count,
                            [.. page.Rows.Select(f => (f.Id, Saying.Of(g.Kind).Sentence(new Recorded(g.Kind, f), null, words)))],
                            page.Page,
                            page.Pages
                        );
                    })
                    .ToList();
                return new RazorComponentResult<FindMistakePage>(new { State = state, Groups = groups });
            }
        );
}

/// <summary>What is known of one kind, as sentences to choose among.</summary>
/// <param name="Count">How many there are; none of them is in <paramref name="Facts"/> where the kind is folded.</param>
public sealed record MistakeGroup(FactKind Kind, int Count, IReadOnlyList<(long Id, string Sentence)> Facts, int Page, int Pages);
