using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Spor.Web.Access;

namespace Spor.Web.Tests;

/// <summary>Every role at every page that has no parameter, as the roles are declared; a new role is walked the day it is
/// declared.</summary>
public sealed partial class AccessMatrixTests : IAsyncLifetime
{
    readonly Site site = new()
    {
        EditExtract = folder =>
            File.AppendAllText(Path.Combine(folder, "medarbejdere.csv"), "m901;Kirsten Fager;faglig koordinator;t1;1,0;2020-06-01;\n"),
    };

    public async ValueTask InitializeAsync()
    {
        await site.InitializeAsync();
        CoordinatorStage.Seed(site);
        DemoRoles.Seed(site.Database);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    static IEnumerable<(string Path, string Policy)> Pages(IServiceProvider services) =>
        services
            .GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e =>
                e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true
                && e.Metadata.GetMetadata<IAllowAnonymous>() is null
                && !e.RoutePattern.RawText!.Contains('{', StringComparison.Ordinal)
            )
            .Select(e =>
                (
                    "/" + e.RoutePattern.RawText!.Trim('/'),
                    e.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).Last(p => p is not null)!
                )
            );

    async Task<HttpClient> Somebody(ViewerRole role) => await site.As(site.People.First(p => p.Role == role).Key);

    [Fact]
    public async Task Each_role_comes_where_its_declaration_lets_it_and_no_further()
    {
        var wrong = new List<string>();
        foreach (var declared in Roles.All)
        {
            // The analyst is whoever sits at the machine, and is nobody in a demo.
            await using var own = declared.Role == ViewerRole.Analyst ? await OwnSite.Open() : null;
            var browser = own is null ? await Somebody(declared.Role) : null;
            var pages = Pages(own?.Services ?? site.Services).ToList();
            Assert.True(pages.Count > 30);
            foreach (var (path, policy) in pages)
            {
                HttpStatusCode status;
                if (own is not null)
                    status = (await own.Get(path)).Status;
                else
                {
                    using var answer = await browser!.GetAsync(new Uri(path, UriKind.Relative));
                    status = answer.StatusCode;
                }
                if (declared.May.Any(c => c.ToString() == policy) ? status == HttpStatusCode.Forbidden : status != HttpStatusCode.Forbidden)
                    wrong.Add($"{declared.Role} at {path} ({policy}) was answered {(int)status}");
            }
        }
        Assert.Equal([], wrong);
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Hole();

    /// <summary>Also what has a number in its address, and what is posted: the role is asked before the number and before the form's token,
    /// so that nobody learns from the answer whether the number stands for anything.</summary>
    [Fact]
    public async Task Whom_a_role_does_not_open_an_endpoint_for_is_refused_there_whatever_the_number()
    {
        var endpoints = site
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null && e.Metadata.GetMetadata<HttpMethodMetadata>() is not null)
            .ToList();
        Assert.True(endpoints.Count > 200);
        var child = site
            .Overview.Children.First(c => c.Case is not null)
            .File.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var declared = Roles.All.Where(r => r.Role != ViewerRole.Analyst).ToList();
        var (wrong, asked) = (new List<string>(), 0);
        for (var i = 0; i < endpoints.Count; i++)
        {
            var policies = endpoints[i].Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).OfType<string>().ToList();
            List<RoleDeclaration> without = [.. declared.Where(r => policies.Exists(p => !r.May.Any(c => c.ToString() == p)))];
            // A different one of them for each endpoint, so that a short run meets every role many times.
            if (!Heavy.Whole && without.Count > 0)
                without = [without[i % without.Count]];
            foreach (var role in without)
            {
                var browser = await Somebody(role.Role);
                var url = "/" + Hole().Replace(endpoints[i].RoutePattern.RawText!.Trim('/'), child);
                foreach (var method in endpoints[i].Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods)
                {
                    using var request = new HttpRequestMessage(new HttpMethod(method), url);
                    if (method == "POST")
                        request.Content = new FormUrlEncodedContent([]);
                    using var answer = await browser.SendAsync(request);
                    asked++;
                    if (answer.StatusCode != HttpStatusCode.Forbidden)
                        wrong.Add($"{role.Role}: {method} {url} was answered {(int)answer.StatusCode}");
                }
            }
        }
        Assert.Equal([], wrong);
        Assert.True(asked > 200, $"only {asked} were asked");
    }

    [Fact]
    public void Every_role_is_declared_once_and_opens_something() =>
        Assert.Equal(
            Enum.GetValues<ViewerRole>().Select(r => (r, true)),
            Roles.All.Select(r => (r.Role, r.May.Contains(Capability.Start))).OrderBy(r => r.Role)
        );
}
