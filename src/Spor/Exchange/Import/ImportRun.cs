using Spor.Facts;

namespace Spor.Exchange.Import;

/// <summary>What one journal entry of an import holds: the events of one child, or of one file for what has no child.</summary>
public readonly record struct ImportEntry(long? ChildId, IReadOnlyList<DomainEvent> Events);

/// <summary>A checked and compared extract, ready to be written.</summary>
public sealed class ImportRun
{
    public required string Author { get; init; }

    /// <summary>The name of its entries.</summary>
    public string Intent { get; init; } = "import";
    public required string MunicipalityNumber { get; init; }
    public required DateOnly ExtractDay { get; init; }

    /// <summary>JSON text: counts per file, rows set aside, conflicts, hashes of the files, the program's version. No names.</summary>
    public required string Report { get; init; }

    /// <summary>The head the plan was compared against. If the journal has moved on, the writing refuses, and the caller compares
    /// again.</summary>
    public required long ExpectedHeadNo { get; init; }

    /// <summary>How many <see cref="Entries"/> there are: their numbers are taken as one block.</summary>
    public required int EntryCount { get; init; }

    /// <summary>Read once, on another thread than the writer's, while the write lane is held. Identities inside are already handed
    /// out.</summary>
    public required IEnumerable<ImportEntry> Entries { get; init; }
}
