using Spor.Assessments;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Conversations;

static class ConversationEndpoints
{
    public static void MapConversations(this WebApplication app)
    {
        app.MapGet("/barn/{child:long}/samtale", HearChildForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/samtale", HearChildForm.Save).Does<HearChild>();
    }
}
