using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Corrections;
using Spor.Facts;
using Spor.Insight;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Case.History;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Corrections;

/// <summary>Everything known about the child as sentences, each with the way to correct it.</summary>
static class FindMistakeForm
{
    public static IResult Show(long child, Viewing viewing, ChildReader reader) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                if (reader.Read(child) is not { } file)
                    return Results.NotFound();
                viewing.Log.Looked(viewing.Viewer.Key, "barn-ret", [child]);
                var words = Saying.WordsOf(file, viewing);
                var groups = FactKinds
                    .All.Where(k => k.IsCorrectable)
                    .Select(kind =>
                        (
                            Kind: kind,
                            Facts: file.Of(kind).Select(f => (f.Id, Saying.Of(kind).Sentence(new Recorded(kind, f), null, words))).ToList()
                        )
                    )
                    .Where(g => g.Facts.Count > 0)
                    .ToList();
                return new RazorComponentResult<FindMistakePage>(new { State = state, Groups = groups });
            }
        );
}
