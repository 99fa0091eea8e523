using Spor.Cases;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.OwnTasks;

static class OwnTaskEndpoints
{
    public static void MapOwnTasks(this WebApplication app)
    {
        app.MapGet("/barn/{child:long}/egen-opgave", OwnTaskForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/egen-opgave", OwnTaskForm.Save).Does<WriteOwnTask>();
        app.MapPost("/barn/{child:long}/egen-opgave/{id:long}", OwnTaskForm.End).Does<EndOwnTask>();
        app.MapGet(Routes.NewReminder, ReminderForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost(Routes.NewReminder, ReminderForm.Save).Does<WriteReminder>();
        app.MapPost(Routes.NewReminder + "/{id:long}", ReminderForm.End).Does<EndReminder>();
    }
}
