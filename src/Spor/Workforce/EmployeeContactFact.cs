using Spor.Facts;

namespace Spor.Workforce;

/// <summary>How an employee is reached at work: the telephone that stands in letters, and the address that Spor tells of news at, where the
/// employee wants it.</summary>
public sealed class EmployeeContactFact : Fact
{
    public static FactKind<EmployeeContactFact> Described { get; } =
        new(
            "employee-contact",
            "kontaktoplysning om en medarbejder",
            "kontaktoplysninger om medarbejdere",
            c =>
                c.Refers<EmploymentFact>(f => f.EmployeeId, "Medarbejder")
                    .Value(f => f.Wanted, "Vil have besked på e-mail")
                    .Line(f => f.Phone, "Telefon")
                    .Line(f => f.Email, "E-mail"),
            keeping: Keeping.OpenInRegister
        );

    public long EmployeeId { get; set; }

    /// <summary>Wants to be told by e-mail.</summary>
    public bool Wanted { get; set; }
    public string? Phone { get; set; }
    public string? Email { get; set; }
}
