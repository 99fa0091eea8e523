using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Facts;
using Spor.Reports;
using Spor.Storage;
using Spor.Storage.Journal;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Leading.Council;

static class CouncilEndpoints
{
    public static void AddCouncil(this IServiceCollection services) => services.AddSingleton<CouncilPrinter>();

    public static void MapCouncil(this WebApplication app)
    {
        app.MapGet("/raadet", ShowReports.Show).RequireAuthorization(Policies.Figures);
        app.MapGet("/raadet/{id:long}", ShowReports.One).RequireAuthorization(Policies.Figures);
        app.MapGet("/raadet/{id:long}/side", PrintAgain.Page).RequireAuthorization(Policies.Figures);
        app.MapGet("/raadet/{id:long}/word", PrintAgain.Word).RequireAuthorization(Policies.Figures);
        app.MapGet("/raadet/{id:long}/excel", PrintAgain.Excel).RequireAuthorization(Policies.Figures);
        app.MapGet("/raadet/{id:long}/efterregn", RecomputeReport.Show).RequireAuthorization(Policies.Reports);
        app.MapPost("/raadet", PrintReport.Make).Does<MakeReport>();
        app.MapPost("/raadet/{id:long}/faerdig", PrintReport.Finish).Does<FinishReport>();
        app.MapPost("/raadet/{id:long}/smid-ud", PrintReport.Discard).Does<DiscardReport>();
    }
}

static class ShowReports
{
    /// <summary>A draft is nobody's business but theirs who may make one.</summary>
    public static IReadOnlyList<Kept<ReportFact>> Seen(Database database, Viewer viewer, long? at = null) =>
        [.. StoredReports.List(database, at).Where(r => r.Fact.State == ReportState.Final || viewer.May(Capability.Reports))];

    public static Kept<ReportFact>? Find(Database database, Viewer viewer, long id) =>
        Seen(database, viewer).FirstOrDefault(r => r.Fact.Id == id);

    public static IResult Show(HttpContext context, Viewing viewing, Database database) =>
        new RazorComponentResult<CouncilPage>(
            new
            {
                Made = Seen(database, viewing.Viewer, viewing.ReadsAt),
                Baselines = StoredReports.Baselines(database, viewing.ReadsAt),
                Typed = TypedReport.Default(viewing.Published.Today, context.Request.Query["basislinje"].ToString()),
                Done = context.Request.Query["gjort"].ToString(),
            }
        );

    public static IResult One(long id, HttpContext context, Viewing viewing, Database database) =>
        Find(database, viewing.Viewer, id) is not { } report
            ? Results.NotFound()
            : new RazorComponentResult<ReportPage>(
                new
                {
                    Report = report,
                    Due = DueOf(database, report.Fact),
                    Done = context.Request.Query["gjort"].ToString(),
                }
            );

    public static ReportDueFact? DueOf(Database database, ReportFact report) =>
        report.DueId is { } due ? StoredReports.Wheel(database).FirstOrDefault(d => d.Fact.Id == due)?.Fact : null;
}

/// <summary>The bytes as they were printed.</summary>
static class PrintAgain
{
    public static IResult Page(long id, HttpContext context, Viewing viewing, Database database)
    {
        if (ShowReports.Find(database, viewing.Viewer, id) is null || StoredReports.Read(database, id, StoredReports.Page) is not { } file)
            return Results.NotFound();
        context.Response.Headers.ContentSecurityPolicy = PaperStyle.PolicyOf(file.Bytes);
        return Results.Bytes(file.Bytes, file.ContentType);
    }

    public static IResult Word(long id, Viewing viewing, Database database) => File(id, viewing, database, StoredReports.Word, "docx");

    public static IResult Excel(long id, Viewing viewing, Database database) => File(id, viewing, database, StoredReports.Excel, "xlsx");

    static IResult File(long id, Viewing viewing, Database database, string name, string extension) =>
        ShowReports.Find(database, viewing.Viewer, id) is not { } report || StoredReports.Read(database, id, name) is not { } file
            ? Results.NotFound()
            : Results.Bytes(file.Bytes, file.ContentType, $"raadets-rapport-{Form.Iso(report.Fact.To)}.{extension}");
}

/// <summary>Today's program on the same day and entry, and what it makes otherwise.</summary>
static class RecomputeReport
{
    public static IResult Show(long id, Viewing viewing, Database database, CouncilPrinter printer) =>
        ShowReports.Find(database, viewing.Viewer, id) is not { } report
            ? Results.NotFound()
            : new RazorComponentResult<ReportPage>(
                new
                {
                    Report = report,
                    Due = ShowReports.DueOf(database, report.Fact),
                    Differences = printer.Recompute(report.Fact),
                }
            );
}

/// <summary>The form as it was typed.</summary>
public sealed record TypedReport(string From, string To, string Baseline, string BaselineDay)
{
    /// <summary>The last twelve whole months.</summary>
    public static TypedReport Default(DateOnly today, string baseline)
    {
        var to = today.AddDays(1).Day == 1 ? today : new DateOnly(today.Year, today.Month, 1).AddDays(-1);
        var from = to.AddDays(1).AddMonths(-12);
        return new(Kernel.Danish.Numeric(from), Kernel.Danish.Numeric(to), baseline, Kernel.Danish.Numeric(from.AddDays(-1)));
    }
}

/// <summary>Makes a draft, makes it final, throws it away.</summary>
static class PrintReport
{
    public static async Task<IResult> Make(IFormCollection form, Viewing viewing, Database database, CouncilPrinter printer)
    {
        string Field(string name) => form[name].ToString().Trim();
        var typed = new TypedReport(Field("fra"), Field("til"), Field("basislinje"), Field("basisdag"));
        var baselines = StoredReports.Baselines(database);
        var (wrong, from, to, baselineDay, baselineId) = ReadPeriod(typed, baselines);
        if (wrong.Count == 0)
        {
            var done = await printer.Print(
                new(from, to, baselineDay, baselineId),
                viewing.Author,
                viewing.Clock,
                new(Guid.TryParse(Field("seddel"), out var token) ? token : null, long.MaxValue)
            );
            if (done.Repeated)
                return Results.Redirect("/raadet");
            if (done.New<ReportFact>() is { } report)
                return Results.Redirect($"/raadet/{report.Id}?gjort=lavet");
            foreach (var no in done.Refusals)
                wrong[FieldOf(no.Field)] = RefusalText.Danish(no);
        }
        return new RazorComponentResult<CouncilPage>(
            new
            {
                Made = ShowReports.Seen(database, viewing.Viewer),
                Baselines = baselines,
                Typed = typed,
                Wrong = wrong,
            }
        )
        {
            StatusCode = StatusCodes.Status422UnprocessableEntity,
        };
    }

    public static string FieldOf(string? field) =>
        field switch
        {
            nameof(ReportFact.From) => "fra",
            nameof(ReportFact.BaselineDay) => "basisdag",
            _ => "til",
        };

    /// <summary>The period and what it is compared with; shared with the annual wheel.</summary>
    public static (Dictionary<string, string> Wrong, DateOnly From, DateOnly To, DateOnly BaselineDay, long? BaselineId) ReadPeriod(
        TypedReport typed,
        IReadOnlyList<Kept<BaselineFact>> baselines
    )
    {
        var wrong = new Dictionary<string, string>();
        DateOnly Day(string field, string text)
        {
            if (Form.Day(text) is { } day)
                return day;
            wrong[field] = Text.NotADay(text);
            return default;
        }
        DateOnly from = Day("fra", typed.From),
            to = Day("til", typed.To);
        if (typed.Baseline.Length == 0)
            return (wrong, from, to, Day("basisdag", typed.BaselineDay), null);
        if (baselines.FirstOrDefault(b => b.Fact.Id == Form.Number(typed.Baseline)) is { } chosen)
            return (wrong, from, to, chosen.Fact.Day, chosen.Fact.Id);
        wrong["basislinje"] = RefusalText.Of("baseline-not-kept").Da;
        return (wrong, from, to, default, null);
    }

    public static IResult Finish(long id, IFormCollection posted, Acting acting) =>
        acting.Do(new FinishReport(id), FormState.Of(posted)).Saved ? Results.Redirect($"/raadet/{id}?gjort=faerdig") : Results.NotFound();

    public static IResult Discard(long id, IFormCollection posted, Acting acting) =>
        acting.Do(new DiscardReport(id), FormState.Of(posted)).Saved ? Results.Redirect("/raadet?gjort=smidt-ud") : Results.NotFound();
}
