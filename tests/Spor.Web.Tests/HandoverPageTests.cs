using System.Globalization;
using System.Net;
using Spor.Requirements;
using Spor.Storage.Journal;
using Spor.Web.Access;
using Spor.Web.Frame;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Tests;

/// <summary>A child that is handed over to another team stays where it is until that team has said yes.</summary>
public sealed class HandoverPageTests : IAsyncLifetime
{
    readonly Site site = new();

    public async ValueTask InitializeAsync() => await site.InitializeAsync();

    public async ValueTask DisposeAsync() => await site.DisposeAsync();

    static string N(long id) => id.ToString(CultureInfo.InvariantCulture);

    [Fact]
    public async Task The_other_teams_leader_is_asked_may_say_no_and_moves_the_child_by_a_yes()
    {
        var child = site.Overview.Children.First(c =>
            c is { Case: not null, AssignedTo.Count: 1, Child.Protected: false }
            && c.File.Cases.Count(k => k.ClosedOn is null) == 1
            && site.CaseworkerKeys.Contains("medarbejder-" + c.AssignedTo[0])
        );
        var (id, key) = (child.File.Id, "medarbejder-" + child.AssignedTo[0]);
        var to = site.People.First(p => p.Role == ViewerRole.Caseworker && p.TeamId != site.Person(key).TeamId);
        var leader = site.People.First(p => p.Role == ViewerRole.TeamLeader && p.TeamId == to.TeamId);
        var ownLeader = site.People.First(p => p.Role == ViewerRole.TeamLeader && p.TeamId == site.Person(key).TeamId);
        var (mine, theirs, own) = (await site.As(key), await site.As(leader.Key), await site.As(ownLeader.Key));

        async Task Propose()
        {
            var (_, form) = await site.Get(mine, Routes.HandOver(id));
            await site.Post(
                mine,
                Routes.HandOver(id),
                form,
                [
                    ("ToEmployeeId", N(to.EmployeeId!.Value)),
                    ("On", Form.Iso(site.Today)),
                    ("Promised", "Bo ringer på mandag."),
                    ("NoMeetingReason", "De kender hinanden."),
                ]
            );
        }

        await Propose();
        Assert.Equal([child.AssignedTo[0]], site.Overview.Find(id)!.AssignedTo);
        var (_, own1) = await site.Get(mine, Routes.Child(id));
        Assert.Contains("Venter på svar fra", own1.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await site.Get(own, Routes.Child(id))).Status);

        // Those who are asked see the question, and not the child's page.
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(theirs, Routes.Child(id))).Status);
        var (_, day) = await site.Get(theirs, "/min-dag");
        var link = day.QuerySelectorAll("a")
            .Select(a => a.GetAttribute("href")!)
            .First(h => h.StartsWith($"/barn/{id}/overdragelse-forslag/", StringComparison.Ordinal));
        var (_, list) = await site.Get(theirs, "/overdragelser");
        Assert.NotNull(list.QuerySelector($"#paa-mig a[href='{link}']"));
        var (_, question) = await site.Get(theirs, link);
        Assert.Contains("Bo ringer på mandag.", question.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(question.QuerySelector("#tilbage"));
        // The caseworker who is proposed is not asked.
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(await site.As(to.Key), link)).Status);

        var (status, wrong, _) = await site.Post(theirs, link, question, [("Yes", "nej")], mustSucceed: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("hvorfor dit team ikke tager barnet", wrong.QuerySelector("#fejl")!.TextContent, StringComparison.Ordinal);
        await site.Post(theirs, link, wrong, [("Yes", "nej"), ("Answer", "Vi er over loftet.")]);
        Assert.Equal([child.AssignedTo[0]], site.Overview.Find(id)!.AssignedTo);
        var (_, own2) = await site.Get(mine, Routes.Child(id));
        Assert.Contains("Vi er over loftet.", own2.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        // Asked again, taken back, and asked once more.
        await Propose();
        var (_, own3) = await site.Get(mine, Routes.Child(id));
        var again = own3.QuerySelectorAll("a")
            .Select(a => a.GetAttribute("href"))
            .First(h => h?.StartsWith($"/barn/{id}/overdragelse-forslag/", StringComparison.Ordinal) == true)!;
        var (_, taking) = await site.Get(mine, again);
        await site.Post(mine, again + "/tilbage", taking, []);
        await Propose();
        var (_, last) = await site.Get(theirs, "/overdragelser");
        var asked = last.QuerySelectorAll("#paa-mig a")
            .Select(a => a.GetAttribute("href")!)
            .First(h => h.StartsWith($"/barn/{id}/overdragelse-forslag/", StringComparison.Ordinal));
        var (_, answer) = await site.Get(theirs, asked);
        await site.Post(theirs, asked, answer, [("Yes", "ja"), ("ToEmployeeId", N(to.EmployeeId!.Value))]);
        Assert.Equal([to.EmployeeId!.Value], site.Overview.Find(id)!.AssignedTo);
        Assert.Equal(HttpStatusCode.OK, (await site.Get(theirs, Routes.Child(id))).Status);
        // The team that gave the child sees on its list what became of it.
        var (_, after) = await site.Get(own, "/overdragelser");
        Assert.Contains("sagde ja", after.QuerySelector("#besvaret")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Sagde ja til at tage barnet", await site.History(theirs, id), StringComparison.Ordinal);
        Assert.True(Replay.Check(site.Database).Agrees);
    }
}
