using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Exchange.Office;
using Spor.Facts;
using Spor.Requirements;
using Spor.Supervision;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Leading.CaseReadings;

/// <summary>Management supervision: rounds, what readers ask, the reading of a case, and what is learnt of it.</summary>
static class ReadingEndpoints
{
    public const string Root = "/ledelsestilsyn",
        StartPath = Root + "/ny",
        AuditPath = Root + "/ekstern",
        TemplatePath = Root + "/skabelon",
        ReadPath = Root + "/laes",
        LearningPath = Root + "/laering";

    static string N(long id) => id.ToString(CultureInfo.InvariantCulture);

    public static string Path(long round) => $"{Root}/{N(round)}";

    public static string Reading(long child, long drawn) => $"{ReadPath}/{N(child)}/{N(drawn)}";

    public static string Drawn(DrawnCaseFact d) => $"{Path(d.RoundId)}/sag/{N(d.ChildId)}/{N(d.Id)}";

    public static void MapCaseReadings(this WebApplication app)
    {
        app.MapGet(Root, IResult (Viewing viewing) => new RazorComponentResult<RoundsPage>(new { View = new RoundsView(viewing) }))
            .RequireAuthorization(Policies.Leadership)
            .ShowsNoChild();
        app.MapTables(Root, Policies.Leadership, (_, viewing) => new RoundsView(viewing).ToTables());
        app.MapGet(StartPath, StartRoundForm.Show).RequireAuthorization(Policies.Leadership).ShowsNoChild();
        app.MapPost(StartPath, StartRoundForm.Save).Does<StartReadingRound>();
        app.MapGet(AuditPath, AuditForm.Show).RequireAuthorization(Policies.Leadership).ShowsNoChild();
        app.MapPost(AuditPath, AuditForm.Save).Does<StartAudit>();
        app.MapGet(TemplatePath, TemplateForm.ShowNew).RequireAuthorization(Policies.Leadership).ShowsNoChild();
        app.MapPost(TemplatePath, TemplateForm.SaveNew).Does<WriteReadingTemplate>();
        app.MapGet(TemplatePath + "/{id:long}", TemplateForm.Show).RequireAuthorization(Policies.Leadership).ShowsNoChild();
        app.MapPost(TemplatePath + "/{id:long}", TemplateForm.Save).Does<WriteReadingTemplate>();
        app.MapGet(Root + "/{id:long}", RoundForm.Show).RequireAuthorization(Policies.Leadership);
        app.MapPost(Root + "/{id:long}", RoundForm.Add).Does<AddReadingAction>();
        app.MapGet(Root + "/{id:long}.docx", Word).RequireAuthorization(Policies.Leadership).ShowsNoChild();
        app.MapTables(
            Root + "/{id:long}/tal",
            Policies.Leadership,
            (context, viewing) =>
                RoundView.Of(viewing, long.Parse(context.GetRouteValue("id")!.ToString()!, CultureInfo.InvariantCulture))?.ToTables(),
            instead: Root
        );
        app.MapGet(Root + "/{id:long}/ret", ChangeRoundForm.Show).RequireAuthorization(Policies.Leadership).ShowsNoChild();
        app.MapPost(Root + "/{id:long}/ret", ChangeRoundForm.Save).Does<ChangeReadingRound>();
        app.MapPost(Root + "/{id:long}/afslut", ChangeRoundForm.End).Does<EndReadingRound>();
        app.MapGet(Root + "/{id:long}/handling/{action:long}", ActionForm.Show).RequireAuthorization(Policies.Leadership).ShowsNoChild();
        app.MapPost(Root + "/{id:long}/handling/{action:long}", ActionForm.Save).Does<ChangeReadingAction>();
        app.MapGet(Root + "/{id:long}/sag/{child:long}/{drawn:long}", DrawnForm.Show).RequireAuthorization(Policies.Leadership);
        app.MapPost(Root + "/{id:long}/sag/{child:long}/{drawn:long}", DrawnForm.Save).Does<ReplaceReader>();
        app.MapGet(ReadPath, ShowToRead).RequireAuthorization(Policies.Children);
        app.MapGet(ReadPath + "/{child:long}/{drawn:long}", ReadCaseForm.Show).RequireAuthorization(Policies.Children);
        app.MapPost(ReadPath + "/{child:long}/{drawn:long}", ReadCaseForm.Save).Does<ReadCase>();
        app.MapGet(LearningPath, LearningForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost(LearningPath + "/{child:long}/{reading:long}", LearningForm.Save).Does<SeeLearning>();
    }

    /// <summary>The children of whom a case was ever drawn.</summary>
    static readonly Derived<Picked> WithDrawn = Picked.Of(c => c.File.Of<DrawnCaseFact>().Length > 0);

    public static Picked Warm(Snapshot snapshot) => snapshot.Get(WithDrawn);

    /// <summary>Those of them whom the viewer may see.</summary>
    public static IEnumerable<ChildState> Children(Viewing viewing) => viewing.Snapshot.Get(WithDrawn).Children.Where(viewing.IsVisible);

    /// <summary>What the viewer is to read, in rounds that run.</summary>
    public static IEnumerable<(ChildState Child, DrawnCaseFact Drawn, bool Read)> ToRead(Viewing viewing)
    {
        var running = viewing.Register.Of<ReadingRoundFact>().Where(r => r.RunsOn(viewing.WorkClock.Today)).Select(r => r.Id).ToHashSet();
        if (running.Count == 0)
            return [];
        return viewing
            .Snapshot.Get(WithDrawn)
            .Children.SelectMany(c =>
                c.File.Of<DrawnCaseFact>()
                    .Where(d => running.Contains(d.RoundId) && d.IsReadBy(viewing.Viewer.Key, viewing.Viewer.EmployeeId))
                    .Select(d => (c, d, Array.Exists(c.File.Of<CaseReadingFact>(), r => r.DrawnId == d.Id)))
            );
    }

    /// <summary>In the menu: what is not read yet; null for who has nothing to read.</summary>
    public static int? Unread(Viewing viewing) => ToRead(viewing).Count(r => !r.Read);

    static IResult ShowToRead(HttpContext context, Viewing viewing)
    {
        var rows = Paged.Of(
            [.. ToRead(viewing).OrderBy(r => r.Read).ThenBy(r => r.Drawn.RoundId).ThenBy(r => r.Drawn.Id)],
            Paged.Asked(context.Request.Query)
        );
        viewing.Log.Looked(viewing.Viewer.Key, "ledelsestilsyn", [.. rows.Rows.Select(r => r.Child.File.Id).Distinct()]);
        return new RazorComponentResult<ToReadPage>(new { Rows = rows });
    }

    static IResult Word(long id, Viewing viewing) =>
        RoundView.Of(viewing, id) is { } view
            ? TypedResults.File(
                Document.Write(Text.ReportTitle(view.Round), view.ToBlocks()),
                Document.ContentType,
                $"ledelsestilsyn-{Form.Iso(view.Round.DrawnOn)}.docx"
            )
            : Results.NotFound();
}
