using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MimeKit;
using Spor.Decisions;
using Spor.Facts;
using Spor.Kernel;
using Spor.Notifications;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Journal;
using Spor.Verbs;
using Spor.Web.Access;
using Spor.Web.Day.Notice;
using Spor.Web.Frame.Forms;
using Spor.Workforce;

namespace Spor.Web.Tests;

/// <summary>Told by e-mail that something has come up: without a name, once, and whatever the mail server does.</summary>
public sealed class NoticeMailTests : IAsyncLifetime
{
    readonly SmtpListener server = new();
    readonly HandClock clock = new();
    readonly Site site;

    public NoticeMailTests() =>
        site = new()
        {
            Settings = $$"""
                { "address": "http://localhost", "mail": { "host": "127.0.0.1", "port": {{Port(server)}}, "security": "none",
                  "from": "spor@kommune.example" } }
                """,
        };

    static string Port(SmtpListener of) => of.Port.ToString(CultureInfo.InvariantCulture);

    public async ValueTask InitializeAsync()
    {
        await site.InitializeAsync();
        // A test looks when it says so.
        await site.Services.GetRequiredService<NoticePost>().StopAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        await server.DisposeAsync();
    }

    SporOptions Options => site.Services.GetRequiredService<SporOptions>();
    MailSettings Mail => Options.Settings.Mail!;
    SentMail Sent => site.Services.GetRequiredService<SentMail>();

    /// <summary>As it is after a restart: nothing is remembered but what was written.</summary>
    NoticePost Fresh() =>
        new(
            Options,
            site.Services.GetRequiredService<Municipality>(),
            Sent,
            site.Services.GetRequiredService<People>(),
            clock,
            NullLogger<NoticePost>.Instance
        );

    Task<int> Round() => Fresh().Round(Mail, CancellationToken.None);

    Done Do<C>(C command, long? employee = null)
        where C : class, ICommand<C>
    {
        var done = site
            .Services.GetRequiredService<Acts>()
            .Do(command, Author.Program("test", employee), site.Services.GetRequiredService<Municipality>().ClockOf(site.Register));
        Assert.True(done.Saved, string.Join(", ", done.Refusals.Select(r => r.Code)));
        return done;
    }

    (string Key, long Employee, ChildState Child) Mine(int nth = 0)
    {
        var child = site
            .Overview.Children.Where(c =>
                c is { Case: not null, AssignedTo.Count: 1, Child.Protected: false }
                && site.CaseworkerKeys.Contains("medarbejder-" + c.AssignedTo[0])
                && !site.Register.Absences.Any(a => a.EmployeeId == c.AssignedTo[0] && a.RunsOn(site.Today))
            )
            .DistinctBy(c => c.AssignedTo[0])
            .ElementAt(nth);
        return ("medarbejder-" + child.AssignedTo[0], child.AssignedTo[0], child);
    }

    /// <summary>Wants to be told, and has been told of what stood already.</summary>
    async Task Wants(long employee)
    {
        Do(new KeepOwnContact(true, null, $"e{employee}@kommune.example"), employee);
        await Round();
        clock.Move(TimeSpan.FromMinutes(16));
    }

    void Notify(ChildState child, string words) =>
        Do(
            new ReceiveNotification(
                site.Today.ToDateTime(new(0, 5)),
                Notifier.School,
                "Rektor Ravn",
                "12345678",
                [child.File.Id],
                [],
                false,
                "skole",
                words,
                [],
                true
            )
        );

    IReadOnlyList<MimeMessage> To(long employee) =>
        [
            .. server
                .Taken.Select(t => MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(t))))
                .Where(m => m.To.Mailboxes.Single().Address == $"e{employee}@kommune.example"),
        ];

    [Fact]
    public async Task A_notification_is_told_of_once_without_a_name_and_what_comes_within_a_quarter_of_an_hour_together()
    {
        server.Up();
        var (_, me, child) = Mine();
        var (_, other, _) = Mine(1);
        await Wants(me);
        await Wants(other);
        var before = To(me).Count;
        Assert.Equal(0, await Round());

        Notify(child, "Hun har blå mærker");
        Assert.Equal(1, await Round());
        var mail = To(me)[^1];
        Assert.Equal(before + 1, To(me).Count);
        Assert.Equal("Der er noget nyt til dig i Spor", mail.Subject);
        Assert.Equal("auto-generated", mail.Headers[HeaderId.AutoSubmitted]);
        // Not a word but these: no name, no number, no case.
        Assert.Equal(
            Spor.Web.Day.Notice.Text.Body("http://localhost").ReplaceLineEndings("\n").Trim(),
            mail.TextBody!.ReplaceLineEndings("\n").Trim()
        );
        Assert.Contains("http://localhost/min-dag", mail.TextBody, StringComparison.Ordinal);
        var raw = server.Taken[^1];
        foreach (var never in new[] { child.Child.FirstName, child.Child.LastName, "Ravn", "mærker", "12345678" })
            Assert.DoesNotContain(never!, raw, StringComparison.OrdinalIgnoreCase);

        // Nothing twice, after a restart neither; what comes up at once after waits and goes together.
        Assert.Equal(0, await Round());
        Notify(child, "En til");
        Notify(child, "Og en til");
        Assert.Equal(0, await Round());
        clock.Move(TimeSpan.FromMinutes(14));
        Assert.Equal(0, await Round());
        clock.Move(TimeSpan.FromMinutes(2));
        Assert.Equal(1, await Round());
        clock.Move(TimeSpan.FromMinutes(20));
        Assert.Equal(0, await Round());
        Assert.Equal(before + 2, To(me).Count);

        // Whoever turns it off gets no more.
        Do(new KeepOwnContact(false, null, $"e{me}@kommune.example"), me);
        Notify(child, "Den sidste");
        Assert.Equal(0, await Round());
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task An_answer_a_child_and_a_colleagues_deadline_are_told_of()
    {
        server.Up();
        var (_, me, child) = Mine();
        var (_, colleague, theirs) = Mine(1);
        await Wants(me);

        // A child is given.
        var reads = To(me).Count;
        site.Database.Journal.Act(
            new("test", "test"),
            (_, ids) =>
                new Recorded(
                    FactKinds.Assignment,
                    new AssignmentFact
                    {
                        Id = ids.Next(),
                        ChildId = theirs.File.Id,
                        CaseId = theirs.Case!.Id,
                        EmployeeId = me,
                        From = site.Today,
                    }
                )
        );
        Assert.Equal(1, await Round());
        clock.Move(TimeSpan.FromMinutes(16));

        // A colleague is away, and what is due this week is the cover's meanwhile.
        var busy = site
            .Overview.Children.Where(c => c.Open.Any(r => r.Due <= site.Today && r.Due > site.Today.AddDays(-300)))
            .SelectMany(c => c.AssignedTo)
            .First(e => e != me && !site.Register.Absences.Any(a => a.EmployeeId == e && a.RunsOn(site.Today)));
        Do(new RegisterAbsence(busy, AbsenceKind.Illness, site.Today, site.Today.AddDays(3), me));
        Assert.Equal(1, await Round());
        clock.Move(TimeSpan.FromMinutes(16));

        // A proposal is sent back.
        var id = 900_000_001L;
        site.Database.Journal.Act(
            new("test", "test"),
            (_, _) =>
                new Recorded(
                    FactKinds.DecisionProposal,
                    new DecisionProposalFact
                    {
                        Id = id,
                        ChildId = child.File.Id,
                        ProposedBy = me,
                        ProposedOn = site.Today,
                        State = ProposalState.Waiting,
                        LegalBasis = "32.1.5",
                    }
                )
        );
        Assert.Equal(0, await Round());
        site.Database.Journal.Act(
            new("test", "test"),
            (facts, _) =>
            {
                var now = (DecisionProposalFact)facts.Find<DecisionProposalFact>(id)!.Copy();
                (now.State, now.DecidedBy, now.DecidedOn) = (ProposalState.SentBack, colleague, site.Today);
                return new Corrected(FactKinds.DecisionProposal, now);
            }
        );
        Assert.Equal(1, await Round());
        Assert.Equal(reads + 3, To(me).Count);

        // Whoever is away is not written to.
        clock.Move(TimeSpan.FromMinutes(16));
        Do(new RegisterAbsence(me, AbsenceKind.Holiday, site.Today, site.Today.AddDays(3), null));
        Notify(child, "Mens du er væk");
        Assert.Equal(0, await Round());
    }

    [Fact]
    public async Task A_server_that_is_down_holds_no_page_is_told_of_and_the_mail_goes_when_it_is_up()
    {
        var (key, me, child) = Mine();
        server.Up();
        await Wants(me);
        server.Down();
        var before = To(me).Count;
        Notify(child, "Noget nyt");
        Assert.Equal(0, await Round());
        Assert.Equal("Silent", Sent.All().Single(r => r.Employee == me).Fault);

        var browser = await site.As(key);
        Assert.Equal(HttpStatusCode.OK, (await site.Get(browser, "/min-dag")).Status);
        var (_, own) = await site.Get(browser, Routes.MailNotice);
        Assert.Contains("Mailserveren svarer ikke.", own.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("1 e-mail kunne ikke sendes. Spor prøver igen", (await MailCheck()).Says);
        Assert.False((await MailCheck()).Ok);
        var admin = site.People.First(p => p.Role is { } role && Roles.Of(role).May.Contains(Capability.Settings));
        var (_, all) = await site.Get(await site.As(admin.Key), Routes.MailAddresses);
        Assert.Contains("Mailserveren svarer ikke.", all.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);

        // It is not asked again at once, and then it is the same mail.
        server.Up();
        Assert.Equal(0, await Round());
        var id = Sent.All().Single(r => r.Employee == me).MailId;
        clock.Move(TimeSpan.FromMinutes(3));
        Assert.Equal(1, await Round());
        Assert.Equal(before + 1, To(me).Count);
        Assert.StartsWith(id!, To(me)[^1].MessageId, StringComparison.Ordinal);
        await Task.Delay(1100);
        Assert.True((await MailCheck()).Ok);
    }

    [Fact]
    public async Task Killed_while_it_is_sent_it_is_sent_once_more_with_the_same_number_and_what_was_done_meanwhile_is_not_sent()
    {
        server.Up();
        var (_, me, child) = Mine();
        await Wants(me);
        Notify(child, "Noget nyt");
        // As a process that was killed left it: on its way, and nobody knows how far.
        var standing = Tidings
            .Of(
                site.Services.GetRequiredService<Municipality>().Current,
                site.Services.GetRequiredService<Municipality>().ClockOf(site.Register)
            )
            .Where(t => t.EmployeeId == me)
            .Select(t => Sent.KeyOf(t.Key))
            .ToList();
        var at = clock.GetUtcNow().UtcDateTime;
        var id = Sent.Claim(me, standing, at, at, at)!;
        var before = To(me).Count;
        Assert.Equal(0, await Round());
        clock.Move(TimeSpan.FromMinutes(3));
        Assert.Equal(1, await Round());
        Assert.StartsWith(id, To(me)[^1].MessageId, StringComparison.Ordinal);

        // One that waits for what nobody waits for any more is let go.
        clock.Move(TimeSpan.FromMinutes(16));
        at = clock.GetUtcNow().UtcDateTime;
        Assert.NotNull(Sent.Claim(me, [Sent.KeyOf("done long ago")], at, at, at));
        clock.Move(TimeSpan.FromMinutes(3));
        Assert.Equal(0, await Round());
        Assert.Null(Sent.All().Single(r => r.Employee == me).MailId);
        Assert.Equal(before + 1, To(me).Count);
    }

    [Fact]
    public async Task An_address_that_is_not_taken_is_told_of_and_stops_nobody_elses()
    {
        server.Up();
        var (_, me, child) = Mine();
        await Wants(me);
        server.ToRecipient = "550 no such person";
        Notify(child, "Noget nyt");
        Assert.Equal(0, await Round());
        Assert.Equal("Address", Sent.All().Single(r => r.Employee == me).Fault);
    }

    [Fact]
    public async Task One_chooses_on_a_page_and_whoever_sets_Spor_up_writes_addresses()
    {
        var (key, me, _) = Mine();
        var browser = await site.As(key);
        var (_, page) = await site.Get(browser, Routes.MailNotice);
        var (status, again, _) = await site.Post(
            browser,
            Routes.MailNotice,
            page,
            [("Wanted", "ja"), ("Email", "anna snabela")],
            mustSucceed: false
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("anna snabela", again.QuerySelector("#felt-Email")!.GetAttribute("value"));
        await site.Post(browser, Routes.MailNotice, page, [("Wanted", "ja"), ("Phone", "12345678"), ("Email", "anna@kommune.example")]);
        Assert.Equal("anna@kommune.example", site.Register.Of<EmployeeContactFact>().Single(n => n.EmployeeId == me).Email);

        var admin = site.People.First(p => p.Role is { } role && Roles.Of(role).May.Contains(Capability.Settings));
        var setter = await site.As(admin.Key);
        var (_, list) = await site.Get(setter, Routes.MailAddresses);
        await site.Post(
            setter,
            Routes.MailAddresses,
            list,
            [("EmployeeId", me.ToString(CultureInfo.InvariantCulture)), ("Phone", "87654321"), ("Email", "ny@kommune.example")]
        );
        Assert.Equal("ny@kommune.example", site.Register.Of<EmployeeContactFact>().Single(n => n.EmployeeId == me).Email);
        // A caseworker has no say over others' addresses.
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(browser, Routes.MailAddresses)).Status);
    }

    [Theory]
    [InlineData("\"host\": \"\", \"from\": \"spor@k.dk\"", "mail.host")]
    [InlineData("\"host\": \"smtp.k.dk\", \"from\": \"spor\"", "mail.from")]
    [InlineData("\"host\": \"smtp.k.dk\", \"from\": \"spor@k.dk\", \"security\": \"ssl\"", "mail.security")]
    [InlineData("\"host\": \"smtp.k.dk\", \"from\": \"spor@k.dk\", \"port\": 0", "mail.port")]
    [InlineData("\"host\": \"smtp.k.dk\", \"from\": \"spor@k.dk\", \"security\": \"none\", \"user\": \"spor\"", "ukrypteret")]
    [InlineData("\"host\": \"smtp.k.dk\", \"from\": \"spor@k.dk\", \"passwordFile\": \"x\"", "mail.user")]
    [InlineData("\"host\": \"smtp.k.dk\", \"from\": \"spor@k.dk\", \"everyMinutes\": 1", "everyMinutes")]
    [InlineData("\"host\": \"smtp.k.dk\", \"from\": \"spor@k.dk\", \"password\": \"hemmelig\"", "kan ikke læses")]
    public void Settings_that_cannot_be_meant_are_refused(string mail, string says) =>
        Assert.Contains(
            says,
            Assert
                .Throws<SettingsException>(() => Settings.Of("{ \"address\": \"https://spor.k.dk\", \"mail\": { " + mail + " } }"))
                .Message,
            StringComparison.Ordinal
        );

    async Task<(bool Ok, string Says)> MailCheck()
    {
        using var stranger = site.Stranger();
        using var json = JsonDocument.Parse(await stranger.GetStringAsync(new Uri("/sundhed/status", UriKind.Relative)));
        var check = json.RootElement.GetProperty("checks").EnumerateArray().Single(c => c.GetProperty("code").GetString() == "mail");
        return (check.GetProperty("ok").GetBoolean(), check.GetProperty("says").GetString()!);
    }
}
