using Spor.Facts;
using Spor.Plans;
using Spor.Requirements;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Child;

/// <param name="Group">Opgaver stand together under their group's heading.</param>
/// <param name="Shown">Whether it can be done for the child now.</param>
/// <param name="Main">Stands as a button of its own; the others are folded.</param>
public sealed record ChildAction(
    string Group,
    string Text,
    Func<long, string> Href,
    Func<ChildState, Viewing, bool> Shown,
    bool Main = false
);

/// <summary>What can be done for a child, on its page. An action appears with the page that makes it work.</summary>
public static class ChildActions
{
    static bool Active(ChildState s, Viewing v) => s.Case is not null;

    static bool Inactive(ChildState s, Viewing v) => s.Case is null && s.File.Cases.Length > 0;

    static bool Always(ChildState s, Viewing v) => true;

    /// <summary>One line each; the order is the order of the work.</summary>
    public static IReadOnlyList<ChildAction> All { get; } =
    [
        new("Undersøg og hør", "Begynd en undersøgelse", Routes.NewAssessment, Always),
        new("Undersøg og hør", "Samtale med barnet", Routes.HearChild, Always, Main: true),
        new(
            "Plan og mål",
            "Lav en plan",
            Routes.NewPlan,
            (s, v) => Active(s, v) && !s.File.Plans.Any(p => p.Kind != PlanKind.YouthPlan && GoalLines.IsOpen(p, v.Today))
        ),
        new(
            "Plan og mål",
            "Beslut, om der er brug for en ungeplan",
            Routes.DecideYouthPlan,
            (s, v) => Active(s, v) && Youth.DecisionOn(s.File, v.Register.Catalogue, v.Today) != YouthDecision.None
        ),
        new("Plan og mål", "Giv målene en score", Routes.MeasureGoals, (s, v) => GoalLines.Open(s.File, v.Today).Count > 0),
        new("Familie og netværk", "Netværksrådslagninger og netværksmøder", Routes.Conferences, Always),
        new("Underretning", "Registrér en underretning", child => $"{Routes.ReceiveNotification}?barn={child}", Always),
        new("Beslut", "Ny afgørelse", Routes.ProposeDecision, Active, Main: true),
        new("Beslut", "Start en indsats på trin 2", Routes.StartIntervention, Active),
        new("Plan og mål", "Planlæg et netværksmøde", Routes.NewNetworkMeeting, Active),
        new("Skriv", "Skriv notat", Routes.WriteNote, Always, Main: true),
        new("Skriv", "Tilføj en opgave til dig selv", Routes.NewOwnTask, (_, v) => v.Viewer.EmployeeId is not null),
        new("Skriv", "Ret barnets kontaktkort", Routes.Contact, Always),
        new("Skriv", "Tilføj en person i netværket", Routes.NewPerson, Always),
        new("Skriv", "Se og flyt personer i netværket", Routes.Network, Always),
        new("Skriv", "Ret en fejl", c => Routes.Child(c) + "/ret", Always),
        new("Skriv", "Spørg en samarbejdspartner", Spor.Web.Case.Partners.PartnerEndpoints.OfChild, Always),
        new("Skriv", "Skriv brev", c => Routes.Child(c) + "/brev", Always, Main: true),
        new("Sagen", "Overdrag til en anden rådgiver", Routes.HandOver, Active),
        new("Sagen", "Familien flytter kommune", Routes.Move, Active),
        new("Sagen", "Se, hvem der har set barnet", c => Routes.Child(c) + "/hvem-har-set", MayKnowWhoLooked),
        new("Sagen", "Dit barns sag, til familien", Spor.Web.Case.YourCase.YourCaseEndpoints.Of, Active),
        new("Sagen", "Aktindsigt", Spor.Web.Case.FileAccess.FileAccessEndpoints.OfChild, Always),
        new("Sagen", "Indsigelse og berigtigelse", Spor.Web.Case.Objections.ObjectionEndpoints.OfChild, Always),
        new("Sagen", "Er barnet registreret to gange?", Routes.SameChildAs, (_, v) => v.Viewer.Leads),
        new("Sagen", "Luk sagen", Routes.CloseCase, Active),
        new(
            "Sagen",
            "Slet barnets navne og tekster",
            c => Routes.Child(c) + "/slet",
            (s, v) => Inactive(s, v) && v.Viewer.May(Capability.Erasure)
        ),
        new("Sagen", "Genåbn sagen", Routes.ReopenCase, Inactive),
    ];

    /// <summary>Those who answer for the child may know who has looked at it.</summary>
    public static bool MayKnowWhoLooked(ChildState s, Viewing v) =>
        v.MayLead || v.Viewer.May(Capability.Looks) || (v.Viewer.EmployeeId is { } me && v.Register.Staff.Has(me, s.File, v.Today));

    /// <summary>The main actions, in the order of the work; a follow-up where a measure runs.</summary>
    public static IEnumerable<ChildAction> MainOf(ChildState state, Viewing viewing)
    {
        if (!viewing.MayWork)
            yield break;
        foreach (var action in All.Where(a => a.Main && a.Shown(state, viewing)).OrderBy(a => Array.IndexOf(MainOrder, a.Text)))
        {
            yield return action;
            // After the conversation, as on a phone: note and conversation beside each other, then this and the decision.
            if (action.Text == MainOrder[1] && FollowUpOf(state, viewing) is { } measure)
                yield return new("", "Følg op", child => Routes.FollowUp(child, measure), Always, Main: true);
        }
    }

    static readonly string[] MainOrder = ["Skriv notat", "Samtale med barnet", "Ny afgørelse", "Skriv brev"];

    /// <summary>The measure to follow up: the one that is due first, or the one that began last.</summary>
    static long? FollowUpOf(ChildState state, Viewing viewing)
    {
        foreach (var owed in state.Open)
            if (PersonsAct.KindOf(owed.Rule) == ActKind.FollowUp)
                return owed.SubjectId;
        return Array.FindLast(state.File.Interventions, m => m.RunsOn(viewing.Today))?.Id;
    }

    /// <summary>Everything that is not a button of its own.</summary>
    public static IEnumerable<IGrouping<string, ChildAction>> RestOf(ChildState state, Viewing viewing) =>
        viewing.MayWork ? All.Where(a => !a.Main && a.Shown(state, viewing)).GroupBy(a => a.Group) : [];
}
