using Spor.Facts;
using Spor.Kernel;

namespace Spor.Verbs;

/// <summary>What came of a command. What was made is told here and is never looked for: the newest of a kind may be somebody
/// else's.</summary>
/// <param name="EntryNo">Its entry; null if refused.</param>
/// <param name="Events">What was recorded, now or by an earlier press of the same button.</param>
/// <param name="Repeated">True if the very same had been saved before: then nothing changed now.</param>
public sealed record Done(long? EntryNo, IReadOnlyList<DomainEvent> Events, IReadOnlyList<Refusal> Refusals, bool Repeated = false)
{
    public static Done No(params IReadOnlyList<Refusal> refusals) => new(null, [], refusals);

    /// <summary>It is written.</summary>
    public bool Saved => EntryNo is not null;

    /// <summary>The row that somebody else saved meanwhile, texts opened, where that is why it was refused.</summary>
    public Fact? Meanwhile { get; init; }

    /// <summary>The new things of a kind, in the order the rule made them.</summary>
    public IEnumerable<T> AllNew<T>()
        where T : Fact => Events.OfType<Recorded>().Select(e => e.Fact).OfType<T>();

    /// <summary>The new thing of a kind; null if none was made.</summary>
    public T? New<T>()
        where T : Fact => AllNew<T>().FirstOrDefault();

    /// <summary>The things of a kind that are new or were changed.</summary>
    public IEnumerable<T> Written<T>()
        where T : Fact =>
        Events
            .Select(e =>
                e switch
                {
                    Recorded r => r.Fact,
                    Corrected c => c.Fact,
                    _ => null,
                }
            )
            .OfType<T>();
}
