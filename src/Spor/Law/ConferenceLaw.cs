namespace Spor.Law;

/// <summary>What the law and the model ask of network conferences, as dated rows (<c>Law/conferences.json</c>).</summary>
/// <param name="Topic">For example <c>own-answer</c>.</param>
/// <param name="Age">Whole years.</param>
/// <param name="Mark">S = stated in a source; I, M, NF = unverified, and shown so to administrators.</param>
public sealed record ConferenceLaw(string Topic, DateOnly From, DateOnly To, int Age, string Text, string Source, string Mark)
{
    /// <summary>The age from which the young person's own yes to the offer is needed.</summary>
    public const string OwnAnswer = "own-answer";

    public bool Verified => Mark == "S";

    public static IReadOnlyList<ConferenceLaw> All { get; } = Load();

    /// <summary>The row in force on a day.</summary>
    /// <exception cref="InvalidOperationException">There is no such topic, or none in force.</exception>
    public static ConferenceLaw On(string topic, DateOnly day) => All.First(r => r.Topic == topic && r.From <= day && day <= r.To);

    static IReadOnlyList<ConferenceLaw> Load() =>
        LawTable.Read(
            "Spor.Law.conferences",
            e => new ConferenceLaw(
                e.GetProperty("topic").GetString()!,
                LawTable.From(e),
                LawTable.To(e),
                e.GetProperty("age").GetInt32(),
                e.GetProperty("text").GetString()!,
                e.GetProperty("source").GetString()!,
                e.GetProperty("mark").GetString()!
            )
        );
}
