using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Spor.Cases;
using Spor.Children;
using Spor.Facts;
using Spor.Kernel;
using Spor.Notifications;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Web.Access;
using Spor.Web.Case.Partners;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Tests;

/// <summary>A teacher or a health visitor who signs in: what they send and are asked, and nothing of a case.</summary>
public sealed partial class PartnerPageTests : IAsyncLifetime
{
    readonly Site site = new();

    public async ValueTask InitializeAsync()
    {
        await site.InitializeAsync();
        DemoRoles.Seed(site.Database);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    string Partner => site.People.Single(p => p.Role == ViewerRole.Partner).Key;

    AccessLog Log => site.Services.GetRequiredService<AccessLog>();

    PartnerRequestFact Question(out long child)
    {
        var state = site.Overview.Children.Single(c => c.File.Of<PartnerRequestFact>().Length > 0);
        child = state.File.Id;
        return state.File.Of<PartnerRequestFact>()[0];
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();

    [Fact]
    public async Task A_partner_begins_at_its_own_page_and_is_refused_everything_else()
    {
        var browser = await site.As(Partner);
        var (_, desk) = await site.Get(browser, "/");
        Assert.Equal("Dine underretninger og spørgsmål", desk.QuerySelector("h1")!.TextContent);
        Assert.Equal(
            [PartnerEndpoints.Desk, PartnerEndpoints.Send],
            desk.QuerySelectorAll("nav.rail details a").Select(a => a.GetAttribute("href")!)
        );
        Assert.DoesNotContain("/barn/", desk.DocumentElement.InnerHtml, StringComparison.Ordinal);
        var wrong = new List<string>();
        var child = site.Overview.Children.First(c => c.Case is not null).File.Id.ToString(CultureInfo.InvariantCulture);
        foreach (var endpoint in site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
                continue;
            var policy = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).Last(p => p is not null);
            var url = new Uri("/" + Parameter().Replace(endpoint.RoutePattern.RawText!.Trim('/'), child), UriKind.Relative);
            if (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains("POST"))
            {
                using var empty = new FormUrlEncodedContent([]);
                using var posted = await browser.PostAsync(url, empty);
                // Without the form's token nobody posts anything, whatever the role.
                if (posted.StatusCode is not (HttpStatusCode.BadRequest or HttpStatusCode.Forbidden))
                    wrong.Add($"POST {url}: {(int)posted.StatusCode}");
                continue;
            }
            using var answer = await browser.GetAsync(url);
            if (policy is not (Policies.Start or Policies.Partnering) && answer.StatusCode != HttpStatusCode.Forbidden)
                wrong.Add($"{url}: {(int)answer.StatusCode}");
        }
        Assert.Equal([], wrong);
    }

    [Fact]
    public async Task What_is_sent_is_registered_on_a_child_and_the_sender_learns_that_it_came_and_whether_it_was_assessed_and_no_more()
    {
        var browser = await site.As(Partner);
        var (_, form) = await site.Get(browser, PartnerEndpoints.Send);
        var known = site.Overview.Children.First(c =>
            c.Case is not null && !c.Child.Protected && c.Child.Cpr is null || c.Case is not null
        );
        (string, string)[] fields =
        [
            ("Notifier", Notifier.School.Danish()),
            ("ChildName", known.Child.Name),
            ("BornOn", Form.Iso(known.Child.BornOn)),
            ("Description", "Blåt øje igen i dag"),
            ("Contact", "Kontoret 90 11 20 31"),
        ];
        var (status, wrong, _) = await site.Post(
            browser,
            PartnerEndpoints.Send,
            form,
            [.. fields[..3], ("Contact", "Kontoret")],
            mustSucceed: false
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(known.Child.Name, wrong.QuerySelector("#felt-ChildName")!.GetAttribute("value"));
        var (_, own, at) = await site.Post(browser, PartnerEndpoints.Send, form, fields);
        // The same words whether the child is known or not.
        Assert.Contains("kommunen har modtaget den", own.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("ikke endnu", own.QuerySelector("#svar")!.TextContent, StringComparison.Ordinal);
        var sent = site.Register.Of<SentNotificationFact>().Single(s => s.TakenOn is null && s.BornOn == known.Child.BornOn);
        Assert.Equal(PartnerEndpoints.Own(sent.Id), at.AbsolutePath);

        var head = await site.As("leder");
        var (_, inbox) = await site.Get(head, Routes.Inbox);
        var row = inbox.QuerySelector($"#sendt-af-partnere a[href='{PartnerEndpoints.Waiting(sent.Id)}']");
        Assert.NotNull(row);
        // Whom it is about is seen by who opens it.
        Assert.DoesNotContain(known.Child.Name, inbox.QuerySelector("#sendt-af-partnere")!.TextContent, StringComparison.Ordinal);
        var (_, waiting) = await site.Get(head, PartnerEndpoints.Waiting(sent.Id));
        Assert.Contains("Blåt øje igen i dag", waiting.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var (_, take) = await site.Get(head, PartnerEndpoints.TakeIn(sent.Id));
        var id = known.File.Id.ToString(CultureInfo.InvariantCulture);
        Assert.NotNull(take.QuerySelector($"input[name=Known][value='{id}']"));
        Assert.Contains("Blåt øje igen i dag", take.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await site.Post(head, Routes.ReceiveNotification, take, [("Known", id)]);
        var made = new ChildReader(site.Database).Read(known.File.Id)!.Notifications.Single(n => n.SentId == sent.Id);
        Assert.Equal(
            (sent.SentAt, Notifier.School, "Blåt øje igen i dag", "Dorthe Lindholm, Åkær Skole"),
            (made.ReceivedAt, made.Notifier, made.Description, made.NotifierName)
        );
        // A second press elsewhere: somebody has dealt with it.
        var (again, _, _) = await site.Post(
            head,
            Routes.ReceiveNotification,
            take,
            [("Known", id), ("spor-token", Guid.NewGuid().ToString())],
            mustSucceed: false
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again);

        new Acts(new Municipality(site.Database, standsAtExtract: true)).Do(
            new AcknowledgeNotification(known.File.Id, made.Id, site.Today, NoteKind.Phone, "Hemmelig tanke"),
            Verbs.Author.Program("leder"),
            new(TimeProvider.System, site.Today)
        );
        (_, own) = await site.Get(browser, PartnerEndpoints.Own(sent.Id));
        var told = own.QuerySelector("main")!.TextContent;
        Assert.Contains("givet", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Hemmelig tanke", told, StringComparison.Ordinal);
        Assert.DoesNotContain("/barn/", own.DocumentElement.InnerHtml, StringComparison.Ordinal);
        var look = Log.Read(10).First(l => l.Author == Partner);
        Assert.Equal((known.File.Id, "n"), (Assert.Single(look.Told.Children), look.Told.Why));
        Assert.Equal([], Replay.Check(site.Database).Differences);
    }

    [Fact]
    public async Task A_question_is_asked_answered_and_met_by_who_asked_and_nobody_elses_question_is_there()
    {
        var asked = Question(out var child);
        var browser = await site.As(Partner);
        var (_, desk) = await site.Get(browser, PartnerEndpoints.Desk);
        Assert.Equal("1", desk.QuerySelector("nav a[href='/partner'] .n")!.TextContent);
        var url = PartnerEndpoints.Question(asked.Id);
        var (_, page) = await site.Get(browser, url);
        Assert.Contains("Hvordan går det i timerne", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal([child], Log.Read(1)[0].Told.Children);
        var (status, _, _) = await site.Post(browser, url, page, [("Answer", " ")], mustSucceed: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        var (_, after, _) = await site.Post(browser, url, page, [("Answer", "Han er glad for håndværk.")]);
        Assert.Contains("Han er glad for håndværk.", after.QuerySelector("#svar")!.TextContent, StringComparison.Ordinal);
        Assert.Null(after.QuerySelector("#svar form"));
        var worker = await site.As("medarbejder-" + asked.AskedBy);
        var (_, case_) = await site.Get(worker, PartnerEndpoints.OfChild(child));
        Assert.Contains("Han er glad for håndværk.", case_.QuerySelector("#spurgt")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "Læs svaret fra samarbejdspartneren",
            (await site.Get(worker, "/min-dag")).Page.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("Svarede som samarbejdspartner", await site.History(worker, child), StringComparison.Ordinal);

        // Asked of somebody else, or taken back, it is not there.
        await site.Post(
            worker,
            PartnerEndpoints.OfChild(child),
            case_,
            [
                ("Person", Partner),
                ("Question", "Og i SFO?"),
                ("DueOn", Form.Iso(site.Today.AddDays(3))),
                ("Basis", AskedOn.Consent.Danish()),
            ]
        );
        var next = new ChildReader(site.Database).Read(child)!.Of<PartnerRequestFact>().Single(r => r.AnsweredOn is null);
        Assert.Equal(HttpStatusCode.OK, (await site.Get(browser, PartnerEndpoints.Question(next.Id))).Status);
        (_, case_) = await site.Get(worker, PartnerEndpoints.OfChild(child));
        await site.Post(worker, PartnerEndpoints.TakeBack(child, next.Id), case_, []);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(browser, PartnerEndpoints.Question(next.Id))).Status);
        Assert.Equal([], Replay.Check(site.Database).Differences);
    }

    [Fact]
    public async Task A_protected_childs_name_and_number_do_not_reach_the_partner_and_who_has_left_sees_nothing()
    {
        var acts = new Acts(new Municipality(site.Database, standsAtExtract: true));
        var clock = new Clock(TimeProvider.System, site.Today);
        var state = site.Overview.Children.First(c => c.Case is not null && c.File.Of<PartnerRequestFact>().Length == 0);
        site.Database.Journal.Act(
            new("protect", "test", state.File.Id),
            (facts, _) =>
            {
                var row = (ChildFact)facts.Opened(facts.Find<ChildFact>(state.File.Id)!).Copy();
                row.Protected = true;
                return new Corrected(FactKinds.Child, row);
            }
        );
        var done = acts.Do(
            new AskPartner(
                state.File.Id,
                Partner,
                site.Today.AddDays(5),
                AskedOn.WithoutConsent,
                "Retssikkerhedslovens § 11 c",
                "Hvordan går det?"
            ),
            Verbs.Author.Program("leder"),
            clock
        );
        var asked = done.New<PartnerRequestFact>()!;
        var partner = Partner;
        var browser = await site.As(partner);
        foreach (var url in new[] { PartnerEndpoints.Desk, PartnerEndpoints.Question(asked.Id) })
        {
            var (_, page) = await site.Get(browser, url);
            Assert.Contains("Et barn med beskyttet navn", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain(state.Child.Name, page.DocumentElement.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("§ 11 c", page.DocumentElement.TextContent, StringComparison.Ordinal);
        }
        var grant = site.Register.Of<RoleGrantFact>().Single(g => g.Role == ViewerRole.Partner);
        Assert.Equal([], acts.Do(new EndRole(grant.Id, site.Today.AddDays(-1)), Verbs.Author.Program("administrator"), clock).Refusals);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(browser, PartnerEndpoints.Desk)).Status);
    }
}
