using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;
using Spor.Workforce;

namespace Spor.Access;

/// <summary>Draws cases by lot for an auditor to read. Nobody chooses them, so nobody leaves any out.</summary>
public sealed record SampleCases(long GrantId, int Count) : ICommand<SampleCases>
{
    public static Verb<SampleCases> Verb { get; } =
        new(
            "sample-cases",
            Capability.Leadership,
            (c, now) =>
                RoleRules.Sample(
                    c,
                    now.Facts.Find<RoleGrantFact>(c.GrantId),
                    now.Register.Children.Where(f => now.Author.MaySee(f.Id)),
                    now.Today,
                    now.NewId,
                    NamedAlike.Anybody(now.Facts, now.Register, now.Today)
                )
        );
}

public static partial class RoleRules
{
    /// <summary>At most this many are drawn at a time.</summary>
    public const int LargestSample = 200;

    /// <param name="children">Those whom the one who draws may see.</param>
    /// <param name="screened">Whether a colleague is found around a child: nobody from outside opens it, so it is not drawn.</param>
    public static Decision Sample(
        SampleCases c,
        RoleGrantFact? grant,
        IEnumerable<ChildFile> children,
        DateOnly today,
        Func<long> newId,
        Func<ChildFile, bool>? screened = null
    )
    {
        if (grant is not { Role: ViewerRole.Auditor } || grant.To < today)
            return new Refusal("sample-for-auditors");
        if (c.Count is < 1 or > LargestSample)
            return new Refusal("sample-not-possible", nameof(c.Count));
        // Protected children are for named people, and are not drawn.
        var drawn = children
            .Where(f => !f.Child.Protected && Array.Exists(f.Cases, s => s.ActiveAt(today)))
            .Where(f => !Array.Exists(f.Of<SampledCaseFact>(), s => s.GrantId == grant.Id))
            // The same role draws in the same order, so that a sample can be drawn again and checked.
            .OrderBy(f => Lot.Of(grant.Id, f.Id))
            .Where(f => screened?.Invoke(f) != true)
            .Take(c.Count)
            .ToList();
        if (drawn.Count == 0)
            return new Refusal("sample-empty", nameof(c.Count));
        return Decision.Of([
            .. drawn.Select(f => new Recorded(
                FactKinds.SampledCase,
                new SampledCaseFact
                {
                    Id = newId(),
                    ChildId = f.Id,
                    GrantId = grant.Id,
                    On = today,
                }
            )),
        ]);
    }
}
