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
                foreach (var agreement in ConferenceRules.Open(at.Agreements))
                    if (form.Code<AgreementOutcome>(ConferenceRules.Field(nameof(AgreementSeen.Outcome), agreement.Id)) is { } outcome)
                        seen.Add(new(agreement.Id, outcome, form.Text(ConferenceRules.Field(nameof(AgreementSeen.Note), agreement.Id))));
                var command = new FollowUpConference(
                    id,
                    form.NeededDay(nameof(FollowUpConference.On)),
                    form.Text(nameof(FollowUpConference.FollowUpNote)),
                    seen
                );
                Fact? meanwhile = null;
                var saved = acting.Do(
                    "follow-up-conference",
                    child,
                    form,
                    (facts, _) =>
                        at.Open(facts) is not { } file ? new Kernel.Refusal("thing-not-there")
                        : Acting.ChangedSince(form, meanwhile = ConferenceAt.Changed(form, file, id)) is { } changed ? changed
                        : ConferenceRules.FollowUp(command, file, viewing.WorkClock.Today)
                );
                if (saved)
                    return Acting.Saved(at.Url + "#opfoelgning", "conference-followed-up");
                if (meanwhile is not null && form.Refusals.Exists(r => r.Code == "changed-meanwhile"))
                    acting.ShowMeanwhile(form, meanwhile, (nameof(FollowUpConference.FollowUpNote), at.Conference.FollowUpNote));
                return Page(at, form);
            }
        );

    static IResult Page(ConferenceAt at, FormState form) => ForChild.Page<FollowUpConferencePage>(form, new { At = at, Form = form });
}
