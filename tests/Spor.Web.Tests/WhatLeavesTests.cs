using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Spor.Facts;
using Spor.Notifications;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Tests;

/// <summary>What leaves Spor beside the pages themselves: the lines of the log, the state that a watcher reads, pages of faults, and every
/// address that a page holds or sends on to. None has a name or a number in it.</summary>
public sealed partial class WhatLeavesTests : IAsyncLifetime
{
    /// <summary>What an exception's own words may hold.</summary>
    const string InTheFault = "Ida Hemmelig 010120-1234";

    readonly StringWriter log = new();
    readonly Site site = new()
    {
        BeforeEachPage = context =>
        {
            if (context.Request.Query.ContainsKey("brud"))
                throw new InvalidOperationException(InTheFault);
        },
    };

    public async ValueTask InitializeAsync()
    {
        // The log writes to where the errors go when the host is built.
        var before = Console.Error;
        Console.SetError(TextWriter.Synchronized(log));
        try
        {
            await site.InitializeAsync();
        }
        finally
        {
            Console.SetError(before);
        }
        DemoRoles.Seed(site.Database);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [GeneratedRegex("""(?:href|action|src|formaction)="([^"]*)""")]
    private static partial Regex Address();

    [Fact]
    public async Task No_name_and_no_number_stands_in_the_log_in_a_fault_in_the_state_or_in_an_address()
    {
        var child = site.Overview.Children.First(c =>
            c.Case is not null && !c.Child.Protected && c.Child.Name.Contains(' ', StringComparison.Ordinal)
        );
        var names = site
            .Register.Children.SelectMany(c => new[] { c.Child.Name, c.Child.Cpr })
            .Concat(site.Register.Employments.Select(e => e.Name))
            .OfType<string>()
            .Where(n => n.Length > 5 && n.Contains(' ', StringComparison.Ordinal) || n.Length == 10)
            .Append(InTheFault)
            .Distinct()
            .ToArray();
        Assert.True(names.Length > 50);
        var wrong = new List<string>();
        void Look(string where, string text)
        {
            foreach (var name in names)
                if (
                    text.Contains(name, StringComparison.OrdinalIgnoreCase)
                    || text.Contains(Uri.EscapeDataString(name), StringComparison.OrdinalIgnoreCase)
                )
                    wrong.Add($"{where} has a name or a number in it");
        }
        var head = await site.As("leder");
        var own = Routes.Child(child.File.Id);
        string[] pages =
        [
            .. site
                .Services.GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .Where(e =>
                    e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true
                    && e.Metadata.GetMetadata<IAllowAnonymous>() is null
                )
                .Select(e => "/" + e.RoutePattern.RawText!.Trim('/'))
                .Select(p => p.Replace("{child:long}", own["/barn/".Length..], StringComparison.Ordinal))
                .Where(p => !p.Contains('{', StringComparison.Ordinal)),
        ];
        Assert.True(pages.Length > 60);
        foreach (var url in pages)
        {
            using var answer = await head.GetAsync(new Uri(url, UriKind.Relative));
            Look("where " + url + " led", answer.RequestMessage!.RequestUri!.PathAndQuery);
            Look("a header of " + url, answer.Headers.ToString());
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
                continue;
            var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            Look("an address on " + url, string.Join('\n', Address().Matches(html).Select(m => m.Groups[1].Value)));
        }
        // What is searched for and what is typed comes back on the page and goes nowhere else.
        var (_, form) = await site.Get(head, "/boern");
        foreach (var (url, field) in new[] { ("/boern/soeg", "q"), (Routes.Find, "q"), ("/notater", "soeg"), (own + "/journal", "soeg") })
        {
            var (_, found, at) = await site.Post(head, url, form, [(field, child.Child.Name)]);
            Look("where the search at " + url + " led", at.PathAndQuery);
            Look(
                "an address found at " + url,
                string.Join('\n', Address().Matches(found.DocumentElement.OuterHtml).Select(m => m.Groups[1].Value))
            );
        }
        // Faults of every kind: the page says nothing of the inside, and neither does the log.
        foreach (
            var url in new[]
            {
                own + "?brud=ja",
                "/boern?brud=ja",
                "/findes-ikke/" + Uri.EscapeDataString("Ida Hemmelig"),
                "/barn/999999999",
                "/boern?a=%00",
            }
        )
        {
            using var answer = await head.GetAsync(new Uri(url, UriKind.Relative));
            Assert.True((int)answer.StatusCode >= 400, $"{url} was answered {(int)answer.StatusCode}");
            var page = await answer.Content.ReadAsStringAsync();
            Look("the fault at " + url, page);
            Assert.DoesNotContain("Exception", page, StringComparison.Ordinal);
        }
        using var watcher = site.Stranger();
        foreach (var url in new[] { "/sundhed", "/sundhed/lever", "/sundhed/status" })
        {
            // It may not be ready yet, and says so.
            using var answer = await watcher.GetAsync(new Uri(url, UriKind.Relative));
            Look(url, await answer.Content.ReadAsStringAsync());
        }
        var lines = new StringBuilder().Append(log).ToString();
        Assert.Contains("InvalidOperationException", lines, StringComparison.Ordinal);
        Look("the log", lines);
        Assert.Equal([], wrong.Distinct());
    }
}
