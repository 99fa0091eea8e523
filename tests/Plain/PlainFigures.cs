using System.Globalization;
using Spor.Children;
using Spor.Facts;
using Spor.Figures;
using Spor.Figures.Engine;
using Spor.Interventions;
using Spor.Law;
using Spor.Notifications;
using Spor.Requirements;
using Spor.Workforce;

namespace Spor.Plain;

/// <summary>
/// Every key figure by hand: slow and easy to read, for the children of a group on the period's last day. It is the check on the engine,
/// which no page knows.
/// </summary>
static class PlainFigures
{
    /// <summary>The month that <see cref="FigureTime.Month"/> means on a day: its own if the day is the month's last, else the one before.
    /// The month's first day.</summary>
    public static DateOnly MonthOf(DateOnly day)
    {
        var first = new DateOnly(day.Year, day.Month, 1);
        return day.AddDays(1).Month != day.Month ? first : first.AddMonths(-1);
    }

    /// <summary>Every figure with its parts, in the order of <see cref="KeyFigures.All"/>. The group is the children it holds on the last
    /// day.</summary>
    public static IReadOnlyList<KeyFigure> Of(Register register, FigurePeriod period, Group? filter = null)
    {
        var (before, from, to) = (period.After, period.From, period.To);
        filter ??= Group.None;
        var (children, catalogue) = (filter.Of(register, to), register.Catalogue);
        var rests = new Dictionary<(string, string?), int>();
        var requirements = new List<Requirement>();
        var behind = new HashSet<(string, string?)>();
        foreach (var file in children)
        {
            behind.Clear();
            PlainBehind.Of(file, register, from, to, null, behind);
            foreach (var key in behind)
                rests[key] = rests.GetValueOrDefault(key) + 1;
            Derive.Of(file, catalogue, to, requirements);
        }
        var list = new List<KeyFigure>();
        void Add(Figure of, double? value, string? part = null, string? name = null, int? on = null) =>
            list.Add(new(of, part, name, value, on ?? rests.GetValueOrDefault((of.Code, part))));

        // --- cases
        var here = PlainCaseload.At(
            new Register
            {
                Catalogue = catalogue,
                Children = children,
                Employments = register.Employments,
                Teams = register.Teams,
            },
            to
        );
        Add(CaseFigures.ActiveCases, here.ActiveCases);
        Add(CaseFigures.ChildrenWithCase, here.Children);
        Add(CaseFigures.Unassigned, here.UnassignedCases);
        AddCaseload(register, to, filter, Add);
        Add(CaseFigures.CasesOpened, children.Sum(c => c.Cases.Count(x => from <= x.OpenedOn && x.OpenedOn <= to)));
        Add(CaseFigures.CasesClosed, children.Sum(c => c.Cases.Count(x => from <= x.ClosedOn && x.ClosedOn <= to)));

        double? Per1000(double? value)
        {
            if (filter != new Group(DistrictId: filter.DistrictId, Age: filter.Age))
                return null;
            var (first, last) = filter.Age is { } age ? Group.Years(age) : (0, 22);
            var people = Enumerable
                .Range(first, last - first + 1)
                .Select(a =>
                    register.Population.LastOrDefault(p => p.Year == to.Year && p.DistrictId == filter.DistrictId && p.Age == a)?.People
                )
                .ToList();
            return people.Contains(null) || people.Sum() is null or 0 ? null : 1000 * value / people.Sum();
        }
        void AddRate(Figure of, Figure counted, double? value)
        {
            var rate = Per1000(value);
            Add(of, rate, on: rate is null ? 0 : rests.GetValueOrDefault((counted.Code, null)));
        }
        AddRate(RateFigures.ChildrenWithCase, CaseFigures.ChildrenWithCase, here.Children);

        // --- notifications
        var notifications = Flows.NotificationsIn(children, before, to);
        Add(NotificationFigures.Notifications, notifications.Count);
        foreach (var n in Codes<Notifier>.All)
            Add(NotificationFigures.Notifications, notifications.ByNotifier.GetValueOrDefault(n), n.Danish(), n.Danish());
        Add(NotificationFigures.NotifiedChildren, notifications.Children);
        Add(NotificationFigures.RepeatShare, notifications.Count == 0 ? null : 100.0 * notifications.Repeats / notifications.Count);
        AddRate(RateFigures.Notifications, NotificationFigures.Notifications, notifications.Count);

        // --- requirements
        var kept = Flows.ComplianceIn(requirements, before, to);
        foreach (var (of, law) in new[] { (RequirementFigures.ComplianceLaw, true), (RequirementFigures.ComplianceModel, false) })
        {
            var rules = RequirementFigures.RulesOf(law, all: false);
            static double? Share(int onTime, int due) => due == 0 ? null : 100.0 * onTime / due;
            Add(of, Share(rules.Sum(r => kept[(int)r].OnTime), rules.Sum(r => kept[(int)r].Due)));
            foreach (var r in rules)
                Add(of, Share(kept[(int)r].OnTime, kept[(int)r].Due), r.Danish(), NationalLaw.Of(r, to).Title);
        }
        foreach (
            var (of, law, state) in new[]
            {
                (RequirementFigures.OverdueLaw, true, RequirementState.Overdue),
                (RequirementFigures.OverdueModel, false, RequirementState.Overdue),
                (RequirementFigures.MissedLaw, true, RequirementState.Missed),
                (RequirementFigures.MissedModel, false, RequirementState.Missed),
            }
        )
        {
            var rules = RequirementFigures.RulesOf(law, all: true);
            Add(of, requirements.Count(r => r.State == state && rules.Contains(r.Rule)));
            foreach (var rule in rules)
                Add(of, requirements.Count(r => r.State == state && r.Rule == rule), rule.Danish(), NationalLaw.Of(rule, to).Title);
        }
        var arisen = requirements.Where(r => PlainBehind.Arose(r, from, to)).ToList();
        Add(RequirementFigures.Backlog, arisen.Count);
        foreach (var rule in Codes<Rule>.All)
            Add(RequirementFigures.Backlog, arisen.Count(r => r.Rule == rule), rule.Danish(), NationalLaw.Of(rule, to).Title);
        var overdue = requirements
            .Where(r => r.State == RequirementState.Overdue)
            .GroupBy(r => r.ChildId)
            .ToDictionary(g => g.Key, g => g.Count());
        Add(RequirementFigures.OverdueByTeam, overdue.Values.Sum());
        foreach (var (id, name) in Caseload.TeamsOn(register, to))
        {
            var team = new Group(id);
            Add(
                RequirementFigures.OverdueByTeam,
                children.Sum(c => overdue.GetValueOrDefault(c.Id) is var n and > 0 && team.Has(c, register.Staff, to) ? n : 0),
                Id(id),
                name
            );
        }

        // --- the ladder
        var ladder = PlainLadder.At(children, catalogue, to);
        Add(LadderFigures.OnLadder, ladder[1..].Sum());
        for (var s = 1; s < Ladder.Steps; s++)
            Add(LadderFigures.OnLadder, ladder[s], Id(s), "trin " + Id(s));
        var moves = PlainLadder.Movements(children, catalogue, before, to);
        Add(LadderFigures.MovedDown, PlainLadder.Down(moves));
        Add(LadderFigures.MovedUp, PlainLadder.Up(moves));
        Add(LadderFigures.Movements, children.Count);
        for (var a = 0; a < Ladder.Steps; a++)
        for (var b = 0; b < Ladder.Steps; b++)
            Add(LadderFigures.Movements, moves[a, b], Move(a, b), $"{StepName(a)} til {StepName(b)}");

        foreach (var (lane, name) in new[] { (0, "tidlig forebyggende indsats"), (1, "støttende indsats") }.Prepend((-1, "")))
            Add(
                CircumstanceFigures.BySection,
                children.Count(c =>
                    c.Interventions.Any(m =>
                        m.RunsOn(to) && CircumstanceFigures.SectionOf(m, catalogue) is { } s && (lane < 0 || s == lane)
                    )
                ),
                lane < 0 ? null : name,
                lane < 0 ? null : name
            );

        // --- placements
        var mix = PlainPlacements.MixAt(children, catalogue, to);
        Add(PlacementFigures.Placed, mix.Total);
        Add(PlacementFigures.Placed, mix.Foster, PlacementForm.Foster.Danish(), "pleje");
        Add(PlacementFigures.Placed, mix.Institution, PlacementForm.Institution.Danish(), "institution");
        Add(PlacementFigures.Placed, mix.Own, PlacementForm.Own.Danish(), "eget værelse, kost- eller efterskole");
        Add(PlacementFigures.FamilyShare, mix.Foster + mix.Institution == 0 ? null : 100.0 * mix.Foster / (mix.Foster + mix.Institution));
        Add(PlacementFigures.NewPlacements, PlainPlacements.StartedIn(children, catalogue, before, to));
        Add(PlacementFigures.EndedPlacements, PlainPlacements.EndedIn(children, catalogue, before, to));
        Add(PlacementFigures.MonthsPlaced, PlainPlacements.MonthsPlacedAt(children, catalogue, to));
        var (not, aYearBefore) = PlainPlacements.NotPlacedAYearAfter(children, catalogue, to);
        Add(PlacementFigures.NotPlacedYearAfter, aYearBefore == 0 ? null : 100.0 * not / aYearBefore);
        Add(PlacementFigures.FullYear, PlainPlacements.FullYearIn(children, catalogue, to.Year - 1));

        foreach (
            var (code, form) in new[]
            {
                (null, PlacementForm.None),
                (PlacementForm.Foster.Danish(), PlacementForm.Foster),
                (PlacementForm.Institution.Danish(), PlacementForm.Institution),
                (PlacementForm.Own.Danish(), PlacementForm.Own),
            }
        )
            Add(
                PlacementFigures.ReturnedHome,
                PlainPlacements.HomeIn(children, catalogue, before, to, form),
                code,
                form == PlacementForm.Own ? "eget værelse, kost- eller efterskole" : code
            );
        Add(PlacementFigures.FullYearSoFar, PlainPlacements.FullYearSoFar(children, catalogue, to));
        AddRate(RateFigures.Placed, PlacementFigures.Placed, mix.Total);
        AddSaid(
            CircumstanceFigures.ByConsent,
            ["med samtykke", "uden samtykke", "ikke oplyst"],
            (c, m) => (int)CircumstanceFigures.ConsentOf(c, m)
        );
        AddSaid(
            CircumstanceFigures.ByNearness,
            ["i eget distrikt", "i kommunen", "uden for kommunen", "ikke oplyst"],
            (_, m) => (int)CircumstanceFigures.NearnessOf(m)
        );
        void AddSaid(Figure of, string[] names, Func<ChildFile, InterventionFact, int> said)
        {
            var each = children.Select(c => Placements.LeadingAt(c, catalogue, to) is { } m ? said(c, m) : -1).Where(s => s >= 0).ToList();
            Add(of, each.Count);
            var unsaid = names.Length - 1;
            var nothing = each.Count > 0 && each.TrueForAll(s => s == unsaid);
            for (var i = 0; i < names.Length; i++)
                Add(of, nothing && i < unsaid ? null : each.Count(s => s == i), names[i], names[i]);
        }
        var offers = children.SelectMany(c => c.Of<SupportPersonOfferFact>()).Where(o => from <= o.OfferedOn && o.OfferedOn <= to).ToList();
        var offered = register.Children.Any(c => c.Of<SupportPersonOfferFact>().Any(o => o.OfferedOn <= to));
        Add(CircumstanceFigures.SupportPersons, offered ? offers.Count : null);
        foreach (var (answer, name) in new (bool?, string)[] { (true, "taget imod"), (false, "afslået"), (null, "svaret er ikke oplyst") })
            Add(CircumstanceFigures.SupportPersons, offered ? offers.Count(o => o.Accepted == answer) : null, name, name);

        // --- conferences, staff, money
        var conferences = Flows.ConferencesIn(children, before, to);
        Add(ConferenceFigures.Offered, conferences.Offered);
        Add(ConferenceFigures.Accepted, conferences.Accepted);
        Add(ConferenceFigures.Held, conferences.Held);
        Add(ConferenceFigures.PlansApproved, conferences.PlansApproved);
        Add(ConferenceFigures.InNewCases, conferences.InNewCases);
        Add(ConferenceFigures.HeldInNewCases, conferences.HeldInNewCases);
        Add(ConferenceFigures.PrivateTime, conferences.PrivateTime);
        Add(ConferenceFigures.Replaced, conferences.Replaced);
        Add(
            CircumstanceFigures.NetworkMeetings,
            register.Children.Any(c => c.NetworkMeetings.Any(m => CircumstanceFigures.WasHeld(m) && m.On <= to))
                ? children.Sum(c => c.NetworkMeetings.Count(m => CircumstanceFigures.WasHeld(m) && from <= m.On && m.On <= to))
                : null
        );
        var turnover = TurnoverIn(register.Employments, before, to);
        Add(WorkforceFigures.Turnover, filter.IsNone ? 100.0 * turnover.Rate : null, on: turnover.HeadsAtEnd);
        var spending = PlainSpending.In(children, catalogue, MonthOf(to));
        Add(SpendingFigures.InMonth, spending.OreByStep.Sum());
        for (var s = 0; s < Ladder.Steps; s++)
            Add(SpendingFigures.InMonth, spending.OreByStep[s], Id(s), StepName(s));
        Add(SpendingFigures.Unpriced, spending.WithoutPrice.Count);
        return [.. list.OrderBy(f => KeyFigures.All.ToList().IndexOf(f.Of))];
    }

    /// <summary>2.18: who left in (a, b], and the heads on both days. Posts that begin after b are not looked at.</summary>
    static TurnoverFigures TurnoverIn(IEnumerable<EmploymentFact> employments, DateOnly a, DateOnly b)
    {
        int left = 0,
            start = 0,
            end = 0;
        foreach (var person in employments.Where(e => e.Role == Role.Caseworker && e.From <= b).GroupBy(e => e.EmployeeId))
        {
            var last = person.Max(e => e.To ?? DateOnly.MaxValue);
            if (a < last && last <= b)
                left++;
            if (person.Any(e => e.RunsOn(a)))
                start++;
            if (person.Any(e => e.RunsOn(b)))
                end++;
        }
        return new(left, start, end);
    }

    static void AddCaseload(Register register, DateOnly to, Group filter, Action<Figure, double?, string?, string?, int?> add)
    {
        var load = PlainCaseload.At(register, to);
        var chosen = load.Teams.FirstOrDefault(t => t.TeamId == filter.TeamId);
        var (perFte, fte, ceiling, on) =
            filter.IsNone ? (load.PerFte, load.Fte, (double?)null, load.Children)
            : filter.IsTeamOnly ? (chosen?.PerFte, chosen?.Fte, chosen?.Ceiling, chosen?.Children ?? 0)
            : (null, null, null, 0);
        add(WorkforceFigures.CaseloadPerFte, perFte, null, null, on);
        add(WorkforceFigures.Fte, fte, null, null, 0);
        add(WorkforceFigures.Ceiling, ceiling, null, null, 0);
        if (!filter.IsNone)
            return;
        foreach (var (id, name) in Caseload.TeamsOn(register, to))
        {
            var team = load.Teams.FirstOrDefault(t => t.TeamId == id);
            add(WorkforceFigures.CaseloadPerFte, team?.PerFte, Id(id), name, team?.Children ?? 0);
            add(WorkforceFigures.Fte, team?.Fte ?? 0, Id(id), name, 0);
            add(WorkforceFigures.Ceiling, Caseload.CeilingOn(register, id, to), Id(id), name, 0);
        }
    }

    internal static string Move(int a, int b) => $"{Id(a)}-{Id(b)}";

    internal static string Id(long n) => n.ToString(CultureInfo.InvariantCulture);

    internal static string StepName(int step) => step == 0 ? "uden trin" : "trin " + Id(step);
}
