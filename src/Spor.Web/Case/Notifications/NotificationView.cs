using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Cases;
using Spor.Facts;
using Spor.Notifications;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Notifications;

/// <summary>A sibling, or somebody who was one.</summary>
/// <param name="Visible">False for somebody else's child: how many notifications there are is told, and whom to ask, but no name and no
/// content.</param>
public sealed record Sibling(ChildState State, bool Visible, bool Before);

/// <summary>A notification with everything that stands beside it.</summary>
public sealed class NotificationView
{
    public required ChildState State { get; init; }

    /// <summary>Everything about the child, texts opened.</summary>
    public required ChildFile File { get; init; }
    public required NotificationFact Notification { get; init; }
    public required IReadOnlyList<Sibling> Siblings { get; init; }
    public required IReadOnlyList<Involvement> Involved { get; init; }
    public required IReadOnlyList<Waiting> Waiting { get; init; }
    public required bool MustHaveOutsider { get; init; }

    /// <summary>Earlier ones on the child, the latest first.</summary>
    public IEnumerable<NotificationFact> Others => File.Notifications.Where(n => n.Id != Notification.Id).Reverse();
    public IEnumerable<AttachmentFact> Attachments =>
        File.Attachments.Where(a => a.AboutId == Notification.Id && a.AboutKind == FactKinds.Notification.Name);

    public static NotificationView? Read(ChildState state, long id, Viewing viewing, ChildReader reader, FactReader facts)
    {
        if (reader.Read(state.File.Id) is not { } file || Array.Find(file.Notifications, n => n.Id == id) is not { } notification)
            return null;
        var now = viewing.WorkClock.Now;
        var family = state.Child.FamilyId is { } number ? viewing.Family(number).Where(s => s.File.Id != state.File.Id).ToList() : [];
        var before = facts
            .EverInFamilyOf(state.File.Id)
            .Where(other => !family.Exists(s => s.File.Id == other))
            .Select(viewing.Find)
            .OfType<ChildState>();
        return new()
        {
            State = state,
            File = file,
            Notification = notification,
            Siblings =
            [
                .. family.Select(s => new Sibling(s, viewing.MaySee(s), false)),
                .. before.Select(s => new Sibling(s, viewing.MaySee(s), true)),
            ],
            Involved = Spor.Notifications.Involved.In(file, id),
            Waiting = [.. Inbox.Of(notification, now, viewing.Register.Bounds)],
            MustHaveOutsider = NotificationRules.MustHaveOutsider(
                file,
                viewing.Register.Catalogue,
                notification,
                DateOnly.FromDateTime(notification.AssessedAt ?? now)
            ),
        };
    }

    /// <summary>Reads the notification for a page of its own; 404 when it is not the child's.</summary>
    public static IResult With(
        long child,
        long id,
        Viewing viewing,
        ChildReader reader,
        FactReader facts,
        Func<NotificationView, IResult> then
    ) => ForChild.Do(child, viewing, state => Read(state, id, viewing, reader, facts) is { } view ? then(view) : Results.NotFound());

    public static IResult Show(long child, long id, Viewing viewing, ChildReader reader, FactReader facts) =>
        With(
            child,
            id,
            viewing,
            reader,
            facts,
            view =>
            {
                viewing.Log.Looked(
                    viewing.Viewer.Key,
                    "underretning",
                    [child, .. view.Siblings.Select(s => s.State.File.Id)],
                    "underretning=" + id.ToString(System.Globalization.CultureInfo.InvariantCulture)
                );
                return new RazorComponentResult<NotificationPage>(new { View = view });
            }
        );
}
