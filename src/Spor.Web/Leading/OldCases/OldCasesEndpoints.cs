using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Access;
using Spor.Facts;
using Spor.Recovery;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Leading.OldCases;

/// <summary>Recovery: what is lacking in the cases, and the programmes that bring the old ones up to the standard.</summary>
static class OldCasesEndpoints
{
    public const string Root = Routes.Recovery;
    public const string StartPath = Root + "/ny";

    public static string Path(long id) => $"{Root}/{id.ToString(CultureInfo.InvariantCulture)}";

    public static void MapOldCases(this WebApplication app)
    {
        app.MapGet(Root, ShowScan).RequireAuthorization(Policies.Figures);
        app.MapTables(
            Root,
            Policies.Figures,
            (context, viewing) =>
                ScanView.Of(viewing, ScanQuery.Of(context.Request.Query, viewing.Today)).ToTables(context.Request.Query["tabel"].ToString())
        );
        app.MapGet(Root + "/{id:long}", ShowProgramme).RequireAuthorization(Policies.Figures);
        app.MapTables(
            Root + "/{id:long}/tal",
            Policies.Figures,
            (context, viewing) =>
                ProgrammeView
                    .Of(
                        viewing,
                        long.Parse(context.GetRouteValue("id")!.ToString()!, CultureInfo.InvariantCulture),
                        ShownOf(context.Request.Query)
                    )
                    ?.ToTables(context.Request.Query["tabel"].ToString()),
            instead: Root
        );
        app.MapGet(StartPath, StartProgrammeForm.Show).RequireAuthorization(Policies.Leadership);
        app.MapPost(StartPath, StartProgrammeForm.Save).Does<StartRecoveryProgramme>();
        app.MapGet(Root + "/{id:long}/ret", ChangeProgrammeForm.Show).RequireAuthorization(Policies.Leadership);
        app.MapPost(Root + "/{id:long}/ret", ChangeProgrammeForm.Save).Does<ChangeRecoveryProgramme>();
        app.MapPost(Root + "/{id:long}/afslut", ChangeProgrammeForm.End).Does<EndRecoveryProgramme>();
        app.MapGet(Root + "/{id:long}/planlaeg", PlanForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost(Root + "/{id:long}/planlaeg", PlanForm.Save).Does<PlanRecovery>();
        app.MapGet(Root + "/{id:long}/tavle", BoardForm.Show).RequireAuthorization(Policies.Team);
        app.MapPost(Root + "/{id:long}/tavle", BoardForm.Save).Does<HoldRecoveryBoard>();
        app.MapGet(Root + "/{id:long}/tavle.docx", BoardForm.Minutes).RequireAuthorization(Policies.Team);
        app.MapGet(Root + "/{id:long}/status.docx", BoardForm.Status).RequireAuthorization(Policies.Leadership);
        app.MapGet(Root + "/{id:long}/temaer", ThemesForm.Show).RequireAuthorization(Policies.Team);
        app.MapPost(Root + "/{id:long}/temaer", ThemesForm.Add).Does<AddRecoveryAction>();
        app.MapGet(Root + "/{id:long}/temaer/{action:long}", ThemesForm.ShowOne).RequireAuthorization(Policies.Leadership);
        app.MapPost(Root + "/{id:long}/temaer/{action:long}", ThemesForm.Save).Does<ChangeRecoveryAction>();
        app.MapGet(Root + "/{id:long}/bemanding", StaffingForm.Show).RequireAuthorization(Policies.Leadership);
        app.MapPost(Root + "/{id:long}/bemanding", StaffingForm.Save).Does<NoteRecoveryStaffing>();
        app.MapPost(Root + "/{id:long}/bemanding/{row:long}/fjern", StaffingForm.Withdraw).Does<WithdrawRecoveryStaffing>();
        app.MapGet(Root + "/{id:long}/offentliggjort", PublishedForm.Show).RequireAuthorization(Policies.Leadership);
        app.MapPost(Root + "/{id:long}/offentliggjort", PublishedForm.Save).Does<NotePublishedNumbers>();
        app.MapPost(Root + "/{id:long}/offentliggjort/{row:long}/fjern", PublishedForm.Withdraw).Does<WithdrawPublishedNumbers>();
    }

    static IResult ShowScan(HttpContext context, Viewing viewing, Showing log)
    {
        var view = ScanView.Of(viewing, ScanQuery.Of(context.Request.Query, viewing.Today));
        if (view.ShowsChildren)
            log.Looked(
                viewing.Viewer.Key,
                "drill-down",
                [.. view.Shown.Rows.Select(r => r.Of.File.Id).Distinct()],
                "genopretning?" + view.Query.ToQuery()
            );
        return new RazorComponentResult<ScanPage>(
            new
            {
                View = view,
                // Of the same snapshot as the page that each leads to.
                Programmes = (view.ShowsChildren ? viewing : view.Viewing)
                    .Register.Of<RecoveryProgrammeFact>()
                    .Where(p => ProgrammeView.IsTold(viewing, p))
                    .ToList(),
                MayStart = viewing.MayLead,
            }
        )
        {
            StatusCode = view.Query.Faults.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
        };
    }

    public static CasesShown ShownOf(IQueryCollection query) =>
        Codes<CasesShown>.TryDanish(query["vis"].ToString(), out var shown) ? shown : CasesShown.NotInOrder;

    static IResult ShowProgramme(long id, HttpContext context, Viewing viewing, Showing log)
    {
        if (ProgrammeView.Of(viewing, id, ShownOf(context.Request.Query), Paged.Asked(context.Request.Query)) is not { } view)
            return Results.NotFound();
        if (view.ShowsChildren)
            log.Looked(
                viewing.Viewer.Key,
                "drill-down",
                [.. view.Rows.Rows.Select(r => r.Of.File.Id).Distinct()],
                $"genopretning/{id.ToString(CultureInfo.InvariantCulture)}?vis={view.Shown.Danish()}"
            );
        return new RazorComponentResult<ProgrammePage>(new { View = view });
    }
}
