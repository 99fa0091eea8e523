using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Spor.Access;
using Spor.Facts;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;

namespace Spor.Web.Tests;

/// <summary>Every role guesses at numbers in addresses, ten thousand times in the long run: nobody comes to a child that is not theirs to
/// see, no thing of one child is shown under another, and nothing falls over.</summary>
public sealed partial class GuessTests : IAsyncLifetime
{
    readonly Site site = new();

    public async ValueTask InitializeAsync()
    {
        await site.InitializeAsync();
        CoordinatorStage.Seed(site);
        DemoRoles.Seed(site.Database);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Hole();

    /// <summary>Pages for those who may not see the child: where a reason is given, and where a record is erased by its number when its
    /// time is over. They say nothing of whom it is.</summary>
    static readonly string[] WithoutName = ["/barn/{child:long}/adgang", "/sletning/{child:long}"];

    [Fact]
    public async Task Guessing_numbers_finds_nothing()
    {
        var register = site.Register;
        var patterns = site
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e =>
                e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true
                && e.Metadata.GetMetadata<IAllowAnonymous>() is null
                && e.RoutePattern.RawText!.Contains('{', StringComparison.Ordinal)
            )
            .Select(e =>
                (
                    Path: "/" + e.RoutePattern.RawText!.Trim('/'),
                    Policy: e.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).Last(p => p is not null)!
                )
            )
            .ToList();
        Assert.True(patterns.Count > 60);

        // Those who have the most have something for every address; each thing is known with its child.
        var reader = new ChildReader(site.Database);
        var busy = register.Children.OrderByDescending(c => c.All.Count).Take(25).Select(c => reader.Read(c.Id)!).ToList();
        var owner = new Dictionary<long, long>();
        foreach (var file in busy.Concat(register.Children))
        foreach (var fact in file.All.OfType<ChildsFact>())
            owner.TryAdd(fact.Id, fact.ChildId);
        var things = busy.ToDictionary(f => f.Id, f => f.All.OfType<ChildsFact>().Select(x => x.Id).ToArray());
        var random = new Random(20261129);
        var roles = site.People.GroupBy(p => p.Role).Select(g => g.First()).ToList();
        var wrong = new HashSet<string>();
        var found = 0;
        for (var left = Heavy.Times(10_000, 60); left > 0; )
            foreach (var role in roles)
            {
                left--;
                var browser = await site.As(role.Key);
                var viewer = new Viewer(
                    site.Services.GetRequiredService<People>().Find(role.Key, register)!,
                    register,
                    site.Today,
                    site.Today
                );
                var (pattern, policy) = patterns[random.Next(patterns.Count)];
                var child = busy[random.Next(busy.Count)];
                var thing = 0L;
                var url = Hole()
                    .Replace(
                        pattern,
                        hole =>
                        {
                            if (hole.Value.StartsWith("{child", StringComparison.Ordinal))
                                return child.Id.ToString();
                            if (
                                !hole.Value.Contains(":long", StringComparison.Ordinal)
                                && !hole.Value.Contains(":int", StringComparison.Ordinal)
                            )
                                return new[] { "1", "active-cases", "hest", "first-follow-up" }[random.Next(4)];
                            var of = random.Next(2) == 0 ? things[child.Id] : things[busy[random.Next(busy.Count)].Id];
                            thing = random.Next(10) == 0 ? random.Next(1, 1 << 20) : of[random.Next(of.Length)];
                            return thing.ToString();
                        }
                    );
                using var answer = await browser.GetAsync(new Uri(url, UriKind.Relative));
                var said = $"{role.Role} at {pattern}";
                if ((int)answer.StatusCode >= 500)
                    wrong.Add($"{said}: {(int)answer.StatusCode}");
                if (answer.StatusCode != HttpStatusCode.OK || answer.RequestMessage!.RequestUri!.AbsolutePath != url)
                    continue;
                found++;
                if (!Roles.All.Single(r => r.Role == role.Role).May.Any(c => c.ToString() == policy))
                    wrong.Add($"{said}: the role is not let in there");
                if (!pattern.Contains("{child", StringComparison.Ordinal))
                    continue;
                if (!viewer.MaySee(child, site.Today))
                {
                    if (!WithoutName.Contains(pattern))
                        wrong.Add($"{said}: a child that is not theirs to see");
                    else if ((await answer.Content.ReadAsStringAsync()).Contains(child.Child.Name, StringComparison.Ordinal))
                        wrong.Add($"{said}: the page names the child");
                }
                if (thing != 0 && owner.TryGetValue(thing, out var of) && of != child.Id)
                    wrong.Add($"{said}: a thing of another child");
            }
        Assert.Equal([], wrong.Order());
        Assert.True(found > 5, $"only {found} pages were there at all");
    }
}
