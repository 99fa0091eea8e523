using Spor.Figures.Disclosure;

namespace Spor.Tests;

/// <summary>Many random small tables, and a reader who does all the sums there are.</summary>
public class SuppressionTests
{
    static CountCell Cell(string key, int[] atoms, params int[] of)
    {
        var weights = new long[atoms.Length];
        // A kind that nobody is of is not there, as in the report: the reader may know that too.
        foreach (var a in of)
            weights[a] = atoms[a] > 0 ? 1 : 0;
        var value = of.Sum(a => atoms[a]);
        return new(key, value, value, weights, of.Length, true);
    }

    [Fact]
    public void In_a_table_with_a_total_every_small_count_could_still_be_another()
    {
        var random = new Random(5);
        var hiddenTables = 0;
        var tables = Heavy.Times(2000, atLeast: 100);
        for (var n = 0; n < tables; n++)
        {
            int[] atoms = [.. Enumerable.Range(0, 4).Select(_ => random.Next(3) == 0 ? random.Next(5) : random.Next(14))];
            var parts = atoms.Select((_, i) => Cell("p" + i, atoms, i)).ToList();
            var total = Cell("total", atoms, 0, 1, 2, 3);
            Suppression.Apply([.. parts, total], [new("total", [.. parts.Select(p => p.Key)])]);
            if (parts.Any(p => p.Hidden))
                hiddenTables++;
            if (total.Hidden)
                continue;
            // What the reader knows: shown counts, their total, and of each hidden one whether it is small.
            var possible = parts.Select(_ => new HashSet<int>()).ToArray();
            var left = (int)total.Value - parts.Where(p => !p.Hidden).Sum(p => (int)p.Value);
            var open = parts.Where(p => p.Hidden).ToList();
            void Try(int at, int rest, List<int> chosen)
            {
                if (at == open.Count)
                {
                    if (rest == 0)
                        for (var i = 0; i < open.Count; i++)
                            possible[parts.IndexOf(open[i])].Add(chosen[i]);
                    return;
                }
                for (var v = open[at].IsSmall ? 1 : 5; v <= (open[at].IsSmall ? 4 : rest); v++)
                    Try(at + 1, rest - v, [.. chosen, v]);
            }
            Try(0, left, []);
            for (var i = 0; i < parts.Count; i++)
            {
                if (parts[i].Value is > 0 and < 5)
                    Assert.True(parts[i].Hidden);
                if (parts[i].IsSmall)
                    Assert.True(possible[i].Count > 1, $"{string.Join(' ', atoms)}: part {i} must be {parts[i].Value}");
            }
        }
        Assert.InRange(hiddenTables, tables / 4, tables - 1);
    }

    [Fact]
    public void No_sum_or_difference_of_shown_counts_is_a_small_one()
    {
        var random = new Random(9);
        var hidden = 0;
        for (var n = 0; n < Heavy.Times(1000); n++)
        {
            // Five kinds of children counted in tables that cut across each other, with counts that are in no table.
            int[] atoms = [.. Enumerable.Range(0, 5).Select(_ => random.Next(9))];
            var cells = new List<CountCell>
            {
                Cell("a", atoms, 0),
                Cell("b", atoms, 1),
                Cell("c", atoms, 2),
                Cell("d", atoms, 3),
                Cell("e", atoms, 4),
                Cell("all", atoms, 0, 1, 2, 3, 4),
                Cell("ab", atoms, 0, 1),
                Cell("cde", atoms, 2, 3, 4),
                Cell("bc", atoms, 1, 2),
                Cell("ade", atoms, 0, 3, 4),
            };
            Suppression.Apply(cells, [new("all", ["a", "b", "c", "d", "e"]), new("all", ["ab", "cde"]), new("all", ["bc", "ade"])]);
            var shown = cells.Where(c => !c.Hidden && c.Value > 0).ToArray();
            var small = cells.Where(c => c.IsSmall).ToArray();
            hidden += small.Length;
            Assert.All(small, c => Assert.True(c.Hidden));
            // Every way to add and subtract them, tried one after the other.
            var signs = new int[shown.Length];
            for (var combination = 0; combination < Math.Pow(3, shown.Length); combination++)
            {
                var rest = combination;
                for (var i = 0; i < signs.Length; i++, rest /= 3)
                    signs[i] = rest % 3 - 1;
                foreach (var c in small)
                {
                    var same = true;
                    for (var a = 0; a < atoms.Length && same; a++)
                    {
                        long sum = 0;
                        for (var i = 0; i < signs.Length; i++)
                            sum += signs[i] * shown[i].Weights[a];
                        same = sum == c.Weights[a];
                    }
                    Assert.False(
                        same,
                        $"{string.Join(' ', atoms)}: {c.Key} = {string.Join(" ", shown.Select((s, i) => $"{signs[i]}·{s.Key}"))}"
                    );
                }
            }
        }
        Assert.True(hidden > Heavy.Times(1000) / 3);
    }

    [Fact]
    public void A_guarded_count_is_hidden_with_company_though_it_is_large()
    {
        int[] atoms = [20, 30, 40];
        var cells = new[] { Cell("a", atoms, 0), Cell("b", atoms, 1), Cell("c", atoms, 2), Cell("all", atoms, 0, 1, 2) };
        cells[0].Guarded = true;
        Suppression.Apply(cells, [new("all", ["a", "b", "c"])]);
        Assert.Equal([true, true, false, false], cells.Select(c => c.Hidden));
    }
}
