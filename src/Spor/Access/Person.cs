namespace Spor.Access;

/// <summary>A role that somebody has from a day, to a day if it ends, the last day included.</summary>
/// <param name="TeamId">The team whose children it reaches; null where the role reaches the municipality or nobody.</param>
public sealed record Grant(ViewerRole Role, DateOnly From, DateOnly? To = null, long? TeamId = null)
{
    public bool RunsOn(DateOnly day) => From <= day && (To is null || day <= To);
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
