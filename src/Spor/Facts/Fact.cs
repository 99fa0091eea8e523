namespace Spor.Facts;

/// <summary>
/// One row of what is known. It has a life in the record: from entry <see cref="RecordedIn"/> until entry <see cref="RetractedIn"/> (null =
/// still held true). Rows are never edited: a correction retracts one row and adds another with the same <see cref="Id"/>.
/// Periods in the world are days, and <c>To</c> is the last day included; null = still running.
/// </summary>
public abstract class Fact
{
    // There are millions of facts, so each takes little room: numbers in four bytes, 0 for null (entries and texts are numbered from 1),
    // and what only an import needs apart.
    int id,
        recordedIn,
        retractedIn,
        textId;
    Source? source;

    /// <summary>The thing this row is about. The same through all its corrections.</summary>
    /// <exception cref="OverflowException">Set above 2,147,483,647, as the numbers below.</exception>
    public long Id
    {
        get => id;
        set => id = checked((int)value);
    }

    public long RecordedIn
    {
        get => recordedIn;
        set => recordedIn = checked((int)value);
    }

    public long? RetractedIn
    {
        get => retractedIn == 0 ? null : retractedIn;
        set => retractedIn = checked((int)(value ?? 0));
    }

    /// <summary>The source system's own key, if an import brought it. A key shared by several rows (a team's ceilings) stands on
    /// each.</summary>
    public string? SourceKey
    {
        get => source?.Key;
        set
        {
            if (value is not null || source is not null)
                (source ??= new()).Key = value;
        }
    }

    /// <summary>A keyed hash of the source's last imported values; 0 if entered here. A newer extract is compared with this, never with
    /// what Spor holds now.</summary>
    public long SourceHash
    {
        get => source?.Hash ?? 0;
        set
        {
            if (value != 0 || source is not null)
                (source ??= new()).Hash = value;
        }
    }

    /// <summary>True when a person has set this row's values in Spor since the source last spoke.</summary>
    public bool Touched
    {
        get => source?.Touched ?? false;
        set
        {
            if (value || source is not null)
                (source ??= new()).Touched = value;
        }
    }

    /// <summary>The encrypted row that holds this fact's names and free text; null if it has none.</summary>
    public long? TextId
    {
        get => textId == 0 ? null : textId;
        set => textId = checked((int)(value ?? 0));
    }

    /// <summary>Held true at an entry of the journal.</summary>
    public bool KnownAt(long entryNo) => RecordedIn <= entryNo && (RetractedIn is null || RetractedIn > entryNo);

    public Fact Copy()
    {
        var copy = (Fact)MemberwiseClone();
        copy.source = source?.Copy();
        return copy;
    }

    sealed class Source
    {
        public string? Key;
        public long Hash;
        public bool Touched;

        public Source Copy() => (Source)MemberwiseClone();
    }
}

/// <summary>A fact about one child.</summary>
public abstract class ChildsFact : Fact
{
    int childId;

    public long ChildId
    {
        get => childId;
        set => childId = checked((int)value);
    }
}
