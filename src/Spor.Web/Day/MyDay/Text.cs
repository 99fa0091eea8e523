using Spor.Decisions;
using Spor.Facts;
using Spor.Kernel;
using Spor.Notifications;
using Spor.Web.Case.History;
using Spor.Workforce;

namespace Spor.Web.Day.MyDay;

static class Text
{
    public const string Title = "Min dag";

    /// <summary>Min dag, tirsdag 27. oktober</summary>
    public static string TitleOn(DateOnly day) => $"{Title}, {day.ToString("dddd d. MMMM", Danish.Culture)}";

    public static string Lede(int children, string team) => (children == 1 ? "1 barn" : Danish.Number(children) + " børn") + " · " + team;

    public static string OverdueCount(int n) => $"{Danish.Number(n)} over fristen";

    public static string TodayCount(int n) => $"{Danish.Number(n)} i dag";

    public static string WeekCount(int n) => $"{Danish.Number(n)} resten af ugen";

    public static string Group(DayGroup group) =>
        group switch
        {
            DayGroup.Overdue => "Overskredet",
            DayGroup.Today => "I dag",
            DayGroup.ThisWeek => "Denne uge",
            DayGroup.Later => "Senere",
            _ => "Længere ude",
        };

    /// <summary>The group's place on the page.</summary>
    public static string Id(DayGroup group) =>
        group switch
        {
            DayGroup.Overdue => "overskredet",
            DayGroup.Today => "i-dag",
            DayGroup.ThisWeek => "denne-uge",
            DayGroup.Later => "senere",
            _ => "laengere-ude",
        };

    public const string NewTask = "Tilføj en opgave";
    public const string ToCalendar = "Se ugen i kalenderen";
    public const string ToMailNotice = "Min telefon og e-mail";

    public const string Band = "Det nyeste";
    public const string BandNotifications = "Underretninger til vurdering";
    public const string NoneToAssess = "Ingen underretninger venter på vurdering.";
    public const string Assess = "Vurdér";

    public static string AllInInbox(int n) => $"Se alle {Danish.Number(n)} i indbakken";

    public const string BandMeetings = "Møder i dag";
    public const string NoMeetings = "Der er ingen møder i dag.";
    public const string BandLetters = "Breve, ikke sendt";
    public const string Untitled = "Brev";
    public const string Send = "Send";

    public static string SendOf(string child) => "Send brevet om " + child;

    public const string BandBack = "Svar på dine forslag";

    public static string Mend(DecisionProposalFact p) => p.State == ProposalState.SentBack ? "Ret" : "Se";

    public static string MendOf(DecisionProposalFact p, string child) => Mend(p) + " forslaget om " + child;

    public static string AnswerTo(DecisionProposalFact p) =>
        p.State switch
        {
            ProposalState.SentBack => "sendt tilbage til dig",
            ProposalState.Rejected => "afslået",
            _ => "besluttet",
        } + (p.DecidedOn is { } on ? " " + Danish.Long(on) : "");

    public static string ProposalOf(DecisionProposalFact p) => p.GrantForId is null ? Danish.Capital(p.Kind.Said()) : "Ny bevilling";

    public const string ReadHandover = "Læs overdragelsen af sagen";
    public const string FinishMove = "Gør flytningen færdig";
    public const string ChooseCoordinator = "Vælg en ny samordner til rådslagningen";

    public static string CoversFor(string colleague) => "Dækker for " + colleague;

    public const string Covering = "Du dækker for";

    public static string CoveredChildren(int n, bool last) => $" ({(n == 1 ? "1 barn" : Danish.Number(n) + " børn")}){(last ? "." : ", ")}";

    public static string OldCount(int n) =>
        n == 1 ? "1 frist er overskredet med mere end et år" : $"{Danish.Number(n)} frister er overskredet med mere end et år";

    public const string OldMeans =
        "Det er ofte rester fra en indlæsning, hvor det aldrig blev skrevet ned, at det var gjort. De er ikke talt med i menuen.";

    public const string CloseOld = "Luk gamle rester samlet";
    public const string BackToDay = "Tilbage til Min dag";
    public const string NoOld = "Ingen frister er overskredet med mere end et år.";
    public const string OldFigures =
        "Når du lukker en rest, forsvinder den fra Min dag og fra barnets liste. Fristen tæller stadig som overskredet i kommunens tal.";
    public const string OldReason = "Hvorfor lukkes de?";
    public const string OldReasonHint = "For eksempel: aldrig kendt her, eller gjort uden at blive skrevet ned. Skriv ingen navne.";
    public const string OldWhich = "Eller vælg dem, der skal lukkes";
    public const string CloseOldSave = "Luk resterne";

    public static string CloseAll(int n) => n == 1 ? "Luk den ene, der står her" : $"Luk alle {Danish.Number(n)}, der står her";

    public static string OldLine(LeftoverLine line, string child) =>
        $"{child} · {line.What} · frist {Danish.Long(line.Requirements[0].Due)}";

    public static string OldRest(int n) => $"{Danish.Number(n)} mere står på børnenes egne sider.";

    public const string OneLineNote =
        "En linje er én handling. Opfylder den flere krav, står linjen under den første frist. Lovens paragraf eller »kommunens eget krav« "
        + "står efter.";

    // --- a leader's
    public const string LeaderLede = "Det, der venter på dig som leder.";
    public const string Approvals = "Forslag, der venter på dig";
    public const string NoApprovals = "Ingen forslag venter på dig.";
    public const string AllApprovals = "Alle forslag og afgørelser";
    public const string Clocks = "Underretninger, der skal vurderes";
    public const string ToInbox = "Til indbakken";

    public static string NotificationFrom(NotificationFact n) => "Vurdér underretningen fra " + Words.From(n.Notifier);

    public const string Unallocated = "Børn uden rådgiver";
    public const string NoUnallocated = "Alle børn med en sag har en rådgiver.";
    public const string ToAllocation = "Alle børn uden rådgiver";
    public const string GiveCaseworker = "Giv barnet en rådgiver";
    public const string TooMany = "Rådgivere over loftet";
    public const string NobodyOver = "Ingen rådgivere er over loftet.";

    public static string LoadLine(EmployeeLoad e) =>
        $"{Danish.Number(e.Children)} børn på {Fte(e.Fte)} årsværk, loftet er {Danish.Number(e.Ceiling ?? 0, e.Ceiling % 1 == 0 ? 0 : 1)} pr. årsværk";

    public const string Now = "Det, der skal ske nu";

    public static string NothingNow(int days) => $"Intet er overskredet, og intet forfalder de næste {days} dage.";

    public const string NothingAtAll = "Der er ingen åbne frister for dine børn.";
    public const string NoChildren = "Du har ingen børn med en aktiv sag i dag.";

    public static string ShowLater(int later) =>
        later == 1
            ? "Vis også den ene frist, der ligger længere ude"
            : $"Vis også de {Danish.Number(later)} frister, der ligger længere ude";

    public static string OnlyNear(int days) => $"Vis kun overskredne frister og de næste {days} dage";

    public static string MissedCount(int missed) =>
        missed == 1 ? "1 krav kan ikke længere opfyldes" : $"{Danish.Number(missed)} krav kan ikke længere opfyldes";

    public const string MissedMeans =
        "Fristen er overskredet, og det, kravet handlede om, er slut: indsatsen er ophørt, sagen er lukket, eller afgørelsen er truffet. "
        + "Der er ikke mere at gøre ved dem, så de står ikke på listen. De tæller med i kommunens tal for, hvor mange krav der "
        + "blev opfyldt, og du kan se dem på barnets side.";

    public static string? OverCeiling(EmployeeLoad load) =>
        load.Ceiling is { } c && load.Fte > 0 && load.Children - c * load.Fte is var over and > 0
            ? $"Du har {Danish.Number(over, over % 1 == 0 ? 0 : 1)} {(over == 1 ? "barn" : "børn")} over loftet."
            : null;

    static string Fte(double fte) =>
        Danish.Number(
            fte,
            fte % 1 == 0 ? 0
                : fte * 10 % 1 == 0 ? 1
                : 2
        );

    public const string NotACaseworker = "Min dag viser frister for de børn, man er rådgiver for. Du er ikke rådgiver for nogen børn.";
    public const string ToDeadlines = "Se alle frister";
    public const string ToLadder = "Se Indsatstrappen";
}
