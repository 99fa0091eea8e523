using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Cases;
using Spor.Facts;
using Spor.Requirements;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;

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

    static readonly Derived<Picked> Open = Picked.Of(c => Array.Exists(c.File.Of<FileAccessFact>(), f => f.AnsweredOn is null));

    static IEnumerable<(ChildState Child, FileAccessFact Request)> OpenTo(Viewing viewing) =>
        viewing
            .Snapshot.Get(Open)
            .Children.Where(viewing.MaySee)
            .SelectMany(c => c.File.Of<FileAccessFact>().Where(f => f.AnsweredOn is null).Select(f => (c, f)));

    public static Picked Warm(Snapshot snapshot) => snapshot.Get(Open);

    /// <summary>In the menu: what must be answered now.</summary>
    public static int? Pressing(Viewing viewing) => OpenTo(viewing).Count();

    /// <summary>What nobody has answered yet, of the children whom the viewer may see, a hundred a page.</summary>
    static IResult Waiting(HttpContext context, Viewing viewing)
    {
        var open = Paged.Of(
            [.. OpenTo(viewing).OrderBy(o => o.Request.ReceivedOn).ThenBy(o => o.Request.Id)],
            Paged.Asked(context.Request.Query)
        );
        viewing.Log.Looked(viewing.Viewer.Key, "aktindsigt", [.. open.Rows.Select(o => o.Child.File.Id)]);
        return new RazorComponentResult<WaitingPage>(new { Open = open });
    }
}
