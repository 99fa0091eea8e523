using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Cases;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

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

    /// <summary>What nobody has answered yet.</summary>
    public static Unanswered<ObjectionFact> Open { get; } = new("indsigelser", f => f.ReceivedOn, f => f.AnsweredOn is null);

    static IResult Waiting(HttpContext context, Viewing viewing) =>
        new RazorComponentResult<WaitingPage>(new { Open = Open.Page(context, viewing) });
}
