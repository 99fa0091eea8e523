using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Spor.Bench;

/// <summary>Ten people at once, each signed in as another demo person, against a server that runs: from the request to the last byte of the
/// page.</summary>
static partial class Pages
{
    const int Callers = 10,
        Each = 50;

    /// <summary>What counts all children.</summary>
    static readonly (string Name, string Path)[] AfterAnEntry =
    [
        ("Ledelsesinformation", "/ledelse"),
        ("Indsatstrappen", "/trappen"),
        ("Nøgletal", "/noegletal"),
        ("Frister", "/frister"),
        ("Rådslagninger i tal", "/raadslagninger"),
        ("Genopretning", "/genopretning"),
        ("Alle børn", "/boern"),
        ("Underretninger", "/indbakke"),
        ("Min dag", "/min-dag"),
    ];

    public static async Task<int> Run(string url, string[] args)
    {
        Measured.Machine();
        List<Caller> callers = [],
            leaders = [];
        try
        {
            for (var i = 0; i < Callers; i++)
            {
                callers.Add(await Caller.SignIn(new Uri(url), i, leader: false));
                leaders.Add(await Caller.SignIn(new Uri(url), i, leader: true));
            }
            if (!args.Contains("--entries"))
                await Asking(callers, leaders, args);
            foreach (var (name, path) in AfterAnEntry)
                await AfterEntries($"{name}, one caller, the first time after a note on a child", path, leaders[0], Measured.RunsOf(args));
            return 0;
        }
        finally
        {
            foreach (var caller in callers.Concat(leaders))
                caller.Dispose();
        }
    }

    static async Task Asking(List<Caller> callers, List<Caller> leaders, string[] args)
    {
        await Measure("Min dag", callers, c => c.Get("/min-dag"));
        await Measure("Barnet", callers, c => c.Get(c.NextChild()));
        await Measure("Indsatstrappen", leaders, c => c.Get("/trappen"));
        await Measure("Ledelsesinformation", leaders, c => c.Get("/ledelse"));
        await Alone("Ledelsesinformation, one caller, another day and another filter each time", leaders[0]);
        await Measure("Search", leaders, c => c.Search(Measured.Option(args, "--for") ?? "an"));
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
            var took = (
                await Task.WhenAll(
                    callers.Select(async c =>
                    {
                        var mine = new double[Each];
                        for (var i = 0; i < Each; i++)
                        {
                            var start = Stopwatch.GetTimestamp();
                            if (await ask(c) != HttpStatusCode.OK)
                                throw new InvalidOperationException(name + " did not answer 200");
                            mine[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                        }
                        return mine;
                    })
                )
            ).SelectMany(m => m).Order().ToArray();
            if (run >= 0)
                medians.Add(
                    new()
                    {
                        ["median ms"] = took[took.Length / 2],
                        ["95th ms"] = took[took.Length * 95 / 100],
                        ["worst ms"] = took[^1],
                    }
                );
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
                    if (await caller.Get($"/ledelse?{group}&til={day:yyyy-MM-dd}") != HttpStatusCode.OK)
                        throw new InvalidOperationException(name + " did not answer 200");
                    took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }
            took.Sort();
            if (run >= 0)
                runs.Add(
                    new()
                    {
                        ["median ms"] = took[took.Count / 2],
                        ["95th ms"] = took[took.Count * 95 / 100],
                        ["worst ms"] = took[^1],
                    }
                );
        }
        Console.WriteLine("\n" + name);
        Measured.Table(runs);
    }

    /// <summary>A note is written on a child, and then the page is asked for: what changed since must be counted. Twenty times, each on
    /// another child.</summary>
    static async Task AfterEntries(string name, string path, Caller caller, int times)
    {
        var runs = new List<Dictionary<string, double>>();
        for (var run = -1; run < times; run++)
        {
            var took = new List<double>();
            for (var i = 0; i < 20; i++)
            {
                if (await caller.WriteNote(caller.NextChild()) is not HttpStatusCode.Redirect and var status)
                    throw new InvalidOperationException($"A note was answered {(int)status}");
                var start = Stopwatch.GetTimestamp();
                if (await caller.Get(path) != HttpStatusCode.OK)
                    throw new InvalidOperationException(name + " did not answer 200");
                took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
            took.Sort();
            if (run >= 0)
                runs.Add(
                    new()
                    {
                        ["median ms"] = took[took.Count / 2],
                        ["95th ms"] = took[took.Count * 95 / 100],
                        ["worst ms"] = took[^1],
                    }
                );
        }
        Console.WriteLine("\n" + name);
        Measured.Table(runs);
    }

    internal sealed partial class Caller : IDisposable
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
            var people = Person()
                .Matches(page)
                .Select(m => m.Groups[1].Value)
                .Where(p => leader ? p.Contains("leder", StringComparison.Ordinal) : p.StartsWith("medarbejder-", StringComparison.Ordinal))
                .ToList();
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

        /// <summary>The form that has a field, and what it holds already.</summary>
        async Task<(HttpStatusCode Status, string Form, IEnumerable<(string, string)> Kept)> Shown(string path, string field)
        {
            using var shown = await http.GetAsync(path);
            if (shown.StatusCode != HttpStatusCode.OK)
                return (shown.StatusCode, "", []);
            var page = await shown.Content.ReadAsStringAsync();
            var form = page[
                page.LastIndexOf("<form", page.IndexOf($"name=\"{field}\"", StringComparison.Ordinal), StringComparison.Ordinal)..
            ];
            form = form[..form.IndexOf("</form>", StringComparison.Ordinal)];
            var kept = Input()
                .Matches(form)
                .Where(m => new[] { "radio", "checkbox", "\"file\"" }.All(t => !m.Value.Contains(t, StringComparison.Ordinal)))
                .Select(m => (Name().Match(m.Value).Groups[1].Value, WebUtility.HtmlDecode(Value().Match(m.Value).Groups[1].Value)))
                .Where(f => f.Item1.Length > 0);
            return (HttpStatusCode.OK, form, kept);
        }

        /// <summary>A file on the case, by the real form; 302 when it is saved.</summary>
        public async Task<HttpStatusCode> SendFile(string child, string file)
        {
            var (status, _, kept) = await Shown(child + "/dokument/ny", "Way");
            if (status != HttpStatusCode.OK)
                return status;
            using var content = new MultipartFormDataContent();
            foreach (var (name, value) in kept)
                content.Add(new StringContent(value), name);
            content.Add(new StringContent("modtaget"), "Way");
            await using var bytes = File.OpenRead(file);
            content.Add(new StreamContent(bytes, 1 << 16), "Files", Path.GetFileName(file));
            using var answer = await http.PostAsync(child + "/dokument/ny", content);
            return answer.StatusCode;
        }

        /// <summary>Fills in the real form; 302 when it is saved.</summary>
        public async Task<HttpStatusCode> WriteNote(string child)
        {
            var (status, form, kept) = await Shown(child + "/notat", "Body");
            if (status != HttpStatusCode.OK)
                return status;
            return await Post(
                child + "/notat",
                TokenOf(form),
                [
                    .. kept.Where(f => f.Item1 != "__RequestVerificationToken"),
                    ("Kind", "telefonsamtale"),
                    ("Body", "Talte med mor i telefon."),
                ]
            );
        }

        async Task<HttpStatusCode> Post(string path, string token, params (string Name, string Value)[] fields)
        {
            using var form = new FormUrlEncodedContent([
                new("__RequestVerificationToken", token),
                .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)),
            ]);
            using var answer = await http.PostAsync(path, form);
            return answer.StatusCode;
        }

        static string TokenOf(string page) => WebUtility.HtmlDecode(Token().Match(page).Groups[1].Value);

        [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
        private static partial Regex Token();

        [GeneratedRegex("name=\"person\" value=\"([^\"]+)\"")]
        private static partial Regex Person();

        [GeneratedRegex("<input[^>]*>")]
        private static partial Regex Input();

        [GeneratedRegex(" name=\"([^\"]+)\"")]
        private static partial Regex Name();

        [GeneratedRegex(" value=\"([^\"]*)\"")]
        private static partial Regex Value();

        [GeneratedRegex("/barn/[0-9]+")]
        private static partial Regex Child();

        public void Dispose() => http.Dispose();
    }
}
