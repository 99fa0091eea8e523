using Spor.Cases;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Notes;

static class NoteEndpoints
{
    public static void MapNotes(this WebApplication app)
    {
        app.MapGet(Routes.SearchNotes, SearchNotes.Show).RequireAuthorization(Policies.Casework);
        app.MapPost(Routes.SearchNotes, SearchNotes.Search).RequireAuthorization(Policies.Casework);
        app.MapGet("/barn/{child:long}/notat", WriteNoteForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/notat", WriteNoteForm.Save).Does<WriteNote>();
    }
}
