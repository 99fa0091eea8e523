using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.Logging;
using Spor.Storage;
using Spor.Web.Frame.Forms;
using Spor.Web.Running;

namespace Spor.Web.Tests;

/// <summary>A fault of the machine or the database never costs what somebody typed, says whose it is, and is told to whoever
/// watches.</summary>
public sealed class FaultPageTests : IAsyncLifetime
{
    const string Written = "Familien kom til samtale.\nMor fortalte om ugen, og vi aftalte et nyt møde.";
    readonly Site site = new();

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    static async Task<HttpStatusCode> Health(HttpClient browser)
    {
        using var answer = await browser.GetAsync(new Uri("/sundhed/status", UriKind.Relative));
        return answer.StatusCode;
    }

    [Fact]
    public async Task A_database_that_is_gone_gives_the_form_back_filled_and_says_whose_fault_it_is()
    {
        var head = await site.As("leder");
        var url = Routes.Child(site.Overview.Children.First(c => c.Case is not null).File.Id) + "/notat";
        var today = Form.Iso(site.Today);
        var form = await site.Get(head, url);
        var token = form.Page.QuerySelector($"input[name='{FormState.TokenField}']")!.GetAttribute("value");
        // It is not ready before the first pages are worked out.
        for (var left = 600; await Health(head) != HttpStatusCode.OK; left--)
        {
            Assert.True(left > 0, "It never is ready");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
        foreach (var end in new[] { "", "-wal", "-shm" })
            File.Delete(site.Database.File + end);

        var (status, page, _) = await site.Post(
            head,
            url,
            form.Page,
            [("Body", Written), ("Title", "Samtale på skolen"), ("Kind", "møde"), ("On", today)],
            mustSucceed: false
        );
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal("Det blev ikke gemt", page.QuerySelector("h1")!.TextContent);
        var text = page.QuerySelector("main")!.TextContent;
        Assert.Contains("Databasens fil er flyttet eller slettet", text, StringComparison.Ordinal);
        Assert.Contains("Fejlen er ikke hos dig", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Fejlen er i Spor", text, StringComparison.Ordinal);
        // The form goes where it was going, with everything that was in it, also its token: pressed again it is the same press.
        var back = page.QuerySelector("form")!;
        Assert.Equal(url, back.GetAttribute("action"));
        Assert.Equal(Written, back.QuerySelector("textarea[name=Body]")!.TextContent);
        Assert.Equal("Samtale på skolen", back.QuerySelector("[name=Title]")!.GetAttribute("value"));
        Assert.Equal(token, back.QuerySelector($"input[name='{FormState.TokenField}']")!.GetAttribute("value"));
        foreach (var shown in back.QuerySelectorAll(".form-input"))
            Assert.NotNull(back.QuerySelector($"label[for='{shown.Id}']"));
        // What is known of the health is a second old at the most.
        var said = (HttpStatusCode.OK, "klar");
        for (var left = 200; said != (HttpStatusCode.ServiceUnavailable, "databasens fil er væk") && left > 0; left--)
        {
            using var health = await head.GetAsync(new Uri("/sundhed", UriKind.Relative));
            said = (health.StatusCode, await health.Content.ReadAsStringAsync());
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "databasens fil er væk"), said);
        using (var alive = await head.GetAsync(new Uri("/sundhed/lever", UriKind.Relative)))
            Assert.Equal("lever", await alive.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Whoever_runs_Spor_has_a_page_with_what_it_needs_and_what_to_see_to()
    {
        await using var own = await OwnSite.Open();
        var (status, page, _) = await own.Get("/drift");
        Assert.Equal(HttpStatusCode.OK, status);
        string Row(string name) => page.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("th")!.TextContent == name).TextContent;
        Assert.Contains("I orden", Row("Databasen"), StringComparison.Ordinal);
        Assert.Contains("der er ikke taget en kopi", Row("Seneste kopi"), StringComparison.Ordinal);
        Noted.Write(own.Database, Noted.Backup, 3, well: true);
        Noted.Write(own.Database, Noted.Replay, 3, well: false);
        await Task.Delay(1100, TestContext.Current.CancellationToken);
        (_, page, _) = await own.Get("/drift");
        Assert.Contains("I orden", Row("Seneste kopi"), StringComparison.Ordinal);
        Assert.Contains("der var forskelle", Row("Seneste kontrol af journalen"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_that_many_meet_is_written_once_a_minute_and_one_of_Spors_own_each_time_with_its_number()
    {
        var time = new MovedTime();
        var written = new List<string>();
        var log = new FaultLog(new Listed(written), time);
        for (var i = 0; i < 961; i++)
            log.Tell(new StorageFullException(), known: true, $"nr-{i}", "/barn/{id}");
        Assert.Single(written);
        time.Ahead = TimeSpan.FromSeconds(61);
        log.Tell(new StorageFullException(), known: true, "nr-961", "/barn/{id}");
        Assert.Equal(2, written.Count);
        Assert.Contains("960 more", written[1], StringComparison.Ordinal);
        for (var i = 0; i < 3; i++)
            log.Tell(new InvalidOperationException("Ida Holm"), known: false, $"eget-{i}", "/barn/{id}");
        Assert.Equal(["eget-0", "eget-1", "eget-2"], written.Skip(2).Select(l => l.Split("number ")[1][..6]));
        Assert.DoesNotContain(written, l => l.Contains("Ida", StringComparison.Ordinal));
    }

    [Fact]
    public void Lines_of_the_log_have_a_time_and_do_not_repeat_themselves_without_end()
    {
        using var text = new StringWriter();
        using var lines = new LogLines(text, json: false);
        var log = lines.CreateLogger("Sted");
        for (var i = 0; i < 500; i++)
            log.Log(LogLevel.Warning, "Noget er galt");
        var written = text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.InRange(written.Length, 1, 20);
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z warning Sted: Noget er galt$", written[0].Trim());
    }

    [Fact]
    public void Under_a_path_every_address_of_a_page_begins_with_it_and_no_other_is_touched()
    {
        Assert.Equal(
            "<a href=\"/spor/barn/1\"><form action=\"/spor/gem\"><img src=\"/spor/a.svg\"><a href=\"//andre.dk/\"><a href=\"#b\"><p>\"/x",
            BasePath.In(
                "<a href=\"/barn/1\"><form action=\"/gem\"><img src=\"/a.svg\"><a href=\"//andre.dk/\"><a href=\"#b\"><p>\"/x",
                "/spor"
            )
        );
        Assert.Null(BasePath.Of(new("https://spor.kommune.dk")));
        Assert.Equal("/spor", BasePath.Of(new("https://intra.kommune.dk/spor/")));
    }

    sealed class MovedTime : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
    }

    sealed class Listed(List<string> to) : ILogger<FaultLog>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => to.Add(formatter(state, exception));
    }
}
