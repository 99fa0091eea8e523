using Spor.Facts;
using Spor.Insight;
using Spor.Requirements;

namespace Spor.Web.Day.Deadlines;

/// <summary>Per rule: the missed at the day, and of those due in the period how many were met on time. Needs every requirement, also the met ones.</summary>
public sealed record RuleFigures(int[] Missed, (int OnTime, int Due)[] Compliance)
{
    const int Most = 64;
    static readonly Derived<Asked, RuleFigures> Answers = new(Most, (s, asked) => Count(s.Overview, asked.Children, asked.Since));

    /// <param name="Scope">Says which children; the same words, the same children in one snapshot.</param>
    sealed record Asked(string Scope, DateOnly Since, IReadOnlyList<ChildState> Children)
    {
        public bool Equals(Asked? other) => other is not null && Scope == other.Scope && Since == other.Since;

        public override int GetHashCode() => HashCode.Combine(Scope, Since);
    }

    /// <param name="scope">Says which children; the same words, the same children in one snapshot.</param>
    public static RuleFigures Of(Snapshot snapshot, string scope, IReadOnlyList<ChildState> children, DateOnly since) =>
        snapshot.Get(Answers, new(scope, since, children));

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
