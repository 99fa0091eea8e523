using Spor.Cases;
using Spor.Requirements;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Objections;

/// <summary>What a child's file has been objected to, a new one, and the answer.</summary>
static class ObjectionForm
{
    public static IResult Show(long child, Viewing viewing, Acting acting, ChildReader reader) =>
        ForChild.Do(
            child,
            viewing,
            state => List(state, acting.NewForm((nameof(ReceiveObjection.ReceivedOn), Form.Iso(viewing.WorkClock.Today))), reader)
        );

    public static IResult Receive(long child, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                var form = FormState.Of(posted);
                var done = acting.Do(
                    new ReceiveObjection(
                        child,
                        form.NeededCode<ObjectionKind>(nameof(ReceiveObjection.Kind)),
                        form.NeededDay(nameof(ReceiveObjection.ReceivedOn)),
                        form.Text(nameof(ReceiveObjection.AskedBy)),
                        form.Text(nameof(ReceiveObjection.About))
                    ),
                    form
                );
                return done.Saved ? Acting.Saved(ObjectionEndpoints.OfChild(child), "objection-received") : List(state, form, reader);
            }
        );

    public static IResult ShowOne(long child, long id, Viewing viewing, Acting acting, ChildReader reader) =>
        ForChild.Do(
            child,
            viewing,
            state => One(state, id, acting.NewForm((nameof(AnswerObjection.AnsweredOn), Form.Iso(viewing.WorkClock.Today))), reader)
        );

    public static IResult Answer(long child, long id, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                var form = FormState.Of(posted);
                var done = acting.Do(
                    new AnswerObjection(
                        child,
                        id,
                        form.NeededDay(nameof(AnswerObjection.AnsweredOn)),
                        form.Code<ObjectionOutcome>(nameof(AnswerObjection.Outcome)),
                        form.Text(nameof(AnswerObjection.Answer))
                    ),
                    form
                );
                return done.Saved ? Acting.Saved(ObjectionEndpoints.OfChild(child), "objection-answered") : One(state, id, form, reader);
            }
        );

    static IResult List(ChildState state, FormState form, ChildReader reader) =>
        reader.Read(state.File.Id) is not { } file
            ? Results.NotFound()
            : ForChild.Page<ObjectionsPage>(
                form,
                new
                {
                    State = state,
                    Form = form,
                    All = (IReadOnlyList<ObjectionFact>)[.. file.Of<ObjectionFact>().OrderByDescending(f => f.ReceivedOn)],
                }
            );

    static IResult One(ChildState state, long id, FormState form, ChildReader reader) =>
        reader.Read(state.File.Id) is { } file && Array.Find(file.Of<ObjectionFact>(), f => f.Id == id) is { } objection
            ? ForChild.Page<AnswerObjectionPage>(
                form,
                new
                {
                    State = state,
                    Form = form,
                    Objection = objection,
                }
            )
            : Results.NotFound();
}
