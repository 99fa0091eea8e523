using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Exchange.Office;
using Spor.Storage;
using Spor.Voices;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Leading.Surveys;

/// <summary>Surveys of parents, young people, partners and staff: what is asked, the links, the sealed boxes and what came out of
/// them.</summary>
static class SurveyEndpoints
{
    public const string Root = "/spoergeskemaer",
        NewPath = Root + "/nyt",
        CooperationPath = Root + "/nyt-om-samarbejde";

    public static string Path(long id) => $"{Root}/{id.ToString(CultureInfo.InvariantCulture)}";

    public static void MapSurveys(this WebApplication app)
    {
        app.MapGet(
                Root,
                IResult (Viewing viewing, HttpContext context) =>
                    new RazorComponentResult<SurveysPage>(new { View = new SurveyList(viewing), Page = Paged.Asked(context.Request.Query) })
            )
            .RequireAuthorization(Policies.Leadership)
            .ShowsNoChild();
        app.MapGet(NewPath, SaveSurveyForm.ShowNew).RequireAuthorization(Policies.Leadership).ShowsNoChild();
        app.MapGet(CooperationPath, SaveSurveyForm.ShowCooperation).RequireAuthorization(Policies.Leadership).ShowsNoChild();
        app.MapPost(NewPath, SaveSurveyForm.SaveNew).Does<SaveSurvey>();
        app.MapGet(Root + "/{id:long}", SurveyForms.Show).RequireAuthorization(Policies.Leadership).ShowsNoChild();
        app.MapGet(Root + "/{id:long}/ret", SaveSurveyForm.Show).RequireAuthorization(Policies.Leadership).ShowsNoChild();
        app.MapPost(Root + "/{id:long}/ret", SaveSurveyForm.Save).Does<SaveSurvey>();
        app.MapPost(Root + "/{id:long}/links", SurveyForms.Give).Does<GiveSurveyLinks>();
        app.MapPost(Root + "/{id:long}/toem", SurveyForms.Empty).Does<EmptySurvey>();
        app.MapPost(Root + "/{id:long}/luk", SurveyForms.Close).Does<EmptySurvey>();
        app.MapPost(Root + "/{id:long}/igen", SurveyForms.Repeat).Does<RepeatSurvey>();
        app.MapGet(Root + "/{id:long}.docx", Word).RequireAuthorization(Policies.Leadership).ShowsNoChild();
        app.MapGet(
                Root + "/{id:long}.xlsx",
                (long id, HttpContext context, Viewing viewing, Database database, Showing log) =>
                    File(id, context, viewing, database, log, excel: true)
            )
            .RequireAuthorization(Policies.Leadership)
            .ShowsNoChild();
        app.MapGet(
                Root + "/{id:long}.csv",
                (long id, HttpContext context, Viewing viewing, Database database, Showing log) =>
                    File(id, context, viewing, database, log, excel: false)
            )
            .RequireAuthorization(Policies.Leadership)
            .ShowsNoChild();

        // Whoever answers is nobody: they come by a link that is good once.
        app.MapGet(AnswerForm.Path, AnswerForm.Ask).AllowAnonymous();
        app.MapGet(AnswerForm.Path + "/tak", AnswerForm.Thanks).AllowAnonymous();
        app.MapGet(AnswerForm.Path + "/{kode}", AnswerForm.Show).AllowAnonymous();
        app.MapPost(AnswerForm.Path, AnswerForm.Save).AllowAnonymous();
    }

    static IResult Word(long id, Viewing viewing, Database database) =>
        SurveyView.Of(id, viewing, database) is { } view
            ? TypedResults.File(
                SurveyFiles.ToWord(view),
                Document.ContentType,
                $"spoergeskema-{id.ToString(CultureInfo.InvariantCulture)}.docx"
            )
            : Results.NotFound();

    static IResult File(long id, HttpContext context, Viewing viewing, Database database, Showing log, bool excel) =>
        SurveyView.Of(id, viewing, database) is { } view
            ? TableExport.File(SurveyFiles.ToTables(view), context.Request.Query["tabel"].ToString(), viewing, log, excel)
            : Results.NotFound();
}
