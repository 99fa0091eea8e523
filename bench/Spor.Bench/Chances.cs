using System.Globalization;
using Spor.Economy;

namespace Spor.Bench;

/// <summary>How often a change is called one where there is none, and found where there is. The intervals of the comparison of
/// districts: how long they take, and whether they hold what they say.</summary>
static class Chances
{
    /// <summary>Every kind of figure without change and with a fall of a tenth (<c>measures.md</c> 5).</summary>
    /// <returns>1 where one of them is outside what is promised.</returns>
    public static int Called(string[] rest)
    {
        var runs = rest is ["--runs", var n, ..] ? int.Parse(n, CultureInfo.InvariantCulture) : 10_000;
        var most = ChanceTrials.MostOf(runs);
        var kept = true;
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{runs} runs. Without change, called a change in (at most {most}):")
        );
        foreach (var (name, isCalled) in ChanceTrials.WithoutChange)
        {
            var called = ChanceTrials.Times(isCalled, runs);
            kept &= called <= most;
            Say(name, string.Create(CultureInfo.InvariantCulture, $"{called, 6}"), called <= most);
        }
        Console.WriteLine("A fall of 10 % in 400 independent children, found in (exact power, less 2 points):");
        foreach (var (name, isFound, power) in ChanceTrials.TenthLess)
        {
            var (found, can) = (ChanceTrials.Times(isFound, runs), power());
            var enough = found >= (can - ChanceTrials.Slack) * runs;
            kept &= enough;
            Say(name, string.Create(CultureInfo.InvariantCulture, $"{100.0 * found / runs:0.0} % ({100 * can:0.0} %)"), enough);
        }
        return kept ? 0 : 1;

        static void Say(string name, string value, bool kept) => Console.WriteLine($"  {name, -66} {value} {(kept ? "yes" : "NO")}");
    }

    /// <summary>The difference in differences of an extract with its intervals, 2,000 draws.</summary>
    public static int Bootstrap(string dir)
    {
        var register = InMemory.Read(dir, out var day);
        var books = new Books(register, day, day.AddYears(-1));
        if (register.Districts.Count == 0)
        {
            Console.Error.WriteLine("the extract has no districts");
            return 1;
        }
        var runs = new List<Dictionary<string, double>>();
        for (var i = -1; i < Measured.Runs; i++)
        {
            GC.Collect();
            DistrictEvaluation? evaluation = null;
            var sums = Measured.Seconds(() => evaluation = DistrictEvaluation.Of(books));
            var draws = Measured.Seconds(() => _ = evaluation!.Estimates());
            if (i >= 0)
                runs.Add(new() { ["sums s"] = sums, ["2,000 draws s"] = draws });
        }
        Measured.Table(runs);
        return 0;
    }

    /// <summary>Made-up families with a planted effect, and with none: how often the interval holds what was planted.</summary>
    public static int Planted(string[] rest)
    {
        var seeds = rest is ["--seeds", var n, ..] ? int.Parse(n, CultureInfo.InvariantCulture) : 1000;
        int covered = 0,
            excluded = 0;
        for (var seed = 0; seed < seeds; seed++)
        {
            var with = DistrictEvaluation.Of(Families(seed, .1)).Estimates((ulong)seed)[0];
            covered += with.Low <= -10 && -10 <= with.High ? 1 : 0;
            excluded += DistrictEvaluation.Of(Families(seed, 0)).Estimates((ulong)seed)[0].Tells ? 1 : 0;
        }
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"seeds {seeds}: ten in a hundred fewer is covered in {covered} (of 1,000: 930 to 970); "
                    + $"with none 0 is excluded in {excluded} (of 1,000: at most 70)"
            )
        );
        return 0;
    }

    /// <summary>Families of one or two children, a quarter of them in model districts; there fewer are placed afterwards.</summary>
    static List<(bool, int, int, int, int)> Families(int seed, double less)
    {
        var dice = new Random(seed);
        var families = new List<(bool, int, int, int, int)>();
        for (var i = 0; i < 1200; i++)
        {
            var (model, children) = (i % 4 == 0, 1 + dice.Next(2));
            int Placed(double rate) => Enumerable.Range(0, children).Count(_ => dice.NextDouble() < rate);
            families.Add((model, children, Placed(.2), children, Placed(model ? .2 - less : .2)));
        }
        return families;
    }
}
