using Spor.Economy;
using Spor.Facts;
using Spor.Kernel;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;
using C = Spor.Economy.SetComparison;

namespace Spor.Web.Leading.Expenditure;

/// <summary>The three analyses of the ladder's model of spending, and the form where another municipality's numbers are typed in.</summary>
static class SpendingEndpoints
{
    public const string Path = "/udgiftsmodel";

    public static void MapExpenditure(this WebApplication app)
    {
        app.MapGet(Path, Show).RequireAuthorization(Policies.Figures).ShowsNoChild();
        app.MapPost(Path, Save).Does<C>();
        app.MapTables(
            Path,
            Policies.Figures,
            (context, viewing) => SpendingView.Of(viewing, context.Request.Query["udgangspunkt"]).ToTables()
        );
    }

    static IResult Show(HttpContext context, Viewing viewing, Acting acting) =>
        Page(acting.NewForm((nameof(C.Year), $"{viewing.Today.Year - 1}")), context, viewing);

    static IResult Page(FormState form, HttpContext context, Viewing viewing) =>
        ForChild.Page<SpendingPage>(
            form,
            new
            {
                View = SpendingView.Of(viewing, context.Request.Query["udgangspunkt"]),
                Form = form,
                MayWrite = viewing.Viewer.May(Spor.Access.Capability.Economy),
            }
        );

    static IResult Save(HttpContext context, IFormCollection posted, Viewing viewing, Acting acting)
    {
        var form = FormState.Of(posted);
        var command = new C(
            form.Number(nameof(C.Year)) is { } year and > 0 and < 10_000 ? (int)year : null,
            form.Text(nameof(C.Municipality)),
            form.Code<ComparedFigure>(nameof(C.Figure)),
            form.Hundredths(nameof(C.ValueHundredths)),
            form.Text(nameof(C.Source))
        );
        return acting.Do(command, form).Saved ? Acting.Saved(Path + "#sammenligning", "comparison-set") : Page(form, context, viewing);
    }
}
