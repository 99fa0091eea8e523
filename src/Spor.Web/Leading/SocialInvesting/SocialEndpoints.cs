using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Investing;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Leading.SocialInvesting;

/// <summary>Social investments: what an effort costs against what it spares, and the rates that the municipality fills in.</summary>
static class SocialEndpoints
{
    public const string Path = "/soem";
    public const string RatesPath = "/soem/satser";

    public static void MapSocialInvesting(this WebApplication app)
    {
        app.MapGet(Path, Show).RequireAuthorization(Policies.Figures).ShowsNoChild();
        app.MapTables(Path, Policies.Figures, (context, viewing) => SocialView.Of(viewing, context.Request.Query).ToTables());
        app.MapGet(RatesPath, RateForm.Show).RequireAuthorization(Policies.Figures).ShowsNoChild();
        app.MapPost(RatesPath, RateForm.Save).Does<SetSocialRate>();
    }

    static IResult Show(HttpContext context, Viewing viewing)
    {
        var view = SocialView.Of(viewing, context.Request.Query);
        return new RazorComponentResult<SocialPage>(new { View = view })
        {
            StatusCode = view.Wrong.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
        };
    }
}
