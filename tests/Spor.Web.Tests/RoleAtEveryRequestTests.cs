using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Spor.Facts;
using Spor.Storage;
using Spor.Storage.Journal;
using Spor.Workforce;

namespace Spor.Web.Tests;

/// <summary>The cookie says who somebody is. What they may do is the register's to say, at every request.</summary>
public sealed class RoleAtEveryRequestTests : IAsyncLifetime
{
    readonly Site site = new();

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    void Change(long employee, Action<EmploymentFact> change, Action<EmploymentFact>? then = null)
    {
        var before = site.Register.Employments.Single(e => e.EmployeeId == employee);
        var corrected = (EmploymentFact)before.Copy();
        change(corrected);
        var result = site.Database.Journal.Act(
            new("import", "test"),
            (_, ids) =>
            {
                var events = new List<DomainEvent> { new Corrected(FactKinds.Employment, corrected) };
                if (then is not null)
                {
                    var next = (EmploymentFact)before.Copy();
                    (next.Id, next.SourceKey) = (ids.Next(), null);
                    then(next);
                    events.Add(new Recorded(FactKinds.Employment, next));
                }
                return Kernel.Decision.Of(events);
            }
        );
        Assert.False(result.Refused);
    }

    // Looks are written many in one group.
    async Task<IReadOnlyList<Look>> Refused(string key)
    {
        var log = site.Services.GetRequiredService<AccessLog>();
        await log.Flush();
        return [.. log.ReadOf(key, "afvist")];
    }

    async Task<HttpStatusCode> Status(HttpClient browser, string url) => (await site.Get(browser, url)).Status;

    static string Child(long id) => "/barn/" + id.ToString(CultureInfo.InvariantCulture);

    [Fact]
    public async Task Whoever_has_left_is_nobody_at_the_next_request()
    {
        var person = site.People.First(p => p.Role == ViewerRole.Caseworker && site.Overview.Of(p.EmployeeId!.Value).Any());
        var child = site.Overview.Of(person.EmployeeId!.Value).First(c => c.AssignedTo.Count == 1 && c.Child.DistrictId is not null);
        var browser = await site.As(person.Key);
        var form = Child(child.File.Id) + "/notat";
        var (status, page) = await site.Get(browser, form);
        Assert.Equal(HttpStatusCode.OK, status);

        Change(person.EmployeeId.Value, e => e.To = site.Today.AddDays(-1));
        var head = site.Database.HeadNo;
        Assert.Equal(HttpStatusCode.Forbidden, await Status(browser, "/min-dag"));
        Assert.Equal(HttpStatusCode.Forbidden, await Status(browser, Child(child.File.Id)));
        Assert.Equal(HttpStatusCode.Forbidden, await Status(browser, "/"));
        (status, _, _) = await site.Post(browser, form, page, [("Text", "Skrevet efter sidste dag")], mustSucceed: false);
        Assert.Equal((HttpStatusCode.Forbidden, head), (status, site.Database.HeadNo));
        // Each try is seen in the log, under the key.
        Assert.Equal(4, (await Refused(person.Key)).Count);
        Assert.DoesNotContain(site.People, p => p.Key == person.Key);

        // The children are not lost: they are their district's team's, wait for a caseworker, and the leader sees them.
        var state = site.Overview.Find(child.File.Id)!;
        Assert.Empty(state.AssignedTo);
        var team = site.Register.Staff.TeamOf(state.File, site.Today);
        var leader = await site.As(site.People.First(p => p.Role == ViewerRole.TeamLeader && p.TeamId == team).Key);
        Assert.Equal(HttpStatusCode.OK, await Status(leader, Child(child.File.Id)));
        var (_, waiting) = await site.Get(await site.As("leder"), "/fordeling");
        var allocate = "/fordeling/" + child.File.Id.ToString(CultureInfo.InvariantCulture);
        Assert.Contains(waiting.QuerySelectorAll("a"), a => a.GetAttribute("href") == allocate);
        // And the name is still known where it stands in the history.
        Assert.Equal(person.Name, site.Register.Staff.Name(person.EmployeeId.Value));
        Assert.Equal(person.Name, new People(People.Employees).Name(person.Key, site.Register));
    }

    [Fact]
    public async Task Whoever_moves_to_another_team_sees_that_teams_children_at_the_next_request()
    {
        var person = site.People.First(p => p.Role == ViewerRole.Caseworker);
        var other = site.Register.Teams.Select(t => t.TeamId).First(t => t != person.TeamId);
        long Of(long team) =>
            site
                .Overview.Children.First(c =>
                    c.AssignedTo is [var only] && only != person.EmployeeId && site.Register.Staff.IsOfTeam(c.File, team, site.Today)
                )
                .File.Id;
        long before = Of(person.TeamId!.Value),
            after = Of(other);
        var browser = await site.As(person.Key);
        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.Forbidden),
            (await Status(browser, Child(before)), await Status(browser, Child(after)))
        );
        Change(person.EmployeeId!.Value, e => e.To = site.Today.AddDays(-1), e => (e.From, e.TeamId) = (site.Today, other));
        Assert.Equal(
            (HttpStatusCode.Forbidden, HttpStatusCode.OK),
            (await Status(browser, Child(before)), await Status(browser, Child(after)))
        );
    }

    [Fact]
    public async Task Whoever_gets_another_role_has_it_at_the_next_request()
    {
        var person = site.People.First(p => p.Role == ViewerRole.Caseworker);
        var browser = await site.As(person.Key);
        Assert.Equal(HttpStatusCode.Forbidden, await Status(browser, "/fordeling"));
        Change(person.EmployeeId!.Value, e => e.Role = Role.ProfessionalCoordinator);
        Assert.Equal(HttpStatusCode.OK, await Status(browser, "/fordeling"));
        Change(person.EmployeeId!.Value, e => e.Role = Role.Psychologist);
        Assert.Equal(HttpStatusCode.Forbidden, await Status(browser, "/min-dag"));
    }

    [Fact]
    public async Task What_the_controller_is_refused_is_a_row_in_the_log()
    {
        var browser = await site.As("controller");
        Assert.Equal(HttpStatusCode.Forbidden, await Status(browser, "/boern"));
        var look = Assert.Single(await Refused("controller"));
        Assert.Contains("GET /boern", look.Subject, StringComparison.Ordinal);
    }
}
