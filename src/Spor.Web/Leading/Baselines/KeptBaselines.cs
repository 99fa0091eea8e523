using Spor.Reports;
using Spor.Storage;

namespace Spor.Web.Leading.Baselines;

/// <summary>The baselines that are kept, for a choice on a page; read again when the journal has grown.</summary>
public sealed class KeptBaselines(Database database)
{
    volatile Held? held;

    sealed record Held(long EntryNo, IReadOnlyList<BaselineFact> Rows);

    /// <summary>The newest first.</summary>
    /// <param name="entryNo">The page's own entry: what is kept after it may be there or not.</param>
    public IReadOnlyList<BaselineFact> At(long entryNo)
    {
        if (held is { } now && now.EntryNo == entryNo)
            return now.Rows;
        IReadOnlyList<BaselineFact> rows = [.. StoredReports.Baselines(database).Select(b => b.Fact)];
        held = new(entryNo, rows);
        return rows;
    }
}
