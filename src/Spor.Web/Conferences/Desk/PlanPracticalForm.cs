using Spor.Conferences;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Practical = Spor.Web.Conferences.Meeting.PlanPracticalForm;

namespace Spor.Web.Conferences.Desk;

/// <summary>The coordinator finds a time and a place and sees to the rest: the caseworker's fields and rule, on what a coordinator may
/// see.</summary>
static class PlanPracticalForm
{
    public static IResult Show(long id, Viewing viewing, Acting acting, ChildReader reader) =>
        Desk.With(id, viewing, reader, "praktisk", blind => Page(blind, acting.NewForm(Practical.Known(Shown(blind)))));

    public static IResult Save(long id, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) =>
        Desk.With(
            id,
            viewing,
            reader,
            null,
            blind =>
            {
                var form = FormState.Of(posted);
                var done = acting.Do(
                    new PlanAsCoordinator(Practical.Read(form, id)),
                    form,
                    (NetworkConferenceFact _) => Practical.Known(Shown(blind))
                );
                if (done.Saved)
                    return Practical.Moved(done)
                        ? Acting.Saved(Routes.CoordinatorConference(id), "practical-moved")
                        : Acting.Saved(Routes.CoordinatorConference(id), "practical");
                return Page(blind, form);
            }
        );

    /// <summary>The fields are filled from what the coordinator may see, never from the row itself.</summary>
    internal static NetworkConferenceFact Shown(BlindConference c) =>
        new()
        {
            Id = c.Id,
            RecordedIn = c.Version,
            PlannedAt = c.PlannedAt,
            EndsAt = c.EndsAt,
            Place = c.Place,
            Food = c.Food,
            ChildCare = c.ChildCare,
            Interpreter = c.Interpreter,
            Practical = c.Practical,
        };

    static IResult Page(BlindConference blind, FormState form) =>
        ForChild.Page<PlanPracticalPage>(form, new { Conference = blind, Form = form });
}
