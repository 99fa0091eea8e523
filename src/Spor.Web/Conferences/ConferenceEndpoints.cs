namespace Spor.Web.ConferencePages;

static class ConferenceEndpoints
{
    const string One = "/barn/{child:long}/raadslagning/{id:long}";

    public static void MapConferences(this WebApplication app)
    {
        app.MapGet("/barn/{child:long}/raadslagning", ShowConferences.All).RequireAuthorization(Policies.Casework);
        app.MapGet("/barn/{child:long}/raadslagning/ny", OfferConferenceForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/raadslagning/ny", OfferConferenceForm.Save).RequireAuthorization(Policies.Casework);
        app.MapGet(One, ShowConferences.One).RequireAuthorization(Policies.Casework);
        app.MapGet(One + "/svar", AnswerOfferForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost(One + "/svar", AnswerOfferForm.Save).RequireAuthorization(Policies.Casework);
    }
}
