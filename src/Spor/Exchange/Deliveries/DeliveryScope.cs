using Spor.Exchange.Import;

namespace Spor.Exchange.Deliveries;

/// <summary>Which files of the import format a sender may deliver, and who may take in what was delivered.</summary>
public static class DeliveryScope
{
    /// <summary>Says whose extract it is and of which day, so that it may come with any of them.</summary>
    const string Municipality = "kommune";

    /// <summary>Without a child in them: whoever keeps the municipality's books may take them in.</summary>
    static readonly string[] Money = ["budget", "regnskab", "konti", "befolkning", "sammenligning"];

    /// <summary>The files that a key can be given for.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Format.Tables().Select(t => t.Name).Where(n => n != Municipality)];

    public static IReadOnlyList<string> Of(string tables) => tables.Split(',', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The delivered files that are outside what a key is for.</summary>
    /// <param name="tables">As on the key; null = everything.</param>
    public static IReadOnlyList<string> Outside(string? tables, IEnumerable<string> delivered) =>
        tables is null ? [] : [.. delivered.Where(d => d != Municipality).Except(Of(tables))];

    /// <summary>There is money in it and nothing else. Nothing at all is not.</summary>
    public static bool IsMoney(IReadOnlyCollection<string> delivered) =>
        delivered.Any(d => d != Municipality) && delivered.All(d => d == Municipality || Money.Contains(d));
}
