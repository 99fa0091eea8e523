using Spor.Economy;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using C = Spor.Economy.SetRefundRate;

namespace Spor.Web.Leading.Economy;

/// <summary>The state's refund for expensive cases of a year, and the form where the year's rates are filled in.</summary>
static class RefundForm
{
    /// <summary>Null for a year that is neither of the books' two.</summary>
    public static RefundView? Read(string? aar, Viewing viewing)
    {
        viewing = viewing.Published();
        var books = viewing.Snapshot.Get(Books.On, EconomyView.Newest(viewing));
        var year = string.IsNullOrWhiteSpace(aar) ? books.Year : (int?)Form.Number(aar.Trim());
        return year is { } y && (y == books.Year || y == books.YearBefore) ? new(viewing, books, y) : null;
    }

    public static IResult Show(string? aar, Viewing viewing, Acting acting, Showing log)
    {
        var view = Read(aar, viewing);
        var unknown = view is null;
        view ??= Read(null, viewing)!;
        var row = view.Rate;
        var form = acting.NewForm(
            (nameof(C.Year), $"{view.Year}"),
            (nameof(C.PriceLevel), row is null ? null : $"{row.PriceLevel}"),
            (nameof(C.RegulationHundredths), row is null ? null : Decimal(row.RegulationHundredths)),
            (nameof(C.FirstPercent), row is null ? null : $"{row.FirstPercent}"),
            (nameof(C.FirstAboveOre), row is null ? null : Decimal(row.FirstAboveOre)),
            (nameof(C.SecondPercent), row?.SecondPercent is { } second ? $"{second}" : null),
            (nameof(C.SecondAboveOre), row?.SecondAboveOre is { } secondAbove ? Decimal(secondAbove) : null),
            (nameof(C.ThirdPercent), row?.ThirdPercent is { } third ? $"{third}" : null),
            (nameof(C.ThirdAboveOre), row?.ThirdAboveOre is { } thirdAbove ? Decimal(thirdAbove) : null),
            (nameof(C.Source), row?.Source)
        );
        return Page(view, form, unknown, viewing, log);
    }

    static string Decimal(long hundredths) => (hundredths / 100m).ToString("0.##", Spor.Kernel.Danish.Culture);

    public static IResult Save(IFormCollection posted, Viewing viewing, Acting acting, Showing log)
    {
        var form = FormState.Of(posted);
        int? Whole(string field) => form.Number(field) is { } n && n is > int.MinValue and < int.MaxValue ? (int)n : null;
        var command = new C(
            Whole(nameof(C.Year)),
            Whole(nameof(C.PriceLevel)),
            form.Hundredths(nameof(C.RegulationHundredths)),
            Whole(nameof(C.FirstPercent)),
            form.Kroner(nameof(C.FirstAboveOre)),
            Whole(nameof(C.SecondPercent)),
            form.Kroner(nameof(C.SecondAboveOre)),
            Whole(nameof(C.ThirdPercent)),
            form.Kroner(nameof(C.ThirdAboveOre)),
            form.Text(nameof(C.Source))
        );
        if (acting.Do(command, form).Saved)
            return Acting.Saved($"{EconomyEndpoints.RefundPath}?aar={command.Year}", "refund-rate-set");
        return Page(Read(form.Value(nameof(C.Year)), viewing) ?? Read(null, viewing)!, form, false, viewing, log);
    }

    static IResult Page(RefundView view, FormState form, bool unknown, Viewing viewing, Showing log)
    {
        if (view.ChildIds.Count > 0)
            log.Looked(viewing.Viewer.Key, "drill-down", view.ChildIds, "oekonomi/statsrefusion");
        return new Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult<RefundPage>(
            new
            {
                View = view,
                Form = form,
                Unknown = unknown,
            }
        )
        {
            StatusCode = unknown || form.Refusals.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
        };
    }
}
