using System.Globalization;
using Spor.Decisions;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;
using C = Spor.Decisions.SetRateRegulation;

namespace Spor.Web.Case.Decisions;

/// <summary>A grant that a regulation of the rates has made larger.</summary>
/// <param name="Before">What was granted the day before.</param>
/// <param name="Now">What the measure costs from the day on.</param>
public sealed record Renewed(ChildFile File, InterventionFact Measure, RateRegulationFact By, Price Before, Price After, Price? Now);

/// <summary>The municipality's regulations of rates, and the grants that they have renewed.</summary>
static class RegulationForm
{
    public static IResult Show(
        string? fra,
        string? indsats,
        string? konto,
        string? procent,
        Viewing viewing,
        Acting acting,
        HttpContext context
    ) =>
        Page(
            acting.NewForm(
                (nameof(C.From), fra ?? Form.Iso(new DateOnly(viewing.WorkClock.Today.Year + 1, 1, 1))),
                (nameof(C.MeasureCode), indsats),
                (nameof(C.Account), konto),
                (nameof(C.PercentHundredths), procent)
            ),
            viewing,
            context
        );

    public static IResult Save(IFormCollection posted, Viewing viewing, Acting acting, HttpContext context)
    {
        var form = FormState.Of(posted);
        var command = new C(
            form.NeededDay(nameof(C.From)),
            form.Hundredths(nameof(C.PercentHundredths)),
            form.Text(nameof(C.MeasureCode)),
            form.Text(nameof(C.Account))
        );
        var done = acting.Do(
            command,
            form,
            (RateRegulationFact now) => [(nameof(C.PercentHundredths), RegulationText.Percent(now.PercentHundredths))]
        );
        return done.Saved ? Acting.Saved(Routes.Regulations, "regulation-set") : Page(form, viewing, context);
    }

    static IResult Page(FormState form, Viewing viewing, HttpContext context)
    {
        var renewed = Paged.Of(Of(viewing), Paged.Asked(context.Request.Query));
        viewing.Log.Looked(
            viewing.Viewer.Key,
            "takster",
            [.. renewed.Rows.Select(r => r.File.Id).Distinct()],
            renewed.Page == 1 ? null : string.Create(CultureInfo.InvariantCulture, $"{Paged.Key}={renewed.Page}")
        );
        return ForChild.Page<RegulationPage>(form, new { Form = form, Renewed = renewed });
    }

    /// <summary>What the newest regulation that has begun has renewed, of the children whom the viewer may see.</summary>
    static List<Renewed> Of(Viewing viewing)
    {
        var catalogue = viewing.Register.Catalogue;
        var today = viewing.WorkClock.Today;
        if (
            viewing.Register.Of<RateRegulationFact>().Where(r => r.From <= today && r.PercentHundredths > 0).MaxBy(r => r.From)
            is not { From: var day }
        )
            return [];
        var all = new List<Renewed>();
        foreach (var child in viewing.Overview.Children)
        foreach (var measure in child.File.Interventions)
            if (
                measure.RunsOn(day)
                && catalogue.Regulations.Of(measure, catalogue, day.AddDays(-1), day).FirstOrDefault() is { } by
                && Grants.Listed(measure, child.File, catalogue, day).FirstOrDefault(g => g.From == day)
                    is { Cause: GrantCause.Regulation } grant
                && Grants.On(measure, child.File, day.AddDays(-1), catalogue).Price is { } before
                && viewing.IsVisible(child)
            )
                all.Add(
                    new(
                        child.File,
                        measure,
                        by,
                        before,
                        new(grant.PriceOre, grant.Unit, grant.QuantityHundredths),
                        Grants.PriceOn(measure, child.File, today)
                    )
                );
        return all;
    }
}
