using Spor.Facts;
using Spor.Interventions;
using Spor.Investing;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using C = Spor.Investing.WriteInvestmentLine;

namespace Spor.Web.Leading.Investing;

/// <summary>A line of a case.</summary>
static class LineForm
{
    public static IResult ShowNew(long id, string? hvad, Viewing viewing, Acting acting) =>
        CaseView.Of(viewing, id) is not { } view
            ? Results.NotFound()
            : Page(
                view,
                null,
                acting.NewForm(
                    (nameof(C.Kind), Codes<InvestmentKind>.TryDanish(hvad ?? "", out var kind) ? kind.Danish() : null),
                    (nameof(C.FromYear), $"{view.Case.Of.FromYear}"),
                    (nameof(C.ToYear), $"{view.Case.Of.ToYear}")
                )
            );

    public static IResult SaveNew(long id, IFormCollection posted, Viewing viewing, Acting acting)
    {
        if (CaseView.Of(viewing, id) is not { } view)
            return Results.NotFound();
        var form = FormState.Of(posted);
        return acting.Do(Read(id, null, form), form).Saved
            ? Acting.Saved(InvestingEndpoints.Path(id) + "#linjer", "investment-line-written")
            : Page(view, null, form);
    }

    public static IResult Show(long id, long line, Viewing viewing, Acting acting) =>
        CaseView.Of(viewing, id) is not { } view || view.Case.Lines.FirstOrDefault(l => l.Id == line) is not { } row
            ? Results.NotFound()
            : Page(view, row, acting.NewForm([.. Fields(row)]));

    public static IResult Save(long id, long line, IFormCollection posted, Viewing viewing, Acting acting)
    {
        if (CaseView.Of(viewing, id) is not { } view || view.Case.Lines.FirstOrDefault(l => l.Id == line) is not { } row)
            return Results.NotFound();
        var form = FormState.Of(posted);
        return acting.Do<C, InvestmentLineFact>(Read(id, line, form), form, Fields).Saved
            ? Acting.Saved(InvestingEndpoints.Path(id) + "#linjer", "investment-line-written")
            : Page(view, row, form);
    }

    public static IResult Remove(long id, long line, IFormCollection posted, Viewing viewing, Acting acting)
    {
        if (CaseView.Of(viewing, id) is not { } view || view.Case.Lines.FirstOrDefault(l => l.Id == line) is not { } row)
            return Results.NotFound();
        var form = FormState.Of(posted);
        if (acting.Do(new RemoveInvestmentLine(line), form).Saved)
            return Acting.Saved(InvestingEndpoints.Path(id) + "#linjer", "investment-line-removed");
        foreach (var (field, value) in Fields(row))
            form.Set(field, value);
        return Page(view, row, form);
    }

    static C Read(long id, long? line, FormState form) =>
        new(
            id,
            line,
            form.Code<InvestmentKind>(nameof(C.Kind)),
            form.Text(nameof(C.What)),
            CaseForm.Whole(form, nameof(C.FromYear)),
            CaseForm.Whole(form, nameof(C.ToYear)),
            CaseForm.Whole(form, nameof(C.FirstMonth)),
            form.Hundredths(nameof(C.NumberHundredths)),
            form.Kroner(nameof(C.UnitOre)),
            form.Hundredths(nameof(C.RiseHundredths)),
            CaseForm.Whole(form, nameof(C.LeastPercent)),
            CaseForm.Whole(form, nameof(C.MostPercent)),
            form.Code<PlacementForm>(nameof(C.Form)),
            form.Code<PlacementForm>(nameof(C.ToForm)),
            form.Checked(nameof(C.Assumed)),
            form.Text(nameof(C.Source))
        );

    static IEnumerable<(string, string?)> Fields(InvestmentLineFact of) =>
        [
            (nameof(C.Kind), of.Kind.Danish()),
            (nameof(C.What), of.What),
            (nameof(C.FromYear), $"{of.FromYear}"),
            (nameof(C.ToYear), $"{of.ToYear}"),
            (nameof(C.FirstMonth), $"{of.FirstMonth}"),
            (nameof(C.NumberHundredths), CaseForm.Decimal(of.NumberHundredths)),
            (nameof(C.UnitOre), CaseForm.Decimal(of.UnitOre)),
            (nameof(C.RiseHundredths), CaseForm.Decimal(of.RiseHundredths)),
            (nameof(C.LeastPercent), of.LeastPercent is { } least ? $"{least}" : null),
            (nameof(C.MostPercent), of.MostPercent is { } most ? $"{most}" : null),
            (nameof(C.Form), of.Form?.Danish()),
            (nameof(C.ToForm), of.ToForm?.Danish()),
            (nameof(C.Assumed), of.Assumed ? "ja" : null),
            (nameof(C.Source), of.Source),
        ];

    static IResult Page(CaseView view, InvestmentLineFact? of, FormState form) =>
        ForChild.Page<LinePage>(
            form,
            new
            {
                View = view,
                Of = of,
                Form = form,
            }
        );
}
