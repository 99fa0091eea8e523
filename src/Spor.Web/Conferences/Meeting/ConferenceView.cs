using Spor.Children;
using Spor.Conferences;
using Spor.Facts;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Conferences.Meeting;

/// <summary>One conference as its pages show it.</summary>
/// <param name="File">Everything about the child, with the texts opened.</param>
public sealed record ConferenceView(ChildState State, ChildFile File, NetworkConferenceFact Conference)
{
    public long ChildId => File.Id;
    public long Id => Conference.Id;
    public string Url => Routes.Conference(ChildId, Id);
    public IReadOnlyList<(ConferenceStep Step, StepState State)> Steps { get; } = ConferencePath.Of(Conference, File);

    /// <summary>In their order.</summary>
    public IReadOnlyList<ConferenceQuestionFact> Questions { get; } = [.. File.Questions.Where(q => q.ConferenceId == Conference.Id)];

    /// <summary>Those who may come first: the child, its support person, the family's own network, then professionals; in each as they came
    /// on the list.</summary>
    public IReadOnlyList<InviteeFact> Invitees { get; } =
    [
        .. File
            .Invitees.Where(i => i.ConferenceId == Conference.Id)
            .OrderByDescending(i => i.MayCome)
            .ThenBy(i => Order(i.Role))
            .ThenBy(i => i.Id),
    ];
    public CoordinationFact? Coordination { get; } = ConferencePath.CoordinatorOf(Conference.Id, File);

    /// <summary>Something may still be prepared: accepted, not cancelled, not held.</summary>
    public bool Prepares => Conference is { Answer: OfferAnswer.Yes, CancelledOn: null, HeldOn: null };

    public StepState StateOf(ConferenceStep step) => Steps.First(s => s.Step == step).State;

    public InviteeFact? Invitee(long id) => Invitees.FirstOrDefault(i => i.Id == id);

    public NetworkPersonFact? Person(long? id) => id is { } p ? Array.Find(File.People, x => x.Id == p) : null;

    public IEnumerable<NetworkPersonFact> CustodyHolders => File.People.Where(p => p.HasCustody == true);

    static int Order(InviteeRole role) =>
        role switch
        {
            InviteeRole.Child => 0,
            InviteeRole.SupportPerson => 1,
            InviteeRole.Network => 2,
            InviteeRole.Informant => 3,
            _ => 4,
        };

    /// <summary>The child's conference, if the viewer may see the child, the look written down; otherwise 404, or 403.</summary>
    /// <param name="look">What it is called in the access log: every page and form of a conference shows people around the child.</param>
    public static IResult Do(
        long child,
        long id,
        Viewing viewing,
        ChildReader reader,
        Func<ConferenceView, IResult> then,
        string look = "raadslagning"
    ) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                if (reader.Read(child) is not { } file || Array.Find(file.Conferences, c => c.Id == id) is not { } conference)
                    return Results.NotFound();
                viewing.Log.Looked(viewing.Viewer.Key, look, [child]);
                return then(new(state, file, conference));
            }
        );
}
