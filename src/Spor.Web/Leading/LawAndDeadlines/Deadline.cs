using Spor.Law;

namespace Spor.Web.Leading.LawAndDeadlines;

/// <summary>A parameter on a day: what law or model say, and the municipality's own number.</summary>
/// <param name="Now">The number that holds.</param>
/// <param name="Own">The row of the municipality's own that holds; null where it has none.</param>
/// <param name="Coming">Its rows that begin later.</param>
public sealed record Deadline(Parameter Of, Standard Standard, int Now, ParameterFact? Own, IReadOnlyList<ParameterFact> Coming)
{
    public static IReadOnlyList<Deadline> All(Bounds bounds, DateOnly today) =>
        [.. Parameters.All.Select(p => On(p, bounds, today)).OfType<Deadline>()];

    /// <summary>Null where neither law nor model fix a number on the day.</summary>
    public static Deadline? On(Parameter parameter, Bounds bounds, DateOnly today)
    {
        if (parameter.On(today) is not { } standard)
            return null;
        var own = bounds.Own.Where(p => p.Code == parameter.Code).ToList();
        return new(
            parameter,
            standard,
            bounds.On(today).Number(parameter)!.Value,
            own.Where(p => p.From <= today).OrderBy(p => p.From).ThenBy(p => p.RecordedIn).LastOrDefault() is { Number: not null } row
                ? row
                : null,
            [.. own.Where(p => p.From > today).OrderBy(p => p.From)]
        );
    }
}
