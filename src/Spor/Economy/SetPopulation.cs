using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Economy;

/// <summary>How many people of each age live in the municipality, or in a district, in a year, typed in.</summary>
/// <param name="DistrictId">Null = the whole municipality.</param>
/// <param name="People">By age from 0; null = not told, and what was told is taken back.</param>
public sealed record SetPopulation(int? Year, long? DistrictId, IReadOnlyList<int?> People) : ICommand<SetPopulation>
{
    /// <summary>The oldest that figures are told per 1,000 of.</summary>
    public const int Oldest = 23;

    public static Verb<SetPopulation> Verb { get; } =
        new(
            "set-population",
            Capability.Reports,
            (c, now) =>
                PopulationRules.Set(
                    c,
                    [.. now.Facts.All<PopulationFact>().Where(p => p.Year == c.Year && p.DistrictId == c.DistrictId)],
                    c.DistrictId is null || now.Facts.All<Workforce.DistrictFact>().Any(d => d.DistrictId == c.DistrictId),
                    now.NewId
                )
        );

    /// <summary>The field of an age.</summary>
    public static string FieldOf(int age) => $"Age{age}";
}

public static class PopulationRules
{
    /// <summary>No place in the country has so many of one age.</summary>
    public const int Most = 100_000;

    /// <param name="before">What is told of the year and place.</param>
    public static Decision Set(SetPopulation c, IReadOnlyList<PopulationFact> before, bool districtIsThere, Func<long> next)
    {
        var wrong = new List<Refusal>();
        if (c.Year is not (>= 2000 and <= 2100))
            wrong.Add(new("population-year-missing", nameof(c.Year)));
        if (!districtIsThere)
            wrong.Add(new("population-district-unknown", nameof(c.DistrictId)));
        var events = new List<DomainEvent>();
        for (var age = 0; age < c.People.Count; age++)
        {
            var told = before.Where(p => p.Age == age).ToList();
            if (c.People[age] is not { } people)
                events.AddRange(told.Select(p => new Withdrawn(FactKinds.Population, p.Id)));
            else if (people is < 0 or > Most)
                wrong.Add(new("population-out-of-range", SetPopulation.FieldOf(age)));
            else if (told.Count == 0)
                events.Add(
                    new Recorded(
                        FactKinds.Population,
                        new PopulationFact
                        {
                            Id = next(),
                            Year = c.Year ?? 0,
                            DistrictId = c.DistrictId,
                            Age = age,
                            People = people,
                        }
                    )
                );
            else if (told[^1].People != people)
            {
                // Of two rows of one age the last holds.
                var row = (PopulationFact)told[^1].Copy();
                row.People = people;
                events.Add(new Corrected(FactKinds.Population, row));
            }
        }
        if (wrong.Count == 0 && events.Count == 0)
            wrong.Add(new("population-unchanged", nameof(c.Year)));
        return wrong.Count > 0 ? Decision.No(wrong) : Decision.Of(events);
    }
}
