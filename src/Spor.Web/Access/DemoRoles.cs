using Spor.Facts;
using Spor.Kernel;
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
    }
}
