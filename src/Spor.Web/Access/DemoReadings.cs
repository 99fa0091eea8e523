using Spor.Facts;
using Spor.Kernel;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Supervision;
using Spor.Verbs;
using Spor.Workforce;

namespace Spor.Web.Access;

/// <summary>A round of management supervision for the demo, half of it read, by the same verbs as a real one.</summary>
public static class DemoReadings
{
    /// <summary>Once: where there is a template, nothing is done.</summary>
    /// <exception cref="InvalidOperationException">The rule refused an example.</exception>
    public static void Seed(Database database)
    {
        var reader = new FactReader(database);
        if (reader.All<MunicipalityFact>() is not [.., { ExtractDay: var day }] || reader.All<ReadingTemplateFact>().Count > 0)
            return;
        var municipality = new Municipality(database, standsAtExtract: true);
        var acts = new Acts(municipality);
        var leader = Author.Program("leder");
        var began = day.AddDays(-20);
        if (municipality.Current.Register.Employments.FirstOrDefault(e => e.RunsOn(began) && e.RunsOn(day)) is not { } second)
            return;
        Done Do<C>(C command, DateOnly today)
            where C : class, ICommand<C> =>
            acts.Do(command, leader, new Clock(TimeProvider.System, today)) is { Saved: true } done
                ? done
                : throw new InvalidOperationException($"An example was refused: {C.Verb.Name}");

        var template = Do(new WriteReadingTemplate(null, StarterTemplate.Name, StarterTemplate.Questions), began)
            .New<ReadingTemplateFact>()!;
        var drawn = acts.Do(
            new StartReadingRound("Denne måned", template.Id, day.AddDays(10), null, ["leder", People.EmployeeKey(second.EmployeeId)], 0),
            leader,
            new Clock(TimeProvider.System, began)
        );
        var asked = template.Asks.Count;
        foreach (var of in drawn.AllNew<DrawnCaseFact>().Where(d => d.Reader == "leder"))
            Do(
                new ReadCase(
                    of.ChildId,
                    of.Id,
                    // Invented, and the same each time.
                    [
                        .. Enumerable
                            .Range(0, asked)
                            .Select(q =>
                                (Judgement?)(
                                    (Lot.Of(of.Id, q) % 10) switch
                                    {
                                        < 6 => Judgement.Yes,
                                        < 8 => Judgement.Partly,
                                        < 9 => Judgement.No,
                                        _ => Judgement.NotRelevant,
                                    }
                                )
                            ),
                    ],
                    "Skriv målene, så familien kan se, om de nås.\nSkriv, hvad barnets ord betød for afgørelsen."
                ),
                day.AddDays(-3)
            );
    }
}
