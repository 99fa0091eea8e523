using Spor.Conferences;
using Spor.Facts;
using Spor.Workforce;

namespace Spor.Web.Access;

/// <summary>Somebody to be in the demo.</summary>
public sealed record DemoPerson(
    string Key,
    string Name,
    ViewerRole Role,
    string RoleText,
    string Team,
    long? EmployeeId,
    long? TeamId,
    long? CoordinatorId = null
)
{
    public Viewer ToViewer() => new(Key, Name, Role, EmployeeId, TeamId, CoordinatorId);
}

/// <summary>The people of an example: its caseworkers, and an invented leader for each team and for the department.</summary>
public static class DemoPeople
{
    static readonly string[] Leaders = ["Lone Brink", "Kaj Vestergård", "Pia Ravnholt", "Jens Sølager"];

    /// <summary>How a coordinator stands in the journal and the access log.</summary>
    public static string CoordinatorKey(long id) => "samordner-" + id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The coordinator that a key stands for, ended ones too; null if it is somebody else's key.</summary>
    public static CoordinatorFact? CoordinatorOf(string key, Register register) =>
        key.StartsWith("samordner-", StringComparison.Ordinal)
            ? register.Coordinators.FirstOrDefault(c => CoordinatorKey(c.Id) == key)
            : null;

    public static IReadOnlyList<DemoPerson> Of(Register register, DateOnly day)
    {
        var people = new List<DemoPerson>
        {
            new("leder", "Birgit Strandby", ViewerRole.Head, "afdelingsleder", "hele kommunen", null, null),
        };
        people.Add(new("controller", "Ejnar Toft", ViewerRole.Controller, "controller", "økonomi", null, null));
        var teams = register
            .Teams.Where(t => t.From <= day && (t.To is null || day <= t.To))
            .GroupBy(t => t.TeamId)
            .Select(g => g.Last())
            .ToList();
        for (var i = 0; i < teams.Count; i++)
            people.Add(
                new(
                    "teamleder-" + (i + 1),
                    Leaders[i % Leaders.Length],
                    ViewerRole.TeamLeader,
                    "teamleder",
                    teams[i].Name,
                    null,
                    teams[i].TeamId
                )
            );
        foreach (
            var e in register.Employments.Where(e =>
                e.RunsOn(day) && e.Role is (Role.Leader or Role.ProfessionalCoordinator) && e.TeamId is not null
            )
        )
            people.Add(
                new(
                    "medarbejder-" + e.EmployeeId,
                    e.Name ?? "",
                    e.Role is Role.Leader ? ViewerRole.TeamLeader : ViewerRole.ProfessionalCoordinator,
                    e.Role.Danish(),
                    teams.Find(t => t.TeamId == e.TeamId)?.Name ?? "",
                    e.EmployeeId,
                    e.TeamId
                )
            );
        foreach (
            var e in register
                .Employments.Where(e => e.RunsOn(day) && e.Role is Role.Caseworker)
                .OrderBy(e => e.TeamId)
                .ThenBy(e => e.Name, StringComparer.Create(Kernel.Danish.Culture, false))
        )
            people.Add(
                new(
                    "medarbejder-" + e.EmployeeId,
                    e.Name ?? "Rådgiver " + e.EmployeeId,
                    ViewerRole.Caseworker,
                    "rådgiver",
                    teams.Find(t => t.TeamId == e.TeamId)?.Name ?? "",
                    e.EmployeeId,
                    e.TeamId
                )
            );
        foreach (var c in register.Coordinators.Where(c => c.ActiveAt(day)))
            people.Add(
                new(
                    CoordinatorKey(c.Id),
                    c.Name ?? "Samordner " + c.Id,
                    ViewerRole.Coordinator,
                    "samordner",
                    c.Workplace ?? "",
                    null,
                    null,
                    c.Id
                )
            );
        return people;
    }
}
