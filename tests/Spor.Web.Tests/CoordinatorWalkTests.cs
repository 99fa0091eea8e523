using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Spor.Children;
using Spor.Conferences;
using Spor.Facts;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Web.Access;
using Spor.Web.Frame;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Tests;

/// <summary>
/// Walks every endpoint that there is as a coordinator, with the ids of the very child whose conference it is, of another child, and of
/// conferences that are its own, somebody else's and its own no longer. An endpoint that is written later is walked the day it is written.
/// </summary>
public sealed partial class CoordinatorWalkTests : IAsyncLifetime
{
    const string Mark = "SECRET-";
    readonly Site site = new();
    DemoPerson coordinator = null!,
        other = null!;
    ChildState own = null!,
        before = null!,
        stranger = null!;
    long ownId,
        beforeId,
        strangerId;

    public async ValueTask InitializeAsync()
    {
        await site.InitializeAsync();
        var coordinators = CoordinatorStage.Seed(site);
        (coordinator, other) = (coordinators[0], coordinators[1]);
        var children = CoordinatorStage.Children(site);
        (own, before, stranger) = (children[0].Child, children[1].Child, children[2].Child);
        // Every text of every kind of fact of the three children is a mark, also of kinds that are written later.
        foreach (var child in new[] { own, before, stranger })
            CoordinatorStage.Write(
                site,
                child.File.Id,
                [
                    .. FactKinds
                        .All.Where(k => k.HasText && typeof(ChildsFact).IsAssignableFrom(k.Row))
                        .Select(k => (Func<IdGiver, Fact>)(ids => Marked(k, ids.Next(), child.File.Id))),
                ]
            );
        ownId = CoordinatorStage.Conference(site, own.File.Id, " own").Conference;
        beforeId = CoordinatorStage.Conference(site, before.File.Id, $" {Mark}before").Conference;
        strangerId = CoordinatorStage.Conference(site, stranger.File.Id, $" {Mark}stranger").Conference;
        CoordinatorStage.Write(
            site,
            own.File.Id,
            ids => new InviteeFact
            {
                Id = ids.Next(),
                ChildId = own.File.Id,
                ConferenceId = ownId,
                MayCome = true,
                Role = InviteeRole.Child,
                Name = own.Child.Name,
            }
        );
        CoordinatorStage.Write(
            site,
            own.File.Id,
            ids => new InviteeFact
            {
                Id = ids.Next(),
                ChildId = own.File.Id,
                ConferenceId = ownId,
                MayCome = false,
                Role = InviteeRole.Network,
                Name = "Onkel Udenfor",
                Reason = Mark + "why",
            }
        );
        CoordinatorStage.Give(site, own.File.Id, ownId, coordinator);
        CoordinatorStage.Give(site, stranger.File.Id, strangerId, other);
        CoordinatorStage.Write(
            site,
            before.File.Id,
            ids => new CoordinationFact
            {
                Id = ids.Next(),
                ChildId = before.File.Id,
                ConferenceId = beforeId,
                CoordinatorId = coordinator.CoordinatorId!.Value,
                From = site.Today,
                To = site.Today,
                Because = ReplacedBecause.Prevented,
            }
        );
    }

    public async ValueTask DisposeAsync() => await site.DisposeAsync();

    Fact Marked(FactKind kind, long id, long child)
    {
        var fact = (Fact)Activator.CreateInstance(kind.Row)!;
        foreach (
            var p in kind
                .Row.GetProperties()
                .Where(p =>
                    p.CanWrite
                    && p.Name is not (nameof(Fact.SourceKey) or nameof(Fact.RecordedIn) or nameof(Fact.RetractedIn) or nameof(Fact.TextId))
                )
        )
        {
            var type = Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType;
            // A past day keeps what is marked out of today's reckoning.
            if (type == typeof(string))
                p.SetValue(fact, $"{Mark}{kind.Row.Name}.{p.Name}");
            else if (type == typeof(DateOnly))
                p.SetValue(fact, site.Today.AddYears(-1));
            else if (type == typeof(DateTime))
                p.SetValue(fact, site.Today.AddYears(-1).ToDateTime(new(12, 0)));
        }
        fact.Id = id;
        ((ChildsFact)fact).ChildId = child;
        return fact;
    }

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Parameter();

    /// <summary>What differs from one showing of a page to the next.</summary>
    [GeneratedRegex("value=\"[^\"]{30,}\"")]
    private static partial Regex Tokens();

    List<RouteEndpoint> Endpoints => [.. site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    static string Path(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.Trim('/');

    static bool MayAnybody(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    static string? Policy(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).LastOrDefault(p => p is not null);

    static bool IsDesk(RouteEndpoint endpoint) => Policy(endpoint) is Policies.Coordination or Policies.Start;

    /// <summary>The addresses of an endpoint with real ids: each pair of a child and a conference that one may try.</summary>
    IEnumerable<(string Url, long Conference)> Filled(RouteEndpoint endpoint)
    {
        var path = Path(endpoint);
        if (!path.Contains('{', StringComparison.Ordinal))
            return [(path, 0)];
        return new[] { (own.File.Id, ownId), (own.File.Id, strangerId), (before.File.Id, beforeId), (stranger.File.Id, strangerId) }
            .Select(ids =>
                (
                    Parameter()
                        .Replace(
                            path,
                            m =>
                                m.Groups[1].Value switch
                                {
                                    "child" => N(ids.Item1),
                                    "id" => N(ids.Item2),
                                    "code" => "404",
                                    _ => "1",
                                }
                        ),
                    ids.Item2
                )
            )
            .Distinct();
    }

    static string N(long id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>What no answer to a coordinator may hold: the marks, CPR numbers, and who the children are.</summary>
    List<string> Secrets()
    {
        var reader = new ChildReader(site.Database);
        var secrets = new List<string> { Mark };
        foreach (var child in site.Register.Children)
        {
            secrets.Add(child.Child.Name);
            if (child.Child.LastName is { } last)
                secrets.Add($"{child.Child.FirstName} {last}");
        }
        foreach (var child in new[] { own, before, stranger })
        {
            var file = reader.Read(child.File.Id)!;
            secrets.AddRange(new[] { file.Child.Cpr, file.Child.CprText, file.Child.School }.OfType<string>());
            secrets.AddRange(file.People.Select(p => p.Name).OfType<string>());
        }
        // A caseworker is named as the one to ask, and may be called what somebody else is called.
        return [.. secrets.Distinct().Except(site.Register.Employments.Select(e => e.Name).OfType<string>())];
    }

    [Fact]
    public async Task No_endpoint_but_the_desk_is_open_to_a_coordinator_and_no_answer_holds_what_it_may_not_see()
    {
        var browser = await site.As(coordinator.Key);
        var (_, desk) = await site.Get(browser, Routes.CoordinatorConference(ownId));
        var token = desk.QuerySelector("input[type=hidden][name*=Token]")!;
        var secrets = Secrets();
        // The marks are where the case is read, so that not finding them here says something.
        using (var page = await (await site.As("leder")).GetAsync(new Uri(Routes.Child(own.File.Id), UriKind.Relative)))
            Assert.Contains(Mark, await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var log = CoordinatorStage.Log(site);
        await log.Flush();
        var refusedBefore = log.ReadOf(coordinator.Key, "samordner-afvist").Count;
        List<string> open = [],
            told = [];
        HashSet<string> read = [];
        List<(string Method, RouteEndpoint Endpoint, long Conference)> refused = [];
        foreach (var endpoint in Endpoints.Where(e => !Path(e).StartsWith("/log-ud", StringComparison.Ordinal)))
        foreach (
            var method in (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Where(m => m is "GET" or "POST")
        )
        foreach (var (url, conference) in Filled(endpoint))
        {
            // Choosing to be somebody else is what the demo's sign-in page is for.
            if (Path(endpoint) == "/log-ind")
                continue;
            using var request = new HttpRequestMessage(new HttpMethod(method), url + (method == "GET" ? "?gemt=note" : ""));
            if (method == "POST")
                request.Content = new FormUrlEncodedContent([
                    KeyValuePair.Create(token.GetAttribute("name")!, token.GetAttribute("value")!),
                    KeyValuePair.Create("spor-form", Routes.Child(own.File.Id)),
                    KeyValuePair.Create("soeg", own.Child.FirstName!),
                ]);
            using var answer = await browser.SendAsync(request);
            var body = await answer.Content.ReadAsStringAsync();
            var status = (int)answer.StatusCode;
            var mayCome = MayAnybody(endpoint) || (IsDesk(endpoint) && (conference == 0 || conference == ownId));
            if (!mayCome && status is not (403 or 404))
                open.Add($"{method} {url} answered {status}");
            if (mayCome && IsDesk(endpoint) && status is not (200 or 422))
                open.Add($"{method} {url} is shut: {status}");
            if (!mayCome)
                refused.Add((method, endpoint, conference));
            // The same page of refusal a thousand times is read once.
            if (read.Add(Tokens().Replace(body, "")))
                told.AddRange(
                    secrets.Where(s => body.Contains(s, StringComparison.OrdinalIgnoreCase)).Select(s => $"{method} {url} tells {s}")
                );
            told.AddRange(
                answer
                    .Headers.Where(h => secrets.Any(s => string.Join(' ', h.Value).Contains(s, StringComparison.OrdinalIgnoreCase)))
                    .Select(h => $"{method} {url} tells in {h.Key}")
            );
        }
        Assert.Equal([], open);
        Assert.Equal([], told);
        Assert.True(refused.Count > 200, $"only {refused.Count} were tried");

        // Each refused attempt is in the log of who looked, by its route and ids; nobody's name is.
        await log.Flush();
        var looks = log.ReadOf(coordinator.Key, "samordner-afvist").Skip(refusedBefore).ToList();
        Assert.Equal(refused.Count, looks.Count);
        var routes = looks.Select(l => JsonDocument.Parse(l.Subject).RootElement.GetProperty("filter").GetString()!).ToList();
        Assert.Equal(
            [],
            refused
                .Where(r => !routes.Exists(f => f.StartsWith($"{r.Method} {r.Endpoint.RoutePattern.RawText}", StringComparison.Ordinal)))
                .Select(r => $"{r.Method} {Path(r.Endpoint)}")
        );
        Assert.Contains(routes, f => f.Contains($"child={N(own.File.Id)}", StringComparison.Ordinal));
        Assert.Equal(
            [],
            looks.Where(l => secrets.Exists(s => l.Subject.Contains(s, StringComparison.OrdinalIgnoreCase))).Select(l => l.Subject)
        );
        // And the look that was allowed.
        Assert.Contains(
            log.ReadOf(coordinator.Key, "samordner"),
            l =>
                l.Subject.Contains($"raadslagning {N(ownId)}: side", StringComparison.Ordinal)
                && l.Subject.Contains(N(own.File.Id), StringComparison.Ordinal)
        );
        Assert.Equal([], log.Check());
    }

    [Fact]
    public async Task What_the_coordinator_is_there_for_is_on_its_pages()
    {
        var browser = await site.As(coordinator.Key);
        foreach (var url in new[] { Routes.CoordinatorConference(ownId), Routes.CoordinatorSheet(ownId) })
        {
            var (status, page) = await site.Get(browser, url);
            Assert.Equal(HttpStatusCode.OK, status);
            var text = page.QuerySelector("main")!.TextContent;
            Assert.All(
                new[]
                {
                    "Hvem kan hente i børnehaven? own",
                    "Mormor Mågevig own",
                    "70 10 20 40",
                    "Strandvejen 1",
                    "Beboerhuset own",
                    "Suppe",
                    "polsk",
                    "Hver sit rum i den første del",
                    "Onkel Udenfor",
                    own.Child.FirstName!,
                },
                t => Assert.Contains(t, text, StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public async Task The_frame_around_a_coordinators_pages_names_the_municipality_and_the_desk_and_nothing_else()
    {
        var browser = await site.As(coordinator.Key);
        foreach (
            var (url, expected) in new[]
            {
                (Routes.CoordinatorDesk, HttpStatusCode.OK),
                ("/ingen-adgang", HttpStatusCode.Forbidden),
                ("/samordner/999999999", HttpStatusCode.NotFound),
            }
        )
        {
            var (status, page) = await site.Get(browser, url);
            Assert.Equal(expected, status);
            Assert.Equal([Routes.CoordinatorDesk], page.QuerySelectorAll("nav.rail details a").Select(a => a.GetAttribute("href")!));
            Assert.Equal(site.Register.Municipality!.Name, page.QuerySelector(".stand")!.TextContent.Trim());
        }
        // The menu's one item leads where it says.
        Assert.Equal(HttpStatusCode.OK, (await site.Get(browser, Routes.CoordinatorDesk)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(browser, "/findes-ikke-" + Guid.NewGuid().ToString("N"))).Status);
    }

    [Fact]
    public async Task The_coordinators_own_posts_ask_for_the_forms_token()
    {
        var browser = await site.As(coordinator.Key);
        var posts = Endpoints
            .Where(e => Policy(e) == Policies.Coordination && e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains("POST"))
            .ToList();
        Assert.NotEmpty(posts);
        foreach (var post in posts)
        {
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("Because", "kender familien")]);
            using var answer = await browser.PostAsync(new Uri(Parameter().Replace(Path(post), N(ownId)), UriKind.Relative), form);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    [Fact]
    public void Who_was_replaced_a_second_ago_is_refused_inside_the_decision()
    {
        using var scope = site.Services.CreateScope();
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext
        {
            RequestServices = scope.ServiceProvider,
            User = Principal.Of(coordinator.Key, "test", "here"),
        };
        // The page was read while the coordinator had the conference.
        var acting = scope.ServiceProvider.GetRequiredService<Acting>();
        var mine = ConferencePath.CoordinatorOf(ownId, site.Overview.Find(own.File.Id)!.File)!;
        site.Database.Journal.Act(
            new("replace-coordinator", "test", own.File.Id),
            (facts, _) =>
            {
                var ended = (CoordinationFact)facts.Opened(facts.Find<CoordinationFact>(mine.Id)!).Copy();
                ended.To = site.Today;
                return new Corrected(FactKinds.Coordination, ended);
            }
        );
        var form = FormState.New(0);
        scope
            .ServiceProvider.GetRequiredService<IHttpContextAccessor>()
            .HttpContext!.SetEndpoint(new(null, new(NoteAnswers.Verb, Spor.Cases.WriteNote.Verb), null));
        Assert.False(acting.Do(new NoteAnswers(ownId, []), form).Saved);
        Assert.Equal("coordination-ended", Assert.Single(form.Refusals).Code);
        form = FormState.New(0);
        Assert.False(
            acting.Do(new Spor.Cases.WriteNote(own.File.Id, site.Today, Spor.Cases.NoteKind.Meeting, null, "Må ikke skrives"), form).Saved
        );
        Assert.Equal("not-yours-to-do", Assert.Single(form.Refusals).Code);
    }

    [Fact]
    public void A_coordinator_sees_no_child_in_any_list()
    {
        using var scope = site.Services.CreateScope();
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext
        {
            RequestServices = scope.ServiceProvider,
            User = Principal.Of(coordinator.Key, "test", "here"),
        };
        var viewing = scope.ServiceProvider.GetRequiredService<Viewing>();
        Assert.Empty(viewing.Visible);
        Assert.Empty(viewing.Mine);
        Assert.False(viewing.MayWork);
        Assert.False(viewing.MayLead);
    }
}
