using Spor.Cases;
using Spor.Facts;
using Spor.Storage;

namespace Spor.Web.Access;

/// <summary>Why somebody was allowed to see a child, as the log keeps it: one letter, decided when it was shown, for who has a child
/// changes.</summary>
public static class WhyShown
{
    public const char Own = 'e',
        Covered = 'v',
        Team = 't',
        Nobodys = 'u',
        Municipality = 'k',
        Coordinator = 's',
        Given = 'r',
        Waiting = 'm',
        Sampled = 'p',
        Single = 'x',
        Refused = 'a',
        Offered = 'h',
        Partner = 'n',
        Other = 'o';

    /// <summary>As it is read: why somebody was allowed.</summary>
    public static string Danish(char letter) =>
        letter switch
        {
            Own => "eget barn",
            Covered => "dækker for barnets rådgiver",
            Team => "barn i eget team",
            Nobodys => "barn, som ingen har endnu",
            Municipality => "ser hele kommunen",
            Coordinator => "samordner af rådslagningen",
            Given => "rolle for en del af kommunen",
            Waiting => "venter på svar på en underretning",
            Sampled => "udtaget til gennemgang",
            Offered => "foreslået overdraget til eget team",
            Single => "adgang til dette barn, se barnets side",
            Partner => "samarbejdspartner: egen underretning eller spørgsmål",
            Refused => "afvist",
            _ => "ingen kendt grund",
        };

    /// <summary>A letter for each child of a look; null where it is about none.</summary>
    internal static string? Of(Viewing viewing, NewLook look)
    {
        var count = look.Children.Count + look.Also.Count;
        if (count == 0)
            return null;
        if (LookKinds.IsRefusal(look.Kind))
            return new(Refused, count);
        if (viewing.Viewer.CoordinatorId is not null)
            return new(Coordinator, count);
        if (viewing.Viewer.May(Capability.Partnering) && !viewing.Viewer.May(Capability.Children))
            return new(Partner, count);
        return string.Create(
            count,
            (viewing, look),
            static (letters, of) =>
            {
                var at = 0;
                foreach (var id in of.look.Children)
                    letters[at++] = Of(of.viewing, id);
                foreach (var id in of.look.Also)
                    letters[at++] = Of(of.viewing, id);
            }
        );
    }

    static char Of(Viewing viewing, long id)
    {
        var now = viewing.Newest;
        if (now.Overview.Find(id) is not { } state)
            return Other;
        return Of(now, state.File);
    }

    static char Of(Viewing now, ChildFile child)
    {
        var (viewer, staff, day) = (now.Viewer, now.Register.Staff, now.Today);
        if (viewer.EmployeeId is { } me && staff.Has(me, child, day))
            return Own;
        foreach (var colleague in viewer.CoversFor)
            if (staff.Has(colleague, child, day))
                return Covered;
        foreach (var team in viewer.Teams)
            if (staff.IsOfTeam(child, team, day))
                return Team;
        if (Array.Exists(child.Of<CaseAccessFact>(), a => a.Person == viewer.Key && a.RunsAt(now.WorkClock.Now)))
            return Single;
        return viewer.SeesAll ? Municipality
            : viewer.MaySee(child, day) && staff.IsNobodys(child, day) ? Nobodys
            : !viewer.MaySee(child, day)
                ? Array.Exists(child.Of<HandoverProposalFact>(), p => viewer.LeadsTeam(p.ToTeamId)) ? Offered
                    : Other
            : viewer.Role == ViewerRole.Intake ? Waiting
            : viewer.Role == ViewerRole.Auditor || viewer.IsDrawnFor(child, day) ? Sampled
            : Given;
    }
}
