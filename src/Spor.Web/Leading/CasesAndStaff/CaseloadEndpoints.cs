using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Facts;
using Spor.Kernel;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Leading.CasesAndStaff;

static class CaseloadEndpoints
{
    public static void MapCaseload(this WebApplication app)
    {
        app.MapGet("/sager", ShowCaseload).RequireAuthorization(Policies.Team);
        app.MapTables(
            "/sager",
            Policies.Team,
            (context, viewing) =>
            {
                var typed = context.Request.Query["dag"].ToString().Trim();
                return (typed.Length == 0 ? viewing.Today : Form.Day(typed)) is { } day && day <= viewing.Today
                    ? CaseloadView.Of(viewing, day).ToTables(viewing)
                    : null;
            }
        );
    }

    static IResult ShowCaseload(HttpContext context, Viewing viewing)
    {
        var typed = context.Request.Query["dag"].ToString().Trim();
        var day = typed.Length == 0 ? viewing.Today : Form.Day(typed);
        var fault =
            day is null ? Text.NotADay(typed)
            : day > viewing.Today ? Text.AfterToday(viewing.Today)
            : null;
        var load = fault is null ? CaseloadView.Of(viewing, day!.Value) : null;
        return new RazorComponentResult<CaseloadPage>(
            new
            {
                Day = load is null ? typed : Danish.Numeric(load.Day),
                Fault = fault,
                Load = load,
                Team = Form.Number(context.Request.Query["team"]) is { } team && load?.Teams.Any(t => t.TeamId == team) == true
                    ? team
                    : (long?)null,
                AsTable = context.Request.Query["tabel"] == "ja",
                Side = Paged.Asked(context.Request.Query),
            }
        )
        {
            StatusCode = load is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
        };
    }
}
