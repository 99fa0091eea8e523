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

    /// <summary>Somebody's extract with everything in it that can be wrong, forms that are refused, and faults on the way: the log has a
    /// line for what an operator must know, and never what was read or typed.</summary>
    [Fact]
    public async Task Nothing_of_an_extract_or_of_what_is_typed_stands_in_the_log()
    {
        string[] secret =
        [
            "Hemmelina",
            "Gemtlund",
            "640312-9901",
            "6403129901",
            "NOEGLE4711",
            "Onkel drikker",
            "Gemt Skole",
            "hemmelig-fil",
            "90112031",
        ];
        var written = new StringWriter();
        var before = Console.Error;
        Console.SetError(TextWriter.Synchronized(written));
        try
        {
            await using var own = await OwnSite.Open();
            const string head = "BarnId;CPR;Fornavn;Efternavn;Fødselsdato;Målgruppe;Skole\n";
            const string child = "NOEGLE4711;6403129901;Hemmelina;Gemtlund;2012-03-04;udsat;Gemt Skole\n";
            const string cases = "SagId;BarnId;Åbnet;Lukket;Lukkeårsag\nS-NOEGLE4711;NOEGLE4711;2024-01-02;2025-01-01;Onkel drikker\n";
            await own.Import(Sent.Csv(("boern.csv", head + child), ("sager.csv", cases)));
            // Every cell is wrong, a row is cut, a key is unknown, a mapping says names, a file is none.
            foreach (
                var files in new[]
                {
                    Sent.Csv(
                        ("boern.csv", head + "NOEGLE4711;Onkel drikker;Hemmelina;Gemtlund;640312-9901;Gemtlund;\nNOEGLE4711;6403129901\n"),
                        ("sager.csv", cases.Replace("NOEGLE4711;2024", "NOEGLE4711x;6403129901", StringComparison.Ordinal))
                    ),
                    Sent.Csv(("kortlægning.json", """{ "faste": { "boern.Fornavn": "Hemmelina", "Gemtlund": "6403129901" } }""")),
                    Sent.Csv(("hemmelig-fil.csv", "Hemmelina;Gemtlund\n\"6403129901"), ("boern.csv", "Hemmelina\n\"NOEGLE4711")),
                    [("hemmelig-fil.xlsx", Encoding.UTF8.GetBytes("PK\u0003\u0004 Hemmelina Gemtlund 6403129901"))],
                    [("hemmelig-fil.zip", Encoding.UTF8.GetBytes("Hemmelina Gemtlund"))],
                }
            )
                await own.Upload(files);
            await own.Send([("hemmelig-fil.exe", [1, 2, 3])]);
            await own.Post("/import/hemmelig-fil/kortlaegning", ("kortlaegning", "Hemmelina"));
            using (var sender = own.Stranger())
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "/api/levering/hemmelig-fil.csv?dag=Hemmelina");
                request.Headers.TryAddWithoutValidation("Authorization", "Bearer Hemmelina-6403129901");
                request.Content = new StringContent("Hemmelina");
                using var refused = await sender.SendAsync(request);
                Assert.True((int)refused.StatusCode >= 400);
            }
            // A database with no room left while it is written to.
            await using var full = await OwnSite.Open(room: 1);
            var rows = string.Concat(Enumerable.Range(0, 2000).Select(i => child.Replace("4711", "4711" + i, StringComparison.Ordinal)));
            var (url, _) = await full.Upload(Sent.Csv(("boern.csv", head + child + rows), ("sager.csv", cases)));
            Assert.Equal("Det gik ikke", (await full.Confirm(url)).QuerySelector("h1")!.TextContent);
        }
        finally
        {
            Console.SetError(before);
        }
        // Forms that are refused, with what was typed in them, by somebody who works.
        var worker = site.CaseworkerKeys[0];
        var browser = await site.As(worker);
        var mine = site.Overview.Children.First(c => c.Case is not null && c.AssignedTo.Count > 0 && !c.Child.Protected).File.Id;
        var leader = await site.As("leder");
        foreach (
            var (form, fields) in new (string, (string, string)[])[]
            {
                (Routes.Child(mine) + "/notat", [("Title", ""), ("Body", "Onkel drikker"), ("On", "Hemmelina")]),
                (
                    Routes.ReceiveNotification,
                    [("Description", "Onkel drikker"), ("NotifierContact", "90112031"), ("Cpr-0", "640312-9901x")]
                ),
                ("/boern/soeg", [("q", "Hemmelina Gemtlund")]),
            }
        )
        foreach (var who in new[] { leader, browser })
        {
            var (_, page) = await site.Get(who, form == "/boern/soeg" ? "/boern" : form);
            if (page.QuerySelector("input[type=hidden][name*=Token]") is not null)
                await site.Post(who, form, page, fields, mustSucceed: false);
            // And without the form's own token.
            using var bare = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
            using var answer = await who.PostAsync(new Uri(form, UriKind.Relative), bare);
        }
        using (var fault = await leader.GetAsync(new Uri(Routes.Child(mine) + "?brud=ja", UriKind.Relative)))
            Assert.Equal(HttpStatusCode.InternalServerError, fault.StatusCode);
        var lines = new StringBuilder().Append(written).Append(log).ToString();
        // It is the log that is looked at, and it says that something was wrong.
        Assert.Contains("InvalidOperationException", lines, StringComparison.Ordinal);
        Assert.Equal([], secret.Append(InTheFault).Where(s => lines.Contains(s, StringComparison.OrdinalIgnoreCase)));
    }

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
