using Spor.Access;
using Spor.Assessments;
using Spor.Cases;
using Spor.Children;
using Spor.Decisions;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Plans;
using Spor.Verbs;

namespace Spor.Corrections;

/// <summary>Puts right what is known of a thing.</summary>
/// <param name="Corrected">The row as it is to be.</param>
/// <param name="EffectsSeen">What it does to requirements and figures has been shown.</param>
public sealed record CorrectFact(long ChildId, Fact Corrected, string? Reason, bool EffectsSeen = false)
    : IAboutChild,
        ICommand<CorrectFact>
{
    public static Verb<CorrectFact> Verb { get; } =
        new(
            "correct-fact",
            Capability.Casework,
            (c, now) =>
            {
                foreach (var proposal in now.File.Proposals)
                    now.Facts.Opened(proposal);
                if (
                    c.Corrected is ChildFact child
                    && CorrectionRules.Number(child, now.Facts.Opened(now.File.Child), now.Facts.KnowsNumber, now.Today)
                        is { Count: > 0 } no
                )
                    return Decision.No(no);
                return CorrectionRules.Seen(
                    CorrectionRules.Correct(
                        Row(c, now) is { } row ? now.Facts.Opened(row) : null,
                        c.Corrected,
                        c.Reason,
                        now.File,
                        now.Catalogue,
                        now.Facts.Knows,
                        now.Actor,
                        now.Today,
                        now.NewId
                    ),
                    c.EffectsSeen,
                    now.File,
                    now.Catalogue,
                    now.Today
                );
            }
        )
        {
            Shown = Row,
            Reason = c => c.Reason,
        };

    static Fact? Row(CorrectFact c, Now now) => CorrectionRules.RowOf(now.File, FactKinds.Of(c.Corrected), c.Corrected.Id);
}

/// <summary>It was not so: takes a thing back.</summary>
/// <param name="Kind">The kind's name.</param>
/// <param name="WithDependents">What hangs on it goes with it.</param>
public sealed record WithdrawFact(long ChildId, string Kind, long Id, bool WithDependents, string? Reason, bool EffectsSeen = false)
    : IAboutChild,
        ICommand<WithdrawFact>
{
    public static Verb<WithdrawFact> Verb { get; } =
        new(
            "withdraw-fact",
            Capability.Casework,
            (c, now) =>
                CorrectionRules.Seen(
                    CorrectionRules.Withdraw(Row(c, now), now.File, c.WithDependents, c.Reason),
                    c.EffectsSeen,
                    now.File,
                    now.Catalogue,
                    now.Today
                )
        )
        {
            Shown = Row,
            Reason = c => c.Reason,
        };

    static Fact? Row(WithdrawFact c, Now now) => now.File.All.FirstOrDefault(f => f.Id == c.Id && FactKinds.Of(f).Name == c.Kind);
}

public static partial class CorrectionRules
{
    /// <summary>
    /// A child's number and birthday are asked about where either is changed, also when an unborn child is born: the number may not be
    /// another child's, and must say the same day.
    /// </summary>
    /// <param name="before">The child's row as it stands, its texts opened.</param>
    /// <param name="taken">Whether a child has a number with this hash.</param>
    public static IReadOnlyList<Refusal> Number(ChildFact child, ChildFact before, Func<long, bool> taken, DateOnly today)
    {
        var wrong = new List<Refusal>();
        if (child.Cpr is null || (child.Cpr == before.Cpr && child.BornOn == before.BornOn && child.Unborn == before.Unborn))
            return wrong;
        if (child.Cpr != before.Cpr && child.CprHash is { } hash && hash != before.CprHash && taken(hash))
            wrong.Add(new("cpr-of-another-child", nameof(ChildFact.Cpr)));
        if (CprNumber.Read(child.Cpr, today) is { } cpr && cpr.BornOn != child.BornOn)
            wrong.Add(new("cpr-and-birthday-differ", nameof(ChildFact.Cpr)));
        return wrong;
    }

    /// <summary>Refuses once, so that what it does to requirements, gates and figures is seen before it is saved.</summary>
    public static Decision Seen(Decision decision, bool seen, ChildFile file, Catalogue catalogue, DateOnly today) =>
        !decision.Refused && !seen && Effects.Of(file, decision.Events, catalogue, today).Any
            ? new Refusal("correction-changes-more", nameof(CorrectFact.EffectsSeen))
            : decision;

    internal static Fact? RowOf(ChildFile file, FactKind kind, long id) =>
        file.All.FirstOrDefault(f => f.Id == id && FactKinds.Of(f) == kind);

    /// <summary>
    /// Replaces what is known of a thing, with a reason. What was known before stays in the history and in every figure asked for as of an
    /// earlier entry.
    /// The corrected value is judged by the rule that would have judged it when it was entered (<see cref="Judged"/>).
    /// </summary>
    /// <param name="row">The open row, its texts opened; null if there is none.</param>
    /// <param name="corrected">A copy with the new values.</param>
    /// <param name="file">The child's, read alone.</param>
    /// <param name="knows">Whether a thing that is about no child is known: an employee, a district.</param>
    public static Decision Correct(
        Fact? row,
        Fact corrected,
        string? reason,
        ChildFile file,
        Catalogue catalogue,
        Func<FactKind, long, bool> knows,
        Actor actor,
        DateOnly today,
        Func<long> next
    )
    {
        if (row is null)
            return new Refusal("thing-not-there");
        var kind = FactKinds.Of(row);
        if (!kind.IsCorrectable)
            return new Refusal("has-its-own-way");
        var wrong = new List<Refusal>();
        if (reason is null)
            wrong.Add(new("correction-without-reason", "Reason"));
        // A line of goals is one line: what carries it on points at its first goal, where the scores are.
        if (
            corrected is GoalFact { ContinuesId: { } continued } goal
            && Array.Find(file.Goals, g => g.Id == continued)?.ContinuesId is { } first
        )
            goal.ContinuesId = first;
        foreach (var column in kind.Columns)
        {
            if (column.BySpor)
                continue;
            var (before, now) = (column.Get(row), column.Get(corrected));
            if (column.Range is { } range && now is int number && (number < range.Least || number > range.Most))
                wrong.Add(
                    new(column is { Name: nameof(MeasurementFact.Score) } ? "score-out-of-range" : "number-out-of-range", column.Name)
                );
            if (
                !column.Nullable
                && !column.IsText
                && ((now is "" && before is not "") || now is DateOnly { DayNumber: 0 } || now is DateTime { Ticks: 0 })
            )
                wrong.Add(new("value-missing", column.Name));
            if (column.Happened && DayOf(now) > today && DayOf(before) <= today)
                wrong.Add(new("day-in-future", column.Name));
            if (column.IsReference && !Equals(before, now) && !Known(column, corrected, file, knows))
                wrong.Add(new("reference-unknown", column.Name));
            if (column.Meaning == Meaning.Measure && now is string { Length: > 0 } code && !catalogue.Knows(code) && !Equals(before, now))
                wrong.Add(new("measure-unknown", column.Name));
            if (column.NotBefore.Any(earlier => Time(column.Get(corrected)) < Time(earlier.Get(corrected))))
                wrong.Add(new("ends-before-it-starts", column.Name));
        }
        // Another goal's line would lose the scores that stand on this one.
        if (
            row is GoalFact was
            && corrected is GoalFact moved
            && was.ContinuesId != moved.ContinuesId
            && Array.Exists(file.Goals, g => g.ContinuesId == was.Id)
        )
            wrong.Add(new("others-carry-it-on", nameof(GoalFact.ContinuesId)));
        // A step up on the ladder is decided, with its gates; only what a source delivered wrong is put right here.
        if (
            row is InterventionFact { SourceKey: null } old
            && corrected is InterventionFact changed
            && catalogue.On(changed.Code, changed.From) is { Step: >= 3 } raised
            && raised.Step > (catalogue.On(old.Code, old.From)?.Step ?? 0)
        )
            wrong.Add(new("step-up-is-a-decision", nameof(InterventionFact.Code)));
        if (corrected is ConversationFact { LeftOut: true } c)
        {
            c.HasReason = c.Reason is not null || (c.HasReason && c.TextId is null);
            if (!c.HasReason)
                wrong.Add(new("left-out-without-reason", nameof(c.Reason)));
        }
        if (wrong.Count == 0 && kind.Columns.All(v => Equals(v.Get(row), v.Get(corrected))))
            wrong.Add(new("nothing-changed"));
        var grant = wrong.Count > 0 ? null : Judged.By(row, corrected, file, catalogue, actor, today, wrong);
        if (wrong.Count > 0)
            return Decision.No(wrong);
        if (grant is null)
            return new Corrected(kind, corrected);
        (grant.Id, grant.ChildId) = (next(), file.Id);
        return Decision.Of([new Corrected(kind, corrected), new Recorded(FactKinds.Grant, grant)]);
    }

    /// <summary>It was not so: withdraws a thing, and with consent what is a part of it.</summary>
    public static Decision Withdraw(Fact? row, ChildFile file, bool withDependents, string? reason)
    {
        if (row is null)
            return new Refusal("thing-not-there");
        if (!FactKinds.Of(row).IsCorrectable)
            return new Refusal("has-its-own-way");
        var wrong = new List<Refusal>();
        if (reason is null)
            wrong.Add(new("correction-without-reason", "Reason"));
        var parts = Hanging.PartsOf(file, row);
        if (row is ChildFact && parts.Count > 0)
            wrong.Add(new("child-has-facts"));
        else if (Hanging.CarriedOnBy(file, row).Count > 0)
            wrong.Add(new("others-carry-it-on"));
        else if (row is DecisionRecordFact { ProposalId: not null } && Array.Exists(file.Interventions, m => m.DecisionId == row.Id))
            wrong.Add(new("decision-in-use"));
        else if (parts.Count > 0 && !withDependents)
            wrong.Add(new("others-hang-on-it", "WithDependents"));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        // What hangs on it goes first, so that at no point something refers to what is gone.
        Fact[] gone = [.. parts.Reverse(), row];
        return Decision.Of([
            .. Hanging.Loosened(file, gone).Select(f => (DomainEvent)new Corrected(FactKinds.Of(f), f)),
            .. gone.Select(f => (DomainEvent)new Withdrawn(FactKinds.Of(f), f.Id)),
        ]);
    }

    // Of the right kind, of the same child, and not the row itself.
    static bool Known(Column reference, Fact of, ChildFile file, Func<FactKind, long, bool> knows)
    {
        if (reference.Points(of) is not (_, var id))
            return true;
        return reference.RefersToOneOf.Any(to =>
            to.IsAboutAChild ? file.Of(to).Any(f => f.Id == id && !(f.Id == of.Id && to == FactKinds.Of(of))) : knows(to, id)
        );
    }

    static DateOnly? DayOf(object? value) =>
        value switch
        {
            DateOnly d => d,
            DateTime t => DateOnly.FromDateTime(t),
            _ => null,
        };

    static DateTime? Time(object? value) =>
        value switch
        {
            DateOnly d => d.ToDateTime(TimeOnly.MinValue),
            DateTime t => t,
            _ => null,
        };
}
