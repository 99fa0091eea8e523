using System.Globalization;
using System.Text;
using Spor.Conferences;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Conferences.Meeting;

/// <summary>An invitation to print for each who may come, who has been invited, and the appointment as a calendar file.</summary>
static class Invitations
{
    public static IResult Show(long child, long id, Viewing viewing, Acting acting, ChildReader reader) =>
        ConferenceView.Do(
            child,
            id,
            viewing,
            reader,
            view =>
            {
                var form = acting.NewForm((nameof(MarkInvited.InvitedOn), Form.Iso(viewing.WorkClock.Today)));
                form.SetAll(nameof(MarkInvited.InviteeIds), ToInvite(view).Select(i => i.Id.ToString(CultureInfo.InvariantCulture)));
                return Page(view, form);
            },
            "raadslagning-invitationer"
        );

    public static IResult Mark(long child, long id, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) =>
        ConferenceView.Do(
            child,
            id,
            viewing,
            reader,
            view =>
            {
                var form = FormState.Of(posted);
                var command = new MarkInvited(
                    id,
                    [.. form.Values(nameof(MarkInvited.InviteeIds)).Select(Form.Number).OfType<long>()],
                    form.Day(nameof(MarkInvited.InvitedOn))
                )
                {
                    ChildId = child,
                };
                return acting.Do(command, form).Saved ? Acting.Saved(view.Url + "#inviterede", "invited") : Page(view, form);
            }
        );

    public static IResult Calendar(long child, long id, Viewing viewing, ChildReader reader, TimeProvider time) =>
        ConferenceView.Do(
            child,
            id,
            viewing,
            reader,
            view =>
            {
                if (ConferenceCalendar.Of(view.Conference, time.GetUtcNow().UtcDateTime) is not { } appointment)
                    return Results.NotFound();
                return Results.File(Encoding.UTF8.GetBytes(appointment), ConferenceCalendar.ContentType, "raadslagning.ics");
            },
            "raadslagning-kalender"
        );

    /// <summary>Those who may come and have not been invited.</summary>
    public static IEnumerable<InviteeFact> ToInvite(ConferenceView view) =>
        view.Invitees.Where(i => i is { MayCome: true, InvitedOn: null });

    static IResult Page(ConferenceView view, FormState form) => ForChild.Page<InvitationsPage>(form, new { View = view, Form = form });
}
