using Spor.Facts;
using Spor.Interventions;

namespace Spor.Notifications;

public enum InvolvedBy
{
    [Code("har haft sagen")]
    Assigned,

    [Code("har vurderet en underretning")]
    Assessed,

    [Code("har medvirket ved vurderingen af en underretning")]
    SecondRead,

    [Code("har undersøgt")]
    Investigated,

    [Code("har talt med barnet")]
    SpokeWithChild,

    [Code("har fulgt op")]
    FollowedUp,

    [Code("har ført tilsyn")]
    Visited,

    [Code("har foreslået en afgørelse")]
    Proposed,

    [Code("har truffet en afgørelse")]
    Decided,

    [Code("har skrevet et notat")]
    WroteNote,

    [Code("har skrevet et brev")]
    WroteLetter,
}

/// <param name="On">The latest day of it.</param>
public sealed record Involvement(long EmployeeId, InvolvedBy How, DateOnly On);

/// <summary>Who has had to do with a child's case. A notification on a child with an active measure must be looked at by somebody who has
/// not (BL 137).</summary>
public static class Involved
{
    /// <param name="but">The notification that is being assessed: who assesses it is not involved by that.</param>
    /// <returns>Each person and way once, with its latest day, the latest first.</returns>
    public static IReadOnlyList<Involvement> In(ChildFile file, long? but = null)
    {
        var all = new List<Involvement>();
        void Add(long? employee, InvolvedBy how, DateOnly on)
        {
            if (employee is { } id)
                all.Add(new(id, how, on));
        }
        foreach (var a in file.Assignments)
            Add(a.EmployeeId, InvolvedBy.Assigned, a.From);
        foreach (var n in file.Notifications)
        {
            if (n.Id == but)
                continue;
            var on = n.AssessedAt is { } at ? DateOnly.FromDateTime(at) : n.ReceivedOn;
            Add(n.AssessedBy, InvolvedBy.Assessed, on);
            Add(n.SecondReader, InvolvedBy.SecondRead, on);
        }
        foreach (var a in file.Assessments)
        {
            Add(a.ResponsibleId, InvolvedBy.Investigated, a.StartedOn ?? a.KnownOn);
            Add(a.SecondCaseworkerId, InvolvedBy.Investigated, a.StartedOn ?? a.KnownOn);
        }
        foreach (var c in file.Conversations)
            Add(c.EmployeeId, InvolvedBy.SpokeWithChild, c.On);
        foreach (var f in file.FollowUps)
            Add(f.EmployeeId, InvolvedBy.FollowedUp, f.On);
        foreach (var v in file.Visits)
            Add(v.EmployeeId, InvolvedBy.Visited, v.On);
        foreach (var p in file.Proposals)
        {
            Add(p.ProposedBy, InvolvedBy.Proposed, p.ProposedOn);
            Add(p.DecidedBy, InvolvedBy.Decided, p.DecidedOn ?? p.ProposedOn);
        }
        foreach (var n in file.Notes)
            // What one writes about the notification itself is part of assessing it.
            if (but is null || n.AboutId != but || n.AboutKind != FactKinds.Notification.Name)
                Add(n.EmployeeId, InvolvedBy.WroteNote, n.On);
        foreach (var h in file.Handovers)
        {
            Add(h.FromEmployeeId, InvolvedBy.Assigned, h.On);
            Add(h.ToEmployeeId, InvolvedBy.Assigned, h.On);
        }
        foreach (var l in file.Letters)
            if (but is null || l.AboutId != but || l.AboutKind != FactKinds.Notification.Name)
                Add(l.EmployeeId, InvolvedBy.WroteLetter, l.WrittenOn);
        return
        [
            .. all.GroupBy(i => (i.EmployeeId, i.How))
                .Select(g => g.MaxBy(i => i.On)!)
                .OrderByDescending(i => i.On)
                .ThenBy(i => i.How)
                .ThenBy(i => i.EmployeeId),
        ];
    }

    /// <summary>Steps 3 to 6 are the measures that the duty is about: supporting measures and placements (BL 32, 46, 47, 67).</summary>
    public const int FromStep = 3;

    /// <summary>True if the child has an active measure on steps 3 to 6 or a placement on a day: somebody not involved before must take
    /// part (BL 137, before SEL 155 a).</summary>
    public static bool MustHaveOutsider(ChildFile file, Catalogue catalogue, DateOnly on) =>
        ActiveMeasures(file, on).Any(m => IsOfTheDuty(m, catalogue, on));

    public static bool IsOfTheDuty(InterventionFact measure, Catalogue catalogue, DateOnly on) =>
        catalogue.On(measure.Code, on) is { } row && (row.Step >= FromStep || row.IsPlacement);

    public static IEnumerable<InterventionFact> ActiveMeasures(ChildFile file, DateOnly on) => file.Interventions.Where(m => m.RunsOn(on));
}
