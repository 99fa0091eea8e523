using Spor.Children;
using Spor.Facts;
using Spor.Kernel;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Verbs;
using Spor.Web.Frame;

namespace Spor.Web.Access;

/// <summary>
/// An extract does not say how close people stand to a child, so a demo's maps would be empty rings: some children's people are placed, by
/// the same rule as real ones, when the case opened and again later.
/// </summary>
public static class DemoNetworks
{
    const int EachCaseworker = 4;

    /// <summary>Places them once: where somebody has placed anybody already, nothing is added.</summary>
    /// <exception cref="InvalidOperationException">The rule refused an example.</exception>
    public static void Seed(Database database)
    {
        if (new FactReader(database).All<NetworkTieFact>().Count > 0)
            return;
        var reader = new ChildReader(database);
        var acts = new Acts(new(database));
        var register = RegisterLoader.Load(database);
        if (register.Municipality?.ExtractDay is not { } today)
            return;
        foreach (var person in DemoPeople.Of(register, today).Where(p => p.Role == ViewerRole.Caseworker && p.EmployeeId is not null))
        {
            var mine = register.Children.Where(f =>
                Array.Exists(
                    f.Cases,
                    c =>
                        c.ActiveAt(today)
                        && c.OpenedOn.AddMonths(4) < today
                        && Array.Exists(
                            f.Assignments,
                            a => a.CaseId == c.Id && a.EmployeeId == person.EmployeeId && register.Staff.Counts(a, today)
                        )
                )
            );
            foreach (var file in mine.Where(f => reader.Read(f.Id)!.People.Length > 1).Take(EachCaseworker))
            {
                Place(acts, person.Key, reader.Read(file.Id)!, today);
            }
        }
    }

    static void Place(Acts acts, string by, ChildFile file, DateOnly today)
    {
        var opened = Array.Find(file.Cases, c => c.ActiveAt(today))!.OpenedOn;
        var later = opened.AddDays((today.DayNumber - opened.DayNumber) * 2 / 3);
        void Place(NetworkPersonFact person, Closeness closeness, DateOnly on)
        {
            var done = acts.Do(new PlacePerson(file.Id, person.Id, closeness, on), Author.Program(by), new(TimeProvider.System, today));
            if (!done.Saved)
                throw new InvalidOperationException("An example network was refused: " + done.Refusals[0].Code);
        }
        foreach (var (person, i) in file.People.Select((p, i) => (p, i)))
        {
            var first = person.Relation switch
            {
                Relation.Mother or Relation.Sibling => Closeness.Near,
                Relation.Father => i % 2 == 0 ? Closeness.Near : Closeness.Far,
                Relation.Friend or Relation.Teacher or Relation.Pedagogue => Closeness.Between,
                _ => Closeness.Far,
            };
            Place(person, first, opened);
            // Now and then the network does what conferences are for.
            if (first == Closeness.Far)
                Place(person, i % 3 == 0 ? Closeness.Near : Closeness.Between, later);
        }
    }
}
