using Spor.Facts;
using Spor.Insight;
using Spor.Interventions;

namespace Spor.Web.Leading.StepLadder;

/// <summary>
/// Which counts of the ladder page must be hidden from those who may not see the children behind (<c>measures.md</c>, Small groups). Every count on
/// the page is a weighted sum over kinds of children (those alike in all that the page counts); <see cref="Suppression"/> hides what is small and
/// what would give it away.
/// </summary>
public sealed class Disclosure
{
    readonly record struct Kind(
        int Before,
        int Now,
        PlacementForm FormBefore,
        PlacementForm FormNow,
        bool PlacedAYearBefore,
        bool InCourse,
        int NewCourses
    );

    readonly Dictionary<string, CountCell> counts = [];

    public bool Hides(string key) => counts[key].Hidden;

    public bool[] Steps(string prefix) => [.. Enumerable.Range(0, Ladder.Steps).Select(s => Hides(prefix + s))];

    public bool[,] Moves()
    {
        var hidden = new bool[Ladder.Steps, Ladder.Steps];
        for (var a = 0; a < Ladder.Steps; a++)
        for (var b = 0; b < Ladder.Steps; b++)
            hidden[a, b] = Hides(Move(a, b));
        return hidden;
    }

    public static string Move(int a, int b) => $"{a}>{b}";

    public Disclosure(IReadOnlyList<ChildFile> children, Catalogue catalogue, DateOnly a, DateOnly b)
    {
        var kinds = new Dictionary<Kind, int>();
        foreach (var file in children)
        {
            var courses = Courses.Of(file, catalogue);
            var kind = new Kind(
                Ladder.StepAt(file, catalogue, a),
                Ladder.StepAt(file, catalogue, b),
                Placements.FormAt(file, catalogue, a),
                Placements.FormAt(file, catalogue, b),
                courses.InCourseOn(b.AddMonths(-12)),
                courses.InCourseOn(b),
                courses.Count(c => a <= c.From && c.From <= b)
            );
            kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
        }
        var atoms = kinds.ToArray();

        // Rank: what is given up first when something must be.
        void Add(string key, int rank, Func<Kind, int> weight, bool shown = true)
        {
            var weights = Array.ConvertAll(atoms, k => (long)weight(k.Key));
            long value = 0;
            for (var i = 0; i < atoms.Length; i++)
                value += weights[i] * atoms[i].Value;
            counts[key] = new(key, value, (int)value, weights, rank, shown);
        }
        var steps = Enumerable.Range(0, Ladder.Steps).ToArray();
        var groups = new List<CountGroup>();
        foreach (var from in steps)
        foreach (var to in steps)
            Add(Move(from, to), 0, k => k.Before == from && k.Now == to ? 1 : 0);
        foreach (var s in steps)
        {
            Add("før" + s, 3, k => k.Before == s ? 1 : 0);
            Add("nu" + s, 4, k => k.Now == s ? 1 : 0);
            groups.Add(new("før" + s, [.. steps.Select(t => Move(s, t))]));
            groups.Add(new("nu" + s, [.. steps.Select(t => Move(t, s))]));
        }
        groups.Add(new("alle", [.. steps.Select(s => "før" + s)]));
        groups.Add(new("på-trappen-før", [.. steps.Skip(1).Select(s => "før" + s)]));
        groups.Add(new("alle", [.. steps.Select(s => "nu" + s)]));
        groups.Add(new("på-trappen", [.. steps.Skip(1).Select(s => "nu" + s)]));
        foreach (var form in PlacedForms)
        {
            Add("form-før-" + form, 2, k => k.FormBefore == form ? 1 : 0);
            Add("form-nu-" + form, 2, k => k.FormNow == form ? 1 : 0);
        }
        groups.Add(new("anbragt-før", [.. PlacedForms.Select(f => "form-før-" + f)]));
        groups.Add(new("anbragt-nu", [.. PlacedForms.Select(f => "form-nu-" + f)]));
        Add("anbragt-før", 2, k => k.FormBefore != PlacementForm.None ? 1 : 0);
        Add("anbragt-nu", 2, k => k.FormNow != PlacementForm.None ? 1 : 0);
        Add("nye", 1, k => k.NewCourses);
        Add("placeret-et-år-før", 1, k => k.PlacedAYearBefore ? 1 : 0);
        Add("ikke-anbragt", 1, k => k.PlacedAYearBefore && !k.InCourse ? 1 : 0);
        Add("stadig-anbragt", 1, k => k.PlacedAYearBefore && k.InCourse ? 1 : 0, shown: false);
        groups.Add(new("placeret-et-år-før", ["ikke-anbragt", "stadig-anbragt"]));
        Add("ned", 5, k => k.Before > 0 && k.Now > 0 && k.Now < k.Before ? 1 : 0);
        Add("op", 5, k => k.Before > 0 && k.Now > 0 && k.Now > k.Before ? 1 : 0);
        Add("alle", 6, _ => 1);
        Add("på-trappen", 6, k => k.Now > 0 ? 1 : 0);
        Add("på-trappen-før", 6, k => k.Before > 0 ? 1 : 0);

        Suppression.Apply([.. counts.Values], groups);
    }

    public static readonly PlacementForm[] PlacedForms = [PlacementForm.Foster, PlacementForm.Institution, PlacementForm.Own];
}
