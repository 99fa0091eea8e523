using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Exchange.Office;
using Spor.Voices;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Leading.Panels;

/// <summary>The panels of parents, young people and partners: what they raised, and what became of it.</summary>
static class PanelEndpoints
{
    public const string Root = "/paneler",
        NewPath = Root + "/nyt";

    static string N(long id) => id.ToString(CultureInfo.InvariantCulture);

    public static string Path(long meeting) => $"{Root}/{N(meeting)}";

    public static string Point(PanelPointFact p) => $"{Path(p.MeetingId)}/punkt/{N(p.Id)}";

    /// <summary>In the menu: points that are answered, and the panel does not know; null for none.</summary>
    public static int? Untold(Viewing viewing) =>
        viewing.Register.Of<PanelPointFact>().Count(p => p is { IsAnswered: true, ToldOn: null }) is > 0 and var n ? n : null;

    public static void MapPanels(this WebApplication app)
    {
        app.MapGet(
                Root,
                IResult (Viewing viewing, HttpContext context) =>
                    new RazorComponentResult<PanelsPage>(new { View = new PanelView(viewing), Page = Paged.Asked(context.Request.Query) })
            )
            .RequireAuthorization(Policies.Leadership)
            .ShowsNoChild();
        app.MapTables(Root, Policies.Leadership, (_, viewing) => new PanelView(viewing).ToTables());
        app.MapGet(NewPath, HoldPanelForm.ShowNew).RequireAuthorization(Policies.Leadership).ShowsNoChild();
        app.MapPost(NewPath, HoldPanelForm.SaveNew).Does<HoldPanel>();
        app.MapGet(Root + "/{id:long}", MeetingForms.Show).RequireAuthorization(Policies.Leadership).ShowsNoChild();
        app.MapPost(Root + "/{id:long}", MeetingForms.Raise).Does<RaisePanelPoint>();
        app.MapPost(Root + "/{id:long}/fortalt", MeetingForms.Tell).Does<TellPanelBack>();
        app.MapGet(Root + "/{id:long}.docx", Word).RequireAuthorization(Policies.Leadership).ShowsNoChild();
        app.MapGet(Root + "/{id:long}/ret", HoldPanelForm.Show).RequireAuthorization(Policies.Leadership).ShowsNoChild();
        app.MapPost(Root + "/{id:long}/ret", HoldPanelForm.Save).Does<HoldPanel>();
        app.MapGet(Root + "/{id:long}/punkt/{point:long}", PointForms.Show).RequireAuthorization(Policies.Leadership).ShowsNoChild();
        app.MapPost(Root + "/{id:long}/punkt/{point:long}", PointForms.Answer).Does<AnswerPanelPoint>();
        app.MapPost(Root + "/{id:long}/punkt/{point:long}/traek", PointForms.Withdraw).Does<WithdrawPanelPoint>();
    }

    static IResult Word(long id, Viewing viewing)
    {
        var view = new PanelView(viewing);
        return view.Meeting(id) is { } meeting
            ? TypedResults.File(view.ToMinutes(meeting), Document.ContentType, $"panel-{Form.Iso(meeting.HeldOn)}.docx")
            : Results.NotFound();
    }
}
