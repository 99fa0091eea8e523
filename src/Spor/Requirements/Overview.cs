using System.Collections.Frozen;
using Spor.Children;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Requirements;
using Spor.Workforce;

namespace Spor.Requirements;

/// <summary>One child as lists show it on a day.</summary>
public sealed class ChildState
{
    public required ChildFile File { get; init; }

    /// <summary>2.3: 0 = no step.</summary>
    public required int Step { get; init; }

    /// <summary>The open case that opened first; null without an active case.</summary>
    public required CaseFact? Case { get; init; }

    /// <summary>Who has an active case of the child (<see cref="Staff.WhoHas"/>), latest assignment first.</summary>
    public required IReadOnlyList<long> AssignedTo { get; init; }

    /// <summary>Nobody has the active case, and somebody gets it on a later day (<see cref="Staff.IsGivenAhead"/>): it is
    /// allocated.</summary>
    public bool IsGivenAhead { get; init; }

    /// <summary>Nobody has the active case, and nobody is to have it: it waits to be allocated.</summary>
    public bool WaitsForCaseworker => Case is not null && AssignedTo.Count == 0 && !IsGivenAhead;

    /// <summary>Overdue and upcoming, by due day; rounds as one line (<see cref="Rounds.OnOneLine"/>).</summary>
    public required IReadOnlyList<Requirement> Open { get; init; }
    public required int Missed { get; init; }

    /// <summary>Names, folded for searching (<see cref="Folded"/>).</summary>
    public required string SearchText { get; init; }

    public ChildFact Child => File.Child;

    /// <summary>Every round counts.</summary>
    public int Overdue => Open.Sum(r => r.State == RequirementState.Overdue ? r.Rounds : 0);
}

/// <summary>Every child's state on one day, worked out once per register and kept between pages. After an entry only the children it
/// touched are worked out again.</summary>
public sealed class Overview
{
    /// <summary>From more changed children than this the work is shared between threads.</summary>
    const int MostChanged = 500;
    readonly FrozenDictionary<long, int> byId;
    readonly Lazy<CaseloadAt> caseload;

    /// <summary>Where an employee's children stand in <see cref="Children"/>.</summary>
    readonly Lazy<ILookup<long, int>> byEmployee;

    /// <summary>Where a family's children stand.</summary>
    readonly Lazy<ILookup<long, int>> byFamily;

    /// <summary>The place of each child's name among all of them.</summary>
    readonly Lazy<int[]> byName;

    public Register Register { get; }
    public DateOnly Day { get; }

    /// <summary>By child id, as in the register.</summary>
    public Blocks<ChildState> Children { get; }

    Overview(
        Register register,
        DateOnly day,
        Blocks<ChildState> children,
        FrozenDictionary<long, int>? ids,
        Lazy<ILookup<long, int>>? employees = null,
        Lazy<ILookup<long, int>>? families = null,
        Lazy<int[]>? names = null,
        Lazy<CaseloadAt>? load = null
    )
    {
        (Register, Day, Children) = (register, day, children);
        byId = ids ?? children.Select((c, i) => (c.File.Id, i)).ToFrozenDictionary(p => p.Id, p => p.i);
        caseload = load ?? new(() => Caseload.At(register, day));
        byEmployee = employees ?? new(() => children.SelectMany((c, i) => c.AssignedTo.Select(e => (e, i))).ToLookup(p => p.e, p => p.i));
        byName = names ?? new(() => NamePlaces(children));
        byFamily =
            families
            ?? new(() =>
                children
                    .Select((c, i) => (c.Child.FamilyId, i))
                    .Where(p => p.FamilyId is not null)
                    .ToLookup(p => p.FamilyId!.Value, p => p.i)
            );
    }

    /// <param name="previous">An overview of an earlier register: what has not changed since is taken from it.</param>
    public static Overview Of(Register register, DateOnly day, Overview? previous = null)
    {
        var reuse = previous is not null && previous.Day == day && SameGround(previous.Register, register) ? previous : null;
        if (reuse is not null && WithSomeChanged(register, reuse) is { } changed)
            return changed;
        var children = new ChildState[register.Children.Count];
        var taken = 0;
        var sameChildren = reuse is not null && reuse.Children.Count == children.Length;
        var same = sameChildren;
        Parallel.For(
            0,
            (children.Length + 255) / 256,
            block =>
            {
                var found = new List<Requirement>();
                var kept = 0;
                for (var i = block * 256; i < Math.Min(children.Length, (block + 1) * 256); i++)
                {
                    var file = register.Children[i];
                    if (reuse is not null)
                    {
                        if (sameChildren && ReferenceEquals(reuse.Children[i].File, file))
                        {
                            children[i] = reuse.Children[i];
                            kept++;
                            continue;
                        }
                        if (reuse.Find(file.Id) is { } known && ReferenceEquals(known.File, file))
                        {
                            children[i] = known;
                            kept++;
                            same = false;
                            continue;
                        }
                        if (sameChildren && reuse.Children[i].File.Id != file.Id)
                            same = false;
                    }
                    children[i] = StateOf(file, register, day, found);
                }
                Interlocked.Add(ref taken, kept);
            }
        );
        return new(register, day, Blocks.Of<ChildState>(children), same ? reuse!.byId : null) { WorkedOut = children.Length - taken };
    }

    /// <summary>How many of the children's states were worked out for this one; the others are those of the overview before.</summary>
    public int WorkedOut { get; private init; }

    /// <summary>2.1 and 2.2 on the day.</summary>
    public CaseloadAt Load => caseload.Value;

    /// <summary>The usual case, a few files of the same children are new: the array is copied, and nothing but those is looked at. Null if
    /// it is not so.</summary>
    static Overview? WithSomeChanged(Register register, Overview before)
    {
        if (
            register.Children is not Blocks<ChildFile> now
            || before.Register.Children is not Blocks<ChildFile> then
            || Blocks.Unlike(now, then, MostChanged) is not { } changed
            || changed.Exists(i => now[i].Id != then[i].Id)
        )
            return null;
        var others = new List<(int, ChildState)>();
        var found = new List<Requirement>();
        // One that nobody has asked for yet would hold on to the register before.
        var employees = before.byEmployee.IsValueCreated ? before.byEmployee : null;
        var families = before.byFamily.IsValueCreated ? before.byFamily : null;
        var names = before.byName.IsValueCreated ? before.byName : null;
        var load = before.caseload.IsValueCreated && SameTeams(before.Register, register) ? before.caseload : null;
        foreach (var at in changed)
        {
            var fresh = StateOf(now[at], register, before.Day, found);
            var known = before.Children[at];
            if (!fresh.AssignedTo.SequenceEqual(known.AssignedTo))
                (employees, load) = (null, null);
            if (fresh.Child.FamilyId != known.Child.FamilyId)
                families = null;
            if (fresh.Child.Protected != known.Child.Protected || fresh.Child.Name != known.Child.Name)
                names = null;
            others.Add((at, fresh));
        }
        return new(register, before.Day, before.Children.With(others), before.byId, employees, families, names, load)
        {
            WorkedOut = changed.Count,
        };
    }

    static bool SamePosts(IReadOnlyList<EmploymentFact> a, IReadOnlyList<EmploymentFact> b) =>
        ReferenceEquals(a, b) || a.Select(e => (e.Id, e.RecordedIn)).SequenceEqual(b.Select(e => (e.Id, e.RecordedIn)));

    static bool SameTeams(Register a, Register b) =>
        ReferenceEquals(a.Teams, b.Teams)
        || a.Teams.Select(t => (t.Id, t.RecordedIn)).SequenceEqual(b.Teams.Select(t => (t.Id, t.RecordedIn)));

    // What a child's state rests on besides its own file.
    static bool SameGround(Register a, Register b) => SamePosts(a.Employments, b.Employments) && a.Catalogue.SameAs(b.Catalogue);

    /// <summary>
    /// Where a child stands among all by name in Danish order, those of one name by id. A protected name must not show by its place in a
    /// list, so those come last, by id.
    /// </summary>
    public int NamePlace(ChildState child) => byId.TryGetValue(child.File.Id, out var at) ? byName.Value[at] : int.MaxValue;

    static int[] NamePlaces(Blocks<ChildState> children)
    {
        // A name is turned into its sort key once, and not compared letter by letter at each step of the sorting.
        var keys = children.Select(c => c.Child.Protected ? [] : Danish.Culture.CompareInfo.GetSortKey(c.Child.Name).KeyData).ToArray();
        var order = Enumerable.Range(0, children.Count).ToArray();
        Array.Sort(
            order,
            (a, b) =>
                children[a].Child.Protected != children[b].Child.Protected
                    ? children[a].Child.Protected.CompareTo(children[b].Child.Protected)
                : keys[a].AsSpan().SequenceCompareTo(keys[b]) is var byKey && byKey != 0 ? byKey
                : children[a].File.Id.CompareTo(children[b].File.Id)
        );
        var places = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
            places[order[i]] = i;
        return places;
    }

    /// <summary>Where a child stands in <see cref="Children"/>; null if it is not there.</summary>
    public int? PlaceOf(ChildState child) => byId.TryGetValue(child.File.Id, out var at) ? at : null;

    public ChildState? Find(long childId) => byId.TryGetValue(childId, out var at) ? Children[at] : null;

    /// <summary>The children whose active case an employee has.</summary>
    public IEnumerable<ChildState> Of(long employeeId) => byEmployee.Value[employeeId].Select(i => Children[i]);

    /// <summary>The children of one family.</summary>
    public IEnumerable<ChildState> Family(long familyId) => byFamily.Value[familyId].Select(i => Children[i]);

    /// <summary>One child's state on a day, for a file that is not the register's: as it was known at an earlier entry.</summary>
    public static ChildState StateOf(ChildFile file, Register register, DateOnly day) => StateOf(file, register, day, []);

    static ChildState StateOf(ChildFile file, Register register, DateOnly day, List<Requirement> found)
    {
        var catalogue = register.Catalogue;
        found.Clear();
        Derive.Of(file, catalogue, day, found);
        var open = Rounds.OnOneLine(found.Where(r => r.State is RequirementState.Overdue or RequirementState.Upcoming));
        open.Sort((a, b) => a.Due != b.Due ? a.Due.CompareTo(b.Due) : a.Rule.CompareTo(b.Rule));
        var active = Array.Find(file.Cases, c => c.ActiveAt(day));
        var had = register.Staff.WhoHas(file, day);
        return new()
        {
            File = file,
            Step = Ladder.StepAt(file, catalogue, day),
            Case = active,
            AssignedTo = had,
            IsGivenAhead = active is not null && had.Length == 0 && register.Staff.IsGivenAhead(file, day),
            Open = open,
            Missed = found.Count(r => r.State == RequirementState.Missed),
            SearchText = Folded.Fold($"{file.Child.FirstName} {file.Child.LastName}"),
        };
    }
}
