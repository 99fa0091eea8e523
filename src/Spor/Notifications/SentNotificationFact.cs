using Spor.Facts;

namespace Spor.Notifications;

/// <summary>Why something that was sent became no notification here.</summary>
public enum SetAsideBecause
{
    [Code("sendt to gange")]
    SentTwice,

    [Code("sendt videre til den rette kommune")]
    ForwardedElsewhere,
}

/// <summary>
/// A notification as somebody from a school, a day care or the health service wrote it in Spor. It is about no child until somebody in the
/// department says which: who sends it must not learn from it whom the municipality knows. The 24 hours run from when it was sent.
/// </summary>
public sealed class SentNotificationFact : Fact
{
    public static FactKind<SentNotificationFact> Described { get; } =
        new(
            "sent-notification",
            "sendt underretning",
            "sendte underretninger",
            c =>
                c.Happened(f => f.SentAt, "Sendt")
                    .BySpor(f => f.By, "Sendt af")
                    .Value(f => f.Notifier, "Underretter")
                    .Value(f => f.BornOn, "Barnets fødselsdag")
                    .BySpor(f => f.TakenOn, "Registreret")
                    .Value(f => f.SetAside, "Lagt til side")
                    .BySpor(f => f.SetAsideOn, "Lagt til side den")
                    .Line(f => f.ChildName, "Barnets navn")
                    .Line(f => f.Cpr, "CPR-nummer")
                    .Words(f => f.Description, "Beskrivelse")
                    .Line(f => f.Contact, "Kontakt")
                    .Words(f => f.SetAsideReason, "Begrundelse"),
            order: (a, b) => a.SentAt.CompareTo(b.SentAt),
            keeping: Keeping.OwnWay
        );

    /// <summary>Local wall-clock time.</summary>
    public DateTime SentAt { get; set; }

    /// <summary>The key of who sent it.</summary>
    public string By { get; set; } = "";
    public Notifier Notifier { get; set; }

    /// <summary>As the sender knows it; of an unborn child the expected day.</summary>
    public DateOnly? BornOn { get; set; }

    /// <summary>The day somebody made a notification of it.</summary>
    public DateOnly? TakenOn { get; set; }
    public SetAsideBecause? SetAside { get; set; }
    public DateOnly? SetAsideOn { get; set; }
    public string? ChildName { get; set; }
    public string? Cpr { get; set; }
    public string? Description { get; set; }
    public string? Contact { get; set; }
    public string? SetAsideReason { get; set; }

    public bool Waits => TakenOn is null && SetAside is null;
    public DateOnly SentOn => DateOnly.FromDateTime(SentAt);
}
