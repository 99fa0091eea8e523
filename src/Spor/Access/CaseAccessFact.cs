using Spor.Facts;

namespace Spor.Access;

public enum CaseAccessKind
{
    /// <summary>For an hour, by somebody who may not see the child.</summary>
    [Code("særlig adgang")]
    Exceptional,

    /// <summary>A closed case, or somebody over 22, opened for a stated reason.</summary>
    [Code("åbnet med begrundelse")]
    Stated,

    /// <summary>Named by a leader as one who may open a protected or screened child.</summary>
    [Code("navngivet")]
    Named,

    /// <summary>A protection of name and address was lifted.</summary>
    [Code("beskyttelse ophævet")]
    ProtectionLifted,
}

/// <summary>What concerns who may open one child, and is told to others: access that was taken or given, and protection that was
/// lifted.</summary>
public sealed class CaseAccessFact : ChildsFact
{
    public static FactKind<CaseAccessFact> Described { get; } =
        new(
            "case-access",
            "adgang til sagen",
            "adgange til sagen",
            c =>
                c.BySpor(f => f.Person, "Person")
                    .Value(f => f.Kind, "Slags")
                    .BySpor(f => f.At, "Fra")
                    .BySpor(f => f.Until, "Indtil")
                    .BySpor(f => f.GivenBy, "Givet af")
                    .BySpor(f => f.SeenBy, "Set af leder")
                    .BySpor(f => f.NotedBy, "Set af rådgiver")
                    .Words(f => f.Reason, "Begrundelse"),
            order: (a, b) => a.At.CompareTo(b.At),
            keeping: Keeping.OwnWay
        );

    /// <summary>The key of who got or took it; of a protection, who lifted it.</summary>
    public string Person { get; set; } = "";
    public CaseAccessKind Kind { get; set; }

    /// <summary>Local time of the day that rules see.</summary>
    public DateTime At { get; set; }

    /// <summary>When it ends; null = until a leader ends it.</summary>
    public DateTime? Until { get; set; }

    /// <summary>The leader who named the person.</summary>
    public string? GivenBy { get; set; }

    /// <summary>The leader who has seen it.</summary>
    public string? SeenBy { get; set; }

    /// <summary>Of a protection: the caseworker who has seen it.</summary>
    public string? NotedBy { get; set; }
    public string? Reason { get; set; }

    public bool RunsAt(DateTime now) => At <= now && (Until is null || now < Until);
}
