using Spor.Facts;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Storage.Journal;

namespace Spor.Web.Access;

/// <summary>
/// What those see who may not see the children behind (<c>measures.md</c> 3.5): a month-end is published once, as it was known on the 10th
/// after it. What is corrected since appears with the next month-end. While the clock stands at an extract, that day counts as a month-end
/// in
/// the demo, and what is published is what the extract told.
/// </summary>
public sealed class Publications(Municipality municipality, SporOptions options)
{
    /// <summary>Days after a month-end on which it is published.</summary>
    public const int Wait = 10;

    readonly Lock gate = new();
    (long Head, DateOnly Day, Snapshot Published)? held;

    /// <summary>The snapshot that is published while a snapshot is the newest.</summary>
    public Snapshot Of(Snapshot now)
    {
        lock (gate)
        {
            if (held is { } known && known.Head == now.EntryNo && known.Day == now.Day)
                return known.Published;
            var (day, entry) = At(now);
            // The same as before, so that what was decided of it is not decided again after every entry.
            var published =
                held is { } before && before.Published.EntryNo == entry && before.Published.Day == day ? before.Published
                : entry == now.EntryNo && day == now.Day ? now
                : municipality.At(entry, day);
            held = (now.EntryNo, now.Day, published);
            return published;
        }
    }

    (DateOnly Day, long Entry) At(Snapshot now)
    {
        var database = municipality.Database;
        var imports = Imports
            .List(database)
            .Where(i => i.LastNo is not null && i.LastNo <= now.EntryNo)
            .Select(i => i.LastNo!.Value)
            .ToList();
        static DateOnly LastMonthEnd(DateOnly day) => day.AddDays(1).Day == 1 ? day : new DateOnly(day.Year, day.Month, 1).AddDays(-1);
        if (options.DemoMode || !now.Register.WorkedIn)
            return (options.DemoMode ? now.Day : LastMonthEnd(now.Day), imports.Count > 0 ? imports.Max() : now.EntryNo);
        var day = LastMonthEnd(now.Day);
        if (day.AddDays(Wait) >= now.Day)
            day = LastMonthEnd(day.AddDays(-1));
        var known = JournalDays.LastNoOf(database, day.AddDays(Wait));
        // Before the first month-end that Spor was there for, it is what the first extract told.
        return (
            day,
            known > 0 ? Math.Min(known, now.EntryNo)
            : imports.Count > 0 ? imports.Min()
            : now.EntryNo
        );
    }
}
