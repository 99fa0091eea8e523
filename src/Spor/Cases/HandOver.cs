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

/// <summary>
/// Gives one child or several to another caseworker, in one entry: the old assignment ends the day before the new one begins. A child that
/// would leave its team is proposed to the other, whose leader or coordinator says yes (<see cref="AnswerHandover"/>).
/// </summary>
/// <param name="FromEmployeeId">Who has them now; null = nobody, or whoever has each.</param>
/// <param name="MetFamilyOn">The meeting with the family, held or agreed; may lie ahead.</param>
/// <param name="NoMeetingReason">Why there is no meeting.</param>
/// <param name="NameReason">Why it may be somebody who is called as one of the family is: a leader's to say.</param>
public sealed record HandOver(
    IReadOnlyList<long> Children,
    long? FromEmployeeId,
    long? ToEmployeeId,
    DateOnly On,
    string? Promised,
    DateOnly? MetFamilyOn,
    string? NoMeetingReason,
    string? NameReason = null
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
                    now.Author,
                    (file, to) => NamedAlike.In(now.Facts, file, now.Staff)(to),
                    file =>
                    {
                        CaseRules.OpenWords(file, now.Facts);
                        return c.Said(file, now.Catalogue, now.Today);
                    },
                    now.Today,
                    now.NewId
                )
        )
        {
            Reason = c => c.NameReason,
        };
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
    /// <param name="namedAlike">Whether somebody who is employed is called as one around the child is.</param>
    /// <param name="openMatters">What is open in a child's case, as text that is kept with the handover.</param>
    public static Decision Give(
        HandOver c,
        IReadOnlyList<ChildFile> files,
        IReadOnlyList<EmploymentFact> employments,
        Author author,
        Func<ChildFile, long, bool> namedAlike,
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
            var given = Given(file, cases, c.FromEmployeeId, c.On);
            if (c.FromEmployeeId is not null && given.Count == 0)
                Add(new("handover-of-anothers-child"));
            if (c.ToEmployeeId is { } one && HasAlready(file, cases, one, c.On))
                Add(new("receiver-has-it-already", nameof(c.ToEmployeeId)));
            if (given.Exists(a => a.From >= c.On))
                Add(new("handover-before-assignment", nameof(c.On)));
            if (WaitingHandover(file) is not null)
                Add(new("handover-waits-already"));
            if (c.ToEmployeeId is not { } receiver)
                continue;
            var asked = given.Count > 0 ? TeamToAsk(given[0].EmployeeId, receiver, employments, author, c.On) : null;
            if (given.Count == 0 && !MayBring(receiver, employments, author, c.On))
                Add(new("allocation-beyond-team", nameof(c.ToEmployeeId)));
            // Who says yes for the other team chooses with open eyes; here it is whoever moves the child.
            if (asked is null && namedAlike(file, receiver))
                NameChosen(true, author.Leads, c.NameReason, nameof(c.NameReason), wrong);
            if (wrong.Count > 0)
                continue;
            if (asked is { } team)
                events.Add(Proposed(c, file, given[0], team, author.EmployeeId, today, id()));
            else
                events.AddRange(
                    Moved(
                        file,
                        cases,
                        given,
                        new()
                        {
                            ToEmployeeId = receiver,
                            On = c.On,
                            MetFamilyOn = c.MetFamilyOn,
                            NoMeetingReason = c.NoMeetingReason,
                            Promised = c.Promised,
                            OpenMatters = openMatters(file),
                        },
                        id
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

    static Recorded Proposed(HandOver c, ChildFile file, AssignmentFact given, long team, long? by, DateOnly today, long id) =>
        new(
            FactKinds.HandoverProposal,
            new HandoverProposalFact
            {
                Id = id,
                ChildId = file.Id,
                CaseId = given.CaseId,
                State = HandoverState.Waiting,
                ToTeamId = team,
                FromEmployeeId = given.EmployeeId,
                ToEmployeeId = c.ToEmployeeId!.Value,
                ProposedOn = today,
                ProposedBy = by,
                On = c.On,
                MetFamilyOn = c.MetFamilyOn,
                NoMeetingReason = c.NoMeetingReason,
                Promised = c.Promised,
            }
        );

    /// <summary>What somebody has of a child's cases, or anybody where none is named.</summary>
    static List<AssignmentFact> Given(ChildFile file, List<CaseFact> cases, long? from, DateOnly on) =>
        [
            .. file.Assignments.Where(a =>
                cases.Exists(k => k.Id == a.CaseId) && (a.To is null || a.To >= on) && (from is null || a.EmployeeId == from)
            ),
        ];

    static bool HasAlready(ChildFile file, List<CaseFact> cases, long employee, DateOnly on) =>
        file.Assignments.Any(a => a.EmployeeId == employee && (a.To is null || a.To >= on) && cases.Exists(k => k.Id == a.CaseId));

    /// <summary>The old assignments end the day before, and what is handed over is kept.</summary>
    /// <param name="handed">To whom, from when, and what was said.</param>
    static IEnumerable<DomainEvent> Moved(
        ChildFile file,
        List<CaseFact> cases,
        List<AssignmentFact> given,
        HandoverFact handed,
        Func<long> id
    )
    {
        foreach (var a in given)
            // One that was to begin on that day or later never begins.
            yield return a.From >= handed.On
                ? new Withdrawn(FactKinds.Assignment, a.Id)
                : new Corrected(FactKinds.Assignment, Changed(a, x => x.To = handed.On.AddDays(-1)));
        foreach (var k in given.Count > 0 ? cases.Where(k => given.Exists(a => a.CaseId == k.Id)) : cases)
            yield return new Recorded(
                FactKinds.Assignment,
                new AssignmentFact
                {
                    Id = id(),
                    ChildId = file.Id,
                    CaseId = k.Id,
                    EmployeeId = handed.ToEmployeeId,
                    From = handed.On,
                }
            );
        (handed.Id, handed.ChildId) = (id(), file.Id);
        (handed.CaseId, handed.FromEmployeeId) = (given.Count > 0 ? given[0].CaseId : cases[0].Id, given.FirstOrDefault()?.EmployeeId);
        yield return new Recorded(FactKinds.Handover, handed);
    }

    /// <summary>
    /// The team whose leader or coordinator must say yes before the child moves; null where it stays in its team, or where whoever hands
    /// over answers for both.
    /// </summary>
    static long? TeamToAsk(long from, long to, IReadOnlyList<EmploymentFact> employments, Author author, DateOnly on)
    {
        HashSet<long> Teams(long employee, DateOnly day) =>
            [.. employments.Where(e => e.EmployeeId == employee && e.RunsOn(day)).Select(e => e.TeamId).OfType<long>()];
        var (before, after) = (Teams(from, on.AddDays(-1)), Teams(to, on));
        // Whoever has left was of the team that they left.
        if (before.Count == 0 && employments.Where(e => e.EmployeeId == from && e.TeamId is not null).MaxBy(e => e.From) is { } last)
            before = [last.TeamId!.Value];
        if (before.Count == 0 || after.Count == 0 || before.Overlaps(after))
            return null;
        return before.Any(author.LeadsTeam) && after.Any(author.LeadsTeam) ? null : after.Min();
    }

    /// <summary>A child that nobody has asks nobody who has it: it comes to a team from one of the team, or from one who answers for
    /// it.</summary>
    static bool MayBring(long to, IReadOnlyList<EmploymentFact> employments, Author author, DateOnly on)
    {
        long[] Teams(long? employee) =>
            [.. employments.Where(e => e.EmployeeId == employee && e.RunsOn(on)).Select(e => e.TeamId).OfType<long>()];
        var teams = Teams(to);
        return teams.Length == 0 || Array.Exists(teams, t => author.LeadsTeam(t)) || teams.Intersect(Teams(author.EmployeeId)).Any();
    }

    /// <summary>Nobody has the child of somebody called as they are, unless a leader has chosen so in writing (forvaltningsloven §
    /// 3).</summary>
    internal static void NameChosen(bool alike, bool leads, string? reason, string field, List<Refusal> wrong)
    {
        if (!alike)
            return;
        Refusal? refused =
            !leads ? new("receiver-is-named-alike", field)
            : reason is null ? new("named-alike-without-reason", field)
            : null;
        if (refused is not null && !wrong.Contains(refused))
            wrong.Add(refused);
    }

    /// <summary>Opens what is told of when a child is handed over.</summary>
    internal static void OpenWords(ChildFile file, KnownFacts facts)
    {
        foreach (var action in file.PlanActions)
            facts.Opened(action);
        foreach (var agreement in file.Agreements)
            facts.Opened(agreement);
        foreach (var letter in file.Letters)
            facts.Opened(letter);
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
