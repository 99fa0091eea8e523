using Spor.Conferences;
using Spor.Facts;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Conferences.FamilyPlans;

/// <summary>The family's plan in its own words, and who does what by when. Once accepted it is read here, and its agreements are kept on
/// their own pages.</summary>
static class FamilyPlanForm
{
    public static IResult Show(long child, long id, Viewing viewing, Acting acting, ChildReader reader) =>
        ConferenceAt.Do(
            child,
            id,
            viewing,
            reader,
            at =>
                Page(
                    at,
                    acting.NewForm([
                        (nameof(WriteFamilyPlan.PresentedOn), Form.Iso(viewing.WorkClock.Today)),
                        (nameof(WriteFamilyPlan.FamilyPlan), at.Conference.FamilyPlan),
                        .. PromiseForm.Known(at.Agreements, at.File),
                    ])
                )
        );

    public static IResult Save(long child, long id, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) =>
        ConferenceAt.Do(
            child,
            id,
            viewing,
            reader,
            at =>
            {
                var form = FormState.Of(posted);
                if (form.Checked(PromiseForm.More))
                    return Page(at, form);
                var command = new WriteFamilyPlan(
                    id,
                    form.Day(nameof(WriteFamilyPlan.PresentedOn)),
                    form.Text(nameof(WriteFamilyPlan.FamilyPlan)),
                    PromiseForm.Read(form, at.File)
                )
                {
                    ChildId = child,
                };
                var done = acting.Do(
                    command,
                    form,
                    (Fact _) =>
                    {
                        PromiseForm.ShowMeanwhile(form, at.Agreements, at.File);
                        return [(nameof(WriteFamilyPlan.FamilyPlan), at.Conference.FamilyPlan)];
                    }
                );
                if (done.Saved)
                    return Acting.Saved(Routes.ReviewFamilyPlan(child, id), "family-plan");
                return Page(at, form);
            }
        );

    static IResult Page(ConferenceAt at, FormState form) => ForChild.Page<FamilyPlanPage>(form, new { At = at, Form = form });
}
