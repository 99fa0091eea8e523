using Spor.Access;
using Spor.Decisions;
using Spor.Facts;
using Spor.Interventions;
using Spor.Verbs;

namespace Spor.Tests;

/// <summary>Facts held in a list, texts open, for verbs as plain calls.</summary>
sealed class InMemory(params IEnumerable<Fact> facts) : KnownFacts
{
    readonly List<Fact> rows = [.. facts];
    long next = 1_000_000;

    public override long EntryNo => rows.Count == 0 ? 0 : rows.Max(r => r.RecordedIn);

    public override Fact? Find(FactKind kind, long id) => rows.Find(r => r.Id == id && FactKinds.Of(r) == kind);

    public override IReadOnlyList<T> OfChild<T>(long childId) => [.. rows.OfType<T>().Where(r => r.ChildId == childId)];

    public override IReadOnlyList<T> All<T>() => [.. rows.OfType<T>()];

    public override bool KnowsNumber(long cprHash) => rows.OfType<Children.ChildFact>().Any(c => c.CprHash == cprHash);

    public override bool Knows(FactKind kind, long thing) =>
        rows.Exists(r => FactKinds.Of(r) == kind && (long)r.GetType().GetProperty(kind.Thing)!.GetValue(r)! == thing);

    public override IReadOnlyList<(long First, long Last)> Imports() => [];

    public override ChildFile? Child(long childId) =>
        rows.OfType<Children.ChildFact>().FirstOrDefault(c => c.Id == childId) is { } child
            ? ChildFile.Build(child, [.. rows.OfType<ChildsFact>().Where(r => r.ChildId == childId)], alone: true)
            : null;

    public override IReadOnlyList<long> Family(long familyId) =>
        [.. rows.OfType<Children.ChildFact>().Where(c => c.FamilyId == familyId).Select(c => c.Id).Order()];

    public override T Opened<T>(T fact) => fact;

    /// <summary>What a rule is given, for somebody who may do everything unless said otherwise.</summary>
    public Now Now(
        DateOnly today,
        long? employee = 12,
        AuthorityLevel level = AuthorityLevel.Leader,
        Func<Capability, bool>? may = null,
        Func<long, bool>? maySee = null,
        long seen = long.MaxValue
    ) => Now(this, today, new("anna", employee, level, may ?? (_ => true), maySee ?? (_ => true)), seen);

    /// <summary>What a rule is given, for a person.</summary>
    public static Now Now(InMemory facts, DateOnly today, Author author, long seen = long.MaxValue) =>
        new(
            facts,
            () =>
                new Register
                {
                    Catalogue = Catalogue.Default,
                    Children = [.. facts.rows.OfType<Children.ChildFact>().Select(c => facts.Child(c.Id)!).OrderBy(c => c.Id)],
                    Employments = facts.All<Workforce.EmploymentFact>(),
                },
            today.ToDateTime(new(12, 0)),
            author,
            () => facts.next++,
            seen
        );
}
