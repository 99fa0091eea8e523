using Spor.Access;
using Spor.Cases;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Notifications;

/// <summary>Puts files beside a notification that is there already.</summary>
public sealed record AttachFiles(long ChildId, long NotificationId, IReadOnlyList<ReceivedFile> Files) : IAboutChild, ICommand<AttachFiles>
{
    public static Verb<AttachFiles> Verb { get; } =
        new(
            "attach-files",
            Capability.Casework,
            (c, now) => NotificationRules.Attach(now.Facts.Find<NotificationFact>(c.NotificationId), c.ChildId, c.Files, now.NewId)
        );
}

public static partial class NotificationRules
{
    /// <summary>Files that come after the notification itself.</summary>
    public static Decision Attach(NotificationFact? n, long child, IReadOnlyList<ReceivedFile> files, Func<long> ids)
    {
        if (n is null || n.ChildId != child)
            return new Refusal("thing-not-there");
        if (files.Count == 0)
            return new Refusal("no-file-chosen", "Files");
        var happened = new List<DomainEvent>();
        foreach (var file in files)
            AddFile(child, n.Id, file, ids, happened);
        return Decision.Of(happened);
    }

    /// <summary>A file beside a notification. Each child has its own copy, so that who may see the child, and no other, may fetch
    /// it.</summary>
    static void AddFile(long child, long notification, ReceivedFile file, Func<long> ids, List<DomainEvent> happened)
    {
        var id = ids();
        var attachment = new AttachmentFact
        {
            Id = id,
            ChildId = child,
            AboutKind = FactKinds.Notification.Name,
            AboutId = notification,
            ContentType = file.ContentType,
            Bytes = file.Content.Length,
            FileName = file.Name,
        };
        happened.Add(new Recorded(FactKinds.Attachment, attachment));
        foreach (var piece in AttachmentContentFact.Of(attachment, file.Content, ids))
            happened.Add(new Recorded(FactKinds.AttachmentContent, piece));
    }
}
