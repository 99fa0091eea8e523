using Spor.Children;
using Spor.Facts;
using Spor.Workforce;

namespace Spor.Access;

/// <summary>Somebody who is to sign in and is neither employed in the department nor a coordinator: a council's secretary, an auditor, an
/// administrator.</summary>
public sealed class UserFact : Fact
{
    public static FactKind<UserFact> Described { get; } =
        new(
            "user",
            "bruger",
            "brugere",
            c =>
                c.Value(f => f.From, "Fra")
                    .Value(f => f.To, "Til og med", notBefore: f => f.From)
                    .BySpor(f => f.AddedBy, "Oprettet af")
                    .Line(f => f.Name, "Navn")
                    .Line(f => f.Workplace, "Arbejdsplads"),
            keeping: Keeping.OpenInRegister
        );

    public DateOnly From { get; set; }
    public DateOnly? To { get; set; }

    /// <summary>The key of who added the person.</summary>
    public string AddedBy { get; set; } = "";
    public string? Name { get; set; }
    public string? Workplace { get; set; }

    public bool RunsOn(DateOnly day) => From <= day && (To is null || day <= To);
}

/// <summary>A role that one person gave another, for a part of the municipality, from a day.</summary>
public sealed class RoleGrantFact : Fact
{
    public static FactKind<RoleGrantFact> Described { get; } =
        new(
            "role-grant",
            "rolle",
            "roller",
            c =>
                c.BySpor(f => f.Person, "Person")
                    .Value(f => f.Role, "Rolle")
                    .Value(f => f.From, "Fra")
                    .Value(f => f.To, "Til og med", notBefore: f => f.From)
                    .Refers<TeamFact>(f => f.TeamId, "Team")
                    .Refers<DistrictFact>(f => f.DistrictId, "Distrikt")
                    .Value(f => f.TargetGroup, "Målgruppe")
                    .Value(f => f.AgeFrom, "Fra alder", range: (0, 23))
                    .Value(f => f.AgeTo, "Til alder", range: (0, 23))
                    .Value(f => f.WithNames, "Med navne")
                    .BySpor(f => f.GivenBy, "Givet af")
                    .BySpor(f => f.Waits, "Venter på en anden")
                    .BySpor(f => f.ConfirmedBy, "Bekræftet af")
                    .BySpor(f => f.ConfirmedOn, "Bekræftet")
                    .BySpor(f => f.EndedBy, "Afsluttet af")
        );

    /// <summary>The person's key, as <see cref="People"/> knows it.</summary>
    public string Person { get; set; } = "";
    public ViewerRole Role { get; set; }
    public DateOnly From { get; set; }
    public DateOnly? To { get; set; }
    public long? TeamId { get; set; }
    public long? DistrictId { get; set; }
    public TargetGroup? TargetGroup { get; set; }

    /// <summary>Whole years, both ends included; null = no limit.</summary>
    public int? AgeFrom { get; set; }
    public int? AgeTo { get; set; }

    /// <summary>Of a controller: sees who stands behind the figures.</summary>
    public bool WithNames { get; set; }
    public string GivenBy { get; set; } = "";

    /// <summary>Given, and of no effect until a second person has confirmed it.</summary>
    public bool Waits { get; set; }
    public string? ConfirmedBy { get; set; }
    public DateOnly? ConfirmedOn { get; set; }
    public string? EndedBy { get; set; }

    /// <summary>In force on a day.</summary>
    public bool RunsOn(DateOnly day) => !Waits && From <= day && (To is null || day <= To);

    /// <summary>The role as the one access takes it.</summary>
    public Grant ToGrant(DateOnly from, DateOnly? to) =>
        new(Role, from, to, TeamId)
        {
            Given = Id,
            DistrictId = DistrictId,
            TargetGroup = TargetGroup,
            AgeFrom = AgeFrom,
            AgeTo = AgeTo,
            WithNames = WithNames,
        };
}

/// <summary>The case of a child was drawn for an auditor to read.</summary>
public sealed class SampledCaseFact : ChildsFact
{
    public static FactKind<SampledCaseFact> Described { get; } =
        new(
            "sampled-case",
            "sag i stikprøve",
            "sager i stikprøver",
            c => c.Refers<RoleGrantFact>(f => f.GrantId, "Rolle", bySpor: true).BySpor(f => f.On, "Udvalgt"),
            order: (a, b) => a.On.CompareTo(b.On),
            keeping: Keeping.OwnWay
        );

    public long GrantId { get; set; }
    public DateOnly On { get; set; }
}

/// <summary>Somebody looked the whole list of roles through.</summary>
public sealed class RoleReviewFact : Fact
{
    public static FactKind<RoleReviewFact> Described { get; } =
        new(
            "role-review",
            "gennemgang af roller",
            "gennemgange af roller",
            c => c.Happened(f => f.On, "Gennemgået").BySpor(f => f.By, "Gennemgået af").BySpor(f => f.Running, "Roller den dag")
        );

    public DateOnly On { get; set; }
    public string By { get; set; } = "";

    /// <summary>How many roles ran that day.</summary>
    public int Running { get; set; }
}
