using Spor.Cases;
using Spor.Facts;
using Spor.Kernel;
using Spor.Notifications;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Notifications;

/// <summary>Files beside a notification: added afterwards, and fetched by who may see the child.</summary>
static class AttachForm
{
    public static IResult Show(long child, long id, Viewing viewing, Acting acting, ChildReader reader, FactReader facts) =>
        NotificationView.With(child, id, viewing, reader, facts, view => Page(view, acting.NewForm()));

    public static IResult Save(
        long child,
        long id,
        IFormCollection posted,
        Viewing viewing,
        Acting acting,
        ChildReader reader,
        FactReader facts
    ) =>
        NotificationView.With(
            child,
            id,
            viewing,
            reader,
            facts,
            view =>
            {
                var form = FormState.Of(posted);
                var files = Attached.Read(posted, form);
                return acting.Do(new AttachFiles(child, id, files), form).Saved
                    ? Acting.Saved(Routes.Notification(child, id), "files-attached")
                    : Page(view, form);
            }
        );

    public static IResult Fetch(long child, long id, Viewing viewing, FactReader facts) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                if (facts.Find<AttachmentFact>(id) is not { } file || file.ChildId != child)
                    return Results.NotFound();
                viewing.Log.Looked(
                    viewing.Viewer.Key,
                    "bilag",
                    [child],
                    "bilag=" + id.ToString(System.Globalization.CultureInfo.InvariantCulture)
                );
                if (!facts.HasContent(child, id))
                    return Results.NotFound();
                // Always as a download, whatever it is: nothing that somebody sent is shown inside Spor's own pages.
                return Results.Stream(to => facts.CopyContent(child, id, to), file.ContentType, FileKind.NameOf(file.FileName ?? "bilag"));
            }
        );

    static IResult Page(NotificationView view, FormState form) => ForChild.Page<AttachPage>(form, new { View = view, Form = form });
}
