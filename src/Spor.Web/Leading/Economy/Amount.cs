using Spor.Kernel;

namespace Spor.Web.Leading.Economy;

/// <summary>An amount as it may be shown: the number, nothing, or hidden.</summary>
public readonly record struct Amount(long? Ore, bool Hidden = false)
{
    public static implicit operator Amount(long ore) => new(ore);

    public static implicit operator Amount(long? ore) => new(ore);

    /// <summary>Kroner with øre, so that what stands in a column adds up.</summary>
    public string Shown =>
        Hidden ? Text.Hidden
        : Ore is { } ore ? Text.Exact(ore)
        : Text.None;

    /// <summary>The same with its sign.</summary>
    public string Signed =>
        Hidden ? Text.Hidden
        : Ore is { } ore ? (ore > 0 ? "+" : "") + Text.Exact(ore)
        : Text.None;

    /// <summary>In whole kroner, as pages round them and files so too.</summary>
    public static long WholeKroner(long ore) => (long)Math.Round(ore / 100m, MidpointRounding.AwayFromZero) * 100;

    /// <summary>What a file gets.</summary>
    public object? Cell => Hidden ? Text.Hidden : Ore;
}
