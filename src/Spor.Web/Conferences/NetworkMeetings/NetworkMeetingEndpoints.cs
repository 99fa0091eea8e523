using Spor.Web.Access;

namespace Spor.Web.Conferences.NetworkMeetings;

static class NetworkMeetingEndpoints
{
    public static void MapNetworkMeetings(this WebApplication app)
    {
        const string New = "/barn/{child:long}/netvaerksmoede/ny",
            One = "/barn/{child:long}/netvaerksmoede/{id:long}";
        app.MapGet(New, PlanNetworkMeetingForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost(New, PlanNetworkMeetingForm.Save).RequireAuthorization(Policies.Casework);
        app.MapGet(One, NetworkMeetingForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost(One, NetworkMeetingForm.Hold).RequireAuthorization(Policies.Casework);
        app.MapPost(One + "/aflys", NetworkMeetingForm.Cancel).RequireAuthorization(Policies.Casework);
        app.MapGet(One + "/udskriv", NetworkMeetingForm.Print).RequireAuthorization(Policies.Casework);
    }
}
