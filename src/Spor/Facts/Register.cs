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
    /// <summary>People around the child; not loaded in the register that figures use.</summary>
    public NetworkPersonFact[] People { get; private set; } = [];

    public long Id => Child.Id;

    /// <summary>Sorts a child's open facts into a file. The child's own row must be among them.</summary>
    public static ChildFile Build(ChildFact child, IReadOnlyList<ChildsFact> facts)
    {
        var file = new ChildFile { Child = child };
        file.Cases = Pick<CaseFact>(facts, (a, b) => a.OpenedOn.CompareTo(b.OpenedOn));
        file.Assignments = Pick<AssignmentFact>(facts, (a, b) => a.From.CompareTo(b.From));
        file.Notifications = Pick<NotificationFact>(facts, (a, b) => a.ReceivedAt.CompareTo(b.ReceivedAt));
        file.Assessments = Pick<AssessmentFact>(facts, (a, b) => a.KnownOn.CompareTo(b.KnownOn));
        file.Conversations = Pick<ConversationFact>(facts, (a, b) => a.On.CompareTo(b.On));
        file.Plans = Pick<PlanFact>(facts, (a, b) => a.DecidedOn.CompareTo(b.DecidedOn));
        file.Goals = Pick<GoalFact>(facts, (a, b) => a.Id.CompareTo(b.Id));
        file.Measurements = Pick<MeasurementFact>(facts, (a, b) => a.GoalId != b.GoalId ? a.GoalId.CompareTo(b.GoalId) : a.On.CompareTo(b.On));
        file.Decisions = Pick<DecisionRecordFact>(facts, (a, b) => a.On.CompareTo(b.On));
        file.Interventions = Pick<InterventionFact>(facts, (a, b) => a.From.CompareTo(b.From));
        file.FollowUps = Pick<FollowUpFact>(facts, (a, b) => a.On.CompareTo(b.On));
        file.Visits = Pick<SupervisionVisitFact>(facts, (a, b) => a.On.CompareTo(b.On));
        file.Conferences = Pick<NetworkConferenceFact>(facts, (a, b) => a.OfferedOn.CompareTo(b.OfferedOn));
        file.People = Pick<NetworkPersonFact>(facts, (a, b) => a.Id.CompareTo(b.Id));
        return file;
    }

    static T[] Pick<T>(IReadOnlyList<ChildsFact> facts, Comparison<T> order) where T : ChildsFact
    {
        var count = 0;
        for (var i = 0; i < facts.Count; i++) if (facts[i] is T) count++;
        if (count == 0) return [];
        var picked = new T[count];
        for (int i = 0, at = 0; i < facts.Count; i++) if (facts[i] is T t) picked[at++] = t;
        if (count > 1) Array.Sort(picked, (a, b) => order(a, b) is var c && c != 0 ? c : a.Id.CompareTo(b.Id));
        return picked;
    }
}

/// <summary>What is known at one entry of the journal: a snapshot that never changes. Figures and requirements are pure functions of it.</summary>
public sealed class Register
{
    /// <summary>The journal's number this snapshot is of; 0 for an extract read into memory.</summary>
    public long EntryNo { get; init; }
    public MunicipalityFact? Municipality { get; init; }
    public IReadOnlyList<TeamFact> Teams { get; init; } = [];
    public IReadOnlyList<DistrictFact> Districts { get; init; } = [];
    public IReadOnlyList<EmploymentFact> Employments { get; init; } = [];
    public IReadOnlyList<BudgetFact> Budget { get; init; } = [];
    public IReadOnlyList<LedgerFact> Ledger { get; init; } = [];
    /// <summary>The catalogue in force: the default, with the municipality's own rows in place of the codes they name.</summary>
    public required Catalogue Catalogue { get; init; }
    /// <summary>By child id.</summary>
    public required IReadOnlyList<ChildFile> Children { get; init; }
}
