using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Notifications;
using Spor.Verbs;

namespace Spor.Cases;

/// <summary>Puts documents on a child's case, on a note or on another thing in it. A document is never changed: a new version stands beside
/// the old one.</summary>
/// <param name="AboutKind">The kind of what it is about (<see cref="FactKind.Name"/>), with <paramref name="AboutId"/>.</param>
/// <param name="On">The day it came or went.</param>
/// <param name="Party">Who sent it, or got it.</param>
/// <param name="ReplacesId">The document that it is a new version of; then there is one file.</param>
public sealed record AddDocuments(
    long ChildId,
    string AboutKind,
    long AboutId,
    IReadOnlyList<ReceivedFile> Files,
    DateOnly On,
    DocumentWay Way,
    string? Party,
    long? ReplacesId
) : IAboutChild, ICommand<AddDocuments>
{
    public static Verb<AddDocuments> Verb { get; } =
        new("add-documents", Capability.Casework, (c, now) => DocumentRules.Add(c, now.File, now.Today, now.NewId));
}

public static class DocumentRules
{
    /// <summary>What a document may be about, besides a notification, which has a form of its own.</summary>
    public static IReadOnlyList<FactKind> Kinds { get; } =
    [
        FactKinds.Case,
        FactKinds.JournalNote,
        FactKinds.Conversation,
        FactKinds.Plan,
        FactKinds.DecisionRecord,
        FactKinds.Letter,
        FactKinds.Assessment,
        FactKinds.Notification,
    ];

    /// <param name="file">Everything known of the child.</param>
    public static Decision Add(AddDocuments c, ChildFile file, DateOnly today, Func<long> ids)
    {
        var wrong = new List<Refusal>();
        if (Kinds.FirstOrDefault(k => k.Name == c.AboutKind) is not { } kind || !file.Of(kind).Any(f => f.Id == c.AboutId))
            wrong.Add(new("thing-not-there"));
        if (c.ReplacesId is { } earlier)
        {
            if (!Array.Exists(file.Attachments, a => a.Id == earlier))
                wrong.Add(new("thing-not-there"));
            else if (Array.Exists(file.Attachments, a => a.ReplacesId == earlier))
                wrong.Add(new("newer-version-there"));
            if (c.Files.Count > 1)
                wrong.Add(new("one-file-for-a-version", "Files"));
        }
        if (c.Files.Count == 0)
            wrong.Add(new("no-file-chosen", "Files"));
        if (c.On > today)
            wrong.Add(new("day-in-future", nameof(c.On)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        var events = new List<DomainEvent>();
        foreach (var document in c.Files)
        {
            var id = ids();
            var attachment = new AttachmentFact
            {
                Id = id,
                ChildId = c.ChildId,
                AboutKind = c.AboutKind,
                AboutId = c.AboutId,
                ContentType = document.ContentType,
                Bytes = document.Content.Length,
                On = c.On,
                Way = c.Way,
                ReplacesId = c.ReplacesId,
                FileName = document.Name,
                Party = c.Party,
            };
            events.Add(new Recorded(FactKinds.Attachment, attachment));
            foreach (var piece in AttachmentContentFact.Of(attachment, document.Content, ids))
                events.Add(new Recorded(FactKinds.AttachmentContent, piece));
        }
        return Decision.Of(events);
    }
}
