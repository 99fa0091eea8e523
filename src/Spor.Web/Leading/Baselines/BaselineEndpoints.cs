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
        app.MapPost("/basislinjer", KeepBaselineForm.Save).Does<KeepBaseline>();
        app.MapPost("/basislinjer/{id:long}/fjern", KeepBaselineForm.Withdraw).Does<WithdrawBaseline>();
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
static class KeepBaselineForm
{
    public static IResult Save(IFormCollection posted, Viewing viewing, Acting acting, Database database)
    {
        string Field(string name) => posted[name].ToString().Trim();
        var wrong = new Dictionary<string, string>();
        string name = Field("navn"),
            typedDay = Field("dag"),
            typedEntry = Field("nummer"),
            why = Field("hvorfor");
        var day = typedDay.Length == 0 ? viewing.Today : Form.Day(typedDay);
        if (day is null)
            wrong["dag"] = Text.NotADay(typedDay);
        var entry = Form.Number(typedEntry);
        if (typedEntry.Length > 0 && entry is null)
            wrong["nummer"] = Text.NotANumber(typedEntry);
        if (wrong.Count == 0)
        {
            var form = FormState.Of(posted, tokenField: "seddel");
            var command = new KeepBaseline(name, day!.Value, entry) { Why = why.Length == 0 ? null : why };
            if (acting.Do(command, form, viewing.Clock).Saved)
                return Results.Redirect("/basislinjer?gjort=ja");
            foreach (var no in form.Refusals)
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
            nameof(KeepBaseline.Day) => "dag",
            nameof(KeepBaseline.EntryNo) => "nummer",
            _ => "navn",
        };

    public static IResult Withdraw(long id, IFormCollection posted, Acting acting) =>
        acting.Do(new WithdrawBaseline(id), FormState.Of(posted)).Saved
            ? Results.Redirect("/basislinjer?gjort=fjernet")
            : Results.NotFound();
}

/// <summary>The form as it was typed.</summary>
public sealed record TypedBaseline(string Name, string Day, string Entry, string Why);
