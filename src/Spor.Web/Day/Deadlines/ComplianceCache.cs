using Spor.Insight;
using Spor.Requirements;

namespace Spor.Web.Day.Deadlines;

/// <summary>Per rule: the missed at the day, and of those due in the period how many were met on time.</summary>
public sealed record RuleFigures(int[] Missed, (int OnTime, int Due)[] Compliance);

/// <summary>Figures that need every requirement, also the met ones, of a team's children; worked out once per overview and team.</summary>
public sealed class ComplianceCache
{
    readonly Lock gate = new();
    WeakReference<Overview> known = new(null!);
    Dictionary<string, Lazy<RuleFigures>> figures = [];

    /// <param name="scope">Says which children; the same words, the same children in one overview.</param>
    public RuleFigures Of(Overview overview, string scope, IReadOnlyList<ChildState> children, DateOnly since)
    {
        Lazy<RuleFigures>? found;
        lock (gate)
        {
            if (!known.TryGetTarget(out var of) || !ReferenceEquals(of, overview))
                (known, figures) = (new(overview), []);
            if (!figures.TryGetValue(scope, out found))
                figures[scope] = found = new(() => Count(overview, children, since));
        }
        return found.Value;
    }

    static RuleFigures Count(Overview overview, IReadOnlyList<ChildState> children, DateOnly since)
    {
        var missed = new int[Enum.GetValues<Rule>().Length];
        IEnumerable<Requirement> CountMissed()
        {
            foreach (var r in Derive.Each(children.Select(c => c.File), overview.Register.Catalogue, overview.Day))
            {
                if (r.State == RequirementState.Missed)
                    missed[(int)r.Rule]++;
                yield return r;
            }
        }
        var compliance = Flows.ComplianceIn(CountMissed(), since, overview.Day);
        return new(missed, compliance);
    }
}
