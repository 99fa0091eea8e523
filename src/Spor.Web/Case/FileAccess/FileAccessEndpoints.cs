using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Cases;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.FileAccess;

/// <summary>Requests to see a child's file: the clock, the record in order with what is blacked out, and the answer.</summary>
static class FileAccessEndpoints
{
    public const string Path = "/aktindsigt";

    public static string OfChild(long child) => $"{Routes.Child(child)}/aktindsigt";

    public static string One(long child, long id) => $"{OfChild(child)}/{id}";

    public static void MapFileAccess(this WebApplication app)
    {
        app.MapGet(Path, Waiting).RequireAuthorization(Policies.Casework);
        app.MapGet("/barn/{child:long}/aktindsigt", ReceiveForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/aktindsigt", ReceiveForm.Save).Does<ReceiveFileAccess>();
        app.MapGet("/barn/{child:long}/aktindsigt/{id:long}", AnswerForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/aktindsigt/{id:long}", AnswerForm.Save).Does<AnswerFileAccess>();
        app.MapPost("/barn/{child:long}/aktindsigt/{id:long}/vent", AnswerForm.Delay).Does<DelayFileAccess>();
        app.MapPost("/barn/{child:long}/aktindsigt/{id:long}/pakke", RecordPackage.Fetch).RequireAuthorization(Policies.Casework);
    }

    /// <summary>What nobody has answered yet.</summary>
    public static Unanswered<FileAccessFact> Open { get; } = new("aktindsigt", f => f.ReceivedOn, f => f.AnsweredOn is null);

    static IResult Waiting(HttpContext context, Viewing viewing) =>
        new RazorComponentResult<WaitingPage>(new { Open = Open.Page(context, viewing) });
}
