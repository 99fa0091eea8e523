using Spor.Facts;

namespace Spor.Workforce;

public enum Role
{
    [Code("rådgiver")]
    Caseworker,

    [Code("faglig koordinator")]
    ProfessionalCoordinator,

    [Code("leder")]
    Leader,

    [Code("administrativ")]
    Administrative,

    [Code("psykolog")]
    Psychologist,

    [Code("sundhedsplejerske")]
    HealthVisitor,
}

/// <summary>The municipality and the day its last extract describes.</summary>
public sealed class MunicipalityFact : Fact
{
    public string Number { get; set; } = "";
    public string Name { get; set; } = "";
    public DateOnly ExtractDay { get; set; }
}

/// <summary>A team and its ceiling for a period. Several rows of one <see cref="TeamId"/> = the ceiling changed.</summary>
public sealed class TeamFact : Fact
{
    public long TeamId { get; set; }
    public string Name { get; set; } = "";

    /// <summary>Children per full-time equivalent, in hundredths.</summary>
    public long? CeilingHundredths { get; set; }
    public DateOnly From { get; set; }
    public DateOnly? To { get; set; }
    public double? Ceiling => CeilingHundredths / 100.0;
}

public sealed class DistrictFact : Fact
{
    public long DistrictId { get; set; }
    public string Name { get; set; } = "";
    public long TeamId { get; set; }

    /// <summary>Works by the model; false = comparison district.</summary>
    public bool? Model { get; set; }
    public DateOnly From { get; set; }
    public DateOnly? To { get; set; }
}

/// <summary>One period of one person's employment. Several rows of one <see cref="EmployeeId"/> = the employment changed.</summary>
public sealed class EmploymentFact : Fact
{
    public long EmployeeId { get; set; }
    public Role Role { get; set; }
    public long? TeamId { get; set; }

    /// <summary>Full-time equivalents in ten-thousandths.</summary>
    public long FteTenThousandths { get; set; }
    public DateOnly From { get; set; }
    public DateOnly? To { get; set; }
    public string? Name { get; set; }

    public bool RunsOn(DateOnly day) => From <= day && (To is null || day <= To);
}

public enum AbsenceKind
{
    [Code("ferie")]
    Holiday,

    [Code("sygdom")]
    Illness,

    [Code("barsel")]
    Leave,

    [Code("andet")]
    Other,
}

/// <summary>A caseworker away for a period, and who covers.</summary>
public sealed class AbsenceFact : Fact
{
    public long EmployeeId { get; set; }
    public AbsenceKind Kind { get; set; }
    public DateOnly From { get; set; }
    public DateOnly? To { get; set; }
    public long? CoverId { get; set; }

    public bool RunsOn(DateOnly day) => From <= day && (To is null || day <= To);
}

/// <summary>A target group that a caseworker works with especially, for example disability.</summary>
public sealed class SpecialityFact : Fact
{
    public long EmployeeId { get; set; }
    public Children.TargetGroup TargetGroup { get; set; }
    public DateOnly From { get; set; }
    public DateOnly? To { get; set; }
}

/// <summary>Who has a case in a period.</summary>
public sealed class AssignmentFact : ChildsFact
{
    public long CaseId { get; set; }
    public long EmployeeId { get; set; }
    public DateOnly From { get; set; }
    public DateOnly? To { get; set; }

    public bool RunsOn(DateOnly day) => From <= day && (To is null || day <= To);
}
