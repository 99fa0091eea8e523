using Spor.Conferences;
using Spor.Facts;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Conferences.FamilyPlans;

/// <summary>A child's conference from the meeting on, as its pages show it, with the texts opened.</summary>
public sealed record ConferenceAt(ChildState State, ChildFile File, NetworkConferenceFact Conference)
{
    public long ChildId => File.Id;
    public string Url => Routes.Conference(ChildId, Conference.Id);

    /// <summary>Everybody on the list, those who came along uninvited too.</summary>
    public IReadOnlyList<InviteeFact> Invitees =>
        [.. File.Invitees.Where(i => i.ConferenceId == Conference.Id).OrderBy(i => i.Role).ThenBy(i => i.Id)];
    public IReadOnlyList<AgreementFact> Agreements => [.. File.Agreements.Where(a => a.ConferenceId == Conference.Id).OrderBy(a => a.Id)];

    /// <summary>By day, the first answer first.</summary>
    public IReadOnlyList<PlanReviewFact> Reviews => [.. File.PlanReviews.Where(r => r.ConferenceId == Conference.Id)];
    public IReadOnlyList<ConferenceQuestionFact> Questions => [.. File.Questions.Where(q => q.ConferenceId == Conference.Id)];
    public IReadOnlyList<ConferenceEvaluationFact> Evaluations => [.. File.Evaluations.Where(e => e.ConferenceId == Conference.Id)];

    /// <summary>The first name; the family knows its own child.</summary>
    public string FirstName => File.Child.FirstName ?? Text.TheChild;

    public static IResult Do(long child, long conference, Viewing viewing, ChildReader reader, Func<ConferenceAt, IResult> then) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                if (reader.Read(child) is not { } file || Array.Find(file.Conferences, c => c.Id == conference) is not { } of)
                    return Results.NotFound();
                viewing.Log.Looked(viewing.Viewer.Key, "barn", [child], "raadslagning");
                return then(new(state, file, of));
            }
        );
}
