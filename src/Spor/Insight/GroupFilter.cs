using Spor.Children;
using Spor.Facts;
using Spor.Workforce;

namespace Spor.Insight;

/// <summary>Age in whole years on a day. An unborn child counts as 0; from 23 years a person is in no group.</summary>
public enum AgeGroup
{
    [Code("0-5")]
    UpTo5,

    [Code("6-13")]
    From6To13,

    [Code("14-17")]
    From14To17,

    [Code("18-22")]
    From18To22,
}

/// <summary>
/// Which children a figure is about. Everything is as on the figure's day, or on the last day of its period: age, and the team of whoever has an active
/// case of the child that day; a child whom nobody has is of the team that serves its district. District, target group and sex are the child's own.
/// </summary>
public sealed record GroupFilter(
    long? TeamId = null,
    long? DistrictId = null,
    TargetGroup? TargetGroup = null,
    AgeGroup? Age = null,
    Gender? Gender = null
)
{
    /// <summary>Everybody.</summary>
    public static GroupFilter None { get; } = new();

    public bool IsNone => this == None;

    /// <summary>True when nothing but a team is chosen: caseworkers are divided among teams, but not among districts or ages.</summary>
    public bool IsTeamOnly => this == new GroupFilter(TeamId);

    /// <summary>The first and the last age of a group, in whole years.</summary>
    public static (int First, int Last) Years(AgeGroup age) =>
        age switch
        {
            AgeGroup.UpTo5 => (0, 5),
            AgeGroup.From6To13 => (6, 13),
            AgeGroup.From14To17 => (14, 17),
            _ => (18, 22),
        };

    public static AgeGroup? AgeAt(ChildFact child, DateOnly day) =>
        child.AgeAt(day) switch
        {
            <= 5 => AgeGroup.UpTo5,
            <= 13 => AgeGroup.From6To13,
            <= 17 => AgeGroup.From14To17,
            <= 22 => AgeGroup.From18To22,
            _ => null,
        };

    /// <summary>The children of the group on a day.</summary>
    public IReadOnlyList<ChildFile> Of(Register register, DateOnly day)
    {
        if (IsNone)
            return register.Children;
        var teams = TeamId is null ? null : ChildList.TeamsOfEmployees(register, day);
        return [.. register.Children.Where(c => Has(c, register, day, teams))];
    }

    /// <param name="teamsOfEmployees">Those of the same day; needed with a team alone.</param>
    public bool Has(ChildFile file, Register register, DateOnly day, ILookup<long, long>? teamsOfEmployees) =>
        (DistrictId is null || file.Child.DistrictId == DistrictId)
        && (TargetGroup is null || file.Child.TargetGroup == TargetGroup)
        && (Gender is null || file.Child.Gender == Gender)
        && (Age is null || AgeAt(file.Child, day) == Age)
        && (TeamId is not { } team || IsOfTeam(file, team, register, day, teamsOfEmployees!));

    static bool IsOfTeam(ChildFile file, long team, Register register, DateOnly day, ILookup<long, long> teamsOfEmployees)
    {
        var assigned = false;
        foreach (var a in register.Staff.Having(file, day))
        {
            assigned = true;
            if (teamsOfEmployees[a.EmployeeId].Contains(team))
                return true;
        }
        return !assigned && file.Child.DistrictId is { } district && TeamOfDistrict(register, district, day) == team;
    }

    /// <summary>The row of a district in force on a day; of rows that overlap the one that began last, then the last in the file. Null without one.</summary>
    public static DistrictFact? RowOfDistrict(Register register, long districtId, DateOnly day)
    {
        DistrictFact? found = null;
        foreach (var d in register.Districts)
            if (d.DistrictId == districtId && d.From <= day && (d.To is null || day <= d.To) && !(d.From < found?.From))
                found = d;
        return found;
    }

    /// <summary>The team that serves a district on a day; of a district without a row that day, the nearest row's.</summary>
    public static long? TeamOfDistrict(Register register, long districtId, DateOnly day)
    {
        if (RowOfDistrict(register, districtId, day) is { } row)
            return row.TeamId;
        DistrictFact? found = null;
        foreach (var d in register.Districts)
        {
            if (d.DistrictId != districtId)
                continue;
            if (found is null || (d.From <= day ? found.From > day || d.From > found.From : found.From > day && d.From < found.From))
                found = d;
        }
        return found?.TeamId;
    }
}
