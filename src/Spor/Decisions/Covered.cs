using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Law;

namespace Spor.Decisions;

/// <summary>A price, as a measure has it and as a grant allows it.</summary>
public readonly record struct Price(long Ore, PriceUnit Unit, long? QuantityHundredths)
{
    /// <summary>Øre in the month that contains a day, so that prices of different units can be compared.</summary>
    public long? AMonth(DateOnly month) => Authority.OreAMonth(Ore, Unit, QuantityHundredths, month);
}

/// <summary>A measure as it is to be, whoever asks: started, changed, corrected, prolonged.</summary>
/// <param name="From">The measure's first day.</param>
/// <param name="PriceFrom">The day the price holds from: the first day, or that of the change.</param>
/// <param name="Price">Null where none is given, which the forms refuse by themselves.</param>
/// <param name="Provider">Of a placement: the place.</param>
/// <param name="Now">The measure as it is; null for one that begins.</param>
public sealed record Help(
    string Code,
    DateOnly From,
    DateOnly? ExpectedTo,
    long? DecisionId,
    DateOnly PriceFrom,
    Price? Price,
    string? Provider,
    string? Place,
    InterventionFact? Now
);

/// <summary>
/// The one question between a decision and a measure: is there a decision in force that names this help, and a grant that covers it? Asked
/// by
/// everything that starts, changes, corrects or prolongs a measure. What another system reported is not judged: an imported decision names
/// the
/// measure that names it, at its imported price.
/// </summary>
public static class Covered
{
    /// <summary>Measures from step 3 on, and every placement, rest on a decision; preventive help does not.</summary>
    public static bool NeedsDecision(CatalogueRow row) => row.IsPlacement || !Gates.Fits(MeasureGroup.Preventive, row);

    /// <summary>Says what is wrong, and returns the grant to be recorded with the measure: null if the one there is covers it.</summary>
    /// <param name="file">The proposal that the decision came from has its texts open.</param>
    public static GrantFact? Ask(Help h, ChildFile file, Catalogue catalogue, Actor actor, DateOnly today, List<Refusal> wrong)
    {
        if (catalogue.On(h.Code, h.From) is not { } row)
            return null;
        var decision = h.DecisionId is { } id ? Array.Find(file.Decisions, d => d.Id == id) : null;
        var proposal = decision?.ProposalId is { } from ? Array.Find(file.Proposals, p => p.Id == from) : null;
        if (IsOther(h))
            Names(h, row, decision, proposal, file, catalogue, wrong);
        if (row.IsPlacement && OtherPlace(h, proposal))
            wrong.Add(new("place-is-a-decision", nameof(h.Provider), KindFor(row, decision).Danish()));
        return h.Price is { } price ? Grant(h, price, row, decision, proposal, file, catalogue, actor, today, wrong) : null;
    }

    static bool IsOther(Help h) =>
        h.Now is not { } now
        || !string.Equals(now.Code, h.Code, StringComparison.OrdinalIgnoreCase)
        || now.From != h.From
        || now.DecisionId != h.DecisionId;

    static bool OtherPlace(Help h, DecisionProposalFact? proposal)
    {
        // What was not said before may be said now; what was said is changed by a decision.
        var (provider, place) = h.Now is { } now ? (now.Provider, now.Place) : (proposal?.Provider, null);
        return (provider is not null && (h.Now is not null || h.Provider is not null) && provider != h.Provider)
            || (place is not null && place != h.Place);
    }

    static void Names(
        Help h,
        CatalogueRow row,
        DecisionRecordFact? decision,
        DecisionProposalFact? proposal,
        ChildFile file,
        Catalogue catalogue,
        List<Refusal> wrong
    )
    {
        var form = KindFor(row, null).Danish();
        if (h.DecisionId is null)
        {
            // An imported measure without one goes on as it is; it cannot become another without one.
            if (NeedsDecision(row) && !(h.Now is { SourceKey: not null, DecisionId: null } now && SameStep(now, row, catalogue)))
                wrong.Add(new("decision-needed", nameof(h.Code), form));
            return;
        }
        if (decision is null)
        {
            wrong.Add(new("thing-not-there", nameof(h.DecisionId)));
            return;
        }
        if (Array.Exists(file.Interventions, m => m.DecisionId == decision.Id && m.Id != h.Now?.Id))
            wrong.Add(new("decision-used", nameof(h.DecisionId), form));
        else if (proposal is null ? !MayRestOn(decision, row) : !IsNamed(h, row, proposal, catalogue))
            wrong.Add(new("decision-names-other", nameof(h.DecisionId), form));
        else if (h.From < decision.On && proposal is not ({ Acute: true } or { Kind: DecisionKind.Preliminary }))
            wrong.Add(new("start-before-decision", nameof(h.From)));
        else if (proposal is not null && (h.From < proposal.From || h.From > proposal.ExpectedTo))
            wrong.Add(new("decision-not-in-force", nameof(h.From), form));
    }

    static bool SameStep(InterventionFact now, CatalogueRow row, Catalogue catalogue) =>
        catalogue.On(now.Code, now.From) is not { } before || (before.Step >= row.Step && before.IsPlacement == row.IsPlacement);

    static bool IsNamed(Help h, CatalogueRow row, DecisionProposalFact proposal, Catalogue catalogue) =>
        proposal.MeasureCode is { } code
        && string.Equals(code, h.Code, StringComparison.OrdinalIgnoreCase)
        && catalogue.On(code, proposal.From ?? proposal.ProposedOn)?.Step == row.Step;

    /// <summary>Whether a measure may rest on the section of an imported decision that no measure names yet.</summary>
    static bool MayRestOn(DecisionRecordFact decision, CatalogueRow row) =>
        DecisionLaw.All.Any(k =>
            k.From <= decision.On
            && decision.On <= k.To
            && Gates.Fits(k.Measures, row)
            && k.Bases.Any(b =>
                SameSection(b.Code, decision.LegalBasis)
                && (
                    b.Measures.Count == 0 || b.Measures.Contains(row.Code, StringComparer.OrdinalIgnoreCase) || !DecisionLaw.Lists(row.Code)
                )
            )
        );

    // 32 stands for all of 32.1.1 to 32.1.8, and 46.1 for 46.
    static bool SameSection(string known, string delivered) =>
        known == delivered
        || known.StartsWith(delivered + ".", StringComparison.Ordinal)
        || delivered.StartsWith(known + ".", StringComparison.Ordinal);

    /// <summary>The kind of decision that would grant a measure: for the form that a refusal leads to, and for the table of
    /// authority.</summary>
    public static DecisionKind KindFor(CatalogueRow row, DecisionRecordFact? decision) =>
        decision?.Kind is DecisionKind.YouthSupport ? DecisionKind.YouthSupport
        : row.IsPlacement ? DecisionKind.Placement
        : Gates.Fits(MeasureGroup.Disability, row) ? DecisionKind.Disability
        : NeedsDecision(row) ? DecisionKind.Support
        : DecisionKind.Preventive;

    static GrantFact? Grant(
        Help h,
        Price price,
        CatalogueRow row,
        DecisionRecordFact? decision,
        DecisionProposalFact? proposal,
        ChildFile file,
        Catalogue catalogue,
        Actor actor,
        DateOnly today,
        List<Refusal> wrong
    )
    {
        var granted =
            h.Now is { } now ? Grants.On(now, file, h.PriceFrom, catalogue)
            : proposal is { PriceOre: { } ore, Unit: { } unit }
                ? new Granted(new(ore, unit, proposal.QuantityHundredths), proposal.ExpectedTo)
            : null;
        var amount = price.AMonth(h.PriceFrom) ?? 0;
        var cheapEnough = granted is { Price: { } most } && amount <= most.AMonth(h.PriceFrom);
        var shortEnough =
            granted is { To: var to } && (to is null || h.ExpectedTo <= to || (h.Now is not null && h.Now.ExpectedTo == h.ExpectedTo));
        var free = h.Now is not null && price == Grants.PriceOn(h.Now, file, h.PriceFrom);
        if ((cheapEnough || free) && shortEnough)
            return h.Now is null ? Of(h, price, GrantCause.Decision, decision?.Level, decision?.On ?? today, null) : null;
        var needed = Authority.Needed(Authority.On(actor.Limits, today), KindFor(row, decision), h.Code, amount, today);
        if (!Authority.Covers(actor.Level, needed))
        {
            // Preventive help that begins has its own form, where it waits for whoever may grant it.
            wrong.Add(
                h.Now is null
                    ? new("grant-beyond-authority", nameof(InterventionFact.PriceOre), KindFor(row, null).Danish())
                    : new(
                        "grant-does-not-cover",
                        cheapEnough || free ? nameof(h.ExpectedTo) : nameof(InterventionFact.PriceOre),
                        h.Now.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)
                    )
            );
            return null;
        }
        // A longer time takes nothing of what may be paid.
        var allowed = h.Now is not null && cheapEnough ? granted!.Price!.Value : price;
        return Of(h, allowed, h.Now is null ? GrantCause.Start : GrantCause.Renewed, actor.Level, today, actor.EmployeeId);
    }

    static GrantFact Of(Help h, Price price, GrantCause cause, AuthorityLevel? level, DateOnly on, long? by) =>
        new()
        {
            From = h.PriceFrom,
            To = h.ExpectedTo,
            PriceOre = price.Ore,
            Unit = price.Unit,
            QuantityHundredths = price.QuantityHundredths,
            Cause = cause,
            Level = level,
            GrantedOn = on,
            GrantedBy = by,
        };
}

/// <summary>What is granted for a measure on a day.</summary>
/// <param name="Price">At most; null where nothing is known to be granted.</param>
/// <param name="To">The last day it is expected to run; null = not said.</param>
public sealed record Granted(Price? Price, DateOnly? To);

/// <summary>What measures may cost.</summary>
public static class Grants
{
    /// <summary>
    /// The grant of a day. Without a recorded one (imported, or begun before grants were recorded) what it cost that day is what was
    /// granted. A regulation of the rates renews it from its day, by rule.
    /// </summary>
    public static Granted On(InterventionFact measure, ChildFile file, DateOnly day, Catalogue catalogue)
    {
        if (Array.FindLast(file.Of<GrantFact>(), g => g.InterventionId == measure.Id && g.From <= day) is { } grant)
            return new(
                catalogue
                    .Regulations.Of(measure, catalogue, grant.From, day)
                    .Aggregate(new Price(grant.PriceOre, grant.Unit, grant.QuantityHundredths), (price, r) => r.Of(price)),
                grant.To
            );
        Price? most = null;
        foreach (var r in catalogue.Regulations.Of(measure, catalogue, measure.From, day))
            most = Higher(most, PriceOn(measure, file, r.From.AddDays(-1)), r.From) is { } before ? r.Of(before) : null;
        return new(Higher(most, PriceOn(measure, file, day), day), measure.ExpectedTo);
    }

    static Price? Higher(Price? a, Price? b, DateOnly month) =>
        a is { } x && b is { } y ? (x.AMonth(month) >= y.AMonth(month) ? x : y) : a ?? b;

    /// <summary>What has been granted for a measure, the newest first: what was decided, and between it what the regulation of the rates
    /// made of it. Of one without a recorded grant the regulations alone.</summary>
    public static IReadOnlyList<GrantFact> Listed(InterventionFact measure, ChildFile file, Catalogue catalogue, DateOnly to)
    {
        var all = Array.FindAll(file.Of<GrantFact>(), g => g.InterventionId == measure.Id).ToList();
        var last = measure.To < to ? measure.To.Value : to;
        foreach (var r in catalogue.Regulations.Of(measure, catalogue, measure.From, last).ToList())
            if (On(measure, file, r.From, catalogue) is { Price: { } price } granted && !all.Exists(g => g.From == r.From))
                all.Add(
                    new()
                    {
                        ChildId = file.Id,
                        InterventionId = measure.Id,
                        From = r.From,
                        To = granted.To,
                        PriceOre = price.Ore,
                        Unit = price.Unit,
                        QuantityHundredths = price.QuantityHundredths,
                        Cause = GrantCause.Regulation,
                        GrantedOn = r.From,
                    }
                );
        return [.. all.OrderByDescending(g => g.From)];
    }

    /// <summary>The first day on which a measure costs more than is granted for it; null where it never does. Asked on the days on which
    /// the price or the grant becomes another, in the month of that day.</summary>
    public static DateOnly? Beyond(InterventionFact measure, ChildFile file, Catalogue catalogue)
    {
        var grants = Array.FindAll(file.Of<GrantFact>(), g => g.InterventionId == measure.Id);
        var days = file
            .Prices.Where(p => p.InterventionId == measure.Id)
            .Select(p => p.From)
            .Concat(grants.Select(g => g.From))
            .Where(measure.RunsOn)
            .Append(measure.From);
        foreach (var day in days.Distinct().Order())
            if (
                PriceOn(measure, file, day)?.AMonth(day) is { } costs
                && On(measure, file, day, catalogue).Price?.AMonth(day) is { } most
                && costs > most
            )
                return day;
        return null;
    }

    /// <summary>The price of a day; null without one.</summary>
    public static Price? PriceOn(InterventionFact measure, ChildFile file, DateOnly day) =>
        InterventionRules.PriceOn(measure, file.Prices, day) is { Ore: { } ore, Unit: { } unit, QuantityHundredths: var quantity }
            ? new(ore, unit, quantity)
            : null;
}
