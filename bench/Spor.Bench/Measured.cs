using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Spor.Bench;

/// <summary>Runs a measurement five times and prints each run and the median.</summary>
static class Measured
{
    public const string Inner = "--inner";
    public const int Runs = 5;

    public static string? Option(string[] args, string name) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

    public static int RunsOf(string[] args) => int.Parse(Option(args, "--runs") ?? "5", CultureInfo.InvariantCulture);

    public static void Machine()
    {
        var total = File.ReadLines("/proc/meminfo").First(l => l.StartsWith("MemTotal:", StringComparison.Ordinal));
        var load = File.ReadAllText("/proc/loadavg").Split(' ')[0];
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"machine: {Environment.ProcessorCount} cores, "
                    + $"{long.Parse(total[9..^3], CultureInfo.InvariantCulture) / 1048576.0:0.0} GB memory, load before {load}; .NET "
                    + $"{Environment.Version}"
            )
        );
    }

    /// <summary>Peak resident memory of this process, MB.</summary>
    public static double PeakMb()
    {
        var line = File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line[6..^3], CultureInfo.InvariantCulture) / 1024.0;
    }

    public static double Seconds(Action work)
    {
        var clock = Stopwatch.StartNew();
        work();
        return clock.Elapsed.TotalSeconds;
    }

    /// <summary>Prints the runs as a table, one column per figure, and the median of each column.</summary>
    public static void Table(IReadOnlyList<Dictionary<string, double>> runs)
    {
        var names = runs[0].Keys.ToList();
        Console.WriteLine("run     " + string.Concat(names.Select(n => n.PadLeft(Wide(n)))));
        for (var i = 0; i < runs.Count; i++)
            Console.WriteLine($"{i + 1, -8}" + string.Concat(names.Select(n => Number(runs[i][n]).PadLeft(Wide(n)))));
        Console.WriteLine("median  " + string.Concat(names.Select(n => Number(Median([.. runs.Select(r => r[n])])).PadLeft(Wide(n)))));
    }

    static int Wide(string name) => Math.Max(name.Length, 8) + 2;

    static string Number(double value) =>
        value.ToString(
            value >= 100 ? "0"
                : value >= 1 ? "0.00"
                : "0.0000",
            CultureInfo.InvariantCulture
        );

    public static double Median(double[] values)
    {
        Array.Sort(values);
        return values.Length % 2 == 1 ? values[values.Length / 2] : (values[values.Length / 2 - 1] + values[values.Length / 2]) / 2;
    }

    /// <summary>Runs one measurement in a process of its own: nothing compiled, no memory left from the run before.</summary>
    public static Dictionary<string, double> InOwnProcess(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var arg in (string[])["exec", Path.Combine(AppContext.BaseDirectory, "Spor.Bench.dll"), Inner, .. args])
            start.ArgumentList.Add(arg);
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException(string.Join(' ', args) + " ended with " + process.ExitCode + "\n" + output);
        var figures = JsonSerializer.Deserialize<Dictionary<string, double>>(output)!;
        figures["process s"] = clock.Elapsed.TotalSeconds;
        return figures;
    }

    public static int RunInner(string[] args)
    {
        var figures = args switch
        {
            ["import", var dir, var data, .. var rest] => Imports.Once(dir, data, Option(rest, "--postgres")),
            ["coldstart", var data, .. var rest] => Stored.ColdStartOnce(data, Option(rest, "--postgres")),
            _ => throw new ArgumentException(string.Join(' ', args)),
        };
        figures["cpu s"] = Environment.CpuUsage.TotalTime.TotalSeconds;
        Console.WriteLine(JsonSerializer.Serialize(figures));
        return 0;
    }
}
