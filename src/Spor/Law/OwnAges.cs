namespace Spor.Law;

/// <summary>Two age groups beside the usual four, as a dated row: from 0 to the youngest's last year, and from there to the
/// oldest's.</summary>
/// <param name="Mark">S = stated in a source; anything else is unverified and shown so.</param>
public sealed record OwnAgesRow(int Youngest, int Oldest, DateOnly From, DateOnly To, string Source, string Mark)
{
    internal Standard Of(int years) => new(years, ParameterUnit.Years, false, null, Source, Mark);
}

/// <summary>Where a municipality's own age groups end, until it sets its own numbers (<c>Law/ages.json</c>).</summary>
public static class OwnAges
{
    public static IReadOnlyList<OwnAgesRow> All { get; } =
        LawTable.Read(
            "Spor.Law.ages",
            e => new OwnAgesRow(
                e.GetProperty("youngest").GetInt32(),
                e.GetProperty("oldest").GetInt32(),
                LawTable.From(e),
                LawTable.To(e),
                e.GetProperty("source").GetString()!,
                e.GetProperty("mark").GetString()!
            )
        );

    static OwnAgesRow? On(DateOnly day) => All.LastOrDefault(a => a.From <= day && day <= a.To);

    internal static Standard? YoungestOn(DateOnly day) => On(day) is { } row ? row.Of(row.Youngest) : null;

    internal static Standard? OldestOn(DateOnly day) => On(day) is { } row ? row.Of(row.Oldest) : null;

    /// <summary>Two groups are enough until a municipality says otherwise.</summary>
    internal static Standard? UnusedOn(DateOnly day) => On(day)?.Of(0);
}
