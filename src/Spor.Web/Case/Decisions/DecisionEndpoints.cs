using Spor.Decisions;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Decisions;

static class DecisionEndpoints
{
    public static void MapDecisions(this WebApplication app)
    {
        app.MapGet("/barn/{child:long}/afgoerelse/ny", ProposeDecisionForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/afgoerelse/ny", ProposeDecisionForm.Save).Does<ProposeDecision>();
        app.MapGet("/barn/{child:long}/indsats/{measure:long}/hjemgivelse", ProposeDecisionForm.ShowReturn)
            .RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/indsats/{measure:long}/hjemgivelse", ProposeDecisionForm.SaveReturn).Does<ProposeDecision>();
        app.MapGet("/barn/{child:long}/indsats/{measure:long}/bevilling", ProposeGrantForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/indsats/{measure:long}/bevilling", ProposeGrantForm.Save).Does<ProposeGrant>();
        app.MapGet("/barn/{child:long}/afgoerelse/{id:long}", DecideProposalForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/afgoerelse/{id:long}", DecideProposalForm.Save).Does<DecideProposal>();
        app.MapGet("/barn/{child:long}/afgoerelse/{id:long}/indstilling", RecommendationWord.Fetch).RequireAuthorization(Policies.Casework);
        app.MapGet("/barn/{child:long}/opgave/{id:long}", FinishDutyForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/opgave/{id:long}", FinishDutyForm.Save).Does<FinishDuty>();
        app.MapGet(Routes.AuthorityLimits, AuthorityForm.Show).RequireAuthorization(Policies.Settings);
        app.MapPost(Routes.AuthorityLimits, AuthorityForm.Save).Does<SetAuthorityLimit>();
        app.MapGet(Routes.Regulations, RegulationForm.Show).RequireAuthorization(Policies.Settings);
        app.MapPost(Routes.Regulations, RegulationForm.Save).Does<SetRateRegulation>();
        app.MapGet(Routes.WaitingDecisions, WaitingList.Show).RequireAuthorization(Policies.Casework);
    }
}
