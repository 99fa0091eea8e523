using Spor.Conferences;
using Spor.Facts;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Conferences.Meeting;

/// <summary>The family's answer to the offer, and the child's own.</summary>
static class AnswerOfferForm
{
    public static IResult Show(long child, long id, Viewing viewing, Acting acting, ChildReader reader) =>
        ConferenceView.Do(
            child,
            id,
            viewing,
            reader,
            view =>
                Page(
                    view,
                    acting.NewForm(
                        (nameof(AnswerOffer.AnsweredOn), Form.Iso(view.Conference.AnsweredOn ?? viewing.WorkClock.Today)),
                        (nameof(AnswerOffer.Answer), view.Conference.Answer?.Danish()),
                        (nameof(AnswerOffer.ChildAnswer), view.Conference.ChildAnswer?.Danish()),
                        (nameof(AnswerOffer.WishedInstead), view.Conference.WishedInstead)
                    )
                )
        );

    public static IResult Save(
        long child,
        long id,
        IFormCollection posted,
        Viewing viewing,
        Acting acting,
        ChildReader reader,
        FactReader facts
    ) =>
        ConferenceView.Do(
            child,
            id,
            viewing,
            reader,
            view =>
            {
                var form = FormState.Of(posted);
                var command = new AnswerOffer(
                    id,
                    form.NeededDay(nameof(AnswerOffer.AnsweredOn)),
                    form.Code<OfferAnswer>(nameof(AnswerOffer.Answer)),
                    form.Code<OfferAnswer>(nameof(AnswerOffer.ChildAnswer)),
                    form.Text(nameof(AnswerOffer.WishedInstead))
                );
                var saved = acting.Do(
                    "answer-conference-offer",
                    child,
                    form,
                    (open, _) =>
                    {
                        var conference = ConferenceView.Of(open, child, id);
                        if (Acting.ChangedSince(form, conference) is { } meanwhile)
                            return meanwhile;
                        return ConferenceRules.Answer(
                            command,
                            conference,
                            view.File.Child,
                            open.OfChild<NetworkConferenceFact>(child),
                            viewing.WorkClock.Today
                        );
                    }
                );
                if (saved)
                    return command.Answer == OfferAnswer.Yes
                        ? Acting.Saved(view.Url, "conference-accepted")
                        : Acting.Saved(view.Url, "conference-declined");
                if (form.Refusals.Exists(r => r.Code == "changed-meanwhile") && facts.Find<NetworkConferenceFact>(id) is { } row)
                    acting.ShowMeanwhile(
                        form,
                        row,
                        (nameof(AnswerOffer.AnsweredOn), row.AnsweredOn is { } on ? Form.Iso(on) : null),
                        (nameof(AnswerOffer.Answer), row.Answer?.Danish()),
                        (nameof(AnswerOffer.ChildAnswer), row.ChildAnswer?.Danish()),
                        (nameof(AnswerOffer.WishedInstead), row.WishedInstead)
                    );
                return Page(view, form);
            }
        );

    static IResult Page(ConferenceView view, FormState form) => ForChild.Page<AnswerOfferPage>(form, new { View = view, Form = form });
}
