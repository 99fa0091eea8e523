using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Spor.Bench;

/// <summary>Ten people at once, each signed in as another demo person, against a server that runs: from the request to the last byte of the page.</summary>
static partial class Pages
{
    const int Callers = 10, Each = 50;

    public static async Task<int> Run(string url, string[] args)
    {
        Measured.Machine();
        List<Caller> callers = [], leaders = [];
        try
        {
            for (var i = 0; i < Callers; i++)
            {
                callers.Add(await Caller.SignIn(new Uri(url), i, leader: false));
                leaders.Add(await Caller.SignIn(new Uri(url), i, leader: true));
            }
            await Measure("Min dag", callers, c => c.Get("/min-dag"));
            await Measure("Barnet", callers, c => c.Get(c.NextChild()));
            await Measure("Indsatstrappen", leaders, c => c.Get("/trappen"));
            await Measure("Ledelsesinformation", leaders, c => c.Get("/ledelse"));
            await Alone("Ledelsesinformation, one caller, after an entry or with another filter each time", leaders[0]);
            await Measure("Search", leaders, c => c.Search(Measured.Option(args, "--for") ?? "an"));
            return 0;
        }
        finally { foreach (var caller in callers.Concat(leaders)) caller.Dispose(); }
    }

    static async Task Measure(string name, List<Caller> callers, Func<Caller, Task<HttpStatusCode>> ask)
    {
        var status = await ask(callers[0]);
        if (status != HttpStatusCode.OK)
        {
            Console.WriteLine($"{name}: {(int)status}, not measured");
            return;
        }
        var medians = new List<Dictionary<string, double>>();
        for (var run = -1; run < Measured.Runs; run++)
        {
            var took = (await Task.WhenAll(callers.Select(async c =>
            {
                var mine = new double[Each];
                for (var i = 0; i < Each; i++)
                {
                    var start = Stopwatch.GetTimestamp();
                    if (await ask(c) != HttpStatusCode.OK) throw new InvalidOperationException(name + " did not answer 200");
                    mine[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                }
                return mine;
            }))).SelectMany(m => m).Order().ToArray();
            if (run >= 0) medians.Add(new() { ["median ms"] = took[took.Length / 2], ["95th ms"] = took[took.Length * 95 / 100], ["worst ms"] = took[^1] });
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{name}: {Callers} callers, {Each} requests each"));
        Measured.Table(medians);
    }

    /// <summary>One caller, each time a question that nobody has asked before, so that nothing is remembered.</summary>
    static async Task Alone(string name, Caller caller)
    {
        var runs = new List<Dictionary<string, double>>();
        string[] groups = ["alder=0-5", "alder=6-13", "alder=14-17", "alder=18-22", "koen=pige", "koen=dreng", "maalgruppe=udsat"];
        var day = new DateOnly(2026, 10, 30);
        for (var run = -1; run < Measured.Runs; run++)
        {
            var took = new List<double>();
            foreach (var group in groups)
                for (var i = 0; i < 4; i++)
                {
                    day = day.AddDays(-1);
                    var start = Stopwatch.GetTimestamp();
                    if (await caller.Get($"/ledelse?{group}&til={day:yyyy-MM-dd}") != HttpStatusCode.OK) throw new InvalidOperationException(name + " did not answer 200");
                    took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }
            took.Sort();
            if (run >= 0) runs.Add(new() { ["median ms"] = took[took.Count / 2], ["95th ms"] = took[took.Count * 95 / 100], ["worst ms"] = took[^1] });
        }
        Console.WriteLine("\n" + name);
        Measured.Table(runs);
    }

    sealed partial class Caller : IDisposable
    {
        readonly HttpClient http;
        string[] children = [];
        string token = "";
        int next;

        Caller(Uri url) => http = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = url };

        public static async Task<Caller> SignIn(Uri url, int number, bool leader)
        {
            var caller = new Caller(url);
            var page = await caller.http.GetStringAsync("/log-ind");
            var people = Person().Matches(page).Select(m => m.Groups[1].Value).Where(p => p.Contains("leder", StringComparison.Ordinal) == leader).ToList();
            await caller.Post("/log-ind", TokenOf(page), ("person", people[leader ? 0 : number % people.Count]));
            page = await caller.http.GetStringAsync("/boern");
            caller.token = TokenOf(page);
            caller.children = [.. Child().Matches(page).Select(m => m.Value).Distinct()];
            return caller;
        }

        public string NextChild() => children[next++ % children.Length];

        public async Task<HttpStatusCode> Get(string path)
        {
            using var answer = await http.GetAsync(path);
            return answer.StatusCode;
        }

        public Task<HttpStatusCode> Search(string text) => Post("/boern/soeg", token, ("q", text));

        async Task<HttpStatusCode> Post(string path, string token, (string, string) field)
        {
            using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new(field.Item1, field.Item2)]);
            using var answer = await http.PostAsync(path, form);
            return answer.StatusCode;
        }

        static string TokenOf(string page) => WebUtility.HtmlDecode(Token().Match(page).Groups[1].Value);

        [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")] private static partial Regex Token();
        [GeneratedRegex("name=\"person\" value=\"([^\"]+)\"")] private static partial Regex Person();
        [GeneratedRegex("/barn/[0-9]+")] private static partial Regex Child();

        public void Dispose() => http.Dispose();
    }
}
