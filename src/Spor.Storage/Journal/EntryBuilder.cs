using System.Runtime.InteropServices;
using Spor.Children;
using Spor.Facts;
using Spor.Storage.Engine;

namespace Spor.Storage.Journal;

/// <summary>
/// Turns entries into rows: seals the personal texts, writes the events, closes the chain. Pure work without a database, so an import does
/// it on another thread, ahead of the writer.
/// </summary>
/// <param name="large">Takes a large text at once, so that the pieces of a file do not gather in memory; null = it waits in the
/// batch.</param>
sealed class EntryBuilder(KeyRing keys, long nextId, byte[] lastHash, Action<TextRow>? large = null) : IDisposable
{
    /// <summary>Bytes; no note and no letter is so long.</summary>
    const int Large = 256 << 10;

    readonly EventJson json = new();
    readonly EntryHash hash = new(keys);
    readonly Ties ties = new();

    public long NextId { get; set; } = nextId;
    public byte[] LastHash { get; private set; } = lastHash;

    public void Add(
        Batch batch,
        long no,
        DateTime at,
        Intent intent,
        long? importId,
        IReadOnlyList<DomainEvent> events,
        byte[]? content = null,
        IReadOnlyList<long>? erased = null,
        byte[]? importRow = null
    )
    {
        long? reason = string.IsNullOrWhiteSpace(intent.Reason) ? null : AddText(batch, no, intent.ChildId, intent.Reason);
        for (var i = 0; i < events.Count; i++)
        {
            var change = Apply.To(events[i], no);
            // A fact that comes with the number of a text but without the text keeps the sealed row it has.
            if (change.Add is { } fact && change.Kind.HasText && change.Kind.PackText(fact) is { } text)
                fact.TextId = AddText(batch, no, ChildOf(fact), text);
            var key = change.Add?.SourceKey is { } source ? keys.Sources.Seal(change.Kind, source) : null;
            batch.Changes.Add((no, change, key));
        }
        var from = batch.Json.WrittenCount;
        json.Write(events, batch.Json, CollectionsMarshal.AsSpan(batch.Changes)[^events.Count..]);
        var written = batch.Json.WrittenSpan[from..];
        var token = intent.Token?.ToString("D");
        foreach (var id in erased ?? [])
            ties.Erased(id);
        if (importRow is not null)
            ties.Imported(importId!.Value, importRow);
        var tied = ties.Take();
        var own = hash.Of(LastHash, no, at, intent.Author, intent.Name, intent.ChildId, importId, token, reason, written, tied);
        batch.Entries.Add(
            new(
                no,
                at,
                intent.Author,
                intent.Name,
                intent.ChildId,
                importId,
                token,
                reason,
                content,
                from,
                written.Length,
                LastHash,
                own,
                tied
            )
        );
        LastHash = own;
    }

    long AddText(Batch batch, long no, long? childId, string text)
    {
        var id = NextId++;
        var body = keys.SealText(id, no, text, out var mac);
        ties.Wrote(id, mac);
        var row = new TextRow(id, childId, no, body, mac);
        if (large is not null && body.Length >= Large)
            large(row);
        else
            batch.Texts.Add(row);
        return id;
    }

    static long? ChildOf(Fact fact) =>
        fact switch
        {
            ChildsFact c => c.ChildId,
            ChildFact c => c.Id,
            _ => null,
        };

    public void Dispose()
    {
        json.Dispose();
        hash.Dispose();
        ties.Dispose();
    }
}
