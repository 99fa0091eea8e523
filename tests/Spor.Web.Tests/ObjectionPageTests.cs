using System.Net;
using Spor.Cases;
using Spor.Facts;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Web.Case.Objections;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Tests;

/// <summary>Somebody objects or asks for something to be put right, from the day it came to the answer.</summary>
public sealed class ObjectionPageTests : IAsyncLifetime
{
    readonly Site site = new();

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task It_is_received_stands_in_the_list_until_it_is_answered_and_what_was_asked_is_kept()
    {
        var state = site.Overview.Children.First(c =>
            c.Case is not null
            && c.AssignedTo.Count > 0
            && site.CaseworkerKeys.Contains("medarbejder-" + c.AssignedTo[0])
            && !c.Child.Protected
        );
        var child = state.File.Id;
        var browser = await site.As("medarbejder-" + state.AssignedTo[0]);
        var url = ObjectionEndpoints.OfChild(child);
        var (_, page) = await site.Get(browser, Routes.Child(child));
        Assert.NotNull(page.QuerySelector($"a[href='{url}']"));
        var (_, form) = await site.Get(browser, url);
        var (status, wrong, _) = await site.Post(browser, url, form, [("AskedBy", "Moren"), ("ReceivedOn", "i går")], mustSucceed: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("Moren", wrong.QuerySelector("#felt-AskedBy")!.GetAttribute("value"));
        Assert.Equal("i går", wrong.QuerySelector("#felt-ReceivedOn")!.GetAttribute("value"));
        (string, string)[] fields =
        [
            ("Kind", ObjectionKind.Rectification.Danish()),
            ("AskedBy", "Moren"),
            ("About", "Skolen er en anden nu."),
            ("ReceivedOn", Form.Iso(site.Today)),
        ];
        await site.Post(browser, url, form, fields);
        var reader = new ChildReader(site.Database);
        var made = Assert.Single(reader.Read(child)!.Of<ObjectionFact>());
        var one = ObjectionEndpoints.One(child, made.Id);
        var (_, list) = await site.Get(browser, ObjectionEndpoints.Path);
        Assert.NotNull(list.QuerySelector($"a[href='{one}']"));
        Assert.Equal("1", list.QuerySelector("nav a[href='/indsigelser'] .n")!.TextContent);

        var (_, answer) = await site.Get(browser, one);
        Assert.Contains("Skolen er en anden nu.", answer.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        (status, _, _) = await site.Post(browser, one, answer, [("AnsweredOn", Form.Iso(site.Today))], mustSucceed: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        await site.Post(
            browser,
            one,
            answer,
            [("Outcome", ObjectionOutcome.Met.Danish()), ("Answer", "Skolen er rettet."), ("AnsweredOn", Form.Iso(site.Today))]
        );
        var now = Assert.Single(reader.Read(child)!.Of<ObjectionFact>());
        Assert.Equal(("Skolen er en anden nu.", "Skolen er rettet.", ObjectionOutcome.Met), (now.About, now.Answer, now.Outcome!.Value));
        (_, list) = await site.Get(browser, ObjectionEndpoints.Path);
        Assert.Null(list.QuerySelector($"a[href='{one}']"));
        Assert.Contains("Svarede på en indsigelse", await site.History(browser, child), StringComparison.Ordinal);
        Assert.Equal([], Replay.Check(site.Database).Differences);
    }
}
