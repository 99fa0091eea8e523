using Spor.Cases;
using Spor.Facts;
using Spor.Notifications;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Notifications;

/// <summary>The receipt and the feedback, when they were given in another way than by a letter from Spor.</summary>
static class AnswerForm
{
    public static IResult ShowAcknowledge(long child, long id, Viewing viewing, Acting acting, ChildReader reader, FactReader facts) =>
        NotificationView.With(child, id, viewing, reader, facts, view => Page(view, New(viewing, acting), feedback: false));

    public static IResult ShowFeedback(long child, long id, Viewing viewing, Acting acting, ChildReader reader, FactReader facts) =>
        NotificationView.With(child, id, viewing, reader, facts, view => Page(view, New(viewing, acting), feedback: true));

    public static IResult SaveAcknowledge(
        long child,
        long id,
        IFormCollection posted,
        Viewing viewing,
        Acting acting,
        ChildReader reader,
        FactReader facts
    ) =>
        NotificationView.With(
            child,
            id,
            viewing,
            reader,
            facts,
            view =>
            {
                var form = FormState.Of(posted);
                var command = new AcknowledgeNotification(
                    child,
                    id,
                    form.NeededDay("On"),
                    form.NeededCode<NoteKind>("Way"),
                    form.Text("Note")
                );
                return acting.Do(command, form).Saved
                    ? Acting.Saved(Routes.Notification(child, id) + "#svar", "notification-acknowledged")
                    : Page(view, form, feedback: false);
            }
        );

    public static IResult SaveFeedback(
        long child,
        long id,
        IFormCollection posted,
        Viewing viewing,
        Acting acting,
        ChildReader reader,
        FactReader facts
    ) =>
        NotificationView.With(
            child,
            id,
            viewing,
            reader,
            facts,
            view =>
            {
                var form = FormState.Of(posted);
                var command = new GiveFeedback(child, id, form.NeededDay("On"), form.NeededCode<NoteKind>("Way"), form.Text("Note"));
                return acting.Do(command, form).Saved
                    ? Acting.Saved(Routes.Notification(child, id) + "#svar", "feedback-given")
                    : Page(view, form, feedback: true);
            }
        );

    static FormState New(Viewing viewing, Acting acting) =>
        acting.NewForm(("On", Form.Iso(viewing.WorkClock.Today)), ("Way", NoteKind.Phone.Danish()));

    static IResult Page(NotificationView view, FormState form, bool feedback) =>
        ForChild.Page<AnswerPage>(
            form,
            new
            {
                View = view,
                Form = form,
                IsFeedback = feedback,
            }
        );
}
