using Spor.Exchange.Office;
using Spor.Letters;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Case.History;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Decisions;

/// <summary>The recommendation to the committee as a Word file.</summary>
static class RecommendationWord
{
    public static string Path(long child, long proposal) => Routes.Proposal(child, proposal) + "/indstilling";

    public static IResult Fetch(long child, long id, Viewing viewing, ChildReader reader) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                if (
                    reader.Read(child) is not { } file
                    || Array.Find(file.Proposals, p => p.Id == id) is not { } proposal
                    || !Recommendation.IsFor(proposal)
                )
                    return Results.NotFound();
                viewing.Log.Looked(viewing.Viewer.Key, "indstilling", [child]);
                var made = Recommendation.Of(
                    proposal,
                    file,
                    viewing.Register.Catalogue,
                    viewing.Register.Municipality?.Name,
                    Words.Section,
                    person =>
                        person is not { } of ? file.Child.Name
                        : Array.Find(file.People, x => x.Id == of) is { } found ? Text.Holder(found)
                        : Text.Gone
                );
                return Results.File(
                    Document.Write(Recommendation.Title, made.Blocks),
                    Document.ContentType,
                    $"indstilling-{Form.Invariant(id)}.docx"
                );
            }
        );
}
