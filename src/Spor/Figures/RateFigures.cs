using Spor.Facts;
using Spor.Figures.Engine;
using Spor.Workforce;

namespace Spor.Figures;

/// <summary>
/// Figures per 1,000 of those who live there (<c>measures.md</c> 2.57): of all aged 0 to 22, or of an age group, in the municipality or a
/// district.
/// </summary>
public static class RateFigures
{
    static readonly RegisterShared<Dictionary<(int Year, long? District, int Age), int>> People = new(register =>
        register
            .Population.GroupBy(p => (p.Year, p.DistrictId, p.Age))
            .ToDictionary(g => (g.Key.Year, g.Key.DistrictId, g.Key.Age), g => g.Last().People)
    );

    /// <summary>The years of age that a group's people are; null of a group that nobody counts inhabitants of.</summary>
    public static (int First, int Last)? AgesOf(Group group) =>
        group != new Group(DistrictId: group.DistrictId, Age: group.Age) { Ages = group.Ages } ? null
        : group is { Age: not null, Ages: not null } ? null
        : group.Ages is { } own ? (own.First, own.Last)
        : group.Age is { } age ? Group.Years(age)
        : (0, Group.Years(AgeGroup.From18To22).Last);

    static long? PeopleIn(Asked asked)
    {
        if (AgesOf(asked.Group) is not var (first, last))
            return null;
        var people = asked.Of(People);
        long sum = 0;
        for (var age = first; age <= last; age++)
        {
            // One age that nobody has told would make all of them too few.
            if (!people.TryGetValue((asked.Period.To.Year, asked.Group.DistrictId, age), out var some))
                return null;
            sum += some;
        }
        return sum;
    }

    static Figure Of(Figure counted, string code, string name, FigureTopic topic) =>
        new(
            code,
            name,
            counted.Definition
                + " Her pr. 1.000 indbyggere fra 0 til 22 år, eller i den valgte aldersgruppe, i kommunen eller det valgte distrikt. Mangler "
                + "indbyggertallet for årets aldre, er tallet ikke oplyst.",
            "2.57",
            FigureUnit.Ratio,
            new OwnReading(
                counted.Time,
                asked =>
                {
                    var whole = counted.Reading.Whole(asked);
                    return PeopleIn(asked) is > 0 and var people && whole.Value is { } value
                        ? new(1000 * value / people, whole.Rests)
                        : Answered.Nothing;
                },
                counted.Reading
            )
        )
        {
            MustBeTold = true,
            Topic = topic,
            // Whoever knows how many live there has the one from the other.
            HiddenWith = () => [counted],
            MadeOf = [.. RestsOn.Of(counted), RestsOn.Population],
        };

    public static Figure ChildrenWithCase { get; } =
        Of(CaseFigures.ChildrenWithCase, "children-with-case-per-1000", "Børn med aktiv sag pr. 1.000 indbyggere", FigureTopic.Cases);

    public static Figure Notifications { get; } =
        Of(NotificationFigures.Notifications, "notifications-per-1000", "Underretninger pr. 1.000 indbyggere", FigureTopic.Notifications);

    public static Figure Placed { get; } =
        Of(PlacementFigures.Placed, "placed-per-1000", "Anbragte børn pr. 1.000 indbyggere", FigureTopic.Placements);
}
