using Spor.Assessments;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Assessments;

static class AssessmentEndpoints
{
    public static void MapAssessments(this WebApplication app)
    {
        app.MapGet("/barn/{child:long}/undersoegelse/ny", StartAssessmentForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/undersoegelse/ny", StartAssessmentForm.Save).Does<StartAssessment>();
        app.MapGet("/barn/{child:long}/undersoegelse/{id:long}", ShowAssessment.Show).RequireAuthorization(Policies.Casework).AsKnown();
        app.MapGet("/barn/{child:long}/undersoegelse/{id:long}/udskriv", ShowAssessment.Print)
            .RequireAuthorization(Policies.Casework)
            .AsKnown();
        app.MapPost("/barn/{child:long}/undersoegelse/{id:long}/videre", ShowAssessment.Carry).Does<CarryForward>();
        app.MapGet("/barn/{child:long}/undersoegelse/{id:long}/del/{code}", WriteDimensionForm.Show)
            .RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/undersoegelse/{id:long}/del/{code}", WriteDimensionForm.Save).Does<WriteDimension>();
        app.MapGet("/barn/{child:long}/undersoegelse/{id:long}/afslut", ConcludeAssessmentForm.Show)
            .RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/undersoegelse/{id:long}/afslut", ConcludeAssessmentForm.Save).Does<ConcludeAssessment>();
    }
}
