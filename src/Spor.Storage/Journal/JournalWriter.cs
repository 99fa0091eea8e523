using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Spor.Exchange.Import;
using Spor.Facts;
using Spor.Kernel;
using Spor.Storage.Engine;
using Spor.Storage.Facts;

namespace Spor.Storage.Journal;

/// <summary>
/// The one place that writes. An intent takes its number first, from a row whose lock makes writers queue, in whatever process they are; a
/// refusal gives the number back. So numbers have no gaps and follow commit order.
/// </summary>
public sealed partial class JournalWriter : IDisposable
{
    /// <summary>From so many entries on it pays to drop and rebuild indexes of empty tables.</summary>
    const int BulkFrom = 200;

    /// <summary>So many intents share a transaction at most: the last of them waits for all before it.</summary>
    const int MostTogether = 64;
    readonly Database database;

    /// <summary>Not needed for correctness: it keeps the waits of one process short and fair.</summary>
    readonly Lane<Pressing> lane = new();
    Link? kept;
    long lastNo = -1;

    internal JournalWriter(Database database) => this.database = database;

    /// <summary>Why the last attempt to write failed; null if it did not.</summary>
    internal StorageException? Fault { get; set; }

    /// <summary>The last entry written by this process; -1 if none. Another process may be further.</summary>
    internal long LastNo => Volatile.Read(ref lastNo);

    /// <summary>Decides and writes one intent, or nothing. Only <see cref="Acts"/> writes what people do; tests and the bench write past
    /// it.</summary>
    /// <param name="decide">Pure: what the rule needs is read from the facts, which stand still while it runs; new things take their ids
    /// from the giver. It may be asked again, where the group that it stood in could not be written.</param>
    /// <exception cref="StorageException">The database could not be written; nothing was.</exception>
    internal ActResult Act(Intent intent, Func<OpenFacts, IdGiver, Decision> decide, bool holdsTogether = true) =>
        Act(
            new Pressing(
                new Pressed(intent.Token, null, intent.Author, [intent.Name], intent.ChildId),
                (facts, ids) => (intent, decide(facts, ids)),
                holdsTogether: holdsTogether
            )
        );

    internal ActResult Act(Pressing one)
    {
        var place = new Lane<Pressing>.Place(one.MayShare ? one : null);
        if (lane.Enter(place))
            try
            {
                Lead(one, one.MayShare ? lane.Take(MostTogether - 1) : []);
            }
            finally
            {
                lane.Leave();
            }
        if (one.Fault is { } fault)
            ExceptionDispatchInfo.Throw(fault);
        if (one.Taken.Count > 0 || (one.Erases is not null && one.Result is { Refused: false }))
            AfterErasing(one.Taken, one.Erases?.Child);
        return one.Result!;
    }

    /// <summary>Writes one's own and what those behind wait with. Each is told only when it is on disk.</summary>
    void Lead(Pressing own, List<Lane<Pressing>.Place> behind)
    {
        var all = behind.ConvertAll(p => p.Work!);
        all.Insert(0, own);
        int done;
        try
        {
            done = Together(all);
        }
        catch (Exception e) when (all.Count > 1)
        {
            // One of them spoilt it, or the database is in trouble: each by itself then, so that each is told its own.
            _ = e;
            foreach (var one in all)
                Alone(one);
            done = all.Count;
        }
        catch (Exception e)
        {
            own.Fault = e;
            done = 1;
        }
        lane.PutBack(behind.Skip(done - 1));
        foreach (var place in behind.Take(done - 1))
        {
            place.Done = true;
            place.Wake();
        }
    }

    void Alone(Pressing one)
    {
        try
        {
            Together([one]);
        }
        catch (Exception e)
        {
            one.Fault = e;
        }
    }

    /// <returns>How many were written or refused; the others' turn is in the next transaction.</returns>
    int Together(List<Pressing> all) =>
        InTurn(link =>
        {
            var (no, nextId, hash) = TakeNumbers(link, 0);
            var head = new Head(no, nextId, hash);
            var done = 0;
            try
            {
                for (; done < all.Count; done++)
                    all[done].Write(link, database, head);
            }
            catch (NotWithOthersException) when (head.Written > 0) { }
            if (head.Written > 0)
                link.Execute("UPDATE journal_head SET \"No\" = $1, \"NextId\" = $2, \"Hash\" = $3", head.No, head.NextId, head.Hash);
            return (head.Written > 0, done, head.No);
        });

    /// <summary>
    /// What an earlier press of the same button wrote; a refusal if it was used for something else, and then nothing typed may be taken for
    /// saved. Null if the token is new.
    /// </summary>
    internal static ActResult? Earlier(Link link, Guid token, Pressed pressed)
    {
        using var rows = link.Query(
            "SELECT \"No\", \"Author\", \"Intent\", \"ChildId\", \"Content\", \"Events\" FROM journal_entry WHERE \"Token\" = $1",
            token.ToString("D")
        );
        if (!rows.Next())
            return null;
        var same =
            rows.Text(1) == pressed.Author
            && (
                pressed.Content is { } content && !rows.IsNull(4)
                    ? rows.Bytes(4).AsSpan().SequenceEqual(content)
                    // An entry from before contents were kept: what it holds is compared.
                    : pressed.Names.Contains(rows.Text(2)) && (pressed.ChildId is null || rows.MaybeLong(3) == pressed.ChildId)
            );
        return same
            ? new ActResult(rows.Long(0), [], Repeated: true) { Events = EventJson.Read(rows.Utf8(5)) }
            : new ActResult(null, [new("form-saved-already")]);
    }

    /// <summary>Hands out identities in a short transaction of its own, before an import is planned. What is not used is lost; entry
    /// numbers have no gaps, identities may.</summary>
    /// <returns>The first of the block.</returns>
    public long ReserveIds(int count) =>
        Write(link =>
        {
            var next = link.Number("UPDATE journal_head SET \"NextId\" = \"NextId\" + $1 RETURNING \"NextId\"", (long)count)!.Value;
            return (true, next - count, -1L);
        });

    /// <summary>Writes a whole import in one transaction: one <c>import</c> row, one entry per <see cref="ImportEntry"/>.</summary>
    /// <exception cref="HeadMovedException">The journal moved on since the run was planned; plan it again.</exception>
    /// <exception cref="StorageException">The database could not be written; it is as it was.</exception>
    public ImportResult Import(ImportRun run, IProgress<ImportProgress>? progress = null)
    {
        var result = Write(
            link =>
            {
                var head = TakeNumbers(link, run.EntryCount);
                var before = head.No - run.EntryCount;
                if (before != run.ExpectedHeadNo)
                    throw new HeadMovedException(run.ExpectedHeadNo, before);
                var importId = head.NextId;
                var at = database.Now();
                long? first = run.EntryCount > 0 ? before + 1 : null,
                    last = run.EntryCount > 0 ? head.No : null;
                link.Execute(
                    """
                    INSERT INTO import ("Id", "At", "Author", "MunicipalityNumber", "ExtractDay", "FirstNo", "LastNo", "Report") VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                    """,
                    importId,
                    at,
                    run.Author,
                    run.MunicipalityNumber,
                    run.ExtractDay,
                    first,
                    last,
                    run.Report
                );
                var bulk = run.EntryCount >= BulkFrom;
                if (bulk)
                    link.BeginBulk();
                using var builder = new EntryBuilder(database.Keys, importId + 1, head.Hash);
                var row = ImportTie.Of(new(importId, at, run.Author, run.MunicipalityNumber, run.ExtractDay, first, last, run.Report));
                var events = Pump(link, run, builder, before + 1, at, (importId, row), progress);
                if (bulk)
                    link.EndBulk();
                LeaveHead(link, builder.NextId, builder.LastHash);
                return (true, new ImportResult(importId, first, last, events), head.No);
            },
            bulk: run.EntryCount >= BulkFrom
        );
        Checkpoint();
        return result;
    }

    /// <summary>One thread makes JSON, hashes and sealed texts, this one writes. A few batches stand between them.</summary>
    long Pump(
        Link link,
        ImportRun run,
        EntryBuilder builder,
        long firstNo,
        DateTime at,
        (long Id, byte[] Row) import,
        IProgress<ImportProgress>? progress
    )
    {
        // COPY pays per start, prepared statements do not.
        var (events, json) = database.Provider == Provider.Sqlite ? (8_000, 2 << 20) : (100_000, 24 << 20);
        using var ready = new BlockingCollection<Batch>(2);
        using var stop = new CancellationTokenSource();
        var empty = new ConcurrentBag<Batch>();
        long written = 0;
        var building = Task.Factory.StartNew(
            () =>
            {
                try
                {
                    var batch = new Batch();
                    var no = firstNo;
                    foreach (var (childId, happened) in run.Entries)
                    {
                        if (no - firstNo == run.EntryCount)
                            throw new InvalidOperationException("The import has more entries than it said.");
                        var tied = no == firstNo ? import.Row : null;
                        builder.Add(batch, no++, at, new Intent(run.Intent, run.Author, childId), import.Id, happened, importRow: tied);
                        if (batch.Changes.Count < events && batch.Json.WrittenCount < json)
                            continue;
                        ready.Add(batch, stop.Token);
                        if (!empty.TryTake(out batch!))
                            batch = new();
                    }
                    if (no - firstNo != run.EntryCount)
                        throw new InvalidOperationException("The import has fewer entries than it said.");
                    if (batch.Entries.Count > 0)
                        ready.Add(batch, stop.Token);
                }
                finally
                {
                    ready.CompleteAdding();
                }
            },
            stop.Token,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
        try
        {
            var done = 0;
            foreach (var batch in ready.GetConsumingEnumerable())
            {
                link.Write(batch);
                written += batch.Changes.Count;
                done += batch.Entries.Count;
                batch.Clear();
                empty.Add(batch);
                progress?.Report(new(done, run.EntryCount));
            }
        }
        catch
        {
            stop.Cancel();
            try
            {
                building.GetAwaiter().GetResult();
            }
            catch (OperationCanceledException) { }
            throw;
        }
        building.GetAwaiter().GetResult();
        return written;
    }

    static (long No, long NextId, byte[] Hash) TakeNumbers(Link link, int count)
    {
        using var rows = link.Query("UPDATE journal_head SET \"No\" = \"No\" + $1 RETURNING \"No\", \"NextId\", \"Hash\"", (long)count);
        rows.Next();
        return (rows.Long(0), rows.Long(1), rows.Bytes(2));
    }

    static void LeaveHead(Link link, long nextId, byte[] hash) =>
        link.Execute("UPDATE journal_head SET \"NextId\" = $1, \"Hash\" = $2", nextId, hash);

    T Write<T>(Func<Link, (bool Commit, T Result, long No)> work, bool bulk = false)
    {
        T result = default!;
        Alone(() => result = InTurn(work, bulk));
        return result;
    }

    /// <summary>One transaction, by whoever's turn it is.</summary>
    T InTurn<T>(Func<Link, (bool Commit, T Result, long No)> work, bool bulk = false)
    {
        Link? link = null;
        try
        {
            link = database.Provider == Provider.Sqlite ? kept ??= database.Open() : database.Open();
            // A fact's row follows its entry within the same batch, so a lookup of the entry per row tells an import nothing.
            (link as SqliteLink)?.ForeignKeys(!bulk);
            link.Begin(write: true);
            var (commit, result, no) = work(link);
            // What is written to a file that nobody will open again is not written.
            database.StillThere(link);
            if (commit)
                link.Commit();
            else
                link.Rollback();
            if (no > lastNo)
                Volatile.Write(ref lastNo, no);
            if (commit)
            {
                Fault = null;
                database.Acknowledged.Reached(no);
            }
            return result;
        }
        catch (Exception e)
        {
            Fault = Faults.Typed(e) ?? Fault;
            try
            {
                link?.Rollback();
            }
            catch (Exception again) when (again is SqliteFaultException or Npgsql.NpgsqlException or InvalidOperationException)
            {
                // The link is of no use any more: closing it is the rollback.
            }
            // The last link to a file that was deleted is all there is of it.
            if (e is DatabaseGoneException)
                throw;
            link?.Dispose();
            if (ReferenceEquals(link, kept))
                kept = null;
            if (Faults.Typed(e) is { } typed && typed != e)
                throw typed;
            throw;
        }
        finally
        {
            if (!ReferenceEquals(link, kept))
                link?.Dispose();
        }
    }

    /// <summary>Moves a large import from SQLite's log into the file, so that the next reader does not pay for it. A reader in the way is
    /// no fault.</summary>
    void Checkpoint()
    {
        if (database.Provider != Provider.Sqlite)
            return;
        Alone(() =>
        {
            try
            {
                kept?.Script("PRAGMA wal_checkpoint(TRUNCATE)");
            }
            catch (SqliteFaultException) { }
        });
    }

    void Alone(Action work)
    {
        lane.Enter(new(null));
        try
        {
            work();
        }
        finally
        {
            lane.Leave();
        }
    }

    public void Dispose() =>
        Alone(() =>
        {
            kept?.Dispose();
            kept = null;
        });
}
