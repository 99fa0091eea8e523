using Spor.Reports;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Leading.Baselines;

static class BaselineEndpoints
{
    public static void AddBaselines(this IServiceCollection services) => services.AddSingleton<Comparisons>().AddSingleton<KeptBaselines>();

    public static void MapBaselines(this WebApplication app)
    {
        app.MapGet("/basislinjer", ShowBaselines.Show).RequireAuthorization(Policies.Figures);
        app.MapGet("/basislinjer/{id:long}", CompareWithBaseline.Show).RequireAuthorization(Policies.Figures);
        app.MapTables(
            "/basislinjer/{id:long}/tal",
            Policies.Figures,
            (context, viewing) =>
                ComparisonTables.Of(
                    long.Parse(context.GetRouteValue("id")!.ToString()!, System.Globalization.CultureInfo.InvariantCulture),
                    context.Request.Query["vis"] == "rettede",
                    viewing,
                    context.RequestServices.GetRequiredService<Database>(),
                    context.RequestServices.GetRequiredService<Comparisons>()
                ),
            instead: "/basislinjer"
        );
        app.MapPost("/basislinjer", KeepBaseline.Keep).RequireAuthorization(Policies.Reports);
        app.MapPost("/basislinjer/{id:long}/fjern", KeepBaseline.Withdraw).RequireAuthorization(Policies.Reports);
    }
}

static class ShowBaselines
{
    public static IResult Show(HttpContext context, Viewing viewing, Database database) =>
        new Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult<BaselinesPage>(
            new { Kept = StoredReports.Baselines(database, viewing.ReadsAt), Done = context.Request.Query["gjort"].ToString() }
        );
}

/// <summary>Keeps a day and an entry, and takes one back that was kept by mistake.</summary>
static class KeepBaseline
{
    public static IResult Keep(IFormCollection form, Viewing viewing, Database database)
    {
        string Field(string name) => form[name].ToString().Trim();
        var wrong = new Dictionary<string, string>();
        string name = Field("navn"),
            typedDay = Field("dag"),
            typedEntry = Field("nummer"),
            why = Field("hvorfor");
        var day = typedDay.Length == 0 ? viewing.Today : Form.Day(typedDay);
        if (day is null)
            wrong["dag"] = Text.NotADay(typedDay);
        var entry = typedEntry.Length == 0 ? viewing.Register.EntryNo : Form.Number(typedEntry);
        if (entry is null)
            wrong["nummer"] = Text.NotANumber(typedEntry);
        if (wrong.Count == 0)
        {
            var result = StoredReports.Keep(
                database,
                new(
                    "keep-baseline",
                    viewing.Viewer.Key,
                    Token: Guid.TryParse(Field("seddel"), out var token) ? token : null,
                    Reason: why.Length == 0 ? null : why
                ),
                new(name, day!.Value, entry!.Value),
                viewing.Today
            );
            if (!result.Refused)
                return Results.Redirect("/basislinjer?gjort=ja");
            foreach (var no in result.Refusals)
                wrong[FieldOf(no.Field)] = RefusalText.Danish(no);
        }
        return new Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult<BaselinesPage>(
            new
            {
                Kept = StoredReports.Baselines(database),
                Typed = new TypedBaseline(name, typedDay, typedEntry, why),
                Wrong = wrong,
            }
        )
        {
            StatusCode = StatusCodes.Status422UnprocessableEntity,
        };
    }

    static string FieldOf(string? field) =>
        field switch
        {
            nameof(Spor.Reports.KeepBaseline.Day) => "dag",
            nameof(Spor.Reports.KeepBaseline.EntryNo) => "nummer",
            _ => "navn",
        };

    public static IResult Withdraw(long id, IFormCollection _, Viewing viewing, Database database)
    {
        var result = database.Journal.Act(
            new("withdraw-baseline", viewing.Viewer.Key),
            (known, _) => ReportRules.WithdrawBaseline(known.Find<BaselineFact>(id))
        );
        return result.Refused ? Results.NotFound() : Results.Redirect("/basislinjer?gjort=fjernet");
    }
}

/// <summary>The form as it was typed.</summary>
public sealed record TypedBaseline(string Name, string Day, string Entry, string Why);
