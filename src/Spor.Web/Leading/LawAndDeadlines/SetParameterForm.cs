using Spor.Law;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Leading.LawAndDeadlines;

/// <summary>The municipality's own number of a deadline, from a day on.</summary>
static class SetParameterForm
{
    public static IResult Show(string code, Viewing viewing, Acting acting) =>
        With(
            code,
            viewing,
            deadline =>
                Page(
                    acting.NewForm(
                        (nameof(SetParameter.From), Form.Iso(viewing.WorkClock.Today)),
                        (nameof(SetParameter.Number), Kernel.Danish.Number(deadline.Now))
                    ),
                    deadline
                )
        );

    public static IResult Save(string code, IFormCollection posted, Viewing viewing, Acting acting) =>
        With(
            code,
            viewing,
            deadline =>
            {
                var form = FormState.Of(posted);
                var number = form.Number(nameof(SetParameter.Number));
                var command = new SetParameter(
                    code,
                    form.NeededDay(nameof(SetParameter.From)),
                    number is null ? null : (int)Math.Clamp(number.Value, int.MinValue, int.MaxValue)
                );
                var done = acting.Do(
                    command,
                    form,
                    (ParameterFact now) => [(nameof(SetParameter.Number), now.Number is { } n ? Kernel.Danish.Number(n) : "")]
                );
                return done.Saved
                    ? Acting.Saved(LawEndpoints.Path, number is null ? "parameter-standard" : "parameter-set")
                    : Page(form, deadline);
            }
        );

    static IResult With(string code, Viewing viewing, Func<Deadline, IResult> then) =>
        Parameters.Find(code) is { } parameter && Deadline.On(parameter, viewing.Register.Bounds, viewing.WorkClock.Today) is { } deadline
            ? then(deadline)
            : Results.NotFound();

    static IResult Page(FormState form, Deadline deadline) =>
        ForChild.Page<SetParameterPage>(form, new { Form = form, Deadline = deadline });
}
