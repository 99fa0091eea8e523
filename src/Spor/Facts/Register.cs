using Spor.Assessments;
using Spor.Cases;
using Spor.Children;
using Spor.Conferences;
using Spor.Decisions;
using Spor.Economy;
using Spor.FollowUps;
using Spor.Interventions;
using Spor.Letters;
using Spor.Notifications;
using Spor.Plans;
using Spor.Workforce;

namespace Spor.Facts;

/// <summary>Everything known about one child at an entry, each array in the order given beside it. Immutable once built by <see cref="ChildFile.Build"/>.</summary>
public sealed class ChildFile
{
    public required ChildFact Child { get; init; }

    /// <summary>By <see cref="CaseFact.OpenedOn"/>.</summary>
    public CaseFact[] Cases { get; private set; } = [];

    /// <summary>By <see cref="AssignmentFact.From"/>.</summary>
    public AssignmentFact[] Assignments { get; private set; } = [];

    /// <summary>By <see cref="NotificationFact.ReceivedAt"/>.</summary>
    public NotificationFact[] Notifications { get; private set; } = [];

    /// <summary>By <see cref="AssessmentFact.KnownOn"/>.</summary>
    public AssessmentFact[] Assessments { get; private set; } = [];

    /// <summary>By <see cref="ConversationFact.On"/>.</summary>
    public ConversationFact[] Conversations { get; private set; } = [];

    /// <summary>By <see cref="PlanFact.DecidedOn"/>.</summary>
    public PlanFact[] Plans { get; private set; } = [];
    public GoalFact[] Goals { get; private set; } = [];

    /// <summary>By goal, then day.</summary>
    public MeasurementFact[] Measurements { get; private set; } = [];

    /// <summary>By <see cref="DecisionRecordFact.On"/>.</summary>
    public DecisionRecordFact[] Decisions { get; private set; } = [];

    /// <summary>By <see cref="InterventionFact.From"/>.</summary>
    public InterventionFact[] Interventions { get; private set; } = [];

    /// <summary>By day.</summary>
    public FollowUpFact[] FollowUps { get; private set; } = [];

    /// <summary>By day.</summary>
    public SupervisionVisitFact[] Visits { get; private set; } = [];

    /// <summary>By <see cref="NetworkConferenceFact.OfferedOn"/>.</summary>
    public NetworkConferenceFact[] Conferences { get; private set; } = [];

    /// <summary>By day.</summary>
    public DecisionProposalFact[] Proposals { get; private set; } = [];

    /// <summary>By day.</summary>
    public DecisionDutyFact[] Duties { get; private set; } = [];

    /// <summary>By measure, then day.</summary>
    public InterventionPriceFact[] Prices { get; private set; } = [];
    public ReturnHomeFact[] Returns { get; private set; } = [];
    public PlanActionFact[] PlanActions { get; private set; } = [];

    /// <summary>By day.</summary>
    public JournalNoteFact[] Notes { get; private set; } = [];
    public HandoverFact[] Handovers { get; private set; } = [];
    public MoveFact[] Moves { get; private set; } = [];

    /// <summary>By day; the open one of a conference is who coordinates it.</summary>
    public CoordinationFact[] Coordinations { get; private set; } = [];

    /// <summary>By due day; those without one first.</summary>
    public AgreementFact[] Agreements { get; private set; } = [];

    /// <summary>By day.</summary>
    public ConferenceEvaluationFact[] Evaluations { get; private set; } = [];

    /// <summary>By day.</summary>
    public NetworkMeetingFact[] NetworkMeetings { get; private set; } = [];

    // Not in the register that figures use; read with the one child.
    /// <summary>People around the child.</summary>
    public NetworkPersonFact[] People { get; private set; } = [];
    public AssessmentDimensionFact[] Dimensions { get; private set; } = [];
    public AttachmentFact[] Attachments { get; private set; } = [];
    public LetterFact[] Letters { get; private set; } = [];

    /// <summary>By person, then day.</summary>
    public NetworkTieFact[] Ties { get; private set; } = [];

    /// <summary>By conference, then position.</summary>
    public ConferenceQuestionFact[] Questions { get; private set; } = [];
    public InviteeFact[] Invitees { get; private set; } = [];

    /// <summary>By day.</summary>
    public PlanReviewFact[] PlanReviews { get; private set; } = [];

    /// <summary>The child's own row and every other, whatever its kind.</summary>
    public IReadOnlyList<Fact> All { get; private set; } = [];

    public long Id => Child.Id;

    /// <summary>Sorts a child's open facts into a file. The child's own row must be among them.</summary>
    /// <param name="alone">Read for a page or a rule, with everything; false in the register, which holds what figures and lists need.</param>
    public static ChildFile Build(ChildFact child, IReadOnlyList<ChildsFact> facts, bool alone = false)
    {
        var file = new ChildFile { Child = child };
        file.Cases = Pick<CaseFact>(facts, (a, b) => a.OpenedOn.CompareTo(b.OpenedOn));
        file.Assignments = Pick<AssignmentFact>(facts, (a, b) => a.From.CompareTo(b.From));
        file.Notifications = Pick<NotificationFact>(facts, (a, b) => a.ReceivedAt.CompareTo(b.ReceivedAt));
        file.Assessments = Pick<AssessmentFact>(facts, (a, b) => a.KnownOn.CompareTo(b.KnownOn));
        file.Conversations = Pick<ConversationFact>(facts, (a, b) => a.On.CompareTo(b.On));
        file.Plans = Pick<PlanFact>(facts, (a, b) => a.DecidedOn.CompareTo(b.DecidedOn));
        file.Goals = Pick<GoalFact>(facts, (a, b) => a.Id.CompareTo(b.Id));
        file.Measurements = Pick<MeasurementFact>(
            facts,
            (a, b) => a.GoalId != b.GoalId ? a.GoalId.CompareTo(b.GoalId) : a.On.CompareTo(b.On)
        );
        file.Decisions = Pick<DecisionRecordFact>(facts, (a, b) => a.On.CompareTo(b.On));
        file.Interventions = Pick<InterventionFact>(facts, (a, b) => a.From.CompareTo(b.From));
        file.FollowUps = Pick<FollowUpFact>(facts, (a, b) => a.On.CompareTo(b.On));
        file.Visits = Pick<SupervisionVisitFact>(facts, (a, b) => a.On.CompareTo(b.On));
        file.Conferences = Pick<NetworkConferenceFact>(facts, (a, b) => a.OfferedOn.CompareTo(b.OfferedOn));
        file.Proposals = Pick<DecisionProposalFact>(facts, (a, b) => a.ProposedOn.CompareTo(b.ProposedOn));
        file.Duties = Pick<DecisionDutyFact>(facts, (a, b) => a.DueOn.CompareTo(b.DueOn));
        file.Prices = Pick<InterventionPriceFact>(
            facts,
            (a, b) => a.InterventionId != b.InterventionId ? a.InterventionId.CompareTo(b.InterventionId) : a.From.CompareTo(b.From)
        );
        file.Returns = Pick<ReturnHomeFact>(facts, (a, b) => a.DecidedOn.CompareTo(b.DecidedOn));
        file.PlanActions = Pick<PlanActionFact>(facts, (a, b) => Nullable.Compare(a.DueOn, b.DueOn));
        file.Notes = Pick<JournalNoteFact>(facts, (a, b) => a.On.CompareTo(b.On));
        file.Handovers = Pick<HandoverFact>(facts, (a, b) => a.On.CompareTo(b.On));
        file.Moves = Pick<MoveFact>(facts, (a, b) => a.MovedOn.CompareTo(b.MovedOn));
        file.Coordinations = Pick<CoordinationFact>(facts, (a, b) => a.From.CompareTo(b.From));
        file.Agreements = Pick<AgreementFact>(facts, (a, b) => Nullable.Compare(a.DueOn, b.DueOn));
        file.Evaluations = Pick<ConferenceEvaluationFact>(facts, (a, b) => a.On.CompareTo(b.On));
        file.NetworkMeetings = Pick<NetworkMeetingFact>(facts, (a, b) => a.On.CompareTo(b.On));
        if (!alone)
            return file;
        file.Dimensions = Pick<AssessmentDimensionFact>(facts, (a, b) => a.AssessmentId.CompareTo(b.AssessmentId));
        file.Attachments = Pick<AttachmentFact>(facts, (a, b) => a.Id.CompareTo(b.Id));
        file.Letters = Pick<LetterFact>(facts, (a, b) => a.WrittenOn.CompareTo(b.WrittenOn));
        file.Ties = Pick<NetworkTieFact>(
            facts,
            (a, b) => a.PersonId != b.PersonId ? a.PersonId.CompareTo(b.PersonId) : a.On.CompareTo(b.On)
        );
        file.Questions = Pick<ConferenceQuestionFact>(
            facts,
            (a, b) => a.ConferenceId != b.ConferenceId ? a.ConferenceId.CompareTo(b.ConferenceId) : a.Position.CompareTo(b.Position)
        );
        file.Invitees = Pick<InviteeFact>(facts, (a, b) => a.Id.CompareTo(b.Id));
        file.PlanReviews = Pick<PlanReviewFact>(facts, (a, b) => a.On.CompareTo(b.On));
        file.All = [child, .. facts];
        file.People = Pick<NetworkPersonFact>(facts, (a, b) => a.Id.CompareTo(b.Id));
        return file;
    }

    static T[] Pick<T>(IReadOnlyList<ChildsFact> facts, Comparison<T> order)
        where T : ChildsFact
    {
        var count = 0;
        for (var i = 0; i < facts.Count; i++)
            if (facts[i] is T)
                count++;
        if (count == 0)
            return [];
        var picked = new T[count];
        for (int i = 0, at = 0; i < facts.Count; i++)
            if (facts[i] is T t)
                picked[at++] = t;
        if (count > 1)
            Array.Sort(picked, (a, b) => order(a, b) is var c && c != 0 ? c : a.Id.CompareTo(b.Id));
        return picked;
    }
}

/// <summary>What is known at one entry of the journal: a snapshot that never changes. Figures and requirements are pure functions of it.</summary>
public sealed class Register
{
    Staff? staff;

    /// <summary>The journal's number this snapshot is of; 0 for an extract read into memory.</summary>
    public long EntryNo { get; init; }
    public MunicipalityFact? Municipality { get; init; }
    public IReadOnlyList<TeamFact> Teams { get; init; } = [];
    public IReadOnlyList<DistrictFact> Districts { get; init; } = [];
    public IReadOnlyList<EmploymentFact> Employments { get; init; } = [];

    /// <summary>Who is employed where and who has whose case, on any day; made at the first question.</summary>
    public Staff Staff => staff ??= new(Employments, Districts);
    public IReadOnlyList<BudgetFact> Budget { get; init; } = [];
    public IReadOnlyList<LedgerFact> Ledger { get; init; } = [];

    /// <summary>The catalogue in force: the default, with the municipality's own rows in place of the codes they name.</summary>
    public required Catalogue Catalogue { get; init; }
    public IReadOnlyList<AbsenceFact> Absences { get; init; } = [];
    public IReadOnlyList<SpecialityFact> Specialities { get; init; } = [];
    public IReadOnlyList<AuthorityLimitFact> AuthorityLimits { get; init; } = [];

    /// <summary>The municipality's own, texts opened; where it has none the default text holds.</summary>
    public IReadOnlyList<LetterTemplateFact> LetterTemplates { get; init; } = [];

    /// <summary>Trained coordinators of network conferences, texts opened.</summary>
    public IReadOnlyList<CoordinatorFact> Coordinators { get; init; } = [];

    /// <summary>True when somebody has worked on a child in Spor itself. Pages then stand at today, not at the extract's day.</summary>
    public bool WorkedIn { get; init; }

    /// <summary>By child id.</summary>
    public required IReadOnlyList<ChildFile> Children { get; init; }
}
