using Spor.Notifications;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Notifications;

static class NotificationEndpoints
{
    public static void MapNotifications(this WebApplication app)
    {
        app.MapGet(Routes.Inbox, InboxView.Show).RequireAuthorization(Policies.Casework);
        app.MapGet(Routes.Inbox + "/kvitteringer", AnswerManyForm.ShowAcknowledge).RequireAuthorization(Policies.Casework);
        app.MapPost(Routes.Inbox + "/kvitteringer", AnswerManyForm.SaveAcknowledge).Does<AnswerMany>();
        app.MapGet(Routes.Inbox + "/tilbagemeldinger", AnswerManyForm.ShowFeedback).RequireAuthorization(Policies.Casework);
        app.MapPost(Routes.Inbox + "/tilbagemeldinger", AnswerManyForm.SaveFeedback).Does<AnswerMany>();
        app.MapGet(Routes.ReceiveNotification, ReceiveForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost(Routes.ReceiveNotification, ReceiveForm.Save).Does<ReceiveNotification>().TakesFiles();
        var one = app.MapGroup("/barn/{child:long}/underretning/{id:long}").RequireAuthorization(Policies.Casework);
        one.MapGet("", NotificationView.Show).AsKnown();
        one.MapGet("/vurder", AssessForm.Show);
        one.MapPost("/vurder", AssessForm.Save).Does<AssessNotification>();
        one.MapGet("/kvittering", AnswerForm.ShowAcknowledge);
        one.MapPost("/kvittering", AnswerForm.SaveAcknowledge).Does<AcknowledgeNotification>();
        one.MapGet("/tilbagemelding", AnswerForm.ShowFeedback);
        one.MapPost("/tilbagemelding", AnswerForm.SaveFeedback).Does<GiveFeedback>();
        one.MapGet("/bilag", AttachForm.Show);
        one.MapPost("/bilag", AttachForm.Save).Does<AttachFiles>().TakesFiles();
        app.MapGet("/barn/{child:long}/bilag/{id:long}", AttachForm.Fetch).RequireAuthorization(Policies.Casework);
    }
}
