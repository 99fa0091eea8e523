using System.Collections.Frozen;
using Spor.Access;
using Spor.Assessments;
using Spor.Cases;
using Spor.ChangeTheory;
using Spor.Children;
using Spor.Conferences;
using Spor.Decisions;
using Spor.Economy;
using Spor.Exchange.Deliveries;
using Spor.FollowUps;
using Spor.Interventions;
using Spor.Investing;
using Spor.Law;
using Spor.Letters;
using Spor.Notifications;
using Spor.Plans;
using Spor.Recovery;
using Spor.Reports;
using Spor.Supervision;
using Spor.Voices;
using Spor.Workforce;

namespace Spor.Facts;

/// <summary>
/// Every kind of fact there is, and nothing more: what a kind is stands beside its row. An event's name is <c>{kind}-recorded</c>,
/// <c>{kind}-corrected</c> or
/// <c>{kind}-withdrawn</c>; a released name never changes its meaning.
/// </summary>
public static class FactKinds
{
    // Before those below, which put themselves here one by one.
    static readonly List<FactKind> Listed = [];

    // What has no child first, then the child, then what refers to others after what it refers to.
    public static FactKind<MunicipalityFact> Municipality { get; } = Add(MunicipalityFact.Described);
    public static FactKind<TeamFact> Team { get; } = Add(TeamFact.Described);
    public static FactKind<DistrictFact> District { get; } = Add(DistrictFact.Described);
    public static FactKind<EmploymentFact> Employment { get; } = Add(EmploymentFact.Described);
    public static FactKind<CatalogueFact> Catalogue { get; } = Add(CatalogueFact.Described);
    public static FactKind<ParameterFact> Parameter { get; } = Add(ParameterFact.Described);
    public static FactKind<BudgetFact> Budget { get; } = Add(BudgetFact.Described);
    public static FactKind<LedgerFact> Ledger { get; } = Add(LedgerFact.Described);
    public static FactKind<AccountFact> Account { get; } = Add(AccountFact.Described);
    public static FactKind<PopulationFact> Population { get; } = Add(PopulationFact.Described);
    public static FactKind<ComparisonFact> Comparison { get; } = Add(ComparisonFact.Described);
    public static FactKind<AuthorityLimitFact> AuthorityLimit { get; } = Add(AuthorityLimitFact.Described);
    public static FactKind<RateRegulationFact> RateRegulation { get; } = Add(RateRegulationFact.Described);
    public static FactKind<AbsenceFact> Absence { get; } = Add(AbsenceFact.Described);
    public static FactKind<SpecialityFact> Speciality { get; } = Add(SpecialityFact.Described);
    public static FactKind<LetterTemplateFact> LetterTemplate { get; } = Add(LetterTemplateFact.Described);
    public static FactKind<CoordinatorFact> Coordinator { get; } = Add(CoordinatorFact.Described);
    public static FactKind<BaselineFact> Baseline { get; } = Add(BaselineFact.Described);
    public static FactKind<MonthClosedFact> MonthClosed { get; } = Add(MonthClosedFact.Described);
    public static FactKind<ForecastKeptFact> ForecastKept { get; } = Add(ForecastKeptFact.Described);
    public static FactKind<RefundRateFact> RefundRate { get; } = Add(RefundRateFact.Described);
    public static FactKind<PlacementPlanFact> PlacementPlan { get; } = Add(PlacementPlanFact.Described);
    public static FactKind<InvestmentCaseFact> InvestmentCase { get; } = Add(InvestmentCaseFact.Described);
    public static FactKind<InvestmentLineFact> InvestmentLine { get; } = Add(InvestmentLineFact.Described);
    public static FactKind<InvestmentSignedFact> InvestmentSigned { get; } = Add(InvestmentSignedFact.Described);
    public static FactKind<InvestmentSpentFact> InvestmentSpent { get; } = Add(InvestmentSpentFact.Described);
    public static FactKind<SocialRateFact> SocialRate { get; } = Add(SocialRateFact.Described);
    public static FactKind<ReportFact> Report { get; } = Add(ReportFact.Described);
    public static FactKind<ReportDueFact> ReportDue { get; } = Add(ReportDueFact.Described);
    public static FactKind<SavedViewFact> SavedView { get; } = Add(SavedViewFact.Described);
    public static FactKind<UserFact> User { get; } = Add(UserFact.Described);
    public static FactKind<RoleGrantFact> RoleGrant { get; } = Add(RoleGrantFact.Described);
    public static FactKind<RoleReviewFact> RoleReview { get; } = Add(RoleReviewFact.Described);
    public static FactKind<DeliveryKeyFact> DeliveryKey { get; } = Add(DeliveryKeyFact.Described);
    public static FactKind<RecoveryProgrammeFact> RecoveryProgramme { get; } = Add(RecoveryProgrammeFact.Described);
    public static FactKind<RecoveryStaffingFact> RecoveryStaffing { get; } = Add(RecoveryStaffingFact.Described);
    public static FactKind<RecoveryActionFact> RecoveryAction { get; } = Add(RecoveryActionFact.Described);
    public static FactKind<RecoveryBoardFact> RecoveryBoard { get; } = Add(RecoveryBoardFact.Described);
    public static FactKind<PublishedNumbersFact> PublishedNumbers { get; } = Add(PublishedNumbersFact.Described);
    public static FactKind<OwnReminderFact> OwnReminder { get; } = Add(OwnReminderFact.Described);
    public static FactKind<CalendarFeedFact> CalendarFeed { get; } = Add(CalendarFeedFact.Described);
    public static FactKind<EmployeeContactFact> EmployeeContact { get; } = Add(EmployeeContactFact.Described);
    public static FactKind<ReadingTemplateFact> ReadingTemplate { get; } = Add(ReadingTemplateFact.Described);
    public static FactKind<ReadingRoundFact> ReadingRound { get; } = Add(ReadingRoundFact.Described);
    public static FactKind<ReadingActionFact> ReadingAction { get; } = Add(ReadingActionFact.Described);
    public static FactKind<PanelMeetingFact> PanelMeeting { get; } = Add(PanelMeetingFact.Described);
    public static FactKind<PanelPointFact> PanelPoint { get; } = Add(PanelPointFact.Described);
    public static FactKind<SentNotificationFact> SentNotification { get; } = Add(SentNotificationFact.Described);
    public static FactKind<PatternAnswerFact> PatternAnswer { get; } = Add(PatternAnswerFact.Described);
    public static FactKind<SurveyFact> Survey { get; } = Add(SurveyFact.Described);
    public static FactKind<SurveyLinksFact> SurveyLinks { get; } = Add(SurveyLinksFact.Described);
    public static FactKind<SurveyAnswerFact> SurveyAnswer { get; } = Add(SurveyAnswerFact.Described);
    public static FactKind<SurveyWordsFact> SurveyWords { get; } = Add(SurveyWordsFact.Described);
    public static FactKind<TheoryFact> Theory { get; } = Add(TheoryFact.Described);
    public static FactKind<TheoryPartFact> TheoryPart { get; } = Add(TheoryPartFact.Described);
    public static FactKind<ChildFact> Child { get; } = Add(ChildFact.Described);
    public static FactKind<NetworkPersonFact> NetworkPerson { get; } = Add(NetworkPersonFact.Described);
    public static FactKind<ContactCardFact> ContactCard { get; } = Add(ContactCardFact.Described);
    public static FactKind<SupportPersonOfferFact> SupportPersonOffer { get; } = Add(SupportPersonOfferFact.Described);
    public static FactKind<NetworkTieFact> NetworkTie { get; } = Add(NetworkTieFact.Described);
    public static FactKind<CaseFact> Case { get; } = Add(CaseFact.Described);
    public static FactKind<AssignmentFact> Assignment { get; } = Add(AssignmentFact.Described);
    public static FactKind<NotificationFact> Notification { get; } = Add(NotificationFact.Described);
    public static FactKind<AssessmentFact> Assessment { get; } = Add(AssessmentFact.Described);
    public static FactKind<AssessmentDimensionFact> AssessmentDimension { get; } = Add(AssessmentDimensionFact.Described);
    public static FactKind<ConversationFact> Conversation { get; } = Add(ConversationFact.Described);
    public static FactKind<PlanFact> Plan { get; } = Add(PlanFact.Described);
    public static FactKind<GoalFact> Goal { get; } = Add(GoalFact.Described);
    public static FactKind<MeasurementFact> Measurement { get; } = Add(MeasurementFact.Described);
    public static FactKind<PlanActionFact> PlanAction { get; } = Add(PlanActionFact.Described);
    public static FactKind<DecisionProposalFact> DecisionProposal { get; } = Add(DecisionProposalFact.Described);
    public static FactKind<DecisionPartyFact> DecisionParty { get; } = Add(DecisionPartyFact.Described);
    public static FactKind<DecisionRecordFact> DecisionRecord { get; } = Add(DecisionRecordFact.Described);
    public static FactKind<DecisionDutyFact> DecisionDuty { get; } = Add(DecisionDutyFact.Described);
    public static FactKind<InterventionFact> Intervention { get; } = Add(InterventionFact.Described);
    public static FactKind<InterventionPriceFact> InterventionPrice { get; } = Add(InterventionPriceFact.Described);
    public static FactKind<LedgerMatchFact> LedgerMatch { get; } = Add(LedgerMatchFact.Described);
    public static FactKind<GrantFact> Grant { get; } = Add(GrantFact.Described);
    public static FactKind<FollowUpFact> FollowUp { get; } = Add(FollowUpFact.Described);
    public static FactKind<SupervisionVisitFact> SupervisionVisit { get; } = Add(SupervisionVisitFact.Described);
    public static FactKind<ReturnHomeFact> ReturnHome { get; } = Add(ReturnHomeFact.Described);
    public static FactKind<NetworkConferenceFact> NetworkConference { get; } = Add(NetworkConferenceFact.Described);
    public static FactKind<NetworkMeetingFact> NetworkMeeting { get; } = Add(NetworkMeetingFact.Described);
    public static FactKind<ConferenceQuestionFact> ConferenceQuestion { get; } = Add(ConferenceQuestionFact.Described);
    public static FactKind<InviteeFact> Invitee { get; } = Add(InviteeFact.Described);
    public static FactKind<CoordinationFact> Coordination { get; } = Add(CoordinationFact.Described);
    public static FactKind<PlanReviewFact> PlanReview { get; } = Add(PlanReviewFact.Described);
    public static FactKind<AgreementFact> Agreement { get; } = Add(AgreementFact.Described);
    public static FactKind<ConferenceEvaluationFact> ConferenceEvaluation { get; } = Add(ConferenceEvaluationFact.Described);
    public static FactKind<HandoverFact> Handover { get; } = Add(HandoverFact.Described);
    public static FactKind<HandoverProposalFact> HandoverProposal { get; } = Add(HandoverProposalFact.Described);
    public static FactKind<MoveFact> Move { get; } = Add(MoveFact.Described);
    public static FactKind<JournalNoteFact> JournalNote { get; } = Add(JournalNoteFact.Described);
    public static FactKind<AttachmentFact> Attachment { get; } = Add(AttachmentFact.Described);
    public static FactKind<AttachmentContentFact> AttachmentContent { get; } = Add(AttachmentContentFact.Described);
    public static FactKind<LeftoverFact> Leftover { get; } = Add(LeftoverFact.Described);
    public static FactKind<OwnTaskFact> OwnTask { get; } = Add(OwnTaskFact.Described);
    public static FactKind<LetterFact> Letter { get; } = Add(LetterFact.Described);
    public static FactKind<ChildRecordFact> ChildRecord { get; } = Add(ChildRecordFact.Described);
    public static FactKind<CaseAccessFact> CaseAccess { get; } = Add(CaseAccessFact.Described);
    public static FactKind<FileAccessFact> FileAccess { get; } = Add(FileAccessFact.Described);
    public static FactKind<ObjectionFact> Objection { get; } = Add(ObjectionFact.Described);
    public static FactKind<PartnerRequestFact> PartnerRequest { get; } = Add(PartnerRequestFact.Described);
    public static FactKind<SampledCaseFact> SampledCase { get; } = Add(SampledCaseFact.Described);
    public static FactKind<RecoveryPromiseFact> RecoveryPromise { get; } = Add(RecoveryPromiseFact.Described);
    public static FactKind<DrawnCaseFact> DrawnCase { get; } = Add(DrawnCaseFact.Described);
    public static FactKind<CaseReadingFact> CaseReading { get; } = Add(CaseReadingFact.Described);

    public static IReadOnlyList<FactKind> All { get; } = [.. Listed];

    /// <summary>The kinds whose rows stand in a child's file: those of the register first.</summary>
    public static IReadOnlyList<FactKind> OfAChild { get; } = Slots(Listed.Where(k => k.IsOfAChild));

    /// <summary>The kinds that are about no child.</summary>
    public static IReadOnlyList<FactKind> OfNoChild { get; } = Slots(Listed.Where(k => !k.IsAboutAChild));

    static readonly FrozenDictionary<Type, FactKind> ByRow = All.ToFrozenDictionary(k => k.Row);
    static readonly FrozenDictionary<string, FactKind> ByName = All.ToFrozenDictionary(k => k.Name);
    static readonly FrozenDictionary<FactKind, (FactKind From, Column By)[]> Towards = All.ToFrozenDictionary(
        k => k,
        k =>
            All.SelectMany(from => from.References.Where(c => c.KindIn is not null || c.RefersToOneOf.Contains(k)).Select(c => (from, c)))
                .ToArray()
    );

    public static FactKind Of(Type row) => ByRow[row];

    public static FactKind Of(Fact fact) => ByRow[fact.GetType()];

    /// <exception cref="KeyNotFoundException">No kind has this name.</exception>
    public static FactKind Named(string name) => ByName[name];

    public static FactKind? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The columns that may hold an id of the kind.</summary>
    public static IReadOnlyList<(FactKind From, Column By)> ReferencesTo(FactKind kind) => Towards[kind];

    static FactKind<T> Add<T>(FactKind<T> kind)
        where T : Fact, new()
    {
        Listed.Add(kind);
        return kind;
    }

    static List<FactKind> Slots(IEnumerable<FactKind> kinds)
    {
        List<FactKind> list = [.. kinds.OrderBy(k => !k.InRegister)];
        for (var i = 0; i < list.Count; i++)
            list[i].Slot = i;
        return list;
    }

    /// <summary>Where rows of a type stand, found once.</summary>
    internal static class Slot<T>
        where T : Fact
    {
        public static readonly int At = Of(typeof(T)).Slot;
    }
}
