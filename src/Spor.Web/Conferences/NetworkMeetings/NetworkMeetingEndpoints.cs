using Spor.Conferences;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Conferences.NetworkMeetings;

static class NetworkMeetingEndpoints
{
    public static void MapNetworkMeetings(this WebApplication app)
    {
        const string New = "/barn/{child:long}/netvaerksmoede/ny",
            One = "/barn/{child:long}/netvaerksmoede/{id:long}";
        app.MapGet(New, PlanNetworkMeetingForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost(New, PlanNetworkMeetingForm.Save).Does<PlanNetworkMeeting>();
        app.MapGet(One, NetworkMeetingForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost(One, NetworkMeetingForm.Hold).Does<HoldNetworkMeeting>();
        app.MapPost(One + "/aflys", NetworkMeetingForm.Cancel).Does<CancelNetworkMeeting>();
        app.MapGet(One + "/udskriv", NetworkMeetingForm.Print).RequireAuthorization(Policies.Casework);
    }
}
