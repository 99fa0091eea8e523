using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Spor.Bench;

/// <summary>A department at work: many people signed in, each with one thing to do every ten seconds on average, seven of ten times a page,
/// two a search, one a note that is saved.</summary>
static class Load
{
    const double EverySeconds = 10;

    static readonly string[] Pages = ["/min-dag", "/min-dag", "/boern", "/indbakke", "/frister", ""],
        LeadersPages = ["/min-dag", "/trappen", "/ledelse", "/fordeling", "/noegletal", ""];

    public static async Task<int> Run(string url, string[] args)
    {
        Measured.Machine();
        var people = int.Parse(Measured.Option(args, "--people") ?? "300", CultureInfo.InvariantCulture);
        var minutes = double.Parse(Measured.Option(args, "--minutes") ?? "15", CultureInfo.InvariantCulture);
        var process = Measured.Option(args, "--pid");
        var callers = new List<Spor.Bench.Pages.Caller>();
        for (var i = 0; i < people; i++)
            callers.Add(await Spor.Bench.Pages.Caller.SignIn(new Uri(url), i, leader: i % 20 == 0));
        Console.WriteLine($"{people} signed in");
        var took = new ConcurrentBag<(string Kind, double Ms)>();
        var errors = new ConcurrentDictionary<string, int>();
        var memory = new List<long>();
        using var end = new CancellationTokenSource(TimeSpan.FromMinutes(minutes));
        var watching = Watch(process, memory, end.Token);
        await Task.WhenAll(callers.Select((c, i) => Work(c, i, took, errors, end.Token)));
        await watching;
        Console.WriteLine("what          times    median       p95       p99     worst   ms");
        foreach (var kind in took.GroupBy(t => t.Kind).OrderBy(k => k.Key, StringComparer.Ordinal).Append(All(took)))
        {
            var ms = kind.Select(t => t.Ms).Order().ToArray();
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{kind.Key, -12}{ms.Length, 7}{At(ms, 0.5), 10:0}{At(ms, 0.95), 10:0}{At(ms, 0.99), 10:0}{ms[^1], 10:0}"
                )
            );
        }
        Console.WriteLine("errors: " + (errors.IsEmpty ? "none" : string.Join(", ", errors.Select(e => $"{e.Key} {e.Value}"))));
        if (memory.Count > 0)
            Console.WriteLine($"memory of the server, MB: {memory[0]} at first, {memory[^1]} at last, {memory.Max()} at most");
        callers.ForEach(c => c.Dispose());
        return errors.IsEmpty ? 0 : 1;
    }

    static IGrouping<string, (string Kind, double Ms)> All(IEnumerable<(string Kind, double Ms)> took) => took.GroupBy(_ => "all").First();

    static double At(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];

    static async Task Work(
        Spor.Bench.Pages.Caller caller,
        int number,
        ConcurrentBag<(string, double)> took,
        ConcurrentDictionary<string, int> errors,
        CancellationToken end
    )
    {
        var random = new Random(number);
        while (true)
        {
            try
            {
                await Task.Delay(TimeSpan.FromSeconds(-Math.Log(1 - random.NextDouble()) * EverySeconds), end);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            var what = random.Next(10);
            var pages = number % 20 == 0 ? LeadersPages : Pages;
            var page = pages[random.Next(pages.Length)];
            var (kind, ask, wanted) = what switch
            {
                < 7 => ("page", () => caller.Get(page.Length == 0 ? caller.NextChild() : page), HttpStatusCode.OK),
                < 9 => ("search", () => caller.Search("an"), HttpStatusCode.OK),
                _ => ("note", (Func<Task<HttpStatusCode>>)(() => caller.WriteNote(caller.NextChild())), HttpStatusCode.Redirect),
            };
            var start = Stopwatch.GetTimestamp();
            string? wrong = null;
            try
            {
                var status = await ask();
                // A child that is protected, or whose case is closed, opens on more than a click; that is an answer too.
                if (status != wanted && status != HttpStatusCode.Forbidden)
                    wrong = $"{kind} {(int)status}";
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException or ArgumentOutOfRangeException)
            {
                wrong = $"{kind} {e.GetType().Name}";
            }
            if (wrong is null)
                took.Add((kind, Stopwatch.GetElapsedTime(start).TotalMilliseconds));
            else
                errors.AddOrUpdate(wrong, 1, (_, n) => n + 1);
        }
    }

    /// <summary>The server's resident memory, every ten seconds.</summary>
    static async Task Watch(string? process, List<long> memory, CancellationToken end)
    {
        if (process is null)
            return;
        try
        {
            while (true)
            {
                await Task.Delay(TimeSpan.FromSeconds(10), end);
                var line = File.ReadLines($"/proc/{process}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
                memory.Add(long.Parse(line[6..^3], CultureInfo.InvariantCulture) / 1024);
            }
        }
        catch (OperationCanceledException)
        {
            // The time is up.
        }
    }
}
