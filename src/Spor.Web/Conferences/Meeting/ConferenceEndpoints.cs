using Spor.Conferences;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Conferences.Meeting;

static class ConferenceEndpoints
{
    const string One = "/barn/{child:long}/raadslagning/{id:long}";

    public static void MapConferences(this WebApplication app)
    {
        app.MapGet("/barn/{child:long}/raadslagning", ShowConferences.All).RequireAuthorization(Policies.Casework).AsKnown();
        app.MapGet("/barn/{child:long}/raadslagning/ny", OfferConferenceForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/raadslagning/ny", OfferConferenceForm.Save).Does<OfferConference>();
        app.MapGet(One, ShowConferences.One).RequireAuthorization(Policies.Casework).AsKnown();
        app.MapGet(One + "/svar", AnswerOfferForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost(One + "/svar", AnswerOfferForm.Save).Does<AnswerOffer>();
        app.MapGet(One + "/spoergsmaal", WriteQuestionsForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost(One + "/spoergsmaal", WriteQuestionsForm.Save).Does<WriteQuestions>();
        app.MapGet(One + "/inviteret/ny", WriteInviteeForm.ShowNew).RequireAuthorization(Policies.Casework);
        app.MapPost(One + "/inviteret/ny", WriteInviteeForm.SaveNew).Does<WriteInvitee>();
        app.MapGet(One + "/inviteret/{invitee:long}", WriteInviteeForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost(One + "/inviteret/{invitee:long}", WriteInviteeForm.Save).Does<WriteInvitee>();
        app.MapPost(One + "/inviteret/{invitee:long}/fjern", WriteInviteeForm.Remove).Does<RemoveInvitee>();
        app.MapGet(One + "/stoetteperson", ChooseSupportForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost(One + "/stoetteperson", ChooseSupportForm.Save).Does<ChooseSupport>();
        app.MapGet(One + "/praktisk", PlanPracticalForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost(One + "/praktisk", PlanPracticalForm.Save).Does<PlanPractical>();
        app.MapGet(One + "/invitationer", Invitations.Show).RequireAuthorization(Policies.Casework);
        app.MapPost(One + "/invitationer", Invitations.Mark).Does<MarkInvited>();
        app.MapGet(One + "/kalender.ics", Invitations.Calendar).RequireAuthorization(Policies.Casework);
        app.MapGet(One + "/aflys", CancelConferenceForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost(One + "/aflys", CancelConferenceForm.Save).Does<CancelConference>();
    }
}
