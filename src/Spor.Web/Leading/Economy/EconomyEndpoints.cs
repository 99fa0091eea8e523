using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Economy;
using Spor.Reports;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Leading.Economy;

static class EconomyEndpoints
{
    public const string Path = "/oekonomi";
    public const string MatchingPath = "/oekonomi/afstemning";
    public const string GrantedPath = "/oekonomi/bevilget";
    public const string PlanPath = "/oekonomi/plan";
    public const string RefundPath = "/oekonomi/statsrefusion";

    public static void MapEconomy(this WebApplication app)
    {
        app.MapGet(Path, Show).RequireAuthorization(Policies.Figures);
        app.MapTables(Path, Policies.Figures, (context, viewing) => Read(context, viewing).View is { } v ? EconomyTables.Of(v) : null);
        app.MapPost(Path + "/luk", Close).Does<CloseMonth>();
        app.MapGet(MatchingPath, ShowMatching).RequireAuthorization(Policies.Figures);
        app.MapTables(MatchingPath, Policies.Figures, (_, viewing) => new MatchingView(viewing.Published()).ToTables());
        app.MapPost(MatchingPath, Settle).Does<SettleLedgerLine>();
        app.MapGet(GrantedPath, ShowGranted).RequireAuthorization(Policies.Figures);
        app.MapTables(
            GrantedPath,
            Policies.Figures,
            (context, viewing) =>
                new GrantedView(viewing, context.Request.Query, context.RequestServices.GetRequiredService<FactReader>()).ToTables()
        );
        app.MapGet(PlanPath, PlanForm.Show).RequireAuthorization(Policies.Economy).ShowsNoChild();
        app.MapPost(PlanPath, PlanForm.Save).Does<SetPlacementPlan>();
        app.MapGet(AccountForms.Path, AccountForms.Show).RequireAuthorization(Policies.Figures).ShowsNoChild();
        app.MapPost(AccountForms.Path, AccountForms.Add).Does<AddAccount>();
        app.MapTables(
            AccountForms.Path,
            Policies.Figures,
            (context, viewing) => new AccountsView(viewing, context.RequestServices.GetRequiredService<FactReader>()).ToTables()
        );
        app.MapGet(AccountForms.Path + "/{id:long}", AccountForms.ShowRow).RequireAuthorization(Policies.Economy).ShowsNoChild();
        app.MapPost(AccountForms.Path + "/{id:long}/ret", AccountForms.Change).Does<ChangeAccount>();
        app.MapPost(AccountForms.Path + "/{id:long}/afslut", AccountForms.End).Does<EndAccount>();
        app.MapPost(AccountForms.Path + "/{id:long}/traek-tilbage", AccountForms.Withdraw).Does<WithdrawAccount>();
        app.MapGet(RefundPath, RefundForm.Show).RequireAuthorization(Policies.Figures);
        app.MapPost(RefundPath, RefundForm.Save).Does<SetRefundRate>();
        app.MapTables(
            RefundPath,
            Policies.Figures,
            (context, viewing) => RefundForm.Read(context.Request.Query["aar"], viewing)?.ToTables()
        );
    }

    /// <summary>2026-09, as an address and a form have a month.</summary>
    public static string Name(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public static DateOnly? MonthNamed(string? typed) =>
        DateOnly.TryParseExact(typed + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            ? month
            : null;

    /// <summary>What is published, for whoever may not see the children behind.</summary>
    internal static Viewing Published(this Viewing viewing) => viewing.SeesBehindAll ? viewing : viewing.Published;

    static (EconomyView? View, string? Unknown) Read(HttpContext context, Viewing viewing)
    {
        viewing = viewing.Published();
        if (viewing.Register.Budget.Count == 0 && viewing.Register.Ledger.Count == 0)
            return (null, null);
        var typed = context.Request.Query["maaned"].ToString().Trim();
        var newest = new EconomyView(viewing, EconomyView.Newest(viewing));
        if (typed.Length == 0)
            return (newest, null);
        if (MonthNamed(typed) is not { } month || !newest.Choices.Contains(month))
            return (newest, typed);
        return (month == newest.Choices[0] ? newest : new(viewing, MeasureMonths.LastOf(month)), null);
    }

    static IResult Show(HttpContext context, Viewing viewing)
    {
        var (view, unknown) = Read(context, viewing);
        return Page(view, unknown, null, view is null ? "" : Query(context));
    }

    static IResult ShowGranted(HttpContext context, Viewing viewing, FactReader reader, Showing log)
    {
        var view = new GrantedView(viewing, context.Request.Query, reader);
        if (view.ChildIds.Count > 0)
            log.Looked(viewing.Viewer.Key, "drill-down", view.ChildIds, "oekonomi/bevilget");
        return new RazorComponentResult<GrantedPage>(new { View = view });
    }

    static string Query(HttpContext context) =>
        MonthNamed(context.Request.Query["maaned"].ToString().Trim()) is { } month ? "maaned=" + Name(month) : "";

    static IResult Page(EconomyView? view, string? unknown, FormState? form, string query) =>
        new RazorComponentResult<EconomyPage>(
            new
            {
                View = view,
                Unknown = unknown,
                Form = form,
                Query = query,
            }
        )
        {
            StatusCode =
                unknown is null && form is not { Refusals.Count: > 0 } ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };

    static IResult Close(HttpContext context, IFormCollection posted, Viewing viewing, Acting acting)
    {
        var form = FormState.Of(posted);
        if (MonthNamed(form.Value(nameof(CloseMonth.Month)).Trim()) is not { } month)
            form.Refusals.Add(new("month-not-readable", nameof(CloseMonth.Month)));
        else if (acting.Do(new CloseMonth(month), form, viewing.Clock).Saved)
            return Acting.Saved(Path, "month-closed");
        var (view, _) = Read(context, viewing);
        return Page(view, null, form, "");
    }

    static IResult ShowMatching(Viewing viewing, Showing log) => MatchingPageOf(viewing, log, null);

    static RazorComponentResult<MatchingPage> MatchingPageOf(Viewing viewing, Showing log, FormState? form)
    {
        var view = new MatchingView(viewing.Published());
        if (view.ChildIds.Count > 0)
            log.Looked(viewing.Viewer.Key, "drill-down", view.ChildIds, "oekonomi/afstemning");
        return new(new { View = view, Form = form })
        {
            StatusCode = form is { Refusals.Count: > 0 } ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
        };
    }

    static IResult Settle(IFormCollection posted, Viewing viewing, Acting acting, Showing log)
    {
        var form = FormState.Of(posted);
        var command = new SettleLedgerLine(
            form.Number(nameof(SettleLedgerLine.ChildId)) ?? 0,
            form.Number(nameof(SettleLedgerLine.LedgerId)) ?? 0,
            form.Number(nameof(SettleLedgerLine.InterventionId)) ?? 0
        );
        return acting.Do(command, form).Saved ? Acting.Saved(MatchingPath, "ledger-line-settled") : MatchingPageOf(viewing, log, form);
    }
}
