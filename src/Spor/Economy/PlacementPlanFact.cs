using Spor.Access;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Economy;

/// <summary>How many full-year placements of a form the year's budget was made for. The council's number, and of no child.</summary>
public sealed class PlacementPlanFact : Fact
{
    public static FactKind<PlacementPlanFact> Described { get; } =
        new(
            "placement-plan",
            "planlagte helårsanbringelser",
            "planlagte helårsanbringelser",
            c => c.Value(f => f.Year, "År").Value(f => f.Form, "Form").Hundredths(f => f.FullYearsHundredths, "Helårsanbringelser")
        );

    public int Year { get; set; }
    public PlacementForm Form { get; set; }
    public long FullYearsHundredths { get; set; }

    /// <summary>Of a year, by form; of two rows the last holds.</summary>
    public static IReadOnlyDictionary<PlacementForm, decimal> Of(Register register, int year) =>
        register
            .Of<PlacementPlanFact>()
            .Where(p => p.Year == year)
            .GroupBy(p => p.Form)
            .ToDictionary(g => g.Key, g => g.Last().FullYearsHundredths / 100m);
}

/// <summary>Writes how many full-year placements a year's budget is for, in hundredths; null takes a form's number back.</summary>
public sealed record SetPlacementPlan(int? Year, long? Foster, long? Institution, long? Own) : ICommand<SetPlacementPlan>
{
    public static Verb<SetPlacementPlan> Verb { get; } =
        new(
            "set-placement-plan",
            Capability.Economy,
            (c, now) => PlacementPlanRules.Set(c, [.. now.Facts.All<PlacementPlanFact>().Where(p => p.Year == c.Year)], now.NewId)
        );
}

public static class PlacementPlanRules
{
    /// <summary>No municipality places so many, in hundredths of a full year: kroner were typed.</summary>
    public const long Most = 10_000_00;

    /// <param name="before">What is written of the year.</param>
    public static Decision Set(SetPlacementPlan c, IReadOnlyList<PlacementPlanFact> before, Func<long> next)
    {
        var wrong = new List<Refusal>();
        if (c.Year is not (>= 2000 and <= 2100))
            wrong.Add(new("placement-plan-year-missing", nameof(c.Year)));
        var events = new List<DomainEvent>();
        foreach (
            var (form, field, told) in new[]
            {
                (PlacementForm.Foster, nameof(c.Foster), c.Foster),
                (PlacementForm.Institution, nameof(c.Institution), c.Institution),
                (PlacementForm.Own, nameof(c.Own), c.Own),
            }
        )
        {
            var row = before.LastOrDefault(p => p.Form == form);
            if (told is not { } years)
            {
                if (row is not null)
                    events.Add(new Withdrawn(FactKinds.PlacementPlan, row.Id));
                continue;
            }
            if (years is < 0 or > Most)
            {
                wrong.Add(new("placement-plan-out-of-range", field));
                continue;
            }
            var now = new PlacementPlanFact
            {
                Id = row?.Id ?? next(),
                Year = c.Year ?? 0,
                Form = form,
                FullYearsHundredths = years,
            };
            if (row is null)
                events.Add(new Recorded(FactKinds.PlacementPlan, now));
            else if (row.FullYearsHundredths != years)
                events.Add(new Corrected(FactKinds.PlacementPlan, now));
        }
        if (wrong.Count == 0 && events.Count == 0)
            wrong.Add(new("placement-plan-unchanged", nameof(c.Year)));
        return wrong.Count > 0 ? Decision.No(wrong) : Decision.Of(events);
    }
}
