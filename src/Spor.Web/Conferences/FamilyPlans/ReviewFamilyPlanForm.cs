using System.Globalization;
using Spor.Conferences;
using Spor.Facts;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Conferences.FamilyPlans;

/// <summary>The caseworker's answer: yes, or exactly what is not safe or not lawful.</summary>
static class ReviewFamilyPlanForm
{
    public static IResult Show(long child, long id, Viewing viewing, Acting acting, ChildReader reader) =>
        ConferenceAt.Do(
            child,
            id,
            viewing,
            reader,
            at => Page(at, acting.NewForm((nameof(ReviewFamilyPlan.On), Form.Iso(viewing.WorkClock.Today))))
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
                var command = new ReviewFamilyPlan(
                    id,
                    form.NeededDay(nameof(ReviewFamilyPlan.On)),
                    form.YesNo(nameof(ReviewFamilyPlan.Accepted)),
                    form.Text(nameof(ReviewFamilyPlan.NotSafe)),
                    form.Text(nameof(ReviewFamilyPlan.NotLawful)),
                    form.Text(nameof(ReviewFamilyPlan.Wanted)),
                    form.Text(nameof(ReviewFamilyPlan.Tried)),
                    form.Day(nameof(ReviewFamilyPlan.FollowUpPlannedOn)),
                    form.Text(nameof(ReviewFamilyPlan.ReplacedMeasureCode)),
                    form.Id(nameof(ReviewFamilyPlan.ReplacedInterventionId))
                )
                {
                    ChildId = child,
                };
                if (acting.Do(command, form).Saved)
                    return Acting.Saved(at.Url + "#planen", command.Accepted == true ? "family-plan-yes" : "family-plan-no");
                return Page(at, form);
            }
        );

    /// <summary>The measures that the catalogue has on a day from step 2 up, by name.</summary>
    public static IReadOnlyList<(string Value, string Text)> Measures(Interventions.Catalogue catalogue, DateOnly day) =>
        [
            .. catalogue
                .Rows.Where(r => r.Step >= 2 && r.From <= day && day <= r.To)
                .OrderBy(r => r.Step)
                .ThenBy(r => r.Name, StringComparer.Create(Kernel.Danish.Culture, false))
                .Select(r => (r.Code, Text.MeasureOnStep(r.Name, r.Step))),
        ];

    public static IReadOnlyList<(string Value, string Text)> Running(ConferenceAt at, Interventions.Catalogue catalogue, DateOnly day) =>
        [
            .. at
                .File.Interventions.Where(m => m.RunsOn(at.Conference.HeldOn ?? day) || m.RunsOn(day))
                .Select(m => (m.Id.ToString(CultureInfo.InvariantCulture), Text.RunningSince(catalogue.NameOf(m.Code, m.From), m.From))),
        ];

    static IResult Page(ConferenceAt at, FormState form) => ForChild.Page<ReviewFamilyPlanPage>(form, new { At = at, Form = form });
}
