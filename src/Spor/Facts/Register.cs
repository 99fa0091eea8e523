using System.Numerics;
using System.Runtime.InteropServices;
using Spor.Assessments;
using Spor.Cases;
using Spor.Children;
using Spor.Conferences;
using Spor.Decisions;
using Spor.Economy;
using Spor.FollowUps;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Law;
using Spor.Letters;
using Spor.Notifications;
using Spor.Plans;
using Spor.Workforce;

namespace Spor.Facts;

/// <summary>Everything known about one child at an entry, the rows of each kind in the order that its description gives. Immutable once
/// built.</summary>
public sealed class ChildFile
{
    // The kinds that the child has anything of, a bit each by their slot, and the rows of those alone: most children have few kinds, and
    // there are many children.
    readonly ulong kinds;
    readonly Fact[][] rows;

    ChildFile(ChildFact child, Fact[][] ofAllKinds)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ofAllKinds.Length, 64);
        Child = child;
        for (var slot = 0; slot < ofAllKinds.Length; slot++)
            if (ofAllKinds[slot].Length > 0)
                kinds |= 1UL << slot;
        rows = new Fact[BitOperations.PopCount(kinds)][];
        for (int slot = 0, at = 0; at < rows.Length; slot++)
            if (ofAllKinds[slot].Length > 0)
                rows[at++] = ofAllKinds[slot];
    }

    Fact[]? In(int slot)
    {
        var bit = 1UL << slot;
        return (kinds & bit) == 0 ? null : rows[BitOperations.PopCount(kinds & (bit - 1))];
    }

    public ChildFact Child { get; }
    public long Id => Child.Id;

    /// <summary>The child's own row and every other, whatever its kind. Empty in the register.</summary>
    public IReadOnlyList<Fact> All { get; private init; } = [];

    /// <summary>The rows of a kind; none of those that are read with one child alone, in the register.</summary>
    public T[] Of<T>()
        where T : ChildsFact => In(FactKinds.Slot<T>.At) is { } found ? (T[])found : [];

    /// <summary>The rows of a kind. Read only: the array is the file's own.</summary>
    public IReadOnlyList<Fact> Of(FactKind kind) =>
        kind.IsTheChild ? [Child]
        : kind.IsOfAChild ? In(kind.Slot) ?? []
        : [];

    public CaseFact[] Cases => Of<CaseFact>();
    public AssignmentFact[] Assignments => Of<AssignmentFact>();
    public NotificationFact[] Notifications => Of<NotificationFact>();
    public AssessmentFact[] Assessments => Of<AssessmentFact>();
    public ConversationFact[] Conversations => Of<ConversationFact>();
    public PlanFact[] Plans => Of<PlanFact>();
    public GoalFact[] Goals => Of<GoalFact>();
    public MeasurementFact[] Measurements => Of<MeasurementFact>();
    public DecisionRecordFact[] Decisions => Of<DecisionRecordFact>();
    public InterventionFact[] Interventions => Of<InterventionFact>();
    public FollowUpFact[] FollowUps => Of<FollowUpFact>();
    public SupervisionVisitFact[] Visits => Of<SupervisionVisitFact>();
    public NetworkConferenceFact[] Conferences => Of<NetworkConferenceFact>();
    public DecisionProposalFact[] Proposals => Of<DecisionProposalFact>();
    public DecisionDutyFact[] Duties => Of<DecisionDutyFact>();
    public InterventionPriceFact[] Prices => Of<InterventionPriceFact>();
    public ReturnHomeFact[] Returns => Of<ReturnHomeFact>();
    public PlanActionFact[] PlanActions => Of<PlanActionFact>();
    public JournalNoteFact[] Notes => Of<JournalNoteFact>();
    public HandoverFact[] Handovers => Of<HandoverFact>();
    public MoveFact[] Moves => Of<MoveFact>();
    public CoordinationFact[] Coordinations => Of<CoordinationFact>();
    public AgreementFact[] Agreements => Of<AgreementFact>();
    public ConferenceEvaluationFact[] Evaluations => Of<ConferenceEvaluationFact>();
    public SupportPersonOfferFact[] SupportPersons => Of<SupportPersonOfferFact>();
    public NetworkMeetingFact[] NetworkMeetings => Of<NetworkMeetingFact>();

    // Not in the register that figures use; read with the one child.
    /// <summary>People around the child.</summary>
    public NetworkPersonFact[] People => Of<NetworkPersonFact>();
    public AssessmentDimensionFact[] Dimensions => Of<AssessmentDimensionFact>();
    public AttachmentFact[] Attachments => Of<AttachmentFact>();
    public LetterFact[] Letters => Of<LetterFact>();
    public NetworkTieFact[] Ties => Of<NetworkTieFact>();
    public ConferenceQuestionFact[] Questions => Of<ConferenceQuestionFact>();
    public InviteeFact[] Invitees => Of<InviteeFact>();
    public PlanReviewFact[] PlanReviews => Of<PlanReviewFact>();

    /// <summary>Sorts a child's open facts into a file.</summary>
    /// <param name="alone">Read for a page or a rule, with everything; false in the register, which holds what figures and lists
    /// need.</param>
    public static ChildFile Build(ChildFact child, IReadOnlyList<ChildsFact> facts, bool alone = false) =>
        new(child, Sorted.By(alone ? FactKinds.OfAChild : InRegister, Span(facts))) { All = alone ? [child, .. facts] : [] };

    /// <summary>The file as events would leave it; those of other children change nothing. Of a file that is read alone.</summary>
    public ChildFile After(IEnumerable<DomainEvent> events)
    {
        var facts = All.OfType<ChildsFact>().ToList();
        var child = Child;
        foreach (var happened in events)
        {
            var written = happened switch
            {
                Recorded r => r.Fact,
                Corrected c => c.Fact,
                _ => null,
            };
            if (written is ChildsFact { ChildId: var of } && of != Id)
                continue;
            var id = happened is Withdrawn w ? w.Id : written!.Id;
            facts.RemoveAll(f => f.Id == id && FactKinds.Of(f) == happened.Kind);
            if (written is ChildsFact now)
                facts.Add(now);
            else if (written is ChildFact itself && itself.Id == Id)
                child = itself;
        }
        return Build(child, facts, alone: true);
    }

    static ReadOnlySpan<ChildsFact> Span(IReadOnlyList<ChildsFact> facts) =>
        facts switch
        {
            ArraySegment<ChildsFact> segment => segment.AsSpan(),
            List<ChildsFact> list => CollectionsMarshal.AsSpan(list),
            ChildsFact[] array => array,
            _ => facts.ToArray(),
        };

    static readonly IReadOnlyList<FactKind> InRegister = [.. FactKinds.OfAChild.Where(k => k.InRegister)];
}

/// <summary>Facts put to the rows of their kinds, each kind in its order.</summary>
static class Sorted
{
    /// <summary>Two passes: count, put in place. Facts of other kinds are left out.</summary>
    public static Fact[][] By(IReadOnlyList<FactKind> kinds, ReadOnlySpan<Fact> facts)
    {
        Span<int> counts = stackalloc int[kinds.Count];
        counts.Clear();
        var last = (Type: (Type?)null, Slot: -1);
        for (var i = 0; i < facts.Length; i++)
            if (SlotOf(facts[i], kinds.Count, ref last) is >= 0 and var slot)
                counts[slot]++;
        var rows = new Fact[kinds.Count][];
        for (var k = 0; k < rows.Length; k++)
            rows[k] = kinds[k].Room(counts[k]);
        counts.Clear();
        for (var i = 0; i < facts.Length; i++)
            if (SlotOf(facts[i], kinds.Count, ref last) is >= 0 and var slot)
                rows[slot][counts[slot]++] = facts[i];
        for (var k = 0; k < rows.Length; k++)
            kinds[k].Sort(rows[k]);
        return rows;
    }

    // Facts mostly come kind by kind, so the kind is looked up where it changes.
    static int SlotOf(Fact fact, int most, ref (Type? Type, int Slot) last)
    {
        var type = fact.GetType();
        if (type != last.Type)
            last = (type, FactKinds.Of(type).Slot is var at && at < most ? at : -1);
        return last.Slot;
    }
}

/// <summary>What is known at one entry of the journal: a snapshot that never changes. Figures and requirements are pure functions of
/// it.</summary>
public sealed class Register
{
    readonly Fact[][] rows;
    readonly IReadOnlyList<ChildFile> children = [];
    Staff? staff;

    /// <summary>The journal's number this snapshot is of; 0 for an extract read into memory.</summary>
    public long EntryNo { get; init; }

    /// <summary>Who is employed where and who has whose case, on any day; made at the first question.</summary>
    public Staff Staff => staff ??= new(Employments, Districts);

    /// <summary>True when somebody has worked on a child in Spor itself. Pages then stand at today, not at the extract's day.</summary>
    public bool WorkedIn { get; init; }

    /// <summary>By child id.</summary>
    public required IReadOnlyList<ChildFile> Children
    {
        get => children;
        init => children = value is ChildFile[] or List<ChildFile> ? Blocks.Of(value) : value;
    }

    /// <summary>The catalogue in force: the default, with the municipality's own rows in place of the codes they name.</summary>
    public required Catalogue Catalogue { get; init; }

    /// <summary>The deadlines of law and municipality.</summary>
    public Bounds Bounds => Catalogue.Bounds;

    /// <summary>The rows of a kind that is about no child.</summary>
    public T[] Of<T>()
        where T : Fact => (T[])rows[FactKinds.Slot<T>.At];

    /// <summary>The rows of a kind that is about no child. Read only: the array is the register's own.</summary>
    public IReadOnlyList<Fact> Of(FactKind kind) => rows[kind.Slot];

    /// <summary>What is known of no child, with the children it is known beside.</summary>
    /// <param name="shared">Rows of the kinds about no child that stand in the register.</param>
    public static Register Build(List<Fact> shared, IReadOnlyList<ChildFile> children, long entryNo = 0, bool workedIn = false) =>
        Of(Sorted.By(FactKinds.OfNoChild, CollectionsMarshal.AsSpan(shared)), children, entryNo, workedIn);

    static Register Of(Fact[][] rows, IReadOnlyList<ChildFile> children, long entryNo, bool workedIn) =>
        new(rows)
        {
            EntryNo = entryNo,
            WorkedIn = workedIn,
            Children = children,
            Catalogue = Catalogue.With(
                (CatalogueFact[])rows[FactKinds.Catalogue.Slot],
                (ParameterFact[])rows[FactKinds.Parameter.Slot],
                (RateRegulationFact[])rows[FactKinds.RateRegulation.Slot]
            ),
        };

    /// <summary>With other rows of some kinds that are about no child, and other children, at another entry. All other rows are
    /// shared.</summary>
    public Register With(IReadOnlyDictionary<FactKind, List<Fact>> fresh, IReadOnlyList<ChildFile> children, long entryNo, bool workedIn)
    {
        var next = (Fact[][])rows.Clone();
        foreach (var (kind, list) in fresh)
            next[kind.Slot] = Sorted.By(FactKinds.OfNoChild, CollectionsMarshal.AsSpan(list))[kind.Slot];
        return Of(next, children, entryNo, workedIn);
    }

    /// <summary>The same of no child, with other children at another entry.</summary>
    public Register With(IReadOnlyList<ChildFile> children, long entryNo, bool workedIn) =>
        new(rows)
        {
            EntryNo = entryNo,
            WorkedIn = workedIn,
            Children = children,
            Catalogue = Catalogue,
            staff = staff,
        };

    public Register()
        : this([.. FactKinds.OfNoChild.Select(k => k.Room(0))]) { }

    Register(Fact[][] rows) => this.rows = rows;

    public MunicipalityFact? Municipality
    {
        get => Of<MunicipalityFact>() is { Length: > 0 } own ? own[^1] : null;
        init => Put<MunicipalityFact>(value is null ? [] : [value]);
    }

    public IReadOnlyList<TeamFact> Teams
    {
        get => Of<TeamFact>();
        init => Put(value);
    }

    public IReadOnlyList<DistrictFact> Districts
    {
        get => Of<DistrictFact>();
        init => Put(value);
    }

    public IReadOnlyList<EmploymentFact> Employments
    {
        get => Of<EmploymentFact>();
        init => Put(value);
    }

    public IReadOnlyList<BudgetFact> Budget
    {
        get => Of<BudgetFact>();
        init => Put(value);
    }

    public IReadOnlyList<LedgerFact> Ledger
    {
        get => Of<LedgerFact>();
        init => Put(value);
    }

    /// <summary>Which account belongs to which step; empty where the municipality has not said it.</summary>
    public IReadOnlyList<AccountFact> Accounts
    {
        get => Of<AccountFact>();
        init => Put(value);
    }

    public IReadOnlyList<PopulationFact> Population
    {
        get => Of<PopulationFact>();
        init => Put(value);
    }

    /// <summary>Published figures of this municipality and others.</summary>
    public IReadOnlyList<ComparisonFact> Comparisons
    {
        get => Of<ComparisonFact>();
        init => Put(value);
    }

    public IReadOnlyList<AbsenceFact> Absences
    {
        get => Of<AbsenceFact>();
        init => Put(value);
    }

    public IReadOnlyList<SpecialityFact> Specialities
    {
        get => Of<SpecialityFact>();
        init => Put(value);
    }

    public IReadOnlyList<AuthorityLimitFact> AuthorityLimits
    {
        get => Of<AuthorityLimitFact>();
        init => Put(value);
    }

    /// <summary>The municipality's own, texts opened; where it has none the default text holds.</summary>
    public IReadOnlyList<LetterTemplateFact> LetterTemplates
    {
        get => Of<LetterTemplateFact>();
        init => Put(value);
    }

    /// <summary>Trained coordinators of network conferences, texts opened.</summary>
    public IReadOnlyList<CoordinatorFact> Coordinators
    {
        get => Of<CoordinatorFact>();
        init => Put(value);
    }

    void Put<T>(IReadOnlyList<T> given)
        where T : Fact => rows[FactKinds.Slot<T>.At] = given.ToArray();
}
