using Spor.Children;

namespace Spor.Access;

/// <summary>A role that somebody has from a day, to a day if it ends, the last day included.</summary>
/// <param name="TeamId">The team whose children it reaches. What else narrows it stands below; all of it must hold.</param>
public sealed record Grant(ViewerRole Role, DateOnly From, DateOnly? To = null, long? TeamId = null)
{
    /// <summary>The fact it comes of; null if it comes of a post or of the demo.</summary>
    public long? Given { get; init; }
    public long? DistrictId { get; init; }
    public TargetGroup? TargetGroup { get; init; }

    /// <summary>Whole years, both ends included.</summary>
    public int? AgeFrom { get; init; }
    public int? AgeTo { get; init; }

    /// <summary>Of a controller: sees who stands behind the figures.</summary>
    public bool WithNames { get; init; }

    public bool RunsOn(DateOnly day) => From <= day && (To is null || day <= To);

    /// <summary>For a part of the municipality alone.</summary>
    public bool IsNarrowed =>
        TeamId is not null || DistrictId is not null || TargetGroup is not null || AgeFrom is not null || AgeTo is not null;
}

/// <summary>Somebody Spor knows, also when no role runs any more: the name stands in the history.</summary>
/// <param name="Key">Stands in the journal, the log of looks and the cookie; never a name.</param>
/// <param name="Grants">The one that is named first comes first.</param>
/// <param name="Place">The team or workplace, where one chooses between people.</param>
public sealed record Person(
    string Key,
    string Name,
    IReadOnlyList<Grant> Grants,
    long? EmployeeId = null,
    long? CoordinatorId = null,
    string Place = ""
);
