using System.Globalization;
using Microsoft.Playwright;
using Spor.Children;
using Spor.Facts;
using Spor.Interventions;
using Spor.Requirements;
using Spor.Web.Frame.Forms;

namespace Spor.Browser.Tests;

/// <summary>The commonest tasks done by the keyboard alone, from Min dag until the page says that it is saved: every key is counted, those
/// that write among them, and <c>docs/guide/tastatur.md</c> says what was counted.</summary>
public sealed class KeystrokeTests : IAsyncLifetime
{
    readonly Stage stage = new();

    public ValueTask InitializeAsync() => stage.InitializeAsync();

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    /// <summary>Somebody at a keyboard.</summary>
    sealed class Keys(IPage page)
    {
        public int Pressed { get; private set; }
        public int Pages { get; private set; }

        public async Task Press(string key)
        {
            await page.Keyboard.PressAsync(key);
            Pressed++;
        }

        public async Task Write(string text)
        {
            await page.Keyboard.TypeAsync(text);
            Pressed += text.Length;
        }

        /// <summary>Enter on what leads to another page, or to the same one answered.</summary>
        public async Task Follow()
        {
            await page.EvaluateAsync("() => { document.documentElement.dataset.before = 'yes'; }");
            await Press("Enter");
            await page.Locator("html:not([data-before])").WaitForAsync(new() { State = WaitForSelectorState.Attached });
            await page.WaitForLoadStateAsync();
            Pages++;
        }

        public Task<bool> At(string selector) => page.EvaluateAsync<bool>("s => document.activeElement.matches(s)", selector);

        public async Task Skip()
        {
            await Press("Tab");
            await Press("Enter");
        }

        public async Task Reach(string selector)
        {
            for (var i = 0; i < 250; i++)
            {
                await Press("Tab");
                if (await At(selector))
                    return;
            }
            Assert.Fail($"{selector} is not reached on {page.Url}");
        }

        public async Task Go(string selector)
        {
            await Skip();
            await Reach(selector);
            await Follow();
        }

        /// <summary>The slash, the beginning of the name, Enter; and Enter once more where others are called so.</summary>
        public async Task Find(string letters, string href)
        {
            await Press("/");
            await Write(letters);
            await Follow();
            if (new Uri(page.Url).AbsolutePath == href)
                return;
            if (!await At($"a[href=\"{href}\"]"))
                await Reach($"a[href=\"{href}\"]");
            await Follow();
        }

        /// <summary>Walks through the form with Tab and fills what is wanted on the way, as far as its button.</summary>
        public async Task Save(params (string Field, string Value)[] values)
        {
            await Skip();
            var left = values.ToDictionary(v => v.Field, v => v.Value);
            for (var i = 0; ; i++)
            {
                Assert.True(i < 250, "No button on " + page.Url);
                await Press("Tab");
                if (await At("form.form-x button.button-primary"))
                    break;
                var name = await page.EvaluateAsync<string>("() => document.activeElement.name ?? ''");
                if (!left.Remove(name, out var value))
                    continue;
                switch (await page.EvaluateAsync<string>("() => document.activeElement.type"))
                {
                    case "select-one":
                        foreach (var letter in value)
                        {
                            await Write(letter.ToString());
                            var chosen = await page.EvaluateAsync<string>(
                                "() => document.activeElement.selectedOptions[0].textContent.trim()"
                            );
                            if (chosen.StartsWith(value, StringComparison.OrdinalIgnoreCase))
                                break;
                        }
                        break;
                    case "radio":
                        for (var r = 0; r < 14 && !await page.EvaluateAsync<bool>("v => document.activeElement.value === v", value); r++)
                            await Press("ArrowDown");
                        if (!await page.EvaluateAsync<bool>("() => document.activeElement.checked"))
                            await Press("Space");
                        break;
                    case "checkbox":
                        await Press("Space");
                        break;
                    default:
                        await Write(value);
                        break;
                }
            }
            Assert.Empty(left);
            await Follow();
            var wrong = page.Locator("#fejl");
            Assert.True(await wrong.CountAsync() == 0, await wrong.CountAsync() == 0 ? "" : await wrong.InnerTextAsync());
            Assert.Equal(1, await page.Locator(".notice.ok[role=status]").CountAsync());
        }
    }

    [Fact]
    public async Task The_commonest_tasks_take_no_more_keys_than_the_guide_says_and_no_more_pages_than_at_first()
    {
        var me = stage.Caseworker;
        var mine = stage.Overview.Of(me.EmployeeId!.Value).Where(c => c is { Case: not null, Child.Protected: false }).ToList();
        bool Runs(InterventionFact m) => m.RunsOn(stage.Today) && m.From < stage.Today;
        var any = mine[0];
        var notified = mine.First(c => c.File.Notifications.Any(n => n.AssessedAt is null));
        var helped = mine.First(c => c.File.Interventions.Any(Runs) && c.Step >= 2);
        // A placed child goes home by a decision, which is another task.
        var home = mine.First(c => c.Step is 2 or 3 && c.File.Interventions.Any(Runs));
        var scored = mine.First(c =>
            c.File.Goals.Any(g => g.EndedOn is null && c.File.Plans.Any(p => p.Id == g.PlanId && p.ClosedOn is null))
        );
        // What somebody types who knows their children: five keys at most that fit none of the others.
        bool IsCalled(ChildState c, string typed)
        {
            var left = Kernel.Folded.Fold(c.Child.Name).Split(' ').ToList();
            foreach (var word in typed.Split(' '))
            {
                var at = left.FindIndex(w => w.StartsWith(word, StringComparison.Ordinal));
                if (at < 0)
                    return false;
                left.RemoveAt(at);
            }
            return true;
        }
        string Letters(ChildState c)
        {
            var (first, last) = (Kernel.Folded.Fold(c.Child.FirstName!), Kernel.Folded.Fold(c.Child.LastName!.Split(' ')[^1]));
            string[] ways =
            [
                first[..Math.Min(4, first.Length)],
                last[..Math.Min(4, last.Length)],
                first[..Math.Min(5, first.Length)],
                $"{first[..2]} {last[..2]}",
            ];
            return ways.First(w => mine.Count(m => IsCalled(m, w)) == 1);
        }
        string Page(ChildState c) => Routes.Child(c.File.Id);
        Task Find(Keys k, ChildState c) => k.Find(Letters(c), Page(c));

        // Somebody's case that nobody has yet.
        var without = stage.Overview.Children.First(c => c is { Case: null, Child.Protected: false, Step: 0 }).File.Id;
        stage.Database.Journal.Act(
            new("open-case", "test", without),
            (_, ids) =>
                new Recorded(
                    FactKinds.Case,
                    new CaseFact
                    {
                        Id = ids.Next(),
                        ChildId = without,
                        OpenedOn = stage.Today.AddDays(-1),
                    }
                )
        );
        (string Task, Func<Keys, Task> Does)[] tasks =
        [
            ("Find dit barn", k => Find(k, any)),
            (
                "Registrér en underretning",
                async k =>
                {
                    await k.Reach($"nav.rail a[href=\"{Routes.ReceiveNotification}\"]");
                    await k.Follow();
                    await k.Skip();
                    await k.Reach("[name=SoughtName]");
                    await k.Write(any.Child.Name);
                    await k.Follow();
                    await k.Save(
                        ("Known", any.File.Id.ToString(CultureInfo.InvariantCulture)),
                        ("ReceivedAtTime", "0000"),
                        ("Notifier", "Skole"),
                        ("Description", "Træt i skolen."),
                        ("Causes", "x")
                    );
                }
            ),
            (
                "Vurdér en underretning",
                async k =>
                {
                    await Find(k, notified);
                    await k.Go("main a[href$=\"/vurder\"]");
                    await k.Save(
                        ("Danger", "ingen tegn på fare"),
                        ("Acute", "nej"),
                        ("Outcome", "eksisterende sag"),
                        ("Reason", "Indgår.")
                    );
                }
            ),
            (
                "Skriv et notat",
                async k =>
                {
                    await Find(k, any);
                    await k.Go($"main a[href=\"{Routes.WriteNote(any.File.Id)}\"]");
                    await k.Save(("Body", "Mor ringede."));
                }
            ),
            (
                "Registrér en samtale",
                async k =>
                {
                    await Find(k, any);
                    await k.Go($"main a[href=\"{Routes.HearChild(any.File.Id)}\"]");
                    await k.Save(("ChildsWords", "Jeg er glad."), ("Purpose", "Opf"));
                }
            ),
            (
                "Følg op",
                async k =>
                {
                    await Find(k, helped);
                    await k.Go("main a[href*=\"/opfoelgning/\"]");
                    await k.Save(("Outcome", "Forts"));
                }
            ),
            (
                "Giv et mål en score",
                async k =>
                {
                    await Find(k, scored);
                    await k.Go($"main a[href=\"{Page(scored)}/plan-og-maal\"]");
                    await k.Go($"main a[href=\"{Routes.MeasureGoals(scored.File.Id)}\"]");
                    await k.Save(
                        ("Score" + scored.File.Goals.First(g => g.EndedOn is null).Id.ToString(CultureInfo.InvariantCulture), "7")
                    );
                }
            ),
            (
                "Afslut en indsats",
                async k =>
                {
                    await Find(k, home);
                    await k.Go("main a[href$=\"/afslut\"]");
                    await k.Save(("Result", "målene er nået"), ("Next", "ingen indsats"));
                }
            ),
            (
                "Start en indsats på trin 2",
                async k =>
                {
                    await Find(k, any);
                    await k.Reach("main summary");
                    await k.Press("Enter");
                    await k.Reach($"main a[href=\"{Routes.StartIntervention(any.File.Id)}\"]");
                    await k.Follow();
                    await k.Save(("Code", "Trin 2 · Net"), ("ExpectedTo", "01022027"), ("PriceOre", "500"), ("Unit", "Måned"));
                }
            ),
            (
                "Overdrag en sag",
                async k =>
                {
                    await Find(k, any);
                    await k.Reach("main summary");
                    await k.Press("Enter");
                    await k.Reach($"main a[href=\"{Routes.HandOver(any.File.Id)}\"]");
                    await k.Follow();
                    await k.Save(("ToEmployeeId", "A"), ("NoMeetingReason", "Kender."));
                }
            ),
            (
                "Fordel et barn",
                async k =>
                {
                    await k.Reach($"nav.rail a[href=\"{Routes.Allocation}\"]");
                    await k.Follow();
                    await k.Go($"main a[href=\"{Routes.Allocation}/{without}\"]");
                    await k.Save(("EmployeeId", me.EmployeeId!.Value.ToString(CultureInfo.InvariantCulture)), ("Reason", "Kender."));
                }
            ),
        ];
        var table = File.ReadAllLines(Path.Combine(Stage.Root, "docs", "guide", "tastatur.md"));
        var more = new List<string>();
        await using var own = await stage.As(me, "/min-dag");
        await using var leaders = await stage.As(stage.Head, "/min-dag");
        foreach (var (task, does) in tasks)
        {
            // A child is allocated by whoever leads.
            var window = task.StartsWith("Fordel", StringComparison.Ordinal) ? leaders : own;
            await window.Page.GotoAsync("/min-dag");
            var keys = new Keys(window.Page);
            try
            {
                await does(keys);
            }
            catch (Exception e) when (e is Xunit.Sdk.XunitException or PlaywrightException or TimeoutException)
            {
                more.Add($"{task}: {e.Message.ReplaceLineEndings(" ")} ({window.Page.Url})");
                continue;
            }
            var row = table.FirstOrDefault(l => l.StartsWith($"| {task} |", StringComparison.Ordinal))?.Split('|');
            int At(int column) => row is null ? 0 : int.Parse(row[column], CultureInfo.InvariantCulture);
            if (keys.Pages > At(2) || keys.Pressed > At(6))
                more.Add($"{task}: {keys.Pages} pages and {keys.Pressed} keys, {At(2)} and {At(6)} in docs/guide/tastatur.md");
            if (keys.Pages > At(3))
                more.Add($"{task}: {keys.Pages} pages, and {At(3)} at first");
        }
        Assert.True(more.Count == 0, string.Join("\n", more));
    }
}
