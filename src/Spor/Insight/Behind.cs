using Spor.Conferences;
using Spor.Facts;
using Spor.Interventions;
using Spor.Law;
using Spor.Requirements;
using Spor.Workforce;

namespace Spor.Insight;

/// <summary>Which figures a child is behind: the way from a figure down to the children, and what a figure rests on.</summary>
public static class Behind
{
    /// <summary>True if a child is behind a figure, or a part of it, in [from, to]. Whether it is of the group is for <see cref="Group.Has"/> to say.</summary>
    /// <param name="part">Null = the total.</param>
    public static bool Is(ChildFile file, Register register, FigureDefinition figure, string? part, DateOnly from, DateOnly to)
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
        FigureDefinition? only,
        HashSet<(string Code, string? Part)> into
    )
    {
        var catalogue = register.Catalogue;
        bool Wants(params ReadOnlySpan<FigureDefinition> any)
        {
            if (only is null)
                return true;
            foreach (var f in any)
                if (f == only)
                    return true;
            return false;
        }
        void Add(FigureDefinition of, string? part = null) => into.Add((of.Code, part));
        bool In(DateOnly? day) => from <= day && day <= to;

        foreach (var c in file.Cases)
        {
            if (c.ActiveAt(to))
            {
                Add(KeyFigures.ActiveCases);
                Add(KeyFigures.ChildrenWithCase);
                if (!register.Staff.IsAssigned(c, file, to))
                    Add(KeyFigures.Unassigned);
            }
            if (In(c.OpenedOn))
                Add(KeyFigures.CasesOpened);
            if (In(c.ClosedOn))
                Add(KeyFigures.CasesClosed);
        }
        if (Wants(KeyFigures.CaseloadPerFte))
        {
            if (Array.Exists(file.Cases, c => c.ActiveAt(to)))
                Add(KeyFigures.CaseloadPerFte);
            foreach (var employee in register.Staff.WhoHas(file, to))
            foreach (var team in register.Staff.TeamsOf(employee, to))
                Add(KeyFigures.CaseloadPerFte, KeyFigures.Id(team));
        }

        foreach (var n in file.Notifications)
        {
            if (!In(n.ReceivedOn))
                continue;
            Add(KeyFigures.Notifications);
            Add(KeyFigures.Notifications, n.Notifier.Danish());
            Add(KeyFigures.NotifiedChildren);
            Add(KeyFigures.RepeatShare);
        }
        foreach (var c in file.Conferences)
        {
            if (In(c.OfferedOn))
            {
                Add(KeyFigures.ConferencesOffered);
                if (c.Answer == OfferAnswer.Yes)
                    Add(KeyFigures.ConferencesAccepted);
                if (Flows.InNewCase(file, c))
                    Add(KeyFigures.ConferencesNewCases);
            }
            if (!In(c.HeldOn))
                continue;
            Add(KeyFigures.ConferencesHeld);
            if (c.PlanApproved == true)
                Add(KeyFigures.ConferencePlans);
            if (Flows.InNewCase(file, c))
                Add(KeyFigures.ConferencesHeldNewCases);
            if (c.PrivateTimeUsed == true)
                Add(KeyFigures.ConferencePrivateTime);
            if (Flows.ReplacedMeasure(c))
                Add(KeyFigures.ConferencesReplaced);
        }

        if (
            Wants(
                KeyFigures.ComplianceLaw,
                KeyFigures.ComplianceModel,
                KeyFigures.OverdueLaw,
                KeyFigures.OverdueModel,
                KeyFigures.MissedLaw,
                KeyFigures.MissedModel,
                KeyFigures.OverdueByTeam
            )
        )
            Requirements(file, register, from, to, into);

        if (Wants(KeyFigures.OnLadder, KeyFigures.MovedDown, KeyFigures.MovedUp, KeyFigures.Movements))
        {
            int before = Ladder.StepAt(file, catalogue, from.AddDays(-1)),
                now = Ladder.StepAt(file, catalogue, to);
            if (now > 0)
                Add(KeyFigures.OnLadder);
            if (now > 0)
                Add(KeyFigures.OnLadder, KeyFigures.Id(now));
            if (before > 0 && now > 0 && now < before)
                Add(KeyFigures.MovedDown);
            if (before > 0 && now > before)
                Add(KeyFigures.MovedUp);
            Add(KeyFigures.Movements);
            Add(KeyFigures.Movements, KeyFigures.Move(before, now));
        }

        if (file.Interventions.Length == 0)
            return;
        var courses = Courses.Of(file, catalogue);
        if (courses.Count > 0)
        {
            var form = Placements.FormAt(file, catalogue, to);
            if (form != PlacementForm.None)
                Add(KeyFigures.Placed);
            if (form != PlacementForm.None)
                Add(KeyFigures.Placed, form.Danish());
            if (form is PlacementForm.Foster or PlacementForm.Institution)
                Add(KeyFigures.FamilyShare);
            foreach (var c in courses)
            {
                if (In(c.From))
                    Add(KeyFigures.NewPlacements);
                if (c.RunsOn(to))
                    Add(KeyFigures.MonthsPlaced);
                if (c.From.Year < to.Year && c.To.Year >= to.Year - 1)
                    Add(KeyFigures.FullYear);
            }
            if (courses.InCourseOn(to.AddMonths(-12)))
                Add(KeyFigures.NotPlacedYearAfter);
        }
        if (!Wants(KeyFigures.SpendingInMonth, KeyFigures.Unpriced))
            return;
        var month = Spending.In([file], catalogue, KeyFigures.MonthOf(to));
        for (var s = 0; s < Ladder.Steps; s++)
        {
            if (month.OreByStep[s] == 0)
                continue;
            Add(KeyFigures.SpendingInMonth);
            Add(KeyFigures.SpendingInMonth, KeyFigures.Id(s));
        }
        if (month.WithoutPrice.Count > 0)
            Add(KeyFigures.Unpriced);
    }

    static void Requirements(ChildFile file, Register register, DateOnly from, DateOnly to, HashSet<(string Code, string? Part)> into)
    {
        var found = new List<Requirement>();
        Derive.Of(file, register.Catalogue, to, found);
        void Add(FigureDefinition of, string? part)
        {
            into.Add((of.Code, null));
            into.Add((of.Code, part));
        }
        var overdue = false;
        foreach (var r in found)
        {
            var law = NationalLaw.Of(r.Rule, DateOnly.MaxValue).IsLaw;
            if (r.Rule != Rule.CaseCurrent && from <= r.Due && r.Due <= to)
                Add(law ? KeyFigures.ComplianceLaw : KeyFigures.ComplianceModel, r.Rule.Danish());
            if (r.State == RequirementState.Overdue)
                Add(law ? KeyFigures.OverdueLaw : KeyFigures.OverdueModel, r.Rule.Danish());
            if (r.State == RequirementState.Missed)
                Add(law ? KeyFigures.MissedLaw : KeyFigures.MissedModel, r.Rule.Danish());
            overdue |= r.State == RequirementState.Overdue;
        }
        if (!overdue)
            return;
        into.Add((KeyFigures.OverdueByTeam.Code, null));
        foreach (var (id, _) in KeyFigures.TeamsOn(register, to))
            if (new Group(id).Has(file, register.Staff, to))
                into.Add((KeyFigures.OverdueByTeam.Code, KeyFigures.Id(id)));
    }
}
