namespace Spor.Facts;

/// <summary>
/// One row of what is known. It has a life in the record: from entry <see cref="RecordedIn"/> until entry <see cref="RetractedIn"/> (null =
/// still held true). Rows are never edited: a correction retracts one row and adds another with the same <see cref="Id"/>.
/// Periods in the world are days, and <c>To</c> is the last day included; null = still running.
/// </summary>
public abstract class Fact
{
    // 0 for null: there are millions of facts, and a long? takes twice the room. Entries and texts are numbered from 1.
    long retractedIn,
        textId;

    /// <summary>The thing this row is about. The same through all its corrections.</summary>
    public long Id { get; set; }
    public long RecordedIn { get; set; }
    public long? RetractedIn
    {
        get => retractedIn == 0 ? null : retractedIn;
        set => retractedIn = value ?? 0;
    }

    /// <summary>The source system's own key, if an import brought it. A key shared by several rows (a team's ceilings) stands on
    /// each.</summary>
    public string? SourceKey { get; set; }

    /// <summary>A keyed hash of the source's last imported values; 0 if entered here. A newer extract is compared with this, never with
    /// what Spor holds now.</summary>
    public long SourceHash { get; set; }

    /// <summary>True when a person has set this row's values in Spor since the source last spoke.</summary>
    public bool Touched { get; set; }

    /// <summary>The encrypted row that holds this fact's names and free text; null if it has none.</summary>
    public long? TextId
    {
        get => textId == 0 ? null : textId;
        set => textId = value ?? 0;
    }

    /// <summary>Held true at an entry of the journal.</summary>
    public bool KnownAt(long entryNo) => RecordedIn <= entryNo && (RetractedIn is null || RetractedIn > entryNo);

    public Fact Copy() => (Fact)MemberwiseClone();
}

/// <summary>A fact about one child.</summary>
public abstract class ChildsFact : Fact
{
    public long ChildId { get; set; }
}
