namespace Spor.Import;

/// <summary>
/// How an extract with foreign names is read (<c>kortlægning.json</c>): our file → their file, our column → their heading, their code → ours,
/// and fixed values for columns they do not have.
/// </summary>
public sealed record Mapping(
    IReadOnlyDictionary<string, string> Files,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Columns,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Codes,
    IReadOnlyDictionary<string, string> Fixed)
{
    public static Mapping None { get; } = new(
        new Dictionary<string, string>(), new Dictionary<string, IReadOnlyDictionary<string, string>>(),
        new Dictionary<string, IReadOnlyDictionary<string, string>>(), new Dictionary<string, string>());

    public string? FileFor(string table) => Files.GetValueOrDefault(table);
    public string? HeadingFor(string table, string column) => Columns.GetValueOrDefault(table)?.GetValueOrDefault(column);
    public IReadOnlyDictionary<string, string>? CodesFor(string table, string column) => Codes.GetValueOrDefault(table + "." + column);
    public string? FixedFor(string table, string column) => Fixed.GetValueOrDefault(table + "." + column);
}
