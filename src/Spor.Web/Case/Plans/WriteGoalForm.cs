using Spor.Facts;
using Spor.Plans;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Plans;

/// <summary>A goal of a plan, new or changed; of a joint plan for the chosen siblings in the same entry.</summary>
static class WriteGoalForm
{
    public static IResult ShowNew(long child, long plan, Viewing viewing, Acting acting, ChildReader reader) =>
        PlanAt.Do(child, plan, viewing, reader, at => Page(at, null, acting.NewForm()));

    public static IResult SaveNew(long child, long plan, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) =>
        PlanAt.Do(child, plan, viewing, reader, at => Save(at, null, posted, viewing, acting));

    public static IResult Show(long child, long plan, long goal, Viewing viewing, Acting acting, ChildReader reader) =>
        PlanAt.Do(
            child,
            plan,
            viewing,
            reader,
            at => at.Goals.FirstOrDefault(g => g.Id == goal) is { } of ? Page(at, of, acting.NewForm([.. Known(of)])) : Results.NotFound()
        );

    public static IResult Save(
        long child,
        long plan,
        long goal,
        IFormCollection posted,
        Viewing viewing,
        Acting acting,
        ChildReader reader
    ) =>
        PlanAt.Do(
            child,
            plan,
            viewing,
            reader,
            at => at.Goals.FirstOrDefault(g => g.Id == goal) is { } of ? Save(at, of, posted, viewing, acting) : Results.NotFound()
        );

    static (string Field, string? Value)[] Known(GoalFact g) =>
        [
            (nameof(WriteGoal.Description), g.Description),
            (nameof(WriteGoal.Indicator), g.Indicator),
            (nameof(WriteGoal.Theme), g.Theme?.Danish()),
            (nameof(WriteGoal.Who), g.Who),
            (nameof(WriteGoal.EndedOn), g.EndedOn is { } on ? Form.Iso(on) : null),
        ];

    static IResult Save(PlanAt at, GoalFact? of, IFormCollection posted, Viewing viewing, Acting acting)
    {
        var form = FormState.Of(posted);
        var command = new WriteGoal(
            of?.Id,
            form.Text(nameof(WriteGoal.Description)),
            form.Text(nameof(WriteGoal.Indicator)),
            form.Code<Theme>(nameof(WriteGoal.Theme)),
            form.Text(nameof(WriteGoal.Who)),
            of is null ? form.Number(nameof(WriteGoal.StartScore)) : null,
            of is null ? null : form.Day(nameof(WriteGoal.EndedOn))
        )
        {
            ChildId = at.ChildId,
            PlanId = at.Plan.Id,
            AlsoFor = at.Chosen(form),
        };
        var done = acting.Do(command, form, (GoalFact now) => Known(now));
        if (done.Saved)
            return Acting.Saved(at.Url + "#maal", "goal");
        return Page(at, of, form);
    }

    static IResult Page(PlanAt at, GoalFact? of, FormState form) =>
        ForChild.Page<WriteGoalPage>(
            form,
            new
            {
                At = at,
                Goal = of,
                Form = form,
            }
        );
}
