using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Spor.Facts;
using Spor.Storage;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Tests;

/// <summary>Who has seen the children, on the screen.</summary>
public sealed class LooksPageTests : IAsyncLifetime
{
    readonly Site site = new();

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    AccessLog Log => site.Services.GetRequiredService<AccessLog>();

    static string N(long n) => n.ToString(CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_childs_looks_are_told_with_who_when_which_page_and_why_and_so_is_that_one_asked()
    {
        var worker = site.People.First(p => p.Role == ViewerRole.Caseworker && site.Overview.Of(p.EmployeeId!.Value).Any());
        var own = site.Overview.Of(worker.EmployeeId!.Value).First(c => !c.File.Child.Protected).File;
        await site.Get(await site.As(worker.Key), Routes.Child(own.Id) + "/netvaerk");
        await site.Get(await site.As("controller"), Routes.Child(own.Id));
        var head = await site.As("leder");
        var (status, page) = await site.Get(head, "/hvem-har-set?barn=" + N(own.Id));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains(own.Child.Name, page.QuerySelector("#barnet h2")!.TextContent, StringComparison.Ordinal);
        var rows = page.QuerySelectorAll("#opslag-tabel tbody tr")
            .Select(r => string.Join('|', r.Children.Skip(1).Select(c => c.TextContent.Trim())))
            .ToList();
        Assert.Contains($"{worker.Name}|netværk|eget barn", rows);
        Assert.Contains(rows, r => r.EndsWith("|afvist", StringComparison.Ordinal));
        Assert.NotNull(page.QuerySelector("#barnet svg rect"));
        Assert.Equal("hvem-har-set", Log.OfChild(own.Id)[0].Kind);
        // By person and by period.
        (_, page) = await site.Get(head, "/hvem-har-set?person=" + worker.Key);
        Assert.Equal([worker.Name], page.QuerySelectorAll("#opslag-tabel tbody tr").Select(r => r.Children[1].TextContent).Distinct());
        (_, page) = await site.Get(head, "/hvem-har-set?fra=01-01-2020&til=02-01-2020");
        Assert.Empty(page.QuerySelectorAll("#opslag-tabel"));
    }

    [Fact]
    public async Task Many_looks_come_in_pages_and_only_a_child_whom_a_row_names_is_seen_by_looking()
    {
        var five = site.Overview.Children.Where(c => !c.File.Child.Protected).Take(5).Select(c => c.File.Id).ToList();
        await Log.Write([
            .. Enumerable.Range(0, 130).Select(_ => new NewLook("teamleder-1", "list", five) { Why = "a", Page = "GET /boern" }),
        ]);
        var head = await site.As("leder");
        var (_, page) = await site.Get(head, "/hvem-har-set?person=teamleder-1");
        Assert.Equal(40, page.QuerySelectorAll("#opslag-tabel tbody tr").Length);
        Assert.Contains("5 børn", page.QuerySelector("#opslag-tabel tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Log.OfChild(five[0]), l => l.Kind == "hvem-har-set");
        var (_, rest) = await site.Get(head, page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal(40, rest.QuerySelectorAll("#opslag-tabel tbody tr").Length);
    }

    [Fact]
    public async Task What_a_rule_points_at_stands_there_for_a_person_to_judge_and_without_a_number_for_the_person()
    {
        var child = site.Overview.Children.First(c => c.Case is not null && !c.File.Child.Protected).File;
        await Log.Write([
            .. Enumerable
                .Range(0, 3)
                .Select(_ => new NewLook("teamleder-1", LookKinds.RefusedChild, [child.Id]) { Why = "a", Page = "GET /barn/{id:long}" }),
        ]);
        var (_, page) = await site.Get(await site.As("leder"), "/hvem-har-set");
        var name = site.Person("teamleder-1").Name;
        Assert.Contains(page.QuerySelectorAll("#vurder h3"), h => h.TextContent == $"{name} blev afvist 3 gange");
        Assert.DoesNotContain("score:", page.QuerySelector("main")!.TextContent, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_was_found_is_kept_with_day_and_words_and_a_look_that_comes_later_waits_anew()
    {
        var child = site.Overview.Children.First(c => c.Case is not null && !c.File.Child.Protected).File;
        Task Refused() =>
            Log.Write([
                .. Enumerable
                    .Range(0, 3)
                    .Select(_ => new NewLook("teamleder-1", LookKinds.RefusedChild, [child.Id])
                    {
                        Why = "a",
                        Page = "GET /barn/{id:long}",
                    }),
            ]);
        await Refused();
        var officer = await site.As("dpo");
        async Task<(IDocument Page, string? Answer)> Looked()
        {
            var (_, page) = await site.Get(officer, "/hvem-har-set?person=teamleder-1");
            return (page, page.QuerySelector("#vurder a[href^='/hvem-har-set/svar']")?.GetAttribute("href"));
        }
        var (_, url) = await Looked();
        var (_, form) = await site.Get(officer, url!);
        Assert.Equal([child.Id], Log.Read(1)[0].Told.Children);
        var (status, wrong, _) = await site.Post(officer, url!, form, [("Reason", "Spurgt lederen")], mustSucceed: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("Spurgt lederen", wrong.QuerySelector("#felt-Reason")!.TextContent, StringComparison.Ordinal);
        await site.Post(officer, url!, form, [("Judged", PatternJudged.InOrder.Danish()), ("Reason", "En gammel genvej i browseren")]);
        var (page, left) = await Looked();
        Assert.Null(left);
        var kept = page.QuerySelector("#svar")!.TextContent;
        Assert.Contains("i orden", kept, StringComparison.Ordinal);
        Assert.Contains("En gammel genvej i browseren", kept, StringComparison.Ordinal);
        Assert.Contains(site.Person("dpo").Name, kept, StringComparison.Ordinal);
        // Answered is answered: its form is gone.
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(officer, url!)).Status);
        await Refused();
        Assert.NotNull((await Looked()).Answer);
    }

    [Theory]
    [InlineData("fra=32-13-2026", "Skriv en dag som 31-01-2026.")]
    [InlineData("barn=Noah", "Et barns nummer er et helt tal.")]
    [InlineData("barn=999999999", "Der er ikke noget barn med det nummer.")]
    public async Task What_cannot_be_understood_is_said_kindly(string query, string said)
    {
        var (status, page) = await site.Get(await site.As("leder"), "/hvem-har-set?" + query);
        Assert.Equal((HttpStatusCode.OK, said), (status, page.QuerySelector("[role=alert]")!.TextContent.Trim()));
    }

    [Fact]
    public async Task On_the_childs_page_those_who_answer_for_it_may_know_and_a_colleague_may_not()
    {
        var worker = site.People.First(p => p.Role == ViewerRole.Caseworker && site.Overview.Of(p.EmployeeId!.Value).Any());
        var own = site.Overview.Of(worker.EmployeeId!.Value).First(c => c.AssignedTo.Count == 1).File;
        var url = Routes.Child(own.Id) + "/hvem-har-set";
        var (status, page) = await site.Get(await site.As(worker.Key), Routes.Child(own.Id));
        Assert.NotNull(page.QuerySelector($"a[href='{url}']"));
        (status, page) = await site.Get(await site.As(worker.Key), url);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.NotEmpty(page.QuerySelectorAll("#opslag-tabel tbody tr"));
        var colleague = site.People.First(p => p.Role == ViewerRole.Caseworker && p.TeamId == worker.TeamId && p.Key != worker.Key);
        (status, page) = await site.Get(await site.As(colleague.Key), Routes.Child(own.Id));
        Assert.Equal((HttpStatusCode.OK, null), (status, page.QuerySelector($"a[href='{url}']")));
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(await site.As(colleague.Key), url)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(await site.As(colleague.Key), "/hvem-har-set")).Status);
    }
}
