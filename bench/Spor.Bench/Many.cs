using System.Diagnostics;
using System.Globalization;
using Spor.Figures;
using Spor.Web.Access;
using Spor.Web.Many;

namespace Spor.Bench;

/// <summary>Many municipalities in one process: the largest open at once, one that was closed, and what all publish together.</summary>
static class Many
{
    public static async Task<int> Run(string root, string[] args)
    {
        Measured.Machine();
        var ten = int.Parse(Measured.Option(args, "--open") ?? "10", CultureInfo.InvariantCulture);
        var listed = MunicipalityList
            .Read(root)
            .Municipalities.OrderByDescending(m => new FileInfo(Path.Combine(MunicipalityList.FolderOf(root, m), "spor.db")).Length)
            .ToList();
        foreach (var one in listed)
            await File.WriteAllTextAsync(
                Path.Combine(MunicipalityList.FolderOf(root, one), Settings.FileName),
                $$"""{ "address": "https://{{one.Host}}", "signIn": { "authority": "https://login.example", "clientId": "spor" } }"""
            );
        await using var app = ManyHost.Build(root, 0);
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()), Timeout = TimeSpan.FromMinutes(5) };
        var opening = new List<double>();
        foreach (var one in listed.Take(ten))
            opening.Add(await Ready(http, one.Host));
        var told = string.Join(", ", opening.Select(o => o.ToString("0.0", CultureInfo.InvariantCulture)));
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{listed.Count} municipalities; the {ten} largest opened one after the other, s until ready: {told}"
            )
        );
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
        await Task.Delay(2000);
        Console.WriteLine($"memory with those open, MB: {Environment.WorkingSet >> 20} now, {Measured.PeakMb():0} at most");
        var cold = listed[listed.Count / 2];
        var took = await Ready(http, cold.Host);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"the middle one, cold, s until ready: {took:0.00}"));
        await app.StopAsync();

        NationalTable? table = null;
        var gathered = Measured.Seconds(() => table = NationalTable.Gather(root, TimeProvider.System));
        table!.Write(root);
        var runs = new List<Dictionary<string, double>>();
        for (var i = 0; i < Measured.Runs; i++)
        {
            var months = 0;
            var read = Measured.Seconds(() => months = NationalTable.Read(root)!.ByMonth(LadderFigures.OnLadder.Code).Count());
            runs.Add(new() { ["s"] = read, ["months"] = months });
        }
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"\nall {listed.Count} gathered in {gathered:0} s; the national ladder by month:")
        );
        Measured.Table(runs);
        return 0;
    }

    static async Task<double> Ready(HttpClient http, string host)
    {
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/sundhed/status") { Headers = { Host = host } };
            using var answer = await http.SendAsync(request);
            if ((await answer.Content.ReadAsStringAsync()).Contains("\"code\":\"ready\",\"ok\":true", StringComparison.Ordinal))
                return Stopwatch.GetElapsedTime(start).TotalSeconds;
            await Task.Delay(20);
        }
    }
}
