using Spor.Cases;
using Spor.Children;
using Spor.Corrections;
using Spor.Facts;
using Spor.Requirements;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Notes;

/// <summary>A note in the child's journal.</summary>
static class WriteNoteForm
{
    public static IResult Show(long child, Viewing viewing, Acting acting, string? retter) =>
        ForChild.Do(
            child,
            viewing,
            state =>
                Page(
                    state,
                    acting.NewForm(
                        (nameof(WriteNote.On), Form.Iso(viewing.WorkClock.Today)),
                        (nameof(WriteNote.Kind), NoteKind.Phone.Danish()),
                        (nameof(WriteNote.CorrectsId), Form.Number(retter)?.ToString(System.Globalization.CultureInfo.InvariantCulture))
                    )
                )
        );

    public static IResult Save(long child, IFormCollection posted, Viewing viewing, Acting acting) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                var form = FormState.Of(posted);
                var note = new WriteNote(
                    child,
                    form.NeededDay(nameof(WriteNote.On)),
                    form.NeededCode<NoteKind>(nameof(WriteNote.Kind)),
                    form.Text(nameof(WriteNote.Title)),
                    form.Text(nameof(WriteNote.Body)),
                    form.Id(nameof(WriteNote.CorrectsId)),
                    At: form.Hour(nameof(WriteNote.At)),
                    Present: form.Text(nameof(WriteNote.Present))
                );
                var done = acting.Do(note, form);
                return done.Saved ? Acting.Saved(Routes.Journal(child), "note") : Page(state, form);
            }
        );

    static IResult Page(ChildState state, FormState form) => ForChild.Page<WriteNotePage>(form, new { State = state, Form = form });
}
