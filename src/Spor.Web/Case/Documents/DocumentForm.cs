using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Cases;
using Spor.Facts;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Case.Notifications;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Documents;

/// <summary>The child's documents: listed, looked in, added.</summary>
static class DocumentForm
{
    public static IResult Show(long child, Viewing viewing, ChildReader reader, FactReader facts) =>
        List(child, viewing, reader, facts, null);

    /// <summary>What is looked for travels by POST and is not logged.</summary>
    public static IResult Search(long child, IFormCollection form, Viewing viewing, ChildReader reader, FactReader facts) =>
        List(child, viewing, reader, facts, form["soeg"].ToString());

    static IResult List(long child, Viewing viewing, ChildReader reader, FactReader facts, string? typed) =>
        With(
            child,
            viewing,
            reader,
            (state, file) =>
            {
                var view = DocumentView.Of(file, viewing, facts, typed);
                return new RazorComponentResult<DocumentsPage>(
                    new
                    {
                        State = state,
                        File = file,
                        View = view,
                    }
                )
                {
                    StatusCode = view.Problem is not null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
                };
            }
        );

    /// <param name="om">The kind of what it is about; the case if not said.</param>
    /// <param name="udgave">The document that it is a new version of.</param>
    public static IResult New(long child, string? om, string? id, string? udgave, Viewing viewing, Acting acting, ChildReader reader) =>
        With(
            child,
            viewing,
            reader,
            (state, file) =>
            {
                var earlier = Form.Number(udgave) is { } of ? Array.Find(file.Attachments, a => a.Id == of) : null;
                var about =
                    earlier is not null ? (earlier.AboutKind, earlier.AboutId)
                    : Form.Number(id) is { } thing && om is not null ? (om, thing)
                    : (FactKinds.Case.Name, file.Cases.LastOrDefault()?.Id ?? 0);
                return Page(
                    state,
                    file,
                    acting.NewForm(
                        (nameof(AddDocuments.AboutKind), about.Item1),
                        (nameof(AddDocuments.AboutId), about.Item2.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                        (nameof(AddDocuments.ReplacesId), earlier?.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                        (nameof(AddDocuments.On), Form.Iso(viewing.WorkClock.Today)),
                        (nameof(AddDocuments.Way), (earlier?.Way ?? DocumentWay.Received).Danish()),
                        (nameof(AddDocuments.Party), earlier?.Party)
                    )
                );
            }
        );

    public static IResult Save(long child, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) =>
        With(
            child,
            viewing,
            reader,
            (state, file) =>
            {
                var form = FormState.Of(posted);
                var files = Attached.Read(posted, form);
                var command = new AddDocuments(
                    child,
                    form.Value(nameof(AddDocuments.AboutKind)),
                    form.Id(nameof(AddDocuments.AboutId)) ?? 0,
                    files,
                    form.NeededDay(nameof(AddDocuments.On)),
                    form.NeededCode<DocumentWay>(nameof(AddDocuments.Way)),
                    form.Text(nameof(AddDocuments.Party)),
                    form.Id(nameof(AddDocuments.ReplacesId))
                );
                if (acting.Do(command, form).Saved)
                    return Acting.Saved(Routes.Documents(child), "documents");
                Attached.ChooseAgain(posted, form);
                return Page(state, file, form);
            }
        );

    static IResult With(long child, Viewing viewing, ChildReader reader, Func<ChildState, ChildFile, IResult> then) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                if (reader.Read(child) is not { } file)
                    return Results.NotFound();
                viewing.Log.Looked(viewing.Viewer.Key, "barn", [child], "fane=dokumenter");
                return then(state, file);
            }
        );

    static IResult Page(ChildState state, ChildFile file, FormState form) =>
        ForChild.Page<NewDocumentPage>(
            form,
            new
            {
                State = state,
                File = file,
                Form = form,
            }
        );
}
