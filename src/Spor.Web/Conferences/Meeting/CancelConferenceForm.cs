using Spor.Conferences;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Conferences.Meeting;

/// <summary>The conference is called off, also on the day itself.</summary>
static class CancelConferenceForm
{
    public static IResult Show(long child, long id, Viewing viewing, Acting acting, ChildReader reader) =>
        ConferenceView.Do(
            child,
            id,
            viewing,
            reader,
            view => Page(view, acting.NewForm((nameof(CancelConference.CancelledOn), Form.Iso(viewing.WorkClock.Today))))
        );

    public static IResult Save(long child, long id, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) =>
        ConferenceView.Do(
            child,
            id,
            viewing,
            reader,
            view =>
            {
                var form = FormState.Of(posted);
                var command = new CancelConference(
                    id,
                    form.NeededDay(nameof(CancelConference.CancelledOn)),
                    form.Text(nameof(CancelConference.CancelReason))
                )
                {
                    ChildId = child,
                };
                return acting.Do(command, form).Saved ? Acting.Saved(view.Url, "conference-cancelled") : Page(view, form);
            }
        );

    static IResult Page(ConferenceView view, FormState form) => ForChild.Page<CancelConferencePage>(form, new { View = view, Form = form });
}
