using System.Text.Json;
using Spor.Storage;
using Spor.Storage.Facts;

namespace Spor.Web.Frame.Layout;

/// <summary>How many rows the imports left out by choice, said on every page whose figures they touch.</summary>
sealed class ImportCounts(Database database)
{
    (long EntryNo, int Rows) known = (-1, 0);

    /// <summary>Rows set aside in the last import of each file.</summary>
    public int SetAside(long entryNo)
    {
        var held = known;
        if (held.EntryNo == entryNo)
            return held.Rows;
        var byFile = new Dictionary<string, int>();
        foreach (var import in Imports.List(database).OrderBy(i => i.Id))
        {
            using var report = JsonDocument.Parse(import.Report);
            foreach (var file in report.RootElement.GetProperty("files").EnumerateArray())
                byFile[file.GetProperty("file").GetString()!] = file.GetProperty("setAside").GetInt32();
        }
        known = (entryNo, byFile.Values.Sum());
        return known.Rows;
    }
}
