using Spor.Facts;

namespace Spor.Exchange.Import;

/// <summary>What a database already knows by the source's keys. <see cref="NothingKnown"/> for an extract read on its own.</summary>
public interface IKnownKeys
{
    long? IdOf(FactKind kind, string key);
    bool HasAny(FactKind kind);

    /// <summary>The child that a known thing belongs to.</summary>
    long ChildOf(FactKind kind, long id);

    /// <summary>The source's key of a known thing, or null.</summary>
    string? KeyOf(FactKind kind, long id);

    /// <summary>The source's keys of a known thing: several where two records of one child were merged.</summary>
    IEnumerable<string> KeysOf(FactKind kind, long id);

    /// <summary>The open rows of a kind, without their texts.</summary>
    IEnumerable<Fact> Open(FactKind kind);
}

public sealed class NothingKnown : IKnownKeys
{
    public long? IdOf(FactKind kind, string key) => null;

    public bool HasAny(FactKind kind) => false;

    public long ChildOf(FactKind kind, long id) => 0;

    public string? KeyOf(FactKind kind, long id) => null;

    public IEnumerable<string> KeysOf(FactKind kind, long id) => [];

    public IEnumerable<Fact> Open(FactKind kind) => [];
}
