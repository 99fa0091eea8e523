using Spor.Access;
using Spor.Assessments;
using Spor.Cases;
using Spor.Children;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Plans;
using Spor.Verbs;

namespace Spor.Corrections;

/// <summary>Puts right what is known of a thing.</summary>
/// <param name="Corrected">The row as it is to be.</param>
public sealed record CorrectFact(long ChildId, Fact Corrected, string? Reason) : IAboutChild, ICommand<CorrectFact>
{
    public static Verb<CorrectFact> Verb { get; } =
        new(
            "correct-fact",
            Capability.Casework,
            (c, now) =>
                CorrectionRules.Correct(
                    Row(c, now) is { } row ? now.Facts.Opened(row) : null,
                    c.Corrected,
                    c.Reason,
                    now.File,
                    now.Catalogue,
                    now.Today
                )
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
public sealed record WithdrawFact(long ChildId, string Kind, long Id, bool WithDependents, string? Reason)
    : IAboutChild,
        ICommand<WithdrawFact>
{
    public static Verb<WithdrawFact> Verb { get; } =
        new("withdraw-fact", Capability.Casework, (c, now) => CorrectionRules.Withdraw(Row(c, now), now.File, c.WithDependents, c.Reason))
        {
            Shown = Row,
            Reason = c => c.Reason,
        };

    static Fact? Row(WithdrawFact c, Now now) => now.File.All.FirstOrDefault(f => f.Id == c.Id && FactKinds.Of(f).Name == c.Kind);
}

public static partial class CorrectionRules
{
    internal static Fact? RowOf(ChildFile file, FactKind kind, long id) =>
        file.All.FirstOrDefault(f => f.Id == id && FactKinds.Of(f) == kind);

    /// <summary>
    /// Replaces what is known of a thing, with a reason. What was known before stays in the history and in every figure asked for as of an earlier entry.
    /// Gates are not asked: a correction tells what was so, and the figures show what it means.
    /// </summary>
    /// <param name="row">The open row, its texts opened; null if there is none.</param>
    /// <param name="corrected">A copy with the new values.</param>
    public static Decision Correct(Fact? row, Fact corrected, string? reason, ChildFile file, Catalogue catalogue, DateOnly today)
    {
        if (row is null)
            return new Refusal("thing-not-there");
        var kind = FactKinds.Of(row);
        if (!Correctable.Is(kind))
            return new Refusal("has-its-own-way");
        var wrong = new List<Refusal>();
        if (reason is null)
            wrong.Add(new("correction-without-reason", "Reason"));
        var values = Correctable.ValuesOf(kind);
        foreach (var value in values)
        {
            var now = value.Property.GetValue(corrected);
            if (value.Name is nameof(MeasurementFact.Score) && now is int score and (< 1 or > 10))
                wrong.Add(new("score-out-of-range", value.Name));
            if (
                !value.Nullable
                && !value.Personal
                && (
                    (now is "" && value.Property.GetValue(row) is not "")
                    || now is DateOnly { DayNumber: 0 }
                    || now is DateTime { Ticks: 0 }
                )
            )
                wrong.Add(new("value-missing", value.Name));
            if (Correctable.Happened.Contains(value.Name) && DayOf(now) > today && DayOf(value.Property.GetValue(row)) <= today)
                wrong.Add(new("day-in-future", value.Name));
            if (value.RefersTo is { } to && now is long id && to.IsAboutAChild && !file.All.Any(f => FactKinds.Of(f) == to && f.Id == id))
                wrong.Add(new("reference-unknown", value.Name));
            if (row is InterventionFact && value.Name == nameof(InterventionFact.Code) && now is string code && !catalogue.Knows(code))
                wrong.Add(new("measure-unknown", value.Name));
        }
        foreach (var (first, last) in Correctable.Periods)
            if (Day(corrected, kind, first) is { } from && Day(corrected, kind, last) is { } to && to < from)
                wrong.Add(new("ends-before-it-starts", last));
        // A step up on the ladder is decided, with its gates; only what a source delivered wrong is put right here.
        if (
            row is InterventionFact { SourceKey: null } was
            && corrected is InterventionFact changed
            && catalogue.On(changed.Code, changed.From) is { Step: >= 3 } raised
            && raised.Step > (catalogue.On(was.Code, was.From)?.Step ?? 0)
        )
            wrong.Add(new("step-up-is-a-decision", nameof(InterventionFact.Code)));
        if (corrected is ConversationFact { LeftOut: true } c)
        {
            c.HasReason = c.Reason is not null || (c.HasReason && c.TextId is null);
            if (!c.HasReason)
                wrong.Add(new("left-out-without-reason", nameof(c.Reason)));
        }
        if (wrong.Count == 0 && values.All(v => Equals(v.Property.GetValue(row), v.Property.GetValue(corrected))))
            wrong.Add(new("nothing-changed"));
        return wrong.Count > 0 ? Decision.No(wrong) : new Corrected(kind, corrected);
    }

    /// <summary>It was not so: withdraws a thing, and with consent what hangs on it.</summary>
    public static Decision Withdraw(Fact? row, ChildFile file, bool withDependents, string? reason)
    {
        if (row is null)
            return new Refusal("thing-not-there");
        if (FactKinds.Of(row) is var kind && !Correctable.Is(kind))
            return new Refusal("has-its-own-way");
        var wrong = new List<Refusal>();
        if (reason is null)
            wrong.Add(new("correction-without-reason", "Reason"));
        var dependents = Correctable.Dependents(file, row);
        if (row is ChildFact && dependents.Count > 0)
            wrong.Add(new("child-has-facts"));
        else if (dependents.Count > 0 && !withDependents)
            wrong.Add(new("others-hang-on-it", "WithDependents"));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        // What hangs on it goes first, so that at no point something refers to what is gone.
        Fact[] gone = [.. dependents.Reverse(), row];
        return Decision.Of([
            .. Correctable.Loosened(file, gone).Select(f => (DomainEvent)new Corrected(FactKinds.Of(f), f)),
            .. gone.Select(f => (DomainEvent)new Withdrawn(FactKinds.Of(f), f.Id)),
        ]);
    }

    static DateOnly? DayOf(object? value) =>
        value switch
        {
            DateOnly d => d,
            DateTime t => DateOnly.FromDateTime(t),
            _ => null,
        };

    static DateTime? Day(Fact fact, FactKind kind, string property) =>
        Correctable.ValuesOf(kind).FirstOrDefault(v => v.Name == property)?.Property.GetValue(fact) switch
        {
            DateOnly d => d.ToDateTime(TimeOnly.MinValue),
            DateTime t => t,
            _ => null,
        };
}
