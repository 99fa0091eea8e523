using System.Security.Cryptography;
using System.Text;

namespace Spor.Exchange.Deliveries;

/// <summary>The secret of a sender. It is 256 random bits, so that its plain hash tells nobody anything.</summary>
public static class DeliveryKey
{
    const string Prefix = "spor_";

    public static string Make() => Prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <summary>The key among those known that a secret is; null if it is none of them. Revoked and ended ones are found too.</summary>
    public static DeliveryKeyFact? Find(string secret, IEnumerable<DeliveryKeyFact> known)
    {
        var hash = HashOf(secret);
        return known.FirstOrDefault(k => k.KeyHash == hash);
    }
}
