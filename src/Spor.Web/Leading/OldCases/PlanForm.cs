using System.Globalization;
using Spor.Facts;
using Spor.Recovery;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Leading.OldCases;

/// <summary>Plans old cases, one or many at once.</summary>
static class PlanForm
{
    /// <summary>All of the view, also what stands on other pages.</summary>
    public const string All = "alle";

    public static IResult Show(long id, HttpContext context, Viewing viewing, Acting acting, Showing log)
    {
        if (ViewOf(id, context, viewing) is not { MayPlan: true } view)
            return Results.NotFound();
        var form = acting.NewForm(
            (nameof(PlanRecovery.Week), Form.Iso(viewing.WorkClock.Today)),
            (nameof(PlanRecovery.Work), RecoveryWork.Planned.Danish()),
            (nameof(PlanRecovery.EmployeeId), viewing.MayLead ? null : viewing.Viewer.EmployeeId?.ToString(CultureInfo.InvariantCulture))
        );
        return Page(view, form, viewing, log);
    }

    public static IResult Save(long id, IFormCollection posted, HttpContext context, Viewing viewing, Acting acting, Showing log)
    {
        if (ViewOf(id, context, viewing) is not { MayPlan: true } view)
            return Results.NotFound();
        var form = FormState.Of(posted);
        // Cases of children that do not open for the author are left out of »all«, as they are not offered one by one either.
        var chosen = form.Has(All, "ja")
            ? view.Of(view.Shown)
                .Where(r => r.Active && Opens(viewing, r))
                // Those that nobody has need somebody to be named.
                .Where(r => r.Employees.Count > 0 || form.Filled(nameof(PlanRecovery.EmployeeId)))
                .ToList()
            :
            [
                .. form.Values(nameof(PlanRecovery.CaseIds))
                    .Select(v => view.AllOld.FirstOrDefault(r => r.Of.Case.Id.ToString(CultureInfo.InvariantCulture) == v))
                    .OfType<ProgrammeRow>(),
            ];
        var command = new PlanRecovery(
            id,
            [.. chosen.Select(r => r.Of.File.Id).Distinct()],
            [.. chosen.Select(r => r.Of.Case.Id)],
            form.Id(nameof(PlanRecovery.EmployeeId)),
            form.NeededDay(nameof(PlanRecovery.Week)),
            (int?)form.Number(nameof(PlanRecovery.EachWeek)),
            form.Code<RecoveryElement>(nameof(PlanRecovery.Element)),
            form.NeededCode<RecoveryWork>(nameof(PlanRecovery.Work))
        );
        return acting.Do(command, form).Saved
            ? Acting.Saved(OldCasesEndpoints.Path(id) + "?vis=" + view.Shown.Danish() + "#sager", "recovery-planned")
            : Page(view, form, viewing, log);
    }

    static ProgrammeView? ViewOf(long id, HttpContext context, Viewing viewing) =>
        ProgrammeView.Of(
            viewing,
            id,
            context.Request.Query.ContainsKey("vis") ? OldCasesEndpoints.ShownOf(context.Request.Query) : CasesShown.WithoutPromise,
            Paged.Asked(context.Request.Query)
        );

    public static bool Opens(Viewing viewing, ProgrammeRow row) =>
        viewing.Overview.Find(row.Of.File.Id) is { } state && viewing.MayWorkOn(state);

    static IResult Page(ProgrammeView view, FormState form, Viewing viewing, Showing log)
    {
        log.Looked(
            viewing.Viewer.Key,
            "drill-down",
            [.. view.Rows.Rows.Select(r => r.Of.File.Id).Distinct()],
            $"genopretning/{view.Programme.Id.ToString(CultureInfo.InvariantCulture)}/planlaeg?vis={view.Shown.Danish()}"
        );
        return ForChild.Page<PlanPage>(form, new { View = view, Form = form });
    }
}
