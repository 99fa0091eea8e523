using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;
using Spor.Workforce;

namespace Spor.Conferences;

/// <summary>Puts a trained coordinator on the municipality's list, or changes what stands there.</summary>
/// <param name="Id">The coordinator that is changed; null for a new one.</param>
/// <param name="Outside">Said by whoever writes it: the coordinator is employed outside the department.</param>
/// <param name="AtMost">How many conferences at a time; null = no limit said.</param>
public sealed record KeepCoordinator(
    long? Id,
    string? Name,
    string? Phone,
    string? Email,
    string? Workplace,
    string? Languages,
    DateOnly TrainedOn,
    DateOnly From,
    int? AtMost,
    bool Outside
) : ICommand<KeepCoordinator>
{
    public static Verb<KeepCoordinator> Verb { get; } =
        new(
            "add-coordinator",
            Capability.Settings,
            (c, now) =>
                ConferenceRules.Keep(
                    c,
                    [.. now.Facts.All<CoordinatorFact>().Select(now.Facts.Opened)],
                    [.. now.Facts.All<EmploymentFact>().Select(now.Facts.Opened)],
                    now.Today,
                    now.NewId
                )
        )
        {
            Shown = (c, now) => c.Id is { } known ? now.Facts.Find<CoordinatorFact>(known) : null,
            OtherName = "change-coordinator",
            OtherWhen = (c, _) => c.Id is not null,
        };
}

/// <summary>A coordinator takes no more conferences after <paramref name="LastDay"/>.</summary>
public sealed record EndCoordinator(long Id, DateOnly LastDay) : ICommand<EndCoordinator>
{
    public static Verb<EndCoordinator> Verb { get; } =
        new(
            "end-coordinator",
            Capability.Settings,
            (c, now) =>
                ConferenceRules.End(
                    c,
                    now.Facts.FindOpened<CoordinatorFact>(c.Id),
                    ConferencePath.LoadOf(c.Id, now.Facts.All<CoordinationFact>(), now.Facts.Find<NetworkConferenceFact>),
                    now.Today
                )
        );
}

public static partial class ConferenceRules
{
    /// <param name="known">Everybody on the list, ended ones too, with their texts opened.</param>
    /// <param name="employments">With their names opened: a coordinator is not employed in the department (domain.md 5,
    /// neutrality).</param>
    /// <param name="newId">Asked only for a new one.</param>
    public static Decision Keep(
        KeepCoordinator c,
        IReadOnlyList<CoordinatorFact> known,
        IReadOnlyList<EmploymentFact> employments,
        DateOnly today,
        Func<long> newId
    )
    {
        var before = c.Id is { } id ? known.FirstOrDefault(k => k.Id == id) : null;
        if (c.Id is not null && before is null)
            return new Refusal("coordinator-not-there");
        var wrong = new List<Refusal>();
        if (c.Name is null)
            wrong.Add(new("coordinator-without-name", nameof(c.Name)));
        else
        {
            if (employments.Any(e => e.RunsOn(today) && SamePerson.ByName(e.Name, c.Name)))
                wrong.Add(new("coordinator-is-employee", nameof(c.Name)));
            if (
                known.Any(k =>
                    k.Id != c.Id
                    && (k.To is null || k.To >= c.From)
                    && SamePerson.ByName(k.Name, c.Name)
                    && (SamePerson.ByPhone(k.Phone, c.Phone) || k.Workplace == c.Workplace)
                )
            )
                wrong.Add(new("coordinator-known", nameof(c.Name)));
        }
        if (c.Phone is null && c.Email is null)
            wrong.Add(new("coordinator-without-contact", nameof(c.Phone)));
        if (c.Workplace is null)
            wrong.Add(new("coordinator-without-workplace", nameof(c.Workplace)));
        if (c.TrainedOn > today)
            wrong.Add(new("day-in-future", nameof(c.TrainedOn)));
        if (c.From < c.TrainedOn)
            wrong.Add(new("coordinator-before-training", nameof(c.From)));
        if (before?.To is { } end && c.From > end)
            wrong.Add(new("ends-before-it-starts", nameof(c.From)));
        if (c.AtMost is < 1 or > 99)
            wrong.Add(new("coordinator-load-not-possible", nameof(c.AtMost)));
        if (!c.Outside)
            wrong.Add(new("coordinator-not-outside", nameof(c.Outside)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        var now = before is null ? new CoordinatorFact { Id = newId() } : (CoordinatorFact)before.Copy();
        (now.Name, now.Phone, now.Email, now.Workplace, now.Languages) = (c.Name, c.Phone, c.Email, c.Workplace, c.Languages);
        (now.TrainedOn, now.From, now.AtMost) = (c.TrainedOn, c.From, c.AtMost);
        return before is null ? new Recorded(FactKinds.Coordinator, now) : new Corrected(FactKinds.Coordinator, now);
    }

    /// <param name="coordinator">With its texts opened.</param>
    /// <param name="load">The conferences it has now, which somebody else must take over first: access ends with the coordinator.</param>
    public static Decision End(EndCoordinator c, CoordinatorFact? coordinator, int load, DateOnly today)
    {
        if (coordinator is null)
            return new Refusal("coordinator-not-there");
        var wrong = new List<Refusal>();
        if (c.LastDay < coordinator.From)
            wrong.Add(new("ends-before-it-starts", nameof(c.LastDay)));
        if (load > 0 && c.LastDay <= today)
            wrong.Add(new("coordinator-has-conferences"));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        var now = (CoordinatorFact)coordinator.Copy();
        now.To = c.LastDay;
        return new Corrected(FactKinds.Coordinator, now);
    }
}
