using Spor.Facts;
using Spor.Storage.Engine;
using Spor.Storage.Journal;

namespace Spor.Storage;

/// <summary>Takes everything off a restored copy that was recorded after a time. The copy is its own: nothing is ever cut off a record that
/// is in use.</summary>
static class Cutting
{
    /// <param name="time">UTC.</param>
    /// <exception cref="NothingBeforeException">There is nothing at or before it, or it lies before the chain got its key.</exception>
    public static void At(string spec, string folder, DateTime time)
    {
        using var database = Database.Open(spec, folder);
        var emptied = new List<long>();
        var forgotten = new List<long>();
        using (var link = database.Open())
        {
            (link as SqliteLink)?.ForeignKeys(false);
            link.Begin(write: true);
            try
            {
                var no =
                    link.Number("SELECT max(\"No\") FROM journal_entry WHERE \"At\" <= $1", time) ?? throw new NothingBeforeException(time);
                // What an older program wrote was signed as one whole.
                if (no < ChainStart.Read(link)?.No)
                    throw new NothingBeforeException(time);
                using (var rows = link.Query("SELECT \"Id\" FROM text WHERE \"EntryNo\" <= $1 AND \"ErasedIn\" > $2", no, no))
                    while (rows.Next())
                        emptied.Add(rows.Long(0));
                forgotten.AddRange(new ErasedKeys(link).After(link, no));
                Cut(link, no, time);
                KeySealing.Cut(link, database.Keys, no, database.Now());
                link.Commit();
            }
            catch
            {
                link.Rollback();
                throw;
            }
        }
        // What was erased later stays erased, and the record says so.
        database.Journal.StayErased(emptied);
        forgotten.ForEach(database.Journal.EraseKeys);
    }

    static void Cut(Link link, long no, DateTime time)
    {
        foreach (var kind in FactKinds.All)
        {
            link.Execute($"DELETE FROM {Link.Q(kind.Table)} WHERE \"RecordedIn\" > $1", no);
            link.Execute($"UPDATE {Link.Q(kind.Table)} SET \"RetractedIn\" = NULL WHERE \"RetractedIn\" > $1", no);
        }
        link.Execute("DELETE FROM report_file WHERE \"EntryNo\" > $1", no);
        link.Execute("DELETE FROM text WHERE \"EntryNo\" > $1", no);
        link.Execute("UPDATE text SET \"ErasedIn\" = NULL WHERE \"ErasedIn\" > $1", no);
        link.Execute("DELETE FROM journal_entry WHERE \"No\" > $1", no);
        link.Execute("DELETE FROM import WHERE \"At\" > $1", time);
        link.Execute("DELETE FROM draft WHERE \"At\" > $1", time);
        // Nobody is signed in to a copy.
        link.Execute("DELETE FROM session");
        link.Execute("UPDATE journal_head SET \"No\" = $1, \"Hash\" = (SELECT \"Hash\" FROM journal_entry WHERE \"No\" = $2)", no, no);
    }
}
