using System.Collections.Concurrent;

namespace Spor.Facts;

/// <summary>
/// What is known at one entry, seen on one day, and everything that is worked out from it. Nothing is worked out before it is asked for,
/// and then once; it lies here and goes when the snapshot goes. Snapshot and register never change: a page takes one and everything on it
/// agrees.
/// </summary>
/// <remarks>
/// This type knows none of what hangs on it. A topic, or an area of the web, declares a <see cref="Derived{T}"/> or a
/// <see cref="Derived{TKey, T}"/> and asks for it; that is the only place where something derived is kept.
/// </remarks>
public sealed class Snapshot
{
    readonly ConcurrentDictionary<object, object> cells = new();

    // What snapshots before this one have worked out, until it is asked for here. Cells and not snapshots: an old snapshot is let go.
    readonly ConcurrentDictionary<object, object> earlier = new();

    // How often each was worked out, in this snapshot and those that it goes on from.
    readonly ConcurrentDictionary<object, long> made;

    /// <summary>What is known. Of an earlier entry it has its own catalogue, names, teams and families.</summary>
    public Register Register { get; }

    /// <summary>The day it is seen on, which is not always the day of the last entry.</summary>
    public DateOnly Day { get; }

    /// <summary>The clock stands at an extract for good, as in the demo: no later month-end will be told beside this one.</summary>
    public bool StandsStill { get; init; }

    /// <summary>The journal's number it is of.</summary>
    public long EntryNo => Register.EntryNo;

    public Snapshot(Register register, DateOnly day)
        : this(register, day, new()) { }

    Snapshot(Register register, DateOnly day, ConcurrentDictionary<object, long> made) =>
        (Register, Day, this.made) = (register, day, made);

    /// <summary>
    /// The snapshot after this one. What was worked out here is at hand there, for a declaration that can go on from it: only what has
    /// changed is then worked out again. Not to be used when everything has been read anew, which would keep all of the old one in memory.
    /// </summary>
    public Snapshot Next(Register register, DateOnly day)
    {
        var next = new Snapshot(register, day, made) { StandsStill = StandsStill };
        foreach (var (of, cell) in earlier)
            next.earlier[of] = cell;
        foreach (var (of, cell) in cells)
            if (of is IDerived { GoesOn: true })
                next.earlier[of] = cell;
        return next;
    }

    /// <summary>What a declaration says of this snapshot; whoever asks while it is being worked out waits for it.</summary>
    /// <exception cref="Exception">What the declaration throws. Then it is asked again next time.</exception>
    public T Get<T>(Derived<T> of)
        where T : class
    {
        // Looked up without making a cell first: this is asked many times for each page.
        if (!cells.TryGetValue(of, out var found))
        {
            var before = earlier.TryGetValue(of, out var known) ? (Cell<T>)known : null;
            found = cells.GetOrAdd(of, new Cell<T>(before));
        }
        var cell = (Cell<T>)found;
        if (cell.Known is { } value)
            return value;
        value = cell.Of(this, of.Make);
        earlier.TryRemove(of, out _);
        return value;
    }

    /// <summary>The answer to one of the questions that may be asked of a snapshot, for example the ladder of one team between two
    /// days.</summary>
    public T Get<TKey, T>(Derived<TKey, T> of, TKey question)
        where TKey : notnull
        where T : class => Get(of.Answers).Of(this, question);

    /// <summary>How many times something was worked out, counted from the snapshot on which everything was last read anew. A test keeps it
    /// from growing.</summary>
    public long TimesMade<T>(Derived<T> of)
        where T : class => made.GetValueOrDefault(of);

    /// <summary>How many answers were worked out, counted in the same way.</summary>
    public long TimesMade<TKey, T>(Derived<TKey, T> of)
        where TKey : notnull
        where T : class => made.GetValueOrDefault(of);

    /// <summary>The same of everything that was asked for, by the type of what is derived.</summary>
    public IReadOnlyDictionary<Type, long> EverythingMade =>
        made.GroupBy(m => ((IDerived)m.Key).Value).ToDictionary(g => g.Key, g => g.Sum(m => m.Value));

    internal void Count(object of) => made.AddOrUpdate(of, 1, static (_, n) => n + 1);
}

interface IDerived
{
    /// <summary>True if it can be made from what it was before.</summary>
    bool GoesOn { get; }

    /// <summary>The type of what is derived.</summary>
    Type Value { get; }
}

/// <summary>Declares something that is worked out from a snapshot. Kept in a static field, or in the one object that has what it is read
/// from.</summary>
/// <typeparam name="T">Must not hold the snapshot itself, only its register or less.</typeparam>
public sealed class Derived<T> : IDerived
    where T : class
{
    readonly Func<Snapshot, T?, T> make;
    readonly bool goesOn;

    /// <param name="make">A pure function of the snapshot and of what the database knew at its entry.</param>
    public Derived(Func<Snapshot, T> make) => this.make = (snapshot, _) => make(snapshot);

    /// <param name="make">Gets what an earlier snapshot had, or null. It must say the same as without, only sooner.</param>
    public Derived(Func<Snapshot, T?, T> make) => (this.make, goesOn) = (make, true);

    bool IDerived.GoesOn => goesOn;
    Type IDerived.Value => typeof(T);

    internal T Make(Snapshot snapshot, T? before)
    {
        var value = make(snapshot, before);
        snapshot.Count(this);
        return value;
    }
}

/// <summary>Declares the answers to a kind of question about a snapshot. A snapshot keeps a few of them and lets go of the one that was
/// least lately asked for.</summary>
public sealed class Derived<TKey, T> : IDerived
    where TKey : notnull
    where T : class
{
    readonly Func<Snapshot, TKey, T?, T> make;

    /// <param name="most">How many answers a snapshot keeps.</param>
    /// <param name="make">A pure function of the snapshot and the question.</param>
    public Derived(int most, Func<Snapshot, TKey, T> make)
    {
        this.make = (snapshot, question, _) => make(snapshot, question);
        Answers = new(_ => new(most, this, null));
    }

    /// <param name="most">How many answers a snapshot keeps.</param>
    /// <param name="make">Gets what an earlier snapshot answered to the same question, or null.</param>
    public Derived(int most, Func<Snapshot, TKey, T?, T> make)
    {
        this.make = make;
        Answers = new((_, before) => new(most, this, before));
    }

    internal Derived<Answers<TKey, T>> Answers { get; }
    bool IDerived.GoesOn => ((IDerived)Answers).GoesOn;
    Type IDerived.Value => typeof(T);

    internal T Make(Snapshot snapshot, TKey question, T? before)
    {
        var value = make(snapshot, question, before);
        snapshot.Count(this);
        return value;
    }
}

/// <summary>One value: nothing, being worked out, or there. It never holds a snapshot.</summary>
sealed class Cell<T>(Cell<T>? before)
    where T : class
{
    readonly Lock gate = new();
    volatile T? value;
    Cell<T>? before = before;

    public T? Known => value;

    public T Of(Snapshot snapshot, Func<Snapshot, T?, T> make)
    {
        lock (gate)
        {
            if (value is { } known)
                return known;
            var made = make(snapshot, before?.Latest);
            before = null;
            return value = made;
        }
    }

    /// <summary>The value, waited for if it is being worked out; if there is none, the one before it.</summary>
    T? Latest
    {
        get
        {
            if (value is { } known)
                return known;
            lock (gate)
                return value ?? before?.Latest;
        }
    }
}

/// <summary>The answers that one snapshot keeps, the least lately asked for first.</summary>
sealed class Answers<TKey, T>
    where TKey : notnull
    where T : class
{
    readonly Lock gate = new();
    readonly int most;
    readonly Derived<TKey, T> of;
    readonly List<(TKey Question, Cell<T> Cell)> kept = [];

    // What was answered before; each is let go when it has been answered again.
    readonly List<(TKey Question, Cell<T> Cell)> earlier = [];

    public Answers(int most, Derived<TKey, T> of, Answers<TKey, T>? before)
    {
        (this.most, this.of) = (most, of);
        if (before is null)
            return;
        lock (before.gate)
        {
            earlier.AddRange(before.kept);
            // The latest asked for stand last, so what is too much goes from the front.
            earlier.InsertRange(0, before.earlier);
        }
        if (earlier.Count > most)
            earlier.RemoveRange(0, earlier.Count - most);
    }

    public T Of(Snapshot snapshot, TKey question)
    {
        Cell<T> cell;
        lock (gate)
        {
            var at = kept.FindIndex(k => k.Question.Equals(question));
            if (at >= 0)
            {
                cell = kept[at].Cell;
                kept.RemoveAt(at);
            }
            else
            {
                var then = earlier.FindIndex(k => k.Question.Equals(question));
                cell = new(then >= 0 ? earlier[then].Cell : null);
                if (then >= 0)
                    earlier.RemoveAt(then);
                if (kept.Count == most)
                    kept.RemoveAt(0);
            }
            kept.Add((question, cell));
        }
        return cell.Known ?? cell.Of(snapshot, (s, before) => of.Make(s, question, before));
    }
}
