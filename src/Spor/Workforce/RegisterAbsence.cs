using Spor.Facts;
using Spor.Kernel;

namespace Spor.Workforce;

/// <summary>A caseworker is away, and somebody covers.</summary>
/// <param name="To">The last day away; null = not known yet.</param>
public sealed record RegisterAbsence(long EmployeeId, AbsenceKind Kind, DateOnly From, DateOnly? To, long? CoverId);

/// <summary>A caseworker works especially with a target group.</summary>
public sealed record NameSpeciality(long EmployeeId, Children.TargetGroup TargetGroup, DateOnly From);

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
