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

    public static IResult Save(long child, long id, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) =>
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
                )
                {
                    ChildId = child,
                };
                var done = acting.Do(
                    command,
                    form,
                    (NetworkConferenceFact now) =>
                        [
                            (nameof(AnswerOffer.AnsweredOn), now.AnsweredOn is { } on ? Form.Iso(on) : null),
                            (nameof(AnswerOffer.Answer), now.Answer?.Danish()),
                            (nameof(AnswerOffer.ChildAnswer), now.ChildAnswer?.Danish()),
                            (nameof(AnswerOffer.WishedInstead), now.WishedInstead),
                        ]
                );
                if (done.Saved)
                    return command.Answer == OfferAnswer.Yes
                        ? Acting.Saved(view.Url, "conference-accepted")
                        : Acting.Saved(view.Url, "conference-declined");
                return Page(view, form);
            }
        );

    static IResult Page(ConferenceView view, FormState form) => ForChild.Page<AnswerOfferPage>(form, new { View = view, Form = form });
}
