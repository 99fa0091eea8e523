using Spor.Kernel;

namespace Spor.Storage.Journal;

/// <summary>The journal by the days on which its entries were made.</summary>
public static class JournalDays
{
    /// <summary>The last entry that was made on a day or before, by Danish time; 0 where there was none yet.</summary>
    public static long LastNoOf(Database database, DateOnly day)
    {
        var ends = DanishCalendar.StartOf(day.AddDays(1));
        using var link = database.Rent();
        return link.Number("SELECT max(\"No\") FROM journal_entry WHERE \"At\" < $1", ends) ?? 0;
    }
}
