using System.Globalization;
using Spor.Facts;
using Spor.Import;
using Spor.Insight;
using Spor.Requirements;

namespace Spor.Bench;

/// <summary>What is computed from a register in memory: no database. One run first that does not count, for the compiler.</summary>
static class InMemory
{
    static Register Read(string dir, out DateOnly day)
    {
        Measured.Machine();
        using var source = ExtractSource.At(dir);
        var extract = Extract.Read(source, new NothingKnown(), new SourceHash(new byte[32]));
        day = extract.Day!.Value;
        var register = extract.ToRegister();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"extract: {dir}, {extract.Rows:N0} rows, {register.Children.Count:N0} children, at {day:yyyy-MM-dd}"));
        return register;
    }

    public static int Requirements(string dir)
    {
        var register = Read(dir, out var day);
        List<Requirement> found = [];
        var runs = new List<Dictionary<string, double>>();
        for (var i = -1; i < Measured.Runs; i++)
        {
            GC.Collect();
            var before = GC.GetTotalAllocatedBytes(true);
            var seconds = Measured.Seconds(() => found = Derive.All(register, day));
            if (i >= 0) runs.Add(new() { ["all s"] = seconds, ["allocated MB"] = (GC.GetTotalAllocatedBytes(true) - before) / 1048576.0 });
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{found.Count:N0} requirements"));
        Measured.Table(runs);
        return 0;
    }

    public static int MonthEnds(string dir)
    {
        var register = Read(dir, out var day);
        var days = Enumerable.Range(1, 119).Select(i => new DateOnly(day.Year, day.Month, 1).AddMonths(i - 119).AddDays(-1)).Append(day).ToList();
        var runs = new List<Dictionary<string, double>>();
        for (var i = -1; i < Measured.Runs; i++)
        {
            Timeline timeline = null!;
            GC.Collect();
            var build = Measured.Seconds(() => timeline = new Timeline(register));
            var at = Measured.Seconds(() => timeline.At(days));
            if (i >= 0) runs.Add(new() { ["build s"] = build, ["month-ends s"] = at });
        }
        Console.WriteLine($"{days.Count} days, {days[0]:yyyy-MM-dd} to {days[^1]:yyyy-MM-dd}");
        Measured.Table(runs);
        return 0;
    }
}
