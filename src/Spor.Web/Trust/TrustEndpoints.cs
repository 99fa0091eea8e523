using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Cases;
using Spor.Notifications;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Case.Child;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Trust;

/// <summary>Who has seen the children: for whoever watches over the log, and on a child's page for those who may know.</summary>
static class TrustEndpoints
{
    public static void MapTrust(this WebApplication app)
    {
        app.MapGet("/hvem-har-set", Show).RequireAuthorization(Policies.Looks);
        app.MapGet("/hvem-har-set/svar", PatternForm.Show).RequireAuthorization(Policies.Looks);
        app.MapPost("/hvem-har-set/svar", PatternForm.Save).Does<AnswerPattern>();
        app.MapGet("/barn/{child:long}/hvem-har-set", ShowChild).RequireAuthorization(Policies.Children);
        app.MapGet("/barn/{child:long}/slet", EraseChildForm.Show).RequireAuthorization(Policies.Erasure);
        app.MapPost("/barn/{child:long}/slet", EraseChildForm.Save).Does<EraseChild>();
        app.MapGet(DueForErasure.Path, DueForErasure.List).RequireAuthorization(Policies.Erasure);
        app.MapGet(DueForErasure.Path + "/sendt/{id:long}", DueForErasure.ShowSent).RequireAuthorization(Policies.Erasure).ShowsNoChild();
        app.MapPost(DueForErasure.Path + "/sendt/{id:long}", DueForErasure.SaveSent).Does<EraseSent>();
        app.MapGet(DueForErasure.Path + "/{child:long}", DueForErasure.Show).RequireAuthorization(Policies.Erasure);
        app.MapPost(DueForErasure.Path + "/{child:long}", DueForErasure.Save).Does<EraseChild>();
    }

    static IResult Show(HttpContext context, Viewing viewing, TimeProvider time, IntentReader intents)
    {
        var view = LooksView.Of(context, viewing, time);
        viewing.Log.Looked(
            viewing.Viewer.Key,
            "hvem-har-set",
            [.. view.Shown],
            string.Create(CultureInfo.InvariantCulture, $"fra={Form.Iso(view.From)} til={Form.Iso(view.To)}")
        );
        return new RazorComponentResult<LooksPage>(new { View = view, Jumps = intents.Of(viewing.Snapshot, ClockWatch.Intention) });
    }

    static IResult ShowChild(long child, HttpContext context, Viewing viewing, TimeProvider time) =>
        ForChild.Do(
            child,
            viewing,
            state =>
                ChildActions.MayKnowWhoLooked(state, viewing)
                    ? new RazorComponentResult<ChildLooksPage>(new { View = LooksView.Of(context, viewing, time, child) })
                    : new RazorComponentResult<NotYoursToKnow> { StatusCode = StatusCodes.Status403Forbidden }
        );
}
