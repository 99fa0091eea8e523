using Spor.Facts;
using Spor.Interventions;
using Spor.Law;
using Spor.Requirements;

namespace Spor.FollowUps;

/// <summary>One of the two clocks that run beside each other: the law's and the model's.</summary>
/// <param name="Now">What is due now; null if nothing is.</param>
/// <param name="After">What is due next once it is followed up; null if nothing will be, or nobody has decided it.</param>
public sealed record CadenceClock(Rule Rule, bool IsLaw, string? Section, Requirement? Now, DateOnly? After);

/// <summary>
/// How often a measure is followed up. In the time of Serviceloven the law fixed the months; Barnets lov (BL 95) lets the municipality
/// decide, for each child and with a reason. The model's own cadence runs beside it.
/// </summary>
public static class Cadence
{
    /// <summary>The law's rule of follow-up is for steps 3 to 6 (<c>measures.md</c> section 1).</summary>
    public static bool LawApplies(InterventionFact measure, Catalogue catalogue, DateOnly on) =>
        catalogue.On(measure.Code, on)?.Step is >= 3 and <= 6;

    /// <summary>The months between follow-ups that the law in force on the day fixes; 0 where the cadence is decided for each
    /// child.</summary>
    public static int FixedMonths(DateOnly on, Bounds bounds) => bounds.On(on).Of(Rule.NextFollowUp).Months;

    public static bool IsIndividual(InterventionFact measure, Catalogue catalogue, DateOnly on) =>
        LawApplies(measure, catalogue, on) && FixedMonths(on, catalogue.Bounds) == 0;

    /// <summary>The latest follow-up up to a day that decided when the next should be.</summary>
    public static FollowUpFact? LastDecided(ChildFile file, InterventionFact measure, Catalogue catalogue, DateOnly until) =>
        Array.FindLast(
            file.FollowUps,
            f => f.InterventionId == measure.Id && f.On <= until && f.NextBy is not null && FixedMonths(f.On, catalogue.Bounds) == 0
        );

    /// <summary>The next day if the cadence stays as it is; null where none is decided yet.</summary>
    public static DateOnly? Next(ChildFile file, InterventionFact measure, Catalogue catalogue, DateOnly on)
    {
        if (LawApplies(measure, catalogue, on) && FixedMonths(on, catalogue.Bounds) is > 0 and var months)
            return on.AddMonths(months);
        return LastDecided(file, measure, catalogue, on) is { NextBy: { } next } last ? Repeat(last.On, next, on) : null;
    }

    /// <summary>The day a form proposes: the cadence as it stands, but never later than the municipality's own goal, which stands beside
    /// the field. Null where no cadence is decided yet.</summary>
    /// <param name="file">Read alone, so that it holds everything.</param>
    public static DateOnly? Proposed(ChildFile file, InterventionFact measure, Catalogue catalogue, DateOnly on)
    {
        if (Next(file, measure, catalogue, on) is not { } next)
            return null;
        foreach (var clock in Clocks(file, measure, catalogue, on, next))
            if (!clock.IsLaw && clock.After is { } goal && goal > on && goal < next)
                next = goal;
        return next;
    }

    /// <summary>The same distance again: whole months if it was whole months, otherwise days.</summary>
    public static DateOnly Repeat(DateOnly from, DateOnly to, DateOnly on)
    {
        for (var months = 1; from.AddMonths(months) <= to; months++)
            if (from.AddMonths(months) == to)
                return on.AddMonths(months);
        return on.AddDays(to.DayNumber - from.DayNumber);
    }

    /// <summary>Both clocks of a measure, as they stand and as they will stand after a follow-up on a day. The rules are those of
    /// <see cref="Derive"/>, asked twice.</summary>
    /// <param name="file">Read alone, so that it holds everything.</param>
    public static IReadOnlyList<CadenceClock> Clocks(
        ChildFile file,
        InterventionFact measure,
        Catalogue catalogue,
        DateOnly on,
        DateOnly? next
    )
    {
        var supposed = new FollowUpFact
        {
            Id = int.MaxValue,
            ChildId = file.Id,
            InterventionId = measure.Id,
            On = on,
            NextBy = next,
        };
        var after = Owed(ChildFile.Build(file.Child, [.. file.All.OfType<ChildsFact>(), supposed], alone: true), measure, catalogue, on);
        var now = Owed(file, measure, catalogue, on);
        var clocks = new List<CadenceClock>();
        foreach (var isLaw in new[] { true, false })
        {
            var (before, then) = (First(now, isLaw), First(after, isLaw));
            // The law asks for a next day also where nobody has decided it yet.
            if ((before ?? then) is { } one)
                clocks.Add(Clock(one.Rule, one.Trigger, before, then?.Due));
            else if (isLaw && LawApplies(measure, catalogue, on))
                clocks.Add(Clock(Rule.NextFollowUp, on, null, null));
        }
        return clocks;
    }

    static CadenceClock Clock(Rule rule, DateOnly trigger, Requirement? now, DateOnly? after)
    {
        var law = NationalLaw.Of(rule, trigger);
        return new(rule, law.IsLaw, law.Section, now, after);
    }

    static List<Requirement> Owed(ChildFile file, InterventionFact measure, Catalogue catalogue, DateOnly on)
    {
        var all = new List<Requirement>();
        Derive.Of(file, catalogue, on, all);
        return all.FindAll(r =>
            r.SubjectId == measure.Id
            && r.State is RequirementState.Overdue or RequirementState.Upcoming
            && r.Rule is Rule.FirstFollowUp or Rule.NextFollowUp or Rule.PlacementFollowUp or Rule.PreventiveFollowUp
        );
    }

    static Requirement? First(List<Requirement> owed, bool isLaw)
    {
        Requirement? first = null;
        foreach (var r in owed)
            if (NationalLaw.Of(r.Rule, r.Trigger).IsLaw == isLaw && (first is null || r.Due < first.Value.Due))
                first = r;
        return first;
    }
}
