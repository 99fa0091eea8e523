using System.Text.Json.Serialization;
using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Exchange.Deliveries;

/// <summary>Gives a system a key to deliver with.</summary>
/// <param name="Tables">The files that it may deliver, without extension.</param>
/// <param name="KeyHash">Of the secret that is shown once. Made anew by each press of the button, so it is no part of what was
/// meant.</param>
public sealed record AddDeliveryKey(
    string? Sender,
    IReadOnlyList<string> Tables,
    DateOnly From,
    DateOnly? To,
    [property: JsonIgnore] string KeyHash
) : ICommand<AddDeliveryKey>
{
    public static Verb<AddDeliveryKey> Verb { get; } =
        new("add-delivery-key", Capability.Settings, (c, now) => DeliveryRules.Add(c, now.Author.Key, now.NewId));
}

/// <summary>A key opens nothing from now on.</summary>
public sealed record RevokeDeliveryKey(long KeyId) : ICommand<RevokeDeliveryKey>
{
    public static Verb<RevokeDeliveryKey> Verb { get; } =
        new(
            "revoke-delivery-key",
            Capability.Settings,
            (c, now) => DeliveryRules.Revoke(now.Facts.FindOpened<DeliveryKeyFact>(c.KeyId), now.Author.Key, now.Today)
        );
}

public static class DeliveryRules
{
    public static Decision Add(AddDeliveryKey c, string by, Func<long> newId)
    {
        var wrong = new List<Refusal>();
        if (c.Sender is null)
            wrong.Add(new("delivery-key-without-sender", nameof(c.Sender)));
        if (c.Tables.Count == 0)
            wrong.Add(new("delivery-key-without-files", nameof(c.Tables)));
        else if (c.Tables.Except(DeliveryScope.All).Any())
            wrong.Add(new("choice-unknown", nameof(c.Tables)));
        if (c.To < c.From)
            wrong.Add(new("end-before-start", nameof(c.To)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        return new Recorded(
            FactKinds.DeliveryKey,
            new DeliveryKeyFact
            {
                Id = newId(),
                Sender = c.Sender,
                Tables = string.Join(',', DeliveryScope.All.Where(c.Tables.Contains)),
                From = c.From,
                To = c.To,
                KeyHash = c.KeyHash,
                GivenBy = by,
            }
        );
    }

    /// <param name="key">With its texts opened.</param>
    public static Decision Revoke(DeliveryKeyFact? key, string by, DateOnly today)
    {
        if (key is null)
            return new Refusal("delivery-key-not-there");
        if (key.RevokedOn is not null)
            return new Refusal("delivery-key-revoked-already");
        var now = (DeliveryKeyFact)key.Copy();
        (now.RevokedOn, now.RevokedBy) = (today, by);
        return new Corrected(FactKinds.DeliveryKey, now);
    }
}
