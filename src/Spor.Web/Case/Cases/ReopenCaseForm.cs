using System.Globalization;
using Spor.Cases;
using Spor.Children;
using Spor.Corrections;
using Spor.Requirements;
using Spor.Storage;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Cases;

/// <summary>Taking a closed case up again.</summary>
static class ReopenCaseForm
{
    public static IResult Show(long child, Viewing viewing, Acting acting) =>
        ForChild.Do(
            child,
            viewing,
            state =>
                Page(
                    state,
                    acting.NewForm(
                        (nameof(ReopenCase.On), Form.Iso(viewing.WorkClock.Today)),
                        (nameof(ReopenCase.CaseId), state.File.Cases.LastOrDefault()?.Id.ToString(CultureInfo.InvariantCulture))
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
                var command = new ReopenCase(
                    child,
                    form.Id(nameof(ReopenCase.CaseId)),
                    form.NeededDay(nameof(ReopenCase.On)),
                    form.Text(nameof(ReopenCase.Reason)),
                    form.YesNo(nameof(ReopenCase.SameCaseworker))
                );
                return acting.Do(command, form).Saved ? Acting.Saved(Routes.Child(child), "case-reopened") : Page(state, form);
            }
        );

    static IResult Page(ChildState state, FormState form) => ForChild.Page<ReopenCasePage>(form, new { State = state, Form = form });
}
