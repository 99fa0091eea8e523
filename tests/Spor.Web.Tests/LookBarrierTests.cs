using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Spor.Facts;
using Spor.Storage;
using Spor.Storage.Engine;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Tests;

/// <summary>Nobody reads about a child without a row, and nobody reads when it cannot be written.</summary>
public sealed class LookBarrierTests : IAsyncLifetime
{
    readonly Site site = new();

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    AccessLog Log => site.Services.GetRequiredService<AccessLog>();

    void Behind(string sql)
    {
        using var link = new SqliteLink(AccessLog.FileOf(site.Database), create: false);
        link.Script(sql);
    }

    [Fact]
    public async Task When_the_log_cannot_be_written_nobody_reads_and_the_machine_says_so()
    {
        var head = await site.As("leder");
        var child = site.Overview.Children.First(c => c.Case is not null);
        var url = Routes.Child(child.File.Id);
        var (status, page) = await site.Get(head, url);
        Assert.Equal(HttpStatusCode.OK, status);
        var form = await site.Get(head, url + "/notat");
        var rows = Log.Head().No;
        Behind("ALTER TABLE access_log RENAME TO elsewhere");
        foreach (var one in new[] { url, "/boern", "/boern.csv", "/frister", url + "/netvaerk" })
        {
            using var answer = await head.GetAsync(new Uri(one, UriKind.Relative));
            var text = await answer.Content.ReadAsStringAsync();
            Assert.Equal((one, HttpStatusCode.ServiceUnavailable), (one, answer.StatusCode));
            Assert.Contains("kan lige nu ikke skrive ned, hvem der ser hvad", text, StringComparison.Ordinal);
            Assert.DoesNotContain(child.Child.Name!, text, StringComparison.Ordinal);
            Assert.DoesNotContain("/barn/", text, StringComparison.Ordinal);
            Assert.Null(answer.Content.Headers.ContentDisposition);
        }
        using (var health = await head.GetAsync(new Uri("/sundhed", UriKind.Relative)))
            Assert.Equal(
                (HttpStatusCode.ServiceUnavailable, "loggen over opslag kan ikke skrives"),
                (health.StatusCode, await health.Content.ReadAsStringAsync())
            );
        // What is saved meanwhile is saved, and shows nothing.
        var before = site.Database.HeadNo;
        (status, _, _) = await site.Post(
            head,
            url + "/notat",
            form.Page,
            [("Body", "Skrevet, mens loggen var nede"), ("Title", "Nede"), ("Kind", "møde"), ("On", Form.Iso(site.Today))],
            mustSucceed: false
        );
        Assert.Equal((HttpStatusCode.ServiceUnavailable, before + 1), (status, site.Database.HeadNo));
        Behind("ALTER TABLE elsewhere RENAME TO access_log");
        using (var health = await head.GetAsync(new Uri("/sundhed", UriKind.Relative)))
            Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await site.Get(head, url)).Status);
        // Nothing was shown between, and the log says since when it can be written again.
        Assert.Equal([LookKinds.Again, "barn"], Log.Read(10).Where(l => l.No > rows).OrderBy(l => l.No).Select(l => l.Kind));
    }

    [Fact]
    public async Task A_row_says_which_page_and_why_it_was_allowed_and_whom_else_the_page_named()
    {
        var worker = site.People.First(p => p.Role == ViewerRole.Caseworker && site.Overview.Of(p.EmployeeId!.Value).Any());
        var own = site.Overview.Of(worker.EmployeeId!.Value).First(c => site.Overview.Family(c.Child.FamilyId ?? 0).Count() > 1);
        await site.Get(await site.As(worker.Key), Routes.Child(own.File.Id));
        var look = Log.OfChild(own.File.Id).First(l => l.Author == worker.Key && l.Kind == "barn");
        Assert.Equal("GET /barn/{id:long}", look.Told.Page);
        Assert.Equal(WhyShown.Own, look.Told.WhyOf(own.File.Id));
        foreach (var sibling in site.Overview.Family(own.Child.FamilyId!.Value).Where(c => c.File.Id != own.File.Id))
            Assert.Contains(sibling.File.Id, look.Told.Also ?? []);
        var other = site.Overview.Children.First(c =>
            c.AssignedTo.Count == 1
            && c.AssignedTo[0] != worker.EmployeeId
            && site.Register.Staff.IsOfTeam(c.File, worker.TeamId!.Value, site.Today)
        );
        await site.Get(await site.As(worker.Key), Routes.Child(other.File.Id));
        Assert.Equal(WhyShown.Team, Log.OfChild(other.File.Id).First(l => l.Author == worker.Key).Told.WhyOf(other.File.Id));
        await site.Get(await site.As("leder"), Routes.Child(other.File.Id));
        Assert.Equal(WhyShown.Municipality, Log.OfChild(other.File.Id).First(l => l.Author == "leder").Told.WhyOf(other.File.Id));
    }

    [Fact]
    public async Task A_verb_that_is_refused_leaves_the_child_and_the_verb_in_the_log()
    {
        var worker = site.People.First(p => p.Role == ViewerRole.Caseworker && site.Overview.Of(p.EmployeeId!.Value).Any());
        var mine = site.Overview.Of(worker.EmployeeId!.Value).First();
        var foreign = site.Overview.Children.First(c =>
            c.AssignedTo.Count == 1
            && c.AssignedTo[0] != worker.EmployeeId
            && !site.Register.Staff.IsOfTeam(c.File, worker.TeamId!.Value, site.Today)
            && c.Case is not null
        );
        var browser = await site.As(worker.Key);
        // The form of one's own child, sent to the address of another's.
        var (_, form) = await site.Get(browser, Routes.Child(mine.File.Id) + "/notat");
        var head = site.Database.HeadNo;
        await site.Post(
            browser,
            Routes.Child(foreign.File.Id) + "/notat",
            form,
            [("Body", "Hemmeligt"), ("Title", "T"), ("Kind", "møde"), ("On", Form.Iso(site.Today))],
            mustSucceed: false
        );
        Assert.Equal(head, site.Database.HeadNo);
        var look = Assert.Single(Log.OfChild(foreign.File.Id), l => l.Author == worker.Key);
        Assert.Equal((LookKinds.RefusedChild, WhyShown.Refused), (look.Kind, look.Told.WhyOf(foreign.File.Id)));
        Assert.StartsWith("POST /barn/", look.Told.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("Hemmeligt", look.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_page_links_to_is_found_whoever_forgot_to_say_it()
    {
        Assert.Equal(
            [1, 22, 333],
            LinkedChildren.In("<a href=\"/barn/1\">A</a> /barn/22/notat /barn/ny /barn/333?som=4 /boern/9"u8).Order()
        );
        Assert.Empty(LinkedChildren.In("ingen børn"u8));
    }
}
