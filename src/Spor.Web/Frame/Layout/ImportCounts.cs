using Spor.Facts;
using Spor.Storage;
using Spor.Storage.Facts;

namespace Spor.Web.Frame.Layout;

/// <summary>How many rows the imports left out by choice, said on every page whose figures they touch.</summary>
sealed class ImportCounts
{
    sealed record Counted(long LastImport, int Rows);

    readonly Derived<Counted> derived;

    // Reports are long, and most entries bring no import.
    public ImportCounts(Database database) =>
        derived = new(
            (_, before) =>
                Imports.Last(database) is var last && before?.LastImport == last ? before : new(last, Imports.RowsSetAside(database))
        );

    /// <summary>Rows set aside in the last import of each file.</summary>
    public int SetAside(Snapshot snapshot) => snapshot.Get(derived).Rows;
}
