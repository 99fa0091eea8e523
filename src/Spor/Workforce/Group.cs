using Spor.Children;
using Spor.Facts;

namespace Spor.Workforce;

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
/// Which children a figure is about. Everything is as on the figure's day, or on the last day of its period: age, and the team of whoever
/// has an active case of the child that day; a child whom nobody has is of the team that serves its district. District, target group and
/// sex are the child's own.
/// </summary>
public sealed record Group(
    long? TeamId = null,
    long? DistrictId = null,
    TargetGroup? TargetGroup = null,
    AgeGroup? Age = null,
    Gender? Gender = null
)
{
    /// <summary>Ages of the municipality's own choosing; not published, since they overlap the others.</summary>
    public AgeSpan? Ages { get; init; }

    /// <summary>Everybody.</summary>
    public static Group None { get; } = new();

    public bool IsNone => this == None;

    /// <summary>True when nothing but a team is chosen: caseworkers are divided among teams, but not among districts or ages.</summary>
    public bool IsTeamOnly => this == new Group(TeamId);

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
        return [.. register.Children.Where(c => Has(c, register.Staff, day))];
    }

    /// <summary>The only place that says whether a child belongs to a team, a district, a target group, an age or a sex on a day.</summary>
    public bool Has(ChildFile file, Staff staff, DateOnly day) =>
        (DistrictId is null || file.Child.DistrictId == DistrictId)
        && (TargetGroup is null || file.Child.TargetGroup == TargetGroup)
        && (Gender is null || file.Child.Gender == Gender)
        && (Age is null || AgeAt(file.Child, day) == Age)
        && (Ages is not { } ages || ages.Has(file.Child.AgeAt(day)))
        && (TeamId is not { } team || staff.IsOfTeam(file, team, day));
}
