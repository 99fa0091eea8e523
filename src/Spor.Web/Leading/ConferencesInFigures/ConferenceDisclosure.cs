using Spor.Facts;
using Spor.Insight;
using Spor.Interventions;

namespace Spor.Web.Leading.ConferencesInFigures;

/// <summary>
/// Which counts of the page must be hidden from those who may not see the children behind (<c>measures.md</c>, Small groups): those on fewer than five
/// children, and as many more as it takes so that no sum or difference gives one away. Those who said no, whose plan was refused and so on are not shown,
/// and must not be worked out either.
/// </summary>
public sealed class ConferenceDisclosure
{
    readonly Dictionary<string, CountCell> cells = [];

    public bool Hides(string key) => cells.TryGetValue(key, out var cell) && cell.Hidden;

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
    /// With more kinds of children than this the sums are too many to try. Then the months are looked at, and teams and districts are hidden whole: no
    /// municipality comes near it.
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

    public ConferenceDisclosure(ConferenceStatistics of, Catalogue catalogue, DateOnly today)
    {
        IReadOnlyList<ConferenceSlice> slices = [of.All, .. of.Months, .. of.Teams, .. of.Districts];
        var members = slices.Select(s => s.Children.Where(c => c.Conferences.Length > 0).Select(c => c.Id).ToHashSet()).ToList();
        var children = slices.SelectMany(s => s.Children).Where(c => c.Conferences.Length > 0).DistinctBy(c => c.Id).ToList();
        var counts = Counted.All;
        var keys = new List<(string Key, int Rank, bool Shown)>();
        foreach (var slice in slices)
        {
            var rank = slice.Kind switch
            {
                SliceKind.All => 6,
                SliceKind.Month => 1,
                _ => 3,
            };
            foreach (var count in counts)
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
        var at = keys.Select((k, i) => (k.Key, i)).ToDictionary(k => k.Key, k => k.i);

        // Children alike in every count are one kind.
        var kinds = new Dictionary<string, (long[] Of, int Children)>();
        foreach (var file in children)
        {
            var weights = WeightsOf(file, of, slices, members, catalogue, today, at);
            if (Array.TrueForAll(weights, w => w == 0))
                continue;
            var name = string.Join(',', weights);
            kinds[name] = kinds.TryGetValue(name, out var known) ? (known.Of, known.Children + 1) : (weights, 1);
        }
        var all = kinds.Values.ToArray();
        var many = all.Length > MostKinds;
        for (var k = 0; k < keys.Count; k++)
        {
            var cell = k;
            var weights = Array.ConvertAll(all, kind => kind.Of[cell]);
            cells[keys[k].Key] = new(
                keys[k].Key,
                all.Sum(kind => kind.Of[cell] * kind.Children),
                all.Sum(kind => kind.Of[cell] == 0 ? 0 : kind.Children),
                weights,
                keys[k].Rank,
                keys[k].Shown
            );
        }
        if (many)
            foreach (var slice in slices.Where(s => s.Kind is SliceKind.Team or SliceKind.District))
                HideWhole(slice);
        Suppression.Apply(
            [.. cells.Values],
            [.. Groups(of, many ? [.. slices.Where(s => s.Kind is SliceKind.All or SliceKind.Month)] : slices, many ? [] : of.Districts)]
        );
    }

    /// <summary>Hidden, and of no help to work anything out.</summary>
    void HideWhole(ConferenceSlice slice)
    {
        foreach (var count in Counted.All)
        {
            if (count.Whole is not null)
                cells.Remove(Key(slice, count) + "/ikke");
            var cell = cells[Key(slice, count)];
            cells[cell.Key] = cell with { Rests = 0, Value = 0, Weights = new long[cell.Weights.Length] };
            cells[cell.Key].Hidden = true;
        }
    }

    IEnumerable<CountGroup> Groups(ConferenceStatistics of, IReadOnlyList<ConferenceSlice> slices, IReadOnlyList<ConferenceSlice> districts)
    {
        foreach (var count in Counted.All)
        {
            if (count.Whole is { } whole)
                foreach (var slice in slices)
                    yield return new(Key(slice, Counted.Find(whole)), [Key(slice, count), Key(slice, count) + "/ikke"]);
            // Months and districts add up, unless the group has changed between months.
            foreach (var part in new[] { of.Months, districts })
                if (part.Count > 0 && cells[Key(of.All, count)].Value == part.Sum(s => cells[Key(s, count)].Value))
                    yield return new(Key(of.All, count), [.. part.Select(s => Key(s, count))]);
        }
        if (of.Replaced.Count > 0)
            yield return new(Key(of.All, Counted.Find(KeyFigures.ConferencesReplaced)), [.. of.Replaced.Select(Replaced)]);
        var steps = Enumerable.Range(0, Ladder.Steps).ToArray();
        foreach (var column in new[] { Before, On, After })
            yield return new(Passed, [.. steps.Select(s => Step(column, s))]);
        foreach (var column in new[] { WaitingBefore, WaitingOn })
            yield return new(Waiting, [.. steps.Select(s => Step(column, s))]);
        yield return new(Passed, [Down, Same, Up, Without]);
    }

    static long[] WeightsOf(
        ChildFile file,
        ConferenceStatistics of,
        IReadOnlyList<ConferenceSlice> slices,
        List<HashSet<long>> members,
        Catalogue catalogue,
        DateOnly today,
        Dictionary<string, int> at
    )
    {
        var weights = new long[at.Count];
        for (var i = 0; i < slices.Count; i++)
        {
            if (!members[i].Contains(file.Id))
                continue;
            var figures = Flows.ConferencesIn([file], slices[i].From.AddDays(-1), slices[i].To);
            foreach (var count in Counted.All)
            {
                var value = count.Value(figures);
                weights[at[Key(slices[i], count)]] = value;
                if (count.Whole is { } whole)
                    weights[at[Key(slices[i], count) + "/ikke"]] = Counted.Find(whole).Value(figures) - value;
            }
        }
        if (!members[0].Contains(file.Id))
            return weights;
        foreach (var r in ConferenceStatistics.ReplacedIn([file], catalogue, of.From, of.To))
            weights[at[Replaced(r)]] = r.Count;
        var around = ConferenceStatistics.StepsIn([file], catalogue, of.StepsFrom, of.To, today);
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
                weights[at[Step(column, s)]] = values[s];
        foreach (
            var (key, value) in new[]
            {
                (Down, around.Down),
                (Same, around.Same),
                (Up, around.Up),
                (Without, around.WithoutStep),
                (Passed, around.Passed),
                (Waiting, around.Waiting),
            }
        )
            weights[at[key]] = value;
        return weights;
    }
}
