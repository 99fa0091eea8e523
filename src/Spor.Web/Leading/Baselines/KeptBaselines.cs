using Spor.Facts;
using Spor.Reports;
using Spor.Storage;

namespace Spor.Web.Leading.Baselines;

/// <summary>The baselines that are kept, for a choice on a page.</summary>
public sealed class KeptBaselines(Database database)
{
    readonly Derived<IReadOnlyList<BaselineFact>> kept = new(s => [.. StoredReports.Baselines(database, s.EntryNo).Select(b => b.Fact)]);

    /// <summary>The newest first.</summary>
    public IReadOnlyList<BaselineFact> At(Snapshot snapshot) => snapshot.Get(kept);
}
