using Spor.Children;
using Spor.Conferences;
using Spor.Facts;
using Spor.Figures;
using Spor.Figures.Engine;
using Spor.Interventions;
using Spor.Law;
using Spor.Requirements;
using Spor.Workforce;

namespace Spor.Plain;

/// <summary>Which figures a child is behind: the way from a figure down to the children, and what a figure rests on.</summary>
static class PlainBehind
{
    /// <summary>True if a child is behind a figure, or a part of it, in [from, to]. Whether it is of the group is for
    /// <see cref="Group.Has"/> to say.</summary>
    /// <param name="part">Null = the total.</param>
    public static bool Is(ChildFile file, Register register, Figure figure, string? part, DateOnly from, DateOnly to)
    {
        var found = new HashSet<(string, string?)>();
        Of(file, register, from, to, figure, found);
        return found.Contains((figure.Code, part));
    }

    /// <summary>Adds the figures and parts that a child is behind.</summary>
    /// <param name="only">Looks at no other figure than this; null = all.</param>
    internal static void Of(
        ChildFile file,
        Register register,
        DateOnly from,
        DateOnly to,
        Figure? only,
        HashSet<(string Code, string? Part)> into
    )
    {
        var catalogue = register.Catalogue;
        bool Wants(params ReadOnlySpan<Figure> any)
        {
            if (only is null)
                return true;
            foreach (var f in any)
                if (f == only)
                    return true;
            return false;
        }
        void Add(Figure of, string? part = null) => into.Add((of.Code, part));
        bool In(DateOnly? day) => from <= day && day <= to;

        foreach (var c in file.Cases)
        {
            if (c.ActiveAt(to))
            {
                Add(CaseFigures.ActiveCases);
                Add(CaseFigures.ChildrenWithCase);
                if (!register.Staff.IsAssigned(c, file, to))
                    Add(CaseFigures.Unassigned);
            }
            if (In(c.OpenedOn))
                Add(CaseFigures.CasesOpened);
            if (In(c.ClosedOn))
                Add(CaseFigures.CasesClosed);
        }
        if (Wants(WorkforceFigures.CaseloadPerFte))
        {
            if (Array.Exists(file.Cases, c => c.ActiveAt(to)))
                Add(WorkforceFigures.CaseloadPerFte);
            foreach (var employee in register.Staff.WhoHas(file, to))
            foreach (var team in register.Staff.TeamsOf(employee, to))
                Add(WorkforceFigures.CaseloadPerFte, PlainFigures.Id(team));
        }

        foreach (var n in file.Notifications)
        {
            if (!In(n.ReceivedOn))
                continue;
            Add(NotificationFigures.Notifications);
            Add(NotificationFigures.Notifications, n.Notifier.Danish());
            Add(NotificationFigures.NotifiedChildren);
            Add(NotificationFigures.RepeatShare);
        }
        foreach (var c in file.Conferences)
        {
            if (In(c.OfferedOn))
            {
                Add(ConferenceFigures.Offered);
                if (c.Answer == OfferAnswer.Yes)
                    Add(ConferenceFigures.Accepted);
                if (Flows.InNewCase(file, c))
                    Add(ConferenceFigures.InNewCases);
            }
            if (!In(c.HeldOn))
                continue;
            Add(ConferenceFigures.Held);
            if (c.PlanApproved == true)
                Add(ConferenceFigures.PlansApproved);
            if (Flows.InNewCase(file, c))
                Add(ConferenceFigures.HeldInNewCases);
            if (c.PrivateTimeUsed == true)
                Add(ConferenceFigures.PrivateTime);
            if (Flows.ReplacedMeasure(c))
                Add(ConferenceFigures.Replaced);
        }

        if (
            Wants(
                RequirementFigures.ComplianceLaw,
                RequirementFigures.ComplianceModel,
                RequirementFigures.OverdueLaw,
                RequirementFigures.OverdueModel,
                RequirementFigures.MissedLaw,
                RequirementFigures.MissedModel,
                RequirementFigures.OverdueByTeam,
                RequirementFigures.Backlog
            )
        )
            Requirements(file, register, from, to, into);

        if (Wants(LadderFigures.OnLadder, LadderFigures.MovedDown, LadderFigures.MovedUp, LadderFigures.Movements))
        {
            int before = Ladder.StepAt(file, catalogue, from.AddDays(-1)),
                now = Ladder.StepAt(file, catalogue, to);
            if (now > 0)
                Add(LadderFigures.OnLadder);
            if (now > 0)
                Add(LadderFigures.OnLadder, PlainFigures.Id(now));
            if (before > 0 && now > 0 && now < before)
                Add(LadderFigures.MovedDown);
            if (before > 0 && now > before)
                Add(LadderFigures.MovedUp);
            Add(LadderFigures.Movements);
            Add(LadderFigures.Movements, PlainFigures.Move(before, now));
        }

        foreach (var o in file.Of<SupportPersonOfferFact>())
            if (In(o.OfferedOn))
            {
                Add(CircumstanceFigures.SupportPersons);
                Add(
                    CircumstanceFigures.SupportPersons,
                    o.Accepted switch
                    {
                        true => "taget imod",
                        false => "afslået",
                        null => "svaret er ikke oplyst",
                    }
                );
            }
        foreach (var m in file.NetworkMeetings)
            if (CircumstanceFigures.WasHeld(m) && In(m.On))
                Add(CircumstanceFigures.NetworkMeetings);

        if (file.Interventions.Length == 0)
            return;
        foreach (var m in file.Interventions)
            if (m.RunsOn(to) && CircumstanceFigures.SectionOf(m, catalogue) is { } section)
            {
                Add(CircumstanceFigures.BySection);
                Add(CircumstanceFigures.BySection, section == 0 ? "tidlig forebyggende indsats" : "støttende indsats");
            }
        if (Placements.LeadingAt(file, catalogue, to) is { } leading)
        {
            Add(CircumstanceFigures.ByConsent);
            Add(
                CircumstanceFigures.ByConsent,
                CircumstanceFigures.ConsentOf(file, leading) switch
                {
                    ConsentSaid.Given => "med samtykke",
                    ConsentSaid.Not => "uden samtykke",
                    _ => "ikke oplyst",
                }
            );
            Add(CircumstanceFigures.ByNearness);
            Add(
                CircumstanceFigures.ByNearness,
                CircumstanceFigures.NearnessOf(leading) switch
                {
                    NearnessSaid.OwnDistrict => "i eget distrikt",
                    NearnessSaid.Municipality => "i kommunen",
                    NearnessSaid.Outside => "uden for kommunen",
                    _ => "ikke oplyst",
                }
            );
        }
        var courses = Courses.Of(file, catalogue);
        if (courses.Count > 0)
        {
            var form = Placements.FormAt(file, catalogue, to);
            if (form != PlacementForm.None)
                Add(PlacementFigures.Placed);
            if (form != PlacementForm.None)
                Add(PlacementFigures.Placed, form.Danish());
            if (form is PlacementForm.Foster or PlacementForm.Institution)
                Add(PlacementFigures.FamilyShare);
            foreach (var c in courses)
            {
                if (In(c.From))
                    Add(PlacementFigures.NewPlacements);
                if (In(c.To))
                    Add(PlacementFigures.EndedPlacements);
                if (In(c.To) && file.Child.AgeAt(c.To.AddDays(1)) < 18)
                {
                    Add(PlacementFigures.ReturnedHome);
                    Add(PlacementFigures.ReturnedHome, Placements.FormAt(file, catalogue, c.To).Danish());
                }
                if (c.From <= to && c.To.Year >= to.Year)
                    Add(PlacementFigures.FullYearSoFar);
                if (c.RunsOn(to))
                    Add(PlacementFigures.MonthsPlaced);
                if (c.From.Year < to.Year && c.To.Year >= to.Year - 1)
                    Add(PlacementFigures.FullYear);
            }
            if (courses.InCourseOn(to.AddMonths(-12)))
                Add(PlacementFigures.NotPlacedYearAfter);
        }
        if (!Wants(SpendingFigures.InMonth, SpendingFigures.Unpriced))
            return;
        var month = PlainSpending.In([file], catalogue, PlainFigures.MonthOf(to));
        for (var s = 0; s < Ladder.Steps; s++)
        {
            if (month.OreByStep[s] == 0)
                continue;
            Add(SpendingFigures.InMonth);
            Add(SpendingFigures.InMonth, PlainFigures.Id(s));
        }
        if (month.WithoutPrice.Count > 0)
            Add(SpendingFigures.Unpriced);
    }

    /// <summary>2.51: became overdue or missed in [from, to], and still is.</summary>
    internal static bool Arose(Requirement r, DateOnly from, DateOnly to) =>
        r.State is RequirementState.Overdue or RequirementState.Missed
        && (r.Since > r.Due.AddDays(1) ? r.Since : r.Due.AddDays(1)) is var day
        && from <= day
        && day <= to;

    static void Requirements(ChildFile file, Register register, DateOnly from, DateOnly to, HashSet<(string Code, string? Part)> into)
    {
        var found = new List<Requirement>();
        Derive.Of(file, register.Catalogue, to, found);
        void Add(Figure of, string? part)
        {
            into.Add((of.Code, null));
            into.Add((of.Code, part));
        }
        var overdue = false;
        foreach (var r in found)
        {
            var law = NationalLaw.Of(r.Rule, DateOnly.MaxValue).IsLaw;
            if (r.Rule != Rule.CaseCurrent && from <= r.Due && r.Due <= to)
                Add(law ? RequirementFigures.ComplianceLaw : RequirementFigures.ComplianceModel, r.Rule.Danish());
            if (r.State == RequirementState.Overdue)
                Add(law ? RequirementFigures.OverdueLaw : RequirementFigures.OverdueModel, r.Rule.Danish());
            if (Arose(r, from, to))
                Add(RequirementFigures.Backlog, r.Rule.Danish());
            if (r.State == RequirementState.Missed)
                Add(law ? RequirementFigures.MissedLaw : RequirementFigures.MissedModel, r.Rule.Danish());
            overdue |= r.State == RequirementState.Overdue;
        }
        if (!overdue)
            return;
        into.Add((RequirementFigures.OverdueByTeam.Code, null));
        foreach (var (id, _) in Caseload.TeamsOn(register, to))
            if (new Group(id).Has(file, register.Staff, to))
                into.Add((RequirementFigures.OverdueByTeam.Code, PlainFigures.Id(id)));
    }
}
