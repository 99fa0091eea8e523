using System.Globalization;

namespace Spor.Web.Frame.Forms;

/// <summary>The addresses of the pages where things are done, so that one page can lead to another before either is written.</summary>
public static class Routes
{
    static string N(long id) => id.ToString(CultureInfo.InvariantCulture);

    public static string Child(long child) => "/barn/" + N(child);

    /// <summary>The child's journal: notes, conversations, letters and decisions in one stream.</summary>
    public static string Journal(long child) => Child(child) + "/journal";

    /// <summary>The child's plans, goals and assessments.</summary>
    public static string PlansAndGoals(long child) => Child(child) + "/plan-og-maal";

    public static string Documents(long child) => Child(child) + "/dokumenter";

    public static string NewDocument(long child) => Child(child) + "/dokument/ny";

    /// <param name="kind">The kind of what it is about (<see cref="Facts.FactKind.Name"/>).</param>
    public static string NewDocument(long child, string kind, long id) => $"{NewDocument(child)}?om={kind}&id={N(id)}";

    public static string NewVersion(long child, long document) => $"{NewDocument(child)}?udgave={N(document)}";

    /// <summary>Records that may be one child, two and two.</summary>
    public const string SameChild = "/samme-barn";

    /// <summary>Records like the child's, and those merged into it.</summary>
    public static string SameChildAs(long child) => Child(child) + SameChild;

    /// <summary>Every entry about the child, as sentences.</summary>
    public static string History(long child) => Child(child) + "/historik";

    /// <summary>Every requirement of the child, met and unmet.</summary>
    public static string Requirements(long child) => Child(child) + "/krav";

    /// <summary>Search for a child, and the last ten that were opened.</summary>
    public const string Find = "/find";

    public static string ChildMoney(long child) => Child(child) + "/oekonomi";

    public const string Inbox = "/indbakke";

    /// <param name="list">The list of the inbox that it is about.</param>
    public static string AnswerMany(bool feedback, string list) =>
        Inbox + (feedback ? "/tilbagemeldinger" : "/kvitteringer") + "?liste=" + list;

    public const string ReceiveNotification = "/underretning/ny";

    public static string Notification(long child, long id) => $"{Child(child)}/underretning/{N(id)}";

    public static string AssessNotification(long child, long id) => Notification(child, id) + "/vurder";

    public static string NewAssessment(long child) => Child(child) + "/undersoegelse/ny";

    public static string NewAssessment(long child, Assessments.AssessmentKind kind) =>
        NewAssessment(child) + "?slags=" + Uri.EscapeDataString(Facts.CodeText.Danish(kind));

    /// <param name="notification">The notification that it answers.</param>
    public static string NewAssessment(long child, Assessments.AssessmentKind kind, long notification) =>
        NewAssessment(child, kind) + "&underretning=" + N(notification);

    public static string Assessment(long child, long id) => $"{Child(child)}/undersoegelse/{N(id)}";

    public static string HearChild(long child) => Child(child) + "/samtale";

    /// <param name="about">What a conversation is about: a matter or a purpose, by its Danish code.</param>
    public static string HearChildAbout(long child, string about) => $"{HearChild(child)}?om={Uri.EscapeDataString(about)}";

    public static string NewPlan(long child) => Child(child) + "/plan/ny";

    public static string NewYouthPlan(long child) => NewPlan(child) + "?type=ungeplan";

    public static string DecideYouthPlan(long child) => Child(child) + "/ungeplan";

    public static string Plan(long child, long id) => $"{Child(child)}/plan/{N(id)}";

    public static string PrintPlan(long child, long id) => Plan(child, id) + "/udskriv";

    public static string ProposeDecision(long child) => Child(child) + "/afgoerelse/ny";

    public static string Proposal(long child, long id) => $"{Child(child)}/afgoerelse/{N(id)}";

    public const string WaitingDecisions = "/afgoerelser";
    public const string AuthorityLimits = "/kompetence";
    public const string Regulations = "/takster";

    public static string StartIntervention(long child) => Child(child) + "/indsats/ny";

    public static string ChangeIntervention(long child, long id) => $"{Child(child)}/indsats/{N(id)}/aendr";

    public static string Grant(long child, long id) => $"{Child(child)}/indsats/{N(id)}/bevilling";

    public static string EndIntervention(long child, long id) => $"{Child(child)}/indsats/{N(id)}/afslut";

    public static string Visit(long child, long id) => $"{Child(child)}/indsats/{N(id)}/tilsyn";

    public static string ReturnHome(long child, long id) => $"{Child(child)}/indsats/{N(id)}/hjemgivelse";

    public static string MeasureGoals(long child) => Child(child) + "/maal";

    public static string FollowUp(long child, long interventionId) => $"{Child(child)}/opfoelgning/{N(interventionId)}";

    public static string HandOver(long child) => Child(child) + "/overdrag";

    public static string Move(long child) => Child(child) + "/flyt";

    public static string CloseCase(long child) => Child(child) + "/luk";

    public static string ReopenCase(long child) => Child(child) + "/genaabn";

    public static string WriteNote(long child) => Child(child) + "/notat";

    /// <summary>One's own tasks that are about no child.</summary>
    public const string NewReminder = "/min-dag/opgave";

    public static string EndReminder(long id) => $"{NewReminder}/{N(id)}";

    public static string NewOwnTask(long child) => Child(child) + "/egen-opgave";

    public static string EndOwnTask(long child, long id) => $"{NewOwnTask(child)}/{N(id)}";

    public const string Calendar = "/kalender";

    /// <summary>Whether and where one is told by e-mail, and everybody's addresses.</summary>
    public const string MailNotice = "/min-dag/kontakt",
        MailAddresses = "/drift/kontakt";

    /// <param name="day">A day of the week.</param>
    public static string CalendarOf(DateOnly day) => $"{Calendar}?uge={Form.Iso(day)}";

    /// <summary>How the child itself is reached.</summary>
    public static string Contact(long child) => Child(child) + "/kontakt";

    public const string SearchNotes = "/notater";

    /// <param name="kind">The kind of fact, kebab-case.</param>
    public static string CorrectList(long child) => $"{Child(child)}/ret";

    public static string Correct(long child, string kind, long id) => $"{Child(child)}/ret/{kind}/{N(id)}";

    /// <summary>One value of the child's own, put right without the rest of its row.</summary>
    public const string ValueKey = "felt",
        TheNumber = "cpr",
        TheSchool = "skole";

    /// <param name="value"><see cref="TheNumber"/> or <see cref="TheSchool"/>.</param>
    public static string CorrectValue(long child, string value) =>
        $"{Correct(child, Facts.FactKinds.Child.Name, child)}?{ValueKey}={value}";

    public const string Allocation = "/fordeling";
    public const string Absence = "/fravaer";

    /// <param name="template">The template's code, for example <c>closing</c>.</param>
    /// <param name="about">The kind of fact and its id that the letter is about, for example <c>notification</c>, 12.</param>
    public static string WriteLetter(long child, string template, string? aboutKind = null, long? aboutId = null) =>
        $"{Child(child)}/brev/ny?skabelon={template}{(aboutKind is null ? "" : $"&om={aboutKind}&id={N(aboutId ?? 0)}")}";

    public static string Letter(long child, long id) => $"{Child(child)}/brev/{N(id)}";

    public const string LetterTemplates = "/brevskabeloner";

    /// <summary>The child's network conferences and network meetings.</summary>
    public static string Conferences(long child) => Child(child) + "/raadslagning";

    public static string OfferConference(long child) => Conferences(child) + "/ny";

    public static string Conference(long child, long id) => $"{Conferences(child)}/{N(id)}";

    public static string AnswerOffer(long child, long id) => Conference(child, id) + "/svar";

    public static string WriteQuestions(long child, long id) => Conference(child, id) + "/spoergsmaal";

    public static string ChooseCoordinator(long child, long id) => Conference(child, id) + "/samordner";

    public static string NewInvitee(long child, long id) => Conference(child, id) + "/inviteret/ny";

    public static string Invitee(long child, long id, long invitee) => $"{Conference(child, id)}/inviteret/{N(invitee)}";

    public static string PlanPractical(long child, long id) => Conference(child, id) + "/praktisk";

    public static string CancelConference(long child, long id) => Conference(child, id) + "/aflys";

    public static string HoldConference(long child, long id) => Conference(child, id) + "/holdt";

    public static string FamilyPlan(long child, long id) => Conference(child, id) + "/plan";

    public static string PrintFamilyPlan(long child, long id) => FamilyPlan(child, id) + "/udskriv";

    public static string ReviewFamilyPlan(long child, long id) => FamilyPlan(child, id) + "/svar";

    public static string FollowUpConference(long child, long id) => Conference(child, id) + "/opfoelgning";

    public static string EvaluateConference(long child, long id) => Conference(child, id) + "/evaluering";

    public static string PrintEvaluation(long child, long id) => EvaluateConference(child, id) + "/papir";

    public static string SupportPerson(long child, long id) => Conference(child, id) + "/stoetteperson";

    public static string Invitations(long child, long id) => Conference(child, id) + "/invitationer";

    public static string ConferenceCalendar(long child, long id) => Conference(child, id) + "/kalender.ics";

    public static string NewNetworkMeeting(long child) => Child(child) + "/netvaerksmoede/ny";

    public static string NetworkMeeting(long child, long id) => $"{Child(child)}/netvaerksmoede/{N(id)}";

    /// <summary>An agreement of a conference or a network meeting: ask, tick off, drop.</summary>
    public static string Agreement(long child, long id) => $"{Child(child)}/aftale/{N(id)}";

    /// <summary>The map of the child's network.</summary>
    public static string Network(long child) => Child(child) + "/netvaerk";

    public static string NewPerson(long child) => Child(child) + "/person/ny";

    public static string Person(long child, long id) => $"{Child(child)}/person/{N(id)}";

    /// <summary>The coordinator's own pages, where no child's number stands in an address.</summary>
    public const string CoordinatorDesk = "/samordner";

    public static string CoordinatorConference(long id) => $"{CoordinatorDesk}/{N(id)}";

    public static string CoordinatorPractical(long id) => CoordinatorConference(id) + "/praktisk";

    public static string CoordinatorAnswers(long id) => CoordinatorConference(id) + "/svar";

    public static string CoordinatorSheet(long id) => CoordinatorConference(id) + "/kontaktark";

    public static string CoordinatorCalendar(long id) => CoordinatorConference(id) + "/kalender.ics";

    public static string GiveBackConference(long id) => CoordinatorConference(id) + "/fra";

    /// <summary>The municipality's trained coordinators.</summary>
    public const string Coordinators = "/samordnere";
    public const string NewCoordinator = Coordinators + "/ny";

    public static string ChangeCoordinator(long id) => $"{Coordinators}/{N(id)}";

    public static string EndCoordinator(long id) => ChangeCoordinator(id) + "/slut";

    /// <summary>Network conferences of the department, by month, team and district.</summary>
    public const string ConferenceFigures = "/raadslagninger";

    /// <summary>What is lacking in the cases, and the programmes that bring the old ones up to the standard.</summary>
    public const string Recovery = "/genopretning";
}
