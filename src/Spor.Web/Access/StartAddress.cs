using System.Security.Cryptography;
using System.Text;

namespace Spor.Web.Access;

/// <summary>
/// The one-time key in the address that <c>spor serve</c> prints. Who has it is whoever reads the window in which Spor runs; another
/// account on the machine, and whatever else reaches the port, has it not.
/// </summary>
public sealed class StartAddress
{
    public const string Path = "/start";

    /// <summary>The address's word for the key.</summary>
    public const string Word = "adgang";

    /// <summary>The sessions that came in by it.</summary>
    public const string Way = "start";

    readonly Lock gate = new();
    byte[]? key = RandomNumberGenerator.GetBytes(32);

    /// <summary>Path and key, to be put behind the machine's address; null when it has been used.</summary>
    public string? Unused
    {
        get
        {
            lock (gate)
                return key is null ? null : $"{Path}?{Word}={Convert.ToHexStringLower(key)}";
        }
    }

    /// <summary>True for the right key, once.</summary>
    public bool Take(string? given)
    {
        lock (gate)
        {
            if (key is null || given is null)
                return false;
            if (
                !CryptographicOperations.FixedTimeEquals(
                    Encoding.ASCII.GetBytes(given),
                    Encoding.ASCII.GetBytes(Convert.ToHexStringLower(key))
                )
            )
                return false;
            key = null;
            return true;
        }
    }
}
