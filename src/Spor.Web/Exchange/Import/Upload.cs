using Spor.Exchange.Import;
using Spor.Kernel;
using Spor.Storage;
using Spor.Storage.Exchange;
using Spor.Storage.Journal;
using Spor.Web.Access;
using Spor.Web.Exchange.Deliveries;
using Spor.Web.Frame;

namespace Spor.Web.Exchange.Import;

public enum UploadState
{
    Reading,
    Ready,
    Writing,
    Done,
    Failed,
}

/// <summary>One uploaded extract on its way: read, looked at, and then stored or thrown away.</summary>
public sealed class Upload
{
    public required string Id { get; init; }

    /// <summary>Only the person who uploaded it may see it. Of a delivery: who takes it in.</summary>
    public required string Owner { get; set; }

    /// <summary>It was delivered without a person at the screen; null = somebody uploaded it. Its files are kept until somebody has
    /// taken it in or turned it away.</summary>
    public Delivery? Sent { get; init; }

    /// <summary>It is no extract, but the latest import that is being taken back.</summary>
    public bool TakesBack { get; init; }

    /// <summary>Told whenever a delivery has been read, stored or has failed.</summary>
    public Action<Upload>? Settled { get; init; }

    /// <summary>What it would change, in numbers; kept when <see cref="Prepared"/> is let go.</summary>
    public UploadCounts? Counts { get; set; }

    public string Address => (Sent is null ? "/import/" : "/leverancer/") + Id;
    public required string Folder { get; init; }
    public required DateTimeOffset At { get; init; }
    volatile UploadState state = UploadState.Reading;
    public UploadState State
    {
        get => state;
        set => state = value;
    }

    /// <summary>Goes on from where a person could choose; false if another press of a button was first.</summary>
    public bool Leave(UploadState to) => Interlocked.CompareExchange(ref state, to, UploadState.Ready) == UploadState.Ready;

    public DateOnly? Day { get; set; }

    /// <summary>The delivery covers what ran on this day or later.</summary>
    public DateOnly? WindowFrom { get; set; }

    /// <summary>The mapping that it is read with, as text; null = none lies in it and none is given.</summary>
    public string? Mapping { get; set; }

    /// <summary>Proposed for its files, because they have foreign names; null where they have not.</summary>
    public Proposal? Proposed { get; set; }

    /// <summary>The first rows before and after, by the mapping that its page shows.</summary>
    public IReadOnlyList<SampleTable> Sample { get; set; } = [];

    /// <summary>When it was last read and compared with what Spor knows.</summary>
    public DateTimeOffset? ReadAt { get; set; }
    public bool SetAside { get; set; }
    public Choices Choices { get; set; } = Choices.None;
    public PreparedImport? Prepared { get; set; }
    public ImportResult? Result { get; set; }

    /// <summary>What stopped it, in Danish.</summary>
    public string? Fault { get; set; }
    public long RowsRead { get; set; }
    public string File { get; set; } = "";
    public int Written { get; set; }
    public int Of { get; set; }

    /// <summary>Somebody has the page of a delivery open, and sees what was read.</summary>
    public bool Opened { get; set; }
    public bool Working => State is UploadState.Reading or UploadState.Writing;
}

/// <summary>What an extract that has been read would change.</summary>
/// <param name="Ready">There is a plan: one press stores it.</param>
/// <param name="Choices">Rows that vanished or were changed in both places: somebody may choose.</param>
/// <param name="Tables">The files of the format that it holds, without extension.</param>
public sealed record UploadCounts(
    bool Ready,
    bool ChangesNothing,
    int New,
    int Changed,
    int Choices,
    int Errors,
    int Warnings,
    string? Refusal,
    DateOnly? Day,
    IReadOnlyList<string> Tables
)
{
    public static UploadCounts Of(PreparedImport prepared)
    {
        var (extract, plan) = (prepared.Extract, prepared.Plan);
        return new(
            plan is not null,
            plan is { ChangesNothing: true },
            plan?.New ?? 0,
            plan?.Changed ?? 0,
            plan is null ? 0 : plan.Vanished.Count + plan.Conflicts.Count,
            extract.Problems.Errors,
            extract.Problems.Warnings,
            prepared.Refusal?.Danish,
            extract.Day,
            [.. extract.Tables.Where(t => t.Delivered).Select(t => t.Name)]
        );
    }
}
