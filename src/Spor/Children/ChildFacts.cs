using Spor.Facts;
using Spor.Workforce;

namespace Spor.Children;

public enum Gender
{
    [Code("pige")]
    Girl,

    [Code("dreng")]
    Boy,

    [Code("andet")]
    Other,
}

public enum TargetGroup
{
    [Code("udsat", Said = "udsatte børn og unge")]
    Vulnerable,

    [Code("funktionsnedsættelse")]
    Disability,

    [Code("integration")]
    Integration,

    [Code("kriminalitet")]
    Crime,
}

public enum Relation
{
    [Code("mor")]
    Mother,

    [Code("far")]
    Father,

    [Code("søskende")]
    Sibling,

    [Code("bedsteforælder")]
    Grandparent,

    [Code("slægt")]
    Kin,

    [Code("ven")]
    Friend,

    [Code("lærer")]
    Teacher,

    [Code("pædagog")]
    Pedagogue,

    [Code("sundhedsplejerske")]
    HealthVisitor,

    [Code("frivillig")]
    Volunteer,

    [Code("anden")]
    Other,

    [Code("stedforælder")]
    StepParent,

    [Code("plejefamilie")]
    FosterFamily,

    [Code("nabo")]
    Neighbour,
}

/// <summary>A child or young person. Names, CPR number and school are personal text.</summary>
public sealed class ChildFact : Fact
{
    public static FactKind<ChildFact> Described { get; } =
        new(
            "child",
            "barnets stamoplysninger",
            "barnets stamoplysninger",
            c =>
                c.Value(f => f.BornOn, "Født (eller ventet)")
                    .Value(f => f.Gender, "Køn")
                    .Refers<DistrictFact>(f => f.DistrictId, "Distrikt")
                    .Value(f => f.TargetGroup, "Målgruppe")
                    .BySpor(f => f.FamilyId, "Familie")
                    .Value(f => f.Protected, "Navne- og adressebeskyttet")
                    .BySpor(f => f.CprHash, "")
                    .Value(f => f.Unborn, "Ufødt")
                    .Line(f => f.FirstName, "Fornavn")
                    .Line(f => f.LastName, "Efternavn")
                    .Line(f => f.Cpr, "CPR-nummer")
                    .Line(f => f.School, "Skole eller dagtilbud"),
            keeping: Keeping.TheChild | Keeping.OpenInRegister | Keeping.KeepsSource
        );

    /// <summary>The birthday, or of an unborn child the expected one.</summary>
    public DateOnly BornOn { get; set; }
    public Gender? Gender { get; set; }
    public long? DistrictId { get; set; }
    public TargetGroup TargetGroup { get; set; }

    /// <summary>The children of one family share a number; null = a family of its own.</summary>
    public long? FamilyId { get; set; }

    /// <summary>Protected name and address: masked in lists and exports.</summary>
    public bool Protected { get; set; }

    /// <summary>Keyed hash of the CPR number, so that a whole number can be looked up without storing it in the clear.</summary>
    public long? CprHash { get; set; }

    /// <summary>Not born yet: <see cref="BornOn"/> is the expected day.</summary>
    public bool Unborn { get; set; }

    public string? FirstName { get; set; }
    public string? LastName { get; set; }
    public string? Cpr { get; set; }
    public string? School { get; set; }

    public string Name =>
        (FirstName, LastName) switch
        {
            (null, null) => "(slettet navn)",
            var (a, b) => $"{a} {b}".Trim(),
        };

    /// <summary>The CPR number as people write it: 310117-1234.</summary>
    public string? CprText => Cpr is { Length: 10 } c ? c[..6] + "-" + c[6..] : Cpr;

    /// <summary>Whole years at a day; 0 before birth.</summary>
    public int AgeAt(DateOnly day) => Math.Max(0, day.Year - BornOn.Year - (day < BornOn.AddYears(day.Year - BornOn.Year) ? 1 : 0));
}

/// <summary>A private or professional person around the child.</summary>
public sealed class NetworkPersonFact : ChildsFact
{
    public static FactKind<NetworkPersonFact> Described { get; } =
        new(
            "network-person",
            "person i netværket",
            "personer i netværket",
            c =>
                c.Value(f => f.Relation, "Relation")
                    .Value(f => f.HasCustody, "Har forældremyndighed")
                    .Value(f => f.Professional, "Fagperson")
                    .Value(f => f.Protected, "Navne- og adressebeskyttet")
                    .Value(f => f.Since, "Omkring barnet fra")
                    .Value(f => f.Until, "Omkring barnet til og med", notBefore: f => f.Since)
                    .Line(f => f.Name, "Navn")
                    .Line(f => f.Phone, "Telefon")
                    .Line(f => f.Address, "Adresse")
                    .Line(f => f.Email, "E-mail")
                    .Line(f => f.BestTime, "Bedste tidspunkt")
                    .Line(f => f.Interpreter, "Tolk"),
            keeping: Keeping.OutOfRegister
        );

    public Relation Relation { get; set; }
    public bool? HasCustody { get; set; }
    public bool? Professional { get; set; }
    public bool Protected { get; set; }

    /// <summary>From when the person is around the child; null = since before the case.</summary>
    public DateOnly? Since { get; set; }

    /// <summary>The last day the person was around the child.</summary>
    public DateOnly? Until { get; set; }
    public string? Name { get; set; }
    public string? Phone { get; set; }
    public string? Address { get; set; }
    public string? Email { get; set; }

    /// <summary>When to ring, in words.</summary>
    public string? BestTime { get; set; }

    /// <summary>The language that is interpreted, in words.</summary>
    public string? Interpreter { get; set; }

    public bool AroundAt(DateOnly day) => (Since is null || Since <= day) && (Until is null || day <= Until);
}

public enum Closeness
{
    [Code("tæt på")]
    Near,

    [Code("midt imellem")]
    Between,

    [Code("længere væk")]
    Far,
}

/// <summary>How close a person stands to the child from a day on; the latest day at or before the day asked for holds.</summary>
public sealed class NetworkTieFact : ChildsFact
{
    public static FactKind<NetworkTieFact> Described { get; } =
        new(
            "network-tie",
            "afstand i netværket",
            "afstande i netværket",
            c =>
                c.Refers<NetworkPersonFact>(f => f.PersonId, "Person i netværket")
                    .Happened(f => f.On, "Dag")
                    .Value(f => f.Closeness, "Hvor tæt"),
            order: (a, b) => a.PersonId != b.PersonId ? a.PersonId.CompareTo(b.PersonId) : a.On.CompareTo(b.On),
            keeping: Keeping.OutOfRegister
        );

    public long PersonId { get; set; }
    public DateOnly On { get; set; }
    public Closeness Closeness { get; set; }
}

/// <summary>The administrative case of one child; several cases of a child count as one child.</summary>
public sealed class CaseFact : ChildsFact
{
    public static FactKind<CaseFact> Described { get; } =
        new(
            "case",
            "sag",
            "sager",
            c =>
                c.Happened(f => f.OpenedOn, "Åbnet")
                    .Happened(f => f.ClosedOn, "Lukket", notBefore: f => f.OpenedOn)
                    .Happened(f => f.ParentsInformedOn, "Forældrene orienteret")
                    .Refers<CaseFact>(f => f.ContinuesCaseId, "Fortsætter sagen")
                    .Value(f => f.ActingMunicipality, "Handlekommune")
                    .Value(f => f.PayingMunicipality, "Betalingskommune")
                    .Words(f => f.ClosingReason, "Grund til lukning"),
            order: (a, b) => a.OpenedOn.CompareTo(b.OpenedOn),
            keeping: Keeping.KeepsSource
        );

    public DateOnly OpenedOn { get; set; }

    /// <summary>The last day of the case.</summary>
    public DateOnly? ClosedOn { get; set; }
    public DateOnly? ParentsInformedOn { get; set; }

    /// <summary>The closed case that this one takes up again.</summary>
    public long? ContinuesCaseId { get; set; }

    /// <summary>The number of the municipality that acts; null = this one.</summary>
    public string? ActingMunicipality { get; set; }

    /// <summary>The number of the municipality that pays; null = this one.</summary>
    public string? PayingMunicipality { get; set; }
    public string? ClosingReason { get; set; }

    public bool ActiveAt(DateOnly day) => OpenedOn <= day && (ClosedOn is null || day <= ClosedOn);
}
