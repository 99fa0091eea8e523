using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Workforce;

/// <summary>A caseworker is away, and somebody covers.</summary>
/// <param name="To">The last day away; null = not known yet.</param>
public sealed record RegisterAbsence(long EmployeeId, AbsenceKind Kind, DateOnly From, DateOnly? To, long? CoverId)
    : ICommand<RegisterAbsence>
{
    public static Verb<RegisterAbsence> Verb { get; } =
        new(
            "register-absence",
            Capability.Leadership,
            (c, now) => WorkforceRules.Away(c, now.Facts.All<AbsenceFact>(), now.Facts.All<EmploymentFact>(), now.NewId())
        );
}

/// <summary>Who was away is back.</summary>
/// <param name="BackOn">The first day back.</param>
public sealed record EndAbsence(long AbsenceId, DateOnly BackOn) : ICommand<EndAbsence>
{
    public static Verb<EndAbsence> Verb { get; } =
        new(
            "end-absence",
            Capability.Leadership,
            (c, now) => WorkforceRules.Back(now.Facts.Find<AbsenceFact>(c.AbsenceId), c.BackOn.AddDays(-1))
        );
}

/// <summary>A caseworker works especially with a target group.</summary>
public sealed record NameSpeciality(long EmployeeId, Children.TargetGroup TargetGroup, DateOnly From) : ICommand<NameSpeciality>
{
    public static Verb<NameSpeciality> Verb { get; } =
        new(
            "name-speciality",
            Capability.Leadership,
            (c, now) => WorkforceRules.Specialise(c, now.Facts.All<SpecialityFact>(), now.Facts.All<EmploymentFact>(), now.NewId())
        );
}

/// <summary>A caseworker no longer works especially with a target group.</summary>
public sealed record EndSpeciality(long SpecialityId, DateOnly LastDay) : ICommand<EndSpeciality>
{
    public static Verb<EndSpeciality> Verb { get; } =
        new(
            "end-speciality",
            Capability.Leadership,
            (c, now) => WorkforceRules.EndSpeciality(now.Facts.Find<SpecialityFact>(c.SpecialityId), c.LastDay)
        );
}

public static partial class WorkforceRules
{
    public static Decision Away(RegisterAbsence c, IReadOnlyList<AbsenceFact> absences, IReadOnlyList<EmploymentFact> employments, long id)
    {
        var wrong = new List<Refusal>();
        bool Overlaps(AbsenceFact a) => a.From <= (c.To ?? DateOnly.MaxValue) && c.From <= (a.To ?? DateOnly.MaxValue);
        if (!employments.Any(e => e.EmployeeId == c.EmployeeId && e.RunsOn(c.From)))
            wrong.Add(new("caseworker-not-employed", nameof(c.EmployeeId)));
        if (c.To < c.From)
            wrong.Add(new("ends-before-it-starts", nameof(c.To)));
        if (absences.Any(a => a.EmployeeId == c.EmployeeId && Overlaps(a)))
            wrong.Add(new("absence-overlaps", nameof(c.From)));
        if (c.CoverId is { } cover)
        {
            if (cover == c.EmployeeId)
                wrong.Add(new("covers-oneself", nameof(c.CoverId)));
            else if (!employments.Any(e => e.EmployeeId == cover && e.RunsOn(c.From)))
                wrong.Add(new("cover-not-employed", nameof(c.CoverId)));
            else if (absences.Any(a => a.EmployeeId == cover && Overlaps(a)))
                wrong.Add(new("cover-away-too", nameof(c.CoverId)));
        }
        if (wrong.Count > 0)
            return Decision.No(wrong);
        return new Recorded(
            FactKinds.Absence,
            new AbsenceFact
            {
                Id = id,
                EmployeeId = c.EmployeeId,
                Kind = c.Kind,
                From = c.From,
                To = c.To,
                CoverId = c.CoverId,
            }
        );
    }

    /// <summary>The caseworker is back: <paramref name="lastDay"/> is the last day away.</summary>
    public static Decision Back(AbsenceFact? absence, DateOnly lastDay)
    {
        if (absence is null)
            return new Refusal("thing-not-there");
        // Back before it began: it came to nothing.
        if (lastDay < absence.From)
            return new Withdrawn(FactKinds.Absence, absence.Id);
        var now = (AbsenceFact)absence.Copy();
        now.To = lastDay;
        return new Corrected(FactKinds.Absence, now);
    }

    public static Decision Specialise(
        NameSpeciality c,
        IReadOnlyList<SpecialityFact> known,
        IReadOnlyList<EmploymentFact> employments,
        long id
    )
    {
        if (!employments.Any(e => e.EmployeeId == c.EmployeeId && e.RunsOn(c.From)))
            return new Refusal("caseworker-not-employed", nameof(c.EmployeeId));
        if (known.Any(s => s.EmployeeId == c.EmployeeId && s.TargetGroup == c.TargetGroup && s.To is null))
            return new Refusal("speciality-known", nameof(c.TargetGroup));
        return new Recorded(
            FactKinds.Speciality,
            new SpecialityFact
            {
                Id = id,
                EmployeeId = c.EmployeeId,
                TargetGroup = c.TargetGroup,
                From = c.From,
            }
        );
    }

    public static Decision EndSpeciality(SpecialityFact? speciality, DateOnly lastDay)
    {
        if (speciality is null)
            return new Refusal("thing-not-there");
        var now = (SpecialityFact)speciality.Copy();
        now.To = lastDay < speciality.From ? speciality.From : lastDay;
        return new Corrected(FactKinds.Speciality, now);
    }
}
