using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;

namespace Spor.Bench;

/// <summary>Many large files sent at once, each by another person to another child: how much more memory the server holds at most, from
/// outside the process, and how long it takes. What cannot be pressed is sent, so that nothing is small by chance.</summary>
static class Uploads
{
    public static async Task<int> Run(string url, string[] args)
    {
        Measured.Machine();
        var files = int.Parse(Measured.Option(args, "--files") ?? "10", CultureInfo.InvariantCulture);
        var size = (long)(double.Parse(Measured.Option(args, "--mb") ?? "50", CultureInfo.InvariantCulture) * (1 << 20));
        if (Measured.Option(args, "--pid") is not { } process)
        {
            Console.Error.WriteLine("--pid P: the server's process");
            return 2;
        }
        var callers = new List<Pages.Caller>();
        for (var i = 0; i < files; i++)
            callers.Add(await Pages.Caller.SignIn(new Uri(url), i, leader: false));
        var folder = Directory.CreateTempSubdirectory("spor-uploads-").FullName;
        var runs = new List<Dictionary<string, double>>();
        try
        {
            var file = Path.Combine(folder, "stor.bin");
            Fill(file, size);
            for (var run = 0; run < Measured.RunsOf(args); run++)
            {
                var before = Rss(process);
                var (peak, done) = (before, false);
                var watching = Task.Run(async () =>
                {
                    while (!Volatile.Read(ref done))
                    {
                        peak = Math.Max(peak, Rss(process));
                        await Task.Delay(20);
                    }
                });
                var clock = Stopwatch.StartNew();
                var answers = await Task.WhenAll(callers.Select(c => c.SendFile(c.NextChild(), file)));
                clock.Stop();
                Volatile.Write(ref done, true);
                await watching;
                if (answers.FirstOrDefault(a => a != HttpStatusCode.Redirect) is var wrong && wrong != default)
                    throw new InvalidOperationException($"A file was not saved: {(int)wrong}");
                runs.Add(
                    new()
                    {
                        ["seconds"] = clock.Elapsed.TotalSeconds,
                        ["before MB"] = before / 1024.0,
                        ["peak MB"] = peak / 1024.0,
                        ["more MB"] = (peak - before) / 1024.0,
                    }
                );
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
            callers.ForEach(c => c.Dispose());
        }
        Console.WriteLine($"{files} files of {size >> 20} MB at once");
        Measured.Table(runs);
        return 0;
    }

    static void Fill(string file, long size)
    {
        using var to = File.Create(file);
        var piece = new byte[1 << 20];
        for (var left = size; left > 0; left -= piece.Length)
        {
            RandomNumberGenerator.Fill(piece);
            to.Write(piece.AsSpan(0, (int)Math.Min(left, piece.Length)));
        }
    }

    /// <summary>What the process holds now, kB.</summary>
    static long Rss(string process)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line[6..^3], CultureInfo.InvariantCulture);
    }
}
