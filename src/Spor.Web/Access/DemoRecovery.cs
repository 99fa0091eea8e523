using Spor.Facts;
using Spor.Kernel;
using Spor.Recovery;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Verbs;
using Spor.Workforce;

namespace Spor.Web.Access;

/// <summary>A recovery programme for the demo over the example's own old cases, by the same verbs as a real one.</summary>
public static class DemoRecovery
{
    /// <summary>How many cases are promised for each of the two weeks.</summary>
    const int EachWeek = 12;

    /// <summary>Once: where there is a programme, or no case to recover, nothing is done.</summary>
    /// <exception cref="InvalidOperationException">The rule refused an example.</exception>
    public static void Seed(Database database)
    {
        var reader = new FactReader(database);
        if (reader.All<MunicipalityFact>() is not [.., { ExtractDay: var day }] || reader.All<RecoveryProgrammeFact>().Count > 0)
            return;
        var municipality = new Municipality(database, standsAtExtract: true);
        var register = municipality.Current.Register;
        var from = day.AddMonths(-5);
        if (
            register.Children.All(c => !Array.Exists(c.Cases, k => k.ActiveAt(from)))
            || register.Employments.FirstOrDefault(e => e.RunsOn(day)) is not { } someone
        )
            return;
        var acts = new Acts(municipality);
        var leader = Author.Program("leder");
        Clock On(DateOnly today) => new(TimeProvider.System, today);
        Done Do<C>(C command, DateOnly today)
            where C : class, ICommand<C> =>
            acts.Do(command, leader, On(today)) is { Saved: true } done
                ? done
                : throw new InvalidOperationException($"An example was refused: {C.Verb.Name}");

        var programme = Do(
                new StartRecoveryProgramme(
                    "Gamle sager i orden",
                    from,
                    day.AddMonths(5),
                    null,
                    Codes<RecoveryElement>.All,
                    RecoveryOrder.PlacedFirst,
                    "Undersøgelser og planer er godkendt af den faglige koordinator."
                ),
                day
            )
            .New<RecoveryProgrammeFact>()!;
        Do(new NoteRecoveryStaffing(programme.Id, day.AddMonths(-2), StaffingKind.ChangedTasks, 2, RecoveryElement.Assessment, null), day);
        Do(
            new AddRecoveryAction(
                programme.Id,
                RecoveryTheme.Partners,
                "Brev til skoler og dagtilbud om, hvornår de hører fra os",
                someone.EmployeeId,
                day.AddDays(21)
            ),
            day
        );

        var course = RecoveryCourse.Of(municipality.Current.Register, programme, day);
        var last = course.Points.Count - 1;
        var staff = course.Register.Staff;
        var cases = ProgrammeOrder
            .Sort(
                course.Cases.Where(c => c.Old && c.Case.ActiveAt(day)),
                programme.Order,
                programme.Chosen,
                course.Register.Catalogue,
                day,
                last
            )
            .Where(c => programme.Chosen.Any(e => c.IsLeft(e, last)))
            .Where(c => RecoveryScan.WhoHas(staff, c.File, c.Case, day.AddDays(-7)) is [var first, ..] && staff.IsEmployed(first, day))
            .Where(c => RecoveryScan.WhoHas(staff, c.File, c.Case, day).Count > 0)
            .ToList();
        // What was promised a week ago, and what is promised now.
        foreach (var (week, promised) in new[] { (day.AddDays(-7), cases.Take(EachWeek)), (day, cases.Skip(EachWeek).Take(EachWeek)) })
            if (promised.ToList() is { Count: > 0 } some)
                Do(
                    new PlanRecovery(
                        programme.Id,
                        [.. some.Select(c => c.File.Id).Distinct()],
                        [.. some.Select(c => c.Case.Id)],
                        null,
                        week,
                        null,
                        null,
                        RecoveryWork.Planned
                    ),
                    week
                );
    }
}
