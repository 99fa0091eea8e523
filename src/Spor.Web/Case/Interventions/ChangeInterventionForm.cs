using Spor.Facts;
using Spor.Interventions;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using C = Spor.Interventions.ChangeIntervention;

namespace Spor.Web.Case.Interventions;

/// <summary>A new price from a day, another provider, another expected end.</summary>
static class ChangeInterventionForm
{
    public static IResult Show(long child, long measure, Viewing viewing, Acting acting, ChildReader reader) =>
        ForMeasure.Do(
            child,
            measure,
            viewing,
            reader,
            (state, file, m) =>
            {
                var today = viewing.WorkClock.Today;
                var on =
                    m.To < today ? m.To.Value
                    : m.From > today ? m.From
                    : today;
                var price = InterventionRules.PriceOn(m, file.Prices, on);
                return Page(
                    state,
                    file,
                    m,
                    acting.NewForm(
                        (nameof(C.From), Form.Iso(on)),
                        (nameof(C.PriceOre), ForMeasure.Number(price.Ore)),
                        (nameof(C.Unit), price.Unit?.Danish()),
                        (nameof(C.QuantityHundredths), ForMeasure.Number(price.QuantityHundredths)),
                        (nameof(C.ExpectedTo), ForMeasure.Day(m.ExpectedTo)),
                        (nameof(C.Provider), m.Provider),
                        (nameof(C.Place), m.Place)
                    )
                );
            }
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
                    form.NeededDay(nameof(C.From)),
                    form.Kroner(nameof(C.PriceOre)),
                    form.Code<PriceUnit>(nameof(C.Unit)),
                    form.Hundredths(nameof(C.QuantityHundredths)),
                    form.Day(nameof(C.ExpectedTo)),
                    form.Text(nameof(C.Provider)),
                    form.Text(nameof(C.Place))
                );
                var done = acting.Do(
                    command,
                    form,
                    (InterventionFact now) =>
                        [
                            (nameof(C.ExpectedTo), ForMeasure.Day(now.ExpectedTo)),
                            (nameof(C.Provider), now.Provider),
                            (nameof(C.Place), now.Place),
                        ]
                );
                if (done.Saved)
                    return Acting.Saved(Routes.Child(child) + "#loebende", "intervention-changed");
                return Page(state, file, m, form);
            }
        );

    static IResult Page(ChildState state, ChildFile file, InterventionFact measure, FormState form) =>
        ForChild.Page<ChangeInterventionPage>(
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
