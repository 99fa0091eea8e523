using Spor.Children;
using Spor.FollowUps;
using Spor.Kernel;
using Spor.Notifications;

namespace Spor.Web.Frame.Layout;

/// <summary>The Danish words of the pictures and small signs.</summary>
public static class PictureText
{
    static readonly string[] Steps =
    [
        "Intet trin",
        "Indsatser i almenområdet",
        "Forebyggende indsatser",
        "Hjemmebaserede indsatser",
        "Anbringelse i slægt eller netværk",
        "Anbringelse i plejefamilie",
        "Anbringelse på børne- og ungehjem",
    ];

    /// <summary>The official name of a step, 0 to 6.</summary>
    public static string StepName(int step) => step >= 0 && step < Steps.Length ? Steps[step] : "";

    public static string StepNumber(int step) => "Trin " + step;

    public static string StepTitle(int step) => step == 0 ? Steps[0] : $"Trin {step}: {StepName(step)}";

    public static string Law(string? section) =>
        string.IsNullOrWhiteSpace(section) ? "Barnets lov"
        : section.Any(char.IsLetter) && section.Contains(' ') && !section.StartsWith('§') ? section
        : "Barnets lov " + (section.StartsWith('§') ? section : "§ " + section);

    public const string Model = "Kommunens krav";

    // Time
    public static string Month(DateOnly day) => day.ToString("MMM", Danish.Culture).TrimEnd('.');

    public static string MonthYear(DateOnly day) => Month(day) + " " + Year(day);

    public static string Year(DateOnly day) => Danish.Numeric(day)[6..];

    public const string Today = "i dag";

    public static string Children(int count) => Danish.Number(count) + (count == 1 ? " barn" : " børn");

    static string ChildrenOf(string shown) => shown + (shown == "1" ? " barn" : " børn");

    // The ladder
    public const string LadderTitle = "Indsatstrappen: antal børn på hvert trin og bevægelser mellem trinene";

    public static string LadderStep(int step, string shown, string? delta) =>
        $"{StepTitle(step)}: {ChildrenOf(shown)}" + (delta is null ? "" : $", ændring {delta}");

    public static string LadderMove(int from, int to, string shown) =>
        $"{ChildrenOf(shown)} {(to < from ? "ned" : "op")} fra trin {from} til trin {to}";

    public static string MoveShort(int from, int to) => $"{from} → {to}";

    public static string MoveFrom(int from, int to, string shown) =>
        $"{(to < from ? "↓" : "↑")} {shown} {(to < from ? "ned" : "op")} til trin {to}";

    public const string MoveDown = "ned ad trappen";
    public const string MoveUp = "op ad trappen";
    public const string FarDown = "Ned over flere trin";
    public const string FarUp = "Op over flere trin";
    public const string Entered = "Ind på trappen";
    public const string Left = "Ud af trappen";
    public const string LadderLegendCount = "stort tal: børn på trinet; lille tal: ændring; trinnenes højde er kun deres rækkefølge";
    public const string WithoutStep = "uden trin";

    // Load
    public static string LoadCeiling(double capacity) => "loft " + Danish.Number(capacity, capacity % 1 == 0 ? 0 : 1);

    public static string Load(int children, double fte, double? ceiling) =>
        Children(children)
        + " på "
        + Danish.Number(fte, 2).TrimEnd('0').TrimEnd(',')
        + " årsværk"
        + (ceiling is { } c ? $"; loftet er {Danish.Number(c, c % 1 == 0 ? 0 : 1)} pr. årsværk" : "; intet loft er sat");

    public static string LoadOver(double over) => Danish.Number(over, over % 1 == 0 ? 0 : 1) + " over loftet";

    // The track
    public const string TrackEmpty = "Der er endnu ingen sag, indsatser eller opfølgninger at tegne.";
    public const string TrackStep = "Trin på trappen";
    public const string FollowUps = "Opfølgninger";
    public const string Visits = "Tilsyn";
    public const string Conferences = "Netværksrådslagninger";
    public const string Notifications = "Underretninger";
    public const string FollowUp = "opfølgning";
    public const string Visit = "tilsyn";
    public const string Conference = "netværksrådslagning (hul: kun tilbudt)";
    public const string Notification = "underretning";
    public const string Planned = "planlagt, ikke nået endnu";
    public const string StepLine = "højeste aktive trin";

    public static string FollowUpOn(DateOnly on, FollowUpOutcome? outcome) =>
        "Opfølgning "
        + Danish.Long(on)
        + outcome switch
        {
            FollowUpOutcome.Continue => ": fortsæt",
            FollowUpOutcome.Adjust => ": justér",
            FollowUpOutcome.StepDown => ": trin ned",
            FollowUpOutcome.StepUp => ": trin op",
            FollowUpOutcome.End => ": afslut",
            _ => "",
        };

    public static string VisitOn(DateOnly on, bool spoke) =>
        $"Tilsyn {Danish.Long(on)}" + (spoke ? ", talte med barnet" : ", talte ikke med barnet");

    public static string ConferenceOn(DateOnly offered, DateOnly? held) =>
        held is { } h ? "Netværksrådslagning holdt " + Danish.Long(h) : "Netværksrådslagning tilbudt " + Danish.Long(offered);

    public static string NotifiedOn(DateOnly on, Notifier by) => $"Underretning {Danish.Long(on)} fra {NotifierName(by)}";

    public static string Measure(string name, int step, DateOnly from, DateOnly? to, DateOnly? expected) =>
        $"{name}{(step > 0 ? $", trin {step}" : "")}: fra {Danish.Long(from)}"
        + (
            to is { } t ? $" til {Danish.Long(t)}"
            : expected is { } e ? $", ventes at slutte {Danish.Long(e)}"
            : ", i gang"
        );

    public static string Rows(string name, int count) => count > 1 ? $"{name}\u00A0({count})" : name;

    public static string Run(int step, DateOnly from, DateOnly to) =>
        $"{StepTitle(step)}, fra {Danish.Long(from)}" + (to == DateOnly.MaxValue ? "" : $" til {Danish.Long(to)}");

    public static string Track(int measures, int running, int followUps, int step, DateOnly from) =>
        $"Barnets spor siden {Danish.Long(from)}: {measures} {(measures == 1 ? "indsats" : "indsatser")}, heraf {running} i "
        + $"gang, {followUps} {(followUps == 1 ? "opfølgning" : "opfølgninger")}. "
        + (step == 0 ? "Intet trin i dag." : $"{StepTitle(step)} i dag.");

    static string NotifierName(Notifier by) =>
        by switch
        {
            Notifier.School => "skole",
            Notifier.DayCare => "dagtilbud",
            Notifier.HealthVisitor => "sundhedspleje",
            Notifier.Hospital => "sygehus",
            Notifier.Doctor => "læge",
            Notifier.Police => "politi",
            Notifier.Municipality => "anden kommune",
            Notifier.Parent => "forælder",
            Notifier.ChildItself => "barnet selv",
            Notifier.Citizen => "borger",
            Notifier.Anonymous => "anonym",
            _ => "anden",
        };

    // The network
    public const string NetworkEmpty = "Der er ingen personer i netværket endnu.";
    public const string TheChild = "Barnet";
    public const string Shielded = "beskyttet";
    public const string NoName = "navn ukendt";
    public const string PrivatePeople = "privat";
    public const string Professionals = "professionel";
    public const string Custody = "forældremyndighed";

    /// <summary>How close a ring is; null = nobody has said it.</summary>
    public static string Ring(Closeness? closeness) =>
        closeness switch
        {
            Closeness.Near => "tæt på",
            Closeness.Between => "midt imellem",
            Closeness.Far => "længere væk",
            _ => "afstand ikke skrevet",
        };

    public static string GatheringName(Gathering g) => (g.IsConference ? "netværksrådslagningen " : "netværksmødet ") + Danish.Long(g.On);

    public static string AttendanceAt(Attendance attendance, Gathering g) => $"{Attended(attendance)} til {GatheringName(g)}";

    public static string Attended(Attendance attendance) =>
        attendance switch
        {
            Attendance.Came => "kom",
            Attendance.Invited => "inviteret",
            Attendance.StayedAway => "inviteret, kom ikke",
            Attendance.MayNotCome => "må ikke komme",
            _ => "ikke inviteret",
        };

    public const string DragHint = "Træk en person til en anden ring, eller brug knapperne i tabellen.";

    public static string Network(string child, int people) => $"Netværket om {child}: {people} {(people == 1 ? "person" : "personer")}";

    public static string RelationName(Relation relation) =>
        relation switch
        {
            Relation.Mother => "mor",
            Relation.Father => "far",
            Relation.Sibling => "søskende",
            Relation.Grandparent => "bedsteforælder",
            Relation.Kin => "slægt",
            Relation.Friend => "ven",
            Relation.Teacher => "lærer",
            Relation.Pedagogue => "pædagog",
            Relation.HealthVisitor => "sundhedsplejerske",
            Relation.Volunteer => "frivillig",
            Relation.StepParent => "stedforælder",
            Relation.FosterFamily => "plejefamilie",
            Relation.Neighbour => "nabo",
            _ => "anden",
        };

    // Lines
    public const string LinesEmpty = "Der er endnu ingen tal at tegne.";

    public static string Lines(string what, DateOnly from, DateOnly to) => $"{what}, {MonthYear(from)} til {MonthYear(to)}";
}
