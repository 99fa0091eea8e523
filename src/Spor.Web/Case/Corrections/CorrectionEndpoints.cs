using Spor.Corrections;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Corrections;

static class CorrectionEndpoints
{
    public static void MapCorrections(this WebApplication app)
    {
        var group = app.MapGroup("/barn/{child:long}/ret").RequireAuthorization(Policies.Casework);
        group.MapGet("", FindMistakeForm.Show);
        group.MapGet("/{kind}/{id:long}", CorrectMistakeForm.Show);
        group.MapPost("/{kind}/{id:long}", CorrectMistakeForm.Save).Does<CorrectFact>();
        group.MapPost("/{kind}/{id:long}/traek-tilbage", CorrectMistakeForm.Withdraw).Does<WithdrawFact>();
    }
}
