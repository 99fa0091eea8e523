using Spor.Children;
using Spor.Facts;
using Spor.Interventions;

namespace Spor.Workforce;

/// <summary>A caseworker who could take a case, and what speaks for and against.</summary>
/// <param name="Children">Children with an active case now.</param>
/// <param name="AfterPerFte">Children per full-time equivalent with this child; null without hours as caseworker.</param>
/// <param name="Ceiling">The team's ceiling, children per full-time equivalent; null if it has none.</param>
/// <param name="Away">The absence that runs today, if one.</param>
/// <param name="HasSibling">Has an active case of the child's family.</param>
/// <param name="OfDistrict">Is in the team that serves the child's district.</param>
/// <param name="Special">Works especially with the child's target group.</param>
/// <param name="OtherSpecial">Works especially with other target groups than the child's.</param>
public sealed record Candidate(
    long EmployeeId,
    string? Name,
    long? TeamId,
    int Children,
    double Fte,
    double? AfterPerFte,
    double? Ceiling,
    AbsenceFact? Away,
    bool HasSibling,
    bool OfDistrict,
    bool Special,
    bool OtherSpecial
)
{
    public bool OverCeiling => Ceiling is { } top && AfterPerFte > top;

    /// <summary>How full the hours are with this child: 1 = at the ceiling, or without one at the middle of the union's guideline of 20 to
    /// 30 (domain.md 2.9).</summary>
    public double Fill => AfterPerFte is { } after ? after / (Ceiling ?? 25) : double.MaxValue;
}

/// <summary>
/// Who could take a case, the likeliest first. It compares caseworkers by their load and what ties them to the family; it says nothing
/// about the child, and a leader decides.
/// </summary>
public static class Allocation
{
    /// <summary>An absence this much longer (days) moves a caseworker behind those who are there.</summary>
    const int ShortAbsence = 7;

    public static IReadOnlyList<Candidate> For(ChildFile child, Register register, DateOnly today)
    {
        var district = register.Staff.TeamOfDistrict(child.Child.DistrictId, today);
        var siblings = child.Child.FamilyId is not { } family
            ? []
            : register
                .Children.Where(c => c.Child.FamilyId == family && c.Id != child.Id)
                .SelectMany(c => register.Staff.WhoHas(c, today))
                .ToHashSet();
        var found = new List<Candidate>();
        foreach (var e in Caseload.At(register, today).Employees.Where(e => e.Fte > 0))
        {
            var special = register
                .Specialities.Where(s => s.EmployeeId == e.EmployeeId && s.From <= today && (s.To is null || today <= s.To))
                .Select(s => s.TargetGroup)
                .ToHashSet();
            found.Add(
                new(
                    e.EmployeeId,
                    e.Name,
                    e.TeamId,
                    e.Children,
                    e.Fte,
                    (e.Children + 1) / e.Fte,
                    e.Ceiling,
                    register.Absences.LastOrDefault(a => a.EmployeeId == e.EmployeeId && a.RunsOn(today)),
                    siblings.Contains(e.EmployeeId),
                    district is not null && e.TeamId == district,
                    special.Contains(child.Child.TargetGroup),
                    special.Count > 0 && !special.Contains(child.Child.TargetGroup)
                )
            );
        }
        var wanted = child.Child.TargetGroup == TargetGroup.Disability && found.Any(c => c.Special);
        return
        [
            .. found
                .OrderBy(c => c.Away is { } a && (a.To is null || a.To > today.AddDays(ShortAbsence)) ? 1 : 0)
                .ThenBy(c => c.HasSibling ? 0 : 1)
                .ThenBy(c => wanted && !c.Special || c.OtherSpecial ? 1 : 0)
                .ThenBy(c => district is null || c.OfDistrict ? 0 : 1)
                .ThenBy(c => c.OverCeiling ? 1 : 0)
                .ThenBy(c => c.Fill)
                .ThenBy(c => c.EmployeeId),
        ];
    }
}
