namespace Spor.Exchange.Import;

/// <summary>The files of <c>import-format.md</c>: their columns, keys and the checks on one row. A file comes after those it refers
/// to.</summary>
public static partial class Format
{
    /// <summary>Empty tables, ready to be read into.</summary>
    public static IReadOnlyList<ImportTable> Tables() => [.. Lists(), .. Children(), .. Help(), .. Money()];
}
