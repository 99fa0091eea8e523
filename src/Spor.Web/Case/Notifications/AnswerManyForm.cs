using System.Globalization;
using Spor.Cases;
using Spor.Facts;
using Spor.Notifications;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Notifications;

/// <summary>The receipts, or the feedback, that were given to many on one day: ticked in the inbox's own list and said once.</summary>
static class AnswerManyForm
{
    /// <summary>As many stand on the page, the most urgent first.</summary>
    const int Most = 100;

    public static IResult ShowAcknowledge(Viewing viewing, Acting acting, string? liste) =>
        Show(Waits.Acknowledgement, viewing, acting, liste);

    public static IResult ShowFeedback(Viewing viewing, Acting acting, string? liste) => Show(Waits.Feedback, viewing, acting, liste);

    public static IResult SaveAcknowledge(IFormCollection posted, Viewing viewing, Acting acting, string? liste) =>
        Save(Waits.Acknowledgement, posted, viewing, acting, liste);

    public static IResult SaveFeedback(IFormCollection posted, Viewing viewing, Acting acting, string? liste) =>
        Save(Waits.Feedback, posted, viewing, acting, liste);

    static IResult Show(Waits what, Viewing viewing, Acting acting, string? liste) =>
        Page(
            what,
            viewing,
            acting.NewForm((nameof(AnswerMany.On), Form.Iso(viewing.WorkClock.Today)), (nameof(AnswerMany.Way), NoteKind.Message.Danish())),
            liste
        );

    static IResult Save(Waits what, IFormCollection posted, Viewing viewing, Acting acting, string? liste)
    {
        var form = FormState.Of(posted);
        var chosen = form.Values(nameof(AnswerMany.Notifications)).Select(Form.Number).OfType<long>().ToHashSet();
        var rows = Rows(what, viewing, liste).Where(r => chosen.Contains(r.Waiting.Notification.Id)).ToList();
        var command = new AnswerMany(
            what,
            [.. rows.Select(r => r.Child.File.Id).Distinct().Order()],
            [.. chosen.Order()],
            form.NeededDay(nameof(AnswerMany.On)),
            form.NeededCode<NoteKind>(nameof(AnswerMany.Way)),
            form.Text(nameof(AnswerMany.Note))
        );
        return acting.Do(command, form).Saved
            ? Acting.Saved(Routes.Inbox, what == Waits.Feedback ? "feedback-to-many" : "acknowledged-many")
            : Page(what, viewing, form, liste);
    }

    static IReadOnlyList<InboxRow> Rows(Waits what, Viewing viewing, string? liste)
    {
        var list = InboxList.Find(liste) is { } asked && asked.For == what ? asked : InboxList.Of(what, old: false);
        return InboxView.Read(viewing, only: list).All(list);
    }

    static IResult Page(Waits what, Viewing viewing, FormState form, string? liste)
    {
        var rows = Rows(what, viewing, liste);
        var shown = rows.Take(Most).ToList();
        viewing.Log.Looked(
            viewing.Viewer.Key,
            "list",
            [.. shown.Select(r => r.Child.File.Id).Distinct()],
            what == Waits.Feedback ? "indbakke tilbagemelding" : "indbakke kvittering"
        );
        return ForChild.Page<AnswerManyPage>(
            form,
            new
            {
                What = what,
                Rows = shown,
                All = rows.Count,
                Form = form,
            }
        );
    }

    public static string Id(InboxRow row) => row.Waiting.Notification.Id.ToString(CultureInfo.InvariantCulture);
}
