using System.Globalization;
using Spor.Facts;
using Spor.Investing;
using Spor.Kernel;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using C = Spor.Investing.SetSocialRate;

namespace Spor.Web.Leading.SocialInvesting;

/// <summary>What is spared of a kind of help, its price and who pays, filled in row by row.</summary>
static class RateForm
{
    public static IResult Show(string? sats, Viewing viewing, Acting acting)
    {
        var row = Form.Number(sats) is { } id ? Array.Find(viewing.Register.Of<SocialRateFact>(), r => r.Id == id) : null;
        string? Whole(long? n) => n?.ToString(CultureInfo.InvariantCulture);
        string? Decimal(long? n, decimal by) => n is { } v ? (v / by).ToString("0.###", Danish.Culture) : null;
        return Page(
            acting.NewForm([
                (nameof(C.TargetGroup), row?.TargetGroup),
                (nameof(C.Consequence), row?.Of.Danish()),
                (nameof(C.From), row is null ? null : Danish.Numeric(row.From)),
                (nameof(C.PriceOre), Decimal(row?.PriceOre, 100)),
                (nameof(C.PriceLevel), Whole(row?.PriceLevel)),
                (nameof(C.MunicipalityHundredths), Decimal(row?.MunicipalityHundredths, 100)),
                (nameof(C.RegionHundredths), Decimal(row?.RegionHundredths, 100)),
                (nameof(C.StateHundredths), Decimal(row?.StateHundredths, 100)),
                (nameof(C.Source), row?.Source),
                .. Enumerable.Range(0, SocialRateFact.Years).Select(y => (C.FieldOf(y), Decimal(row?.Spared[y], 1000))),
            ]),
            viewing
        );
    }

    public static IResult Save(IFormCollection posted, Viewing viewing, Acting acting)
    {
        var form = FormState.Of(posted);
        var command = new C(
            form.Text(nameof(C.TargetGroup)),
            form.Code<Consequence>(nameof(C.Consequence)),
            form.Day(nameof(C.From)),
            form.Kroner(nameof(C.PriceOre)),
            form.Number(nameof(C.PriceLevel)) is { } level and > 0 and < 10_000 ? (int)level : null,
            form.Hundredths(nameof(C.MunicipalityHundredths)),
            form.Hundredths(nameof(C.RegionHundredths)),
            form.Hundredths(nameof(C.StateHundredths)),
            [.. Enumerable.Range(0, SocialRateFact.Years).Select(y => Thousandths(form, C.FieldOf(y)))],
            form.Text(nameof(C.Source))
        );
        return acting.Do(command, form).Saved ? Acting.Saved(SocialEndpoints.RatesPath, "social-rate-set") : Page(form, viewing);
    }

    /// <summary>0,125; what cannot be read is said at its field.</summary>
    static long? Thousandths(FormState form, string field)
    {
        var typed = form.Value(field).Trim().Replace('−', '-').Replace(',', '.');
        if (typed.Length == 0)
            return null;
        if (
            decimal.TryParse(
                typed,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var read
            )
            && Math.Abs(read) < 1_000_000
            && read * 1000 == Math.Truncate(read * 1000)
        )
            return (long)(read * 1000);
        form.Refusals.Add(new("social-spared-out-of-range", field));
        return null;
    }

    static IResult Page(FormState form, Viewing viewing) =>
        ForChild.Page<RatesPage>(
            form,
            new
            {
                Form = form,
                Rates = (IReadOnlyList<SocialRateFact>)
                    [
                        .. viewing
                            .Register.Of<SocialRateFact>()
                            .OrderBy(r => r.TargetGroup, StringComparer.Create(Danish.Culture, true))
                            .ThenBy(r => r.Of)
                            .ThenByDescending(r => r.From),
                    ],
                MayWrite = viewing.Viewer.May(Spor.Access.Capability.Economy),
            }
        );
}
