using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Cases;
using Spor.Facts;
using Spor.Requirements;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Case.Objections;

/// <summary>Objections and requests to put something right: what came, the clock, and the answer.</summary>
static class ObjectionEndpoints
{
    public const string Path = "/indsigelser";

    public static string OfChild(long child) => $"{Routes.Child(child)}/indsigelse";

    public static string One(long child, long id) => $"{OfChild(child)}/{id}";

    public static void MapObjections(this WebApplication app)
    {
        app.MapGet(Path, Waiting).RequireAuthorization(Policies.Casework);
        app.MapGet("/barn/{child:long}/indsigelse", ObjectionForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/indsigelse", ObjectionForm.Receive).Does<ReceiveObjection>();
        app.MapGet("/barn/{child:long}/indsigelse/{id:long}", ObjectionForm.ShowOne).RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/indsigelse/{id:long}", ObjectionForm.Answer).Does<AnswerObjection>();
    }

    static readonly Derived<Picked> Open = Picked.Of(c => Array.Exists(c.File.Of<ObjectionFact>(), f => f.AnsweredOn is null));

    static IEnumerable<(ChildState Child, ObjectionFact Of)> OpenTo(Viewing viewing) =>
        viewing
            .Snapshot.Get(Open)
            .Children.Where(viewing.MaySee)
            .SelectMany(c => c.File.Of<ObjectionFact>().Where(f => f.AnsweredOn is null).Select(f => (c, f)));

    public static Picked Warm(Snapshot snapshot) => snapshot.Get(Open);

    /// <summary>In the menu: what must be answered now.</summary>
    public static int? Pressing(Viewing viewing) => OpenTo(viewing).Count();

    static IResult Waiting(HttpContext context, Viewing viewing)
    {
        var open = Paged.Of([.. OpenTo(viewing).OrderBy(o => o.Of.ReceivedOn).ThenBy(o => o.Of.Id)], Paged.Asked(context.Request.Query));
        viewing.Log.Looked(viewing.Viewer.Key, "indsigelser", [.. open.Rows.Select(o => o.Child.File.Id)]);
        return new RazorComponentResult<WaitingPage>(new { Open = open });
    }
}
