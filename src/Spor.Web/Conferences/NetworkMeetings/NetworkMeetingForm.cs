using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Conferences;
using Spor.Facts;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Conferences.FamilyPlans;
using Spor.Web.Frame;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Conferences.NetworkMeetings;

/// <summary>One network meeting, the texts opened.</summary>
public sealed record MeetingAt(ChildState State, ChildFile File, NetworkMeetingFact Meeting)
{
    public long ChildId => File.Id;
    public string Url => Routes.NetworkMeeting(ChildId, Meeting.Id);
    public IReadOnlyList<InviteeFact> Invitees =>
        [.. File.Invitees.Where(i => i.MeetingId == Meeting.Id).OrderBy(i => i.Role).ThenBy(i => i.Id)];
    public IReadOnlyList<AgreementFact> Agreements => [.. File.Agreements.Where(a => a.MeetingId == Meeting.Id).OrderBy(a => a.Id)];

    public string NameOf(InviteeFact i) => Invited.NameOf(i, File) ?? Text.NoName;

    /// <summary>What the person is to the child; the network's own word where the list has none.</summary>
    public string? RelationOf(InviteeFact i) =>
        i.Relation ?? (i.PersonId is { } id ? Array.Find(File.People, p => p.Id == id)?.Relation.Danish() : null);
}

/// <summary>The meeting is held: who came, what the child says, what is agreed, who does what by when. Also printed, and
/// cancelled.</summary>
static class NetworkMeetingForm
{
    static IResult Do(long child, long id, Viewing viewing, ChildReader reader, Func<MeetingAt, IResult> then) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                if (reader.Read(child) is not { } file || Array.Find(file.NetworkMeetings, m => m.Id == id) is not { } of)
                    return Results.NotFound();
                viewing.Log.Looked(viewing.Viewer.Key, "barn", [child], "netvaerksmoede");
                return then(new(state, file, of));
            }
        );

    /// <param name="ret">ja: a meeting that is told is put right.</param>
    public static IResult Show(long child, long id, string? ret, Viewing viewing, Acting acting, ChildReader reader) =>
        Do(
            child,
            id,
            viewing,
            reader,
            at =>
            {
                var m = at.Meeting;
                var form = acting.NewForm([
                    (nameof(HoldNetworkMeeting.On), Form.Iso(m.Held || m.On <= viewing.WorkClock.Today ? m.On : viewing.WorkClock.Today)),
                    (nameof(HoldNetworkMeeting.ChildsVoice), m.ChildsVoice),
                    (nameof(HoldNetworkMeeting.Agreed), m.Agreed),
                    .. PromiseForm.Known(at.Agreements, at.File),
                ]);
                if (form.DraftOf is null)
                    form.SetAll(
                        nameof(HoldNetworkMeeting.Came),
                        at.Invitees.Where(i => i.Came == true).Select(i => PlanNetworkMeetingForm.Number(i.Id))
                    );
                return Page(at, form, ret == "ja");
            }
        );

    public static IResult Hold(long child, long id, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) =>
        Do(
            child,
            id,
            viewing,
            reader,
            at =>
            {
                var form = FormState.Of(posted);
                if (form.Checked(PromiseForm.More))
                    return Page(at, form, true);
                var came = form.Values(nameof(HoldNetworkMeeting.Came))
                    .Select(v => long.TryParse(v, NumberStyles.None, CultureInfo.InvariantCulture, out var i) ? i : -1)
                    .ToList();
                var command = new HoldNetworkMeeting(
                    id,
                    form.NeededDay(nameof(HoldNetworkMeeting.On)),
                    came,
                    form.Text(nameof(HoldNetworkMeeting.ChildsVoice)),
                    form.Text(nameof(HoldNetworkMeeting.Agreed)),
                    PromiseForm.Read(form, at.File)
                )
                {
                    ChildId = child,
                };
                var done = acting.Do(
                    command,
                    form,
                    (Fact _) =>
                    {
                        PromiseForm.ShowMeanwhile(form, at.Agreements, at.File);
                        return
                        [
                            (nameof(HoldNetworkMeeting.ChildsVoice), at.Meeting.ChildsVoice),
                            (nameof(HoldNetworkMeeting.Agreed), at.Meeting.Agreed),
                            (nameof(HoldNetworkMeeting.On), Form.Iso(at.Meeting.On)),
                        ];
                    }
                );
                if (done.Saved)
                    return Acting.Saved(at.Url, "network-meeting-held-now");
                return Page(at, form, true);
            }
        );

    public static IResult Cancel(long child, long id, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) =>
        Do(
            child,
            id,
            viewing,
            reader,
            at =>
            {
                var form = FormState.Of(posted);
                return acting.Do(new CancelNetworkMeeting(child, id), form).Saved
                    ? Acting.Saved(at.Url, "network-meeting-called-off")
                    : Page(at, form, false);
            }
        );

    public static IResult Print(long child, long id, Viewing viewing, ChildReader reader) =>
        Do(child, id, viewing, reader, at => new RazorComponentResult<PrintNetworkMeetingPage>(new { At = at }));

    static IResult Page(MeetingAt at, FormState form, bool writing) =>
        ForChild.Page<NetworkMeetingPage>(
            form,
            new
            {
                At = at,
                Form = form,
                Writing = writing,
            }
        );
}
