using Spor.Conferences;
using Spor.Kernel;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Conferences.Meeting;

/// <summary>Time, place and the practical of a conference, and of a cancelled one a new day.</summary>
static class PlanPracticalForm
{
    public static IResult Show(long child, long id, Viewing viewing, Acting acting, ChildReader reader) =>
        ConferenceView.Do(child, id, viewing, reader, view => Page(view, acting.NewForm(Known(view.Conference))));

    public static IResult Save(
        long child,
        long id,
        IFormCollection posted,
        Viewing viewing,
        Acting acting,
        ChildReader reader,
        FactReader facts
    ) =>
        ConferenceView.Do(
            child,
            id,
            viewing,
            reader,
            view =>
            {
                var form = FormState.Of(posted);
                var command = Read(form, id);
                var moved = false;
                Decision Decide(OpenFacts open, bool anew)
                {
                    var conference = ConferenceView.Of(open, child, id);
                    if (Acting.ChangedSince(form, conference) is { } meanwhile)
                        return meanwhile;
                    var invitees = ConferenceView.InviteesOf(open, child, id);
                    var decision = anew
                        ? ConferenceRules.Replan(
                            command,
                            conference,
                            invitees,
                            open.OfChild<NetworkConferenceFact>(child),
                            viewing.WorkClock.Now
                        )
                        : ConferenceRules.Plan(command, conference, invitees, viewing.WorkClock.Now);
                    moved = decision.Events.Any(e => e.Kind == Facts.FactKinds.Invitee);
                    return decision;
                }
                if (view.Conference.CancelledOn is not null)
                {
                    if (acting.Do("replan-conference", child, form, (open, _) => Decide(open, true)))
                        return Acting.Saved(view.Url, "conference-replanned");
                }
                else if (acting.Do("plan-conference", child, form, (open, _) => Decide(open, false)))
                    return moved ? Acting.Saved(view.Url, "conference-moved") : Acting.Saved(view.Url, "conference-planned");
                if (form.Refusals.Exists(r => r.Code == "changed-meanwhile") && facts.Find<NetworkConferenceFact>(id) is { } row)
                    acting.ShowMeanwhile(form, row, Known(row)!);
                return Page(view, form);
            }
        );

    /// <summary>The fields of what is planned, as a form shows them. The coordinator's form has the same.</summary>
    public static (string Field, string? Value)[] Known(NetworkConferenceFact c) =>
        [
            (nameof(PlanPractical.PlannedAt), c.PlannedAt is { } at ? Form.Iso(DateOnly.FromDateTime(at)) : null),
            (nameof(PlanPractical.PlannedAt) + "Time", Hour(c.PlannedAt)),
            (nameof(PlanPractical.EndsAt), Hour(c.EndsAt)),
            (nameof(PlanPractical.Place), c.Place),
            (nameof(PlanPractical.Food), c.Food),
            (nameof(PlanPractical.ChildCare), c.ChildCare),
            (nameof(PlanPractical.Interpreter), c.Interpreter),
            (nameof(PlanPractical.Practical), c.Practical),
        ];

    /// <summary>What was typed. It ends on the day it begins, so only the hour is asked for.</summary>
    public static PlanPractical Read(FormState form, long conferenceId)
    {
        DateTime? at =
            form.Filled(nameof(PlanPractical.PlannedAt)) || form.Filled(nameof(PlanPractical.PlannedAt) + "Time")
                ? form.NeededTime(nameof(PlanPractical.PlannedAt))
                : null;
        var end = form.Hour(nameof(PlanPractical.EndsAt));
        return new(
            conferenceId,
            at,
            end is { } hour ? DateOnly.FromDateTime(at ?? DateTime.MinValue).ToDateTime(hour) : null,
            form.Text(nameof(PlanPractical.Place)),
            form.Text(nameof(PlanPractical.Food)),
            form.Text(nameof(PlanPractical.ChildCare)),
            form.Text(nameof(PlanPractical.Interpreter)),
            form.Text(nameof(PlanPractical.Practical))
        );
    }

    static string? Hour(DateTime? at) => at?.ToString("HH.mm", Danish.Culture);

    static IResult Page(ConferenceView view, FormState form) => ForChild.Page<PlanPracticalPage>(form, new { View = view, Form = form });
}
