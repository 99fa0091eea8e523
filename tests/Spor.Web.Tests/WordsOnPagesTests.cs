using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Spor.Facts;
using Spor.Requirements;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Tests;

/// <summary>What stands on the screen is Danish that a person wrote: no two texts run into each other, no code and no English word shows
/// through.</summary>
public sealed partial class WordsOnPagesTests(Site site)
{
    /// <summary>What a browser sets on a line of its own, or in a cell.</summary>
    static readonly HashSet<string> Blocks =
    [
        .. "ADDRESS ARTICLE ASIDE BLOCKQUOTE BR BUTTON CAPTION DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 HEADER HR ".Split(
            ' ',
            StringSplitOptions.RemoveEmptyEntries
        ),
        .. "INPUT LABEL LEGEND LI MAIN NAV OL OPTION P PRE SECTION SELECT SUMMARY TABLE TBODY TD TEXTAREA TFOOT TH THEAD TR UL SVG TEXT TITLE".Split(
            ' '
        ),
    ];

    static string Shown(IElement of)
    {
        var words = new StringBuilder();
        Add(of);
        return words.ToString();

        void Add(INode node)
        {
            if (node is IText text)
                words.Append(text.Text);
            if (node is not IElement element || element.LocalName is "script" or "style" or "svg" or "textarea" or "option")
                return;
            var block = Blocks.Contains(element.LocalName.ToUpperInvariant());
            if (block)
                words.Append('\n');
            foreach (var child in element.ChildNodes)
                Add(child);
            if (block)
                words.Append('\n');
        }
    }

    /// <summary>»modtaget.Barnet«, »2026over fristen«.</summary>
    [GeneratedRegex(
        @"[a-zæøå][.!?][A-ZÆØÅ][a-zæøå]|[a-zæøå]{2}[:;,][A-ZÆØÅa-zæøå]{2}|\b(?:19|20)\d\d[a-zæøå]{2}|[a-zæøå]\d{1,2}\. (?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)"
    )]
    private static partial Regex Joined();

    /// <summary>Words that are English and no Danish, and names of ours that nobody should meet.</summary>
    static readonly Regex Foreign = new(
        @"\b(?:"
            + string.Join(
                '|',
                FactKinds
                    .All.Select(k => k.Name)
                    .Where(n => n.Contains('-', StringComparison.Ordinal))
                    .Concat(Enum.GetNames<Rule>())
                    .Concat([
                        "the",
                        "and",
                        "with",
                        "which",
                        "should",
                        "must",
                        "null",
                        "undefined",
                        "NaN",
                        "true",
                        "false",
                        "Overdue",
                        "Upcoming",
                        "error",
                        "unknown",
                    ])
                    .Select(Regex.Escape)
            )
            + @")\b",
        RegexOptions.CultureInvariant
    );

    IEnumerable<string> Pages()
    {
        foreach (
            var path in site
                .Services.GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .Where(e =>
                    e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true
                    && e.Metadata.GetMetadata<IAllowAnonymous>() is null
                    && !e.RoutePattern.RawText!.Contains('{', StringComparison.Ordinal)
                )
                .Select(e => "/" + e.RoutePattern.RawText!.Trim('/'))
                .Distinct()
        )
            yield return path;
        foreach (
            var child in site
                .Overview.Children.Where(c => c.Case is not null && c.AssignedTo.Count > 0)
                .OrderByDescending(c => c.File.Plans.Length + c.File.Interventions.Length + c.File.Notifications.Length)
                .Take(3)
        )
        {
            var id = child.File.Id;
            foreach (
                var tab in new[]
                {
                    Routes.Child(id),
                    Routes.Journal(id),
                    Routes.PlansAndGoals(id),
                    Routes.Network(id),
                    Routes.Documents(id),
                    Routes.ChildMoney(id),
                    Routes.History(id),
                    Routes.Requirements(id),
                    Routes.CorrectList(id),
                    Routes.WriteNote(id),
                    Routes.HearChild(id),
                    Routes.ProposeDecision(id),
                    Routes.HandOver(id),
                    Routes.NewPerson(id),
                    Routes.NewOwnTask(id),
                    Routes.Contact(id),
                }
            )
                yield return tab;
            if (child.File.Interventions is [.., var measure])
                yield return Routes.FollowUp(id, measure.Id);
            if (child.File.Notifications is [.., var notification])
                yield return Routes.Notification(id, notification.Id);
            if (child.File.Plans is [.., var plan])
                yield return Routes.Plan(id, plan.Id);
        }
    }

    [Fact]
    public async Task No_texts_run_into_each_other_and_no_code_or_English_word_shows_through()
    {
        var wrong = new SortedSet<string>(StringComparer.Ordinal);
        var browser = await site.As("leder");
        var read = 0;
        foreach (var path in Pages())
        {
            using var answer = await browser.GetAsync(new Uri(path, UriKind.Relative));
            if (answer.StatusCode != HttpStatusCode.OK || answer.Content.Headers.ContentType?.MediaType != "text/html")
                continue;
            var html = await answer.Content.ReadAsStringAsync();
            var page = await AngleSharp.BrowsingContext.New(AngleSharp.Configuration.Default).OpenAsync(r => r.Content(html));
            if (page.QuerySelector("main") is not { } main)
                continue;
            read++;
            foreach (var line in Shown(main).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (Joined().Match(line) is { Success: true } joined)
                    wrong.Add($"joined: …{Around(line, joined)}…");
                if (line.Contains('{', StringComparison.Ordinal) && !path.StartsWith("/brevskabeloner", StringComparison.Ordinal))
                    wrong.Add($"a hole that nothing filled: {line[..Math.Min(80, line.Length)]}");
                if (Foreign.Match(line) is { Success: true } foreign)
                    wrong.Add($"no Danish word: »{foreign.Value}« in …{Around(line, foreign)}…");
            }
        }
        Assert.True(read > 60, $"only {read} pages were read");
        Assert.True(wrong.Count == 0, $"{wrong.Count}:\n" + string.Join('\n', wrong.Take(60)));
    }

    static string Around(string line, Match at) => line[Math.Max(0, at.Index - 25)..Math.Min(line.Length, at.Index + at.Length + 25)];
}
