using Spor.Facts;
using Spor.Interventions;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using C = Spor.Interventions.EndIntervention;

namespace Spor.Web.Case.Interventions;

/// <summary>A measure ends with its result and what comes next, which may begin in the same entry.</summary>
static class EndInterventionForm
{
    /// <param name="trin">»ned« where a follow-up decided it: what comes next is a lower measure.</param>
    public static IResult Show(long child, long measure, string? trin, Viewing viewing, Acting acting, ChildReader reader) =>
        ForMeasure.Do(
            child,
            measure,
            viewing,
            reader,
            (state, file, m) =>
                Page(
                    state,
                    file,
                    m,
                    acting.NewForm(
                        (nameof(C.To), Form.Iso(m.To ?? viewing.WorkClock.Today)),
                        (nameof(C.Next), trin == "ned" ? NextStep.Lower.Danish() : null)
                    )
                )
        );

    public static IResult Save(long child, long measure, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) =>
        ForMeasure.Do(
            child,
            measure,
            viewing,
            reader,
            (state, file, m) =>
            {
                var form = FormState.Of(posted);
                var to = form.NeededDay(nameof(C.To));
                var command = new C(
                    child,
                    measure,
                    to,
                    form.NeededCode<EndResult>(nameof(C.Result)),
                    form.NeededCode<NextStep>(nameof(C.Next)),
                    form.Text(nameof(C.Note)),
                    form.Filled(nameof(StartIntervention.Code)) ? StartInterventionForm.Read(form, child, to) : null
                );
                var done = acting.Do(
                    command,
                    form,
                    (InterventionFact now) => [(nameof(C.To), ForMeasure.Day(now.To)), (nameof(C.Result), now.Result?.Danish())]
                );
                if (done.Saved)
                    return Acting.Saved(Routes.Child(child) + "#loebende", "intervention-ended");
                return Page(state, file, m, form);
            }
        );

    static IResult Page(ChildState state, ChildFile file, InterventionFact measure, FormState form) =>
        ForChild.Page<EndInterventionPage>(
            form,
            new
            {
                State = state,
                File = file,
                Measure = measure,
                Form = form,
            }
        );
}
