using Spor.Facts;
using Spor.Insight;
using Spor.Interventions;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using C = Spor.Interventions.EndIntervention;

namespace Spor.Web.Case.Interventions;

/// <summary>A measure ends with its result and what comes next, which may begin in the same entry.</summary>
static class EndInterventionForm
{
    public static IResult Show(long child, long measure, Viewing viewing, Acting acting, ChildReader reader) =>
        ForMeasure.Do(
            child,
            measure,
            viewing,
            reader,
            (state, file, m) => Page(state, file, m, acting.NewForm((nameof(C.To), Form.Iso(m.To ?? viewing.WorkClock.Today))))
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
                var saved = acting.Do(
                    "end-intervention",
                    child,
                    form,
                    (facts, ids) =>
                    {
                        var now = ForMeasure.Opened(facts, measure);
                        if (Acting.ChangedSince(form, now) is { } meanwhile)
                            return meanwhile;
                        return facts.Child(child) is { } known
                            ? InterventionRules.End(command, now, known, viewing.Register.Catalogue, viewing.WorkClock.Today, ids.Next)
                            : new Kernel.Refusal("thing-not-there");
                    }
                );
                if (saved)
                    return Acting.Saved(Routes.Child(child) + "#loebende", "intervention-ended");
                if (m.RecordedIn > form.Seen)
                    acting.ShowMeanwhile(form, m, (nameof(C.To), ForMeasure.Day(m.To)), (nameof(C.Result), m.Result?.Danish()));
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
