using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace Spor.Tests;

/// <summary>Who uses whom, read from the compiled code: a page's imports name much that the page never uses.</summary>
sealed class Arrows(params System.Reflection.Assembly[] of)
{
    static readonly char[] Nested = ['+', '/', '`', '<', '['];
    readonly Architecture house = new ArchLoader().LoadAssemblies(of).Build();

    /// <summary>Each pair of types in the namespaces under <c>Spor</c> once; what is nested counts as the type around it.</summary>
    public IReadOnlyList<(string From, string To)> All =>
        [
            .. house
                .Types.SelectMany(t => t.Dependencies.Select(d => (From: Outer(t), To: Outer(d.Target))))
                .Where(a => a.From != a.To && Ours(a.From) && Ours(a.To))
                .Distinct()
                .Order(),
        ];

    static string Outer(IType type) => type.FullName.Split(Nested)[0];

    static bool Ours(string type) => type.StartsWith("Spor.", StringComparison.Ordinal);

    /// <summary>
    /// The arrows that go where none should, against a list that only grows shorter: an arrow that is not in it is a fault, and so is a
    /// line of the list that no arrow needs any more.
    /// </summary>
    /// <param name="known">What is left to mend, with why it stands.</param>
    public static void OnlyKnown(IEnumerable<string> found, IReadOnlyDictionary<string, string> known)
    {
        var now = found.Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.Equal(
            [],
            now.Where(f => !known.ContainsKey(f))
                .Concat(known.Keys.Where(k => !now.Contains(k)).Select(k => "mended, so take it off the list: " + k))
        );
    }
}
