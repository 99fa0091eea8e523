using Spor.Cases;
using Spor.Requirements;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Cases;

/// <summary>A proposed handover: the team that is asked answers, and whoever has the child may take it back.</summary>
static class AnswerHandoverForm
{
    public static IResult Show(long child, long id, Viewing viewing, Acting acting, FactReader reader) =>
        With(
            child,
            id,
            viewing,
            reader,
            (state, proposal) =>
            {
                viewing.Log.Looked(viewing.Viewer.Key, "overdragelse", [child]);
                return Page(
                    state,
                    proposal,
                    acting.NewForm((nameof(AnswerHandover.ToEmployeeId), Form.Invariant(proposal.ToEmployeeId))),
                    FormState.New(viewing.Register.EntryNo),
                    viewing
                );
            }
        );

    public static IResult Save(long child, long id, IFormCollection posted, Viewing viewing, Acting acting, FactReader reader) =>
        With(
            child,
            id,
            viewing,
            reader,
            (state, proposal) =>
            {
                var form = FormState.Of(posted);
                var command = new AnswerHandover(
                    child,
                    id,
                    form.YesNo(nameof(AnswerHandover.Yes)),
                    form.Id(nameof(AnswerHandover.ToEmployeeId)),
                    form.Text(nameof(AnswerHandover.Answer)),
                    form.Text(nameof(AnswerHandover.NameReason))
                )
                {
                    Said = (file, catalogue, today) => Text.OpenAsText(OpenMatters.Of(file, catalogue, today), file, catalogue, 0),
                };
                return acting.Do(command, form).Saved
                    ? Acting.Saved(HandoverList.Path, command.Yes == true ? "handover-accepted" : "handover-declined")
                    : Page(state, proposal, form, FormState.New(viewing.Register.EntryNo), viewing);
            }
        );

    public static IResult TakeBack(long child, long id, IFormCollection posted, Viewing viewing, Acting acting, FactReader reader) =>
        With(
            child,
            id,
            viewing,
            reader,
            (state, proposal) =>
            {
                var form = FormState.Of(posted);
                return acting.Do(new WithdrawHandover(child, id), form).Saved
                    ? Acting.Saved(Routes.Child(child), "handover-withdrawn")
                    : Page(state, proposal, acting.NewForm(), form, viewing);
            }
        );

    // Whoever answers for the team that is asked sees the question, and not the child's page.
    static IResult With(long child, long id, Viewing viewing, FactReader reader, Func<ChildState, HandoverProposalFact, IResult> then) =>
        reader.Find<HandoverProposalFact>(id) is not { } proposal || proposal.ChildId != child
            ? ForChild.Do(child, viewing, _ => Results.NotFound())
        : HandoverList.Answers(proposal, viewing) && viewing.Newest.Overview.Find(child) is { } state ? then(state, proposal)
        : ForChild.Do(child, viewing, own => then(own, proposal));

    static IResult Page(ChildState state, HandoverProposalFact proposal, FormState answer, FormState back, Viewing viewing) =>
        ForChild.Page<AnswerHandoverPage>(
            answer.Refusals.Count > 0 ? answer : back,
            new
            {
                State = state,
                Proposal = proposal,
                Answer = answer,
                Back = back,
                MayAnswer = HandoverList.Answers(proposal, viewing),
                MaySeeChild = viewing.MayWorkOn(state),
            }
        );
}
