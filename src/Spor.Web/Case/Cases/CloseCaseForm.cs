using System.Globalization;
using Spor.Cases;
using Spor.Children;
using Spor.Corrections;
using Spor.Facts;
using Spor.Interventions;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Cases;

/// <summary>Closing a case, with the model's gate: the parents have had a letter.</summary>
static class CloseCaseForm
{
    public static IResult Show(long child, Viewing viewing, Acting acting, ChildReader reader) =>
        ForChild.Do(
            child,
            viewing,
            state =>
                Page(
                    state,
                    acting.NewForm(
                        (nameof(CloseCase.On), Form.Iso(viewing.WorkClock.Today)),
                        (nameof(CloseCase.CaseId), state.Case?.Id.ToString(CultureInfo.InvariantCulture))
                    ),
                    viewing,
                    reader
                )
        );

    public static IResult Save(long child, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                var form = FormState.Of(posted);
                var command = new CloseCase(
                    child,
                    form.Id(nameof(CloseCase.CaseId)),
                    form.NeededDay(nameof(CloseCase.On)),
                    form.Text(nameof(CloseCase.Reason)),
                    form.Checked(nameof(CloseCase.EndMeasures)),
                    form.Code<EndResult>(nameof(CloseCase.Result))
                );
                if (!acting.Do(command, form).Saved)
                    return Page(state, form, viewing, reader);
                // Without a case the child may not be the caseworker's to see any more.
                return Acting.Saved(
                    viewing.Viewer.SeesAll || viewing.Viewer.TeamId is not null ? Routes.Child(child) : "/min-dag",
                    "case-closed"
                );
            }
        );

    static IResult Page(ChildState state, FormState form, Viewing viewing, ChildReader reader) =>
        reader.Read(state.File.Id) is not { } file
            ? Results.NotFound()
            : ForChild.Page<CloseCasePage>(
                form,
                new
                {
                    State = state,
                    File = file,
                    Form = form,
                    Open = OpenMatters.Of(file, viewing.Register.Catalogue, viewing.WorkClock.Today),
                }
            );
}
