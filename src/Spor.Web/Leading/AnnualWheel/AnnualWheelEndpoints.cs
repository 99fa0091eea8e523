using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Kernel;
using Spor.Reports;
using Spor.Storage;
using Spor.Storage.Journal;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Leading.Council;

namespace Spor.Web.Leading.AnnualWheel;

static class AnnualWheelEndpoints
{
    public static void AddAnnualWheel(this IServiceCollection services) =>
        services.AddSingleton<WheelDrafts>().AddHostedService<DraftWatch>();

    public static void MapAnnualWheel(this WebApplication app)
    {
        app.MapGet("/aarshjul", PlanReports.Show).RequireAuthorization(Policies.Figures);
        app.MapGet("/aarshjul/{id:long}", PlanReports.Edit).RequireAuthorization(Policies.Reports);
        app.MapPost("/aarshjul", PlanReports.Add).Does<PlanReport>();
        app.MapPost("/aarshjul/{id:long}", PlanReports.Change).Does<PlanReport>();
        app.MapPost("/aarshjul/{id:long}/gentag", PlanReports.Repeat).Does<PlanReport>();
        app.MapPost("/aarshjul/{id:long}/fjern", PlanReports.Remove).Does<WithdrawPlannedReport>();
        app.MapPost("/aarshjul/{id:long}/kladde", PlanReports.MakeDraft).Does<MakeReport>();
    }
}

/// <summary>The form as it was typed.</summary>
public sealed record TypedDue(string Title, string Committee, string DueOn, string DaysBefore, TypedReport Period)
{
    public static TypedDue Of(ReportDueFact row) =>
        new(
            row.Title ?? "",
            row.Committee ?? "",
            Danish.Numeric(row.DueOn),
            row.DraftDaysBefore.ToString(CultureInfo.InvariantCulture),
            new(
                Danish.Numeric(row.From),
                Danish.Numeric(row.To),
                row.BaselineId?.ToString(CultureInfo.InvariantCulture) ?? "",
                Danish.Numeric(row.BaselineDay)
            )
        );

    /// <summary>The half-year that runs on a day, against the same half-year the year before.</summary>
    public static TypedDue Default(DateOnly today)
    {
        var from = new DateOnly(today.Year, today.Month <= 6 ? 1 : 7, 1);
        var to = from.AddMonths(6).AddDays(-1);
        return new("", "", "", "21", new(Danish.Numeric(from), Danish.Numeric(to), "", Danish.Numeric(from.AddMonths(-6).AddDays(-1))));
    }
}

/// <summary>Which report is due to which committee when.</summary>
static class PlanReports
{
    public static IResult Show(HttpContext context, Viewing viewing, Database database) =>
        Page(database, TypedDue.Default(viewing.Today), [], null, context.Request.Query["gjort"] == "ja", viewing.ReadsAt);

    public static IResult Edit(long id, Database database) =>
        StoredReports.Wheel(database).FirstOrDefault(r => r.Fact.Id == id) is { } row
            ? Page(database, TypedDue.Of(row.Fact), [], id, false)
            : Results.NotFound();

    static IResult Page(Database database, TypedDue typed, Dictionary<string, string> wrong, long? editing, bool done, long? at = null) =>
        new RazorComponentResult<AnnualWheelPage>(
            new
            {
                Rows = StoredReports.Wheel(database, at).OrderBy(r => r.Fact.DueOn).ThenBy(r => r.Fact.Id).ToList(),
                Reports = StoredReports.List(database, at).Where(r => r.Fact.DueId is not null).ToList(),
                Baselines = StoredReports.Baselines(database, at),
                Typed = typed,
                Wrong = wrong,
                Editing = editing,
                Done = done,
            }
        )
        {
            StatusCode = wrong.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
        };

    public static IResult Add(IFormCollection posted, Acting acting, Database database) => Save(posted, acting, database, null);

    public static IResult Change(long id, IFormCollection posted, Acting acting, Database database) => Save(posted, acting, database, id);

    static IResult Save(IFormCollection posted, Acting acting, Database database, long? id)
    {
        string Field(string name) => posted[name].ToString().Trim();
        var typed = new TypedDue(
            Field("rapport"),
            Field("udvalg"),
            Field("afleveres"),
            Field("dage"),
            new(Field("fra"), Field("til"), Field("basislinje"), Field("basisdag"))
        );
        var (wrong, from, to, baselineDay, baselineId) = PrintReport.ReadPeriod(typed.Period, StoredReports.Baselines(database));
        if (Form.Day(typed.DueOn) is not { } due)
        {
            due = default;
            wrong["afleveres"] = Council.Text.NotADay(typed.DueOn);
        }
        if (Form.Number(typed.DaysBefore) is not { } days)
        {
            days = 0;
            wrong["dage"] = Text.NotANumber(typed.DaysBefore);
        }
        if (wrong.Count > 0)
            return Page(database, typed, wrong, id, false);
        var form = FormState.Of(posted, tokenField: "seddel");
        var command = new PlanReport(typed.Title, typed.Committee, due, from, to, baselineDay, baselineId, days) { DueId = id };
        if (acting.Do(command, form).Saved)
            return Results.Redirect("/aarshjul?gjort=ja");
        foreach (var no in form.Refusals)
            wrong[FieldOf(no.Field)] = RefusalText.Danish(no);
        return Page(database, typed, wrong, id, false);
    }

    static string FieldOf(string? field) =>
        field switch
        {
            nameof(PlanReport.Title) => "rapport",
            nameof(PlanReport.Committee) => "udvalg",
            nameof(PlanReport.DueOn) => "afleveres",
            nameof(PlanReport.DraftDaysBefore) => "dage",
            _ => PrintReport.FieldOf(field),
        };

    /// <summary>The same report a year later.</summary>
    public static IResult Repeat(long id, IFormCollection posted, Acting acting, Database database)
    {
        if (StoredReports.Wheel(database).FirstOrDefault(r => r.Fact.Id == id)?.Fact is not { } row)
            return Results.NotFound();
        // The last of February stays the last of February.
        static DateOnly Later(DateOnly day) => day.AddDays(1).Day == 1 ? day.AddDays(1).AddYears(1).AddDays(-1) : day.AddYears(1);
        acting.Do(
            new PlanReport(
                row.Title,
                row.Committee,
                row.DueOn.AddYears(1),
                row.From.AddYears(1),
                Later(row.To),
                Later(row.BaselineDay),
                null,
                row.DraftDaysBefore
            ),
            FormState.Of(posted)
        );
        return Results.Redirect("/aarshjul?gjort=ja");
    }

    public static IResult Remove(long id, IFormCollection posted, Acting acting) =>
        acting.Do(new WithdrawPlannedReport(id), FormState.Of(posted)).Saved ? Results.Redirect("/aarshjul?gjort=ja") : Results.NotFound();

    public static async Task<IResult> MakeDraft(long id, IFormCollection _, Viewing viewing, Database database, WheelDrafts drafts)
    {
        if (StoredReports.Wheel(database).FirstOrDefault(r => r.Fact.Id == id)?.Fact is not { } row)
            return Results.NotFound();
        await drafts.Make(row, viewing.Author, viewing.Clock);
        return Results.Redirect("/aarshjul");
    }
}
