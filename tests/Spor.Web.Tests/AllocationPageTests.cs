using System.Net;
using Spor.Children;
using Spor.Facts;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Journal;
using Spor.Web.Access;
using Spor.Web.Frame;
using Spor.Web.Frame.Forms;
using Spor.Workforce;

namespace Spor.Web.Tests;

public sealed class AllocationPageTests : IAsyncLifetime
{
    readonly Site site = new();

    public async ValueTask InitializeAsync() => await site.InitializeAsync();

    public async ValueTask DisposeAsync() => await site.DisposeAsync();

    /// <summary>A child whose case was opened in Spor and has no caseworker.</summary>
    long Waiting(long? district)
    {
        long child = 0;
        site.Database.Journal.Act(
            new("receive-notification", "leder"),
            (_, ids) =>
            {
                child = ids.Next();
                return Kernel.Decision.Of([
                    new Recorded(
                        FactKinds.Child,
                        new ChildFact
                        {
                            Id = child,
                            BornOn = new(2019, 5, 1),
                            FirstName = "Asta",
                            LastName = "Ny",
                            DistrictId = district,
                        }
                    ),
                    new Recorded(
                        FactKinds.Case,
                        new CaseFact
                        {
                            Id = ids.Next(),
                            ChildId = child,
                            OpenedOn = site.Today.AddDays(-3),
                        }
                    ),
                ]);
            }
        );
        return child;
    }

    [Fact]
    public async Task A_leader_takes_the_proposal_and_the_caseload_follows()
    {
        var district = site.Register.Districts[0];
        var child = Waiting(district.DistrictId);
        var leader = await site.As("leder");
        var (_, list) = await site.Get(leader, "/fordeling");
        Assert.Contains("Asta Ny", list.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var (_, form) = await site.Get(leader, "/fordeling/" + child);
        var first = long.Parse(form.QuerySelector("input[name=EmployeeId][checked]")!.GetAttribute("value")!);
        Assert.Equal(Allocation.For(site.Overview.Find(child)!.File, site.Register, site.Today)[0].EmployeeId, first);
        int Children() => Caseload.At(site.Register, site.Today).Employees.First(e => e.EmployeeId == first).Children;
        var before = Children();
        await site.Post(
            leader,
            "/fordeling/" + child,
            form,
            [("EmployeeId", first.ToString()), ("From", Form.Iso(site.Today)), ("Reason", "")]
        );
        Assert.Equal([first], site.Overview.Find(child)!.AssignedTo);
        Assert.Equal(before + 1, Children());
        var (status, page, _) = await site.Post(
            leader,
            "/fordeling/" + child,
            form,
            [("EmployeeId", first.ToString()), ("From", Form.Iso(site.Today)), ("spor-token", Guid.NewGuid().ToString())],
            mustSucceed: false
        );
        Assert.Equal(
            (HttpStatusCode.UnprocessableEntity, $"/barn/{child}"),
            (status, page.QuerySelector("#fejl li a[href^='/barn']")!.GetAttribute("href"))
        );
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task A_leavers_child_waits_for_somebody_and_is_seen_by_the_team_of_its_district()
    {
        var district = site.Register.Districts[0];
        var team = site.Register.Staff.TeamOfDistrict(district.DistrictId, site.Today);
        var child = Waiting(district.DistrictId);
        site.Database.Journal.Act(
            new("receive-notification", "leder"),
            (_, ids) =>
            {
                var leaver = ids.Next();
                return Kernel.Decision.Of([
                    new Recorded(
                        FactKinds.Employment,
                        new EmploymentFact
                        {
                            Id = ids.Next(),
                            EmployeeId = leaver,
                            Role = Role.Caseworker,
                            TeamId = site.Register.Teams.First(t => t.TeamId != team).TeamId,
                            FteTenThousandths = 10_000,
                            From = site.Today.AddDays(-100),
                            To = site.Today.AddDays(-1),
                            Name = "Rejst Videre",
                        }
                    ),
                    new Recorded(
                        FactKinds.Assignment,
                        new AssignmentFact
                        {
                            Id = ids.Next(),
                            ChildId = child,
                            CaseId = site.Overview.Find(child)!.Case!.Id,
                            EmployeeId = leaver,
                            From = site.Today.AddDays(-3),
                        }
                    ),
                    new Recorded(
                        FactKinds.Notification,
                        new Notifications.NotificationFact
                        {
                            Id = ids.Next(),
                            ChildId = child,
                            ReceivedAt = site.Today.ToDateTime(TimeOnly.MinValue),
                            Notifier = Notifications.Notifier.School,
                        }
                    ),
                ]);
            }
        );
        Assert.Empty(site.Overview.Find(child)!.AssignedTo);
        var leader = await site.As("leder");
        var (_, list) = await site.Get(leader, "/fordeling");
        Assert.Contains("Asta Ny", list.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        foreach (
            var person in site
                .People.Where(p => p.Role is ViewerRole.Caseworker or ViewerRole.TeamLeader)
                .DistinctBy(p => (p.Role, p.TeamId))
        )
        {
            var browser = await site.As(person.Key);
            var own = person.TeamId == team;
            Assert.Equal(own ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await site.Get(browser, "/barn/" + child)).Status);
            var (_, inbox) = await site.Get(browser, "/indbakke");
            Assert.Equal(own, inbox.QuerySelector("main")!.TextContent.Contains("Asta Ny", StringComparison.Ordinal));
        }
        // And the leader can give it to somebody.
        var (_, form) = await site.Get(leader, "/fordeling/" + child);
        var first = form.QuerySelector("input[name=EmployeeId][checked]")!.GetAttribute("value")!;
        await site.Post(leader, "/fordeling/" + child, form, [("EmployeeId", first), ("From", Form.Iso(site.Today)), ("Reason", "")]);
        Assert.Equal([long.Parse(first)], site.Overview.Find(child)!.AssignedTo);
    }

    [Fact]
    public async Task Another_than_the_proposed_one_needs_a_reason_and_a_caseworker_does_not_come_here()
    {
        var child = Waiting(null);
        var leader = await site.As("teamleder-1");
        var (_, form) = await site.Get(leader, "/fordeling/" + child);
        var other = form.QuerySelectorAll("input[name=EmployeeId]")[^1].GetAttribute("value")!;
        var (status, page, _) = await site.Post(
            leader,
            "/fordeling/" + child,
            form,
            [("EmployeeId", other), ("From", Form.Iso(site.Today)), ("Reason", "")],
            mustSucceed: false
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.NotNull(page.QuerySelector("#felt-Reason-fejl"));
        Assert.NotNull(page.QuerySelector($"input[name=EmployeeId][value='{other}'][checked]"));
        await site.Post(
            leader,
            "/fordeling/" + child,
            page,
            [("EmployeeId", other), ("From", Form.Iso(site.Today)), ("Reason", "Kender familien")]
        );
        Assert.Equal([long.Parse(other)], site.Overview.Find(child)!.AssignedTo);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(await site.As(site.CaseworkerKeys[0]), "/fordeling")).Status);
    }

    [Fact]
    public async Task Who_covers_sees_the_absent_colleagues_children_while_it_lasts()
    {
        var away = site.People.First(p => p.Role == ViewerRole.Caseworker && site.Overview.Of(p.EmployeeId!.Value).Any());
        var cover = site.People.First(p => p.Role == ViewerRole.Caseworker && p.TeamId != away.TeamId);
        var child = site.Overview.Of(away.EmployeeId!.Value).First().File.Id;
        var covering = await site.As(cover.Key);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(covering, "/barn/" + child)).Status);
        var leader = await site.As("leder");
        var (_, form) = await site.Get(leader, "/fravaer");
        var (status, page, _) = await site.Post(
            leader,
            "/fravaer",
            form,
            [
                ("EmployeeId", away.EmployeeId.ToString()!),
                ("Kind", "ferie"),
                ("From", Form.Iso(site.Today)),
                ("To", ""),
                ("CoverId", away.EmployeeId.ToString()!),
            ],
            mustSucceed: false
        );
        Assert.Equal((HttpStatusCode.UnprocessableEntity, true), (status, page.QuerySelector("#felt-CoverId-fejl") is not null));
        await site.Post(
            leader,
            "/fravaer",
            page,
            [
                ("EmployeeId", away.EmployeeId.ToString()!),
                ("Kind", "ferie"),
                ("From", Form.Iso(site.Today)),
                ("To", ""),
                ("CoverId", cover.EmployeeId.ToString()!),
            ]
        );
        Assert.Equal(HttpStatusCode.OK, (await site.Get(covering, "/barn/" + child)).Status);
        Assert.Contains(
            away.Name,
            (await site.Get(covering, "/min-dag")).Page.QuerySelector("#daekker")!.TextContent,
            StringComparison.Ordinal
        );
        var absence = Assert.Single(site.Register.Absences);
        var (_, now) = await site.Get(leader, "/fravaer");
        await site.Post(leader, $"/fravaer/{absence.Id}/tilbage", now, [("BackOn", Form.Iso(site.Today))]);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(covering, "/barn/" + child)).Status);
    }

    [Fact]
    public async Task A_special_group_is_named_and_ended()
    {
        var leader = await site.As("leder");
        var worker = site.People.First(p => p.Role == ViewerRole.Caseworker);
        var (_, form) = await site.Get(leader, "/fravaer");
        Assert.Equal(form.QuerySelectorAll("[id]").Select(e => e.Id).Distinct().Count(), form.QuerySelectorAll("[id]").Length);
        await site.Post(
            leader,
            "/fravaer/saergruppe",
            form,
            [
                ("EmployeeId", worker.EmployeeId.ToString()!),
                ("TargetGroup", "funktionsnedsættelse"),
                ("spor-token", Guid.NewGuid().ToString()),
            ]
        );
        var known = Assert.Single(site.Register.Specialities);
        var (_, page) = await site.Get(leader, "/fravaer");
        Assert.Contains(worker.Name, page.QuerySelector("#saergrupper")!.TextContent, StringComparison.Ordinal);
        await site.Post(leader, $"/fravaer/saergruppe/{known.Id}/slut", page, [("spor-token", Guid.NewGuid().ToString())]);
        Assert.NotNull(Assert.Single(site.Register.Specialities).To);
    }
}
