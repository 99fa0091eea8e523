using System.Globalization;
using Spor.Conferences;
using Spor.Facts;
using Spor.Interventions;
using Spor.Law;
using Spor.Notifications;
using Spor.Requirements;
using Spor.Workforce;

namespace Spor.Insight;

/// <summary>How a figure is shown: a whole number, one decimal, whole percent (the value is 0 to 100), months with one decimal, full years with two, øre.</summary>
public enum FigureUnit
{
    Count,
    Ratio,
    Share,
    Months,
    FullYears,
    Ore,
}

/// <summary>What of a period a figure looks at.</summary>
public enum FigureTime
{
    /// <summary>The period's last day.</summary>
    Day,

    /// <summary>Everything from the first day to the last, both included.</summary>
    Period,

    /// <summary>The day before the period against its last day, and nothing of the time between.</summary>
    Between,

    /// <summary>The last whole month that has ended by the period's last day.</summary>
    Month,

    /// <summary>The calendar year before the year of the period's last day.</summary>
    YearBefore,
}

/// <summary>Which way is wanted; only where the law or the model itself says so, else neither.</summary>
public enum Wanted
{
    Neither,
    Up,
    Down,
}

/// <summary>What the parts of a figure are.</summary>
public enum FigurePart
{
    None,
    Step,
    Team,
    Rule,
    Notifier,
    Form,
    Move,
}

/// <summary>A key figure's one definition.</summary>
/// <param name="Code">Kebab-case; stands in addresses and stored views.</param>
/// <param name="Name">Danish.</param>
/// <param name="Definition">Danish, one or two sentences.</param>
/// <param name="Measure">Its number in <c>measures.md</c>.</param>
/// <param name="Parts">What its parts are, for example steps.</param>
/// <param name="AddsUp">True when the parts add up to the total and no child is in two of them.</param>
/// <param name="Counts">What it rests on: children, or people employed.</param>
/// <param name="IsLaw">Of compliance and what is overdue: the law's requirements (true) or the model's own (false); null of other figures.</param>
public sealed record FigureDefinition(
    string Code,
    string Name,
    string Definition,
    string Measure,
    FigureUnit Unit,
    FigureTime Time,
    FigurePart Parts = FigurePart.None,
    bool AddsUp = false,
    Wanted Wanted = Wanted.Neither,
    bool AboutChildren = true,
    bool? IsLaw = null
);

/// <summary>One value of a figure.</summary>
/// <param name="Part">The code of a step (<c>5</c>), rule (<c>child-heard</c>), team (its number), notifier, form or move (<c>2-3</c>); null for the total.</param>
/// <param name="PartName">Danish; null for the total.</param>
/// <param name="Value">Not rounded. Null = not defined that day, for example without full-time equivalents.</param>
/// <param name="Rests">How many children are behind it (people, where the definition says it is not about children): the length of the list that a drill-down shows. Small ones are suppressed.</param>
public sealed record KeyFigure(FigureDefinition Of, string? Part, string? PartName, double? Value, int Rests);

/// <summary>
/// Every key figure of management information as one list of values. This is the plain definition, slow and easy to read: it asks the functions that
/// define each figure, for the children of a group on the period's last day.
/// </summary>
public static class KeyFigures
{
    const string OwnOnly = " Den følger valget af team, men ikke distrikt, målgruppe, alder og køn.";

    static FigureDefinition F(
        string code,
        string name,
        string definition,
        string measure,
        FigureUnit unit,
        FigureTime time,
        FigurePart parts = FigurePart.None,
        bool addsUp = false,
        Wanted wanted = Wanted.Neither,
        bool aboutChildren = true,
        bool? law = null
    ) => new(code, name, definition, measure, unit, time, parts, addsUp, wanted, aboutChildren, law);

    public static FigureDefinition ActiveCases { get; } =
        F(
            "active-cases",
            "Aktive sager",
            "Sager, der er åbnet senest på dagen og ikke er lukket før dagen. Et barn kan have flere sager.",
            "2.1",
            FigureUnit.Count,
            FigureTime.Day
        );
    public static FigureDefinition ChildrenWithCase { get; } =
        F(
            "children-with-case",
            "Børn med aktiv sag",
            "Børn med mindst én aktiv sag på dagen. Et barn med flere sager tæller én gang.",
            "2.2",
            FigureUnit.Count,
            FigureTime.Day
        );
    public static FigureDefinition Unassigned { get; } =
        F(
            "unassigned-cases",
            "Aktive sager uden rådgiver",
            "Aktive sager, som ingen har på dagen. En tildeling til en, der ikke er ansat den dag, tæller ikke.",
            "2.2",
            FigureUnit.Count,
            FigureTime.Day
        );
    public static FigureDefinition Fte { get; } =
        F(
            "fte",
            "Årsværk af rådgivere",
            "Summen af årsværk for dem, der er ansat som rådgiver på dagen." + OwnOnly,
            "2.2",
            FigureUnit.FullYears,
            FigureTime.Day,
            FigurePart.Team,
            aboutChildren: false
        );
    public static FigureDefinition CaseloadPerFte { get; } =
        F(
            "caseload",
            "Børn pr. årsværk",
            "Børn med aktiv sag på dagen delt med årsværk af rådgivere. For et team: børn, hvis aktive sag en i teamet har, delt med teamets årsværk; et barn kan tælle i to team."
                + OwnOnly,
            "2.2",
            FigureUnit.Ratio,
            FigureTime.Day,
            FigurePart.Team
        );
    public static FigureDefinition Ceiling { get; } =
        F(
            "caseload-ceiling",
            "Loft for børn pr. årsværk",
            "Teamets loft på dagen. Hele kommunen har ikke ét loft.",
            "2.2",
            FigureUnit.Ratio,
            FigureTime.Day,
            FigurePart.Team,
            aboutChildren: false
        );
    public static FigureDefinition CasesOpened { get; } =
        F("cases-opened", "Sager åbnet", "Sager, der er åbnet i perioden.", "2.1", FigureUnit.Count, FigureTime.Period);
    public static FigureDefinition CasesClosed { get; } =
        F("cases-closed", "Sager lukket", "Sager, hvis sidste dag ligger i perioden.", "2.1", FigureUnit.Count, FigureTime.Period);

    public static FigureDefinition Notifications { get; } =
        F(
            "notifications",
            "Underretninger",
            "Underretninger, der er modtaget i perioden, og hvem de kom fra.",
            "2.16",
            FigureUnit.Count,
            FigureTime.Period,
            FigurePart.Notifier
        );
    public static FigureDefinition NotifiedChildren { get; } =
        F(
            "notified-children",
            "Børn, der er underrettet om",
            "Børn, som mindst én underretning i perioden handler om.",
            "2.16",
            FigureUnit.Count,
            FigureTime.Period
        );
    public static FigureDefinition RepeatShare { get; } =
        F(
            "repeat-notifications",
            "Gentagne underretninger",
            "Andelen af periodens underretninger om et barn, der allerede var underrettet om i de 12 måneder før.",
            "2.16",
            FigureUnit.Share,
            FigureTime.Period
        );

    public static FigureDefinition ComplianceLaw { get; } =
        F(
            "compliance-law",
            "Lovens krav holdt til tiden",
            "Af de lovkrav, der havde frist i perioden: andelen, der blev opfyldt til tiden, som det var kendt på periodens sidste dag.",
            "1",
            FigureUnit.Share,
            FigureTime.Period,
            FigurePart.Rule,
            wanted: Wanted.Up,
            law: true
        );
    public static FigureDefinition ComplianceModel { get; } =
        F(
            "compliance-model",
            "Modellens krav holdt til tiden",
            "Af modellens egne krav med frist i perioden: andelen, der blev opfyldt til tiden, som det var kendt på periodens sidste dag. »Sagen er ajour« er ikke med, for det fornyer sig selv.",
            "1",
            FigureUnit.Share,
            FigureTime.Period,
            FigurePart.Rule,
            wanted: Wanted.Up,
            law: false
        );
    public static FigureDefinition OverdueLaw { get; } =
        F(
            "overdue-law",
            "Lovkrav over fristen",
            "Lovkrav, hvis frist er overskredet på dagen, og som stadig kan opfyldes.",
            "1",
            FigureUnit.Count,
            FigureTime.Day,
            FigurePart.Rule,
            wanted: Wanted.Down,
            law: true
        );
    public static FigureDefinition OverdueModel { get; } =
        F(
            "overdue-model",
            "Modelkrav over fristen",
            "Modellens krav, hvis frist er overskredet på dagen, og som stadig kan opfyldes.",
            "1",
            FigureUnit.Count,
            FigureTime.Day,
            FigurePart.Rule,
            wanted: Wanted.Down,
            law: false
        );
    public static FigureDefinition MissedLaw { get; } =
        F(
            "missed-law",
            "Lovkrav, der ikke blev nået",
            "Lovkrav, hvis frist er overskredet på dagen, og som ikke længere kan opfyldes, fordi indsatsen, forløbet eller sagen er slut.",
            "1",
            FigureUnit.Count,
            FigureTime.Day,
            FigurePart.Rule,
            wanted: Wanted.Down,
            law: true
        );
    public static FigureDefinition MissedModel { get; } =
        F(
            "missed-model",
            "Modelkrav, der ikke blev nået",
            "Modellens krav, hvis frist er overskredet på dagen, og som ikke længere kan opfyldes.",
            "1",
            FigureUnit.Count,
            FigureTime.Day,
            FigurePart.Rule,
            wanted: Wanted.Down,
            law: false
        );
    public static FigureDefinition OverdueByTeam { get; } =
        F(
            "overdue",
            "Krav over fristen",
            "Alle krav, lovens og modellens, hvis frist er overskredet på dagen, og som stadig kan opfyldes. Et team har kravene for de børn, som en i teamet har sagen for, og for de børn uden rådgiver, hvis distrikt det betjener.",
            "1",
            FigureUnit.Count,
            FigureTime.Day,
            FigurePart.Team,
            wanted: Wanted.Down
        );

    public static FigureDefinition OnLadder { get; } =
        F(
            "ladder",
            "Børn på trappen",
            "Børn efter trin: det højeste trin blandt de indsatser, der løber på dagen; trin 1, hvis barnet kun har en aktiv sag.",
            "2.4",
            FigureUnit.Count,
            FigureTime.Day,
            FigurePart.Step,
            addsUp: true
        );
    public static FigureDefinition MovedDown { get; } =
        F(
            "moved-down",
            "Ned ad trappen",
            "Børn med et trin både dagen før perioden og på periodens sidste dag, som står lavere den sidste. Ned er ikke godt i sig selv: læs det sammen med børnenes målscore.",
            "2.5",
            FigureUnit.Count,
            FigureTime.Between
        );
    public static FigureDefinition MovedUp { get; } =
        F(
            "moved-up",
            "Op ad trappen",
            "Børn med et trin både dagen før perioden og på periodens sidste dag, som står højere den sidste.",
            "2.5",
            FigureUnit.Count,
            FigureTime.Between
        );
    public static FigureDefinition Movements { get; } =
        F(
            "movements",
            "Fra trin til trin",
            "Hvert barn efter trinet dagen før perioden og trinet på periodens sidste dag. 0 er uden trin.",
            "2.5",
            FigureUnit.Count,
            FigureTime.Between,
            FigurePart.Move,
            addsUp: true
        );

    public static FigureDefinition Placed { get; } =
        F(
            "placed",
            "Anbragte børn",
            "Børn med en anbringelse, der løber på dagen, efter form. Har barnet flere, tæller den på det højeste trin; står de lige, tæller pleje, så eget, så institution.",
            "2.6",
            FigureUnit.Count,
            FigureTime.Day,
            FigurePart.Form,
            addsUp: true
        );
    public static FigureDefinition FamilyShare { get; } =
        F(
            "family-share",
            "Anbragt i pleje frem for på institution",
            "Børn i pleje delt med børn i pleje og på institution. Eget værelse, kost- og efterskole er ikke med.",
            "2.6",
            FigureUnit.Share,
            FigureTime.Day,
            wanted: Wanted.Up
        );
    public static FigureDefinition NewPlacements { get; } =
        F(
            "new-placements",
            "Nye anbringelser",
            "Anbringelsesforløb, der begynder i perioden. Et forløb er dage i træk, hvor barnet er anbragt, også når stedet skifter.",
            "2.8",
            FigureUnit.Count,
            FigureTime.Period
        );
    public static FigureDefinition MonthsPlaced { get; } =
        F(
            "months-placed",
            "Måneder anbragt i gennemsnit",
            "Gennemsnit over de forløb, der løber på dagen: dage fra forløbets første dag til dagen, begge med, delt med 30,4375.",
            "2.9",
            FigureUnit.Months,
            FigureTime.Day
        );
    public static FigureDefinition NotPlacedYearAfter { get; } =
        F(
            "not-placed-year-after",
            "Ikke anbragt et år efter",
            "Af de børn, der var anbragt et år før dagen: andelen, der ikke er anbragt på dagen.",
            "2.10",
            FigureUnit.Share,
            FigureTime.Day
        );
    public static FigureDefinition FullYear { get; } =
        F(
            "full-year-placements",
            "Helårsanbringelser",
            "Dage, hvor et barn var anbragt i kalenderåret før, lagt sammen for alle børn og delt med årets dage. Et barn tæller højst én gang pr. dag.",
            "2.11",
            FigureUnit.FullYears,
            FigureTime.YearBefore
        );

    public static FigureDefinition ConferencesOffered { get; } =
        F(
            "conferences-offered",
            "Netværksrådslagninger tilbudt",
            "Tilbud om netværksrådslagning, der er givet i perioden.",
            "2.17",
            FigureUnit.Count,
            FigureTime.Period
        );
    public static FigureDefinition ConferencesAccepted { get; } =
        F(
            "conferences-accepted",
            "Netværksrådslagninger: ja tak",
            "Af de tilbud, der er givet i perioden: dem, familien sagde ja til.",
            "2.17",
            FigureUnit.Count,
            FigureTime.Period
        );
    public static FigureDefinition ConferencesHeld { get; } =
        F(
            "conferences-held",
            "Netværksrådslagninger holdt",
            "Netværksrådslagninger, der er holdt i perioden.",
            "2.17",
            FigureUnit.Count,
            FigureTime.Period
        );
    public static FigureDefinition ConferencePlans { get; } =
        F(
            "conference-plans",
            "Familiens plan godkendt",
            "Netværksrådslagninger, der er holdt i perioden, og hvis plan er godkendt.",
            "2.17",
            FigureUnit.Count,
            FigureTime.Period
        );
    public static FigureDefinition ConferencesNewCases { get; } =
        F(
            "conferences-new-cases",
            "Tilbudt i nye sager",
            "Af de tilbud, der er givet i perioden: dem, der blev givet mindre end 183 dage efter, at en aktiv sag blev åbnet.",
            "2.17",
            FigureUnit.Count,
            FigureTime.Period
        );

    public static FigureDefinition ConferencesHeldNewCases { get; } =
        F(
            "conferences-held-new-cases",
            "Netværksrådslagninger holdt i nye sager",
            "Netværksrådslagninger, der er holdt i perioden, og som blev tilbudt mindre end 183 dage efter, at en aktiv sag blev åbnet.",
            "2.17",
            FigureUnit.Count,
            FigureTime.Period
        );
    public static FigureDefinition ConferencePrivateTime { get; } =
        F(
            "conference-private-time",
            "Familiens egen tid brugt",
            "Netværksrådslagninger, der er holdt i perioden, og hvor familien havde tid for sig selv uden fagfolk. Et udtræk fortæller det ikke, så kun det, der er skrevet i Spor, er med.",
            "2.17",
            FigureUnit.Count,
            FigureTime.Period
        );
    public static FigureDefinition ConferencesReplaced { get; } =
        F(
            "conferences-replaced",
            "Netværksrådslagninger i stedet for en indsats",
            "Netværksrådslagninger, der er holdt i perioden, og hvor familiens plan trådte i stedet for en indsats. Et udtræk fortæller det ikke, så kun det, der er skrevet i Spor, er med.",
            "2.17",
            FigureUnit.Count,
            FigureTime.Period
        );

    public static FigureDefinition Turnover { get; } =
        F(
            "turnover",
            "Rådgivere, der er stoppet",
            "Personer, hvis sidste ansættelse som rådgiver sluttede i perioden, delt med gennemsnittet af antallet dagen før perioden og på periodens sidste dag. Et skift til en anden rolle tæller med. Tallet er for hele kommunen.",
            "2.18",
            FigureUnit.Share,
            FigureTime.Period,
            aboutChildren: false
        );

    public static FigureDefinition SpendingInMonth { get; } =
        F(
            "spending",
            "Beregnet udgift i måneden",
            "Hvad indsatserne koster i den seneste hele måned, der er slut på dagen, regnet ud fra pris og dage. Indsatser uden pris er ikke med, men tælles for sig.",
            "2.12",
            FigureUnit.Ore,
            FigureTime.Month,
            FigurePart.Step,
            addsUp: true
        );
    public static FigureDefinition Unpriced { get; } =
        F(
            "measures-without-price",
            "Indsatser uden pris",
            "Indsatser i den seneste hele måned, der er slut på dagen, som mangler pris, eller som er prissat pr. time uden timetal.",
            "2.12",
            FigureUnit.Count,
            FigureTime.Month,
            wanted: Wanted.Down
        );

    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<FigureDefinition> All { get; } =
    [
        ActiveCases,
        ChildrenWithCase,
        Unassigned,
        CaseloadPerFte,
        Fte,
        Ceiling,
        CasesOpened,
        CasesClosed,
        Notifications,
        NotifiedChildren,
        RepeatShare,
        ComplianceLaw,
        ComplianceModel,
        OverdueLaw,
        OverdueModel,
        OverdueByTeam,
        MissedLaw,
        MissedModel,
        OnLadder,
        MovedDown,
        MovedUp,
        Movements,
        Placed,
        FamilyShare,
        NewPlacements,
        MonthsPlaced,
        NotPlacedYearAfter,
        FullYear,
        ConferencesOffered,
        ConferencesAccepted,
        ConferencesHeld,
        ConferencePlans,
        ConferencesNewCases,
        ConferencesHeldNewCases,
        ConferencePrivateTime,
        ConferencesReplaced,
        Turnover,
        SpendingInMonth,
        Unpriced,
    ];

    public static FigureDefinition? Find(string code) => All.FirstOrDefault(f => f.Code == code);

    /// <summary>The rules of one layer, those with a compliance or all.</summary>
    public static IReadOnlyList<Rule> RulesOf(bool law, bool all) =>
        [.. Codes<Rule>.All.Where(r => (all || r != Rule.CaseCurrent) && NationalLaw.Of(r, DateOnly.MaxValue).IsLaw == law)];

    /// <summary>The month that <see cref="FigureTime.Month"/> means on a day: its own if the day is the month's last, else the one before. The month's first day.</summary>
    public static DateOnly MonthOf(DateOnly day)
    {
        var first = new DateOnly(day.Year, day.Month, 1);
        return day.AddDays(1).Month != day.Month ? first : first.AddMonths(-1);
    }

    /// <summary>Every figure with its parts: day figures at <paramref name="to"/>, period figures of the days from <paramref name="from"/> to it, what compares two days from the day before. The group is the children it holds at <paramref name="to"/>.</summary>
    public static IReadOnlyList<KeyFigure> Of(Register register, DateOnly from, DateOnly to, Group? filter = null)
    {
        filter ??= Group.None;
        var (children, catalogue) = (filter.Of(register, to), register.Catalogue);
        // The page's period as (before, to], which is how everything below counts.
        var before = from.AddDays(-1);
        var rests = new Dictionary<(string, string?), int>();
        var requirements = new List<Requirement>();
        var behind = new HashSet<(string, string?)>();
        foreach (var file in children)
        {
            behind.Clear();
            Behind.Of(file, register, from, to, null, behind);
            foreach (var key in behind)
                rests[key] = rests.GetValueOrDefault(key) + 1;
            Derive.Of(file, catalogue, to, requirements);
        }
        var list = new List<KeyFigure>();
        void Add(FigureDefinition of, double? value, string? part = null, string? name = null, int? on = null) =>
            list.Add(new(of, part, name, value, on ?? rests.GetValueOrDefault((of.Code, part))));

        // --- cases
        var here = Caseload.At(
            new Register
            {
                Catalogue = catalogue,
                Children = children,
                Employments = register.Employments,
                Teams = register.Teams,
            },
            to
        );
        Add(ActiveCases, here.ActiveCases);
        Add(ChildrenWithCase, here.Children);
        Add(Unassigned, here.UnassignedCases);
        AddCaseload(register, to, filter, Add);
        Add(CasesOpened, children.Sum(c => c.Cases.Count(x => from <= x.OpenedOn && x.OpenedOn <= to)));
        Add(CasesClosed, children.Sum(c => c.Cases.Count(x => from <= x.ClosedOn && x.ClosedOn <= to)));

        // --- notifications
        var notifications = Flows.NotificationsIn(children, before, to);
        Add(Notifications, notifications.Count);
        foreach (var n in Codes<Notifier>.All)
            Add(Notifications, notifications.ByNotifier.GetValueOrDefault(n), n.Danish(), n.Danish());
        Add(NotifiedChildren, notifications.Children);
        Add(RepeatShare, notifications.Count == 0 ? null : 100.0 * notifications.Repeats / notifications.Count);

        // --- requirements
        var kept = Flows.ComplianceIn(requirements, before, to);
        foreach (var (of, law) in new[] { (ComplianceLaw, true), (ComplianceModel, false) })
        {
            var rules = RulesOf(law, all: false);
            static double? Share(int onTime, int due) => due == 0 ? null : 100.0 * onTime / due;
            Add(of, Share(rules.Sum(r => kept[(int)r].OnTime), rules.Sum(r => kept[(int)r].Due)));
            foreach (var r in rules)
                Add(of, Share(kept[(int)r].OnTime, kept[(int)r].Due), r.Danish(), NationalLaw.Of(r, to).Title);
        }
        foreach (
            var (of, law, state) in new[]
            {
                (OverdueLaw, true, RequirementState.Overdue),
                (OverdueModel, false, RequirementState.Overdue),
                (MissedLaw, true, RequirementState.Missed),
                (MissedModel, false, RequirementState.Missed),
            }
        )
        {
            var rules = RulesOf(law, all: true);
            Add(of, requirements.Count(r => r.State == state && rules.Contains(r.Rule)));
            foreach (var rule in rules)
                Add(of, requirements.Count(r => r.State == state && r.Rule == rule), rule.Danish(), NationalLaw.Of(rule, to).Title);
        }
        var overdue = requirements
            .Where(r => r.State == RequirementState.Overdue)
            .GroupBy(r => r.ChildId)
            .ToDictionary(g => g.Key, g => g.Count());
        Add(OverdueByTeam, overdue.Values.Sum());
        foreach (var (id, name) in TeamsOn(register, to))
        {
            var team = new Group(id);
            Add(
                OverdueByTeam,
                children.Sum(c => overdue.GetValueOrDefault(c.Id) is var n and > 0 && team.Has(c, register.Staff, to) ? n : 0),
                Id(id),
                name
            );
        }

        // --- the ladder
        var ladder = Ladder.At(children, catalogue, to);
        Add(OnLadder, ladder[1..].Sum());
        for (var s = 1; s < Ladder.Steps; s++)
            Add(OnLadder, ladder[s], Id(s), "trin " + Id(s));
        var moves = Ladder.Movements(children, catalogue, before, to);
        Add(MovedDown, Ladder.Down(moves));
        Add(MovedUp, Ladder.Up(moves));
        Add(Movements, children.Count);
        for (var a = 0; a < Ladder.Steps; a++)
        for (var b = 0; b < Ladder.Steps; b++)
            Add(Movements, moves[a, b], Move(a, b), $"{StepName(a)} til {StepName(b)}");

        // --- placements
        var mix = Placements.MixAt(children, catalogue, to);
        Add(Placed, mix.Total);
        Add(Placed, mix.Foster, PlacementForm.Foster.Danish(), "pleje");
        Add(Placed, mix.Institution, PlacementForm.Institution.Danish(), "institution");
        Add(Placed, mix.Own, PlacementForm.Own.Danish(), "eget værelse, kost- og efterskole");
        Add(FamilyShare, mix.Foster + mix.Institution == 0 ? null : 100.0 * mix.Foster / (mix.Foster + mix.Institution));
        Add(NewPlacements, Placements.StartedIn(children, catalogue, before, to));
        Add(MonthsPlaced, Placements.MonthsPlacedAt(children, catalogue, to));
        var (not, placed) = Placements.NotPlacedAYearAfter(children, catalogue, to);
        Add(NotPlacedYearAfter, placed == 0 ? null : 100.0 * not / placed);
        Add(FullYear, Placements.FullYearIn(children, catalogue, to.Year - 1));

        // --- conferences, staff, money
        var conferences = Flows.ConferencesIn(children, before, to);
        Add(ConferencesOffered, conferences.Offered);
        Add(ConferencesAccepted, conferences.Accepted);
        Add(ConferencesHeld, conferences.Held);
        Add(ConferencePlans, conferences.PlansApproved);
        Add(ConferencesNewCases, conferences.InNewCases);
        Add(ConferencesHeldNewCases, conferences.HeldInNewCases);
        Add(ConferencePrivateTime, conferences.PrivateTime);
        Add(ConferencesReplaced, conferences.Replaced);
        var turnover = Flows.TurnoverIn(register.Employments, before, to);
        Add(Turnover, filter.IsNone ? 100.0 * turnover.Rate : null, on: turnover.HeadsAtEnd);
        var spending = Spending.In(children, catalogue, MonthOf(to));
        Add(SpendingInMonth, spending.OreByStep.Sum());
        for (var s = 0; s < Ladder.Steps; s++)
            Add(SpendingInMonth, spending.OreByStep[s], Id(s), StepName(s));
        Add(Unpriced, spending.WithoutPrice.Count);
        return list;
    }

    static void AddCaseload(Register register, DateOnly to, Group filter, Action<FigureDefinition, double?, string?, string?, int?> add)
    {
        var load = Caseload.At(register, to);
        var chosen = load.Teams.FirstOrDefault(t => t.TeamId == filter.TeamId);
        var (perFte, fte, ceiling, on) =
            filter.IsNone ? (load.PerFte, load.Fte, (double?)null, load.Children)
            : filter.IsTeamOnly ? (chosen?.PerFte, chosen?.Fte, chosen?.Ceiling, chosen?.Children ?? 0)
            : (null, null, null, 0);
        add(CaseloadPerFte, perFte, null, null, on);
        add(Fte, fte, null, null, 0);
        add(Ceiling, ceiling, null, null, 0);
        if (!filter.IsNone)
            return;
        foreach (var (id, name) in TeamsOn(register, to))
        {
            var team = load.Teams.FirstOrDefault(t => t.TeamId == id);
            add(CaseloadPerFte, team?.PerFte, Id(id), name, team?.Children ?? 0);
            add(Fte, team?.Fte ?? 0, Id(id), name, 0);
            add(Ceiling, Caseload.CeilingOn(register, id, to), Id(id), name, 0);
        }
    }

    /// <summary>Every team there has been by a day, under its latest name.</summary>
    public static IReadOnlyList<(long Id, string Name)> TeamsOn(Register register, DateOnly day) =>
        [
            .. register
                .Teams.GroupBy(t => t.TeamId)
                .Where(g => g.Any(t => t.From <= day))
                .Select(g => (g.Key, g.OrderBy(t => t.From).Last().Name)),
        ];

    internal static string Move(int a, int b) => $"{Id(a)}-{Id(b)}";

    internal static string Id(long n) => n.ToString(CultureInfo.InvariantCulture);

    internal static string StepName(int step) => step == 0 ? "uden trin" : "trin " + Id(step);
}
