using System.Globalization;
using Spor.Cases;
using Spor.Decisions;
using Spor.Facts;
using Spor.Kernel;
using Spor.Law;
using Spor.Notifications;
using Spor.Workforce;

namespace Spor.Requirements;

/// <summary>Something that somebody is told of when it comes up, by e-mail and without a word of what it is.</summary>
/// <param name="Key">Tells one from another; the same for as long as the thing waits.</param>
public readonly record struct Tiding(long EmployeeId, string Key);

/// <summary>
/// What has come up for whom, and still stands: an answer to a proposal, a child that was given, a colleague's deadline that is one's own
/// meanwhile, a notification. It is worked out from what is known, as Min dag is; nothing of it is stored.
/// </summary>
public static class Tidings
{
    /// <summary>An answer, and a child that was given, are news for so long (days).</summary>
    const int New = 14;

    public static IReadOnlyList<Tiding> Of(Snapshot snapshot, Clock clock)
    {
        var (register, today) = (snapshot.Register, clock.Today);
        var away = register.Absences.Where(a => a.RunsOn(today)).ToLookup(a => a.EmployeeId);
        var found = new List<Tiding>();
        foreach (var child in snapshot.Overview.Children)
        {
            Answered(child.File, today, found);
            Given(child.File, today, found);
            Notified(child, register, clock.Now, away, found);
        }
        foreach (var absence in away.SelectMany(a => a))
            if (absence.CoverId is { } cover)
                Covered(snapshot.Overview.Of(absence.EmployeeId), absence, cover, today, found);
        return found;
    }

    static void Answered(ChildFile file, DateOnly today, List<Tiding> found)
    {
        foreach (var p in file.Proposals)
            if (
                p.ProposedBy is { } by
                && by != p.DecidedBy
                && (
                    p.State == ProposalState.SentBack
                    || (p.State is ProposalState.Rejected or ProposalState.Granted && p.DecidedOn >= today.AddDays(-New))
                )
            )
                found.Add(new(by, Key("proposal", p.Id, p.RecordedIn)));
        foreach (var p in file.Of<HandoverProposalFact>())
            if (
                p.ProposedBy is { } by
                && p.State is HandoverState.Accepted or HandoverState.Declined
                && p.AnsweredBy != by
                && p.AnsweredOn >= today.AddDays(-New)
            )
                found.Add(new(by, Key("handover-proposal", p.Id, p.RecordedIn)));
    }

    static void Given(ChildFile file, DateOnly today, List<Tiding> found)
    {
        foreach (var h in file.Handovers)
            if (h.On <= today && h.ReadOn is null && CaseRules.Waits(h, today))
                found.Add(new(h.ToEmployeeId, Key("handover", h.Id, 0)));
        // An allocation has no handover to read.
        foreach (var a in file.Assignments)
            if (
                a.RunsOn(today)
                && a.From >= today.AddDays(-New)
                && !Array.Exists(file.Handovers, h => h.CaseId == a.CaseId && h.ToEmployeeId == a.EmployeeId)
            )
                found.Add(new(a.EmployeeId, Key("assignment", a.Id, 0)));
    }

    /// <summary>Whoever has the child, and who covers for them; of a child that nobody has, those who lead its team, or the leaders of
    /// all.</summary>
    static void Notified(ChildState child, Register register, DateTime now, ILookup<long, AbsenceFact> away, List<Tiding> found)
    {
        foreach (var n in child.File.Notifications)
        {
            if (
                n.AssessedAt is not null
                || !Inbox.Of(n, now, register.Bounds).Any(w => w.For == Waits.Assessment && Inbox.IsCurrent(w, DateOnly.FromDateTime(now)))
            )
                continue;
            var key = Key("notification", n.Id, 0);
            foreach (var employee in child.AssignedTo)
            {
                found.Add(new(employee, key));
                foreach (var cover in away[employee].Select(a => a.CoverId).OfType<long>())
                    found.Add(new(cover, key));
            }
            if (child.AssignedTo.Count > 0)
                continue;
            foreach (var leader in Leading(child.File, register, DateOnly.FromDateTime(now)))
                found.Add(new(leader, key));
        }
    }

    static IEnumerable<long> Leading(ChildFile file, Register register, DateOnly day)
    {
        var leading = register.Staff.On(day).Where(p => p.Of.Role is Role.Leader or Role.ProfessionalCoordinator).ToList();
        var team = register.Staff.TeamOfDistrict(file.Child.DistrictId, day);
        var own = leading.Where(p => team is not null && p.Of.TeamId == team).ToList();
        return (own.Count > 0 ? own : leading.Where(p => p.Of.Role == Role.Leader)).Select(p => p.Of.EmployeeId).Distinct();
    }

    /// <summary>What is due before the week ends, as it stands on the cover's own Min dag.</summary>
    static void Covered(IEnumerable<ChildState> children, AbsenceFact absence, long cover, DateOnly today, List<Tiding> found)
    {
        var sunday = today.AddDays((7 - (int)today.DayOfWeek) % 7);
        foreach (var child in children)
        foreach (var r in child.Open)
            if (r.Due <= sunday && !LeftoverRules.IsOld(r, today) && !LeftoverRules.IsClosed(r, child.File))
                found.Add(
                    new(
                        cover,
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"covered|{absence.Id}|{r.ChildId}|{(int)r.Rule}|{r.SubjectId}|{r.Due:yyyyMMdd}"
                        )
                    )
                );
    }

    static string Key(string what, long id, long entry) => string.Create(CultureInfo.InvariantCulture, $"{what}|{id}|{entry}");
}
