using System.Net;
using Spor.Facts;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Tests;

public sealed class CorrectionPageTests : IAsyncLifetime
{
    readonly Site site = new();

    public async ValueTask InitializeAsync() => await site.InitializeAsync();

    public async ValueTask DisposeAsync() => await site.DisposeAsync();

    [Fact]
    public async Task A_measure_typed_wrong_is_corrected_and_the_ladder_follows_and_what_was_known_before_can_still_be_seen()
    {
        var leader = await site.As("leder");
        var child = site.Overview.Children.First(c => c.Step == 5 && c.File.Interventions.Count(m => m.RunsOn(site.Today)) == 1);
        var measure = child.File.Interventions.Single(m => m.RunsOn(site.Today));
        var url = $"/barn/{child.File.Id}/ret/intervention/{measure.Id}";
        var before = site.Database.HeadNo;
        var ladder = PlainLadder.At(site.Register.Children, site.Register.Catalogue, site.Today);
        var (_, form) = await site.Get(leader, url);
        var fields = Fields(form);
        fields["Code"] = "opholdssted";
        fields["CorrectionReason"] = "Det er et opholdssted, ikke en plejefamilie.";
        // What it changes is said first, and saved when that has been seen.
        var (asks, shown, _) = await site.Post(leader, url, form, fields.Select(f => (f.Key, f.Value)), mustSucceed: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asks);
        Assert.Contains("barnets trin ændres", shown.QuerySelector("#virkning")!.TextContent, StringComparison.Ordinal);
        fields["EffectsSeen"] = "ja";
        var (status, page, at) = await site.Post(leader, url, shown, fields.Select(f => (f.Key, f.Value)));
        Assert.Equal((HttpStatusCode.OK, $"/barn/{child.File.Id}/historik"), (status, at.AbsolutePath));
        Assert.Contains("opholdssted, ikke en plejefamilie", page.QuerySelector("#historik")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(6, site.Overview.Find(child.File.Id)!.Step);
        var after = PlainLadder.At(site.Register.Children, site.Register.Catalogue, site.Today);
        Assert.Equal((ladder[5] - 1, ladder[6] + 1), (after[5], after[6]));
        Assert.Equal(
            ladder[5],
            PlainLadder.At(RegisterLoader.Load(site.Database, before).Children, site.Register.Catalogue, site.Today)[5]
        );
        Assert.True(site.Database.Journal is not null && Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task A_kind_with_many_is_folded_and_not_told_before_it_is_opened()
    {
        var leader = await site.As("leder");
        var child = site.Overview.Children.MaxBy(c => c.File.FollowUps.Length)!.File;
        Assert.True(child.FollowUps.Length > 8);
        var url = $"/barn/{child.Id}/ret";
        var (_, page) = await site.Get(leader, url);
        string To(Fact row) => $"{url}/follow-up/{row.Id}";
        var links = page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).ToList();
        Assert.DoesNotContain(child.FollowUps, f => links.Contains(To(f)));
        Assert.Contains(child.Cases, c => links.Contains($"{url}/case/{c.Id}"));
        var (_, opened) = await site.Get(leader, links.First(l => l?.Contains("slags=follow-up", StringComparison.Ordinal) == true)!);
        var told = opened.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).ToList();
        Assert.All(child.FollowUps.Take(100), f => Assert.Contains(To(f), told));
    }

    [Fact]
    public async Task A_school_and_a_number_are_put_right_where_they_stand_without_the_rest_of_the_row()
    {
        var leader = await site.As("leder");
        var child = site.Overview.Children.First(c => c.Case is not null && c.Child.Cpr is not null && !c.Child.Protected).File;
        var (_, page) = await site.Get(leader, Routes.Child(child.Id));
        foreach (var (value, asked) in new[] { (Routes.TheSchool, "School"), (Routes.TheNumber, "Cpr BornOn") })
        {
            var url = Routes.CorrectValue(child.Id, value);
            Assert.NotNull(page.QuerySelector($"main a[href='{url}']"));
            var (_, form) = await site.Get(leader, url);
            var fields = Fields(form);
            Assert.Equal(
                asked + " CorrectionReason",
                string.Join(' ', fields.Keys.Where(k => !k.StartsWith("spor-", StringComparison.Ordinal) && k[0] != '_'))
            );
            Assert.Null(form.QuerySelector("#traek-tilbage"));
        }
        var school = Routes.CorrectValue(child.Id, Routes.TheSchool);
        var (_, empty) = await site.Get(leader, school);
        var (status, _, at) = await site.Post(
            leader,
            school,
            empty,
            [("School", "Søndervangskolen"), ("CorrectionReason", "Skiftede skole")]
        );
        Assert.Equal((HttpStatusCode.OK, Routes.Child(child.Id)), (status, at.AbsolutePath));
        var now = site.Overview.Find(child.Id)!.Child;
        Assert.Equal(
            ("Søndervangskolen", child.Child.Name, child.Child.Cpr, child.Child.BornOn),
            (now.School, now.Name, now.Cpr, now.BornOn)
        );
        var number = Routes.CorrectValue(child.Id, Routes.TheNumber);
        var (_, typed) = await site.Get(leader, number);
        (status, typed, _) = await site.Post(
            leader,
            number,
            typed,
            [("Cpr", "1234"), ("BornOn", Form.Iso(child.Child.BornOn)), ("CorrectionReason", "Nyt nummer")],
            mustSucceed: false
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("1234", typed.QuerySelector("#felt-Cpr")!.GetAttribute("value"));
        Assert.Null(typed.QuerySelector("#felt-School"));
        Assert.Equal(child.Child.Cpr, site.Overview.Find(child.Id)!.Child.Cpr);
    }

    [Fact]
    public async Task Choices_read_as_words_and_a_municipality_by_its_name()
    {
        var leader = await site.As("leder");
        var child = site.Overview.Children.First(c => c.Case is not null).File;
        var (_, form) = await site.Get(leader, Routes.Correct(child.Id, "case", child.Cases[^1].Id));
        var options = form.QuerySelectorAll("#felt-ActingMunicipality option").Select(o => o.TextContent.Trim()).ToList();
        Assert.Contains("Aarhus Kommune", options);
        var (_, own) = await site.Get(leader, Routes.Correct(child.Id, "child", child.Id));
        Assert.Contains("Pige", own.QuerySelectorAll("#felt-Gender option").Select(o => o.TextContent.Trim()));
    }

    [Fact]
    public async Task A_second_person_sees_what_the_first_saved_and_chooses()
    {
        var first = await site.As("leder");
        var child = site.Overview.Children.First(c => c.File.Interventions.Any(m => m.PriceOre is not null));
        var measure = child.File.Interventions.First(m => m.PriceOre is not null);
        var url = $"/barn/{child.File.Id}/ret/intervention/{measure.Id}";
        var (_, mine) = await site.Get(first, url);
        var (_, theirs) = await site.Get(first, url);
        var fields = Fields(mine);
        fields["PriceOre"] = "100";
        fields["CorrectionReason"] = "Første";
        await site.Post(first, url, mine, fields.Select(f => (f.Key, f.Value)));
        fields["PriceOre"] = "200";
        fields["CorrectionReason"] = "Anden";
        var (status, page, _) = await site.Post(first, url, theirs, fields.Select(f => (f.Key, f.Value)), mustSucceed: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("200", page.QuerySelector("#felt-PriceOre")!.GetAttribute("value"));
        Assert.Contains("100", page.QuerySelector("#felt-PriceOre-imens")!.TextContent, StringComparison.Ordinal);
        var again = await site.Post(first, url, page, fields.Select(f => (f.Key, f.Value)));
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal(20000, new ChildReader(site.Database).Read(child.File.Id)!.Interventions.Single(m => m.Id == measure.Id).PriceOre);
    }

    [Fact]
    public async Task A_goal_corrected_to_carry_on_one_that_is_not_there_is_refused_and_keeps_its_scores()
    {
        var leader = await site.As("leder");
        var child = site.Overview.Children.First(c => c.File.Measurements.Length > 1);
        var goal = child.File.Measurements[0].GoalId;
        var url = $"/barn/{child.File.Id}/ret/goal/{goal}";
        var (_, form) = await site.Get(leader, url);
        var fields = Fields(form);
        fields[nameof(Plans.GoalFact.ContinuesId)] = "987654321";
        fields["CorrectionReason"] = "Prøve";
        var (status, page, _) = await site.Post(leader, url, form, fields.Select(f => (f.Key, f.Value)), mustSucceed: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.NotNull(page.QuerySelector("#felt-ContinuesId-fejl"));
        Assert.Null(new ChildReader(site.Database).Read(child.File.Id)!.Goals.Single(g => g.Id == goal).ContinuesId);
    }

    [Fact]
    public async Task Nothing_is_withdrawn_without_a_reason_or_over_what_hangs_on_it()
    {
        var leader = await site.As("leder");
        var child = site.Overview.Children.First(c => c.File.FollowUps.Length > 0);
        var measure = child.File.FollowUps[0].InterventionId;
        var url = $"/barn/{child.File.Id}/ret/intervention/{measure}";
        var (_, form) = await site.Get(leader, url);
        var (status, page, _) = await site.Post(leader, url + "/traek-tilbage", form, [("WithdrawReason", "")], mustSucceed: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("Andre oplysninger bygger på denne", page.QuerySelector("#fejl")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Skriv, hvorfor", page.QuerySelector("#fejl")!.TextContent, StringComparison.Ordinal);
        await site.Post(
            leader,
            url + "/traek-tilbage",
            page,
            [("WithdrawReason", "Dobbelt registreret"), ("WithDependents", "ja"), ("EffectsSeen", "ja")]
        );
        Assert.DoesNotContain(new ChildReader(site.Database).Read(child.File.Id)!.FollowUps, f => f.InterventionId == measure);
        Assert.True(Replay.Check(site.Database).Agrees);
    }

    [Fact]
    public async Task A_CPR_number_that_is_not_one_is_refused()
    {
        var leader = await site.As("leder");
        var child = site.Overview.Children.First(c => c.Case is not null && !Viewer.IsShut(c.File, site.Today)).File.Id;
        var url = $"/barn/{child}/ret/child/{child}";
        var (_, form) = await site.Get(leader, url);
        var fields = Fields(form);
        fields["Cpr"] = "12";
        fields["CorrectionReason"] = "Tastefejl";
        var (status, page, _) = await site.Post(leader, url, form, fields.Select(f => (f.Key, f.Value)), mustSucceed: false);
        Assert.Equal(
            (HttpStatusCode.UnprocessableEntity, true),
            (status, RefusalText.Codes.Contains("cpr-not-readable") && page.QuerySelector("#felt-Cpr-fejl") is not null)
        );
    }

    /// <summary>What stands in the first form, as a browser would send it.</summary>
    internal static Dictionary<string, string> Fields(AngleSharp.Dom.IDocument page)
    {
        var fields = new Dictionary<string, string>();
        var form = page.QuerySelector("form.form-x")!;
        foreach (var input in form.QuerySelectorAll("input:not([type=hidden]):not([type=radio]):not([type=checkbox])"))
            fields[input.GetAttribute("name")!] = input.GetAttribute("value") ?? "";
        foreach (var radio in form.QuerySelectorAll("input[checked]"))
            fields[radio.GetAttribute("name")!] = radio.GetAttribute("value")!;
        foreach (var area in form.QuerySelectorAll("textarea"))
            fields[area.GetAttribute("name")!] = area.TextContent.TrimStart('\n');
        foreach (var select in form.QuerySelectorAll("select"))
            fields[select.GetAttribute("name")!] = select.QuerySelector("option[selected]")?.GetAttribute("value") ?? "";
        return fields;
    }

    [Fact]
    public async Task A_corrected_number_is_found_is_no_other_childs_and_says_the_childs_birthday()
    {
        await using var own = new Site();
        await own.InitializeAsync();
        var browser = await own.As("leder");
        var children = own.Overview.Children.Where(c => c.Case is not null && c.Child is { Cpr: not null, Protected: false }).ToList();
        var (child, other) = (children[0].Child, children[1].Child);
        var url = Routes.Correct(child.Id, "child", child.Id);
        async Task<(HttpStatusCode Status, AngleSharp.Dom.IDocument Page)> Correct(string cpr, DateOnly born)
        {
            var (_, form) = await own.Get(browser, url);
            var fields = Fields(form);
            (fields["Cpr"], fields["BornOn"], fields["CorrectionReason"], fields["EffectsSeen"]) = (cpr, Form.Iso(born), "Tastefejl", "ja");
            var (status, page, _) = await own.Post(browser, url, form, fields.Select(f => (f.Key, f.Value)), mustSucceed: false);
            return (status, page);
        }
        var (status, page) = await Correct(other.Cpr!, other.BornOn);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("Et andet barn i Spor", page.QuerySelector("#fejl")!.TextContent, StringComparison.Ordinal);

        // An invented number has the day + 60, and a replacement number letters that may be written small.
        var day = child.BornOn;
        var anew = $"{day.Day + 60:00}{day.Month:00}{day.Year % 100:00}";
        (status, page) = await Correct(anew + "-9ab3", day.AddDays(1));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("en anden fødselsdag", page.QuerySelector("#fejl")!.TextContent, StringComparison.Ordinal);
        (status, page) = await Correct(anew + "-9ab3", day);
        Assert.True(status == HttpStatusCode.OK, page.QuerySelector("#fejl")?.TextContent);
        Assert.Equal(anew + "9AB3", own.Overview.Find(child.Id)!.Child.Cpr);
        foreach (var typed in new[] { anew + "9AB3", anew + "-9ab3" })
        {
            (_, page) = await own.Get(browser, Routes.Find);
            (_, page, _) = await own.Post(browser, Routes.Find, page, [("q", typed)]);
            Assert.NotNull(page.QuerySelector($"a[href='/barn/{child.Id}']"));
        }
        // And whoever registers a child with it is told that it is known.
        Assert.True(own.Database.HeadNo > 0);
        Assert.Equal(own.Database.Keys.Hash(Spor.Children.CprNumber.HashedOf(anew + "9AB3")), own.Overview.Find(child.Id)!.Child.CprHash);
    }
}
