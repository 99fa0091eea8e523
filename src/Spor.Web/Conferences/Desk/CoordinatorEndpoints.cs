using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Conferences.Desk;

static class CoordinatorEndpoints
{
    public static void MapCoordinators(this WebApplication app)
    {
        app.MapGet(Routes.Coordinators, ListCoordinators.Show).RequireAuthorization(Policies.Casework);
        app.MapGet(Routes.NewCoordinator, KeepCoordinatorForm.ShowNew).RequireAuthorization(Policies.Settings);
        app.MapPost(Routes.NewCoordinator, KeepCoordinatorForm.SaveNew).RequireAuthorization(Policies.Settings);
        app.MapGet("/samordnere/{id:long}", KeepCoordinatorForm.Show).RequireAuthorization(Policies.Settings);
        app.MapPost("/samordnere/{id:long}", KeepCoordinatorForm.Save).RequireAuthorization(Policies.Settings);
        app.MapPost("/samordnere/{id:long}/slut", KeepCoordinatorForm.End).RequireAuthorization(Policies.Settings);

        app.MapGet("/barn/{child:long}/raadslagning/{id:long}/samordner", ChooseCoordinatorForm.Show)
            .RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/raadslagning/{id:long}/samordner", ChooseCoordinatorForm.Save)
            .RequireAuthorization(Policies.Casework);

        app.MapGet(Routes.CoordinatorDesk, Desk.Show).RequireAuthorization(Policies.Coordination);
        app.MapGet("/samordner/{id:long}", Desk.ShowOne).RequireAuthorization(Policies.Coordination);
        app.MapGet("/samordner/{id:long}/kontaktark", Desk.Sheet).RequireAuthorization(Policies.Coordination);
        app.MapGet("/samordner/{id:long}/kalender.ics", Desk.Calendar).RequireAuthorization(Policies.Coordination);
        app.MapGet("/samordner/{id:long}/praktisk", PlanPracticalForm.Show).RequireAuthorization(Policies.Coordination);
        app.MapPost("/samordner/{id:long}/praktisk", PlanPracticalForm.Save).RequireAuthorization(Policies.Coordination);
        app.MapPost("/samordner/{id:long}/svar", Desk.SaveAnswers).RequireAuthorization(Policies.Coordination);
        app.MapPost("/samordner/{id:long}/fra", Desk.GiveBack).RequireAuthorization(Policies.Coordination);
    }
}
