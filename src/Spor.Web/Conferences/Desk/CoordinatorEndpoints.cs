using Spor.Conferences;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Conferences.Desk;

static class CoordinatorEndpoints
{
    public static void MapCoordinators(this WebApplication app)
    {
        app.MapGet(Routes.Coordinators, ListCoordinators.Show).RequireAuthorization(Policies.Casework);
        app.MapGet(Routes.NewCoordinator, KeepCoordinatorForm.ShowNew).RequireAuthorization(Policies.Settings);
        app.MapPost(Routes.NewCoordinator, KeepCoordinatorForm.SaveNew).Does<KeepCoordinator>();
        app.MapGet("/samordnere/{id:long}", KeepCoordinatorForm.Show).RequireAuthorization(Policies.Settings);
        app.MapPost("/samordnere/{id:long}", KeepCoordinatorForm.Save).Does<KeepCoordinator>();
        app.MapPost("/samordnere/{id:long}/slut", KeepCoordinatorForm.End).Does<EndCoordinator>();

        app.MapGet("/barn/{child:long}/raadslagning/{id:long}/samordner", ChooseCoordinatorForm.Show)
            .RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/raadslagning/{id:long}/samordner", ChooseCoordinatorForm.Save).Does<ChooseCoordinator>();

        app.MapGet(Routes.CoordinatorDesk, Desk.Show).RequireAuthorization(Policies.Coordination);
        app.MapGet("/samordner/{id:long}", Desk.ShowOne).RequireAuthorization(Policies.Coordination);
        app.MapGet("/samordner/{id:long}/kontaktark", Desk.Sheet).RequireAuthorization(Policies.Coordination);
        app.MapGet("/samordner/{id:long}/kalender.ics", Desk.Calendar).RequireAuthorization(Policies.Coordination);
        app.MapGet("/samordner/{id:long}/praktisk", PlanPracticalForm.Show).RequireAuthorization(Policies.Coordination);
        app.MapPost("/samordner/{id:long}/praktisk", PlanPracticalForm.Save).Does<PlanAsCoordinator>();
        app.MapPost("/samordner/{id:long}/svar", Desk.SaveAnswers).Does<NoteAnswers>();
        app.MapPost("/samordner/{id:long}/fra", Desk.GiveBack).Does<GiveBackConference>();
    }
}
