using Spor.Figures;
using Spor.Figures.Disclosure;
using Spor.Figures.Engine;
using Spor.Interventions;

namespace Spor.Web.Leading.ConferencesInFigures;

/// <summary>
/// Which counts of the page must be hidden from those who may not see the children behind (<c>measures.md</c>, Small groups): those on
/// fewer than five children, and as many more as it takes so that no sum or difference gives one away. Those who said no, whose plan was
/// refused and so on are not shown, and must not be worked out either.
/// </summary>
public sealed class ConferenceDisclosure
{
    readonly DisclosurePlan plan = new();

    public bool Hides(string key) => plan.Hides(key);

    public static string Key(ConferenceSlice slice, Counted count) => SliceKey(slice) + "/" + count.Of.Code;

    public static string Step(string column, int step) => FormattableString.Invariant($"{column}:{step}");

    public static string Replaced(ReplacedMeasure r) => FormattableString.Invariant($"erstattet:{r.Step}:{r.Name}");

    public const string Before = "før",
        On = "på-dagen",
        After = "efter",
        WaitingBefore = "venter-før",
        WaitingOn = "venter-på-dagen",
        Passed = "år-gået",
        Waiting = "år-ikke-gået",
        Down = "ned",
        Same = "samme",
        Up = "op",
        Without = "uden-trin";

    /// <summary>
    /// With more kinds of children than this the sums are too many to try. Then the months are looked at, and teams and districts are
    /// hidden whole: no municipality comes near it.
    /// </summary>
    const int MostKinds = 1000;

    static string SliceKey(ConferenceSlice s) =>
        s.Kind switch
        {
            SliceKind.All => "alle",
            SliceKind.Team => FormattableString.Invariant($"team:{s.Id}"),
            SliceKind.District => FormattableString.Invariant($"distrikt:{s.Id}"),
            _ => FormattableString.Invariant($"måned:{s.From:yyyy-MM-dd}"),
        };

    public ConferenceDisclosure(ConferenceStatistics of, FigureEngine engine, DateOnly today)
    {
        IReadOnlyList<ConferenceSlice> slices = [of.All, .. of.Months, .. of.Teams, .. of.Districts];
        var keys = new List<(string Key, int Rank, bool Shown)>();
        foreach (var slice in slices)
        {
            var rank = slice.Kind switch
            {
                SliceKind.All => 6,
                SliceKind.Month => 1,
                _ => 3,
            };
            foreach (var count in Counted.All)
            {
                keys.Add((Key(slice, count), count.Whole is null ? rank + 1 : rank, true));
                if (count.Whole is not null)
                    keys.Add((Key(slice, count) + "/ikke", rank, false));
            }
        }
        foreach (var r in of.Replaced)
            keys.Add((Replaced(r), 0, true));
        foreach (var column in new[] { Before, On, After, WaitingBefore, WaitingOn })
            for (var s = 0; s < Ladder.Steps; s++)
                keys.Add((Step(column, s), 0, true));
        foreach (var key in new[] { Down, Same, Up, Without })
            keys.Add((key, 1, true));
        keys.Add((Passed, 5, true));
        keys.Add((Waiting, 5, true));

        // Children alike in every count are one kind: what a child adds, by the place of the key.
        var places = keys.Select((k, i) => (k.Key, i)).ToDictionary(k => k.Key, k => k.i);
        var kinds = new Dictionary<string, (IReadOnlyList<(int At, long Adds)> Adds, int Children)>();
        foreach (var child in AddsOf(of, engine, today))
        {
            List<(int At, long Adds)> adds = [.. child.Select(c => (places[c.Key], c.Adds)).Order()];
            if (adds.Count == 0)
                continue;
            var name = string.Join(';', adds);
            kinds[name] = (adds, 1 + (kinds.TryGetValue(name, out var known) ? known.Children : 0));
        }
        var all = kinds.Values.ToArray();
        // With more kinds the sums are too many to try: months are looked at, and teams and districts are hidden whole.
        var many = all.Length > MostKinds;
        var weights = new long[keys.Count][];
        for (var k = 0; k < keys.Count; k++)
            weights[k] = new long[all.Length];
        for (var n = 0; n < all.Length; n++)
            foreach (var (place, value) in all[n].Adds)
                weights[place][n] = value;
        for (var k = 0; k < keys.Count; k++)
        {
            long value = 0,
                rests = 0;
            for (var n = 0; n < all.Length; n++)
                if (weights[k][n] != 0)
                    (value, rests) = (value + weights[k][n] * all[n].Children, rests + all[n].Children);
            plan.Add(keys[k].Key, value, (int)rests, keys[k].Rank, keys[k].Shown, weights[k]);
        }
        if (many)
            foreach (var slice in slices.Where(s => s.Kind is SliceKind.Team or SliceKind.District))
            foreach (var count in Counted.All)
            {
                plan.Withhold(Key(slice, count));
                if (count.Whole is not null)
                    plan.Withhold(Key(slice, count) + "/ikke");
            }
        Sums(of, many ? [of.All, .. of.Months] : slices, many ? [] : of.Districts);
        plan.Settle();
    }

    void Sums(ConferenceStatistics of, IReadOnlyList<ConferenceSlice> slices, IReadOnlyList<ConferenceSlice> districts)
    {
        foreach (var count in Counted.All)
        {
            if (count.Whole is { } whole)
                foreach (var slice in slices)
                    plan.Sum(Key(slice, Counted.Find(whole)), [Key(slice, count), Key(slice, count) + "/ikke"]);
            // Months and districts add up, unless the group has changed between months.
            foreach (var part in new[] { of.Months, districts })
                if (part.Count > 0 && plan.Value(Key(of.All, count)) == part.Sum(s => plan.Value(Key(s, count))))
                    plan.Sum(Key(of.All, count), part.Select(s => Key(s, count)));
        }
        if (of.Replaced.Count > 0)
            plan.Sum(Key(of.All, Counted.Find(ConferenceFigures.Replaced)), of.Replaced.Select(Replaced));
        var steps = Enumerable.Range(0, Ladder.Steps).ToArray();
        foreach (var column in new[] { Before, On, After })
            plan.Sum(Passed, steps.Select(s => Step(column, s)));
        foreach (var column in new[] { WaitingBefore, WaitingOn })
            plan.Sum(Waiting, steps.Select(s => Step(column, s)));
        plan.Sum(Passed, [Down, Same, Up, Without]);
    }

    /// <summary>Every child with a conference: what it adds to each cell of the page.</summary>
    static IEnumerable<List<(string Key, long Adds)>> AddsOf(ConferenceStatistics of, FigureEngine engine, DateOnly today)
    {
        var files = engine.Register.Children.Where(c => c.Conferences.Length > 0).ToDictionary(c => c.Id);
        var mine = of.Children.Select(c => c.Id).ToHashSet();
        var catalogue = engine.Register.Catalogue;
        var districts = of.Districts.Select(d => d.Id).ToHashSet();
        IReadOnlyList<IReadOnlyList<FigurePeriod>> questions =
        [
            [FigurePeriod.Of(of.From, of.To)],
            [.. of.Months.Select(m => FigurePeriod.Of(m.From, m.To))],
        ];
        foreach (var (id, child) in engine.OneByOne(CountedFigures, questions, files.Keys, of.Filter))
        {
            var adds = new List<(string, long)>();
            void Slice(ConferenceSlice slice, int question, int period)
            {
                foreach (var count in Counted.All)
                {
                    var value = child.Adds(count.Of, question, period);
                    adds.Add((Key(slice, count), value));
                    if (count.Whole is { } whole)
                        adds.Add((Key(slice, count) + "/ikke", child.Adds(whole, question, period) - value));
                }
            }
            for (var month = 0; month < of.Months.Count; month++)
                Slice(of.Months[month], 1, month);
            if (mine.Contains(id))
            {
                Slice(of.All, 0, 0);
                foreach (var team in of.Teams)
                    if (child.Teams.Contains(team.Id!.Value))
                        Slice(team, 0, 0);
                foreach (var district in of.Districts)
                    if (district.Id == (districts.Contains(child.District) ? child.District : null))
                        Slice(district, 0, 0);
                foreach (var r in ConferenceStatistics.ReplacedIn([files[id]], catalogue, of.From, of.To))
                    adds.Add((Replaced(r), r.Count));
                var around = ConferenceStatistics.StepsIn([files[id]], catalogue, of.StepsFrom, of.To, today);
                foreach (
                    var (column, values) in new[]
                    {
                        (Before, around.Before),
                        (On, around.On),
                        (After, around.After),
                        (WaitingBefore, around.WaitingBefore),
                        (WaitingOn, around.WaitingOn),
                    }
                )
                    for (var s = 0; s < Ladder.Steps; s++)
                        adds.Add((Step(column, s), values[s]));
                adds.AddRange([
                    (Down, around.Down),
                    (Same, around.Same),
                    (Up, around.Up),
                    (Without, around.WithoutStep),
                    (Passed, around.Passed),
                    (Waiting, around.Waiting),
                ]);
            }
            adds.RemoveAll(x => x.Item2 == 0);
            yield return adds;
        }
    }

    static readonly IReadOnlyList<Figure> CountedFigures = [.. Counted.All.Select(c => c.Of)];
}
