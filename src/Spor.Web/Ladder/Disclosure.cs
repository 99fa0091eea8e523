using Spor.Facts;
using Spor.Insight;
using Spor.Interventions;

namespace Spor.Web.LadderPages;

/// <summary>
/// Which counts of the ladder page must be hidden from those who may not see the children behind (<c>measures.md</c>, Small groups). Every count on
/// the page is a weighted sum over kinds of children (those alike in all that the page counts). First the small counts of each group that adds up
/// are hidden with company (<see cref="SmallNumbers.Hide(IReadOnlyList{int}, bool[])"/>); then, as long as some small count can still be written as
/// a sum and difference of counts that are shown, one of those is hidden too.
/// </summary>
public sealed class Disclosure
{
    /// <summary>Exact arithmetic without fractions: a prime is as good as the rational numbers for small whole weights.</summary>
    const long Prime = 2147483647;

    readonly record struct Kind(int Before, int Now, PlacementForm FormBefore, PlacementForm FormNow, bool PlacedAYearBefore, bool InCourse, int NewCourses);
    sealed record Count(long Value, long[] Weights, int Rank, bool Shown)
    {
        public bool Hidden { get; set; }
    }

    readonly Dictionary<string, Count> counts = [];

    public bool Hides(string key) => counts[key].Hidden;

    public bool[] Steps(string prefix) => [.. Enumerable.Range(0, Ladder.Steps).Select(s => Hides(prefix + s))];

    public bool[,] Moves()
    {
        var hidden = new bool[Ladder.Steps, Ladder.Steps];
        for (var a = 0; a < Ladder.Steps; a++)
            for (var b = 0; b < Ladder.Steps; b++) hidden[a, b] = Hides(Move(a, b));
        return hidden;
    }

    public static string Move(int a, int b) => $"{a}>{b}";

    public Disclosure(IReadOnlyList<ChildFile> children, Catalogue catalogue, DateOnly a, DateOnly b)
    {
        var kinds = new Dictionary<Kind, int>();
        foreach (var file in children)
        {
            var courses = Courses.Of(file, catalogue);
            var kind = new Kind(Ladder.StepAt(file, catalogue, a), Ladder.StepAt(file, catalogue, b), Placements.FormAt(file, catalogue, a),
                Placements.FormAt(file, catalogue, b), courses.InCourseOn(b.AddMonths(-12)), courses.InCourseOn(b), courses.Count(c => a <= c.From && c.From <= b));
            kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
        }
        var atoms = kinds.ToArray();

        // Rank: what is given up first when something must be.
        void Add(string key, int rank, Func<Kind, int> weight, bool shown = true)
        {
            var weights = Array.ConvertAll(atoms, k => (long)weight(k.Key));
            long value = 0;
            for (var i = 0; i < atoms.Length; i++) value += weights[i] * atoms[i].Value;
            counts[key] = new(value, weights, rank, shown) { Hidden = Small(value) };
        }
        var steps = Enumerable.Range(0, Ladder.Steps).ToArray();
        var groups = new List<(string Total, string[] Parts)>();
        foreach (var from in steps)
            foreach (var to in steps) Add(Move(from, to), 0, k => k.Before == from && k.Now == to ? 1 : 0);
        foreach (var s in steps)
        {
            Add("før" + s, 3, k => k.Before == s ? 1 : 0);
            Add("nu" + s, 4, k => k.Now == s ? 1 : 0);
            groups.Add(("før" + s, [.. steps.Select(t => Move(s, t))]));
            groups.Add(("nu" + s, [.. steps.Select(t => Move(t, s))]));
        }
        groups.Add(("alle", [.. steps.Select(s => "før" + s)]));
        groups.Add(("på-trappen-før", [.. steps.Skip(1).Select(s => "før" + s)]));
        groups.Add(("alle", [.. steps.Select(s => "nu" + s)]));
        groups.Add(("på-trappen", [.. steps.Skip(1).Select(s => "nu" + s)]));
        foreach (var form in PlacedForms)
        {
            Add("form-før-" + form, 2, k => k.FormBefore == form ? 1 : 0);
            Add("form-nu-" + form, 2, k => k.FormNow == form ? 1 : 0);
        }
        groups.Add(("anbragt-før", [.. PlacedForms.Select(f => "form-før-" + f)]));
        groups.Add(("anbragt-nu", [.. PlacedForms.Select(f => "form-nu-" + f)]));
        Add("anbragt-før", 2, k => k.FormBefore != PlacementForm.None ? 1 : 0);
        Add("anbragt-nu", 2, k => k.FormNow != PlacementForm.None ? 1 : 0);
        Add("nye", 1, k => k.NewCourses);
        Add("placeret-et-år-før", 1, k => k.PlacedAYearBefore ? 1 : 0);
        Add("ikke-anbragt", 1, k => k.PlacedAYearBefore && !k.InCourse ? 1 : 0);
        Add("stadig-anbragt", 1, k => k.PlacedAYearBefore && k.InCourse ? 1 : 0, shown: false);
        groups.Add(("placeret-et-år-før", ["ikke-anbragt", "stadig-anbragt"]));
        Add("ned", 5, k => k.Before > 0 && k.Now > 0 && k.Now < k.Before ? 1 : 0);
        Add("op", 5, k => k.Before > 0 && k.Now > 0 && k.Now > k.Before ? 1 : 0);
        Add("alle", 6, _ => 1);
        Add("på-trappen", 6, k => k.Now > 0 ? 1 : 0);
        Add("på-trappen-før", 6, k => k.Before > 0 ? 1 : 0);

        do
        {
            while (HideInGroups(groups)) { }
        }
        while (HideOneThatGivesAway());
    }

    /// <summary>Hides small counts with company; where a whole group is not company enough, its total too.</summary>
    bool HideInGroups(List<(string Total, string[] Parts)> groups)
    {
        var before = counts.Values.Count(c => c.Hidden);
        foreach (var (total, keys) in groups)
        {
            int[] parts = [.. keys.Select(k => (int)counts[k].Value)];
            var hide = SmallNumbers.Hide(parts, [.. keys.Select(k => counts[k].Hidden)]);
            for (var i = 0; i < keys.Length; i++) counts[keys[i]].Hidden |= hide[i];
            if (!SmallNumbers.Together(parts, hide)) counts[total].Hidden = true;
        }
        return counts.Values.Count(c => c.Hidden) > before;
    }

    public static readonly PlacementForm[] PlacedForms = [PlacementForm.Foster, PlacementForm.Institution, PlacementForm.Own];

    static bool Small(long value) => value is > 0 and < SmallNumbers.Fewest;

    bool HideOneThatGivesAway()
    {
        var shown = counts.Values.Where(c => c.Shown && !c.Hidden && c.Value > 0).ToArray();
        if (Leak(shown) is not { } used) return false;
        used.OrderBy(c => c.Rank).ThenBy(c => c.Value).First().Hidden = true;
        return true;
    }

    /// <summary>The shown counts from which some small count can be worked out; null if none can.</summary>
    List<Count>? Leak(Count[] shown)
    {
        var width = shown.Length == 0 ? 0 : shown[0].Weights.Length;
        // Rows in echelon form; beside each, which shown counts it is made of.
        var rows = new List<(long[] Row, long[] Made, int Pivot)>();
        void Reduce(long[] row, long[] made)
        {
            foreach (var r in rows)
            {
                var factor = row[r.Pivot];
                if (factor == 0) continue;
                for (var i = 0; i < row.Length; i++) if (r.Row[i] != 0) row[i] = (row[i] + (Prime - factor) * r.Row[i]) % Prime;
                for (var i = 0; i < made.Length; i++) if (r.Made[i] != 0) made[i] = (made[i] + (Prime - factor) * r.Made[i]) % Prime;
            }
        }
        for (var n = 0; n < shown.Length; n++)
        {
            var row = (long[])shown[n].Weights.Clone();
            var made = new long[shown.Length];
            made[n] = 1;
            Reduce(row, made);
            var pivot = Array.FindIndex(row, x => x != 0);
            if (pivot < 0) continue;
            var inverse = Power(row[pivot], Prime - 2);
            for (var i = 0; i < width; i++) row[i] = row[i] * inverse % Prime;
            for (var i = 0; i < made.Length; i++) made[i] = made[i] * inverse % Prime;
            rows.Add((row, made, pivot));
        }
        foreach (var small in counts.Values)
        {
            if (!Small(small.Value)) continue;
            var row = (long[])small.Weights.Clone();
            var made = new long[shown.Length];
            Reduce(row, made);
            if (Array.TrueForAll(row, x => x == 0)) return [.. shown.Where((_, i) => made[i] != 0)];
        }
        return null;
    }

    static long Power(long x, long n)
    {
        long result = 1;
        for (; n > 0; n >>= 1, x = x * x % Prime) if ((n & 1) == 1) result = result * x % Prime;
        return result;
    }
}
