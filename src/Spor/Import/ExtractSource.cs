namespace Spor.Import;

/// <summary>Where an extract's tables lie: a folder, a zip, a workbook. Tables are named as their file without extension.</summary>
public abstract class ExtractSource : IDisposable
{
    /// <summary>The names of what can be read, for example <c>boern.csv</c>, or a sheet's name.</summary>
    public abstract IReadOnlyList<string> Names { get; }
    public abstract TableReader Open(string name);
    /// <summary>A small text file beside the tables (the mapping file), or null.</summary>
    public virtual string? Text(string name) => null;

    public virtual void Dispose() => GC.SuppressFinalize(this);
}

/// <summary>A folder of CSV files.</summary>
public sealed class FolderSource(string folder) : ExtractSource
{
    public override IReadOnlyList<string> Names { get; } =
        [.. Directory.EnumerateFiles(folder, "*.csv").Select(f => Path.GetFileName(f)).OrderBy(n => n, StringComparer.Ordinal)];

    public override TableReader Open(string name) => new CsvTableReader(() =>
        new FileStream(Path.Combine(folder, name), FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan));

    public override string? Text(string name) => File.Exists(Path.Combine(folder, name)) ? File.ReadAllText(Path.Combine(folder, name)) : null;
}
