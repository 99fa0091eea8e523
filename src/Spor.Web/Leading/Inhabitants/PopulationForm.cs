using System.Globalization;
using Spor.Economy;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using C = Spor.Economy.SetPopulation;

namespace Spor.Web.Leading.Inhabitants;

static class PopulationEndpoints
{
    public const string Path = "/ledelse/indbyggere";

    public static void MapInhabitants(this WebApplication app)
    {
        app.MapGet(Path, PopulationForm.Show).RequireAuthorization(Policies.Reports).ShowsNoChild();
        app.MapPost(Path, PopulationForm.Save).Does<SetPopulation>();
    }

    public static string Of(int year, long? district) =>
        string.Create(CultureInfo.InvariantCulture, $"{Path}?aar={year}") + (district is null ? "" : $"&distrikt={district}");
}

/// <summary>How many people of each age live in the municipality, or in a district, in a year: what figures per 1,000 are of.</summary>
static class PopulationForm
{
    public static IResult Show(string? aar, string? distrikt, Viewing viewing, Acting acting)
    {
        var year = Form.Number(aar) is >= 2000 and <= 2100 and var asked ? (int)asked : viewing.Today.Year;
        var district = Form.Number(distrikt) is { } id && viewing.Register.Districts.Any(d => d.DistrictId == id) ? id : (long?)null;
        var told = Told(viewing, year, district);
        return Page(
            acting.NewForm([
                (nameof(C.Year), year.ToString(CultureInfo.InvariantCulture)),
                (nameof(C.DistrictId), district?.ToString(CultureInfo.InvariantCulture)),
                .. Enumerable
                    .Range(0, C.Oldest + 1)
                    .Select(age => (C.FieldOf(age), told.TryGetValue(age, out var n) ? Kernel.Danish.Number(n) : null)),
            ]),
            year,
            district
        );
    }

    public static IResult Save(IFormCollection posted, Acting acting)
    {
        var form = FormState.Of(posted);
        int? Whole(string field) => form.Number(field) is { } n ? (int)Math.Clamp(n, int.MinValue, int.MaxValue) : null;
        var command = new C(
            Whole(nameof(C.Year)),
            form.Id(nameof(C.DistrictId)),
            [.. Enumerable.Range(0, C.Oldest + 1).Select(age => Whole(C.FieldOf(age)))]
        );
        return acting.Do(command, form).Saved
            ? Acting.Saved(PopulationEndpoints.Of(command.Year!.Value, command.DistrictId), "population-set")
            : Page(form, command.Year, command.DistrictId);
    }

    static IResult Page(FormState form, int? year, long? district) =>
        ForChild.Page<PopulationPage>(
            form,
            new
            {
                Form = form,
                Year = year,
                District = district,
            }
        );

    /// <summary>By age; of two rows of one age the last holds.</summary>
    public static Dictionary<int, int> Told(Viewing viewing, int year, long? district) =>
        viewing
            .Register.Population.Where(p => p.Year == year && p.DistrictId == district)
            .GroupBy(p => p.Age)
            .ToDictionary(g => g.Key, g => g.Last().People);
}
