using Spor.Children;
using Spor.Facts;
using Spor.Kernel;
using Spor.Requirements;
using Spor.Verbs;
using Spor.Workforce;

namespace Spor.Web.Access;

/// <summary>What the viewer may see, and the names of things on the page.</summary>
public sealed partial class Viewing
{
    readonly People people;

    /// <summary>Who looks, as the newest register says at this request.</summary>
    public Viewer Viewer { get; }

    /// <summary>The cookie says who; what they may is the register's to say.</summary>
    static Viewer WhoLooks(HttpContext context, People people, Snapshot now, Clock clock) =>
        Principal.Key(context.User) is { } key && people.Find(key, now.Register) is { } person
            ? new(person, now.Register, clock.Today, now.Day, clock.Now)
            : Viewer.Nobody(now.Register);

    /// <summary>May do casework on the children it sees.</summary>
    public bool MayWork => Viewer.MayWork;

    /// <summary>Whether the viewer sees a child (<see cref="Viewer.MaySee"/>): today, also where a page is shown as known
    /// earlier.</summary>
    public bool MaySee(ChildState state) =>
        AsOf is not null ? Newest.Overview.Find(state.File.Id) is { } now && Newest.MaySee(now) : Viewer.MaySee(state.File, Today);

    /// <summary>Whether the viewer does casework on a child (<see cref="Viewer.MayWorkOn"/>).</summary>
    public bool MayWorkOn(ChildState state) =>
        Viewer.OpeningOf(state.File, Newest.Today, () => ScreenOf(state.File)) == Opening.Open
        && (Viewer.MayWorkOn(state.File, Newest.Today) || (Viewer.MayWork && !Viewer.MaySee(state.File, Newest.Today)));

    /// <summary>Whether a child's own page opens, and why not.</summary>
    public Opening OpeningOf(ChildState state) => Viewer.OpeningOf(state.File, Newest.Today, () => ScreenOf(state.File));

    readonly Dictionary<long, Screen> screens = [];

    static readonly Derived<HashSet<string>> Colleagues = new(s => NamedAlike.Colleagues(s.Register, s.Day));

    /// <summary>
    /// Whether somebody around a child is called as somebody who is employed is, or as the viewer is. Names alone are compared: it is a
    /// person's to say whether they are one, and a leader names who may look meanwhile.
    /// </summary>
    Screen ScreenOf(ChildFile child)
    {
        if (screens.TryGetValue(child.Id, out var known))
            return known;
        var reader = new Storage.Facts.FactReader(municipality.Database);
        var around = NamedAlike.Around(child.Child, reader.Opened(reader.OfChild<NetworkPersonFact>(child.Id)));
        var colleagues = municipality.Current.Get(Colleagues);
        return screens[child.Id] =
            around.Contains(Spor.Conferences.SamePerson.Key(Viewer.Name)) ? Screen.Oneself
            : around.Any(colleagues.Contains) ? Screen.Colleague
            : Screen.Nobody;
    }

    /// <summary>Writes that the viewer was refused a child, once for the request.</summary>
    public void WriteRefused(long child) => Log.Refused(Viewer.Key, child);

    /// <summary>The viewer as verbs know who does them.</summary>
    public Author Author =>
        new(Viewer.Key, Viewer.EmployeeId, Viewer.Level, Viewer.May, child => Overview.Find(child) is { } state && MayWorkOn(state))
        {
            Sees = child => Overview.Find(child) is { } state && MaySee(state),
            Leads = Viewer.Leads,
            LeadsTeam = Viewer.LeadsTeam,
            AtTheMachine = Viewer.Role == ViewerRole.Analyst,
            CoordinatorId = Viewer.CoordinatorId,
            Name = Viewer.Name,
        };

    /// <summary>May do what leaders do: allocate, cover absence, grant above a caseworker's level.</summary>
    public bool MayLead => Viewer.MayLead;

    /// <summary>An employee's telephone at work; null if nobody has said it.</summary>
    public string? EmployeePhone(long? id) => id is { } of ? EmployeeContactRules.Of(Register.Of<EmployeeContactFact>(), of)?.Phone : null;

    /// <summary>»Anna Ravn, telefon 12 34 56 78«; the name alone where the telephone is not known, empty where nobody is.</summary>
    public string EmployeeReached(long? id) =>
        EmployeeName(id) is { Length: > 0 } name ? name + (EmployeePhone(id) is { } phone ? ", telefon " + phone : "") : "";

    /// <summary>The colleagues whom the viewer covers today.</summary>
    public IReadOnlyList<long> CoversFor => Viewer.CoversFor;

    /// <summary>
    /// Who looks, as far as it decides which children a list has: the role filter looks at the register, the day and the roles alone.
    /// </summary>
    sealed class Eyes(Viewer viewer, long entryNo, DateOnly today) : IEquatable<Eyes>
    {
        readonly (string Key, string Roles, long EntryNo, DateOnly Today) of = (viewer.Key, viewer.Reaching, entryNo, today);

        public Seen Look(Snapshot at)
        {
            var children = at.Overview.Children;
            // Asked of those alone whom it may be true of, where that can be told.
            var places = viewer.PlacesIn(at.Get(WithinReach.Of));
            var near = places is null ? children : places.Select(i => children[i]);
            return new([.. near.Where(c => viewer.MaySee(c.File, of.Today))]);
        }

        public bool Equals(Eyes? other) => other is not null && of == other.of;

        public override bool Equals(object? obj) => Equals(obj as Eyes);

        public override int GetHashCode() => of.GetHashCode();
    }

    sealed class Seen(IReadOnlyList<ChildState> children)
    {
        readonly Lazy<HashSet<long>> ids = new(() => [.. children.Select(c => c.File.Id)]);

        public IReadOnlyList<ChildState> Children => children;

        public bool Has(ChildState child) => ids.Value.Contains(child.File.Id);
    }

    /// <summary>As many as may be at work at once; most see a hundred children.</summary>
    const int AtOnce = 500;
    static readonly Derived<Eyes, Seen> Seeing = new(AtOnce, (s, eyes) => eyes.Look(s));
    Seen? sight;

    // Of one request and one snapshot, and asked for each row of a list.
    Seen Sight => sight ??= Snapshot.Get(Seeing, new Eyes(Viewer, Newest.Snapshot.EntryNo, Today));

    /// <summary>The children whom the viewer may see, in the order of the register. Kept with the snapshot: lists ask for it at every
    /// request, and a municipality has many children.</summary>
    public IReadOnlyList<ChildState> Visible =>
        AsOf is not null ? [.. Overview.Children.Where(MaySee)]
        : SeesEvery ? Overview.Children
        : Sight.Children;

    /// <summary>Whether the viewer may see a child of the snapshot: the same as <see cref="MaySee"/>, for a list that asks it of
    /// many.</summary>
    public bool IsVisible(ChildState child) => AsOf is not null ? MaySee(child) : SeesEvery || Sight.Has(child);

    /// <summary>The viewer sees every child, so that a list is the same for all who do.</summary>
    public bool SeesEvery => Viewer.SeesAll && Viewer.May(Capability.Children);

    /// <summary>The children whose active case the viewer has.</summary>
    public IEnumerable<ChildState> Mine => Viewer.EmployeeId is { } me ? Overview.Of(me) : [];

    /// <summary>A child's name in a list or an export: masked if it is protected.</summary>
    public static string ListName(ChildFact child) => child.Protected ? "Beskyttet navn" : child.Name;

    /// <summary>Everybody with a role today.</summary>
    public IEnumerable<Person> Everybody => people.On(Newest.Register, WorkClock.Today);

    /// <summary>Who wrote an entry, as people say it.</summary>
    public string AuthorName(string key) => people.Name(key, Newest.Register);

    /// <summary>The person a key stands for, past ones too; null if nobody knows it.</summary>
    public Person? PersonOf(string key) => people.Find(key, Newest.Register);

    public string TeamName(long? teamId) => teamId is { } id ? Register.Teams.LastOrDefault(t => t.TeamId == id)?.Name ?? "" : "";

    public string DistrictName(long? districtId) =>
        districtId is { } id ? Register.Districts.LastOrDefault(d => d.DistrictId == id)?.Name ?? "" : "";

    public string EmployeeName(long? employeeId) => employeeId is { } id ? Register.Staff.Name(id) ?? "" : "";
}
