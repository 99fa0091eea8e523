using Spor.Facts;
using Spor.Storage;
using Spor.Storage.Facts;

namespace Spor.Web.Frame.Layout;

/// <summary>How many rows the imports left out by choice, said on every page whose figures they touch.</summary>
public sealed class ImportCounts
{
    sealed record Counted(long LastImport, IReadOnlyDictionary<string, int> ByFile);

    readonly Derived<Counted> derived;

    // Reports are long, and most entries bring no import.
    public ImportCounts(Database database) =>
        derived = new(
            (_, before) =>
                Imports.Last(database) is var last && before?.LastImport == last ? before : new(last, Imports.SetAsideByFile(database))
        );

    /// <summary>Rows set aside in the last import of each file, by file; those without any left out.</summary>
    public IReadOnlyDictionary<string, int> SetAside(Snapshot snapshot) => snapshot.Get(derived).ByFile;
}
