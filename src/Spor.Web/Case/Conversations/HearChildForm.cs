using Spor.Assessments;
using Spor.Children;
using Spor.Facts;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Conversations;

/// <summary>A conversation with the child, or why it was left out.</summary>
static class HearChildForm
{
    public static IResult Show(long child, string? om, Viewing viewing, Acting acting, FactReader reader) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                return Page(
                    state,
                    viewing,
                    reader,
                    acting.NewForm(
                        (nameof(HearChild.On), Form.Iso(viewing.WorkClock.Today)),
                        (nameof(HearChild.Purpose), ConversationAbout.Asked(om)),
                        (nameof(HearChild.LeftOut), "nej"),
                        (
                            nameof(HearChild.EmployeeId),
                            viewing.Viewer.EmployeeId?.ToString(System.Globalization.CultureInfo.InvariantCulture)
                        )
                    )
                );
            }
        );

    public static IResult Save(long child, IFormCollection posted, Viewing viewing, Acting acting, FactReader reader) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                var form = FormState.Of(posted);
                if (form.YesNo(nameof(HearChild.LeftOut)) is null)
                    form.Refusals.Add(new("choice-missing", nameof(HearChild.LeftOut)));
                var about = ConversationAbout.Read(form.Value(nameof(HearChild.Purpose)));
                if (about is null)
                    form.Refusals.Add(
                        new(form.Filled(nameof(HearChild.Purpose)) ? "choice-unknown" : "choice-missing", nameof(HearChild.Purpose))
                    );
                var heard = new HearChild(
                    child,
                    form.NeededDay(nameof(HearChild.On)),
                    about?.Purpose ?? default,
                    form.YesNo(nameof(HearChild.LeftOut)) ?? false,
                    form.Text(nameof(HearChild.Reason)),
                    form.Id(nameof(HearChild.EmployeeId)),
                    form.Text(nameof(HearChild.Place)),
                    form.Text(nameof(HearChild.Present)),
                    form.YesNo(nameof(HearChild.WithoutParents)),
                    form.Checked(nameof(HearChild.ParentsSuspected)),
                    form.Text(nameof(HearChild.ChildsWords)),
                    about?.Matter
                );
                var done = acting.Do(heard, form);
                return !done.Saved ? Page(state, viewing, reader, form)
                    : heard.LeftOut ? Acting.Saved(Routes.Journal(child) + "?slags=samtaler", "conversation-left-out")
                    : Acting.Saved(Routes.Journal(child) + "?slags=samtaler", "conversation");
            }
        );

    static IResult Page(ChildState state, Viewing viewing, FactReader reader, FormState form)
    {
        // The page shows what the child said before.
        viewing.Log.Looked(viewing.Viewer.Key, "samtaler", [state.File.Id]);
        return ForChild.Page<HearChildPage>(
            form,
            new
            {
                State = state,
                Form = form,
                Before = reader.OfChild<ConversationFact>(state.File.Id),
            }
        );
    }
}
