// The guide's pictures; tools/make-pictures starts the demo and runs this.
//   dotnet run tools/pictures.cs -- ADDRESS CHROMIUM ROOT OUT [picture …]
#:package Microsoft.Playwright
#:property RestorePackagesWithLockFile=false
#:property AnalysisMode=None
#:property EnforceCodeStyleInBuild=false
#:property PublishAot=false
using Microsoft.Playwright;

var (address, chromium, root, to) = (args[0], args[1], args[2], args[3]);
var wanted = args[4..];

using var playwright = await Playwright.CreateAsync();
await using var browser = await playwright.Chromium.LaunchAsync(
    new()
    {
        ExecutablePath = chromium,
        Args =
        [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ],
    }
);

// The name of the picture, the person who looks, how high it is (0 = the whole page), and what is done to get there.
await Take("log-ind", null, 620, page => page.GotoAsync(address + "/log-ind"));
await Take("min-dag", "Lauge Iversholm", 900, page => page.GotoAsync(address + "/min-dag"));
await Take("trappen", "leder", 1080, page => page.GotoAsync(address + "/trappen"));
await Take("boern", "leder", 900, page => page.GotoAsync(address + "/boern"));
await Take("sager", "leder", 1000, page => page.GotoAsync(address + "/sager"));
await Take(
    "frister",
    "leder",
    900,
    async page =>
    {
        await page.GotoAsync(address + "/frister");
        await page.Locator("details.deadline-group").First.EvaluateAsync("d => d.open = true");
    }
);
await Take(
    "barnet",
    "leder",
    1150,
    async page =>
    {
        // Searched by the number it has in the extract: ids may differ from one import to the next.
        await page.GotoAsync(address + "/boern");
        await page.FillAsync("#q", "b996");
        await page.Locator(".child-search button").ClickAsync();
        await page.Locator("#resultat tbody th a").First.ClickAsync();
    }
);
await Take("underretninger", "Lauge Iversholm", 1000, page => page.GotoAsync(address + "/indbakke"));
await Take(
    "journal",
    "leder",
    1150,
    async page =>
    {
        await page.GotoAsync(address + "/boern");
        await page.FillAsync("#q", "b996");
        await page.Locator(".child-search button").ClickAsync();
        await page.Locator("#resultat tbody th a").First.ClickAsync();
        await page.Locator("main nav a[href$='/journal']").First.ClickAsync();
    }
);
await Take(
    "import",
    "leder",
    1340,
    async page =>
    {
        await page.GotoAsync(address + "/import");
        await page.SetInputFilesAsync("#filer", NewerExtract());
        await page.Locator("form[enctype] button").ClickAsync();
        await page.Locator("form[action$='/gem'], form[action$='/fortryd']").First.WaitForAsync(new() { Timeout = 60_000 });
    }
);

async Task Take(string name, string? person, int height, Func<IPage, Task> go)
{
    if (wanted.Length > 0 && !wanted.Contains(name))
        return;
    await using var session = await browser.NewContextAsync(
        new()
        {
            ViewportSize = new() { Width = 1440, Height = height == 0 ? 900 : height },
            Locale = "da-DK",
            ReducedMotion = ReducedMotion.Reduce,
        }
    );
    var page = await session.NewPageAsync();
    if (person is not null)
    {
        await page.GotoAsync(address + "/log-ind");
        await page.Locator($"button.person[value='{person}'], button.person:has(b:text-is('{person}'))").First.ClickAsync();
        await page.WaitForURLAsync(url => !url.EndsWith("/log-ind", StringComparison.Ordinal));
    }
    await go(page);
    await page.EvaluateAsync("document.fonts.ready");
    await page.ScreenshotAsync(new() { Path = Path.Combine(to, name + ".png"), FullPage = height == 0 });
    Console.WriteLine(name);
}

// The example a month later, with things to decide: a few changed rows, one that has gone, one that is wrong.
string[] NewerExtract()
{
    var folder = Directory.CreateDirectory(Path.Combine(to, "newer")).FullName;
    foreach (var file in Directory.GetFiles(Path.Combine(root, "examples", "aakaer"), "*.csv"))
        File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
    void Edit(string file, Func<List<string>, IEnumerable<string>> how)
    {
        var path = Path.Combine(folder, file);
        File.WriteAllLines(path, how([.. File.ReadAllLines(path)]).ToList());
    }
    Edit("kommune.csv", l => l.Select(r => r.Replace("2026-10-31", "2026-11-30", StringComparison.Ordinal)));
    Edit(
        "underretninger.csv",
        l =>
            l.SkipLast(1)
                .Append("u90001;b1;2026-11-12T09:30;skole;bekymrende fravær;2026-11-12T14:05;2026-11-14;;undersøgelse")
                .Append("u90002;b2;2026-11-20T08:10;sundhedspleje;;;;;")
    );
    Edit("opfoelgninger.csv", l => l.Append("o90001;i2;2026-11-18;fortsæt;2027-02-15"));
    return Directory.GetFiles(folder);
}
