using Spor.Facts;
using Spor.Kernel;
using Spor.Notifications;
using Spor.Supervision;
using Spor.Workforce;

namespace Spor.Access;

/// <summary>
/// Where in the register the children stand whom somebody may see, so that not every child of a municipality is looked at for each who
/// looks. It may name too many and never too few: whether a child is seen is asked of <see cref="Viewer.MaySee"/> alone.
/// </summary>
public sealed class WithinReach
{
    /// <summary>Of the snapshot's register and day; after an entry only the children it touched are looked at again.</summary>
    public static readonly Derived<WithinReach> Of = new((s, before) => new(s.Register, s.Day, before));

    static readonly long[] None = [];
    readonly Blocks<Near> each;
    readonly Lazy<Places> places;

    WithinReach(Register register, DateOnly day, WithinReach? before)
    {
        (Register, Day) = (register, day);
        var children = register.Children;
        if (
            before is null
            || before.Day != day
            || !SameStaff(before.Register, register)
            || children is not Blocks<ChildFile> now
            || before.Register.Children is not Blocks<ChildFile> then
            || Blocks.Unlike(now, then) is not { } changed
        )
        {
            each = Blocks.Made(children.Count, i => Near.Of(children[i], register.Staff, day));
            places = new(() => new(each));
            return;
        }
        var others = changed
            .Select(i => (At: i, Near: Near.Of(children[i], register.Staff, day)))
            .Where(c => !c.Near.IsAs(before.each[c.At]))
            .ToList();
        each = before.each.With(others);
        var (of, kept) = (each, before.places);
        // One that nobody has asked for yet would hold on to what was before.
        places = others.Count == 0 && kept.IsValueCreated ? kept : new(() => new(of));
    }

    internal Register Register { get; }
    internal DateOnly Day { get; }

    /// <summary>Whose active case somebody has.</summary>
    internal IEnumerable<int> HadBy(long employee) => places.Value.Employees[employee];

    /// <summary>Of a team.</summary>
    internal IEnumerable<int> OfTeam(long team) => places.Value.Teams[team];

    /// <summary>With a notification that is not answered.</summary>
    internal IReadOnlyList<int> Waiting => places.Value.Waiting;

    /// <summary>With a case that was drawn for somebody to read.</summary>
    internal IReadOnlyList<int> Drawn => places.Value.Drawn;

    /// <summary>Whom nobody has and no district places.</summary>
    internal IReadOnlyList<int> Unplaced => places.Value.Unplaced;

    static bool SameStaff(Register a, Register b) => Same(a.Employments, b.Employments) && Same(a.Districts, b.Districts);

    static bool Same<T>(IReadOnlyList<T> a, IReadOnlyList<T> b)
        where T : Fact => ReferenceEquals(a, b) || a.Select(f => (f.Id, f.RecordedIn)).SequenceEqual(b.Select(f => (f.Id, f.RecordedIn)));

    sealed record Near(long[] Employees, long[] Teams, bool Waits, bool Drawn, bool Unplaced)
    {
        static readonly Near Nobody = new(None, None, false, false, false);

        public static Near Of(ChildFile file, Staff staff, DateOnly day)
        {
            var employees = staff.WhoHas(file, day);
            var district = employees.Length == 0 ? staff.TeamOfDistrict(file.Child.DistrictId, day) : null;
            long[] teams =
                employees.Length > 0 ? [.. employees.SelectMany(e => staff.TeamsOf(e, day)).Distinct()]
                : district is { } team ? [team]
                : None;
            var waits = Array.Exists(file.Notifications, n => Inbox.IsOpen(n, day));
            var drawn = file.Of<DrawnCaseFact>().Length > 0 || file.Of<SampledCaseFact>().Length > 0;
            var unplaced = employees.Length == 0 && district is null && (waits || Array.Exists(file.Cases, c => c.ActiveAt(day)));
            // Most children of ten years are anybody's no more.
            return employees.Length == 0 && teams.Length == 0 && !waits && !drawn && !unplaced
                ? Nobody
                : new(employees, teams, waits, drawn, unplaced);
        }

        public bool IsAs(Near other) =>
            ReferenceEquals(this, other)
            || (
                (Waits, Drawn, Unplaced) == (other.Waits, other.Drawn, other.Unplaced)
                && Employees.SequenceEqual(other.Employees)
                && Teams.SequenceEqual(other.Teams)
            );
    }

    sealed class Places(Blocks<Near> each)
    {
        public ILookup<long, int> Employees { get; } =
            each.SelectMany((n, i) => n.Employees.Select(e => (e, i))).ToLookup(p => p.e, p => p.i);
        public ILookup<long, int> Teams { get; } = each.SelectMany((n, i) => n.Teams.Select(t => (t, i))).ToLookup(p => p.t, p => p.i);
        public int[] Waiting { get; } = Where(each, n => n.Waits);
        public int[] Drawn { get; } = Where(each, n => n.Drawn);
        public int[] Unplaced { get; } = Where(each, n => n.Unplaced);

        static int[] Where(Blocks<Near> each, Func<Near, bool> @is) => [.. each.Index().Where(n => @is(n.Item)).Select(n => n.Index)];
    }
}
