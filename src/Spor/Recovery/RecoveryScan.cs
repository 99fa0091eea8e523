using Spor.Children;
using Spor.Facts;
using Spor.Interventions;
using Spor.Requirements;
using Spor.Workforce;

namespace Spor.Recovery;

/// <summary>The state of every element of one case on a day, two bits each.</summary>
public readonly record struct ElementStates(ushort Packed)
{
    public static ElementStates Of(ReadOnlySpan<ElementState> states)
    {
        var packed = 0;
        for (var i = 0; i < states.Length; i++)
            packed |= (int)states[i] << (2 * i);
        return new((ushort)packed);
    }

    public ElementState this[RecoveryElement element] => (ElementState)((Packed >> (2 * (int)element)) & 3);

    /// <summary>Required and not in order.</summary>
    public bool Lacks(RecoveryElement element) => this[element] is ElementState.Late or ElementState.Missing;

    /// <summary>How many of some elements are required and not in order.</summary>
    public int Lacking(IReadOnlyList<RecoveryElement> of)
    {
        var n = 0;
        foreach (var element in of)
            if (Lacks(element))
                n++;
        return n;
    }
}

/// <summary>An active case on the day of a scan.</summary>
public sealed record ScannedCase(ChildFile File, CaseFact Case, ElementStates States);

/// <summary>Who has a case on a day, and of which teams it is.</summary>
public readonly record struct Whose(IReadOnlyList<long> Employees, IReadOnlyList<RecoveryFigures.TeamKey> Teams);

/// <summary>Every active case on a day against what should be there (<c>measures.md</c> section 4).</summary>
public sealed class RecoveryScan
{
    readonly ScannedCase[]?[] ofChild;
    readonly Lazy<Whose[]> whose;

    RecoveryScan(Register register, DateOnly day, ScannedCase[]?[] ofChild)
    {
        (Register, Day, this.ofChild) = (register, day, ofChild);
        Cases = [.. ofChild.Where(c => c is not null).SelectMany(c => c!)];
        whose = new(() =>
        {
            var found = new Whose[Cases.Count];
            Parallel.For(
                0,
                found.Length,
                i =>
                    found[i] = new(
                        WhoHas(register.Staff, Cases[i].File, Cases[i].Case, day),
                        TeamsOf(register.Staff, Cases[i].File, Cases[i].Case, day)
                    )
            );
            return found;
        });
    }

    /// <summary>The scan of a day; after an entry only the children it touched are looked at again.</summary>
    public static Derived<DateOnly, RecoveryScan> OnDay { get; } = new(3, (s, day, before) => Of(s.Register, day, before));

    public Register Register { get; }
    public DateOnly Day { get; }

    /// <summary>In the order of the register's children, and of one child the case that opened first.</summary>
    public IReadOnlyList<ScannedCase> Cases { get; }

    /// <summary>Who has each case that day, in the order of <see cref="Cases"/>; worked out when first asked for.</summary>
    public IReadOnlyList<Whose> WhoHave => whose.Value;

    /// <summary>How many children were looked at; the others are those of the scan before.</summary>
    public int WorkedOut { get; private init; }

    /// <param name="before">A scan of an earlier register: of the same day and catalogue, what has not changed is taken from it.</param>
    public static RecoveryScan Of(Register register, DateOnly day, RecoveryScan? before = null)
    {
        var children = register.Children;
        var reuse =
            before is not null
            && before.Day == day
            && before.Register.Children.Count == children.Count
            && ReferenceEquals(before.Register.Catalogue, register.Catalogue)
                ? before
                : null;
        var found = new ScannedCase[]?[children.Count];
        var taken = 0;
        Parallel.For(
            0,
            (children.Count + 255) / 256,
            block =>
            {
                var owed = new List<Requirement>();
                var kept = 0;
                for (var i = block * 256; i < Math.Min(children.Count, (block + 1) * 256); i++)
                    if (reuse is not null && ReferenceEquals(reuse.Register.Children[i], children[i]))
                    {
                        found[i] = reuse.ofChild[i];
                        kept++;
                    }
                    else
                        found[i] = OfChild(children[i], register.Catalogue, day, owed);
                Interlocked.Add(ref taken, kept);
            }
        );
        return new(register, day, found) { WorkedOut = children.Count - taken };
    }

    static ScannedCase[]? OfChild(ChildFile file, Catalogue catalogue, DateOnly day, List<Requirement> owed)
    {
        if (!Array.Exists(file.Cases, c => c.ActiveAt(day)))
            return null;
        owed.Clear();
        Derive.Of(file, catalogue, day, owed);
        return
        [
            .. file
                .Cases.Where(c => c.ActiveAt(day))
                .Select(c => new ScannedCase(file, c, ElementStates.Of(RecoveryElements.Of(file, c, catalogue, day, owed)))),
        ];
    }

    /// <summary>Required, in order, late and missing of each element, by <see cref="RecoveryElement"/>.</summary>
    public static ElementsOf Sum(IReadOnlyCollection<ScannedCase> cases)
    {
        var counts = new ElementCount[RecoveryElements.Count];
        foreach (var c in cases)
        foreach (var element in Codes<RecoveryElement>.All)
            counts[(int)element] += c.States[element];
        return new(cases.Count, counts);
    }

    /// <summary>
    /// The teams of a case on a day: each in which somebody who has the case holds a post; of a case that nobody has the team of the
    /// child's district; else none, which is one key of null.
    /// </summary>
    public static IReadOnlyList<RecoveryFigures.TeamKey> TeamsOf(Staff staff, ChildFile file, CaseFact of, DateOnly day)
    {
        var having = WhoHas(staff, file, of, day);
        var teams = having.SelectMany(e => staff.TeamsOf(e, day)).Distinct().Select(t => new RecoveryFigures.TeamKey(t)).ToList();
        if (having.Count == 0 && staff.RowOfDistrict(file.Child.DistrictId, day) is { } row)
            teams.Add(new(row.TeamId));
        if (teams.Count == 0)
            teams.Add(new(null));
        return teams;
    }

    /// <summary>Who has one case on a day, latest assignment first; each once.</summary>
    public static IReadOnlyList<long> WhoHas(Staff staff, ChildFile file, CaseFact of, DateOnly day) =>
        [
            .. file
                .Assignments.Where(a => a.CaseId == of.Id && staff.Counts(a, day))
                .OrderByDescending(a => a.From)
                .Select(a => a.EmployeeId)
                .Distinct(),
        ];

    /// <summary>
    /// Whether an active case looks as if it could be closed: no measure runs or is to begin, no notification waits to be assessed, no
    /// proposal waits for an answer, and either nothing has been written for half a year or the young person is 18. It is a proposal to
    /// look at the case: closing is decided by a person, by the rule of every closing.
    /// </summary>
    public static bool LooksFinished(ScannedCase of, DateOnly day) =>
        !Array.Exists(of.File.Interventions, m => m.To is null || m.To >= day)
        && !Array.Exists(of.File.Notifications, n => n.AssessedAt is null && DateOnly.FromDateTime(n.ReceivedAt) <= day)
        && !Array.Exists(of.File.Proposals, p => p.State == Decisions.ProposalState.Waiting)
        && !Array.Exists(of.File.Assessments, a => a.KnownOn <= day && (a.FinishedOn is null || a.FinishedOn > day))
        && (of.States.Lacks(RecoveryElement.KeptCurrent) || of.File.Child.AgeAt(day) >= 18);
}
