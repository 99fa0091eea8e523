using System.Collections.Frozen;
using Spor.Assessments;
using Spor.Cases;
using Spor.Children;
using Spor.Conferences;
using Spor.Decisions;
using Spor.Economy;
using Spor.FollowUps;
using Spor.Insight;
using Spor.Interventions;
using Spor.Letters;
using Spor.Notifications;
using Spor.Plans;
using Spor.Reports;
using Spor.Workforce;

namespace Spor.Facts;

/// <summary>Every kind of fact there is. An event's name is <c>{kind}-recorded</c>, <c>{kind}-corrected</c> or <c>{kind}-withdrawn</c>; a released name never changes its meaning.</summary>
public static class FactKinds
{
    public static FactKind<MunicipalityFact> Municipality { get; } =
        new(
            "municipality",
            c =>
                c.Text("Number", f => f.Number, (f, v) => f.Number = v)
                    .Text("Name", f => f.Name, (f, v) => f.Name = v)
                    .Day("ExtractDay", f => f.ExtractDay, (f, v) => f.ExtractDay = v)
        );

    public static FactKind<TeamFact> Team { get; } =
        new(
            "team",
            c =>
                c.Long("TeamId", f => f.TeamId, (f, v) => f.TeamId = v)
                    .Text("Name", f => f.Name, (f, v) => f.Name = v)
                    .MaybeLong("CeilingHundredths", f => f.CeilingHundredths, (f, v) => f.CeilingHundredths = v)
                    .Day("From", f => f.From, (f, v) => f.From = v)
                    .MaybeDay("To", f => f.To, (f, v) => f.To = v)
        );

    public static FactKind<DistrictFact> District { get; } =
        new(
            "district",
            c =>
                c.Long("DistrictId", f => f.DistrictId, (f, v) => f.DistrictId = v)
                    .Text("Name", f => f.Name, (f, v) => f.Name = v)
                    .Long("TeamId", f => f.TeamId, (f, v) => f.TeamId = v)
                    .MaybeBool("Model", f => f.Model, (f, v) => f.Model = v)
                    .Day("From", f => f.From, (f, v) => f.From = v)
                    .MaybeDay("To", f => f.To, (f, v) => f.To = v)
        );

    public static FactKind<EmploymentFact> Employment { get; } =
        new(
            "employment",
            c =>
                c.Long("EmployeeId", f => f.EmployeeId, (f, v) => f.EmployeeId = v)
                    .Code("Role", f => f.Role, (f, v) => f.Role = v)
                    .MaybeLong("TeamId", f => f.TeamId, (f, v) => f.TeamId = v)
                    .Long("FteTenThousandths", f => f.FteTenThousandths, (f, v) => f.FteTenThousandths = v)
                    .Day("From", f => f.From, (f, v) => f.From = v)
                    .MaybeDay("To", f => f.To, (f, v) => f.To = v),
            f => [f.Name],
            (f, t) => f.Name = t[0]
        );

    public static FactKind<CatalogueFact> Catalogue { get; } =
        new(
            "catalogue-entry",
            c =>
                c.Text("Code", f => f.Code, (f, v) => f.Code = v)
                    .Text("Name", f => f.Name, (f, v) => f.Name = v)
                    .Long("Step", f => f.Step, (f, v) => f.Step = (int)v)
                    .Code("Form", f => f.Form, (f, v) => f.Form = v)
                    .MaybeText("Account", f => f.Account, (f, v) => f.Account = v)
                    .Day("From", f => f.From, (f, v) => f.From = v)
                    .MaybeDay("To", f => f.To, (f, v) => f.To = v)
        );

    public static FactKind<BudgetFact> Budget { get; } =
        new(
            "budget-line",
            c =>
                c.Text("Account", f => f.Account, (f, v) => f.Account = v)
                    .Day("Month", f => f.Month, (f, v) => f.Month = v)
                    .Long("AmountOre", f => f.AmountOre, (f, v) => f.AmountOre = v)
        );

    public static FactKind<LedgerFact> Ledger { get; } =
        new(
            "ledger-line",
            c =>
                c.Text("Account", f => f.Account, (f, v) => f.Account = v)
                    .Day("Month", f => f.Month, (f, v) => f.Month = v)
                    .Long("AmountOre", f => f.AmountOre, (f, v) => f.AmountOre = v)
                    .MaybeLong("InterventionId", f => f.InterventionId, (f, v) => f.InterventionId = v)
        );

    public static FactKind<BaselineFact> Baseline { get; } =
        new(
            "baseline",
            c => c.Day("Day", f => f.Day, (f, v) => f.Day = v).Long("EntryNo", f => f.EntryNo, (f, v) => f.EntryNo = v),
            f => [f.Name],
            (f, t) => f.Name = t[0],
            inRegister: false
        );

    public static FactKind<ReportFact> Report { get; } =
        new(
            "report",
            c =>
                c.Code("Form", f => f.Form, (f, v) => f.Form = v)
                    .Code("State", f => f.State, (f, v) => f.State = v)
                    .Day("From", f => f.From, (f, v) => f.From = v)
                    .Day("To", f => f.To, (f, v) => f.To = v)
                    .Day("BaselineDay", f => f.BaselineDay, (f, v) => f.BaselineDay = v)
                    .MaybeLong("BaselineId", f => f.BaselineId, (f, v) => f.BaselineId = v)
                    .Long("StandsOn", f => f.StandsOn, (f, v) => f.StandsOn = v)
                    .Text("Program", f => f.Program, (f, v) => f.Program = v)
                    .MaybeLong("DueId", f => f.DueId, (f, v) => f.DueId = v)
                    .Text("PageHash", f => f.PageHash, (f, v) => f.PageHash = v)
                    .Text("WordHash", f => f.WordHash, (f, v) => f.WordHash = v)
                    .Text("ExcelHash", f => f.ExcelHash, (f, v) => f.ExcelHash = v)
                    .Text("FiguresHash", f => f.FiguresHash, (f, v) => f.FiguresHash = v),
            inRegister: false
        );

    public static FactKind<ReportDueFact> ReportDue { get; } =
        new(
            "report-due",
            c =>
                c.Day("DueOn", f => f.DueOn, (f, v) => f.DueOn = v)
                    .Day("From", f => f.From, (f, v) => f.From = v)
                    .Day("To", f => f.To, (f, v) => f.To = v)
                    .Day("BaselineDay", f => f.BaselineDay, (f, v) => f.BaselineDay = v)
                    .MaybeLong("BaselineId", f => f.BaselineId, (f, v) => f.BaselineId = v)
                    .Long("DraftDaysBefore", f => f.DraftDaysBefore, (f, v) => f.DraftDaysBefore = v),
            f => [f.Title, f.Committee],
            (f, t) => (f.Title, f.Committee) = (t[0], t[1]),
            inRegister: false
        );

    public static FactKind<ChildFact> Child { get; } =
        new(
            "child",
            c =>
                c.Day("BornOn", f => f.BornOn, (f, v) => f.BornOn = v)
                    .MaybeCode("Gender", f => f.Gender, (f, v) => f.Gender = v)
                    .MaybeLong("DistrictId", f => f.DistrictId, (f, v) => f.DistrictId = v)
                    .Code("TargetGroup", f => f.TargetGroup, (f, v) => f.TargetGroup = v)
                    .MaybeLong("FamilyId", f => f.FamilyId, (f, v) => f.FamilyId = v)
                    .Bool("Protected", f => f.Protected, (f, v) => f.Protected = v)
                    .MaybeLong("CprHash", f => f.CprHash, (f, v) => f.CprHash = v)
                    .Bool("Unborn", f => f.Unborn, (f, v) => f.Unborn = v),
            f => [f.FirstName, f.LastName, f.Cpr, f.School],
            (f, t) => (f.FirstName, f.LastName, f.Cpr, f.School) = (t[0], t[1], t[2], t[3])
        );

    public static FactKind<NetworkPersonFact> NetworkPerson { get; } =
        new(
            "network-person",
            c =>
                c.Code("Relation", f => f.Relation, (f, v) => f.Relation = v)
                    .MaybeBool("HasCustody", f => f.HasCustody, (f, v) => f.HasCustody = v)
                    .MaybeBool("Professional", f => f.Professional, (f, v) => f.Professional = v)
                    .Bool("Protected", f => f.Protected, (f, v) => f.Protected = v)
                    .MaybeDay("Since", f => f.Since, (f, v) => f.Since = v)
                    .MaybeDay("Until", f => f.Until, (f, v) => f.Until = v),
            f => [f.Name, f.Phone, f.Address],
            (f, t) => (f.Name, f.Phone, f.Address) = (t[0], t[1], t[2]),
            inRegister: false
        );

    public static FactKind<CaseFact> Case { get; } =
        new(
            "case",
            c =>
                c.Day("OpenedOn", f => f.OpenedOn, (f, v) => f.OpenedOn = v)
                    .MaybeDay("ClosedOn", f => f.ClosedOn, (f, v) => f.ClosedOn = v)
                    .MaybeDay("ParentsInformedOn", f => f.ParentsInformedOn, (f, v) => f.ParentsInformedOn = v)
                    .MaybeLong("ContinuesCaseId", f => f.ContinuesCaseId, (f, v) => f.ContinuesCaseId = v),
            f => [f.ClosingReason],
            (f, t) => f.ClosingReason = t[0]
        );

    public static FactKind<AssignmentFact> Assignment { get; } =
        new(
            "assignment",
            c =>
                c.Long("CaseId", f => f.CaseId, (f, v) => f.CaseId = v)
                    .Long("EmployeeId", f => f.EmployeeId, (f, v) => f.EmployeeId = v)
                    .Day("From", f => f.From, (f, v) => f.From = v)
                    .MaybeDay("To", f => f.To, (f, v) => f.To = v)
        );

    public static FactKind<NotificationFact> Notification { get; } =
        new(
            "notification",
            c =>
                c.Time("ReceivedAt", f => f.ReceivedAt, (f, v) => f.ReceivedAt = v)
                    .Code("Notifier", f => f.Notifier, (f, v) => f.Notifier = v)
                    .MaybeTime("AssessedAt", f => f.AssessedAt, (f, v) => f.AssessedAt = v)
                    .MaybeDay("AcknowledgedOn", f => f.AcknowledgedOn, (f, v) => f.AcknowledgedOn = v)
                    .MaybeDay("FeedbackOn", f => f.FeedbackOn, (f, v) => f.FeedbackOn = v)
                    .MaybeCode("Outcome", f => f.Outcome, (f, v) => f.Outcome = v)
                    .MaybeLong("AssessedBy", f => f.AssessedBy, (f, v) => f.AssessedBy = v)
                    .MaybeLong("SecondReader", f => f.SecondReader, (f, v) => f.SecondReader = v)
                    .MaybeBool("Acute", f => f.Acute, (f, v) => f.Acute = v)
                    .MaybeCode("Danger", f => f.Danger, (f, v) => f.Danger = v),
            f => [f.Causes, f.Description, f.NotifierName, f.NotifierContact, f.FirstSteps, f.AssessmentReason],
            (f, t) =>
                (f.Causes, f.Description, f.NotifierName, f.NotifierContact, f.FirstSteps, f.AssessmentReason) = (
                    t[0],
                    t[1],
                    t[2],
                    t[3],
                    t[4],
                    t[5]
                )
        );

    public static FactKind<AssessmentFact> Assessment { get; } =
        new(
            "assessment",
            c =>
                c.Code("Kind", f => f.Kind, (f, v) => f.Kind = v)
                    .Day("KnownOn", f => f.KnownOn, (f, v) => f.KnownOn = v)
                    .MaybeDay("StartedOn", f => f.StartedOn, (f, v) => f.StartedOn = v)
                    .MaybeDay("FinishedOn", f => f.FinishedOn, (f, v) => f.FinishedOn = v)
                    .MaybeCode("Outcome", f => f.Outcome, (f, v) => f.Outcome = v)
                    .MaybeBool("SiblingsConsidered", f => f.SiblingsConsidered, (f, v) => f.SiblingsConsidered = v)
                    .MaybeLong("ResponsibleId", f => f.ResponsibleId, (f, v) => f.ResponsibleId = v)
                    .MaybeLong("SecondCaseworkerId", f => f.SecondCaseworkerId, (f, v) => f.SecondCaseworkerId = v)
                    .MaybeLong("NotificationId", f => f.NotificationId, (f, v) => f.NotificationId = v)
                    .MaybeLong("SharedId", f => f.SharedId, (f, v) => f.SharedId = v),
            f => [f.Reason, f.Conclusion, f.ChildsView, f.ParentsView, f.SiblingsNote, f.Occasion, f.UnfinishedReason],
            (f, t) =>
                (f.Reason, f.Conclusion, f.ChildsView, f.ParentsView, f.SiblingsNote, f.Occasion, f.UnfinishedReason) = (
                    t[0],
                    t[1],
                    t[2],
                    t[3],
                    t[4],
                    t[5],
                    t[6]
                )
        );

    public static FactKind<ConversationFact> Conversation { get; } =
        new(
            "conversation",
            c =>
                c.Day("On", f => f.On, (f, v) => f.On = v)
                    .Code("Purpose", f => f.Purpose, (f, v) => f.Purpose = v)
                    .Bool("LeftOut", f => f.LeftOut, (f, v) => f.LeftOut = v)
                    .Bool("HasReason", f => f.HasReason, (f, v) => f.HasReason = v)
                    .MaybeLong("EmployeeId", f => f.EmployeeId, (f, v) => f.EmployeeId = v)
                    .MaybeBool("WithoutParents", f => f.WithoutParents, (f, v) => f.WithoutParents = v)
                    .MaybeBool("ParentsSuspected", f => f.ParentsSuspected, (f, v) => f.ParentsSuspected = v),
            f => [f.Reason, f.Place, f.ChildsWords, f.Present],
            (f, t) => (f.Reason, f.Place, f.ChildsWords, f.Present) = (t[0], t[1], t[2], t[3])
        );

    public static FactKind<PlanFact> Plan { get; } =
        new(
            "plan",
            c =>
                c.Code("Kind", f => f.Kind, (f, v) => f.Kind = v)
                    .Day("DecidedOn", f => f.DecidedOn, (f, v) => f.DecidedOn = v)
                    .MaybeDay("FinishedOn", f => f.FinishedOn, (f, v) => f.FinishedOn = v)
                    .MaybeDay("ClosedOn", f => f.ClosedOn, (f, v) => f.ClosedOn = v)
                    .MaybeLong("SharedId", f => f.SharedId, (f, v) => f.SharedId = v)
                    .MaybeLong("DecisionId", f => f.DecisionId, (f, v) => f.DecisionId = v)
                    .MaybeLong("ReplacesId", f => f.ReplacesId, (f, v) => f.ReplacesId = v)
                    .MaybeBool("Needed", f => f.Needed, (f, v) => f.Needed = v),
            f => [f.Summary, f.FamilySupport, f.Reason],
            (f, t) => (f.Summary, f.FamilySupport, f.Reason) = (t[0], t[1], t[2])
        );

    public static FactKind<GoalFact> Goal { get; } =
        new(
            "goal",
            c =>
                c.Long("PlanId", f => f.PlanId, (f, v) => f.PlanId = v)
                    .MaybeCode("Theme", f => f.Theme, (f, v) => f.Theme = v)
                    .MaybeDay("EndedOn", f => f.EndedOn, (f, v) => f.EndedOn = v)
                    .MaybeLong("SharedId", f => f.SharedId, (f, v) => f.SharedId = v)
                    .MaybeLong("ContinuesId", f => f.ContinuesId, (f, v) => f.ContinuesId = v),
            f => [f.Description, f.Indicator, f.Who],
            (f, t) => (f.Description, f.Indicator, f.Who) = (t[0], t[1], t[2])
        );

    public static FactKind<MeasurementFact> Measurement { get; } =
        new(
            "measurement",
            c =>
                c.Long("GoalId", f => f.GoalId, (f, v) => f.GoalId = v)
                    .Day("On", f => f.On, (f, v) => f.On = v)
                    .Long("Score", f => f.Score, (f, v) => f.Score = (int)v)
        );

    public static FactKind<DecisionRecordFact> DecisionRecord { get; } =
        new(
            "decision-record",
            c =>
                c.Day("On", f => f.On, (f, v) => f.On = v)
                    .Text("LegalBasis", f => f.LegalBasis, (f, v) => f.LegalBasis = v)
                    .MaybeCode("Level", f => f.Level, (f, v) => f.Level = v)
                    .MaybeBool("PartiesHeard", f => f.PartiesHeard, (f, v) => f.PartiesHeard = v)
                    .MaybeBool("ComplaintGuidanceGiven", f => f.ComplaintGuidanceGiven, (f, v) => f.ComplaintGuidanceGiven = v)
                    .MaybeCode("Kind", f => f.Kind, (f, v) => f.Kind = v)
                    .MaybeLong("ProposalId", f => f.ProposalId, (f, v) => f.ProposalId = v)
        );

    public static FactKind<InterventionFact> Intervention { get; } =
        new(
            "intervention",
            c =>
                c.MaybeLong("DecisionId", f => f.DecisionId, (f, v) => f.DecisionId = v)
                    .Text("Code", f => f.Code, (f, v) => f.Code = v)
                    .Text("LegalBasis", f => f.LegalBasis, (f, v) => f.LegalBasis = v)
                    .Day("From", f => f.From, (f, v) => f.From = v)
                    .MaybeDay("To", f => f.To, (f, v) => f.To = v)
                    .MaybeDay("ExpectedTo", f => f.ExpectedTo, (f, v) => f.ExpectedTo = v)
                    .MaybeLong("PriceOre", f => f.PriceOre, (f, v) => f.PriceOre = v)
                    .MaybeCode("Unit", f => f.Unit, (f, v) => f.Unit = v)
                    .MaybeLong("QuantityHundredths", f => f.QuantityHundredths, (f, v) => f.QuantityHundredths = v)
                    .MaybeCode("Result", f => f.Result, (f, v) => f.Result = v)
                    .MaybeLong("FollowsId", f => f.FollowsId, (f, v) => f.FollowsId = v),
            f => [f.Provider, f.Place, f.SkipReason, f.EndNote, f.NextStep],
            (f, t) => (f.Provider, f.Place, f.SkipReason, f.EndNote, f.NextStep) = (t[0], t[1], t[2], t[3], t[4])
        );

    public static FactKind<FollowUpFact> FollowUp { get; } =
        new(
            "follow-up",
            c =>
                c.Long("InterventionId", f => f.InterventionId, (f, v) => f.InterventionId = v)
                    .Day("On", f => f.On, (f, v) => f.On = v)
                    .MaybeCode("Outcome", f => f.Outcome, (f, v) => f.Outcome = v)
                    .MaybeDay("NextBy", f => f.NextBy, (f, v) => f.NextBy = v)
                    .MaybeLong("EmployeeId", f => f.EmployeeId, (f, v) => f.EmployeeId = v),
            f => [f.Note, f.ChildsVoice, f.ParentsVoice, f.CadenceReason],
            (f, t) => (f.Note, f.ChildsVoice, f.ParentsVoice, f.CadenceReason) = (t[0], t[1], t[2], t[3])
        );

    public static FactKind<SupervisionVisitFact> SupervisionVisit { get; } =
        new(
            "supervision-visit",
            c =>
                c.Long("InterventionId", f => f.InterventionId, (f, v) => f.InterventionId = v)
                    .Day("On", f => f.On, (f, v) => f.On = v)
                    .Bool("SpokeWithChild", f => f.SpokeWithChild, (f, v) => f.SpokeWithChild = v)
                    .MaybeLong("EmployeeId", f => f.EmployeeId, (f, v) => f.EmployeeId = v),
            f => [f.Note, f.Present],
            (f, t) => (f.Note, f.Present) = (t[0], t[1])
        );

    public static FactKind<NetworkConferenceFact> NetworkConference { get; } =
        new(
            "network-conference",
            c =>
                c.Day("OfferedOn", f => f.OfferedOn, (f, v) => f.OfferedOn = v)
                    .MaybeCode("Answer", f => f.Answer, (f, v) => f.Answer = v)
                    .MaybeDay("HeldOn", f => f.HeldOn, (f, v) => f.HeldOn = v)
                    .MaybeBool("PlanApproved", f => f.PlanApproved, (f, v) => f.PlanApproved = v)
                    .MaybeDay("FollowedUpOn", f => f.FollowedUpOn, (f, v) => f.FollowedUpOn = v)
                    .MaybeCode("ChildAnswer", f => f.ChildAnswer, (f, v) => f.ChildAnswer = v)
                    .MaybeDay("AnsweredOn", f => f.AnsweredOn, (f, v) => f.AnsweredOn = v)
                    .MaybeDay("QuestionsApprovedOn", f => f.QuestionsApprovedOn, (f, v) => f.QuestionsApprovedOn = v)
                    .MaybeTime("PlannedAt", f => f.PlannedAt, (f, v) => f.PlannedAt = v)
                    .MaybeTime("EndsAt", f => f.EndsAt, (f, v) => f.EndsAt = v)
                    .MaybeDay("CancelledOn", f => f.CancelledOn, (f, v) => f.CancelledOn = v)
                    .MaybeBool("PrivateTimeUsed", f => f.PrivateTimeUsed, (f, v) => f.PrivateTimeUsed = v)
                    .MaybeDay("PlanPresentedOn", f => f.PlanPresentedOn, (f, v) => f.PlanPresentedOn = v)
                    .MaybeDay("FollowUpPlannedOn", f => f.FollowUpPlannedOn, (f, v) => f.FollowUpPlannedOn = v)
                    .MaybeText("ReplacedMeasureCode", f => f.ReplacedMeasureCode, (f, v) => f.ReplacedMeasureCode = v)
                    .MaybeLong("ReplacedInterventionId", f => f.ReplacedInterventionId, (f, v) => f.ReplacedInterventionId = v)
                    .MaybeBool("WithoutSupport", f => f.WithoutSupport, (f, v) => f.WithoutSupport = v),
            f =>
                [
                    f.WishedInstead,
                    f.Place,
                    f.Food,
                    f.ChildCare,
                    f.Interpreter,
                    f.Practical,
                    f.CancelReason,
                    f.FamilyPlan,
                    f.FollowUpNote,
                    f.WithoutSupportWhy,
                    f.OfferedTo,
                    f.PrivateTimeNote,
                ],
            (f, t) =>
                (
                    f.WishedInstead,
                    f.Place,
                    f.Food,
                    f.ChildCare,
                    f.Interpreter,
                    f.Practical,
                    f.CancelReason,
                    f.FamilyPlan,
                    f.FollowUpNote,
                    f.WithoutSupportWhy,
                    f.OfferedTo,
                    f.PrivateTimeNote
                ) = (t[0], t[1], t[2], t[3], t[4], t[5], t[6], t[7], t[8], t[9], t[10], t[11])
        );

    public static FactKind<AssessmentDimensionFact> AssessmentDimension { get; } =
        new(
            "assessment-dimension",
            c =>
                c.Long("AssessmentId", f => f.AssessmentId, (f, v) => f.AssessmentId = v)
                    .Text("Dimension", f => f.Dimension, (f, v) => f.Dimension = v)
                    .MaybeLong("CarriedFromId", f => f.CarriedFromId, (f, v) => f.CarriedFromId = v),
            f => [f.Resources, f.Worries, f.Conclusion],
            (f, t) => (f.Resources, f.Worries, f.Conclusion) = (t[0], t[1], t[2]),
            inRegister: false
        );

    public static FactKind<DecisionProposalFact> DecisionProposal { get; } =
        new(
            "decision-proposal",
            c =>
                c.Code("Kind", f => f.Kind, (f, v) => f.Kind = v)
                    .Code("State", f => f.State, (f, v) => f.State = v)
                    .Day("ProposedOn", f => f.ProposedOn, (f, v) => f.ProposedOn = v)
                    .MaybeLong("ProposedBy", f => f.ProposedBy, (f, v) => f.ProposedBy = v)
                    .Text("LegalBasis", f => f.LegalBasis, (f, v) => f.LegalBasis = v)
                    .MaybeText("MeasureCode", f => f.MeasureCode, (f, v) => f.MeasureCode = v)
                    .MaybeDay("From", f => f.From, (f, v) => f.From = v)
                    .MaybeDay("ExpectedTo", f => f.ExpectedTo, (f, v) => f.ExpectedTo = v)
                    .MaybeLong("PriceOre", f => f.PriceOre, (f, v) => f.PriceOre = v)
                    .MaybeCode("Unit", f => f.Unit, (f, v) => f.Unit = v)
                    .MaybeLong("QuantityHundredths", f => f.QuantityHundredths, (f, v) => f.QuantityHundredths = v)
                    .MaybeDay("CustodyConsentOn", f => f.CustodyConsentOn, (f, v) => f.CustodyConsentOn = v)
                    .MaybeDay("YoungConsentOn", f => f.YoungConsentOn, (f, v) => f.YoungConsentOn = v)
                    .MaybeDay("PartiesHeardOn", f => f.PartiesHeardOn, (f, v) => f.PartiesHeardOn = v)
                    .Bool("Acute", f => f.Acute, (f, v) => f.Acute = v)
                    .MaybeBool("PlanNeeded", f => f.PlanNeeded, (f, v) => f.PlanNeeded = v)
                    .Code("NeededLevel", f => f.NeededLevel, (f, v) => f.NeededLevel = v)
                    .MaybeDay("DecidedOn", f => f.DecidedOn, (f, v) => f.DecidedOn = v)
                    .MaybeLong("DecidedBy", f => f.DecidedBy, (f, v) => f.DecidedBy = v)
                    .MaybeLong("DecisionId", f => f.DecisionId, (f, v) => f.DecisionId = v)
                    .MaybeLong("ReplacesInterventionId", f => f.ReplacesInterventionId, (f, v) => f.ReplacesInterventionId = v)
                    .MaybeCode("ReplacedResult", f => f.ReplacedResult, (f, v) => f.ReplacedResult = v)
                    .MaybeDay("ChildPartyHeardOn", f => f.ChildPartyHeardOn, (f, v) => f.ChildPartyHeardOn = v)
                    .Bool("ComplaintGuidance", f => f.ComplaintGuidance, (f, v) => f.ComplaintGuidance = v)
                    .MaybeBool("SiblingsConsidered", f => f.SiblingsConsidered, (f, v) => f.SiblingsConsidered = v)
                    .MaybeDay("StatementOn", f => f.StatementOn, (f, v) => f.StatementOn = v)
                    .MaybeDay("PlanRevisedOn", f => f.PlanRevisedOn, (f, v) => f.PlanRevisedOn = v),
            f =>
                [
                    f.Purpose,
                    f.Reasons,
                    f.HearingAnswer,
                    f.ConsentNote,
                    f.Provider,
                    f.PlanReason,
                    f.Answer,
                    f.HearingSkipReason,
                    f.SkipReason,
                    f.AcuteReason,
                    f.SiblingsNote,
                    f.Support,
                ],
            (f, t) =>
                (
                    f.Purpose,
                    f.Reasons,
                    f.HearingAnswer,
                    f.ConsentNote,
                    f.Provider,
                    f.PlanReason,
                    f.Answer,
                    f.HearingSkipReason,
                    f.SkipReason,
                    f.AcuteReason,
                    f.SiblingsNote,
                    f.Support
                ) = (t[0], t[1], t[2], t[3], t[4], t[5], t[6], t[7], t[8], t[9], t[10], t[11])
        );

    public static FactKind<DecisionDutyFact> DecisionDuty { get; } =
        new(
            "decision-duty",
            c =>
                c.Long("DecisionId", f => f.DecisionId, (f, v) => f.DecisionId = v)
                    .Text("Code", f => f.Code, (f, v) => f.Code = v)
                    .Day("DueOn", f => f.DueOn, (f, v) => f.DueOn = v)
                    .MaybeDay("DoneOn", f => f.DoneOn, (f, v) => f.DoneOn = v),
            f => [f.Note],
            (f, t) => f.Note = t[0]
        );

    public static FactKind<InterventionPriceFact> InterventionPrice { get; } =
        new(
            "intervention-price",
            c =>
                c.Long("InterventionId", f => f.InterventionId, (f, v) => f.InterventionId = v)
                    .Day("From", f => f.From, (f, v) => f.From = v)
                    .Long("PriceOre", f => f.PriceOre, (f, v) => f.PriceOre = v)
                    .Code("Unit", f => f.Unit, (f, v) => f.Unit = v)
                    .MaybeLong("QuantityHundredths", f => f.QuantityHundredths, (f, v) => f.QuantityHundredths = v)
        );

    public static FactKind<ReturnHomeFact> ReturnHome { get; } =
        new(
            "return-home",
            c =>
                c.Long("InterventionId", f => f.InterventionId, (f, v) => f.InterventionId = v)
                    .Day("DecidedOn", f => f.DecidedOn, (f, v) => f.DecidedOn = v)
                    .Day("From", f => f.From, (f, v) => f.From = v)
                    .Day("To", f => f.To, (f, v) => f.To = v)
                    .MaybeDay("StatementOn", f => f.StatementOn, (f, v) => f.StatementOn = v)
                    .MaybeDay("PlanRevisedOn", f => f.PlanRevisedOn, (f, v) => f.PlanRevisedOn = v)
                    .MaybeLong("DecisionId", f => f.DecisionId, (f, v) => f.DecisionId = v),
            f => [f.Support],
            (f, t) => f.Support = t[0]
        );

    public static FactKind<PlanActionFact> PlanAction { get; } =
        new(
            "plan-action",
            c =>
                c.Long("PlanId", f => f.PlanId, (f, v) => f.PlanId = v)
                    .MaybeLong("GoalId", f => f.GoalId, (f, v) => f.GoalId = v)
                    .MaybeDay("DueOn", f => f.DueOn, (f, v) => f.DueOn = v)
                    .MaybeDay("DoneOn", f => f.DoneOn, (f, v) => f.DoneOn = v),
            f => [f.What, f.Who],
            (f, t) => (f.What, f.Who) = (t[0], t[1])
        );

    public static FactKind<HandoverFact> Handover { get; } =
        new(
            "handover",
            c =>
                c.Long("CaseId", f => f.CaseId, (f, v) => f.CaseId = v)
                    .MaybeLong("FromEmployeeId", f => f.FromEmployeeId, (f, v) => f.FromEmployeeId = v)
                    .Long("ToEmployeeId", f => f.ToEmployeeId, (f, v) => f.ToEmployeeId = v)
                    .Day("On", f => f.On, (f, v) => f.On = v)
                    .MaybeDay("MetFamilyOn", f => f.MetFamilyOn, (f, v) => f.MetFamilyOn = v)
                    .MaybeDay("ReadOn", f => f.ReadOn, (f, v) => f.ReadOn = v),
            f => [f.OpenMatters, f.Promised, f.NoMeetingReason],
            (f, t) => (f.OpenMatters, f.Promised, f.NoMeetingReason) = (t[0], t[1], t[2])
        );

    public static FactKind<MoveFact> Move { get; } =
        new(
            "municipal-move",
            c =>
                c.Day("MovedOn", f => f.MovedOn, (f, v) => f.MovedOn = v)
                    .Text("MunicipalityNumber", f => f.MunicipalityNumber, (f, v) => f.MunicipalityNumber = v)
                    .MaybeDay("NotifiedOn", f => f.NotifiedOn, (f, v) => f.NotifiedOn = v)
                    .MaybeDay("MaterialSentOn", f => f.MaterialSentOn, (f, v) => f.MaterialSentOn = v)
                    .MaybeDay("ConfirmedOn", f => f.ConfirmedOn, (f, v) => f.ConfirmedOn = v)
                    .MaybeBool("CaseStays", f => f.CaseStays, (f, v) => f.CaseStays = v),
            f => [f.Summary, f.Contact],
            (f, t) => (f.Summary, f.Contact) = (t[0], t[1])
        );

    public static FactKind<JournalNoteFact> JournalNote { get; } =
        new(
            "journal-note",
            c =>
                c.Day("On", f => f.On, (f, v) => f.On = v)
                    .Code("Kind", f => f.Kind, (f, v) => f.Kind = v)
                    .MaybeText("AboutKind", f => f.AboutKind, (f, v) => f.AboutKind = v)
                    .MaybeLong("AboutId", f => f.AboutId, (f, v) => f.AboutId = v)
                    .MaybeLong("CorrectsId", f => f.CorrectsId, (f, v) => f.CorrectsId = v)
                    .MaybeLong("EmployeeId", f => f.EmployeeId, (f, v) => f.EmployeeId = v),
            f => [f.Title, f.Body],
            (f, t) => (f.Title, f.Body) = (t[0], t[1])
        );

    public static FactKind<AttachmentFact> Attachment { get; } =
        new(
            "attachment",
            c =>
                c.Text("AboutKind", f => f.AboutKind, (f, v) => f.AboutKind = v)
                    .Long("AboutId", f => f.AboutId, (f, v) => f.AboutId = v)
                    .Text("ContentType", f => f.ContentType, (f, v) => f.ContentType = v)
                    .Long("Bytes", f => f.Bytes, (f, v) => f.Bytes = v),
            f => [f.FileName],
            (f, t) => f.FileName = t[0],
            inRegister: false
        );

    public static FactKind<AttachmentContentFact> AttachmentContent { get; } =
        new(
            "attachment-content",
            c => c.Long("AttachmentId", f => f.AttachmentId, (f, v) => f.AttachmentId = v),
            f => [f.Base64],
            (f, t) => f.Base64 = t[0],
            inRegister: false
        );

    public static FactKind<LetterFact> Letter { get; } =
        new(
            "letter",
            c =>
                c.Text("Template", f => f.Template, (f, v) => f.Template = v)
                    .MaybeText("AboutKind", f => f.AboutKind, (f, v) => f.AboutKind = v)
                    .MaybeLong("AboutId", f => f.AboutId, (f, v) => f.AboutId = v)
                    .Day("WrittenOn", f => f.WrittenOn, (f, v) => f.WrittenOn = v)
                    .MaybeDay("SentOn", f => f.SentOn, (f, v) => f.SentOn = v)
                    .MaybeCode("Channel", f => f.Channel, (f, v) => f.Channel = v)
                    .MaybeLong("EmployeeId", f => f.EmployeeId, (f, v) => f.EmployeeId = v)
                    .MaybeLong("PersonId", f => f.PersonId, (f, v) => f.PersonId = v),
            f => [f.Recipient, f.Address, f.Subject, f.Body],
            (f, t) => (f.Recipient, f.Address, f.Subject, f.Body) = (t[0], t[1], t[2], t[3]),
            inRegister: false
        );

    public static FactKind<AuthorityLimitFact> AuthorityLimit { get; } =
        new(
            "authority-limit",
            c =>
                c.Code("Level", f => f.Level, (f, v) => f.Level = v)
                    .MaybeCode("Kind", f => f.Kind, (f, v) => f.Kind = v)
                    .MaybeText("MeasureCode", f => f.MeasureCode, (f, v) => f.MeasureCode = v)
                    .MaybeLong("MostOreAMonth", f => f.MostOreAMonth, (f, v) => f.MostOreAMonth = v)
                    .Day("From", f => f.From, (f, v) => f.From = v)
                    .MaybeDay("To", f => f.To, (f, v) => f.To = v)
        );

    public static FactKind<AbsenceFact> Absence { get; } =
        new(
            "absence",
            c =>
                c.Long("EmployeeId", f => f.EmployeeId, (f, v) => f.EmployeeId = v)
                    .Code("Kind", f => f.Kind, (f, v) => f.Kind = v)
                    .Day("From", f => f.From, (f, v) => f.From = v)
                    .MaybeDay("To", f => f.To, (f, v) => f.To = v)
                    .MaybeLong("CoverId", f => f.CoverId, (f, v) => f.CoverId = v)
        );

    public static FactKind<SpecialityFact> Speciality { get; } =
        new(
            "speciality",
            c =>
                c.Long("EmployeeId", f => f.EmployeeId, (f, v) => f.EmployeeId = v)
                    .Code("TargetGroup", f => f.TargetGroup, (f, v) => f.TargetGroup = v)
                    .Day("From", f => f.From, (f, v) => f.From = v)
                    .MaybeDay("To", f => f.To, (f, v) => f.To = v)
        );

    public static FactKind<LetterTemplateFact> LetterTemplate { get; } =
        new(
            "letter-template",
            c => c.Text("Code", f => f.Code, (f, v) => f.Code = v).Day("From", f => f.From, (f, v) => f.From = v),
            f => [f.Name, f.Subject, f.Body],
            (f, t) => (f.Name, f.Subject, f.Body) = (t[0], t[1], t[2])
        );

    public static FactKind<SavedViewFact> SavedView { get; } =
        new(
            "saved-view",
            c => c.Text("Owner", f => f.Owner, (f, v) => f.Owner = v).Text("Query", f => f.Query, (f, v) => f.Query = v),
            f => [f.Name],
            (f, t) => f.Name = t[0],
            inRegister: false
        );

    public static FactKind<NetworkTieFact> NetworkTie { get; } =
        new(
            "network-tie",
            c =>
                c.Long("PersonId", f => f.PersonId, (f, v) => f.PersonId = v)
                    .Day("On", f => f.On, (f, v) => f.On = v)
                    .Code("Closeness", f => f.Closeness, (f, v) => f.Closeness = v),
            inRegister: false
        );

    public static FactKind<ConferenceQuestionFact> ConferenceQuestion { get; } =
        new(
            "conference-question",
            c =>
                c.Long("ConferenceId", f => f.ConferenceId, (f, v) => f.ConferenceId = v)
                    .Long("Position", f => f.Position, (f, v) => f.Position = (int)v),
            f => [f.Text],
            (f, t) => f.Text = t[0],
            inRegister: false
        );

    public static FactKind<InviteeFact> Invitee { get; } =
        new(
            "invitee",
            c =>
                c.MaybeLong("ConferenceId", f => f.ConferenceId, (f, v) => f.ConferenceId = v)
                    .MaybeLong("MeetingId", f => f.MeetingId, (f, v) => f.MeetingId = v)
                    .MaybeLong("PersonId", f => f.PersonId, (f, v) => f.PersonId = v)
                    .Code("Role", f => f.Role, (f, v) => f.Role = v)
                    .Bool("MayCome", f => f.MayCome, (f, v) => f.MayCome = v)
                    .MaybeLong("ApartFromId", f => f.ApartFromId, (f, v) => f.ApartFromId = v)
                    .MaybeBool("HolderAgrees", f => f.HolderAgrees, (f, v) => f.HolderAgrees = v)
                    .MaybeDay("InvitedOn", f => f.InvitedOn, (f, v) => f.InvitedOn = v)
                    .MaybeCode("Answer", f => f.Answer, (f, v) => f.Answer = v)
                    .MaybeBool("Came", f => f.Came, (f, v) => f.Came = v)
                    .Bool("BroughtAlong", f => f.BroughtAlong, (f, v) => f.BroughtAlong = v),
            f => [f.Name, f.Relation, f.Phone, f.Address, f.Reason, f.ApartHow, f.Handled],
            (f, t) =>
                (f.Name, f.Relation, f.Phone, f.Address, f.Reason, f.ApartHow, f.Handled) = (t[0], t[1], t[2], t[3], t[4], t[5], t[6]),
            inRegister: false
        );

    public static FactKind<CoordinationFact> Coordination { get; } =
        new(
            "coordination",
            c =>
                c.Long("ConferenceId", f => f.ConferenceId, (f, v) => f.ConferenceId = v)
                    .Long("CoordinatorId", f => f.CoordinatorId, (f, v) => f.CoordinatorId = v)
                    .Day("From", f => f.From, (f, v) => f.From = v)
                    .MaybeDay("To", f => f.To, (f, v) => f.To = v)
                    .MaybeCode("Because", f => f.Because, (f, v) => f.Because = v),
            f => [f.Note],
            (f, t) => f.Note = t[0]
        );

    public static FactKind<PlanReviewFact> PlanReview { get; } =
        new(
            "plan-review",
            c =>
                c.Long("ConferenceId", f => f.ConferenceId, (f, v) => f.ConferenceId = v)
                    .Day("On", f => f.On, (f, v) => f.On = v)
                    .Bool("Accepted", f => f.Accepted, (f, v) => f.Accepted = v)
                    .MaybeLong("EmployeeId", f => f.EmployeeId, (f, v) => f.EmployeeId = v),
            f => [f.NotSafe, f.NotLawful, f.Wanted, f.Tried, f.PlanThen],
            (f, t) => (f.NotSafe, f.NotLawful, f.Wanted, f.Tried, f.PlanThen) = (t[0], t[1], t[2], t[3], t[4]),
            inRegister: false
        );

    public static FactKind<AgreementFact> Agreement { get; } =
        new(
            "agreement",
            c =>
                c.MaybeLong("ConferenceId", f => f.ConferenceId, (f, v) => f.ConferenceId = v)
                    .MaybeLong("MeetingId", f => f.MeetingId, (f, v) => f.MeetingId = v)
                    .MaybeLong("PersonId", f => f.PersonId, (f, v) => f.PersonId = v)
                    .MaybeDay("DueOn", f => f.DueOn, (f, v) => f.DueOn = v)
                    .MaybeDay("DoneOn", f => f.DoneOn, (f, v) => f.DoneOn = v)
                    .MaybeDay("AskedOn", f => f.AskedOn, (f, v) => f.AskedOn = v)
                    .MaybeDay("DroppedOn", f => f.DroppedOn, (f, v) => f.DroppedOn = v),
            f => [f.What, f.Who, f.Note],
            (f, t) => (f.What, f.Who, f.Note) = (t[0], t[1], t[2])
        );

    public static FactKind<ConferenceEvaluationFact> ConferenceEvaluation { get; } =
        new(
            "conference-evaluation",
            c =>
                c.Long("ConferenceId", f => f.ConferenceId, (f, v) => f.ConferenceId = v)
                    .Day("On", f => f.On, (f, v) => f.On = v)
                    .Code("By", f => f.By, (f, v) => f.By = v)
                    .Bool("OnPaper", f => f.OnPaper, (f, v) => f.OnPaper = v)
                    .MaybeLong("Heard", f => f.Heard, (f, v) => f.Heard = (int?)v)
                    .MaybeLong("Decided", f => f.Decided, (f, v) => f.Decided = (int?)v)
                    .MaybeLong("Useful", f => f.Useful, (f, v) => f.Useful = (int?)v),
            f => [f.Comment],
            (f, t) => f.Comment = t[0]
        );

    public static FactKind<NetworkMeetingFact> NetworkMeeting { get; } =
        new(
            "network-meeting",
            c =>
                c.Day("On", f => f.On, (f, v) => f.On = v)
                    .Bool("Held", f => f.Held, (f, v) => f.Held = v)
                    .MaybeDay("CancelledOn", f => f.CancelledOn, (f, v) => f.CancelledOn = v)
                    .MaybeLong("EmployeeId", f => f.EmployeeId, (f, v) => f.EmployeeId = v),
            f => [f.Purpose, f.Place, f.Agreed, f.ChildsVoice],
            (f, t) => (f.Purpose, f.Place, f.Agreed, f.ChildsVoice) = (t[0], t[1], t[2], t[3])
        );

    public static FactKind<CoordinatorFact> Coordinator { get; } =
        new(
            "coordinator",
            c =>
                c.Day("TrainedOn", f => f.TrainedOn, (f, v) => f.TrainedOn = v)
                    .Day("From", f => f.From, (f, v) => f.From = v)
                    .MaybeDay("To", f => f.To, (f, v) => f.To = v)
                    .MaybeLong("AtMost", f => f.AtMost, (f, v) => f.AtMost = (int?)v),
            f => [f.Name, f.Phone, f.Email, f.Workplace, f.Languages],
            (f, t) => (f.Name, f.Phone, f.Email, f.Workplace, f.Languages) = (t[0], t[1], t[2], t[3], t[4])
        );

    /// <summary>What has no child first, then the child, then what refers to others after what it refers to.</summary>
    public static IReadOnlyList<FactKind> All { get; } =
    [
        Municipality,
        Team,
        District,
        Employment,
        Catalogue,
        Budget,
        Ledger,
        AuthorityLimit,
        Absence,
        Speciality,
        LetterTemplate,
        Coordinator,
        Baseline,
        Report,
        ReportDue,
        SavedView,
        Child,
        NetworkPerson,
        NetworkTie,
        Case,
        Assignment,
        Notification,
        Assessment,
        AssessmentDimension,
        Conversation,
        Plan,
        Goal,
        Measurement,
        PlanAction,
        DecisionProposal,
        DecisionRecord,
        DecisionDuty,
        Intervention,
        InterventionPrice,
        FollowUp,
        SupervisionVisit,
        ReturnHome,
        NetworkConference,
        NetworkMeeting,
        ConferenceQuestion,
        Invitee,
        Coordination,
        PlanReview,
        Agreement,
        ConferenceEvaluation,
        Handover,
        Move,
        JournalNote,
        Attachment,
        AttachmentContent,
        Letter,
    ];

    static readonly FrozenDictionary<Type, FactKind> ByRow = All.ToFrozenDictionary(k => k.Row);
    static readonly FrozenDictionary<string, FactKind> ByName = All.ToFrozenDictionary(k => k.Name);

    public static FactKind Of(Type row) => ByRow[row];

    public static FactKind Of(Fact fact) => ByRow[fact.GetType()];

    public static FactKind Named(string name) => ByName[name];
}
