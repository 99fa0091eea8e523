using Spor.Cases;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Cases;

static class CaseEndpoints
{
    public const string HandOverMany = "/overdrag";

    public static void MapCases(this WebApplication app)
    {
        app.MapGet("/barn/{child:long}/overdrag", HandOverForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/overdrag", HandOverForm.Save).Does<HandOver>();
        app.MapGet(HandOverMany, HandOverForm.ShowMany).RequireAuthorization(Policies.Leadership);
        app.MapPost(HandOverMany, HandOverForm.SaveMany).Does<HandOver>().RequireAuthorization(Policies.Leadership);
        app.MapGet("/barn/{child:long}/overdragelse/{handover:long}", ReceiveHandoverForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/overdragelse/{handover:long}", ReceiveHandoverForm.Save).Does<ReceiveHandover>();
        app.MapGet(HandoverList.Path, HandoverList.Show).RequireAuthorization(Policies.Casework);
        app.MapGet("/barn/{child:long}/overdragelse-forslag/{id:long}", AnswerHandoverForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/overdragelse-forslag/{id:long}", AnswerHandoverForm.Save).Does<AnswerHandover>();
        app.MapPost("/barn/{child:long}/overdragelse-forslag/{id:long}/tilbage", AnswerHandoverForm.TakeBack).Does<WithdrawHandover>();
        app.MapGet("/barn/{child:long}/flyt", MoveForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/flyt", MoveForm.Save).Does<RecordMove>();
        app.MapGet("/barn/{child:long}/luk", CloseCaseForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/luk", CloseCaseForm.Save).Does<CloseCase>();
        app.MapGet("/barn/{child:long}/genaabn", ReopenCaseForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/genaabn", ReopenCaseForm.Save).Does<ReopenCase>();
    }

    public static string Handover(long child, long id) =>
        $"{Routes.Child(child)}/overdragelse/{id.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    public static string Proposed(long child, long id) => $"{Routes.Child(child)}/overdragelse-forslag/{Form.Invariant(id)}";

    public static string HandOverAll(long employee) =>
        $"{HandOverMany}?raadgiver={employee.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    /// <summary>Leaders hand over several children at once.</summary>
    public static bool MayHandOverMany(Viewing viewing) => viewing.MayLead;
}
