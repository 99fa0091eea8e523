using Spor.Access;
using Spor.Decisions;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Interventions;

/// <summary>Changes a running measure: a new price from a day, another provider, another expected end.</summary>
/// <param name="From">The day the new price holds from.</param>
public sealed record ChangeIntervention(
    long ChildId,
    long InterventionId,
    DateOnly From,
    long? PriceOre,
    PriceUnit? Unit,
    long? QuantityHundredths,
    DateOnly? ExpectedTo,
    string? Provider,
    string? Place
) : IAboutChild, ICommand<ChangeIntervention>
{
    public static Verb<ChangeIntervention> Verb { get; } =
        new(
            "change-intervention",
            Capability.Casework,
            (c, now) =>
                InterventionRules.Change(
                    c,
                    now.Facts.FindOpened<InterventionFact>(c.InterventionId),
                    now.File,
                    now.Catalogue,
                    now.Actor,
                    now.Today,
                    now.NewId
                )
        )
        {
            Shown = (c, now) => now.Facts.Find<InterventionFact>(c.InterventionId),
        };
}

public static partial class InterventionRules
{
    /// <summary>The price in force on a day: the measure's own, or the last change on or before the day.</summary>
    public static (long? Ore, PriceUnit? Unit, long? QuantityHundredths) PriceOn(
        InterventionFact measure,
        InterventionPriceFact[] prices,
        DateOnly day
    )
    {
        var change = Array.FindLast(prices, p => p.InterventionId == measure.Id && p.From <= day);
        return change is null
            ? (measure.PriceOre, measure.Unit, measure.QuantityHundredths)
            : (change.PriceOre, change.Unit, change.QuantityHundredths);
    }

    /// <param name="measure">With its texts; null if there is none.</param>
    public static Decision Change(
        ChangeIntervention c,
        InterventionFact? measure,
        ChildFile file,
        Catalogue catalogue,
        Actor actor,
        DateOnly today,
        Func<long> next
    )
    {
        if (measure is null || measure.ChildId != c.ChildId)
            return new Refusal("thing-not-there");
        var wrong = new List<Refusal>();
        var events = new List<DomainEvent>();
        var price = PriceOn(measure, file.Prices, c.From);
        var newPrice = (c.PriceOre, c.Unit, c.QuantityHundredths) != price && (c.PriceOre is not null || price.Ore is not null);
        if (newPrice)
        {
            if (!measure.RunsOn(c.From))
                wrong.Add(new("measure-not-running-then", nameof(c.From)));
            Price(c.PriceOre, c.Unit, c.QuantityHundredths, needed: true, wrong);
        }
        if (c.ExpectedTo < measure.From)
            wrong.Add(new("end-before-start", nameof(c.ExpectedTo)));
        var changed = (c.ExpectedTo, c.Provider, c.Place) != (measure.ExpectedTo, measure.Provider, measure.Place);
        if (!newPrice && !changed)
            wrong.Add(new("nothing-changed"));
        var grant = Covered.Ask(
            new(
                measure.Code,
                measure.From,
                c.ExpectedTo,
                measure.DecisionId,
                newPrice ? c.From : Later(today, measure.From),
                newPrice
                    ? c is { PriceOre: { } ore, Unit: { } unit }
                        ? new Price(ore, unit, c.QuantityHundredths)
                        : null
                    : Grants.PriceOn(measure, file, Later(today, measure.From)),
                c.Provider,
                c.Place,
                measure
            ),
            file,
            catalogue,
            actor,
            today,
            wrong
        );
        if (wrong.Count > 0)
            return Decision.No(wrong);
        if (grant is not null)
        {
            (grant.Id, grant.ChildId, grant.InterventionId) = (next(), c.ChildId, measure.Id);
            events.Add(new Recorded(FactKinds.Grant, grant));
        }
        if (newPrice)
        {
            events.Add(NewPrice(measure, c.From, c.PriceOre!.Value, c.Unit!.Value, c.QuantityHundredths, file, next));
        }
        if (changed)
        {
            var after = (InterventionFact)measure.Copy();
            (after.ExpectedTo, after.Provider, after.Place) = (c.ExpectedTo, c.Provider, c.Place);
            events.Add(new Corrected(FactKinds.Intervention, after));
        }
        return Decision.Of(events);
    }

    /// <summary>A price from a day. A second one for the same day is a correction of the first.</summary>
    internal static DomainEvent NewPrice(
        InterventionFact measure,
        DateOnly from,
        long ore,
        PriceUnit unit,
        long? quantity,
        ChildFile file,
        Func<long> next
    )
    {
        var same = Array.Find(file.Prices, p => p.InterventionId == measure.Id && p.From == from);
        var row =
            (InterventionPriceFact?)same?.Copy()
            ?? new InterventionPriceFact
            {
                Id = next(),
                ChildId = measure.ChildId,
                InterventionId = measure.Id,
                From = from,
            };
        (row.PriceOre, row.Unit, row.QuantityHundredths) = (ore, unit, quantity);
        return same is null ? new Recorded(FactKinds.InterventionPrice, row) : new Corrected(FactKinds.InterventionPrice, row);
    }

    static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
