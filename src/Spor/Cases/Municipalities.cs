using System.Text.Json;

namespace Spor.Cases;

/// <summary>The Danish municipalities by their three digits (<c>Casework/municipalities.json</c>).</summary>
public static class Municipalities
{
    static readonly SortedDictionary<string, string> Names = Load();

    public static IEnumerable<KeyValuePair<string, string>> All => Names;

    /// <summary>For example <c>Aarhus Kommune</c>; the number itself with a word, for one that is not on the list.</summary>
    public static string NameOf(string number) => Names.TryGetValue(number, out var name) ? name + " Kommune" : "kommune " + number;

    static SortedDictionary<string, string> Load()
    {
        using var stream = typeof(Municipalities).Assembly.GetManifestResourceStream("Spor.Cases.municipalities.json")!;
        return JsonSerializer.Deserialize<SortedDictionary<string, string>>(stream)!;
    }
}
