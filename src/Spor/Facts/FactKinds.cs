using System.Collections.Frozen;
using Spor.Assessments;
using Spor.Children;
using Spor.Conferences;
using Spor.Decisions;
using Spor.Economy;
using Spor.FollowUps;
using Spor.Interventions;
using Spor.Notifications;
using Spor.Plans;
using Spor.Workforce;

namespace Spor.Facts;

/// <summary>Every kind of fact there is. An event's name is <c>{kind}-recorded</c>, <c>{kind}-corrected</c> or <c>{kind}-withdrawn</c>; a released name never changes its meaning.</summary>
public static class FactKinds
{
    public static FactKind<MunicipalityFact> Municipality { get; } = new("municipality", c => c
        .Text("Number", f => f.Number, (f, v) => f.Number = v)
        .Text("Name", f => f.Name, (f, v) => f.Name = v)
        .Day("ExtractDay", f => f.ExtractDay, (f, v) => f.ExtractDay = v));

    public static FactKind<TeamFact> Team { get; } = new("team", c => c
        .Long("TeamId", f => f.TeamId, (f, v) => f.TeamId = v)
        .Text("Name", f => f.Name, (f, v) => f.Name = v)
        .MaybeLong("CeilingHundredths", f => f.CeilingHundredths, (f, v) => f.CeilingHundredths = v)
        .Day("From", f => f.From, (f, v) => f.From = v)
        .MaybeDay("To", f => f.To, (f, v) => f.To = v));

    public static FactKind<DistrictFact> District { get; } = new("district", c => c
        .Long("DistrictId", f => f.DistrictId, (f, v) => f.DistrictId = v)
        .Text("Name", f => f.Name, (f, v) => f.Name = v)
        .Long("TeamId", f => f.TeamId, (f, v) => f.TeamId = v)
        .MaybeBool("Model", f => f.Model, (f, v) => f.Model = v)
        .Day("From", f => f.From, (f, v) => f.From = v)
        .MaybeDay("To", f => f.To, (f, v) => f.To = v));

    public static FactKind<EmploymentFact> Employment { get; } = new("employment", c => c
        .Long("EmployeeId", f => f.EmployeeId, (f, v) => f.EmployeeId = v)
        .Code("Role", f => f.Role, (f, v) => f.Role = v)
        .MaybeLong("TeamId", f => f.TeamId, (f, v) => f.TeamId = v)
        .Long("FteTenThousandths", f => f.FteTenThousandths, (f, v) => f.FteTenThousandths = v)
        .Day("From", f => f.From, (f, v) => f.From = v)
        .MaybeDay("To", f => f.To, (f, v) => f.To = v),
        f => [f.Name], (f, t) => f.Name = t[0]);

    public static FactKind<CatalogueFact> Catalogue { get; } = new("catalogue-entry", c => c
        .Text("Code", f => f.Code, (f, v) => f.Code = v)
        .Text("Name", f => f.Name, (f, v) => f.Name = v)
        .Long("Step", f => f.Step, (f, v) => f.Step = (int)v)
        .Code("Form", f => f.Form, (f, v) => f.Form = v)
        .MaybeText("Account", f => f.Account, (f, v) => f.Account = v)
        .Day("From", f => f.From, (f, v) => f.From = v)
        .MaybeDay("To", f => f.To, (f, v) => f.To = v));

    public static FactKind<BudgetFact> Budget { get; } = new("budget-line", c => c
        .Text("Account", f => f.Account, (f, v) => f.Account = v)
        .Day("Month", f => f.Month, (f, v) => f.Month = v)
        .Long("AmountOre", f => f.AmountOre, (f, v) => f.AmountOre = v));

    public static FactKind<LedgerFact> Ledger { get; } = new("ledger-line", c => c
        .Text("Account", f => f.Account, (f, v) => f.Account = v)
        .Day("Month", f => f.Month, (f, v) => f.Month = v)
        .Long("AmountOre", f => f.AmountOre, (f, v) => f.AmountOre = v)
        .MaybeLong("InterventionId", f => f.InterventionId, (f, v) => f.InterventionId = v));

    public static FactKind<ChildFact> Child { get; } = new("child", c => c
        .Day("BornOn", f => f.BornOn, (f, v) => f.BornOn = v)
        .MaybeCode("Gender", f => f.Gender, (f, v) => f.Gender = v)
        .MaybeLong("DistrictId", f => f.DistrictId, (f, v) => f.DistrictId = v)
        .Code("TargetGroup", f => f.TargetGroup, (f, v) => f.TargetGroup = v)
        .MaybeLong("FamilyId", f => f.FamilyId, (f, v) => f.FamilyId = v)
        .Bool("Protected", f => f.Protected, (f, v) => f.Protected = v)
        .MaybeLong("CprHash", f => f.CprHash, (f, v) => f.CprHash = v),
        f => [f.FirstName, f.LastName, f.Cpr, f.School],
        (f, t) => (f.FirstName, f.LastName, f.Cpr, f.School) = (t[0], t[1], t[2], t[3]));

    public static FactKind<NetworkPersonFact> NetworkPerson { get; } = new("network-person", c => c
        .Code("Relation", f => f.Relation, (f, v) => f.Relation = v)
        .MaybeBool("HasCustody", f => f.HasCustody, (f, v) => f.HasCustody = v)
        .MaybeBool("Professional", f => f.Professional, (f, v) => f.Professional = v)
        .Bool("Protected", f => f.Protected, (f, v) => f.Protected = v),
        f => [f.Name], (f, t) => f.Name = t[0]);

    public static FactKind<CaseFact> Case { get; } = new("case", c => c
        .Day("OpenedOn", f => f.OpenedOn, (f, v) => f.OpenedOn = v)
        .MaybeDay("ClosedOn", f => f.ClosedOn, (f, v) => f.ClosedOn = v)
        .MaybeDay("ParentsInformedOn", f => f.ParentsInformedOn, (f, v) => f.ParentsInformedOn = v),
        f => [f.ClosingReason], (f, t) => f.ClosingReason = t[0]);

    public static FactKind<AssignmentFact> Assignment { get; } = new("assignment", c => c
        .Long("CaseId", f => f.CaseId, (f, v) => f.CaseId = v)
        .Long("EmployeeId", f => f.EmployeeId, (f, v) => f.EmployeeId = v)
        .Day("From", f => f.From, (f, v) => f.From = v)
        .MaybeDay("To", f => f.To, (f, v) => f.To = v));

    public static FactKind<NotificationFact> Notification { get; } = new("notification", c => c
        .Time("ReceivedAt", f => f.ReceivedAt, (f, v) => f.ReceivedAt = v)
        .Code("Notifier", f => f.Notifier, (f, v) => f.Notifier = v)
        .MaybeTime("AssessedAt", f => f.AssessedAt, (f, v) => f.AssessedAt = v)
        .MaybeDay("AcknowledgedOn", f => f.AcknowledgedOn, (f, v) => f.AcknowledgedOn = v)
        .MaybeDay("FeedbackOn", f => f.FeedbackOn, (f, v) => f.FeedbackOn = v)
        .MaybeCode("Outcome", f => f.Outcome, (f, v) => f.Outcome = v),
        f => [f.Causes], (f, t) => f.Causes = t[0]);

    public static FactKind<AssessmentFact> Assessment { get; } = new("assessment", c => c
        .Code("Kind", f => f.Kind, (f, v) => f.Kind = v)
        .Day("KnownOn", f => f.KnownOn, (f, v) => f.KnownOn = v)
        .MaybeDay("StartedOn", f => f.StartedOn, (f, v) => f.StartedOn = v)
        .MaybeDay("FinishedOn", f => f.FinishedOn, (f, v) => f.FinishedOn = v));

    public static FactKind<ConversationFact> Conversation { get; } = new("conversation", c => c
        .Day("On", f => f.On, (f, v) => f.On = v)
        .Code("Purpose", f => f.Purpose, (f, v) => f.Purpose = v)
        .Bool("LeftOut", f => f.LeftOut, (f, v) => f.LeftOut = v)
        .Bool("HasReason", f => f.HasReason, (f, v) => f.HasReason = v),
        f => [f.Reason], (f, t) => f.Reason = t[0]);

    public static FactKind<PlanFact> Plan { get; } = new("plan", c => c
        .Code("Kind", f => f.Kind, (f, v) => f.Kind = v)
        .Day("DecidedOn", f => f.DecidedOn, (f, v) => f.DecidedOn = v)
        .MaybeDay("FinishedOn", f => f.FinishedOn, (f, v) => f.FinishedOn = v)
        .MaybeDay("ClosedOn", f => f.ClosedOn, (f, v) => f.ClosedOn = v));

    public static FactKind<GoalFact> Goal { get; } = new("goal", c => c
        .Long("PlanId", f => f.PlanId, (f, v) => f.PlanId = v)
        .MaybeCode("Theme", f => f.Theme, (f, v) => f.Theme = v),
        f => [f.Description], (f, t) => f.Description = t[0]);

    public static FactKind<MeasurementFact> Measurement { get; } = new("measurement", c => c
        .Long("GoalId", f => f.GoalId, (f, v) => f.GoalId = v)
        .Day("On", f => f.On, (f, v) => f.On = v)
        .Long("Score", f => f.Score, (f, v) => f.Score = (int)v));

    public static FactKind<DecisionRecordFact> DecisionRecord { get; } = new("decision-record", c => c
        .Day("On", f => f.On, (f, v) => f.On = v)
        .Text("LegalBasis", f => f.LegalBasis, (f, v) => f.LegalBasis = v)
        .MaybeCode("Level", f => f.Level, (f, v) => f.Level = v)
        .MaybeBool("PartiesHeard", f => f.PartiesHeard, (f, v) => f.PartiesHeard = v)
        .MaybeBool("ComplaintGuidanceGiven", f => f.ComplaintGuidanceGiven, (f, v) => f.ComplaintGuidanceGiven = v));

    public static FactKind<InterventionFact> Intervention { get; } = new("intervention", c => c
        .MaybeLong("DecisionId", f => f.DecisionId, (f, v) => f.DecisionId = v)
        .Text("Code", f => f.Code, (f, v) => f.Code = v)
        .Text("LegalBasis", f => f.LegalBasis, (f, v) => f.LegalBasis = v)
        .Day("From", f => f.From, (f, v) => f.From = v)
        .MaybeDay("To", f => f.To, (f, v) => f.To = v)
        .MaybeDay("ExpectedTo", f => f.ExpectedTo, (f, v) => f.ExpectedTo = v)
        .MaybeLong("PriceOre", f => f.PriceOre, (f, v) => f.PriceOre = v)
        .MaybeCode("Unit", f => f.Unit, (f, v) => f.Unit = v)
        .MaybeLong("QuantityHundredths", f => f.QuantityHundredths, (f, v) => f.QuantityHundredths = v),
        f => [f.Provider], (f, t) => f.Provider = t[0]);

    public static FactKind<FollowUpFact> FollowUp { get; } = new("follow-up", c => c
        .Long("InterventionId", f => f.InterventionId, (f, v) => f.InterventionId = v)
        .Day("On", f => f.On, (f, v) => f.On = v)
        .MaybeCode("Outcome", f => f.Outcome, (f, v) => f.Outcome = v)
        .MaybeDay("NextBy", f => f.NextBy, (f, v) => f.NextBy = v));

    public static FactKind<SupervisionVisitFact> SupervisionVisit { get; } = new("supervision-visit", c => c
        .Long("InterventionId", f => f.InterventionId, (f, v) => f.InterventionId = v)
        .Day("On", f => f.On, (f, v) => f.On = v)
        .Bool("SpokeWithChild", f => f.SpokeWithChild, (f, v) => f.SpokeWithChild = v));

    public static FactKind<NetworkConferenceFact> NetworkConference { get; } = new("network-conference", c => c
        .Day("OfferedOn", f => f.OfferedOn, (f, v) => f.OfferedOn = v)
        .MaybeCode("Answer", f => f.Answer, (f, v) => f.Answer = v)
        .MaybeDay("HeldOn", f => f.HeldOn, (f, v) => f.HeldOn = v)
        .MaybeBool("PlanApproved", f => f.PlanApproved, (f, v) => f.PlanApproved = v)
        .MaybeDay("FollowedUpOn", f => f.FollowedUpOn, (f, v) => f.FollowedUpOn = v));

    /// <summary>What has no child first, then the child, then what refers to others after what it refers to.</summary>
    public static IReadOnlyList<FactKind> All { get; } =
    [
        Municipality, Team, District, Employment, Catalogue, Budget, Ledger,
        Child, NetworkPerson, Case, Assignment, Notification, Assessment, Conversation, Plan, Goal, Measurement,
        DecisionRecord, Intervention, FollowUp, SupervisionVisit, NetworkConference,
    ];

    static readonly FrozenDictionary<Type, FactKind> ByRow = All.ToFrozenDictionary(k => k.Row);
    static readonly FrozenDictionary<string, FactKind> ByName = All.ToFrozenDictionary(k => k.Name);

    public static FactKind Of(Type row) => ByRow[row];
    public static FactKind Of(Fact fact) => ByRow[fact.GetType()];
    public static FactKind Named(string name) => ByName[name];
}
