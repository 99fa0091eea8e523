using System.Globalization;
using Spor.Economy;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using C = Spor.Economy.SetPlacementPlan;

namespace Spor.Web.Leading.Economy;

/// <summary>How many full-year placements the year's budget is for.</summary>
static class PlanForm
{
    public static IResult Show(string? aar, Viewing viewing, Acting acting)
    {
        var year = Form.Number(aar) is >= 2000 and <= 2100 and var asked ? (int)asked : EconomyView.Newest(viewing).Year;
        var told = PlacementPlanFact.Of(viewing.Newest.Register, year);
        string? Of(PlacementForm form) => told.TryGetValue(form, out var years) ? years.ToString("0.##", Danish.Culture) : null;
        return Page(
            acting.NewForm(
                (nameof(C.Year), year.ToString(CultureInfo.InvariantCulture)),
                (nameof(C.Foster), Of(PlacementForm.Foster)),
                (nameof(C.Institution), Of(PlacementForm.Institution)),
                (nameof(C.Own), Of(PlacementForm.Own))
            )
        );
    }

    public static IResult Save(IFormCollection posted, Acting acting)
    {
        var form = FormState.Of(posted);
        var command = new C(
            form.Number(nameof(C.Year)) is { } year and > 0 and < 10_000 ? (int)year : null,
            form.Hundredths(nameof(C.Foster)),
            form.Hundredths(nameof(C.Institution)),
            form.Hundredths(nameof(C.Own))
        );
        return acting.Do(command, form).Saved ? Acting.Saved(EconomyEndpoints.Path + "#helaar", "placement-plan-set") : Page(form);
    }

    static IResult Page(FormState form) => ForChild.Page<PlanPage>(form, new { Form = form });
}
