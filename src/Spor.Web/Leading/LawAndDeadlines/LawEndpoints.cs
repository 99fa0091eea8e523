using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Law;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Leading.LawAndDeadlines;

/// <summary>The law as Spor knows it, for administrators: every dated row with its section and how sure it is, and the municipality's own
/// deadlines.</summary>
static class LawEndpoints
{
    public const string Path = "/loven";

    public static string Of(string code) => $"{Path}/{code}";

    public static void MapLaw(this WebApplication app)
    {
        app.MapGet(Path, Show).RequireAuthorization(Policies.Settings);
        app.MapGet(Path + "/{code}", SetParameterForm.Show).RequireAuthorization(Policies.Settings);
        app.MapPost(Path + "/{code}", SetParameterForm.Save).Does<SetParameter>();
    }

    static IResult Show(Viewing viewing) =>
        new RazorComponentResult<LawPage>(new { Deadlines = Deadline.All(viewing.Register.Bounds, viewing.WorkClock.Today) });
}
