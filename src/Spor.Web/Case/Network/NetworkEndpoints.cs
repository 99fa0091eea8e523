using Spor.Children;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Network;

static class NetworkEndpoints
{
    public static void MapNetwork(this WebApplication app)
    {
        app.MapGet("/barn/{child:long}/netvaerk", ShowNetwork.Show).RequireAuthorization(Policies.Children).AsKnown();
        app.MapPost("/barn/{child:long}/netvaerk", PlacePersonForm.Save).Does<PlacePerson>();
        app.MapPost("/barn/{child:long}/netvaerk/optag", TakeInInviteeForm.Save).Does<TakeInInvitee>();
        app.MapGet("/barn/{child:long}/netvaerk/telefoner", ContactForm.Print).RequireAuthorization(Policies.Casework);
        app.MapGet("/barn/{child:long}/kontakt", ContactForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/kontakt", ContactForm.Save).Does<KeepContact>();
        app.MapGet("/barn/{child:long}/person/ny", AddPersonForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/person/ny", AddPersonForm.Save).Does<AddPerson>();
        app.MapGet("/barn/{child:long}/person/{person:long}", ChangePersonForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/person/{person:long}", ChangePersonForm.Save).Does<ChangePerson>();
    }
}
