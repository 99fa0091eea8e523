using Spor.Facts;

namespace Spor.Exchange.Deliveries;

/// <summary>
/// A key that another system delivers files with. The key itself is shown once and kept by nobody here: what stands on the fact is its hash
/// (<see cref="DeliveryKey"/>).
/// </summary>
public sealed class DeliveryKeyFact : Fact
{
    public static FactKind<DeliveryKeyFact> Described { get; } =
        new(
            "delivery-key",
            "leverancenøgle",
            "leverancenøgler",
            c =>
                c.Value(f => f.From, "Fra")
                    .Value(f => f.To, "Til og med", notBefore: f => f.From)
                    .Value(f => f.Tables, "Filer")
                    .BySpor(f => f.KeyHash, "Nøglens aftryk")
                    .BySpor(f => f.GivenBy, "Lavet af")
                    .BySpor(f => f.RevokedOn, "Spærret")
                    .BySpor(f => f.RevokedBy, "Spærret af")
                    .Line(f => f.Sender, "Afsender"),
            keeping: Keeping.OpenInRegister
        );

    public DateOnly From { get; set; }

    /// <summary>The last day it opens; null = until it is revoked.</summary>
    public DateOnly? To { get; set; }

    /// <summary>The files of the import format that it may deliver, without extension, with commas between.</summary>
    public string Tables { get; set; } = "";

    /// <summary>SHA-256 of the key, hexadecimal.</summary>
    public string KeyHash { get; set; } = "";

    /// <summary>The key of the person who made it.</summary>
    public string GivenBy { get; set; } = "";

    /// <summary>From this moment it opens nothing, whatever <see cref="To"/> says.</summary>
    public DateOnly? RevokedOn { get; set; }
    public string? RevokedBy { get; set; }

    /// <summary>The system that has it, as people here call it.</summary>
    public string? Sender { get; set; }

    /// <summary>Opens on a day.</summary>
    public bool OpensOn(DateOnly day) => RevokedOn is null && From <= day && (To is null || day <= To);
}
