using System.Collections.Frozen;
using Spor.Facts;

namespace Spor.Storage.Journal;

public enum EventVerb
{
    Recorded,
    Corrected,
    Withdrawn,
}

/// <summary>The registry of event names. A released name never changes its meaning; a new meaning is a new name.</summary>
public static class EventNames
{
    static readonly FrozenDictionary<string, (FactKind Kind, EventVerb Verb)> ByName = FactKinds
        .All.SelectMany(k => Enum.GetValues<EventVerb>().Select(v => (k, v)))
        .ToFrozenDictionary(e => e.k.Name + Suffix(e.v), e => e, StringComparer.Ordinal);

    static readonly FrozenDictionary<FactKind, string[]> Names = FactKinds.All.ToFrozenDictionary(
        k => k,
        k => Enum.GetValues<EventVerb>().Select(v => k.Name + Suffix(v)).ToArray()
    );

    public static IEnumerable<string> All => ByName.Keys;

    public static string Of(DomainEvent happened) => Names[happened.Kind][(int)VerbOf(happened)];

    /// <exception cref="KeyNotFoundException">No event has this name.</exception>
    public static (FactKind Kind, EventVerb Verb) Find(string name) =>
        ByName.TryGetValue(name, out var found) ? found : throw new KeyNotFoundException("No event is named " + name);

    static EventVerb VerbOf(DomainEvent happened) =>
        happened switch
        {
            Recorded => EventVerb.Recorded,
            Corrected => EventVerb.Corrected,
            Withdrawn => EventVerb.Withdrawn,
            _ => throw new InvalidOperationException("No name for " + happened.GetType().Name),
        };

    static string Suffix(EventVerb verb) =>
        verb switch
        {
            EventVerb.Recorded => "-recorded",
            EventVerb.Corrected => "-corrected",
            _ => "-withdrawn",
        };
}
