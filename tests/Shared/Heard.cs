using System.Collections.Concurrent;
using System.Diagnostics;
using Spor.Kernel;
using Spor.Tests.Shared;

[assembly: AssemblyFixture(typeof(Heard))]

namespace Spor.Tests.Shared;

/// <summary>
/// Listens to the rules while the tests run, and leaves the codes they refused with in the folder that SPOR_HEARD names. <c>./test</c> sets
/// it for a whole run and looks afterwards whether a code was never given (<c>HeardTests</c>): a text in a test proves nothing, a rule that
/// has refused does.
/// </summary>
public sealed class Heard : IDisposable
{
    readonly ConcurrentDictionary<string, bool> codes = [];

    public Heard() => Refusal.Heard = Hear;

    internal static string? Folder => Environment.GetEnvironmentVariable("SPOR_HEARD") is { Length: > 0 } folder ? folder : null;

    void Hear(string code)
    {
        // A refusal that a test makes for itself was not given by a rule. Frames: this, Said, the constructor, who made it.
        if (!codes.ContainsKey(code) && Maker() is { } maker && !maker.EndsWith(".Tests", StringComparison.Ordinal))
            codes[code] = true;
    }

    static string? Maker() =>
        new StackTrace()
            .GetFrames()
            .Select(f => f.GetMethod()?.DeclaringType)
            .FirstOrDefault(t => t is not null && t != typeof(Heard) && t != typeof(Refusal))
            ?.Assembly.GetName()
            .Name;

    public void Dispose()
    {
        Refusal.Heard = null;
        if (Folder is { } folder)
            File.WriteAllLines(Path.Combine(folder, Guid.NewGuid().ToString("N")), codes.Keys.Order(StringComparer.Ordinal));
    }
}
