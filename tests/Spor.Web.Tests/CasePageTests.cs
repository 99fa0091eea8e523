using System.Globalization;
using System.Net;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Journal;
using Spor.Web.Access;
using Spor.Web.Frame;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Tests;

/// <summary>A case is handed over, follows a family that moves, closes behind its gate and is taken up again.</summary>
public sealed class CasePageTests : IAsyncLifetime
{
    readonly Site site = new();

    public async ValueTask InitializeAsync() => await site.InitializeAsync();

    public async ValueTask DisposeAsync() => await site.DisposeAsync();

    string Today => Form.Iso(site.Today);

    static string N(long id) => id.ToString(CultureInfo.InvariantCulture);

    (string Key, ChildState Child) Who(Func<ChildState, bool> wanted)
    {
        var child = site.Overview.Children.First(c =>
            c.Case is not null
            && c.File.Cases.Count(k => k.ClosedOn is null) == 1
            && c.AssignedTo.Count == 1
            && site.CaseworkerKeys.Contains("medarbejder-" + c.AssignedTo[0])
            && wanted(c)
        );
        return ("medarbejder-" + child.AssignedTo[0], child);
    }

    DemoPerson Colleague(string key) =>
        site.People.First(p => p.Role == ViewerRole.Caseworker && p.TeamId == site.Person(key).TeamId && p.Key != key);

    [Fact]
    public async Task A_child_and_its_siblings_go_to_the_new_caseworker_who_sees_it_until_it_is_read()
    {
        var (key, child) = Who(c =>
            c.Child.FamilyId is { } f
            && site.Overview.Family(f).Any(s => s.File.Id != c.File.Id && s.Case is not null && s.AssignedTo.SequenceEqual(c.AssignedTo))
        );
        var sibling = site
            .Overview.Family(child.Child.FamilyId!.Value)
            .First(s => s.File.Id != child.File.Id && s.Case is not null && s.AssignedTo.SequenceEqual(child.AssignedTo));
        var to = Colleague(key);
        var url = Routes.HandOver(child.File.Id);
        var browser = await site.As(key);
        var (_, form) = await site.Get(browser, url);
        Assert.NotNull(form.QuerySelector($"input[name=Children][value='{sibling.File.Id}'][checked]"));

        // Refused: neither a meeting nor a reason; everything typed stands there still.
        var (status, wrong, _) = await site.Post(
            browser,
            url,
            form,
            [
                ("Children", N(sibling.File.Id)),
                ("ToEmployeeId", N(to.EmployeeId!.Value)),
                ("On", Today),
                ("Promised", "Vi ringer på mandag."),
            ],
            mustSucceed: false
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("hvornår familien mødes med den nye rådgiver", wrong.QuerySelector("#fejl")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Vi ringer på mandag.", wrong.QuerySelector("#felt-Promised")!.TextContent.Trim());
        Assert.NotNull(wrong.QuerySelector($"#felt-ToEmployeeId option[value='{to.EmployeeId}'][selected]"));

        var fields = new[]
        {
            ("Children", N(sibling.File.Id)),
            ("ToEmployeeId", N(to.EmployeeId!.Value)),
            ("On", Today),
            ("Promised", "Vi ringer på mandag."),
            ("MetFamilyOn", ""),
            ("NoMeetingReason", "De kender hinanden."),
        };
        var head = site.Database.HeadNo;
        await site.Post(browser, url, wrong, fields);
        await site.Post(browser, url, wrong, fields);
        Assert.Equal(head + 1, site.Database.HeadNo);
        Assert.All(
            new[] { child.File.Id, sibling.File.Id },
            id => Assert.Equal([to.EmployeeId!.Value], site.Overview.Find(id)!.AssignedTo)
        );

        var theirs = await site.As(to.Key);
        var (_, day) = await site.Get(theirs, "/min-dag");
        var link = day.QuerySelectorAll("#nu a")
            .Select(a => a.GetAttribute("href")!)
            .First(h => h.StartsWith($"/barn/{child.File.Id}/overdragelse/", StringComparison.Ordinal));
        var (_, handover) = await site.Get(theirs, link);
        Assert.Contains("Vi ringer på mandag.", handover.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        if (child.Open.Count > 0)
            Assert.Contains("senest", handover.QuerySelector("main")!.TextContent.ToLowerInvariant(), StringComparison.Ordinal);
        await site.Post(theirs, link, handover, [("MetFamilyOn", "")]);
        var (_, after) = await site.Get(theirs, "/min-dag");
        Assert.DoesNotContain(after.QuerySelectorAll("#nu a"), a => a.GetAttribute("href") == link);
        Assert.Contains("Overdrog sagen", await site.History(theirs, child.File.Id), StringComparison.Ordinal);
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task A_leader_hands_over_several_children_at_once_but_only_those_of_the_own_team()
    {
        var (key, child) = Who(c => site.Overview.Of(c.AssignedTo[0]).Count(o => o.AssignedTo.Count == 1) > 1);
        var from = child.AssignedTo[0];
        var two = site.Overview.Of(from).Where(c => c.AssignedTo.Count == 1).Take(2).Select(c => c.File.Id).ToArray();
        var to = Colleague(key);
        var leader = site.People.First(p => p.Role == ViewerRole.TeamLeader && p.TeamId == site.Person(key).TeamId);
        var browser = await site.As(leader.Key);
        var (_, sager) = await site.Get(browser, "/sager");
        Assert.NotNull(sager.QuerySelector($"a[href='/overdrag?raadgiver={from}']"));
        var (_, form) = await site.Get(browser, "/overdrag?raadgiver=" + from);
        (string, string)[] fields =
        [
            ("ToEmployeeId", N(to.EmployeeId!.Value)),
            ("On", Today),
            ("NoMeetingReason", "Rådgiveren holder op i dag."),
        ];
        var (status, none, _) = await site.Post(browser, "/overdrag", form, fields, mustSucceed: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("Vælg mindst ét barn", none.QuerySelector("#fejl")!.TextContent, StringComparison.Ordinal);
        var elsewhere = site.Overview.Children.First(c =>
            c.AssignedTo.Count > 0
            && c.AssignedTo.All(e => site.People.FirstOrDefault(p => p.EmployeeId == e)?.TeamId is { } t && t != leader.TeamId)
        );
        var (_, refused, _) = await site.Post(
            browser,
            "/overdrag",
            form,
            [.. fields, ("Children", N(elsewhere.File.Id))],
            mustSucceed: false
        );
        Assert.Contains("Du har ikke adgang til barnet", refused.QuerySelector("#fejl")!.TextContent, StringComparison.Ordinal);
        await site.Post(browser, "/overdrag", none, [.. fields, .. two.Select(c => ("Children", N(c)))]);
        Assert.All(two, c => Assert.Equal([to.EmployeeId!.Value], site.Overview.Find(c)!.AssignedTo));
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task A_move_is_shown_until_the_new_municipality_has_everything()
    {
        var (key, child) = Who(_ => true);
        var browser = await site.As(key);
        var url = Routes.Move(child.File.Id);
        var (_, form) = await site.Get(browser, url);
        (string, string)[] told = [("MovedOn", Today), ("MunicipalityNumber", "751"), ("Contact", "Modtagelsen")];
        var (status, wrong, _) = await site.Post(browser, url, form, [.. told, ("MaterialSentOn", Today)], mustSucceed: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("resumé", wrong.QuerySelector("#fejl")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Modtagelsen", wrong.QuerySelector("#felt-Contact")!.TextContent.Trim());
        var (_, saved, _) = await site.Post(browser, url, form, told);
        Assert.Equal(4, saved.QuerySelectorAll("#trin li").Length);
        var (_, day) = await site.Get(browser, "/min-dag");
        Assert.Contains("underret den nye kommune", day.QuerySelector("#nu")!.TextContent, StringComparison.Ordinal);

        // Two go on with the same move: the second sees what the first saved.
        var (_, hers) = await site.Get(browser, url);
        await site.Post(browser, url, saved, [.. told, ("NotifiedOn", Today)]);
        var (conflict, both, _) = await site.Post(
            browser,
            url,
            hers,
            [.. told, ("NotifiedOn", ""), ("Summary", "Kort fortalt")],
            mustSucceed: false
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, conflict);
        Assert.Contains(Today, both.QuerySelector("#felt-NotifiedOn-imens")!.TextContent, StringComparison.Ordinal);
        var (_, done, _) = await site.Post(
            browser,
            url,
            both,
            [
                .. told,
                ("NotifiedOn", Today),
                ("Summary", "Kort fortalt"),
                ("MaterialSentOn", Today),
                ("ConfirmedOn", Today),
                ("CaseStays", "ja"),
            ]
        );
        // When everything is done the page offers a new move and lists this one.
        Assert.Null(done.QuerySelector("#trin"));
        Assert.Contains("Tidligere flytninger", done.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var (_, after) = await site.Get(browser, "/min-dag");
        Assert.DoesNotContain("Gør flytningen færdig", after.QuerySelector("#nu")!.TextContent, StringComparison.Ordinal);
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task A_case_closes_when_the_parents_have_their_letter_and_is_taken_up_again_later()
    {
        var (key, child) = Who(c => c.Step > 1);
        var id = child.File.Id;
        var browser = await site.As(key);
        var (_, form) = await site.Get(browser, Routes.CloseCase(id));
        (string, string)[] why = [("On", Today), ("Reason", "Familien klarer resten selv.")];
        var (status, gate, _) = await site.Post(browser, Routes.CloseCase(id), form, why, mustSucceed: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        var gateText = gate.QuerySelector("#fejl")!;
        Assert.Contains("indsatser i gang", gateText.TextContent, StringComparison.Ordinal);
        Assert.NotNull(gateText.QuerySelector($"a[href='/barn/{id}/brev/ny?skabelon=closing']"));
        Assert.Equal("Familien klarer resten selv.", gate.QuerySelector("#felt-Reason")!.TextContent.Trim());

        var letterUrl = $"/barn/{id}/brev/ny?skabelon=closing";
        var (_, letter) = await site.Get(browser, letterUrl);
        var to = letter
            .QuerySelectorAll("input[name=To][checked]")
            .Select(i => ("To", i.GetAttribute("value")!))
            .DefaultIfEmpty(("To", "andre"))
            .ToList();
        var body = letter
            .QuerySelector("#felt-Body")!
            .TextContent.Replace("{lukkes den}", "31. oktober 2026", StringComparison.Ordinal)
            .Replace("{grunden til at lukke}", "det går godt.", StringComparison.Ordinal)
            // The example's caseworkers have not written their own number.
            .Replace("{rådgiverens telefon}", "12 34 56 78", StringComparison.Ordinal);
        await site.Post(
            browser,
            letterUrl,
            letter,
            [
                .. to,
                ("OtherName", "Forældrene"),
                ("Subject", "Vi lukker sagen"),
                ("Body", body),
                ("SentOn", Today),
                ("Channel", "Digital Post"),
            ]
        );
        Assert.Equal(site.Today, site.Overview.Find(id)!.Case!.ParentsInformedOn);

        var (_, ready) = await site.Get(browser, Routes.CloseCase(id));
        Assert.Contains("Forældrene fik brev", ready.QuerySelector("#foer")!.TextContent, StringComparison.Ordinal);
        await site.Post(browser, Routes.CloseCase(id), ready, [.. why, ("EndMeasures", "ja"), ("Result", "målene er nået")]);
        var file = site.Overview.Find(id)!.File;
        Assert.All(file.Cases, c => Assert.NotNull(c.ClosedOn));
        Assert.DoesNotContain(file.Interventions, m => m.To is null);
        var found = new List<Requirement>();
        Derive.Of(file, site.Register.Catalogue, site.Today, found);
        Assert.Contains(found, r => r is { Rule: Rule.ParentsInformed, State: RequirementState.OnTime } && r.SubjectId == child.Case!.Id);

        // The demo's day stands still, and a case is taken up again from the day after at the earliest.
        var (refused, again, _) = await site.Post(
            browser,
            Routes.ReopenCase(id),
            ready,
            [
                ("CaseId", N(child.Case!.Id)),
                ("On", Today),
                ("Reason", "Ny bekymring"),
                ("SameCaseworker", "nej"),
                (FormState.TokenField, Guid.NewGuid().ToString()),
            ],
            mustSucceed: false
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused);
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task A_closed_case_is_reopened_as_a_new_one_that_waits_to_be_allocated()
    {
        var child = site.Overview.Children.First(c =>
            c.Case is null && c.File.Cases.Length > 0 && c.File.Cases[^1].ClosedOn < site.Today && c.Child.AgeAt(site.Today) < 18
        );
        var browser = await site.As("leder");
        var url = Routes.ReopenCase(child.File.Id);
        // A closed case is opened for a reason first.
        var shut = Routes.Child(child.File.Id) + "/adgang";
        var (_, why) = await site.Get(browser, shut);
        await site.Post(browser, shut + "/aabn", why, [("Reason", "Skolen har ringet igen.")]);
        var (_, form) = await site.Get(browser, url);
        var (status, wrong, _) = await site.Post(browser, url, form, [("On", Today), ("Reason", "")], mustSucceed: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(2, wrong.QuerySelectorAll("#fejl li").Length);
        var (_, page, at) = await site.Post(
            browser,
            url,
            wrong,
            [("On", Today), ("Reason", "Skolen er bekymret igen."), ("SameCaseworker", "nej")]
        );
        Assert.Equal("/barn/" + child.File.Id, at.AbsolutePath);
        Assert.Contains("Skolen er bekymret igen.", await site.History(browser, child.File.Id), StringComparison.Ordinal);
        var now = site.Overview.Find(child.File.Id)!;
        Assert.Equal((child.File.Cases[^1].Id, 0), (now.Case!.ContinuesCaseId!.Value, now.AssignedTo.Count));
        Assert.True(Replay.Check(site.Database).Agrees);
    }
}
