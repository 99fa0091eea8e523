using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Spor.Web.Running;

namespace Spor.Web.Tests;

/// <summary>More than Spor can answer: a clear answer instead of a fall, and nobody pays for another's flood.</summary>
public sealed class FloodTests
{
    [Fact]
    public async Task One_who_asks_for_too_much_at_once_is_told_so_and_others_get_their_pages()
    {
        var held = new TaskCompletionSource();
        await using var site = new Site
        {
            BeforeEachPage = c =>
            {
                if (c.Request.Query.ContainsKey("hold"))
                    held.Task.Wait();
            },
        };
        await site.InitializeAsync();
        var one = await site.As(site.CaseworkerKeys[0]);
        var other = await site.As(site.CaseworkerKeys[1]);
        const int Over = 10;
        const string Page = "/min-dag";
        var flood = Enumerable
            .Range(0, Floods.OnesAtOnce + Floods.OnesInLine + Over)
            .Select(_ => one.GetAsync(new Uri(Page + "?hold=1", UriKind.Relative)))
            .ToList();
        // Those that there is no place for are told at once, while the others are held.
        while (flood.Count(f => f.IsCompleted) < Over)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        using (var refused = await flood.First(f => f.IsCompleted))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.Equal("10", refused.Headers.RetryAfter?.ToString());
            Assert.Contains(
                "Spor har for travlt",
                WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)),
                StringComparison.Ordinal
            );
        }
        Assert.Equal(HttpStatusCode.OK, (await site.Get(other, Page)).Status);
        Assert.Equal(HttpStatusCode.OK, (await site.Get(one, "/sundhed/lever")).Status);
        held.SetResult();
        var answers = (await Task.WhenAll(flood)).Select(a => a.StatusCode).ToList();
        Assert.Equal(Over, answers.Count(a => a == HttpStatusCode.ServiceUnavailable));
        Assert.Equal(Floods.OnesAtOnce + Floods.OnesInLine, answers.Count(a => a == HttpStatusCode.OK));
    }

    [Fact]
    public async Task Many_who_send_their_forms_slowly_keep_nobody_from_saving()
    {
        await using var site = new Site();
        await site.InitializeAsync();
        var sockets = new List<Socket>();
        try
        {
            var head = Encoding.ASCII.GetBytes(
                $"POST /log-ind HTTP/1.1\r\nHost: localhost:{site.Address.Port}\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\np"
            );
            for (var i = 0; i < 200; i++)
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(IPAddress.Loopback, site.Address.Port, TestContext.Current.CancellationToken);
                await socket.SendAsync(head);
                sockets.Add(socket);
            }
            // Signing in is a form that is sent, by the same address as theirs.
            var browser = await site.As(site.CaseworkerKeys[0]).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, (await site.Get(browser, "/min-dag")).Status);
        }
        finally
        {
            sockets.ForEach(s => s.Dispose());
        }
    }

    [Fact]
    public async Task Files_sent_side_by_side_are_few_and_the_rest_are_told()
    {
        await using var site = await OwnSite.Open();
        await site.Get("/import");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var sending = Enumerable
            .Range(0, Floods.OnesUploads)
            .Select(_ =>
            {
                var content = new NeverEnding(stop.Token);
                return (content.Began, Answer: site.PostStill("/import", content, stop.Token));
            })
            .ToList();
        await Task.WhenAll(sending.Select(s => s.Began));
        // On a busy machine the server may answer somebody else many times before it has read their first bytes.
        HttpStatusCode status = 0;
        for (var asked = Stopwatch.StartNew(); asked.Elapsed < TimeSpan.FromMinutes(1) && status != HttpStatusCode.TooManyRequests; )
        {
            await Task.Delay(20, stop.Token);
            using var few = new MultipartFormDataContent { { new StringContent("x"), "x" } };
            using var third = await site.PostStill("/import", few, stop.Token);
            status = third.StatusCode;
            if (status == HttpStatusCode.TooManyRequests)
                Assert.Contains(
                    "Du er ved at sende andre filer",
                    WebUtility.HtmlDecode(await third.Content.ReadAsStringAsync(stop.Token)),
                    StringComparison.Ordinal
                );
        }
        Assert.Equal(HttpStatusCode.TooManyRequests, status);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(sending.Select(s => s.Answer)));
    }

    /// <summary>A file that begins to arrive and does not end.</summary>
    sealed class NeverEnding : HttpContent
    {
        readonly TaskCompletionSource began = new();
        readonly CancellationToken stop;

        public NeverEnding(CancellationToken stop)
        {
            this.stop = stop;
            Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");
        }

        public Task Began => began.Task;

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync("--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f.csv\"\r\n\r\n"u8.ToArray(), stop);
            await stream.FlushAsync(stop);
            began.TrySetResult();
            // Slower than so, and the server hangs up.
            var some = new byte[1024];
            while (true)
            {
                await Task.Delay(200, stop);
                await stream.WriteAsync(some, stop);
                await stream.FlushAsync(stop);
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 900_000;
            return true;
        }
    }
}
