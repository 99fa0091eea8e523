using Microsoft.AspNetCore.Components;
using Spor.Cases;
using Spor.Conferences;
using Spor.Decisions;
using Spor.Facts;
using Spor.Kernel;
using Spor.Plans;
using Spor.Requirements;
using Spor.Web.Access;
using Spor.Web.Case.Decisions;
using Spor.Web.Conferences.Agreements;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Layout;
using TickAgreement = Spor.Web.Conferences.Agreements.TickAgreement;

namespace Spor.Web.Case.Child;

/// <summary>What is to be done in a child's case, as lines of work. The child's own page and Min dag ask here.</summary>
static class CaseWork
{
    /// <summary>What the law and the municipality ask, one line for each act.</summary>
    public static IEnumerable<WorkLine> Acts(ChildState child, Viewing viewing) =>
        PersonsAct.Of(Open(child).MostUrgentFirst(r => r)).Select(a => Act(a, child, viewing));

    /// <summary>What is open and not closed as a leftover.</summary>
    public static IEnumerable<Requirement> Open(ChildState child) =>
        child.File.Of<LeftoverFact>().Length == 0 ? child.Open : child.Open.Where(r => !LeftoverRules.IsClosed(r, child.File));

    static WorkLine Act(PersonsAct act, ChildState child, Viewing viewing) =>
        WorkText.Of(act, child, Subjects.Of(act.First, child.File, viewing.Register.Catalogue), viewing.MayWork && viewing.AsOf is null);

    /// <summary>What decisions left to be done.</summary>
    public static IEnumerable<WorkLine> Duties(ChildState child, Viewing viewing) =>
        DecisionDuties
            .Of(child.File, viewing.Register.Catalogue, viewing.Today)
            .Where(d => d.DoneOn is null)
            .Select(d => Duty(d, child, viewing));

    static WorkLine Duty(AfterDuty d, ChildState child, Viewing viewing)
    {
        var may = viewing.MayWork && viewing.AsOf is null;
        var mark = may ? DutyPlaces.Mark(d, child.File.Id) : null;
        return new(d.Title, mark is null ? "Åbn" : "Udført", may ? mark ?? DutyPlaces.Of(d, child.File.Id) : null)
        {
            Due = d.DueOn,
            Child = child,
            Tag = CaseWorkText.AfterDecision,
            Quiet = d.Section ?? "",
        };
    }

    /// <summary>Letters, answers and proposals that somebody waits for.</summary>
    /// <param name="file">With its letters and people.</param>
    public static IEnumerable<WorkLine> Owed(ChildState child, ChildFile file, Viewing viewing)
    {
        foreach (var owed in Spor.Cases.Owed.Of(file, viewing.Today))
            yield return Owed(owed, child, file, viewing);
        foreach (var p in file.Proposals.Where(p => p.State == ProposalState.SentBack))
            yield return SentBack(p, child, p.Answer, viewing);
    }

    static WorkLine Owed(Owed owed, ChildState child, ChildFile file, Viewing viewing) =>
        new(
            Cases.Text.OwedLine(owed, file),
            CaseWorkText.Verb(owed.Kind),
            viewing.MayWork && viewing.AsOf is null ? Cases.Text.OwedHref(owed, file.Id) : null
        )
        {
            Since = "siden " + Danish.Short(owed.Since),
            Child = child,
        };

    /// <param name="answer">What was said to it; null while its text is closed.</param>
    public static WorkLine SentBack(DecisionProposalFact p, ChildState child, string? answer, Viewing viewing) =>
        new(CaseWorkText.SentBack(p), "Ret", viewing.MayWork ? Routes.Proposal(p.ChildId, p.Id) : null)
        {
            Since = "siden " + Danish.Short(p.DecidedOn ?? p.ProposedOn),
            Pressing = true,
            Child = child,
            Quiet = answer is null ? "" : $"»{answer.TrimEnd('.')}«",
        };

    /// <summary>Whether something agreed in a plan waits to be done.</summary>
    public static bool Waits(PlanActionFact a, ChildFile file, DateOnly day) =>
        a.DoneOn is null && Array.Exists(file.Plans, p => p.Id == a.PlanId && GoalLines.IsOpen(p, day));

    /// <param name="task">Its texts open.</param>
    public static WorkLine Task(PlanActionFact task, ChildState child, bool fromMyDay, Viewing viewing) =>
        new(task.What ?? CaseWorkText.Untold, null, null)
        {
            Due = task.DueOn,
            Child = child,
            Tag = CaseWorkText.InPlan,
            Quiet = task.Who ?? "",
            WhatHref = viewing.MayWork ? Routes.Plan(task.ChildId, task.PlanId) + "#aftaler" : null,
            Button =
                !viewing.MayWork || viewing.AsOf is not null
                    ? null
                    : b =>
                    {
                        b.OpenComponent<Plans.TickOff>(0);
                        b.AddComponentParameter(1, nameof(Plans.TickOff.Task), task);
                        b.AddComponentParameter(2, nameof(Plans.TickOff.FromMyDay), fromMyDay);
                        b.CloseComponent();
                    },
        };

    /// <param name="agreement">Its texts open.</param>
    public static WorkLine Agreement(AgreementFact agreement, ChildState child, string from, Viewing viewing) =>
        new(agreement.What ?? CaseWorkText.Untold, null, null)
        {
            Due = agreement.DueOn,
            Since = agreement.DueOn is null ? CaseWorkText.AllTheTime : null,
            Child = child,
            Tag = CaseWorkText.Agreement,
            Quiet = string.Join(
                " · ",
                new[] { agreement.Who ?? "", agreement.AskedOn is { } asked ? CaseWorkText.Asked(asked) : "" }.Where(t => t.Length > 0)
            ),
            WhatHref = viewing.MayWork ? Routes.Agreement(agreement.ChildId, agreement.Id) : null,
            Button =
                !viewing.MayWork || viewing.AsOf is not null
                    ? null
                    : b =>
                    {
                        b.OpenComponent<TickAgreement>(0);
                        b.AddComponentParameter(1, nameof(TickAgreement.Agreement), agreement);
                        b.AddComponentParameter(2, nameof(TickAgreement.From), from);
                        b.CloseComponent();
                    },
        };

    /// <summary>Everything that is open in the case, what is due first at the top and what has no day last.</summary>
    /// <param name="file">The child's, everything read and its texts open.</param>
    public static IReadOnlyList<WorkLine> Of(ChildState child, ChildFile file, Viewing viewing) =>
        [
            .. Acts(child, viewing)
                .Concat(Duties(child, viewing))
                .Concat(Owed(child, file, viewing))
                .Concat(file.PlanActions.Where(a => Waits(a, file, viewing.Today)).Select(a => Task(a, child, false, viewing)))
                .Concat(ConferenceRules.ToKeep(file).Select(a => Agreement(a, child, AgreementForm.Child, viewing)))
                .Concat(
                    file.Of<OwnTaskFact>()
                        .Where(t => t.DoneOn is null)
                        .Select(t => OwnTasks.OwnTaskLines.Line(t, child, Routes.Child(file.Id), viewing))
                )
                .OrderBy(l => l.Due ?? (l.Since is null ? DateOnly.MaxValue : DateOnly.MinValue.AddDays(1)))
                .ThenBy(l => l.Due is null ? 1 : 0),
        ];

    /// <summary>The one thing to do next (<see cref="NextStep"/>) as a line; null when nothing is.</summary>
    public static WorkLine? Next(NextStep? next, ChildState child, ChildFile file, Viewing viewing) =>
        next switch
        {
            { Requirement: { } r } => Act(
                PersonsAct.Of(Open(child).MostUrgentFirst(o => o)).FirstOrDefault(a => a.First == r || a.Also.Contains(r))
                    ?? new(PersonsAct.KindOf(r.Rule), r, []),
                child,
                viewing
            ),
            { Duty: { } d } => Duty(d, child, viewing),
            { Owed: { } o } => Owed(o, child, file, viewing),
            _ => null,
        };
}

static class CaseWorkText
{
    public const string AfterDecision = "Efter en afgørelse";
    public const string InPlan = "Aftale i planen";
    public const string Agreement = "Aftale";
    public const string AllTheTime = "hele tiden";
    public const string Untold = "(uden ord)";

    public static string Asked(DateOnly on) => "spurgt " + Danish.Short(on);

    public static string SentBack(DecisionProposalFact p) => $"Ret forslaget fra {Danish.Long(p.ProposedOn)}, som er sendt tilbage";

    public static string Verb(OwedKind kind) =>
        kind switch
        {
            OwedKind.DecisionLetter => "Skriv brev",
            OwedKind.Feedback => "Meld tilbage",
            OwedKind.Answer or OwedKind.Handover => "Åbn",
            _ => "Send",
        };
}
