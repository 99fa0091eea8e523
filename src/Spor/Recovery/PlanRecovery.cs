using Spor.Access;
using Spor.Children;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;
using Spor.Workforce;

namespace Spor.Recovery;

/// <summary>Plans old cases of a programme, one or many: who, which week, what. In the order they stand, so many a week.</summary>
/// <param name="Children">The children of the cases, each once or more.</param>
/// <param name="CaseIds">The cases, in the order in which they are to be taken.</param>
/// <param name="EmployeeId">Who; null = whoever has each case.</param>
/// <param name="Week">A day of the first week.</param>
/// <param name="EachWeek">So many a week, then the next week; null = all in that week.</param>
/// <param name="Element">What is promised; null = everything that the programme asks for.</param>
public sealed record PlanRecovery(
    long ProgrammeId,
    IReadOnlyList<long> Children,
    IReadOnlyList<long> CaseIds,
    long? EmployeeId,
    DateOnly Week,
    int? EachWeek,
    RecoveryElement? Element,
    RecoveryWork Work
) : IAboutChildren, ICommand<PlanRecovery>
{
    public static Verb<PlanRecovery> Verb { get; } =
        new(
            "plan-recovery",
            Capability.Casework,
            (c, now) =>
                ProgrammeRules.Plan(
                    c,
                    now.Facts.Find<RecoveryProgrammeFact>(c.ProgrammeId),
                    [.. c.Children.Distinct().Select(now.Facts.Child).OfType<ChildFile>()],
                    now.Staff,
                    now.Author,
                    now.Today,
                    now.NewId
                )
        );
}

public static partial class ProgrammeRules
{
    /// <summary>At most so many cases are planned at a time.</summary>
    public const int MostPlanned = 1000;

    public static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    public static Decision Plan(
        PlanRecovery c,
        RecoveryProgrammeFact? programme,
        IReadOnlyList<ChildFile> files,
        Staff staff,
        Author author,
        DateOnly today,
        Func<long> newId
    )
    {
        if (programme is null)
            return new Refusal("thing-not-there");
        if (programme.EndedOn is not null)
            return new Refusal("recovery-ended");
        var wrong = new List<Refusal>();
        var cases = c.CaseIds.Distinct().ToList();
        if (cases.Count == 0)
            wrong.Add(new("recovery-nothing-chosen", nameof(c.CaseIds)));
        if (cases.Count > MostPlanned)
            wrong.Add(new("recovery-too-many", nameof(c.CaseIds)));
        if (Monday(c.Week) < Monday(today))
            wrong.Add(new("recovery-week-past", nameof(c.Week)));
        if (c.EachWeek is < 1 or > 200)
            wrong.Add(new("recovery-each-week", nameof(c.EachWeek)));
        if (c.Element is { } element && !programme.Chosen.Contains(element))
            wrong.Add(new("recovery-element-not-asked", nameof(c.Element)));
        // Who does not lead promises for herself.
        if (!author.May(Capability.Leadership) && (c.EmployeeId ?? author.EmployeeId) != author.EmployeeId)
            wrong.Add(new("recovery-promise-for-another", nameof(c.EmployeeId)));
        if (wrong.Count > 0)
            return Decision.No(wrong);

        var events = new List<DomainEvent>();
        for (var i = 0; i < cases.Count; i++)
        {
            var week = Monday(c.Week).AddDays(7 * (i / (c.EachWeek ?? int.MaxValue)));
            var file = files.FirstOrDefault(f => Array.Exists(f.Cases, k => k.Id == cases[i]));
            if (file is null || Array.Find(file.Cases, k => k.Id == cases[i]) is not { } of || !programme.Covers(file, of, staff))
                return new Refusal("recovery-case-not-in-it", nameof(c.CaseIds));
            if (!of.ActiveAt(today))
                return new Refusal("recovery-case-closed", nameof(c.CaseIds));
            var who = c.EmployeeId ?? (author.May(Capability.Leadership) ? Having(staff, file, of, today) : author.EmployeeId);
            if (who is not { } employee)
                return new Refusal("recovery-nobody-has-it", nameof(c.EmployeeId));
            if (!staff.IsEmployed(employee, week))
                return new Refusal("recovery-not-employed-then", nameof(c.EmployeeId));
            events.Add(
                new Recorded(
                    FactKinds.RecoveryPromise,
                    new RecoveryPromiseFact
                    {
                        Id = newId(),
                        ChildId = file.Id,
                        ProgrammeId = programme.Id,
                        CaseId = of.Id,
                        EmployeeId = employee,
                        Week = week,
                        Element = c.Element?.Danish(),
                        Work = c.Work,
                        MadeOn = today,
                    }
                )
            );
        }
        return Decision.Of(events);
    }

    static long? Having(Staff staff, ChildFile file, CaseFact of, DateOnly day) =>
        RecoveryScan.WhoHas(staff, file, of, day) is [var first, ..] ? first : null;
}
