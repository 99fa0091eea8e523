using Spor.Cases;
using Spor.Facts;
using Spor.Requirements;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.FileAccess;

/// <summary>One request: what the file holds, what is blacked out, and how it is answered.</summary>
static class AnswerForm
{
    public static IResult Show(long child, long id, Viewing viewing, Acting acting, ChildReader reader) =>
        With(
            child,
            id,
            viewing,
            reader,
            (state, file, request) =>
            {
                viewing.Log.Looked(viewing.Viewer.Key, "aktindsigt", [child], "anmodning=" + Form.Invariant(id));
                return Page(
                    state,
                    file,
                    request,
                    acting.NewForm((nameof(AnswerFileAccess.AnsweredOn), Form.Iso(viewing.WorkClock.Today))),
                    acting.NewForm(),
                    viewing
                );
            }
        );

    public static IResult Save(long child, long id, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) =>
        With(
            child,
            id,
            viewing,
            reader,
            (state, file, request) =>
            {
                var form = FormState.Of(posted);
                var done = acting.Do(
                    new AnswerFileAccess(
                        child,
                        id,
                        form.NeededDay(nameof(AnswerFileAccess.AnsweredOn)),
                        form.Code<FileAccessOutcome>(nameof(AnswerFileAccess.Outcome)),
                        form.Text(nameof(AnswerFileAccess.Reason))
                    ),
                    form
                );
                return done.Saved
                    ? Acting.Saved(FileAccessEndpoints.OfChild(child), "file-access-answered")
                    : Page(state, file, request, form, acting.NewForm(), viewing);
            }
        );

    public static IResult Delay(long child, long id, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) =>
        With(
            child,
            id,
            viewing,
            reader,
            (state, file, request) =>
            {
                var form = FormState.Of(posted);
                var done = acting.Do(
                    new DelayFileAccess(
                        child,
                        id,
                        form.NeededDay(nameof(DelayFileAccess.ExpectedOn)),
                        form.Text(nameof(DelayFileAccess.Reason))
                    ),
                    form
                );
                return done.Saved
                    ? Acting.Saved(FileAccessEndpoints.One(child, id), "file-access-delayed")
                    : Page(state, file, request, acting.NewForm(), form, viewing);
            }
        );

    internal static IResult With(
        long child,
        long id,
        Viewing viewing,
        ChildReader reader,
        Func<ChildState, ChildFile, FileAccessFact, IResult> then
    ) =>
        ForChild.Do(
            child,
            viewing,
            state =>
                reader.Read(child) is { } file && Array.Find(file.Of<FileAccessFact>(), f => f.Id == id) is { } request
                    ? then(state, file, request)
                    : Results.NotFound()
        );

    static IResult Page(ChildState state, ChildFile file, FileAccessFact request, FormState answer, FormState delay, Viewing viewing) =>
        ForChild.Page<AnswerPage>(
            answer.Refusals.Count > 0 ? answer : delay,
            new
            {
                State = state,
                File = file,
                Request = request,
                Answer = answer,
                Wait = delay,
                Items = RecordItem.Of(file, viewing),
                Others = ThirdParty.Of(file, state, viewing),
            }
        );
}
