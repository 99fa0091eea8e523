using Spor.Children;
using Spor.Facts;
using Spor.Kernel;

namespace Spor.Cases;

/// <summary>How a request to see the file was answered.</summary>
public enum FileAccessOutcome
{
    [Code("hele sagen")]
    Full,

    [Code("en del af sagen")]
    Partial,

    [Code("afslag")]
    Refused,
}

/// <summary>Somebody has asked to see the child's file (forvaltningsloven § 9).</summary>
public sealed class FileAccessFact : ChildsFact
{
    public static FactKind<FileAccessFact> Described { get; } =
        new(
            "file-access",
            "anmodning om aktindsigt",
            "anmodninger om aktindsigt",
            c =>
                c.Happened(f => f.ReceivedOn, "Modtaget")
                    .Value(f => f.ExpectedOn, "Forventes klar", notBefore: f => f.ReceivedOn)
                    .Happened(f => f.AnsweredOn, "Besvaret", notBefore: f => f.ReceivedOn)
                    .Value(f => f.Outcome, "Svar")
                    .Line(f => f.AskedBy, "Hvem har bedt om det")
                    .Words(f => f.Reason, "Begrundelse"),
            order: (a, b) => a.ReceivedOn.CompareTo(b.ReceivedOn)
        );

    public DateOnly ReceivedOn { get; set; }

    /// <summary>When it cannot be answered in time: the day the person was told to expect it.</summary>
    public DateOnly? ExpectedOn { get; set; }
    public DateOnly? AnsweredOn { get; set; }
    public FileAccessOutcome? Outcome { get; set; }
    public string? AskedBy { get; set; }

    /// <summary>Why it takes longer, or why something is left out.</summary>
    public string? Reason { get; set; }
}
