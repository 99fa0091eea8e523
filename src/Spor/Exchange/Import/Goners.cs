using Spor.Facts;

namespace Spor.Exchange.Import;

/// <summary>
/// Which known rows a delivery should have held. One that covers a window of time holds nothing that ended before it; a table that is made
/// of another has a row only for what is delivered.
/// </summary>
sealed class Goners(ImportTable table, DateOnly? from, Known known)
{
    Dictionary<long, DateOnly>? last;

    /// <summary>The row should have been there, so that it has vanished.</summary>
    public bool Expected(KnownRow row)
    {
        if (table.IsDerived)
            return false;
        if (from is not { } day)
            return true;
        last ??= Days();
        return last.TryGetValue(row.Id, out var on) && on >= day;
    }

    // The last day of what has one, else the day it happened; what has no day at all is as old as anything.
    Dictionary<long, DateOnly> Days()
    {
        var days = new Dictionary<long, DateOnly>();
        var heading =
            table.Columns.FirstOrDefault(c => c.Takes == Takes.End)
            ?? table.Columns.FirstOrDefault(c => c.Takes is Takes.Day or Takes.Time or Takes.Month);
        if (heading is null || table.ColumnOf(heading.Heading) is not { } column)
            return days;
        foreach (var fact in known.Open(table.Kind))
            days[fact.Id] = column.Get(fact) switch
            {
                DateOnly on => on,
                DateTime at => DateOnly.FromDateTime(at),
                _ => DateOnly.MaxValue,
            };
        return days;
    }
}
