using System.Globalization;
using Spor.Children;
using Spor.Facts;
using Spor.Figures;
using Spor.Figures.Engine;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Requirements;
using Spor.Workforce;

namespace Spor.Figures;

public enum ChildSort
{
    [Code("frist")]
    Due,

    [Code("navn")]
    Name,

    [Code("alder")]
    Age,

    [Code("trin")]
    Step,

    [Code("distrikt")]
    District,

    [Code("sag")]
    CaseOpened,
}

/// <summary>What a list of children is narrowed to. Nothing here names a person, so it may stand in a URL; the search term never
/// does.</summary>
/// <param name="Step">0 = no step. Seen on <paramref name="On"/>, or the overview's day.</param>
/// <param name="On">The list is of those who had a step that day, unless a step, a form or <paramref name="ActiveOnly"/> = false says
/// otherwise.</param>
/// <param name="From">With <paramref name="To"/>: the step on <paramref name="A"/> and on <paramref name="B"/>, a cell of the movements
/// table.</param>
/// <param name="Direction">-1 = down, 1 = up the ladder between A and B.</param>
/// <param name="Form">Children placed in this form on <paramref name="On"/>.</param>
/// <param name="Figure">The code of a key figure: the children behind it from <paramref name="A"/> to <paramref name="B"/>; the team and
/// the age are then as on <paramref name="B"/>.</param>
/// <param name="Part">A part of the figure; null = the total.</param>
public sealed record ChildFilter(
    long? TeamId = null,
    long? DistrictId = null,
    int? Step = null,
    TargetGroup? TargetGroup = null,
    bool OverdueOnly = false,
    bool ActiveOnly = true,
    Rule? Rule = null,
    long? EmployeeId = null,
    bool Unassigned = false,
    DateOnly? On = null,
    int? From = null,
    int? To = null,
    DateOnly? A = null,
    DateOnly? B = null,
    int? Direction = null,
    PlacementForm? Form = null,
    AgeGroup? Age = null,
    Gender? Gender = null,
    string? Figure = null,
    string? Part = null
)
{
    /// <summary>The children it is about. They are of it on <see cref="On"/>, or <see cref="B"/>, or the overview's day.</summary>
    public Group Group => new(TeamId, DistrictId, TargetGroup, Age, Gender) { Ages = Ages };

    /// <summary>Ages of the municipality's own choosing.</summary>
    public AgeSpan? Ages { get; init; }
}

/// <summary>Lists of children: search, filter and sort, the same for the page, the CSV and the drill-down from a figure.</summary>
public static class ChildList
{
    /// <summary>Says of each child whether it is in the list; what is the same for all of them is worked out once.</summary>
    /// <param name="engine">The figures' engine of the overview's register and day, for the children behind a figure.</param>
    public static Func<ChildState, bool> Matcher(ChildFilter filter, Overview overview, Func<FigureEngine> engine)
    {
        if (filter is not { Figure: { } code, A: { } from, B: { } to } || KeyFigures.Find(code) is not { } figure)
            return state => Matches(state, filter, overview);
        var behind = engine().Behind(figure, filter.Part, FigurePeriod.Of(from, to), filter.Group);
        return state => behind.Contains(state.File.Id);
    }

    /// <summary>True if a child is in the list of a filter without a figure.</summary>
    public static bool Matches(ChildState state, ChildFilter filter, Overview overview)
    {
        var (file, catalogue) = (state.File, overview.Register.Catalogue);
        var past = filter.On is not null || filter.A is not null;
        if (filter.ActiveOnly && !past && state.Case is null)
            return false;
        if (!filter.Group.Has(file, overview.Register.Staff, filter.On ?? filter.B ?? overview.Day))
            return false;
        if (filter.EmployeeId is { } employee && !state.AssignedTo.Contains(employee))
            return false;
        if (filter.Unassigned && !state.WaitsForCaseworker)
            return false;
        if (
            filter.OverdueOnly
            && !state.Open.Any(r => r.State == RequirementState.Overdue && (filter.Rule is null || r.Rule == filter.Rule))
        )
            return false;
        if (!filter.OverdueOnly && filter.Rule is { } rule && !state.Open.Any(r => r.Rule == rule))
            return false;
        if (filter.Step is { } step && (filter.On is { } on ? Ladder.StepAt(file, catalogue, on) : state.Step) != step)
            return false;
        if (filter is { ActiveOnly: true, On: { } day, Step: null, Form: null } && Ladder.StepAt(file, catalogue, day) == 0)
            return false;
        if (filter.Form is { } form && Placements.FormAt(file, catalogue, filter.On ?? overview.Day) != form)
            return false;
        if (filter.A is { } a && filter.B is { } b)
        {
            int before = Ladder.StepAt(file, catalogue, a),
                after = Ladder.StepAt(file, catalogue, b);
            if (filter.From is { } f && before != f)
                return false;
            if (filter.To is { } t && after != t)
                return false;
            if (filter.Direction is { } way && (before == 0 || after == 0 || Math.Sign(after - before) != way))
                return false;
        }
        return true;
    }

    /// <summary>
    /// A search as people type it: parts of names in any order, a whole CPR number (by its keyed hash), its first six digits (the
    /// birthday), or the source's number of a case or child. A protected child is found by its numbers alone, so that nobody learns by
    /// trying who is behind the mask.
    /// </summary>
    /// <param name="onceHad">The children who had a number, by its keyed hash, before they had another: it still leads to them.</param>
    public static Func<ChildState, bool> Search(string text, Func<string, long> cprHash, Func<long, IReadOnlySet<long>>? onceHad = null)
    {
        var words = Folded.Terms(text);
        var digits = CprNumber.Cleaned(text);
        // A replacement number may have letters among the last four. Rows from before were hashed as the source wrote them, or otherwise.
        if (digits.Length == 10 && digits.All(char.IsAsciiLetterOrDigit) && digits.AsSpan(0, 6).IndexOfAnyExceptInRange('0', '9') < 0)
        {
            var hash = cprHash(digits);
            var had = onceHad?.Invoke(hash);
            return s =>
                s.Child.CprHash == hash
                || (s.Child.Cpr is { } known && CprNumber.Cleaned(known) == digits)
                || had?.Contains(s.File.Id) == true;
        }
        if (digits.Length == 6 && digits.All(char.IsAsciiDigit))
            return s =>
                s.Child.BornOn.ToString("ddMMyy", CultureInfo.InvariantCulture) == digits
                || WithDay60(s.Child.BornOn) == digits
                || HasKey(s, digits);
        var key = text.Trim();
        return s => HasKey(s, key) || (words.Count > 0 && !s.Child.Protected && Folded.HasAll(s.SearchText, words));
    }

    // Invented people have the day of birth + 60.
    static string WithDay60(DateOnly born) =>
        (born.Day + 60).ToString(CultureInfo.InvariantCulture) + born.ToString("MMyy", CultureInfo.InvariantCulture);

    static bool HasKey(ChildState s, string key) =>
        string.Equals(s.Child.SourceKey, key, StringComparison.OrdinalIgnoreCase)
        || Array.Exists(s.File.Cases, c => string.Equals(c.SourceKey, key, StringComparison.OrdinalIgnoreCase));

    /// <summary>Ordered when it is read: a page of it (Skip and Take) costs far less than all of it.</summary>
    /// <param name="on">The day whose step <see cref="ChildSort.Step"/> means; null = the overview's.</param>
    public static IEnumerable<ChildState> Sort(
        IEnumerable<ChildState> children,
        ChildSort by,
        bool descending,
        Overview overview,
        DateOnly? on = null
    )
    {
        var names = overview.Register.Districts.GroupBy(d => d.DistrictId).ToDictionary(g => g.Key, g => g.Last().Name);
        var catalogue = overview.Register.Catalogue;
        Comparison<ChildState> order = by switch
        {
            ChildSort.Name => ByName,
            ChildSort.Age => (a, b) => b.Child.BornOn.CompareTo(a.Child.BornOn),
            ChildSort.Step when on is { } day => (a, b) =>
                Ladder.StepAt(a.File, catalogue, day).CompareTo(Ladder.StepAt(b.File, catalogue, day)),
            ChildSort.Step => (a, b) => a.Step.CompareTo(b.Step),
            ChildSort.District => (a, b) => Danish.Culture.CompareInfo.Compare(District(a), District(b)),
            ChildSort.CaseOpened => (a, b) => (a.Case?.OpenedOn ?? DateOnly.MaxValue).CompareTo(b.Case?.OpenedOn ?? DateOnly.MaxValue),
            _ => (a, b) => FirstDue(a).CompareTo(FirstDue(b)),
        };
        return children.Order(
            Comparer<ChildState>.Create((a, b) => (descending ? order(b, a) : order(a, b)) is var c && c != 0 ? c : ByName(a, b))
        );

        string District(ChildState s) => s.Child.DistrictId is { } d ? names.GetValueOrDefault(d, "") : "";
        static DateOnly FirstDue(ChildState s) => s.Open.Count > 0 ? s.Open[0].Due : DateOnly.MaxValue;
        int ByName(ChildState a, ChildState b) => overview.NamePlace(a).CompareTo(overview.NamePlace(b));
    }
}
