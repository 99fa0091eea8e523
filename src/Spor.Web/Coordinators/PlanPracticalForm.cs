using Spor.Conferences;
using Spor.Facts;
using Spor.Kernel;
using Spor.Storage;

namespace Spor.Web.CoordinatorPages;

/// <summary>The coordinator finds a time and a place and sees to the rest, by the caseworker's own rule.</summary>
static class PlanPracticalForm
{
    /// <summary>The end is a time of the same day, so it has no day of its own.</summary>
    public const string EndsAtTime = nameof(PlanPractical.EndsAt) + "Time", PlannedAtTime = nameof(PlanPractical.PlannedAt) + "Time";

    public static IResult Show(long id, Viewing viewing, Acting acting, ChildReader reader) => Desk.With(id, viewing, reader, "praktisk", blind => Page(blind, acting.NewForm([.. Fields(blind)])));

    public static IResult Save(long id, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) => Desk.With(id, viewing, reader, null, blind =>
    {
        var form = FormState.Of(posted);
        DateTime? at = form.Filled(nameof(PlanPractical.PlannedAt)) || form.Filled(PlannedAtTime) ? form.NeededTime(nameof(PlanPractical.PlannedAt)) : null;
        DateTime? end = null;
        if (form.Filled(EndsAtTime))
        {
            form.Set(nameof(PlanPractical.EndsAt), form.Value(nameof(PlanPractical.PlannedAt)));
            // A day that is missing or cannot be read is said once, at the day.
            end = at is null ? DateTime.MinValue
                : form.Refusals.Exists(r => r.Field == nameof(PlanPractical.PlannedAt)) ? null : form.NeededTime(nameof(PlanPractical.EndsAt));
        }
        var plan = new PlanPractical(id, at, end, form.Text(nameof(PlanPractical.Place)), form.Text(nameof(PlanPractical.Food)), form.Text(nameof(PlanPractical.ChildCare)),
            form.Text(nameof(PlanPractical.Interpreter)), form.Text(nameof(PlanPractical.Practical)));
        NetworkConferenceFact? other = null;
        var moved = false;
        var saved = acting.DoAsCoordinator("plan-conference-as-coordinator", id, form, (facts, _, file, conference) =>
        {
            if (Acting.ChangedSince(form, conference) is { } meanwhile && !Same(conference, plan))
            {
                other = conference;
                return meanwhile;
            }
            var decision = ConferenceRules.Plan(plan, conference, [.. file.Invitees.Where(i => i.ConferenceId == id).Select(facts.Opened)], viewing.WorkClock.Now);
            moved = decision.Events.Count > 1;
            return decision;
        });
        if (saved) return Acting.Saved(Routes.CoordinatorConference(id), moved ? "practical-moved" : "practical");
        if (other is not null) acting.ShowMeanwhile(form, other, [.. Fields(blind)]);
        for (var i = 0; i < form.Refusals.Count; i++)
            if (form.Refusals[i].Field == nameof(PlanPractical.EndsAt)) form.Refusals[i] = form.Refusals[i] with { Field = EndsAtTime };
        return Page(blind, form);
    });

    /// <summary>What stands is what is typed, so nobody's words are overwritten.</summary>
    static bool Same(NetworkConferenceFact now, PlanPractical plan) => plan.PlannedAt == now.PlannedAt && plan.EndsAt == now.EndsAt && plan.Place == now.Place
        && plan.Food == now.Food && plan.ChildCare == now.ChildCare && plan.Interpreter == now.Interpreter && plan.Practical == now.Practical;

    static IEnumerable<(string Field, string? Value)> Fields(BlindConference c) =>
    [
        (nameof(PlanPractical.PlannedAt), c.PlannedAt is { } at ? Form.Iso(DateOnly.FromDateTime(at)) : null),
        (PlannedAtTime, c.PlannedAt is { } from ? Text.Clock(from) : null),
        (EndsAtTime, c.EndsAt is { } end ? Text.Clock(end) : null),
        (nameof(PlanPractical.Place), c.Place), (nameof(PlanPractical.Food), c.Food), (nameof(PlanPractical.ChildCare), c.ChildCare),
        (nameof(PlanPractical.Interpreter), c.Interpreter), (nameof(PlanPractical.Practical), c.Practical),
    ];

    static IResult Page(BlindConference blind, FormState form) => ForChild.Page<PlanPracticalPage>(form, new { Conference = blind, Form = form });
}
