namespace Spor.Tests.Shared;

/// <summary>
/// What takes long because it tries much (walks, simulations of chance, guessing, killing) runs at a twentieth in <c>./test</c> and whole
/// under
/// <c>./test --long</c>, which sets SPOR_LONG. Both draw with the same seeds, so a short run is the beginning of a long one.
/// </summary>
static class Heavy
{
    public static bool Whole { get; } = Environment.GetEnvironmentVariable("SPOR_LONG") is { Length: > 0 };

    /// <summary>How often to do something that a long run does <paramref name="whole"/> times.</summary>
    /// <param name="atLeast">What the test needs to be able to fail at all.</param>
    public static int Times(int whole, int atLeast = 1) => Whole ? whole : Math.Min(whole, Math.Max(atLeast, whole / 20));
}
