using Spor.Facts;
using Spor.Investing;
using Spor.Kernel;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using C = Spor.Investing.WriteInvestment;

namespace Spor.Web.Leading.Investing;

/// <summary>What holds for a whole case: its years, the alternative, ramp-up and rate.</summary>
static class CaseForm
{
    public static IResult ShowNew(Viewing viewing, Acting acting) =>
        Page(
            null,
            acting.NewForm(
                (nameof(C.FromYear), $"{viewing.WorkClock.Today.Year + 1}"),
                (nameof(C.ToYear), $"{viewing.WorkClock.Today.Year + 4}"),
                (nameof(C.Alternative), Alternative.Constant.Danish())
            )
        );

    public static IResult SaveNew(IFormCollection posted, Acting acting)
    {
        var form = FormState.Of(posted);
        return acting.Do(Read(null, form), form).New<InvestmentCaseFact>() is { } made
            ? Acting.Saved(InvestingEndpoints.Path(made.Id), "investment-written")
            : Page(null, form);
    }

    public static IResult Show(long id, Viewing viewing, Acting acting) =>
        CaseView.Of(viewing, id)?.Case.Of is { } of ? Page(of, acting.NewForm([.. Fields(of)])) : Results.NotFound();

    public static IResult Save(long id, IFormCollection posted, Viewing viewing, Acting acting)
    {
        if (CaseView.Of(viewing, id)?.Case.Of is not { } of)
            return Results.NotFound();
        var form = FormState.Of(posted);
        return acting.Do<C, InvestmentCaseFact>(Read(id, form), form, Fields).Saved
            ? Acting.Saved(InvestingEndpoints.Path(id), "investment-written")
            : Page(of, form);
    }

    static C Read(long? id, FormState form) =>
        new(
            id,
            form.Text(nameof(C.Name)),
            Whole(form, nameof(C.FromYear)),
            Whole(form, nameof(C.ToYear)),
            form.Code<Alternative>(nameof(C.Alternative)),
            form.Hundredths(nameof(C.GrowthHundredths)),
            form.Kroner(nameof(C.BaseOre)),
            Whole(form, nameof(C.RampMonths)),
            form.Hundredths(nameof(C.DiscountHundredths)),
            Whole(form, nameof(C.Seed)),
            form.Text(nameof(C.Source))
        );

    static IEnumerable<(string, string?)> Fields(InvestmentCaseFact of) =>
        [
            (nameof(C.Name), of.Name),
            (nameof(C.FromYear), $"{of.FromYear}"),
            (nameof(C.ToYear), $"{of.ToYear}"),
            (nameof(C.Alternative), of.Alternative.Danish()),
            (nameof(C.GrowthHundredths), Decimal(of.GrowthHundredths)),
            (nameof(C.BaseOre), Decimal(of.BaseOre)),
            (nameof(C.RampMonths), $"{of.RampMonths}"),
            (nameof(C.DiscountHundredths), Decimal(of.DiscountHundredths)),
            (nameof(C.Seed), $"{of.Seed}"),
            (nameof(C.Source), of.Source),
        ];

    /// <summary>A whole number as typed; what is too large to be one stands as the largest, and the rule refuses it.</summary>
    public static int? Whole(FormState form, string field) => form.Number(field) is { } n ? (int)Math.Clamp(n, -1, int.MaxValue) : null;

    /// <summary>Hundredths as a form shows them: 1234,5.</summary>
    public static string? Decimal(long? hundredths) => hundredths is { } h ? (h / 100m).ToString("0.##", Danish.Culture) : null;

    static IResult Page(InvestmentCaseFact? of, FormState form) => ForChild.Page<CaseFormPage>(form, new { Of = of, Form = form });
}
