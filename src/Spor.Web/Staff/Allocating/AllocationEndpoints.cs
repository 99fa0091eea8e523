using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Workforce;

namespace Spor.Web.Staff.Allocating;

static class AllocationEndpoints
{
    public static void MapAllocation(this WebApplication app)
    {
        var group = app.MapGroup("/fordeling").RequireAuthorization(Policies.Leadership);
        group.MapGet("", WaitingForCaseworker.Show);
        group.MapGet("/{child:long}", AllocateCaseForm.Show);
        group.MapPost("/{child:long}", AllocateCaseForm.Save).Does<AllocateCase>();
    }
}
