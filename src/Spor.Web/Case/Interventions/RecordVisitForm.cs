using Spor.Facts;
using Spor.Interventions;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using C = Spor.Interventions.RecordVisit;

namespace Spor.Web.Case.Interventions;

/// <summary>A supervision visit at the place of placement.</summary>
static class RecordVisitForm
{
    public static IResult Show(long child, long measure, Viewing viewing, Acting acting, ChildReader reader) =>
        ForMeasure.Do(
            child,
            measure,
            viewing,
            reader,
            (state, file, m) =>
                Page(state, file, m, acting.NewForm((nameof(C.On), Form.Iso(viewing.WorkClock.Today)), (nameof(C.SpokeWithChild), "ja")))
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
                var command = new C(
                    child,
                    measure,
                    form.NeededDay(nameof(C.On)),
                    form.YesNo(nameof(C.SpokeWithChild)),
                    form.Text(nameof(C.Present)),
                    form.Text(nameof(C.Note))
                );
                var done = acting.Do(command, form);
                return done.Saved ? Acting.Saved(Routes.Child(child) + "#krav", "visit-recorded") : Page(state, file, m, form);
            }
        );

    static IResult Page(ChildState state, ChildFile file, InterventionFact measure, FormState form) =>
        ForChild.Page<RecordVisitPage>(
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
