using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;
using Spor.Workforce;

namespace Spor.Recovery;

/// <summary>Starts a recovery programme over the cases that were active on a day.</summary>
/// <param name="From">The first day; not ahead, for nobody knows the cases of a day that has not come.</param>
/// <param name="TeamId">Only that team's cases; null = all.</param>
/// <param name="Elements">What is to be in order.</param>
/// <param name="Standard">What »in order« means here, in own words.</param>
public sealed record StartRecoveryProgramme(
    string? Name,
    DateOnly From,
    DateOnly TargetOn,
    long? TeamId,
    IReadOnlyList<RecoveryElement> Elements,
    RecoveryOrder Order,
    string? Standard
) : ICommand<StartRecoveryProgramme>
{
    public static Verb<StartRecoveryProgramme> Verb { get; } =
        new(
            "start-recovery-programme",
            Capability.Leadership,
            (c, now) =>
                ProgrammeRules.Start(
                    c,
                    now.Register.Children,
                    now.Staff,
                    now.Facts.All<RecoveryProgrammeFact>(),
                    now.Author.Sees,
                    now.Today,
                    now.NewId
                )
        );
}

/// <summary>Changes what a programme is called, its target day, order or standard. Its first day, cases and elements stay, for they say
/// what is to recover.</summary>
public sealed record ChangeRecoveryProgramme(long ProgrammeId, string? Name, DateOnly TargetOn, RecoveryOrder Order, string? Standard)
    : ICommand<ChangeRecoveryProgramme>
{
    public static Verb<ChangeRecoveryProgramme> Verb { get; } =
        new(
            "change-recovery-programme",
            Capability.Leadership,
            (c, now) => ProgrammeRules.Change(c, now.Facts.FindOpened<RecoveryProgrammeFact>(c.ProgrammeId), now.Today)
        )
        {
            Shown = (c, now) => now.Facts.Find<RecoveryProgrammeFact>(c.ProgrammeId),
        };
}

/// <summary>Ends a programme: its cases may then be taken up by another.</summary>
/// <param name="On">Its last day.</param>
public sealed record EndRecoveryProgramme(long ProgrammeId, DateOnly On, string? Reason) : ICommand<EndRecoveryProgramme>
{
    public static Verb<EndRecoveryProgramme> Verb { get; } =
        new(
            "end-recovery-programme",
            Capability.Leadership,
            (c, now) => ProgrammeRules.End(c, now.Facts.FindOpened<RecoveryProgrammeFact>(c.ProgrammeId), now.Today)
        )
        {
            Reason = c => c.Reason,
        };
}

public static partial class ProgrammeRules
{
    public const int LongestName = 80;

    /// <param name="sees">Whether the author's role reaches a child.</param>
    public static Decision Start(
        StartRecoveryProgramme c,
        IReadOnlyList<ChildFile> children,
        Staff staff,
        IReadOnlyList<RecoveryProgrammeFact> known,
        Func<long, bool> sees,
        DateOnly today,
        Func<long> newId
    )
    {
        var wrong = new List<Refusal>();
        Named(c.Name, wrong);
        if (c.From > today)
            wrong.Add(new("recovery-starts-later", nameof(c.From)));
        if (c.TargetOn <= today || c.TargetOn <= c.From)
            wrong.Add(new("recovery-target-not-ahead", nameof(c.TargetOn)));
        if (c.Elements.Count == 0)
            wrong.Add(new("recovery-without-elements", nameof(c.Elements)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        var programme = new RecoveryProgrammeFact
        {
            From = c.From,
            TargetOn = c.TargetOn,
            TeamId = c.TeamId,
            Elements = RecoveryElements.Pack(c.Elements),
            Order = c.Order,
            Name = c.Name!.Trim(),
            Standard = c.Standard,
        };
        var running = known.Where(p => p.EndedOn is null || p.EndedOn >= today).ToList();
        var any = false;
        foreach (var file in children)
        foreach (var of in file.Cases)
        {
            if (!programme.Covers(file, of, staff))
                continue;
            any = true;
            if (!sees(file.Id))
                return new Refusal("recovery-beyond-reach", nameof(c.TeamId));
            if (running.Find(p => p.Covers(file, of, staff)) is { } other)
                return new Refusal(
                    "recovery-cases-taken",
                    nameof(c.From),
                    other.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)
                );
        }
        if (!any)
            return new Refusal("recovery-without-cases", nameof(c.From));
        programme.Id = newId();
        return new Recorded(FactKinds.RecoveryProgramme, programme);
    }

    public static Decision Change(ChangeRecoveryProgramme c, RecoveryProgrammeFact? programme, DateOnly today)
    {
        if (programme is null)
            return new Refusal("thing-not-there");
        var wrong = new List<Refusal>();
        Named(c.Name, wrong);
        if (programme.EndedOn is not null)
            wrong.Add(new("recovery-ended"));
        // A target that has passed may stand; a new one lies ahead.
        if (c.TargetOn != programme.TargetOn && (c.TargetOn <= today || c.TargetOn <= programme.From))
            wrong.Add(new("recovery-target-not-ahead", nameof(c.TargetOn)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        var changed = (RecoveryProgrammeFact)programme.Copy();
        (changed.Name, changed.TargetOn, changed.Order, changed.Standard) = (c.Name!.Trim(), c.TargetOn, c.Order, c.Standard);
        return new Corrected(FactKinds.RecoveryProgramme, changed);
    }

    public static Decision End(EndRecoveryProgramme c, RecoveryProgrammeFact? programme, DateOnly today)
    {
        if (programme is null)
            return new Refusal("thing-not-there");
        if (programme.EndedOn is not null)
            return new Refusal("recovery-ended");
        var wrong = new List<Refusal>();
        if (c.On > today)
            wrong.Add(new("day-in-future", nameof(c.On)));
        if (c.On < programme.From)
            wrong.Add(new("ends-before-it-starts", nameof(c.On)));
        if (c.Reason is null)
            wrong.Add(new("value-missing", nameof(c.Reason)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        var ended = (RecoveryProgrammeFact)programme.Copy();
        ended.EndedOn = c.On;
        return new Corrected(FactKinds.RecoveryProgramme, ended);
    }

    static void Named(string? name, List<Refusal> wrong)
    {
        if (string.IsNullOrWhiteSpace(name))
            wrong.Add(new("value-missing", nameof(StartRecoveryProgramme.Name)));
        else if (name.Trim().Length > LongestName)
            wrong.Add(new("recovery-name-too-long", nameof(StartRecoveryProgramme.Name)));
    }
}
