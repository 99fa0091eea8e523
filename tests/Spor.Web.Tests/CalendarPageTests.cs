using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Spor.Cases;
using Spor.Facts;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Journal;
using Spor.Web.Frame.Forms;
using Spor.Workforce;

namespace Spor.Web.Tests;

/// <summary>What somebody will remember, and the week it stands in: on Spor's own pages with names, elsewhere without any.</summary>
public sealed class CalendarPageTests : IAsyncLifetime
{
    readonly Site site = new();

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    (string Key, long Employee, ChildState Child) Mine()
    {
        var child = site.Overview.Children.First(c =>
            c.Case is not null && c.AssignedTo.Count > 0 && site.CaseworkerKeys.Contains("medarbejder-" + c.AssignedTo[0])
        );
        return ("medarbejder-" + child.AssignedTo[0], child.AssignedTo[0], child);
    }

    [Fact]
    public async Task A_task_stands_on_Min_dag_in_the_calendar_and_on_the_child_until_it_is_done()
    {
        var (key, _, child) = Mine();
        var id = child.File.Id;
        var browser = await site.As(key);
        var (_, form) = await site.Get(browser, Routes.NewOwnTask(id));
        var (status, page, url) = await site.Post(
            browser,
            Routes.NewOwnTask(id),
            form,
            [("What", ""), ("DueOn", Form.Iso(site.Today.AddDays(-1)))],
            mustSucceed: false
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(["#felt-What", "#felt-DueOn"], page.QuerySelectorAll("#fejl a").Select(a => a.GetAttribute("href")));

        (status, _, url) = await site.Post(
            browser,
            Routes.NewOwnTask(id),
            form,
            [("What", "Ring til Ærøskolen"), ("DueOn", Form.Iso(site.Today))]
        );
        Assert.Equal((HttpStatusCode.OK, Routes.Child(id)), (status, url.AbsolutePath));
        (_, form) = await site.Get(browser, Routes.NewReminder);
        await site.Post(browser, Routes.NewReminder, form, [("What", "Bestil lokale"), ("DueOn", "")]);

        foreach (var where in new[] { Routes.Child(id), "/min-dag", Routes.CalendarOf(site.Today) })
        {
            (_, page) = await site.Get(browser, where);
            Assert.Contains("Ring til Ærøskolen", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
        // A task without a day stands on the day's page alone, and a colleague sees neither in theirs.
        (_, page) = await site.Get(browser, "/min-dag");
        Assert.Contains("Bestil lokale", page.QuerySelector("#nu")!.TextContent, StringComparison.Ordinal);
        var (_, theirs) = await site.Get(await site.As(site.CaseworkerKeys.First(k => k != key)), "/min-dag?alle=ja");
        Assert.DoesNotContain("Ring til Ærøskolen", theirs.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Bestil lokale", theirs.Body!.TextContent, StringComparison.Ordinal);

        var done = page.QuerySelectorAll("#nu form.tick-off")
            .First(f => f.GetAttribute("action")!.StartsWith(Routes.NewOwnTask(id) + "/", StringComparison.Ordinal));
        var token = done.QuerySelector($"input[name={FormState.TokenField}]")!.GetAttribute("value")!;
        (_, page, url) = await site.Post(browser, done.GetAttribute("action")!, page, [(FormState.TokenField, token), ("fra", "/min-dag")]);
        Assert.Equal("/min-dag", url.AbsolutePath);
        Assert.DoesNotContain("Ring til Ærøskolen", page.QuerySelector("#nu")!.TextContent, StringComparison.Ordinal);
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task The_calendar_that_is_read_elsewhere_names_nobody_and_dies_when_it_is_closed_and_with_the_job()
    {
        var (key, employee, child) = Mine();
        var browser = await site.As(key);
        var (_, form) = await site.Get(browser, Routes.NewOwnTask(child.File.Id));
        await site.Post(
            browser,
            Routes.NewOwnTask(child.File.Id),
            form,
            [("What", "Ring til Ærøskolen"), ("DueOn", Form.Iso(site.Today.AddDays(3)))]
        );
        async Task<string> Open()
        {
            var (_, page) = await site.Get(browser, Routes.Calendar);
            (_, page, _) = await site.Post(
                browser,
                Routes.Calendar + "/adresse",
                page,
                [(FormState.TokenField, Guid.NewGuid().ToString())]
            );
            return new Uri(page.QuerySelector("#kalender-adresse")!.GetAttribute("value")!).PathAndQuery;
        }
        // Whoever fetches it is nobody who is signed in.
        using var outlook = site.Stranger(follow: false);
        async Task<(HttpStatusCode Status, string Text)> Fetch(string address)
        {
            using var answer = await outlook.GetAsync(new Uri(address, UriKind.Relative));
            return (answer.StatusCode, (await answer.Content.ReadAsStringAsync()).ReplaceLineEndings("\n").Replace("\n ", ""));
        }

        var first = await Open();
        var (status, text) = await Fetch(first);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.StartsWith("BEGIN:VCALENDAR", text, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Egen opgave", text, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Opfølgning", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ærøskolen", text, StringComparison.Ordinal);
        // Nothing but days, and words that are the same whomever they are about.
        var summaries = text.Split('\n').Where(l => l.StartsWith("SUMMARY:", StringComparison.Ordinal)).Distinct().ToList();
        var names = site.Register.Children.SelectMany(c => (c.Child.Name ?? "").Split(' ')).Where(n => n.Length > 3).ToHashSet();
        Assert.All(summaries, s => Assert.DoesNotContain(s["SUMMARY:".Length..].Split(' '), w => names.Contains(w)));
        Assert.Equal(
            ["BEGIN", "DTSTAMP", "DTSTART", "END", "SEQUENCE", "SUMMARY", "UID"],
            text.Split('\n')
                .SkipWhile(l => l != "BEGIN:VEVENT")
                .Select(l => l.Split(':', ';')[0])
                .Where(l => l.Length > 0 && l != "DTEND")
                .Distinct()
                .Order(StringComparer.Ordinal)
        );
        var ids = text.Split('\n').Where(l => l.StartsWith("UID:", StringComparison.Ordinal)).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Equal(
            text.Split('\n').Where(l => !l.StartsWith("DTSTAMP", StringComparison.Ordinal)),
            (await Fetch(first)).Text.Split('\n').Where(l => !l.StartsWith("DTSTAMP", StringComparison.Ordinal))
        );

        // Another letter in it, and there is nothing.
        var guess = first[..^5] + (first[^5] == 'a' ? 'b' : 'a') + ".ics";
        Assert.Equal(HttpStatusCode.NotFound, (await Fetch(guess)).Status);
        var second = await Open();
        Assert.NotEqual(first, second);
        Assert.Equal(HttpStatusCode.NotFound, (await Fetch(first)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Fetch(second)).Status);

        // Nobody closes another's.
        var feed = site.Register.Of<CalendarFeedFact>().Single(f => f.ClosedOn is null);
        var other = await site.As(site.CaseworkerKeys.First(k => k != key));
        var (_, from) = await site.Get(other, Routes.Calendar);
        var (refused, _, _) = await site.Post(other, $"{Routes.Calendar}/adresse/{feed.Id}/luk", from, [], mustSucceed: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused);

        // The job ends, and so does the address.
        var post = (EmploymentFact)site.Register.Employments.Single(e => e.EmployeeId == employee).Copy();
        post.To = site.Today.AddDays(-1);
        Assert.False(
            site.Database.Journal.Act(
                new("import", "test"),
                (_, _) => Kernel.Decision.Of([new Corrected(FactKinds.Employment, post)])
            ).Refused
        );
        Assert.Equal(HttpStatusCode.NotFound, (await Fetch(second)).Status);
        _ = site.Services.GetRequiredService<Municipality>();
    }
}
