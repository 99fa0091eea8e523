using Spor.Conferences;
using Spor.Facts;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Conferences.FamilyPlans;

/// <summary>The follow-up meeting: what was said, and how each agreement goes, on one page.</summary>
static class FollowUpConferenceForm
{
    public static IResult Show(long child, long id, Viewing viewing, Acting acting, ChildReader reader) =>
        ConferenceAt.Do(
            child,
            id,
            viewing,
            reader,
            at =>
                Page(
                    at,
                    acting.NewForm(
                        (
                            nameof(FollowUpConference.On),
                            Form.Iso(
                                at.Conference.FollowUpPlannedOn is { } day && day <= viewing.WorkClock.Today ? day : viewing.WorkClock.Today
                            )
                        )
                    )
                )
        );

    public static IResult Save(long child, long id, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) =>
        ConferenceAt.Do(
            child,
            id,
            viewing,
            reader,
            at =>
            {
                var form = FormState.Of(posted);
                var seen = new List<AgreementSeen>();
                // All that the form showed, so that a second press means what the first did.
                foreach (var agreement in at.Agreements)
                    if (form.Code<AgreementOutcome>(ConferenceRules.Field(nameof(AgreementSeen.Outcome), agreement.Id)) is { } outcome)
                        seen.Add(new(agreement.Id, outcome, form.Text(ConferenceRules.Field(nameof(AgreementSeen.Note), agreement.Id))));
                var command = new FollowUpConference(
                    id,
                    form.NeededDay(nameof(FollowUpConference.On)),
                    form.Text(nameof(FollowUpConference.FollowUpNote)),
                    seen
                )
                {
                    ChildId = child,
                };
                var done = acting.Do(command, form, (Fact _) => [(nameof(FollowUpConference.FollowUpNote), at.Conference.FollowUpNote)]);
                if (done.Saved)
                    return Acting.Saved(at.Url + "#opfoelgning", "conference-followed-up");
                return Page(at, form);
            }
        );

    static IResult Page(ConferenceAt at, FormState form) => ForChild.Page<FollowUpConferencePage>(form, new { At = at, Form = form });
}
