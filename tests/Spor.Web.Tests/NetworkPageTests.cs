using System.Net;
using AngleSharp.Dom;
using Spor.Children;
using Spor.Conferences;
using Spor.Facts;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Web.Access;
using Spor.Web.Frame;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Tests;

/// <summary>The child's network: seen on a day and against another, people placed with buttons and forms.</summary>
public sealed class NetworkPageTests : IAsyncLifetime
{
    readonly Site site = new();

    public async ValueTask InitializeAsync() => await site.InitializeAsync();

    public async ValueTask DisposeAsync() => await site.DisposeAsync();

    (string Key, ChildFile File) Mine()
    {
        var reader = new ChildReader(site.Database);
        var child = site.Overview.Children.First(c =>
            c.Case is { } of
            && of.OpenedOn < site.Today
            && c.AssignedTo.Count > 0
            && site.CaseworkerKeys.Contains("medarbejder-" + c.AssignedTo[0])
            && reader.Read(c.File.Id)!.People.Length >= 2
        );
        return ("medarbejder-" + child.AssignedTo[0], reader.Read(child.File.Id)!);
    }

    ChildFile File(long child) => new ChildReader(site.Database).Read(child)!;

    static IElement Row(IDocument page, string name) =>
        page.QuerySelectorAll("#personer tbody tr").Single(r => r.QuerySelector("th")!.TextContent.Trim() == name);

    [Fact]
    public async Task A_person_is_moved_with_a_button_once_and_the_map_and_the_history_say_so()
    {
        var (key, file) = Mine();
        var browser = await site.As(key);
        var url = $"/barn/{file.Id}/netvaerk";
        var person = file.People[0];
        var (_, page) = await site.Get(browser, url);
        Assert.Equal(file.People.Length, page.QuerySelectorAll("#personer tbody tr").Length);
        var button = Row(page, person.Name!).QuerySelectorAll("button").First(b => b.TextContent.Trim() == "Tæt på").GetAttribute("value")!;
        var head = site.Database.HeadNo;
        var (_, after, at) = await site.Post(browser, url, page, [("Place", button)]);
        Assert.Equal(url, at.AbsolutePath);
        Assert.Contains("afstand til barnet er gemt", after.QuerySelector(".notice.ok")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Tæt på", Row(after, person.Name!).TextContent, StringComparison.Ordinal);
        Assert.Equal(["Rykkede længere væk"], Row(after, person.Name!).QuerySelectorAll("button").Select(b => b.TextContent.Trim()));
        Assert.Contains("tæt på", after.QuerySelector("figure.network svg")!.TextContent, StringComparison.Ordinal);
        // A second press of the same button changes nothing.
        await site.Post(browser, url, page, [("Place", button)]);
        Assert.Equal(head + 1, site.Database.HeadNo);
        var (_, history) = await site.Get(browser, $"/barn/{file.Id}");
        Assert.Contains("hvor tæt en person er på barnet", await site.History(browser, file.Id), StringComparison.Ordinal);
        Assert.Equal(url, history.QuerySelector("#netvaerk a[href$='/netvaerk']")!.GetAttribute("href"));
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task Of_two_who_move_one_person_the_second_sees_where_it_stands_and_may_press_again()
    {
        var (key, file) = Mine();
        var browser = await site.As(key);
        var url = $"/barn/{file.Id}/netvaerk";
        var name = file.People[0].Name!;
        var (_, mine) = await site.Get(browser, url);
        var leader = await site.As("leder");
        var (_, theirs) = await site.Get(leader, url);
        await site.Post(leader, url, theirs, [("Place", $"{file.People[0].Id} tæt på")]);
        var (status, page, _) = await site.Post(browser, url, mine, [("Place", $"{file.People[0].Id} længere væk")], mustSucceed: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("En anden har flyttet personen", page.QuerySelector("#fejl")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Tæt på", Row(page, name).TextContent, StringComparison.Ordinal);
        await site.Post(browser, url, page, [("Place", $"{file.People[0].Id} længere væk")]);
        Assert.Equal(Closeness.Far, ChildNetwork.TieAt(File(file.Id), file.People[0].Id, site.Today)!.Closeness);
        Assert.Equal("placed-meanwhile", RefusalText.Codes.Single(c => c == "placed-meanwhile"));
    }

    [Fact]
    public async Task A_person_is_changed_on_a_form_and_the_change_stands_between_two_days()
    {
        var (key, file) = Mine();
        var browser = await site.As(key);
        var person = file.People[0];
        var url = $"/barn/{file.Id}/person/{person.Id}";
        var (_, form) = await site.Get(browser, url);
        Assert.Equal(person.Name, form.QuerySelector("#felt-Name")!.GetAttribute("value"));
        var fields = new[]
        {
            ("Name", person.Name!),
            ("Relation", person.Relation.Danish()),
            ("HasCustody", "nej"),
            ("Phone", "44 55 66 77"),
            ("Address", ""),
            ("Since", ""),
            ("Until", ""),
            ("Closeness", "længere væk"),
            ("ClosenessOn", "2026-01-10"),
        };
        var head = site.Database.HeadNo;
        var (_, page, at) = await site.Post(browser, url, form, fields);
        Assert.Equal($"/barn/{file.Id}/netvaerk", at.AbsolutePath);
        await site.Post(browser, url, form, fields);
        Assert.Equal(head + 1, site.Database.HeadNo);
        Assert.Equal("44 55 66 77", File(file.Id).People.Single(p => p.Id == person.Id).Phone);
        // Nearer since: the page says it in words and draws both days.
        var (_, again) = await site.Get(browser, url);
        await site.Post(browser, url, again, [.. fields[..7], ("Closeness", "tæt på"), ("ClosenessOn", "2026-06-01")]);
        var (_, compared) = await site.Get(browser, $"/barn/{file.Id}/netvaerk?dag=15-01-2026");
        Assert.Contains(
            $"{person.Name} ({Spor.Web.Frame.Layout.PictureText.RelationName(person.Relation)}) er rykket nærmere: fra længere "
                + $"væk til tæt på, 1. juni 2026.",
            compared.QuerySelector("#aendret")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(["15. januar 2026", "I dag, 31. oktober 2026"], compared.QuerySelectorAll("#aendret h3").Select(h => h.TextContent));
        var (_, wrong) = await site.Get(browser, $"/barn/{file.Id}/netvaerk?dag=i-fjor");
        Assert.Contains("kan ikke læses som en dato", wrong.QuerySelector("#dag-fejl")!.TextContent, StringComparison.Ordinal);
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task A_refused_change_keeps_everything_that_was_typed_and_a_meanwhile_change_is_shown()
    {
        var (key, file) = Mine();
        var browser = await site.As(key);
        var person = file.People[0];
        var url = $"/barn/{file.Id}/person/{person.Id}";
        var (_, form) = await site.Get(browser, url);
        var (status, page, _) = await site.Post(
            browser,
            url,
            form,
            [
                ("Name", ""),
                ("Relation", "ven"),
                ("Since", "2026-05-01"),
                ("Until", "32-13-2026"),
                ("Phone", "99 <b>"),
                ("Closeness", "tæt på"),
                ("ClosenessOn", "2026-01-10"),
            ],
            mustSucceed: false
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(
            ("32-13-2026", "99 <b>"),
            (page.QuerySelector("#felt-Until")!.GetAttribute("value"), page.QuerySelector("#felt-Phone")!.GetAttribute("value"))
        );
        Assert.NotNull(page.QuerySelector("input[name=Closeness][value='tæt på'][checked]"));
        var (_, theirs) = await site.Get(await site.As("leder"), url);
        await site.Post(await site.As("leder"), url, theirs, [("Name", "Et andet navn"), ("Relation", person.Relation.Danish())]);
        var (conflict, shown, _) = await site.Post(
            browser,
            url,
            form,
            [("Name", "Mit navn"), ("Relation", person.Relation.Danish())],
            mustSucceed: false
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, conflict);
        Assert.Contains("Et andet navn", shown.QuerySelector("#felt-Name-imens")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Mit navn", shown.QuerySelector("#felt-Name")!.GetAttribute("value"));
        await site.Post(browser, url, shown, [("Name", "Mit navn"), ("Relation", person.Relation.Danish())]);
        Assert.Equal("Mit navn", File(file.Id).People.Single(p => p.Id == person.Id).Name);
    }

    [Fact]
    public async Task Somebody_from_a_conference_is_taken_in_with_one_press_and_a_protected_name_is_masked()
    {
        var (key, file) = Mine();
        site.Database.Journal.Act(
            new("offer-conference", "test", file.Id),
            (_, ids) =>
            {
                var conference = new NetworkConferenceFact
                {
                    Id = ids.Next(),
                    ChildId = file.Id,
                    OfferedOn = new(2026, 9, 1),
                    HeldOn = new(2026, 10, 1),
                    Answer = OfferAnswer.Yes,
                };
                return Kernel.Decision.Of([
                    new Recorded(FactKinds.NetworkConference, conference),
                    new Recorded(
                        FactKinds.Invitee,
                        new InviteeFact
                        {
                            Id = ids.Next(),
                            ChildId = file.Id,
                            ConferenceId = conference.Id,
                            Role = InviteeRole.Network,
                            MayCome = true,
                            Came = true,
                            Name = "Inga Holm",
                            Relation = "mormor",
                        }
                    ),
                    new Recorded(
                        FactKinds.NetworkPerson,
                        new NetworkPersonFact
                        {
                            Id = ids.Next(),
                            ChildId = file.Id,
                            Relation = Relation.Kin,
                            Name = "Hemmelig Person",
                            Protected = true,
                        }
                    ),
                ]);
            }
        );
        var browser = await site.As(key);
        var url = $"/barn/{file.Id}/netvaerk";
        var (_, page) = await site.Get(browser, url);
        Assert.DoesNotContain("Hemmelig", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Beskyttet navn", page.QuerySelector("#personer")!.TextContent, StringComparison.Ordinal);
        var button = page.QuerySelector("#ikke-i-netvaerket button")!;
        Assert.Equal("Tilføj i netværket: Inga Holm", button.GetAttribute("aria-label"));
        var (_, after, _) = await site.Post(browser, url + "/optag", page, [("InviteeId", button.GetAttribute("value")!)]);
        Assert.Null(after.QuerySelector("#ikke-i-netvaerket"));
        Assert.Contains("Kom", Row(after, "Inga Holm").QuerySelectorAll("td").Select(c => c.TextContent.Trim()));
        var (status, refused, _) = await site.Post(
            browser,
            url + "/optag",
            after,
            [("InviteeId", button.GetAttribute("value")!)],
            mustSucceed: false
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("allerede i barnets netværk", refused.QuerySelector("#fejl")!.TextContent, StringComparison.Ordinal);
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task Twenty_people_stand_on_a_row_of_their_own_and_nobody_is_left_out_of_the_picture()
    {
        var (key, file) = Mine();
        site.Database.Journal.Act(
            new("add-person", "test", file.Id),
            (_, ids) =>
                Kernel.Decision.Of([
                    .. Enumerable
                        .Range(0, 20 - file.People.Length)
                        .SelectMany(i =>
                        {
                            var person = new NetworkPersonFact
                            {
                                Id = ids.Next(),
                                ChildId = file.Id,
                                Relation = i % 3 == 0 ? Relation.Teacher : Relation.Kin,
                                Name = "Navn " + i,
                            };
                            return new DomainEvent[]
                            {
                                new Recorded(FactKinds.NetworkPerson, person),
                                new Recorded(
                                    FactKinds.NetworkTie,
                                    new NetworkTieFact
                                    {
                                        Id = ids.Next(),
                                        ChildId = file.Id,
                                        PersonId = person.Id,
                                        On = site.Today,
                                        Closeness = (Closeness)(i % 3),
                                    }
                                ),
                            };
                        }),
                ])
        );
        var (_, page) = await site.Get(await site.As(key), $"/barn/{file.Id}/netvaerk");
        foreach (var picture in page.QuerySelector("figure.network")!.QuerySelectorAll("div > svg"))
        {
            // Initials stand in the middle of every person's mark.
            var marks = picture
                .QuerySelectorAll("g")
                .Where(g => g.QuerySelector(":scope > title") is not null)
                .Select(g => g.QuerySelector("text")!)
                .ToList();
            Assert.Equal(20, marks.Count);
            var at = marks.ConvertAll(m =>
                (
                    X: double.Parse(m.GetAttribute("x")!, System.Globalization.CultureInfo.InvariantCulture),
                    Y: double.Parse(m.GetAttribute("y")!, System.Globalization.CultureInfo.InvariantCulture)
                )
            );
            for (var i = 0; i < at.Count; i++)
            for (var j = 0; j < i; j++)
                Assert.True(Math.Abs(at[i].Y - at[j].Y) >= 44 || Math.Abs(at[i].X - at[j].X) >= 100, $"{at[i]} and {at[j]}");
        }
    }

    [Fact]
    public async Task Somebody_elses_child_has_no_network_to_see_and_the_look_is_written_down()
    {
        var (key, file) = Mine();
        var other = site.People.First(p => p.Role == ViewerRole.Caseworker && p.TeamId != site.Person(key).TeamId);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(await site.As(other.Key), $"/barn/{file.Id}/netvaerk")).Status);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await site.Get(await site.As(other.Key), $"/barn/{file.Id}/person/{file.People[0].Id}")).Status
        );
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(await site.As(key), $"/barn/{file.Id}/person/999999999")).Status);
    }

    [Fact]
    public async Task A_contact_card_and_a_list_of_telephones_hold_who_can_be_rung_and_nobody_who_is_protected()
    {
        await using var own = new Site();
        await own.InitializeAsync();
        var child = own.Overview.Children.First(c => c.Case is not null && c.AssignedTo.Count > 0 && !c.Child.Protected).File.Id;
        var browser = await own.As("leder");
        var (_, form) = await own.Get(browser, Routes.Contact(child));
        var (status, page, _) = await own.Post(browser, Routes.Contact(child), form, [("Phone", "1234")], mustSucceed: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("8 cifre", page.QuerySelector("#fejl")!.TextContent, StringComparison.Ordinal);
        (_, page, _) = await own.Post(browser, Routes.Contact(child), form, [("Phone", "12345678"), ("Interpreter", "arabisk")]);
        Assert.Contains("arabisk", page.QuerySelector("#kontakt")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("tel:12345678", page.QuerySelector("#kontakt a")!.GetAttribute("href")!.Replace(" ", ""));

        (_, form) = await own.Get(browser, Routes.NewPerson(child));
        (_, page, var url) = await own.Post(
            browser,
            Routes.NewPerson(child),
            form,
            [("Name", "Børge Nabo"), ("Relation", "nabo"), ("Phone", "87654321"), ("BestTime", "efter kl. 16"), ("igen", "ja")]
        );
        // The next one is asked for, in an empty form.
        Assert.Equal((Routes.NewPerson(child), ""), (url.AbsolutePath, page.QuerySelector("#felt-Name")!.GetAttribute("value") ?? ""));
        await own.Post(
            browser,
            Routes.NewPerson(child),
            page,
            [("Name", "Hemmelig Person"), ("Relation", "stedforælder"), ("Phone", "11223344"), ("Protected", "ja")]
        );
        (_, page) = await own.Get(browser, Routes.Network(child) + "/telefoner");
        var list = page.QuerySelector(".sheet-x")!.TextContent;
        Assert.Contains("12 34 56 78", list, StringComparison.Ordinal);
        Assert.Contains("87 65 43 21", list, StringComparison.Ordinal);
        Assert.Contains("efter kl. 16", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Hemmelig", list, StringComparison.Ordinal);
        Assert.DoesNotContain("11 22 33 44", list, StringComparison.Ordinal);
    }
}
