using Spor.Conferences;
using Spor.Facts;
using Spor.Kernel;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Verbs;
using Spor.Web.Frame;
using Spor.Workforce;

namespace Spor.Web.Access;

/// <summary>Invented coordinators for the demo, put on the list by the same rule as real ones.</summary>
public static class DemoCoordinators
{
    static readonly (string Name, string Workplace, string? Languages, int? AtMost, string Phone)[] People =
    [
        ("Amina Nørskov", "Ådalens Bibliotek", "arabisk, engelsk", 3, "90 11 20 31"),
        ("Poul Erik Hauge", "Sundhedshuset", null, 2, "90 11 20 32"),
        ("Magda Vinther", "Skovbrynets Skole", "polsk, tysk", 2, "90 11 20 33"),
        ("Bente Lyngholm", "Frivilligcentret", "tegnsprog", 1, "90 11 20 34"),
        ("Jonas Okkels", "Ungdomsskolen", "engelsk, somali", null, "90 11 20 35"),
    ];

    /// <summary>Adds them once: a list that somebody has written on, or emptied, is left alone.</summary>
    /// <exception cref="InvalidOperationException">The rule refused an example.</exception>
    public static void Seed(Database database)
    {
        var reader = new FactReader(database);
        if (reader.All<MunicipalityFact>() is not [.., { ExtractDay: var day }] || reader.All<CoordinatorFact>().Count > 0)
            return;
        var acts = new Acts(new(database));
        var from = new DateOnly(day.Year, 1, 1).AddYears(-1);
        foreach (var (name, workplace, languages, most, phone) in People)
        {
            var email = name.Split(' ')[0].ToLowerInvariant() + "@samordner.example";
            var keep = new KeepCoordinator(null, name, phone, email, workplace, languages, from.AddMonths(-2), from, most, Outside: true);
            var result = acts.Do(keep, Author.Program("leder"), new(TimeProvider.System, day));
            if (!result.Saved)
                throw new InvalidOperationException("An example coordinator was refused: " + result.Refusals[0].Code);
        }
    }
}
