using Spor.Facts;

namespace Spor.Kernel;

/// <summary>What a rule returns: events, or refusals; never both.</summary>
public sealed class Decision
{
    public IReadOnlyList<DomainEvent> Events { get; private init; } = [];
    public IReadOnlyList<Refusal> Refusals { get; private init; } = [];
    public bool Refused => Refusals.Count > 0;

    public static Decision Of(IReadOnlyList<DomainEvent> events) => new() { Events = events };

    public static Decision No(params IReadOnlyList<Refusal> refusals) => new() { Refusals = refusals };

    public static implicit operator Decision(Refusal refusal) => No(refusal);

    public static implicit operator Decision(DomainEvent happened) => Of([happened]);
}
