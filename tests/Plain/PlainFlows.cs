using Spor.Conferences;
using Spor.Facts;
using Spor.Figures;
using Spor.Notifications;
using Spor.Requirements;
using Spor.Workforce;

namespace Spor.Plain;

/// <param name="Repeats">Those on a child already notified in the 12 months before.</param>
sealed record NotificationCounts(int Count, int Children, IReadOnlyDictionary<Notifier, int> ByNotifier, int Repeats)
{
    /// <summary>In whole percent; null without any.</summary>
    public int? RepeatSharePercent => Count == 0 ? null : (int)Math.Round(100m * Repeats / Count, MidpointRounding.AwayFromZero);
}

/// <param name="HeadsAtStart">People employed as caseworkers on the day before the period.</param>
sealed record TurnoverFigures(int Left, int HeadsAtStart, int HeadsAtEnd)
{
    /// <summary>2.18: left ÷ mean of the head counts; null without any.</summary>
    public double? Rate => HeadsAtStart + HeadsAtEnd == 0 ? null : Left / ((HeadsAtStart + HeadsAtEnd) / 2.0);
}

/// <summary>What happened in the days after one day up to another, <c>(a, b]</c> (<c>measures.md</c> 2.16 to 2.18), and compliance (section
/// 1).</summary>
static class Flows
{
    /// <summary>2.16</summary>
    public static NotificationCounts NotificationsIn(IEnumerable<ChildFile> children, DateOnly a, DateOnly b)
    {
        var by = new Dictionary<Notifier, int>();
        int count = 0,
            notified = 0,
            repeats = 0;
        foreach (var file in children)
        {
            var before = count;
            foreach (var n in file.Notifications)
            {
                var on = n.ReceivedOn;
                if (on <= a || on > b)
                    continue;
                count++;
                by[n.Notifier] = by.GetValueOrDefault(n.Notifier) + 1;
                if (IsRepeat(file, n))
                    repeats++;
            }
            if (count > before)
                notified++;
        }
        return new(count, notified, by, repeats);
    }

    /// <summary>2.16: the child was already notified in the 12 months before.</summary>
    public static bool IsRepeat(ChildFile file, NotificationFact n)
    {
        var since = n.ReceivedOn.AddMonths(-12);
        foreach (var earlier in file.Notifications)
            if (earlier.ReceivedAt < n.ReceivedAt && earlier.ReceivedOn >= since)
                return true;
        return false;
    }

    /// <summary>2.17: a case was active at the offer that had opened less than 183 days before.</summary>
    public static bool InNewCase(ChildFile file, NetworkConferenceFact c)
    {
        foreach (var of in file.Cases)
            if (of.ActiveAt(c.OfferedOn) && c.OfferedOn.DayNumber - of.OpenedOn.DayNumber < 183)
                return true;
        return false;
    }

    /// <summary>2.17: the family's plan took the place of a measure, one that ran or one that would have been granted.</summary>
    public static bool ReplacedMeasure(NetworkConferenceFact c) =>
        c.ReplacedMeasureCode is not null || c.ReplacedInterventionId is not null;

    /// <summary>2.17: accepted is among those offered in (a, b].</summary>
    public static ConferenceCounts ConferencesIn(IEnumerable<ChildFile> children, DateOnly a, DateOnly b)
    {
        int offered = 0,
            accepted = 0,
            held = 0,
            plans = 0,
            inNew = 0,
            heldInNew = 0,
            privateTime = 0,
            replaced = 0,
            unknown = 0;
        foreach (var file in children)
        foreach (var c in file.Conferences)
        {
            if (a < c.OfferedOn && c.OfferedOn <= b)
            {
                offered++;
                if (c.Answer == OfferAnswer.Yes)
                    accepted++;
                if (InNewCase(file, c))
                    inNew++;
            }
            if (!(a < c.HeldOn && c.HeldOn <= b))
                continue;
            held++;
            if (c.PlanApproved == true)
                plans++;
            if (InNewCase(file, c))
                heldInNew++;
            if (c.PrivateTimeUsed == true)
                privateTime++;
            if (c.PrivateTimeUsed is null)
                unknown++;
            if (ReplacedMeasure(c))
                replaced++;
        }
        return new(offered, accepted, held, plans, inNew, heldInNew, privateTime, replaced, unknown);
    }

    /// <summary>Section 1: per rule, requirements due in (a, b] met on time and all due in (a, b], as known at b. Give the requirements of
    /// day b.</summary>
    public static (int OnTime, int Due)[] ComplianceIn(IEnumerable<Requirement> atB, DateOnly a, DateOnly b)
    {
        var figures = new (int OnTime, int Due)[Enum.GetValues<Rule>().Length];
        foreach (var r in atB)
        {
            if (r.Due <= a || r.Due > b)
                continue;
            ref var f = ref figures[(int)r.Rule];
            f.Due++;
            if (r.State == RequirementState.OnTime)
                f.OnTime++;
        }
        return figures;
    }

    /// <summary>Section 1: overdue and missed together, per rule.</summary>
    public static int[] UnmetByRule(IEnumerable<Requirement> requirements)
    {
        var unmet = new int[Enum.GetValues<Rule>().Length];
        foreach (var r in requirements)
            if (r.Unmet)
                unmet[(int)r.Rule]++;
        return unmet;
    }
}
