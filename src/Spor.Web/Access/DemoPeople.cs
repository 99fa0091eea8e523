using Spor.Facts;
using Spor.Kernel;

namespace Spor.Web.Access;

/// <summary>Somebody to be in the demo, as the page to choose from shows it.</summary>
public sealed record DemoPerson(
    string Key,
    string Name,
    ViewerRole Role,
    string RoleText,
    string Team,
    long? EmployeeId,
    long? TeamId,
    long? CoordinatorId = null
);

/// <summary>The demo's own people: an invented leader for each team and for the department. They are a source of people and nothing
/// more.</summary>
public static class DemoPeople
{
    static readonly string[] Leaders = ["Lone Brink", "Kaj Vestergård", "Pia Ravnholt", "Jens Sølager"];

    public static PeopleSource Invented { get; } =
        new(
            (key, register) => Everybody(register).FirstOrDefault(p => p.Key == key),
            (register, day) => Everybody(register).Where(p => p.Grants.Any(g => g.RunsOn(day)))
        );

    static IEnumerable<Person> Everybody(Register register)
    {
        yield return new("leder", "Birgit Strandby", [new(ViewerRole.Head, DateOnly.MinValue)], Place: "hele kommunen");
        yield return new("controller", "Ejnar Toft", [new(ViewerRole.Controller, DateOnly.MinValue)], Place: "økonomi");
        yield return new(
            "controller-navne",
            "Gerda Bruun",
            [new(ViewerRole.Controller, DateOnly.MinValue) { WithNames = true }],
            Place: "økonomi, med navnene bag tallene"
        );
        yield return new("modtagelsen", "Viggo Skovsen", [new(ViewerRole.Intake, DateOnly.MinValue)], Place: "modtager underretninger");
        yield return new("byraad", "Karla Enevold", [new(ViewerRole.Council, DateOnly.MinValue)], Place: "børne- og ungeudvalget");
        yield return new("administrator", "Asger Lund", [new(ViewerRole.Administrator, DateOnly.MinValue)], Place: "it");
        yield return new("dpo", "Signe Holtegård", [new(ViewerRole.DataProtectionOfficer, DateOnly.MinValue)], Place: "hele kommunen");
        // A team's leader keeps the number also when another team ends.
        foreach (var (team, i) in register.Teams.GroupBy(t => t.TeamId).Select((t, i) => (t, i)))
            yield return new(
                "teamleder-" + (i + 1),
                Leaders[i % Leaders.Length],
                [.. team.Select(t => new Grant(ViewerRole.TeamLeader, t.From, t.To, t.TeamId))],
                Place: team.Last().Name
            );
    }

    static readonly People Choice = new(Invented, People.Employees, People.Coordinators, People.Users);

    /// <summary>Everybody one may be on a day: leaders, caseworkers by team and name, coordinators.</summary>
    public static IReadOnlyList<DemoPerson> Of(Register register, DateOnly day) =>
        [
            .. Choice
                .On(register, day)
                .Select(p => (Person: p, Grant: p.Grants.First(g => g.RunsOn(day))))
                .OrderBy(p =>
                    p.Grant.Role switch
                    {
                        ViewerRole.Head or ViewerRole.TeamLeader or ViewerRole.ProfessionalCoordinator => 0,
                        ViewerRole.Caseworker => 1,
                        ViewerRole.Coordinator => 2,
                        _ => 3,
                    }
                )
                .ThenBy(p => p.Grant.Role == ViewerRole.Caseworker ? p.Grant.TeamId : null)
                .ThenBy(p => p.Grant.Role == ViewerRole.Caseworker ? p.Person.Name : "", StringComparer.Create(Danish.Culture, false))
                .Select(p => new DemoPerson(
                    p.Person.Key,
                    p.Person.Name,
                    p.Grant.Role,
                    Roles.Of(p.Grant.Role).Danish.ToLower(Danish.Culture),
                    p.Grant.TeamId is { } team ? register.Teams.LastOrDefault(t => t.TeamId == team)?.Name ?? "" : p.Person.Place,
                    p.Person.EmployeeId,
                    p.Grant.TeamId,
                    p.Person.CoordinatorId
                )),
        ];
}
