using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Spor.Facts;
using Spor.Storage.Engine;

namespace Spor.Storage.Journal;

/// <summary>
/// Whether the tables are what the journal makes of its events, without writing anything: each row becomes a hash with a key drawn for this
/// one check, and the hashes are added up per kind, once from the journal and once from the tables. Two sets of rows that differ have the
/// same sum with no more than the chance of guessing a hash; which row differs, the sums do not say.
/// </summary>
static class ReplaySums
{
    /// <summary>Null if anything at all is wrong.</summary>
    public static ReplayReport? Check(Database database)
    {
        var differences = new List<Difference>();
        using var journal = database.Open(raw: true);
        using var tables = database.Open(raw: true);
        if (!AtOneMoment(journal, tables))
            return null;
        var key = RandomNumberGenerator.GetBytes(32);
        var stands = Task.Run(() => OfTables(database.Keys, tables, key));
        var made = Task.Run(() => OfJournal(database.Keys, journal, key, differences));
        try
        {
            Task.WaitAll(stands, made);
        }
        catch (AggregateException e) when (e.Flatten().InnerExceptions.All(TellsOfTheRecord))
        {
            return null;
        }
        if (made.Result is not { } all || stands.Result is not { } found || !all.Sums.AsSpan().SequenceEqual(found))
            return null;
        StoredReports.Check(journal, (where, what) => Replay.Tell(differences, where, what));
        journal.Rollback();
        tables.Rollback();
        Replay.CheckBeside(database, differences);
        return differences.Count == 0 ? new(all.Entries, found.Sum(s => s.Rows), []) : null;
    }

    /// <summary>Both see the same entries, though others go on writing.</summary>
    static bool AtOneMoment(Link one, Link other)
    {
        const string head = "SELECT \"No\" FROM journal_head";
        for (var i = 0; i < 20; i++)
        {
            one.Begin(write: false);
            other.Begin(write: false);
            if (one.Number(head) == other.Number(head))
                return true;
            one.Rollback();
            other.Rollback();
        }
        return false;
    }

    /// <summary>What the row by row check then says in words.</summary>
    static bool TellsOfTheRecord(Exception e) => Replay.CannotBeReplayed(e) || e is SqliteFaultException || Faults.Typed(e) is not null;

    static Sum[]? OfTables(KeyRing keys, Link link, byte[] key)
    {
        var wrong = new List<Difference>();
        Replay.CheckFile(link, wrong);
        if (wrong.Count > 0)
            return null;
        var erased = new ErasedKeys(link);
        var sums = new Sum[FactKinds.All.Count];
        for (var i = 0; i < sums.Length; i++)
            if (OfTable(FactKinds.All[i], keys, erased, link, key) is { } sum)
                sums[i] = sum;
            else
                return null;
        return sums;
    }

    /// <summary>Null if something is wrong with a key of the source.</summary>
    static Sum? OfTable(FactKind kind, KeyRing keys, ErasedKeys erased, Link link, byte[] key)
    {
        var sum = new Sum();
        var bytes = new RowBytes(key);
        using var rows = link.Query(Link.Select(kind));
        while (rows.Next())
        {
            var fact = kind.ReadRow(rows);
            var child = fact is ChildsFact about ? about.ChildId : fact.Id;
            if (
                fact.SourceKey is { } source
                && erased.Wrong(keys, kind, source, kind.IsAboutAChild ? child : 0, fact.RecordedIn) is not null
            )
                return null;
            sum = sum.With(bytes.Of(kind, fact), fact.RetractedIn, key);
        }
        return sum;
    }

    /// <param name="Retract">The id whose open row ends.</param>
    /// <param name="Id">Of the row that is added; 0 if none is.</param>
    readonly record struct Change(FactKind Kind, long? Retract, long Id, UInt128 Row);

    static (long Entries, Sum[] Sums)? OfJournal(KeyRing keys, Link link, byte[] key, List<Difference> differences)
    {
        var open = FactKinds.All.ToDictionary(k => k, _ => new Dictionary<long, UInt128>());
        var sums = FactKinds.All.ToDictionary(k => k, _ => new Sum());
        long entries = 0;
        var read = Partitioner
            .Create(Chain.Entries(keys, link, differences).Chunk(64), EnumerablePartitionerOptions.NoBuffering)
            .AsParallel()
            .AsOrdered()
            .WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .Select(some => Read(some, key));
        foreach (var (no, changes) in read.SelectMany(some => some))
        {
            entries = no;
            foreach (var change in changes)
            {
                var rows = open[change.Kind];
                if (change.Retract is { } id)
                {
                    if (!rows.Remove(id, out var ended))
                        return null;
                    sums[change.Kind] = sums[change.Kind].With(ended, no, key);
                }
                if (change.Id != 0 && !rows.TryAdd(change.Id, change.Row))
                    return null;
            }
        }
        foreach (var (kind, rows) in open)
        foreach (var row in rows.Values)
            sums[kind] = sums[kind].With(row, null, key);
        return (entries, [.. FactKinds.All.Select(k => sums[k])]);
    }

    static List<(long No, List<Change> Changes)> Read(ChainedEntry[] entries, byte[] key)
    {
        var bytes = new RowBytes(key);
        var read = new List<(long, List<Change>)>(entries.Length);
        foreach (var (no, events) in entries)
        {
            var changes = new List<Change>();
            foreach (var happened in EventJson.Read(events))
            {
                var change = Apply.To(happened, no);
                changes.Add(
                    new(change.Kind, change.Retract, change.Add?.Id ?? 0, change.Add is { } fact ? bytes.Of(change.Kind, fact) : default)
                );
            }
            read.Add((no, changes));
        }
        return read;
    }

    /// <summary>How many rows, and their hashes added up: what is still held true, and what no longer is with the entry that ended
    /// it.</summary>
    readonly record struct Sum(long Rows, UInt128 Held, UInt128 Ended)
    {
        public Sum With(UInt128 row, long? retractedIn, ReadOnlySpan<byte> key)
        {
            if (retractedIn is not { } no)
                return this with { Rows = Rows + 1, Held = Held + row };
            Span<byte> both = stackalloc byte[32 + 16 + 8];
            key.CopyTo(both);
            BinaryPrimitives.WriteUInt128LittleEndian(both[32..], row);
            BinaryPrimitives.WriteInt64LittleEndian(both[48..], no);
            return this with { Rows = Rows + 1, Ended = Ended + Hash(both) };
        }
    }

    static UInt128 Hash(ReadOnlySpan<byte> of)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(of, hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    /// <summary>A row's values one after the other, each with its length, without the entry that ended it.</summary>
    sealed class RowBytes(byte[] key) : IValueSink
    {
        readonly ArrayBufferWriter<byte> bytes = new(512);

        public UInt128 Of(FactKind kind, Fact fact)
        {
            bytes.ResetWrittenCount();
            bytes.Write(key);
            kind.WriteRow(fact, this);
            return Hash(bytes.WrittenSpan);
        }

        void Add(byte type, long value)
        {
            var to = bytes.GetSpan(9);
            to[0] = type;
            BinaryPrimitives.WriteInt64LittleEndian(to[1..], value);
            bytes.Advance(9);
        }

        public void Null(string column)
        {
            if (column != nameof(Fact.RetractedIn))
                Add(0, 0);
        }

        public void Long(string column, long value)
        {
            if (column != nameof(Fact.RetractedIn))
                Add(1, value);
        }

        public void Text(string column, string value)
        {
            Add(2, Encoding.UTF8.GetByteCount(value));
            Encoding.UTF8.GetBytes(value, bytes);
        }

        /// <summary>The hash alone: what is sealed behind it the journal does not hold.</summary>
        public void Key(FactKind of, string value) => Text(nameof(Fact.SourceKey), SourceKeys.HashOf(value));

        public void Bool(string column, bool value) => Add(3, value ? 1 : 0);

        public void Day(string column, DateOnly value) => Add(4, value.DayNumber);

        public void Time(string column, DateTime value) => Add(5, value.Ticks);
    }
}
