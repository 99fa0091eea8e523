using Spor.Conferences;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Conferences.Meeting;

/// <summary>The family is offered a network conference.</summary>
static class OfferConferenceForm
{
    public static IResult Show(long child, Viewing viewing, Acting acting, ChildReader reader) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                if (reader.Read(child) is not { } file)
                    return Results.NotFound();
                var told = file
                    .People.Where(p => p is { HasCustody: true, Name: not null })
                    .Select(p => $"{p.Name} ({Facts.CodeText.Danish(p.Relation)})")
                    .ToList();
                if (ConferenceRules.AnswersItself(file.Child, viewing.WorkClock.Today))
                    told.Add(file.Child.FirstName ?? Text.TheYoung);
                return Page(
                    state,
                    acting.NewForm(
                        (nameof(OfferConference.OfferedOn), Form.Iso(viewing.WorkClock.Today)),
                        (nameof(OfferConference.OfferedTo), string.Join(", ", told))
                    )
                );
            }
        );

    public static IResult Save(long child, IFormCollection posted, Viewing viewing, Acting acting) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                var form = FormState.Of(posted);
                var command = new OfferConference(
                    child,
                    form.NeededDay(nameof(OfferConference.OfferedOn)),
                    form.Text(nameof(OfferConference.OfferedTo))
                );
                return acting.Do(command, form).New<NetworkConferenceFact>() is { } offered
                    ? Acting.Saved(Routes.Conference(child, offered.Id), "conference-offered")
                    : Page(state, form);
            }
        );

    static IResult Page(ChildState state, FormState form) => ForChild.Page<OfferConferencePage>(form, new { State = state, Form = form });
}
