using Spor.Decisions;
using Spor.Facts;
using Spor.Notifications;
using Spor.Supervision;
using Spor.Workforce;

namespace Spor.Access;

/// <summary>What meets somebody who asks for a child's own page.</summary>
public enum Opening
{
    Open,

    /// <summary>Closed, or over 22: opens on a stated reason.</summary>
    Reason,

    /// <summary>Protected: for named people.</summary>
    Named,

    /// <summary>A colleague is found around the child: for named people.</summary>
    Screened,

    /// <summary>No role reaches the child.</summary>
    NotYours,
}

/// <summary>Who is found around a child, by name.</summary>
public enum Screen
{
    Nobody,
    Colleague,
    Oneself,
}

/// <summary>
/// Somebody on a day: the one place that says what they may do and whose children they see. Made anew at each request, so that whoever
/// left, moved or was given another role is that from the next request on.
/// </summary>
public sealed class Viewer
{
    readonly Person person;
    readonly Register register;
    readonly DateOnly today;
    readonly DateTime at;
    readonly Grant[] grants;
    readonly HashSet<Capability> may;
    readonly long[] covered;

    /// <summary>From this age on somebody is no longer a matter of the department (barnets lov: youth support ends at 23).</summary>
    public const int TooOld = 23;

    /// <summary>A case that is closed stays open so long for what is left to do: the letter, the last note (days).</summary>
    public const int LastThings = 14;

    /// <param name="rolesOn">The day whose roles hold: today.</param>
    /// <param name="today">The day pages stand at; the extract's while nothing newer is known.</param>
    /// <param name="at">The moment for which access to single children is asked; the end of the day pages stand at, where nobody asks
    /// for it.</param>
    public Viewer(Person person, Register register, DateOnly rolesOn, DateOnly today, DateTime? at = null)
    {
        (this.person, this.register, this.today) = (person, register, today);
        this.at = at ?? today.ToDateTime(TimeOnly.MaxValue);
        grants = [.. person.Grants.Where(g => g.RunsOn(rolesOn))];
        may = [.. grants.SelectMany(g => Roles.Of(g.Role).May)];
        Teams =
        [
            .. grants.Where(g => Roles.Of(g.Role).Reach is Reach.Team && g.TeamId is not null).Select(g => g.TeamId!.Value).Distinct(),
        ];
        SeesAll = grants.Any(g => Roles.Of(g.Role).Reach == Reach.Municipality && !g.IsNarrowed);
        covered = EmployeeId is { } me
            ? [.. register.Absences.Where(a => a.CoverId == me && a.RunsOn(today)).Select(a => a.EmployeeId).Distinct()]
            : [];
    }

    /// <summary>Somebody without a role: not signed in, or no longer employed.</summary>
    public static Viewer Nobody(Register register) => new(new("nobody", "", []), register, DateOnly.MinValue, DateOnly.MinValue);

    /// <summary>Stands in the journal and the log of looks; never a name.</summary>
    public string Key => person.Key;
    public string Name => person.Name;

    /// <summary>Of whoever has a role that works for the department; a leaver has none.</summary>
    public long? EmployeeId => grants.Length > 0 ? person.EmployeeId : null;

    /// <summary>Of a coordinator of network conferences, who sees the conferences it has and nothing else.</summary>
    public long? CoordinatorId => May(Capability.Coordination) ? person.CoordinatorId : null;

    public bool IsSomebody => grants.Length > 0;

    /// <summary>The role that is named; null for nobody.</summary>
    public ViewerRole? Role => grants.Length > 0 ? grants[0].Role : null;

    /// <summary>The roles that run, as people say them.</summary>
    public string RoleText => string.Join(", ", grants.Select(g => Roles.Of(g.Role).Danish).Distinct());

    /// <summary>The teams whose children are seen.</summary>
    public IReadOnlyList<long> Teams { get; }

    /// <summary>The first of <see cref="Teams"/>.</summary>
    public long? TeamId => Teams.Count > 0 ? Teams[0] : null;

    /// <summary>Sees every child.</summary>
    public bool SeesAll { get; }

    public bool May(Capability capability) => may.Contains(capability);

    /// <summary>What decides whom the viewer sees, beside the register and the day: two viewers of one person with the same are
    /// alike.</summary>
    public string Reaching => string.Join(';', grants.Select(g => g.ToString()));

    /// <summary>May do casework on the children it sees: not the controller, who sees figures only.</summary>
    public bool MayWork => May(Capability.Casework);

    /// <summary>May do what leaders do: allocate, cover absence, grant above a caseworker's level.</summary>
    public bool MayLead => May(Capability.Leadership);

    /// <summary>How far the viewer's own authority to decide goes.</summary>
    public AuthorityLevel Level => grants.Length == 0 ? AuthorityLevel.Caseworker : grants.Max(g => Roles.Of(g.Role).Level);

    /// <summary>Answers for a team: its leader or coordinator, or whoever leads the whole municipality.</summary>
    public bool LeadsTeam(long team) =>
        Array.Exists(
            grants,
            g =>
                Roles.Of(g.Role) is { Reach: Reach.Team or Reach.Municipality } role
                && role.May.Contains(Capability.Leadership)
                && (g.TeamId == team || (role.Reach == Reach.Municipality && !g.IsNarrowed))
        );

    /// <summary>The colleagues whom the viewer covers on the day.</summary>
    public IReadOnlyList<long> CoversFor => covered;

    /// <summary>
    /// The row filter: somebody sees the children they have, those their roles reach and those of a colleague they cover; whoever reaches
    /// the municipality sees all. A child that nobody has and no district places is seen by everybody who works while a notification on it
    /// is open, for somebody must act within 24 hours, and by every leader while it has a case.
    /// </summary>
    public bool MaySee(ChildFile child, DateOnly day) => May(Capability.Children) && Sees(child, day, null);

    /// <summary>
    /// May do casework on a child: it is reached by a role that works. Who also has a role that only reads does not work on what that one
    /// shows.
    /// </summary>
    public bool MayWorkOn(ChildFile child, DateOnly day) => MayWork && Sees(child, day, Capability.Casework);

    /// <summary>Answers for children.</summary>
    public bool Leads => Array.Exists(grants, g => Roles.Of(g.Role).Leads);

    /// <summary>
    /// Whether a child's own page opens, and why not. In lists a child stands for everybody whose role reaches it, a protected one without
    /// its name; what is behind the name is opened by who needs it.
    /// </summary>
    /// <param name="screened">Asked only if it matters: whether somebody around the child is called as a colleague is, or as the
    /// viewer.</param>
    public Opening OpeningOf(ChildFile child, DateOnly day, Func<Screen> screened)
    {
        var mine = Array.FindAll(child.Of<CaseAccessFact>(), a => a.Person == Key && a.RunsAt(at));
        if (May(Capability.Children) && Array.Exists(mine, a => a.Kind == CaseAccessKind.Exceptional))
            return Opening.Open;
        var named = Array.Exists(mine, a => a.Kind == CaseAccessKind.Named);
        if (!MaySee(child, day) && !(named && MayWork))
            return Opening.NotYours;
        if (!named)
        {
            var answers = Answers(child, day);
            if (child.Child.Protected && !answers)
                return Opening.Named;
            switch (screened())
            {
                case Screen.Oneself:
                case Screen.Colleague when !answers:
                    return Opening.Screened;
            }
        }
        return IsShut(child, day) && !Array.Exists(mine, a => a.Kind == CaseAccessKind.Stated) ? Opening.Reason : Opening.Open;
    }

    // Who has the case or covers for who has it, and the leaders who answer for it.
    bool Answers(ChildFile child, DateOnly day) =>
        (EmployeeId is { } me && register.Staff.Has(me, child, day))
        || Array.Exists(covered, c => register.Staff.Has(c, child, day))
        || Array.Exists(grants, g => Roles.Of(g.Role).Leads && Reaches(g, child, day))
        || (Leads && register.Staff.IsNobodys(child, day));

    /// <summary>No case runs or was closed lately and nobody waits for an answer, or the person is too old: nobody has a reason to look
    /// without saying it.</summary>
    public static bool IsShut(ChildFile child, DateOnly day) =>
        child.Child.AgeAt(day) >= TooOld
        || (
            child.Cases.Length > 0
            && !Array.Exists(child.Cases, c => c.ActiveAt(day) || c.ClosedOn is not { } closed || closed.AddDays(LastThings) >= day)
            && !Array.Exists(child.Notifications, n => Inbox.IsOpen(n, day))
        );

    /// <summary>Where the children stand whom the viewer may see, in the order of the register, with some too many; null where it must be
    /// asked for each child.</summary>
    public IReadOnlyList<int>? PlacesIn(WithinReach within)
    {
        if (SeesAll || !ReferenceEquals(within.Register, register) || within.Day != today)
            return null;
        var found = new SortedSet<int>(within.Drawn);
        if (MayWork || MayLead)
            found.UnionWith(within.Unplaced);
        if (EmployeeId is { } me)
            found.UnionWith(within.HadBy(me));
        foreach (var colleague in covered)
            found.UnionWith(within.HadBy(colleague));
        foreach (var grant in grants)
            switch (Roles.Of(grant.Role).Reach)
            {
                case Reach.Waiting:
                    found.UnionWith(within.Waiting);
                    break;
                case Reach.Municipality or Reach.Team when grant.TeamId is { } team:
                    found.UnionWith(within.OfTeam(team));
                    break;
                case Reach.Municipality:
                case Reach.Team when grant.IsNarrowed:
                    return null;
            }
        return [.. found];
    }

    bool Sees(ChildFile child, DateOnly day, Capability? by)
    {
        if (SeesAll)
            return true;
        var staff = register.Staff;
        if (MayWork)
        {
            if (EmployeeId is { } me && staff.Has(me, child, day))
                return true;
            foreach (var colleague in covered)
                if (staff.Has(colleague, child, day))
                    return true;
        }
        foreach (var grant in grants)
            if ((by is not { } capability || Roles.Of(grant.Role).May.Contains(capability)) && Reaches(grant, child, day))
                return true;
        if (by is null && IsDrawnFor(child, day))
            return true;
        return staff.IsNobodys(child, day)
            && staff.TeamOfDistrict(child.Child.DistrictId, day) is null
            && (
                (MayWork && Array.Exists(child.Notifications, n => Inbox.IsOpen(n, day)))
                || (MayLead && Array.Exists(child.Cases, c => c.ActiveAt(day)))
            );
    }

    /// <summary>A case of the child was drawn for the viewer to read, in a round that runs: it is seen, and not worked on.</summary>
    public bool IsDrawnFor(ChildFile child, DateOnly day)
    {
        foreach (var drawn in child.Of<DrawnCaseFact>())
            if (
                drawn.IsReadBy(Key, EmployeeId)
                && Array.Exists(register.Of<ReadingRoundFact>(), r => r.Id == drawn.RoundId && r.RunsOn(day))
            )
                return true;
        return false;
    }

    bool Reaches(Grant grant, ChildFile child, DateOnly day) =>
        Roles.Of(grant.Role).Reach switch
        {
            Reach.Municipality => IsWithin(grant, child, day),
            Reach.Team => grant.IsNarrowed && IsWithin(grant, child, day),
            Reach.Waiting => Array.Exists(child.Notifications, n => Inbox.IsOpen(n, day)) && IsWithin(grant, child, day),
            Reach.Sampled => grant.Given is { } id && Array.Exists(child.Of<SampledCaseFact>(), s => s.GrantId == id),
            _ => false,
        };

    bool IsWithin(Grant grant, ChildFile child, DateOnly day) =>
        new Group(grant.TeamId, grant.DistrictId, grant.TargetGroup).Has(child, register.Staff, day)
        && (grant.AgeFrom is not { } first || child.Child.AgeAt(day) >= first)
        && (grant.AgeTo is not { } last || child.Child.AgeAt(day) <= last);

    /// <summary>
    /// May know every child behind the figures of a group on a day, so that its small numbers need no hiding. Of a team's children on an
    /// earlier day some may be another team's today. A role for some ages hides as if it reached nobody: figures are not cut by its ages.
    /// </summary>
    public bool SeesBehind(Group group, DateOnly day) =>
        (SeesAll && May(Capability.Children))
        || Array.Exists(grants, g => g.Role == ViewerRole.Controller && g.WithNames && !g.IsNarrowed)
        || (May(Capability.Children) && Array.Exists(grants, g => CoversAll(g, group, day)));

    bool CoversAll(Grant grant, Group group, DateOnly day) =>
        Roles.Of(grant.Role).Reach is Reach.Team or Reach.Municipality
        && grant.IsNarrowed
        && grant is { AgeFrom: null, AgeTo: null }
        && (grant.TeamId is null || (day == today && group.TeamId == grant.TeamId))
        && (grant.DistrictId is null || group.DistrictId == grant.DistrictId)
        && (grant.TargetGroup is null || group.TargetGroup == grant.TargetGroup);
}
