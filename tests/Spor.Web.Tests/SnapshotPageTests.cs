using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Spor.Cases;
using Spor.Children;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Layout;
using Spor.Web.Leading.StepLadder;
using Spor.Workforce;

namespace Spor.Web.Tests;

/// <summary>Everything on a page is of one entry and one day.</summary>
public sealed class SnapshotPageTests
{
    static ActResult Correct<T>(Site site, FactKind kind, long id, Action<T> change)
        where T : Fact =>
        site.Database.Journal.Act(
            new("correct", "leder"),
            (facts, _) =>
            {
                var fact = (T)facts.Opened(facts.Find<T>(id)!).Copy();
                change(fact);
                return new Corrected(kind, fact);
            }
        );

    static Municipality Of(Site site) => site.Services.GetRequiredService<Municipality>();

    /// <summary>A child with somebody of a team, a running measure, and as much to look at as there is.</summary>
    static ChildState Rich(Site site) =>
        site
            .Overview.Children.Where(c =>
                c.AssignedTo.Count > 0
                && !c.Child.Protected
                && c.File.Interventions.Length > 0
                && c.File.Plans.Length > 0
                && c.File.Assessments.Length > 0
                && c.File.Notifications.Length > 0
                && site.Register.Staff.TeamsOf(c.AssignedTo[0], site.Today).Any()
            )
            .MaxBy(c => c.File.Conferences.Length)!;

    [Fact]
    public async Task A_page_as_known_at_an_entry_has_the_names_the_team_the_family_and_the_catalogue_of_that_entry()
    {
        await using var own = new Site();
        await own.InitializeAsync();
        var child = Rich(own).File;
        var measure = child.Interventions[^1];
        var others = own.Overview.Children.Where(c => c.File.Id != child.Id && !c.Child.Protected).Take(2).Select(c => c.File.Id).ToList();
        var employee = Rich(own).AssignedTo[0];
        var teams = own.Register.Staff.TeamsOf(employee, own.Today).ToHashSet();
        CatalogueFact row = new()
        {
            Code = measure.Code,
            Name = "Gammelydelse",
            Step = own.Register.Catalogue.On(measure.Code, measure.From)?.Step ?? 1,
            From = new(2010, 1, 1),
        };
        own.Database.Journal.Act(
            new("set", "leder"),
            (_, ids) =>
            {
                row.Id = ids.Next();
                return new Recorded(FactKinds.Catalogue, row);
            }
        );
        void Name(string prefix)
        {
            Correct<ChildFact>(own, FactKinds.Child, child.Id, c => (c.FirstName, c.FamilyId) = (prefix + "navn", prefix.Length + 990_000));
            // In one family with the child then, and in another now; and the other way round.
            Correct<ChildFact>(own, FactKinds.Child, others[0], c => (c.FirstName, c.FamilyId) = (prefix + "første", 990_006));
            Correct<ChildFact>(own, FactKinds.Child, others[1], c => (c.FirstName, c.FamilyId) = (prefix + "anden", 990_003));
            foreach (var team in own.Register.Teams.Where(t => teams.Contains(t.TeamId)))
                Correct<TeamFact>(own, FactKinds.Team, team.Id, t => t.Name = prefix + "hold");
            foreach (var e in own.Register.Employments.Where(e => e.EmployeeId == employee))
                Correct<EmploymentFact>(own, FactKinds.Employment, e.Id, t => t.Name = prefix + "rådgiver");
            Correct<CatalogueFact>(own, FactKinds.Catalogue, row.Id, r => r.Name = prefix + "ydelse");
        }
        Name("Gammel");
        var entry = own.Database.HeadNo;
        Name("Nyt");

        var leader = await own.As("leder");
        var (_, now) = await own.Get(leader, "/barn/" + child.Id);
        var (status, then) = await own.Get(leader, $"/barn/{child.Id}?som={entry}");
        Assert.Equal(HttpStatusCode.OK, status);
        string nowText = now.QuerySelector("main")!.TextContent,
            thenText = then.QuerySelector("main")!.TextContent;
        foreach (var what in new[] { "navn", "hold", "rådgiver", "ydelse" })
        {
            Assert.Contains("Nyt" + what, nowText, StringComparison.Ordinal);
            Assert.Contains("Gammel" + what, thenText, StringComparison.Ordinal);
        }
        Assert.Contains("Nytanden", now.QuerySelector("#om")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Gammelførste", then.QuerySelector("#om")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("anden", then.QuerySelector("#om")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Nyt", then.QuerySelector("#om")!.TextContent, StringComparison.Ordinal);
        // What of the history is shown was written before; the words in it are those of then too.
        Assert.DoesNotContain("Nytydelse", thenText, StringComparison.Ordinal);

        // Every page that takes it.
        var file = new ChildReader(own.Database).Read(child.Id)!;
        List<string> pages =
        [
            $"/barn/{child.Id}",
            $"/barn/{child.Id}/netvaerk",
            $"/barn/{child.Id}/brev",
            $"/barn/{child.Id}/raadslagning",
            Routes.Plan(child.Id, file.Plans[^1].Id),
            Routes.Plan(child.Id, file.Plans[^1].Id) + "/udskriv",
            $"/barn/{child.Id}/undersoegelse/{file.Assessments[^1].Id}",
            $"/barn/{child.Id}/undersoegelse/{file.Assessments[^1].Id}/udskriv",
            Routes.Notification(child.Id, file.Notifications[^1].Id),
            .. file.Conferences.Select(c => $"/barn/{child.Id}/raadslagning/{c.Id}"),
            .. file.Letters.Select(l => $"/barn/{child.Id}/brev/{l.Id}"),
        ];
        foreach (var page in pages)
        {
            var (found, shown) = await own.Get(leader, $"{page}?som={entry}");
            Assert.Equal((page, HttpStatusCode.OK), (page, found));
            var text = shown.Body!.TextContent;
            Assert.True(text.Contains("Gammelnavn", StringComparison.Ordinal), page + " has not the name of then");
            foreach (var what in new[] { "navn", "hold", "rådgiver", "ydelse", "første", "anden" })
                Assert.False(text.Contains("Nyt" + what, StringComparison.Ordinal), page + " says Nyt" + what);
        }
    }

    [Fact]
    public async Task Who_may_see_a_child_is_asked_of_today_also_on_a_page_of_an_earlier_entry()
    {
        await using var own = new Site();
        await own.InitializeAsync();
        var key = own.CaseworkerKeys[0];
        var me = own.Person(key).EmployeeId!.Value;
        var child = own.Overview.Of(me).First(c => c.AssignedTo.Count == 1).File;
        var entry = own.Database.HeadNo;
        var mine = own.Register.Employments.Where(e => e.EmployeeId == me).Select(e => e.TeamId).ToHashSet();
        var other = own.Register.Employments.First(e => e.RunsOn(own.Today) && e.TeamId is { } t && !mine.Contains(t));
        foreach (var a in child.Assignments.Where(a => a.EmployeeId == me))
            Correct<AssignmentFact>(own, FactKinds.Assignment, a.Id, x => x.EmployeeId = other.EmployeeId);
        var browser = await own.As(key);
        Assert.Equal(HttpStatusCode.Forbidden, (await own.Get(browser, $"/barn/{child.Id}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await own.Get(browser, $"/barn/{child.Id}?som={entry}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await own.Get(await own.As("leder"), $"/barn/{child.Id}?som={entry}")).Status);
    }

    [Fact]
    public async Task A_page_that_does_not_take_an_earlier_entry_shows_the_newest()
    {
        await using var own = new Site();
        await own.InitializeAsync();
        var entry = own.Database.HeadNo;
        Correct<ChildFact>(own, FactKinds.Child, own.Overview.Children[0].File.Id, c => c.FirstName = "Omdøbt");
        var (_, page) = await own.Get(await own.As("leder"), "/trappen?som=" + entry);
        Assert.Contains(
            "registrering nr. " + Danish.Number(own.Database.HeadNo),
            page.QuerySelector(".stand")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_is_written_between_two_reads_of_a_page_is_not_on_it()
    {
        Action? between = null;
        await using var own = new Site
        {
            BeforeEachPage = context =>
            {
                // The page has its snapshot; only then comes the write.
                _ = context.RequestServices.GetRequiredService<Viewing>();
                Interlocked.Exchange(ref between, null)?.Invoke();
            },
        };
        await own.InitializeAsync();
        var child = Rich(own).File;
        var leader = await own.As("leder");
        foreach (
            var page in new[]
            {
                $"/barn/{child.Id}",
                $"/barn/{child.Id}/netvaerk",
                Routes.Plan(child.Id, child.Plans[^1].Id),
                $"/barn/{child.Id}/undersoegelse/{child.Assessments[^1].Id}",
                Routes.Notification(child.Id, child.Notifications[^1].Id),
                $"/barn/{child.Id}/luk",
                $"/barn/{child.Id}/overdrag",
                $"/barn/{child.Id}/ret",
                $"/barn/{child.Id}/brev",
            }
        )
        {
            Correct<ChildFact>(own, FactKinds.Child, child.Id, c => c.FirstName = "Førnavn");
            var entry = own.Database.HeadNo;
            between = () => Correct<ChildFact>(own, FactKinds.Child, child.Id, c => c.FirstName = "Efternavn");
            var (status, shown) = await own.Get(leader, page);
            Assert.Equal((page, HttpStatusCode.OK), (page, status));
            Assert.Null(between);
            Assert.Equal(entry + 1, own.Database.HeadNo);
            var text = shown.Body!.TextContent;
            Assert.True(text.Contains("Førnavn", StringComparison.Ordinal), page + " has not the name it began with");
            Assert.False(text.Contains("Efternavn", StringComparison.Ordinal), page + " has a name that was written meanwhile");
            var (_, next) = await own.Get(leader, page);
            Assert.Contains("Efternavn", next.Body!.TextContent, StringComparison.Ordinal);
        }
    }

    static readonly string[] LeadersPages =
    [
        "/trappen",
        "/frister",
        "/sager",
        "/boern",
        "/ledelse",
        "/noegletal",
        "/raadslagninger",
        "/basislinjer",
        "/datakvalitet",
        "/indbakke",
        "/fordeling",
        "/raadet",
    ];

    [Fact]
    public async Task After_an_entry_each_thing_is_worked_out_once_whatever_number_of_pages_is_looked_at()
    {
        await using var own = new Site();
        await own.InitializeAsync();
        var leader = await own.As("leder");
        async Task<IReadOnlyDictionary<Type, long>> Look()
        {
            foreach (var page in LeadersPages)
                Assert.Equal((page, HttpStatusCode.OK), (page, (await own.Get(leader, page)).Status));
            return Of(own).Current.EverythingMade;
        }
        static string Told(IReadOnlyDictionary<Type, long> made) =>
            string.Join('\n', made.OrderBy(m => m.Key.ToString()).Select(m => $"{m.Key.Name} {m.Value}"));
        var first = await Look();
        Assert.Equal(Told(first), Told(await Look()));
        for (var i = 1; i <= 3; i++)
        {
            Correct<ChildFact>(own, FactKinds.Child, own.Overview.Children[i].File.Id, c => c.School = "En anden skole");
            var before = Of(own).Current.EverythingMade;
            var after = await Look();
            Assert.Equal(1, Of(own).Current.Overview.WorkedOut);
            foreach (var (of, made) in after)
                Assert.True(
                    made - before.GetValueOrDefault(of) <= first[of],
                    $"{of.Name} was worked out {made - before.GetValueOrDefault(of)} times after an entry, {first[of]} times at first"
                );
            Assert.Equal(Told(after), Told(await Look()));
        }
    }

    [Fact]
    public async Task The_menu_looks_at_no_child_that_has_not_changed()
    {
        await using var own = new Site();
        await own.InitializeAsync();
        var leader = await own.As("leder");
        await own.Get(leader, "/import");
        Correct<ChildFact>(own, FactKinds.Child, own.Overview.Children[3].File.Id, c => c.School = "En anden skole");
        await own.Get(leader, "/import");
        var now = Of(own).Current;
        foreach (var picked in Menu.Warm(now, own.Today))
            Assert.Equal(1, picked.WorkedOut);
    }

    [Fact]
    public async Task Ready_is_said_when_all_that_the_first_page_needs_is_worked_out()
    {
        await using var own = new Site();
        await own.InitializeAsync();
        using var stranger = own.Stranger();
        for (var i = 0; (await own.Get(stranger, "/sundhed")).Page.Body!.TextContent != "klar"; i++)
        {
            Assert.True(i < 600, "It never is ready");
            await Task.Delay(50);
        }
        var before = Of(own).Current.EverythingMade;
        // Of the ladder the period and the one before it.
        Assert.Equal((1, 2), (before[typeof(Overview)], before[typeof(Leading.StepLadder.LadderAnswer)]));
        await own.Get(await own.As("leder"), "/");
        var after = Of(own).Current.EverythingMade;
        foreach (var of in new[] { typeof(Overview), typeof(Leading.StepLadder.LadderAnswer), typeof(Picked) })
            Assert.Equal((of, before[of]), (of, after[of]));
    }

    [Fact]
    public async Task An_erased_note_is_found_no_longer()
    {
        await using var own = new Site();
        await own.InitializeAsync();
        var child = own.Overview.Children.First(c => c.Case is not null);
        own.Database.Journal.Act(
            new("write-note", "leder", child.File.Id),
            (_, ids) =>
                new Recorded(
                    FactKinds.JournalNote,
                    new JournalNoteFact
                    {
                        Id = ids.Next(),
                        ChildId = child.File.Id,
                        On = own.Today,
                        Body = "Aftalte vinterbadning",
                    }
                )
        );
        var leader = await own.As("leder");
        async Task<string> Search()
        {
            var (_, form) = await own.Get(leader, "/notater");
            return (await own.Post(leader, "/notater", form, [("soeg", "vinterbadning")])).Page.QuerySelector("main")!.TextContent;
        }
        Assert.Contains("Aftalte", await Search(), StringComparison.Ordinal);
        var note = new ChildReader(own.Database).Read(child.File.Id)!.Notes[^1];
        own.Database.Journal.EraseTexts(new("erase", "leder", child.File.Id), [note.TextId!.Value]);
        Assert.DoesNotContain("Aftalte", await Search(), StringComparison.Ordinal);
    }
}
