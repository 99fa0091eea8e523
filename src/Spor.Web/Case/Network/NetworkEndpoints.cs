using Spor.Web.Access;

namespace Spor.Web.Case.Network;

static class NetworkEndpoints
{
    public static void MapNetwork(this WebApplication app)
    {
        app.MapGet("/barn/{child:long}/netvaerk", ShowNetwork.Show).RequireAuthorization(Policies.Children).AsKnown();
        app.MapPost("/barn/{child:long}/netvaerk", PlacePersonForm.Save).RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/netvaerk/optag", TakeInInviteeForm.Save).RequireAuthorization(Policies.Casework);
        app.MapGet("/barn/{child:long}/person/ny", AddPersonForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/person/ny", AddPersonForm.Save).RequireAuthorization(Policies.Casework);
        app.MapGet("/barn/{child:long}/person/{person:long}", ChangePersonForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/person/{person:long}", ChangePersonForm.Save).RequireAuthorization(Policies.Casework);
    }
}
