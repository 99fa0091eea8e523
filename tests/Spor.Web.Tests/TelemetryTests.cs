using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Spor.Web.Frame.Forms;
using Spor.Web.Running;

namespace Spor.Web.Tests;

/// <summary>What reaches a collector, on a real one on loopback: that it comes, and that it names nobody.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task Requests_and_checks_reach_the_collector_and_nothing_in_them_names_anybody()
    {
        await using var collector = await Collector.Start();
        string name;
        long child;
        await using (var site = new Site { Settings = $$"""{ "telemetry": "{{collector.Address}}" }""" })
        {
            await site.InitializeAsync();
            var head = await site.As("leder");
            (child, name) = (0, "");
            foreach (var file in site.Register.Children.Where(c => c.Child.LastName is { Length: > 5 }).Take(20))
                if ((await site.Get(head, Routes.Child(file.Id))).Status == HttpStatusCode.OK)
                    (child, name) = (file.Id, file.Child.LastName!);
            Assert.NotEqual(0, child);
            Assert.Equal(HttpStatusCode.OK, (await site.Get(head, Routes.Find + "?q=" + Uri.EscapeDataString(name))).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await site.Get(head, "/findes-ikke/" + name)).Status);
            Assert.Equal(HttpStatusCode.OK, (await site.Get(head, "/sundhed/status")).Status);
            using var odd = new HttpRequestMessage(HttpMethod.Get, Routes.Child(child));
            odd.Headers.Add("User-Agent", "agent-" + name);
            odd.Headers.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
            odd.Headers.Add("tracestate", "who=" + name.ToLowerInvariant().Length + "person");
            odd.Headers.Add("baggage", "who=baggage-of-somebody");
            using var answer = await head.SendAsync(odd, TestContext.Current.CancellationToken);
        }
        // What the site held back is sent when it stops.
        var traces = collector.Of("/v1/traces");
        var metrics = collector.Of("/v1/metrics");
        Assert.Contains("GET /barn/{id:long}", traces, StringComparison.Ordinal);
        Assert.Contains("http.response.status_code", traces, StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", metrics, StringComparison.Ordinal);
        Assert.Contains("spor.check", metrics, StringComparison.Ordinal);
        Assert.Contains("spor.journal.entry", metrics, StringComparison.Ordinal);
        foreach (var sent in new[] { traces, metrics })
        {
            Assert.DoesNotContain(name, sent, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Uri.EscapeDataString(name), sent, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Routes.Child(child), sent, StringComparison.Ordinal);
            Assert.DoesNotContain("agent-", sent, StringComparison.Ordinal);
            Assert.DoesNotContain("person", sent, StringComparison.Ordinal);
            Assert.DoesNotContain("baggage-of", sent, StringComparison.Ordinal);
            Assert.DoesNotContain("/sundhed", sent.Replace("/sundhed/status", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
        Assert.DoesNotContain("/sundhed", traces, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_collector_that_does_not_answer_holds_no_page()
    {
        await using var site = new Site { Settings = """{ "telemetry": "http://127.0.0.1:9" }""" };
        await site.InitializeAsync();
        Assert.Equal(HttpStatusCode.OK, (await site.Get(await site.As("leder"), "/")).Status);
    }

    [Theory]
    [InlineData("\"ftp://127.0.0.1\"")]
    [InlineData("\"opsamler\"")]
    public void An_address_that_is_none_is_told(string said) =>
        Assert.Contains(
            "»telemetry«",
            Assert.Throws<Access.SettingsException>(() => Access.Settings.Of($$"""{ "telemetry": {{said}} }""")).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void What_may_leave_has_no_address_and_no_person() =>
        Assert.DoesNotContain(
            Telemetry.MayLeave,
            k =>
                k.Contains("path", StringComparison.Ordinal)
                || k.Contains("query", StringComparison.Ordinal)
                || k.StartsWith("client", StringComparison.Ordinal)
                || k.StartsWith("user", StringComparison.Ordinal)
        );

    /// <summary>Takes what is sent to it, and keeps it.</summary>
    sealed class Collector : IAsyncDisposable
    {
        readonly ConcurrentQueue<(string Path, string Body)> came = new();
        WebApplication? app;

        public string Address => app!.Urls.First();

        public static async Task<Collector> Start()
        {
            var collector = new Collector();
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
            collector.app = builder.Build();
            collector.app.Run(collector.Take);
            await collector.app.StartAsync();
            return collector;
        }

        async Task Take(HttpContext context)
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            came.Enqueue((context.Request.Path.Value!, Encoding.UTF8.GetString(body.ToArray())));
        }

        /// <summary>All that came of one signal: protobuf, in which texts stand as they are.</summary>
        public string Of(string path) => string.Join('\n', came.Where(c => c.Path == path).Select(c => c.Body));

        public async ValueTask DisposeAsync() => await app!.DisposeAsync();
    }
}
