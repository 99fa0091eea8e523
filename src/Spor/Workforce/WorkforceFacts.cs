using Spor.Children;
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
    public static FactKind<MunicipalityFact> Described { get; } =
        new(
            "municipality",
            "kommune",
            "kommuner",
            c => c.Value(f => f.Number, "Kommunenummer").Value(f => f.Name, "Navn").BySpor(f => f.ExtractDay, "Udtrækkets dag")
        );

    public string Number { get; set; } = "";
    public string Name { get; set; } = "";
    public DateOnly ExtractDay { get; set; }

    /// <summary>The delivery holds what ran on this day or later. Known while an extract is read, and not kept.</summary>
    public DateOnly? WindowFrom => windowFrom;
    DateOnly? windowFrom;

    internal void Covers(DateOnly? from) => windowFrom = from;
}

/// <summary>A team and its ceiling for a period. Several rows of one <see cref="TeamId"/> = the ceiling changed.</summary>
public sealed class TeamFact : Fact
{
    public static FactKind<TeamFact> Described { get; } =
        new(
            "team",
            "team",
            "teams",
            c =>
                c.Thing(f => f.TeamId, "Team")
                    .Value(f => f.Name, "Navn")
                    .Hundredths(f => f.CeilingHundredths, "Loft")
                    .Value(f => f.From, "Fra")
                    .Value(f => f.To, "Til og med", notBefore: f => f.From)
        );

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
    public static FactKind<DistrictFact> Described { get; } =
        new(
            "district",
            "distrikt",
            "distrikter",
            c =>
                c.Thing(f => f.DistrictId, "Distrikt")
                    .Value(f => f.Name, "Navn")
                    .Refers<TeamFact>(f => f.TeamId, "Team")
                    .Value(f => f.Model, "Arbejder efter modellen")
                    .Value(f => f.From, "Fra")
                    .Value(f => f.To, "Til og med", notBefore: f => f.From)
        );

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
    public static FactKind<EmploymentFact> Described { get; } =
        new(
            "employment",
            "ansættelse",
            "ansættelser",
            c =>
                c.Thing(f => f.EmployeeId, "Medarbejder")
                    .Value(f => f.Role, "Rolle")
                    .Refers<TeamFact>(f => f.TeamId, "Team")
                    .TenThousandths(f => f.FteTenThousandths, "Årsværk")
                    .Value(f => f.From, "Fra")
                    .Value(f => f.To, "Til og med", notBefore: f => f.From)
                    .Line(f => f.Name, "Navn"),
            keeping: Keeping.OpenInRegister
        );

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
    public static FactKind<AbsenceFact> Described { get; } =
        new(
            "absence",
            "fravær",
            "fravær",
            c =>
                c.Refers<EmploymentFact>(f => f.EmployeeId, "Medarbejder")
                    .Value(f => f.Kind, "Type")
                    .Value(f => f.From, "Fra")
                    .Value(f => f.To, "Til og med", notBefore: f => f.From)
                    .Refers<EmploymentFact>(f => f.CoverId, "Vikar")
        );

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
    public static FactKind<SpecialityFact> Described { get; } =
        new(
            "speciality",
            "speciale",
            "specialer",
            c =>
                c.Refers<EmploymentFact>(f => f.EmployeeId, "Medarbejder")
                    .Value(f => f.TargetGroup, "Målgruppe")
                    .Value(f => f.From, "Fra")
                    .Value(f => f.To, "Til og med", notBefore: f => f.From)
        );

    public long EmployeeId { get; set; }
    public Children.TargetGroup TargetGroup { get; set; }
    public DateOnly From { get; set; }
    public DateOnly? To { get; set; }
}

/// <summary>Who has a case in a period.</summary>
public sealed class AssignmentFact : ChildsFact
{
    public static FactKind<AssignmentFact> Described { get; } =
        new(
            "assignment",
            "tildeling",
            "tildelinger",
            c =>
                c.Refers<CaseFact>(f => f.CaseId, "Sag")
                    .Refers<EmploymentFact>(f => f.EmployeeId, "Medarbejder")
                    .Value(f => f.From, "Fra")
                    .Value(f => f.To, "Til og med", notBefore: f => f.From),
            order: (a, b) => a.From.CompareTo(b.From)
        );

    public long CaseId { get; set; }
    public long EmployeeId { get; set; }
    public DateOnly From { get; set; }
    public DateOnly? To { get; set; }

    public bool RunsOn(DateOnly day) => From <= day && (To is null || day <= To);
}
