using System.Text.Json.Serialization;
using Spor.Access;
using Spor.Children;
using Spor.Corrections;
using Spor.Decisions;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Verbs;
using Spor.Workforce;

namespace Spor.Cases;

/// <summary>Gives one child or several to another caseworker, in one entry: the old assignment ends the day before the new one
/// begins.</summary>
/// <param name="FromEmployeeId">Who has them now; null = nobody, or whoever has each.</param>
/// <param name="MetFamilyOn">The meeting with the family, held or agreed; may lie ahead.</param>
/// <param name="NoMeetingReason">Why there is no meeting.</param>
public sealed record HandOver(
    IReadOnlyList<long> Children,
    long? FromEmployeeId,
    long? ToEmployeeId,
    DateOnly On,
    string? Promised,
    DateOnly? MetFamilyOn,
    string? NoMeetingReason
) : IAboutChildren, ICommand<HandOver>
{
    /// <summary>
    /// How what is open in a child's case is said, kept with the handover; it is given the file with what is kept as text opened. Words,
    /// and so the caller's; no part of what is meant.
    /// </summary>
    [JsonIgnore]
    public Func<ChildFile, Catalogue, DateOnly, string?> Said { get; init; } = static (_, _, _) => null;

    public static Verb<HandOver> Verb { get; } =
        new(
            "hand-over",
            Capability.Casework,
            (c, now) =>
                CaseRules.Give(
                    c,
                    [.. c.Children.Distinct().Select(now.Facts.Child).OfType<ChildFile>()],
                    now.Facts.All<EmploymentFact>(),
                    now.Actor,
                    file =>
                    {
                        foreach (var action in file.PlanActions)
                            now.Facts.Opened(action);
                        foreach (var agreement in file.Agreements)
                            now.Facts.Opened(agreement);
                        foreach (var letter in file.Letters)
                            now.Facts.Opened(letter);
                        return c.Said(file, now.Catalogue, now.Today);
                    },
                    now.Today,
                    now.NewId
                )
        );
}

/// <summary>The new caseworker has read what was handed over, or met the family.</summary>
public sealed record ReceiveHandover(long ChildId, long HandoverId, DateOnly? MetFamilyOn) : IAboutChild, ICommand<ReceiveHandover>
{
    public static Verb<ReceiveHandover> Verb { get; } =
        new(
            "receive-handover",
            Capability.Casework,
            (c, now) => CaseRules.Receive(c, now.Facts.Find<HandoverFact>(c.HandoverId), now.Author.EmployeeId, now.Today)
        );
}

public static partial class CaseRules
{
    /// <param name="files">The children that are there, of those the command names.</param>
    /// <param name="openMatters">What is open in a child's case, as text that is kept with the handover.</param>
    public static Decision Give(
        HandOver c,
        IReadOnlyList<ChildFile> files,
        IReadOnlyList<EmploymentFact> employments,
        Actor actor,
        Func<ChildFile, string?> openMatters,
        DateOnly today,
        Func<long> id
    )
    {
        var wrong = new List<Refusal>();
        if (c.Children.Count == 0)
            wrong.Add(new("handover-of-nobody", nameof(c.Children)));
        if (files.Count < c.Children.Distinct().Count())
            wrong.Add(new("thing-not-there"));
        if (c.ToEmployeeId is not { } to)
            wrong.Add(new("choice-missing", nameof(c.ToEmployeeId)));
        else if (!Takes(employments, to, c.On))
            wrong.Add(new("receiver-not-employed", nameof(c.ToEmployeeId)));
        if (c.MetFamilyOn is null && c.NoMeetingReason is null)
            wrong.Add(new("handover-without-meeting", nameof(c.MetFamilyOn)));
        if (c.MetFamilyOn is not null && c.NoMeetingReason is not null)
            wrong.Add(new("handover-meeting-and-reason", nameof(c.NoMeetingReason)));

        var events = new List<DomainEvent>();
        foreach (var file in files)
        {
            if (file.Cases.Where(k => k.ActiveAt(c.On)).ToList() is not { Count: > 0 } cases)
            {
                Add(new("no-open-case"));
                continue;
            }
            var given = file
                .Assignments.Where(a =>
                    cases.Exists(k => k.Id == a.CaseId)
                    && (a.To is null || a.To >= c.On)
                    && (c.FromEmployeeId is null || a.EmployeeId == c.FromEmployeeId)
                )
                .ToList();
            if (c.FromEmployeeId is not null && given.Count == 0)
                Add(new("handover-of-anothers-child"));
            if (
                file.Assignments.Any(a =>
                    a.EmployeeId == c.ToEmployeeId && (a.To is null || a.To >= c.On) && cases.Exists(k => k.Id == a.CaseId)
                )
            )
                Add(new("receiver-has-it-already", nameof(c.ToEmployeeId)));
            if (c.ToEmployeeId is { } receiver && given.Exists(a => ToAnotherTeam(a.EmployeeId, receiver, employments, actor, c.On)))
                Add(new("another-team-decides-too", nameof(c.ToEmployeeId)));
            if (given.Exists(a => a.From >= c.On))
                Add(new("handover-before-assignment", nameof(c.On)));
            if (wrong.Count > 0)
                continue;
            foreach (var a in given)
                events.Add(new Corrected(FactKinds.Assignment, Changed(a, x => x.To = c.On.AddDays(-1))));
            foreach (var k in given.Count > 0 ? cases.Where(k => given.Exists(a => a.CaseId == k.Id)) : cases)
                events.Add(
                    new Recorded(
                        FactKinds.Assignment,
                        new AssignmentFact
                        {
                            Id = id(),
                            ChildId = file.Id,
                            CaseId = k.Id,
                            EmployeeId = c.ToEmployeeId!.Value,
                            From = c.On,
                        }
                    )
                );
            events.Add(
                new Recorded(
                    FactKinds.Handover,
                    new HandoverFact
                    {
                        Id = id(),
                        ChildId = file.Id,
                        CaseId = (given.Count > 0 ? given[0].CaseId : cases[0].Id),
                        FromEmployeeId = given.FirstOrDefault()?.EmployeeId,
                        ToEmployeeId = c.ToEmployeeId!.Value,
                        On = c.On,
                        MetFamilyOn = c.MetFamilyOn,
                        NoMeetingReason = c.NoMeetingReason,
                        Promised = c.Promised,
                        OpenMatters = openMatters(file),
                    }
                )
            );
        }
        return wrong.Count > 0 ? Decision.No(wrong) : Decision.Of(events);

        // Of several children the same reason is said once.
        void Add(Refusal refusal)
        {
            if (!wrong.Contains(refusal))
                wrong.Add(refusal);
        }
    }

    /// <summary>
    /// Whether a child would leave its team without anybody who answers for both having said yes: the head of department, or somebody with
    /// a post in both teams.
    /// </summary>
    static bool ToAnotherTeam(long from, long to, IReadOnlyList<EmploymentFact> employments, Actor actor, DateOnly on)
    {
        HashSet<long> Teams(long? employee, DateOnly day) =>
            [.. employments.Where(e => e.EmployeeId == employee && e.RunsOn(day)).Select(e => e.TeamId).OfType<long>()];
        var (before, after) = (Teams(from, on.AddDays(-1)), Teams(to, on));
        if (before.Count == 0 || after.Count == 0 || before.Overlaps(after) || actor.Level >= AuthorityLevel.Leader)
            return false;
        var mine = Teams(actor.EmployeeId, on);
        return !(mine.Overlaps(before) && mine.Overlaps(after));
    }

    /// <summary>Whether somebody may be given cases on a day.</summary>
    static bool Takes(IEnumerable<EmploymentFact> employments, long employee, DateOnly on) =>
        employments.Any(e =>
            e.EmployeeId == employee && e.RunsOn(on) && e.Role is Role.Caseworker or Role.ProfessionalCoordinator or Role.Leader
        );

    public static Decision Receive(ReceiveHandover c, HandoverFact? handover, long? reader, DateOnly today)
    {
        if (handover is null || handover.ChildId != c.ChildId)
            return new Refusal("thing-not-there");
        var wrong = new List<Refusal>();
        if (handover.ToEmployeeId != reader)
            wrong.Add(new("handover-to-another"));
        if (c.MetFamilyOn < handover.On.AddYears(-1))
            wrong.Add(new("day-not-readable", nameof(c.MetFamilyOn)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        return new Corrected(
            FactKinds.Handover,
            Changed(handover, h => (h.ReadOn, h.MetFamilyOn) = (h.ReadOn ?? today, c.MetFamilyOn ?? h.MetFamilyOn))
        );
    }

    /// <summary>True while the new caseworker is to be reminded: not read, or the agreed meeting not noted as held.</summary>
    public static bool Waits(HandoverFact handover, DateOnly today) => handover.ReadOn is null || handover.MetFamilyOn > today;

    /// <summary>A copy with something changed. A row whose texts were not opened keeps the texts it has.</summary>
    static T Changed<T>(T fact, Action<T> change)
        where T : Fact
    {
        var copy = (T)fact.Copy();
        change(copy);
        return copy;
    }
}
