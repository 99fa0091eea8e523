using Spor.Conferences;
using Spor.Kernel;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Verbs;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Conferences.Meeting;

/// <summary>Time, place and the practical of a conference, and of a cancelled one a new day.</summary>
static class PlanPracticalForm
{
    public static IResult Show(long child, long id, Viewing viewing, Acting acting, ChildReader reader) =>
        ConferenceView.Do(child, id, viewing, reader, view => Page(view, acting.NewForm(Known(view.Conference))));

    public static IResult Save(long child, long id, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) =>
        ConferenceView.Do(
            child,
            id,
            viewing,
            reader,
            view =>
            {
                var form = FormState.Of(posted);
                var command = Read(form, id) with { ChildId = child };
                var done = acting.Do(command, form, (NetworkConferenceFact now) => Known(now));
                if (done.Saved)
                    return view.Conference.CancelledOn is not null ? Acting.Saved(view.Url, "conference-replanned")
                        : Moved(done) ? Acting.Saved(view.Url, "conference-moved")
                        : Acting.Saved(view.Url, "conference-planned");
                return Page(view, form);
            }
        );

    /// <summary>It is on another day now: those who were invited are to be invited anew.</summary>
    public static bool Moved(Done done) => done.Written<InviteeFact>().Any();

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
