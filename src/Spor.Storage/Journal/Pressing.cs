using Spor.Facts;
using Spor.Kernel;
using Spor.Storage.Engine;
using Spor.Storage.Facts;

namespace Spor.Storage.Journal;

/// <summary>One intent that waits to be written, and what came of it.</summary>
/// <param name="decide">Says the entry's own name and child too, since they may depend on what is known.</param>
/// <param name="beside">Writes what lies outside replay (a report's bytes) in the same transaction: the link, the entry's number, what was
/// decided.</param>
/// <param name="holdsTogether">False only where a test writes what no rule would: references that point at nothing are then let
/// through.</param>
/// <param name="erases">Whose texts go with the entry.</param>
sealed class Pressing(
    Pressed pressed,
    Func<OpenFacts, IdGiver, (Intent Intent, Decision Decision)> decide,
    Action<Link, long, Decision>? beside = null,
    bool holdsTogether = true,
    Erasing? erases = null
)
{
    // What a rule asks of the one who does it may hang on the request: it runs as if on the thread that the request came on.
    readonly ExecutionContext? around = ExecutionContext.Capture();

    /// <summary>Whether it may share a transaction. What takes texts away is written by itself.</summary>
    public bool MayShare => erases is null;

    public ActResult? Result { get; set; }
    public Exception? Fault { get; set; }

    /// <summary>The texts that were erased.</summary>
    public List<long> Taken { get; } = [];

    /// <summary>What was erased.</summary>
    public Erasing? Erases => erases;

    /// <summary>Decides, and writes the entry behind the head, or nothing.</summary>
    /// <exception cref="NotWithOthersException">The rule asks for what is only known of entries that are committed.</exception>
    public void Write(Link link, Database database, Head head)
    {
        Taken.Clear();
        if (pressed.Token is { } token && JournalWriter.Earlier(link, token, pressed) is { } earlier)
        {
            Result = earlier;
            return;
        }
        var ids = new IdGiver(head.NextId);
        var (intent, decision) = Decide(new OpenFacts(link, database.Keys, head.No) { BehindOthers = head.Written > 0 }, ids);
        if (decision.Refused)
        {
            Result = new(null, decision.Refusals);
            return;
        }
        if (holdsTogether && References.Broken(link, decision.Events) is { } broken)
        {
            Result = new(null, [broken]);
            return;
        }
        // What a source brought and a person changed is compared by the next extract, never overwritten by it.
        foreach (var happened in decision.Events)
            if (happened is Corrected { ByPerson: true, Fact: { SourceKey: not null } fact })
                fact.Touched = true;
        var no = head.No + 1;
        var piece = new Batch();
        using var builder = new EntryBuilder(
            database.Keys,
            ids.Upcoming,
            head.Hash,
            text =>
            {
                piece.Texts.Add(text);
                link.Write(piece);
                piece.Clear();
            }
        );
        var batch = new Batch();
        var at = database.Now();
        if (erases is not null)
            Taken.AddRange(erases.TextsIn(link));
        builder.Add(batch, no, at, intent, null, decision.Events, pressed.Content, Taken);
        link.Write(batch);
        JournalWriter.Empty(link, no, at, Taken);
        erases?.Beside(link);
        beside?.Invoke(link, no, decision);
        head.Follow(no, builder.NextId, builder.LastHash);
        Result = new(no, []) { Events = decision.Events };
    }

    (Intent Intent, Decision Decision) Decide(OpenFacts facts, IdGiver ids)
    {
        if (around is null)
            return decide(facts, ids);
        (Intent, Decision) decided = default;
        ExecutionContext.Run(around, _ => decided = decide(facts, ids), null);
        return decided;
    }
}

/// <summary>Where the journal ends inside a transaction.</summary>
sealed class Head(long no, long nextId, byte[] hash)
{
    public long No { get; private set; } = no;
    public long NextId { get; private set; } = nextId;
    public byte[] Hash { get; private set; } = hash;

    /// <summary>How many entries this transaction has written.</summary>
    public int Written { get; private set; }

    public void Follow(long no, long nextId, byte[] hash)
    {
        (No, NextId, Hash) = (no, nextId, hash);
        Written++;
    }
}

/// <summary>A rule asked for the register in memory, which knows only what is committed, while entries before it in the same transaction
/// are not. The group ends before it.</summary>
sealed class NotWithOthersException : Exception;
