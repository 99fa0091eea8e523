using Spor.Facts;
using Spor.Kernel;

namespace Spor.Storage.Journal;

/// <summary>What one person means to do.</summary>
/// <param name="Name">Kebab-case, for example <c>record-follow-up</c>.</param>
/// <param name="Author">Who.</param>
/// <param name="ChildId">The child it is about, if it is about one.</param>
/// <param name="Token">The form's token: the same token twice changes nothing the second time.</param>
/// <param name="Reason">Free text, kept encrypted.</param>
public sealed record Intent(string Name, string Author, long? ChildId = null, Guid? Token = null, string? Reason = null);

/// <summary>A form's token and what it is used for: whoever uses it again must mean the same.</summary>
/// <param name="Content">A keyed hash of verb, author and command; null where only what stands in the entry can be compared.</param>
/// <param name="Names">The names that the entry may have.</param>
/// <param name="ChildId">The child, where it is known before anything is loaded.</param>
readonly record struct Pressed(Guid? Token, byte[]? Content, string Author, IReadOnlyList<string> Names, long? ChildId);

/// <summary>What came of an intent.</summary>
/// <param name="No">Its entry; null if refused.</param>
/// <param name="Repeated">True if the token had been used: <paramref name="No"/> is then the earlier entry, and nothing changed.</param>
public sealed record ActResult(long? No, IReadOnlyList<Refusal> Refusals, bool Repeated = false)
{
    /// <summary>What was recorded, now or by the earlier entry of the same token.</summary>
    public IReadOnlyList<DomainEvent> Events { get; init; } = [];

    public bool Refused => No is null;
}

/// <summary>Hands out identities inside an intent. A rolled-back intent gives them back.</summary>
public sealed class IdGiver
{
    internal IdGiver(long next) => Upcoming = next;

    internal long Upcoming { get; private set; }

    public long Next() => Upcoming++;
}

/// <param name="FirstNo">The first entry's number; null if the run had no entries.</param>
/// <param name="Events">How many events were stored.</param>
public sealed record ImportResult(long ImportId, long? FirstNo, long? LastNo, long Events);

/// <summary>How far an import has come, in entries.</summary>
public readonly record struct ImportProgress(int Written, int Of);
