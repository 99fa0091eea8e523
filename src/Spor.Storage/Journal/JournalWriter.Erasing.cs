using Spor.Storage.Engine;

namespace Spor.Storage.Journal;

/// <summary>Lawful erasures: they write an entry like any other, by themselves.</summary>
public sealed partial class JournalWriter
{
    /// <summary>What the name of every erasing intention begins with, so that what is kept in memory can be dropped.</summary>
    public const string Erase = "erase";

    /// <summary>What came back with an older backup is erased anew.</summary>
    internal const string EraseAgain = Erase + "-again";

    /// <summary>A lawful erasure: empties texts for good. Who, when and why is an entry; the facts and their events stay, and the journal
    /// still replays.</summary>
    /// <returns>How many texts were there to erase.</returns>
    public int EraseTexts(Intent intent, IReadOnlyList<long> textIds)
    {
        if (!intent.Name.StartsWith(Erase, StringComparison.Ordinal))
            throw new ArgumentException($"An erasing intention is called {Erase}…, not {intent.Name}", nameof(intent));
        var taken = new List<long>();
        Write(link => EraseThem(link, intent, textIds, taken));
        AfterErasing(taken, null);
        return taken.Count;
    }

    void AfterErasing(List<long> taken, long? child)
    {
        // What was erased must not linger in SQLite's log either.
        Checkpoint();
        Erasures.Reach(database, taken, child);
    }

    internal static void Empty(Link link, long no, DateTime at, List<long> texts)
    {
        foreach (var id in texts)
            link.Execute("UPDATE text SET \"Body\" = NULL, \"ErasedAt\" = $1, \"ErasedIn\" = $2 WHERE \"Id\" = $3", at, no, id);
    }

    /// <summary>Texts that were empty already when the entry that emptied them was cut off the record: they stay empty, and an entry says
    /// so again.</summary>
    internal void StayErased(IReadOnlyList<long> textIds)
    {
        if (textIds.Count > 0)
            Write(link => EraseThem(link, new(EraseAgain, Access.People.ProgramKey), [], [.. textIds.Order()]));
    }

    /// <summary>The source's keys of a child that was erased, where they came back.</summary>
    internal void EraseKeys(long child)
    {
        Write(link =>
        {
            var erased = EraseThem(link, new(EraseAgain, Access.People.ProgramKey, child), [], []);
            KeysOfRows.Erase(link, child);
            return erased;
        });
        Checkpoint();
    }

    (bool Commit, int Erased, long No) EraseThem(Link link, Intent intent, IReadOnlyList<long> textIds, List<long> there)
    {
        var head = TakeNumbers(link, 1);
        using var builder = new EntryBuilder(database.Keys, head.NextId, head.Hash);
        var batch = new Batch();
        var at = database.Now();
        // The entry says which, by number: a text that is empty without such an entry was emptied by somebody else.
        foreach (var id in textIds.Distinct().Order())
            if (link.Number("SELECT 1 FROM text WHERE \"Id\" = $1 AND \"Body\" IS NOT NULL", id) is not null)
                there.Add(id);
        builder.Add(batch, head.No, at, intent, null, [], erased: there);
        link.Write(batch);
        Empty(link, head.No, at, there);
        LeaveHead(link, builder.NextId, builder.LastHash);
        return (true, there.Count, head.No);
    }
}
