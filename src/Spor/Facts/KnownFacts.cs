namespace Spor.Facts;

/// <summary>
/// What is known at one entry, as a rule asks for it. In a database each call is one query (a child's file a fixed number of them), and the
/// facts stand still while the rule runs; a test has them in memory. Personal texts are closed until <see cref="Opened"/> opens them.
/// </summary>
public abstract class KnownFacts
{
    public abstract long EntryNo { get; }

    /// <summary>The row of an identity, or null.</summary>
    public abstract Fact? Find(FactKind kind, long id);

    /// <summary>The row of an identity, or null.</summary>
    public T? Find<T>(long id)
        where T : Fact => (T?)Find(FactKinds.Of(typeof(T)), id);

    /// <summary>The row of an identity with its texts opened, or null.</summary>
    public T? FindOpened<T>(long id)
        where T : Fact => Find<T>(id) is { } found ? Opened(found) : null;

    /// <summary>All rows of a kind about a child.</summary>
    public abstract IReadOnlyList<T> OfChild<T>(long childId)
        where T : ChildsFact;

    /// <summary>All rows of a kind without a child: teams, districts, employments, catalogue.</summary>
    public abstract IReadOnlyList<T> All<T>()
        where T : Fact;

    /// <summary>True if a child with this keyed hash of a CPR number is known.</summary>
    public abstract bool KnowsNumber(long cprHash);

    /// <summary>The children who once had a CPR number, by its keyed hash, and have had it changed since.</summary>
    public virtual IReadOnlyCollection<long> OnceHad(long cprHash) => [];

    /// <summary>Every row, open or not, that has stood with a record of a child.</summary>
    public virtual IReadOnlySet<(FactKind Kind, long Id)> OnceOf(long record) => new HashSet<(FactKind, long)>();

    /// <summary>The row of an identity that was retracted last, texts closed; null if none was.</summary>
    public virtual Fact? Retracted(FactKind kind, long id) => null;

    /// <summary>True if a thing is known by the column that others refer to it by: an employee by its number, not by one of its
    /// employments.</summary>
    public abstract bool Knows(FactKind kind, long thing);

    /// <summary>Everything about a child, its people too, without the texts; null if there is no such child.</summary>
    public abstract ChildFile? Child(long childId);

    /// <summary>First and last entry of every import: between them only some of its children are known.</summary>
    public abstract IReadOnlyList<(long First, long Last)> Imports();

    /// <summary>The children of a family, by id.</summary>
    public abstract IReadOnlyList<long> Family(long familyId);

    /// <summary>
    /// Opens the texts of a row that a rule changes a part of, and gives it back. A correction that brings any text replaces all of the
    /// row's texts, so the rest must be there.
    /// </summary>
    public abstract T Opened<T>(T fact)
        where T : Fact;
}
