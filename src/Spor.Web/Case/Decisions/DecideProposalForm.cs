using Spor.Decisions;
using Spor.Facts;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Decisions;

/// <summary>A proposal as a whole, with the answer of the one who has the authority.</summary>
static class DecideProposalForm
{
    /// <summary>The button that was pressed.</summary>
    public const string WhatField = nameof(DecideProposal.What);

    public static IResult Show(long child, long id, Viewing viewing, Acting acting, ChildReader reader) =>
        For(
            child,
            id,
            viewing,
            reader,
            (state, file, p) =>
                Page(
                    state,
                    file,
                    p,
                    acting.NewForm(
                        (
                            nameof(DecideProposal.DecidedOn),
                            p.NeededLevel >= AuthorityLevel.Committee ? null : Form.Iso(viewing.WorkClock.Today)
                        ),
                        (nameof(DecideProposal.From), p.From is { } from ? Form.Iso(from) : null)
                    )
                )
        );

    public static IResult Save(long child, long id, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) =>
        For(
            child,
            id,
            viewing,
            reader,
            (state, file, p) =>
            {
                var form = FormState.Of(posted);
                var what = form.Code<ProposalAnswer>(WhatField) ?? ProposalAnswer.Grant;
                var command = new DecideProposal(
                    child,
                    id,
                    what,
                    form.Day(nameof(DecideProposal.DecidedOn)),
                    form.Day(nameof(DecideProposal.From)),
                    form.Text(nameof(DecideProposal.Answer))
                );
                var done = acting.Do(command, form);
                if (!done.Saved)
                {
                    if (reader.Read(child) is not { } fresh || Array.Find(fresh.Proposals, x => x.Id == id) is not { } now)
                        return Page(state, file, p, form);
                    // Who answered it meanwhile is told, whatever this answer was refused for.
                    if (now.RecordedIn > form.Seen)
                        acting.ShowMeanwhile(form, now);
                    return Page(state, fresh, now, form);
                }
                return what switch
                {
                    ProposalAnswer.Grant => Acting.Saved(Routes.Proposal(child, id), "decision-granted"),
                    ProposalAnswer.SendBack => Acting.Saved(Routes.WaitingDecisions, "decision-sent-back"),
                    ProposalAnswer.Reject => Acting.Saved(Routes.WaitingDecisions, "decision-rejected"),
                    _ => Acting.Saved(Routes.WaitingDecisions, "decision-withdrawn"),
                };
            }
        );

    static IResult Page(ChildState state, ChildFile file, DecisionProposalFact p, FormState form) =>
        ForChild.Page<ProposalPage>(
            form,
            new
            {
                State = state,
                File = file,
                Proposal = p,
                Form = form,
            }
        );

    static IResult For(
        long child,
        long id,
        Viewing viewing,
        ChildReader reader,
        Func<ChildState, ChildFile, DecisionProposalFact, IResult> then
    ) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                if (reader.Read(child) is not { } file || Array.Find(file.Proposals, p => p.Id == id) is not { } proposal)
                    return Results.NotFound();
                viewing.Log.Looked(viewing.Viewer.Key, "barn", [child], "afgoerelse");
                return then(state, file, proposal);
            }
        );
}

/// <summary>Something a decision left to be done is done.</summary>
static class FinishDutyForm
{
    public static IResult Show(long child, long id, Viewing viewing, Acting acting, ChildReader reader) =>
        For(
            child,
            id,
            viewing,
            reader,
            (state, duty) => Page(state, duty, acting.NewForm((nameof(FinishDuty.DoneOn), Form.Iso(viewing.WorkClock.Today))))
        );

    public static IResult Save(long child, long id, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) =>
        For(
            child,
            id,
            viewing,
            reader,
            (state, duty) =>
            {
                var form = FormState.Of(posted);
                var command = new FinishDuty(child, id, form.NeededDay(nameof(FinishDuty.DoneOn)), form.Text(nameof(FinishDuty.Note)));
                var done = acting.Do(command, form);
                return done.Saved ? Acting.Saved(Routes.Child(child) + "#krav", "duty-done") : Page(state, duty, form);
            }
        );

    static IResult Page(ChildState state, AfterDuty duty, FormState form) =>
        ForChild.Page<FinishDutyPage>(
            form,
            new
            {
                State = state,
                Duty = duty,
                Form = form,
            }
        );

    static IResult For(long child, long id, Viewing viewing, ChildReader reader, Func<ChildState, AfterDuty, IResult> then) =>
        ForChild.Do(
            child,
            viewing,
            state =>
                reader.Read(child) is { } file
                && DecisionDuties.Of(file, viewing.Register.Catalogue, viewing.Today).FirstOrDefault(d => d.Id == id) is { } duty
                    ? then(state, duty)
                    : Results.NotFound()
        );
}
