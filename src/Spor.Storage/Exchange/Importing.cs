using Spor.Exchange.Import;
using Spor.Facts;
using Spor.Storage.Engine;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Workforce;

namespace Spor.Storage.Exchange;

/// <summary>An extract read, checked and, if it may be imported, compared; nothing is stored yet.</summary>
/// <param name="Refusal">Why it may not be imported into this database at all; null if it may.</param>
/// <param name="Plan">What would change; null while errors are left or it is refused.</param>
public sealed record PreparedImport(Extract Extract, PlanRefusal? Refusal, Plan? Plan, long HeadNo);

/// <summary>From an extract to the journal, the same way for the command line and the browser.</summary>
public static class Importing
{
    /// <summary>From here on a full collection costs less than what it frees.</summary>
    const int ManyEntries = 10_000;

    public static string ProgramVersion { get; } = typeof(Importing).Assembly.GetName().Version?.ToString(3) ?? "0";

    /// <summary>The municipality as its last extract told it; null before the first.</summary>
    public static MunicipalityFact? Last(Database database)
    {
        using var link = database.Rent();
        using var rows = link.Query($"{Link.Select(FactKinds.Municipality, true)} WHERE {Link.Known(1)}", database.HeadNo);
        return rows.Next() ? (MunicipalityFact)FactKinds.Municipality.ReadRow(rows) : null;
    }

    /// <summary>Reads, checks and compares against the head. Holds no lane.</summary>
    /// <param name="day">The day described, where the extract does not say it.</param>
    /// <param name="windowFrom">The delivery covers what ran on this day or later, where the extract does not say it.</param>
    /// <param name="setAside">A person who has seen the list leaves out the rows with errors.</param>
    public static PreparedImport Prepare(
        Database database,
        ExtractSource source,
        DateOnly? day = null,
        bool setAside = false,
        Choices? choices = null,
        Mapping? mapping = null,
        Action<long, string>? progress = null,
        DateOnly? windowFrom = null
    )
    {
        var head = database.HeadNo;
        var last = Last(database);
        var known = new Known(new KnownKeys(database));
        using var stop = new CancellationTokenSource();
        var loading = Task.Run(() => known.LoadAll(stop.Token));
        Extract extract;
        try
        {
            extract = Extract.Read(source, known, database.Keys.SourceHash(), day, firstTime: last is null, mapping, progress, windowFrom);
        }
        catch
        {
            stop.Cancel();
            throw;
        }
        finally
        {
            Task.WhenAny(loading).Wait();
        }
        var refusal = extract.HasErrors && extract.Day is null ? null : Plan.Refuses(extract, last);
        if (refusal is not null)
            return new(extract, refusal, null, head);
        if (extract.HasErrors)
        {
            if (!setAside || !extract.CanSetAside)
                return new(extract, null, null, head);
            extract.SetAside();
        }
        return new(extract, null, Plan.Of(extract, known, last, database.Journal.ReserveIds, choices), head);
    }

    /// <summary>Writes a prepared import in one transaction. One that changes nothing writes nothing.</summary>
    /// <exception cref="HeadMovedException">Somebody wrote meanwhile: prepare again.</exception>
    public static ImportResult? Commit(
        Database database,
        PreparedImport prepared,
        string author,
        IProgress<ImportProgress>? progress = null
    )
    {
        var plan = prepared.Plan ?? throw new InvalidOperationException("Nothing to write");
        if (plan.ChangesNothing)
            return null;
        // An event keeps whole seconds.
        var now = Kernel.DanishCalendar.Local(database.Now());
        return database.Journal.Import(Run(plan, author, prepared.HeadNo, now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond))), progress);
    }

    /// <summary>A plan in the order in which it is written. The memory that reading took is given back first, so that the writing does not
    /// come on top of it.</summary>
    /// <param name="at">Local time, for those who are told of what the import did.</param>
    public static ImportRun Run(Plan plan, string author, long headNo, DateTime at = default)
    {
        var run = plan.ToRun(author, headNo, ProgramVersion, at);
        if (run.EntryCount >= ManyEntries)
            GC.Collect(2, GCCollectionMode.Aggressive);
        return run;
    }
}
