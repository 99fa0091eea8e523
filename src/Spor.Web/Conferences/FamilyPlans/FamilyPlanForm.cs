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
                    at.Conference.PlanPresentedOn is null ? form.Day(nameof(WriteFamilyPlan.PresentedOn)) : null,
                    form.Text(nameof(WriteFamilyPlan.FamilyPlan)),
                    PromiseForm.Read(form, at.File)
                );
                Fact? meanwhile = null;
                var saved = acting.Do(
                    "write-family-plan",
                    child,
                    form,
                    (facts, ids) =>
                        at.Open(facts) is not { } file ? new Kernel.Refusal("thing-not-there")
                        : Acting.ChangedSince(form, meanwhile = ConferenceAt.Changed(form, file, id)) is { } changed ? changed
                        : ConferenceRules.Write(command, file, viewing.WorkClock.Today, ids.Next)
                );
                if (saved)
                    return Acting.Saved(Routes.ReviewFamilyPlan(child, id), "family-plan");
                if (meanwhile is not null && form.Refusals.Exists(r => r.Code == "changed-meanwhile"))
                {
                    PromiseForm.ShowMeanwhile(form, at.Agreements, at.File);
                    acting.ShowMeanwhile(form, meanwhile, (nameof(WriteFamilyPlan.FamilyPlan), at.Conference.FamilyPlan));
                }
                return Page(at, form);
            }
        );

    static IResult Page(ConferenceAt at, FormState form) => ForChild.Page<FamilyPlanPage>(form, new { At = at, Form = form });
}
