using Spor.Cases;
using Spor.Facts;
using Spor.Kernel;
using Spor.Notifications;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Verbs;
using Spor.Workforce;

namespace Spor.Web.Access;

/// <summary>An invented auditor for the demo, with cases drawn by lot, by the same verbs as real ones.</summary>
public static class DemoRoles
{
    const int Cases = 12;

    /// <summary>Once: a list that somebody has written on is left alone.</summary>
    /// <exception cref="InvalidOperationException">The rule refused an example.</exception>
    public static void Seed(Database database)
    {
        var reader = new FactReader(database);
        if (reader.All<MunicipalityFact>() is not [.., { ExtractDay: var day }] || reader.All<UserFact>().Count > 0)
            return;
        var municipality = new Municipality(database, standsAtExtract: true);
        var acts = new Acts(municipality);
        var clock = municipality.ClockOf(municipality.Current.Register);
        T Done<T>(Done done)
            where T : Fact =>
            done.New<T>()
            ?? throw new InvalidOperationException("An example was refused: " + (done.Refusals is [var first, ..] ? first.Code : ""));
        var user = Done<UserFact>(
            acts.Do(new AddUser("Trine Aabo", "Statens gennemgang", day, day.AddMonths(6)), Author.Program("administrator"), clock)
        );
        var grant = Done<RoleGrantFact>(
            acts.Do(
                new GrantRole(People.UserKey(user.Id), ViewerRole.Auditor, day, day.AddMonths(3)),
                Author.Program("administrator"),
                clock
            )
        );
        Done<SampledCaseFact>(acts.Do(new SampleCases(grant.Id, Cases), Author.Program("leder"), clock));
        Partner(acts, municipality, day);
        Telephones(acts, municipality, day, clock);
    }

    /// <summary>Caseworkers' invented telephones, so that a letter that says ring has a number in it.</summary>
    static void Telephones(Acts acts, Municipality municipality, DateOnly day, Clock clock)
    {
        var people = municipality.Current.Register.Employments.Where(e => e.RunsOn(day) && e.Role == Role.Caseworker);
        foreach (var (number, employee) in people.Select(e => e.EmployeeId).Distinct().Order().Index())
            acts.Do(new KeepEmployeeContact(employee, $"90 12 47 {number % 100:00}", null), Author.Program("administrator"), clock);
    }

    /// <summary>An invented teacher with a notification that waits and a question to answer. Of the day before, for the demo's clock goes
    /// round: what was sent must not lie ahead in the morning.</summary>
    static void Partner(Acts acts, Municipality municipality, DateOnly day)
    {
        var before = new Clock(TimeProvider.System, day.AddDays(-1));
        var giver = Author.Program("administrator");
        if (acts.Do(new AddUser("Dorthe Lindholm", "Åkær Skole", before.Today, null), giver, before).New<UserFact>() is not { } teacher)
            return;
        var key = People.UserKey(teacher.Id);
        acts.Do(new GrantRole(key, ViewerRole.Partner, before.Today, null), giver, before);
        acts.Do(
            new SendNotification(
                Notifier.School,
                "Villads Nørby",
                null,
                day.AddYears(-9),
                "Villads kommer uden madpakke og falder i søvn i timen. Han siger, at han ikke vil hjem fredag.",
                "Lærerværelset, 70 10 20 30"
            ),
            Author.Program(key),
            before
        );
        if (
            municipality.Current.Overview.Children.FirstOrDefault(c =>
                c.Case is not null && !c.Child.Protected && c.AssignedTo.Count > 0 && c.Child.AgeAt(day) is >= 7 and < 15
            ) is
            { } state
        )
            acts.Do(
                new AskPartner(
                    state.File.Id,
                    key,
                    day.AddDays(10),
                    AskedOn.Consent,
                    null,
                    "Hvordan går det i timerne og i frikvartererne? Hvor meget fravær har der været siden sommerferien?"
                ),
                Author.Program(People.EmployeeKey(state.AssignedTo[0]), state.AssignedTo[0]),
                before
            );
    }
}
