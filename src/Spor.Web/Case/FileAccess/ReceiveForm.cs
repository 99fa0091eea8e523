using Spor.Cases;
using Spor.Requirements;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.FileAccess;

/// <summary>A child's requests to see the file, and a new one.</summary>
static class ReceiveForm
{
    public static IResult Show(long child, Viewing viewing, Acting acting, ChildReader reader) =>
        ForChild.Do(
            child,
            viewing,
            state => Page(state, acting.NewForm((nameof(ReceiveFileAccess.ReceivedOn), Form.Iso(viewing.WorkClock.Today))), reader)
        );

    public static IResult Save(long child, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                var form = FormState.Of(posted);
                var done = acting.Do(
                    new ReceiveFileAccess(
                        child,
                        form.NeededDay(nameof(ReceiveFileAccess.ReceivedOn)),
                        form.Text(nameof(ReceiveFileAccess.AskedBy))
                    ),
                    form
                );
                return done.Saved
                    ? Acting.Saved(FileAccessEndpoints.One(child, done.New<FileAccessFact>()!.Id), "file-access-received")
                    : Page(state, form, reader);
            }
        );

    static IResult Page(ChildState state, FormState form, ChildReader reader) =>
        reader.Read(state.File.Id) is not { } file
            ? Results.NotFound()
            : ForChild.Page<ReceivePage>(
                form,
                new
                {
                    State = state,
                    Form = form,
                    Requests = (IReadOnlyList<FileAccessFact>)[.. file.Of<FileAccessFact>().OrderByDescending(f => f.ReceivedOn)],
                }
            );
}
